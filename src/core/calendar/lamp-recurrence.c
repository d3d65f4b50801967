/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-ical.h"
#include "lamp-rrule.h"

/* How many dates of a rule are looked at: every day for more than fifty years. */
#define MOST_DATES 20000

struct _LampRecurrence
{
  LampRrule *rule;  /* (nullable): happens once */
  char *starts_at;
};

/**
 * lamp_recurrence_new:
 * @rrule: (nullable): a rule of RFC 5545; %NULL or empty for what happens once
 * @starts_at: (nullable): the wall time from which it holds; its time of day is that of each meeting
 * @error: where to put an error
 *
 * Reads a rule. Rules that fall several times on a day are refused, like those that RFC 5545 does not allow.
 *
 * Returns: (transfer full) (nullable): the recurrence, or %NULL with LAMP_ERROR_RULE and one sentence
 */
LampRecurrence *
lamp_recurrence_new (const char  *rrule,
                     const char  *starts_at,
                     GError     **error)
{
  g_autoptr (LampRrule) rule = NULL;
  LampRecurrence *self;

  if (!lamp_time_is_valid (starts_at))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_RULE, _("A series has to say when its first meeting is."));
      return NULL;
    }
  if (rrule != NULL && *rrule != '\0' && (rule = lamp_rrule_parse (rrule, starts_at, error)) == NULL)
    return NULL;

  self = g_new0 (LampRecurrence, 1);
  self->starts_at = g_strdup (starts_at);
  self->rule = g_steal_pointer (&rule);

  return self;
}

/**
 * lamp_recurrence_free:
 * @self: (nullable): a recurrence
 *
 * Frees it.
 */
void
lamp_recurrence_free (LampRecurrence *self)
{
  if (self == NULL)
    return;
  lamp_rrule_free (self->rule);
  g_free (self->starts_at);
  g_free (self);
}

/**
 * lamp_recurrence_is_endless:
 * @self: a recurrence
 *
 * Returns: whether nothing says when it ends
 */
gboolean
lamp_recurrence_is_endless (const LampRecurrence *self)
{
  return self->rule != NULL && self->rule->until == NULL && self->rule->count == 0;
}

static ICalTime *
to_ical_day (const char *day)
{
  ICalTime *time = i_cal_time_new_null_time ();
  GDate date;

  lamp_date_parse (day, &date);
  i_cal_time_set_date (time, g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
  i_cal_time_set_is_date (time, TRUE);

  return time;
}

/* One strand of the rule, and the day that it has come to. */
typedef struct
{
  ICalRecurIterator *iterator;  /* (nullable): a strand that never falls on a day, such as 30 February */
  char *day;
} Walk;

static void
step (Walk *walk)
{
  g_autoptr (ICalTime) time = walk->iterator != NULL ? i_cal_recur_iterator_next (walk->iterator) : NULL;

  g_set_str (&walk->day, NULL);
  if (time != NULL && !i_cal_time_is_null_time (time))
    walk->day = g_strdup_printf ("%04d-%02d-%02d", i_cal_time_get_year (time), i_cal_time_get_month (time),
                                 i_cal_time_get_day (time));
}

static void
walk_free (Walk *walk)
{
  g_clear_object (&walk->iterator);
  g_free (walk->day);
  g_free (walk);
}

static GPtrArray *
begin_walks (const LampRrule *rule)
{
  GPtrArray *walks = g_ptr_array_new_with_free_func ((GDestroyNotify) walk_free);

  for (guint i = 0; i < rule->strands->len; i++)
    {
      const LampRruleStrand *strand = rule->strands->pdata[i];
      g_autoptr (ICalRecurrence) recurrence = i_cal_recurrence_new_from_string (strand->text);
      g_autoptr (ICalTime) first = to_ical_day (strand->first);
      Walk *walk = g_new0 (Walk, 1);

      walk->iterator = i_cal_recur_iterator_new (recurrence, first);
      step (walk);
      g_ptr_array_add (walks, walk);
    }

  return walks;
}

/* (transfer full) (nullable): the earliest day that a strand has come to */
static char *
take_earliest (GPtrArray *walks)
{
  Walk *earliest = NULL;
  char *day;

  for (guint i = 0; i < walks->len; i++)
    {
      Walk *walk = walks->pdata[i];

      if (walk->day != NULL && (earliest == NULL || strcmp (walk->day, earliest->day) < 0))
        earliest = walk;
    }
  if (earliest == NULL)
    return NULL;
  day = g_steal_pointer (&earliest->day);
  step (earliest);

  return day;
}

static void
follow (const LampRecurrence *self,
        GPtrArray            *walks,
        const char           *from,
        const char           *to,
        guint                 limit,
        GPtrArray            *times)
{
  const LampRrule *rule = self->rule;
  guint most = rule->count > 0 ? rule->count : MOST_DATES;

  for (guint i = 0; i < most && times->len < limit; i++)
    {
      g_autofree char *day = take_earliest (walks);

      if (day == NULL || strncmp (day, to, 10) > 0 || (rule->until != NULL && strcmp (day, rule->until) > 0))
        return;
      if (strncmp (day, from, 10) >= 0)
        g_ptr_array_add (times, g_strconcat (day, self->starts_at + strlen ("0000-00-00"), NULL));
    }
}

/**
 * lamp_recurrence_list:
 * @self: a recurrence
 * @from: the first day that is asked about, a date or wall time
 * @to: the last one
 * @limit: how many are wanted at most
 *
 * Lists when it happens. Days before the first meeting of the series are none; a first meeting that the rule does not
 * fall on is none either.
 *
 * Returns: (transfer full) (element-type utf8): wall times, ascending
 */
GPtrArray *
lamp_recurrence_list (const LampRecurrence *self,
                      const char           *from,
                      const char           *to,
                      guint                 limit)
{
  GPtrArray *times = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) walks = NULL;

  if (self->rule == NULL)
    {
      if (strncmp (from, self->starts_at, 10) <= 0 && strncmp (self->starts_at, to, 10) <= 0 && limit > 0)
        g_ptr_array_add (times, g_strdup (self->starts_at));
      return times;
    }
  walks = begin_walks (self->rule);
  follow (self, walks, from, to, limit, times);
  i_cal_error_clear_errno ();

  return times;
}
