/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-tree-layout.h"

/* A tidy tree after Reingold and Tilford, with one difference: how far to the side a node stands is said by its level
 * and not by its depth. A goal that supports one of its own level stands one step further within that level's column.
 * So the outline of a subtree is no deeper than there are columns, and joining two outlines costs the same however
 * large the subtrees are. Nothing recurses: a chain may be as long as it likes. */

#define STEPS 6 /* columns within a level; a longer chain within one level goes on upwards in the last of them */
#define COLUMNS (LAMP_TREE_LEVELS * STEPS)
#define TUCKED 0.5 /* what the x of a tucked node has beside its column */
#define CLOSER (2 / 3.0) /* the gap between columns of one level, of that between levels */

typedef struct
{
  double top[COLUMNS];    /* where the subtree begins in each column; top > bottom: not there */
  double bottom[COLUMNS];
} Outline;

/* Other nodes are named by their place + 1, so that memory which is handed out empty says “none”. It is small, because
 * of a large forest it is memory that costs time. */
typedef struct
{
  guint first_child;
  guint last_child;
  guint next_sibling;
  guint outline;         /* the name of that of its subtree, from its own top; a node without children has none: its box
                          * is all of it */
} Place;

/* Until all is placed, a box's x is its column, and its y that of its top from its parent's top (of a root: from the top
 * of the first). */
typedef struct
{
  const LampTreeNode *nodes;
  const LampTreeSize *size;
  guint n_nodes;
  Place *places;
  LampBox *boxes;
  guint *order;          /* each node after its parent, and all of a subtree together */
  guint n_order;
  guint first_root;
  guint last_root;
  guint64 n_steps;       /* how many nodes were climbed from or stacked */
  gboolean used[COLUMNS]; /* whether a node stands in a column */
  gboolean tucks[COLUMNS]; /* whether a tucked node does */
  GArray *outlines;      /* Outline */
  GArray *spare;         /* the names of those to be used again */
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

static guint
get_column (const Forest *forest,
            guint         index)
{
  return (guint) forest->boxes[index].x;
}

static Outline *
get_outline (const Forest *forest,
             guint         name)
{
  return name > 0 ? &g_array_index (forest->outlines, Outline, name - 1) : NULL;
}

/* Outlines are few and stay warm: only those along one way down are in use at a time. */
static guint
take_outline (Forest *forest)
{
  guint name = forest->outlines->len + 1;

  if (forest->spare->len > 0)
    {
      name = g_array_index (forest->spare, guint, forest->spare->len - 1);
      g_array_set_size (forest->spare, forest->spare->len - 1);
    }
  else
    {
      g_array_set_size (forest->outlines, name);
    }
  outline_clear (get_outline (forest, name));

  return name;
}

static void
give_back (Forest *forest,
           Place  *place)
{
  if (place->outline > 0)
    g_array_append_val (forest->spare, place->outline);
  place->outline = 0;
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

static gboolean
is_tucked (const Forest *forest,
           guint         index)
{
  const LampTreeNode *node = &forest->nodes[index];

  return node->is_tucked && node->parent >= 0 && forest->nodes[node->parent].level == node->level
         && forest->places[index].first_child == 0;
}

/* The columns within a level start at 0 and go up by one with each node that supports one of its own level. */
static void
choose_column (Forest *forest,
               guint   index)
{
  const LampTreeNode *node = &forest->nodes[index];
  guint level = MIN (node->level, LAMP_TREE_LEVELS - 1);
  guint column = level * STEPS;

  if (is_tucked (forest, index))
    {
      column = get_column (forest, (guint) node->parent);
      forest->boxes[index].x = column + TUCKED;
      forest->tucks[column] = TRUE;
      return;
    }
  if (node->parent >= 0 && forest->nodes[node->parent].level == node->level)
    column = MIN (get_column (forest, (guint) node->parent) + 1, column + STEPS - 1);
  forest->boxes[index].x = column;
  forest->used[column] = TRUE;
}

/* The name of the node that follows in the tree of @root when a whole subtree has been listed. */
static guint
next_beyond (Forest *forest,
             guint   index,
             guint   root)
{
  for (; index != root && forest->places[index].next_sibling == 0; forest->n_steps++)
    index = (guint) forest->nodes[index].parent;

  return index != root ? forest->places[index].next_sibling : 0;
}

/* Lists every node of a tree after its parent, a subtree at a time. */
static void
put_in_order (Forest *forest,
              guint   root)
{
  guint name = root + 1;

  while (name > 0)
    {
      guint index = name - 1;

      choose_column (forest, index);
      forest->order[forest->n_order++] = index;
      name = forest->places[index].first_child;
      if (name == 0)
        name = next_beyond (forest, index, root);
    }
}

static void
link_nodes (Forest *forest)
{
  for (guint i = 0; i < forest->n_nodes; i++)
    append_child (forest, forest->nodes[i].parent, i);
}

/* Puts a node below those of its siblings that have been put, as high as it may stand and no higher than the last. */
static void
stack (Forest  *forest,
       guint    index,
       Outline *all,
       gboolean is_first,
       double   last,
       double   gap)
{
  const Outline *own = get_outline (forest, forest->places[index].outline);
  guint column = get_column (forest, index);
  double clear = own != NULL ? outline_clearance (all, own, column, gap, forest->size->gap_branch)
                             : all->bottom[column] + gap;
  double offset = is_first ? 0 : MAX (clear, last);

  forest->n_steps++;
  forest->boxes[index].y = offset;
  if (own != NULL)
    outline_join (all, own, offset);
  else
    outline_add (all, column, offset, forest->nodes[index].height);
}

/* The top of a parent, from the first child's top: so that its middle is that of its children; but where its own
 * subtree is in its way (a chain longer than its level has columns, or levels upside down) above all of it. */
static double
choose_parent_top (Forest        *forest,
                   guint          index,
                   guint          first,
                   guint          last,
                   double         tucked,
                   const Outline *below)
{
  guint column = get_column (forest, index);
  double first_middle = forest->nodes[first].height / 2;
  double last_middle = forest->boxes[last].y + forest->nodes[last].height / 2;
  double height = forest->nodes[index].height;

  if (outline_has (below, column))
    return below->top[column] - forest->size->gap_y - tucked - height;

  return (first_middle + last_middle - height) / 2;
}

/* Puts tucked children one below the other under their parent. Returns how much room they take, with the gaps. */
static double
tuck_children (Forest *forest,
               guint   index)
{
  double height = forest->nodes[index].height;
  double room = 0;

  FOR_EACH_SIBLING (forest, i, forest->places[index].first_child)
    if (is_tucked (forest, i))
      {
        forest->boxes[i].y = height + room + forest->size->gap_y;
        room += forest->size->gap_y + forest->nodes[i].height;
      }

  return room;
}

static void
place_node (Forest *forest,
            guint   index)
{
  Place *place = &forest->places[index];
  guint name, first = G_MAXUINT, last = G_MAXUINT;
  Outline *outline;
  double top = 0, tucked;

  if (place->first_child == 0)
    return;
  name = take_outline (forest);
  outline = get_outline (forest, name);
  tucked = tuck_children (forest, index);
  FOR_EACH_SIBLING (forest, i, place->first_child)
    if (!is_tucked (forest, i))
      {
        stack (forest, i, outline, first == G_MAXUINT, first == G_MAXUINT ? 0 : forest->boxes[last].y,
               forest->size->gap_y);
        first = first == G_MAXUINT ? i : first;
        last = i;
      }
  if (first != G_MAXUINT)
    top = choose_parent_top (forest, index, first, last, tucked, outline);
  FOR_EACH_SIBLING (forest, i, place->first_child)
    if (!is_tucked (forest, i))
      {
        forest->boxes[i].y -= top;
        give_back (forest, &forest->places[i]);
      }
  outline_shift (outline, -top);
  outline_add (outline, get_column (forest, index), 0, forest->nodes[index].height + tucked);
  place->outline = name;
}

/* From now on the boxes of a tree know their tops from the top of the first root. */
static void
settle (Forest *forest,
        guint   from)
{
  for (guint i = from; i < forest->n_order; i++)
    {
      guint index = forest->order[i];
      int parent = forest->nodes[index].parent;

      if (parent >= 0)
        forest->boxes[index].y += forest->boxes[parent].y;
    }
}

/* One tree after the other, all of it while it is warm. Returns what they take up, from the top of the first root. */
static Outline
place_trees (Forest *forest)
{
  Outline all;
  double last = 0;

  outline_clear (&all);
  FOR_EACH_SIBLING (forest, root, forest->first_root)
    {
      guint from = forest->n_order;

      put_in_order (forest, root);
      for (guint i = forest->n_order; i > from; i--)
        place_node (forest, forest->order[i - 1]);
      stack (forest, root, &all, root + 1 == forest->first_root, last, forest->size->gap_branch);
      last = forest->boxes[root].y;
      give_back (forest, &forest->places[root]);
      settle (forest, from);
    }

  return all;
}

/* Where each column starts; columns with no node take no room. */
static void
spread_columns (Forest         *forest,
                LampTreeLayout *layout,
                double         *columns)
{
  const LampTreeSize *size = forest->size;
  double x = 0, end = 0;
  guint before = COLUMNS;

  for (guint i = 0; i < COLUMNS; i++)
    {
      LampBox *level = &layout->levels[i / STEPS];

      if (!forest->used[i])
        continue;
      if (before < COLUMNS)
        x = end + size->gap_x * (before / STEPS == i / STEPS ? CLOSER : 1);
      end = x + size->width + (forest->tucks[i] ? LAMP_TREE_TUCK : 0);
      columns[i] = x;
      if (level->width == 0)
        level->x = x;
      level->width = end - level->x;
      before = i;
    }
  layout->extents.width = end;
}

/* Moves all of it so that nothing is above 0: a child may stand higher than the first root. */
static void
read_off (Forest         *forest,
          LampTreeLayout *layout,
          const Outline  *all)
{
  double columns[COLUMNS];
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  spread_columns (forest, layout, columns);
  for (guint i = 0; i < COLUMNS; i++)
    {
      top = MIN (top, all->top[i]);
      bottom = MAX (bottom, all->bottom[i]);
    }
  for (guint i = 0; i < forest->n_nodes; i++)
    {
      LampBox *box = &layout->boxes[i];
      guint column = get_column (forest, i);
      double x = columns[column] + (box->x > column ? LAMP_TREE_TUCK : 0);

      *box = (LampBox) { x, box->y - top, forest->size->width, forest->nodes[i].height };
    }
  layout->extents.height = MAX (bottom - top, 0);
  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    layout->levels[i].height = layout->extents.height;
}

/**
 * lamp_tree_layout_new:
 * @nodes: (array length=n_nodes): the nodes, siblings in the order in which they shall stand; no parent may be its own
 *   ancestor
 * @n_nodes: how many
 * @size: measures
 *
 * Lays out a forest from the start to the end: every level in a column of its own, a parent in the middle between its
 * first and its last child, no two boxes on each other. It takes time in proportion to the number of nodes.
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
  g_autofree guint *order = g_new (guint, n_nodes + 1);
  g_autoptr (GArray) outlines = g_array_new (FALSE, FALSE, sizeof (Outline));
  g_autoptr (GArray) spare = g_array_new (FALSE, FALSE, sizeof (guint));
  Outline all;

  self->boxes = g_new (LampBox, n_nodes + 1);
  self->n_boxes = n_nodes;
  forest.places = places;
  forest.boxes = self->boxes;
  forest.order = order;
  forest.outlines = outlines;
  forest.spare = spare;
  link_nodes (&forest);
  all = place_trees (&forest);
  read_off (&forest, self, &all);
  self->n_steps = forest.n_steps;

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
