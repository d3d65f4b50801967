/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-table-line.h"
#include "lamp-table-map-private.h"

/* The first rows of a table, as a spreadsheet shows them. */

#define MOST_ROWS 50
#define MOST_COLUMNS 100

typedef struct
{
  LampCsv *csv;
  guint column;
} Cell;

static void
cell_free (gpointer  data,
           GClosure *closure)
{
  lamp_csv_unref (((Cell *) data)->csv);
  g_free (data);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Cell                     *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Cell                     *cell)
{
  LampTableLine *line = gtk_list_item_get_item (item);
  const char *text = lamp_csv_get_cell (cell->csv, lamp_table_line_get_row (line), (int) cell->column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static GtkColumnViewColumn *
make_column (LampCsv *csv,
             guint    index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (lamp_csv_get_header (csv, index), factory);
  Cell *cell = g_new0 (Cell, 1);

  cell->csv = lamp_csv_ref (csv);
  cell->column = index;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), cell, cell_free, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), cell);
  gtk_column_view_column_set_resizable (column, TRUE);

  return column;
}

static GtkWidget *
make_view (LampCsv *csv)
{
  GListStore *rows = g_list_store_new (LAMP_TYPE_TABLE_LINE);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));

  for (guint i = 0; i < MIN (lamp_csv_get_n_rows (csv), MOST_ROWS); i++)
    {
      g_autoptr (LampTableLine) line = lamp_table_line_new_row (i);

      g_list_store_append (rows, line);
    }
  for (guint i = 0; i < MIN (lamp_csv_get_n_columns (csv), MOST_COLUMNS); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (csv, i);

      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_column_view_set_show_column_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("First Rows"), -1);

  return view;
}

AdwNavigationPage *
lamp_table_sample_page_new (LampCsv *csv)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_view (csv));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);

  return adw_navigation_page_new (view, _("First Rows"));
}
