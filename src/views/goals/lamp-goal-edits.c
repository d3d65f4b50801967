/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-edits.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-change.h"

/* What a person does to goals, each in one step that Undo takes back. */

/* Sets only what differs from what the board knows: the rest of a record may have changed meanwhile. */
static void
edit_row (LampEdit      *edit,
          LampGoalBoard *board,
          const LampRow *row)
{
  static const char * const texts[] = { "community", "level", "parent" };
  static const char * const numbers[] = { "position", "private" };
  const LampRow *before = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals", lamp_row_get_id (row));
  g_autoptr (LampRecord) record = lamp_goal_board_dup_record (board, row);

  if (!record || !before)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (lamp_row_get_text (row, texts[i]), lamp_row_get_text (before, texts[i])) != 0)
      lamp_edit_set_text (edit, record, texts[i], lamp_row_get_text (row, texts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!lamp_value_equal (lamp_row_get (row, numbers[i]), lamp_row_get (before, numbers[i])))
      lamp_edit_set_integer (edit, record, numbers[i], lamp_row_get_integer (row, numbers[i]));
}

static gboolean
carry_out (LampGoalBoard  *board,
           LampGoalChange *change,
           const char     *label,
           const char     *notice)
{
  LampStore *store = lamp_session_get_store (lamp_goal_board_get_session (board));
  LampEdit *edit = lamp_edit_new (store, label);

  for (guint i = 0; i < change->added->len; i++)
    lamp_edit_insert (edit, lamp_row_copy (change->added->pdata[i]));
  for (guint i = 0; i < change->written->len; i++)
    edit_row (edit, board, change->written->pdata[i]);
  for (guint i = 0; i < change->deleted->len; i++)
    {
      const LampRow *row = change->deleted->pdata[i];
      g_autoptr (LampRecord) record = lamp_store_find (store, row->type->name, lamp_row_get_id (row));

      if (record)
        lamp_edit_delete (edit, record);
    }

  return lamp_goal_commit (board, edit, notice);
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

static gboolean
may_support (LampGoalBoard *board,
             const LampRow *goal,
             const LampRow *above,
             LampSupport    support)
{
  g_autofree char *reason = NULL;

  if (lamp_alignment_judge (lamp_goal_board_get_snapshot (board), lamp_row_get_id (goal),
                            above ? lamp_row_get_id (above) : NULL, support, &reason))
    return TRUE;

  lamp_session_notice (lamp_goal_board_get_session (board), reason, FALSE);

  return FALSE;
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
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);
  const LampRow *row = lamp_snapshot_find (snapshot, "goals", lamp_record_get_id (goal));
  g_autoptr (LampGoalChange) change = NULL;
  g_autofree char *notice = NULL;

  if (!row || g_strcmp0 (above ? lamp_row_get_id (above) : NULL, lamp_row_get_text (row, "parent")) == 0)
    return row != NULL;
  if (!may_support (board, row, above, LAMP_SUPPORT_FIRST))
    return FALSE;

  notice = above ? g_strdup_printf (_("Now supports “%s”"), lamp_row_get_title (above))
                 : g_strdup (_("Now aligns with nothing"));
  change = lamp_goal_change_align (snapshot, row, above, NULL);

  return carry_out (board, change, above ? _("Align Goal") : _("Remove Alignment"), notice);
}

/**
 * lamp_goal_place:
 * @board: a board
 * @goal: a goal
 * @above: what it shall support, or supports already
 * @before: (nullable): the goal under @above that it shall come before; %NULL to come last
 *
 * Puts a goal at a place among those that support another. What is in the way is told.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_place (LampGoalBoard *board,
                 const LampRow *goal,
                 const LampRow *above,
                 const LampRow *before)
{
  gboolean stays = lamp_row_is (goal, "parent", lamp_row_get_id (above));
  g_autoptr (LampGoalChange) change = NULL;
  g_autofree char *title = NULL;
  g_autofree char *notice = NULL;

  if (!stays && !may_support (board, goal, above, LAMP_SUPPORT_FIRST))
    return FALSE;

  title = lamp_goal_dup_public_title (lamp_goal_board_get_snapshot (board), above);
  notice = stays ? NULL : g_strdup_printf (_("Now supports “%s”"), title);
  change = lamp_goal_change_align (lamp_goal_board_get_snapshot (board), goal, above, before);

  return carry_out (board, change, stays ? _("Move Goal") : _("Align Goal"), notice);
}

/**
 * lamp_goal_add_link:
 * @board: a board
 * @goal: a goal
 * @above: what it shall also support
 * @rationale: (nullable): why
 *
 * Lets a goal also support another, if that may be. What is in the way is told.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_add_link (LampGoalBoard *board,
                    const LampRow *goal,
                    const LampRow *above,
                    const char    *rationale)
{
  LampSession *session = lamp_goal_board_get_session (board);
  g_autofree char *notice = NULL;
  LampEdit *edit;
  LampRow *link;

  if (!may_support (board, goal, above, LAMP_SUPPORT_ALSO))
    return FALSE;

  notice = g_strdup_printf (_("Also supports “%s”"), lamp_row_get_title (above));
  link = lamp_row_new (lamp_schema_find ("goal_links"));
  lamp_row_set_defaults (link);
  lamp_row_set_text (link, "goal", lamp_row_get_id (goal));
  lamp_row_set_text (link, "supports", lamp_row_get_id (above));
  if (rationale && *rationale)
    lamp_row_set_text (link, "rationale", rationale);
  edit = lamp_edit_new (lamp_session_get_store (session), _("Add “Also Supports”"));
  lamp_edit_insert (edit, link);

  return lamp_goal_commit (board, edit, notice);
}

/**
 * lamp_goal_change_link:
 * @board: a board
 * @link: what a goal also supports
 * @rationale: (nullable): why
 *
 * Says anew why a goal also supports another.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_change_link (LampGoalBoard *board,
                       LampRecord    *link,
                       const char    *rationale)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (lamp_goal_board_get_session (board)),
                                  _("Change “Also Supports”"));

  lamp_edit_set_text (edit, link, "rationale", rationale && *rationale ? rationale : NULL);

  return lamp_goal_commit (board, edit, NULL);
}

/**
 * lamp_goal_remove_link:
 * @board: a board
 * @link: what a goal also supports
 *
 * Lets a goal no longer also support another.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_remove_link (LampGoalBoard *board,
                       LampRecord    *link)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (lamp_goal_board_get_session (board)),
                                  _("Remove “Also Supports”"));

  lamp_edit_delete (edit, link);

  return lamp_goal_commit (board, edit, _("It no longer also supports that goal"));
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

  return lamp_goal_commit (board, edit, NULL);
}

static char *
say_supporting (const LampRow *goal,
                const char    *above)
{
  switch (lamp_goal_get_rank (goal))
    {
    case 0:
      return g_strdup_printf (_("Now a goal of the school system that supports “%s”"), above);
    case 1:
      return g_strdup_printf (_("Now a school goal that supports “%s”"), above);
    default:
      return g_strdup_printf (_("Now a team goal that supports “%s”"), above);
    }
}

static const char *
say_alone (const LampRow *goal)
{
  switch (lamp_goal_get_rank (goal))
    {
    case 0:
      return _("Now a goal of the school system");
    case 1:
      return _("Now a school goal that supports nothing yet");
    default:
      return _("Now a team goal that supports nothing yet");
    }
}

static char *
say_level (LampGoalBoard  *board,
           LampGoalChange *change,
           const LampRow  *goal)
{
  const LampRow *row = lamp_goal_change_find (change, goal);
  const LampRow *above = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals",
                                             lamp_row_get_text (row, "parent"));
  g_autofree char *title = above ? lamp_goal_dup_public_title (lamp_goal_board_get_snapshot (board), above) : NULL;
  g_autofree char *level = above ? say_supporting (row, title) : g_strdup (say_alone (row));

  // Translators: told when a goal has been promoted; %s says on which level it is now
  return lamp_goal_is_private (row) ? g_strdup_printf (_("%s. It is still private."), level) : g_steal_pointer (&level);
}

static gboolean
change_level (LampGoalBoard  *board,
              const LampRow  *goal,
              LampGoalChange *change,
              const char     *label)
{
  g_autofree char *notice = change ? say_level (board, change, goal) : NULL;

  return change && carry_out (board, change, label, notice);
}

/**
 * lamp_goal_promote:
 * @board: a board
 * @goal: a goal
 *
 * Lets a goal stand one level higher; see [func@goal_change_promote]. What has become of it is told.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_promote (LampGoalBoard *board,
                   const LampRow *goal)
{
  g_autoptr (LampGoalChange) change = lamp_goal_change_promote (lamp_goal_board_get_snapshot (board), goal);

  return change_level (board, goal, change, _("Promote Goal"));
}

/**
 * lamp_goal_demote:
 * @board: a board
 * @goal: a goal
 *
 * Lets a goal stand one level lower; see [func@goal_change_demote]. What has become of it is told.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_demote (LampGoalBoard *board,
                  const LampRow *goal)
{
  g_autoptr (LampGoalChange) change = lamp_goal_change_demote (lamp_goal_board_get_snapshot (board), goal);

  return change_level (board, goal, change, _("Demote Goal"));
}

/**
 * lamp_goal_transfer:
 * @board: a board
 * @goal: a goal
 * @community: a community
 * @with_below: whether those below it that belong to the same community go too
 *
 * Lets a goal belong to another community.
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_transfer (LampGoalBoard *board,
                    const LampRow *goal,
                    LampRecord    *community,
                    gboolean       with_below)
{
  g_autoptr (LampGoalChange) change = lamp_goal_change_transfer (lamp_goal_board_get_snapshot (board), goal,
                                                                 lamp_record_get_id (community), with_below);
  guint n_goals = change->written->len;
  g_autofree char *notice = NULL;

  // Translators: %s and %2$s are a community
  notice = n_goals == 1 ? g_strdup_printf (_("Moved to “%s”"), lamp_record_get_title (community))
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u goal moved to “%2$s”",
                                                        "%1$u goals moved to “%2$s”", n_goals),
                                           n_goals, lamp_record_get_title (community));

  return carry_out (board, change, _("Move to Community"), notice);
}

/**
 * lamp_goal_duplicate:
 * @board: a board
 * @goal: a goal
 * @with_below: whether those below it are duplicated too
 *
 * Makes a goal like another; see [func@goal_change_duplicate].
 *
 * Returns: (transfer full) (nullable): the copy; %NULL when it could not be made, which has then been told
 */
LampRecord *
lamp_goal_duplicate (LampGoalBoard *board,
                     const LampRow *goal,
                     gboolean       with_below)
{
  LampStore *store = lamp_session_get_store (lamp_goal_board_get_session (board));
  g_autoptr (LampGoalChange) change = lamp_goal_change_duplicate (lamp_goal_board_get_snapshot (board), goal, with_below,
                                                                  lamp_store_get_clock (store));
  g_autofree char *title = lamp_goal_dup_public_title (lamp_goal_board_get_snapshot (board), goal);
  g_autofree char *notice = g_strdup_printf (_("Duplicated “%s”"), title);
  const char *id = lamp_row_get_id (change->added->pdata[0]);

  return carry_out (board, change, _("Duplicate Goal"), notice) ? lamp_store_find (store, "goals", id) : NULL;
}

/**
 * lamp_goal_delete:
 * @board: a board
 * @goal: a goal
 * @with_below: whether those below it go too
 *
 * Deletes a goal; see [func@goal_change_remove].
 *
 * Returns: whether it was done
 */
gboolean
lamp_goal_delete (LampGoalBoard *board,
                  const LampRow *goal,
                  gboolean       with_below)
{
  g_autoptr (LampGoalChange) change = lamp_goal_change_remove (lamp_goal_board_get_snapshot (board), goal, with_below);
  guint n_below = with_below ? change->deleted->len - 1 : 0;
  g_autofree char *title = lamp_goal_dup_public_title (lamp_goal_board_get_snapshot (board), goal);
  // Translators: a step in Undo; %s is the title of a goal
  g_autofree char *label = g_strdup_printf (_("Delete “%s”"), title);
  g_autofree char *notice = NULL;

  notice = n_below == 0 ? g_strdup_printf (_("Deleted “%s”"), title)
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Deleted “%1$s” and %2$u goal below it",
                                                        "Deleted “%1$s” and %2$u goals below it", n_below),
                                           title, n_below);

  return carry_out (board, change, label, notice);
}
