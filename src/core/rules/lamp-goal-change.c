/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-change.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-id.h"

/* What a person does to goals by hand (practice S20, S21): where a goal comes to stand, and what that means for those
 * below it and for what it also supports. */

static const char * const levels[] = { "system", "school", "team", "individual" };

static LampGoalChange *
change_new (void)
{
  LampGoalChange *self = g_new0 (LampGoalChange, 1);

  self->written = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  self->deleted = g_ptr_array_new ();

  return self;
}

/**
 * lamp_goal_change_free:
 * @self: (nullable): a change
 *
 * Frees a change.
 */
void
lamp_goal_change_free (LampGoalChange *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->written);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->deleted);
  g_free (self);
}

static LampRow *
find_written (LampGoalChange *self,
              const LampRow  *row)
{
  for (guint i = 0; i < self->written->len; i++)
    if (g_str_equal (lamp_row_get_id (self->written->pdata[i]), lamp_row_get_id (row)))
      return self->written->pdata[i];

  return NULL;
}

/**
 * lamp_goal_change_find:
 * @self: a change
 * @goal: a goal of the snapshot
 *
 * Returns: (transfer none): what the goal is after the change
 */
const LampRow *
lamp_goal_change_find (LampGoalChange *self,
                       const LampRow  *goal)
{
  const LampRow *row = find_written (self, goal);

  return row != NULL ? row : goal;
}

/* A row to write into. Rows that nothing was written of yet, as when thousands change at once, are appended without
 * looking: @is_new says so. */
static LampRow *
write_row (LampGoalChange *self,
           const LampRow  *row,
           gboolean        is_new)
{
  LampRow *written = is_new ? NULL : find_written (self, row);

  if (written == NULL)
    {
      written = lamp_row_copy (row);
      g_ptr_array_add (self->written, written);
    }

  return written;
}

static void
delete_links (LampGoalChange *self,
              LampSnapshot   *snapshot,
              const LampRow  *goal,
              const char     *above)
{
  GPtrArray *links = lamp_snapshot_find_by (snapshot, "goal_links", "goal", lamp_row_get_id (goal));

  for (guint i = 0; i < links->len; i++)
    if (lamp_row_is (links->pdata[i], "supports", above))
      g_ptr_array_add (self->deleted, links->pdata[i]);
}

/* What is supported in the first place is not “also” supported. */
static void
set_parent (LampGoalChange *self,
            LampSnapshot   *snapshot,
            LampRow        *row,
            const LampRow  *above)
{
  lamp_row_set_text (row, "parent", above != NULL ? lamp_row_get_id (above) : NULL);
  if (above != NULL)
    delete_links (self, snapshot, row, lamp_row_get_id (above));
}

/* The links from and to a goal that would lead downwards on its new level. */
static void
delete_links_downwards (LampGoalChange *self,
                        LampSnapshot   *snapshot,
                        const LampRow  *goal,
                        int             rank)
{
  GPtrArray *ups = lamp_snapshot_find_by (snapshot, "goal_links", "goal", lamp_row_get_id (goal));
  GPtrArray *downs = lamp_snapshot_find_by (snapshot, "goal_links", "supports", lamp_row_get_id (goal));

  for (guint i = 0; i < ups->len; i++)
    {
      const LampRow *above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (ups->pdata[i], "supports"));

      if (above != NULL && lamp_goal_get_rank (above) > rank && !g_ptr_array_find (self->deleted, ups->pdata[i], NULL))
        g_ptr_array_add (self->deleted, ups->pdata[i]);
    }
  for (guint i = 0; i < downs->len; i++)
    {
      const LampRow *below = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (downs->pdata[i], "goal"));

      if (below != NULL && lamp_goal_get_rank (below) < rank && !g_ptr_array_find (self->deleted, downs->pdata[i], NULL))
        g_ptr_array_add (self->deleted, downs->pdata[i]);
    }
}

static const LampRow *
find_parent (LampSnapshot  *snapshot,
             const LampRow *goal)
{
  return lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (goal, "parent"));
}

/* Those that support @above or, when it is %NULL, those that support nothing. */
static gint64
last_position (LampSnapshot  *snapshot,
               const LampRow *above)
{
  GPtrArray *rows = above != NULL ? lamp_snapshot_find_by (snapshot, "goals", "parent", lamp_row_get_id (above))
                                  : lamp_snapshot_get (snapshot, "goals");
  gint64 last = -1;

  for (guint i = 0; i < rows->len; i++)
    if (above != NULL || !lamp_row_has (rows->pdata[i], "parent"))
      last = MAX (last, lamp_row_get_integer (rows->pdata[i], "position"));

  return MIN (last, G_MAXINT32 - 1);
}

/* Gives siblings their places. Rows among @mine are written into as they are, others by a copy. */
static void
number (LampGoalChange *self,
        GPtrArray      *siblings,
        GHashTable     *mine)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      LampRow *row = siblings->pdata[i];

      if (lamp_row_has (row, "position") && lamp_row_get_integer (row, "position") == i)
        continue;
      if (!g_hash_table_contains (mine, row))
        row = write_row (self, row, TRUE);
      lamp_row_set_integer (row, "position", i);
    }
}

/* Lets @row stand before @before among those that support @above, or last. */
static void
give_place (LampGoalChange *self,
            LampSnapshot   *snapshot,
            LampRow        *row,
            const LampRow  *above,
            const LampRow  *before)
{
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (GHashTable) mine = g_hash_table_new (NULL, NULL);
  const LampRow *old = lamp_snapshot_find (snapshot, "goals", lamp_row_get_id (row));
  guint place;

  if (above == NULL || before == NULL)
    {
      lamp_row_set_integer (row, "position", last_position (snapshot, above) + 1);
      return;
    }

  siblings = lamp_snapshot_list_by (snapshot, "goals", "parent", lamp_row_get_id (above));
  if (old != NULL)
    g_ptr_array_remove (siblings, (gpointer) old);
  if (!g_ptr_array_find (siblings, before, &place))
    place = siblings->len;
  g_ptr_array_insert (siblings, (int) place, row);
  g_hash_table_add (mine, row);
  number (self, siblings, mine);
}

/* The sibling that comes after @goal, or %NULL. */
static const LampRow *
find_next (LampSnapshot  *snapshot,
           const LampRow *above,
           const LampRow *goal)
{
  g_autoptr (GPtrArray) siblings = NULL;
  guint place;

  if (above == NULL || goal == NULL)
    return NULL;
  siblings = lamp_snapshot_list_by (snapshot, "goals", "parent", lamp_row_get_id (above));

  return g_ptr_array_find (siblings, goal, &place) && place + 1 < siblings->len ? siblings->pdata[place + 1] : NULL;
}

/**
 * lamp_goal_change_align:
 * @snapshot: a snapshot
 * @goal: one of its goals
 * @above: (nullable): what it shall support, or %NULL for nothing; see [func@alignment_allows]
 * @before: (nullable): the goal under @above that it shall come before; %NULL to come last
 *
 * Lets a goal support another, at a place among those that do already.
 *
 * Returns: (transfer full): the change
 */
LampGoalChange *
lamp_goal_change_align (LampSnapshot  *snapshot,
                        const LampRow *goal,
                        const LampRow *above,
                        const LampRow *before)
{
  LampGoalChange *self = change_new ();
  LampRow *row = write_row (self, goal, TRUE);

  set_parent (self, snapshot, row, above);
  give_place (self, snapshot, row, above, before);

  return self;
}

/* The nearest goal above that stands higher than @rank; @from becomes the last one below it on the line. */
static const LampRow *
find_higher (LampSnapshot   *snapshot,
             const LampRow  *goal,
             int             rank,
             const LampRow **from)
{
  g_autoptr (GPtrArray) line = lamp_alignment_get_line (snapshot, lamp_row_get_id (goal));

  *from = NULL;
  for (guint i = 1; i < line->len; i++)
    {
      if (lamp_goal_get_rank (line->pdata[i]) < rank)
        return line->pdata[i];
      *from = line->pdata[i];
    }

  return NULL;
}

/**
 * lamp_goal_change_promote:
 * @snapshot: a snapshot
 * @goal: one of its goals
 *
 * Lets a goal stand one level higher: a team's goal becomes the school's. It then supports the nearest goal of its line
 * that stands higher still, and comes right after the one that it stood under. What supports it goes on to do so. What
 * was private because it was an individual's stays private, until somebody says otherwise (practice S24).
 *
 * Returns: (transfer full) (nullable): the change; %NULL when it stands on the highest level
 */
LampGoalChange *
lamp_goal_change_promote (LampSnapshot  *snapshot,
                          const LampRow *goal)
{
  LampGoalChange *self;
  int rank = lamp_goal_get_rank (goal) - 1;
  const LampRow *from, *above;
  LampRow *row;

  if (rank < 0)
    return NULL;

  self = change_new ();
  above = find_higher (snapshot, goal, rank, &from);
  row = write_row (self, goal, TRUE);
  if (lamp_goal_is_private (goal))
    lamp_row_set_integer (row, "private", TRUE);
  lamp_row_set_text (row, "level", levels[rank]);
  if (above != find_parent (snapshot, goal))
    {
      set_parent (self, snapshot, row, above);
      give_place (self, snapshot, row, above, find_next (snapshot, above, from));
    }
  delete_links_downwards (self, snapshot, goal, rank);

  return self;
}

/* What stood on the goal's own level cannot stand under it any more: it stands beside it. */
static void
set_beside (LampGoalChange *self,
            LampSnapshot   *snapshot,
            const LampRow  *goal,
            int             rank)
{
  g_autoptr (GPtrArray) children = lamp_snapshot_list_by (snapshot, "goals", "parent", lamp_row_get_id (goal));
  const LampRow *above = find_parent (snapshot, goal);
  gint64 last = last_position (snapshot, above);

  for (guint i = 0; i < children->len; i++)
    if (lamp_goal_get_rank (children->pdata[i]) < rank && children->pdata[i] != above)
      {
        LampRow *row = write_row (self, children->pdata[i], TRUE);

        set_parent (self, snapshot, row, above);
        last = MIN (last + 1, G_MAXINT32);
        lamp_row_set_integer (row, "position", last);
      }
}

/**
 * lamp_goal_change_demote:
 * @snapshot: a snapshot
 * @goal: one of its goals
 *
 * Lets a goal of the system or of a school stand one level lower. It goes on to support what it supports. Goals of its
 * own former level that supported it then stand beside it.
 *
 * Returns: (transfer full) (nullable): the change; %NULL when it stands no higher than a team's goal: what belongs to
 *   one person is not what a team has agreed on
 */
LampGoalChange *
lamp_goal_change_demote (LampSnapshot  *snapshot,
                         const LampRow *goal)
{
  LampGoalChange *self;
  int rank = lamp_goal_get_rank (goal) + 1;
  LampRow *row;

  if (rank > 2)
    return NULL;

  self = change_new ();
  row = write_row (self, goal, TRUE);
  lamp_row_set_text (row, "level", levels[rank]);
  set_beside (self, snapshot, goal, rank);
  delete_links_downwards (self, snapshot, goal, rank);

  return self;
}

static gboolean
is_of_the_same (const LampRow *goal,
                const LampRow *other)
{
  return lamp_row_is (goal, "community", lamp_row_get_text (other, "community"));
}

/**
 * lamp_goal_count_of_its_own:
 * @snapshot: a snapshot
 * @goal: one of its goals
 *
 * Returns: how many of the goals below it belong to the same community
 */
guint
lamp_goal_count_of_its_own (LampSnapshot  *snapshot,
                            const LampRow *goal)
{
  g_autoptr (GPtrArray) below = lamp_goal_list_below (snapshot, goal);
  guint count = 0;

  for (guint i = 0; i < below->len; i++)
    count += is_of_the_same (below->pdata[i], goal) ? 1 : 0;

  return count;
}

/**
 * lamp_goal_change_transfer:
 * @snapshot: a snapshot
 * @goal: one of its goals
 * @community: the identifier of a community
 * @with_below: whether those below it that belong to the same community go too
 *
 * Lets a goal belong to another community. Alignments stay.
 *
 * Returns: (transfer full): the change
 */
LampGoalChange *
lamp_goal_change_transfer (LampSnapshot  *snapshot,
                           const LampRow *goal,
                           const char    *community,
                           gboolean       with_below)
{
  LampGoalChange *self = change_new ();
  g_autoptr (GPtrArray) below = with_below ? lamp_goal_list_below (snapshot, goal) : g_ptr_array_new ();

  lamp_row_set_text (write_row (self, goal, TRUE), "community", community);
  for (guint i = 0; i < below->len; i++)
    if (is_of_the_same (below->pdata[i], goal))
      lamp_row_set_text (write_row (self, below->pdata[i], TRUE), "community", community);

  return self;
}

/* Duplicating. */

static LampRow *
copy_goal (LampGoalChange *self,
           GHashTable     *copies,
           const LampRow  *goal,
           LampClock      *clock)
{
  LampRow *copy = lamp_row_copy (goal);
  g_autofree char *id = lamp_id_new (clock);

  lamp_row_set_text (copy, "id", id);
  lamp_row_set_text (copy, "status", "not-started");
  g_ptr_array_add (self->added, copy);
  g_hash_table_insert (copies, (gpointer) lamp_row_get_id (goal), copy);

  return copy;
}

/* Other people's private goals are not copied, nor what stands on them. */
static void
copy_below (LampGoalChange *self,
            LampSnapshot   *snapshot,
            GHashTable     *copies,
            const LampRow  *goal,
            LampClock      *clock)
{
  g_autoptr (GPtrArray) below = lamp_goal_list_below (snapshot, goal);

  for (guint i = 0; i < below->len; i++)
    {
      const LampRow *above = g_hash_table_lookup (copies, lamp_row_get_text (below->pdata[i], "parent"));

      if (above != NULL && !lamp_goal_is_private (below->pdata[i]))
        lamp_row_set_text (copy_goal (self, copies, below->pdata[i], clock), "parent", lamp_row_get_id (above));
    }
}

static void
copy_links (LampGoalChange *self,
            LampSnapshot   *snapshot,
            GHashTable     *copies,
            LampClock      *clock)
{
  GPtrArray *links = lamp_snapshot_get (snapshot, "goal_links");

  for (guint i = 0; i < links->len; i++)
    {
      const LampRow *goal = g_hash_table_lookup (copies, lamp_row_get_text (links->pdata[i], "goal"));
      const LampRow *above = g_hash_table_lookup (copies, lamp_row_get_text (links->pdata[i], "supports"));
      g_autofree char *id = lamp_id_new (clock);
      LampRow *link;

      if (goal == NULL)
        continue;
      link = lamp_row_copy (links->pdata[i]);
      lamp_row_set_text (link, "id", id);
      lamp_row_set_text (link, "goal", lamp_row_get_id (goal));
      if (above != NULL)
        lamp_row_set_text (link, "supports", lamp_row_get_id (above));
      g_ptr_array_add (self->added, link);
    }
}

/**
 * lamp_goal_change_duplicate:
 * @snapshot: a snapshot
 * @goal: one of its goals
 * @with_below: whether those below it are duplicated too
 * @clock: for the identifiers
 *
 * Makes a goal like another, right after it, for the next year or the next team: nothing of it has started, and what
 * was measured and tried stays with the first. It supports, and also supports, the same. Private goals of those below
 * it are not copied.
 *
 * Returns: (transfer full): the change; the copy is the first of what is added
 */
LampGoalChange *
lamp_goal_change_duplicate (LampSnapshot  *snapshot,
                            const LampRow *goal,
                            gboolean       with_below,
                            LampClock     *clock)
{
  LampGoalChange *self = change_new ();
  g_autoptr (GHashTable) copies = g_hash_table_new (g_str_hash, g_str_equal);
  const LampRow *above = find_parent (snapshot, goal);
  LampRow *copy = copy_goal (self, copies, goal, clock);
  g_autofree char *title = NULL;

  /* Translators: the title of a goal that was duplicated */
  title = g_strdup_printf (C_ ("goal", "%s (copy)"), lamp_row_get_title (goal));
  lamp_row_set_text (copy, "title", title);
  give_place (self, snapshot, copy, above, find_next (snapshot, above, goal));
  if (with_below)
    copy_below (self, snapshot, copies, goal, clock);
  copy_links (self, snapshot, copies, clock);

  return self;
}

/* Deleting. */

/* Whether a goal may come to stand under what @line leads up to. */
static gboolean
may_move_up (const LampRow *child,
             GPtrArray     *line)
{
  return line->len > 0 && lamp_goal_get_rank (line->pdata[0]) <= lamp_goal_get_rank (child)
         && !g_ptr_array_find (line, child, NULL);
}

static void
move_children_up (LampGoalChange *self,
                  LampSnapshot   *snapshot,
                  const LampRow  *goal)
{
  g_autoptr (GPtrArray) children = lamp_snapshot_list_by (snapshot, "goals", "parent", lamp_row_get_id (goal));
  const char *parent = lamp_row_get_text (goal, "parent");
  g_autoptr (GPtrArray) line = lamp_alignment_get_line (snapshot, parent);
  g_autoptr (GPtrArray) siblings = lamp_snapshot_list_by (snapshot, "goals", "parent", parent);
  g_autoptr (GHashTable) mine = g_hash_table_new (NULL, NULL);
  guint place = 0;

  if (g_ptr_array_find (siblings, goal, &place))
    g_ptr_array_remove_index (siblings, place);
  for (guint i = 0; i < children->len; i++)
    {
      gboolean may = may_move_up (children->pdata[i], line);
      LampRow *row = write_row (self, children->pdata[i], TRUE);

      set_parent (self, snapshot, row, may ? line->pdata[0] : NULL);
      if (may)
        {
          g_ptr_array_insert (siblings, (int) place++, row);
          g_hash_table_add (mine, row);
        }
    }
  if (g_hash_table_size (mine) > 0)
    number (self, siblings, mine);
}

/**
 * lamp_goal_change_remove:
 * @snapshot: a snapshot
 * @goal: one of its goals
 * @with_below: whether those below it go too
 *
 * Deletes a goal. When only the goal itself goes, those that supported it take its place and support what it supported
 * or, when that cannot be, nothing.
 *
 * Returns: (transfer full): the change
 */
LampGoalChange *
lamp_goal_change_remove (LampSnapshot  *snapshot,
                         const LampRow *goal,
                         gboolean       with_below)
{
  LampGoalChange *self = change_new ();
  g_autoptr (GPtrArray) below = with_below ? lamp_goal_list_below (snapshot, goal) : g_ptr_array_new ();

  if (!with_below)
    move_children_up (self, snapshot, goal);
  /* What stands lowest goes first, so that nothing is set free only to be deleted. */
  for (guint i = below->len; i > 0; i--)
    g_ptr_array_add (self->deleted, below->pdata[i - 1]);
  g_ptr_array_add (self->deleted, (gpointer) goal);

  return self;
}
