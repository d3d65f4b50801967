/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LAMP_N_ROLES:
 *
 * The roles in a meeting: facilitator, recorder, timekeeper, norms keeper.
 */
#define LAMP_N_ROLES 4

/**
 * LAMP_ROLE_MOST_IN_A_ROW:
 *
 * Meetings in a row after which a role goes to somebody else.
 */
#define LAMP_ROLE_MOST_IN_A_ROW 2

/**
 * LampRoleTurn:
 * @role: the field of meetings, such as "norms_keeper"
 * @person: (nullable): whose turn it is; it belongs to the snapshot; %NULL when there is nobody
 * @last: (nullable): the meeting at which they had it last; it belongs to the snapshot
 * @why: the same as a translated sentence; plain text
 *
 * Who should have a role.
 */
typedef struct
{
  const char *role;
  const LampRow *person;
  const LampRow *last;
  char *why;
} LampRoleTurn;

const char *lamp_roles_get_field       (guint         index);
GPtrArray  *lamp_roles_propose         (LampSnapshot *snapshot,
                                        const char   *meeting);
guint       lamp_roles_count_in_a_row  (LampSnapshot *snapshot,
                                        const char   *meeting,
                                        const char   *role,
                                        const char   *person);
void        lamp_role_turn_free        (LampRoleTurn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRoleTurn, lamp_role_turn_free)

G_END_DECLS
