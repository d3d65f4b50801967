/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meetings-view.h"

struct _LampMeetingsView
{
  LampView parent_instance;
};

G_DEFINE_FINAL_TYPE (LampMeetingsView, lamp_meetings_view, LAMP_TYPE_VIEW)

static void
lamp_meetings_view_class_init (LampMeetingsViewClass *klass)
{
}

static void
lamp_meetings_view_init (LampMeetingsView *self)
{
}
