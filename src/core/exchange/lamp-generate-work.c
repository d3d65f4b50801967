/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-generate-private.h"
#include "lamp-generate-words.h"

/* What a made-up district wants and does: goals, and the cycles that serve them. */

#define STAGES 7

/* Goals: their numbers tell their level, and each supports one of the level above. */

typedef struct
{
  const char *level;
  guint first;
  guint count;
} Level;

static void
split_levels (LampMaker *self,
              Level      levels[4])
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
community_of_goal (LampMaker *self,
                   guint      level,
                   guint      place)
{
  if (level == 0)
    return 0;

  return level == 1 ? 1 + place % self->n_schools : lamp_maker_community_of_team (self, place);
}

static void
fill_measure (LampMaker *self)
{
  double baseline = 30 + lamp_maker_below (self, 300) / 10.0;

  lamp_maker_set (self, "measure", lamp_maker_one_of (self, lamp_words_measures));
  lamp_maker_set (self, "unit", "%");
  lamp_row_set_real (self->row, "baseline", baseline);
  lamp_row_set_real (self->row, "target", baseline + 5 + lamp_maker_below (self, 200) / 10.0);
}

static gboolean
make_goal (LampMaker    *self,
           const Level  *levels,
           guint         level,
           guint         place,
           GError      **error)
{
  static const char * const statuses[] = { "not-started",   "in-progress", "in-progress",
                                           "partially-met", "met",         "not-met" };
  static const char * const audiences[] = { "student", "educator", "both" };
  const char *subject = lamp_maker_one_of (self, lamp_words_subjects);
  g_autofree char *title = g_strdup_printf (level == 3 ? "Learn more about %s" : "Strengthen %s", subject);

  lamp_maker_begin (self, "goals", "g", levels[level].first + place);
  lamp_maker_set_ref (self, "community", "c", community_of_goal (self, level, place));
  if (level > 0 && levels[level - 1].count > 0 && !lamp_maker_chance (self, 6))
    lamp_maker_set_ref (self, "parent", "g",
                        levels[level - 1].first + lamp_maker_below (self, levels[level - 1].count));
  lamp_maker_set (self, "level", levels[level].level);
  lamp_maker_set (self, "title", title);
  lamp_maker_set (self, "audience", audiences[lamp_maker_below (self, 3)]);
  lamp_maker_set (self, "horizon", level < 2 ? "long" : "short");
  lamp_maker_set_int (self, "is_priority", level == 0);
  if (!lamp_maker_chance (self, 12))
    fill_measure (self);
  lamp_maker_set_day (self, "due", 200 + lamp_maker_below (self, 100));
  lamp_maker_set (self, "status", statuses[lamp_maker_below (self, G_N_ELEMENTS (statuses))]);
  lamp_maker_set (self, "rollup", level < 2 ? "children" : "own");
  if (self->options->people > 0 && !lamp_maker_chance (self, 8))
    lamp_maker_set_ref (self, "owner", "p", lamp_maker_below (self, (guint) self->options->people));
  if (level == 3)
    lamp_maker_set_int (self, "private", 1);
  lamp_maker_set_int (self, "position", place);

  return lamp_maker_finish (self, error);
}

gboolean
lamp_maker_make_goals (LampMaker  *self,
                       GError    **error)
{
  Level levels[4];

  split_levels (self, levels);
  for (guint level = 0; level < 4; level++)
    for (guint place = 0; place < levels[level].count; place++)
      if (!make_goal (self, levels, level, place, error))
        return FALSE;

  return TRUE;
}

gboolean
lamp_maker_make_goal_links (LampMaker  *self,
                            GError    **error)
{
  guint n = (guint) self->options->goals;

  for (guint i = n / 2; i < n; i += 12)
    {
      lamp_maker_begin (self, "goal_links", "gl", i);
      lamp_maker_set_ref (self, "goal", "g", i);
      lamp_maker_set_ref (self, "supports", "g", lamp_maker_below (self, MAX (1, n / 4)));
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lamp_maker_make_measurements (LampMaker  *self,
                              GError    **error)
{
  guint number = 0;

  for (guint goal = 0; goal < (guint) self->options->goals; goal++)
    for (guint i = 0, n = lamp_maker_below (self, 4); i < n; i++)
      {
        lamp_maker_begin (self, "measurements", "me", number++);
        lamp_maker_set_ref (self, "goal", "g", goal);
        lamp_maker_set_day (self, "measured_on", 30 + i * 60);
        lamp_row_set_real (self->row, "value", 30 + lamp_maker_below (self, 600) / 10.0);
        lamp_maker_set (self, "source", lamp_maker_one_of (self, lamp_words_measures));
        if (!lamp_maker_finish (self, error))
          return FALSE;
      }

  return TRUE;
}

gboolean
lamp_maker_make_strategies (LampMaker  *self,
                            GError    **error)
{
  for (guint goal = 0; goal < (guint) self->options->goals; goal += 3)
    {
      lamp_maker_begin (self, "strategies", "s", goal);
      lamp_maker_set_ref (self, "goal", "g", goal);
      lamp_maker_set (self, "title", lamp_maker_one_of (self, lamp_words_strategies));
      lamp_maker_set (self, "kind", lamp_maker_chance (self, 50) ? "structure" : "practice");
      lamp_maker_set (self, "origin", lamp_maker_chance (self, 80) ? "shared" : "mandated");
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lamp_maker_make_supports (LampMaker  *self,
                          GError    **error)
{
  static const char * const kinds[] = { "time", "money", "people", "expertise", "materials" };

  lamp_maker_begin (self, "policies", "po", 0);
  lamp_maker_set_ref (self, "community", "c", 0);
  lamp_maker_set (self, "title", "Time to learn together");
  if (!lamp_maker_finish (self, error))
    return FALSE;
  for (guint i = 0; i < (guint) self->options->goals; i += 10)
    {
      lamp_maker_begin (self, "supports", "su", i);
      lamp_maker_set_ref (self, "policy", "po", 0);
      lamp_maker_set_ref (self, "goal", "g", i);
      lamp_maker_set (self, "kind", kinds[lamp_maker_below (self, G_N_ELEMENTS (kinds))]);
      lamp_maker_set (self, "title", lamp_maker_one_of (self, lamp_words_supports));
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Cycles: one for every ten goals, each with its seven stages. */

gboolean
lamp_maker_make_cycles (LampMaker  *self,
                        GError    **error)
{
  for (guint i = 0; i < self->n_cycles; i++)
    {
      g_autofree char *title = g_strdup_printf ("Cycle %u: %s", i + 1, lamp_maker_one_of (self, lamp_words_subjects));

      lamp_maker_begin (self, "cycles", "cy", i);
      lamp_maker_set_ref (self, "community", "c", lamp_maker_community_of_team (self, i));
      lamp_maker_set (self, "title", title);
      lamp_maker_set (self, "framework", "continuous-improvement");
      lamp_maker_set (self, "question", "What changes for our students when we change what we do?");
      lamp_maker_set_day (self, "starts_on", 14);
      lamp_maker_set_day (self, "ends_on", 224);
      if (i >= self->n_teams)
        lamp_maker_set_ref (self, "previous", "cy", i - self->n_teams);
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lamp_maker_make_cycle_goals (LampMaker  *self,
                             GError    **error)
{
  for (guint i = 0; i < self->n_cycles * 2; i++)
    {
      lamp_maker_begin (self, "cycle_goals", "cg", i);
      lamp_maker_set_ref (self, "cycle", "cy", i / 2);
      lamp_maker_set_ref (self, "goal", "g", (i * 5 + 3) % (guint) self->options->goals);
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lamp_maker_make_stages (LampMaker  *self,
                        GError    **error)
{
  static const char * const characteristics[STAGES] = { "data", "shared-goals", "professional-learning", "strategies",
                                                        "application", "monitoring", "evaluation" };
  static const char * const titles[STAGES] = { "See where we are", "Agree where to go", "Learn what we need",
                                               "Choose how", "Try it", "Watch what happens", "Judge and pass on" };

  for (guint i = 0; i < self->n_cycles * STAGES; i++)
    {
      guint position = i % STAGES;

      lamp_maker_begin (self, "stages", "st", i);
      lamp_maker_set_ref (self, "cycle", "cy", i / STAGES);
      lamp_maker_set_int (self, "position", position);
      lamp_maker_set (self, "characteristic", characteristics[position]);
      lamp_maker_set (self, "title", titles[position]);
      lamp_maker_set_day (self, "starts_on", 14 + position * 30);
      lamp_maker_set_day (self, "ends_on", 43 + position * 30);
      lamp_maker_set (self, "status", position < 3 ? "done" : position == 3 ? "active" : "planned");
      if (position == 2)
        lamp_maker_set (self, "learning_areas", "[\"content\",\"pedagogy\"]");
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lamp_maker_make_evidence (LampMaker  *self,
                          GError    **error)
{
  static const char * const kinds[] = { "student-data", "educator-data", "observation", "work-sample", "survey" };

  for (guint i = 0; i < self->n_cycles * 3; i++)
    {
      lamp_maker_begin (self, "evidence", "ev", i);
      lamp_maker_set_ref (self, "stage", "st", i / 3 * STAGES + i % 3);
      lamp_maker_set (self, "kind", kinds[lamp_maker_below (self, G_N_ELEMENTS (kinds))]);
      lamp_maker_set_day (self, "noted_on", 20 + i % 3 * 30);
      lamp_maker_set (self, "finding", lamp_maker_one_of (self, lamp_words_findings));
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }
  for (guint i = 0; i < self->n_cycles; i++)
    {
      lamp_maker_begin (self, "adjustments", "ad", i);
      lamp_maker_set_ref (self, "stage", "st", i * STAGES + 2);
      lamp_maker_set_day (self, "made_on", 90);
      lamp_maker_set (self, "because", lamp_maker_one_of (self, lamp_words_findings));
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}
