/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-error.h"

G_BEGIN_DECLS

/**
 * LampRruleStrand:
 * @text: a rule without COUNT and UNTIL
 * @first: the day from which it is followed
 *
 * A part of a rule that libical follows rightly. (Private to core/calendar.)
 */
typedef struct
{
  char *text;
  char *first;
} LampRruleStrand;

/**
 * LampRrule:
 * @strands: (element-type LampRruleStrand): the days of the rule are those of all of them
 * @until: (nullable): the last day on which it may fall
 * @count: how often it falls at most, 0 for no such bound
 *
 * A rule whose text has been judged. (Private to core/calendar.)
 */
typedef struct
{
  GPtrArray *strands;
  char *until;
  guint count;
} LampRrule;

LampRrule *lamp_rrule_parse (const char  *text,
                             const char  *starts_at,
                             GError     **error);
void       lamp_rrule_free  (LampRrule   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRrule, lamp_rrule_free)

G_END_DECLS
