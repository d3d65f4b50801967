/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-session.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampBoard:
 *
 * What a view knows of the file: copies of the records it shows, read anew (once, when there is a moment) after the
 * file, the community or the search has changed. What it makes of them is its own.
 *
 * Properties: "session" (construct-only).
 * Signals: "changed": everything may have changed.
 */
#define LAMP_TYPE_BOARD (lamp_board_get_type ())
G_DECLARE_DERIVABLE_TYPE (LampBoard, lamp_board, LAMP, BOARD, GObject)

/**
 * LampBoardClass:
 * @types: (array zero-terminated=1): the types of the records that are read: no more than the view shows, so that a
 *   file with a hundred thousand agenda items costs no more. The first is what can be selected in the view
 * @read: (nullable): makes of the snapshot what the view shows; "changed" is emitted after it
 */
struct _LampBoardClass
{
  GObjectClass parent_class;

  const char * const *types;
  void (*read) (LampBoard *self);
};

LampSession   *lamp_board_get_session  (LampBoard     *self);
LampSnapshot  *lamp_board_get_snapshot (LampBoard     *self);
void           lamp_board_refresh      (LampBoard     *self);
gboolean       lamp_board_is_stale     (LampBoard     *self);
LampRecord    *lamp_board_dup_record   (LampBoard     *self,
                                        const LampRow *row);
gboolean       lamp_board_includes     (LampBoard     *self,
                                        const LampRow *row);
const LampRow *lamp_board_get_selected (LampBoard     *self);
void           lamp_board_select       (LampBoard     *self,
                                        const LampRow *row);

G_END_DECLS
