/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-cells.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"

struct _LampGoalCells
{
  GObject parent_instance;

  LampGoalBoard *board;
  LampGoalLines *lines;
  LampGoalColumn column;
  GHashTable *shown;       /* line → the item that shows it (both unowned) */
};

G_DEFINE_FINAL_TYPE (LampGoalCells, lamp_goal_cells, G_TYPE_OBJECT)

/* Sorting. */

/* What a cell is sorted by: a text, or a number. */
typedef struct
{
  gboolean is_known;
  const char *text; /* (nullable) */
  double number;
} Key;

static Key
key_of_text (const char *text)
{
  return (Key) { text != NULL, text, 0 };
}

static Key
key_of_named (LampGoalCells *self,
              const LampRow *goal,
              const char    *type,
              const char    *field)
{
  const LampRow *named = lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), type,
                                             lamp_row_get_text (goal, field));

  return key_of_text (named ? lamp_row_get_title (named) : NULL);
}

/* In the order in which the choices are declared. */
static Key
key_of_choice (const LampRow *goal,
               const char    *field)
{
  const char *nick = lamp_row_get_text (goal, field);
  const LampField *declared = &goal->type->fields[lamp_record_type_find_field (goal->type, field)];

  for (guint i = 0; nick && declared->choices[i].nick; i++)
    if (g_str_equal (declared->choices[i].nick, nick))
      return (Key) { TRUE, NULL, i };

  return (Key) { FALSE };
}

static Key
key_of_number (const LampRow *goal,
               const char    *field)
{
  return (Key) { lamp_row_has (goal, field), NULL, lamp_row_get_real (goal, field) };
}

static Key
key_of_progress (LampGoalCells *self,
                 const LampRow *goal)
{
  double fraction = 0;
  gboolean is_known = lamp_rollup_get_fraction (lamp_goal_board_get_rollup (self->board), lamp_row_get_id (goal),
                                                &fraction);

  return (Key) { is_known, NULL, fraction };
}

static Key
read_key (LampGoalCells *self,
          const LampRow *goal)
{
  switch (self->column)
    {
    case LAMP_GOAL_COLUMN_STATUS:
      return key_of_choice (goal, "status");
    case LAMP_GOAL_COLUMN_PROGRESS:
      return key_of_progress (self, goal);
    case LAMP_GOAL_COLUMN_OWNER:
      return key_of_named (self, goal, "people", "owner");
    case LAMP_GOAL_COLUMN_DUE:
      return key_of_text (lamp_row_get_text (goal, "due"));
    case LAMP_GOAL_COLUMN_LEVEL:
      return (Key) { TRUE, NULL, lamp_goal_get_rank (goal) };
    case LAMP_GOAL_COLUMN_COMMUNITY:
      return key_of_named (self, goal, "communities", "community");
    case LAMP_GOAL_COLUMN_HORIZON:
      return key_of_choice (goal, "horizon");
    case LAMP_GOAL_COLUMN_PRIORITY:
      return (Key) { TRUE, NULL, lamp_row_get_integer (goal, "is_priority") ? 0 : 1 };
    case LAMP_GOAL_COLUMN_BASELINE:
      return key_of_number (goal, "baseline");
    case LAMP_GOAL_COLUMN_TARGET:
      return key_of_number (goal, "target");
    case LAMP_GOAL_COLUMN_TITLE:
    case LAMP_GOAL_N_COLUMNS:
    default:
      return key_of_text (lamp_row_get_title (goal));
    }
}

/**
 * lamp_goal_cells_compare:
 * @self: the cells
 * @a: a line with a goal
 * @b: another
 * @descending: whether the greatest comes first
 *
 * Compares what two lines have in this column. What is missing comes last in either direction.
 *
 * Returns: less than, equal to or greater than zero
 */
int
lamp_goal_cells_compare (LampGoalCells *self,
                         LampGoalEntry *a,
                         LampGoalEntry *b,
                         gboolean       descending)
{
  Key one = read_key (self, lamp_goal_entry_get_goal (a));
  Key other = read_key (self, lamp_goal_entry_get_goal (b));
  int difference;

  if (!one.is_known || !other.is_known)
    return other.is_known - one.is_known;

  if (one.text)
    difference = CLAMP (g_utf8_collate (one.text, other.text), -1, 1);
  else
    difference = (one.number > other.number) - (one.number < other.number);

  return descending ? -difference : difference;
}

/* Cells: a label, a label beside an icon, or a bar beside a label. */

static gboolean
has_icon (LampGoalCells *self)
{
  return self->column == LAMP_GOAL_COLUMN_STATUS || self->column == LAMP_GOAL_COLUMN_DUE
         || self->column == LAMP_GOAL_COLUMN_PRIORITY;
}

static GtkWidget *
make_cell (LampGoalCells *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (has_icon (self))
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "pixel-size", 12,
                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  if (self->column == LAMP_GOAL_COLUMN_PROGRESS)
    {
      gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_PROGRESS_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER,
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_widget_add_css_class (box, "goal-progress");
    }
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));

  return box;
}

/* The focus of a line is in its expander: a row of a column view can take none unless one of its cells can. */
static void
set_up (LampGoalCells *self,
        GtkListItem   *item)
{
  GtkWidget *cell = make_cell (self);
  GtkWidget *expander;

  gtk_list_item_set_focusable (item, FALSE);
  if (self->column != LAMP_GOAL_COLUMN_TITLE)
    {
      gtk_list_item_set_child (item, cell);
      return;
    }

  expander = g_object_new (GTK_TYPE_TREE_EXPANDER, "child", cell, "height-request", 24, NULL);
  gtk_list_item_set_child (item, expander);
}

static void
show_in_cell (GtkWidget  *cell,
              const char *icon,
              const char *text)
{
  GtkWidget *first = gtk_widget_get_first_child (cell);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (cell));

  if (GTK_IS_IMAGE (first))
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (first), icon);
      gtk_widget_set_visible (first, icon != NULL);
    }
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_tooltip_text (cell, text && *text ? text : NULL);
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
show_due (GtkWidget           *cell,
          const LampGoalFacts *facts)
{
  g_autofree char *overdue = NULL;

  // Translators: a date that has passed
  if (facts->is_overdue)
    overdue = g_strdup_printf (C_ ("due", "%s, overdue"), facts->due);
  show_in_cell (cell, facts->is_overdue ? "alarm-symbolic" : NULL, overdue ? overdue : facts->due);
}

static void
show_choice (GtkWidget     *cell,
             const LampRow *goal,
             const char    *field)
{
  const char *nick = lamp_row_get_text (goal, field);
  const LampField *declared = &goal->type->fields[lamp_record_type_find_field (goal->type, field)];

  show_in_cell (cell, NULL, nick ? lamp_field_get_choice_label (declared, nick) : NULL);
}

static void
show_number (GtkWidget     *cell,
             const LampRow *goal,
             const char    *field)
{
  const char *unit = lamp_row_get_text (goal, "unit");
  g_autofree char *number = NULL;

  if (lamp_row_has (goal, field))
    number = unit ? g_strdup_printf ("%.15g %s", lamp_row_get_real (goal, field), unit)
                  : g_strdup_printf ("%.15g", lamp_row_get_real (goal, field));
  show_in_cell (cell, NULL, number);
}

static void
show_priority (GtkWidget     *cell,
               const LampRow *goal)
{
  gboolean is_priority = lamp_row_get_integer (goal, "is_priority") != 0;

  show_in_cell (cell, is_priority ? "starred-symbolic" : NULL, is_priority ? C_ ("goal", "Priority") : NULL);
}

/* What is shown of a goal in the tree, too. */
static void
show_facts (LampGoalCells *self,
            GtkWidget     *cell,
            const LampRow *goal)
{
  g_auto (LampGoalFacts) facts = { NULL };

  lamp_goal_facts_init (&facts, self->board, goal);
  if (self->column == LAMP_GOAL_COLUMN_OWNER)
    show_in_cell (cell, NULL, facts.owner);
  else if (self->column == LAMP_GOAL_COLUMN_DUE)
    show_due (cell, &facts);
  else if (self->column == LAMP_GOAL_COLUMN_STATUS)
    show_in_cell (cell, facts.status_icon, facts.status);
  else
    show_progress (cell, &facts);
}

static void
show_goal (LampGoalCells *self,
           GtkWidget     *cell,
           const LampRow *goal)
{
  switch (self->column)
    {
    case LAMP_GOAL_COLUMN_LEVEL:
      show_in_cell (cell, NULL, lamp_goal_get_level_label (goal));
      break;
    case LAMP_GOAL_COLUMN_COMMUNITY:
      show_in_cell (cell, NULL, key_of_named (self, goal, "communities", "community").text);
      break;
    case LAMP_GOAL_COLUMN_HORIZON:
      show_choice (cell, goal, "horizon");
      break;
    case LAMP_GOAL_COLUMN_PRIORITY:
      show_priority (cell, goal);
      break;
    case LAMP_GOAL_COLUMN_BASELINE:
      show_number (cell, goal, "baseline");
      break;
    case LAMP_GOAL_COLUMN_TARGET:
      show_number (cell, goal, "target");
      break;
    case LAMP_GOAL_COLUMN_STATUS:
    case LAMP_GOAL_COLUMN_PROGRESS:
    case LAMP_GOAL_COLUMN_OWNER:
    case LAMP_GOAL_COLUMN_DUE:
      show_facts (self, cell, goal);
      break;
    case LAMP_GOAL_COLUMN_TITLE:
    case LAMP_GOAL_N_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

/* A goal that is seen only for the sake of others steps back. */
static void
show_title (LampGoalEntry   *entry,
            GtkTreeExpander *expander)
{
  GtkWidget *cell = gtk_tree_expander_get_child (expander);
  g_autofree char *title = lamp_goal_entry_dup_title (entry);
  guint n_children = g_list_model_get_n_items (G_LIST_MODEL (lamp_goal_entry_get_children (entry)));

  gtk_tree_expander_set_hide_expander (expander, n_children == 0);
  show_in_cell (cell, NULL, title);
  if (lamp_goal_entry_is_context (entry) || !lamp_goal_entry_get_goal (entry))
    gtk_widget_add_css_class (cell, "dim-label");
  else
    gtk_widget_remove_css_class (cell, "dim-label");
}

/* The cells that an item belongs to. */
static LampGoalCells *
get_cells (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (item), "cells");
}

static void
set_folded_state (GtkWidget *widget,
                  gboolean   is_expandable,
                  gboolean   is_expanded)
{
  if (is_expandable)
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* What has the focus says whether it is folded, and so does the row, which is above the cell. */
static void
tell_folded (GtkTreeListRow *row,
             GParamSpec     *pspec,
             GtkListItem    *item)
{
  GtkWidget *expander = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (expander);
  LampGoalEntry *entry = g_object_get_data (G_OBJECT (item), "entry");
  gboolean is_expandable = g_list_model_get_n_items (G_LIST_MODEL (lamp_goal_entry_get_children (entry))) > 0;
  gboolean is_expanded = gtk_tree_list_row_get_expanded (row);

  set_folded_state (expander, is_expandable, is_expanded);
  if (cell && gtk_widget_get_parent (cell))
    set_folded_state (gtk_widget_get_parent (cell), is_expandable, is_expanded);
}

static void
show_line (LampGoalCells *self,
           LampGoalEntry *entry,
           GtkListItem   *item)
{
  GtkWidget *expander = gtk_list_item_get_child (item);
  g_autofree char *sentence = lamp_goal_entry_dup_sentence (entry, self->board);

  show_title (entry, GTK_TREE_EXPANDER (expander));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  tell_folded (gtk_list_item_get_item (item), NULL, item);
}

static void
show_item (LampGoalEntry *entry,
           GtkListItem   *item)
{
  LampGoalCells *self = get_cells (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  const LampRow *goal = lamp_goal_entry_get_goal (entry);

  if (self->column == LAMP_GOAL_COLUMN_TITLE)
    show_line (self, entry, item);
  else if (goal)
    show_goal (self, cell, goal);
  else if (self->column == LAMP_GOAL_COLUMN_PROGRESS)
    show_progress (cell, NULL);
  else
    show_in_cell (cell, NULL, self->column == LAMP_GOAL_COLUMN_LEVEL ? C_ ("goal", "Private") : NULL);
}

static void
bind (LampGoalCells *self,
      GtkListItem   *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  LampGoalEntry *entry = lamp_goal_lines_get_entry (row);

  g_object_set_data (G_OBJECT (item), "cells", self);
  g_object_set_data_full (G_OBJECT (item), "entry", g_object_ref (entry), g_object_unref);
  if (self->column == LAMP_GOAL_COLUMN_TITLE)
    {
      gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), row);
      lamp_goal_lines_watch (self->lines, row);
      g_signal_connect_object (row, "notify::expanded", G_CALLBACK (tell_folded), item, 0);
    }
  g_hash_table_insert (self->shown, entry, item);
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_item), item, 0);
  show_item (entry, item);
}

/* A row that goes has forgotten its line already; and another item may show the line by now. */
static void
unbind (LampGoalCells *self,
        GtkListItem   *item)
{
  g_autoptr (LampGoalEntry) entry = g_object_steal_data (G_OBJECT (item), "entry");

  g_signal_handlers_disconnect_by_func (entry, show_item, item);
  if (g_hash_table_lookup (self->shown, entry) == item)
    g_hash_table_remove (self->shown, entry);
  if (self->column != LAMP_GOAL_COLUMN_TITLE)
    return;

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), tell_folded, item);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

/* The class. */

static void
lamp_goal_cells_finalize (GObject *object)
{
  LampGoalCells *self = LAMP_GOAL_CELLS (object);

  g_hash_table_unref (self->shown);
  g_object_unref (self->board);
  g_object_unref (self->lines);

  G_OBJECT_CLASS (lamp_goal_cells_parent_class)->finalize (object);
}

static void
lamp_goal_cells_class_init (LampGoalCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_goal_cells_finalize;
}

static void
lamp_goal_cells_init (LampGoalCells *self)
{
  self->shown = g_hash_table_new (NULL, NULL);
}

/**
 * lamp_goal_cells_new:
 * @column: what they show
 * @board: of which goals
 * @lines: on which lines
 *
 * Returns: (transfer full): the cells
 */
LampGoalCells *
lamp_goal_cells_new (LampGoalColumn  column,
                     LampGoalBoard  *board,
                     LampGoalLines  *lines)
{
  LampGoalCells *self = g_object_new (LAMP_TYPE_GOAL_CELLS, NULL);

  self->column = column;
  self->board = g_object_ref (board);
  self->lines = g_object_ref (lines);

  return self;
}

/**
 * lamp_goal_cells_make_factory:
 * @self: the cells
 *
 * Returns: (transfer full): what makes them; it holds @self
 */
GtkListItemFactory *
lamp_goal_cells_make_factory (LampGoalCells *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (set_up), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind), self);
  g_object_set_data_full (G_OBJECT (factory), "cells", g_object_ref (self), g_object_unref);

  return factory;
}

/**
 * lamp_goal_cells_get_column:
 * @self: the cells
 *
 * Returns: what they show
 */
LampGoalColumn
lamp_goal_cells_get_column (LampGoalCells *self)
{
  return self->column;
}

/**
 * lamp_goal_cells_get_widget:
 * @self: the cells
 * @entry: a line
 *
 * Returns: (transfer none) (nullable): the cell of that line, while it is near what is seen
 */
GtkWidget *
lamp_goal_cells_get_widget (LampGoalCells *self,
                            LampGoalEntry *entry)
{
  GtkListItem *item = g_hash_table_lookup (self->shown, entry);
  GtkWidget *cell = item ? gtk_list_item_get_child (item) : NULL;

  return GTK_IS_TREE_EXPANDER (cell) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell)) : cell;
}
