/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-help-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-knowing-doing.h"

static const LampHelpTopic topics[] = {
  { "start", NC_ ("help", "Getting Started"), lamp_help_start },
  { "overview", NC_ ("help", "Overview and the Three Pillars"), lamp_help_overview },
  { "map", NC_ ("help", "Community Map"), lamp_help_map },
  { "goals", NC_ ("help", "Goals"), lamp_help_goals },
  { "finding-goals", NC_ ("help", "Finding Your Way Among Goals"), lamp_help_finding_goals },
  { "progress", NC_ ("help", "Progress of Goals"), lamp_help_progress },
  { "goals-on-paper", NC_ ("help", "Goals on Paper"), lamp_help_goals_on_paper },
  { "cycles", NC_ ("help", "Cycles"), lamp_help_cycles },
  { "meetings", NC_ ("help", "Planning a Meeting"), lamp_help_planning },
  { "series", NC_ ("help", "Series and Days Without School"), lamp_help_series },
  { "running", NC_ ("help", "Running a Meeting"), lamp_help_running },
  { "closing", NC_ ("help", "Closing and Following Up"), lamp_help_closing },
  { "checks", NC_ ("help", "Checks"), lamp_help_checks },
  { "checks-people", NC_ ("help", "Checks of People and Communities"), lamp_help_checks_of_an_area, LAMP_AREA_PEOPLE },
  { "checks-goals", NC_ ("help", "Checks of Goals"), lamp_help_checks_of_an_area, LAMP_AREA_GOALS },
  { "checks-cycles", NC_ ("help", "Checks of Cycles"), lamp_help_checks_of_an_area, LAMP_AREA_CYCLES },
  { "checks-meetings", NC_ ("help", "Checks of Meetings"), lamp_help_checks_of_an_area, LAMP_AREA_MEETINGS },
  { "safety", NC_ ("help", "Undo and Backups"), lamp_help_safety },
  { "exchange", NC_ ("help", "Importing and Exporting"), lamp_help_exchange },
  { "privacy", NC_ ("help", "Privacy"), lamp_help_privacy },
  { "keyboard", NC_ ("help", "Keyboard and Screen Reader"), lamp_help_keyboard },
};

/**
 * lamp_help_get_topics:
 * @n_topics: (out) (optional): how many there are
 *
 * Returns: (array zero-terminated=1) (transfer none): all topics, in the order in which they are listed
 */
const LampHelpTopic * const *
lamp_help_get_topics (guint *n_topics)
{
  static const LampHelpTopic *all[G_N_ELEMENTS (topics) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    all[i] = &topics[i];
  if (n_topics != NULL)
    *n_topics = G_N_ELEMENTS (topics);

  return all;
}

/**
 * lamp_help_find_topic:
 * @id: the identifier of a topic, such as "goals"
 *
 * Returns: (nullable): the topic, or %NULL where there is none of that name
 */
const LampHelpTopic *
lamp_help_find_topic (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].id, id))
      return &topics[i];

  return NULL;
}

const char *
lamp_help_topic_get_id (const LampHelpTopic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * lamp_help_topic_dup_title:
 * @self: a topic
 *
 * Returns: (transfer full): its title, translated
 */
char *
lamp_help_topic_dup_title (const LampHelpTopic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "help", self->title));
}

static void
free_paragraph (gpointer data)
{
  LampHelpParagraph *paragraph = data;

  g_free (paragraph->text);
  g_free (paragraph);
}

static void
take (GPtrArray    *paragraphs,
      LampHelpKind  kind,
      char         *text,
      const char   *target)
{
  LampHelpParagraph *paragraph = g_new0 (LampHelpParagraph, 1);

  paragraph->kind = kind;
  paragraph->text = text;
  paragraph->target = target;
  g_ptr_array_add (paragraphs, paragraph);
}

/* The figures of the overview, in its order. */
static void
add_figures (GPtrArray *paragraphs)
{
  for (guint i = 0; i < LAMP_N_PILLARS; i++)
    {
      take (paragraphs, LAMP_HELP_HEADING, g_strdup (lamp_pillar_get_label (i)), NULL);
      take (paragraphs, LAMP_HELP_TEXT, lamp_pillar_dup_formula (i), NULL);
    }
  take (paragraphs, LAMP_HELP_HEADING, g_strdup (_("From Knowing to Doing")), NULL);
  take (paragraphs, LAMP_HELP_TEXT, lamp_knowing_doing_dup_formula (), NULL);
}

static void
add_check (GPtrArray       *paragraphs,
           const LampCheck *check)
{
  take (paragraphs, LAMP_HELP_HEADING,
        // Translators: the code of a check, such as G-ORPHAN, and what it looks for
        g_strdup_printf (C_("help", "%s: %s"), check->code, lamp_check_get_title (check)), NULL);
  // Translators: how grave a finding is, and the pillar in whose figure it counts
  take (paragraphs, LAMP_HELP_TEXT, g_strdup_printf (C_("help", "%s. Counts in: %s."),
                                                     lamp_severity_get_label (check->severity),
                                                     lamp_pillar_get_label (check->pillar)), NULL);
  take (paragraphs, LAMP_HELP_TEXT, g_strdup_printf (_("Why it matters: %s"), lamp_check_get_why (check)), NULL);
  take (paragraphs, LAMP_HELP_TEXT, g_strdup_printf (_("What to do: %s"), lamp_check_get_action (check)), NULL);
  if (check->can_mend)
    take (paragraphs, LAMP_HELP_TEXT, g_strdup (_("Some of its findings can be mended with one button.")), NULL);
  // Translators: the book or paper on which a check rests
  take (paragraphs, LAMP_HELP_TEXT, g_strdup_printf (_("Source: %s"), check->source), NULL);
}

static void
add_checks (GPtrArray *paragraphs,
            LampArea   area)
{
  for (const LampCheck * const *check = lamp_checks_get_all (NULL); *check != NULL; check++)
    if ((*check)->area == area)
      add_check (paragraphs, *check);
}

static char *
dup_text (const LampHelpLine *line)
{
  if (line->kind == LAMP_HELP_LINK)
    return lamp_help_topic_dup_title (lamp_help_find_topic (line->target));

  return g_strdup (_(line->text));
}

/**
 * lamp_help_topic_read:
 * @self: a topic
 *
 * Returns: (transfer full) (element-type LampHelpParagraph): what it says, paragraph by paragraph
 */
GPtrArray *
lamp_help_topic_read (const LampHelpTopic *self)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (free_paragraph);

  g_return_val_if_fail (self != NULL, paragraphs);

  for (const LampHelpLine *line = self->lines; line->kind != 0; line++)
    if (line->kind == LAMP_HELP_FIGURES)
      add_figures (paragraphs);
    else if (line->kind == LAMP_HELP_CHECKS)
      add_checks (paragraphs, self->area);
    else
      take (paragraphs, line->kind, dup_text (line), line->target);

  return paragraphs;
}

static void
free_hit (gpointer data)
{
  LampHelpHit *hit = data;

  g_free (hit->heading);
  g_free (hit);
}

static gboolean
has_all (const char         *text,
         const char * const *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (; *words != NULL; words++)
    if (strstr (folded, *words) == NULL)
      return FALSE;

  return TRUE;
}

/* One section: the title of the topic counts for the first of them, so that a topic is found by its name once. */
static void
judge_section (GPtrArray           *hits,
               const LampHelpTopic *topic,
               const char          *heading,
               const char          *text,
               guint                section,
               const char * const  *words)
{
  LampHelpHit *hit;

  if (!has_all (text, words))
    return;
  hit = g_new0 (LampHelpHit, 1);
  hit->topic = topic;
  hit->heading = g_strdup (heading);
  hit->section = section;
  g_ptr_array_add (hits, hit);
}

static void
search_topic (GPtrArray           *hits,
              const LampHelpTopic *topic,
              const char * const  *words)
{
  g_autoptr (GPtrArray) paragraphs = lamp_help_topic_read (topic);
  g_autofree char *title = lamp_help_topic_dup_title (topic);
  g_autoptr (GString) text = g_string_new (title);
  const char *heading = title;
  guint section = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const LampHelpParagraph *paragraph = paragraphs->pdata[i];

      if (paragraph->kind == LAMP_HELP_HEADING)
        {
          judge_section (hits, topic, heading, text->str, section++, words);
          heading = paragraph->text;
          g_string_truncate (text, 0);
        }
      if (paragraph->kind != LAMP_HELP_LINK)
        g_string_append_printf (text, " %s", paragraph->text);
    }
  judge_section (hits, topic, heading, text->str, section, words);
}

static void
put_headings_first (GPtrArray          *hits,
                    const char * const *words)
{
  guint n_headings = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      LampHelpHit *hit = hits->pdata[i];

      if (!has_all (hit->heading, words))
        continue;
      memmove (&hits->pdata[n_headings + 1], &hits->pdata[n_headings], (i - n_headings) * sizeof (gpointer));
      hits->pdata[n_headings++] = hit;
    }
}

/**
 * lamp_help_search:
 * @words: what a person is looking for
 *
 * Looks for the sections in which all the words are, in whatever order. No words find nothing.
 *
 * Returns: (transfer full) (element-type LampHelpHit): first the sections that have the words in their heading, each in
 *   the order of the topics
 */
GPtrArray *
lamp_help_search (const char *words)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (free_hit);
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_ptr_array_add (wanted, *part);
  if (wanted->len == 0)
    return hits;

  g_ptr_array_add (wanted, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    search_topic (hits, &topics[i], (const char * const *) wanted->pdata);
  put_headings_first (hits, (const char * const *) wanted->pdata);

  return hits;
}
