/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-session.h"

G_BEGIN_DECLS

const char *lamp_captured_get_kind      (LampRecord *record);
const char *lamp_captured_get_icon_name (LampRecord *record);
char       *lamp_captured_describe      (LampStore  *store,
                                         LampRecord *record,
                                         const char *today);

G_END_DECLS
