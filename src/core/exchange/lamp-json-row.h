/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

void lamp_json_append_row (GString       *out,
                           const LampRow *row,
                           guint          indent,
                           guint64        omitted);

G_END_DECLS
