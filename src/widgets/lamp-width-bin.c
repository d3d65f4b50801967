/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-width-bin.h"

struct _LampWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
  int narrow_at;
  int tiny_at;
  gboolean narrow;
  gboolean tiny;
  guint tick;       /* before the next frame it is told that the room has changed */
};

typedef enum
{
  PROP_CHILD = 1,
  PROP_NARROW_AT,
  PROP_TINY_AT,
  PROP_NARROW,
  PROP_TINY,
} LampWidthBinProps;

static GParamSpec *props[PROP_TINY + 1];

static void lamp_width_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LampWidthBin, lamp_width_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, lamp_width_bin_buildable_init))

static GtkBuildableIface *parent_buildable;

static gboolean
is_at_most (LampWidthBin *self,
            int           width,
            int           limit)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  return width <= adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, limit, settings);
}

static void
tell (LampWidthBin *self,
      guint         prop,
      gboolean     *value,
      gboolean      becomes)
{
  if (*value == becomes)
    return;

  *value = becomes;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static gboolean
tell_of_room (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  LampWidthBin *self = LAMP_WIDTH_BIN (widget);
  int width = gtk_widget_get_width (widget);

  self->tick = 0;
  tell (self, PROP_NARROW, &self->narrow, is_at_most (self, width, self->narrow_at));
  tell (self, PROP_TINY, &self->tiny, is_at_most (self, width, self->tiny_at));

  return G_SOURCE_REMOVE;
}

static void
lamp_width_bin_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  LampWidthBin *self = LAMP_WIDTH_BIN (widget);

  if (self->child && gtk_widget_should_layout (self->child))
    gtk_widget_measure (self->child, orientation, -1, NULL, natural, NULL, NULL);
  *minimum = 0; /* the size that is asked for counts: what the child needs depends on the room that it is told of */
}

/* The child gets what it needs even where it has not yet been told that there is less: the rest is cut off, for a
 * frame. */
static void
lamp_width_bin_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  LampWidthBin *self = LAMP_WIDTH_BIN (widget);
  int least_width, least_height;

  if ((is_at_most (self, width, self->narrow_at) != self->narrow || is_at_most (self, width, self->tiny_at) != self->tiny)
      && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, tell_of_room, NULL, NULL);
  if (!self->child || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

static GtkSizeRequestMode
lamp_width_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
set_child (LampWidthBin *self,
           GtkWidget    *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (child)
    {
      self->child = child;
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

static void
set_limit (LampWidthBin *self,
           int          *limit,
           int           becomes,
           guint         prop)
{
  if (*limit == becomes)
    return;

  *limit = becomes;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
lamp_width_bin_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LampWidthBin *self = LAMP_WIDTH_BIN (object);

  switch ((LampWidthBinProps) property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW_AT:
      g_value_set_int (value, self->narrow_at);
      break;
    case PROP_TINY_AT:
      g_value_set_int (value, self->tiny_at);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TINY:
      g_value_set_boolean (value, self->tiny);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_width_bin_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LampWidthBin *self = LAMP_WIDTH_BIN (object);

  switch ((LampWidthBinProps) property_id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_NARROW_AT:
      set_limit (self, &self->narrow_at, g_value_get_int (value), property_id);
      break;
    case PROP_TINY_AT:
      set_limit (self, &self->tiny_at, g_value_get_int (value), property_id);
      break;
    case PROP_NARROW:
    case PROP_TINY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_width_bin_dispose (GObject *object)
{
  LampWidthBin *self = LAMP_WIDTH_BIN (object);

  if (self->tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (lamp_width_bin_parent_class)->dispose (object);
}

static void
lamp_width_bin_class_init (LampWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lamp_width_bin_get_property;
  object_class->set_property = lamp_width_bin_set_property;
  object_class->dispose = lamp_width_bin_dispose;
  widget_class->measure = lamp_width_bin_measure;
  widget_class->size_allocate = lamp_width_bin_size_allocate;
  widget_class->get_request_mode = lamp_width_bin_get_request_mode;

  /**
   * LampWidthBin:child: (nullable)
   *
   * What is shown.
   */
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  /**
   * LampWidthBin:narrow-at:
   *
   * At most so many scaled pixels are narrow.
   */
  props[PROP_NARROW_AT] = g_param_spec_int ("narrow-at", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | flags);
  /**
   * LampWidthBin:tiny-at:
   *
   * At most so many scaled pixels are tiny.
   */
  props[PROP_TINY_AT] = g_param_spec_int ("tiny-at", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | flags);
  /**
   * LampWidthBin:narrow:
   *
   * Whether there is little room.
   */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  /**
   * LampWidthBin:tiny:
   *
   * Whether there is hardly any room.
   */
  props[PROP_TINY] = g_param_spec_boolean ("tiny", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_width_bin_init (LampWidthBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
lamp_width_bin_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (LAMP_WIDTH_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
lamp_width_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = lamp_width_bin_add_child;
}

/**
 * lamp_width_bin_get_narrow:
 * @self: a bin
 *
 * Returns: whether there is little room
 */
gboolean
lamp_width_bin_get_narrow (LampWidthBin *self)
{
  g_return_val_if_fail (LAMP_IS_WIDTH_BIN (self), FALSE);

  return self->narrow;
}

/**
 * lamp_width_bin_get_tiny:
 * @self: a bin
 *
 * Returns: whether there is hardly any room
 */
gboolean
lamp_width_bin_get_tiny (LampWidthBin *self)
{
  g_return_val_if_fail (LAMP_IS_WIDTH_BIN (self), FALSE);

  return self->tiny;
}
