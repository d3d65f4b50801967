/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-error.h"

G_BEGIN_DECLS

/**
 * LampRecurrence:
 *
 * A rule that says on which days something happens again (RFC 5545, RRULE), and when it happens first. It is about days
 * of the wall calendar: what begins at 7:41 begins at 7:41 after the clocks have changed too.
 */
typedef struct _LampRecurrence LampRecurrence;

LampRecurrence *lamp_recurrence_new       (const char            *rrule,
                                           const char            *starts_at,
                                           GError               **error);
void            lamp_recurrence_free      (LampRecurrence        *self);
gboolean        lamp_recurrence_is_endless (const LampRecurrence *self);
GPtrArray      *lamp_recurrence_list      (const LampRecurrence  *self,
                                           const char            *from,
                                           const char            *to,
                                           guint                  limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRecurrence, lamp_recurrence_free)

G_END_DECLS
