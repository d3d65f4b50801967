/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-fit-preview.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 60 /* a longer list is summed up in its last line */

struct _LampFitPreview
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LampFitPreview, lamp_fit_preview, ADW_TYPE_BIN)

static char *
describe (const LampRow *row,
          int            before,
          int            after)
{
  if (before != after)
    // Translators: the minutes of an agenda item before and after it is made to fit
    return g_strdup_printf (_("%d → %d min"), before, after);
  if (lamp_row_get_integer (row, "protected") != 0)
    // Translators: the minutes of an agenda item that is protected from being shortened
    return g_strdup_printf (_("stays %d min, protected"), before);

  return g_strdup_printf (_("stays %d min"), before);
}

static void
add_line (LampFitPreview *self,
          const char     *title,
          const char     *change,
          gboolean        changed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                  PANGO_ELLIPSIZE_END, "tooltip-text", title, NULL);
  GtkWidget *minutes = gtk_label_new (change);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (minutes, "numeric");
  if (!changed)
    gtk_widget_add_css_class (box, "dimmed");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), minutes);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
}

/**
 * lamp_fit_preview_show:
 * @self: a preview
 * @rows: (element-type LampRow): the items, in order
 * @minutes: what [func@fit_rows] gave them
 * @result: what it returned
 *
 * Shows a fit.
 */
void
lamp_fit_preview_show (LampFitPreview      *self,
                       GPtrArray           *rows,
                       const int           *minutes,
                       const LampFitResult *result)
{
  guint n_lines = MIN (rows->len, MOST_LINES);

  g_return_if_fail (LAMP_IS_FIT_PREVIEW (self));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n_lines; i++)
    {
      int before = (int) lamp_row_get_integer (rows->pdata[i], "minutes");
      g_autofree char *change = describe (rows->pdata[i], before, minutes[i]);

      add_line (self, lamp_row_get_title (rows->pdata[i]), change, before != minutes[i]);
    }
  if (rows->len > n_lines)
    {
      g_autofree char *rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more item", "and %u more items",
                                                            rows->len - n_lines),
                                               rows->len - n_lines);

      add_line (self, rest, "", FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), result->n_changed > 0);
}

/**
 * lamp_fit_preview_dup_sum:
 * @rows: (element-type LampRow): the items, in order
 * @minutes: what [func@fit_rows] gave them
 * @result: what it returned
 * @slot: the minutes there are
 *
 * Returns: (transfer full): what the fit comes to, in a sentence
 */
char *
lamp_fit_preview_dup_sum (GPtrArray           *rows,
                          const int           *minutes,
                          const LampFitResult *result,
                          int                  slot)
{
  if (!result->fits || result->n_changed == 0)
    return lamp_fit_describe (rows, minutes, result);

  // Translators: the minutes of an agenda before and after, and the minutes there are for it
  return g_strdup_printf (_("%1$d → %2$d minutes, in a slot of %3$d."), result->planned, result->total, slot);
}

static void
lamp_fit_preview_class_init (LampFitPreviewClass *klass)
{
}

static void
lamp_fit_preview_init (LampFitPreview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 2);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What would change"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
