/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-declare.h"

/* The cycle of continuous improvement: practice S40 to S47, S55. The seven stages are the characteristics of each
 * application of the cycle; the seven activities are tags (see meetings). The two lists are never merged. */

static const LampChoice frameworks[] = {
  { "continuous-improvement", NC_ ("choice", "Continuous improvement") },
  { "school-reform", NC_ ("choice", "School reform by a site leadership team") },
  { "action-research", NC_ ("choice", "Action research") },
  { "instructional-priorities", NC_ ("choice", "Professional development for instructional priorities") },
  { NULL },
};

static gboolean
check_span (const LampRow *row,
            guint         *field,
            char         **message)
{
  return lamp_row_in_order (row, "starts_on", "ends_on", field, message);
}

static const LampField cycles_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("framework", NC_ ("field", "Framework"), LAMP_REQUIRED, frameworks, "continuous-improvement"),
  LONG_TEXT ("question", NC_ ("field", "Question"), LAMP_SEARCHED),
  DATE ("starts_on", NC_ ("field", "Starts on"), 0),
  DATE ("ends_on", NC_ ("field", "Ends on"), 0),
  REF ("previous", NC_ ("field", "Follows"), LAMP_ACYCLIC, "cycles", LAMP_CLEAR),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (cycles, "LampCycle", NC_ ("type", "cycle"), NC_ ("type", "Cycles"), "title", .order = "starts_on",
             .check = check_span);

static const LampField cycle_goals_fields[] = {
  ID,
  REF ("cycle", NC_ ("field", "Cycle"), LAMP_REQUIRED, "cycles", LAMP_CASCADE),
  REF ("goal", NC_ ("field", "Goal"), LAMP_REQUIRED, "goals", LAMP_CASCADE),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (cycle_goals, "LampCycleGoal", NC_ ("type", "cycle goal"), NC_ ("type", "Cycle goals"), NULL);

static const LampChoice characteristics[] = {
  { "data", NC_ ("choice", "Data") },
  { "shared-goals", NC_ ("choice", "Shared goals") },
  { "professional-learning", NC_ ("choice", "Professional learning") },
  { "strategies", NC_ ("choice", "Strategies") },
  { "application", NC_ ("choice", "Application") },
  { "monitoring", NC_ ("choice", "Monitoring") },
  { "evaluation", NC_ ("choice", "Evaluation") },
  { NULL },
};

static const LampChoice stage_statuses[] = {
  { "planned", NC_ ("choice", "Planned") },
  { "active", NC_ ("choice", "Active") },
  { "done", NC_ ("choice", "Done") },
  { "skipped", NC_ ("choice", "Skipped") },
  { NULL },
};

static const LampChoice learning_areas[] = {
  { "content", NC_ ("choice", "Content") },
  { "pedagogy", NC_ ("choice", "Pedagogy of the content") },
  { "how-students-learn", NC_ ("choice", "How students learn") },
  { "classroom-management", NC_ ("choice", "Classroom management") },
  { NULL },
};

static const LampField stages_fields[] = {
  ID,
  REF ("cycle", NC_ ("field", "Cycle"), LAMP_REQUIRED, "cycles", LAMP_CASCADE),
  POSITION (LAMP_REQUIRED),
  ENUM ("characteristic", NC_ ("field", "Characteristic"), LAMP_REQUIRED, characteristics, "data"),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  DATE ("starts_on", NC_ ("field", "Starts on"), 0),
  DATE ("ends_on", NC_ ("field", "Ends on"), 0),
  DATE ("started_on", NC_ ("field", "Started on"), 0),
  DATE ("finished_on", NC_ ("field", "Finished on"), 0),
  ENUM ("status", NC_ ("field", "Status"), 0, stage_statuses, "planned"),
  REF ("owner", NC_ ("field", "Owner"), 0, "people", LAMP_CLEAR),
  REF ("local_support", NC_ ("field", "Local support"), 0, "people", LAMP_CLEAR),
  FLAGS ("learning_areas", NC_ ("field", "Learning areas"), learning_areas),
  LONG_TEXT ("what_worked", NC_ ("field", "What worked"), LAMP_SEARCHED),
  LONG_TEXT ("why", NC_ ("field", "Why"), LAMP_SEARCHED),
  TEXT ("verdict", NC_ ("field", "Verdict"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

static gboolean
check_stage (const LampRow *row,
             guint         *field,
             char         **message)
{
  return check_span (row, field, message) && lamp_row_in_order (row, "started_on", "finished_on", field, message);
}

RECORD_TYPE (stages, "LampStage", NC_ ("type", "stage"), NC_ ("type", "Stages"), "title", .order = "position",
             .check = check_stage);

static const LampChoice evidence_kinds[] = {
  { "student-data", NC_ ("choice", "Student data") },
  { "educator-data", NC_ ("choice", "Educator data") },
  { "observation", NC_ ("choice", "Observation") },
  { "work-sample", NC_ ("choice", "Work sample") },
  { "survey", NC_ ("choice", "Survey") },
  { "document", NC_ ("choice", "Document") },
  { NULL },
};

static const LampChoice evidence_about[] = {
  { "student", NC_ ("choice", "Students") },
  { "educator", NC_ ("choice", "Educators") },
  { NULL },
};

static const LampField evidence_fields[] = {
  ID,
  REF ("stage", NC_ ("field", "Stage"), 0, "stages", LAMP_CLEAR),
  REF ("goal", NC_ ("field", "Goal"), 0, "goals", LAMP_CLEAR),
  ENUM ("kind", NC_ ("field", "Kind"), LAMP_REQUIRED, evidence_kinds, "student-data"),
  ENUM ("about", NC_ ("field", "About"), 0, evidence_about, NULL),
  DATE ("noted_on", NC_ ("field", "Noted on"), LAMP_REQUIRED),
  LONG_TEXT ("finding", NC_ ("field", "Finding"), LAMP_REQUIRED | LAMP_SEARCHED),
  TEXT ("source", NC_ ("field", "Source"), LAMP_SEARCHED),
  TEXT ("uri", NC_ ("field", "Link"), 0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (evidence, "LampEvidence", NC_ ("type", "piece of evidence"), NC_ ("type", "Evidence"), "finding",
             .order = "noted_on");

static const LampField adjustments_fields[] = {
  ID,
  REF ("stage", NC_ ("field", "Stage"), LAMP_REQUIRED, "stages", LAMP_CASCADE),
  DATE ("made_on", NC_ ("field", "Made on"), LAMP_REQUIRED),
  LONG_TEXT ("before", NC_ ("field", "Before"), LAMP_SEARCHED),
  LONG_TEXT ("after", NC_ ("field", "After"), LAMP_SEARCHED),
  LONG_TEXT ("because", NC_ ("field", "Because"), LAMP_REQUIRED | LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (adjustments, "LampAdjustment", NC_ ("type", "adjustment"), NC_ ("type", "Adjustments"), "because",
             .order = "made_on");

static const LampChoice problem_kinds[] = {
  { "wicked", NC_ ("choice", "Wicked: no procedure, never finished") },
  { "tame", NC_ ("choice", "Tame: can be defined and solved") },
  { NULL },
};

static const LampField problems_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("kind", NC_ ("field", "Kind"), LAMP_REQUIRED, problem_kinds, "wicked"),
  LONG_TEXT ("description", NC_ ("field", "Description"), LAMP_SEARCHED),
  TEXT ("stakeholders", NC_ ("field", "Stakeholders"), LAMP_SEARCHED),
  DATE ("next_look_on", NC_ ("field", "Look again on"), 0),
  DATE ("resolved_on", NC_ ("field", "Resolved on"), 0),
  INT ("reopened", NC_ ("field", "Times reopened"), 0, 0, G_MAXINT32, NULL),
  TIMES_AND_EXTRA,
};

static gboolean
check_problem (const LampRow *row,
               guint         *field,
               char         **message)
{
  if (g_strcmp0 (lamp_row_get_text (row, "kind"), "wicked") == 0 && lamp_row_has (row, "resolved_on"))
    return lamp_row_refuse (row, "resolved_on",
                            _("A wicked problem is never resolved, only looked at again: set the next date instead."),
                            field, message);

  return TRUE;
}

RECORD_TYPE (problems, "LampProblemRecord", NC_ ("type", "problem"), NC_ ("type", "Problems"), "title",
             .check = check_problem);
