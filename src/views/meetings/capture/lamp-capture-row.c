/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-capture-dialog.h"

/**
 * lamp_capture_row_make_problem:
 * @row: a row of a capture dialog
 *
 * Returns: (transfer floating): a hidden row, to stand under it, that says what is wrong with it
 */
GtkWidget *
lamp_capture_row_make_problem (GtkWidget *row)
{
  GtkWidget *problem = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (problem), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (problem), FALSE);
  gtk_widget_set_focusable (problem, FALSE);
  gtk_widget_set_visible (problem, FALSE);
  g_object_set_data (G_OBJECT (row), "problem-row", problem);
  g_object_set_data (G_OBJECT (row), "problem-label", label);

  return problem;
}

/* Once what is wrong has its place. */
static gboolean
show_problem (GtkWidget     *problem,
              GdkFrameClock *clock,
              gpointer       frames)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (problem, GTK_TYPE_VIEWPORT);
  guint *left = frames;

  if (--*left > 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), problem, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * lamp_capture_row_set_problem:
 * @row: a row of a capture dialog
 * @message: (nullable): what is wrong, plain; %NULL when nothing is
 *
 * Says under the row what is wrong with it.
 */
void
lamp_capture_row_set_problem (GtkWidget  *row,
                              const char *message)
{
  GtkWidget *problem = g_object_get_data (G_OBJECT (row), "problem-row");

  g_return_if_fail (problem != NULL);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "problem-label"), message != NULL ? message : "");
  gtk_widget_set_visible (problem, message != NULL);
  if (message == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  gtk_widget_add_tick_callback (problem, show_problem, g_memdup2 (&(guint) { 2 }, sizeof (guint)), g_free);
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (row), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * lamp_capture_row_get_problem:
 * @row: a row of a capture dialog
 *
 * Returns: (transfer none) (nullable): what is wrong with it
 */
const char *
lamp_capture_row_get_problem (GtkWidget *row)
{
  GtkWidget *problem = g_object_get_data (G_OBJECT (row), "problem-row");

  if (problem == NULL || !gtk_widget_get_visible (problem))
    return NULL;

  return gtk_label_get_text (g_object_get_data (G_OBJECT (row), "problem-label"));
}
