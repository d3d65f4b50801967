/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-page-private.h"

#include <glib/gi18n-lib.h>

/* Nobody thinks of the button when people come in: what began earlier than it was told is put right afterwards. */

static void
on_response (AdwAlertDialog *dialog,
             const char     *response,
             LampRunPage    *self)
{
  GtkWidget *entry = adw_alert_dialog_get_extra_child (dialog);
  int minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (entry));

  if (!g_str_equal (response, "correct"))
    return;
  if (g_object_get_data (G_OBJECT (dialog), "of-item") != NULL)
    lamp_meeting_run_correct_item (self->run, minutes * 60);
  else
    lamp_meeting_run_correct_start (self->run, minutes * 60);
}

static void
ask (LampRunPage *self,
     const char  *heading,
     const char  *body,
     int          minutes,
     gboolean     of_item)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  GtkWidget *entry = gtk_spin_button_new_with_range (1, 600, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (entry), minutes);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Minutes Earlier"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "correct", _("_Put Right"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "correct", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "correct");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  if (of_item)
    g_object_set_data (G_OBJECT (dialog), "of-item", dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  gtk_widget_grab_focus (entry);
}

/* Asks by how much the meeting began earlier; proposed is what its planned start says. */
void
lamp_run_page_correct_start (LampRunPage *self)
{
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);
  ask (self, _("The Meeting Began Earlier"), _("How many minutes before Start was pressed? The first item gets them."),
       CLAMP (figures.late / 60, 1, 600), FALSE);
}

/* Asks by how much the item that is under way began earlier. */
void
lamp_run_page_correct_item (LampRunPage *self)
{
  ask (self, _("This Item Began Earlier"), _("How many minutes ago was it really taken up? The item before gives them."),
       1, TRUE);
}
