/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "lamp-fit.h"
#include "lamp-protocol.h"
#include "lamp-protocols.h"

static LampSnapshot *
load (void)
{
  g_autoptr (GError) error = NULL;
  LampSnapshot *snapshot = lamp_protocols_load (&error);

  g_assert_no_error (error);
  g_assert_nonnull (snapshot);

  return snapshot;
}

static void
there_are_twelve_or_more_and_all_are_valid (void)
{
  g_autoptr (LampSnapshot) snapshot = load (); /* judges each row */
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *protocols = lamp_snapshot_get (snapshot, "protocols");

  for (guint i = 0; i < protocols->len; i++)
    {
      g_hash_table_add (titles, (gpointer) lamp_row_get_title (protocols->pdata[i]));
      g_assert_nonnull (lamp_row_get_text (protocols->pdata[i], "purpose"));
      g_assert_nonnull (lamp_row_get_text (protocols->pdata[i], "source"));
    }
  g_assert_cmpuint (g_hash_table_size (titles), >=, 12);
  g_assert_cmpuint (protocols->len, >, g_hash_table_size (titles));
}

static void
every_step_belongs_to_a_protocol_and_says_what_to_do (void)
{
  g_autoptr (LampSnapshot) snapshot = load ();
  GPtrArray *steps = lamp_snapshot_get (snapshot, "protocol_steps");

  for (guint i = 0; i < steps->len; i++)
    {
      const LampRow *step = steps->pdata[i];

      g_assert_nonnull (lamp_snapshot_find (snapshot, "protocols", lamp_row_get_text (step, "protocol")));
      g_assert_nonnull (lamp_row_get_text (step, "prompt"));
      g_assert_nonnull (lamp_row_get_text (step, "kind"));
      g_assert_true (lamp_row_has (step, "speaks") || lamp_row_has (step, "silent"));
      g_assert_true (lamp_row_has (step, "minutes_min") && lamp_row_has (step, "minutes_max"));
    }
}

static void
steps_take_the_time_that_the_variant_states (void)
{
  g_autoptr (LampSnapshot) snapshot = load ();
  GPtrArray *protocols = lamp_snapshot_get (snapshot, "protocols");

  for (guint i = 0; i < protocols->len; i++)
    {
      const char *id = lamp_row_get_id (protocols->pdata[i]);
      int minutes = lamp_protocol_get_minutes (snapshot, id);

      g_assert_cmpint (minutes, ==, (int) g_ascii_strtoll (lamp_row_get_text (protocols->pdata[i], "variant"), NULL, 10));
      g_assert_cmpint (minutes, ==, (int) g_ascii_strtoll (strrchr (id, '.') + 1, NULL, 10));
    }
}

static void
every_protocol_protects_its_reflection (void)
{
  g_autoptr (LampSnapshot) snapshot = load ();
  GPtrArray *protocols = lamp_snapshot_get (snapshot, "protocols");

  for (guint i = 0; i < protocols->len; i++)
    {
      g_autoptr (GPtrArray) steps = lamp_protocol_get_steps (snapshot, lamp_row_get_id (protocols->pdata[i]));
      guint n_protected = 0;

      for (guint s = 0; s < steps->len; s++)
        if (lamp_row_get_integer (steps->pdata[s], "protected"))
          {
            g_assert_cmpstr (lamp_row_get_text (steps->pdata[s], "kind"), ==, "reflection");
            n_protected++;
          }
      g_assert_cmpuint (n_protected, >=, 1);
    }
}

static void
positions_run_from_one_without_a_gap (void)
{
  g_autoptr (LampSnapshot) snapshot = load ();
  GPtrArray *protocols = lamp_snapshot_get (snapshot, "protocols");

  for (guint i = 0; i < protocols->len; i++)
    {
      g_autoptr (GPtrArray) steps = lamp_protocol_get_steps (snapshot, lamp_row_get_id (protocols->pdata[i]));

      g_assert_cmpuint (steps->len, >=, 3);
      for (guint s = 0; s < steps->len; s++)
        g_assert_cmpint (lamp_row_get_integer (steps->pdata[s], "position"), ==, s + 1);
    }
}

static void
a_bundled_document_is_an_ordinary_exchange_document (void)
{
  g_auto (GStrv) names = lamp_protocols_list_files ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = lamp_protocols_read_file (names[i], NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *document;

      g_assert_true (i == 0 || strcmp (names[i - 1], names[i]) < 0);
      json_parser_set_strict (parser, TRUE);
      g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                 (gssize) g_bytes_get_size (bytes), NULL));
      document = json_node_get_object (json_parser_get_root (parser));
      g_assert_cmpstr (json_object_get_string_member (document, "format"), ==, "lamplighter");
      g_assert_cmpint (json_object_get_int_member (document, "version"), ==, 1);
      g_assert_cmpuint (json_object_get_size (document), ==, 5);
    }
  g_assert_null (lamp_protocols_read_file ("nothing.json", NULL));
}

static void
steps_become_valid_items_in_order (void)
{
  g_autoptr (LampSnapshot) snapshot = load ();
  g_autoptr (GPtrArray) items = lamp_protocol_to_items (snapshot, "protocol.tuning.60", "m1", 4);

  g_assert_cmpuint (items->len, ==, 8);
  for (guint i = 0; i < items->len; i++)
    {
      LampRow *item = items->pdata[i];

      g_assert_null (lamp_row_get_id (item));
      g_assert_cmpint (lamp_row_get_integer (item, "position"), ==, 4 + i);
      g_assert_cmpstr (lamp_row_get_text (item, "meeting"), ==, "m1");
      g_assert_cmpstr (lamp_row_get_text (item, "state"), ==, "planned");
      lamp_row_set_text (item, "id", "x");
      lamp_row_set_text (item, "created_at", "2026-11-22T10:00:00.000Z");
      lamp_row_set_text (item, "modified_at", "2026-11-22T10:00:00.000Z");
      g_assert_true (lamp_row_validate (item, NULL, NULL));
    }
  g_assert_cmpstr (lamp_row_get_text (items->pdata[5], "silent"), ==, "Presenter listens and takes notes");
  g_assert_cmpstr (lamp_row_get_text (items->pdata[5], "why"), ==, "Tuning, step 6 of 8");
  g_assert_cmpint (lamp_row_get_integer (items->pdata[6], "protected"), ==, 1);
}

static void
an_unknown_protocol_has_no_items (void)
{
  g_autoptr (LampSnapshot) snapshot = load ();
  g_autoptr (GPtrArray) items = lamp_protocol_to_items (snapshot, "nothing", "m1", 0);

  g_assert_cmpuint (items->len, ==, 0);
  g_assert_cmpint (lamp_protocol_get_minutes (snapshot, "nothing"), ==, 0);
}

static void
a_tuning_of_an_hour_fits_a_slot_of_44_minutes_with_its_reflection_whole (void)
{
  g_autoptr (LampSnapshot) snapshot = load ();
  g_autoptr (GPtrArray) items = lamp_protocol_to_items (snapshot, "protocol.tuning.60", "m1", 0);
  int minutes[8];
  LampFitResult result = lamp_fit_rows (items, 44, LAMP_FIT_SHORTEN, minutes);

  g_assert_true (result.fits);
  g_assert_cmpint (result.total, ==, 44);
  g_assert_cmpint (minutes[6], ==, 5);
  g_assert_cmpint (minutes[7], ==, 5);
}

/* Both languages can be taken into one file: neither overwrites the other. */
static void
assert_identifier_of_its_own (LampRow       *translated,
                              const LampRow *row,
                              const char    *field)
{
  g_autofree char *expected = g_strconcat ("es.", lamp_row_get_text (row, field), NULL);

  g_assert_cmpstr (lamp_row_get_text (translated, field), ==, expected);
  lamp_row_set_text (translated, field, lamp_row_get_text (row, field));
}

/* All that a translation may not change. */
static void
assert_same_but_for_words (GPtrArray *rows,
                           GPtrArray *translated)
{
  static const char * const words[] = { "title", "variant", "purpose", "source", "speaks", "silent", "prompt" };

  g_assert_cmpuint (rows->len, ==, translated->len);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (LampRow) copy = lamp_row_copy (translated->pdata[i]);

      for (guint w = 0; w < G_N_ELEMENTS (words); w++)
        if (lamp_record_type_find_field (copy->type, words[w]) >= 0)
          {
            g_assert_true (lamp_row_has (copy, words[w]) == lamp_row_has (rows->pdata[i], words[w]));
            lamp_row_set_text (copy, words[w], lamp_row_get_text (rows->pdata[i], words[w]));
          }
      assert_identifier_of_its_own (copy, rows->pdata[i], "id");
      if (lamp_record_type_find_field (copy->type, "protocol") >= 0)
        assert_identifier_of_its_own (copy, rows->pdata[i], "protocol");
      g_assert_true (lamp_row_equal (copy, rows->pdata[i], TRUE));
    }
}

static void
a_translation_changes_words_and_nothing_else (void)
{
  g_autoptr (LampSnapshot) english = load ();
  g_autoptr (LampSnapshot) spanish = NULL;
  const LampRow *step;

  g_setenv ("LANGUAGE", "es_MX:en", TRUE);
  spanish = load ();
  g_unsetenv ("LANGUAGE");
  assert_same_but_for_words (lamp_snapshot_get (english, "protocols"), lamp_snapshot_get (spanish, "protocols"));
  assert_same_but_for_words (lamp_snapshot_get (english, "protocol_steps"), lamp_snapshot_get (spanish, "protocol_steps"));
  step = lamp_snapshot_find (spanish, "protocol_steps", "es.protocol.tuning.60.6");
  g_assert_cmpstr (lamp_row_get_text (step, "silent"), ==, "Quien presenta escucha y toma notas");
}

static void
a_language_without_a_translation_falls_back_to_english (void)
{
  g_autoptr (LampSnapshot) snapshot = NULL;

  g_setenv ("LANGUAGE", "tlh", TRUE);
  snapshot = load ();
  g_unsetenv ("LANGUAGE");
  g_assert_cmpstr (lamp_row_get_title (lamp_snapshot_find (snapshot, "protocols", "protocol.tuning.60")), ==, "Tuning");
}

static void
each_document_is_translated_into_each_language (void)
{
  static const char folder[] = "/io/github/lamplighter_app/Lamplighter/protocols/es/";
  g_auto (GStrv) names = lamp_protocols_list_files ();
  g_auto (GStrv) translated = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_cmpuint (g_strv_length (translated), ==, g_strv_length (names));
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char * const *) translated, names[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocols/there_are_twelve_or_more_and_all_are_valid", there_are_twelve_or_more_and_all_are_valid);
  g_test_add_func ("/protocols/every_step_belongs_to_a_protocol_and_says_what_to_do",
                   every_step_belongs_to_a_protocol_and_says_what_to_do);
  g_test_add_func ("/protocols/steps_take_the_time_that_the_variant_states", steps_take_the_time_that_the_variant_states);
  g_test_add_func ("/protocols/every_protocol_protects_its_reflection",
                   every_protocol_protects_its_reflection);
  g_test_add_func ("/protocols/positions_run_from_one_without_a_gap", positions_run_from_one_without_a_gap);
  g_test_add_func ("/protocols/a_bundled_document_is_an_ordinary_exchange_document",
                   a_bundled_document_is_an_ordinary_exchange_document);
  g_test_add_func ("/protocols/steps_become_valid_items_in_order", steps_become_valid_items_in_order);
  g_test_add_func ("/protocols/an_unknown_protocol_has_no_items", an_unknown_protocol_has_no_items);
  g_test_add_func ("/protocols/a_tuning_of_an_hour_fits_a_slot_of_44_minutes_with_its_reflection_whole",
                   a_tuning_of_an_hour_fits_a_slot_of_44_minutes_with_its_reflection_whole);

  g_test_add_func ("/protocols/a_translation_changes_words_and_nothing_else", a_translation_changes_words_and_nothing_else);
  g_test_add_func ("/protocols/a_language_without_a_translation_falls_back_to_english",
                   a_language_without_a_translation_falls_back_to_english);
  g_test_add_func ("/protocols/each_document_is_translated_into_each_language",
                   each_document_is_translated_into_each_language);

  return g_test_run ();
}
