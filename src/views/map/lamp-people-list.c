/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-people-list.h"

#include <glib/gi18n-lib.h>

struct _LampPeopleList
{
  AdwBin parent_instance;

  LampPeopleBoard *board;
  GListStore *store;            /* of LampRecord */
  GtkSingleSelection *selection;
  GtkColumnView *view;
  gboolean follows;             /* while the selection is brought in line with the session's */
};

G_DEFINE_FINAL_TYPE (LampPeopleList, lamp_people_list, ADW_TYPE_BIN)

typedef enum
{
  COLUMN_NAME,
  COLUMN_ROLE,
  COLUMN_SECTOR,
  COLUMN_WALL,
  COLUMN_COMMUNITIES,
} Column;

static const struct
{
  const char *title;
  int width;
} columns[] = {
  [COLUMN_NAME] = { NC_ ("column", "Name"), 210 },
  [COLUMN_ROLE] = { NC_ ("column", "Role"), 150 },
  [COLUMN_SECTOR] = { NC_ ("column", "Sector"), 150 },
  [COLUMN_WALL] = { NC_ ("column", "Stands"), 140 },
  [COLUMN_COMMUNITIES] = { NC_ ("column", "Communities"), 240 },
};

typedef struct
{
  LampPeopleBoard *board;
  Column column;
} Cells;

static Cells *
cells_new (LampPeopleBoard *board,
           Column           column)
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

/* The board's row of a record, which is as new as the record; NULL when it is not shown. */
static const LampRow *
get_person (LampPeopleBoard *board,
            LampRecord      *record)
{
  return lamp_snapshot_find (lamp_board_get_snapshot (LAMP_BOARD (board)), "people", lamp_record_get_id (record));
}

static char *
dup_text (Cells         *self,
          const LampRow *person)
{
  switch (self->column)
    {
    case COLUMN_NAME:
      return g_strdup (lamp_row_get_title (person));
    case COLUMN_ROLE:
      return lamp_person_dup_role (person);
    case COLUMN_SECTOR:
      return g_strdup (lamp_person_get_choice (person, "sector"));
    case COLUMN_WALL:
      return g_strdup (lamp_person_get_choice (person, "wall"));
    case COLUMN_COMMUNITIES:
    default:
      return lamp_person_dup_communities (self->board, person);
    }
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  Cells *self = data;
  const LampRow *one = get_person (self->board, (gpointer) a);
  const LampRow *other = get_person (self->board, (gpointer) b);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!one || !other)
    return (one == NULL) - (other == NULL);
  if (self->column == COLUMN_SECTOR)
    return (int) lamp_person_get_sector (one) - (int) lamp_person_get_sector (other);

  first = dup_text (self, one);
  second = dup_text (self, other);
  if (!*first || !*second)
    return (*first == '\0') - (*second == '\0');

  return CLAMP (g_utf8_collate (first, second), -1, 1);
}

static void
set_up (GtkSignalListItemFactory *factory,
        GtkListItem              *item,
        Cells                    *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (self->column == COLUMN_NAME)
    gtk_box_append (GTK_BOX (box), adw_avatar_new (24, NULL, TRUE));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  gtk_list_item_set_child (item, box);
}

static void
show_avatar (AdwAvatar     *avatar,
             const LampRow *person)
{
  gboolean is_group = lamp_row_get_integer (person, "group_size") > 0;

  adw_avatar_set_text (avatar, lamp_row_get_title (person));
  adw_avatar_set_show_initials (avatar, !is_group);
  adw_avatar_set_icon_name (avatar, is_group ? "system-users-symbolic" : NULL);
}

static void
show_cell (LampPeopleBoard *board,
           GtkListItem     *item)
{
  Cells *self = g_object_get_data (G_OBJECT (item), "cells");
  GtkWidget *box = gtk_list_item_get_child (item);
  LampRecord *record = gtk_list_item_get_item (item);
  const LampRow *person = record && box ? get_person (board, record) : NULL;
  g_autofree char *text = NULL;

  if (!person)
    return;

  text = dup_text (self, person);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  if (self->column == COLUMN_NAME)
    show_avatar (ADW_AVATAR (gtk_widget_get_first_child (box)), person);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem              *item,
      Cells                    *self)
{
  g_object_set_data (G_OBJECT (item), "cells", self);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (show_cell), item, 0);
  show_cell (self->board, item);
}

static void
unbind (GtkSignalListItemFactory *factory,
        GtkListItem              *item,
        Cells                    *self)
{
  g_signal_handlers_disconnect_by_func (self->board, show_cell, item);
}

static void
add_column (LampPeopleList *self,
            Column          column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Cells *cells = cells_new (self->board, column);

  g_signal_connect_data (factory, "setup", G_CALLBACK (set_up), cells, (GClosureNotify) G_CALLBACK (cells_free), 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), cells);
  made = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title), factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_fixed_width (made, columns[column].width);
  gtk_column_view_column_set_expand (made, column == COLUMN_NAME || column == COLUMN_COMMUNITIES);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_records, cells_new (self->board, column), cells_free));
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_append_column (self->view, made);
}

/* Bringing the list up to date: only the stretch that differs is replaced. */

static GPtrArray *
list_wanted (LampPeopleList *self)
{
  GPtrArray *people = lamp_people_board_get_people (self->board);
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < people->len; i++)
    {
      LampRecord *record = lamp_board_dup_record (LAMP_BOARD (self->board), people->pdata[i]);

      if (record)
        g_ptr_array_add (wanted, record);
    }

  return wanted;
}

static gboolean
is_at (GListStore *store,
       guint       position,
       gpointer    record)
{
  g_autoptr (LampRecord) there = g_list_model_get_item (G_LIST_MODEL (store), position);

  return there == record;
}

static void
sync_store (GListStore *store,
            GPtrArray  *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint start = 0, end = 0;

  while (start < MIN (n, wanted->len) && is_at (store, start, wanted->pdata[start]))
    start++;
  while (end < MIN (n, wanted->len) - start && is_at (store, n - end - 1, wanted->pdata[wanted->len - end - 1]))
    end++;
  if (start + end < MAX (n, wanted->len))
    g_list_store_splice (store, start, n - start - end, wanted->pdata + start, wanted->len - start - end);
}

static void
follow_selected (LampPeopleList *self)
{
  LampRecord *selected = lamp_session_get_selected (lamp_board_get_session (LAMP_BOARD (self->board)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; selected && i < n && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (record == selected)
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
on_board_changed (LampPeopleList *self)
{
  g_autoptr (GPtrArray) wanted = list_wanted (self);

  self->follows = TRUE;
  sync_store (self->store, wanted);
  self->follows = FALSE;
  follow_selected (self);
}

static void
on_chosen (LampPeopleList *self)
{
  LampRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (!self->follows && record)
    lamp_session_set_selected (lamp_board_get_session (LAMP_BOARD (self->board)), record);
}

/* Rows as they are read out. */

static void
bind_row (LampPeopleList   *self,
          GtkColumnViewRow *row)
{
  const LampRow *person = get_person (self->board, gtk_column_view_row_get_item (row));
  g_autofree char *sentence = person ? lamp_person_dup_sentence (self->board, person) : NULL;

  if (sentence)
    gtk_column_view_row_set_accessible_label (row, sentence);
}

/* The class. */

static void
lamp_people_list_dispose (GObject *object)
{
  LampPeopleList *self = LAMP_PEOPLE_LIST (object);

  if (self->view)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_people_list_parent_class)->dispose (object);
}

static void
lamp_people_list_class_init (LampPeopleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_people_list_dispose;
}

static void
lamp_people_list_init (LampPeopleList *self)
{
  self->store = g_list_store_new (LAMP_TYPE_RECORD);
}

static void
make_view (LampPeopleList *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, rows);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
make_model (LampPeopleList *self)
{
  GtkSorter *sorter = g_object_ref (gtk_column_view_get_sorter (self->view));
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), sorter);

  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * lamp_people_list_new:
 * @board: what it shows
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lamp_people_list_new (LampPeopleBoard *board)
{
  LampPeopleList *self = g_object_new (LAMP_TYPE_PEOPLE_LIST, NULL);

  self->board = g_object_ref (board);
  make_view (self);
  make_model (self);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lamp_board_get_session (LAMP_BOARD (board)), "notify::selected", G_CALLBACK (follow_selected),
                           self, G_CONNECT_SWAPPED);
  on_board_changed (self);

  return GTK_WIDGET (self);
}
