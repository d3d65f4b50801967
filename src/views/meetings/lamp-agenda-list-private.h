/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the list and its commands share (private to the agenda list). */

#include "lamp-agenda-list.h"

G_BEGIN_DECLS

struct _LampAgendaList
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GListModel *records;        /* (nullable): all items */
  GtkSliceListModel *shown;   /* (nullable): those that have a row */
  GSimpleActionGroup *actions;
  GtkWidget *menu;
  gboolean quiet;             /* while the selection only follows */
  gboolean headed;            /* whether runs of a kind have headings */

  GtkListBox *items;
  GtkButton *more;
  GtkWidget *typed;
  AdwEntryRow *entry;
  GMenuModel *item_menu;
};

gboolean            lamp_agenda_list_is_locked  (LampAgendaList *self);
GPtrArray          *lamp_agenda_list_dup_chosen (LampAgendaList *self);
void                lamp_agenda_list_select_one (LampAgendaList *self,
                                                 LampRecord     *item);
void                lamp_agenda_list_place      (LampAgendaList *self,
                                                 GPtrArray      *chosen,
                                                 guint           before);
void                lamp_agenda_list_show_menu  (GSimpleAction  *action,
                                                 GVariant       *parameter,
                                                 gpointer        data);

GSimpleActionGroup *lamp_agenda_commands_new    (LampAgendaList *self);
void                lamp_agenda_commands_update (LampAgendaList *self);
void                lamp_agenda_commands_bind   (GtkWidgetClass *widget_class);

G_END_DECLS
