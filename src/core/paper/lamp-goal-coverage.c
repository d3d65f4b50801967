/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-coverage.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"

/* Which community works on which of the goals that are meant for all: those of the school system and of the schools
 * (practice S21, S25). A goal counts for all that it supports, directly or through others. */

/* More columns than these are too narrow to read: the table goes on below. */
#define COLUMNS_AT_ONCE 8

typedef struct
{
  LampGoalPlan *plan;
  GPtrArray *goals;       /* of LampRow: the rows of the table */
  GPtrArray *communities; /* of LampRow: its columns */
  GHashTable *counts;     /* of guint64 keys made of both places */
} Coverage;

static gboolean
is_common (const LampRow *goal)
{
  return lamp_goal_get_rank (goal) <= 1 && !lamp_goal_is_private (goal);
}

static gint64
make_key (guint goal,
          guint community)
{
  return ((gint64) goal << 32) | community;
}

static guint
get_count (Coverage *self,
           guint     goal,
           guint     community)
{
  gint64 key = make_key (goal, community);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &key));
}

static void
count (Coverage *self,
       guint     goal,
       guint     community)
{
  gint64 key = make_key (goal, community);

  g_hash_table_insert (self->counts, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (get_count (self, goal, community) + 1));
}

static void
add_above (Coverage      *self,
           const LampRow *goal,
           const LampRow *above,
           GHashTable    *seen,
           GPtrArray     *ways)
{
  if (above != NULL && above != goal && g_hash_table_add (seen, (gpointer) above))
    g_ptr_array_add (ways, (gpointer) above);
}

/* Walks from a goal to all that it supports, by either kind of line, and counts it where that is a row. */
static void
count_upwards (Coverage      *self,
               const LampRow *goal,
               guint          community,
               GHashTable    *rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) ways = g_ptr_array_new ();

  g_ptr_array_add (ways, (gpointer) goal);
  for (guint i = 0; i < ways->len; i++)
    {
      const LampRow *at = ways->pdata[i];
      GPtrArray *links = lamp_snapshot_find_by (self->plan->snapshot, "goal_links", "goal", lamp_row_get_id (at));
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, at));

      if (row > 0)
        count (self, row - 1, community);
      add_above (self, goal, lamp_snapshot_find (self->plan->snapshot, "goals", lamp_row_get_text (at, "parent")), seen,
                 ways);
      for (guint j = 0; j < links->len; j++)
        add_above (self, goal, lamp_snapshot_find (self->plan->snapshot, "goals",
                                                   lamp_row_get_text (links->pdata[j], "supports")), seen, ways);
    }
}

static void
count_all (Coverage *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *goals = lamp_snapshot_get (self->plan->snapshot, "goals");

  for (guint i = 0; i < self->goals->len; i++)
    g_hash_table_insert (rows, self->goals->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->communities->len; i++)
    g_hash_table_insert (columns, (gpointer) lamp_row_get_id (self->communities->pdata[i]), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < goals->len; i++)
    {
      const char *community = lamp_row_get_text (goals->pdata[i], "community");
      guint column = community != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (columns, community)) : 0;

      if (column > 0)
        count_upwards (self, goals->pdata[i], column - 1, rows);
    }
}

static void
choose_rows_and_columns (Coverage *self)
{
  GPtrArray *communities = lamp_snapshot_get (self->plan->snapshot, "communities");

  for (guint i = 0; i < self->plan->nodes->len; i++)
    {
      const LampPlanNode *node = lamp_goal_plan_get (self->plan, i);

      if (node->goal != NULL && is_common (node->goal))
        g_ptr_array_add (self->goals, (gpointer) node->goal);
    }
  for (guint i = 0; i < communities->len; i++)
    if (self->plan->communities == NULL
        || g_hash_table_contains (self->plan->communities, lamp_row_get_id (communities->pdata[i])))
      g_ptr_array_add (self->communities, communities->pdata[i]);
}

static void
append_row (LampDocument *document,
            LampBlockKind kind,
            GPtrArray    *cells)
{
  g_ptr_array_add (cells, NULL);
  lamp_document_add_cells (document, kind, (const char * const *) cells->pdata);
}

static void
write_head (Coverage     *self,
            LampDocument *document,
            guint         first,
            guint         end)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, (gpointer) C_("report", "Goal"));
  for (guint i = first; i < end; i++)
    g_ptr_array_add (cells, (gpointer) lamp_row_get_title (self->communities->pdata[i]));
  append_row (document, LAMP_BLOCK_COLUMNS, cells);
}

static void
write_goal (Coverage     *self,
            LampDocument *document,
            guint         goal,
            guint         first,
            guint         end)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (lamp_row_get_title (self->goals->pdata[goal])));
  for (guint i = first; i < end; i++)
    {
      guint n = get_count (self, goal, i);

      g_ptr_array_add (cells, n > 0 ? g_strdup_printf ("%u", n) : g_strdup (""));
    }
  append_row (document, LAMP_BLOCK_ROW, cells);
}

static gboolean
is_idle (Coverage *self,
         guint     community)
{
  for (guint i = 0; i < self->goals->len; i++)
    if (get_count (self, i, community) > 0)
      return FALSE;

  return TRUE;
}

/* A community that works on none of them is what the table is looked at for. */
static void
write_idle (Coverage     *self,
            LampDocument *document)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->communities->len; i++)
    if (is_idle (self, i))
      g_ptr_array_add (names, (gpointer) lamp_row_get_title (self->communities->pdata[i]));
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (C_("report", ", "), (char **) names->pdata);
  lamp_document_add_fact (document, _("Support none of these goals"), list);
}

/**
 * lamp_goal_coverage_write:
 * @plan: a plan
 * @document: where to write
 *
 * Writes how many goals of each community support each goal of the school system and of the schools.
 */
void
lamp_goal_coverage_write (LampGoalPlan *plan,
                          LampDocument *document)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GPtrArray) communities = g_ptr_array_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Coverage self = { plan, goals, communities, counts };

  choose_rows_and_columns (&self);
  lamp_document_add_heading (document, 2, _("Who works on which goal"));
  if (goals->len == 0 || communities->len == 0)
    {
      lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, _("There is no goal of a school or of the school system."), NULL);
      return;
    }
  count_all (&self);
  lamp_document_add (document, LAMP_BLOCK_PARAGRAPH,
                     _("How many goals of each community support it, directly or through others; its own are counted, too."),
                     NULL);
  for (guint first = 0; first < communities->len; first += COLUMNS_AT_ONCE)
    {
      guint end = MIN (first + COLUMNS_AT_ONCE, communities->len);

      write_head (&self, document, first, end);
      for (guint i = 0; i < goals->len; i++)
        write_goal (&self, document, i, first, end);
    }
  write_idle (&self, document);
}
