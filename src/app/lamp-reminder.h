/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-application.h"
#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LAMP_REMINDER_DAYS:
 *
 * So many days before its date a commitment is worth a word on the desktop: tomorrow's can still be kept.
 */
#define LAMP_REMINDER_DAYS 1

/**
 * LampReminder:
 *
 * Reminds the person on the desktop of commitments that are due, once a day while the program runs, if asked to.
 */
#define LAMP_TYPE_REMINDER (lamp_reminder_get_type ())
G_DECLARE_FINAL_TYPE (LampReminder, lamp_reminder, LAMP, REMINDER, GObject)

LampReminder  *lamp_reminder_new     (LampApplication *application);
gboolean       lamp_reminder_check   (LampReminder    *self);

/* What is to be said, apart from when. */
GPtrArray     *lamp_reminder_collect (LampStore       *store,
                                      const char      *today);
GNotification *lamp_reminder_compose (GPtrArray       *commitments,
                                      const char      *today);
char          *lamp_reminder_dup_body (GPtrArray      *commitments,
                                      const char      *today);

G_END_DECLS
