/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-picture.h"

#include <glib/gi18n-lib.h>

#include "lamp-canvas.h"
#include "lamp-map-drawing.h"
#include "lamp-map-node.h"
#include "lamp-zoom-bar.h"

#define NODE_WIDTH 86
#define SMALLEST_ZOOM 0.46
#define SMALL 0.75 /* below this zoom names are written larger, and nothing else */

/* Nodes are the members of the board, then a node for each sector with nobody, then the purpose. */
struct _LampMapPicture
{
  AdwBin parent_instance;

  LampPeopleBoard *board;
  LampCanvas *canvas;
  GtkWidget *overlay;
  GtkWidget *ruler;         /* a node to measure; never seen */

  gboolean is_small;
  LampMapLayout *layout;
  GArray *nobody;           /* (element-type guint): sectors */
  GHashTable *indexes;      /* what a node is called → its index, + 1 */
  GHashTable *places;       /* the identifier of a person → LampBox, of the layout */
};

typedef enum
{
  PROP_PLACE = 1,
} LampMapPictureProps;

static GParamSpec *props[PROP_PLACE + 1];
static guint invite_signal;

G_DEFINE_FINAL_TYPE (LampMapPicture, lamp_map_picture, ADW_TYPE_BIN)

static const LampMapMember *
get_member (LampMapPicture *self,
            guint           index)
{
  return &g_array_index (lamp_people_board_get_members (self->board), LampMapMember, index);
}

static guint
count_members (LampMapPicture *self)
{
  return lamp_people_board_get_members (self->board)->len;
}

static guint
count_nodes (LampMapPicture *self)
{
  return count_members (self) + self->nobody->len + 1;
}

static char *
name_node (LampMapPicture *self,
           guint           index)
{
  guint n_members = count_members (self);

  if (index < n_members)
    return lamp_map_member_dup_name (get_member (self, index));
  if (index < n_members + self->nobody->len)
    return g_strdup_printf ("!%u", g_array_index (self->nobody, guint, index - n_members));

  return g_strdup ("*");
}

/* The delegate. */

static void
on_invite (LampMapPicture *self,
           guint           sector)
{
  g_signal_emit (self, invite_signal, 0, sector);
}

static GtkWidget *
make_node (LampCanvas *canvas,
           gpointer    data)
{
  LampMapPicture *self = data;
  GtkWidget *node = lamp_map_node_new (self->board);

  g_signal_connect_object (node, "invite", G_CALLBACK (on_invite), self, G_CONNECT_SWAPPED);

  return node;
}

static void
bind_node (LampCanvas *canvas,
           GtkWidget  *node,
           guint       index,
           gpointer    data)
{
  LampMapPicture *self = data;
  guint n_members = count_members (self);

  lamp_map_node_set_small (LAMP_MAP_NODE (node), self->is_small);
  if (index < n_members)
    lamp_map_node_show_member (LAMP_MAP_NODE (node), get_member (self, index));
  else if (index < n_members + self->nobody->len)
    lamp_map_node_show_nobody (LAMP_MAP_NODE (node), g_array_index (self->nobody, guint, index - n_members));
  else
    lamp_map_node_show_purpose (LAMP_MAP_NODE (node));
}

static void
draw (LampCanvas            *canvas,
      GtkSnapshot           *snapshot,
      const graphene_rect_t *sight,
      double                 zoom,
      gpointer               data)
{
  LampMapPicture *self = data;
  LampMapDrawing drawing = { canvas, self->board, self->layout, self->places };

  lamp_map_drawing_draw (&drawing, snapshot);
}

static const LampCanvasDelegate delegate = { make_node, bind_node, NULL, draw };

/* Laying out. */

/* A person takes as much room as this person's fonts need. */
static LampMapSize
measure_nodes (LampMapPicture *self)
{
  const LampMapSize size = { NODE_WIDTH, 69, 4, 84, 32 };
  LampMapSize measured = size;
  double scale;
  int height;

  lamp_map_node_show_nobody (LAMP_MAP_NODE (self->ruler), 0);
  gtk_widget_measure (self->ruler, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  measured.height = MAX (size.height, height);
  scale = measured.height / size.height;
  measured.width *= scale;
  measured.centre *= scale;
  measured.label_height *= scale;

  return measured;
}

static void
lay_out (LampMapPicture *self)
{
  guint counts[LAMP_MAP_SECTORS][LAMP_MAP_BANDS] = { { 0 } };
  LampMapSize size = measure_nodes (self);

  for (guint i = 0; i < count_members (self); i++)
    counts[get_member (self, i)->sector][get_member (self, i)->band]++;
  g_clear_pointer (&self->layout, lamp_map_layout_free);
  self->layout = lamp_map_layout_new ((const guint (*)[LAMP_MAP_BANDS]) counts, &size);
  g_array_set_size (self->nobody, 0);
  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    if (self->layout->wedges[i].nobody.width > 0)
      g_array_append_val (self->nobody, i);
}

static graphene_rect_t
to_rect (const LampBox *box)
{
  return GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height);
}

static graphene_rect_t *
dup_rects (LampMapPicture *self)
{
  graphene_rect_t *rects = g_new (graphene_rect_t, count_nodes (self));
  guint used[LAMP_MAP_SECTORS][LAMP_MAP_BANDS] = { { 0 } };
  float inner = (float) (self->layout->centre * 0.96);
  guint n = 0;

  g_hash_table_remove_all (self->places);
  for (; n < count_members (self); n++)
    {
      const LampMapMember *member = get_member (self, n);
      LampMapWedge *wedge = &self->layout->wedges[member->sector];
      LampBox *box = &wedge->places[member->band][used[member->sector][member->band]++];

      rects[n] = to_rect (box);
      if (member->person)
        g_hash_table_insert (self->places, g_strdup (lamp_row_get_id (member->person)), box);
    }
  for (guint i = 0; i < self->nobody->len; i++)
    rects[n++] = to_rect (&self->layout->wedges[g_array_index (self->nobody, guint, i)].nobody);
  rects[n] = GRAPHENE_RECT_INIT (-inner, -inner, 2 * inner, 2 * inner);

  return rects;
}

static int *
find_kept (LampMapPicture *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->indexes);
  int *kept = g_new (int, count_nodes (self));

  self->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < count_nodes (self); i++)
    {
      char *name = name_node (self, i);

      kept[i] = before ? GPOINTER_TO_INT (g_hash_table_lookup (before, name)) - 1 : -1;
      g_hash_table_insert (self->indexes, name, GUINT_TO_POINTER (i + 1));
    }

  return kept;
}

static void
on_board_changed (LampMapPicture *self)
{
  g_autofree graphene_rect_t *rects = NULL;
  g_autofree int *kept = NULL;
  graphene_rect_t extents;

  lay_out (self);
  rects = dup_rects (self);
  kept = find_kept (self);
  extents = to_rect (&self->layout->extents);
  lamp_canvas_set_nodes (self->canvas, rects, count_nodes (self), kept, &extents);
  lamp_canvas_queue_redraw (self->canvas);
}

static void
on_near_changed (LampMapPicture *self)
{
  for (guint i = 0; i < count_nodes (self); i++)
    lamp_canvas_rebind (self->canvas, i);
  lamp_canvas_queue_redraw (self->canvas);
}

static void
on_background_pressed (LampMapPicture *self)
{
  lamp_board_select (LAMP_BOARD (self->board), NULL);
}

static void
on_place (LampMapPicture *self)
{
  gboolean is_small = lamp_canvas_get_zoom (self->canvas) < SMALL;

  if (self->is_small != is_small)
    {
      self->is_small = is_small;
      on_near_changed (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

/* The gathering that a person is in, if it is closed. */
static char *
dup_closed_gathering (LampMapPicture *self,
                      const LampRow  *person)
{
  for (guint i = 0; i < count_members (self); i++)
    {
      const LampMapMember *member = get_member (self, i);

      if (member->people && !member->is_open && g_ptr_array_find (member->people, person, NULL))
        return lamp_map_member_dup_name (member);
    }

  return NULL;
}

/**
 * lamp_map_picture_reveal:
 * @self: a map
 * @person: a person
 * @grab_focus: whether to move the focus there
 *
 * Brings a person into sight, out of a gathering if need be.
 */
void
lamp_map_picture_reveal (LampMapPicture *self,
                         const LampRow  *person,
                         gboolean        grab_focus)
{
  g_autofree char *id = g_strdup (lamp_row_get_id (person));
  g_autofree char *gathering = NULL;
  int index;

  g_return_if_fail (LAMP_IS_MAP_PICTURE (self));

  gathering = dup_closed_gathering (self, person);
  if (gathering)
    lamp_people_board_toggle (self->board, gathering);
  index = GPOINTER_TO_INT (g_hash_table_lookup (self->indexes, id)) - 1;
  if (index >= 0)
    lamp_canvas_reveal (self->canvas, (guint) index, grab_focus);
}

/* The class. */

static void
lamp_map_picture_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LampMapPicture *self = LAMP_MAP_PICTURE (object);

  switch ((LampMapPictureProps) property_id)
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
lamp_map_picture_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LampMapPicture *self = LAMP_MAP_PICTURE (object);

  switch ((LampMapPictureProps) property_id)
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
lamp_map_picture_dispose (GObject *object)
{
  LampMapPicture *self = LAMP_MAP_PICTURE (object);

  g_clear_pointer (&self->ruler, gtk_widget_unparent);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_map_picture_parent_class)->dispose (object);
}

static void
lamp_map_picture_finalize (GObject *object)
{
  LampMapPicture *self = LAMP_MAP_PICTURE (object);

  g_clear_pointer (&self->layout, lamp_map_layout_free);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_hash_table_unref (self->places);
  g_array_unref (self->nobody);

  G_OBJECT_CLASS (lamp_map_picture_parent_class)->finalize (object);
}

static void
lamp_map_picture_class_init (LampMapPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_map_picture_get_property;
  object_class->set_property = lamp_map_picture_set_property;
  object_class->dispose = lamp_map_picture_dispose;
  object_class->finalize = lamp_map_picture_finalize;

  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  invite_signal = g_signal_new ("invite", LAMP_TYPE_MAP_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

/* What the map is after, and what lies behind it, for those who ask. */
static GtkWidget *
make_about (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "max-width-chars", 36, NULL);

  gtk_label_set_text (GTK_LABEL (label),
                      _("The shared purpose is in the middle. Those who stand inside the walls of the school are "
                        "within the ring, those outside beyond it. Select somebody to see whom they work with; + and − "
                        "widen and narrow the circle, Escape ends it.\n\n"
                        "After Dietz 2008, Figure 1.1; the layout is ours."));
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_widget_set_tooltip_text (button, _("About This Map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About This Map"), -1);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_start (button, 12);
  gtk_widget_set_margin_bottom (button, 12);

  return button;
}

static void
lamp_map_picture_init (LampMapPicture *self)
{
  self->nobody = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->canvas = LAMP_CANVAS (lamp_canvas_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Community map"), -1);
  lamp_canvas_set_first_sight (self->canvas, SMALLEST_ZOOM, 0.5, 0.5);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), make_about ());
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), lamp_zoom_bar_new (self->canvas));
  adw_bin_set_child (ADW_BIN (self), self->overlay);
  g_signal_connect_object (self->canvas, "background-pressed", G_CALLBACK (on_background_pressed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::place", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
}

static void
make_ruler (LampMapPicture *self)
{
  self->ruler = lamp_map_node_new (self->board);
  gtk_widget_set_parent (self->ruler, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->ruler, FALSE);
  gtk_widget_set_can_focus (self->ruler, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->ruler), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/**
 * lamp_map_picture_new:
 * @board: what it shows
 *
 * Returns: (transfer floating): the map
 */
GtkWidget *
lamp_map_picture_new (LampPeopleBoard *board)
{
  LampMapPicture *self = g_object_new (LAMP_TYPE_MAP_PICTURE, NULL);

  self->board = g_object_ref (board);
  make_ruler (self);
  lamp_canvas_set_delegate (self->canvas, &delegate, self);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "near-changed", G_CALLBACK (on_near_changed), self, G_CONNECT_SWAPPED);
  on_board_changed (self);

  return GTK_WIDGET (self);
}
