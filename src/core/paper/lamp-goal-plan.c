/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-plan.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-error.h"
#include "lamp-goal-outline.h"
#include "lamp-tree-layout.h"

/* A community is part of another when that is met on the way up from it; a chain that comes back ends. */
static gboolean
is_part_of (LampSnapshot *snapshot,
            const char   *community,
            const char   *whole)
{
  guint n = lamp_snapshot_get (snapshot, "communities")->len;

  for (guint steps = 0; community != NULL && steps <= n; steps++)
    {
      const LampRow *row = lamp_snapshot_find (snapshot, "communities", community);

      if (g_str_equal (community, whole))
        return TRUE;
      community = row != NULL ? lamp_row_get_text (row, "parent") : NULL;
    }

  return FALSE;
}

static GHashTable *
collect_communities (LampSnapshot *snapshot,
                     const char   *whole)
{
  GHashTable *communities = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rows = lamp_snapshot_get (snapshot, "communities");

  for (guint i = 0; i < rows->len; i++)
    if (is_part_of (snapshot, lamp_row_get_id (rows->pdata[i]), whole))
      g_hash_table_add (communities, (gpointer) lamp_row_get_id (rows->pdata[i]));

  return communities;
}

static gboolean
is_of_communities (const LampRow *row,
                   gpointer       data)
{
  const char *community = lamp_row_get_text (row, "community");

  return community != NULL && g_hash_table_contains (data, community);
}

static void
add_node (LampGoalPlan *self,
          LampPlanNode  node)
{
  node.depth = node.parent >= 0 ? lamp_goal_plan_get (self, (guint) node.parent)->depth + 1 : 0;
  g_array_append_val (self->nodes, node);
  if (node.goal != NULL)
    g_hash_table_insert (self->places, (gpointer) lamp_row_get_id (node.goal), GUINT_TO_POINTER (self->nodes->len));
}

/* The tree, then what is in the tray beside it and not in the tree. */
static void
add_nodes (LampGoalPlan    *self,
           LampGoalOutline *outline)
{
  for (guint i = 0; i < outline->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (outline->nodes, LampOutlineNode, i);

      add_node (self, (LampPlanNode) { .goal = node->goal, .n_private = node->privates != NULL ? node->privates->len : 0,
                                       .parent = node->parent, .level = node->level, .is_context = node->is_context,
                                       .is_unaligned = node->is_unaligned });
    }
  for (guint i = 0; i < outline->tray->len; i++)
    if (!g_hash_table_contains (self->places, lamp_row_get_id (outline->tray->pdata[i])))
      add_node (self, (LampPlanNode) { .goal = outline->tray->pdata[i], .parent = -1, .is_unaligned = TRUE,
                                       .level = (guint) lamp_goal_get_rank (outline->tray->pdata[i]) });
  if (outline->private_tray->len > 0)
    add_node (self, (LampPlanNode) { .n_private = outline->private_tray->len, .parent = -1, .is_unaligned = TRUE,
                                     .level = LAMP_TREE_LEVELS - 1 });
}

/* The goal that a finding is about, or that what it is about belongs to. */
static const LampRow *
find_goal (LampGoalPlan      *self,
           const LampFinding *finding)
{
  const LampRow *row;

  if (finding->type == NULL || finding->id == NULL)
    return NULL;
  row = lamp_snapshot_find (self->snapshot, finding->type->name, finding->id);
  if (row == NULL || g_str_equal (finding->type->name, "goals"))
    return row;
  if (lamp_record_type_find_field (finding->type, "goal") < 0)
    return NULL;

  return lamp_snapshot_find (self->snapshot, "goals", lamp_row_get_text (row, "goal"));
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static void
note_code (LampGoalPlan  *self,
           const LampRow *goal,
           const char    *code)
{
  GString *codes = g_hash_table_lookup (self->codes, goal);

  if (codes != NULL)
    g_string_append_printf (codes, " %s", code);
  else
    g_hash_table_insert (self->codes, (gpointer) goal, g_string_new (code));
}

static void
choose_findings (LampGoalPlan *self)
{
  GPtrArray *all = self->all_findings;

  self->codes = g_hash_table_new_full (NULL, NULL, NULL, free_string);
  self->findings = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      LampFinding *finding = all->pdata[i];
      const LampRow *goal = find_goal (self, finding);

      if (goal == NULL || (self->communities != NULL && !is_of_communities (goal, self->communities)))
        continue;
      if (lamp_goal_is_private (goal))
        {
          self->n_hidden++;
          continue;
        }
      if (finding->silence != NULL)
        {
          self->n_set_aside++;
          continue;
        }
      note_code (self, goal, finding->check->code);
      g_ptr_array_add (self->findings, finding);
    }
}

/**
 * lamp_goal_plan_new:
 * @snapshot: all that the file knows; it must stay as long as the plan
 * @community: (nullable): the identifier of a community, or %NULL for all
 * @today: the day by which the rules are judged
 * @error: where to put an error of [error@Error]
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if there is no such community
 */
LampGoalPlan *
lamp_goal_plan_new (LampSnapshot  *snapshot,
                    const char    *community,
                    const char    *today,
                    GError       **error)
{
  const LampRow *row = community != NULL ? lamp_snapshot_find (snapshot, "communities", community) : NULL;
  g_autoptr (LampGoalOutline) outline = NULL;
  LampGoalPlan *self;

  if (community != NULL && row == NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no community with the identifier “%s”."),
                   community);
      return NULL;
    }
  self = g_new0 (LampGoalPlan, 1);
  self->snapshot = g_object_ref (snapshot);
  self->community = row;
  self->communities = community != NULL ? collect_communities (snapshot, community) : NULL;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (LampPlanNode));
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->rollup = lamp_rollup_new (snapshot);
  outline = lamp_goal_outline_new (snapshot, self->communities != NULL ? is_of_communities : NULL, self->communities);
  add_nodes (self, outline);
  self->all_findings = lamp_checks_run (snapshot, today, self->figures);
  choose_findings (self);

  return self;
}

/**
 * lamp_goal_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
lamp_goal_plan_free (LampGoalPlan *self)
{
  g_clear_pointer (&self->communities, g_hash_table_unref);
  g_array_unref (self->nodes);
  g_hash_table_unref (self->places);
  lamp_rollup_unref (self->rollup);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->all_findings);
  g_hash_table_unref (self->codes);
  g_object_unref (self->snapshot);
  g_free (self);
}

/**
 * lamp_goal_plan_get:
 * @self: a plan
 * @place: the place of a node
 *
 * Returns: (transfer none): the node
 */
const LampPlanNode *
lamp_goal_plan_get (LampGoalPlan *self,
                    guint         place)
{
  return &g_array_index (self->nodes, LampPlanNode, place);
}

/**
 * lamp_goal_plan_dup_title:
 * @self: a plan
 * @node: a node
 *
 * Returns: (transfer full): the title of its goal, or how many private ones it stands for
 */
char *
lamp_goal_plan_dup_title (LampGoalPlan       *self,
                          const LampPlanNode *node)
{
  if (node->goal != NULL)
    return g_strdup (lamp_row_get_title (node->goal));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u individual goal", "%u individual goals", node->n_private),
                          node->n_private);
}

/**
 * lamp_goal_plan_get_name:
 * @self: a plan
 * @node: a node
 * @field: "owner", "community" or "parent"
 *
 * Returns: (transfer none) (nullable): the name of what the goal refers to there
 */
const char *
lamp_goal_plan_get_name (LampGoalPlan       *self,
                         const LampPlanNode *node,
                         const char         *field)
{
  const LampRow *target;
  int index;

  if (node->goal == NULL || !lamp_row_has (node->goal, field))
    return NULL;
  index = lamp_record_type_find_field (node->goal->type, field);
  target = lamp_snapshot_find (self->snapshot, node->goal->type->fields[index].target,
                               lamp_row_get_text (node->goal, field));

  return target != NULL ? lamp_row_get_title (target) : NULL;
}

/**
 * lamp_goal_plan_get_label:
 * @node: a node
 * @field: the name of a field of choices
 *
 * Returns: (transfer none) (nullable): the word for what is chosen
 */
const char *
lamp_goal_plan_get_label (const LampPlanNode *node,
                          const char         *field)
{
  const char *word = node->goal != NULL ? lamp_row_get_text (node->goal, field) : NULL;
  int index;

  if (word == NULL)
    return NULL;
  index = lamp_record_type_find_field (node->goal->type, field);

  return lamp_field_get_choice_label (&node->goal->type->fields[index], word);
}

/**
 * lamp_goal_plan_get_level_label:
 * @level: 0 for the school system to 3 for an individual
 *
 * Returns: (transfer none): the word for it
 */
const char *
lamp_goal_plan_get_level_label (guint level)
{
  static const char * const levels[LAMP_TREE_LEVELS] = { "system", "school", "team", "individual" };
  const LampRecordType *goals = lamp_schema_find ("goals");

  return lamp_field_get_choice_label (&goals->fields[lamp_record_type_find_field (goals, "level")],
                                      levels[MIN (level, LAMP_TREE_LEVELS - 1)]);
}

/**
 * lamp_goal_plan_dup_percent:
 * @self: a plan
 * @node: a node
 *
 * Returns: (transfer full) (nullable): how far the goal has come, such as "45 %"; %NULL when nothing says
 */
char *
lamp_goal_plan_dup_percent (LampGoalPlan       *self,
                            const LampPlanNode *node)
{
  double fraction;

  if (node->goal == NULL || !lamp_rollup_get_fraction (self->rollup, lamp_row_get_id (node->goal), &fraction))
    return NULL;

  // Translators: how far a goal has come; the two percent signs are one in print
  return g_strdup_printf (C_("report", "%d %%"), lamp_rollup_to_percent (fraction));
}

/**
 * lamp_goal_plan_get_codes:
 * @self: a plan
 * @node: a node
 *
 * Returns: (transfer none): the codes of the rules that the goal does not keep, with spaces between them
 */
const char *
lamp_goal_plan_get_codes (LampGoalPlan       *self,
                          const LampPlanNode *node)
{
  GString *codes = node->goal != NULL ? g_hash_table_lookup (self->codes, node->goal) : NULL;

  return codes != NULL ? codes->str : "";
}
