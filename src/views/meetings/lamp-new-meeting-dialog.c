/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-new-meeting-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-closures.h"
#include "lamp-date-row.h"
#include "lamp-date.h"
#include "lamp-draft-list.h"
#include "lamp-new-meeting.h"
#include "lamp-protocol-choice.h"
#include "lamp-protocol.h"

#define LONGEST_MINUTES 1440

typedef enum
{
  FROM_STATE,
  FROM_LEFT_OVER,
  FROM_TEMPLATE,
  FROM_PROTOCOL,
  FROM_NOTHING,
} Source;

struct _LampNewMeetingDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampSnapshot *snapshot;       /* all that the file knew when it was opened */
  GPtrArray *communities;       /* (element-type LampRecord) */
  GListModel *all_series;       /* of the community */
  GArray *sources;              /* (element-type Source): those on offer */
  LampProtocolChoice *protocols;
  LampRow *row;                 /* the meeting, as far as it is known */
  LampAgendaDraft *draft;
  GHashTable *left;             /* titles of what a person has left, to be left again when the slot changes */
  gboolean quiet;               /* while one answer gives others */

  GtkWidget *create;
  AdwPreferencesGroup *details;
  AdwComboRow *community;
  AdwComboRow *series;
  LampDateRow *starts_at;
  AdwEntryRow *length;
  AdwComboRow *source;
  AdwComboRow *protocol;
  LampDraftList *agenda;
  LampDraftList *left_out;
};

static guint created_signal;

G_DEFINE_FINAL_TYPE (LampNewMeetingDialog, lamp_new_meeting_dialog, ADW_TYPE_DIALOG)

static LampRecord *
get_community (LampNewMeetingDialog *self)
{
  return self->communities->pdata[adw_combo_row_get_selected (self->community)];
}

/* The first of the series is that there is none. */
static LampRecord *
dup_series (LampNewMeetingDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->series);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return g_list_model_get_item (self->all_series, selected - 1);
}

static Source
get_source (LampNewMeetingDialog *self)
{
  return g_array_index (self->sources, Source, adw_combo_row_get_selected (self->source));
}

static int
get_minutes (LampNewMeetingDialog *self)
{
  int minutes;

  if (!lamp_duration_parse (gtk_editable_get_text (GTK_EDITABLE (self->length)), &minutes))
    return 0;

  return minutes <= LONGEST_MINUTES ? minutes : 0;
}

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

static gboolean
is_time_right (LampNewMeetingDialog *self)
{
  const char *value = lamp_date_row_get_value (self->starts_at);

  return value != NULL && lamp_time_is_valid (value);
}

static LampAgendaDraft *
make_protocol_draft (LampNewMeetingDialog *self,
                     const char           *protocol)
{
  LampSnapshot *snapshot = lamp_protocol_choice_find (self->protocols, protocol);

  if (snapshot == NULL)
    return lamp_agenda_draft_new (get_minutes (self));

  return lamp_agenda_draft_new_protocol (snapshot, protocol, get_minutes (self));
}

static LampAgendaDraft *
make_draft (LampNewMeetingDialog *self)
{
  g_autofree char *now = lamp_clock_dup_local_time (lamp_session_get_clock (self->session));
  g_autoptr (LampRecord) series = dup_series (self);
  LampProposalOptions options = {
    .community = lamp_record_get_id (get_community (self)),
    .series = series != NULL ? lamp_record_get_id (series) : NULL,
    .starts_at = lamp_date_row_get_value (self->starts_at),
    .minutes = get_minutes (self),
    .now = now,
  };

  switch (get_source (self))
    {
    case FROM_STATE:
      return lamp_agenda_draft_new_proposed (self->snapshot, &options);
    case FROM_LEFT_OVER:
      return lamp_agenda_draft_new_carried (self->snapshot, &options);
    case FROM_TEMPLATE:
      return make_protocol_draft (self, lamp_record_get_text (series, "template"));
    case FROM_PROTOCOL:
      return make_protocol_draft (self,
                                  lamp_protocol_choice_get_id (self->protocols, adw_combo_row_get_selected (self->protocol)));
    case FROM_NOTHING:
    default:
      return lamp_agenda_draft_new (options.minutes);
    }
}

/* What a person has left stays left, whatever else they change. */
static void
leave_again (LampNewMeetingDialog *self)
{
  for (guint i = 0; i < self->draft->items->len; i++)
    {
      LampDraftItem *item = self->draft->items->pdata[i];

      if (g_hash_table_contains (self->left, lamp_row_get_title (item->row)))
        item->chosen = FALSE;
    }
}

static const char *
get_note (LampNewMeetingDialog *self)
{
  if (get_source (self) == FROM_NOTHING)
    return _("Items are added one by one, on the agenda.");

  return self->draft->note != NULL ? self->draft->note : "";
}

static void
show_draft (LampNewMeetingDialog *self)
{
  g_autofree char *note = g_markup_escape_text (get_note (self), -1);

  lamp_draft_list_set_draft (self->agenda, self->draft, TRUE);
  lamp_draft_list_set_draft (self->left_out, self->draft, FALSE);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->agenda), note);
  lamp_draft_list_show_sum (self->agenda, self->draft);
}

/* A person may choose a day without school; that it is one, they should know. */
static void
show_closure (LampNewMeetingDialog *self)
{
  g_autoptr (LampClosures) closures = lamp_closures_new (self->snapshot, lamp_record_get_id (get_community (self)));
  const LampRow *closure = is_time_right (self) ? lamp_closures_find (closures, lamp_date_row_get_value (self->starts_at)) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;

  if (closure != NULL)
    // Translators: %s is why, such as the name of a holiday
    words = g_strdup_printf (_("There is no school on that day: %s."), lamp_row_get_title (closure));
  escaped = words != NULL ? g_markup_escape_text (words, -1) : NULL;
  adw_preferences_group_set_description (self->details, escaped);
}

/* The agenda depends on all that stands above it. What cannot be read yet leaves it as it is. */
static void
update_agenda (LampNewMeetingDialog *self)
{
  gboolean has_time = is_time_right (self);
  gboolean has_minutes = get_minutes (self) > 0;

  if (self->quiet)
    return;
  mark (GTK_WIDGET (self->starts_at), has_time);
  mark (GTK_WIDGET (self->length), has_minutes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-meeting.create", has_time && has_minutes);
  show_closure (self);
  gtk_widget_set_visible (GTK_WIDGET (self->protocol), get_source (self) == FROM_PROTOCOL);
  if (!has_time || !has_minutes)
    return;
  g_clear_pointer (&self->draft, lamp_agenda_draft_free);
  self->draft = make_draft (self);
  leave_again (self);
  show_draft (self);
}

static void
on_agenda_changed (LampNewMeetingDialog *self)
{
  for (guint i = 0; i < self->draft->items->len; i++)
    {
      const LampDraftItem *item = self->draft->items->pdata[i];

      if (item->chosen)
        g_hash_table_remove (self->left, lamp_row_get_title (item->row));
      else if (item->has_room)
        g_hash_table_add (self->left, g_strdup (lamp_row_get_title (item->row)));
    }
  lamp_draft_list_show_sum (self->agenda, self->draft);
}

static void
offer (LampNewMeetingDialog *self,
       GtkStringList        *names,
       Source                source,
       const char           *name)
{
  g_array_append_val (self->sources, source);
  gtk_string_list_append (names, name);
}

static void
update_sources (LampNewMeetingDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (LampRecord) series = dup_series (self);
  Source before = self->sources->len > 0 ? get_source (self) : FROM_STATE;
  guint selected = 0;

  g_array_set_size (self->sources, 0);
  offer (self, names, FROM_STATE, C_ ("agenda from", "Where Things Stand"));
  offer (self, names, FROM_LEFT_OVER, C_ ("agenda from", "What Was Left Over Last Time"));
  if (series != NULL && lamp_record_has (series, "template"))
    offer (self, names, FROM_TEMPLATE, C_ ("agenda from", "The Template of the Series"));
  if (lamp_protocol_choice_get_n_items (self->protocols) > 0)
    offer (self, names, FROM_PROTOCOL, C_ ("agenda from", "A Protocol"));
  offer (self, names, FROM_NOTHING, C_ ("agenda from", "Nothing"));
  for (guint i = 0; i < self->sources->len; i++)
    if (g_array_index (self->sources, Source, i) == before)
      selected = i;
  adw_combo_row_set_model (self->source, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->source, selected);
}

/* The series, or that there is none, says when and how long. */
static void
on_series (LampNewMeetingDialog *self)
{
  g_autoptr (LampRecord) series = dup_series (self);
  g_autofree char *minutes = NULL;

  if (self->quiet)
    return;
  self->quiet = TRUE;
  g_clear_pointer (&self->row, lamp_row_free);
  self->row = lamp_new_meeting_make_row (self->session, self->snapshot, get_community (self), series);
  minutes = g_strdup_printf ("%" G_GINT64_FORMAT, lamp_row_get_integer (self->row, "minutes"));
  lamp_date_row_set_value (self->starts_at, lamp_row_get_text (self->row, "starts_at"));
  gtk_editable_set_text (GTK_EDITABLE (self->length), minutes);
  update_sources (self);
  self->quiet = FALSE;
  update_agenda (self);
}

static guint
fill_series (LampNewMeetingDialog *self,
             LampRecord           *usual,
             GtkStringList        *names)
{
  guint found = 0;

  gtk_string_list_append (names, C_ ("series", "None"));
  for (guint i = 0; i < g_list_model_get_n_items (self->all_series); i++)
    {
      g_autoptr (LampRecord) series = g_list_model_get_item (self->all_series, i);

      gtk_string_list_append (names, lamp_record_get_title (series));
      if (series == usual)
        found = i + 1;
    }

  return found;
}

static void
on_community (LampNewMeetingDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (LampRecord) usual = lamp_new_meeting_find_series (self->session, get_community (self));
  guint selected;

  g_clear_object (&self->all_series);
  self->all_series = lamp_store_list_by (lamp_session_get_store (self->session), "series", "community",
                                         lamp_record_get_id (get_community (self)));
  selected = fill_series (self, usual, names);
  self->quiet = TRUE;
  adw_combo_row_set_model (self->series, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->series, selected);
  self->quiet = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->series), g_list_model_get_n_items (self->all_series) > 0);
  on_series (self);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampNewMeetingDialog *self = LAMP_NEW_MEETING_DIALOG (widget);
  g_autoptr (LampRecord) meeting = NULL;

  lamp_date_row_finish (self->starts_at);
  if (!is_time_right (self) || get_minutes (self) == 0)
    return;
  lamp_row_set_text (self->row, "starts_at", lamp_date_row_get_value (self->starts_at));
  lamp_row_set_integer (self->row, "minutes", get_minutes (self));
  meeting = lamp_new_meeting_create (self->session, lamp_row_copy (self->row), self->draft);
  if (meeting == NULL)
    {
      update_agenda (self);
      return;
    }
  g_signal_emit (self, created_signal, 0, meeting);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
lamp_new_meeting_dialog_dispose (GObject *object)
{
  LampNewMeetingDialog *self = LAMP_NEW_MEETING_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->all_series);
  g_clear_pointer (&self->communities, g_ptr_array_unref);
  g_clear_pointer (&self->protocols, lamp_protocol_choice_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_NEW_MEETING_DIALOG);

  G_OBJECT_CLASS (lamp_new_meeting_dialog_parent_class)->dispose (object);
}

static void
lamp_new_meeting_dialog_finalize (GObject *object)
{
  LampNewMeetingDialog *self = LAMP_NEW_MEETING_DIALOG (object);

  g_array_unref (self->sources);
  g_hash_table_unref (self->left);
  g_clear_pointer (&self->row, lamp_row_free);
  g_clear_pointer (&self->draft, lamp_agenda_draft_free);

  G_OBJECT_CLASS (lamp_new_meeting_dialog_parent_class)->finalize (object);
}

static void
lamp_new_meeting_dialog_class_init (LampNewMeetingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_new_meeting_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_new_meeting_dialog_finalize;

  created_signal = g_signal_new ("created", LAMP_TYPE_NEW_MEETING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, LAMP_TYPE_RECORD);

  g_type_ensure (LAMP_TYPE_DRAFT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/"
                                                             "lamp-new-meeting-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, create);
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, details);
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, community);
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, series);
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, source);
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, protocol);
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, agenda);
  gtk_widget_class_bind_template_child (widget_class, LampNewMeetingDialog, left_out);
  gtk_widget_class_install_action (widget_class, "new-meeting.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "new-meeting.cancel", NULL, cancel_action);
}

static void
search_by_name (AdwComboRow *row)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, name);
}

static void
add_entries (LampNewMeetingDialog *self)
{
  self->starts_at = LAMP_DATE_ROW (lamp_date_row_new (_("When"), TRUE));
  self->length = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->length), _("Minutes"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->length), _("Such as 44, 1:30 or 1.5h"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->starts_at), TRUE);
  adw_entry_row_set_activates_default (self->length, TRUE);
  adw_preferences_group_add (self->details, GTK_WIDGET (self->starts_at));
  adw_preferences_group_add (self->details, GTK_WIDGET (self->length));
}

static void
lamp_new_meeting_dialog_init (LampNewMeetingDialog *self)
{
  self->communities = g_ptr_array_new_with_free_func (g_object_unref);
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_entries (self);
  search_by_name (self->community);
  search_by_name (self->protocol);
}

static guint
fill_communities (LampNewMeetingDialog *self,
                  LampRecord           *chosen,
                  GtkStringList        *names)
{
  g_autoptr (GListModel) communities = lamp_store_list (lamp_session_get_store (self->session), "communities");
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (communities); i++)
    {
      LampRecord *community = g_list_model_get_item (communities, i);

      g_ptr_array_add (self->communities, community);
      gtk_string_list_append (names, lamp_record_get_title (community));
      if (community == chosen)
        found = i;
    }

  return found;
}

static void
watch (LampNewMeetingDialog *self)
{
  g_signal_connect_object (self->community, "notify::selected", G_CALLBACK (on_community), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->series, "notify::selected", G_CALLBACK (on_series), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "notify::selected", G_CALLBACK (update_agenda), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->protocol, "notify::selected", G_CALLBACK (update_agenda), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->starts_at, "notify::value", G_CALLBACK (update_agenda), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->length, "changed", G_CALLBACK (update_agenda), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (on_agenda_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_out, "changed", G_CALLBACK (on_agenda_changed), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_new_meeting_dialog_new:
 * @session: the session
 * @community: the community that most likely meets
 *
 * Returns: (transfer floating) (nullable): the dialog; %NULL when the file cannot be read, which is told as a notice
 */
AdwDialog *
lamp_new_meeting_dialog_new (LampSession *session,
                             LampRecord  *community)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (lamp_session_get_store (session), &error);
  LampNewMeetingDialog *self;
  guint selected;

  if (snapshot == NULL)
    {
      lamp_session_notice (session, error->message, FALSE);
      return NULL;
    }
  self = g_object_new (LAMP_TYPE_NEW_MEETING_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->snapshot = g_steal_pointer (&snapshot);
  self->protocols = lamp_protocol_choice_new (self->snapshot);
  selected = fill_communities (self, community, names);
  adw_combo_row_set_model (self->community, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->community, selected);
  adw_combo_row_set_model (self->protocol, lamp_protocol_choice_get_names (self->protocols));
  on_community (self);
  watch (self);

  return ADW_DIALOG (self);
}
