/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-closure-import.h"

#include <string.h>

#define TODAY "2026-11-22"

#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//District//EN\r\n" events "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"

typedef struct
{
  LampSnapshot *snapshot;
} Fixture;

static LampRow *
add (Fixture    *fixture,
     const char *type,
     const char *id)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  lamp_snapshot_take (fixture->snapshot, row);

  return row;
}

static LampRow *
add_closure (Fixture    *fixture,
             const char *community,
             const char *title,
             const char *starts_on,
             const char *ends_on,
             const char *source)
{
  LampRow *row = add (fixture, "closures", title);

  lamp_row_set_text (row, "community", community);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "starts_on", starts_on);
  lamp_row_set_text (row, "ends_on", ends_on);
  lamp_row_set_text (row, "source", source);

  return row;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->snapshot = lamp_snapshot_new ();
  add (fixture, "communities", "district");
  lamp_row_set_text (add (fixture, "communities", "school"), "parent", "district");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->snapshot);
}

static LampClosureImport *
parse (Fixture    *fixture,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  LampClosureImport *import = lamp_closure_import_parse (fixture->snapshot, "school", TODAY, text, strlen (text),
                                                         &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

/* "2026-11-26 Thanksgiving 0+" for each: its days, title, state, and whether it is chosen */
static void
assert_found (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autoptr (LampClosureImport) import = parse (fixture, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < import->found->len; i++)
    {
      const LampFoundClosure *closure = import->found->pdata[i];
      const char *last = lamp_row_get_text (closure->row, "ends_on");

      g_string_append_printf (found, "%s%s%s%s %s %d%s", i > 0 ? "|" : "",
                              lamp_row_get_text (closure->row, "starts_on"), last != NULL ? ".." : "",
                              last != NULL ? last : "", lamp_row_get_title (closure->row), (int) closure->state,
                              closure->chosen ? "+" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
whole_days_are_taken_and_parts_of_days_are_offered (Fixture       *fixture,
                                                    gconstpointer  data)
{
  assert_found (fixture,
                CALENDAR (EVENT ("UID:b\r\nSUMMARY:Winter break\r\nDTSTART;VALUE=DATE:20261221\r\n"
                                 "DTEND;VALUE=DATE:20270102\r\n")
                          EVENT ("UID:a\r\nSUMMARY:Thanksgiving\r\nDTSTART;VALUE=DATE:20261126\r\n")
                          EVENT ("UID:c\r\nSUMMARY:Early dismissal\r\nDTSTART;TZID=America/New_York:20261202T120000\r\n"
                                 "DTEND;TZID=America/New_York:20261202T150000\r\n")
                          EVENT ("UID:d\r\nSUMMARY:Snow days\r\nDTSTART:20270201T000000\r\nDTEND:20270203T000000\r\n")
                          EVENT ("UID:e\r\nSUMMARY:Three days\r\nDTSTART;VALUE=DATE:20270301\r\nDURATION:P3D\r\n")
                          EVENT ("UID:f\r\nSUMMARY:Backwards\r\nDTSTART;VALUE=DATE:20270401\r\n"
                                 "DTEND;VALUE=DATE:20270301\r\n")
                          EVENT ("UID:g\r\nSUMMARY:School year\r\nDTSTART;VALUE=DATE:20260901\r\n"
                                 "DTEND;VALUE=DATE:20270701\r\n")),
                "2026-09-01..2027-06-30 School year 2|2026-11-26 Thanksgiving 0+|2026-12-02 Early dismissal 2|"
                "2026-12-21..2027-01-01 Winter break 0+|2027-02-01..2027-02-02 Snow days 0+|"
                "2027-03-01..2027-03-03 Three days 0+|2027-04-01 Backwards 0+");
}

static void
a_time_of_the_world_falls_on_a_day_of_this_zone (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_assert_true (g_setenv ("TZ", "America/New_York", TRUE));
  assert_found (fixture,
                CALENDAR (EVENT ("UID:a\r\nSUMMARY:Late\r\nDTSTART:20261202T030000Z\r\nDTEND:20261202T033000Z\r\n")),
                "2026-12-01 Late 2");
  g_assert_true (g_setenv ("TZ", "UTC", TRUE));
}

static void
holidays_that_come_again_are_expanded (Fixture       *fixture,
                                       gconstpointer  data)
{
  assert_found (fixture,
                CALENDAR (EVENT ("UID:x\r\nSUMMARY:New Year\r\nDTSTART;VALUE=DATE:20100101\r\nRRULE:FREQ=YEARLY\r\n"
                                 "EXDATE;VALUE=DATE:20270101\r\n")
                          EVENT ("UID:y\r\nSUMMARY:Veterans\r\nDTSTART;VALUE=DATE:20251111\r\n"
                                 "RRULE:FREQ=YEARLY;COUNT=3\r\n")
                          EVENT ("UID:y\r\nRECURRENCE-ID;VALUE=DATE:20271111\r\nSUMMARY:Veterans (observed)\r\n"
                                 "DTSTART;VALUE=DATE:20271112\r\n")
                          EVENT ("UID:z\r\nSUMMARY:Called off\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20270301\r\n")
                          EVENT ("UID:w\r\nSUMMARY:Odd rule\r\nDTSTART;VALUE=DATE:20270305\r\nRRULE:FREQ=HOURLY\r\n")),
                "2027-03-05 Odd rule 0+|2027-11-12 Veterans (observed) 0+|2028-01-01 New Year 0+");
}

static void
folded_lines_escapes_and_line_ends_are_read (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char folded[] = "\xef\xbb\xbf" "begin:vcalendar\nBEGIN:VEVENT\nUID:a\n"
                               "SUMMARY:Tom & <b>Jerry</b>\\; a\\, b\\n\xc3\n \xa9\xc3\xa9\n  und mehr\n"
                               "DTSTART;VALUE=DATE:20261126\nEND:VEVENT\nEND:VCALENDAR";

  assert_found (fixture, folded, "2026-11-26 Tom & <b>Jerry</b>; a, b éé und mehr 0+");
  assert_found (fixture, "BEGIN:VCALENDAR\rBEGIN:VEVENT\rDTSTART;VALUE=DATE:20261126\rEND:VEVENT\rEND:VCALENDAR\r",
                "2026-11-26 Closed 0+");
  assert_found (fixture, CALENDAR (""), "");
}

static void
what_is_over_is_not_taken (Fixture       *fixture,
                           gconstpointer  data)
{
  assert_found (fixture,
                CALENDAR (EVENT ("SUMMARY:Autumn\r\nDTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261017\r\n")
                          EVENT ("SUMMARY:Yesterday\r\nDTSTART;VALUE=DATE:20261121\r\n")
                          EVENT ("SUMMARY:Today\r\nDTSTART;VALUE=DATE:20261122\r\n")),
                "2026-10-12..2026-10-16 Autumn 3|2026-11-21 Yesterday 3|2026-11-22 Today 0+");
}

static void
what_is_there_already_is_not_taken_again (Fixture       *fixture,
                                          gconstpointer  data)
{
  add_closure (fixture, "school", "Our name for it", "2026-11-26", NULL, "uid-1");
  add_closure (fixture, "district", "winter BREAK", "2026-12-21", "2027-01-01", NULL);
  add_closure (fixture, "school", "Spring", "2027-04-05", "2027-04-09", "uid-3");
  assert_found (fixture,
                CALENDAR (EVENT ("UID:uid-1\r\nSUMMARY:Thanksgiving\r\nDTSTART;VALUE=DATE:20261126\r\n")
                          EVENT ("UID:uid-2\r\nSUMMARY:Winter break\r\nDTSTART;VALUE=DATE:20261221\r\n"
                                 "DTEND;VALUE=DATE:20270102\r\n")
                          EVENT ("UID:uid-2b\r\nSUMMARY:Winter break\r\nDTSTART;VALUE=DATE:20261221\r\n"
                                 "DTEND;VALUE=DATE:20270102\r\n")
                          EVENT ("UID:uid-3\r\nSUMMARY:Spring\r\nDTSTART;VALUE=DATE:20270412\r\n"
                                 "DTEND;VALUE=DATE:20270417\r\n")),
                "2026-11-26 Our name for it 4|2026-12-21..2027-01-01 winter BREAK 4|"
                "2027-04-12..2027-04-16 Spring 1+");
}

static void
a_table_of_dates_and_titles_is_read_too (Fixture       *fixture,
                                         gconstpointer  data)
{
  assert_found (fixture, "date,title\n2026-11-26,Thanksgiving\n2026-12-21,\"Tom & <b>Jerry</b>, too\"\n",
                "2026-11-26 Thanksgiving 0+|2026-12-21 Tom & <b>Jerry</b>, too 0+");
  assert_found (fixture, "Title;Date;Last Day\nWinter;2026-12-21;2027-01-01\n", "2026-12-21..2027-01-01 Winter 0+");
}

static void
assert_refused (Fixture       *fixture,
                const char    *bytes,
                gsize          length,
                LampErrorCode  code,
                const char    *part)
{
  g_autoptr (GError) error = NULL;
  LampClosureImport *import = lamp_closure_import_parse (fixture->snapshot, "school", TODAY, bytes, length, &error);

  g_assert_null (import);
  g_assert_error (error, LAMP_ERROR, (gint) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
hostile_and_broken_files_are_refused_with_a_sentence (Fixture       *fixture,
                                                      gconstpointer  data)
{
  static const struct { const char *text; LampErrorCode code; const char *part; } cases[] = {
    { "", LAMP_ERROR_FORMAT, "" },
    { "hello", LAMP_ERROR_FORMAT, "neither a calendar" },
    { "name,age\nTom,3\n", LAMP_ERROR_FORMAT, "neither a calendar" },
    { "date,title\n2026-02-30,Never\n", LAMP_ERROR_DATE, "Line 2" },
    { "date,title,end\n2026-02-03,Backwards,2026-02-01\n", LAMP_ERROR_RULE, "Line 2" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2026", LAMP_ERROR_FORMAT, "cut off" },
    { "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", LAMP_ERROR_FORMAT, "Line 2" },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", LAMP_ERROR_FORMAT, "Line 3" },
    { "BEGIN:VCALENDAR\nSUMMARY:\xff\xfe\nEND:VCALENDAR\n", LAMP_ERROR_UTF8, "UTF-8" },
    { "\x89PNG\r\n\x1a\n", LAMP_ERROR_FORMAT, "BEGIN:VCALENDAR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_refused (fixture, cases[i].text, strlen (cases[i].text), cases[i].code, cases[i].part);
    }
  assert_refused (fixture, "BEGIN:VCALENDAR\nX:\0\nEND:VCALENDAR\n", 34, LAMP_ERROR_UTF8, "UTF-8");
}

static void
a_calendar_within_a_calendar_within_a_calendar_does_no_harm (Fixture       *fixture,
                                                             gconstpointer  data)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("BEGIN:VCALENDAR\n");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "BEGIN:VCALENDAR\n");
  assert_refused (fixture, deep->str, deep->len, LAMP_ERROR_FORMAT, "Line 9");
  for (guint i = 0; i < 30000; i++)
    g_string_append (wide, "BEGIN:VEVENT\nEND:VEVENT\n");
  g_string_append (wide, "END:VCALENDAR\n");
  assert_refused (fixture, wide->str, wide->len, LAMP_ERROR_FORMAT, "too many parts");
  g_string_set_size (wide, 9 * 1024 * 1024);
  assert_refused (fixture, wide->str, wide->len, LAMP_ERROR_TOO_LARGE, "8 MB");
}

static void
a_calendar_full_of_rules_comes_to_an_end (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\n");
  g_autoptr (LampClosureImport) import = NULL;

  for (guint i = 0; i < 19000; i++)
    g_string_append_printf (text, "BEGIN:VEVENT\nUID:%u\nSUMMARY:%u\nDTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY\n"
                                  "END:VEVENT\n", i, i);
  g_string_append (text, "END:VCALENDAR\n");
  import = parse (fixture, text->str);
  g_assert_cmpuint (import->found->len, <=, 5000);
}

/* Whatever is cut, doubled or changed in a calendar: a sentence, or closures that may stand. */
static void
a_calendar_with_random_damage_is_read_or_refused (Fixture       *fixture,
                                                  gconstpointer  data)
{
  static const char whole[]
      = CALENDAR (EVENT ("UID:a\r\nSUMMARY:Winter\\, break\r\nDTSTART;VALUE=DATE:20261221\r\n"
                         "DTEND;VALUE=DATE:20270102\r\nRRULE:FREQ=YEARLY;BYMONTH=12;COUNT=5\r\n"
                         "EXDATE;VALUE=DATE:20271221\r\n")
                  EVENT ("UID:b\r\nDTSTART;TZID=America/New_York:20261202T120000\r\nDURATION:PT3H\r\n"));

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new_len (whole, sizeof whole - 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (LampClosureImport) import = NULL;

      for (int changes = g_test_rand_int_range (1, 4); changes > 0; changes--)
        text->str[g_test_rand_int_range (0, (gint32) text->len)] = (char) g_test_rand_int_range (1, 128);
      if (g_test_rand_int_range (0, 8) == 0)
        g_string_truncate (text, (gsize) g_test_rand_int_range (0, (gint32) text->len));
      import = lamp_closure_import_parse (fixture->snapshot, "school", TODAY, text->str, text->len, &error);
      g_assert_true ((import == NULL) == (error != NULL));
      for (guint i = 0; import != NULL && i < import->found->len; i++)
        {
          LampFoundClosure *found = import->found->pdata[i];
          g_autoptr (GError) wrong = NULL;

          lamp_row_set_text (found->row, "id", "x");
          lamp_row_set_text (found->row, "created_at", "2026-11-22T10:00:00.000Z");
          lamp_row_set_text (found->row, "modified_at", "2026-11-22T10:00:00.000Z");
          if (!lamp_row_validate (found->row, NULL, &wrong))
            g_error ("%s: %s", text->str, wrong->message);
        }
    }
}

static void
the_days_of_a_closure_read_well (Fixture       *fixture,
                                 gconstpointer  data)
{
  LampRow *one = add_closure (fixture, "school", "One", "2026-11-26", NULL, NULL);
  LampRow *more = add_closure (fixture, "school", "More", "2026-12-21", "2027-01-01", NULL);
  g_autofree char *day = lamp_closure_dup_days (one);
  g_autofree char *days = lamp_closure_dup_days (more);

  g_assert_cmpstr (day, ==, "26 Nov 2026");
  g_assert_cmpstr (days, ==, "21 Dec 2026 – 1 Jan 2027");
}

#define ADD(name) g_test_add ("/closure-import/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (whole_days_are_taken_and_parts_of_days_are_offered);
  ADD (a_time_of_the_world_falls_on_a_day_of_this_zone);
  ADD (holidays_that_come_again_are_expanded);
  ADD (folded_lines_escapes_and_line_ends_are_read);
  ADD (what_is_over_is_not_taken);
  ADD (what_is_there_already_is_not_taken_again);
  ADD (a_table_of_dates_and_titles_is_read_too);
  ADD (hostile_and_broken_files_are_refused_with_a_sentence);
  ADD (a_calendar_within_a_calendar_within_a_calendar_does_no_harm);
  ADD (a_calendar_full_of_rules_comes_to_an_end);
  ADD (a_calendar_with_random_damage_is_read_or_refused);
  ADD (the_days_of_a_closure_read_well);

  return g_test_run ();
}
