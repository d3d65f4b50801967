/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goals-view.h"

struct _LampGoalsView
{
  LampView parent_instance;
};

G_DEFINE_FINAL_TYPE (LampGoalsView, lamp_goals_view, LAMP_TYPE_VIEW)

static void
lamp_goals_view_class_init (LampGoalsViewClass *klass)
{
}

static void
lamp_goals_view_init (LampGoalsView *self)
{
}
