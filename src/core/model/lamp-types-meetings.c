/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-declare.h"

/* Meetings: practice S08 to S13, S50 to S62. */

const LampChoice lamp_choices_activity[] = {
  { "inquiry", NC_ ("choice", "Inquiry") },
  { "action-research", NC_ ("choice", "Action research") },
  { "data-analysis", NC_ ("choice", "Data analysis") },
  { "planning", NC_ ("choice", "Planning") },
  { "implementation", NC_ ("choice", "Implementation") },
  { "reflection", NC_ ("choice", "Reflection") },
  { "evaluation", NC_ ("choice", "Evaluation") },
  { NULL },
};

static const LampField series_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  TEXT ("rrule", NC_ ("field", "Repeats"), 0),
  TIME ("starts_at", NC_ ("field", "First meeting"), 0),
  INT ("minutes", NC_ ("field", "Minutes"), 0, 1, 1440, "44"),
  REF ("template", NC_ ("field", "Template"), 0, "protocols", LAMP_CLEAR),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (series, "LampSeries", NC_ ("type", "series"), NC_ ("type", "Series"), "title");

static const LampChoice modes[] = {
  { "face-to-face", NC_ ("choice", "Face to face") },
  { "virtual", NC_ ("choice", "Virtual") },
  { "combined", NC_ ("choice", "Combined") },
  { NULL },
};

static const LampChoice meeting_states[] = {
  { "draft", NC_ ("choice", "Draft") },
  { "open", NC_ ("choice", "Open") },
  { "in-progress", NC_ ("choice", "In progress") },
  { "closed", NC_ ("choice", "Closed") },
  { NULL },
};

static const LampField meetings_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  REF ("series", NC_ ("field", "Series"), 0, "series", LAMP_CLEAR),
  REF ("stage", NC_ ("field", "Stage of the cycle"), 0, "stages", LAMP_CLEAR),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  LONG_TEXT ("purpose", NC_ ("field", "Purpose"), LAMP_SEARCHED),
  TIME ("starts_at", NC_ ("field", "Starts at"), LAMP_REQUIRED),
  INT ("minutes", NC_ ("field", "Minutes"), LAMP_REQUIRED, 1, 1440, "44"),
  ENUM ("mode", NC_ ("field", "Mode"), 0, modes, "face-to-face"),
  TEXT ("place", NC_ ("field", "Place"), LAMP_SEARCHED),
  ENUM ("state", NC_ ("field", "State"), LAMP_REQUIRED, meeting_states, "draft"),
  REF ("facilitator", NC_ ("field", "Facilitator"), 0, "people", LAMP_CLEAR),
  REF ("recorder", NC_ ("field", "Recorder"), 0, "people", LAMP_CLEAR),
  REF ("timekeeper", NC_ ("field", "Timekeeper"), 0, "people", LAMP_CLEAR),
  REF ("norms_keeper", NC_ ("field", "Norms keeper"), 0, "people", LAMP_CLEAR),
  INSTANT ("began_at", NC_ ("field", "Began at")),
  INSTANT ("ended_at", NC_ ("field", "Ended at")),
  INT ("norms_rating", NC_ ("field", "Norms kept, 1 to 5"), 0, 1, 5, NULL),
  COUNTS ("voices", NC_ ("field", "Turns taken")),
  TIMES_AND_EXTRA,
};

static gboolean
check_meeting (const LampRow *row,
               guint         *field,
               char         **message)
{
  return lamp_row_in_order (row, "began_at", "ended_at", field, message);
}

RECORD_TYPE (meetings, "LampMeeting", NC_ ("type", "meeting"), NC_ ("type", "Meetings"), "title", .order = "starts_at",
             .check = check_meeting);

static const LampChoice item_kinds[] = {
  { "check-in", NC_ ("choice", "Check-in") },
  { "conversation", NC_ ("choice", "Conversation") },
  { "work", NC_ ("choice", "Work") },
  { "decision", NC_ ("choice", "Decision") },
  { "review", NC_ ("choice", "Review") },
  { "reflection", NC_ ("choice", "Reflection") },
  { "logistics", NC_ ("choice", "Logistics") },
  { "break", NC_ ("choice", "Break") },
  { NULL },
};

static const LampChoice item_states[] = {
  { "planned", NC_ ("choice", "Planned") },
  { "discussed", NC_ ("choice", "Discussed") },
  { "carried", NC_ ("choice", "Carried over") },
  { NULL },
};

static gboolean
check_minutes (const LampRow *row,
               guint         *field,
               char         **message)
{
  gint64 minutes = lamp_row_get_integer (row, "minutes");

  if (lamp_row_has (row, "minutes_min") && lamp_row_get_integer (row, "minutes_min") > minutes)
    return lamp_row_refuse (row, "minutes_min", _("The least minutes may not be more than the planned minutes."), field,
                            message);
  if (lamp_row_has (row, "minutes_max") && lamp_row_get_integer (row, "minutes_max") < minutes)
    return lamp_row_refuse (row, "minutes_max", _("The most minutes may not be less than the planned minutes."), field,
                            message);

  return TRUE;
}

static const LampField agenda_items_fields[] = {
  ID,
  REF ("meeting", NC_ ("field", "Meeting"), LAMP_REQUIRED, "meetings", LAMP_CASCADE),
  POSITION (LAMP_REQUIRED),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("kind", NC_ ("field", "Kind"), LAMP_REQUIRED, item_kinds, "conversation"),
  ENUM ("activity", NC_ ("field", "Activity"), 0, lamp_choices_activity, NULL),
  LONG_TEXT ("why", NC_ ("field", "Why"), LAMP_SEARCHED),
  INT ("minutes", NC_ ("field", "Minutes"), LAMP_REQUIRED, 0, 1440, "10"),
  INT ("minutes_min", NC_ ("field", "Least minutes"), 0, 0, 1440, NULL),
  INT ("minutes_max", NC_ ("field", "Most minutes"), 0, 0, 1440, NULL),
  BOOL ("protected", NC_ ("field", "Protected")),
  REF ("presenter", NC_ ("field", "Presenter"), 0, "people", LAMP_CLEAR),
  TEXT ("speaks", NC_ ("field", "Who speaks"), LAMP_SEARCHED),
  TEXT ("silent", NC_ ("field", "Who listens"), LAMP_SEARCHED),
  LONG_TEXT ("prompt", NC_ ("field", "Prompt"), LAMP_SEARCHED),
  REF ("goal", NC_ ("field", "Goal"), 0, "goals", LAMP_CLEAR),
  REF ("cycle", NC_ ("field", "Cycle"), 0, "cycles", LAMP_CLEAR),
  REF ("stage", NC_ ("field", "Stage"), 0, "stages", LAMP_CLEAR),
  REF ("problem", NC_ ("field", "Problem"), 0, "problems", LAMP_CLEAR),
  BOOL ("recurring", NC_ ("field", "Comes back each time")),
  BOOL ("off_record", NC_ ("field", "Off the record")),
  ENUM ("state", NC_ ("field", "State"), 0, item_states, "planned"),
  REF ("carried_from", NC_ ("field", "Carried over from"), LAMP_HIDDEN, "agenda_items", LAMP_CLEAR),
  INT ("spent_seconds", NC_ ("field", "Seconds spent"), LAMP_HIDDEN, 0, G_MAXINT32, NULL),
  LONG_TEXT ("outcome", NC_ ("field", "Outcome"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (agenda_items, "LampAgendaItem", NC_ ("type", "agenda item"), NC_ ("type", "Agenda items"), "title",
             .order = "position", .check = check_minutes);

/* What waits for a meeting of its series. */
static const LampField backlog_items_fields[] = {
  ID,
  REF ("series", NC_ ("field", "Series"), LAMP_REQUIRED, "series", LAMP_CASCADE),
  POSITION (0),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("kind", NC_ ("field", "Kind"), 0, item_kinds, "conversation"),
  LONG_TEXT ("why", NC_ ("field", "Why"), LAMP_SEARCHED),
  INT ("minutes", NC_ ("field", "Minutes"), 0, 0, 1440, "10"),
  REF ("presenter", NC_ ("field", "Presenter"), 0, "people", LAMP_CLEAR),
  REF ("goal", NC_ ("field", "Goal"), 0, "goals", LAMP_CLEAR),
  REF ("problem", NC_ ("field", "Problem"), 0, "problems", LAMP_CLEAR),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (backlog_items, "LampBacklogItem", NC_ ("type", "backlog item"), NC_ ("type", "Backlog"), "title",
             .order = "position");

/* Days without school: no meeting of a series falls on them. */
static const LampField closures_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  DATE ("starts_on", NC_ ("field", "First day"), LAMP_REQUIRED),
  DATE ("ends_on", NC_ ("field", "Last day"), 0),
  TEXT ("source", NC_ ("field", "Source"), 0),
  TIMES_AND_EXTRA,
};

static gboolean
check_closure (const LampRow *row,
               guint         *field,
               char         **message)
{
  return lamp_row_in_order (row, "starts_on", "ends_on", field, message);
}

RECORD_TYPE (closures, "LampClosure", NC_ ("type", "closure"), NC_ ("type", "Closures"), "title", .order = "starts_on",
             .check = check_closure);

static const LampChoice attendance_states[] = {
  { "invited", NC_ ("choice", "Invited") },
  { "present", NC_ ("choice", "Present") },
  { "absent", NC_ ("choice", "Absent") },
  { "excused", NC_ ("choice", "Excused") },
  { NULL },
};

static const LampField attendances_fields[] = {
  ID,
  REF ("meeting", NC_ ("field", "Meeting"), LAMP_REQUIRED, "meetings", LAMP_CASCADE),
  REF ("person", NC_ ("field", "Person"), LAMP_REQUIRED, "people", LAMP_CASCADE),
  ENUM ("state", NC_ ("field", "State"), LAMP_REQUIRED, attendance_states, "invited"),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (attendances, "LampAttendance", NC_ ("type", "attendance"), NC_ ("type", "Attendances"), NULL);

static const LampChoice decision_methods[] = {
  { "advice", NC_ ("choice", "Advice") },
  { "consent", NC_ ("choice", "Consent") },
  { "consensus", NC_ ("choice", "Consensus") },
  { "gradients", NC_ ("choice", "Gradients of agreement") },
  { "fist-to-five", NC_ ("choice", "Fist to five") },
  { "vote", NC_ ("choice", "Vote") },
  { NULL },
};

static const LampField decisions_fields[] = {
  ID,
  REF ("meeting", NC_ ("field", "Meeting"), LAMP_REQUIRED, "meetings", LAMP_CASCADE),
  REF ("item", NC_ ("field", "Agenda item"), 0, "agenda_items", LAMP_CLEAR),
  LONG_TEXT ("text", NC_ ("field", "Decision"), LAMP_REQUIRED | LAMP_SEARCHED),
  ENUM ("method", NC_ ("field", "Method"), 0, decision_methods, NULL),
  BOOL ("purpose_agreed", NC_ ("field", "Purpose agreed")),
  BOOL ("action_agreed", NC_ ("field", "Action agreed")),
  COUNTS ("tally", NC_ ("field", "Tally")),
  LONG_TEXT ("objections", NC_ ("field", "Objections"), LAMP_SEARCHED),
  DATE ("revisit_on", NC_ ("field", "Look again on"), 0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (decisions, "LampDecision", NC_ ("type", "decision"), NC_ ("type", "Decisions"), "text");

static const LampField commitments_fields[] = {
  ID,
  TEXT ("text", NC_ ("field", "Commitment"), LAMP_REQUIRED | LAMP_SEARCHED),
  REF ("meeting", NC_ ("field", "Meeting"), 0, "meetings", LAMP_CLEAR),
  REF ("item", NC_ ("field", "Agenda item"), 0, "agenda_items", LAMP_CLEAR),
  REF ("goal", NC_ ("field", "Goal"), 0, "goals", LAMP_CLEAR),
  REF ("community", NC_ ("field", "Made to"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  REF ("owner", NC_ ("field", "Owner"), 0, "people", LAMP_CLEAR),
  DATE ("due", NC_ ("field", "Due"), 0),
  DATE ("done_on", NC_ ("field", "Done on"), 0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (commitments, "LampCommitment", NC_ ("type", "commitment"), NC_ ("type", "Commitments"), "text",
             .order = "due");

static const LampField norms_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), LAMP_REQUIRED, "communities", LAMP_CASCADE),
  TEXT ("text", NC_ ("field", "Norm"), LAMP_REQUIRED | LAMP_SEARCHED),
  DATE ("adopted_on", NC_ ("field", "Adopted on"), 0),
  DATE ("reviewed_on", NC_ ("field", "Reviewed on"), 0),
  POSITION (0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (norms, "LampNorm", NC_ ("type", "norm"), NC_ ("type", "Norms"), "text", .order = "position");

static const LampField protocols_fields[] = {
  ID,
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  TEXT ("variant", NC_ ("field", "Variant"), LAMP_SEARCHED),
  LONG_TEXT ("purpose", NC_ ("field", "Purpose"), LAMP_SEARCHED),
  TEXT ("source", NC_ ("field", "Source"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (protocols, "LampProtocol", NC_ ("type", "protocol"), NC_ ("type", "Protocols"), "title");

static const LampField protocol_steps_fields[] = {
  ID,
  REF ("protocol", NC_ ("field", "Protocol"), LAMP_REQUIRED, "protocols", LAMP_CASCADE),
  POSITION (LAMP_REQUIRED),
  TEXT ("title", NC_ ("field", "Title"), LAMP_REQUIRED | LAMP_SEARCHED),
  INT ("minutes", NC_ ("field", "Minutes"), LAMP_REQUIRED, 0, 1440, "10"),
  INT ("minutes_min", NC_ ("field", "Least minutes"), 0, 0, 1440, NULL),
  INT ("minutes_max", NC_ ("field", "Most minutes"), 0, 0, 1440, NULL),
  BOOL ("protected", NC_ ("field", "Protected")),
  TEXT ("speaks", NC_ ("field", "Who speaks"), LAMP_SEARCHED),
  TEXT ("silent", NC_ ("field", "Who listens"), LAMP_SEARCHED),
  LONG_TEXT ("prompt", NC_ ("field", "Prompt"), LAMP_SEARCHED),
  ENUM ("kind", NC_ ("field", "Kind"), 0, item_kinds, NULL),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (protocol_steps, "LampProtocolStep", NC_ ("type", "protocol step"), NC_ ("type", "Protocol steps"), "title",
             .order = "position", .check = check_minutes);
