/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-calendar-dialog.h"
#include "lamp-date-row.h"
#include "lamp-date.h"
#include "lamp-protocol-choice.h"
#include "lamp-repeat-editor.h"
#include "lamp-series-dates-list.h"
#include "lamp-series-edits.h"
#include "lamp-series-moves.h"

#define LONGEST_MINUTES 1440
#define USUAL_TIME "T15:30"
#define WEEKS_AHEAD 12

struct _LampSeriesDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampSnapshot *snapshot;       /* all that the file knew when it was opened */
  LampRow *row;                 /* the series as it is in the dialog */
  gboolean is_new;
  GPtrArray *communities;       /* (element-type LampRecord) */
  LampProtocolChoice *protocols;
  GPtrArray *planned;           /* (nullable) (element-type LampSeriesMove) */
  GPtrArray *move_rows;
  gboolean quiet;

  GtkWidget *apply;
  AdwPreferencesGroup *details;
  AdwEntryRow *name;
  AdwComboRow *community;
  LampDateRow *starts_at;
  AdwEntryRow *length;
  LampRepeatEditor *repeat;
  AdwComboRow *protocol;
  AdwPreferencesGroup *moves;
  AdwPreferencesGroup *dates;
  LampDateRow *until;
  LampSeriesDatesList *list;
  GtkWidget *more;
  GtkWidget *end_button;
};

G_DEFINE_FINAL_TYPE (LampSeriesDialog, lamp_series_dialog, ADW_TYPE_DIALOG)

static void
mark (GtkWidget *row,
      gboolean   is_right)
{
  if (is_right)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_right ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static int
get_minutes (LampSeriesDialog *self)
{
  int minutes;

  if (!lamp_duration_parse (gtk_editable_get_text (GTK_EDITABLE (self->length)), &minutes))
    return 0;

  return minutes <= LONGEST_MINUTES ? minutes : 0;
}

/* The first of the templates is that there is none. */
static const char *
get_template (LampSeriesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->protocol);

  return selected > 0 ? lamp_protocol_choice_get_id (self->protocols, selected - 1) : NULL;
}

/* (transfer full) (nullable): until when meetings are to be made */
static const char *
get_until (LampSeriesDialog *self)
{
  const char *until = lamp_date_row_get_value (self->until);

  return until != NULL && lamp_date_is_valid (until) ? until : NULL;
}

/* Takes what is in the dialog into the row. Returns whether all of it can be read. */
static gboolean
read_fields (LampSeriesDialog *self)
{
  const char *starts_at = lamp_date_row_get_value (self->starts_at);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *rrule = lamp_repeat_editor_dup_rrule (self->repeat);
  LampRecord *community = self->communities->pdata[adw_combo_row_get_selected (self->community)];
  gboolean has_time = lamp_time_is_valid (starts_at);
  gboolean has_minutes = get_minutes (self) > 0;

  mark (GTK_WIDGET (self->starts_at), has_time);
  mark (GTK_WIDGET (self->length), has_minutes);
  lamp_row_set_text (self->row, "title", *title != '\0' ? title : NULL);
  lamp_row_set_text (self->row, "community", lamp_record_get_id (community));
  lamp_row_set_text (self->row, "starts_at", has_time ? starts_at : NULL);
  lamp_row_set_text (self->row, "rrule", rrule);
  lamp_row_set_text (self->row, "template", get_template (self));
  if (has_minutes)
    lamp_row_set_integer (self->row, "minutes", get_minutes (self));

  return has_time && has_minutes && *title != '\0';
}

static void
add_move_row (LampSeriesDialog     *self,
              const LampSeriesMove *move)
{
  g_autofree char *from = lamp_time_dup_display (lamp_row_get_text (move->meeting, "starts_at"));
  g_autofree char *to = lamp_time_dup_display (move->starts_at);
  // Translators: a meeting is moved from one day and time to another
  g_autofree char *title = g_strdup_printf (C_ ("move", "%s → %s"), from, to);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lamp_row_get_title (move->meeting));
  adw_preferences_group_add (self->moves, row);
  g_ptr_array_add (self->move_rows, row);
}

/* What a change of the series does to the meetings that exist. */
static void
show_moves (LampSeriesDialog *self)
{
  g_autofree char *now = lamp_clock_dup_local_time (lamp_session_get_clock (self->session));
  const char *id = lamp_row_get_id (self->row);
  const LampRow *before = id != NULL ? lamp_snapshot_find (self->snapshot, "series", id) : NULL;

  for (guint i = 0; i < self->move_rows->len; i++)
    adw_preferences_group_remove (self->moves, self->move_rows->pdata[i]);
  g_ptr_array_set_size (self->move_rows, 0);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  if (before != NULL
      && (!lamp_row_is (before, "rrule", lamp_row_get_text (self->row, "rrule"))
          || !lamp_row_is (before, "starts_at", lamp_row_get_text (self->row, "starts_at"))
          || lamp_row_get_integer (before, "minutes") != lamp_row_get_integer (self->row, "minutes")))
    self->planned = lamp_series_plan_moves (self->snapshot, self->row, now, NULL);
  for (guint i = 0; self->planned != NULL && i < self->planned->len; i++)
    add_move_row (self, self->planned->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->moves), self->move_rows->len > 0);
}

static void
update (LampSeriesDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_whole;
  gboolean has_dates;

  if (self->quiet)
    return;
  is_whole = read_fields (self);
  has_dates = lamp_series_dates_list_show (self->list, self->snapshot, self->row, get_until (self), &error);
  lamp_repeat_editor_set_error (self->repeat, has_dates || !lamp_row_has (self->row, "starts_at") ? NULL
                                                                                                 : error->message);
  show_moves (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "series.apply", is_whole && has_dates);
}

static void
on_start (LampSeriesDialog *self)
{
  const char *starts_at = lamp_date_row_get_value (self->starts_at);

  if (self->quiet)
    return;
  if (lamp_time_is_valid (starts_at))
    lamp_repeat_editor_set_start (self->repeat, starts_at);
  update (self);
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  LampSeriesDialog *self = LAMP_SERIES_DIALOG (widget);
  g_autoptr (GPtrArray) times = NULL;
  g_autoptr (LampRecord) series = NULL;

  lamp_date_row_finish (self->starts_at);
  lamp_date_row_finish (self->until);
  update (self);
  if (!lamp_row_has (self->row, "title") || !lamp_row_has (self->row, "starts_at") || get_minutes (self) == 0)
    return;
  times = lamp_series_dates_list_get_chosen (self->list);
  series = lamp_series_save (self->session, lamp_row_copy (self->row), times, self->planned);
  if (series != NULL)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static LampRecord *
dup_series (LampSeriesDialog *self)
{
  return lamp_store_find (lamp_session_get_store (self->session), "series", lamp_row_get_id (self->row));
}

static void
save_calendar_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  LampSeriesDialog *self = LAMP_SERIES_DIALOG (widget);
  g_autoptr (LampRecord) series = dup_series (self);

  if (series != NULL)
    lamp_calendar_dialog_present (widget, self->session, series);
}

static void
end_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  LampSeriesDialog *self = LAMP_SERIES_DIALOG (widget);
  g_autoptr (LampRecord) series = dup_series (self);

  if (series != NULL && lamp_series_end (self->session, series))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  LampSeriesDialog *self = LAMP_SERIES_DIALOG (widget);
  g_autoptr (LampRecord) series = dup_series (self);

  if (series != NULL)
    lamp_session_delete (self->session, series);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lamp_series_dialog_dispose (GObject *object)
{
  LampSeriesDialog *self = LAMP_SERIES_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->communities, g_ptr_array_unref);
  g_clear_pointer (&self->protocols, lamp_protocol_choice_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_SERIES_DIALOG);

  G_OBJECT_CLASS (lamp_series_dialog_parent_class)->dispose (object);
}

static void
lamp_series_dialog_finalize (GObject *object)
{
  LampSeriesDialog *self = LAMP_SERIES_DIALOG (object);

  g_clear_pointer (&self->row, lamp_row_free);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  g_ptr_array_unref (self->move_rows);

  G_OBJECT_CLASS (lamp_series_dialog_parent_class)->finalize (object);
}

static void
lamp_series_dialog_class_init (LampSeriesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_series_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_series_dialog_finalize;

  g_type_ensure (LAMP_TYPE_REPEAT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/"
                                                             "lamp-series-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, details);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, community);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, repeat);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, protocol);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, moves);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, more);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesDialog, end_button);
  gtk_widget_class_install_action (widget_class, "series.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "series.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "series.save-calendar", NULL, save_calendar_action);
  gtk_widget_class_install_action (widget_class, "series.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "series.delete", NULL, delete_action);
}

static void
search_by_name (AdwComboRow *row)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, name);
}

static void
lamp_series_dialog_init (LampSeriesDialog *self)
{
  self->communities = g_ptr_array_new_with_free_func (g_object_unref);
  self->move_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->starts_at = LAMP_DATE_ROW (lamp_date_row_new (_("First Meeting"), TRUE));
  self->length = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->length), _("Minutes"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->length), _("Such as 44, 1:30 or 1.5h"));
  adw_preferences_group_add (self->details, GTK_WIDGET (self->starts_at));
  adw_preferences_group_add (self->details, GTK_WIDGET (self->length));
  self->until = LAMP_DATE_ROW (lamp_date_row_new (_("Make Meetings Until"), FALSE));
  adw_preferences_group_add (self->dates, GTK_WIDGET (self->until));
  self->list = LAMP_SERIES_DATES_LIST (lamp_series_dates_list_new ());
  adw_preferences_group_add (self->dates, GTK_WIDGET (self->list));
  search_by_name (self->community);
  search_by_name (self->protocol);
}

static void
show_communities (LampSeriesDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GListModel) all = lamp_store_list (lamp_session_get_store (self->session), "communities");
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      LampRecord *community = g_list_model_get_item (all, i);

      g_ptr_array_add (self->communities, community);
      gtk_string_list_append (names, lamp_record_get_title (community));
      if (lamp_row_is (self->row, "community", lamp_record_get_id (community)))
        selected = i;
    }
  adw_combo_row_set_model (self->community, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->community, selected);
}

static void
show_templates (LampSeriesDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *all = lamp_protocol_choice_get_names (self->protocols);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("template", "None"));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (all, i);

      gtk_string_list_append (names, gtk_string_object_get_string (name));
      if (lamp_row_is (self->row, "template", lamp_protocol_choice_get_id (self->protocols, i)))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->protocol, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->protocol, selected);
}

static void
show_row (LampSeriesDialog *self)
{
  g_autofree char *minutes = g_strdup_printf ("%" G_GINT64_FORMAT, lamp_row_get_integer (self->row, "minutes"));
  const char *title = lamp_row_get_text (self->row, "title");

  gtk_editable_set_text (GTK_EDITABLE (self->name), title != NULL ? title : "");
  gtk_editable_set_text (GTK_EDITABLE (self->length), minutes);
  lamp_date_row_set_value (self->starts_at, lamp_row_get_text (self->row, "starts_at"));
  lamp_repeat_editor_set (self->repeat, lamp_row_get_text (self->row, "rrule"),
                          lamp_row_get_text (self->row, "starts_at"));
  show_communities (self);
  show_templates (self);
  gtk_widget_set_visible (self->more, !self->is_new);
  gtk_widget_set_visible (self->end_button, lamp_row_has (self->row, "rrule"));
  gtk_button_set_label (GTK_BUTTON (self->apply), self->is_new ? _("_Add") : _("_Apply"));
  adw_dialog_set_title (ADW_DIALOG (self), self->is_new ? _("New Series") : _("Series"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));
}

/* A series that is new begins with the next school day and meets every week; meetings for a term are offered. */
static LampRow *
make_row (LampRecord *community,
          const char *today)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("series"));
  g_autofree char *day = lamp_date_add_days (today, 1);
  g_autofree char *start = g_strconcat (day, USUAL_TIME, NULL);
  // Translators: the title of a new series of meetings; %s is the name of a community
  g_autofree char *title = g_strdup_printf (_("%s: meeting"), lamp_record_get_title (community));

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "community", lamp_record_get_id (community));
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "starts_at", start);
  lamp_row_set_text (row, "rrule", "FREQ=WEEKLY");

  return row;
}

static void
watch (LampSeriesDialog *self)
{
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->community, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->starts_at, "notify::value", G_CALLBACK (on_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->length, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->repeat, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->protocol, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->until, "notify::value", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_series_dialog_new:
 * @session: the session
 * @community: whose series a new one is
 * @series: (nullable): a series to change; %NULL for a new one
 *
 * Returns: (transfer floating) (nullable): the dialog; %NULL when the file cannot be read, which is told as a notice
 */
AdwDialog *
lamp_series_dialog_new (LampSession *session,
                        LampRecord  *community,
                        LampRecord  *series)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));
  g_autofree char *until = lamp_date_add_days (today, WEEKS_AHEAD * 7);
  g_autofree char *now = lamp_clock_dup_local_time (lamp_session_get_clock (session));
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (lamp_session_get_store (session), &error);
  LampSeriesDialog *self;

  if (snapshot == NULL)
    {
      lamp_session_notice (session, error->message, FALSE);
      return NULL;
    }
  self = g_object_new (LAMP_TYPE_SERIES_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->snapshot = g_steal_pointer (&snapshot);
  self->protocols = lamp_protocol_choice_new (self->snapshot);
  self->is_new = series == NULL;
  self->row = series != NULL ? lamp_row_copy (lamp_record_get_row (series)) : make_row (community, today);
  lamp_series_dates_list_set_now (self->list, now);
  self->quiet = TRUE;
  show_row (self);
  lamp_date_row_set_value (self->until, self->is_new ? until : NULL);
  self->quiet = FALSE;
  watch (self);
  update (self);

  return ADW_DIALOG (self);
}
