/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-checks-private.h"

/* What may be offered to mend an alignment at once. It is offered only where there is one way alone, and where no other
 * contradiction comes of it: what is found must be gone, and nothing that is as grave be there instead. */

/* Chains of goals are this long at most; what goes on longer goes round, or is left to a person. */
#define LONGEST_CHAIN 64

/* Stands in the table where there is more than one goal. */
static const LampRow many;

static char *
make_key (const char *community,
          int         rank,
          const char *parent)
{
  return g_strdup_printf ("%d %s %s", rank, community, parent != NULL ? parent : "");
}

/* Takes @key. */
static void
note_goal (GHashTable    *table,
           char          *key,
           const LampRow *goal)
{
  g_hash_table_replace (table, key, (gpointer) (g_hash_table_contains (table, key) ? &many : goal));
}

static GHashTable *
find_only_goals (LampJudging *self)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *goals = self->goals->rows;

  for (guint i = 0; i < goals->len; i++)
    {
      const LampRow *goal = goals->pdata[i];
      const char *community = lamp_row_get_text (goal, "community");
      const char *parent = lamp_row_get_text (goal, "parent");

      if (community == NULL || !lamp_goal_is_live (goal) || lamp_goal_is_private (goal))
        continue;
      note_goal (table, make_key (community, lamp_goal_get_rank (goal), NULL), goal);
      if (parent != NULL)
        note_goal (table, make_key (community, lamp_goal_get_rank (goal), parent), goal);
    }
  self->steps += goals->len;

  return table;
}

/* The only living public goal of a community and a rank, among those that support @parent if that is given: NULL if
 * there is none, &many if there are more. */
static const LampRow *
find_only (LampJudging *self,
           const char  *community,
           int          rank,
           const char  *parent)
{
  g_autofree char *key = NULL;

  if (community == NULL)
    return NULL;
  if (self->only_goals == NULL)
    self->only_goals = find_only_goals (self);
  key = make_key (community, rank, parent);
  self->steps++;

  return g_hash_table_lookup (self->only_goals, key);
}

static gboolean
rests_on (LampJudging   *self,
          const LampRow *goal,
          const LampRow *other)
{
  guint steps = 0;

  for (; goal != NULL && steps < LONGEST_CHAIN; steps++)
    {
      if (goal == other)
        return TRUE;
      goal = lamp_judging_get (self, goal, "parent");
    }

  return steps == LONGEST_CHAIN;
}

/* Whether @goal can go from what it supports without a priority losing its team: it may be that somebody works on one
 * only because of this goal. */
static gboolean
may_let_go (LampJudging   *self,
            const LampRow *goal)
{
  const LampRow *above = lamp_judging_get (self, goal, "parent");
  guint steps = 0;

  for (; above != NULL && above != goal && steps < LONGEST_CHAIN; steps++)
    {
      if (lamp_row_get_integer (above, "is_priority") != 0 || lamp_judging_list (self, "goal_links", "goal", above)->len > 0)
        return FALSE;
      above = lamp_judging_get (self, above, "parent");
    }

  return steps < LONGEST_CHAIN;
}

static LampFix *
set_parent (LampJudging   *self,
            const LampRow *goal,
            const LampRow *parent)
{
  // Translators: what a button does; %s is a goal
  return lamp_fix_new (goal, "parent", lamp_row_get_id (parent),
                       g_strdup_printf (_("Align with “%s”"), lamp_judging_name (self, parent)));
}

/* The one goal that @goal can be meant to support: of the next level, in its own community or in the one that this is
 * part of. */
static const LampRow *
find_above (LampJudging   *self,
            const LampRow *goal)
{
  const LampRow *community = lamp_judging_get (self, goal, "community");
  int rank = lamp_goal_get_rank (goal) - 1;
  const LampRow *own = community != NULL ? find_only (self, lamp_row_get_id (community), rank, NULL) : NULL;
  const LampRow *above = community != NULL ? find_only (self, lamp_row_get_text (community, "parent"), rank, NULL) : NULL;
  const LampRow *only = own == NULL ? above : above == NULL ? own : &many;

  return only != NULL && only != &many && !rests_on (self, only, goal) ? only : NULL;
}

/* Aligns a goal that aligns with nothing, or with nothing that it should. */
LampFix *
lamp_judging_align_above (LampJudging   *self,
                          const LampRow *goal)
{
  const LampRow *above = lamp_goal_is_live (goal) && may_let_go (self, goal) ? find_above (self, goal) : NULL;

  return above != NULL ? set_parent (self, goal, above) : NULL;
}

/* Aligns a goal that jumps over a level with the goal of that level which supports the same one, and belongs to the
 * community that its own is part of. */
LampFix *
lamp_judging_align_between (LampJudging   *self,
                            const LampRow *goal,
                            const LampRow *parent)
{
  const LampRow *community = lamp_judging_get (self, goal, "community");
  const char *above = community != NULL ? lamp_row_get_text (community, "parent") : NULL;
  const LampRow *between = find_only (self, above, lamp_goal_get_rank (goal) - 1, lamp_row_get_id (parent));

  if (between == NULL || between == &many || rests_on (self, between, goal))
    return NULL;

  return set_parent (self, goal, between);
}

/* Lets a goal that aligns with nothing support the one that says the same. */
LampFix *
lamp_judging_align_twin (LampJudging   *self,
                         const LampRow *goal,
                         const LampRow *twin)
{
  if (lamp_judging_get (self, goal, "parent") != NULL || lamp_goal_get_rank (goal) < lamp_goal_get_rank (twin)
      || rests_on (self, twin, goal))
    return NULL;

  return set_parent (self, goal, twin);
}

static gboolean
has_other_alignment (LampJudging   *self,
                     const LampRow *goal)
{
  GPtrArray *links = lamp_judging_list (self, "goal_links", "goal", goal);

  for (guint i = 0; i < links->len; i++)
    {
      const LampRow *other = lamp_judging_get (self, links->pdata[i], "supports");

      if (other != NULL && other != goal)
        return TRUE;
    }

  return FALSE;
}

/* Takes away an alignment that the goal can do without. */
static LampFix *
stop_supporting (LampJudging   *self,
                 const LampRow *goal)
{
  if (!may_let_go (self, goal) || (lamp_goal_get_rank (goal) > 0 && !has_other_alignment (self, goal)))
    return NULL;

  return lamp_fix_new (goal, "parent", NULL, g_strdup (_("Stop Supporting")));
}

/* Opens a ring of goals where one of them can do without what it supports, or has a goal above that is not in the ring. */
LampFix *
lamp_judging_open_ring (LampJudging   *self,
                        const LampRow *goal)
{
  LampFix *fix = stop_supporting (self, goal);

  return fix != NULL ? fix : lamp_judging_align_above (self, goal);
}

/* The level that a community's goals are usually of. */
static const char *
get_usual_level (LampJudging   *self,
                 const LampRow *goal)
{
  const LampRow *community = lamp_judging_get (self, goal, "community");

  if (community == NULL || lamp_row_is (goal, "level", "individual"))
    return NULL;
  if (lamp_row_is (community, "kind", "system") || lamp_row_is (community, "kind", "school"))
    return lamp_row_get_text (community, "kind");

  return "team";
}

static int
rank_of (const char *level)
{
  return g_str_equal (level, "system") ? 0 : g_str_equal (level, "school") ? 1 : 2;
}

static LampFix *
set_level (const LampRow *goal,
           const char    *level)
{
  const LampField *field = &goal->type->fields[lamp_record_type_find_field (goal->type, "level")];

  // Translators: what a button does; %s is a level of goals such as “School”
  return lamp_fix_new (goal, "level", level, g_strdup_printf (_("Set Level to “%s”"), lamp_field_get_choice_label (field, level)));
}

/* Lowered to its community's level it still stands under @parent, and above all that it stood above. */
static gboolean
may_be_lowered (LampJudging   *self,
                const LampRow *goal,
                const LampRow *parent,
                const char    *level)
{
  GPtrArray *children = lamp_judging_list (self, "goals", "parent", goal);

  if (level == NULL || rank_of (level) < lamp_goal_get_rank (parent))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      int rank = lamp_goal_get_rank (children->pdata[i]);

      if (rank >= lamp_goal_get_rank (goal) && rank < rank_of (level))
        return FALSE;
    }

  return TRUE;
}

/* Raised to its community's level it stands above @goal, and still under what it supports. */
static gboolean
may_be_raised (LampJudging   *self,
               const LampRow *parent,
               const LampRow *goal,
               const char    *level)
{
  const LampRow *above = lamp_judging_get (self, parent, "parent");

  return level != NULL && rank_of (level) <= lamp_goal_get_rank (goal)
         && (above == NULL || rank_of (level) >= lamp_goal_get_rank (above));
}

/* One of the two stands on a level that is not its community's: that is the mistake. Otherwise nobody but a person can
 * say which of them is wrong, and the alignment goes if that leaves nothing alone. */
LampFix *
lamp_judging_turn_upright (LampJudging   *self,
                           const LampRow *goal,
                           const LampRow *parent)
{
  const char *level = get_usual_level (self, goal);
  const char *other = get_usual_level (self, parent);
  LampFix *fix;

  if (may_be_lowered (self, goal, parent, level))
    return set_level (goal, level);
  if (may_be_raised (self, parent, goal, other))
    return set_level (parent, other);
  fix = lamp_judging_align_above (self, goal);

  return fix != NULL ? fix : stop_supporting (self, goal);
}
