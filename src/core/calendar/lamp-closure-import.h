/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-edit.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampClosureState:
 * @LAMP_CLOSURE_NEW: not in the file yet
 * @LAMP_CLOSURE_MOVED: in the file, from the same calendar, on other days
 * @LAMP_CLOSURE_PART: takes part of a day only, or more days than a holiday does: it may be none
 * @LAMP_CLOSURE_PAST: over
 * @LAMP_CLOSURE_THERE: in the file as it is
 *
 * What a day of a calendar is to a community.
 */
typedef enum
{
  LAMP_CLOSURE_NEW = 0,
  LAMP_CLOSURE_MOVED,
  LAMP_CLOSURE_PART,
  LAMP_CLOSURE_PAST,
  LAMP_CLOSURE_THERE,
  LAMP_CLOSURE_N_STATES,
} LampClosureState;

/**
 * LampFoundClosure:
 * @row: the closure; with an identifier when it is in the file
 * @state: what it is to the community
 * @chosen: whether it is to be taken; a person may change that unless it is there already
 *
 * A closure found in a calendar.
 */
typedef struct
{
  LampRow *row;
  LampClosureState state;
  gboolean chosen;
} LampFoundClosure;

/**
 * LampClosureImport:
 * @found: (element-type LampFoundClosure): what the calendar has, by date
 * @there: (private): what is in the file, while the calendar is read
 * @seen: (private): what the calendar has said already
 *
 * A calendar of days without school, set against what is in the file. Nothing is written by it.
 */
typedef struct
{
  GPtrArray *found;
  GHashTable *there;
  GHashTable *seen;
} LampClosureImport;

LampClosureImport *lamp_closure_import_parse (LampSnapshot       *snapshot,
                                              const char         *community,
                                              const char         *today,
                                              const char         *bytes,
                                              gsize               length,
                                              GError            **error);
LampClosureImport *lamp_closure_import_read  (LampSnapshot       *snapshot,
                                              const char         *community,
                                              const char         *today,
                                              GFile              *file,
                                              GCancellable       *cancellable,
                                              GError            **error);
void               lamp_closure_import_free  (LampClosureImport  *self);
guint              lamp_closure_import_count (const LampClosureImport *self,
                                              LampClosureState         state);
guint              lamp_closure_import_count_chosen (const LampClosureImport *self);
guint              lamp_closure_import_apply (const LampClosureImport *self,
                                              LampEdit                *edit);

const char        *lamp_closure_state_get_label (LampClosureState state);
char              *lamp_closure_dup_days     (const LampRow      *closure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampClosureImport, lamp_closure_import_free)

G_END_DECLS
