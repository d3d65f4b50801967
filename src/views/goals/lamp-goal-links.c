/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-links.h"

#include <adwaita.h>

/* The curves between goals: solid for what a goal supports, dashed for what it also supports, in the accent colour and
 * wider along the line that is followed. */

#define PLAIN 1.5f
#define LIT 3.0f

static void
get_accent (GdkRGBA *color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), color);
}

static gboolean
is_in_sight (const LampBox         *a,
             const LampBox         *b,
             const graphene_rect_t *sight)
{
  double top = MIN (a->y, b->y), bottom = MAX (a->y + a->height, b->y + b->height);
  double left = MIN (a->x, b->x), right = MAX (a->x + a->width, b->x + b->width);

  return right >= sight->origin.x && left <= sight->origin.x + sight->size.width
         && bottom >= sight->origin.y && top <= sight->origin.y + sight->size.height;
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
  const LampOutlineNode *node = get_node (self, index);

  return node->goal && g_hash_table_contains (self->lit, node->goal)
         && g_hash_table_contains (self->lit, get_node (self, node->parent)->goal);
}

static void
draw_alignments (const LampGoalLinks   *self,
                 GtkSnapshot           *snapshot,
                 const graphene_rect_t *sight,
                 const GdkRGBA         *plain,
                 const GdkRGBA         *accent)
{
  GskPathBuilder *others = gsk_path_builder_new ();
  GskPathBuilder *line = gsk_path_builder_new ();

  for (guint i = 0; i < self->layout->n_boxes; i++)
    {
      int parent = get_node (self, i)->parent;

      if (parent >= 0 && is_in_sight (&self->layout->boxes[parent], &self->layout->boxes[i], sight))
        add_curve (is_lit (self, i) ? line : others, &self->layout->boxes[parent], &self->layout->boxes[i]);
    }
  stroke (snapshot, others, PLAIN, FALSE, plain);
  stroke (snapshot, line, LIT, FALSE, accent);
}

static int
find_place (const LampGoalLinks *self,
            const char          *id)
{
  return id ? GPOINTER_TO_INT (g_hash_table_lookup (self->places, id)) - 1 : -1;
}

static gboolean
touches_line (const LampGoalLinks *self,
              int                  goal)
{
  return g_hash_table_contains (self->lit, get_node (self, goal)->goal);
}

static void
draw_also_supports (const LampGoalLinks   *self,
                    GtkSnapshot           *snapshot,
                    const graphene_rect_t *sight,
                    const GdkRGBA         *plain,
                    const GdkRGBA         *accent)
{
  GPtrArray *links = lamp_snapshot_get (self->snapshot, "goal_links");
  GskPathBuilder *others = gsk_path_builder_new ();
  GskPathBuilder *line = gsk_path_builder_new ();

  for (guint i = 0; i < links->len; i++)
    {
      int goal = find_place (self, lamp_row_get_text (links->pdata[i], "goal"));
      int above = find_place (self, lamp_row_get_text (links->pdata[i], "supports"));

      if (goal >= 0 && above >= 0 && is_in_sight (&self->layout->boxes[above], &self->layout->boxes[goal], sight))
        add_curve (touches_line (self, goal) ? line : others, &self->layout->boxes[above], &self->layout->boxes[goal]);
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
