/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

double  lamp_measures_get_median   (const double  *values,
                                    guint          n_values);
char   *lamp_measures_dup_number   (double         value,
                                    const LampRow *goal);
char   *lamp_measures_dup_sentence (const double  *values,
                                    guint          n_values,
                                    const LampRow *goal);

G_END_DECLS
