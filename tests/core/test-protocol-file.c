/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-error.h"
#include "lamp-protocol.h"
#include "lamp-protocol-file.h"
#include "lamp-protocols.h"

static LampSnapshot *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);

  return lamp_protocol_file_read (stream, NULL, error);
}

static void
assert_refused (const char    *members,
                LampErrorCode  code)
{
  g_autofree char *text = g_strconcat ("{\"format\":\"lamplighter\",\"version\":1", members, "}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, &error));
  g_assert_error (error, LAMP_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_null (strchr (error->message, '\n'));
}

static void
what_is_written_is_read_again_as_it_was (void)
{
  static const char * const ids[] = { "protocol.tuning.60", "protocol.consent.30", "protocol.tuning.19", NULL };
  g_autoptr (LampSnapshot) bundled = lamp_protocols_load (NULL);
  g_autoptr (GBytes) bytes = lamp_protocol_file_write (bundled, ids, "2026-11-22T10:00:00.000Z");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) again = read_text (text, &error);

  g_assert_no_error (error);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const LampRow *row = lamp_snapshot_find (bundled, "protocols", ids[i]);
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) after = NULL;

      if (row == NULL)
        continue;
      before = lamp_protocol_get_steps (bundled, ids[i]);
      after = lamp_protocol_get_steps (again, ids[i]);
      g_assert_true (lamp_row_equal (row, lamp_snapshot_find (again, "protocols", ids[i]), TRUE));
      g_assert_cmpuint (before->len, ==, after->len);
      for (guint s = 0; s < before->len; s++)
        g_assert_true (lamp_row_equal (before->pdata[s], after->pdata[s], TRUE));
    }
  g_assert_cmpuint (lamp_snapshot_get (again, "protocols")->len, >=, 2);
}

static void
a_bad_file_is_refused_with_one_sentence (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("This is no JSON", &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_JSON);
  assert_refused ("", LAMP_ERROR_FORMAT);
  assert_refused (",\"communities\":[{\"id\":\"c\",\"name\":\"Team\",\"kind\":\"team\"}]", LAMP_ERROR_FORMAT);
  assert_refused (",\"protocols\":[{\"id\":\"p\"}]", LAMP_ERROR_REQUIRED);
  assert_refused (",\"protocols\":[{\"id\":\"p\",\"title\":\"A\"},{\"id\":\"p\",\"title\":\"B\"}]",
                  LAMP_ERROR_DUPLICATE_ID);
  assert_refused (",\"protocols\":[{\"id\":\"p\",\"title\":\"A\"}],"
                  "\"protocol_steps\":[{\"id\":\"s\",\"protocol\":\"q\","
                  "\"position\":1,\"title\":\"S\",\"minutes\":5}]",
                  LAMP_ERROR_REFERENCE);
  assert_refused (",\"protocols\":[{\"id\":\"p\",\"title\":\"A\"}],"
                  "\"protocol_steps\":[{\"id\":\"s\",\"protocol\":\"p\","
                  "\"position\":1,\"title\":\"S\",\"minutes\":5000}]",
                  LAMP_ERROR_RANGE);
}

static void
everything_but_protocols_is_left_alone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) snapshot = NULL;

  snapshot = read_text ("{\"format\":\"lamplighter\",\"version\":1,"
                        "\"communities\":[{\"id\":\"c\",\"name\":\"Team\",\"kind\":\"team\"}],"
                        "\"protocols\":[{\"id\":\"p\",\"title\":\"Tom & <b>Jerry</b>\"}]}",
                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lamp_snapshot_get (snapshot, "protocols")->len, ==, 1);
  g_assert_cmpuint (lamp_snapshot_get (snapshot, "communities")->len, ==, 0);
}

static void
a_file_name_holds_nothing_that_a_file_name_may_not (void)
{
  g_autoptr (LampRow) row = lamp_row_new (lamp_schema_find ("protocols"));
  g_autofree char *name = NULL;
  g_autofree char *hidden = NULL;

  lamp_row_set_text (row, "title", "Plus / delta");
  lamp_row_set_text (row, "variant", "12 minutes");
  name = lamp_protocol_dup_file_name (row);
  g_assert_cmpstr (name, ==, "Plus - delta, 12 minutes.json");
  lamp_row_set_text (row, "title", "../x");
  lamp_row_unset (row, "variant");
  hidden = lamp_protocol_dup_file_name (row);
  g_assert_cmpstr (hidden, ==, "-..-x.json");
}

static void
items_become_steps_and_steps_items_again (void)
{
  g_autoptr (LampSnapshot) bundled = lamp_protocols_load (NULL);
  g_autoptr (GPtrArray) items = lamp_protocol_to_items (bundled, "protocol.tuning.60", "m", 0);
  g_autoptr (GPtrArray) steps = lamp_protocol_from_items (items);
  g_autoptr (GPtrArray) copies = lamp_protocol_copy_steps (bundled, "protocol.tuning.60");

  g_assert_cmpuint (steps->len, ==, items->len);
  g_assert_cmpuint (steps->len, ==, copies->len);
  for (guint i = 0; i < steps->len; i++)
    {
      g_assert_true (lamp_row_equal (steps->pdata[i], copies->pdata[i], TRUE));
      g_assert_null (lamp_row_get_id (steps->pdata[i]));
      g_assert_cmpint (lamp_row_get_integer (steps->pdata[i], "position"), ==, i + 1);
    }
}

#define ADD(name) g_test_add_func ("/protocol-file/" #name, name)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (what_is_written_is_read_again_as_it_was);
  ADD (a_bad_file_is_refused_with_one_sentence);
  ADD (everything_but_protocols_is_left_alone);
  ADD (a_file_name_holds_nothing_that_a_file_name_may_not);
  ADD (items_become_steps_and_steps_items_again);

  return g_test_run ();
}
