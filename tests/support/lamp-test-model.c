/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-test-model.h"

#include <stdlib.h>

/* A list, and the same list put together from what its splices told. */
typedef struct
{
  GListModel *model;
  GPtrArray *told; /* of LampRecord */
} Watched;

struct _TestModel
{
  TestFile *file;
  GPtrArray *states; /* what the file said after each step, of texts */
  guint at;          /* which of them it says now */
  guint next;        /* numbers new records */
  GPtrArray *watched;
};

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  Watched *watched = data;

  g_ptr_array_remove_range (watched->told, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (watched->told, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (watched->told->len, ==, g_list_model_get_n_items (model));
}

static void
watched_free (gpointer data)
{
  Watched *watched = data;

  g_signal_handlers_disconnect_by_data (watched->model, watched);
  g_object_unref (watched->model);
  g_ptr_array_unref (watched->told);
  g_free (watched);
}

static void
watch (TestModel  *self,
       GListModel *model)
{
  Watched *watched = g_new0 (Watched, 1);

  watched->model = model;
  watched->told = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (watched->told, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), watched);
  g_ptr_array_add (self->watched, watched);
}

static void
watch_all (TestModel *self)
{
  LampStore *store = self->file->store;

  watch (self, lamp_store_list (store, "goals"));
  watch (self, lamp_store_list (store, "communities"));
  watch (self, lamp_store_list (store, "agenda_items"));
  watch (self, lamp_store_list_by (store, "goals", "community", "c1"));
  watch (self, lamp_store_list_by (store, "goals", "parent", "g3"));
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  LampRecord *left = *(LampRecord * const *) a, *right = *(LampRecord * const *) b;
  gboolean has_left = lamp_record_has (left, "position"), has_right = lamp_record_has (right, "position");
  gint64 difference = lamp_record_get_integer (left, "position") - lamp_record_get_integer (right, "position");

  if (has_left != has_right)
    return has_left ? -1 : 1;

  return difference != 0 ? (difference < 0 ? -1 : 1)
                         : g_strcmp0 (lamp_record_get_id (left), lamp_record_get_id (right));
}

static void
check_watched (Watched *watched)
{
  gboolean by_position = g_list_model_get_item_type (watched->model) == g_type_from_name ("LampGoal");

  g_assert_cmpuint (watched->told->len, ==, g_list_model_get_n_items (watched->model));
  for (guint i = 0; i < watched->told->len; i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (watched->model, i);

      g_assert_true (watched->told->pdata[i] == record);
      g_assert_false (lamp_record_is_deleted (record));
      if (i > 0 && by_position)
        g_assert_cmpint (compare_positions (&watched->told->pdata[i - 1], &watched->told->pdata[i]), <, 0);
    }
}

/* The file against the list of states, objects and lists against the file. */
static void
check (TestModel *self)
{
  g_autofree char *dump = test_dump (self->file->path);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpstr (dump, ==, self->states->pdata[self->at]);
  for (guint i = 0; i < self->watched->len; i++)
    check_watched (self->watched->pdata[i]);
  g_assert_cmpuint (lamp_store_count (self->file->store, "goals"), ==,
                    g_list_model_get_n_items (((Watched *) self->watched->pdata[0])->model));
}

TestModel *
test_model_new (TestFile *file)
{
  TestModel *self = g_new0 (TestModel, 1);

  self->file = file;
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->watched = g_ptr_array_new_with_free_func (watched_free);
  g_ptr_array_add (self->states, test_dump (file->path));
  watch_all (self);

  return self;
}

void
test_model_free (TestModel *self)
{
  g_ptr_array_unref (self->watched);
  g_ptr_array_unref (self->states);
  g_free (self);
}

/* How long a random test runs: LAMP_TEST_TURNS, or what is usual. */
guint
test_model_get_turns (guint usual)
{
  const char *turns = g_getenv ("LAMP_TEST_TURNS");

  return turns != NULL ? (guint) atoi (turns) : usual;
}

static LampRecord *
any_record (TestModel  *self,
            const char *type)
{
  g_autoptr (GListModel) list = lamp_store_list (self->file->store, type);
  guint length = g_list_model_get_n_items (list);

  return length > 0 ? g_list_model_get_item (list, (guint) g_test_rand_int_range (0, (gint32) length)) : NULL;
}

static void
insert_some (TestModel *self,
             LampEdit  *edit)
{
  g_autoptr (LampRecord) community = any_record (self, "communities");
  g_autoptr (LampRecord) parent = any_record (self, "goals");
  g_autofree char *id = g_strdup_printf ("%s%u", community != NULL ? "g" : "c", self->next++);
  LampRow *row = community != NULL ? test_goal (id, NULL) : test_community (id);

  if (community != NULL)
    {
      lamp_row_set_text (row, "community", lamp_record_get_id (community));
      if (parent != NULL && g_test_rand_bit ())
        lamp_row_set_text (row, "parent", lamp_record_get_id (parent));
      if (g_test_rand_bit ())
        lamp_row_set_integer (row, "position", g_test_rand_int_range (0, 8));
      lamp_row_set_real (row, "target", g_test_rand_double () * 1e6);
    }
  lamp_edit_insert (edit, row);
}

static void
insert_community (TestModel *self,
                  LampEdit  *edit)
{
  g_autofree char *id = g_strdup_printf ("c%u", self->next++);

  lamp_edit_insert (edit, test_community (id));
}

static void
change_some (TestModel *self,
             LampEdit  *edit)
{
  g_autoptr (LampRecord) goal = any_record (self, "goals");
  g_autoptr (LampRecord) other = any_record (self, "goals");
  g_autofree char *text = g_strdup_printf ("title %d \"\\ é", g_test_rand_int_range (0, 5));

  if (goal == NULL)
    return;
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      lamp_edit_set_text (edit, goal, "title", text);
      break;
    case 1:
      lamp_edit_set_integer (edit, goal, "position", g_test_rand_int_range (0, 8));
      break;
    case 2:
      lamp_edit_set_text (edit, goal, "parent", lamp_record_get_id (other)); /* may be refused */
      break;
    case 3:
      lamp_edit_unset (edit, goal, "position");
      break;
    default:
      lamp_edit_set_real (edit, goal, "baseline", g_test_rand_double ());
      lamp_edit_unset (edit, goal, "parent");
    }
}

static void
delete_some (TestModel *self,
             LampEdit  *edit)
{
  g_autoptr (LampRecord) record = any_record (self, g_test_rand_int_range (0, 6) == 0 ? "communities" : "goals");

  if (record != NULL)
    lamp_edit_delete (edit, record);
}

/* One random edit of a few operations; some are refused, and then nothing may have changed. */
void
test_model_edit (TestModel *self)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (self->file->store, "Random");
  guint operations = (guint) g_test_rand_int_range (1, 5);
  g_autofree char *now = NULL;

  for (guint i = 0; i < operations; i++)
    {
      int kind = g_test_rand_int_range (0, 10);

      if (kind < 5)
        insert_some (self, edit);
      else if (kind < 8)
        change_some (self, edit);
      else if (kind < 9)
        delete_some (self, edit);
      else
        insert_community (self, edit);
    }
  lamp_clock_advance (self->file->clock, g_test_rand_int_range (-5, 5) * 1000);
  if (!lamp_edit_commit (edit, NULL))
    return;
  now = test_dump (self->file->path);
  if (g_strcmp0 (now, self->states->pdata[self->at]) == 0)
    return;
  g_ptr_array_set_size (self->states, (gint) self->at + 1);
  g_ptr_array_add (self->states, g_steal_pointer (&now));
  self->at++;
}

/* One random turn: an edit, some undos, some redos or a restart, and a look at everything. */
void
test_model_step (TestModel *self)
{
  int kind = g_test_rand_int_range (0, 10);
  guint times = (guint) g_test_rand_int_range (1, 6);

  if (kind < 5)
    test_model_edit (self);
  else if (kind == 9)
    {
      g_ptr_array_set_size (self->watched, 0);
      test_file_reopen (self->file);
      watch_all (self);
    }
  for (; kind >= 5 && kind < 9 && times > 0; times--)
    {
      gboolean forward = kind == 8;
      gboolean possible = forward ? self->at + 1 < self->states->len : self->at > 0;
      gboolean done = forward ? lamp_store_redo (self->file->store, NULL, NULL)
                              : lamp_store_undo (self->file->store, NULL, NULL);

      g_assert_cmpint (done, ==, possible);
      if (done)
        self->at = forward ? self->at + 1 : self->at - 1;
    }
  check (self);
}
