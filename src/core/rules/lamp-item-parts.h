/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

gboolean lamp_item_split (const LampRow  *item,
                          int             minutes,
                          LampRow       **first,
                          LampRow       **second);
LampRow *lamp_item_merge (const LampRow  *item,
                          const LampRow  *next,
                          GStrv          *clashes);
gboolean lamp_item_read_typed (const char *text,
                          char          **title,
                          int            *minutes);

G_END_DECLS
