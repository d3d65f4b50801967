/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-meeting-plan.h"

struct _LampMeetingRow
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GListModel *items;
  char *verdict;
  char *summary;

  GtkLabel *weekday;
  GtkLabel *day;
  GtkLabel *title;
  GtkWidget *series;
  GtkLabel *subtitle;
  GtkWidget *slot;
  GtkWidget *slot_icon;
  GtkLabel *slot_label;
  GtkImage *state_icon;
  GtkLabel *state;
};

typedef enum
{
  PROP_SUMMARY = 1,
} LampMeetingRowProps;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (LampMeetingRow, lamp_meeting_row, ADW_TYPE_BIN)

static void
show_day (LampMeetingRow *self)
{
  GDate date;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *day = NULL;

  if (!lamp_date_parse (lamp_record_get_text (self->meeting, "starts_at"), &date))
    return;
  moment
      = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  weekday = g_date_time_format (moment, "%a");
  // Translators: the day of the month, as g_date_time_format() takes it
  day = g_date_time_format (moment, C_ ("date format", "%-d"));
  gtk_label_set_text (self->weekday, weekday);
  gtk_label_set_text (self->day, day);
}

static void
show_slot (LampMeetingRow *self)
{
  g_autoptr (LampMeetingPlan) plan = lamp_meeting_plan_new (self->meeting, self->items);
  g_autofree char *sum = lamp_meeting_plan_dup_sum (plan);
  g_autofree char *verdict = lamp_meeting_plan_dup_verdict (plan);
  gboolean over = plan->sum.over > 0;

  /* There is room for the sum only: the symbol says that it is too much, the agenda and the name by how much. */
  gtk_label_set_text (self->slot_label, plan->n_items > 0 ? sum : verdict);
  g_free (self->verdict);
  // Translators: the minutes planned of those there are, and what that comes to: 47 of 44 min — 3 min over
  self->verdict = g_strdup_printf (_("%s — %s"), sum, verdict);
  gtk_widget_set_tooltip_text (self->slot, self->verdict);
  gtk_widget_set_visible (self->slot_icon, over);
  if (over)
    gtk_widget_add_css_class (self->slot, "error");
  else
    gtk_widget_remove_css_class (self->slot, "error");
}

static void
set_summary (LampMeetingRow *self)
{
  g_autofree char *when = lamp_record_dup_display (self->meeting, "starts_at");
  g_autofree char *summary = NULL;

  // Translators: a meeting as a screen reader says it: Mon 23 Nov 2026, 07:41: Grade 4 meets. Grade 4 team. 47 of 44
  // min — 3 min over. Draft
  summary = g_strdup_printf (_("%s: %s. %s. %s. %s"), when, lamp_record_get_title (self->meeting),
                             gtk_label_get_text (self->subtitle), self->verdict,
                             gtk_label_get_text (self->state));
  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
update (LampMeetingRow *self)
{
  g_autoptr (LampRecord) community = NULL;
  g_autofree char *time = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *state = NULL;

  if (self->meeting == NULL || lamp_record_is_deleted (self->meeting))
    return;
  community = lamp_store_find (lamp_session_get_store (self->session), "communities",
                               lamp_record_get_text (self->meeting, "community"));
  time = lamp_clock_time_dup_display (lamp_record_get_text (self->meeting, "starts_at"));
  subtitle = g_strdup_printf ("%s · %s", time, community != NULL ? lamp_record_get_title (community) : "");
  state = lamp_record_dup_display (self->meeting, "state");
  show_day (self);
  gtk_label_set_text (self->title, lamp_record_get_title (self->meeting));
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (self->series, lamp_record_has (self->meeting, "series"));
  gtk_image_set_from_icon_name (self->state_icon,
                                lamp_meeting_state_get_icon_name (lamp_record_get_text (self->meeting, "state")));
  gtk_label_set_text (self->state, state);
  show_slot (self);
  set_summary (self);
}

static void
lamp_meeting_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LampMeetingRow *self = LAMP_MEETING_ROW (object);

  switch ((LampMeetingRowProps) property_id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_meeting_row_dispose (GObject *object)
{
  LampMeetingRow *self = LAMP_MEETING_ROW (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_MEETING_ROW);

  G_OBJECT_CLASS (lamp_meeting_row_parent_class)->dispose (object);
}

static void
lamp_meeting_row_finalize (GObject *object)
{
  LampMeetingRow *self = LAMP_MEETING_ROW (object);

  g_free (self->verdict);
  g_free (self->summary);

  G_OBJECT_CLASS (lamp_meeting_row_parent_class)->finalize (object);
}

static void
lamp_meeting_row_class_init (LampMeetingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_meeting_row_get_property;
  object_class->dispose = lamp_meeting_row_dispose;
  object_class->finalize = lamp_meeting_row_finalize;

  /**
   * LampMeetingRow:summary:
   *
   * The meeting as one sentence.
   */
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-meeting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, weekday);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, day);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, title);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, series);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, slot);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, slot_icon);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, slot_label);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingRow, state);
}

static void
lamp_meeting_row_init (LampMeetingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_meeting_row_new:
 * @session: the session
 *
 * Returns: (transfer floating): a row that shows no meeting yet
 */
GtkWidget *
lamp_meeting_row_new (LampSession *session)
{
  LampMeetingRow *self = g_object_new (LAMP_TYPE_MEETING_ROW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * lamp_meeting_row_set_meeting:
 * @self: a row
 * @meeting: (nullable): a meeting
 *
 * Shows another meeting, and follows it.
 */
void
lamp_meeting_row_set_meeting (LampMeetingRow *self,
                              LampRecord     *meeting)
{
  g_return_if_fail (LAMP_IS_MEETING_ROW (self));

  if (!g_set_object (&self->meeting, meeting))
    return;
  g_clear_object (&self->items);
  if (meeting != NULL)
    self->items = lamp_store_list_by (lamp_session_get_store (self->session), "agenda_items", "meeting",
                                      lamp_record_get_id (meeting));
  update (self);
}
