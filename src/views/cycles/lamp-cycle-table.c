/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycle-table.h"

#include <glib/gi18n-lib.h>

#include "lamp-cycle-edits.h"

struct _LampCycleTable
{
  AdwBin parent_instance;

  LampSession *session;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (LampCycleTable, lamp_cycle_table, ADW_TYPE_BIN)

typedef char *(*GetText) (LampCycleTable *self,
                          LampRecord     *record);

static char *
get_title (LampCycleTable *self,
           LampRecord     *record)
{
  return g_strdup (lamp_record_get_title (record));
}

static char *
get_kind (LampCycleTable *self,
          LampRecord     *record)
{
  return lamp_record_dup_display (record, lamp_record_is (record, "cycles") ? "framework" : "characteristic");
}

static char *
get_start (LampCycleTable *self,
           LampRecord     *record)
{
  return lamp_record_dup_display (record, "starts_on");
}

static char *
get_end (LampCycleTable *self,
         LampRecord     *record)
{
  return lamp_record_dup_display (record, "ends_on");
}

static char *
get_status (LampCycleTable *self,
            LampRecord     *record)
{
  g_autoptr (GListModel) stages = NULL;
  guint n_done = 0;
  guint n_stages;

  if (lamp_record_is (record, "stages"))
    return lamp_record_dup_display (record, "status");

  stages = lamp_cycle_get_stages (lamp_session_get_store (self->session), record);
  n_stages = g_list_model_get_n_items (stages);
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LampRecord) stage = g_list_model_get_item (stages, i);

      n_done += g_strcmp0 (lamp_record_get_text (stage, "status"), "done") == 0;
    }

  // Translators: how many of a cycle's stages are done
  return g_strdup_printf (_("%u of %u done"), n_done, n_stages);
}

static char *
get_owner (LampCycleTable *self,
           LampRecord     *record)
{
  const char *type = lamp_record_is (record, "stages") ? "people" : "communities";
  const char *field = lamp_record_is (record, "stages") ? "owner" : "community";
  g_autoptr (LampRecord) owner = NULL;

  if (lamp_record_has (record, field))
    owner = lamp_store_find (lamp_session_get_store (self->session), type, lamp_record_get_text (record, field));

  return g_strdup (owner != NULL ? lamp_record_get_title (owner) : "");
}

static const struct
{
  const char *title;
  GetText text;
  gboolean expand;
  int width;
} columns[] = {
  { NC_ ("column", "Title"), get_title, TRUE, 180 },
  { NC_ ("column", "Kind"), get_kind, TRUE, 130 },
  { NC_ ("column", "Starts"), get_start, FALSE, 100 },
  { NC_ ("column", "Ends"), get_end, FALSE, 100 },
  { NC_ ("column", "Status"), get_status, FALSE, 92 },
  { NC_ ("column", "Owner"), get_owner, TRUE, 88 },
};

/* Cells. */

static GtkLabel *
get_label (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    child = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child));

  return GTK_LABEL (child);
}

static void
show_cell (GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  LampCycleTable *self = g_object_get_data (G_OBJECT (list_item), "table");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list_item), "index"));
  g_autoptr (LampRecord) record = NULL;
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  record = gtk_tree_list_row_get_item (row);
  if (record == NULL || lamp_record_is_deleted (record))
    return;
  text = columns[index].text (self, record);
  gtk_label_set_text (get_label (list_item), text);
}

static void
set_up_cell (GtkColumnViewColumn *column,
             GtkListItem         *list_item)
{
  LampCycleTable *self = g_object_get_data (G_OBJECT (column), "table");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "index"));
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  g_object_set_data (G_OBJECT (list_item), "table", self);
  g_object_set_data (G_OBJECT (list_item), "index", GUINT_TO_POINTER (index));
  if (index == 0)
    {
      GtkWidget *expander = g_object_new (GTK_TYPE_TREE_EXPANDER, "height-request", 24, NULL);

      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
      gtk_list_item_set_child (list_item, expander);
    }
  else
    {
      gtk_list_item_set_child (list_item, label);
    }
  g_signal_connect_object (lamp_session_get_store (self->session), "changed", G_CALLBACK (show_cell), list_item,
                           G_CONNECT_SWAPPED);
}

static void
bind_cell (GtkColumnViewColumn *column,
           GtkListItem         *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), gtk_list_item_get_item (list_item));
  show_cell (list_item);
}

static void
unbind_cell (GtkColumnViewColumn *column,
             GtkListItem         *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), NULL);
}

static void
add_column (LampCycleTable *self,
            guint           index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[index].title), factory);
  g_object_set_data (G_OBJECT (column), "table", self);
  g_object_set_data (G_OBJECT (column), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cell), column, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell), column, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell), column, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, columns[index].expand);
  gtk_column_view_column_set_fixed_width (column, columns[index].width);
  gtk_column_view_append_column (self->view, column);
}

/* Rows. */

static gboolean
is_looked_at (gpointer item,
              gpointer data)
{
  LampCycleTable *self = data;
  const char *words = lamp_session_get_search (self->session);
  g_autoptr (GListModel) stages = NULL;

  if (!lamp_session_includes (self->session, item))
    return FALSE;
  if (*words == '\0' || g_str_match_string (words, lamp_record_get_title (item), TRUE))
    return TRUE;
  stages = lamp_cycle_get_stages (lamp_session_get_store (self->session), item);
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LampRecord) stage = g_list_model_get_item (stages, i);

      if (g_str_match_string (words, lamp_record_get_title (stage), TRUE))
        return TRUE;
    }

  return FALSE;
}

static GListModel *
get_children (gpointer item,
              gpointer data)
{
  LampCycleTable *self = data;

  if (!lamp_record_is (item, "cycles"))
    return NULL;

  return lamp_cycle_get_stages (lamp_session_get_store (self->session), item);
}

static LampRecord *
dup_selected (LampCycleTable *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
on_selected (LampCycleTable *self)
{
  g_autoptr (LampRecord) record = dup_selected (self);

  if (record != NULL)
    lamp_session_set_selected (self->session, record);
}

static void
follow_selected (LampCycleTable *self)
{
  LampRecord *selected = lamp_session_get_selected (self->session);
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; selected != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (LampRecord) record = gtk_tree_list_row_get_item (row);

      if (record != selected)
        continue;
      if (gtk_single_selection_get_selected (self->selection) != i)
        gtk_column_view_scroll_to (self->view, i, NULL, GTK_LIST_SCROLL_SELECT, NULL);
      return;
    }
}

static void
change_place (LampCycleTable *self,
              int             by)
{
  g_autoptr (LampRecord) record = dup_selected (self);

  if (record == NULL || !lamp_record_is (record, "stages") || !lamp_stage_change_place (self->session, record, by))
    return;
  /* The list has moved its row: the selection goes along. */
  lamp_session_set_selected (self->session, record);
  follow_selected (self);
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  change_place (LAMP_CYCLE_TABLE (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  change_place (LAMP_CYCLE_TABLE (widget), 1);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampCycleTable *self = LAMP_CYCLE_TABLE (widget);
  g_autoptr (LampRecord) record = dup_selected (self);

  if (record != NULL)
    lamp_session_delete (self->session, record);
}

static void
refilter (LampCycleTable *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
lamp_cycle_table_dispose (GObject *object)
{
  LampCycleTable *self = LAMP_CYCLE_TABLE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_cycle_table_parent_class)->dispose (object);
}

static void
lamp_cycle_table_class_init (LampCycleTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_cycle_table_dispose;

  gtk_widget_class_install_action (widget_class, "cycles.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "cycles.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "cycles.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "cycles.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "cycles.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "cycles.delete", NULL);
}

static void
lamp_cycle_table_init (LampCycleTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cycles and stages"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
set_row_label (LampCycleTable   *self,
               GtkColumnViewRow *row)
{
  g_autoptr (LampRecord) record = gtk_tree_list_row_get_item (gtk_column_view_row_get_item (row));
  g_autofree char *kind = get_kind (self, record);
  g_autofree char *status = get_status (self, record);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", lamp_record_get_title (record), kind, status);

  gtk_column_view_row_set_accessible_label (row, label);
}

static GListModel *
make_rows (LampCycleTable *self)
{
  GListModel *cycles = lamp_store_list (lamp_session_get_store (self->session), "cycles");
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_looked_at, self, NULL));
  filtered = gtk_filter_list_model_new (cycles, g_object_ref (self->filter));

  return G_LIST_MODEL (gtk_tree_list_model_new (G_LIST_MODEL (filtered), FALSE, TRUE, get_children, self, NULL));
}

/**
 * lamp_cycle_table_set_session:
 * @self: a cycle table
 * @session: the session
 *
 * Says, once, whose cycles it shows.
 */
void
lamp_cycle_table_set_session (LampCycleTable *self,
                              LampSession    *session)
{
  g_autoptr (GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GListModel) rows = NULL;

  g_return_if_fail (LAMP_IS_CYCLE_TABLE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  rows = make_rows (self);
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE,
                                  "model", rows, NULL);
  g_signal_connect_object (row_factory, "bind", G_CALLBACK (set_row_label), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, row_factory);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (follow_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::community", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::search", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
}
