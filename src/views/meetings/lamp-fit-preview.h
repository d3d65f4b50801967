/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-fit.h"

G_BEGIN_DECLS

/**
 * LampFitPreview:
 *
 * What fitting an agenda changes, an item a line: its minutes before and after, and what is protected.
 */
#define LAMP_TYPE_FIT_PREVIEW (lamp_fit_preview_get_type ())
G_DECLARE_FINAL_TYPE (LampFitPreview, lamp_fit_preview, LAMP, FIT_PREVIEW, AdwBin)

void  lamp_fit_preview_show     (LampFitPreview      *self,
                                 GPtrArray           *rows,
                                 const int           *minutes,
                                 const LampFitResult *result);
char *lamp_fit_preview_dup_sum  (GPtrArray           *rows,
                                 const int           *minutes,
                                 const LampFitResult *result,
                                 int                  slot);

G_END_DECLS
