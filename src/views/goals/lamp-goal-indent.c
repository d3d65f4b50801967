/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-indent.h"

#include <glib/gi18n-lib.h>

#include "lamp-goal-edits.h"

/* Further in is one goal further down its line: what an outliner calls indenting is an alignment here. */

static void
tell (LampGoalBoard *board,
      char          *message)
{
  lamp_session_notice (lamp_goal_board_get_session (board), message, FALSE);
  g_free (message);
}

/* The sibling above, in the order that is seen. */
static LampGoalEntry *
find_above (LampGoalLines *lines,
            LampGoalEntry *entry)
{
  guint place = lamp_goal_lines_get_place (lines, entry);

  while (place != GTK_INVALID_LIST_POSITION && place > 0)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (lamp_goal_lines_get_rows (lines), --place);
      LampGoalEntry *above = lamp_goal_lines_get_entry (row);

      if (above == lamp_goal_entry_get_parent (entry))
        return NULL;
      if (lamp_goal_entry_get_parent (above) == lamp_goal_entry_get_parent (entry) && lamp_goal_entry_get_goal (above))
        return above;
    }

  return NULL;
}

/**
 * lamp_goal_indent:
 * @board: a board
 * @lines: its lines
 * @entry: a line with a goal
 *
 * Aligns a goal with the one that stands above it. What is against it is told.
 */
void
lamp_goal_indent (LampGoalBoard *board,
                  LampGoalLines *lines,
                  LampGoalEntry *entry)
{
  LampGoalEntry *above = find_above (lines, entry);

  if (above)
    lamp_goal_place (board, lamp_goal_entry_get_goal (entry), lamp_goal_entry_get_goal (above), NULL);
  else
    tell (board, g_strdup_printf (_("No goal stands above “%s” that it could support."),
                                  lamp_row_get_title (lamp_goal_entry_get_goal (entry))));
}

/* The goal after @goal, of those that support the same one. */
static const LampRow *
find_after (LampGoalBoard *board,
            const LampRow *goal)
{
  g_autoptr (GPtrArray) siblings = lamp_snapshot_list_by (lamp_goal_board_get_snapshot (board), "goals", "parent",
                                                          lamp_row_get_text (goal, "parent"));
  guint place;

  return g_ptr_array_find (siblings, goal, &place) && place + 1 < siblings->len ? siblings->pdata[place + 1] : NULL;
}

/**
 * lamp_goal_outdent:
 * @board: a board
 * @goal: one of its goals
 *
 * Aligns a goal with what the one that it supports supports, and puts it after that one; with nothing when there is
 * nothing further up. What is against it is told.
 */
void
lamp_goal_outdent (LampGoalBoard *board,
                   const LampRow *goal)
{
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);
  const LampRow *above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (goal, "parent"));
  const LampRow *next = above ? lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (above, "parent")) : NULL;
  g_autoptr (LampRecord) record = lamp_goal_board_dup_record (board, goal);

  if (!above)
    tell (board, g_strdup_printf (_("“%s” supports no other goal: it cannot go further out."),
                                  lamp_row_get_title (goal)));
  else if (next)
    lamp_goal_place (board, goal, next, find_after (board, above));
  else if (record)
    lamp_goal_align (board, record, NULL);
}
