/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-declare.h"

/* Declared now, so that files carry them; their own screens come later (practice S45, S53, S54, S59, S60, S70 to
 * S73, S81, S82, S91). */

static const LampChoice entry_kinds[] = {
  { "learned", NC_ ("choice", "Learned") },
  { "shared", NC_ ("choice", "Shared") },
  { "acted", NC_ ("choice", "Acted") },
  { NULL },
};

static const LampField journal_entries_fields[] = {
  ID,
  REF ("person", NC_ ("field", "Person"), 0, "people", LAMP_CASCADE),
  REF ("meeting", NC_ ("field", "Meeting"), 0, "meetings", LAMP_CLEAR),
  REF ("stage", NC_ ("field", "Stage"), 0, "stages", LAMP_CLEAR),
  ENUM ("kind", NC_ ("field", "Kind"), 0, entry_kinds, "learned"),
  LONG_TEXT ("purpose", NC_ ("field", "Purpose"), 0),
  LONG_TEXT ("focus", NC_ ("field", "Focus"), 0),
  LONG_TEXT ("process", NC_ ("field", "Process"), 0),
  LONG_TEXT ("outcome", NC_ ("field", "Outcome"), 0),
  BOOL ("private", NC_ ("field", "Private")),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (journal_entries, "LampJournalEntry", NC_ ("type", "journal entry"), NC_ ("type", "Journal entries"), NULL,
             .private = TRUE);

static const LampField visits_fields[] = {
  ID,
  REF ("host", NC_ ("field", "Host"), 0, "people", LAMP_CASCADE),
  REF ("visitor", NC_ ("field", "Visitor"), 0, "people", LAMP_CASCADE),
  DATE ("visited_on", NC_ ("field", "Visited on"), 0),
  LONG_TEXT ("focus", NC_ ("field", "Focus question"), 0),
  LONG_TEXT ("feedback", NC_ ("field", "Feedback"), 0),
  LONG_TEXT ("thanks", NC_ ("field", "Thanks"), 0),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (visits, "LampVisit", NC_ ("type", "visit"), NC_ ("type", "Visits"), NULL, .order = "visited_on",
             .private = TRUE);

static const LampField resources_fields[] = {
  ID,
  TEXT ("title", NC_ ("field", "Title"), LAMP_SEARCHED),
  TEXT ("kind", NC_ ("field", "Kind"), 0),
  TEXT ("uri", NC_ ("field", "Link"), 0),
  LONG_TEXT ("reference", NC_ ("field", "Reference"), LAMP_SEARCHED),
  TEXT ("origin", NC_ ("field", "Origin"), 0),
  REF ("community", NC_ ("field", "Community"), 0, "communities", LAMP_CASCADE),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (resources, "LampResource", NC_ ("type", "resource"), NC_ ("type", "Resources"), "title");

static const LampChoice question_states[] = {
  { "open", NC_ ("choice", "Open") },
  { "answered", NC_ ("choice", "Answered") },
  { NULL },
};

static const LampField questions_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), 0, "communities", LAMP_CASCADE),
  LONG_TEXT ("text", NC_ ("field", "Question"), LAMP_SEARCHED),
  ENUM ("state", NC_ ("field", "State"), 0, question_states, "open"),
  REF ("goal", NC_ ("field", "Goal"), 0, "goals", LAMP_CLEAR),
  REF ("meeting", NC_ ("field", "Meeting"), 0, "meetings", LAMP_CLEAR),
  LONG_TEXT ("finding", NC_ ("field", "Finding"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (questions, "LampQuestion", NC_ ("type", "question"), NC_ ("type", "Questions"), "text");

static const LampChoice change_categories[] = {
  { "curriculum", NC_ ("choice", "Curriculum") },
  { "staff", NC_ ("choice", "Staff") },
  { "enrollment", NC_ ("choice", "Student enrolment") },
  { "assessments", NC_ ("choice", "Assessments") },
  { "physical", NC_ ("choice", "Buildings and grounds") },
  { NULL },
};

static const LampField history_events_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), 0, "communities", LAMP_CASCADE),
  INT ("decade", NC_ ("field", "Decade"), 0, 0, 9990, NULL),
  ENUM ("category", NC_ ("field", "Category"), 0, change_categories, NULL),
  LONG_TEXT ("text", NC_ ("field", "What happened"), LAMP_SEARCHED),
  TEXT ("told_by", NC_ ("field", "Told by"), LAMP_SEARCHED),
  BOOL ("pride", NC_ ("field", "A source of pride")),
  BOOL ("keep", NC_ ("field", "To keep")),
  BOOL ("lesson", NC_ ("field", "A lesson learned")),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (history_events, "LampHistoryEvent", NC_ ("type", "history event"), NC_ ("type", "History"), "text",
             .order = "decade");

static const LampField assumptions_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), 0, "communities", LAMP_CASCADE),
  TEXT ("topic", NC_ ("field", "Topic"), LAMP_SEARCHED),
  LONG_TEXT ("text", NC_ ("field", "Assumption"), LAMP_SEARCHED),
  TEXT ("held_by", NC_ ("field", "Held by"), LAMP_SEARCHED),
  BOOL ("tested", NC_ ("field", "Tested")),
  LONG_TEXT ("result", NC_ ("field", "Result"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (assumptions, "LampAssumption", NC_ ("type", "assumption"), NC_ ("type", "Assumptions"), "text");

static const LampChoice scales[] = {
  { "attributes", NC_ ("choice", "Attributes") },
  { "attitudes", NC_ ("choice", "Attitudes") },
  { "norms", NC_ ("choice", "Norms") },
  { NULL },
};

static const LampField ratings_fields[] = {
  ID,
  REF ("community", NC_ ("field", "Community"), 0, "communities", LAMP_CASCADE),
  DATE ("rated_on", NC_ ("field", "Rated on"), 0),
  ENUM ("scale", NC_ ("field", "Scale"), 0, scales, NULL),
  TEXT ("item", NC_ ("field", "Item"), LAMP_SEARCHED),
  REAL ("value", NC_ ("field", "Value"), 0),
  LONG_TEXT ("note", NC_ ("field", "Note"), LAMP_SEARCHED),
  TIMES_AND_EXTRA,
};

RECORD_TYPE (ratings, "LampRating", NC_ ("type", "rating"), NC_ ("type", "Ratings"), "item", .order = "rated_on");
