/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-headings.h"

#include "lamp-schema.h"

struct _LampGoalHeadings
{
  GtkWidget parent_instance;

  LampCanvas *canvas;
  LampBox levels[LAMP_TREE_LEVELS];
  GtkWidget *labels[LAMP_TREE_LEVELS];
  guint tick;
};

G_DEFINE_FINAL_TYPE (LampGoalHeadings, lamp_goal_headings, GTK_TYPE_WIDGET)

static void
lamp_goal_headings_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  LampGoalHeadings *self = LAMP_GOAL_HEADINGS (widget);

  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    {
      int label_minimum, label_natural;

      gtk_widget_measure (self->labels[i], orientation, -1, &label_minimum, &label_natural, NULL, NULL);
      *minimum = MAX (*minimum, label_minimum);
      *natural = MAX (*natural, label_natural);
    }
}

/* A name stands in the middle of what is seen of its column, so that it is never off the edge while any of it is. */
static void
allocate_label (LampGoalHeadings *self,
                guint             level,
                double            origin,
                int               width,
                int               height)
{
  double zoom = lamp_canvas_get_zoom (self->canvas);
  double from = CLAMP ((self->levels[level].x - origin) * zoom, 0, width);
  double to = CLAMP ((self->levels[level].x + self->levels[level].width - origin) * zoom, 0, width);
  int minimum, natural;

  gtk_widget_measure (self->labels[level], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_set_child_visible (self->labels[level], to - from >= MAX (minimum, 24));
  if (to - from < MAX (minimum, 24))
    return;

  natural = CLAMP (natural, minimum, (int) (to - from));
  from += (to - from - natural) / 2;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    from = width - from - natural;
  gtk_widget_allocate (self->labels[level], natural, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (int) from, 0)));
}

static void
lamp_goal_headings_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  LampGoalHeadings *self = LAMP_GOAL_HEADINGS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_point_t origin;

  lamp_canvas_to_plane (self->canvas, mirrored ? gtk_widget_get_width (GTK_WIDGET (self->canvas)) : 0, 0, &origin);
  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    allocate_label (self, i, origin.x, width, height);
}

static void
lamp_goal_headings_dispose (GObject *object)
{
  LampGoalHeadings *self = LAMP_GOAL_HEADINGS (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (lamp_goal_headings_parent_class)->dispose (object);
}

static void
lamp_goal_headings_class_init (LampGoalHeadingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_goal_headings_dispose;
  widget_class->measure = lamp_goal_headings_measure;
  widget_class->size_allocate = lamp_goal_headings_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "goalheadings");
}

static void
lamp_goal_headings_init (LampGoalHeadings *self)
{
  const LampRecordType *goals = lamp_schema_find ("goals");
  const LampField *level = &goals->fields[lamp_record_type_find_field (goals, "level")];

  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    {
      self->labels[i] = gtk_label_new (lamp_field_get_choice_label (level, level->choices[i].nick));
      gtk_label_set_ellipsize (GTK_LABEL (self->labels[i]), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->labels[i], "heading");
      gtk_widget_add_css_class (self->labels[i], "dimmed");
      gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static gboolean
follow (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  LAMP_GOAL_HEADINGS (widget)->tick = 0;
  gtk_widget_queue_allocate (widget);

  return G_SOURCE_REMOVE;
}

/* The canvas also moves while it is given its size, when it is too late to ask for another place in the same frame. */
static void
on_place (LampGoalHeadings *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow, NULL, NULL);
}

/**
 * lamp_goal_headings_new:
 * @canvas: the canvas whose columns are named
 *
 * Returns: (transfer floating): the headings
 */
GtkWidget *
lamp_goal_headings_new (LampCanvas *canvas)
{
  LampGoalHeadings *self = g_object_new (LAMP_TYPE_GOAL_HEADINGS, NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "notify::place", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * lamp_goal_headings_set_levels:
 * @self: the headings
 * @levels: where the columns are; those with no width have no heading
 */
void
lamp_goal_headings_set_levels (LampGoalHeadings *self,
                               const LampBox     levels[LAMP_TREE_LEVELS])
{
  g_return_if_fail (LAMP_IS_GOAL_HEADINGS (self));

  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    self->levels[i] = levels[i];
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
