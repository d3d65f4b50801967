/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lamp_series_get_next (const char *rrule,
                            const char *last,
                            const char *after,
                            guint       weeks);
char *lamp_workday_after   (const char *date);

G_END_DECLS
