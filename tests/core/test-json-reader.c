/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "lamp-json-reader.h"
#include "lamp-json-text.h"

/* What JSON is, told by another reader: ours takes what json-glib takes, and says the same of it. */

/* Random documents, mostly JSON, sometimes almost. */

static void append_random_value (GString *out,
                                 guint    depth);

static void
append_random_string (GString *out)
{
  static const char * const pieces[] = {
    "a", "é", "\\n", "\\u00e9", "\\ud83d\\ude00", "😀", " ", "\\\"", "~", "/", "0",
  };

  g_string_append_c (out, '"');
  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (out, '"');
}

static void
append_random_list (GString    *out,
                    guint       depth,
                    const char *brackets)
{
  g_string_append_c (out, brackets[0]);
  for (int i = 0, n = g_test_rand_int_range (0, 4); i < n; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      if (brackets[0] == '{')
        g_string_append_printf (out, "\"%d\":", i);
      append_random_value (out, depth + 1);
    }
  g_string_append_c (out, brackets[1]);
}

static void
append_random_value (GString *out,
                     guint    depth)
{
  static const char * const plain[] = { "true", "false", "null", "0", "-1", "1.5", "1e3", "-0.25E-2", "1234567890123" };
  int kind = g_test_rand_int_range (0, depth < 5 ? 6 : 3);

  if (kind < 2)
    g_string_append (out, plain[g_test_rand_int_range (0, G_N_ELEMENTS (plain))]);
  else if (kind == 2)
    append_random_string (out);
  else
    append_random_list (out, depth, kind == 3 ? "[]" : "{}");
}

static void
spoil (GString *json)
{
  /* Not \x01: of the control characters in a text json-glib refuses only some. */
  static const char stuff[] = "{}[]\",:0e.-+\\ut\n \x7f\x80\xc3";
  int n = g_test_rand_int_range (0, 3);

  while (n-- > 0 && json->len > 0)
    {
      gssize at = g_test_rand_int_range (0, (int) json->len);

      if (g_test_rand_bit ())
        g_string_erase (json, at, 1);
      else
        json->str[at] = stuff[g_test_rand_int_range (0, sizeof stuff - 1)];
    }
}

/* The whole of @json as compact JSON by our reader, or NULL. */
static char *
compact_by_us (GString  *json,
               GError  **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (json->str, (gssize) json->len, NULL);
  g_autoptr (LampJsonReader) reader = lamp_json_reader_new (stream, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  LampJsonToken token;

  if (!lamp_json_reader_next (reader, &token, error) || !lamp_json_reader_capture (reader, token, out, error)
      || !lamp_json_reader_next (reader, &token, error))
    return NULL;
  g_assert_cmpint (token, ==, LAMP_JSON_END);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static JsonNode *
parse_by_json_glib (const char  *json,
                    gssize       length,
                    GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, length, error))
    return NULL;

  return json_parser_steal_root (parser);
}

static void
random_documents_are_read_as_json_glib_reads_them (void)
{
  guint n_good = 0;
  guint n_bad = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (GError) our_error = NULL;
      g_autoptr (GError) their_error = NULL;
      g_autofree char *ours = NULL;
      g_autoptr (JsonNode) theirs = NULL;
      g_autoptr (JsonNode) again = NULL;

      append_random_value (json, 0);
      spoil (json);
      /* As of 1.10 json-glib takes an empty document, and reads only as far as a zero. */
      if (*g_strchug (json->str) == '\0')
        continue;
      json->len = strlen (json->str);
      ours = compact_by_us (json, &our_error);
      theirs = parse_by_json_glib (json->str, (gssize) json->len, &their_error);
      /* Not refused by json-glib, though it should be. */
      if (our_error != NULL && (our_error->code == LAMP_ERROR_DUPLICATE_MEMBER || our_error->code == LAMP_ERROR_NUMBER
                                || strstr (json->str, "\\u0000") != NULL))
        continue;
      if ((ours != NULL) != (theirs != NULL))
        g_test_message ("%s: %s / %s", json->str, our_error != NULL ? our_error->message : "ok",
                        their_error != NULL ? their_error->message : "ok");
      g_assert_cmpint (ours != NULL, ==, theirs != NULL);
      n_bad += ours == NULL;
      if (ours == NULL)
        continue;
      n_good++;
      again = parse_by_json_glib (ours, -1, &their_error);
      g_assert_no_error (their_error);
      g_assert_true (json_node_equal (theirs, again));
    }
  g_assert_cmpuint (n_good, >, 5000);
  g_assert_cmpuint (n_bad, >, 2000);
}

static void
the_shortest_number_that_reads_back_is_written (void)
{
  static const struct { double real; const char *text; } numbers[] = {
    { 0, "0" }, { 0.1, "0.1" }, { 87, "87" }, { -1.5, "-1.5" }, { 1e15, "1e+15" }, { 0.3, "0.3" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 5e-324, "5e-324" }, { 1.7976931348623157e308, "1.7976931348623157e+308" }, { 123456789.125, "123456789.125" },
  };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_truncate (out, 0);
      lamp_json_append_real (out, numbers[i].real);
      g_assert_cmpstr (out->str, ==, numbers[i].text);
    }
  for (guint i = 0; i < 10000; i++)
    {
      guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      double real;

      memcpy (&real, &bits, sizeof real);
      if (real != real || real - real != 0)
        continue;
      g_string_truncate (out, 0);
      lamp_json_append_real (out, real);
      g_assert_cmpfloat (g_ascii_strtod (out->str, NULL), ==, real);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/json-reader/" #name, name)
  ADD (random_documents_are_read_as_json_glib_reads_them);
  ADD (the_shortest_number_that_reads_back_is_written);

  return g_test_run ();
}
