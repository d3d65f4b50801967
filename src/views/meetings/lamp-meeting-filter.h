/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-session.h"

G_BEGIN_DECLS

GListModel *lamp_meeting_filter_new (LampSession *session);

G_END_DECLS
