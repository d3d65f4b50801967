/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-findings.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"

/* Sorts after whatever a title sorts as. */
#define ORDER_LAST "2"

static LampRecord *
find_record (LampGoalBoard *board,
             const char    *type,
             const char    *id)
{
  return id != NULL ? lamp_store_find (lamp_session_get_store (lamp_goal_board_get_session (board)), type, id) : NULL;
}

static char *
dup_reference (LampRecord *record,
               const char *field)
{
  if (record == NULL || lamp_record_type_find_field (lamp_record_get_record_type (record), field) < 0)
    return NULL;

  return g_strdup (lamp_record_get_text (record, field));
}

/**
 * lamp_goal_findings_dup_goal:
 * @board: a board
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): the identifier of the goal that it is about, itself or by a strategy, a support, a
 *   measurement or evidence
 */
char *
lamp_goal_findings_dup_goal (LampGoalBoard     *board,
                             const LampFinding *finding)
{
  g_autoptr (LampRecord) record = NULL;

  if (finding->type == NULL)
    return NULL;
  if (g_str_equal (finding->type->name, "goals"))
    return g_strdup (finding->id);
  record = find_record (board, finding->type->name, finding->id);

  return dup_reference (record, "goal");
}

static const LampRow *
find_goal (LampGoalBoard     *board,
           const LampFinding *finding)
{
  g_autofree char *goal = lamp_goal_findings_dup_goal (board, finding);

  return lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals", goal);
}

static void
add_below (LampSnapshot  *snapshot,
           GHashTable    *line,
           const LampRow *goal)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, (gpointer) goal);
  while (waiting->len > 0)
    {
      const LampRow *next = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);
      GPtrArray *children = lamp_snapshot_find_by (snapshot, "goals", "parent", lamp_row_get_id (next));

      for (guint i = 0; i < children->len; i++)
        if (g_hash_table_add (line, g_strdup (lamp_row_get_id (children->pdata[i]))))
          g_ptr_array_add (waiting, children->pdata[i]);
    }
}

/**
 * lamp_goal_findings_new_line:
 * @board: a board
 * @goal: a goal of its snapshot
 *
 * Returns: (transfer full): the identifiers of the goal, of all that it supports and of all that supports it
 */
GHashTable *
lamp_goal_findings_new_line (LampGoalBoard *board,
                             const LampRow *goal)
{
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);
  GHashTable *line = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) above = lamp_alignment_get_line (snapshot, lamp_row_get_id (goal));

  add_below (snapshot, line, goal);
  for (guint i = 0; i < above->len; i++)
    g_hash_table_add (line, g_strdup (lamp_row_get_id (above->pdata[i])));

  return line;
}

/* By its words, and those that share them by their identifiers. */
static char *
dup_order (const char *title,
           const char *id)
{
  g_autofree char *key = g_utf8_collate_key (title, -1);

  return g_strdup_printf ("1%s %s", key, id);
}

static char *
by_goal (const LampFinding  *finding,
         gpointer            data,
         char              **order)
{
  LampGoalBoard *board = data;
  const LampRow *goal = find_goal (board, finding);
  g_autofree char *title = NULL;

  if (goal == NULL)
    {
      *order = g_strdup (ORDER_LAST);
      return g_strdup (_("About More Than One Goal"));
    }
  title = lamp_goal_dup_public_title (lamp_goal_board_get_snapshot (board), goal);
  *order = dup_order (title, lamp_row_get_id (goal));

  return g_steal_pointer (&title);
}

static char *
by_level (const LampFinding  *finding,
          gpointer            data,
          char              **order)
{
  const LampRow *goal = find_goal (data, finding);

  if (goal == NULL)
    {
      *order = g_strdup (ORDER_LAST);
      return g_strdup (_("About More Than One Goal"));
    }
  *order = g_strdup_printf ("1%d", lamp_goal_get_rank (goal));

  return g_strdup (lamp_goal_get_level_label (goal));
}

/* A support may belong to a policy instead of a goal, and the policy to a community. */
static char *
dup_community (LampGoalBoard     *board,
               const LampFinding *finding)
{
  const LampRow *goal = find_goal (board, finding);
  g_autoptr (LampRecord) record = NULL;
  g_autoptr (LampRecord) policy = NULL;
  g_autofree char *policy_id = NULL;

  if (goal != NULL)
    return g_strdup (lamp_row_get_text (goal, "community"));
  if (finding->type == NULL || g_str_equal (finding->type->name, "communities"))
    return g_strdup (finding->id);
  record = find_record (board, finding->type->name, finding->id);
  policy_id = dup_reference (record, "policy");
  policy = find_record (board, "policies", policy_id);

  return dup_reference (policy != NULL ? policy : record, "community");
}

static char *
by_community (const LampFinding  *finding,
              gpointer            data,
              char              **order)
{
  LampGoalBoard *board = data;
  g_autofree char *id = dup_community (board, finding);
  const LampRow *community = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "communities", id);

  if (community == NULL)
    {
      *order = g_strdup (ORDER_LAST);
      return g_strdup (_("The Whole File"));
    }
  *order = dup_order (lamp_row_get_title (community), id);

  return g_strdup (lamp_row_get_title (community));
}

/**
 * lamp_goal_findings_get_heading:
 * @grouping: "check", "goal", "community" or "level"
 *
 * Returns: (nullable): what groups findings so, given the board; %NULL for their checks
 */
LampFindingHeading
lamp_goal_findings_get_heading (const char *grouping)
{
  if (g_str_equal (grouping, "goal"))
    return by_goal;
  if (g_str_equal (grouping, "community"))
    return by_community;

  return g_str_equal (grouping, "level") ? by_level : NULL;
}
