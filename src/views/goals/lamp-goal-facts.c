/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-date.h"
#include "lamp-due.h"
#include "lamp-goal-board.h"
#include "lamp-measures.h"

/* What is shown of a goal, in words: a status is never said by a colour alone. */

static const struct
{
  const char *nick;
  const char *icon;
} status_icons[] = {
  { "not-started", "lamp-status-not-started-symbolic" },
  { "in-progress", "lamp-status-in-progress-symbolic" },
  { "partially-met", "lamp-status-partially-met-symbolic" },
  { "met", "lamp-status-met-symbolic" },
  { "not-met", "lamp-status-not-met-symbolic" },
  { "dropped", "lamp-status-dropped-symbolic" },
};

static const char *
choice_label (const LampRow *goal,
              const char    *field)
{
  const char *nick = lamp_row_get_text (goal, field);
  int index = lamp_record_type_find_field (goal->type, field);

  return nick ? lamp_field_get_choice_label (&goal->type->fields[index], nick) : NULL;
}

static void
read_status (LampGoalFacts *self,
             const LampRow *goal)
{
  const char *status = lamp_row_get_text (goal, "status");

  self->status = status ? choice_label (goal, "status") : C_ ("goal", "No status");
  self->status_icon = status_icons[0].icon;
  for (guint i = 0; i < G_N_ELEMENTS (status_icons); i++)
    if (g_strcmp0 (status_icons[i].nick, status) == 0)
      self->status_icon = status_icons[i].icon;
}

static void
read_due (LampGoalFacts *self,
          LampGoalBoard *board,
          const LampRow *goal)
{
  const char *due = lamp_row_get_text (goal, "due");
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (lamp_goal_board_get_session (board)));

  if (due == NULL)
    return;

  self->due = lamp_date_dup_display (due);
  self->is_overdue = lamp_due_judge (due, today) == LAMP_DUE_OVER && !lamp_goal_is_finished (goal);
}

static void
read_owner (LampGoalFacts *self,
            LampGoalBoard *board,
            const LampRow *goal)
{
  const LampRow *owner = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "people",
                                             lamp_row_get_text (goal, "owner"));

  self->owner = owner ? g_strdup (lamp_row_get_title (owner)) : NULL;
}

static void
read_measurements (LampGoalFacts *self,
                   LampGoalBoard *board,
                   const LampRow *goal)
{
  g_autoptr (GPtrArray) rows = lamp_snapshot_list_by (lamp_goal_board_get_snapshot (board), "measurements", "goal",
                                                      lamp_row_get_id (goal));

  self->n_values = rows->len;
  self->values = g_new (double, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    self->values[i] = lamp_row_get_real (rows->pdata[i], "value");
  self->measured = lamp_measures_dup_sentence (self->values, self->n_values, goal);
}

/**
 * lamp_goal_facts_init:
 * @self: (out caller-allocates): what is shown; clear it with [method@GoalFacts.clear]
 * @board: a board
 * @goal: a goal of its snapshot
 */
void
lamp_goal_facts_init (LampGoalFacts *self,
                      LampGoalBoard *board,
                      const LampRow *goal)
{
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);

  *self = (LampGoalFacts) { NULL };
  read_status (self, goal);
  read_due (self, board, goal);
  read_owner (self, board, goal);
  read_measurements (self, board, goal);
  self->has_fraction = lamp_rollup_get_fraction (lamp_goal_board_get_rollup (board), lamp_row_get_id (goal),
                                                 &self->fraction);
  self->is_stalled = lamp_alignment_is_stalled (snapshot, goal);
  self->is_priority = lamp_row_get_integer (goal, "is_priority") != 0;
  self->is_unaligned = !lamp_alignment_is_aligned (snapshot, goal);
}

/**
 * lamp_goal_facts_clear:
 * @self: what is shown
 */
void
lamp_goal_facts_clear (LampGoalFacts *self)
{
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->due, g_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->measured, g_free);
}

/**
 * lamp_goal_facts_dup_percent:
 * @self: what is shown
 *
 * Returns: (transfer full): its progress for reading, such as "62 %"; empty when it is not known
 */
char *
lamp_goal_facts_dup_percent (const LampGoalFacts *self)
{
  if (!self->has_fraction)
    return g_strdup ("");

  // Translators: how far a goal has come, in a hundred; write the percent sign as your language does
  return g_strdup_printf (C_ ("progress", "%d %%"), lamp_rollup_to_percent (self->fraction));
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
append_owner_and_due (GString             *text,
                      const LampGoalFacts *facts)
{
  g_autofree char *owner = NULL;
  g_autofree char *due = NULL;

  owner = facts->owner ? g_strdup_printf (_("Owner: %s."), facts->owner) : g_strdup (_("No owner."));
  append_sentence (text, owner);
  if (facts->due)
    {
      due = g_strdup_printf (facts->is_overdue ? _("Overdue since %s.") : _("Due %s."), facts->due);
      append_sentence (text, due);
    }
}

static void
append_progress (GString             *text,
                 const LampGoalFacts *facts)
{
  g_autofree char *percent = lamp_goal_facts_dup_percent (facts);
  g_autofree char *progress = NULL;

  // Translators: %1$s is a status such as “In progress”, %2$s a percentage
  progress = facts->has_fraction ? g_strdup_printf (_("%1$s, %2$s."), facts->status, percent)
                                 : g_strdup_printf (_("%s."), facts->status);
  append_sentence (text, progress);
}

static void
append_facts (GString             *text,
              const LampGoalFacts *facts)
{
  append_progress (text, facts);
  append_owner_and_due (text, facts);
  if (facts->is_priority)
    append_sentence (text, _("A priority."));
  if (facts->is_stalled)
    append_sentence (text, _("Nothing supports it."));
}

/**
 * lamp_goal_facts_dup_name:
 * @self: what is shown
 * @board: the board
 * @goal: the goal
 *
 * Says all that a goal's node shows, for those who do not see it.
 *
 * Returns: (transfer full): sentences
 */
char *
lamp_goal_facts_dup_name (const LampGoalFacts *self,
                          LampGoalBoard       *board,
                          const LampRow       *goal)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = lamp_goal_dup_public_title (lamp_goal_board_get_snapshot (board), goal);

  // Translators: a goal and its level, as a sentence: “Read Daily” (Team).
  g_string_append_printf (text, _("“%s” (%s)."), title, lamp_goal_get_level_label (goal));
  append_facts (text, self);

  return g_string_free (text, FALSE);
}

/**
 * lamp_goal_dup_sentence:
 * @board: a board
 * @goal: a goal of its snapshot
 *
 * Says all that a goal's node shows, and what it supports, for those who do not see it.
 *
 * Returns: (transfer full): sentences
 */
char *
lamp_goal_dup_sentence (LampGoalBoard *board,
                        const LampRow *goal)
{
  g_autofree char *line = lamp_alignment_sentence (lamp_goal_board_get_snapshot (board), lamp_row_get_id (goal));
  g_auto (LampGoalFacts) facts = { NULL };
  GString *text = g_string_new (line);

  lamp_goal_facts_init (&facts, board, goal);
  append_facts (text, &facts);

  return g_string_free (text, FALSE);
}

/**
 * lamp_goal_facts_dup_reckoning:
 * @self: what is shown
 * @board: the board
 * @goal: the goal
 *
 * Says how a goal's progress was computed, and what was measured.
 *
 * Returns: (transfer full): sentences
 */
char *
lamp_goal_facts_dup_reckoning (const LampGoalFacts *self,
                               LampGoalBoard       *board,
                               const LampRow       *goal)
{
  g_autofree char *how = lamp_rollup_dup_how (lamp_goal_board_get_rollup (board), lamp_row_get_id (goal));
  g_autofree char *measured = NULL;
  GString *text = g_string_new (how);

  if (self->n_values > 0)
    {
      // Translators: a sentence: 4 measurements, latest 62 %, median 58 %, target 75 %.
      measured = g_strdup_printf (_("%s."), self->measured);
      append_sentence (text, measured);
    }

  return g_string_free (text, FALSE);
}
