/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GInputStream *lamp_cli_open_table (const char  *name,
                                   const char  *map_name,
                                   const char  *community,
                                   GStrv       *notes,
                                   GError     **error);

G_END_DECLS
