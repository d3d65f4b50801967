/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-splice.h"
#include "lamp-test-file.h"

/* What a list said of its changes, as "position-removed+added" between spaces. */
static void
note_change (GListModel *model,
             guint       position,
             guint       removed,
             guint       added,
             GString    *notes)
{
  g_string_append_printf (notes, "%s%u-%u+%u", notes->len > 0 ? " " : "", position, removed, added);
}

typedef struct
{
  TestFile *file;
  GListModel *list;
  GString *notes;
} Scene;

/* Six goals a to f at positions 10 to 60, in a list that has been looked at. */
static Scene
new_scene (void)
{
  Scene scene = { test_file_new () };

  test_insert (scene.file, test_community ("c"));
  for (guint i = 0; i < 6; i++)
    {
      char id[] = { (char) ('a' + i), '\0' };
      LampRow *goal = test_goal (id, NULL);

      lamp_row_set_integer (goal, "position", (i + 1) * 10);
      test_insert (scene.file, goal);
    }
  scene.list = lamp_store_list (scene.file->store, "goals");
  scene.notes = g_string_new (NULL);
  g_assert_cmpuint (g_list_model_get_n_items (scene.list), ==, 6);
  g_signal_connect (scene.list, "items-changed", G_CALLBACK (note_change), scene.notes);

  return scene;
}

static void
scene_clear (Scene *scene)
{
  g_signal_handlers_disconnect_by_data (scene->list, scene->notes);
  g_object_unref (scene->list);
  g_string_free (scene->notes, TRUE);
  test_file_free (scene->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static void
assert_says (Scene      *scene,
             const char *order,
             const char *notes)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (scene->list); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (scene->list, i);

      g_string_append (found, lamp_record_get_id (record));
    }
  g_assert_cmpstr (found->str, ==, order);
  g_assert_cmpstr (scene->notes->str, ==, notes);
  g_string_truncate (scene->notes, 0);
}

static void
move (Scene      *scene,
      const char *id,
      gint64      position)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (scene->file->store, "Move");
  g_autoptr (LampRecord) record = lamp_store_find (scene->file->store, "goals", id);

  lamp_edit_set_integer (edit, record, "position", position);
  g_assert_true (lamp_edit_commit (edit, NULL));
}

static void
an_insert_is_one_splice (void)
{
  g_auto (Scene) scene = new_scene ();
  LampRow *goal = test_goal ("x", NULL);

  lamp_row_set_integer (goal, "position", 25);
  test_insert (scene.file, goal);
  assert_says (&scene, "abxcdef", "2-0+1");
  test_undo (scene.file);
  assert_says (&scene, "abcdef", "2-1+0");
}

static void
one_without_an_order_comes_last (void)
{
  g_auto (Scene) scene = new_scene ();

  test_insert (scene.file, test_goal ("0", NULL));
  assert_says (&scene, "abcdef0", "6-0+1");
  move (&scene, "0", 5);
  assert_says (&scene, "0abcdef", "0-0+1 7-1+0");
}

static void
a_record_that_moves_is_taken_out_once_and_put_in_once (void)
{
  g_auto (Scene) scene = new_scene ();

  move (&scene, "b", 55);
  assert_says (&scene, "acdebf", "1-1+0 4-0+1");
  test_undo (scene.file);
  assert_says (&scene, "abcdef", "1-0+1 5-1+0");
}

static void
a_change_that_does_not_reorder_is_no_splice (void)
{
  g_auto (Scene) scene = new_scene ();

  test_set (scene.file, "goals", "b", "title", "Other");
  move (&scene, "b", 29);
  assert_says (&scene, "abcdef", "");
}

static void
renumbering_all_around_one_that_moved_moves_one (void)
{
  static const char order[] = "bcdeaf";
  g_auto (Scene) scene = new_scene ();
  g_autoptr (LampEdit) edit = lamp_edit_new (scene.file->store, "Move");

  for (guint i = 0; i < 6; i++)
    {
      char id[] = { order[i], '\0' };
      g_autoptr (LampRecord) record = lamp_store_find (scene.file->store, "goals", id);

      lamp_edit_set_integer (edit, record, "position", i + 1);
    }
  g_assert_true (lamp_edit_commit (edit, NULL));
  assert_says (&scene, "bcdeaf", "0-1+0 4-0+1");
}

static void
deleting_a_run_is_one_splice (void)
{
  g_auto (Scene) scene = new_scene ();
  g_autoptr (LampEdit) edit = lamp_edit_new (scene.file->store, "Delete");

  for (guint i = 1; i < 4; i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (scene.list, i);

      lamp_edit_delete (edit, record);
    }
  g_assert_true (lamp_edit_commit (edit, NULL));
  assert_says (&scene, "aef", "1-3+0");
  test_undo (scene.file);
  assert_says (&scene, "abcdef", "1-0+3");
}

static void
a_list_by_reference_follows_the_reference (void)
{
  g_auto (Scene) scene = new_scene ();
  g_autoptr (GListModel) under_a = lamp_store_list_by (scene.file->store, "goals", "parent", "a");
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (LampRecord) first = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (under_a), ==, 0);
  g_signal_connect (under_a, "items-changed", G_CALLBACK (note_change), notes);
  test_set (scene.file, "goals", "d", "parent", "a");
  test_set (scene.file, "goals", "b", "parent", "a");
  first = g_list_model_get_item (under_a, 0);
  g_assert_cmpstr (lamp_record_get_id (first), ==, "b");
  test_set (scene.file, "goals", "b", "parent", "d");
  g_assert_cmpstr (notes->str, ==, "0-0+1 0-0+1 0-1+0");
  test_delete (scene.file, "goals", "a");
  g_assert_cmpuint (g_list_model_get_n_items (under_a), ==, 0);
  g_assert_null (g_list_model_get_item (under_a, 0));
}

static void
a_record_is_one_object_as_long_as_it_is_held (void)
{
  g_auto (Scene) scene = new_scene ();
  g_autoptr (LampRecord) by_id = lamp_store_find (scene.file->store, "goals", "c");
  g_autoptr (LampRecord) in_list = g_list_model_get_item (scene.list, 2);
  g_autoptr (LampRecord) any = lamp_store_find_any (scene.file->store, "c");
  g_autoptr (LampRecord) back = NULL;

  g_assert_true (by_id == in_list);
  g_assert_true (lamp_record_is (any, "communities"));
  test_set (scene.file, "goals", "c", "title", "Changed");
  g_assert_cmpstr (lamp_record_get_title (by_id), ==, "Changed");
  test_delete (scene.file, "goals", "c");
  g_assert_true (lamp_record_is_deleted (by_id));
  g_assert_null (lamp_store_find (scene.file->store, "goals", "c"));
  test_undo (scene.file);
  back = lamp_store_find (scene.file->store, "goals", "c");
  g_assert_false (lamp_record_is_deleted (back));
  g_assert_true (lamp_record_is_deleted (by_id));
}

static void
what_another_program_wrote_arrives_with_the_next_edit (void)
{
  g_auto (Scene) scene = new_scene ();
  g_autoptr (LampRecord) held = lamp_store_find (scene.file->store, "goals", "e");
  g_autoptr (LampStore) other = lamp_store_open (scene.file->path, LAMP_STORE_NONE, scene.file->clock, NULL);
  g_autoptr (LampEdit) edit = lamp_edit_new (other, "Elsewhere");
  g_autoptr (LampRecord) goal = lamp_store_find (other, "goals", "e");
  g_autoptr (LampRecord) gone = lamp_store_find (other, "goals", "f");

  lamp_edit_set_text (edit, goal, "title", "From elsewhere");
  lamp_edit_delete (edit, gone);
  g_assert_true (lamp_edit_commit (edit, NULL));
  test_set (scene.file, "goals", "e", "why", "here");
  g_assert_cmpstr (lamp_record_get_title (held), ==, "From elsewhere");
  g_assert_cmpstr (lamp_record_get_text (held, "why"), ==, "here");
  assert_says (&scene, "abcde", "5-1+0");
  test_undo (scene.file);
  test_undo (scene.file);
  assert_says (&scene, "abcdef", "5-0+1");
}

static void
count_when_in_place (LampStore *store,
                     Scene     *scene)
{
  g_assert_cmpuint (g_list_model_get_n_items (scene->list), ==, lamp_store_count (store, "goals"));
  g_string_append_c (scene->notes, '!');
}

static void
changed_comes_once_when_lists_are_in_place (void)
{
  g_auto (Scene) scene = new_scene ();

  g_signal_connect (scene.file->store, "changed", G_CALLBACK (count_when_in_place), &scene);
  test_delete (scene.file, "communities", "c");
  assert_says (&scene, "", "0-6+0!");
  test_undo (scene.file);
  assert_says (&scene, "abcdef", "0-0+6!");
}

static void
edit_in_the_middle (GListModel *list,
                    guint       position,
                    guint       removed,
                    guint       added,
                    Scene      *scene)
{
  if (added == 1 && lamp_store_count (scene->file->store, "communities") == 1)
    test_insert (scene->file, test_community ("z"));
}

static void
an_edit_from_within_a_change_is_served_after_it (void)
{
  g_auto (Scene) scene = new_scene ();
  g_autoptr (GListModel) communities = lamp_store_list (scene.file->store, "communities");

  g_assert_cmpuint (g_list_model_get_n_items (communities), ==, 1);
  g_signal_connect (scene.list, "items-changed", G_CALLBACK (edit_in_the_middle), &scene);
  test_insert (scene.file, test_goal ("x", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (communities), ==, 2);
  g_signal_handlers_disconnect_by_data (scene.list, &scene);
}

static void
a_closed_file_has_empty_lists (void)
{
  g_auto (Scene) scene = new_scene ();

  test_file_close (scene.file);
  assert_says (&scene, "", "0-6+0");
  test_file_open (scene.file);
}

static void
apply (gpointer data,
       guint    position,
       guint    removed,
       guint    from,
       guint    added)
{
  GArray **arrays = data;

  g_array_remove_range (arrays[0], position, removed);
  if (added > 0)
    g_array_insert_vals (arrays[0], position, &g_array_index (arrays[1], gpointer, from), added);
}

static GArray *
random_sequence (void)
{
  GArray *sequence = g_array_new (FALSE, FALSE, sizeof (gpointer));
  int kinds = g_test_rand_int_range (1, 40);

  for (int i = 1; i < kinds; i++)
    {
      gpointer value = GINT_TO_POINTER (i);

      if (g_test_rand_int_range (0, 4) > 0)
        g_array_insert_val (sequence, (guint) g_test_rand_int_range (0, (gint32) sequence->len + 1), value);
    }

  return sequence;
}

static void
splices_lead_from_any_sequence_to_any_other (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GArray) old = random_sequence ();
      g_autoptr (GArray) target = random_sequence ();
      GArray *arrays[] = { old, target };

      lamp_splice ((gpointer *) (gpointer) old->data, old->len, (gpointer *) (gpointer) target->data, target->len,
                   apply, arrays);
      g_assert_cmpmem (old->data, old->len * sizeof (gpointer), target->data, target->len * sizeof (gpointer));
    }
}

#define SENTENCE(function) g_test_add_func ("/list/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (an_insert_is_one_splice);
  SENTENCE (one_without_an_order_comes_last);
  SENTENCE (a_record_that_moves_is_taken_out_once_and_put_in_once);
  SENTENCE (a_change_that_does_not_reorder_is_no_splice);
  SENTENCE (renumbering_all_around_one_that_moved_moves_one);
  SENTENCE (deleting_a_run_is_one_splice);
  SENTENCE (a_list_by_reference_follows_the_reference);
  SENTENCE (a_record_is_one_object_as_long_as_it_is_held);
  SENTENCE (what_another_program_wrote_arrives_with_the_next_edit);
  SENTENCE (changed_comes_once_when_lists_are_in_place);
  SENTENCE (an_edit_from_within_a_change_is_served_after_it);
  SENTENCE (a_closed_file_has_empty_lists);
  SENTENCE (splices_lead_from_any_sequence_to_any_other);

  return g_test_run ();
}
