/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-rrule.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "lamp-date.h"

/* A rule is judged before libical sees it: libical reads some rules that RFC 5545 forbids, and follows them to days
 * that nobody meant (FREQ=WEEKLY;BYDAY=2TU falls on a Thursday first). What it cannot follow is refused here too. */

#define DAILY (1 << 0)
#define WEEKLY (1 << 1)
#define MONTHLY (1 << 2)
#define YEARLY (1 << 3)
#define ANY (DAILY | WEEKLY | MONTHLY | YEARLY)

#define LONGEST_LIST 40

typedef enum
{
  PART_FREQUENCY = 1,
  PART_NUMBER,
  PART_LIST,     /* of numbers, negative ones from the end */
  PART_DAYS,
  PART_WEEKDAY,
  PART_UNTIL,
} PartKind;

static const struct
{
  const char *name;
  PartKind kind;
  int maximum;
  guint frequencies;
} parts[] = {
  { "FREQ", PART_FREQUENCY, 0, ANY },
  { "INTERVAL", PART_NUMBER, 520, ANY },
  { "COUNT", PART_NUMBER, 9999, ANY },
  { "UNTIL", PART_UNTIL, 0, ANY },
  { "WKST", PART_WEEKDAY, 0, ANY },
  { "BYDAY", PART_DAYS, 53, ANY },
  { "BYMONTH", PART_LIST, 12, ANY },
  { "BYMONTHDAY", PART_LIST, 31, DAILY | MONTHLY | YEARLY },
  { "BYYEARDAY", PART_LIST, 366, YEARLY },
  { "BYWEEKNO", PART_LIST, 53, YEARLY },
  { "BYSETPOS", PART_LIST, 366, MONTHLY | YEARLY },
};

static guint
parse_frequency (const char *value)
{
  static const char * const names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], value) == 0)
      return 1u << i;

  return 0;
}

static gboolean
is_weekday (const char *text)
{
  static const char * const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };

  return g_strv_contains (names, text);
}

static gboolean
is_number (const char *text,
           int         minimum,
           int         maximum)
{
  gint64 value;

  if (*text == '+')
    text++;

  return g_ascii_string_to_signed (text, 10, minimum, maximum, &value, NULL) && value != 0;
}

/* MO, or 2MO for the second Monday of a month or year. */
static gboolean
is_day (const char *text,
        gboolean    may_count)
{
  gsize length = strlen (text);
  g_autofree char *number = NULL;

  if (length < 2 || !is_weekday (text + length - 2))
    return FALSE;
  number = g_strndup (text, length - 2);

  return length == 2 || (may_count && is_number (number, -53, 53));
}

static gboolean
is_list (const char *value,
         PartKind    kind,
         int         maximum,
         guint       frequency)
{
  g_auto (GStrv) items = g_strsplit (value, ",", LONGEST_LIST + 1);
  int minimum = maximum == 12 ? 1 : -maximum;

  if (g_strv_length (items) > LONGEST_LIST)
    return FALSE;
  for (guint i = 0; items[i] != NULL; i++)
    if (kind == PART_DAYS ? !is_day (items[i], (frequency & (MONTHLY | YEARLY)) != 0)
                          : !is_number (items[i], minimum, maximum))
      return FALSE;

  return *value != '\0';
}

/* The last day: a date, a wall time, or a time of the world, which falls on a day of this zone. Where that time is
 * earlier in the day than the meeting, the day before is the last. */
static char *
parse_until (const char *value,
             const char *starts_at)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  gsize length = strlen (value);

  if (length != 8 && length != 15 && !(length == 16 && value[15] == 'Z'))
    return NULL;
  for (gsize i = 0; i < MIN (length, 15); i++)
    if (i == 8 ? value[i] != 'T' : !g_ascii_isdigit (value[i]))
      return NULL;
  day = g_strdup_printf ("%.4s-%.2s-%.2s", value, value + 4, value + 6);
  if (!lamp_date_is_valid (day) || length == 8)
    return lamp_date_is_valid (day) ? g_steal_pointer (&day) : NULL;
  moment = g_date_time_new (length == 16 ? utc : zone, atoi (day), atoi (day + 5), atoi (day + 8),
                            (value[9] - '0') * 10 + value[10] - '0', (value[11] - '0') * 10 + value[12] - '0',
                            (value[13] - '0') * 10 + value[14] - '0');
  if (moment == NULL)
    return NULL;
  local = g_date_time_to_timezone (moment, zone);
  g_set_str (&day, NULL);
  day = g_date_time_format (local, "%Y-%m-%d");
  time = g_date_time_format (local, "%H:%M");
  if (lamp_time_is_valid (starts_at) && strcmp (time, starts_at + strlen ("0000-00-00T")) < 0)
    return lamp_date_add_days (day, -1);

  return g_steal_pointer (&day);
}

static int
find_part (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].name, name) == 0)
      return (int) i;

  return -1;
}

static gboolean
is_value (guint       part,
          const char *value,
          guint       frequency,
          const char *starts_at)
{
  g_autofree char *until = NULL;

  switch (parts[part].kind)
    {
    case PART_FREQUENCY:
      return TRUE;
    case PART_NUMBER:
      return is_number (value, 1, parts[part].maximum);
    case PART_LIST:
    case PART_DAYS:
      return is_list (value, parts[part].kind, parts[part].maximum, frequency);
    case PART_WEEKDAY:
      return is_weekday (value);
    case PART_UNTIL:
      until = parse_until (value, starts_at);
      return until != NULL;
    default:
      g_assert_not_reached ();
    }
}

/* Cuts a rule into the value of each part; what is wrong with it is said of the part. */
static gboolean
cut_parts (const char  *text,
           char       **values,
           GError     **error)
{
  g_auto (GStrv) pieces = g_strsplit (text, ";", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *equals = strchr (pieces[i], '=');
      int part;

      if (*pieces[i] == '\0' && pieces[i + 1] == NULL)
        break;
      if (equals != NULL)
        *equals = '\0';
      part = equals != NULL ? find_part (pieces[i]) : -1;
      if (part < 0 || values[part] != NULL)
        {
          /* Translators: a part of a recurrence rule, such as BYDAY */
          g_set_error (error, LAMP_ERROR, LAMP_ERROR_RULE,
                       part < 0 ? _("A rule for repeating has no part “%s”.")
                                : _("The rule for repeating says “%s” twice."), pieces[i]);
          return FALSE;
        }
      values[part] = g_strdup (equals + 1);
    }

  return TRUE;
}

static gboolean
judge_parts (char       **values,
             const char  *starts_at,
             GError     **error)
{
  guint frequency = parse_frequency (values[0]);

  if (frequency == 0)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_RULE,
                   _("The rule for repeating has to say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY."));
      return FALSE;
    }
  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    if (values[i] != NULL
        && ((parts[i].frequencies & frequency) == 0 || !is_value (i, values[i], frequency, starts_at)))
      {
        /* Translators: part, its value and FREQ of a recurrence rule: BYDAY=2TU cannot stand with FREQ=WEEKLY. */
        g_set_error (error, LAMP_ERROR, LAMP_ERROR_RULE,
                     _("In a rule for repeating, “%s=%s” cannot stand with “FREQ=%s”."), parts[i].name, values[i],
                     values[0]);
        return FALSE;
      }
  if (values[find_part ("COUNT")] != NULL && values[find_part ("UNTIL")] != NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_RULE,
                   _("A rule for repeating ends by COUNT or by UNTIL, not by both."));
      return FALSE;
    }

  return TRUE;
}

static guint
find_weekday (const char *code)
{
  static const char * const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;

  return 0;
}

/* The first day that is @weekday and lies in a week of the rule. */
static char *
find_first (char       **values,
            const char  *starts_at,
            guint        weekday)
{
  const char *interval = values[find_part ("INTERVAL")];
  guint weeks = interval != NULL ? (guint) atoi (interval) : 1;
  guint week_start = find_weekday (values[find_part ("WKST")]);
  guint32 from;
  GDate day;

  lamp_date_parse (starts_at, &day);
  from = g_date_get_julian (&day);
  while (g_date_get_weekday (&day) - 1u != weekday
         || ((g_date_get_julian (&day) + 6 - week_start) / 7 - (from + 6 - week_start) / 7) % weeks != 0)
    g_date_add_days (&day, 1);

  return lamp_date_format (&day);
}

static void
strand_free (LampRruleStrand *strand)
{
  g_free (strand->text);
  g_free (strand->first);
  g_free (strand);
}

static void
add_strand (LampRrule   *self,
            char       **values,
            const char  *first,
            gboolean     with_days)
{
  static const char * const left_out[] = { "UNTIL", "COUNT", NULL };
  static const char * const days[] = { "BYDAY", "WKST", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  LampRruleStrand *strand = g_new (LampRruleStrand, 1);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (values[i] != NULL && !g_strv_contains (left_out, parts[i].name)
        && (with_days || !g_strv_contains (days, parts[i].name)))
      g_string_append_printf (text, "%s%s=%s", i > 0 ? ";" : "", parts[i].name, values[i]);
  strand->text = g_string_free (g_steal_pointer (&text), FALSE);
  strand->first = g_strndup (first, strlen ("0000-00-00"));
  g_ptr_array_add (self->strands, strand);
}

/* A weekly rule is followed one day of the week at a time. Of several together, libical 3.0.20 leaves out the first
 * week of BYDAY=SU when the series starts earlier in that week, and takes other weeks for WKST=SA. */
static void
add_weekdays (LampRrule   *self,
              char       **values,
              const char  *starts_at)
{
  g_auto (GStrv) codes = g_strsplit (values[find_part ("BYDAY")], ",", -1);
  guint weekdays = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    weekdays |= 1u << find_weekday (codes[i]);
  for (guint i = 0; i < 7; i++)
    if (weekdays & (1u << i))
      {
        g_autofree char *first = find_first (values, starts_at, i);

        add_strand (self, values, first, FALSE);
      }
}

static LampRrule *
put_together (char       **values,
              const char  *starts_at)
{
  LampRrule *self = g_new0 (LampRrule, 1);

  self->strands = g_ptr_array_new_with_free_func ((GDestroyNotify) strand_free);
  if (strcmp (values[0], "WEEKLY") == 0 && values[find_part ("BYDAY")] != NULL)
    add_weekdays (self, values, starts_at);
  else
    add_strand (self, values, starts_at, TRUE);
  if (values[find_part ("UNTIL")] != NULL)
    self->until = parse_until (values[find_part ("UNTIL")], starts_at);
  if (values[find_part ("COUNT")] != NULL)
    self->count = (guint) atoi (values[find_part ("COUNT")]);

  return self;
}

/**
 * lamp_rrule_parse:
 * @text: a rule, with or without "RRULE:" before it
 * @starts_at: the wall time from which it repeats
 * @error: where to put an error
 *
 * Judges the text of a rule.
 *
 * Returns: (transfer full) (nullable): the rule, or %NULL with LAMP_ERROR_RULE and one sentence
 */
LampRrule *
lamp_rrule_parse (const char  *text,
                  const char  *starts_at,
                  GError     **error)
{
  char *values[G_N_ELEMENTS (parts)] = { NULL };
  g_autofree char *upper = g_ascii_strup (text, -1);
  const char *rule = g_strstrip (upper);
  LampRrule *self = NULL;

  if (g_str_has_prefix (rule, "RRULE:"))
    rule += strlen ("RRULE:");
  if (cut_parts (rule, values, error) && judge_parts (values, starts_at, error))
    self = put_together (values, starts_at);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (values[i]);

  return self;
}

/**
 * lamp_rrule_free:
 * @self: (nullable): a rule
 *
 * Frees it.
 */
void
lamp_rrule_free (LampRrule *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->strands);
  g_free (self->until);
  g_free (self);
}
