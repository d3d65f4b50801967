/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-overview-view.h"

struct _LampOverviewView
{
  LampView parent_instance;
};

G_DEFINE_FINAL_TYPE (LampOverviewView, lamp_overview_view, LAMP_TYPE_VIEW)

static void
lamp_overview_view_class_init (LampOverviewViewClass *klass)
{
}

static void
lamp_overview_view_init (LampOverviewView *self)
{
}
