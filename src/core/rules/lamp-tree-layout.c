/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-tree-layout.h"

/* A tidy tree after Reingold and Tilford, with one difference: how far to the side a node stands is said by its level
 * and not by its depth. A goal that supports one of its own level stands one step further within that level's column.
 * So the outline of a subtree is no deeper than there are columns, and joining two outlines costs the same however
 * large the subtrees are. Nothing recurses: a chain may be as long as it likes. */

#define STEPS 6 /* columns within a level; a longer chain within one level goes on upwards in the last of them */
#define COLUMNS (LAMP_TREE_LEVELS * STEPS)

typedef struct
{
  double top[COLUMNS];    /* where the subtree begins in each column; top > bottom: not there */
  double bottom[COLUMNS];
} Outline;

/* Other nodes are named by their place + 1, so that memory which is handed out empty says “none”. */
typedef struct
{
  guint first_child;
  guint last_child;
  guint next_sibling;
  guint column;
  double offset;         /* of its top, from its parent's top (of a root: from the top of the picture) */
  Outline *outline;      /* of its subtree, from its own top; a node without children has none: its box is all of it */
} Place;

typedef struct
{
  const LampTreeNode *nodes;
  const LampTreeSize *size;
  guint n_nodes;
  Place *places;
  guint *order;          /* each node after its parent, and all of a subtree together */
  guint n_order;
  guint first_root;
  guint last_root;
  gboolean used[COLUMNS]; /* whether a node stands in a column */
  GPtrArray *spare;      /* outlines to be used again */
} Forest;

static void
outline_clear (Outline *self)
{
  for (guint i = 0; i < COLUMNS; i++)
    {
      self->top[i] = G_MAXDOUBLE;
      self->bottom[i] = -G_MAXDOUBLE;
    }
}

static gboolean
outline_has (const Outline *self,
             guint          column)
{
  return self->top[column] <= self->bottom[column];
}

static void
outline_join (Outline       *self,
              const Outline *other,
              double         offset)
{
  for (guint i = 0; i < COLUMNS; i++)
    if (outline_has (other, i))
      {
        self->top[i] = MIN (self->top[i], other->top[i] + offset);
        self->bottom[i] = MAX (self->bottom[i], other->bottom[i] + offset);
      }
}

/* Joins a box. */
static void
outline_add (Outline *self,
             guint    column,
             double   top,
             double   height)
{
  self->top[column] = MIN (self->top[column], top);
  self->bottom[column] = MAX (self->bottom[column], top + height);
}

static void
outline_shift (Outline *self,
               double   offset)
{
  for (guint i = 0; i < COLUMNS; i++)
    if (outline_has (self, i))
      {
        self->top[i] += offset;
        self->bottom[i] += offset;
      }
}

/* How far below the origin of @self the subtree @other may begin so that it stands clear of it. */
static double
outline_clearance (const Outline *self,
                   const Outline *other,
                   guint          own_column,
                   double         gap,
                   double         gap_branch)
{
  double clearance = -G_MAXDOUBLE;

  for (guint i = 0; i < COLUMNS; i++)
    if (outline_has (self, i) && outline_has (other, i))
      clearance = MAX (clearance, self->bottom[i] - other->top[i] + (i == own_column ? gap : gap_branch));

  return clearance;
}

/* Outlines are few and stay warm: only those along one way down are in use at a time. */
static Outline *
take_outline (Forest *forest)
{
  return forest->spare->len > 0 ? g_ptr_array_steal_index_fast (forest->spare, forest->spare->len - 1)
                                : g_new (Outline, 1);
}

static void
give_back (Forest *forest,
           Place  *place)
{
  if (place->outline != NULL)
    g_ptr_array_add (forest->spare, g_steal_pointer (&place->outline));
}

/* Goes through what @first names and its siblings. */
#define FOR_EACH_SIBLING(forest, index, first) \
  for (guint name_ = (first), index = name_ - 1; name_ > 0; name_ = (forest)->places[index].next_sibling, index = name_ - 1)

static void
append_child (Forest *forest,
              int     parent,
              guint   child)
{
  guint *first = parent >= 0 ? &forest->places[parent].first_child : &forest->first_root;
  guint *last = parent >= 0 ? &forest->places[parent].last_child : &forest->last_root;

  if (*last > 0)
    forest->places[*last - 1].next_sibling = child + 1;
  else
    *first = child + 1;
  *last = child + 1;
}

/* The columns within a level start at 0 and go up by one with each node that supports one of its own level. */
static void
choose_column (Forest *forest,
               guint   index)
{
  const LampTreeNode *node = &forest->nodes[index];
  guint level = MIN (node->level, LAMP_TREE_LEVELS - 1);
  guint column = level * STEPS;

  if (node->parent >= 0 && forest->nodes[node->parent].level == node->level)
    column = MIN (forest->places[node->parent].column + 1, column + STEPS - 1);
  forest->places[index].column = column;
  forest->used[column] = TRUE;
}

/* The name of the node that follows when a whole subtree has been listed. */
static guint
next_beyond (Forest *forest,
             guint   index)
{
  while (forest->places[index].next_sibling == 0 && forest->nodes[index].parent >= 0)
    index = (guint) forest->nodes[index].parent;

  return forest->places[index].next_sibling;
}

/* Lists every node after its parent, a subtree at a time. */
static void
put_in_order (Forest *forest)
{
  guint name = forest->first_root;

  while (name > 0)
    {
      guint index = name - 1;

      choose_column (forest, index);
      forest->order[forest->n_order++] = index;
      name = forest->places[index].first_child;
      if (name == 0)
        name = next_beyond (forest, index);
    }
}

static void
link_nodes (Forest *forest)
{
  for (guint i = 0; i < forest->n_nodes; i++)
    append_child (forest, forest->nodes[i].parent, i);
}

/* Puts the children of a node, or the roots, one below the other, each as high as it may stand and none higher than one before it. */
static void
stack_children (Forest  *forest,
                guint    first,
                Outline *all,
                double   gap)
{
  double offset = 0;

  outline_clear (all);
  FOR_EACH_SIBLING (forest, i, first)
    {
      Place *place = &forest->places[i];
      double clear = place->outline != NULL
                     ? outline_clearance (all, place->outline, place->column, gap, forest->size->gap_branch)
                     : all->bottom[place->column] + gap;

      place->offset = offset = i + 1 == first ? 0 : MAX (clear, offset);
      if (place->outline != NULL)
        outline_join (all, place->outline, offset);
      else
        outline_add (all, place->column, offset, forest->nodes[i].height);
    }
}

/* The top of a parent, from the first child's top: so that its middle is that of its children; but where its own
 * subtree is in its way (a chain longer than its level has columns, or levels upside down) above all of it. */
static double
choose_parent_top (Forest        *forest,
                   guint          index,
                   const Outline *below)
{
  const Place *place = &forest->places[index];
  const Place *last = &forest->places[place->last_child - 1];
  double first_middle = forest->nodes[place->first_child - 1].height / 2;
  double last_middle = last->offset + forest->nodes[place->last_child - 1].height / 2;
  double height = forest->nodes[index].height;

  if (outline_has (below, place->column))
    return below->top[place->column] - forest->size->gap_y - height;

  return (first_middle + last_middle - height) / 2;
}

static void
place_node (Forest *forest,
            guint   index)
{
  Place *place = &forest->places[index];
  Outline *outline;
  double top;

  if (place->first_child == 0)
    return;
  outline = take_outline (forest);
  stack_children (forest, place->first_child, outline, forest->size->gap_y);
  top = choose_parent_top (forest, index, outline);
  FOR_EACH_SIBLING (forest, i, place->first_child)
    {
      forest->places[i].offset -= top;
      give_back (forest, &forest->places[i]);
    }
  outline_shift (outline, -top);
  outline_add (outline, place->column, 0, forest->nodes[index].height);
  place->outline = outline;
}

/* Where each column starts; columns with no node take no room. */
static void
spread_columns (Forest         *forest,
                LampTreeLayout *layout,
                double         *columns)
{
  double x = 0;

  for (guint i = 0; i < COLUMNS; i++)
    {
      LampBox *level = &layout->levels[i / STEPS];

      columns[i] = x;
      if (!forest->used[i])
        continue;
      if (level->width == 0)
        level->x = x;
      level->width = x + forest->size->width - level->x;
      x += forest->size->width + forest->size->gap_x;
    }
  layout->extents.width = MAX (x - forest->size->gap_x, 0);
}

static void
read_off (Forest         *forest,
          LampTreeLayout *layout,
          double          top)
{
  double columns[COLUMNS];
  double bottom = 0;

  spread_columns (forest, layout, columns);
  for (guint i = 0; i < forest->n_order; i++)
    {
      guint index = forest->order[i];
      const Place *place = &forest->places[index];
      const LampTreeNode *node = &forest->nodes[index];
      double from = node->parent >= 0 ? layout->boxes[node->parent].y : -top;

      layout->boxes[index] = (LampBox) { columns[place->column], from + place->offset, forest->size->width, node->height };
      bottom = MAX (bottom, layout->boxes[index].y + node->height);
    }
  layout->extents.height = bottom;
  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    layout->levels[i].height = bottom;
}

/* The top of all trees, which the first may not be: a child may stand higher than its parent. */
static double
stack_roots (Forest *forest)
{
  Outline all;
  double top = G_MAXDOUBLE;

  stack_children (forest, forest->first_root, &all, forest->size->gap_branch);
  FOR_EACH_SIBLING (forest, i, forest->first_root)
    give_back (forest, &forest->places[i]);
  for (guint i = 0; i < COLUMNS; i++)
    if (outline_has (&all, i))
      top = MIN (top, all.top[i]);

  return forest->first_root > 0 ? top : 0;
}

/**
 * lamp_tree_layout_new:
 * @nodes: (array length=n_nodes): the nodes, siblings in the order in which they shall stand; no parent may be its own
 *   ancestor
 * @n_nodes: how many
 * @size: measures
 *
 * Lays out a forest from the start to the end: every level in a column of its own, a parent in the middle of its
 * children, no two boxes on each other. It takes time in proportion to the number of nodes.
 *
 * Returns: (transfer full): where everything is
 */
LampTreeLayout *
lamp_tree_layout_new (const LampTreeNode *nodes,
                      guint               n_nodes,
                      const LampTreeSize *size)
{
  LampTreeLayout *self = g_new0 (LampTreeLayout, 1);
  Forest forest = { .nodes = nodes, .size = size, .n_nodes = n_nodes };
  g_autofree Place *places = g_new0 (Place, n_nodes + 1);
  g_autofree guint *order = g_new0 (guint, n_nodes + 1);
  g_autoptr (GPtrArray) spare = g_ptr_array_new_with_free_func (g_free);

  forest.spare = spare;
  forest.places = places;
  forest.order = order;
  self->boxes = g_new0 (LampBox, n_nodes + 1);
  self->n_boxes = n_nodes;
  link_nodes (&forest);
  put_in_order (&forest);
  for (guint i = forest.n_order; i > 0; i--)
    place_node (&forest, order[i - 1]);
  read_off (&forest, self, stack_roots (&forest));

  return self;
}

/**
 * lamp_tree_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
lamp_tree_layout_free (LampTreeLayout *self)
{
  if (!self)
    return;

  g_free (self->boxes);
  g_free (self);
}
