/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-title-row.h"

/* A line of a list to choose from: a title, and under it what it is about. */

/**
 * lamp_title_row_set_up:
 * @item: a list item, when its factory sets it up
 *
 * Gives a list item its two labels, empty.
 */
void
lamp_title_row_set_up (GtkListItem *item)
{
  GtkWidget *row, *title, *about;

  g_return_if_fail (GTK_IS_LIST_ITEM (item));

  row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  about = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dimmed");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), about);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_list_item_set_child (item, row);
}

/**
 * lamp_title_row_show:
 * @item: a list item that [func@title_row_set_up] has set up
 * @title: the title, plain
 * @about: what it is about, plain
 *
 * Shows both, and calls the item by both.
 */
void
lamp_title_row_show (GtkListItem *item,
                     const char  *title,
                     const char  *about)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *label = g_strdup_printf ("%s, %s", title, about);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), about);
  gtk_list_item_set_accessible_label (item, label);
}
