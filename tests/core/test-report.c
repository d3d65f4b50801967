/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-report.h"

/* A meeting of 44 minutes with three items, the second off the record. */
typedef struct
{
  LampSnapshot *snapshot;
  LampRow *meeting;
  LampRow *opening;
  LampRow *honest;
  LampRow *work;
} Fixture;

static LampRow *
add (Fixture    *fixture,
     const char *type,
     const char *id,
     const char *title)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  if (title != NULL)
    lamp_row_set_text (row, row->type->title, title);
  lamp_snapshot_take (fixture->snapshot, row);

  return row;
}

static LampRow *
add_item (Fixture    *fixture,
          const char *id,
          int         position,
          const char *title,
          const char *kind,
          int         minutes)
{
  LampRow *item = add (fixture, "agenda_items", id, title);

  lamp_row_set_text (item, "meeting", "m");
  lamp_row_set_integer (item, "position", position);
  lamp_row_set_text (item, "kind", kind);
  lamp_row_set_integer (item, "minutes", minutes);

  return item;
}

static void
add_attendance (Fixture    *fixture,
                const char *id,
                const char *person,
                const char *state)
{
  LampRow *attendance = add (fixture, "attendances", id, NULL);

  lamp_row_set_text (attendance, "meeting", "m");
  lamp_row_set_text (attendance, "person", person);
  lamp_row_set_text (attendance, "state", state);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->snapshot = lamp_snapshot_new ();
  add (fixture, "communities", "c", "Grade 3 team");
  add (fixture, "people", "p1", "Tom & <b>Jerry</b>");
  add (fixture, "people", "p2", "Ana Ruiz");
  fixture->meeting = add (fixture, "meetings", "m", "Team meeting");
  lamp_row_set_text (fixture->meeting, "community", "c");
  lamp_row_set_text (fixture->meeting, "starts_at", "2026-11-17T07:41");
  lamp_row_set_integer (fixture->meeting, "minutes", 44);
  lamp_row_set_text (fixture->meeting, "state", "draft");
  lamp_row_set_text (fixture->meeting, "facilitator", "p1");
  fixture->opening = add_item (fixture, "a1", 1, "Check-in", "check-in", 5);
  fixture->honest = add_item (fixture, "a2", 2, "Honest talk", "conversation", 15);
  lamp_row_set_integer (fixture->honest, "off_record", 1);
  lamp_row_set_text (fixture->honest, "outcome", "A secret");
  fixture->work = add_item (fixture, "a3", 3, "Looking at work", "work", 20);
  lamp_row_set_text (fixture->work, "presenter", "p2");
  lamp_row_set_text (fixture->work, "silent", "Presenter");
  add_attendance (fixture, "t1", "p1", "present");
  add_attendance (fixture, "t2", "p2", "invited");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->snapshot);
}

static char *
report (Fixture          *fixture,
        LampReportKind    kind,
        LampReportFormat  format)
{
  g_autoptr (GError) error = NULL;
  char *text = lamp_report_meeting (fixture->snapshot, "m", kind, format, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  return text;
}

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_silent (const char *text,
               const char *words)
{
  if (strstr (text, words) != NULL)
    g_test_message ("%s", text);
  g_assert_null (strstr (text, words));
}

static void
hold_the_meeting (Fixture *fixture)
{
  LampRow *decision = add (fixture, "decisions", "d1", "We read for 20 minutes each day.");
  LampRow *commitment = add (fixture, "commitments", "k1", "Call the families | all of them");

  lamp_row_set_text (fixture->meeting, "state", "closed");
  lamp_row_set_text (fixture->meeting, "began_at", "2026-11-17T07:43:00.000Z");
  lamp_row_set_text (fixture->meeting, "ended_at", "2026-11-17T08:30:12.000Z");
  lamp_row_set_integer (fixture->meeting, "norms_rating", 4);
  lamp_row_set_text (fixture->opening, "state", "discussed");
  lamp_row_set_integer (fixture->opening, "spent_seconds", 290);
  lamp_row_set_text (fixture->honest, "state", "discussed");
  lamp_row_set_integer (fixture->honest, "spent_seconds", 20 * 60);
  lamp_row_set_text (fixture->work, "state", "discussed");
  lamp_row_set_text (fixture->work, "outcome", "# Not a heading\n1. <script>alert(1)</script>\n\nSecond *paragraph*");
  lamp_row_set_integer (fixture->work, "spent_seconds", 22 * 60);
  lamp_row_set_text (decision, "meeting", "m");
  lamp_row_set_text (decision, "item", "a3");
  lamp_row_set_text (decision, "method", "consent");
  lamp_row_set_text (decision, "tally", "{\"consent\":6,\"objection\":1}");
  lamp_row_set_text (decision, "objections", "It takes time from writing.");
  lamp_row_set_text (decision, "revisit_on", "2027-01-12");
  lamp_row_set_integer (decision, "purpose_agreed", 1);
  lamp_row_set_text (commitment, "meeting", "m");
  lamp_row_set_text (commitment, "item", "a2");
  lamp_row_set_text (commitment, "owner", "p1");
  lamp_row_set_text (commitment, "due", "2026-11-24");
}

static void
an_agenda_as_text_has_its_times_in_columns (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *text = report (fixture, LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT);

  g_assert_cmpstr (text, ==,
                   "Agenda: Team meeting\n"
                   "====================\n"
                   "\n"
                   "Community: Grade 3 team\n"
                   "When: Tue 17 Nov 2026, 07:41 – 08:25 (44 min)\n"
                   "Facilitator: Tom & <b>Jerry</b>\n"
                   "Invited: Ana Ruiz, Tom & <b>Jerry</b>\n"
                   "\n"
                   "Items\n"
                   "-----\n"
                   "\n"
                   "Start  Minutes  Item             Kind          Presenter\n"
                   "-----  -------  ---------------  ------------  ---------\n"
                   "07:41  5        Check-in         Check-in\n"
                   "07:46  15       Honest talk      Conversation\n"
                   "08:01  20       Looking at work  Work          Ana Ruiz\n"
                   "\n"
                   "40 of 44 minutes are planned.\n"
                   "\n"
                   "In detail\n"
                   "---------\n"
                   "\n"
                   "2. Honest talk\n"
                   "\n"
                   "Off the record: time is kept, notes are not.\n"
                   "\n"
                   "3. Looking at work\n"
                   "\n"
                   "Who listens: Presenter\n");
}

static void
an_agenda_that_is_too_long_says_so_and_where (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *text = NULL;

  lamp_row_set_integer (fixture->work, "minutes", 24);
  add_item (fixture, "a4", 4, "Reflection", "reflection", 5);
  text = report (fixture, LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT);
  assert_says (text, "49 of 44 minutes are planned: 5 minutes too long.");
  assert_says (text, "08:25 (after the end)  5 ");
}

static void
an_empty_agenda_says_so (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *text = NULL;
  LampRow *other = add (fixture, "meetings", "other", "Empty");

  lamp_row_set_text (other, "community", "c");
  lamp_row_set_text (other, "starts_at", "2026-11-17T07:41");
  lamp_row_set_integer (other, "minutes", 44);
  text = lamp_report_meeting (fixture->snapshot, "other", LAMP_REPORT_AGENDA, LAMP_REPORT_MARKDOWN, NULL);
  assert_says (text, "Nothing is on the agenda yet.");
}

static void
minutes_tell_what_happened (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *text = NULL;

  hold_the_meeting (fixture);
  text = report (fixture, LAMP_REPORT_MINUTES, LAMP_REPORT_TEXT);
  g_assert_true (g_str_has_prefix (text, "Minutes: Team meeting\n====================="));
  assert_says (text, "Began: 07:43\nEnded: 08:30\n");
  assert_says (text, "Present: Tom & <b>Jerry</b>\nInvited, attendance not noted: Ana Ruiz\n");
  assert_says (text, "All together: 40 min planned, 47 min taken.");
  assert_says (text, "3. Looking at work\n\nTime: 20 min planned, 22 min taken\nPresenter: Ana Ruiz\n");
  assert_says (text, "Decision 1\n\nWe read for 20 minutes each day.\n\nItem: Looking at work\nMethod: Consent\n"
                     "Tally: Consent: 6; objection: 1\nPurpose agreed: Yes\nObjections: It takes time from writing.\n"
                     "Look again on: 12 Jan 2027\n");
  assert_says (text, "Call the families | all of them  Tom & <b>Jerry</b>  24 Nov 2026\n");
  assert_says (text, "We kept our norms: 4 of 5.");
  assert_silent (text, "Draft:");
}

static void
what_is_off_the_record_keeps_its_time_and_no_notes (Fixture       *fixture,
                                                    gconstpointer  data)
{
  static const LampReportFormat formats[] = { LAMP_REPORT_TEXT, LAMP_REPORT_MARKDOWN, LAMP_REPORT_HTML };

  hold_the_meeting (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *minutes = report (fixture, LAMP_REPORT_MINUTES, formats[i]);
      g_autofree char *agenda = report (fixture, LAMP_REPORT_AGENDA, formats[i]);

      assert_silent (minutes, "secret");
      assert_silent (agenda, "secret");
      assert_says (minutes, "15 min planned, 20 min taken");
      assert_says (minutes, "Off the record: time is kept, notes are not.");
    }
}

static void
what_was_not_taken_up_has_no_time_taken (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *text = NULL;

  hold_the_meeting (fixture);
  lamp_row_set_text (fixture->honest, "state", "carried");
  lamp_row_set_integer (fixture->honest, "spent_seconds", 0);
  lamp_row_set_integer (fixture->opening, "spent_seconds", 20);
  text = report (fixture, LAMP_REPORT_MINUTES, LAMP_REPORT_TEXT);
  assert_says (text, "1. Check-in\n\nTime: 5 min planned, 1 min taken\n");
  assert_says (text, "2. Honest talk\n\nTime: 15 min planned\n\nCarried over to the next meeting.\n");
}

static void
a_decision_made_off_the_record_does_not_say_under_what (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *text = NULL;
  LampRow *decision = add (fixture, "decisions", "d9", "We meet again.");

  lamp_row_set_text (decision, "meeting", "m");
  lamp_row_set_text (decision, "item", "a2");
  text = report (fixture, LAMP_REPORT_MINUTES, LAMP_REPORT_TEXT);
  assert_says (text, "We meet again.");
  assert_silent (text, "Item: Honest talk");
}

static void
minutes_can_be_had_before_the_end_and_say_that_they_may_change (Fixture       *fixture,
                                                                gconstpointer  data)
{
  static const char * const states[] = { "draft", "open", "in-progress" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *text = NULL;

      lamp_row_set_text (fixture->meeting, "state", states[i]);
      text = report (fixture, LAMP_REPORT_MINUTES, LAMP_REPORT_MARKDOWN);
      assert_says (text, "Draft: the meeting is not closed, and these minutes may still change.");
      assert_says (text, "Not discussed.");
    }
}

static void
html_escapes_what_people_wrote (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *html = NULL;

  hold_the_meeting (fixture);
  html = report (fixture, LAMP_REPORT_MINUTES, LAMP_REPORT_HTML);
  assert_says (html, "Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;");
  assert_says (html, "1. &lt;script&gt;alert(1)&lt;/script&gt;");
  assert_silent (html, "<b>");
  assert_silent (html, "<script>");
}

typedef struct
{
  int level;
  guint n_headings[4];
  guint n_columns;
} Outline;

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Outline *outline = data;

  if (name[0] == 'h' && g_ascii_isdigit (name[1]))
    {
      int level = name[1] - '0';

      g_assert_cmpint (level, <=, outline->level + 1); /* no level is left out */
      outline->level = level;
      outline->n_headings[level]++;
    }
  if (g_str_equal (name, "th"))
    {
      g_assert_cmpstr (names[0], ==, "scope");
      outline->n_columns++;
    }
  if (g_str_equal (name, "html"))
    {
      g_assert_cmpstr (names[0], ==, "lang");
      g_assert_cmpstr (values[1], ==, "ltr");
    }
}

/* The void elements closed and the doctype left out, HTML as we write it is XML. */
static char *
to_xml (const char *html)
{
  g_autoptr (GRegex) voids = g_regex_new ("<(meta[^>]*|br)>", 0, 0, NULL);

  return g_regex_replace (voids, strchr (html, '\n') + 1, -1, 0, "<\\1/>", 0, NULL);
}

static void
assert_well_formed (const char *html)
{
  const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GError) error = NULL;
  Outline outline = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &outline, NULL);
  g_autofree char *xml = to_xml (html);

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outline.n_headings[1], ==, 1);
  g_assert_cmpuint (outline.n_headings[2], >=, 1);
  g_assert_cmpuint (outline.n_columns, >=, 4);
}

static void
html_is_well_formed_with_headings_in_order (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *agenda = NULL;
  g_autofree char *minutes = NULL;

  hold_the_meeting (fixture);
  agenda = report (fixture, LAMP_REPORT_AGENDA, LAMP_REPORT_HTML);
  minutes = report (fixture, LAMP_REPORT_MINUTES, LAMP_REPORT_HTML);
  g_assert_true (g_str_has_prefix (agenda, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
  assert_well_formed (agenda);
  assert_well_formed (minutes);
}

static void
markdown_shows_what_people_wrote_and_obeys_none_of_it (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autofree char *text = NULL;

  hold_the_meeting (fixture);
  text = report (fixture, LAMP_REPORT_MINUTES, LAMP_REPORT_MARKDOWN);
  g_assert_true (g_str_has_prefix (text, "# Minutes: Team meeting\n\n- **Community:** Grade 3 team\n"));
  assert_says (text, "\n\\# Not a heading  \n1\\. \\<script\\>alert(1)\\</script\\>\n\nSecond \\*paragraph\\*\n");
  assert_says (text, "\n### 3. Looking at work\n");
  assert_says (text, "| What | Who | Due | Done |\n| --- | --- | --- | --- |\n"
                     "| Call the families \\| all of them | Tom \\& \\<b\\>Jerry\\</b\\> | 24 Nov 2026 |  |\n");
}

static void
timing_is_told_to_the_second (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *text = NULL;

  hold_the_meeting (fixture);
  text = report (fixture, LAMP_REPORT_TIMING, LAMP_REPORT_TEXT);
  assert_says (text, "Began: 07:43, 2 minutes late\n");
  assert_says (text, "Item             Planned  Taken  Difference\n"
                     "---------------  -------  -----  ----------\n"
                     "Check-in         5:00     4:50   −0:10\n"
                     "Honest talk      15:00    20:00  +5:00\n"
                     "Looking at work  20:00    22:00  +2:00\n"
                     "All together     40:00    46:50  +6:50\n");
  assert_silent (text, "secret");
}

static void
before_the_meeting_there_is_no_timing_to_tell (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autofree char *text = report (fixture, LAMP_REPORT_TIMING, LAMP_REPORT_MARKDOWN);

  assert_says (text, "No time has been taken yet.");
  assert_silent (text, "Began");
}

static void
a_running_sheet_says_who_speaks_and_what_may_give (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *text = NULL;
  LampRow *norm = add (fixture, "norms", "n1", "We begin on time.");

  lamp_row_set_text (norm, "community", "c");
  lamp_row_set_text (fixture->work, "prompt", "What do you see?");
  lamp_row_set_integer (fixture->work, "minutes_min", 12);
  lamp_row_set_integer (fixture->work, "minutes_max", 25);
  lamp_row_set_integer (fixture->opening, "protected", 1);
  text = report (fixture, LAMP_REPORT_RUNNING_SHEET, LAMP_REPORT_TEXT);
  assert_says (text, "Running sheet: Team meeting\n");
  assert_says (text, "- We begin on time.\n");
  assert_says (text, "1. Check-in\n\nTime: 07:41, 5 min (protected)\n");
  assert_says (text, "3. Looking at work\n\nTime: 08:01, 20 min (12 min to 25 min)\nPresenter: Ana Ruiz\n"
                     "Who listens: Presenter\nPrompt: What do you see?\n");
  assert_silent (text, "secret");
}

static void
private_goals_are_not_named (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  LampRow *goal = add (fixture, "goals", "g1", "Learn to listen");

  lamp_row_set_text (fixture->work, "goal", "g1");
  before = report (fixture, LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT);
  assert_says (before, "Goal: Learn to listen");
  lamp_row_set_integer (goal, "private", 1);
  after = report (fixture, LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT);
  assert_silent (after, "listen\n");
}

static void
columns_line_up_with_wide_characters (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *text = NULL;

  lamp_row_set_text (fixture->opening, "title", "朝の会");
  text = report (fixture, LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT);
  assert_says (text, "07:41  5        朝の会           Check-in\n07:46  15       Honest talk      Conversation\n");
}

static void
a_meeting_that_runs_past_midnight_goes_on_counting (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autofree char *text = NULL;

  lamp_row_set_text (fixture->meeting, "starts_at", "2026-12-31T23:50");
  text = report (fixture, LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT);
  assert_says (text, "Thu 31 Dec 2026, 23:50 – 00:34");
  assert_says (text, "00:10  20 ");
}

static void
an_unknown_meeting_is_refused (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lamp_report_meeting (fixture->snapshot, "x", LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
}

static void
formats_are_known_by_their_word (Fixture       *fixture,
                                 gconstpointer  data)
{
  LampReportFormat format;

  g_assert_true (lamp_report_format_parse ("html", &format));
  g_assert_cmpint (format, ==, LAMP_REPORT_HTML);
  g_assert_true (lamp_report_format_parse ("pdf", &format));
  g_assert_cmpint (format, ==, LAMP_REPORT_PDF);
  g_assert_false (lamp_report_format_parse ("docx", &format));
  g_assert_false (lamp_report_format_parse (NULL, &format));
}

static void
a_file_is_named_by_day_and_title_and_cannot_leave_its_folder (Fixture       *fixture,
                                                              gconstpointer  data)
{
  g_autofree char *name = lamp_report_dup_file_name (fixture->snapshot, "m", LAMP_REPORT_MINUTES, LAMP_REPORT_HTML);
  g_autofree char *other = NULL;

  g_assert_cmpstr (name, ==, "2026-11-17 Team meeting, minutes.html");
  lamp_row_set_text (fixture->meeting, "title", "../a: b");
  other = lamp_report_dup_file_name (fixture->snapshot, "m", LAMP_REPORT_AGENDA, LAMP_REPORT_TEXT);
  g_assert_cmpstr (other, ==, "2026-11-17 ..-a- b, agenda.txt");
}

#define TEST(name) g_test_add ("/report/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST (an_agenda_as_text_has_its_times_in_columns);
  TEST (an_agenda_that_is_too_long_says_so_and_where);
  TEST (an_empty_agenda_says_so);
  TEST (minutes_tell_what_happened);
  TEST (what_is_off_the_record_keeps_its_time_and_no_notes);
  TEST (what_was_not_taken_up_has_no_time_taken);
  TEST (a_decision_made_off_the_record_does_not_say_under_what);
  TEST (minutes_can_be_had_before_the_end_and_say_that_they_may_change);
  TEST (html_escapes_what_people_wrote);
  TEST (html_is_well_formed_with_headings_in_order);
  TEST (markdown_shows_what_people_wrote_and_obeys_none_of_it);
  TEST (timing_is_told_to_the_second);
  TEST (before_the_meeting_there_is_no_timing_to_tell);
  TEST (a_running_sheet_says_who_speaks_and_what_may_give);
  TEST (private_goals_are_not_named);
  TEST (columns_line_up_with_wide_characters);
  TEST (a_meeting_that_runs_past_midnight_goes_on_counting);
  TEST (an_unknown_meeting_is_refused);
  TEST (formats_are_known_by_their_word);
  TEST (a_file_is_named_by_day_and_title_and_cannot_leave_its_folder);

  return g_test_run ();
}
