/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-chart.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-paper-text.h"
#include "lamp-tree-layout.h"

/* The tree of goals as a drawing, with the measures of the window's: columns by level, what supports what as lines,
 * what also supports as dashes. It stands on its own: texts are copied, and it is drawn in whatever thread. */

#define NODE_WIDTH 196
#define NODE_HEIGHT 74
#define HEADING 28
#define LEGEND 30
#define INSET 8
#define EDGE 1

#define INK 0.1
#define GREY 0.35
#define LINE 0.5

typedef enum
{
  STATUS_NONE,
  STATUS_NOT_STARTED,
  STATUS_IN_PROGRESS,
  STATUS_PARTIALLY_MET,
  STATUS_MET,
  STATUS_NOT_MET,
  STATUS_DROPPED,
} Status;

typedef struct
{
  LampBox box;
  int parent;
  char *title;
  char *note;
  char *status_word;  /* (nullable) */
  char *percent;      /* (nullable) */
  Status status;
  double fraction;
  gboolean is_private;
  gboolean is_context;
  gboolean is_unaligned;
} Node;

typedef struct
{
  guint goal;
  guint above;
} Link;

typedef struct
{
  GArray *nodes;
  GArray *links;
  LampBox levels[LAMP_TREE_LEVELS];
  double width;
  double height;
  gboolean is_mirrored;
} Chart;

static void
node_clear (gpointer data)
{
  Node *self = data;

  g_free (self->title);
  g_free (self->note);
  g_free (self->status_word);
  g_free (self->percent);
}

static void
chart_free (gpointer data)
{
  Chart *self = data;

  g_array_unref (self->nodes);
  g_array_unref (self->links);
  g_free (self);
}

/* Making it. */

static Status
parse_status (const LampRow *goal)
{
  static const char * const words[] = { "not-started", "in-progress", "partially-met", "met", "not-met", "dropped" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (lamp_row_is (goal, "status", words[i]))
      return (Status) (STATUS_NOT_STARTED + i);

  return STATUS_NONE;
}

static char *
dup_note (LampGoalPlan       *plan,
          const LampPlanNode *node,
          gboolean            without_people)
{
  const char *owner = without_people ? NULL : lamp_goal_plan_get_name (plan, node, "owner");
  g_autofree char *due = node->goal != NULL ? lamp_date_dup_display (lamp_row_get_text (node->goal, "due")) : NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (node->is_unaligned)
    parts[n++] = _("Aligns with nothing");
  if (owner != NULL)
    parts[n++] = owner;
  if (due != NULL && *due != '\0')
    parts[n++] = due;

  return g_strjoinv (" · ", (char **) parts);
}

static void
add_node (Chart              *self,
          LampGoalPlan       *plan,
          const LampPlanNode *from,
          gboolean            without_people)
{
  Node node = { .parent = from->parent, .is_private = from->goal == NULL, .is_context = from->is_context,
                .is_unaligned = from->is_unaligned };

  node.title = lamp_goal_plan_dup_title (plan, from);
  node.note = dup_note (plan, from, without_people);
  if (from->goal != NULL)
    {
      const char *word = lamp_goal_plan_get_label (from, "status");

      node.status = parse_status (from->goal);
      node.status_word = g_strdup (word != NULL ? word : C_ ("goal", "No status"));
      node.percent = lamp_goal_plan_dup_percent (plan, from);
      lamp_rollup_get_fraction (plan->rollup, lamp_row_get_id (from->goal), &node.fraction);
    }
  g_array_append_val (self->nodes, node);
}

static void
add_links (Chart        *self,
           LampGoalPlan *plan)
{
  GPtrArray *links = lamp_snapshot_get (plan->snapshot, "goal_links");

  for (guint i = 0; i < links->len; i++)
    {
      guint goal = GPOINTER_TO_UINT (g_hash_table_lookup (plan->places, lamp_row_get_text (links->pdata[i], "goal")));
      guint above = GPOINTER_TO_UINT (g_hash_table_lookup (plan->places,
                                                           lamp_row_get_text (links->pdata[i], "supports")));
      Link link = { goal - 1, above - 1 };

      if (goal > 0 && above > 0 && goal != above)
        g_array_append_val (self->links, link);
    }
}

static LampBox
place (Chart   *self,
       LampBox  box)
{
  box.x = self->is_mirrored ? self->width - EDGE - box.x - box.width : box.x + EDGE;
  box.y += HEADING;

  return box;
}

static void
lay_out (Chart        *self,
         LampGoalPlan *plan)
{
  static const LampTreeSize size = { NODE_WIDTH, 56, 10, 20 };
  g_autofree LampTreeNode *nodes = g_new0 (LampTreeNode, plan->nodes->len + 1);
  g_autoptr (LampTreeLayout) layout = NULL;

  for (guint i = 0; i < plan->nodes->len; i++)
    nodes[i] = (LampTreeNode) { lamp_goal_plan_get (plan, i)->parent, lamp_goal_plan_get (plan, i)->level, NODE_HEIGHT };
  layout = lamp_tree_layout_new (nodes, plan->nodes->len, &size);
  self->width = MAX (layout->extents.width, NODE_WIDTH) + 2 * EDGE;
  self->height = HEADING + layout->extents.height + LEGEND;
  for (guint i = 0; i < layout->n_boxes; i++)
    g_array_index (self->nodes, Node, i).box = place (self, layout->boxes[i]);
  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    self->levels[i] = place (self, layout->levels[i]);
}

/* Drawing it. */

typedef struct
{
  Chart *chart;
  cairo_t *cr;
  PangoContext *context;
  LampBox sight;
} Pen;

static const Node *
get_node (Chart *self,
          guint  place_of_node)
{
  return &g_array_index (self->nodes, Node, place_of_node);
}

static gboolean
is_in_sight (const Pen     *pen,
             const LampBox *one,
             const LampBox *other)
{
  double left = MIN (one->x, other->x) - 60;
  double right = MAX (one->x + one->width, other->x + other->width) + 60;
  double top = MIN (one->y, other->y);
  double bottom = MAX (one->y + one->height, other->y + other->height);

  return left < pen->sight.x + pen->sight.width && right > pen->sight.x && top < pen->sight.y + pen->sight.height
         && bottom > pen->sight.y;
}

static void
set_grey (const Pen *pen,
          double     grey)
{
  cairo_set_source_rgb (pen->cr, grey, grey, grey);
}

/* From the side of @above that faces @below; when neither lies beside the other, around both. */
static void
add_curve (const Pen     *pen,
           const LampBox *above,
           const LampBox *below)
{
  double from_y = above->y + above->height / 2;
  double to_y = below->y + below->height / 2;
  double from_x, to_x, bend;

  if (below->x >= above->x + above->width)
    {
      from_x = above->x + above->width;
      to_x = below->x;
      bend = (to_x - from_x) / 2;
      cairo_move_to (pen->cr, from_x, from_y);
      cairo_curve_to (pen->cr, from_x + bend, from_y, to_x - bend, to_y, to_x, to_y);
    }
  else if (below->x + below->width <= above->x)
    {
      from_x = above->x;
      to_x = below->x + below->width;
      bend = (from_x - to_x) / 2;
      cairo_move_to (pen->cr, from_x, from_y);
      cairo_curve_to (pen->cr, from_x - bend, from_y, to_x + bend, to_y, to_x, to_y);
    }
  else
    {
      cairo_move_to (pen->cr, above->x, from_y);
      cairo_curve_to (pen->cr, above->x - 26, from_y, below->x - 26, to_y, below->x, to_y);
    }
}

static void
draw_links (const Pen *pen)
{
  static const double dash[] = { 3, 3 };

  set_grey (pen, LINE);
  cairo_set_line_width (pen->cr, 1.2);
  for (guint i = 0; i < pen->chart->nodes->len; i++)
    {
      const Node *node = get_node (pen->chart, i);

      if (node->parent >= 0 && is_in_sight (pen, &get_node (pen->chart, (guint) node->parent)->box, &node->box))
        add_curve (pen, &get_node (pen->chart, (guint) node->parent)->box, &node->box);
    }
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, dash, 2, 0);
  cairo_set_line_width (pen->cr, 0.9);
  for (guint i = 0; i < pen->chart->links->len; i++)
    {
      const Link *link = &g_array_index (pen->chart->links, Link, i);
      const LampBox *above = &get_node (pen->chart, link->above)->box;
      const LampBox *below = &get_node (pen->chart, link->goal)->box;

      if (is_in_sight (pen, above, below))
        add_curve (pen, above, below);
    }
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static double
draw_text (const Pen      *pen,
           LampPaperStyle  style,
           const char     *text,
           double          x,
           double          y,
           double          width,
           int             lines,
           gboolean        at_end)
{
  g_autofree char *line = lamp_paper_dup_line (text);
  g_autoptr (PangoLayout) layout = lamp_paper_layout_new (pen->context, style, line);
  int used;

  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  lamp_paper_layout_align (layout, at_end);
  cairo_tag_begin (pen->cr, "P", NULL);
  lamp_paper_show_layout (pen->cr, layout, x, y);
  cairo_tag_end (pen->cr, "P");
  pango_layout_get_size (layout, &used, NULL);

  return pango_units_to_double (used);
}

static void
add_round_box (const Pen     *pen,
               const LampBox *box,
               double         radius)
{
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, box->x + box->width - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (pen->cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0, G_PI / 2);
  cairo_arc (pen->cr, box->x + radius, box->y + box->height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (pen->cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (pen->cr);
}

/* How much of its disk a status fills; its mark, where it has one, is drawn in the middle. */
static void
draw_status (const Pen *pen,
             Status     status,
             double     x,
             double     y)
{
  static const double filled[] = { 0, 0, 0.25, 0.5, 1, 0, 0 };
  const double radius = 3.6;

  set_grey (pen, INK);
  cairo_set_line_width (pen->cr, 0.8);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (pen->cr);
  if (filled[status] > 0)
    {
      cairo_move_to (pen->cr, x, y);
      cairo_arc (pen->cr, x, y, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * filled[status]);
      cairo_fill (pen->cr);
    }
  if (status == STATUS_MET)
    {
      cairo_set_source_rgb (pen->cr, 1, 1, 1);
      cairo_move_to (pen->cr, x - 1.8, y);
      cairo_line_to (pen->cr, x - 0.4, y + 1.5);
      cairo_line_to (pen->cr, x + 2, y - 1.6);
    }
  else if (status == STATUS_NOT_MET)
    {
      cairo_move_to (pen->cr, x - 1.6, y - 1.6);
      cairo_line_to (pen->cr, x + 1.6, y + 1.6);
      cairo_move_to (pen->cr, x + 1.6, y - 1.6);
      cairo_line_to (pen->cr, x - 1.6, y + 1.6);
    }
  else if (status == STATUS_DROPPED)
    {
      cairo_move_to (pen->cr, x - 1.9, y);
      cairo_line_to (pen->cr, x + 1.9, y);
    }
  cairo_stroke (pen->cr);
}

static void
draw_progress (const Pen  *pen,
               const Node *node,
               double      x,
               double      y,
               double      width)
{
  double done = CLAMP (node->fraction, 0, 1) * width;

  set_grey (pen, 0.88);
  cairo_rectangle (pen->cr, x, y, width, 3);
  cairo_fill (pen->cr);
  set_grey (pen, GREY);
  cairo_rectangle (pen->cr, pen->chart->is_mirrored ? x + width - done : x, y, done, 3);
  cairo_fill (pen->cr);
}

static void
draw_frame (const Pen  *pen,
            const Node *node)
{
  static const double dash[] = { 2.5, 2 };

  add_round_box (pen, &node->box, 5);
  set_grey (pen, node->is_private ? 0.95 : 1);
  cairo_fill_preserve (pen->cr);
  set_grey (pen, node->is_context ? 0.65 : INK);
  cairo_set_line_width (pen->cr, 0.8);
  if (node->is_unaligned)
    cairo_set_dash (pen->cr, dash, 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_state (const Pen  *pen,
            const Node *node)
{
  double x = node->box.x + INSET;
  double y = node->box.y + 48;
  double width = node->box.width - 2 * INSET;
  double symbol = pen->chart->is_mirrored ? x + width - 4 : x + 4;

  draw_status (pen, node->status, symbol, y + 5);
  set_grey (pen, INK);
  draw_text (pen, LAMP_PAPER_NODE_NOTE, node->status_word, pen->chart->is_mirrored ? x + 40 : x + 13, y, width - 53, 1,
             FALSE);
  if (node->percent == NULL)
    return;
  draw_text (pen, LAMP_PAPER_NODE_NOTE, node->percent, pen->chart->is_mirrored ? x : x + width - 40, y, 40, 1, TRUE);
  draw_progress (pen, node, x, y + 16, width);
}

static void
draw_node (const Pen  *pen,
           const Node *node)
{
  double x = node->box.x + INSET;
  double width = node->box.width - 2 * INSET;

  draw_frame (pen, node);
  set_grey (pen, node->is_context ? GREY : INK);
  draw_text (pen, LAMP_PAPER_NODE, node->title, x, node->box.y + 6, width, 2, FALSE);
  set_grey (pen, GREY);
  draw_text (pen, LAMP_PAPER_NODE_NOTE, node->note, x, node->box.y + 33, width, 1, FALSE);
  if (!node->is_private)
    draw_state (pen, node);
}

static void
draw_headings (const Pen *pen)
{
  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    {
      const LampBox *level = &pen->chart->levels[i];

      if (level->width <= 0)
        continue;
      set_grey (pen, GREY);
      draw_text (pen, LAMP_PAPER_NODE, lamp_goal_plan_get_level_label (i), level->x, 4, level->width, 1, FALSE);
      cairo_set_line_width (pen->cr, 0.5);
      cairo_move_to (pen->cr, level->x, HEADING - 8);
      cairo_line_to (pen->cr, level->x + level->width, HEADING - 8);
      cairo_stroke (pen->cr);
    }
}

/* What the two kinds of line mean. */
static void
draw_legend (const Pen *pen)
{
  static const double dash[] = { 3, 3 };
  double y = pen->chart->height - 16;
  double x = EDGE;

  cairo_set_line_width (pen->cr, 1.2);
  for (guint i = 0; i < 2; i++)
    {
      double width;

      set_grey (pen, LINE);
      cairo_set_dash (pen->cr, dash, i == 1 ? 2 : 0, 0);
      cairo_move_to (pen->cr, x, y + 5);
      cairo_line_to (pen->cr, x + 26, y + 5);
      cairo_stroke (pen->cr);
      set_grey (pen, GREY);
      width = draw_text (pen, LAMP_PAPER_NODE_NOTE, i == 0 ? C_("goals", "supports") : C_("goals", "also supports"), x + 32, y,
                         140, 1, FALSE);
      x += 32 + MIN (width, 60) + 24;
    }
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw (gpointer  data,
      cairo_t  *cr)
{
  Chart *self = data;
  Pen pen = { self, cr, lamp_paper_context_new (self->is_mirrored) };
  double x1, y1, x2, y2;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  pen.sight = (LampBox) { x1, y1, x2 - x1, y2 - y1 };
  draw_headings (&pen);
  draw_links (&pen);
  for (guint i = 0; i < self->nodes->len; i++)
    if (is_in_sight (&pen, &get_node (self, i)->box, &get_node (self, i)->box))
      draw_node (&pen, get_node (self, i));
  if (self->nodes->len > 0)
    draw_legend (&pen);
  g_object_unref (pen.context);
}

/**
 * lamp_goal_chart_new:
 * @plan: a plan
 * @without_people: whether to leave out whose the goals are
 * @is_mirrored: whether the tree grows from right to left
 *
 * Returns: (transfer full): a drawing of the plan
 */
LampPicture *
lamp_goal_chart_new (LampGoalPlan *plan,
                     gboolean      without_people,
                     gboolean      is_mirrored)
{
  Chart *self = g_new0 (Chart, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  g_array_set_clear_func (self->nodes, node_clear);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->is_mirrored = is_mirrored;
  for (guint i = 0; i < plan->nodes->len; i++)
    add_node (self, plan, lamp_goal_plan_get (plan, i), without_people);
  add_links (self, plan);
  lay_out (self, plan);

  return lamp_picture_new (self->width, self->height, draw, self, chart_free);
}

/**
 * lamp_goal_chart_dup_words:
 * @plan: a plan
 *
 * Returns: (transfer full): what the drawing shows, a line for each goal, further in for what supports another
 */
char *
lamp_goal_chart_dup_words (LampGoalPlan *plan)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      const LampPlanNode *node = lamp_goal_plan_get (plan, i);
      g_autofree char *title = lamp_goal_plan_dup_title (plan, node);
      g_autofree char *line = lamp_paper_dup_line (title);
      g_autofree char *percent = lamp_goal_plan_dup_percent (plan, node);
      const char *status = lamp_goal_plan_get_label (node, "status");

      g_string_append_printf (words, "%s%*s- %s", i > 0 ? "\n" : "", 2 * (int) MIN (node->depth, 40), "", line);
      if (status != NULL)
        g_string_append_printf (words, " (%s%s%s)", status, percent != NULL ? ", " : "", percent != NULL ? percent : "");
      if (node->is_unaligned)
        g_string_append_printf (words, " [%s]", _("Aligns with nothing"));
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}
