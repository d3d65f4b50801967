/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How values look in JSON (private to core/exchange). */

void lamp_json_append_string  (GString    *out,
                               const char *text,
                               gsize       length);
void lamp_json_append_real    (GString    *out,
                               double      real);
void lamp_json_append_pretty  (GString    *out,
                               const char *json,
                               guint       indent);
void lamp_json_append_members (GString    *out,
                               const char *json,
                               guint       indent);
void lamp_json_append_token   (GString    *pointer,
                               const char *token,
                               gsize       length);

G_END_DECLS
