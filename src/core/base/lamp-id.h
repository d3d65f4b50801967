/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-clock.h"

G_BEGIN_DECLS

/**
 * LAMP_ID_MAX:
 *
 * The most characters an identifier may have.
 */
#define LAMP_ID_MAX 64

gboolean lamp_id_is_valid (const char *id);
char    *lamp_id_new      (LampClock  *clock);

G_END_DECLS
