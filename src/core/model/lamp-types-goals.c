/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-declare.h"

/* Goals and alignment: practice S20 to S35. */

const LampChoice lamp_choices_status[] = {
  { "not-started", NC_ ("choice", "Not started") },
  { "in-progress", NC_ ("choice", "In progress") },
  { "partially-met", NC_ ("choice", "Partially met") },
  { "met", NC_ ("choice", "Met") },
  { "not-met", NC_ ("choice", "Not met") },
  { "dropped", NC_ ("choice", "Dropped") },
  { NULL },
};

static const LampChoice levels[] = {
  { "system", NC_ ("choice", "School system") },
  { "school", NC_ ("choice", "School") },
  { "team", NC_ ("choice", "Team") },
  { "individual", NC_ ("choice", "Individual") },
  { NULL },
};

static const LampChoice audiences[] = {
  { "student", NC_ ("choice", "Student learning") },
  { "educator", NC_ ("choice", "Educator learning") },
  { "both", NC_ ("choice", "Student and educator learning") },
  { NULL },
};

static const LampChoice horizons[] = {
  { "short", NC_ ("choice", "Short term") },
  { "long", NC_ ("choice", "Long term") },
  { NULL },
};

static const LampChoice rollups[] = {
  { "own", NC_ ("choice", "From its own measurements") },
  { "children", NC_ ("choice", "From the goals that support it") },
  { NULL },
};

static const LampField goals_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  REF ("parent", NC_ ("field", "Supports"), LAMP_ACYCLIC, "goals", LAMP_CLEAR),
  ENUM ("level", NC_ ("field", "Level"), LAMP_REQUIRED, levels, "team"),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  LONG_TEXT ("why", NC_ ("field", "Why"), LAMP_SEARCHED),
  ENUM ("audience", NC_ ("field", "For"), 0, audiences, NULL),
  ENUM ("horizon", NC_ ("field", "Horizon"), 0, horizons, NULL),
  BOOL ("is_priority", NC_ ("field", "Priority")),
  TEXT ("measure", NC_ ("field", "Measured by"), LAMP_SEARCHED),
  TEXT ("unit", NC_ ("field", "Unit"), 0),
  REAL ("baseline", NC_ ("field", "Baseline"), 0),
  REAL ("target", NC_ ("field", "Target"), 0),
  DATE ("due", NC_ ("field", "Due"), 0),
  ENUM ("status", NC_ ("field", "Status"), 0, lamp_choices_status, "not-started"),
  ENUM ("rollup", NC_ ("field", "Progress"), 0, rollups, "own"),
  REF ("owner", NC_ ("field", "Owner"), 0, "people", LAMP_CLEAR),
  BOOL ("private", NC_ ("field", "Private")),
  TEXT ("equity_focus", NC_ ("field", "Equity focus"), LAMP_SEARCHED),
  POSITION (0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (goals, "LampGoal", NC_ ("type", "goal"), NC_ ("type", "Goals"), "title", .order = "position");

static const LampField goal_links_fields[] = {
  ID,
  REF ("goal", NC_ ("field", "Goal"), LAMP_REQUIRED, "goals", LAMP_CASCADE),
  REF ("supports", NC_ ("field", "Also supports"), LAMP_REQUIRED, "goals", LAMP_CASCADE),
  LONG_TEXT ("rationale", NC_ ("field", "Rationale"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (goal_links, "LampGoalLink", NC_ ("type", "goal link"), NC_ ("type", "Goal links"), NULL);

static const LampField measurements_fields[] = {
  ID,
  REF ("goal", NC_ ("field", "Goal"), LAMP_REQUIRED, "goals", LAMP_CASCADE),
  DATE ("measured_on", NC_ ("field", "Measured on"), LAMP_REQUIRED),
  REAL ("value", NC_ ("field", "Value"), LAMP_REQUIRED),
  REAL ("target", NC_ ("field", "Target"), 0),
  TEXT ("note", NC_ ("field", "Note"), LAMP_SEARCHED),
  TEXT ("source", NC_ ("field", "Source"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (measurements, "LampMeasurement", NC_ ("type", "measurement"), NC_ ("type", "Measurements"), NULL,
             .order = "measured_on");

static const LampField policies_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  LONG_TEXT ("accountability", NC_ ("field", "Accountability"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (policies, "LampPolicy", NC_ ("type", "policy"), NC_ ("type", "Policies"), "title");

static const LampChoice support_kinds[] = {
  { "time", NC_ ("choice", "Time") },
  { "money", NC_ ("choice", "Money") },
  { "people", NC_ ("choice", "People") },
  { "expertise", NC_ ("choice", "Expertise") },
  { "materials", NC_ ("choice", "Materials") },
  { NULL },
};

static const LampChoice system_functions[] = {
  { "policy", NC_ ("choice", "Policy and governance") },
  { "curriculum", NC_ ("choice", "Curriculum and instruction") },
  { "human-resources", NC_ ("choice", "Human resources") },
  { "other", NC_ ("choice", "Other function") },
  { NULL },
};

static const LampChoice support_origins[] = {
  { "internal", NC_ ("choice", "From within") },
  { "external", NC_ ("choice", "From outside") },
  { NULL },
};

static const LampField supports_fields[] = {
  ID,
  REF ("policy", NC_ ("field", "Policy"), 0, "policies", LAMP_CLEAR),
  REF ("goal", NC_ ("field", "Goal"), 0, "goals", LAMP_CLEAR),
  ENUM ("kind", NC_ ("field", "Kind"), LAMP_REQUIRED, support_kinds, "time"),
  ENUM ("system_function", NC_ ("field", "System function"), 0, system_functions, NULL),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("origin", NC_ ("field", "Origin"), 0, support_origins, NULL),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (supports, "LampSupport", NC_ ("type", "support"), NC_ ("type", "Supports"), "title");

static const LampChoice strategy_kinds[] = {
  { "structure", NC_ ("choice", "Structure") },
  { "practice", NC_ ("choice", "Practice") },
  { NULL },
};

static const LampChoice strategy_origins[] = {
  { "shared", NC_ ("choice", "Shared") },
  { "mandated", NC_ ("choice", "Mandated") },
  { NULL },
};

static const LampField strategies_fields[] = {
  ID,
  REF ("goal", NC_ ("field", "Goal"), LAMP_REQUIRED, "goals", LAMP_CASCADE),
  REF ("cycle", NC_ ("field", "Cycle"), 0, "cycles", LAMP_CLEAR),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("kind", NC_ ("field", "Kind"), 0, strategy_kinds, NULL),
  ENUM ("origin", NC_ ("field", "Origin"), 0, strategy_origins, NULL),
  LONG_TEXT ("theory", NC_ ("field", "Why it should work"), LAMP_SEARCHED),
  LONG_TEXT ("practice", NC_ ("field", "What changes in practice"), LAMP_SEARCHED),
  TEXT ("source", NC_ ("field", "Source"), LAMP_SEARCHED),
  ENUM ("status", NC_ ("field", "Status"), 0, lamp_choices_status, NULL),
  DATE ("starts_on", NC_ ("field", "Starts on"), 0),
  DATE ("revisit_on", NC_ ("field", "Look again on"), 0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (strategies, "LampStrategy", NC_ ("type", "strategy"), NC_ ("type", "Strategies"), "title");

/* A finding of the checks that was set aside, with the reason (practice: checks advise, never block). */
static const LampField silences_fields[] = {
  ID,
  TEXT ("code", NC_ ("field", "Check"), LAMP_REQUIRED),
  TEXT ("record", NC_ ("field", "About"), LAMP_HIDDEN),
  LONG_TEXT ("reason", NC_ ("field", "Reason"), LAMP_REQUIRED | LAMP_SEARCHED),
  DATE ("silenced_on", NC_ ("field", "Set aside on"), 0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (silences, "LampSilence", NC_ ("type", "check set aside"), NC_ ("type", "Checks set aside"), "reason",
             .order = "silenced_on");
