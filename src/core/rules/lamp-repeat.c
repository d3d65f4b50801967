/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-repeat.h"

#include <stdlib.h>
#include <string.h>

#include "lamp-date.h"

static const char * const weekday_codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static int
find_weekday (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekday_codes); i++)
    if (strcmp (weekday_codes[i], code) == 0)
      return (int) i;

  return -1;
}

/**
 * lamp_repeat_init:
 * @self: what to fill in
 * @starts_at: (nullable): the date or wall time of the first meeting
 *
 * Starts with what is most usual: every week on the day of the first meeting. The other choices stand ready for that
 * day too.
 */
void
lamp_repeat_init (LampRepeat *self,
                  const char *starts_at)
{
  GDate day;

  if (!lamp_date_parse (starts_at, &day))
    g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1);
  *self = (LampRepeat) {
    .unit = LAMP_REPEAT_WEEKS,
    .interval = 1,
    .weekday = g_date_get_weekday (&day) - 1u,
    .nth = (g_date_get_day (&day) - 1) / 7 + 1,
    .month_day = g_date_get_day (&day),
    .count = 10,
  };
  self->weekdays = 1u << self->weekday;
  if (self->nth == 5)
    self->nth = -1;
}

static gboolean
parse_weekdays (const char *value,
                guint      *weekdays)
{
  g_auto (GStrv) codes = g_strsplit (value, ",", -1);

  *weekdays = 0;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int weekday = find_weekday (codes[i]);

      if (weekday < 0)
        return FALSE;
      *weekdays |= 1u << weekday;
    }

  return *weekdays != 0;
}

/* 2TU, -1FR */
static gboolean
parse_nth (const char *value,
           LampRepeat *self)
{
  char *end = NULL;
  gint64 nth = g_ascii_strtoll (value, &end, 10);
  int weekday = find_weekday (end);

  if (weekday < 0 || nth == 0 || nth < -1 || nth > 5)
    return FALSE;
  self->nth = (int) nth;
  self->weekday = (guint) weekday;

  return TRUE;
}

static gboolean
parse_month_day (const char *value,
                 LampRepeat *self)
{
  gint64 day;

  if (!g_ascii_string_to_signed (value, 10, -1, 31, &day, NULL) || day == 0)
    return FALSE;
  self->month_day = (int) day;

  return TRUE;
}

/* A last day, or the last moment of one. Other moments are for those who write rules by hand. */
static gboolean
parse_until (const char *value,
             LampRepeat *self)
{
  g_autofree char *day = NULL;

  if (strlen (value) != 8 && (strlen (value) != 15 || !g_str_has_suffix (value, "T235959")))
    return FALSE;
  day = g_strdup_printf ("%.4s-%.2s-%.2s", value, value + 4, value + 6);
  if (!lamp_date_is_valid (day))
    return FALSE;
  self->end = LAMP_REPEAT_UNTIL;
  g_strlcpy (self->until, day, sizeof self->until);

  return TRUE;
}

static gboolean
parse_count (const char *value,
             guint       maximum,
             guint      *count)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 1, maximum, &number, NULL))
    return FALSE;
  *count = (guint) number;

  return TRUE;
}

typedef struct
{
  const char *frequency;
  const char *days;
  const char *month_day;
} Parts;

static gboolean
parse_part (LampRepeat *self,
            const char *name,
            const char *value,
            Parts      *parts)
{
  if (strcmp (name, "FREQ") == 0)
    parts->frequency = value;
  else if (strcmp (name, "BYDAY") == 0)
    parts->days = value;
  else if (strcmp (name, "BYMONTHDAY") == 0)
    parts->month_day = value;
  else if (strcmp (name, "INTERVAL") == 0)
    return parse_count (value, 520, &self->interval);
  else if (strcmp (name, "COUNT") == 0 && self->end == LAMP_REPEAT_NEVER_ENDS)
    {
      self->end = LAMP_REPEAT_COUNT;
      return parse_count (value, 9999, &self->count);
    }
  else if (strcmp (name, "UNTIL") == 0 && self->end == LAMP_REPEAT_NEVER_ENDS)
    return parse_until (value, self);
  else
    return strcmp (name, "WKST") == 0 && strcmp (value, "MO") == 0;

  return TRUE;
}

static gboolean
choose_unit (LampRepeat  *self,
             const Parts *parts)
{
  if (g_strcmp0 (parts->frequency, "WEEKLY") == 0 && parts->month_day == NULL)
    {
      self->unit = LAMP_REPEAT_WEEKS;
      return parts->days == NULL || parse_weekdays (parts->days, &self->weekdays);
    }
  if (g_strcmp0 (parts->frequency, "MONTHLY") != 0 || (parts->days != NULL && parts->month_day != NULL))
    return FALSE;
  self->unit = parts->days != NULL ? LAMP_REPEAT_MONTH_WEEKDAY : LAMP_REPEAT_MONTH_DAY;
  if (parts->days != NULL)
    return parse_nth (parts->days, self);

  return parts->month_day == NULL || parse_month_day (parts->month_day, self);
}

/**
 * lamp_repeat_parse:
 * @rrule: (nullable): a rule of RFC 5545
 * @starts_at: (nullable): the date or wall time of the first meeting
 * @self: (out): the rule in the choices that a person is offered
 *
 * Reads a rule into choices.
 *
 * Returns: whether the choices say all of it; if not, @self is what [func@repeat_init] makes
 */
gboolean
lamp_repeat_parse (const char *rrule,
                   const char *starts_at,
                   LampRepeat *self)
{
  g_autofree char *upper = g_ascii_strup (rrule != NULL ? rrule : "", -1);
  const char *rule = g_strstrip (upper);
  g_auto (GStrv) pieces = NULL;
  Parts parts = { NULL };
  gboolean whole = TRUE;

  lamp_repeat_init (self, starts_at);
  if (*rule == '\0')
    {
      self->unit = LAMP_REPEAT_ONCE;
      return TRUE;
    }
  if (g_str_has_prefix (rule, "RRULE:"))
    rule += strlen ("RRULE:");
  pieces = g_strsplit (rule, ";", -1);
  for (guint i = 0; pieces[i] != NULL && whole; i++)
    {
      char *equals = strchr (pieces[i], '=');

      whole = equals != NULL;
      if (whole)
        {
          *equals = '\0';
          whole = parse_part (self, pieces[i], equals + 1, &parts);
        }
    }
  whole = whole && choose_unit (self, &parts);
  if (!whole)
    lamp_repeat_init (self, starts_at);

  return whole;
}

static void
append_weekdays (GString *text,
                 guint    weekdays)
{
  const char *separator = ";BYDAY=";

  for (guint i = 0; i < G_N_ELEMENTS (weekday_codes); i++)
    if (weekdays & (1u << i))
      {
        g_string_append_printf (text, "%s%s", separator, weekday_codes[i]);
        separator = ",";
      }
}

/**
 * lamp_repeat_format:
 * @self: a rule in choices
 *
 * Returns: (transfer full) (nullable): the rule of RFC 5545, %NULL for what does not repeat
 */
char *
lamp_repeat_format (const LampRepeat *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->unit == LAMP_REPEAT_ONCE)
    return NULL;
  g_string_append (text, self->unit == LAMP_REPEAT_WEEKS ? "FREQ=WEEKLY" : "FREQ=MONTHLY");
  if (self->interval > 1)
    g_string_append_printf (text, ";INTERVAL=%u", self->interval);
  if (self->unit == LAMP_REPEAT_WEEKS)
    append_weekdays (text, self->weekdays);
  else if (self->unit == LAMP_REPEAT_MONTH_WEEKDAY)
    g_string_append_printf (text, ";BYDAY=%d%s", self->nth, weekday_codes[self->weekday]);
  else
    g_string_append_printf (text, ";BYMONTHDAY=%d", self->month_day);
  if (self->end == LAMP_REPEAT_COUNT)
    g_string_append_printf (text, ";COUNT=%u", self->count);
  else if (self->end == LAMP_REPEAT_UNTIL)
    g_string_append_printf (text, ";UNTIL=%.4s%.2s%.2sT235959", self->until, self->until + 5, self->until + 8);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lamp_repeat_end_rule:
 * @rrule: (nullable): a rule of RFC 5545
 * @until: a date
 *
 * Lets a rule end with a day, whatever else it says.
 *
 * Returns: (transfer full) (nullable): the rule; %NULL when there is none, so that nothing is to be ended
 */
char *
lamp_repeat_end_rule (const char *rrule,
                      const char *until)
{
  g_auto (GStrv) pieces = g_strsplit (rrule != NULL ? rrule : "", ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (rrule == NULL || *rrule == '\0')
    return NULL;
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *upper = g_ascii_strup (pieces[i], -1);

      if (*upper != '\0' && !g_str_has_prefix (upper, "COUNT=") && !g_str_has_prefix (upper, "UNTIL="))
        g_string_append_printf (text, "%s;", pieces[i]);
    }
  g_string_append_printf (text, "UNTIL=%.4s%.2s%.2sT235959", until, until + 5, until + 8);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
