/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-edits.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"

/* What a person does to goals, each in one step that Undo takes back. */

static const char * const levels[] = { "system", "school", "team", "individual" };

/* What comes next may build on what has just been done. The board's rows are new afterwards. */
static gboolean
commit (LampGoalBoard *board,
        LampEdit      *edit,
        const char    *notice)
{
  gboolean done = lamp_session_commit (lamp_goal_board_get_session (board), edit, notice);

  lamp_goal_board_refresh (board);

  return done;
}

/* The goals that stand in one row with @goal, in their order: those that support the same one or, when it supports
 * none, those of its level that support none. */
static GPtrArray *
list_siblings (LampGoalBoard *board,
               const LampRow *goal)
{
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);
  LampGoalOutline *outline = lamp_goal_board_get_outline (board);
  const char *parent = lamp_row_get_text (goal, "parent");
  GPtrArray *siblings;

  if (parent)
    return lamp_snapshot_list_by (snapshot, "goals", "parent", parent);

  siblings = g_ptr_array_new ();
  for (guint i = 0; i < outline->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (outline->nodes, LampOutlineNode, i);

      if (node->parent < 0 && node->goal && lamp_goal_get_rank (node->goal) == lamp_goal_get_rank (goal))
        g_ptr_array_add (siblings, (gpointer) node->goal);
    }

  return siblings;
}

static gint64
next_position (LampGoalBoard *board,
               const LampRow *above)
{
  GPtrArray *rows = above ? lamp_snapshot_find_by (lamp_goal_board_get_snapshot (board), "goals", "parent",
                                                   lamp_row_get_id (above))
                          : lamp_snapshot_get (lamp_goal_board_get_snapshot (board), "goals");
  gint64 next = 0;

  for (guint i = 0; i < rows->len; i++)
    if (above || !lamp_row_has (rows->pdata[i], "parent"))
      next = MAX (next, lamp_row_get_integer (rows->pdata[i], "position") + 1);

  return MIN (next, G_MAXINT32);
}

/* A new goal stands one level below the one it supports, or is a team's. */
static const char *
choose_level (LampGoalBoard *board,
              const LampRow *above)
{
  if (above)
    return levels[MIN (lamp_goal_get_rank (above) + 1, (int) G_N_ELEMENTS (levels) - 1)];

  return lamp_snapshot_get (lamp_goal_board_get_snapshot (board), "goals")->len == 0 ? "system" : "team";
}

/**
 * lamp_goal_create:
 * @board: a board
 * @above: (nullable): the goal that the new one supports
 *
 * Makes a goal one level below @above. Without it, it is a team's goal that aligns with nothing yet, or the first goal
 * of all, which is the system's.
 *
 * Returns: (transfer full) (nullable): the goal; %NULL when it could not be made, which has then been told
 */
LampRecord *
lamp_goal_create (LampGoalBoard *board,
                  const LampRow *above)
{
  LampSession *session = lamp_goal_board_get_session (board);
  LampStore *store = lamp_session_get_store (session);
  g_autofree char *home = lamp_session_dup_home (session);
  LampEdit *edit;
  LampRow *row;
  g_autofree char *id = NULL;

  if (above && !lamp_session_get_community (session))
    g_set_str (&home, lamp_row_get_text (above, "community"));
  if (!home)
    {
      lamp_session_notice (session, _("A goal belongs to a community: add a community first."), FALSE);
      return NULL;
    }

  row = lamp_row_new (lamp_schema_find ("goals"));
  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "title", _("New Goal"));
  lamp_row_set_text (row, "community", home);
  lamp_row_set_text (row, "level", choose_level (board, above));
  lamp_row_set_text (row, "parent", above ? lamp_row_get_id (above) : NULL);
  lamp_row_set_integer (row, "position", next_position (board, above));
  edit = lamp_edit_new (store, _("Add Goal"));
  id = g_strdup (lamp_edit_insert (edit, row));

  return commit (board, edit, NULL) ? lamp_store_find (store, "goals", id) : NULL;
}

/**
 * lamp_goal_align:
 * @board: a board
 * @goal: a goal
 * @above: (nullable): what it shall support, or %NULL for nothing
 *
 * Aligns a goal, if that may be. What is in the way is told.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_align (LampGoalBoard *board,
                 LampRecord    *goal,
                 const LampRow *above)
{
  LampSession *session = lamp_goal_board_get_session (board);
  g_autofree char *reason = NULL;
  g_autofree char *notice = NULL;
  const char *id = above ? lamp_row_get_id (above) : NULL;
  LampEdit *edit;

  if (g_strcmp0 (id, lamp_record_get_text (goal, "parent")) == 0)
    return TRUE;
  if (!lamp_alignment_allows (lamp_goal_board_get_snapshot (board), lamp_record_get_id (goal), id, &reason))
    {
      lamp_session_notice (session, reason, FALSE);
      return FALSE;
    }

  notice = above ? g_strdup_printf (_("Now supports “%s”"), lamp_row_get_title (above))
                 : g_strdup (_("Now aligns with nothing"));
  edit = lamp_edit_new (lamp_session_get_store (session), above ? _("Align Goal") : _("Remove Alignment"));
  lamp_edit_set_text (edit, goal, "parent", id);
  lamp_edit_set_integer (edit, goal, "position", next_position (board, above));

  return commit (board, edit, notice);
}

/**
 * lamp_goal_can_move:
 * @board: a board
 * @goal: a goal
 * @by: -1 to move it up, 1 to move it down
 *
 * Returns: whether there is a sibling to change places with
 */
gboolean
lamp_goal_can_move (LampGoalBoard *board,
                    const LampRow *goal,
                    int            by)
{
  g_autoptr (GPtrArray) siblings = list_siblings (board, goal);
  guint place;

  if (!g_ptr_array_find (siblings, goal, &place))
    return FALSE;

  return by < 0 ? place > 0 : place + 1 < siblings->len;
}

/**
 * lamp_goal_move:
 * @board: a board
 * @goal: a goal
 * @by: -1 to move it up, 1 to move it down
 *
 * Changes places with the sibling before or after it. Positions that were the same, as in a file made elsewhere, are
 * told apart on the way.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_move (LampGoalBoard *board,
                const LampRow *goal,
                int            by)
{
  LampSession *session = lamp_goal_board_get_session (board);
  g_autoptr (GPtrArray) siblings = list_siblings (board, goal);
  LampEdit *edit;
  guint place;

  if (!lamp_goal_can_move (board, goal, by) || !g_ptr_array_find (siblings, goal, &place))
    return FALSE;

  siblings->pdata[place] = siblings->pdata[place + by];
  siblings->pdata[place + by] = (gpointer) goal;
  edit = lamp_edit_new (lamp_session_get_store (session), by < 0 ? _("Move Goal Up") : _("Move Goal Down"));
  for (guint i = 0; i < siblings->len; i++)
    {
      g_autoptr (LampRecord) record = lamp_goal_board_dup_record (board, siblings->pdata[i]);

      if (record && (lamp_record_get_integer (record, "position") != i || !lamp_record_has (record, "position")))
        lamp_edit_set_integer (edit, record, "position", i);
    }

  return commit (board, edit, NULL);
}
