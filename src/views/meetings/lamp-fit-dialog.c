/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-fit-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-edits.h"
#include "lamp-fit-preview.h"

struct _LampFitDialog
{
  AdwAlertDialog parent_instance;

  LampRecord *meeting;
  GListModel *items;

  GtkWidget *both_ways;
  LampFitPreview *preview;
};

static guint fit_signal;

G_DEFINE_FINAL_TYPE (LampFitDialog, lamp_fit_dialog, ADW_TYPE_ALERT_DIALOG)

static LampFitMode
get_mode (LampFitDialog *self)
{
  return adw_switch_row_get_active (ADW_SWITCH_ROW (self->both_ways)) ? LAMP_FIT_BOTH_WAYS : LAMP_FIT_SHORTEN;
}

static void
update (LampFitDialog *self)
{
  g_autoptr (GPtrArray) rows = lamp_items_get_rows (self->items);
  g_autofree int *minutes = g_new0 (int, rows->len + 1);
  int slot = (int) lamp_record_get_integer (self->meeting, "minutes");
  LampFitResult result = lamp_fit_rows (rows, slot, get_mode (self), minutes);
  g_autofree char *sum = lamp_fit_preview_dup_sum (rows, minutes, &result, slot);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), sum);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "fit", result.fits && result.n_changed > 0);
  lamp_fit_preview_show (self->preview, rows, minutes, &result);
}

static void
on_both_ways (LampFitDialog *self)
{
  update (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_alert_dialog_get_body (ADW_ALERT_DIALOG (self)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
lamp_fit_dialog_response (AdwAlertDialog *dialog,
                          const char     *response)
{
  if (g_str_equal (response, "fit"))
    g_signal_emit (dialog, fit_signal, 0, (int) get_mode (LAMP_FIT_DIALOG (dialog)));
}

static void
lamp_fit_dialog_dispose (GObject *object)
{
  LampFitDialog *self = LAMP_FIT_DIALOG (object);

  g_clear_object (&self->items);
  g_clear_object (&self->meeting);

  G_OBJECT_CLASS (lamp_fit_dialog_parent_class)->dispose (object);
}

static void
lamp_fit_dialog_class_init (LampFitDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_fit_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = lamp_fit_dialog_response;

  /**
   * LampFitDialog::fit:
   * @mode: a [enum@FitMode]
   *
   * The person wants the agenda fitted.
   */
  fit_signal = g_signal_new ("fit", LAMP_TYPE_FIT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                             G_TYPE_INT);
}

static void
lamp_fit_dialog_init (LampFitDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  self->both_ways = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->both_ways), _("Also Use Time That Is Left"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->both_ways), _("Lengthens items up to their most minutes"));
  g_signal_connect_object (self->both_ways, "notify::active", G_CALLBACK (on_both_ways), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->both_ways);
  self->preview = g_object_new (LAMP_TYPE_FIT_PREVIEW, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (box), list);
  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), _("Fit to Slot"));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), box);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (self), "cancel", _("_Cancel"), "fit", _("_Fit"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (self), "fit", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (self), "fit");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (self), "cancel");
}

/**
 * lamp_fit_dialog_new:
 * @meeting: a meeting
 * @items: its agenda items
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_fit_dialog_new (LampRecord *meeting,
                     GListModel *items)
{
  LampFitDialog *self = g_object_new (LAMP_TYPE_FIT_DIALOG, NULL);

  self->meeting = g_object_ref (meeting);
  self->items = g_object_ref (items);
  update (self);

  return ADW_DIALOG (self);
}
