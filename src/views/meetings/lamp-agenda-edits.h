/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-fit.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/* What a person does with the items of an agenda, several at a time. Each is one step in Undo; what stands against it
 * is told as a notice. @items are the agenda items of the meeting, in order; @chosen are some of them, in order. */

gboolean    lamp_items_place      (LampSession *session,
                                   GListModel  *items,
                                   GPtrArray   *chosen,
                                   guint        before);
GPtrArray  *lamp_items_duplicate  (LampSession *session,
                                   GListModel  *items,
                                   GPtrArray   *chosen);
gboolean    lamp_items_delete     (LampSession *session,
                                   GPtrArray   *chosen);
gboolean    lamp_items_move_to    (LampSession *session,
                                   GPtrArray   *chosen,
                                   LampRecord  *meeting);
LampRecord *lamp_items_split      (LampSession *session,
                                   GListModel  *items,
                                   LampRecord  *item,
                                   int          minutes,
                                   const char  *title,
                                   const char  *second_title);
gboolean    lamp_items_merge      (LampSession *session,
                                   GPtrArray   *chosen);
GPtrArray  *lamp_items_insert     (LampSession *session,
                                   LampRecord  *meeting,
                                   GListModel  *items,
                                   guint        place,
                                   GPtrArray   *rows,
                                   const char  *label,
                                   gboolean     fit);
LampRecord *lamp_items_add_typed  (LampSession *session,
                                   LampRecord  *meeting,
                                   GListModel  *items,
                                   const char  *text);
gboolean    lamp_items_fit        (LampSession *session,
                                   LampRecord  *meeting,
                                   GListModel  *items,
                                   LampFitMode  mode);
gboolean    lamp_items_fit_in     (LampEdit    *edit,
                                   LampRecord  *meeting,
                                   GListModel  *items,
                                   guint        place,
                                   GPtrArray   *rows,
                                   LampFitMode  mode,
                                   char       **words);

GPtrArray  *lamp_items_get_rows   (GListModel  *items);
guint       lamp_items_find       (GListModel  *items,
                                   LampRecord  *item);
guint       lamp_items_get_end    (GListModel  *items);

G_END_DECLS
