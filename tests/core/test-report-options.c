/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-report.h"

/* What of a meeting stays in the room. */

static LampRow *
add (LampSnapshot *snapshot,
     const char   *type,
     const char   *id,
     const char   *title,
     const char   *field,
     const char   *value)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  if (title != NULL)
    lamp_row_set_text (row, row->type->title, title);
  lamp_row_set_text (row, field, value);
  lamp_snapshot_take (snapshot, row);

  return row;
}

/* Ana facilitates; Ana and Bo were there; the second item is off the record. */
static LampSnapshot *
make_snapshot (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();
  LampRow *meeting = add (snapshot, "meetings", "m", "Team", "starts_at", "2026-11-17T07:41");
  LampRow *open = add (snapshot, "agenda_items", "a1", "Reading", "meeting", "m");
  LampRow *closed = add (snapshot, "agenda_items", "a2", "The quarrel", "meeting", "m");
  LampRow *row;

  add (snapshot, "people", "p1", "Ana Ruiz", "wall", "inside");
  add (snapshot, "people", "p2", "Bo Lind", "wall", "inside");
  lamp_row_set_integer (meeting, "minutes", 44);
  lamp_row_set_text (meeting, "facilitator", "p1");
  lamp_row_set_integer (open, "position", 1);
  lamp_row_set_integer (open, "minutes", 20);
  lamp_row_set_text (open, "presenter", "p2");
  lamp_row_set_integer (closed, "position", 2);
  lamp_row_set_integer (closed, "minutes", 10);
  lamp_row_set_integer (closed, "spent_seconds", 600);
  lamp_row_set_integer (closed, "off_record", 1);
  lamp_row_set_text (closed, "why", "Two of us do not speak");
  lamp_row_set_text (closed, "prompt", "Who begins?");
  row = add (snapshot, "attendances", "t1", NULL, "meeting", "m");
  lamp_row_set_text (row, "person", "p1");
  lamp_row_set_text (row, "state", "present");
  row = add (snapshot, "attendances", "t2", NULL, "meeting", "m");
  lamp_row_set_text (row, "person", "p2");
  lamp_row_set_text (row, "state", "present");
  row = add (snapshot, "commitments", "k", "Call the library", "meeting", "m");
  lamp_row_set_text (row, "owner", "p2");

  return snapshot;
}

static char *
tell (LampReportKind           kind,
      const LampReportOptions *options)
{
  g_autoptr (LampSnapshot) snapshot = make_snapshot ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) document = lamp_report_meeting_document (snapshot, "m", kind, options, &error);

  g_assert_no_error (error);

  return lamp_report_format (document, LAMP_REPORT_TEXT);
}

static void
without_people_no_report_names_anybody (void)
{
  LampReportOptions options = { .without_people = TRUE };
  g_autofree char *minutes = tell (LAMP_REPORT_MINUTES, &options);

  for (LampReportKind kind = LAMP_REPORT_AGENDA; kind <= LAMP_REPORT_TIMING; kind++)
    {
      g_autofree char *text = tell (kind, &options);

      g_assert_null (strstr (text, "Ana"));
      g_assert_null (strstr (text, "Bo Lind"));
      g_assert_nonnull (strstr (text, "Reading"));
    }
  g_assert_nonnull (strstr (minutes, "Present: 2\n"));
  g_assert_nonnull (strstr (minutes, "Call the library"));
}

static void
without_attendance_nobody_is_counted (void)
{
  LampReportOptions options = { .without_attendance = TRUE };
  g_autofree char *minutes = tell (LAMP_REPORT_MINUTES, &options);
  g_autofree char *agenda = tell (LAMP_REPORT_AGENDA, &options);

  g_assert_null (strstr (minutes, "Present:"));
  g_assert_null (strstr (minutes, "Attendance"));
  g_assert_null (strstr (agenda, "Invited"));
  g_assert_nonnull (strstr (minutes, "Facilitator: Ana Ruiz"));
}

static void
an_item_off_the_record_keeps_its_time_and_can_lose_its_title (void)
{
  LampReportOptions options = { .without_off_record = TRUE };

  for (LampReportKind kind = LAMP_REPORT_AGENDA; kind <= LAMP_REPORT_TIMING; kind++)
    {
      g_autofree char *open = tell (kind, NULL);
      g_autofree char *kept = tell (kind, &options);

      g_assert_nonnull (strstr (open, "The quarrel"));
      g_assert_null (strstr (kept, "quarrel"));
      g_assert_null (strstr (kept, "do not speak"));
      g_assert_null (strstr (kept, "Who begins"));
      g_assert_nonnull (strstr (kept, "Off the record"));
      g_assert_nonnull (strstr (kept, "10"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-options/without_people_no_report_names_anybody", without_people_no_report_names_anybody);
  g_test_add_func ("/report-options/without_attendance_nobody_is_counted", without_attendance_nobody_is_counted);
  g_test_add_func ("/report-options/an_item_off_the_record_keeps_its_time_and_can_lose_its_title",
                   an_item_off_the_record_keeps_its_time_and_can_lose_its_title);

  return g_test_run ();
}
