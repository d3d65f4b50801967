/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-declare.h"

/* Who belongs: practice S01 to S14. */

static const LampChoice kinds[] = {
  { "system", NC_ ("choice", "School system") },
  { "school", NC_ ("choice", "School") },
  { "team", NC_ ("choice", "Team") },
  { "action-team", NC_ ("choice", "Action team") },
  { "network", NC_ ("choice", "Network") },
  { NULL },
};

static const LampChoice bases[] = {
  { "students", NC_ ("choice", "Shared students") },
  { "area", NC_ ("choice", "Area of responsibility") },
  { "role", NC_ ("choice", "Same role") },
  { "interest", NC_ ("choice", "Shared interest") },
  { "goal", NC_ ("choice", "Shared goal") },
  { NULL },
};

static const LampField communities_fields[] = {
  ID,
  TEXT ("name", NC_ ("field", "Name"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("kind", NC_ ("field", "Kind"), LAMP_REQUIRED, kinds, "team"),
  REF ("parent", NC_ ("field", "Part of"), LAMP_ACYCLIC, "communities", LAMP_CLEAR),
  LONG_TEXT ("purpose", NC_ ("field", "Shared purpose"), LAMP_SEARCHED),
  TEXT ("work", NC_ ("field", "Work"), LAMP_SEARCHED),
  ENUM ("basis", NC_ ("field", "What members share"), 0, bases, NULL),
  INT ("cadence_weeks", NC_ ("field", "Meets every … weeks"), 0, 0, 520, NULL),
  LONG_TEXT ("communication", NC_ ("field", "How we reach each other"), LAMP_SEARCHED),
  INT ("opened_year", NC_ ("field", "Opened in"), 0, 1, 9999, NULL),
  TEXT ("colour", NC_ ("field", "Colour"), LAMP_HIDDEN),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (communities, "LampCommunity", NC_ ("type", "community"), NC_ ("type", "Communities"), "name");

static const LampChoice sectors[] = {
  { "children", NC_ ("choice", "Children") },
  { "educators", NC_ ("choice", "Educators") },
  { "parents", NC_ ("choice", "Parents") },
  { "business-partners", NC_ ("choice", "Business partners") },
  { "other-organizations", NC_ ("choice", "Other organizations") },
  { NULL },
};

static const LampChoice role_types[] = {
  { "teacher", NC_ ("choice", "Teacher") },
  { "support-staff", NC_ ("choice", "Support staff") },
  { "system-staff", NC_ ("choice", "School system staff") },
  { "administrator", NC_ ("choice", "Administrator") },
  { "family", NC_ ("choice", "Family") },
  { "policy-maker", NC_ ("choice", "Policy maker") },
  { "learners", NC_ ("choice", "Learners") },
  { "business", NC_ ("choice", "Business") },
  { "organization", NC_ ("choice", "Organization") },
  { "other", NC_ ("choice", "Other") },
  { NULL },
};

static const LampChoice walls[] = {
  { "inside", NC_ ("choice", "Inside the walls") },
  { "outside", NC_ ("choice", "Outside the walls") },
  { NULL },
};

static const LampField people_fields[] = {
  ID,
  TEXT ("name", NC_ ("field", "Name"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("sector", NC_ ("field", "Sector"), LAMP_REQUIRED, sectors, "educators"),
  ENUM ("role_type", NC_ ("field", "Role"), 0, role_types, NULL),
  ENUM ("wall", NC_ ("field", "Stands"), LAMP_REQUIRED, walls, "inside"),
  INT ("group_size", NC_ ("field", "Size of the group"), 0, 0, 1000000, NULL),
  TEXT ("job_title", NC_ ("field", "Job title"), LAMP_SEARCHED),
  TEXT ("email", NC_ ("field", "E-mail"), 0),
  TEXT ("phone", NC_ ("field", "Telephone"), 0),
  TEXT ("expertise", NC_ ("field", "Can help with"), LAMP_SEARCHED),
  TEXT ("interests", NC_ ("field", "Interests"), LAMP_SEARCHED),
  TEXT ("concerns", NC_ ("field", "Concerns"), LAMP_SEARCHED),
  LONG_TEXT ("need", NC_ ("field", "Need or purpose"), LAMP_SEARCHED),
  LONG_TEXT ("notes", NC_ ("field", "Notes"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

/* Children are groups, never named pupils. */
static gboolean
check_person (const LampRow *row,
              guint         *field,
              char         **message)
{
  if (g_strcmp0 (lamp_row_get_text (row, "sector"), "children") == 0 && lamp_row_get_integer (row, "group_size") < 2)
    return lamp_row_refuse (row, "group_size",
                            _("Children are entered as a group, never one by one: give the size of the group, 2 or more."),
                            field, message);

  return TRUE;
}

RECORD_TYPE (people, "LampPerson", NC_ ("type", "person"), NC_ ("type", "People"), "name", .check = check_person);

static const LampChoice membership_roles[] = {
  { "facilitator", NC_ ("choice", "Facilitator") },
  { "recorder", NC_ ("choice", "Recorder") },
  { "timekeeper", NC_ ("choice", "Timekeeper") },
  { "norms-keeper", NC_ ("choice", "Norms keeper") },
  { "member", NC_ ("choice", "Member") },
  { NULL },
};

static const LampChoice functions[] = {
  { "conversation", NC_ ("choice", "Facilitates conversation and decisions") },
  { "history", NC_ ("choice", "Keeps history, norms and pride") },
  { "support", NC_ ("choice", "Supports others through change") },
  { "learning", NC_ ("choice", "Answers for learning") },
  { NULL },
};

static const LampField memberships_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED | LAMP_UNIQUE, "communities", LAMP_CASCADE),
  REF ("person", NC_ ("field", "Person"), LAMP_REQUIRED | LAMP_UNIQUE, "people", LAMP_CASCADE),
  ENUM ("role", NC_ ("field", "Role"), 0, membership_roles, "member"),
  ENUM ("function", NC_ ("field", "Function"), 0, functions, NULL),
  DATE ("since", NC_ ("field", "Since"), 0),
  DATE ("until", NC_ ("field", "Until"), 0),
  TIMES_AND_EXTRA,
};

static gboolean
check_membership (const LampRow *row,
                  guint         *field,
                  char         **message)
{
  return lamp_row_in_order (row, "since", "until", field, message);
}

RECORD_TYPE (memberships, "LampMembership", NC_ ("type", "membership"), NC_ ("type", "Memberships"), NULL,
             .check = check_membership);

static const LampChoice relationship_kinds[] = {
  { "collaborates", NC_ ("choice", "Works with") },
  { "mentors", NC_ ("choice", "Mentors") },
  { "visits", NC_ ("choice", "Visits") },
  { "lends-expertise", NC_ ("choice", "Lends expertise to") },
  { "shares-students", NC_ ("choice", "Shares students with") },
  { NULL },
};

static const LampField relationships_fields[] = {
  ID,
  REF ("person", NC_ ("field", "Person"), LAMP_REQUIRED, "people", LAMP_CASCADE),
  REF ("other", NC_ ("field", "Other person"), LAMP_REQUIRED, "people", LAMP_CASCADE),
  ENUM ("kind", NC_ ("field", "Kind"), LAMP_REQUIRED, relationship_kinds, "collaborates"),
  LONG_TEXT ("note", NC_ ("field", "Note"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (relationships, "LampRelationship", NC_ ("type", "relationship"), NC_ ("type", "Relationships"), NULL);

static const LampField trainings_fields[] = {
  ID,
  REF ("person", NC_ ("field", "Person"), LAMP_REQUIRED, "people", LAMP_CASCADE),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  DATE ("held_on", NC_ ("field", "Held on"), 0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (trainings, "LampTraining", NC_ ("type", "training"), NC_ ("type", "Trainings"), "title");
