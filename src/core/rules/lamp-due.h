/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LAMP_DUE_SOON:
 *
 * Days before its date within which something counts as due.
 */
#define LAMP_DUE_SOON 14

/**
 * LampDue:
 * @LAMP_DUE_NEVER: it has no date
 * @LAMP_DUE_LATER: not yet
 * @LAMP_DUE_NOW: within %LAMP_DUE_SOON days
 * @LAMP_DUE_OVER: its date has passed
 *
 * How pressing a date is.
 */
typedef enum
{
  LAMP_DUE_NEVER = 0,
  LAMP_DUE_LATER,
  LAMP_DUE_NOW,
  LAMP_DUE_OVER,
} LampDue;

LampDue  lamp_due_judge     (const char *due,
                             const char *today);
char    *lamp_due_dup_words (const char *due,
                             const char *today);

G_END_DECLS
