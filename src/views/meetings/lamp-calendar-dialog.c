/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-calendar-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-calendar-export.h"

/* A meeting or a series as a calendar file: what leaves is shown before it does. */

typedef struct
{
  LampSession *session;
  GtkWidget *parent;
  char *text;
  char *name;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->session);
  g_object_unref (saving->parent);
  g_free (saving->text);
  g_free (saving->name);
  g_free (saving);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    // Translators: %s is the name of a file
    message = g_strdup_printf (_("Saved as “%s”."), name);
  else
    message = g_strdup_printf (_("“%s” could not be saved: %s"), name, error->message);
  lamp_session_notice (saving->session, message, FALSE);
  saving_free (saving);
}

static void
on_chosen (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    {
      saving_free (saving);
      return;
    }
  bytes = g_bytes_new (saving->text, strlen (saving->text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written, saving);
}

static GtkFileFilter *
make_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Calendars"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");

  return filter;
}

static void
choose_file (Saving *saving)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = make_filter ();
  GtkRoot *root = gtk_widget_get_root (saving->parent);

  gtk_file_dialog_set_title (dialog, _("Save as Calendar File"));
  gtk_file_dialog_set_initial_name (dialog, saving->name);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen, saving);
}

static void
on_response (AdwAlertDialog *dialog,
             GAsyncResult   *result,
             gpointer        data)
{
  Saving *saving = data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (dialog, result), "save") == 0)
    choose_file (saving);
  else
    saving_free (saving);
}

static GtkWidget *
make_preview (const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the file says"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 160);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scrolled, "card");

  return scrolled;
}

/**
 * lamp_calendar_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 * @record: a meeting or a series
 *
 * Shows what a calendar file of it gives away, and saves it where a person says.
 */
void
lamp_calendar_dialog_present (GtkWidget   *parent,
                              LampSession *session,
                              LampRecord  *record)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (lamp_session_get_store (session), &error);
  const char *id = lamp_record_get_id (record);
  g_autofree char *text = snapshot != NULL ? lamp_calendar_export (snapshot, id, today, &error) : NULL;
  g_autofree char *preview = NULL;
  AdwAlertDialog *dialog;
  Saving *saving;

  if (text == NULL)
    {
      lamp_session_notice (session, error->message, FALSE);
      return;
    }
  preview = lamp_calendar_preview (snapshot, id, today, NULL);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Save as Calendar File"),
                                                   _("This is all that the file says. It names no people and no "
                                                     "goals, and of what is off the record only the time.")));
  adw_alert_dialog_set_extra_child (dialog, make_preview (preview));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  saving = g_new (Saving, 1);
  saving->session = g_object_ref (session);
  saving->parent = g_object_ref (parent);
  saving->text = g_steal_pointer (&text);
  saving->name = lamp_calendar_dup_file_name (snapshot, id);
  adw_alert_dialog_choose (dialog, parent, NULL, (GAsyncReadyCallback) on_response, saving);
}
