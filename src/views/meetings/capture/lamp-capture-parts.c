/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-capture-parts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-near.h"

/**
 * lamp_capture_is_locked:
 * @meeting: (nullable): a meeting
 *
 * Returns: whether it is closed, so that nothing more is written down in it
 */
gboolean
lamp_capture_is_locked (LampRecord *meeting)
{
  return meeting != NULL && g_strcmp0 (lamp_record_get_text (meeting, "state"), "closed") == 0;
}

static gboolean
is_next (LampRecord *other,
         LampRecord *meeting,
         const char *after,
         LampRecord *best)
{
  const char *start = lamp_record_get_text (other, "starts_at");

  return other != meeting && !lamp_capture_is_locked (other) && g_strcmp0 (start, after) > 0
         && (best == NULL || g_strcmp0 (start, lamp_record_get_text (best, "starts_at")) < 0);
}

/**
 * lamp_capture_find_next:
 * @store: the file
 * @meeting: a meeting
 * @today: today
 *
 * Returns: (transfer full) (nullable): the next meeting of its series, or of its community where it has none, that is
 *   later than both the meeting and today
 */
LampRecord *
lamp_capture_find_next (LampStore  *store,
                        LampRecord *meeting,
                        const char *today)
{
  const char *field = lamp_record_has (meeting, "series") ? "series" : "community";
  g_autoptr (GListModel) meetings = lamp_store_list_by (store, "meetings", field,
                                                        lamp_record_get_text (meeting, field));
  const char *after = lamp_record_get_text (meeting, "starts_at");
  LampRecord *best = NULL;

  if (g_strcmp0 (today, after) > 0)
    after = today;
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (meetings, i);

      if (is_next (other, meeting, after, best))
        g_set_object (&best, other);
    }

  return best;
}

/**
 * lamp_capture_count_present:
 * @store: the file
 * @meeting: (nullable): a meeting
 *
 * Returns: how many are marked as present; a group counts as many as it has
 */
guint
lamp_capture_count_present (LampStore  *store,
                            LampRecord *meeting)
{
  g_autoptr (GListModel) attendances = NULL;
  guint n_present = 0;

  if (meeting == NULL)
    return 0;
  attendances = lamp_store_list_by (store, "attendances", "meeting", lamp_record_get_id (meeting));
  for (guint i = 0; i < g_list_model_get_n_items (attendances); i++)
    {
      g_autoptr (LampRecord) attendance = g_list_model_get_item (attendances, i);

      n_present += g_strcmp0 (lamp_record_get_text (attendance, "state"), "present") == 0;
    }

  return n_present;
}

/**
 * lamp_capture_find_reference:
 * @store: the file
 * @record: (nullable): a record
 * @field: a field of its type that names another record
 *
 * Returns: (transfer full) (nullable): what it names
 */
LampRecord *
lamp_capture_find_reference (LampStore  *store,
                             LampRecord *record,
                             const char *field)
{
  const LampRecordType *type;

  if (record == NULL || !lamp_record_has (record, field))
    return NULL;
  type = lamp_record_get_record_type (record);

  return lamp_store_find (store, type->fields[lamp_record_type_find_field (type, field)].target,
                          lamp_record_get_text (record, field));
}

/**
 * lamp_capture_make_person:
 * @dialog: a capture dialog
 * @title: what the person does, plain
 *
 * Returns: (transfer floating): a row to pick a person, those of the community first
 */
GtkWidget *
lamp_capture_make_person (LampCaptureDialog *dialog,
                          const char        *title)
{
  LampStore *store = lamp_capture_dialog_get_store (dialog);
  GtkWidget *row = lamp_pick_row_new (store, "people", title);
  g_autofree char *community = lamp_capture_dialog_dup_community (dialog);
  g_autoptr (GHashTable) members = lamp_near_list_members (store, community);

  lamp_pick_row_set_first (LAMP_PICK_ROW (row), members);

  return row;
}

/**
 * lamp_capture_make_items:
 * @dialog: a capture dialog
 *
 * Returns: (transfer floating): a row to choose the agenda item that something belongs to, with that of the dialog
 *   chosen; it is hidden where there is no meeting
 */
GtkWidget *
lamp_capture_make_items (LampCaptureDialog *dialog)
{
  GtkWidget *row = adw_combo_row_new ();
  LampRecord *meeting = lamp_capture_dialog_get_meeting (dialog);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GListModel) model = NULL;
  guint chosen = 0;

  gtk_string_list_append (titles, C_ ("agenda item", "None"));
  if (meeting != NULL)
    model = lamp_store_list_by (lamp_capture_dialog_get_store (dialog), "agenda_items", "meeting",
                                lamp_record_get_id (meeting));
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      LampRecord *item = g_list_model_get_item (model, i);

      g_ptr_array_add (items, item);
      gtk_string_list_append (titles, lamp_record_get_title (item));
      if (item == lamp_capture_dialog_get_item (dialog))
        chosen = i + 1;
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Agenda Item"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  gtk_widget_set_visible (row, items->len > 0);
  g_object_set_data_full (G_OBJECT (row), "items", items, (GDestroyNotify) g_ptr_array_unref);

  return row;
}

/**
 * lamp_capture_get_chosen_item:
 * @items: a row of [func@capture_make_items]
 *
 * Returns: (transfer none) (nullable): the agenda item that is chosen
 */
LampRecord *
lamp_capture_get_chosen_item (GtkWidget *items)
{
  GPtrArray *records = g_object_get_data (G_OBJECT (items), "items");
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (items));

  return selected > 0 && selected <= records->len ? g_ptr_array_index (records, selected - 1) : NULL;
}

static void
on_day_clicked (GtkWidget   *button,
                LampDateRow *row)
{
  lamp_date_row_set_value (row, g_object_get_data (G_OBJECT (button), "day"));
}

static void
add_day (GtkWidget   *box,
         LampDateRow *row,
         const char  *label,
         char        *day)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *date = lamp_date_dup_display (day);

  gtk_widget_set_tooltip_text (button, date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, date, -1);
  g_object_set_data_full (G_OBJECT (button), "day", day, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_day_clicked), row, 0);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
}

static void
add_next_meeting (LampCaptureDialog *dialog,
                  GtkWidget         *box,
                  LampDateRow       *row)
{
  LampRecord *meeting = lamp_capture_dialog_get_meeting (dialog);
  g_autofree char *today = lamp_capture_dialog_dup_today (dialog);
  g_autoptr (LampRecord) next = NULL;

  if (meeting != NULL)
    next = lamp_capture_find_next (lamp_capture_dialog_get_store (dialog), meeting, today);
  if (next != NULL)
    add_day (box, row, _("_Next Meeting"), g_strndup (lamp_record_get_text (next, "starts_at"), strlen ("0000-00-00")));
}

/**
 * lamp_capture_make_days:
 * @dialog: a capture dialog
 * @row: the date that they set
 * @weeks: (array length=n_weeks): in how many weeks
 * @n_weeks: how many there are
 *
 * Returns: (transfer floating): a row of buttons for the days that are chosen most: that of the next meeting, where
 *   there is one, and those in some weeks
 */
GtkWidget *
lamp_capture_make_days (LampCaptureDialog *dialog,
                        LampDateRow       *row,
                        const int         *weeks,
                        guint              n_weeks)
{
  GtkWidget *days = adw_preferences_row_new ();
  GtkWidget *box = adw_wrap_box_new ();
  g_autofree char *today = lamp_capture_dialog_dup_today (dialog);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  add_next_meeting (dialog, box, row);
  for (guint i = 0; i < n_weeks; i++)
    {
      g_autofree char *label = NULL;

      // Translators: a button that chooses the day some weeks from now; the underscore is the key that presses it
      label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In _%d Week", "In _%d Weeks", (gulong) weeks[i]),
                               weeks[i]);
      add_day (box, row, label, lamp_date_add_days (today, 7 * weeks[i]));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (days), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (days), FALSE);
  gtk_widget_set_focusable (days, FALSE);

  return days;
}

/* Holds the field against what its type allows, and says under the widget what is wrong. */
static gboolean
judge (LampRow    *row,
       const char *field,
       GtkWidget  *widget,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean good = lamp_row_parse (row, field, text, &error)
                  && lamp_row_validate_field (row, (guint) lamp_record_type_find_field (row->type, field), &error);

  lamp_capture_row_set_problem (widget, good ? NULL : error->message);
  if (!good)
    gtk_widget_grab_focus (widget);

  return good;
}

/**
 * lamp_capture_take_text:
 * @row: what is saved
 * @field: a field of text
 * @widget: the row of the dialog that it was typed in
 * @text: what was typed
 * @missing: (nullable): what to say when nothing was; %NULL when that may be so
 *
 * Takes what was typed, without the space around it.
 *
 * Returns: whether it may stand; otherwise the reason is said under the row
 */
gboolean
lamp_capture_take_text (LampRow    *row,
                        const char *field,
                        GtkWidget  *widget,
                        const char *text,
                        const char *missing)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0' && missing != NULL)
    {
      lamp_capture_row_set_problem (widget, missing);
      gtk_widget_grab_focus (widget);
      return FALSE;
    }

  return judge (row, field, widget, *stripped != '\0' ? stripped : NULL);
}

/**
 * lamp_capture_take_date:
 * @row: what is saved
 * @field: a field of a day
 * @widget: the [class@DateRow] that it was entered in
 *
 * Returns: whether it may stand; otherwise the reason is said under the row
 */
gboolean
lamp_capture_take_date (LampRow    *row,
                        const char *field,
                        GtkWidget  *widget)
{
  return judge (row, field, widget, lamp_date_row_get_value (LAMP_DATE_ROW (widget)));
}

/**
 * lamp_capture_take_record:
 * @row: what is saved
 * @field: a field that names another record
 * @record: (nullable): what it names
 *
 * Takes what was picked.
 */
void
lamp_capture_take_record (LampRow    *row,
                          const char *field,
                          LampRecord *record)
{
  if (record != NULL)
    lamp_row_set_text (row, field, lamp_record_get_id (record));
  else
    lamp_row_unset (row, field);
}

/* What was shown lets go of the session now: the sheet that it stood on may outlive the dialog. */
static void
let_go (AdwClamp *clamp)
{
  adw_clamp_set_child (clamp, NULL);
}

/**
 * lamp_capture_present_widget:
 * @parent: a widget of the window
 * @title: the title of the dialog, plain
 * @widget: (transfer floating): what it shows
 *
 * Shows a widget in a dialog of its own, which scrolls where it has to.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
lamp_capture_present_widget (GtkWidget  *parent,
                             const char *title,
                             GtkWidget  *widget)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE, "child", clamp, NULL);

  gtk_widget_set_margin_start (widget, 12);
  gtk_widget_set_margin_end (widget, 12);
  gtk_widget_set_margin_top (widget, 6);
  gtk_widget_set_margin_bottom (widget, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), widget);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 520);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (let_go), clamp, G_CONNECT_SWAPPED);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);

  return dialog;
}
