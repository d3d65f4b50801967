/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-csv-write.h"
#include "lamp-goal-plan.h"
#include "lamp-goal-report.h"

/* The outline as comma-separated values. The columns have the names of the fields, and the words are those of the
 * file, not a person's: it is for another program. */

static const char * const columns[] = { "id", "parent", "level", "title", "community", "owner", "due", "status",
                                        "progress", "measure", "unit", "baseline", "target", "also_supports", "checks",
                                        NULL };

static void
take (GPtrArray *cells,
      char      *text)
{
  g_ptr_array_add (cells, text != NULL ? text : g_strdup (""));
}

static void
add_text (GPtrArray          *cells,
          const LampPlanNode *node,
          const char         *field)
{
  take (cells, node->goal != NULL ? g_strdup (lamp_row_get_text (node->goal, field)) : NULL);
}

static void
add_number (GPtrArray          *cells,
            const LampPlanNode *node,
            const char         *field)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (node->goal != NULL && lamp_row_has (node->goal, field))
    take (cells, g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", lamp_row_get_real (node->goal, field))));
  else
    take (cells, NULL);
}

static void
add_progress (GPtrArray          *cells,
              LampGoalPlan       *plan,
              const LampPlanNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double fraction;

  if (node->goal != NULL && lamp_rollup_get_fraction (plan->rollup, lamp_row_get_id (node->goal), &fraction))
    take (cells, g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", fraction)));
  else
    take (cells, NULL);
}

/* The title of what a goal supports, unless that is nobody else's business. */
static char *
dup_parent_title (LampGoalPlan       *plan,
                  const LampPlanNode *node)
{
  return node->parent >= 0 ? lamp_goal_plan_dup_title (plan, lamp_goal_plan_get (plan, (guint) node->parent)) : NULL;
}

static char *
dup_also_supports (LampGoalPlan       *plan,
                   const LampPlanNode *node)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  GPtrArray *links;

  if (node->goal == NULL)
    return NULL;
  links = lamp_snapshot_find_by (plan->snapshot, "goal_links", "goal", lamp_row_get_id (node->goal));
  for (guint i = 0; i < links->len; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (plan->places, lamp_row_get_text (links->pdata[i], "supports")));

      if (place > 0)
        g_ptr_array_add (titles, (gpointer) lamp_row_get_title (lamp_goal_plan_get (plan, place - 1)->goal));
    }
  g_ptr_array_add (titles, NULL);

  return g_strjoinv ("; ", (char **) titles->pdata);
}

static const char *
get_level (const LampPlanNode *node)
{
  return node->goal != NULL ? lamp_row_get_text (node->goal, "level") : "individual";
}

static void
append_goal (GString                 *out,
             LampGoalPlan            *plan,
             const LampPlanNode      *node,
             const LampReportOptions *options)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  gboolean with_people = options == NULL || !options->without_people;

  take (cells, node->goal != NULL ? g_strdup (lamp_row_get_id (node->goal)) : NULL);
  take (cells, dup_parent_title (plan, node));
  take (cells, g_strdup (get_level (node)));
  take (cells, lamp_goal_plan_dup_title (plan, node));
  take (cells, g_strdup (lamp_goal_plan_get_name (plan, node, "community")));
  take (cells, with_people ? g_strdup (lamp_goal_plan_get_name (plan, node, "owner")) : NULL);
  add_text (cells, node, "due");
  add_text (cells, node, "status");
  add_progress (cells, plan, node);
  add_text (cells, node, "measure");
  add_text (cells, node, "unit");
  add_number (cells, node, "baseline");
  add_number (cells, node, "target");
  take (cells, dup_also_supports (plan, node));
  take (cells, g_strdup (lamp_goal_plan_get_codes (plan, node)));
  g_ptr_array_add (cells, NULL);
  lamp_csv_append_row (out, (const char * const *) cells->pdata);
}

/**
 * lamp_goal_report_csv:
 * @snapshot: all that the file knows
 * @community: (nullable): the identifier of a community, or %NULL for all
 * @options: (nullable): what stays here
 * @today: the day by which the rules are judged
 * @error: where to put an error of [error@Error]
 *
 * Returns: (transfer full) (nullable): the goals as comma-separated values for a spreadsheet, in which no cell starts
 *   a formula; %NULL if there is no such community
 */
char *
lamp_goal_report_csv (LampSnapshot             *snapshot,
                      const char               *community,
                      const LampReportOptions  *options,
                      const char               *today,
                      GError                  **error)
{
  g_autoptr (LampGoalPlan) plan = lamp_goal_plan_new (snapshot, community, today, error);
  g_autoptr (GString) out = g_string_new (LAMP_CSV_MARK);

  if (plan == NULL)
    return NULL;
  lamp_csv_append_row (out, columns);
  for (guint i = 0; i < plan->nodes->len; i++)
    append_goal (out, plan, lamp_goal_plan_get (plan, i), options);

  return g_string_free_and_steal (g_steal_pointer (&out));
}
