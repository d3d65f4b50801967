/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-list-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-goal-indent.h"

/* What the keys do in the goal list. */

/* Out: folds, or goes up to what is supported. */
static gboolean
fold (LampGoalList   *self,
      GtkTreeListRow *row)
{
  if (gtk_tree_list_row_get_expanded (row)
      && g_list_model_get_n_items (gtk_tree_list_row_get_children (row)) > 0)
    gtk_tree_list_row_set_expanded (row, FALSE);
  else
    lamp_goal_list_go_to_entry (self, lamp_goal_entry_get_parent (lamp_goal_lines_get_entry (row)), TRUE);

  return TRUE;
}

/* In: unfolds, or goes down to the first that supports it. */
static gboolean
unfold (LampGoalList   *self,
        GtkTreeListRow *row)
{
  LampGoalEntry *entry = lamp_goal_lines_get_entry (row);

  if (g_list_model_get_n_items (G_LIST_MODEL (lamp_goal_entry_get_children (entry))) == 0)
    return TRUE;
  if (!gtk_tree_list_row_get_expanded (row))
    {
      lamp_goal_lines_watch (self->lines, row);
      gtk_tree_list_row_set_expanded (row, TRUE);
      return TRUE;
    }

  gtk_single_selection_set_selected (self->selection, gtk_single_selection_get_selected (self->selection) + 1);
  lamp_goal_list_go_to (self, gtk_single_selection_get_selected (self->selection), TRUE);

  return TRUE;
}

static gboolean
open_menu_of_selected (LampGoalList *self)
{
  LampGoalEntry *entry = lamp_goal_list_get_selected_entry (self);
  GtkWidget *cell = entry ? lamp_goal_columns_get_cell (self->columns, LAMP_GOAL_COLUMN_TITLE, entry) : NULL;

  if (cell)
    lamp_goal_list_open_menu (self, cell, 0, gtk_widget_get_height (cell));

  return TRUE;
}

static gboolean
indent (LampGoalList *self,
        gboolean      out)
{
  LampGoalEntry *entry = lamp_goal_list_get_selected_entry (self);
  const LampRow *goal = lamp_goal_entry_get_goal (entry);

  if (goal && out)
    lamp_goal_outdent (self->board, goal);
  else if (goal)
    lamp_goal_indent (self->board, self->lines, entry);

  return TRUE;
}

/* Goals are moved in the plan; where they are sorted otherwise, nobody would see it. */
static gboolean
refuse_to_move (LampGoalList *self)
{
  const char *title = lamp_goal_columns_get_sort_title (self->columns);
  g_autofree char *message = NULL;

  if (!title)
    return GDK_EVENT_PROPAGATE;

  // Translators: %s is a column of the list, such as “Due”
  message = g_strdup_printf (_("The list is sorted by “%s”. Goals are moved in the order of the plan."), title);
  lamp_session_notice (lamp_goal_board_get_session (self->board), message, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
on_plain_key (LampGoalList   *self,
              GtkTreeListRow *row,
              guint           key,
              guint           inwards,
              guint           outwards)
{
  if (key == outwards)
    return fold (self, row);
  if (key == inwards)
    return unfold (self, row);
  if (key == GDK_KEY_F2)
    {
      lamp_goal_list_write_title (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Menu)
    return open_menu_of_selected (self);

  return GDK_EVENT_PROPAGATE;
}

/*< private >
 * lamp_goal_list_on_key:
 * @self: a list
 * @key: the key
 * @code: where it is on the keyboard
 * @modifiers: what else is held
 *
 * Returns: whether it was meant for the list
 */
gboolean
lamp_goal_list_on_key (LampGoalList    *self,
                       guint            key,
                       guint            code,
                       GdkModifierType  modifiers)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint inwards = is_mirrored ? GDK_KEY_Left : GDK_KEY_Right;
  guint outwards = is_mirrored ? GDK_KEY_Right : GDK_KEY_Left;
  GtkTreeListRow *row = lamp_goal_list_get_selected_row (self);

  modifiers &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (!row || !lamp_goal_list_has_focus (self))
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_ALT_MASK && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    return refuse_to_move (self);
  if (modifiers == GDK_CONTROL_MASK && (key == GDK_KEY_bracketleft || key == GDK_KEY_bracketright))
    return indent (self, key == GDK_KEY_bracketleft);
  if (modifiers == GDK_SHIFT_MASK && key == GDK_KEY_F10)
    return open_menu_of_selected (self);

  return modifiers == 0 ? on_plain_key (self, row, key, inwards, outwards) : GDK_EVENT_PROPAGATE;
}
