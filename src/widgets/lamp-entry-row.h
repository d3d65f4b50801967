/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lamp_entry_row_set_title (AdwEntryRow *self,
                               const char  *title);

G_END_DECLS
