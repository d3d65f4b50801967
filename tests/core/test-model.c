/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-record.h"
#include "lamp-related.h"
#include "lamp-snapshot.h"

static LampRow *
new_row (const char *type,
         const char *id)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "created_at", "2026-11-22T10:00:00.000Z");
  lamp_row_set_text (row, "modified_at", "2026-11-22T10:00:00.000Z");

  return row;
}

static LampRow *
new_goal (const char *id)
{
  LampRow *row = new_row ("goals", id);

  lamp_row_set_text (row, "community", "c");
  lamp_row_set_text (row, "level", "team");
  lamp_row_set_text (row, "title", "Read every day");

  return row;
}

static void
assert_refused (LampRow       *row,
                const char    *field,
                LampErrorCode  code)
{
  g_autoptr (GError) error = NULL;
  guint blamed = G_MAXUINT;

  g_assert_false (lamp_row_validate (row, &blamed, &error));
  g_assert_error (error, LAMP_ERROR, (int) code);
  g_assert_cmpstr (row->type->fields[blamed].name, ==, field);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
every_declaration_holds_together (void)
{
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  g_assert_cmpuint (n_types, ==, 36);
  for (guint i = 0; i < n_types; i++)
    {
      const LampRecordType *type = types[i];

      g_assert_true (lamp_schema_find (type->name) == type);
      g_assert_cmpuint (lamp_schema_get_index (type), ==, i);
      g_assert_cmpstr (type->fields[0].name, ==, "id");
      g_assert_cmpstr (type->fields[type->n_fields - 1].name, ==, "extra");
      g_assert_true (type->title == NULL || lamp_record_type_find_field (type, type->title) > 0);
      g_assert_true (type->order == NULL || lamp_record_type_find_field (type, type->order) > 0);
      for (guint f = 0; f < type->n_fields; f++)
        {
          const LampField *field = &type->fields[f];

          g_assert_cmpint (lamp_record_type_find_field (type, field->name), ==, (int) f);
          g_assert_true ((field->type == LAMP_FIELD_REF) == (field->target != NULL));
          g_assert_true ((field->type == LAMP_FIELD_ENUM || field->type == LAMP_FIELD_FLAGS) == (field->choices != NULL));
          if (field->target != NULL)
            {
              g_assert_nonnull (lamp_schema_find (field->target));
              g_assert_true (field->on_delete == LAMP_CASCADE || field->on_delete == LAMP_CLEAR);
              g_assert_false (field->on_delete == LAMP_CLEAR && (field->flags & LAMP_REQUIRED));
            }
        }
    }
}

static void
a_goal_needs_its_required_fields (void)
{
  static const char * const required[] = { "id", "community", "level", "title", "created_at", "modified_at" };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      g_autoptr (LampRow) goal = new_goal ("g1");

      g_assert_true (lamp_row_validate (goal, NULL, NULL));
      lamp_row_unset (goal, required[i]);
      assert_refused (goal, required[i], LAMP_ERROR_REQUIRED);
    }
}

static void
text_is_kept_in_normal_form_and_within_its_limit (void)
{
  g_autoptr (LampRow) goal = new_goal ("g1");
  g_autofree char *longest = g_strnfill (LAMP_TEXT_LIMIT, 'x');
  g_autofree char *too_long = g_strnfill (LAMP_TEXT_LIMIT + 1, 'x');

  lamp_row_set_text (goal, "title", "Re\xcc\x81""el");
  g_assert_true (lamp_row_validate (goal, NULL, NULL));
  g_assert_cmpstr (lamp_row_get_text (goal, "title"), ==, "R\xc3\xa9""el");
  lamp_row_set_text (goal, "title", longest);
  g_assert_true (lamp_row_validate (goal, NULL, NULL));
  lamp_row_set_text (goal, "title", too_long);
  assert_refused (goal, "title", LAMP_ERROR_TOO_LONG);
  lamp_row_set_text (goal, "title", "two\nlines");
  assert_refused (goal, "title", LAMP_ERROR_TOO_LONG);
  lamp_row_set_text (goal, "title", "\xff");
  assert_refused (goal, "title", LAMP_ERROR_UTF8);
  lamp_row_set_text (goal, "title", "");
  assert_refused (goal, "title", LAMP_ERROR_REQUIRED);
}

static void
a_word_outside_the_choices_is_refused (void)
{
  g_autoptr (LampRow) goal = new_goal ("g1");

  lamp_row_set_text (goal, "level", "classroom");
  assert_refused (goal, "level", LAMP_ERROR_ENUM);
}

static void
children_are_groups_and_never_named (void)
{
  g_autoptr (LampRow) person = new_row ("people", "p1");

  lamp_row_set_text (person, "name", "Grade 3");
  lamp_row_set_text (person, "sector", "children");
  lamp_row_set_text (person, "wall", "inside");
  assert_refused (person, "group_size", LAMP_ERROR_RULE);
  lamp_row_set_integer (person, "group_size", 1);
  assert_refused (person, "group_size", LAMP_ERROR_RULE);
  lamp_row_set_integer (person, "group_size", 24);
  g_assert_true (lamp_row_validate (person, NULL, NULL));
}

static void
a_wicked_problem_is_never_resolved (void)
{
  g_autoptr (LampRow) problem = new_row ("problems", "x");

  lamp_row_set_text (problem, "community", "c");
  lamp_row_set_text (problem, "title", "Homework");
  lamp_row_set_text (problem, "kind", "wicked");
  lamp_row_set_text (problem, "resolved_on", "2026-11-22");
  assert_refused (problem, "resolved_on", LAMP_ERROR_RULE);
  lamp_row_set_text (problem, "kind", "tame");
  g_assert_true (lamp_row_validate (problem, NULL, NULL));
}

static void
an_end_before_its_beginning_is_refused (void)
{
  g_autoptr (LampRow) cycle = new_row ("cycles", "y");

  lamp_row_set_text (cycle, "community", "c");
  lamp_row_set_text (cycle, "title", "Autumn");
  lamp_row_set_text (cycle, "framework", "action-research");
  lamp_row_set_text (cycle, "starts_on", "2026-11-22");
  lamp_row_set_text (cycle, "ends_on", "2026-11-21");
  assert_refused (cycle, "ends_on", LAMP_ERROR_RULE);
}

static void
flags_are_kept_in_the_order_of_the_choices (void)
{
  g_autoptr (LampRow) stage = new_row ("stages", "s");

  lamp_row_set_text (stage, "cycle", "y");
  lamp_row_set_integer (stage, "position", 2);
  lamp_row_set_text (stage, "characteristic", "professional-learning");
  lamp_row_set_text (stage, "title", "Learning");
  lamp_row_set_text (stage, "learning_areas", "[ \"classroom-management\", \"content\", \"content\" ]");
  g_assert_true (lamp_row_validate (stage, NULL, NULL));
  g_assert_cmpstr (lamp_row_get_text (stage, "learning_areas"), ==, "[\"content\",\"classroom-management\"]");
  lamp_row_set_text (stage, "learning_areas", "[\"knitting\"]");
  assert_refused (stage, "learning_areas", LAMP_ERROR_ENUM);
  lamp_row_set_text (stage, "learning_areas", "{}");
  assert_refused (stage, "learning_areas", LAMP_ERROR_TYPE);
}

static void
typed_text_becomes_the_value_its_field_wants (void)
{
  g_autoptr (LampRow) goal = new_goal ("g1");
  g_autoptr (GError) error = NULL;

  g_assert_true (lamp_row_parse (goal, "target", " 12,5 ", NULL));
  g_assert_cmpfloat (lamp_row_get_real (goal, "target"), ==, 12.5);
  g_assert_true (lamp_row_parse (goal, "is_priority", "Yes", NULL));
  g_assert_cmpint (lamp_row_get_integer (goal, "is_priority"), ==, 1);
  g_assert_false (lamp_row_parse (goal, "due", "tomorrow", &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_DATE);
  g_assert_false (lamp_row_has (goal, "due"));
  g_assert_true (lamp_row_parse (goal, "target", "  ", NULL));
  g_assert_false (lamp_row_has (goal, "target"));
}

static void
an_individual_goal_starts_private (void)
{
  g_autoptr (LampRow) goal = new_goal ("g1");
  g_autoptr (LampRow) mine = new_goal ("g2");

  lamp_row_set_defaults (goal);
  g_assert_cmpint (lamp_row_get_integer (goal, "private"), ==, 0);
  g_assert_cmpstr (lamp_row_get_text (goal, "status"), ==, "not-started");
  lamp_row_set_text (mine, "level", "individual");
  lamp_row_set_defaults (mine);
  g_assert_cmpint (lamp_row_get_integer (mine, "private"), ==, 1);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    data)
{
  (*(guint *) data)++;
}

static void
a_record_notifies_only_what_changed (void)
{
  LampRecord *record = lamp_record_new (new_goal ("g1"));
  gpointer watched = record;
  guint titles = 0, all = 0;
  g_autofree char *title = NULL;
  LampRow *changed = new_goal ("g1");

  g_object_add_weak_pointer (G_OBJECT (record), &watched);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (record), ==, "LampGoal");
  g_assert_true (lamp_record_is (record, "goals"));
  g_signal_connect (record, "notify::title", G_CALLBACK (count_notify), &titles);
  g_signal_connect (record, "notify", G_CALLBACK (count_notify), &all);
  lamp_row_set_text (changed, "title", "Read every evening");
  lamp_record_take_row (record, changed);
  g_assert_cmpuint (titles, ==, 1);
  g_assert_cmpuint (all, ==, 1);
  lamp_record_take_row (record, lamp_row_copy (changed));
  g_assert_cmpuint (all, ==, 1);
  g_object_get (record, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Read every evening");
  g_object_unref (record);
  g_assert_null (watched);
}

static void
a_snapshot_finds_rows_by_what_they_refer_to (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", 9 - i);
      LampRow *goal = new_goal (id);

      if (i < 9)
        lamp_row_set_text (goal, "parent", "g0");
      lamp_snapshot_take (snapshot, goal);
    }
  lamp_snapshot_sort (snapshot);
  g_assert_cmpstr (lamp_row_get_id (lamp_snapshot_get (snapshot, "goals")->pdata[0]), ==, "g0");
  g_assert_cmpuint (lamp_snapshot_find_by (snapshot, "goals", "parent", "g0")->len, ==, 9);
  g_assert_cmpuint (lamp_snapshot_find_by (snapshot, "goals", "parent", "g1")->len, ==, 0);
  g_assert_cmpuint (lamp_snapshot_find_by (snapshot, "goals", "community", "c")->len, ==, 10);
  g_assert_nonnull (lamp_snapshot_find (snapshot, "goals", "g3"));
  g_assert_null (lamp_snapshot_find (snapshot, "people", "g3"));
}

static void
assert_list_holds_together (const LampRelated *list)
{
  const LampRecordType *type = lamp_schema_find (list->type);
  int reference = lamp_record_type_find_field (type, list->field);

  g_assert_cmpint (reference, >, 0);
  g_assert_cmpstr (type->fields[reference].target, ==, list->of);
  g_assert_cmpint (lamp_record_type_find_field (type, list->name), >, 0);
  g_assert_cmpstr (list->name, !=, list->field);
  g_assert_false (type->private);
  for (guint i = 0; i < LAMP_RELATED_DETAILS && list->details[i]; i++)
    g_assert_cmpint (lamp_record_type_find_field (type, list->details[i]), >, 0);
}

/* What is added from a list needs no more than the one thing that is asked for. */
static void
assert_adding_asks_for_enough (const LampRelated *list)
{
  g_autoptr (LampRow) of = new_row (list->of, "of");
  g_autoptr (LampRow) row = NULL;
  g_autoptr (GError) error = NULL;
  int name;

  if (lamp_record_type_find_field (of->type, "community") >= 0)
    lamp_row_set_text (of, "community", "c");
  row = lamp_related_new_row (list, of, "2026-11-22");
  g_assert_cmpstr (lamp_row_get_text (row, list->field), ==, "of");
  lamp_row_set_text (row, "id", "new");
  lamp_row_set_text (row, "created_at", "2026-11-22T10:00:00.000Z");
  lamp_row_set_text (row, "modified_at", "2026-11-22T10:00:00.000Z");
  name = lamp_record_type_find_field (row->type, list->name);
  g_assert_true (lamp_row_parse (row, list->name, row->type->fields[name].type == LAMP_FIELD_REAL ? "1" : "x", &error));
  g_assert_no_error (error);
  g_assert_true (lamp_row_validate (row, NULL, &error));
  g_assert_no_error (error);
}

static void
every_list_of_related_records_holds_together (void)
{
  guint n_types, n_lists = 0;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (const LampRelated *list = lamp_related_next (types[i], NULL); list; list = lamp_related_next (types[i], list))
      {
        assert_list_holds_together (list);
        if (list->add)
          assert_adding_asks_for_enough (list);
        n_lists++;
      }
  g_assert_cmpuint (n_lists, >=, 18);
}

static void
a_measurement_is_added_with_the_day_of_today (void)
{
  g_autoptr (LampRow) goal = new_goal ("g");
  const LampRelated *list = lamp_related_next (goal->type, NULL);
  g_autoptr (LampRow) row = lamp_related_new_row (list, goal, "2026-11-22");

  g_assert_cmpstr (row->type->name, ==, "measurements");
  g_assert_cmpstr (lamp_row_get_text (row, "measured_on"), ==, "2026-11-22");
  g_assert_cmpstr (lamp_row_get_text (row, "goal"), ==, "g");
}

#define SENTENCE(function) g_test_add_func ("/model/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (every_declaration_holds_together);
  SENTENCE (every_list_of_related_records_holds_together);
  SENTENCE (a_measurement_is_added_with_the_day_of_today);
  SENTENCE (a_goal_needs_its_required_fields);
  SENTENCE (text_is_kept_in_normal_form_and_within_its_limit);
  SENTENCE (a_word_outside_the_choices_is_refused);
  SENTENCE (children_are_groups_and_never_named);
  SENTENCE (a_wicked_problem_is_never_resolved);
  SENTENCE (an_end_before_its_beginning_is_refused);
  SENTENCE (flags_are_kept_in_the_order_of_the_choices);
  SENTENCE (typed_text_becomes_the_value_its_field_wants);
  SENTENCE (an_individual_goal_starts_private);
  SENTENCE (a_record_notifies_only_what_changed);
  SENTENCE (a_snapshot_finds_rows_by_what_they_refer_to);

  return g_test_run ();
}
