/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-view.h"

struct _LampMapView
{
  LampView parent_instance;
};

G_DEFINE_FINAL_TYPE (LampMapView, lamp_map_view, LAMP_TYPE_VIEW)

static void
lamp_map_view_class_init (LampMapViewClass *klass)
{
}

static void
lamp_map_view_init (LampMapView *self)
{
}
