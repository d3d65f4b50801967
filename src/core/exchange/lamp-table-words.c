/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-table-private.h"
#include "lamp-table-value.h"

/* What words and dates of a table are likely to mean: to start from, for a person to correct. */

/* More different words than these are no choices but names or sentences. */
#define MOST_WORDS 50

static const struct
{
  const char *field;
  const char *meaning;
  const char *const words[16]; /* in small letters, with one space between words */
} known[] = {
  { "status", "met", { "complete", "completed", "done", "achieved", "finished", "accomplished", "closed", "reached",
                       "implemented", "yes", "100%", NULL } },
  { "status", "in-progress", { "ongoing", "on going", "on track", "started", "active", "underway", "under way", "working",
                               "behind", "at risk", "off track", "delayed", "wip", NULL } },
  { "status", "not-started", { "not yet started", "planned", "pending", "to do", "todo", "open", "new", "future",
                               "upcoming", "not begun", "0%", NULL } },
  { "status", "partially-met", { "partial", "partly met", "partly", "partially complete", "partially completed",
                                 "partially achieved", "mostly met", NULL } },
  { "status", "not-met", { "missed", "failed", "not achieved", "not accomplished", "unmet", "not reached", "no", NULL } },
  { "status", "dropped", { "cancelled", "canceled", "abandoned", "discontinued", "removed", "deleted", "stopped",
                           "obsolete", NULL } },
  { "level", "system", { "district", "system", "division", "county", "board", "central office", "state", "strategic",
                         "district goal", "system goal", NULL } },
  { "level", "school", { "building", "campus", "site", "school goal", "schoolwide", "school wide", NULL } },
  { "level", "team", { "plc", "department", "grade", "grade level", "group", "team goal", "grade team", NULL } },
  { "level", "individual", { "personal", "teacher", "educator", "staff", "person", "individual goal", NULL } },
  { "horizon", "short", { "short", "short range", "annual", "1 year", NULL } },
  { "horizon", "long", { "long", "long range", "strategic", "multi year", NULL } },
  { "audience", "student", { "student", "students", "learners", NULL } },
  { "audience", "educator", { "educator", "educators", "teacher", "teachers", "staff", "adults", "adult", NULL } },
  { "audience", "both", { "both", "all", NULL } },
};

/* In small letters, with one space for whatever is neither letter nor digit. */
static char *
normalize (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '%')
      g_string_append_unichar (plain, g_utf8_get_char (at));
    else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
      g_string_append_c (plain, ' ');
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);

  return g_string_free (plain, FALSE);
}

/**
 * lamp_table_guess_word:
 * @field: a field with choices
 * @word: what a table says there
 *
 * Returns: (transfer none) (nullable): the choice that is likely to be meant
 */
const char *
lamp_table_guess_word (const LampField *field,
                       const char      *word)
{
  const char *choice = lamp_table_find_choice (field, word);
  g_autofree char *plain = normalize (word);

  if (choice != NULL)
    return choice;
  for (const LampChoice *at = field->choices; at != NULL && at->nick != NULL; at++)
    {
      g_autofree char *nick = normalize (at->nick);
      g_autofree char *label = normalize (at->label);

      if (strcmp (plain, nick) == 0 || strcmp (plain, label) == 0)
        return at->nick;
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].field, field->name) == 0 && g_strv_contains (known[i].words, plain)
        && lamp_field_has_choice (field, known[i].meaning, -1))
      return known[i].meaning;

  return NULL;
}

/**
 * lamp_table_guess_words:
 * @record: what a row becomes
 * @field: a field with choices that is filled
 * @csv: the table
 *
 * Notes what the words of the table are likely to mean where they are not the field's own; those that a person has set
 * stay.
 */
void
lamp_table_guess_words (LampTableRecord *record,
                        const char      *field,
                        LampCsv         *csv)
{
  const LampTableCell *cell = lamp_table_record_find (record, field);
  g_auto (GStrv) words = NULL;

  g_return_if_fail (cell != NULL);

  if (cell->field->type != LAMP_FIELD_ENUM)
    return;
  words = lamp_table_sample (cell, csv, MOST_WORDS);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (words[i], -1);
      const char *meaning = lamp_table_guess_word (cell->field, words[i]);

      if (meaning != NULL && lamp_table_find_choice (cell->field, words[i]) == NULL
          && (cell->words == NULL || !g_hash_table_contains (cell->words, folded)))
        lamp_table_record_set_word (record, field, words[i], meaning);
    }
}

/**
 * lamp_table_record_dup_meaning:
 * @self: what a row becomes
 * @field: a field with choices that is filled
 * @word: what the table says
 *
 * Returns: (transfer full) (nullable): what the field says then, "" for nothing; %NULL when the word is not understood
 */
char *
lamp_table_record_dup_meaning (LampTableRecord *self,
                               const char      *field,
                               const char      *word)
{
  const LampTableCell *cell = lamp_table_record_find (self, field);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  const char *meaning = cell != NULL && cell->words != NULL ? g_hash_table_lookup (cell->words, folded) : NULL;

  if (cell == NULL || meaning != NULL)
    return g_strdup (meaning);

  return g_strdup (lamp_table_find_choice (cell->field, word));
}

/* What a written date says about the order: nothing (0), or month or day first. */
static LampDateOrder
judge_date (const char *text)
{
  g_autofree char *day = g_strndup (text, strcspn (text, " T"));
  guint parts[3];

  if (!lamp_table_read_date (day, parts) || parts[0] == parts[1])
    return (LampDateOrder) 0;
  if (parts[0] > 12)
    return LAMP_DATES_DAY_FIRST;
  if (parts[1] > 12)
    return LAMP_DATES_MONTH_FIRST;

  /* Nobody who puts points between them puts the month first. */
  return strchr (day, '.') != NULL ? LAMP_DATES_DAY_FIRST : (LampDateOrder) 0;
}

/* Whether it is another day when the day comes first. */
static gboolean
is_open (const char *text)
{
  g_autofree char *day = g_strndup (text, strcspn (text, " T"));
  guint parts[3];

  return lamp_table_read_date (day, parts) && parts[0] != parts[1];
}

static gboolean
is_written (const char *text)
{
  g_autofree char *day = g_strndup (text, strcspn (text, " T"));
  guint parts[3];

  return lamp_table_read_date (day, parts);
}

typedef struct
{
  guint n_written;
  guint n_open;
  guint n_of_order[LAMP_DATES_DAY_FIRST + 1];
} DateCount;

static void
count_dates (const LampTableCell *cell,
             LampCsv             *csv,
             DateCount           *count)
{
  g_auto (GStrv) texts = lamp_table_sample (cell, csv, G_MAXUINT);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      count->n_written += is_written (texts[i]);
      count->n_open += is_open (texts[i]);
      count->n_of_order[judge_date (texts[i])]++;
    }
}

/**
 * lamp_table_guess_dates:
 * @map: a map
 * @csv: the table
 *
 * Finds out how the table writes the dates that the map takes.
 *
 * Returns: the order; %LAMP_DATES_ISO when there are none with another; 0 when they could be read either way
 */
LampDateOrder
lamp_table_guess_dates (LampTableMap *map,
                        LampCsv      *csv)
{
  DateCount count = { 0 };

  for (guint i = 0; i < map->records->len; i++)
    {
      const LampTableRecord *record = map->records->pdata[i];

      for (guint j = 0; j < record->cells->len; j++)
        if (((const LampTableCell *) record->cells->pdata[j])->field->type == LAMP_FIELD_DATE)
          count_dates (record->cells->pdata[j], csv, &count);
    }
  if (count.n_written == 0)
    return LAMP_DATES_ISO;
  if (count.n_open == 0)
    return LAMP_DATES_MONTH_FIRST;
  if (count.n_of_order[LAMP_DATES_MONTH_FIRST] == count.n_of_order[LAMP_DATES_DAY_FIRST])
    return (LampDateOrder) 0;

  return count.n_of_order[LAMP_DATES_MONTH_FIRST] > count.n_of_order[LAMP_DATES_DAY_FIRST] ? LAMP_DATES_MONTH_FIRST
                                                                                          : LAMP_DATES_DAY_FIRST;
}
