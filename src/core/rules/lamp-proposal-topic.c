/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-proposal-private.h"

#include <string.h>

#include "lamp-date.h"

/* The topics of a proposed agenda, one by one. */

#define LINE_LIMIT 80 /* characters of a text that are quoted in a title */

/**
 * lamp_topic_new:
 * @kind: its kind
 * @title: its title
 * @span: how long it is
 * @why: why it is there
 *
 * Returns: (transfer full): an agenda item without meeting, place and identifier
 */
LampRow *
lamp_topic_new (const char *kind,
                const char *title,
                LampSpan    span,
                const char *why)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("agenda_items"));

  lamp_row_set_text (row, "kind", kind);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_integer (row, "minutes", span.minutes);
  lamp_row_set_integer (row, "minutes_min", span.least);
  lamp_row_set_integer (row, "minutes_max", span.most);
  lamp_row_set_text (row, "why", why);
  lamp_row_set_text (row, "state", "planned");

  return row;
}

/**
 * lamp_topic_is_by:
 * @row: a row
 * @field: the name of a date field
 * @day: a date
 *
 * Returns: whether the row has that date and it is no later than @day
 */
gboolean
lamp_topic_is_by (const LampRow *row,
                  const char    *field,
                  const char    *day)
{
  const char *date = lamp_row_get_text (row, field);

  return date != NULL && strncmp (date, day, 10) <= 0;
}

/**
 * lamp_topic_is_finished:
 * @row: a goal or strategy
 *
 * Returns: whether nothing more is to be done about it
 */
gboolean
lamp_topic_is_finished (const LampRow *row)
{
  return lamp_row_is (row, "status", "met") || lamp_row_is (row, "status", "not-met") || lamp_row_is (row, "status", "dropped");
}

/**
 * lamp_topic_dup_line:
 * @text: a text
 *
 * Returns: (transfer full): its first line, shortened to what a title bears
 */
char *
lamp_topic_dup_line (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= LINE_LIMIT)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, LINE_LIMIT);

  return g_strconcat (g_strchomp (head), "…", NULL);
}

/**
 * lamp_topic_dup_title:
 * @format: a translated title with one `%s` in it
 * @text: what is quoted there
 *
 * Returns: (transfer full): the title
 */
char *
lamp_topic_dup_title (const char *format,
                      const char *text)
{
  g_autofree char *line = lamp_topic_dup_line (text);
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  return g_strjoinv (line, around);
}

/**
 * lamp_topic_dup_day:
 * @row: a row
 * @field: the name of a date field
 *
 * Returns: (transfer full): the day as a person reads it; empty when there is none
 */
char *
lamp_topic_dup_day (const LampRow *row,
                    const char    *field)
{
  return lamp_date_dup_display (lamp_row_get_text (row, field));
}

/* Whether both have one title, and @topic is about nothing that @row is not about. */
static gboolean
is_namesake (const LampRow *row,
             const LampRow *topic)
{
  static const char * const links[] = { "goal", "cycle", "problem" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (lamp_row_has (topic, links[i]) && !lamp_row_is (row, links[i], lamp_row_get_text (topic, links[i])))
      return FALSE;

  return lamp_row_is (row, "title", lamp_row_get_title (topic));
}

static LampRow *
find_namesake (LampTopics    *self,
               const LampRow *topic)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_namesake (self->rows->pdata[i], topic))
      return self->rows->pdata[i];

  return NULL;
}

/**
 * lamp_topics_take:
 * @self: topics in the making
 * @topic: (transfer full): a topic
 *
 * Adds a topic. When one of the same title is there, as when last time's look at the commitments is carried over, that
 * one gets its reason as well.
 */
void
lamp_topics_take (LampTopics *self,
                  LampRow    *topic)
{
  g_autoptr (LampRow) owned = topic;
  LampRow *namesake = find_namesake (self, topic);
  g_autofree char *why = NULL;

  if (namesake == NULL)
    {
      g_ptr_array_add (self->rows, g_steal_pointer (&owned));
      return;
    }
  why = g_strconcat (lamp_row_get_text (namesake, "why"), "\n", lamp_row_get_text (topic, "why"), NULL);
  lamp_row_set_text (namesake, "why", why);
}
