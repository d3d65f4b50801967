/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *lamp_ical_zone_write  (GTimeZone *zone,
                                   int        first_year,
                                   int        last_year);
char       *lamp_ical_zone_dup_id (GTimeZone *zone);

G_END_DECLS
