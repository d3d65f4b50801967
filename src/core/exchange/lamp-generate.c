/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-generate.h"

#include "lamp-date.h"
#include "lamp-generate-words.h"

/* A plausible district, made up: it has the gaps that real ones have (goals that support nothing, that nobody owns,
 * that nobody measures), so that every check finds something. Nothing but the options decides what comes out, not even
 * the clock. */

#define FIRST_DAY "2026-08-10"
#define MOMENT "2026-08-10T08:00:00.000Z"

#define PEOPLE_PER_SCHOOL 60
#define PEOPLE_PER_TEAM 8
#define STAGES 7

typedef struct
{
  const LampGenerateOptions *options;
  LampGenerateSink sink;
  gpointer data;
  guint64 state; /* of the random numbers */
  LampRow *row;
  guint n_schools;
  guint n_teams;
  guint n_cycles;
} Maker;

/* SplitMix64: the same numbers everywhere and for ever. */
static guint64
random_bits (Maker *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ z >> 31;
}

static guint
below (Maker *self,
       guint  limit)
{
  return limit > 0 ? (guint) (random_bits (self) % limit) : 0;
}

static gboolean
chance (Maker *self,
        guint  percent)
{
  return below (self, 100) < percent;
}

static const char *
one_of (Maker              *self,
        const char * const *words)
{
  return words[below (self, g_strv_length ((char **) words))];
}

static void
begin (Maker      *self,
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

static gboolean
finish (Maker   *self,
        GError **error)
{
  return lamp_row_validate (self->row, NULL, error) && self->sink (self->row, self->data, error);
}

static void
set (Maker      *self,
     const char *field,
     const char *text)
{
  lamp_row_set_text (self->row, field, text);
}

static void
set_ref (Maker      *self,
         const char *field,
         const char *prefix,
         guint       number)
{
  g_autofree char *id = g_strdup_printf ("%s-%07u", prefix, number);

  set (self, field, id);
}

static void
set_int (Maker      *self,
         const char *field,
         gint64      integer)
{
  lamp_row_set_integer (self->row, field, integer);
}

static void
set_day (Maker      *self,
         const char *field,
         guint       days)
{
  g_autofree char *day = lamp_date_add_days (FIRST_DAY, (int) days);

  set (self, field, day);
}

static void
set_time (Maker      *self,
          const char *field,
          guint       days,
          const char *hour)
{
  g_autofree char *day = lamp_date_add_days (FIRST_DAY, (int) days);
  g_autofree char *time = g_strdup_printf ("%sT%s", day, hour);

  set (self, field, time);
}

/* Communities: number 0 is the district, then the schools, then the teams. */

static guint
school_of_team (Maker *self,
                guint  team)
{
  return 1 + team % self->n_schools;
}

static gboolean
make_community (Maker   *self,
                guint    number,
                GError **error)
{
  gboolean is_team = number > self->n_schools;
  guint team = number - self->n_schools - 1;
  g_autofree char *name = NULL;

  begin (self, "communities", "c", number);
  if (is_team)
    name = g_strdup_printf ("%s Team %u", lamp_words_teams[team % 16], 1 + team / 16);
  else
    name = g_strdup_printf ("%s %s", number == 0 ? "Lantern Valley" : lamp_words_places[(number - 1) % 24],
                            number == 0 ? "School District" : "School");
  set (self, "name", name);
  set (self, "kind", number == 0 ? "system" : is_team ? "team" : "school");
  if (number > 0)
    set_ref (self, "parent", "c", is_team ? school_of_team (self, team) : 0);
  if (!chance (self, 15))
    set (self, "purpose", "Every student understood, every adult learning.");
  if (is_team)
    set_int (self, "cadence_weeks", 1 + below (self, 4));

  return finish (self, error);
}

static gboolean
make_communities (Maker   *self,
                  GError **error)
{
  for (guint i = 0; i <= self->n_schools + self->n_teams; i++)
    if (!make_community (self, i, error))
      return FALSE;

  return TRUE;
}

static guint
community_of_team (Maker *self,
                   guint  team)
{
  return 1 + self->n_schools + team % self->n_teams;
}

/* People. */

static void
name_person (Maker *self)
{
  g_autofree char *name = g_strdup_printf ("%s %s", one_of (self, lamp_words_first_names),
                                           one_of (self, lamp_words_last_names));

  set (self, "name", name);
}

static void
fill_group (Maker *self,
            guint  number)
{
  g_autofree char *name = g_strdup_printf ("Class %u%c", 1 + below (self, 8), 'A' + (char) (number % 4));

  set (self, "name", name);
  set (self, "sector", "children");
  set (self, "wall", "inside");
  set (self, "role_type", "learners");
  set_int (self, "group_size", 12 + below (self, 20));
}

static void
fill_outsider (Maker *self,
               guint  dice)
{
  static const char * const sectors[] = { "parents", "parents", "business-partners", "other-organizations" };
  static const char * const roles[] = { "family", "family", "business", "organization" };
  guint sector = dice % G_N_ELEMENTS (sectors);

  name_person (self);
  set (self, "sector", sectors[sector]);
  set (self, "role_type", roles[sector]);
  set (self, "wall", "outside");
}

static void
fill_educator (Maker *self)
{
  name_person (self);
  set (self, "sector", "educators");
  set (self, "role_type", chance (self, 80) ? "teacher" : "administrator");
  set (self, "wall", "inside");
  set (self, "job_title", one_of (self, lamp_words_jobs));
  set (self, "expertise", one_of (self, lamp_words_expertise));
}

static gboolean
make_people (Maker   *self,
             GError **error)
{
  for (guint i = 0; i < (guint) self->options->people; i++)
    {
      guint dice = below (self, 100);

      begin (self, "people", "p", i);
      if (dice < 8)
        fill_group (self, i);
      else if (dice < 28)
        fill_outsider (self, dice);
      else
        fill_educator (self);
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_memberships (Maker   *self,
                  GError **error)
{
  static const char * const functions[] = { "conversation", "history", "support", "learning" };
  static const char * const roles[] = { "facilitator", "recorder", "timekeeper", "norms-keeper" };

  for (guint i = 0; i < (guint) self->options->people; i++)
    {
      guint place = i / self->n_teams;

      begin (self, "memberships", "m", i);
      set_ref (self, "community", "c", community_of_team (self, i));
      set_ref (self, "person", "p", i);
      set (self, "role", place < G_N_ELEMENTS (roles) ? roles[place] : "member");
      if (place < G_N_ELEMENTS (functions) && chance (self, 85))
        set (self, "function", functions[place]);
      set_day (self, "since", below (self, 60));
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_ties (Maker   *self,
           GError **error)
{
  static const char * const kinds[] = { "collaborates", "mentors", "visits", "lends-expertise", "shares-students" };
  guint n = (guint) self->options->people;

  for (guint i = 0; i + 1 < n; i += 4)
    {
      begin (self, "relationships", "r", i);
      set_ref (self, "person", "p", i);
      set_ref (self, "other", "p", i + 1);
      set (self, "kind", kinds[below (self, G_N_ELEMENTS (kinds))]);
      if (!finish (self, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i += 10)
    {
      begin (self, "trainings", "t", i);
      set_ref (self, "person", "p", i);
      set (self, "title", "Facilitating conversations");
      set_day (self, "held_on", below (self, 40));
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Goals: their numbers tell their level, and each supports one of the level above. */

typedef struct
{
  const char *level;
  guint first;
  guint count;
} Level;

static void
split_levels (Maker *self,
              Level  levels[4])
{
  guint n = (guint) self->options->goals;
  guint n_system = MIN (n, MAX (1, n / 20));
  guint n_school = MIN (n - n_system, MAX (1, n / 6));
  guint n_team = (n - n_system - n_school) * 2 / 3;

  levels[0] = (Level) { "system", 0, n_system };
  levels[1] = (Level) { "school", n_system, n_school };
  levels[2] = (Level) { "team", n_system + n_school, n_team };
  levels[3] = (Level) { "individual", n_system + n_school + n_team, n - n_system - n_school - n_team };
}

static guint
community_of_goal (Maker *self,
                   guint  level,
                   guint  place)
{
  if (level == 0)
    return 0;

  return level == 1 ? 1 + place % self->n_schools : community_of_team (self, place);
}

static void
fill_measure (Maker *self)
{
  double baseline = 30 + below (self, 300) / 10.0;

  set (self, "measure", one_of (self, lamp_words_measures));
  set (self, "unit", "%");
  lamp_row_set_real (self->row, "baseline", baseline);
  lamp_row_set_real (self->row, "target", baseline + 5 + below (self, 200) / 10.0);
}

static gboolean
make_goal (Maker        *self,
           const Level  *levels,
           guint         level,
           guint         place,
           GError      **error)
{
  static const char * const statuses[] = { "not-started",   "in-progress", "in-progress",
                                           "partially-met", "met",         "not-met" };
  static const char * const audiences[] = { "student", "educator", "both" };
  const char *subject = one_of (self, lamp_words_subjects);
  g_autofree char *title = g_strdup_printf (level == 3 ? "Learn more about %s" : "Strengthen %s", subject);

  begin (self, "goals", "g", levels[level].first + place);
  set_ref (self, "community", "c", community_of_goal (self, level, place));
  if (level > 0 && levels[level - 1].count > 0 && !chance (self, 6))
    set_ref (self, "parent", "g", levels[level - 1].first + below (self, levels[level - 1].count));
  set (self, "level", levels[level].level);
  set (self, "title", title);
  set (self, "audience", audiences[below (self, 3)]);
  set (self, "horizon", level < 2 ? "long" : "short");
  set_int (self, "is_priority", level == 0);
  if (!chance (self, 12))
    fill_measure (self);
  set_day (self, "due", 200 + below (self, 100));
  set (self, "status", statuses[below (self, G_N_ELEMENTS (statuses))]);
  set (self, "rollup", level < 2 ? "children" : "own");
  if (self->options->people > 0 && !chance (self, 8))
    set_ref (self, "owner", "p", below (self, (guint) self->options->people));
  if (level == 3)
    set_int (self, "private", 1);
  set_int (self, "position", place);

  return finish (self, error);
}

static gboolean
make_goals (Maker   *self,
            GError **error)
{
  Level levels[4];

  split_levels (self, levels);
  for (guint level = 0; level < 4; level++)
    for (guint place = 0; place < levels[level].count; place++)
      if (!make_goal (self, levels, level, place, error))
        return FALSE;

  return TRUE;
}

static gboolean
make_goal_links (Maker   *self,
                 GError **error)
{
  guint n = (guint) self->options->goals;

  for (guint i = n / 2; i < n; i += 12)
    {
      begin (self, "goal_links", "gl", i);
      set_ref (self, "goal", "g", i);
      set_ref (self, "supports", "g", below (self, MAX (1, n / 4)));
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_measurements (Maker   *self,
                   GError **error)
{
  guint number = 0;

  for (guint goal = 0; goal < (guint) self->options->goals; goal++)
    for (guint i = 0, n = below (self, 4); i < n; i++)
      {
        begin (self, "measurements", "me", number++);
        set_ref (self, "goal", "g", goal);
        set_day (self, "measured_on", 30 + i * 60);
        lamp_row_set_real (self->row, "value", 30 + below (self, 600) / 10.0);
        set (self, "source", one_of (self, lamp_words_measures));
        if (!finish (self, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
make_strategies (Maker   *self,
                 GError **error)
{
  for (guint goal = 0; goal < (guint) self->options->goals; goal += 3)
    {
      begin (self, "strategies", "s", goal);
      set_ref (self, "goal", "g", goal);
      set (self, "title", one_of (self, lamp_words_strategies));
      set (self, "kind", chance (self, 50) ? "structure" : "practice");
      set (self, "origin", chance (self, 80) ? "shared" : "mandated");
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_supports (Maker   *self,
               GError **error)
{
  static const char * const kinds[] = { "time", "money", "people", "expertise", "materials" };

  begin (self, "policies", "po", 0);
  set_ref (self, "community", "c", 0);
  set (self, "title", "Time to learn together");
  if (!finish (self, error))
    return FALSE;
  for (guint i = 0; i < (guint) self->options->goals; i += 10)
    {
      begin (self, "supports", "su", i);
      set_ref (self, "policy", "po", 0);
      set_ref (self, "goal", "g", i);
      set (self, "kind", kinds[below (self, G_N_ELEMENTS (kinds))]);
      set (self, "title", one_of (self, lamp_words_supports));
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Cycles: one for every ten goals, each with its seven stages. */

static gboolean
make_cycles (Maker   *self,
             GError **error)
{
  for (guint i = 0; i < self->n_cycles; i++)
    {
      g_autofree char *title = g_strdup_printf ("Cycle %u: %s", i + 1, one_of (self, lamp_words_subjects));

      begin (self, "cycles", "cy", i);
      set_ref (self, "community", "c", community_of_team (self, i));
      set (self, "title", title);
      set (self, "framework", "continuous-improvement");
      set (self, "question", "What changes for our students when we change what we do?");
      set_day (self, "starts_on", 14);
      set_day (self, "ends_on", 224);
      if (i >= self->n_teams)
        set_ref (self, "previous", "cy", i - self->n_teams);
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_cycle_goals (Maker   *self,
                  GError **error)
{
  for (guint i = 0; i < self->n_cycles * 2; i++)
    {
      begin (self, "cycle_goals", "cg", i);
      set_ref (self, "cycle", "cy", i / 2);
      set_ref (self, "goal", "g", (i * 5 + 3) % (guint) self->options->goals);
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_stages (Maker   *self,
             GError **error)
{
  static const char * const characteristics[STAGES] = { "data", "shared-goals", "professional-learning", "strategies",
                                                        "application", "monitoring", "evaluation" };
  static const char * const titles[STAGES] = { "See where we are", "Agree where to go", "Learn what we need",
                                               "Choose how", "Try it", "Watch what happens", "Judge and pass on" };

  for (guint i = 0; i < self->n_cycles * STAGES; i++)
    {
      guint position = i % STAGES;

      begin (self, "stages", "st", i);
      set_ref (self, "cycle", "cy", i / STAGES);
      set_int (self, "position", position);
      set (self, "characteristic", characteristics[position]);
      set (self, "title", titles[position]);
      set_day (self, "starts_on", 14 + position * 30);
      set_day (self, "ends_on", 43 + position * 30);
      set (self, "status", position < 3 ? "done" : position == 3 ? "active" : "planned");
      if (position == 2)
        set (self, "learning_areas", "[\"content\",\"pedagogy\"]");
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_evidence (Maker   *self,
               GError **error)
{
  static const char * const kinds[] = { "student-data", "educator-data", "observation", "work-sample", "survey" };

  for (guint i = 0; i < self->n_cycles * 3; i++)
    {
      begin (self, "evidence", "ev", i);
      set_ref (self, "stage", "st", i / 3 * STAGES + i % 3);
      set (self, "kind", kinds[below (self, G_N_ELEMENTS (kinds))]);
      set_day (self, "noted_on", 20 + i % 3 * 30);
      set (self, "finding", one_of (self, lamp_words_findings));
      if (!finish (self, error))
        return FALSE;
    }
  for (guint i = 0; i < self->n_cycles; i++)
    {
      begin (self, "adjustments", "ad", i);
      set_ref (self, "stage", "st", i * STAGES + 2);
      set_day (self, "made_on", 90);
      set (self, "because", one_of (self, lamp_words_findings));
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Meetings: each team's come one after another, a week apart. */

static guint
day_of_meeting (Maker *self,
                guint  meeting)
{
  return 7 + meeting / self->n_teams % 40 * 7 + meeting % 5;
}

static gboolean
make_meetings (Maker   *self,
               GError **error)
{
  guint n_people = (guint) self->options->people;

  for (guint i = 0; i < (guint) self->options->meetings; i++)
    {
      g_autofree char *title = g_strdup_printf ("Week %u", 1 + i / self->n_teams);

      begin (self, "meetings", "mt", i);
      set_ref (self, "community", "c", community_of_team (self, i));
      set (self, "title", title);
      set (self, "purpose", "Look at what our students did and agree on the next try.");
      set_time (self, "starts_at", day_of_meeting (self, i), chance (self, 60) ? "07:41" : "15:10");
      set_int (self, "minutes", 44);
      set (self, "mode", chance (self, 85) ? "face-to-face" : "virtual");
      set (self, "place", "Room 12");
      set (self, "state", i / self->n_teams < 8 ? "closed" : "draft");
      if (n_people > i % self->n_teams)
        set_ref (self, "facilitator", "p", i % self->n_teams);
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_items (Maker   *self,
            GError **error)
{
  static const char * const kinds[] = { "check-in", "work", "work", "conversation", "work", "decision", "review",
                                        "reflection", "logistics" };
  guint number = 0;

  for (guint meeting = 0; meeting < (guint) self->options->meetings; meeting++)
    for (guint position = 0, n = 4 + below (self, 4); position < n; position++)
      {
        guint item = position == 0 ? 0 : 1 + below (self, 8);

        begin (self, "agenda_items", "ai", number++);
        set_ref (self, "meeting", "mt", meeting);
        set_int (self, "position", position);
        set (self, "title", lamp_words_items[item]);
        set (self, "kind", kinds[item]);
        set_int (self, "minutes", position == 0 ? 4 : 5 + below (self, 6));
        set (self, "state", "planned");
        if (self->options->goals > 0 && chance (self, 30))
          set_ref (self, "goal", "g", below (self, (guint) self->options->goals));
        if (!finish (self, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
make_attendances (Maker   *self,
                  GError **error)
{
  guint n_people = (guint) self->options->people;
  guint number = 0;

  for (guint meeting = 0; meeting < (guint) self->options->meetings; meeting++)
    for (guint place = 0; place < 4; place++)
      {
        guint person = meeting % self->n_teams + place * self->n_teams;

        if (person >= n_people)
          break;
        begin (self, "attendances", "at", number++);
        set_ref (self, "meeting", "mt", meeting);
        set_ref (self, "person", "p", person);
        set (self, "state", chance (self, 85) ? "present" : "excused");
        if (!finish (self, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
make_outcomes (Maker   *self,
               GError **error)
{
  guint n = (guint) self->options->meetings;

  for (guint i = 0; i < n; i += 2)
    {
      begin (self, "decisions", "de", i);
      set_ref (self, "meeting", "mt", i);
      set (self, "text", one_of (self, lamp_words_strategies));
      set (self, "method", chance (self, 70) ? "consent" : "vote");
      if (chance (self, 20))
        set (self, "tally", "{\"for\":5,\"against\":1}");
      if (!finish (self, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      begin (self, "commitments", "co", i);
      set (self, "text", one_of (self, lamp_words_promises));
      set_ref (self, "meeting", "mt", i);
      set_ref (self, "community", "c", community_of_team (self, i));
      if (self->options->people > 0 && chance (self, 85))
        set_ref (self, "owner", "p", below (self, (guint) self->options->people));
      set_day (self, "due", day_of_meeting (self, i) + 14);
      if (chance (self, 60))
        set_day (self, "done_on", day_of_meeting (self, i) + 10);
      if (!finish (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_norms (Maker   *self,
            GError **error)
{
  for (guint i = 0; i < self->n_teams * 3; i++)
    {
      begin (self, "norms", "no", i);
      set_ref (self, "community", "c", community_of_team (self, i / 3));
      set (self, "text", lamp_words_norms[(i + i / 3) % 5]);
      set_int (self, "position", i % 3);
      if (!finish (self, error))
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
  static gboolean (* const steps[]) (Maker *, GError **) = {
    make_communities,  make_people,   make_memberships, make_ties,        make_goals,       make_goal_links,
    make_measurements, make_supports, make_strategies,  make_cycles,      make_cycle_goals, make_stages,
    make_evidence,     make_meetings, make_items,       make_attendances, make_outcomes,    make_norms,
  };
  Maker self = { .options = options, .sink = sink, .data = data, .state = (guint64) options->seed };
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
