/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-closure-form.h"

#include <glib/gi18n-lib.h>

#include "lamp-date-row.h"
#include "lamp-date.h"

/* One closure, new or to be changed. */

typedef struct
{
  LampSession *session;
  LampRecord *closure;  /* (nullable): a new one */
  AdwAlertDialog *dialog;
  AdwEntryRow *title;
  LampDateRow *first;
  LampDateRow *last;
} Form;

static void
form_free (Form *form)
{
  g_object_unref (form->session);
  g_clear_object (&form->closure);
  g_free (form);
}

static gboolean
has_right_days (Form *form)
{
  const char *first = lamp_date_row_get_value (form->first);
  const char *last = lamp_date_row_get_value (form->last);

  if (first == NULL || !lamp_date_is_valid (first))
    return FALSE;

  return last == NULL || *last == '\0' || (lamp_date_is_valid (last) && g_strcmp0 (last, first) >= 0);
}

static void
update (Form *form)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (form->title));

  adw_alert_dialog_set_response_enabled (form->dialog, "apply", *title != '\0' && has_right_days (form));
}

static void
write_form (Form *form)
{
  LampStore *store = lamp_session_get_store (form->session);
  g_autofree char *home = lamp_session_dup_home (form->session);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->title))));
  const char *first = lamp_date_row_get_value (form->first);
  const char *last = lamp_date_row_get_value (form->last);
  gboolean is_new = form->closure == NULL;
  LampEdit *edit = lamp_edit_new (store, is_new ? _("Add Days Without School") : _("Change Days Without School"));
  LampRow *row = is_new ? lamp_row_new (lamp_schema_find ("closures"))
                        : lamp_row_copy (lamp_record_get_row (form->closure));

  if (is_new)
    lamp_row_set_text (row, "community", home);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "starts_on", first);
  lamp_row_set_text (row, "ends_on", last != NULL && *last != '\0' && g_strcmp0 (first, last) != 0 ? last : NULL);
  if (is_new)
    lamp_edit_insert (edit, row);
  else
    lamp_edit_replace (edit, row);
  lamp_session_commit (form->session, edit, NULL);
}

static void
on_response (Form       *form,
             const char *response)
{
  if (g_strcmp0 (response, "apply") == 0)
    {
      lamp_date_row_finish (form->first);
      lamp_date_row_finish (form->last);
      if (has_right_days (form))
        write_form (form);
    }
}

static GtkWidget *
make_rows (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();

  form->title = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->title), _("Title"));
  adw_entry_row_set_activates_default (form->title, TRUE);
  form->first = LAMP_DATE_ROW (lamp_date_row_new (_("First Day"), FALSE));
  form->last = LAMP_DATE_ROW (lamp_date_row_new (_("Last Day"), FALSE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->title));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->first));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->last));
  if (form->closure != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (form->title), lamp_record_get_title (form->closure));
      lamp_date_row_set_value (form->first, lamp_record_get_text (form->closure, "starts_on"));
      lamp_date_row_set_value (form->last, lamp_record_get_text (form->closure, "ends_on"));
    }
  g_signal_connect_swapped (form->title, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (form->first, "notify::value", G_CALLBACK (update), form);
  g_signal_connect_swapped (form->last, "notify::value", G_CALLBACK (update), form);

  return group;
}

/**
 * lamp_closure_form_present:
 * @parent: a widget of the window
 * @session: the session
 * @closure: (nullable): a closure to change; %NULL for a new one of the community that is looked at
 *
 * Asks for a title and days.
 */
void
lamp_closure_form_present (GtkWidget   *parent,
                           LampSession *session,
                           LampRecord  *closure)
{
  Form *form = g_new0 (Form, 1);

  form->session = g_object_ref (session);
  form->closure = closure != NULL ? g_object_ref (closure) : NULL;
  form->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Days Without School"), NULL));
  adw_alert_dialog_add_responses (form->dialog, "cancel", _("_Cancel"), "apply",
                                  closure != NULL ? _("_Apply") : _("_Add"), NULL);
  adw_alert_dialog_set_response_appearance (form->dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (form->dialog, "apply");
  adw_alert_dialog_set_close_response (form->dialog, "cancel");
  adw_alert_dialog_set_extra_child (form->dialog, make_rows (form));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, (GDestroyNotify) form_free);
  g_signal_connect_swapped (form->dialog, "response", G_CALLBACK (on_response), form);
  adw_dialog_set_focus (ADW_DIALOG (form->dialog), GTK_WIDGET (form->title));
  update (form);
  adw_dialog_present (ADW_DIALOG (form->dialog), parent);
}
