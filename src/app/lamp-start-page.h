/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampStartPage:
 *
 * What a window shows instead of the views: three doors into an empty file, or why a file cannot be opened and what
 * can be done about it.
 */
#define LAMP_TYPE_START_PAGE (lamp_start_page_get_type ())
G_DECLARE_FINAL_TYPE (LampStartPage, lamp_start_page, LAMP, START_PAGE, AdwBin)

void lamp_start_page_set_trouble (LampStartPage *self,
                                  const GError  *error); /* (nullable): NULL for the doors */

G_END_DECLS
