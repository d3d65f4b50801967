/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-ical-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-ical.h"
#include "lamp-recurrence.h"
#include "lamp-schema.h"

/* What is taken from a calendar: days with a title. */

#define MOST_DAYS 5000
#define MOST_RULES 60        /* so that a file full of rules that never fall on a day comes to an end */
#define LONGEST_CLOSURE 120  /* days: more than a summer is no closure of a school */

typedef struct
{
  const char *from;
  const char *to;
  GHashTable *changed;  /* (element-type utf8 utf8): the occurrences that have an event of their own, "uid/day" */
  GPtrArray *days;      /* (element-type LampIcalDays) */
  guint n_rules;        /* that have been followed */
} Reader;

/**
 * lamp_ical_days_free:
 * @self: (nullable): some days
 *
 * Frees them.
 */
void
lamp_ical_days_free (LampIcalDays *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->title);
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

/* The wall time where it happens; what is said in the time of the world is taken to this zone. */
static char *
to_wall (ICalTime *time)
{
  g_autoptr (GDateTime) local = NULL;

  if (time == NULL || i_cal_time_is_null_time (time) || !i_cal_time_is_valid_time (time))
    return NULL;
  if (i_cal_time_is_date (time) || !i_cal_time_is_utc (time))
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", i_cal_time_get_year (time), i_cal_time_get_month (time),
                            i_cal_time_get_day (time), i_cal_time_get_hour (time), i_cal_time_get_minute (time));
  local = g_date_time_new_from_unix_local (i_cal_time_as_timet (time));

  return local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M") : NULL;
}

/* One line, as a title of ours is. */
static char *
clean_title (const char *summary)
{
  g_autofree char *text = g_utf8_normalize (summary != NULL ? summary : "", -1, G_NORMALIZE_NFC);
  g_autofree char *line = NULL;

  for (char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_strstrip (text);
  if (*text == '\0')
    // Translators: the title of a day without school whose calendar gives it none
    return g_strdup (C_("closure", "Closed"));
  line = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LAMP_TEXT_LIMIT));

  return g_strchomp (g_steal_pointer (&line));
}

/* What a closure remembers of where it came from: never longer than a line. */
static char *
name_source (const char *uid,
             const char *day)
{
  g_autofree char *text = day != NULL ? g_strdup_printf ("%s/%s", uid, day) : g_strdup (uid);

  g_strdelimit (text, "\r\n\t", ' ');
  if (g_utf8_strlen (text, -1) <= LAMP_TEXT_LIMIT && g_utf8_validate (text, -1, NULL))
    return g_steal_pointer (&text);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
add_days (Reader     *self,
          const char *uid,
          const char *occurrence,
          const char *title,
          const char *first,
          int         length,
          gboolean    is_whole)
{
  g_autofree char *last = lamp_date_add_days (first, length);
  LampIcalDays *days;

  if (last == NULL || self->days->len >= MOST_DAYS)
    return;
  days = g_new0 (LampIcalDays, 1);
  days->uid = uid != NULL ? name_source (uid, occurrence) : NULL;
  days->title = clean_title (title);
  days->first = g_strndup (first, strlen ("0000-00-00"));
  days->last = g_steal_pointer (&last);
  days->is_whole = is_whole && length < LONGEST_CLOSURE;
  g_ptr_array_add (self->days, days);
}

/* How many days after its first an event ends; the moment of an end no longer belongs to it. */
static int
measure (ICalComponent *event,
         const char    *start,
         gboolean      *is_whole)
{
  g_autoptr (ICalTime) dtstart = i_cal_component_get_dtstart (event);
  g_autoptr (ICalTime) dtend = i_cal_component_get_dtend (event);
  g_autofree char *end = to_wall (dtend);
  gboolean ends_at_midnight = end != NULL && g_str_has_suffix (end, "T00:00");
  int days = end != NULL ? lamp_date_days_between (start, end) : 0;

  *is_whole = i_cal_time_is_date (dtstart) || (g_str_has_suffix (start, "T00:00") && ends_at_midnight && days > 0);

  return MAX (days > 0 && ends_at_midnight ? days - 1 : days, 0);
}

static gboolean
has_date (ICalComponent    *event,
          ICalPropertyKind  kind,
          const char       *day)
{
  gboolean found = FALSE;
  ICalProperty *next;

  for (ICalProperty *property = i_cal_component_get_first_property (event, kind); property != NULL; property = next)
    {
      g_autoptr (ICalTime) time = i_cal_property_get_exdate (property);
      g_autofree char *wall = to_wall (time);

      found = found || (wall != NULL && strncmp (wall, day, 10) == 0);
      g_object_unref (property);
      next = i_cal_component_get_next_property (event, kind);
    }

  return found;
}

static char *
dup_rule (ICalComponent *event)
{
  g_autoptr (ICalProperty) property = i_cal_component_get_first_property (event, I_CAL_RRULE_PROPERTY);
  g_autoptr (ICalRecurrence) rule = property != NULL ? i_cal_property_get_rrule (property) : NULL;

  return rule != NULL ? i_cal_recurrence_to_string (rule) : NULL;
}

/* A holiday that comes again, on each of its days within what is asked about. A rule that cannot be followed has its
 * first day. */
static gboolean
add_occurrences (Reader        *self,
                 ICalComponent *event,
                 const char    *start,
                 int            length,
                 gboolean       is_whole)
{
  g_autofree char *rule = dup_rule (event);
  g_autoptr (LampRecurrence) recurrence = rule != NULL ? lamp_recurrence_new (rule, start, NULL) : NULL;
  g_autofree char *from = lamp_date_add_days (self->from, -length);
  g_autoptr (GPtrArray) times = NULL;
  const char *uid = i_cal_component_get_uid (event);

  if (recurrence == NULL || self->days->len >= MOST_DAYS || ++self->n_rules > MOST_RULES)
    return FALSE;
  times = lamp_recurrence_list (recurrence, from != NULL ? from : self->from, self->to, MOST_DAYS);
  for (guint i = 0; i < times->len; i++)
    {
      g_autofree char *day = g_strndup (times->pdata[i], strlen ("0000-00-00"));
      g_autofree char *key = g_strdup_printf ("%s/%s", uid != NULL ? uid : "", day);

      if (!has_date (event, I_CAL_EXDATE_PROPERTY, day) && !g_hash_table_contains (self->changed, key))
        add_days (self, uid, day, i_cal_component_get_summary (event), day, length, is_whole);
    }

  return TRUE;
}

static gboolean
is_called_off (ICalComponent *event)
{
  return i_cal_component_get_status (event) == I_CAL_STATUS_CANCELLED;
}

/* (transfer full) (nullable): the day of the occurrence that this event is about, when it is about one */
static char *
dup_occurrence (ICalComponent *event)
{
  g_autoptr (ICalProperty) property = i_cal_component_get_first_property (event, I_CAL_RECURRENCEID_PROPERTY);
  g_autoptr (ICalTime) time = property != NULL ? i_cal_property_get_recurrenceid (property) : NULL;
  g_autofree char *wall = to_wall (time);

  return wall != NULL ? g_strndup (wall, strlen ("0000-00-00")) : NULL;
}

static void
read_event (Reader        *self,
            ICalComponent *event)
{
  g_autoptr (ICalTime) dtstart = i_cal_component_get_dtstart (event);
  g_autofree char *start = to_wall (dtstart);
  g_autofree char *occurrence = dup_occurrence (event);
  gboolean is_whole;
  int length;

  if (start == NULL || !lamp_time_is_valid (start) || is_called_off (event))
    return;
  length = measure (event, start, &is_whole);
  if (occurrence != NULL || !add_occurrences (self, event, start, length, is_whole))
    add_days (self, i_cal_component_get_uid (event), occurrence, i_cal_component_get_summary (event), start, length,
              is_whole);
}

static void
note_change (Reader        *self,
             ICalComponent *event)
{
  g_autofree char *occurrence = dup_occurrence (event);
  const char *uid = i_cal_component_get_uid (event);

  if (occurrence != NULL)
    g_hash_table_add (self->changed, g_strdup_printf ("%s/%s", uid != NULL ? uid : "", occurrence));
}

static void
for_each_event (Reader        *self,
                ICalComponent *calendar,
                void         (*function) (Reader *, ICalComponent *))
{
  ICalComponent *next;

  for (ICalComponent *event = i_cal_component_get_first_component (calendar, I_CAL_VEVENT_COMPONENT); event != NULL;
       event = next)
    {
      function (self, event);
      g_object_unref (event);
      next = i_cal_component_get_next_component (calendar, I_CAL_VEVENT_COMPONENT);
    }
}

/* A file with one calendar has that at the top; with several, libical puts them into one that it makes. */
static void
for_each_calendar (Reader        *self,
                   ICalComponent *top,
                   void         (*function) (Reader *, ICalComponent *))
{
  ICalComponent *next;

  for_each_event (self, top, function);
  for (ICalComponent *calendar = i_cal_component_get_first_component (top, I_CAL_VCALENDAR_COMPONENT); calendar != NULL;
       calendar = next)
    {
      for_each_event (self, calendar, function);
      g_object_unref (calendar);
      next = i_cal_component_get_next_component (top, I_CAL_VCALENDAR_COMPONENT);
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const LampIcalDays *left = *(const LampIcalDays * const *) a;
  const LampIcalDays *right = *(const LampIcalDays * const *) b;
  int order = strcmp (left->first, right->first);

  return order != 0 ? order : strcmp (left->title, right->title);
}

/**
 * lamp_ical_read_days:
 * @text: a calendar that [func@ical_check] has let through
 * @from: the first day on which what comes again is asked about
 * @to: the last one
 * @error: where to put an error
 *
 * Reads the events of a calendar as days with a title. What comes again is listed on each of its days between @from and
 * @to; what happens once is listed whenever it is. An event that has no day that can be read is left out.
 *
 * Returns: (transfer full) (nullable) (element-type LampIcalDays): by date
 */
GPtrArray *
lamp_ical_read_days (const char  *text,
                     const char  *from,
                     const char  *to,
                     GError     **error)
{
  g_autoptr (ICalComponent) top = i_cal_component_new_from_string (text);
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { .from = from, .to = to, .changed = changed };

  i_cal_error_clear_errno ();
  if (top == NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT, _("The calendar cannot be read."));
      return NULL;
    }
  self.days = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_ical_days_free);
  for_each_calendar (&self, top, note_change);
  for_each_calendar (&self, top, read_event);
  g_ptr_array_sort (self.days, compare_days);
  i_cal_error_clear_errno ();

  return self.days;
}
