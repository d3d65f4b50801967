/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LampAgendaDragPrepare:
 * @row: the row at which the drag began
 * @data: user data
 *
 * Returns: (transfer full) (nullable): the agenda items that are dragged; %NULL when they may not be
 */
typedef GListStore *(*LampAgendaDragPrepare) (GtkListBoxRow *row,
                                              gpointer       data);

/**
 * LampAgendaDragDrop:
 * @items: the agenda items that were dragged
 * @before: the index of the row that they were dropped before, or the number of rows
 * @data: user data
 *
 * Returns: whether they were taken
 */
typedef gboolean (*LampAgendaDragDrop) (GListModel *items,
                                        guint       before,
                                        gpointer    data);

void lamp_agenda_drag_attach (GtkListBox            *box,
                              LampAgendaDragPrepare  prepare,
                              LampAgendaDragDrop     drop,
                              gpointer               data);

G_END_DECLS
