/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-pages.h"

G_BEGIN_DECLS

/**
 * LampPaperPreview:
 *
 * Pages below each other, before they are printed or saved. Only those in sight are drawn.
 */
#define LAMP_TYPE_PAPER_PREVIEW (lamp_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (LampPaperPreview, lamp_paper_preview, LAMP, PAPER_PREVIEW, AdwBin)

void lamp_paper_preview_set_pages (LampPaperPreview *self,
                                   LampPages        *pages);

G_END_DECLS
