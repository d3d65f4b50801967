/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-anchor.h"

#include <math.h>

static void
get_sight (LampCanvas      *canvas,
           graphene_rect_t *sight)
{
  graphene_point_t from, to;

  lamp_canvas_to_plane (canvas, 0, 0, &from);
  lamp_canvas_to_plane (canvas, gtk_widget_get_width (GTK_WIDGET (canvas)), gtk_widget_get_height (GTK_WIDGET (canvas)),
                        &to);
  graphene_rect_init (sight, from.x, from.y, to.x - from.x, to.y - from.y);
}

static gboolean
is_in_sight (const LampBox         *box,
             const graphene_rect_t *sight)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height);

  return graphene_rect_intersection (&rect, sight, NULL);
}

/**
 * lamp_goal_anchor_sees:
 * @canvas: on which the goals are seen
 * @box: where one of them is
 *
 * Returns: whether any of it is in sight
 */
gboolean
lamp_goal_anchor_sees (LampCanvas    *canvas,
                       const LampBox *box)
{
  graphene_rect_t sight;

  get_sight (canvas, &sight);

  return is_in_sight (box, &sight);
}

static double
measure_way (const LampBox          *box,
             const graphene_point_t *point)
{
  return hypot (box->x + box->width / 2 - point->x, box->y + box->height / 2 - point->y);
}

/**
 * lamp_goal_anchor_choose:
 * @canvas: on which the goals are seen
 * @before: how they were laid out until now
 * @nodes: (element-type LampOutlineNode): what is to be shown now
 * @kept: for each of @nodes its place in @before, or -1
 * @selected: (nullable): the selected goal
 *
 * Chooses the goal that stays where it is seen when others come, go or move: of those that are in sight the selected
 * one, or else that with the focus, or else the one nearest to the middle.
 *
 * Returns: its place among @nodes; -1 when none of them is in sight
 */
int
lamp_goal_anchor_choose (LampCanvas           *canvas,
                         const LampTreeLayout *before,
                         GArray               *nodes,
                         const int            *kept,
                         const LampRow        *selected)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (canvas));
  int focus = focused ? lamp_canvas_get_index (canvas, focused) : -1;
  double best = G_MAXDOUBLE;
  int anchor = -1;
  graphene_rect_t sight;
  graphene_point_t middle;

  get_sight (canvas, &sight);
  graphene_rect_get_center (&sight, &middle);
  for (guint i = 0; i < nodes->len; i++)
    {
      const LampRow *goal = g_array_index (nodes, LampOutlineNode, i).goal;
      double way;

      if (kept[i] < 0 || !is_in_sight (&before->boxes[kept[i]], &sight))
        continue;
      way = goal && goal == selected ? -2 : kept[i] == focus ? -1 : measure_way (&before->boxes[kept[i]], &middle);
      if (way < best)
        {
          best = way;
          anchor = (int) i;
        }
    }

  return anchor;
}
