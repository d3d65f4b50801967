/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-goal-columns.h"
#include "lamp-goal-entry.h"

struct _LampGoalList
{
  AdwBin parent_instance;

  LampGoalBoard *board;
  GHashTable *entries;          /* name → LampGoalEntry */
  GListStore *roots;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  gboolean follows;             /* while the selection is brought in line with the session's */
};

G_DEFINE_FINAL_TYPE (LampGoalList, lamp_goal_list, ADW_TYPE_BIN)

static GListModel *
get_children (gpointer item,
              gpointer data)
{
  GListStore *children = lamp_goal_entry_get_children (item);

  return g_object_ref (G_LIST_MODEL (children));
}

/* Reading the outline into lines. */

typedef struct
{
  GHashTable *seen;             /* the names of the lines that are still wanted */
  GPtrArray *roots;
  GHashTable *children;         /* line → (element-type LampGoalEntry) */
} Reading;

static LampGoalEntry *
read_entry (LampGoalList  *self,
            Reading       *reading,
            const char    *name,
            const LampRow *goal,
            GPtrArray     *privates)
{
  LampGoalEntry *entry = g_hash_table_lookup (self->entries, name);

  if (!entry)
    {
      entry = lamp_goal_entry_new (name);
      g_hash_table_insert (self->entries, g_strdup (name), entry);
    }
  g_hash_table_add (reading->seen, (gpointer) lamp_goal_entry_get_name (entry));
  g_hash_table_insert (reading->children, entry, g_ptr_array_new ());
  lamp_goal_entry_set (entry, goal, privates);

  return entry;
}

static void
read_tree (LampGoalList *self,
           Reading      *reading)
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
      entries[i] = read_entry (self, reading, name, node->goal, node->privates);
      g_ptr_array_add (parent ? g_hash_table_lookup (reading->children, parent) : reading->roots, entries[i]);
    }
}

/* What aligns with nothing comes after what does, if it is not there already for the sake of what supports it. */
static void
read_tray (LampGoalList *self,
           Reading      *reading)
{
  LampGoalOutline *outline = lamp_goal_board_get_outline (self->board);

  for (guint i = 0; i < outline->tray->len; i++)
    if (!g_hash_table_contains (reading->seen, lamp_row_get_id (outline->tray->pdata[i])))
      g_ptr_array_add (reading->roots, read_entry (self, reading, lamp_row_get_id (outline->tray->pdata[i]),
                                                   outline->tray->pdata[i], NULL));
  if (outline->private_tray->len > 0)
    g_ptr_array_add (reading->roots, read_entry (self, reading, "~", NULL, outline->private_tray));
}

static gboolean
is_not_seen (gpointer name,
             gpointer entry,
             gpointer seen)
{
  return !g_hash_table_contains (seen, name);
}

static void follow_selected (LampGoalList *self);

static void
on_board_changed (LampGoalList *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  g_autoptr (GHashTable) children = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  Reading reading = { seen, roots, children };
  GHashTableIter iter;
  gpointer entry, wanted;

  read_tree (self, &reading);
  read_tray (self, &reading);
  self->follows = TRUE;
  g_hash_table_iter_init (&iter, children);
  while (g_hash_table_iter_next (&iter, &entry, &wanted))
    lamp_goal_entries_sync (lamp_goal_entry_get_children (entry), wanted);
  lamp_goal_entries_sync (self->roots, roots);
  self->follows = FALSE;
  g_hash_table_iter_init (&iter, children);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    lamp_goal_entry_tell (entry);
  g_hash_table_foreach_remove (self->entries, is_not_seen, seen);
  follow_selected (self);
}

/* The selection. */

static LampGoalEntry *
dup_entry_at (LampGoalList *self,
              guint         position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return row ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
follow_selected (LampGoalList *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self->board);
  guint n = selected ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (LampGoalEntry) entry = dup_entry_at (self, i);

      if (lamp_goal_entry_holds (entry, selected))
        position = i;
    }
  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->follows = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->follows = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
on_chosen (LampGoalList *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (LampGoalEntry) entry = row ? gtk_tree_list_row_get_item (row) : NULL;
  GPtrArray *privates;

  if (self->follows || !entry)
    return;

  privates = lamp_goal_entry_get_privates (entry);
  lamp_goal_board_select (self->board, privates ? privates->pdata[0] : lamp_goal_entry_get_goal (entry));
}

/* Rows as they are read out. */

static void
tell_row (LampGoalEntry    *entry,
          GtkColumnViewRow *row)
{
  LampGoalBoard *board = g_object_get_data (G_OBJECT (row), "board");
  g_autofree char *sentence = lamp_goal_entry_dup_sentence (entry, board);

  gtk_column_view_row_set_accessible_label (row, sentence);
}

static LampGoalEntry *
get_row_entry (GtkColumnViewRow *row)
{
  g_autoptr (LampGoalEntry) entry = gtk_tree_list_row_get_item (gtk_column_view_row_get_item (row));

  return entry; /* the row holds it */
}

static void
bind_row (LampGoalList     *self,
          GtkColumnViewRow *row)
{
  LampGoalEntry *entry = get_row_entry (row);

  g_object_set_data (G_OBJECT (row), "board", self->board);
  g_signal_connect_object (entry, "changed", G_CALLBACK (tell_row), row, 0);
  tell_row (entry, row);
}

static void
unbind_row (LampGoalList     *self,
            GtkColumnViewRow *row)
{
  g_signal_handlers_disconnect_by_func (get_row_entry (row), tell_row, row);
}

/* The class. */

static void
lamp_goal_list_dispose (GObject *object)
{
  LampGoalList *self = LAMP_GOAL_LIST (object);

  if (self->view)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_list_parent_class)->dispose (object);
}

static void
lamp_goal_list_class_init (LampGoalListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_goal_list_dispose;
}

static void
lamp_goal_list_init (LampGoalList *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->roots = g_list_store_new (LAMP_TYPE_GOAL_ENTRY);
}

static void
make_model (LampGoalList *self)
{
  GtkSorter *sorter = g_object_ref (gtk_column_view_get_sorter (self->view));
  GtkSortListModel *sorted;

  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->roots)), FALSE, TRUE, get_children, NULL, NULL);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->tree)),
                                    GTK_SORTER (gtk_tree_list_row_sorter_new (sorter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
make_view (LampGoalList *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goals"), -1);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, rows);
  lamp_goal_columns_add (self->view, self->board);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * lamp_goal_list_new:
 * @board: what it shows
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lamp_goal_list_new (LampGoalBoard *board)
{
  LampGoalList *self = g_object_new (LAMP_TYPE_GOAL_LIST, NULL);

  self->board = g_object_ref (board);
  make_view (self);
  make_model (self);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lamp_goal_board_get_session (board), "notify::selected", G_CALLBACK (follow_selected), self,
                           G_CONNECT_SWAPPED);
  on_board_changed (self);

  return GTK_WIDGET (self);
}
