/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-tree.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-canvas.h"
#include "lamp-goal-anchor.h"
#include "lamp-goal-card.h"
#include "lamp-goal-headings.h"
#include "lamp-goal-links.h"
#include "lamp-goal-sight.h"
#include "lamp-goal-tree-private.h"
#include "lamp-tree-layout.h"
#include "lamp-zoom-bar.h"

#define CARD_WIDTH 212 /* with text of the usual size */
#define SMALLEST_ZOOM 0.85

struct _LampGoalTree
{
  AdwBin parent_instance;

  LampGoalBoard *board;
  GMenuModel *menu;

  LampGoalHeadings *headings;
  LampCanvas *canvas;
  GtkWidget *ruler;           /* a card to measure; never shown */

  LampTreeLayout *layout;
  GHashTable *places;         /* what a node is called → its place */
  GArray *trunks;             /* of each node */
  GArray *others;             /* the dashed curves */
  GHashTable *lit;            /* the rows on the line that is followed */
  int width;                  /* of the canvas, when it was last looked at, … */
  gboolean sees_selected;     /* … and whether the selected goal was in sight */
  char *question;             /* (nullable): what was asked for when it was laid out */
};

typedef enum
{
  PROP_PLACE = 1,
} LampGoalTreeProps;

static GParamSpec *props[PROP_PLACE + 1];

G_DEFINE_FINAL_TYPE (LampGoalTree, lamp_goal_tree, ADW_TYPE_BIN)

static const LampOutlineNode *
get_node (LampGoalTree *self,
          guint         index)
{
  return &g_array_index (lamp_goal_board_get_picture (self->board)->nodes, LampOutlineNode, index);
}

/* What stays the same of a node when all is read anew. */
static char *
name_node (LampGoalTree          *self,
           const LampOutlineNode *node)
{
  if (node->goal)
    return g_strdup (lamp_row_get_id (node->goal));

  return g_strconcat ("~", lamp_row_get_id (get_node (self, node->parent)->goal), NULL);
}

/* The delegate. */

static GtkWidget *
make_card (LampCanvas *canvas,
           gpointer    data)
{
  LampGoalTree *self = data;

  return lamp_goal_card_new (self->board, self->menu);
}

static void
bind_card (LampCanvas *canvas,
           GtkWidget  *card,
           guint       index,
           gpointer    data)
{
  LampGoalTree *self = data;
  const LampOutlineNode *node = get_node (self, index);

  lamp_goal_card_bind (LAMP_GOAL_CARD (card), node);
  lamp_goal_card_set_lit (LAMP_GOAL_CARD (card), node->goal && g_hash_table_contains (self->lit, node->goal));
}

static void
draw (LampCanvas            *canvas,
      GtkSnapshot           *snapshot,
      const graphene_rect_t *sight,
      double                 zoom,
      gpointer               data)
{
  LampGoalTree *self = data;
  LampGoalLinks links = {
    .widget = GTK_WIDGET (canvas),
    .nodes = lamp_goal_board_get_picture (self->board)->nodes,
    .layout = self->layout,
    .trunks = self->trunks,
    .others = self->others,
    .lit = self->lit,
  };

  lamp_goal_links_draw (&links, snapshot, sight);
}

static const LampCanvasDelegate delegate = { make_card, bind_card, NULL, draw };

/* Laying out. */

/* Cards grow with the text, or there would be room for a word or two when it is large. */
static int
get_card_width (LampGoalTree *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  return (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, CARD_WIDTH, settings);
}

static LampTreeNode *
dup_tree_nodes (LampGoalTree *self)
{
  GArray *nodes = lamp_goal_board_get_picture (self->board)->nodes;
  LampTreeNode *tree = g_new (LampTreeNode, nodes->len + 1);
  int width = get_card_width (self);
  int heights[2];

  lamp_goal_card_set_width (LAMP_GOAL_CARD (self->ruler), width);
  lamp_goal_card_measure (LAMP_GOAL_CARD (self->ruler), width, &heights[0], &heights[1]);
  for (guint i = 0; i < nodes->len; i++)
    {
      const LampOutlineNode *node = get_node (self, i);

      tree[i] = (LampTreeNode) { node->parent, node->level, heights[node->goal ? 0 : 1], node->n_below == 0 };
    }

  return tree;
}

/* Names the nodes anew. Returns for each the place that it had before, or -1. */
static int *
find_kept (LampGoalTree *self,
           guint         n_nodes)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->places);
  int *kept = g_new (int, n_nodes + 1);

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_nodes; i++)
    {
      char *name = name_node (self, get_node (self, i));

      kept[i] = before ? GPOINTER_TO_INT (g_hash_table_lookup (before, name)) - 1 : -1;
      g_hash_table_insert (self->places, name, GINT_TO_POINTER (i + 1));
    }

  return kept;
}

static graphene_rect_t *
dup_rects (const LampTreeLayout *layout)
{
  graphene_rect_t *rects = g_new (graphene_rect_t, layout->n_boxes + 1);

  for (guint i = 0; i < layout->n_boxes; i++)
    graphene_rect_init (&rects[i], layout->boxes[i].x, layout->boxes[i].y, layout->boxes[i].width,
                        layout->boxes[i].height);

  return rects;
}

/* Up to the system, and down to all that carries it. */
static void
follow_line (LampGoalTree *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self->board);
  g_autoptr (GPtrArray) line = NULL;
  g_autoptr (GPtrArray) below = NULL;

  g_hash_table_remove_all (self->lit);
  if (!selected)
    return;

  line = lamp_alignment_get_line (lamp_goal_board_get_snapshot (self->board), lamp_row_get_id (selected));
  below = lamp_goal_list_below (lamp_goal_board_get_snapshot (self->board), selected);
  g_ptr_array_extend (line, below, NULL, NULL);
  for (guint i = 0; i < line->len; i++)
    g_hash_table_add (self->lit, line->pdata[i]);
}

/* Somebody asks for other goals: what is seen is another picture, seen from its start unless something is selected. */
static gboolean
is_asked_anew (LampGoalTree *self)
{
  LampSession *session = lamp_goal_board_get_session (self->board);
  LampRecord *community = lamp_session_get_community (session);
  g_autofree char *question = g_strdup_printf ("%u %s %s", lamp_goal_board_get_traits (self->board),
                                               community ? lamp_record_get_id (community) : "",
                                               lamp_session_get_search (session));

  return g_set_str (&self->question, question);
}

static void
look_from_start (LampGoalTree *self)
{
  lamp_canvas_set_place (self->canvas, NULL);
  lamp_canvas_set_first_sight (self->canvas, SMALLEST_ZOOM, 0, 0);
}

/* Returns whether to look at the new picture from its start. */
static gboolean
keep_in_sight (LampGoalTree         *self,
               const LampTreeLayout *layout,
               const int            *kept)
{
  const LampRow *selected = lamp_goal_board_get_selected (self->board);
  gboolean anew = is_asked_anew (self);
  int anchor = -1;

  if (self->layout)
    anchor = lamp_goal_anchor_choose (self->canvas, self->layout, lamp_goal_board_get_picture (self->board)->nodes, kept,
                                      selected);
  if (anew && (anchor < 0 || get_node (self, (guint) anchor)->goal != selected))
    return gtk_widget_get_width (GTK_WIDGET (self->canvas)) > 0;
  if (anchor >= 0)
    lamp_canvas_shift (self->canvas, layout->boxes[anchor].x - self->layout->boxes[kept[anchor]].x,
                       layout->boxes[anchor].y - self->layout->boxes[kept[anchor]].y);

  return FALSE;
}

static void
on_board_changed (LampGoalTree *self)
{
  LampTreeSize size = { get_card_width (self), 60, 12, 26 };
  guint n_nodes = lamp_goal_board_get_picture (self->board)->nodes->len;
  g_autofree LampTreeNode *nodes = dup_tree_nodes (self);
  g_autofree int *kept = find_kept (self, n_nodes);
  g_autofree graphene_rect_t *rects = NULL;
  graphene_rect_t extents;
  LampTreeLayout *layout;
  gboolean from_start;

  layout = lamp_tree_layout_new (nodes, n_nodes, &size);
  from_start = keep_in_sight (self, layout, kept);
  g_clear_pointer (&self->layout, lamp_tree_layout_free);
  self->layout = layout;
  g_clear_pointer (&self->trunks, g_array_unref);
  self->trunks = lamp_goal_links_find_trunks (lamp_goal_board_get_picture (self->board)->nodes, self->layout);
  g_clear_pointer (&self->others, g_array_unref);
  self->others = lamp_goal_links_find_others (lamp_goal_board_get_snapshot (self->board), self->places);
  follow_line (self);
  rects = dup_rects (self->layout);
  graphene_rect_init (&extents, 0, 0, self->layout->extents.width, self->layout->extents.height);
  lamp_canvas_set_nodes (self->canvas, rects, n_nodes, kept, &extents);
  if (from_start)
    look_from_start (self);
  lamp_goal_headings_set_levels (self->headings, self->layout->levels);
  lamp_canvas_queue_redraw (self->canvas);
}

static gboolean
lay_out_again (gpointer data)
{
  LampGoalTree *self = data;

  if (self->board != NULL)
    on_board_changed (self);

  return G_SOURCE_REMOVE;
}

/* After the next frame the cards can be measured with their new fonts. */
static void
on_text_scaled (LampGoalTree *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, lay_out_again, g_object_ref (self), g_object_unref);
}

static void
on_background_pressed (LampGoalTree *self)
{
  lamp_goal_board_select (self->board, NULL);
}

/* The place of a goal, or of the gathering that counts it; -1 when it is not in the picture. */
static int
find_node (LampGoalTree  *self,
           const LampRow *goal)
{
  GArray *nodes = lamp_goal_board_get_picture (self->board)->nodes;

  for (guint i = 0; i < nodes->len; i++)
    {
      const LampOutlineNode *node = get_node (self, i);

      if (node->goal == goal || (node->privates && g_ptr_array_find (node->privates, goal, NULL)))
        return (int) i;
    }

  return -1;
}

/**
 * lamp_goal_tree_reveal:
 * @self: a tree
 * @goal: a goal
 * @grab_focus: whether to move the focus to it
 *
 * Brings a goal into sight, unfolding what hides it; a private one by the gathering that counts it.
 */
void
lamp_goal_tree_reveal (LampGoalTree  *self,
                       const LampRow *goal,
                       gboolean       grab_focus)
{
  int index;

  g_return_if_fail (LAMP_IS_GOAL_TREE (self));

  lamp_goal_board_uncover (self->board, goal);
  index = find_node (self, goal);
  if (index >= 0)
    lamp_canvas_reveal (self->canvas, (guint) index, grab_focus);
}

/**
 * lamp_goal_tree_centre:
 * @self: a tree
 * @goal: a goal
 *
 * Brings a goal into the middle, large enough to be read. The focus stays where it is, and enters there next time.
 */
void
lamp_goal_tree_centre (LampGoalTree  *self,
                       const LampRow *goal)
{
  char zoom[G_ASCII_DTOSTR_BUF_SIZE], x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *place = NULL;
  const LampBox *box;
  int index;

  g_return_if_fail (LAMP_IS_GOAL_TREE (self));

  lamp_goal_board_uncover (self->board, goal);
  index = find_node (self, goal);
  if (index < 0)
    return;

  box = &self->layout->boxes[index];
  g_ascii_formatd (zoom, sizeof zoom, "%.4g", MAX (lamp_canvas_get_zoom (self->canvas), SMALLEST_ZOOM));
  g_ascii_formatd (x, sizeof x, "%.1f", box->x + box->width / 2);
  g_ascii_formatd (y, sizeof y, "%.1f", box->y + box->height / 2);
  place = g_strjoin (" ", zoom, x, y, NULL);
  lamp_canvas_set_place (self->canvas, place);
  lamp_canvas_set_cursor (self->canvas, (guint) index);
}

/*< private >
 * lamp_goal_tree_get_focused:
 * @self: a tree
 *
 * Returns: (transfer none) (nullable): the node that has the focus, until the next change
 */
const LampOutlineNode *
lamp_goal_tree_get_focused (LampGoalTree *self)
{
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self->canvas));
  int index = card ? lamp_canvas_get_index (self->canvas, card) : -1;

  return index >= 0 ? get_node (self, index) : NULL;
}

/*< private >
 * lamp_goal_tree_get_board:
 * @self: a tree
 *
 * Returns: (transfer none): what it shows
 */
LampGoalBoard *
lamp_goal_tree_get_board (LampGoalTree *self)
{
  return self->board;
}

/* Where there is less room, such as beside the inspector that opens, what is selected stays in sight. */

static gboolean
reveal_selected (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  LampGoalTree *self = LAMP_GOAL_TREE (widget);
  const LampRow *selected = lamp_goal_board_get_selected (self->board);

  if (selected && gtk_widget_get_mapped (widget))
    lamp_goal_tree_reveal (self, selected, FALSE);

  return G_SOURCE_REMOVE;
}

static gboolean
sees_selected (LampGoalTree *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self->board);
  int index = selected ? find_node (self, selected) : -1;

  return index >= 0 && lamp_goal_anchor_sees (self->canvas, &self->layout->boxes[index]);
}

static void
on_place (LampGoalTree *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));

  if (width < self->width && self->sees_selected)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_selected, NULL, NULL);
  else
    self->sees_selected = sees_selected (self);
  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

static void
on_selected (LampGoalTree *self)
{
  follow_line (self);
  for (guint i = 0; i < self->layout->n_boxes; i++)
    lamp_canvas_rebind (self->canvas, i);
  lamp_canvas_queue_redraw (self->canvas);
  self->sees_selected = sees_selected (self);
}

/* The class. */

static void
lamp_goal_tree_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LampGoalTree *self = LAMP_GOAL_TREE (object);

  switch ((LampGoalTreeProps) property_id)
    {
    case PROP_PLACE:
      g_value_take_string (value, lamp_canvas_dup_place (self->canvas));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_tree_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LampGoalTree *self = LAMP_GOAL_TREE (object);

  switch ((LampGoalTreeProps) property_id)
    {
    case PROP_PLACE:
      lamp_canvas_set_place (self->canvas, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_tree_dispose (GObject *object)
{
  LampGoalTree *self = LAMP_GOAL_TREE (object);

  /* The canvas may be held a little longer, by what reads it out: it asks nothing of us any more. */
  if (self->board)
    lamp_canvas_set_delegate (self->canvas, NULL, NULL);
  g_clear_pointer (&self->ruler, gtk_widget_unparent);
  g_clear_object (&self->board);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (lamp_goal_tree_parent_class)->dispose (object);
}

static void
lamp_goal_tree_finalize (GObject *object)
{
  LampGoalTree *self = LAMP_GOAL_TREE (object);

  g_clear_pointer (&self->layout, lamp_tree_layout_free);
  g_clear_pointer (&self->trunks, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->lit, g_hash_table_unref);
  g_free (self->question);

  G_OBJECT_CLASS (lamp_goal_tree_parent_class)->finalize (object);
}

static void
lamp_goal_tree_class_init (LampGoalTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_goal_tree_get_property;
  object_class->set_property = lamp_goal_tree_set_property;
  object_class->dispose = lamp_goal_tree_dispose;
  object_class->finalize = lamp_goal_tree_finalize;

  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  lamp_goal_tree_add_keys (GTK_WIDGET_CLASS (klass));
}

static void
lamp_goal_tree_init (LampGoalTree *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  self->lit = g_hash_table_new (NULL, NULL);
  self->canvas = LAMP_CANVAS (lamp_canvas_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goal tree"), -1);
  lamp_canvas_set_first_sight (self->canvas, SMALLEST_ZOOM, 0, 0);
  self->headings = LAMP_GOAL_HEADINGS (lamp_goal_headings_new (self->canvas));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->headings));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), lamp_zoom_bar_new (self->canvas));
  gtk_box_append (GTK_BOX (box), overlay);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->canvas, "background-pressed", G_CALLBACK (on_background_pressed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::place", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
}

/* A card that is never seen says how high cards are, with this person's fonts. */
static void
make_ruler (LampGoalTree *self)
{
  self->ruler = lamp_goal_card_new (self->board, self->menu);
  gtk_widget_set_parent (self->ruler, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->ruler, FALSE);
  gtk_widget_set_can_focus (self->ruler, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->ruler), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/**
 * lamp_goal_tree_new:
 * @board: what it shows
 * @menu: what the menu of a goal offers
 *
 * Returns: (transfer floating): the tree
 */
GtkWidget *
lamp_goal_tree_new (LampGoalBoard *board,
                    GMenuModel    *menu)
{
  LampGoalTree *self = g_object_new (LAMP_TYPE_GOAL_TREE, NULL);

  self->board = g_object_ref (board);
  self->menu = g_object_ref (menu);
  make_ruler (self);
  lamp_canvas_set_delegate (self->canvas, &delegate, self);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_text_scaled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "folded", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lamp_goal_board_get_session (board), "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  on_board_changed (self);

  return GTK_WIDGET (self);
}
