/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-edits.h"

/* Goals that are new: where they belong, and what all edits of goals share. */

static const char * const levels[] = { "system", "school", "team", "individual" };

/**
 * lamp_goal_commit:
 * @board: a board
 * @edit: (transfer full): what is done
 * @notice: (nullable): what is told of it
 *
 * Does it. What comes next may build on what has just been done: the board's rows are new afterwards.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_commit (LampGoalBoard *board,
                  LampEdit      *edit,
                  const char    *notice)
{
  gboolean done = lamp_session_commit (lamp_goal_board_get_session (board), edit, notice);

  lamp_goal_board_refresh (board);

  return done;
}

/**
 * lamp_goal_next_position:
 * @board: a board
 * @above: (nullable): a goal, or %NULL for nothing
 *
 * Returns: where the next goal comes that supports @above
 */
gint64
lamp_goal_next_position (LampGoalBoard *board,
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

/* The level at which a community has its goals: its own. */
static int
get_rank_of_community (LampGoalBoard *board,
                       const char    *id)
{
  const LampRow *community = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "communities", id);

  if (community && lamp_row_is (community, "kind", "system"))
    return 0;
  if (community && lamp_row_is (community, "kind", "school"))
    return 1;

  return 2;
}

/* One level below what it supports, and not above its community. Where everything is shown, nobody has said whose goal
 * it is: a team's then, which may support any that is there. */
static const char *
choose_level (LampGoalBoard *board,
              const LampRow *above,
              const char    *community)
{
  gboolean is_first = lamp_snapshot_get (lamp_goal_board_get_snapshot (board), "goals")->len == 0;
  gboolean is_chosen = lamp_session_get_community (lamp_goal_board_get_session (board)) != NULL;
  int rank = is_chosen || is_first || above ? get_rank_of_community (board, community) : 2;

  return levels[CLAMP (above ? MAX (lamp_goal_get_rank (above) + 1, rank) : rank, 0, (int) G_N_ELEMENTS (levels) - 1)];
}

static LampRecord *
create (LampGoalBoard *board,
        const LampRow *above,
        const char    *community,
        const char    *level)
{
  LampStore *store = lamp_session_get_store (lamp_goal_board_get_session (board));
  LampRow *row = lamp_row_new (lamp_schema_find ("goals"));
  LampEdit *edit = lamp_edit_new (store, _("Add Goal"));
  g_autofree char *id = NULL;

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "title", _("New Goal"));
  lamp_row_set_text (row, "community", community);
  lamp_row_set_text (row, "level", level);
  lamp_row_set_text (row, "parent", above ? lamp_row_get_id (above) : NULL);
  lamp_row_set_integer (row, "position", lamp_goal_next_position (board, above));
  id = g_strdup (lamp_edit_insert (edit, row));

  return lamp_goal_commit (board, edit, NULL) ? lamp_store_find (store, "goals", id) : NULL;
}

/**
 * lamp_goal_create:
 * @board: a board
 * @above: (nullable): the goal that the new one supports
 *
 * Makes a goal of the chosen community or, where none is chosen, of that of @above or the topmost: one level below
 * @above, or at the level of its community; a team's where none is chosen and there are goals already.
 *
 * Returns: (transfer full) (nullable): the goal; %NULL when it could not be made, which has then been told
 */
LampRecord *
lamp_goal_create (LampGoalBoard *board,
                  const LampRow *above)
{
  LampSession *session = lamp_goal_board_get_session (board);
  g_autofree char *home = lamp_session_dup_home (session);

  if (above && !lamp_session_get_community (session))
    g_set_str (&home, lamp_row_get_text (above, "community"));
  if (!home)
    {
      lamp_session_notice (session, _("A goal belongs to a community: add a community first."), FALSE);
      return NULL;
    }

  return create (board, above, home, choose_level (board, above, home));
}

/**
 * lamp_goal_create_beside:
 * @board: a board
 * @goal: a goal
 *
 * Makes a goal that supports what @goal supports, at its level and in its community.
 *
 * Returns: (transfer full) (nullable): the goal; %NULL when it could not be made, which has then been told
 */
LampRecord *
lamp_goal_create_beside (LampGoalBoard *board,
                         const LampRow *goal)
{
  const LampRow *above = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals",
                                             lamp_row_get_text (goal, "parent"));

  return create (board, above, lamp_row_get_text (goal, "community"), lamp_row_get_text (goal, "level"));
}
