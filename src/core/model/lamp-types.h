/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Every record type, in the order of the exchange format (private to core/model). */
#define LAMP_FOR_EACH_TYPE(X)                                                                                  \
  X (communities) X (people) X (memberships) X (relationships) X (trainings)                                   \
  X (goals) X (goal_links) X (measurements) X (policies) X (supports) X (strategies)                           \
  X (cycles) X (cycle_goals) X (stages) X (evidence) X (adjustments) X (problems)                              \
  X (series) X (meetings) X (agenda_items) X (attendances) X (decisions) X (commitments) X (norms)             \
  X (protocols) X (protocol_steps)                                                                             \
  X (journal_entries) X (visits) X (resources) X (questions) X (history_events) X (assumptions) X (ratings)    \
  X (silences) X (closures) X (backlog_items)

#define LAMP_DECLARE_TYPE(ident) extern const LampRecordType lamp_type_##ident;
