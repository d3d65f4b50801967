/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

char *lamp_calendar_export        (LampSnapshot *snapshot,
                                   const char   *id,
                                   const char   *today,
                                   GError      **error);
char *lamp_calendar_preview       (LampSnapshot *snapshot,
                                   const char   *id,
                                   const char   *today,
                                   GError      **error);
char *lamp_calendar_dup_file_name (LampSnapshot *snapshot,
                                   const char   *id);

G_END_DECLS
