/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampSparkline:
 *
 * A strip of measurements, without axes or words: the last dozen values from first to latest, their median dotted and,
 * where there is one, the target dashed. Whoever uses it says what it shows.
 */
#define LAMP_TYPE_SPARKLINE (lamp_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (LampSparkline, lamp_sparkline, LAMP, SPARKLINE, GtkWidget)

void lamp_sparkline_set_values (LampSparkline *self,
                                const double  *values,
                                guint          n_values);
void lamp_sparkline_set_target (LampSparkline *self,
                                gboolean       has_target,
                                double         target);

G_END_DECLS
