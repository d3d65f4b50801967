/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline-page-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-timeline-node.h"
#include "lamp-timeline-painter.h"

/* Days that can be seen before the first and after the last. */
#define DAYS_BEFORE 30
#define DAYS_AFTER 60
/* Pixels per day at which most bars have room for a word. */
#define LEAST_READABLE 5.0
/* Before the window has a size. */
#define UNKNOWN_HEIGHT 8000.0

typedef enum
{
  PROP_LATER_FOLLOW = 1,
  PROP_PLACE,
} LampTimelinePageProps;

static GParamSpec *props[PROP_PLACE + 1];

G_DEFINE_FINAL_TYPE (LampTimelinePage, lamp_timeline_page, ADW_TYPE_BIN)

/* The canvas. */

static GtkWidget *
make_node (LampCanvas *canvas,
           gpointer    data)
{
  LampTimelinePage *self = data;
  GtkWidget *node = lamp_timeline_node_new (self->cycle_menu, self->stage_menu);

  lamp_timeline_hand_connect (self, node);

  return node;
}

static void
bind_node (LampCanvas *canvas,
           GtkWidget  *node,
           guint       index,
           gpointer    data)
{
  LampTimelinePage *self = data;

  lamp_timeline_node_show (LAMP_TIMELINE_NODE (node), self->session, self->picture, index);
}

static void
draw (LampCanvas            *canvas,
      GtkSnapshot           *snapshot,
      const graphene_rect_t *sight,
      double                 zoom,
      gpointer               data)
{
  LampTimelinePage *self = data;

  if (self->picture != NULL && self->picture->layout != NULL)
    lamp_timeline_paint (canvas, snapshot, sight, self->picture);
}

static const LampCanvasDelegate delegate = { make_node, bind_node, NULL, draw };

static void
get_extents (LampTimelinePage *self,
             graphene_rect_t  *extents)
{
  LampDaySpan span = self->picture->span;
  double from = lamp_timeline_scale_get_x (&self->scale, MIN (span.from, self->picture->today) - DAYS_BEFORE);
  double to = lamp_timeline_scale_get_x (&self->scale, MAX (span.to, self->picture->today) + DAYS_AFTER);
  /* Before the canvas has a size, there is more below than any window is high: what there is starts at the top. */
  double room = self->height > 0 ? self->height : UNKNOWN_HEIGHT;
  double height = MAX (self->picture->layout->height, room);

  graphene_rect_init (extents, (float) from, 0, (float) (to - from), (float) height);
}

/* Gives the canvas its nodes; those that were there keep their widgets. */
static void
show_nodes (LampTimelinePage *self,
            GHashTable       *before)
{
  GArray *nodes = self->picture->nodes;
  g_autofree graphene_rect_t *rects = g_new (graphene_rect_t, nodes->len + 1);
  g_autofree int *kept_from = g_new (int, nodes->len + 1);
  graphene_rect_t extents;

  for (guint i = 0; i < nodes->len; i++)
    {
      const LampCycleNode *node = &g_array_index (nodes, LampCycleNode, i);
      gpointer index = NULL;

      graphene_rect_init (&rects[i], (float) node->box.x, (float) node->box.y, (float) node->box.width,
                          (float) node->box.height);
      kept_from[i] = g_hash_table_lookup_extended (before, lamp_record_get_id (node->record), NULL, &index)
                     ? GPOINTER_TO_INT (index) : -1;
    }
  self->height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  get_extents (self, &extents);
  lamp_canvas_set_nodes (self->canvas, rects, nodes->len, kept_from, &extents);
  lamp_canvas_queue_redraw (self->canvas);
  lamp_timeline_ruler_set_picture (self->ruler, self->picture);
}

static GHashTable *
remember_nodes (LampTimelinePage *self)
{
  GHashTable *before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; self->picture != NULL && i < self->picture->nodes->len; i++)
    g_hash_table_insert (before,
                         g_strdup (lamp_record_get_id (g_array_index (self->picture->nodes, LampCycleNode, i).record)),
                         GINT_TO_POINTER (i));

  return before;
}

/*< private >
 * lamp_timeline_page_lay_out:
 * @self: a timeline page
 *
 * Lays the picture out anew, at another zoom or after a shift.
 */
void
lamp_timeline_page_lay_out (LampTimelinePage *self)
{
  g_autoptr (GHashTable) before = remember_nodes (self);

  lamp_cycle_picture_lay_out (self->picture, &self->scale);
  show_nodes (self, before);
}

/* The first time, today is where it can be seen, and all the rest as far as there is room. */
static void
choose_scale (LampTimelinePage *self)
{
  LampDaySpan span = { MIN (self->picture->span.from, self->picture->today) - DAYS_BEFORE,
                       MAX (self->picture->span.to, self->picture->today) + DAYS_AFTER };
  double days = span.to - span.from + 1;

  self->scale.origin = self->picture->today;
  self->scale.pixels_per_day = MAX (lamp_timeline_fit (span, lamp_timeline_page_get_seen_width (self)), LEAST_READABLE);
  self->align = (self->picture->today - span.from) / days;
  lamp_canvas_set_first_sight (self->canvas, 1.0, self->align, 0);
}

/* The focus comes first to the stage that is due now. */
static void
enter_at_today (LampTimelinePage *self)
{
  GArray *nodes = self->picture->nodes;
  double today = lamp_timeline_scale_get_x (&self->scale, self->picture->today);
  double nearest = G_MAXDOUBLE;
  guint found = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const LampCycleNode *node = &g_array_index (nodes, LampCycleNode, i);
      double distance = MAX (MAX (node->box.x - today, today - node->box.x - node->box.width), 0);

      if (node->stage < 0 || distance >= nearest)
        continue;
      nearest = distance;
      found = i;
    }
  if (nodes->len > 0)
    lamp_canvas_set_cursor (self->canvas, found);
}

/*< private >
 * lamp_timeline_page_update:
 * @self: a timeline page
 *
 * Reads the picture anew from the file, now or when it is next seen.
 */
void
lamp_timeline_page_update (LampTimelinePage *self)
{
  g_autoptr (GHashTable) before = NULL;
  gboolean first = self->picture == NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  before = remember_nodes (self);
  lamp_timeline_ruler_set_picture (self->ruler, NULL);
  g_clear_pointer (&self->picture, lamp_cycle_picture_free);
  self->picture = lamp_cycle_picture_new (self->session);
  if (self->scale.pixels_per_day <= 0)
    choose_scale (self);
  lamp_cycle_picture_lay_out (self->picture, &self->scale);
  show_nodes (self, before);
  if (first)
    enter_at_today (self);
}

static void
follow_selected (LampTimelinePage *self)
{
  LampRecord *selected = lamp_session_get_selected (self->session);
  int found = self->picture != NULL ? lamp_cycle_picture_find (self->picture, selected) : -1;

  for (guint i = 0; self->picture != NULL && i < self->picture->nodes->len; i++)
    {
      GtkWidget *node = lamp_canvas_get_node (self->canvas, i);

      if (node != NULL)
        lamp_timeline_node_set_selected (LAMP_TIMELINE_NODE (node), (int) i == found);
    }
  if (found >= 0)
    lamp_canvas_reveal (self->canvas, (guint) found, FALSE);
}

static void
lamp_timeline_page_map (GtkWidget *widget)
{
  LampTimelinePage *self = LAMP_TIMELINE_PAGE (widget);

  GTK_WIDGET_CLASS (lamp_timeline_page_parent_class)->map (widget);

  if (self->stale && self->session != NULL)
    {
      lamp_timeline_page_update (self);
      follow_selected (self);
    }
}

/* The plane is at least as high as the window, so that what there is stands at the top. */
static void
on_resized (gpointer data)
{
  LampTimelinePage *self = data;

  self->resized = 0;
  if (self->picture == NULL)
    return;
  lamp_timeline_page_lay_out (self);
  lamp_canvas_set_first_sight (self->canvas, 1.0, self->align, 0);
}

static void
check_height (LampTimelinePage *self)
{
  if (gtk_widget_get_height (GTK_WIDGET (self->canvas)) != self->height && self->resized == 0)
    self->resized = g_idle_add_once (on_resized, self);
}

/* The class. */

static void
lamp_timeline_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LampTimelinePage *self = LAMP_TIMELINE_PAGE (object);

  switch ((LampTimelinePageProps) property_id)
    {
    case PROP_LATER_FOLLOW:
      g_value_set_boolean (value, self->later_follow);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_timeline_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LampTimelinePage *self = LAMP_TIMELINE_PAGE (object);

  switch ((LampTimelinePageProps) property_id)
    {
    case PROP_LATER_FOLLOW:
      if (self->later_follow == g_value_get_boolean (value))
        return;
      self->later_follow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PLACE:
      lamp_timeline_page_set_place (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_timeline_page_dispose (GObject *object)
{
  LampTimelinePage *self = LAMP_TIMELINE_PAGE (object);

  g_clear_handle_id (&self->resized, g_source_remove);
  if (self->ruler != NULL)
    lamp_timeline_ruler_set_picture (self->ruler, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->ruler = NULL;
  self->canvas = NULL;
  g_clear_pointer (&self->picture, lamp_cycle_picture_free);
  g_clear_object (&self->dragged);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_TIMELINE_PAGE);

  G_OBJECT_CLASS (lamp_timeline_page_parent_class)->dispose (object);
}

static void
lamp_timeline_page_finalize (GObject *object)
{
  g_free (LAMP_TIMELINE_PAGE (object)->place);

  G_OBJECT_CLASS (lamp_timeline_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * LampTimelinePage:later-follow:
   *
   * Whether the stages after a moved one move by the same days.
   */
  props[PROP_LATER_FOLLOW] = g_param_spec_boolean ("later-follow", NULL, NULL, TRUE, flags);
  /**
   * LampTimelinePage:place: (nullable)
   *
   * Pixels per day and the day in the middle.
   */
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_timeline_page_class_init (LampTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_timeline_page_get_property;
  object_class->set_property = lamp_timeline_page_set_property;
  object_class->dispose = lamp_timeline_page_dispose;
  object_class->finalize = lamp_timeline_page_finalize;
  widget_class->map = lamp_timeline_page_map;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/cycles/lamp-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LampTimelinePage, timeline);
  gtk_widget_class_bind_template_child (widget_class, LampTimelinePage, cycle_menu);
  gtk_widget_class_bind_template_child (widget_class, LampTimelinePage, stage_menu);
  lamp_timeline_zoom_install (widget_class);
  gtk_widget_class_install_property_action (widget_class, "timeline.later-follow", "later-follow");
}

static void
lamp_timeline_page_init (LampTimelinePage *self)
{
  self->later_follow = TRUE;
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->canvas = LAMP_CANVAS (lamp_canvas_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Timeline of cycles"), -1);
  self->ruler = LAMP_TIMELINE_RULER (lamp_timeline_ruler_new (self->canvas));
  gtk_box_append (self->timeline, GTK_WIDGET (self->ruler));
  gtk_box_append (self->timeline, GTK_WIDGET (self->canvas));
  lamp_canvas_set_delegate (self->canvas, &delegate, self);
  g_signal_connect_object (self->canvas, "notify::place", G_CALLBACK (check_height), self, G_CONNECT_SWAPPED);
  lamp_timeline_zoom_add (self);
  lamp_timeline_hand_add (self);
}

/**
 * lamp_timeline_page_set_session:
 * @self: a timeline page
 * @session: the session
 *
 * Says, once, whose cycles it shows.
 */
void
lamp_timeline_page_set_session (LampTimelinePage *self,
                                LampSession      *session)
{
  g_return_if_fail (LAMP_IS_TIMELINE_PAGE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (lamp_timeline_page_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::community", G_CALLBACK (lamp_timeline_page_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::search", G_CALLBACK (lamp_timeline_page_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (follow_selected), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_timeline_page_get_place:
 * @self: a timeline page
 *
 * Returns: (transfer none) (nullable): pixels per day and the day in the middle, to come back to
 */
const char *
lamp_timeline_page_get_place (LampTimelinePage *self)
{
  g_return_val_if_fail (LAMP_IS_TIMELINE_PAGE (self), NULL);

  return self->place;
}

/**
 * lamp_timeline_page_get_n_nodes:
 * @self: a timeline page
 *
 * Returns: how many cycles and stages stand on it
 */
guint
lamp_timeline_page_get_n_nodes (LampTimelinePage *self)
{
  g_return_val_if_fail (LAMP_IS_TIMELINE_PAGE (self), 0);

  return self->picture != NULL ? self->picture->nodes->len : 0;
}

/**
 * lamp_timeline_page_get_node:
 * @self: a timeline page
 * @record: a cycle or a stage
 *
 * Returns: (transfer none) (nullable): its node, if it is in sight
 */
GtkWidget *
lamp_timeline_page_get_node (LampTimelinePage *self,
                             LampRecord       *record)
{
  int index;

  g_return_val_if_fail (LAMP_IS_TIMELINE_PAGE (self), NULL);

  index = self->picture != NULL ? lamp_cycle_picture_find (self->picture, record) : -1;

  return index >= 0 ? lamp_canvas_get_node (self->canvas, (guint) index) : NULL;
}
