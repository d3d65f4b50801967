/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-links.h"

#include <adwaita.h>
#include <math.h>

/* The lines between goals: for what a goal supports a trunk beside the goal above, with a branch to each that supports
 * it; dashed curves for what a goal also supports; in the accent colour and wider along the line that is followed.
 *
 * A trunk and its branches are rectangles but for its two ends: a plan of thousands of goals is panned and zoomed by
 * hand, and curves that come from far away would cost more than everything else on the screen. */

#define PLAIN 1.5f
#define LIT 3.0f
#define ROOM 36.0  /* from a goal to one that is led to by a trunk, at least */
#define PART 0.65  /* where a trunk stands between the end of a column and the next */
#define BEND 10.0  /* the radius of a trunk's ends */
#define STUB 32.0  /* of a dashed curve that leads out of sight */

static void
get_accent (GdkRGBA *color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), color);
}

static gboolean
is_in_sight (const LampBox         *box,
             const graphene_rect_t *sight)
{
  return box->x + box->width >= sight->origin.x && box->x <= sight->origin.x + sight->size.width
         && box->y + box->height >= sight->origin.y && box->y <= sight->origin.y + sight->size.height;
}

static double
get_middle (const LampBox *box)
{
  return box->y + box->height / 2;
}

static gboolean
is_tucked (const LampBox *above,
           const LampBox *below)
{
  return below->x > above->x && below->x < above->x + above->width && below->y > above->y;
}

/* From the bottom of a goal to one of its own level that is tucked under it. */
static void
add_corner (GskPathBuilder *builder,
            const LampBox  *above,
            const LampBox  *below)
{
  double x = above->x + LAMP_TREE_TUCK / 2, y = get_middle (below);

  gsk_path_builder_move_to (builder, (float) x, (float) (above->y + above->height));
  gsk_path_builder_line_to (builder, (float) x, (float) (y - BEND));
  gsk_path_builder_quad_to (builder, (float) x, (float) y, (float) (x + BEND), (float) y);
  gsk_path_builder_line_to (builder, (float) below->x, (float) y);
}

/* From the end of the goal above to the start of the one that supports it. Where that does not stand further on (a
 * level upside down, or the last column of a long chain) the curve goes round by the start. */
static void
add_curve (GskPathBuilder *builder,
           const LampBox  *above,
           const LampBox  *below)
{
  double from_x = above->x + above->width, to_x = below->x;
  double from_y = above->y + above->height / 2, to_y = below->y + below->height / 2;
  double bend = (to_x - from_x) / 2;

  if (is_tucked (above, below))
    {
      add_corner (builder, above, below);
      return;
    }
  if (to_x < from_x)
    {
      from_x = above->x;
      bend = -40 - MAX (from_x - to_x, 0);
      gsk_path_builder_move_to (builder, from_x, from_y);
      gsk_path_builder_cubic_to (builder, from_x + bend, from_y, to_x - 40, to_y, to_x, to_y);
      return;
    }
  gsk_path_builder_move_to (builder, from_x, from_y);
  gsk_path_builder_cubic_to (builder, from_x + bend, from_y, to_x - bend, to_y, to_x, to_y);
}

static void
stroke (GtkSnapshot    *snapshot,
        GskPathBuilder *builder,
        float           width,
        gboolean        dashed,
        const GdkRGBA  *color)
{
  g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  if (dashed)
    gsk_stroke_set_dash (stroke, (const float[]) { 2, 6 }, 2);
  if (!gsk_path_is_empty (path))
    gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static const LampOutlineNode *
get_node (const LampGoalLinks *self,
          guint                index)
{
  return &g_array_index (self->nodes, LampOutlineNode, index);
}

static gboolean
is_lit (const LampGoalLinks *self,
        guint                index)
{
  const LampOutlineNode *node;

  if (g_hash_table_size (self->lit) == 0)
    return FALSE;
  node = get_node (self, index);

  return node->goal && node->parent >= 0 && g_hash_table_contains (self->lit, node->goal)
         && g_hash_table_contains (self->lit, get_node (self, node->parent)->goal);
}

/* Where a goal that stands further on is led to, or a curve where it does not: a level upside down, or the last column of
 * a long chain. */
static gboolean
is_further_on (const LampBox *above,
               const LampBox *below)
{
  return below->x >= above->x + above->width + ROOM;
}

static void
fill (GtkSnapshot           *snapshot,
      const graphene_rect_t *sight,
      const GdkRGBA         *color,
      double                 x,
      double                 y,
      double                 width,
      double                 height)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  if (width > 0 && height > 0 && graphene_rect_intersection (&rect, sight, &rect))
    gtk_snapshot_append_color (snapshot, color, &rect);
}

/* From the trunk to a goal: straight, or round from the trunk's end. */
static void
add_end (GskPathBuilder *ends,
         double          trunk,
         double          middle,
         double          from,
         double          to)
{
  double bend = CLAMP (fabs (middle - from), 0, BEND);

  gsk_path_builder_move_to (ends, (float) trunk, (float) (from < middle ? middle - bend : middle + bend));
  gsk_path_builder_quad_to (ends, (float) trunk, (float) middle, (float) (trunk + bend), (float) middle);
  gsk_path_builder_line_to (ends, (float) to, (float) middle);
}

/* Whether anything of the branch to a goal can be seen; most of thousands are far above or below. */
static gboolean
is_beside (const LampBox         *box,
           const graphene_rect_t *sight)
{
  double middle = get_middle (box);

  return middle >= sight->origin.y - BEND && middle <= sight->origin.y + sight->size.height + BEND;
}

/* Whether a goal has a trunk of which anything can be seen; likewise. */
static gboolean
passes_by (const LampGoalTrunk   *trunk,
           const graphene_rect_t *sight)
{
  return trunk->top <= trunk->bottom && trunk->bottom >= sight->origin.y - PLAIN
         && trunk->top <= sight->origin.y + sight->size.height + PLAIN;
}

/* The branch to one goal; those at the ends of the trunk are rounded. */
static void
draw_branch (const LampGoalLinks   *self,
             GtkSnapshot           *snapshot,
             const graphene_rect_t *sight,
             const GdkRGBA         *color,
             GskPathBuilder        *ends,
             guint                  index)
{
  const LampBox *below = &self->layout->boxes[index];
  int parent = get_node (self, index)->parent;
  const LampBox *above = &self->layout->boxes[parent];
  const LampGoalTrunk *trunk = &g_array_index (self->trunks, LampGoalTrunk, parent);
  double middle = get_middle (below);
  double at = trunk->x;

  if (!is_further_on (above, below))
    add_curve (ends, above, below);
  else if (trunk->top < trunk->bottom && (middle <= trunk->top || middle >= trunk->bottom))
    add_end (ends, at, middle, middle <= trunk->top ? trunk->bottom : trunk->top, below->x);
  else
    fill (snapshot, sight, color, at - PLAIN / 2, middle - PLAIN / 2, below->x - at + PLAIN / 2, PLAIN);
}

static void
draw_trunk (const LampGoalLinks   *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *sight,
            const GdkRGBA         *color,
            guint                  index)
{
  const LampGoalTrunk *trunk = &g_array_index (self->trunks, LampGoalTrunk, index);
  const LampBox *box = &self->layout->boxes[index];
  double from = box->x + box->width, at = trunk->x, middle = get_middle (box);
  double bend = MIN (BEND, trunk->bottom - trunk->top);

  fill (snapshot, sight, color, from, middle - PLAIN / 2, at - PLAIN / 2 - from, PLAIN);
  fill (snapshot, sight, color, at - PLAIN / 2, trunk->top + bend, PLAIN, trunk->bottom - trunk->top - 2 * bend);
}

static void
add_lit (const LampGoalLinks *self,
         GskPathBuilder      *line,
         guint                index)
{
  const LampBox *below = &self->layout->boxes[index];
  int parent = get_node (self, index)->parent;
  const LampBox *above = &self->layout->boxes[parent];
  double from = get_middle (above), to = get_middle (below);
  double at = g_array_index (self->trunks, LampGoalTrunk, parent).x;

  if (!is_further_on (above, below))
    {
      add_curve (line, above, below);
      return;
    }
  gsk_path_builder_move_to (line, (float) (above->x + above->width), (float) from);
  gsk_path_builder_line_to (line, (float) at, (float) from);
  if (from != to)
    {
      gsk_path_builder_line_to (line, (float) at, (float) (to - CLAMP (to - from, -BEND, BEND)));
      gsk_path_builder_quad_to (line, (float) at, (float) to, (float) (at + MIN (BEND, fabs (to - from))), (float) to);
    }
  gsk_path_builder_line_to (line, (float) below->x, (float) to);
}

static void
draw_alignments (const LampGoalLinks   *self,
                 GtkSnapshot           *snapshot,
                 const graphene_rect_t *sight,
                 const GdkRGBA         *plain,
                 const GdkRGBA         *accent)
{
  GskPathBuilder *ends = gsk_path_builder_new ();
  GskPathBuilder *line = gsk_path_builder_new ();

  for (guint i = 0; i < self->layout->n_boxes; i++)
    {
      if (passes_by (&g_array_index (self->trunks, LampGoalTrunk, i), sight))
        draw_trunk (self, snapshot, sight, plain, i);
      if (is_beside (&self->layout->boxes[i], sight) && get_node (self, i)->parent >= 0)
        draw_branch (self, snapshot, sight, plain, ends, i);
      if (is_lit (self, i))
        add_lit (self, line, i);
    }
  stroke (snapshot, ends, PLAIN, FALSE, plain);
  stroke (snapshot, line, LIT, FALSE, accent);
}

/* The starts of the columns, of which there are few however many goals there are. */
static GArray *
list_columns (const LampTreeLayout *layout)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < layout->n_boxes; i++)
    {
      double x = layout->boxes[i].x;
      guint at = 0;

      while (at < columns->len && g_array_index (columns, double, at) < x)
        at++;
      if (at == columns->len || g_array_index (columns, double, at) > x)
        g_array_insert_val (columns, at, x);
    }

  return columns;
}

/* Between the end of what stands in the column of a goal, or is tucked in there, and the next column. */
static double
find_trunk_x (GArray        *columns,
              const LampBox *box)
{
  double end = box->x + box->width;

  for (guint i = 1; i < columns->len; i++)
    if (g_array_index (columns, double, i) >= end)
      {
        end = g_array_index (columns, double, i - 1) + box->width;
        return end + (g_array_index (columns, double, i) - end) * PART;
      }

  return end;
}

/**
 * lamp_goal_links_find_trunks:
 * @nodes: (element-type LampOutlineNode): the nodes
 * @layout: where they are
 *
 * Returns: (transfer full) (element-type LampGoalTrunk): for each node where its trunk stands and how far it reaches
 */
GArray *
lamp_goal_links_find_trunks (GArray               *nodes,
                             const LampTreeLayout *layout)
{
  g_autoptr (GArray) columns = list_columns (layout);
  GArray *trunks = g_array_sized_new (FALSE, FALSE, sizeof (LampGoalTrunk), nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    {
      LampGoalTrunk none = { find_trunk_x (columns, &layout->boxes[i]), G_MAXDOUBLE, -G_MAXDOUBLE };

      g_array_append_val (trunks, none);
    }
  for (guint i = 0; i < nodes->len; i++)
    {
      int parent = g_array_index (nodes, LampOutlineNode, i).parent;
      LampGoalTrunk *trunk = parent >= 0 ? &g_array_index (trunks, LampGoalTrunk, parent) : NULL;

      if (trunk == NULL || !is_further_on (&layout->boxes[parent], &layout->boxes[i]))
        continue;
      trunk->top = MIN (trunk->top, MIN (get_middle (&layout->boxes[i]), get_middle (&layout->boxes[parent])));
      trunk->bottom = MAX (trunk->bottom, MAX (get_middle (&layout->boxes[i]), get_middle (&layout->boxes[parent])));
    }

  return trunks;
}

static int
find_place (GHashTable *places,
            const char *id)
{
  return id ? GPOINTER_TO_INT (g_hash_table_lookup (places, id)) - 1 : -1;
}

/**
 * lamp_goal_links_find_others:
 * @snapshot: the goals
 * @places: the identifier of a goal → its place among the nodes, + 1
 *
 * Returns: (transfer full) (element-type LampGoalPair): which of the nodes also support which
 */
GArray *
lamp_goal_links_find_others (LampSnapshot *snapshot,
                             GHashTable   *places)
{
  GPtrArray *links = lamp_snapshot_get (snapshot, "goal_links");
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (LampGoalPair));

  for (guint i = 0; i < links->len; i++)
    {
      int goal = find_place (places, lamp_row_get_text (links->pdata[i], "goal"));
      int above = find_place (places, lamp_row_get_text (links->pdata[i], "supports"));
      LampGoalPair pair = { (guint) goal, (guint) above };

      if (goal >= 0 && above >= 0)
        g_array_append_val (pairs, pair);
    }

  return pairs;
}

static gboolean
touches_line (const LampGoalLinks *self,
              guint                goal)
{
  return g_hash_table_contains (self->lit, get_node (self, goal)->goal);
}

/* Of a curve that leads out of sight only how it leaves, unless it belongs to the line that is followed: long curves
 * that come from nowhere say nothing. */
static void
add_stub (GskPathBuilder *builder,
          const LampBox  *box,
          gboolean        leads_up,
          const LampBox  *other)
{
  double side = leads_up ? -1 : 1;
  double x = leads_up ? box->x : box->x + box->width;
  double tilt = get_middle (other) > get_middle (box) ? STUB : -STUB;

  gsk_path_builder_move_to (builder, (float) x, (float) get_middle (box));
  gsk_path_builder_quad_to (builder, (float) (x + side * STUB / 2), (float) get_middle (box), (float) (x + side * STUB / 2),
                            (float) (get_middle (box) + tilt));
}

static void
draw_also_supports (const LampGoalLinks   *self,
                    GtkSnapshot           *snapshot,
                    const graphene_rect_t *sight,
                    const GdkRGBA         *plain,
                    const GdkRGBA         *accent)
{
  GskPathBuilder *others = gsk_path_builder_new ();
  GskPathBuilder *line = gsk_path_builder_new ();

  for (guint i = 0; i < self->others->len; i++)
    {
      const LampGoalPair *pair = &g_array_index (self->others, LampGoalPair, i);
      const LampBox *above = &self->layout->boxes[pair->above], *goal = &self->layout->boxes[pair->goal];
      gboolean has_above = is_in_sight (above, sight), has_goal = is_in_sight (goal, sight);

      if (touches_line (self, pair->goal) ? has_above || has_goal : has_above && has_goal)
        add_curve (touches_line (self, pair->goal) ? line : others, above, goal);
      else if (has_above || has_goal)
        add_stub (others, has_goal ? goal : above, has_goal, has_goal ? above : goal);
    }
  stroke (snapshot, others, PLAIN, TRUE, plain);
  stroke (snapshot, line, PLAIN + 0.5f, TRUE, accent);
}

/**
 * lamp_goal_links_draw:
 * @self: what to draw
 * @snapshot: where to
 * @sight: what can be seen
 */
void
lamp_goal_links_draw (const LampGoalLinks   *self,
                      GtkSnapshot           *snapshot,
                      const graphene_rect_t *sight)
{
  GdkRGBA plain, accent;

  gtk_widget_get_color (self->widget, &plain);
  plain.alpha *= 0.35f;
  get_accent (&accent);
  draw_alignments (self, snapshot, sight, &plain, &accent);
  draw_also_supports (self, snapshot, sight, &plain, &accent);
}
