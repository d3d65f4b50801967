/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-slot-bar.h"

#define HEIGHT 12
#define GAP 2

struct _LampSlotBar
{
  GtkWidget parent_instance;

  /* Never shown: they know the colours of the style. */
  GtkWidget *within;
  GtkWidget *past;

  int *minutes;
  guint n_items;
  int slot;
  int planned;
};

G_DEFINE_FINAL_TYPE (LampSlotBar, lamp_slot_bar, GTK_TYPE_WIDGET)

static void
draw_part (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           float          x,
           float          width)
{
  GskRoundedRect part;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, 0, MAX (width - GAP, 1), HEIGHT);

  gsk_rounded_rect_init_from_rect (&part, &bounds, MIN (4, bounds.size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &part);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_frame (GtkSnapshot   *snapshot,
            const GdkRGBA *color,
            float          x,
            float          width)
{
  GskRoundedRect frame;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, 0, MAX (width - GAP, 2), HEIGHT);
  GdkRGBA faint = *color;

  faint.alpha *= 0.4f;
  gsk_rounded_rect_init_from_rect (&frame, &bounds, MIN (4, bounds.size.width / 2));
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { faint, faint, faint, faint });
}

/* An item that runs across the end is drawn in two parts. */
static void
draw_item (LampSlotBar *self,
           GtkSnapshot *snapshot,
           int          from,
           int          to,
           float        scale)
{
  GdkRGBA within, past;
  int end = CLAMP (self->slot, from, to);

  gtk_widget_get_color (self->within, &within);
  gtk_widget_get_color (self->past, &past);
  if (end > from)
    draw_part (snapshot, &within, from * scale, (end - from) * scale);
  if (to > end)
    draw_part (snapshot, &past, end * scale, (to - end) * scale);
}

static void
lamp_slot_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  LampSlotBar *self = LAMP_SLOT_BAR (widget);
  float width = gtk_widget_get_width (widget);
  int total = MAX (self->slot, self->planned);
  float scale = total > 0 ? width / total : 0;
  int at = 0;

  gtk_snapshot_save (snapshot);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  for (guint i = 0; i < self->n_items; i++)
    {
      draw_item (self, snapshot, at, at + self->minutes[i], scale);
      at += self->minutes[i];
    }
  if (self->planned < self->slot)
    {
      GdkRGBA color;

      gtk_widget_get_color (widget, &color);
      draw_frame (snapshot, &color, self->planned * scale, (self->slot - self->planned) * scale);
    }
  gtk_snapshot_restore (snapshot);
}

static void
lamp_slot_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 60;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 240;
}

static void
lamp_slot_bar_dispose (GObject *object)
{
  LampSlotBar *self = LAMP_SLOT_BAR (object);

  g_clear_pointer (&self->within, gtk_widget_unparent);
  g_clear_pointer (&self->past, gtk_widget_unparent);

  G_OBJECT_CLASS (lamp_slot_bar_parent_class)->dispose (object);
}

static void
lamp_slot_bar_finalize (GObject *object)
{
  g_free (LAMP_SLOT_BAR (object)->minutes);

  G_OBJECT_CLASS (lamp_slot_bar_parent_class)->finalize (object);
}

static void
lamp_slot_bar_class_init (LampSlotBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_slot_bar_dispose;
  object_class->finalize = lamp_slot_bar_finalize;

  widget_class->measure = lamp_slot_bar_measure;
  widget_class->snapshot = lamp_slot_bar_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_colour (LampSlotBar *self,
            const char  *css_class)
{
  GtkWidget *colour = g_object_new (GTK_TYPE_IMAGE, "visible", FALSE, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (colour, css_class);
  gtk_widget_set_parent (colour, GTK_WIDGET (self));

  return colour;
}

static void
lamp_slot_bar_init (LampSlotBar *self)
{
  self->within = add_colour (self, "accent");
  self->past = add_colour (self, "error");
}

/**
 * lamp_slot_bar_set_plan:
 * @self: a slot bar
 * @plan: a meeting's agenda, timed
 *
 * Shows an agenda.
 */
void
lamp_slot_bar_set_plan (LampSlotBar           *self,
                        const LampMeetingPlan *plan)
{
  g_return_if_fail (LAMP_IS_SLOT_BAR (self));

  g_free (self->minutes);
  self->minutes = g_memdup2 (plan->minutes, plan->n_items * sizeof (int));
  self->n_items = plan->n_items;
  self->slot = plan->sum.slot;
  self->planned = plan->sum.planned;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
