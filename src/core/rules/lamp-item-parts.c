/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-item-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-fit.h"

/* Two agenda items of one, and one of two (peers A6). No minute is lost on the way: what two parts take together is
 * what the whole took, and so are the least and the most that they can be fitted to. */

#define DAY 1440

/* One line, cut where it is longer than one line may be. */
static void
set_line (LampRow    *row,
          const char *field,
          const char *text)
{
  g_autofree char *line = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LAMP_TEXT_LIMIT));

  lamp_row_set_text (row, field, line);
}

/* What happened belongs to the first part; the second is still to come. */
static LampRow *
new_second (const LampRow *item)
{
  static const char * const left_out[] = {
    "id", "created_at", "modified_at", "extra", "carried_from", "spent_seconds", "outcome",
  };
  LampRow *second = lamp_row_copy (item);
  // Translators: the title of the second part of an agenda item that was split; %s is the title of the whole
  g_autofree char *title = g_strdup_printf (_("%s (continued)"), lamp_row_get_title (item));

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    lamp_row_unset (second, left_out[i]);
  lamp_row_set_text (second, "state", "planned");
  set_line (second, "title", title);

  return second;
}

static int
share (int amount,
       int part,
       int whole)
{
  return whole > 0 ? (int) (((gint64) amount * part * 2 + whole) / (2 * (gint64) whole)) : 0;
}

static void
share_bounds (const LampRow *item,
              LampRow       *first,
              LampRow       *second)
{
  int whole = (int) lamp_row_get_integer (item, "minutes");
  int one = (int) lamp_row_get_integer (first, "minutes");
  int two = whole - one;

  if (lamp_row_has (item, "minutes_min"))
    {
      int least = (int) lamp_row_get_integer (item, "minutes_min");
      int part = CLAMP (share (least, one, whole), MAX (0, least - two), MIN (one, least));

      lamp_row_set_integer (first, "minutes_min", part);
      lamp_row_set_integer (second, "minutes_min", least - part);
    }
  if (lamp_row_has (item, "minutes_max"))
    {
      int more = (int) lamp_row_get_integer (item, "minutes_max") - whole;
      int part = share (more, one, whole);

      lamp_row_set_integer (first, "minutes_max", one + part);
      lamp_row_set_integer (second, "minutes_max", two + more - part);
    }
}

/**
 * lamp_item_split:
 * @item: an agenda item
 * @minutes: how many of its minutes the first part gets
 * @first: (out) (transfer full): the first part, with the item's identifier and all that came out of it
 * @second: (out) (transfer full): the second part, without an identifier
 *
 * Splits an agenda item in two that take the same time together, with the same presenter, links and marks.
 *
 * Returns: whether it can be split so: each part needs a minute at least
 */
gboolean
lamp_item_split (const LampRow  *item,
                 int             minutes,
                 LampRow       **first,
                 LampRow       **second)
{
  int whole = (int) lamp_row_get_integer (item, "minutes");

  if (minutes < 1 || minutes >= whole)
    return FALSE;

  *first = lamp_row_copy (item);
  *second = new_second (item);
  lamp_row_set_integer (*first, "minutes", minutes);
  lamp_row_set_integer (*second, "minutes", whole - minutes);
  share_bounds (item, *first, *second);

  return TRUE;
}

static void
join_texts (LampRow       *merged,
            const LampRow *next,
            const char    *field,
            const char    *between,
            gboolean       is_line)
{
  const char *one = lamp_row_get_text (merged, field);
  const char *two = lamp_row_get_text (next, field);
  g_autofree char *both = NULL;

  if (two == NULL || *two == '\0' || g_strcmp0 (one, two) == 0)
    return;
  both = one != NULL && *one != '\0' ? g_strconcat (one, between, two, NULL) : g_strdup (two);
  if (is_line)
    set_line (merged, field, both);
  else
    lamp_row_set_text (merged, field, both);
}

static void
join_all_texts (LampRow       *merged,
                const LampRow *next)
{
  // Translators: stands between the titles of two agenda items that become one
  join_texts (merged, next, "title", C_("merge", " + "), TRUE);
  // Translators: stands between two groups of people who speak or listen
  join_texts (merged, next, "speaks", C_("merge", "; "), TRUE);
  join_texts (merged, next, "silent", C_("merge", "; "), TRUE);
  join_texts (merged, next, "why", "\n", FALSE);
  join_texts (merged, next, "prompt", "\n\n", FALSE);
  join_texts (merged, next, "outcome", "\n\n", FALSE);
}

/* What both say differently stays as the first says it, and is told. */
static void
keep_or_take (LampRow       *merged,
              const LampRow *next,
              const char    *field,
              GStrvBuilder  *clashes)
{
  int index = lamp_record_type_find_field (merged->type, field);
  LampValue *mine = &merged->values[index];
  const LampValue *other = &next->values[index];

  if (other->kind == LAMP_VALUE_NONE || lamp_value_equal (mine, other))
    return;
  if (mine->kind == LAMP_VALUE_NONE)
    lamp_value_copy (other, mine);
  else
    g_strv_builder_add (clashes, lamp_field_get_label (&merged->type->fields[index]));
}

static void
add_up (LampRow       *merged,
        const LampRow *item,
        const LampRow *next)
{
  LampFitStep steps[] = { lamp_fit_step_from_row (item), lamp_fit_step_from_row (next) };
  int minutes = (int) (lamp_row_get_integer (item, "minutes") + lamp_row_get_integer (next, "minutes"));
  gint64 spent = lamp_row_get_integer (item, "spent_seconds") + lamp_row_get_integer (next, "spent_seconds");
  int least = 0, most = 0;

  lamp_row_set_integer (merged, "minutes", minutes);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      least += (lamp_fit_step_get_minimum (&steps[i]) + 59) / 60;
      most += lamp_fit_step_get_maximum (&steps[i]) / 60;
    }
  if (lamp_row_has (item, "minutes_min") || lamp_row_has (next, "minutes_min"))
    lamp_row_set_integer (merged, "minutes_min", MIN (least, minutes));
  if (lamp_row_has (item, "minutes_max") || lamp_row_has (next, "minutes_max"))
    lamp_row_set_integer (merged, "minutes_max", CLAMP (most, minutes, DAY));
  if (spent > 0)
    lamp_row_set_integer (merged, "spent_seconds", MIN (spent, G_MAXINT32));
}

/* A mark of either is a mark of both: what is protected or off the record stays so. */
static void
keep_marks (LampRow       *merged,
            const LampRow *next)
{
  static const char * const marks[] = { "protected", "recurring", "off_record" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (lamp_row_get_integer (next, marks[i]) != 0)
      lamp_row_set_integer (merged, marks[i], 1);
  if (g_strcmp0 (lamp_row_get_text (merged, "state"), lamp_row_get_text (next, "state")) != 0)
    lamp_row_set_text (merged, "state", "planned");
  if (!lamp_row_has (merged, "carried_from"))
    lamp_row_set_text (merged, "carried_from", lamp_row_get_text (next, "carried_from"));
}

/**
 * lamp_item_merge:
 * @item: an agenda item
 * @next: the one that is to become part of it
 * @clashes: (out) (transfer full): the labels of what both have differently, where the first stays as it is
 *
 * Makes one agenda item of two: times are added, texts joined, links kept. What was decided and promised under @next
 * is for the caller to hang on @item.
 *
 * Returns: (transfer full) (nullable): the item, with the identifier of @item; %NULL when both take more than a day
 */
LampRow *
lamp_item_merge (const LampRow *item,
                 const LampRow *next,
                 GStrv         *clashes)
{
  static const char * const kept[] = { "kind", "activity", "presenter", "goal", "cycle", "stage", "problem" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  LampRow *merged;

  if (lamp_row_get_integer (item, "minutes") + lamp_row_get_integer (next, "minutes") > DAY)
    return NULL;

  merged = lamp_row_copy (item);
  join_all_texts (merged, next);
  add_up (merged, item, next);
  keep_marks (merged, next);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    keep_or_take (merged, next, kept[i], builder);
  *clashes = g_strv_builder_end (builder);

  return merged;
}

/* "10m", "1:30", "1.5h": a bare number at the end belongs to the title ("Grade 3"). */
static gboolean
is_duration (const char *word,
             int        *minutes)
{
  gboolean has_unit = strpbrk (word, ":hHmM") != NULL;

  return has_unit && lamp_duration_parse (word, minutes);
}

/**
 * lamp_item_read_typed:
 * @text: what a person typed: a title, and how long it takes if that is said at its end, such as "Norms 10m",
 *   "Tuning 1:30" or "Planning 20 min"
 * @title: (out) (transfer full): the title, without line breaks, as long as a title may be
 * @minutes: (out): the minutes, if they were said
 *
 * Reads an agenda item from one line.
 *
 * Returns: whether it says how long it takes
 */
gboolean
lamp_item_read_typed (const char  *text,
                      char       **title,
                      int         *minutes)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\n\r\t", ' '));
  gboolean said = FALSE;
  char *space = strrchr (line, ' ');

  /* The number may stand apart from its unit. */
  for (guint i = 0; i < 2 && space != NULL && space > line && !said; i++)
    {
      said = is_duration (space + 1, minutes);
      if (!said && i == 0)
        space = g_strrstr_len (line, space - line, " ");
    }
  if (said)
    *space = '\0';
  g_strchomp (line);
  *title = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), LAMP_TEXT_LIMIT));

  return said;
}
