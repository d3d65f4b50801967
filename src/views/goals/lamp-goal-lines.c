/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-lines.h"

#include "lamp-goal-sight.h"

/* Up to so many lines come and go one by one, so that all others keep their rows; when there are more, such as after a
 * search, it is another list and is made anew at once. */
#define FEW 50

struct _LampGoalLines
{
  GObject parent_instance;

  LampGoalBoard *board;
  GHashTable *entries;          /* name → LampGoalEntry */
  GPtrArray *lines;             /* in the plan's own order, each after the one that it stands under (unowned) */
  GListStore *roots;
  GtkTreeListModel *tree;
  GtkCustomSorter *siblings;
  GtkSorter *order;             /* of rows */
  GtkSortListModel *rows;
  GCompareDataFunc compare;     /* (nullable): what comes before the plan's own order */
  gpointer compare_data;
};

enum
{
  SIGNAL_READING,
  SIGNAL_READ,
  SIGNAL_FOLDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampGoalLines, lamp_goal_lines, G_TYPE_OBJECT)

/* Reading the outline into lines. */

typedef struct
{
  LampGoalEntry *entry;
  LampGoalEntry *parent; /* (nullable) */
} Move;

typedef struct
{
  GPtrArray *lines;
  GHashTable *seen;
  GHashTable *last;      /* line, or the reading itself for none → the place that the child read last had before, + 1 */
  GArray *gone;          /* (element-type Move): from where */
  GArray *come;          /* (element-type Move): to where */
  gboolean is_reordered; /* lines that stay have changed places among each other */
} Reading;

static void
reading_init (Reading *self)
{
  self->lines = g_ptr_array_new ();
  self->seen = g_hash_table_new (NULL, NULL);
  self->last = g_hash_table_new (NULL, NULL);
  self->gone = g_array_new (FALSE, FALSE, sizeof (Move));
  self->come = g_array_new (FALSE, FALSE, sizeof (Move));
  self->is_reordered = FALSE;
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->last);
  g_array_unref (self->gone);
  g_array_unref (self->come);
}

static void
note_move (GArray        *moves,
           LampGoalEntry *entry,
           LampGoalEntry *parent)
{
  Move move = { entry, parent };

  g_array_append_val (moves, move);
}

/* Whether it stood before its elder sibling so far. */
static void
note_order (Reading       *reading,
            LampGoalEntry *entry,
            LampGoalEntry *parent)
{
  gpointer key = parent ? (gpointer) parent : (gpointer) reading;
  guint before = lamp_goal_entry_get_place (entry) + 1;

  if (before < GPOINTER_TO_UINT (g_hash_table_lookup (reading->last, key)))
    reading->is_reordered = TRUE;
  g_hash_table_insert (reading->last, key, GUINT_TO_POINTER (before));
}

static LampGoalEntry *
read_entry (LampGoalLines *self,
            Reading       *reading,
            const char    *name,
            LampGoalEntry *parent,
            gboolean       is_context)
{
  LampGoalEntry *entry = g_hash_table_lookup (self->entries, name);

  if (!entry)
    {
      entry = lamp_goal_entry_new (name);
      g_hash_table_insert (self->entries, g_strdup (name), entry);
      note_move (reading->come, entry, parent);
    }
  else if (lamp_goal_entry_get_parent (entry) != parent)
    {
      note_move (reading->gone, entry, lamp_goal_entry_get_parent (entry));
      note_move (reading->come, entry, parent);
    }
  else
    note_order (reading, entry, parent);
  lamp_goal_entry_put (entry, parent, reading->lines->len, is_context);
  g_ptr_array_add (reading->lines, entry);
  g_hash_table_add (reading->seen, entry);

  return entry;
}

static void
read_tree (LampGoalLines *self,
           Reading       *reading)
{
  GArray *nodes = lamp_goal_board_get_outline (self->board)->nodes;
  g_autofree LampGoalEntry **entries = g_new (LampGoalEntry *, nodes->len + 1);

  for (guint i = 0; i < nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (nodes, LampOutlineNode, i);
      LampGoalEntry *parent = node->parent >= 0 ? entries[node->parent] : NULL;
      g_autofree char *name = NULL;

      name = node->goal ? g_strdup (lamp_row_get_id (node->goal))
                        : g_strconcat ("~", lamp_goal_entry_get_name (parent), NULL);
      entries[i] = read_entry (self, reading, name, parent, node->is_context);
      lamp_goal_entry_set (entries[i], node->goal, node->privates);
    }
}

static gboolean
is_seen (LampGoalLines *self,
         Reading       *reading,
         const LampRow *goal)
{
  LampGoalEntry *entry = g_hash_table_lookup (self->entries, lamp_row_get_id (goal));

  return entry && g_hash_table_contains (reading->seen, entry);
}

/* What aligns with nothing comes after what does, if it is not there already for the sake of what supports it. */
static void
read_tray (LampGoalLines *self,
           Reading       *reading)
{
  LampGoalOutline *outline = lamp_goal_board_get_outline (self->board);

  for (guint i = 0; i < outline->tray->len; i++)
    if (!is_seen (self, reading, outline->tray->pdata[i]))
      lamp_goal_entry_set (read_entry (self, reading, lamp_row_get_id (outline->tray->pdata[i]), NULL, FALSE),
                           outline->tray->pdata[i], NULL);
  if (outline->private_tray->len > 0)
    lamp_goal_entry_set (read_entry (self, reading, "~", NULL, FALSE), NULL, outline->private_tray);
}

/* The rows of the snapshot before are no more: lines that were not read show nothing from now on. */
static void
note_gone (LampGoalLines *self,
           Reading       *reading)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (!g_hash_table_contains (reading->seen, entry))
      {
        note_move (reading->gone, entry, lamp_goal_entry_get_parent (entry));
        lamp_goal_entry_set (entry, NULL, NULL);
      }
}

/* Bringing the rows in line. */

static GListStore *
get_store (LampGoalLines *self,
           LampGoalEntry *parent)
{
  return parent ? lamp_goal_entry_get_children (parent) : self->roots;
}

static void
move_few (LampGoalLines *self,
          Reading       *reading)
{
  for (guint i = 0; i < reading->gone->len; i++)
    {
      const Move *move = &g_array_index (reading->gone, Move, i);
      guint position;

      if (g_list_store_find (get_store (self, move->parent), move->entry, &position))
        g_list_store_remove (get_store (self, move->parent), position);
    }
  /* The lowest first: a line is shown with what is under it. */
  for (guint i = reading->come->len; i > 0; i--)
    {
      const Move *move = &g_array_index (reading->come, Move, i - 1);

      g_list_store_append (get_store (self, move->parent), move->entry);
    }
}

static void
make_anew (LampGoalLines *self,
           Reading       *reading)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  gtk_sort_list_model_set_model (self->rows, NULL);
  g_list_store_remove_all (self->roots);
  for (guint i = 0; i < reading->lines->len; i++)
    g_list_store_remove_all (lamp_goal_entry_get_children (reading->lines->pdata[i]));
  for (guint i = 0; i < reading->lines->len; i++)
    {
      LampGoalEntry *parent = lamp_goal_entry_get_parent (reading->lines->pdata[i]);

      if (parent)
        g_list_store_append (lamp_goal_entry_get_children (parent), reading->lines->pdata[i]);
      else
        g_ptr_array_add (roots, reading->lines->pdata[i]);
    }
  g_list_store_splice (self->roots, 0, 0, roots->pdata, roots->len);
  gtk_sort_list_model_set_model (self->rows, G_LIST_MODEL (self->tree));
}

static GtkTreeListRow *
dup_row (LampGoalLines *self,
         LampGoalEntry *entry)
{
  LampGoalEntry *parent = lamp_goal_entry_get_parent (entry);
  g_autoptr (GtkTreeListRow) above = NULL;
  guint position;

  if (!g_list_store_find (get_store (self, parent), entry, &position))
    return NULL;
  if (!parent)
    return gtk_tree_list_model_get_child_row (self->tree, position);

  above = dup_row (self, parent);

  return above ? gtk_tree_list_row_get_child_row (above, position) : NULL;
}

/* Folding: the board knows what is folded, and the rows follow. A row that is made anew is unfolded. */

static void
fold_row (LampGoalLines *self,
          LampGoalEntry *entry)
{
  g_autoptr (GtkTreeListRow) row = dup_row (self, entry);

  if (row)
    gtk_tree_list_row_set_expanded (row, !lamp_goal_entry_is_folded (entry));
}

static void
fold_again (LampGoalLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (lamp_goal_entry_is_folded (self->lines->pdata[i]))
      fold_row (self, self->lines->pdata[i]);
}

static void
follow_folds (LampGoalLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      LampGoalEntry *entry = self->lines->pdata[i];
      const LampRow *goal = lamp_goal_entry_get_goal (entry);
      gboolean is_folded = goal && lamp_goal_board_is_folded (self->board, goal);

      if (is_folded == lamp_goal_entry_is_folded (entry))
        continue;

      lamp_goal_entry_set_folded (entry, is_folded);
      fold_row (self, entry);
    }
  fold_again (self);
}

static gboolean
is_not_seen (gpointer name,
             gpointer entry,
             gpointer seen)
{
  return !g_hash_table_contains (seen, entry);
}

static void
on_board_changed (LampGoalLines *self)
{
  Reading reading;

  reading_init (&reading);
  read_tree (self, &reading);
  read_tray (self, &reading);
  note_gone (self, &reading);
  g_signal_emit (self, signals[SIGNAL_READING], 0);
  if (reading.gone->len + reading.come->len > FEW)
    make_anew (self, &reading);
  else
    move_few (self, &reading);
  if (reading.is_reordered || self->compare)
    gtk_sorter_changed (GTK_SORTER (self->siblings), GTK_SORTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < reading.lines->len; i++)
    lamp_goal_entry_tell (reading.lines->pdata[i]);
  g_hash_table_foreach_remove (self->entries, is_not_seen, reading.seen);
  g_ptr_array_unref (self->lines);
  self->lines = g_steal_pointer (&reading.lines);
  reading_clear (&reading);
  follow_folds (self);
  g_signal_emit (self, signals[SIGNAL_READ], 0);
}

/* A person folds. A row that goes tells of it as well, but can be expanded no more. */

static void
on_expanded (LampGoalLines  *self,
             GParamSpec     *pspec,
             GtkTreeListRow *row)
{
  LampGoalEntry *entry = lamp_goal_lines_get_entry (row);
  gboolean is_folded = !gtk_tree_list_row_get_expanded (row);

  if (!gtk_tree_list_row_is_expandable (row) || lamp_goal_entry_is_folded (entry) == is_folded)
    return;

  lamp_goal_entry_set_folded (entry, is_folded);
  if (is_folded)
    g_signal_emit (self, signals[SIGNAL_FOLDED], 0, entry);
  lamp_goal_board_set_folded (self->board, lamp_goal_entry_get_goal (entry), is_folded);
}

/**
 * lamp_goal_lines_watch:
 * @self: the lines
 * @row: one of their rows, which is shown
 *
 * Has the board know when a person folds the row.
 */
void
lamp_goal_lines_watch (LampGoalLines  *self,
                       GtkTreeListRow *row)
{
  g_return_if_fail (LAMP_IS_GOAL_LINES (self));

  g_signal_handlers_disconnect_by_func (row, on_expanded, self);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_goal_lines_unfold:
 * @self: the lines
 * @entry: one of them
 *
 * Unfolds all that it stands under, so that it is shown.
 */
void
lamp_goal_lines_unfold (LampGoalLines *self,
                        LampGoalEntry *entry)
{
  LampGoalEntry *parent;

  g_return_if_fail (LAMP_IS_GOAL_LINES (self));

  for (parent = lamp_goal_entry_get_parent (entry); parent; parent = lamp_goal_entry_get_parent (parent))
    lamp_goal_board_set_folded (self->board, lamp_goal_entry_get_goal (parent), FALSE);
}

/* The class. */

static GListModel *
get_children (gpointer item,
              gpointer data)
{
  return g_object_ref (G_LIST_MODEL (lamp_goal_entry_get_children (item)));
}

/* Private goals are a number, and that comes last in whatever order. */
static int
compare_siblings (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  LampGoalLines *self = data;
  gboolean is_first = lamp_goal_entry_get_goal ((gpointer) a) != NULL;
  gboolean is_second = lamp_goal_entry_get_goal ((gpointer) b) != NULL;
  int difference = is_second - is_first;
  guint place = lamp_goal_entry_get_place ((gpointer) a);
  guint other = lamp_goal_entry_get_place ((gpointer) b);

  if (difference == 0 && is_first && self->compare)
    difference = self->compare (a, b, self->compare_data);

  return difference ? difference : (place > other) - (place < other);
}

static void
lamp_goal_lines_dispose (GObject *object)
{
  LampGoalLines *self = LAMP_GOAL_LINES (object);

  /* Somebody may hold the rows a little longer. */
  if (self->siblings)
    gtk_custom_sorter_set_sort_func (self->siblings, NULL, NULL, NULL);
  g_clear_object (&self->siblings);
  g_clear_object (&self->order);
  g_clear_object (&self->rows);
  g_clear_object (&self->tree);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_lines_parent_class)->dispose (object);
}

static void
lamp_goal_lines_class_init (LampGoalLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_goal_lines_dispose;

  signals[SIGNAL_READING] = g_signal_new ("reading", LAMP_TYPE_GOAL_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_READ] = g_signal_new ("read", LAMP_TYPE_GOAL_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_FOLDED] = g_signal_new ("folded", LAMP_TYPE_GOAL_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LAMP_TYPE_GOAL_ENTRY);
}

static void
lamp_goal_lines_init (LampGoalLines *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->lines = g_ptr_array_new ();
  self->roots = g_list_store_new (LAMP_TYPE_GOAL_ENTRY);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->roots)), FALSE, TRUE, get_children, NULL, NULL);
  self->siblings = gtk_custom_sorter_new (compare_siblings, self, NULL);
  self->order = GTK_SORTER (gtk_tree_list_row_sorter_new (g_object_ref (GTK_SORTER (self->siblings))));
  self->rows = gtk_sort_list_model_new (NULL, g_object_ref (self->order));
}

/**
 * lamp_goal_lines_new:
 * @board: what they show
 *
 * Returns: (transfer full): the lines
 */
LampGoalLines *
lamp_goal_lines_new (LampGoalBoard *board)
{
  LampGoalLines *self = g_object_new (LAMP_TYPE_GOAL_LINES, NULL);

  self->board = g_object_ref (board);
  gtk_sort_list_model_set_model (self->rows, G_LIST_MODEL (self->tree));
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "folded", G_CALLBACK (follow_folds), self, G_CONNECT_SWAPPED);
  on_board_changed (self);

  return self;
}

/**
 * lamp_goal_lines_get_rows:
 * @self: the lines
 *
 * Returns: (transfer none) (element-type GtkTreeListRow): their rows, live
 */
GListModel *
lamp_goal_lines_get_rows (LampGoalLines *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * lamp_goal_lines_get_entry:
 * @row: (nullable): a row
 *
 * Returns: (transfer none) (nullable): the line that it holds
 */
LampGoalEntry *
lamp_goal_lines_get_entry (GtkTreeListRow *row)
{
  g_autoptr (LampGoalEntry) entry = row ? gtk_tree_list_row_get_item (row) : NULL;

  return entry; /* the row holds it */
}

/**
 * lamp_goal_lines_set_order:
 * @self: the lines
 * @compare: (nullable) (scope forever): compares two lines with goals; %NULL for the plan's own order alone
 * @data: for @compare
 *
 * Says how siblings are sorted. What is the same stays in the plan's own order.
 */
void
lamp_goal_lines_set_order (LampGoalLines    *self,
                           GCompareDataFunc  compare,
                           gpointer          data)
{
  g_return_if_fail (LAMP_IS_GOAL_LINES (self));

  self->compare = compare;
  self->compare_data = data;
  gtk_sorter_changed (GTK_SORTER (self->siblings), GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * lamp_goal_lines_find:
 * @self: the lines
 * @goal: (nullable): a goal
 *
 * Returns: (transfer none) (nullable): the line that shows the goal, or counts it
 */
LampGoalEntry *
lamp_goal_lines_find (LampGoalLines *self,
                      const LampRow *goal)
{
  LampGoalEntry *found = goal ? g_hash_table_lookup (self->entries, lamp_row_get_id (goal)) : NULL;
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (goal && !found && g_hash_table_iter_next (&iter, NULL, &entry))
    if (lamp_goal_entry_holds (entry, goal))
      found = entry;

  return found;
}

/**
 * lamp_goal_lines_get_place:
 * @self: the lines
 * @entry: one of them
 *
 * Returns: its place among the rows; %GTK_INVALID_LIST_POSITION while it is folded away
 */
guint
lamp_goal_lines_get_place (LampGoalLines *self,
                           LampGoalEntry *entry)
{
  g_autoptr (GtkTreeListRow) row = dup_row (self, entry);
  guint from = 0;
  guint to = row ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      g_autoptr (GtkTreeListRow) there = g_list_model_get_item (G_LIST_MODEL (self->rows), middle);

      if (there == row)
        return middle;
      if (gtk_sorter_compare (self->order, there, row) == GTK_ORDERING_SMALLER)
        from = middle + 1;
      else
        to = middle;
    }

  return GTK_INVALID_LIST_POSITION;
}
