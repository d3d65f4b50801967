/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-sight.h"
#include "lamp-goal-tree-private.h"

/* Folding by keys. As in the other trees of GNOME “+” unfolds and “−” folds, and the arrow that points away from the
 * root unfolds what is folded; otherwise the arrows walk, which here is what the arrow towards the root does too. */

static gboolean
fold_focused (GtkWidget *widget,
              GVariant  *folded,
              gpointer   data)
{
  LampGoalTree *self = LAMP_GOAL_TREE (widget);
  const LampOutlineNode *node = lamp_goal_tree_get_focused (self);

  if (!node || !node->goal || node->n_below == 0)
    return GDK_EVENT_PROPAGATE;

  lamp_goal_board_set_folded (lamp_goal_tree_get_board (self), node->goal, g_variant_get_boolean (folded));

  return GDK_EVENT_STOP;
}

static gboolean
unfold_by_arrow (GtkWidget *widget,
                 GVariant  *rightwards,
                 gpointer   data)
{
  LampGoalTree *self = LAMP_GOAL_TREE (widget);
  const LampOutlineNode *node = lamp_goal_tree_get_focused (self);
  gboolean away = g_variant_get_boolean (rightwards) == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);

  if (!away || !node || !node->is_folded)
    return GDK_EVENT_PROPAGATE;

  lamp_goal_board_set_folded (lamp_goal_tree_get_board (self), node->goal, FALSE);

  return GDK_EVENT_STOP;
}

/*< private >
 * lamp_goal_tree_add_keys:
 * @widget_class: the class of the tree
 *
 * Binds the keys, which the window's list of shortcuts tells too.
 */
void
lamp_goal_tree_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    gboolean folds;
  } keys[] = {
    { GDK_KEY_minus, TRUE }, { GDK_KEY_KP_Subtract, TRUE },
    { GDK_KEY_plus, FALSE }, { GDK_KEY_equal, FALSE }, { GDK_KEY_KP_Add, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, fold_focused, "b", keys[i].folds);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, fold_focused, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, unfold_by_arrow, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, unfold_by_arrow, "b", FALSE);
}
