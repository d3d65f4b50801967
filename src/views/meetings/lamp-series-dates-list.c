/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-dates-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-series-dates.h"

#define MOST_MEETINGS 200   /* every school day of a year */
#define DATES_SHOWN 6       /* when no meetings are to be made */
#define DAYS_AHEAD 400

struct _LampSeriesDatesList
{
  AdwBin parent_instance;

  char *now;
  char *until;            /* (nullable): until when meetings are to be made */
  LampSeriesTime time;
  GPtrArray *occurrences; /* (nullable) (element-type LampOccurrence) */
  GHashTable *left;       /* (element-type utf8): the times that a person has left */

  GtkLabel *sum;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LampSeriesDatesList, lamp_series_dates_list, ADW_TYPE_BIN)

static gboolean
is_free (const LampOccurrence *occurrence)
{
  return occurrence->closure == NULL && occurrence->meeting == NULL;
}

static gboolean
is_chosen (LampSeriesDatesList  *self,
           const LampOccurrence *occurrence)
{
  return self->until != NULL && is_free (occurrence) && !g_hash_table_contains (self->left, occurrence->starts_at);
}

/**
 * lamp_series_dates_list_get_chosen:
 * @self: a list of dates
 *
 * Returns: (transfer full) (element-type utf8): the wall times at which meetings are to be made
 */
GPtrArray *
lamp_series_dates_list_get_chosen (LampSeriesDatesList *self)
{
  GPtrArray *times = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->occurrences != NULL && i < self->occurrences->len; i++)
    {
      const LampOccurrence *occurrence = self->occurrences->pdata[i];

      if (is_chosen (self, occurrence))
        g_ptr_array_add (times, g_strdup (occurrence->starts_at));
    }

  return times;
}

static guint
count_closed (LampSeriesDatesList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->occurrences->len; i++)
    n += ((const LampOccurrence *) self->occurrences->pdata[i])->closure != NULL;

  return n;
}

/* "11 meetings are made. 2 dates are skipped: there is no school." and the time that there is. */
static void
show_sum (LampSeriesDatesList *self)
{
  g_autoptr (GPtrArray) chosen = lamp_series_dates_list_get_chosen (self);
  guint n_closed = count_closed (self);
  g_autofree char *time = self->until != NULL ? lamp_series_time_describe (&self->time, self->until) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->until != NULL)
    {
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u meeting is made.", "%u meetings are made.",
                                                 chosen->len), chosen->len);
      g_string_append_c (text, ' ');
    }
  if (n_closed > 0)
    {
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u date is skipped: there is no school.",
                                                 "%u dates are skipped: there is no school.", n_closed), n_closed);
      g_string_append_c (text, ' ');
    }
  if (time != NULL)
    // Translators: the time that a series has: In all: 12 meetings, 528 minutes until 18 Dec 2026.
    g_string_append_printf (text, _("In all: %s."), time);
  else if (self->occurrences->len == 0)
    g_string_append (text, _("The rule names no further dates."));
  gtk_label_set_text (self->sum, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), text->len > 0);
}

static void
on_check (LampSeriesDatesList *self,
          GParamSpec          *pspec,
          GtkCheckButton      *check)
{
  const char *time = g_object_get_data (G_OBJECT (check), "time");

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left, time);
  else
    g_hash_table_add (self->left, g_strdup (time));
  show_sum (self);
}

static void
add_check (LampSeriesDatesList  *self,
           GtkWidget            *row,
           const LampOccurrence *occurrence)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, occurrence));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_object_set_data_full (G_OBJECT (check), "time", g_strdup (occurrence->starts_at), g_free);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_check), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
}

/* Markup only strikes out; what a person wrote is escaped. */
static char *
describe_title (const LampOccurrence *occurrence)
{
  g_autofree char *when = lamp_time_dup_display (occurrence->starts_at);
  g_autofree char *escaped = g_markup_escape_text (when, -1);

  return occurrence->closure != NULL ? g_strdup_printf ("<s>%s</s>", escaped) : g_steal_pointer (&escaped);
}

static char *
describe_state (const LampOccurrence *occurrence)
{
  const char *day = occurrence->meeting != NULL ? lamp_row_get_text (occurrence->meeting, "starts_at") : NULL;
  g_autofree char *when = lamp_time_dup_display (day);
  g_autofree char *text = NULL;

  if (day != NULL && strcmp (day, occurrence->starts_at) == 0)
    text = g_strdup (_("There already"));
  else if (day != NULL)
    // Translators: %s is a day and a time
    text = g_strdup_printf (_("There already, moved to %s"), when);
  else if (occurrence->closure != NULL)
    // Translators: why there is no meeting: No school: Winter break
    text = g_strdup_printf (_("No school: %s"), lamp_row_get_title (occurrence->closure));

  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

static void
add_row (LampSeriesDatesList  *self,
         const LampOccurrence *occurrence)
{
  g_autofree char *title = describe_title (occurrence);
  g_autofree char *state = describe_state (occurrence);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (state != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  if (self->until != NULL && is_free (occurrence))
    add_check (self, row, occurrence);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name (occurrence->closure != NULL
                                                               ? "action-unavailable-symbolic"
                                                               : "x-office-calendar-symbolic"));
  gtk_list_box_append (self->list, row);
}

/* What has begun already today is no date to come. */
static void
drop_past (LampSeriesDatesList *self)
{
  while (self->occurrences->len > 0
         && strcmp (((const LampOccurrence *) self->occurrences->pdata[0])->starts_at, self->now) < 0)
    g_ptr_array_remove_index (self->occurrences, 0);
}

/**
 * lamp_series_dates_list_show:
 * @self: a list of dates
 * @snapshot: all that the file knows
 * @series: a series
 * @until: (nullable): until when meetings are to be made; %NULL for the next dates only
 * @error: where to put an error
 *
 * Shows when a series meets.
 *
 * Returns: whether its rule can be followed
 */
gboolean
lamp_series_dates_list_show (LampSeriesDatesList  *self,
                             LampSnapshot         *snapshot,
                             const LampRow        *series,
                             const char           *until,
                             GError              **error)
{
  g_autofree char *far = lamp_date_add_days (self->now, DAYS_AHEAD);
  const char *to = until;

  g_set_str (&self->until, until);
  if (to == NULL)
    to = g_strcmp0 (lamp_row_get_text (series, "starts_at"), far) > 0 ? lamp_row_get_text (series, "starts_at") : far;
  g_clear_pointer (&self->occurrences, g_ptr_array_unref);
  gtk_list_box_remove_all (self->list);
  self->occurrences = lamp_series_occurrences (snapshot, series, self->now, to,
                                               until != NULL ? MOST_MEETINGS : DATES_SHOWN, error);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->occurrences != NULL && self->occurrences->len > 0);
  if (self->occurrences == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->sum), FALSE);
      return FALSE;
    }
  drop_past (self);
  if (until != NULL)
    self->time = lamp_series_sum_until (snapshot, series, self->now, until);
  for (guint i = 0; i < self->occurrences->len; i++)
    add_row (self, self->occurrences->pdata[i]);
  show_sum (self);

  return TRUE;
}

/**
 * lamp_series_dates_list_set_now:
 * @self: a list of dates
 * @now: the wall time
 *
 * Says from when on dates are shown.
 */
void
lamp_series_dates_list_set_now (LampSeriesDatesList *self,
                                const char          *now)
{
  g_set_str (&self->now, now);
}

static void
lamp_series_dates_list_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (lamp_series_dates_list_parent_class)->dispose (object);
}

static void
lamp_series_dates_list_finalize (GObject *object)
{
  LampSeriesDatesList *self = LAMP_SERIES_DATES_LIST (object);

  g_free (self->now);
  g_free (self->until);
  g_clear_pointer (&self->occurrences, g_ptr_array_unref);
  g_hash_table_unref (self->left);

  G_OBJECT_CLASS (lamp_series_dates_list_parent_class)->finalize (object);
}

static void
lamp_series_dates_list_class_init (LampSeriesDatesListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_series_dates_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_series_dates_list_finalize;
}

static void
lamp_series_dates_list_init (LampSeriesDatesList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sum, 0);
  gtk_label_set_wrap (self->sum, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Next dates"), -1);
  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sum));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * lamp_series_dates_list_new:
 *
 * Returns: (transfer floating): an empty list of dates
 */
GtkWidget *
lamp_series_dates_list_new (void)
{
  return g_object_new (LAMP_TYPE_SERIES_DATES_LIST, NULL);
}
