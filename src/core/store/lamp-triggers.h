/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The triggers that keep the journal and the search (private to core/store). */

#include "lamp-schema.h"

G_BEGIN_DECLS

void  lamp_triggers_add_for_deleted (GPtrArray            *statements);
void  lamp_triggers_add_journal     (const LampRecordType *type,
                                     GPtrArray            *statements);
void  lamp_triggers_add_search      (const LampRecordType *type,
                                     GPtrArray            *statements);

G_END_DECLS
