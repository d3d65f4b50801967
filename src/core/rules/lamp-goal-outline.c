/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-outline.h"

#include "lamp-alignment.h"

/* Which goals are seen: ancestors are never hidden by a filter (users of other tools asked for them back), what aligns
 * with nothing is never left out, and private goals are a number, not words (practice S21, S24). */

typedef struct
{
  const LampRow *row;
  int parent;            /* the nearest ancestor that is not private; -1 for none */
  gboolean is_private;
  gboolean is_asked_for;
  gboolean is_shown;     /* asked for, or an ancestor of one that is */
  GArray *children;      /* (nullable): of those shown, in their order */
  GPtrArray *privates;   /* (nullable) */
} Entry;

typedef struct
{
  Entry *entries;        /* in the order of siblings */
  guint n_entries;
  GHashTable *places;    /* row → its place among the entries, + 1 */
  gboolean *is_visited;
} Survey;

static int
compare_siblings (gconstpointer a,
                  gconstpointer b)
{
  const LampRow *one = *(const LampRow * const *) a;
  const LampRow *other = *(const LampRow * const *) b;
  gint64 difference = lamp_row_get_integer (one, "position") - lamp_row_get_integer (other, "position");

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return g_strcmp0 (lamp_row_get_id (one), lamp_row_get_id (other));
}

static int
find_place (Survey        *survey,
            const LampRow *row)
{
  return row ? GPOINTER_TO_INT (g_hash_table_lookup (survey->places, row)) - 1 : -1;
}

static void
survey_init (Survey         *self,
             LampSnapshot   *snapshot,
             LampGoalFilter  filter,
             gpointer        data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_extend (rows, lamp_snapshot_get (snapshot, "goals"), NULL, NULL);
  g_ptr_array_sort (rows, compare_siblings);
  self->n_entries = rows->len;
  self->entries = g_new0 (Entry, rows->len + 1);
  self->is_visited = g_new0 (gboolean, rows->len + 1);
  self->places = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      self->entries[i].row = rows->pdata[i];
      self->entries[i].is_private = lamp_goal_is_private (rows->pdata[i]);
      self->entries[i].is_asked_for = filter == NULL || filter (rows->pdata[i], data);
      g_hash_table_insert (self->places, rows->pdata[i], GINT_TO_POINTER (i + 1));
    }
}

static void
survey_clear (Survey *self)
{
  for (guint i = 0; i < self->n_entries; i++)
    g_clear_pointer (&self->entries[i].children, g_array_unref);
  for (guint i = 0; i < self->n_entries; i++)
    g_clear_pointer (&self->entries[i].privates, g_ptr_array_unref);
  g_free (self->entries);
  g_free (self->is_visited);
  g_hash_table_unref (self->places);
}

/* Climbs over private goals. A ring of them, which no file may hold, ends the climb. */
static void
find_parent (Survey       *survey,
             LampSnapshot *snapshot,
             Entry        *entry)
{
  const LampRow *row = entry->row;

  entry->parent = -1;
  for (guint steps = 0; steps < survey->n_entries; steps++)
    {
      row = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (row, "parent"));
      if (row == NULL || row == entry->row)
        return;
      if (!survey->entries[find_place (survey, row)].is_private)
        {
          entry->parent = find_place (survey, row);
          return;
        }
    }
}

static void
show_with_ancestors (Survey *survey,
                     guint   place)
{
  for (int i = place; i >= 0 && !survey->entries[i].is_shown; i = survey->entries[i].parent)
    survey->entries[i].is_shown = TRUE;
}

static void
hang_on_parent (Survey *survey,
                guint   place)
{
  Entry *entry = &survey->entries[place];
  Entry *parent = &survey->entries[entry->parent];

  if (entry->is_private)
    {
      if (parent->privates == NULL)
        parent->privates = g_ptr_array_new ();
      g_ptr_array_add (parent->privates, (gpointer) entry->row);
      return;
    }
  if (parent->children == NULL)
    parent->children = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (parent->children, place);
}

static void
append_privates (LampGoalOutline *outline,
                 GPtrArray       *privates,
                 int              parent)
{
  LampOutlineNode node = { .privates = g_ptr_array_ref (privates), .parent = parent, .level = 3 };

  g_array_append_val (outline->nodes, node);
}

/* Lists a tree, each node after its parent, without recursion. */
static void
append_tree (LampGoalOutline *outline,
             LampSnapshot    *snapshot,
             Survey          *survey,
             guint            root)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint) * 2);
  guint pair[2] = { root, 0 }; /* the place of an entry, and that of its parent's node + 1 */

  g_array_append_val (stack, pair);
  while (stack->len > 0)
    {
      guint *top = &g_array_index (stack, guint, (stack->len - 1) * 2);
      Entry *entry = &survey->entries[top[0]];
      LampOutlineNode node = { entry->row, NULL, (int) top[1] - 1, lamp_goal_get_rank (entry->row), !entry->is_asked_for };
      guint here = outline->nodes->len;
      gboolean seen = survey->is_visited[top[0]];

      survey->is_visited[top[0]] = TRUE;
      g_array_set_size (stack, stack->len - 1);
      if (seen)
        continue;
      node.is_unaligned = !lamp_alignment_is_aligned (snapshot, entry->row);
      g_array_append_val (outline->nodes, node);
      if (entry->privates != NULL)
        append_privates (outline, entry->privates, here);
      for (guint i = entry->children ? entry->children->len : 0; i > 0; i--)
        {
          guint next[2] = { g_array_index (entry->children, guint, i - 1), here + 1 };

          g_array_append_val (stack, next);
        }
    }
}

static gboolean
is_root (Survey       *survey,
         LampSnapshot *snapshot,
         const Entry  *entry)
{
  if (!entry->is_shown || entry->is_private || entry->parent >= 0)
    return FALSE;

  return entry->children != NULL || entry->privates != NULL || lamp_alignment_is_aligned (snapshot, entry->row);
}

static void
fill_tree (LampGoalOutline *outline,
           LampSnapshot    *snapshot,
           Survey          *survey)
{
  for (int rank = 0; rank < 4; rank++)
    for (guint i = 0; i < survey->n_entries; i++)
      if (lamp_goal_get_rank (survey->entries[i].row) == rank && is_root (survey, snapshot, &survey->entries[i]))
        append_tree (outline, snapshot, survey, i);
  /* What is left goes round in a circle: the checks say so, and here it can be mended. */
  for (guint i = 0; i < survey->n_entries; i++)
    if (survey->entries[i].is_shown && !survey->entries[i].is_private && survey->entries[i].parent >= 0
        && !survey->is_visited[i])
      append_tree (outline, snapshot, survey, i);
}

/* An individual goal that supports nothing but individual goals that align with nothing does not either. */
static gboolean
is_adrift (LampSnapshot *snapshot,
           const Entry  *entry)
{
  if (!lamp_alignment_is_aligned (snapshot, entry->row))
    return TRUE;

  return entry->is_private && entry->parent < 0 && lamp_row_has (entry->row, "parent");
}

static void
fill_tray (LampGoalOutline *outline,
           LampSnapshot    *snapshot,
           Survey          *survey)
{
  for (guint i = 0; i < survey->n_entries; i++)
    {
      const Entry *entry = &survey->entries[i];

      if (entry->is_asked_for && is_adrift (snapshot, entry))
        g_ptr_array_add (entry->is_private ? outline->private_tray : outline->tray, (gpointer) entry->row);
    }
}

/* Each node comes after its parent, so that from the end on all below a node has been counted before it. */
static void
count_below (GArray *nodes)
{
  for (guint i = nodes->len; i > 0; i--)
    {
      const LampOutlineNode *node = &g_array_index (nodes, LampOutlineNode, i - 1);

      if (node->parent >= 0)
        g_array_index (nodes, LampOutlineNode, node->parent).n_below += node->n_below
                                                                        + (node->goal ? 1 : node->privates->len);
    }
}

static void
node_clear (gpointer data)
{
  LampOutlineNode *self = data;

  g_clear_pointer (&self->privates, g_ptr_array_unref);
}

static GArray *
make_nodes (void)
{
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (LampOutlineNode));

  g_array_set_clear_func (nodes, node_clear);

  return nodes;
}

/**
 * lamp_goal_outline_new:
 * @snapshot: a snapshot; it must stay as long as the outline
 * @filter: (nullable) (scope call): which goals are asked for; %NULL for all
 * @data: for @filter
 *
 * Puts goals in the order in which they are shown.
 *
 * Returns: (transfer full): the outline
 */
LampGoalOutline *
lamp_goal_outline_new (LampSnapshot   *snapshot,
                       LampGoalFilter  filter,
                       gpointer        data)
{
  LampGoalOutline *self = g_new0 (LampGoalOutline, 1);
  Survey survey;

  self->nodes = make_nodes ();
  self->tray = g_ptr_array_new ();
  self->private_tray = g_ptr_array_new ();

  survey_init (&survey, snapshot, filter, data);
  for (guint i = 0; i < survey.n_entries; i++)
    find_parent (&survey, snapshot, &survey.entries[i]);
  for (guint i = 0; i < survey.n_entries; i++)
    if (survey.entries[i].is_asked_for)
      show_with_ancestors (&survey, i);
  for (guint i = 0; i < survey.n_entries; i++)
    if (survey.entries[i].is_shown && survey.entries[i].parent >= 0)
      hang_on_parent (&survey, i);
  fill_tree (self, snapshot, &survey);
  fill_tray (self, snapshot, &survey);
  count_below (self->nodes);
  survey_clear (&survey);

  return self;
}

/**
 * lamp_goal_outline_fold:
 * @self: an outline
 * @folded: (element-type utf8 utf8): the identifiers of goals below which nothing shall be shown
 *
 * Leaves out what is below folded goals. A goal that nothing supports is not folded. The trays stay as they are.
 *
 * Returns: (transfer full): what remains, of the same snapshot
 */
LampGoalOutline *
lamp_goal_outline_fold (const LampGoalOutline *self,
                        GHashTable            *folded)
{
  LampGoalOutline *rest = g_new0 (LampGoalOutline, 1);
  g_autofree int *places = g_new (int, self->nodes->len + 1); /* among those that remain; -1: left out or folded */

  rest->nodes = make_nodes ();
  rest->tray = g_ptr_array_ref (self->tray);
  rest->private_tray = g_ptr_array_ref (self->private_tray);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LampOutlineNode node = g_array_index (self->nodes, LampOutlineNode, i);
      int above = node.parent;

      places[i] = -1;
      node.parent = above >= 0 ? places[above] : -1;
      if (above >= 0 && node.parent < 0)
        continue;
      node.is_folded = node.goal && node.n_below > 0 && g_hash_table_contains (folded, lamp_row_get_id (node.goal));
      if (node.privates)
        g_ptr_array_ref (node.privates);
      places[i] = node.is_folded ? -1 : (int) rest->nodes->len;
      g_array_append_val (rest->nodes, node);
    }

  return rest;
}

/**
 * lamp_goal_outline_free:
 * @self: (transfer full) (nullable): an outline
 */
void
lamp_goal_outline_free (LampGoalOutline *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_ptr_array_unref (self->tray);
  g_ptr_array_unref (self->private_tray);
  g_free (self);
}
