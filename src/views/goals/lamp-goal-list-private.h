/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-columns.h"
#include "lamp-goal-list.h"
#include "lamp-goal-pen.h"

G_BEGIN_DECLS

/* The list itself is in lamp-goal-list.c, its keys in lamp-goal-list-keys.c. */
struct _LampGoalList
{
  AdwBin parent_instance;

  LampGoalBoard *board;
  LampGoalLines *lines;
  LampGoalColumns *columns;
  LampGoalPen *pen;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  GtkWidget *menu;
  gboolean follows;             /* while the selection is brought in line with the session's */
  gboolean had_focus;           /* before the lines were read */
  guint narrow_id;
};

GtkTreeListRow *lamp_goal_list_get_selected_row   (LampGoalList  *self);
LampGoalEntry  *lamp_goal_list_get_selected_entry (LampGoalList  *self);
gboolean        lamp_goal_list_has_focus          (LampGoalList  *self);
void            lamp_goal_list_go_to              (LampGoalList  *self,
                                                   guint          position,
                                                   gboolean       focus);
void            lamp_goal_list_go_to_entry        (LampGoalList  *self,
                                                   LampGoalEntry *entry,
                                                   gboolean       focus);
void            lamp_goal_list_open_menu          (LampGoalList  *self,
                                                   GtkWidget     *at,
                                                   double         x,
                                                   double         y);
void            lamp_goal_list_write_title        (LampGoalList  *self);
gboolean        lamp_goal_list_on_key             (LampGoalList    *self,
                                                   guint            key,
                                                   guint            code,
                                                   GdkModifierType  modifiers);

G_END_DECLS
