/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-generate.h"

#include "lamp-date.h"
#include "lamp-generate-private.h"
#include "lamp-generate-words.h"

/* A plausible district, made up: it has the gaps that real ones have (goals that support nothing, that nobody owns,
 * that nobody measures), so that every check finds something. Nothing but the options decides what comes out, not even
 * the clock. */

#define FIRST_DAY "2026-08-10"
#define MOMENT "2026-08-10T08:00:00.000Z"

#define PEOPLE_PER_SCHOOL 60
#define PEOPLE_PER_TEAM 8

/* SplitMix64: the same numbers everywhere and for ever. */
static guint64
random_bits (LampMaker *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ z >> 31;
}

guint
lamp_maker_below (LampMaker *self,
                  guint      limit)
{
  return limit > 0 ? (guint) (random_bits (self) % limit) : 0;
}

gboolean
lamp_maker_chance (LampMaker *self,
                   guint      percent)
{
  return lamp_maker_below (self, 100) < percent;
}

const char *
lamp_maker_one_of (LampMaker          *self,
                   const char * const *words)
{
  return words[lamp_maker_below (self, g_strv_length ((char **) words))];
}

void
lamp_maker_begin (LampMaker  *self,
                  const char *type,
                  const char *prefix,
                  guint       number)
{
  const LampRecordType *found = lamp_schema_find (type);
  g_autofree char *id = g_strdup_printf ("%s-%07u", prefix, number);

  if (self->row == NULL || self->row->type != found)
    {
      lamp_row_free (self->row);
      self->row = lamp_row_new (found);
    }
  lamp_row_clear (self->row);
  lamp_row_set_text (self->row, "id", id);
  lamp_row_set_text (self->row, "created_at", MOMENT);
  lamp_row_set_text (self->row, "modified_at", MOMENT);
}

gboolean
lamp_maker_finish (LampMaker  *self,
                   GError    **error)
{
  return lamp_row_validate (self->row, NULL, error) && self->sink (self->row, self->data, error);
}

void
lamp_maker_set (LampMaker  *self,
                const char *field,
                const char *text)
{
  lamp_row_set_text (self->row, field, text);
}

void
lamp_maker_set_ref (LampMaker  *self,
                    const char *field,
                    const char *prefix,
                    guint       number)
{
  g_autofree char *id = g_strdup_printf ("%s-%07u", prefix, number);

  lamp_maker_set (self, field, id);
}

void
lamp_maker_set_int (LampMaker  *self,
                    const char *field,
                    gint64      integer)
{
  lamp_row_set_integer (self->row, field, integer);
}

void
lamp_maker_set_day (LampMaker  *self,
                    const char *field,
                    guint       days)
{
  g_autofree char *day = lamp_date_add_days (FIRST_DAY, (int) days);

  lamp_maker_set (self, field, day);
}

void
lamp_maker_set_time (LampMaker  *self,
                     const char *field,
                     guint       days,
                     const char *hour)
{
  g_autofree char *day = lamp_date_add_days (FIRST_DAY, (int) days);
  g_autofree char *time = g_strdup_printf ("%sT%s", day, hour);

  lamp_maker_set (self, field, time);
}

/* Communities: number 0 is the district, then the schools, then the teams. */

static guint
school_of_team (LampMaker *self,
                guint      team)
{
  return 1 + team % self->n_schools;
}

static gboolean
make_community (LampMaker  *self,
                guint       number,
                GError    **error)
{
  gboolean is_team = number > self->n_schools;
  guint team = number - self->n_schools - 1;
  g_autofree char *name = NULL;

  lamp_maker_begin (self, "communities", "c", number);
  if (is_team)
    name = g_strdup_printf ("%s Team %u", lamp_words_teams[team % 16], 1 + team / 16);
  else
    name = g_strdup_printf ("%s %s", number == 0 ? "Lantern Valley" : lamp_words_places[(number - 1) % 24],
                            number == 0 ? "School District" : "School");
  lamp_maker_set (self, "name", name);
  lamp_maker_set (self, "kind", number == 0 ? "system" : is_team ? "team" : "school");
  if (number > 0)
    lamp_maker_set_ref (self, "parent", "c", is_team ? school_of_team (self, team) : 0);
  if (!lamp_maker_chance (self, 15))
    lamp_maker_set (self, "purpose", "Every student understood, every adult learning.");
  if (is_team)
    lamp_maker_set_int (self, "cadence_weeks", 1 + lamp_maker_below (self, 4));

  return lamp_maker_finish (self, error);
}

static gboolean
make_communities (LampMaker  *self,
                  GError    **error)
{
  for (guint i = 0; i <= self->n_schools + self->n_teams; i++)
    if (!make_community (self, i, error))
      return FALSE;

  return TRUE;
}

guint
lamp_maker_community_of_team (LampMaker *self,
                              guint      team)
{
  return 1 + self->n_schools + team % self->n_teams;
}

/* People. */

static void
name_person (LampMaker *self)
{
  g_autofree char *name = g_strdup_printf ("%s %s", lamp_maker_one_of (self, lamp_words_first_names),
                                           lamp_maker_one_of (self, lamp_words_last_names));

  lamp_maker_set (self, "name", name);
}

static void
fill_group (LampMaker *self,
            guint      number)
{
  g_autofree char *name = g_strdup_printf ("Class %u%c", 1 + lamp_maker_below (self, 8), 'A' + (char) (number % 4));

  lamp_maker_set (self, "name", name);
  lamp_maker_set (self, "sector", "children");
  lamp_maker_set (self, "wall", "inside");
  lamp_maker_set (self, "role_type", "learners");
  lamp_maker_set_int (self, "group_size", 12 + lamp_maker_below (self, 20));
}

static void
fill_outsider (LampMaker *self,
               guint      dice)
{
  static const char * const sectors[] = { "parents", "parents", "business-partners", "other-organizations" };
  static const char * const roles[] = { "family", "family", "business", "organization" };
  guint sector = dice % G_N_ELEMENTS (sectors);

  name_person (self);
  lamp_maker_set (self, "sector", sectors[sector]);
  lamp_maker_set (self, "role_type", roles[sector]);
  lamp_maker_set (self, "wall", "outside");
}

static void
fill_educator (LampMaker *self)
{
  name_person (self);
  lamp_maker_set (self, "sector", "educators");
  lamp_maker_set (self, "role_type", lamp_maker_chance (self, 80) ? "teacher" : "administrator");
  lamp_maker_set (self, "wall", "inside");
  lamp_maker_set (self, "job_title", lamp_maker_one_of (self, lamp_words_jobs));
  lamp_maker_set (self, "expertise", lamp_maker_one_of (self, lamp_words_expertise));
}

static gboolean
make_people (LampMaker  *self,
             GError    **error)
{
  for (guint i = 0; i < (guint) self->options->people; i++)
    {
      guint dice = lamp_maker_below (self, 100);

      lamp_maker_begin (self, "people", "p", i);
      if (dice < 8)
        fill_group (self, i);
      else if (dice < 28)
        fill_outsider (self, dice);
      else
        fill_educator (self);
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_memberships (LampMaker  *self,
                  GError    **error)
{
  static const char * const functions[] = { "conversation", "history", "support", "learning" };
  static const char * const roles[] = { "facilitator", "recorder", "timekeeper", "norms-keeper" };

  for (guint i = 0; i < (guint) self->options->people; i++)
    {
      guint place = i / self->n_teams;

      lamp_maker_begin (self, "memberships", "m", i);
      lamp_maker_set_ref (self, "community", "c", lamp_maker_community_of_team (self, i));
      lamp_maker_set_ref (self, "person", "p", i);
      lamp_maker_set (self, "role", place < G_N_ELEMENTS (roles) ? roles[place] : "member");
      if (place < G_N_ELEMENTS (functions) && lamp_maker_chance (self, 85))
        lamp_maker_set (self, "function", functions[place]);
      lamp_maker_set_day (self, "since", lamp_maker_below (self, 60));
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_ties (LampMaker  *self,
           GError    **error)
{
  static const char * const kinds[] = { "collaborates", "mentors", "visits", "lends-expertise", "shares-students" };
  guint n = (guint) self->options->people;

  for (guint i = 0; i + 1 < n; i += 4)
    {
      lamp_maker_begin (self, "relationships", "r", i);
      lamp_maker_set_ref (self, "person", "p", i);
      lamp_maker_set_ref (self, "other", "p", i + 1);
      lamp_maker_set (self, "kind", kinds[lamp_maker_below (self, G_N_ELEMENTS (kinds))]);
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i += 10)
    {
      lamp_maker_begin (self, "trainings", "t", i);
      lamp_maker_set_ref (self, "person", "p", i);
      lamp_maker_set (self, "title", "Facilitating conversations");
      lamp_maker_set_day (self, "held_on", lamp_maker_below (self, 40));
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lamp_generate:
 * @options: how large it is
 * @sink: called with each record: in the order of the types, and for each in the order of the identifiers
 * @data: user data for @sink
 * @error: where to put an error
 *
 * Makes up a district: schools, teams, people of all sectors (children only as groups), goals on four levels, their
 * measurements, cycles of seven stages, meetings and what came of them.
 *
 * Returns: whether @sink took all
 */
gboolean
lamp_generate (const LampGenerateOptions  *options,
               LampGenerateSink            sink,
               gpointer                    data,
               GError                    **error)
{
  static gboolean (*const steps[]) (LampMaker *, GError **) = {
    make_communities,
    make_people,
    make_memberships,
    make_ties,
    lamp_maker_make_goals,
    lamp_maker_make_goal_links,
    lamp_maker_make_measurements,
    lamp_maker_make_supports,
    lamp_maker_make_strategies,
    lamp_maker_make_cycles,
    lamp_maker_make_cycle_goals,
    lamp_maker_make_stages,
    lamp_maker_make_evidence,
    lamp_maker_make_meetings,
    lamp_maker_make_items,
    lamp_maker_make_attendances,
    lamp_maker_make_outcomes,
    lamp_maker_make_norms,
  };
  LampMaker self = { .options = options, .sink = sink, .data = data, .state = (guint64) options->seed };
  gboolean is_done = TRUE;

  g_return_val_if_fail (options->people >= 0 && options->goals >= 0 && options->meetings >= 0, FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  self.n_schools = MAX (1, (guint) options->people / PEOPLE_PER_SCHOOL);
  self.n_teams = MAX (1, (guint) options->people / PEOPLE_PER_TEAM);
  self.n_cycles = (guint) options->goals / 10;
  for (guint i = 0; is_done && i < G_N_ELEMENTS (steps); i++)
    is_done = steps[i] (&self, error);
  lamp_row_free (self.row);

  return is_done;
}
