/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-columns.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"

/* The columns of the goal list: what each shows, and how it is sorted. */

typedef enum
{
  COLUMN_TITLE,
  COLUMN_STATUS,
  COLUMN_PROGRESS,
  COLUMN_OWNER,
  COLUMN_DUE,
  COLUMN_LEVEL,
} Column;

static const struct
{
  const char *title;
  int width;
} columns[] = {
  [COLUMN_TITLE] = { NC_ ("column", "Title"), 230 },
  [COLUMN_STATUS] = { NC_ ("column", "Status"), 124 },
  [COLUMN_PROGRESS] = { NC_ ("column", "Progress"), 116 },
  [COLUMN_OWNER] = { NC_ ("column", "Owner"), 140 },
  [COLUMN_DUE] = { NC_ ("column", "Due"), 124 },
  [COLUMN_LEVEL] = { NC_ ("column", "Level"), 120 },
};

typedef struct
{
  LampGoalBoard *board;
  Column column;
} Cells;

static Cells *
cells_new (LampGoalBoard *board,
           Column         column)
{
  Cells *self = g_new (Cells, 1);

  self->board = g_object_ref (board);
  self->column = column;

  return self;
}

static void
cells_free (gpointer data)
{
  Cells *self = data;

  g_object_unref (self->board);
  g_free (self);
}

/* Sorting. A number of private goals comes after the goals. */

static int
compare_texts (const char *a,
               const char *b)
{
  if (!a || !b)
    return (a == NULL) - (b == NULL); /* what is missing comes last */

  return CLAMP (g_utf8_collate (a, b), -1, 1);
}

static int
compare_numbers (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static int
find_choice (const LampRow *goal,
             const char    *field)
{
  const LampField *declared = &goal->type->fields[lamp_record_type_find_field (goal->type, field)];
  const char *nick = lamp_row_get_text (goal, field);
  int i = 0;

  while (declared->choices[i].nick && g_strcmp0 (declared->choices[i].nick, nick) != 0)
    i++;

  return i;
}

static const char *
find_owner (Cells         *self,
            const LampRow *goal)
{
  const LampRow *owner = lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "people",
                                             lamp_row_get_text (goal, "owner"));

  return owner ? lamp_row_get_title (owner) : NULL;
}

static double
find_fraction (Cells         *self,
               const LampRow *goal)
{
  double fraction = -1;

  lamp_rollup_get_fraction (lamp_goal_board_get_rollup (self->board), lamp_row_get_id (goal), &fraction);

  return fraction;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  Cells *self = data;
  const LampRow *one = lamp_goal_entry_get_goal ((gpointer) a);
  const LampRow *other = lamp_goal_entry_get_goal ((gpointer) b);

  if (!one || !other)
    return (one == NULL) - (other == NULL);

  switch (self->column)
    {
    case COLUMN_TITLE:
      return compare_texts (lamp_row_get_title (one), lamp_row_get_title (other));
    case COLUMN_LEVEL:
      return compare_numbers (lamp_goal_get_rank (one), lamp_goal_get_rank (other));
    case COLUMN_OWNER:
      return compare_texts (find_owner (self, one), find_owner (self, other));
    case COLUMN_DUE:
      return compare_texts (lamp_row_get_text (one, "due"), lamp_row_get_text (other, "due"));
    case COLUMN_STATUS:
      return compare_numbers (find_choice (one, "status"), find_choice (other, "status"));
    case COLUMN_PROGRESS:
    default:
      return compare_numbers (find_fraction (self, one), find_fraction (self, other));
    }
}

/* Cells: a label, a label beside an icon, or a bar beside a label. */

static GtkWidget *
make_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
}

static GtkWidget *
make_cell (Column column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (column == COLUMN_STATUS || column == COLUMN_DUE)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "pixel-size", 12,
                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  if (column == COLUMN_PROGRESS)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_PROGRESS_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER,
                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                 NULL));
  gtk_box_append (GTK_BOX (box), make_label ());
  if (column == COLUMN_PROGRESS)
    gtk_widget_add_css_class (box, "goal-progress");

  return box;
}

static void
set_up (GtkSignalListItemFactory *factory,
        GtkListItem              *item,
        Cells                    *self)
{
  GtkWidget *cell = make_cell (self->column);

  if (self->column != COLUMN_TITLE)
    {
      gtk_list_item_set_child (item, cell);
      return;
    }
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_TREE_EXPANDER, "child", cell, "height-request", 24, NULL));
}

static LampGoalEntry *
get_entry (GtkListItem *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (LampGoalEntry) entry = row ? gtk_tree_list_row_get_item (row) : NULL;

  return entry; /* the row holds it */
}

static void
show_in_cell (GtkWidget  *cell,
              const char *icon,
              const char *text)
{
  GtkWidget *first = gtk_widget_get_first_child (cell);

  if (GTK_IS_IMAGE (first))
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (first), icon);
      gtk_widget_set_visible (first, icon != NULL);
    }
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)), text ? text : "");
}

static void
show_progress (GtkWidget           *cell,
               const LampGoalFacts *facts)
{
  GtkWidget *bar = gtk_widget_get_first_child (cell);
  g_autofree char *percent = facts ? lamp_goal_facts_dup_percent (facts) : g_strdup ("");

  gtk_widget_set_visible (bar, facts && facts->has_fraction);
  if (facts)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), facts->fraction);
  show_in_cell (cell, NULL, percent);
}

static void
show_goal (Cells         *self,
           GtkWidget     *cell,
           const LampRow *goal)
{
  g_auto (LampGoalFacts) facts = { NULL };

  lamp_goal_facts_init (&facts, self->board, goal);
  switch (self->column)
    {
    case COLUMN_LEVEL:
      show_in_cell (cell, NULL, lamp_goal_get_level_label (goal));
      break;
    case COLUMN_OWNER:
      show_in_cell (cell, NULL, facts.owner);
      break;
    case COLUMN_DUE:
      show_in_cell (cell, facts.is_overdue ? "alarm-symbolic" : NULL, facts.due);
      break;
    case COLUMN_STATUS:
      show_in_cell (cell, facts.status_icon, facts.status);
      break;
    case COLUMN_PROGRESS:
      show_progress (cell, &facts);
      break;
    case COLUMN_TITLE:
    default:
      break;
    }
}

static void
show_cell (LampGoalEntry *entry,
           GtkListItem   *item)
{
  Cells *self = g_object_get_data (G_OBJECT (item), "cells");
  GtkWidget *cell = gtk_list_item_get_child (item);
  const LampRow *goal = lamp_goal_entry_get_goal (entry);

  if (self->column == COLUMN_TITLE)
    {
      g_autofree char *title = lamp_goal_entry_dup_title (entry);
      guint n_children = g_list_model_get_n_items (G_LIST_MODEL (lamp_goal_entry_get_children (entry)));

      gtk_tree_expander_set_hide_expander (GTK_TREE_EXPANDER (cell), n_children == 0);
      cell = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell));
      show_in_cell (cell, NULL, title);
    }
  else if (goal)
    show_goal (self, cell, goal);
  else if (self->column == COLUMN_PROGRESS)
    show_progress (cell, NULL);
  else
    show_in_cell (cell, NULL, self->column == COLUMN_LEVEL ? C_ ("goal", "Private") : NULL);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem              *item,
      Cells                    *self)
{
  LampGoalEntry *entry = get_entry (item);

  g_object_set_data (G_OBJECT (item), "cells", self);
  if (self->column == COLUMN_TITLE)
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_cell), item, 0);
  show_cell (entry, item);
}

static void
unbind (GtkSignalListItemFactory *factory,
        GtkListItem              *item,
        Cells                    *self)
{
  g_signal_handlers_disconnect_by_func (get_entry (item), show_cell, item);
  if (self->column == COLUMN_TITLE)
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static GtkColumnViewColumn *
make_column (LampGoalBoard *board,
             Column         column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made;
  g_autoptr (GtkSorter) sorter = NULL;
  Cells *cells = cells_new (board, column);

  g_signal_connect_data (factory, "setup", G_CALLBACK (set_up), cells, (GClosureNotify) G_CALLBACK (cells_free), 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), cells);
  made = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title), factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == COLUMN_TITLE);
  gtk_column_view_column_set_fixed_width (made, columns[column].width);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_entries, cells_new (board, column), cells_free));
  gtk_column_view_column_set_sorter (made, sorter);

  return made;
}

/**
 * lamp_goal_columns_add:
 * @view: a column view over rows of a tree list of [class@GoalEntry]
 * @board: what they show
 *
 * Adds the columns.
 */
void
lamp_goal_columns_add (GtkColumnView *view,
                       LampGoalBoard *board)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (board, i);

      gtk_column_view_append_column (view, column);
    }
}
