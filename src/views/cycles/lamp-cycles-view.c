/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycles-view.h"

struct _LampCyclesView
{
  LampView parent_instance;
};

G_DEFINE_FINAL_TYPE (LampCyclesView, lamp_cycles_view, LAMP_TYPE_VIEW)

static void
lamp_cycles_view_class_init (LampCyclesViewClass *klass)
{
}

static void
lamp_cycles_view_init (LampCyclesView *self)
{
}
