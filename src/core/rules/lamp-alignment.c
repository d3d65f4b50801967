/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"

#include <glib/gi18n-lib.h>

/* What may support what (practice S20, S21): a goal supports one of its own level or of a higher one, and no chain
 * of goals comes back to itself. */

/**
 * lamp_goal_get_rank:
 * @goal: a goal
 *
 * Returns: how far below the school system its level stands: system 0, school 1, team 2, individual 3
 */
int
lamp_goal_get_rank (const LampRow *goal)
{
  static const char * const levels[] = { "system", "school", "team", "individual" };
  const char *level = lamp_row_get_text (goal, "level");

  for (int rank = 0; rank < (int) G_N_ELEMENTS (levels); rank++)
    if (g_strcmp0 (level, levels[rank]) == 0)
      return rank;

  return (int) G_N_ELEMENTS (levels) - 1;
}

/**
 * lamp_goal_get_level_label:
 * @goal: a goal
 *
 * Returns: the word for its level, translated
 */
const char *
lamp_goal_get_level_label (const LampRow *goal)
{
  int field = lamp_record_type_find_field (goal->type, "level");

  return lamp_field_get_choice_label (&goal->type->fields[field], lamp_row_get_text (goal, "level"));
}

/**
 * lamp_goal_is_private:
 * @goal: a goal
 *
 * Individual goals are private unless the record says otherwise (practice S24).
 *
 * Returns: whether the goal's words are nobody else's business
 */
gboolean
lamp_goal_is_private (const LampRow *goal)
{
  if (lamp_row_has (goal, "private"))
    return lamp_row_get_integer (goal, "private") != 0;

  return g_strcmp0 (lamp_row_get_text (goal, "level"), "individual") == 0;
}

/**
 * lamp_goal_is_finished:
 * @goal: a goal
 *
 * Returns: whether nobody works on it any longer: it is met, not met, or dropped
 */
gboolean
lamp_goal_is_finished (const LampRow *goal)
{
  static const char * const finished[] = { "met", "not-met", "dropped", NULL };
  const char *status = lamp_row_get_text (goal, "status");

  return status != NULL && g_strv_contains (finished, status);
}

/**
 * lamp_goal_dup_public_title:
 * @snapshot: the snapshot that the goal is of
 * @goal: a goal
 *
 * Names a goal so that anybody may read it: by its title or, when it is private, only by whom it belongs to.
 *
 * Returns: (transfer full): the title, or what stands in its place
 */
char *
lamp_goal_dup_public_title (LampSnapshot  *snapshot,
                            const LampRow *goal)
{
  const LampRow *community;

  if (!lamp_goal_is_private (goal))
    return g_strdup (lamp_row_get_title (goal));
  community = lamp_snapshot_find (snapshot, "communities", lamp_row_get_text (goal, "community"));

  /* Translators: stands in place of the title of a goal whose words are private; %s is the name of a community. */
  return g_strdup_printf (C_ ("goal", "Private goal (%s)"), community != NULL ? lamp_row_get_title (community) : "?");
}

static gboolean
has_live_link (LampSnapshot  *snapshot,
               const LampRow *goal,
               const char    *from,
               const char    *to)
{
  GPtrArray *links = lamp_snapshot_find_by (snapshot, "goal_links", from, lamp_row_get_id (goal));

  for (guint i = 0; i < links->len; i++)
    {
      const LampRow *other = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (links->pdata[i], to));

      if (other != NULL && other != goal)
        return TRUE;
    }

  return FALSE;
}

/**
 * lamp_alignment_is_aligned:
 * @snapshot: a snapshot
 * @goal: one of its goals
 *
 * A goal of the school system needs nothing above it. Any other is aligned when it supports a goal that exists, by
 * its primary alignment or by an “also supports” link. What is not aligned belongs in the tray beside the tree.
 *
 * Returns: whether the goal is aligned with something
 */
gboolean
lamp_alignment_is_aligned (LampSnapshot  *snapshot,
                           const LampRow *goal)
{
  return g_strcmp0 (lamp_row_get_text (goal, "level"), "system") == 0
         || lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (goal, "parent")) != NULL
         || has_live_link (snapshot, goal, "goal", "supports");
}

static gboolean
has_live_child (LampSnapshot  *snapshot,
                const LampRow *goal)
{
  GPtrArray *children = lamp_snapshot_find_by (snapshot, "goals", "parent", lamp_row_get_id (goal));

  for (guint i = 0; i < children->len; i++)
    if (children->pdata[i] != goal && g_strcmp0 (lamp_row_get_text (children->pdata[i], "status"), "dropped") != 0)
      return TRUE;

  return FALSE;
}

/**
 * lamp_alignment_is_stalled:
 * @snapshot: a snapshot
 * @goal: one of its goals
 *
 * A goal of the school system or of a school is carried by what happens below it. It is stalled when it is neither
 * finished nor supported from below: by another goal (that is not dropped), an “also supports” link or a strategy.
 *
 * Returns: whether nothing carries the goal
 */
gboolean
lamp_alignment_is_stalled (LampSnapshot  *snapshot,
                           const LampRow *goal)
{
  return lamp_goal_get_rank (goal) <= 1
         && !lamp_goal_is_finished (goal)
         && !has_live_child (snapshot, goal)
         && !has_live_link (snapshot, goal, "supports", "goal")
         && lamp_snapshot_find_by (snapshot, "strategies", "goal", lamp_row_get_id (goal))->len == 0;
}

/**
 * lamp_alignment_get_line:
 * @snapshot: a snapshot
 * @goal: the identifier of a goal
 *
 * Follows the primary alignments upwards. A line that comes back to itself ends before the first repetition.
 *
 * Returns: (transfer container) (element-type LampRow): the goal, what it supports, what that supports, and so on;
 *   empty when there is no such goal
 */
GPtrArray *
lamp_alignment_get_line (LampSnapshot *snapshot,
                         const char   *goal)
{
  GPtrArray *line = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const LampRow *row = lamp_snapshot_find (snapshot, "goals", goal);

  while (row != NULL && g_hash_table_add (seen, (gpointer) row))
    {
      g_ptr_array_add (line, (gpointer) row);
      row = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (row, "parent"));
    }

  return line;
}

/**
 * lamp_goal_list_below:
 * @snapshot: a snapshot
 * @goal: one of its goals
 *
 * Returns: (transfer container) (element-type LampRow): all that supports the goal, or what supports it, and so on; each
 *   after what it supports, siblings in their order. Chains that come back to themselves end.
 */
GPtrArray *
lamp_goal_list_below (LampSnapshot  *snapshot,
                      const LampRow *goal)
{
  GPtrArray *below = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const LampRow *row = goal;

  g_hash_table_add (seen, (gpointer) goal);
  for (guint next = 0; row != NULL; row = next < below->len ? below->pdata[next++] : NULL)
    {
      g_autoptr (GPtrArray) children = lamp_snapshot_list_by (snapshot, "goals", "parent", lamp_row_get_id (row));

      for (guint i = 0; i < children->len; i++)
        if (g_hash_table_add (seen, children->pdata[i]))
          g_ptr_array_add (below, children->pdata[i]);
    }

  return below;
}

static gboolean
refuse (char **reason,
        char  *sentence)
{
  if (reason != NULL)
    *reason = sentence;
  else
    g_free (sentence);

  return FALSE;
}

static void
push_what_it_supports (LampSnapshot  *snapshot,
                       const LampRow *goal,
                       GPtrArray     *stack)
{
  GPtrArray *links = lamp_snapshot_find_by (snapshot, "goal_links", "goal", lamp_row_get_id (goal));
  const LampRow *above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (goal, "parent"));

  if (above != NULL)
    g_ptr_array_add (stack, (gpointer) above);
  for (guint i = 0; i < links->len; i++)
    {
      above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (links->pdata[i], "supports"));
      if (above != NULL)
        g_ptr_array_add (stack, (gpointer) above);
    }
}

/* Whether @above supports @goal, by whatever way: by primary alignments, by what is also supported, or both. */
static gboolean
comes_back (LampSnapshot  *snapshot,
            const LampRow *goal,
            const LampRow *above)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, (gpointer) above);
  while (stack->len > 0)
    {
      const LampRow *row = g_ptr_array_steal_index_fast (stack, stack->len - 1);

      if (row == goal)
        return TRUE;
      if (g_hash_table_add (seen, (gpointer) row))
        push_what_it_supports (snapshot, row, stack);
    }

  return FALSE;
}

static char *
say_upside_down (LampSnapshot  *snapshot,
                 const LampRow *goal,
                 const LampRow *parent)
{
  g_autofree char *title = lamp_goal_dup_public_title (snapshot, goal);
  g_autofree char *other = lamp_goal_dup_public_title (snapshot, parent);

  /* Translators: “Whole School Reads” (School) cannot support “Grade 3 Reads” (Team) … */
  return g_strdup_printf (_("“%s” (%s) cannot support “%s” (%s), which stands on a lower level."), title,
                          lamp_goal_get_level_label (goal), other, lamp_goal_get_level_label (parent));
}

static char *
say_circle (LampSnapshot  *snapshot,
            const LampRow *goal,
            const LampRow *parent)
{
  g_autofree char *title = lamp_goal_dup_public_title (snapshot, goal);
  g_autofree char *other = lamp_goal_dup_public_title (snapshot, parent);

  return g_strdup_printf (_("“%s” already supports “%s”: together they would go round in a circle."), other, title);
}

/**
 * lamp_alignment_allows:
 * @snapshot: a snapshot
 * @goal: the identifier of a goal
 * @parent: (nullable): the identifier of the goal it shall support, or %NULL for none
 * @reason: (out) (optional) (transfer full): why not, one translated sentence
 *
 * Judges whether a goal may support another: not itself, not a goal that rests on it, not a goal of a lower level.
 * A jump over a level is allowed, though a check will remark on it.
 *
 * Returns: whether the alignment may be made
 */
gboolean
lamp_alignment_allows (LampSnapshot  *snapshot,
                       const char    *goal,
                       const char    *parent,
                       char         **reason)
{
  const LampRow *child = lamp_snapshot_find (snapshot, "goals", goal);
  const LampRow *above = lamp_snapshot_find (snapshot, "goals", parent);

  if (reason != NULL)
    *reason = NULL;
  if (child == NULL || (parent != NULL && above == NULL))
    return refuse (reason, g_strdup (_("One of the two goals no longer exists.")));
  if (above == NULL)
    return TRUE;
  if (child == above)
    return refuse (reason, g_strdup (_("A goal cannot support itself.")));
  if (lamp_goal_get_rank (above) > lamp_goal_get_rank (child))
    return refuse (reason, say_upside_down (snapshot, child, above));
  if (comes_back (snapshot, child, above))
    return refuse (reason, say_circle (snapshot, child, above));

  return TRUE;
}

static gboolean
has_link (LampSnapshot *snapshot,
          const char   *goal,
          const char   *above)
{
  GPtrArray *links = lamp_snapshot_find_by (snapshot, "goal_links", "goal", goal);

  for (guint i = 0; i < links->len; i++)
    if (lamp_row_is (links->pdata[i], "supports", above))
      return TRUE;

  return FALSE;
}

static char *
say_already (LampSnapshot  *snapshot,
             const LampRow *goal,
             const LampRow *above)
{
  g_autofree char *title = lamp_goal_dup_public_title (snapshot, goal);
  g_autofree char *other = above != NULL ? lamp_goal_dup_public_title (snapshot, above) : NULL;

  return above != NULL ? g_strdup_printf (_("“%s” already supports “%s”."), title, other)
                       : g_strdup_printf (_("“%s” supports no other goal as it is."), title);
}

/**
 * lamp_alignment_judge:
 * @snapshot: a snapshot
 * @goal: the identifier of a goal
 * @above: (nullable): the identifier of the goal it shall support, or %NULL for none
 * @support: how
 * @reason: (out) (optional) (transfer full): why not, one translated sentence
 *
 * Judges whether a person may be offered an alignment: it may be made (see [func@alignment_allows]), and is not there
 * yet. What is supported already in the first place cannot be supported also; the other way round the link makes way.
 *
 * Returns: whether it is on offer
 */
gboolean
lamp_alignment_judge (LampSnapshot  *snapshot,
                      const char    *goal,
                      const char    *above,
                      LampSupport    support,
                      char         **reason)
{
  const LampRow *child = lamp_snapshot_find (snapshot, "goals", goal);

  if (!lamp_alignment_allows (snapshot, goal, above, reason))
    return FALSE;
  if (g_strcmp0 (lamp_row_get_text (child, "parent"), above) == 0
      || (support == LAMP_SUPPORT_ALSO && has_link (snapshot, goal, above)))
    return refuse (reason, say_already (snapshot, child, lamp_snapshot_find (snapshot, "goals", above)));

  return TRUE;
}

/**
 * lamp_alignment_dup_advice:
 * @goal: a goal
 * @above: one that it may support
 *
 * Says what is worth a thought before a goal supports another, though it may.
 *
 * Returns: (transfer full) (nullable): one translated sentence; %NULL when there is nothing to say
 */
char *
lamp_alignment_dup_advice (const LampRow *goal,
                           const LampRow *above)
{
  if (lamp_goal_get_rank (goal) - lamp_goal_get_rank (above) < 2)
    return NULL;

  return g_strdup (_("It jumps over a level: a goal between the two would show who carries it."));
}

/* The goals that @field of the links that name @goal by @by leads to. */
static void
add_linked (LampSnapshot  *snapshot,
            const LampRow *goal,
            const char    *by,
            const char    *field,
            GPtrArray     *goals)
{
  GPtrArray *links = lamp_snapshot_find_by (snapshot, "goal_links", by, lamp_row_get_id (goal));

  for (guint i = 0; i < links->len; i++)
    {
      const LampRow *other = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (links->pdata[i], field));

      if (other != NULL && other != goal && !g_ptr_array_find (goals, other, NULL))
        g_ptr_array_add (goals, (gpointer) other);
    }
}

static void
append_line (GString      *sentence,
             LampSnapshot *snapshot,
             GPtrArray    *line)
{
  for (guint i = 0; i < line->len; i++)
    {
      g_autofree char *title = lamp_goal_dup_public_title (snapshot, line->pdata[i]);
      const char *level = lamp_goal_get_level_label (line->pdata[i]);

      if (i == 0)
        /* Translators: a goal and its level: “Read Daily” (Team) */
        g_string_append_printf (sentence, C_ ("alignment", "“%s” (%s)"), title, level);
      else if (i == 1)
        /* Translators: follows a goal: … supports “Every Reader” (School) */
        g_string_append_printf (sentence, C_ ("alignment", " supports “%s” (%s)"), title, level);
      else
        /* Translators: follows two goals: …, which supports “A Reading District” (School system) */
        g_string_append_printf (sentence, C_ ("alignment", ", which supports “%s” (%s)"), title, level);
    }
}

/* One goal is named, if anybody may read its name; more are counted. */

static void
append_also (GString       *sentence,
             LampSnapshot  *snapshot,
             const LampRow *goal,
             gboolean       only)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autofree char *title = NULL;

  add_linked (snapshot, goal, "goal", "supports", goals);
  if (goals->len == 0)
    return;
  if (goals->len > 1)
    {
      g_string_append_printf (sentence, only ? g_dngettext (GETTEXT_PACKAGE, " also supports %u goal",
                                                            " also supports %u goals", goals->len)
                                             : g_dngettext (GETTEXT_PACKAGE, ", and also supports %u other goal",
                                                            ", and also supports %u other goals", goals->len),
                              goals->len);
      return;
    }
  title = lamp_goal_dup_public_title (snapshot, goals->pdata[0]);
  /* Translators: follows a goal, and in the second case what it supports in the first place: “Every Reader” (School) */
  g_string_append_printf (sentence, only ? C_ ("alignment", " also supports “%s” (%s)")
                                         : C_ ("alignment", ", and also supports “%s” (%s)"),
                          title, lamp_goal_get_level_label (goals->pdata[0]));
}

static void
append_below (GString       *sentence,
              LampSnapshot  *snapshot,
              const LampRow *goal)
{
  GPtrArray *children = lamp_snapshot_find_by (snapshot, "goals", "parent", lamp_row_get_id (goal));
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (goals, children->pdata[i]);
  add_linked (snapshot, goal, "supports", "goal", goals);
  if (goals->len == 1 && !lamp_goal_is_private (goals->pdata[0]))
    /* Translators: follows what a goal supports: …, and is itself supported by “Read Daily” (Team) */
    g_string_append_printf (sentence, C_ ("alignment", ", and is itself supported by “%s” (%s)"),
                            lamp_row_get_title (goals->pdata[0]), lamp_goal_get_level_label (goals->pdata[0]));
  else if (goals->len > 0)
    g_string_append_printf (sentence, g_dngettext (GETTEXT_PACKAGE, ", and is itself supported by %u goal",
                                                   ", and is itself supported by %u goals", goals->len),
                            goals->len);
}

static void
append_end (GString       *sentence,
            LampSnapshot  *snapshot,
            const LampRow *goal,
            gboolean       alone)
{
  gboolean only = alone && lamp_goal_get_rank (goal) > 0;

  if (alone && !only)
    g_string_append (sentence, C_ ("alignment", " stands at the top"));
  else if (only && !has_live_link (snapshot, goal, "goal", "supports"))
    g_string_append (sentence, C_ ("alignment", " supports no other goal"));
  append_also (sentence, snapshot, goal, only);
  append_below (sentence, snapshot, goal);
  g_string_append (sentence, C_ ("alignment", "."));
}

/**
 * lamp_alignment_sentence:
 * @snapshot: a snapshot
 * @goal: the identifier of a goal
 *
 * Says the whole line of a goal: “Read Daily” (Team) supports “Every Reader” (School), which supports …; what it also
 * supports, and what it is supported by. The words of private goals are left out.
 *
 * Returns: (transfer full): one translated sentence, empty when there is no such goal
 */
char *
lamp_alignment_sentence (LampSnapshot *snapshot,
                         const char   *goal)
{
  g_autoptr (GPtrArray) line = lamp_alignment_get_line (snapshot, goal);
  g_autoptr (GString) sentence = g_string_new (NULL);

  append_line (sentence, snapshot, line);
  if (line->len > 0)
    append_end (sentence, snapshot, line->pdata[0], line->len == 1);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
