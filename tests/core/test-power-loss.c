/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "lamp-loader.h"
#include "lamp-test-file.h"
#include "lamp-test-model.h"
#include "lamp-test-vfs.h"

/* The store edits, undoes, redoes and imports on a disk that remembers what it was asked. Then the
 * power goes at any of those moments: what was synced is there; of what was not, any sectors may be, or be garbage.
 * Each time the file must open, be whole, and say what it said after the last step that was reported done, or after
 * the one in progress. LAMP_POWER_CUTS says how many times (the usual run takes a few seconds). */

#define SECTOR 512

typedef struct
{
  guint8 *content;
  gsize size;
  gsize room;
  gboolean exists;
  GPtrArray *pending; /* of TestDiskOp, not owned: asked for but not synced */
} Image;

static void
image_clear (Image *image)
{
  g_clear_pointer (&image->content, g_free);
  g_clear_pointer (&image->pending, g_ptr_array_unref);
}

static void
image_put (Image        *image,
           gsize         offset,
           const guint8 *content,
           gsize         size)
{
  if (offset + size > image->room)
    {
      image->room = (offset + size) * 2;
      image->content = g_realloc (image->content, image->room);
    }
  if (offset > image->size)
    memset (image->content + image->size, 0, offset - image->size);
  memcpy (image->content + offset, content, size);
  image->size = MAX (image->size, offset + size);
  image->exists = TRUE;
}

/* Writes sector by sector: some arrive, some do not, and now and then one is garbage. */
static void
put_torn (Image            *image,
          const TestDiskOp *op)
{
  for (gsize at = 0; at < (gsize) op->size; at += SECTOR)
    {
      gsize size = MIN (SECTOR, (gsize) op->size - at);
      guint8 garbage[SECTOR];

      if (g_test_rand_bit ())
        image_put (image, (gsize) op->offset + at, op->content + at, size);
      else if (g_test_rand_int_range (0, 16) == 0)
        {
          for (guint i = 0; i < size; i++)
            garbage[i] = (guint8) g_test_rand_int_range (0, 256);
          image_put (image, (gsize) op->offset + at, garbage, size);
        }
    }
}

static void
image_apply (Image            *image,
             const TestDiskOp *op,
             gboolean          torn)
{
  switch (op->kind)
    {
    case TEST_DISK_WRITE:
      if (torn)
        put_torn (image, op);
      else
        image_put (image, (gsize) op->offset, op->content, (gsize) op->size);
      break;
    case TEST_DISK_TRUNCATE:
      image->size = MIN (image->size, (gsize) op->size);
      break;
    case TEST_DISK_CREATE:
      image->exists = TRUE;
      break;
    case TEST_DISK_DELETE:
      image->exists = FALSE;
      image->size = 0;
      break;
    case TEST_DISK_SYNC:
    case TEST_DISK_MARK:
    default:
      break;
    }
}

static gboolean
is_of_folder (const TestDiskOp *op)
{
  return op->kind == TEST_DISK_CREATE || op->kind == TEST_DISK_DELETE;
}

static void
image_settle (Image *image)
{
  for (guint i = 0; i < image->pending->len; i++)
    image_apply (image, image->pending->pdata[i], FALSE);
  g_ptr_array_set_size (image->pending, 0);
}

/* What the disk is asked for waits until it is synced. */
static void
ask (Image            *images,
     const TestDiskOp *op)
{
  Image *image = &images[op->file];

  if (op->kind == TEST_DISK_MARK)
    return;
  if (op->kind == TEST_DISK_SYNC || (op->kind == TEST_DISK_DELETE && op->size))
    {
      image_settle (image);
      if (op->kind == TEST_DISK_DELETE)
        image_apply (image, op, FALSE);
      return;
    }
  g_ptr_array_add (image->pending, (gpointer) op);
}

/* How much of what waits can have been begun: what a folder was asked for reaches the disk in order. */
static guint
choose_reach (const Image *image)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint chosen;

  for (guint i = 0; i < image->pending->len; i++)
    if (is_of_folder (image->pending->pdata[i]))
      g_array_append_val (places, i);
  chosen = (guint) g_test_rand_int_range (0, (gint32) places->len + 1);

  return chosen < places->len ? g_array_index (places, guint, chosen) : image->pending->len;
}

/* The power goes: nothing more of it, some of it, or all but the last, torn. */
static void
cut (Image *image)
{
  guint reach = choose_reach (image);
  int mode = g_test_rand_int_range (0, 3);

  for (guint i = 0; i < reach; i++)
    {
      const TestDiskOp *op = image->pending->pdata[i];

      if (!is_of_folder (op) && (mode == 0 || (mode == 1 && g_test_rand_bit ())))
        continue;
      image_apply (image, op, mode == 1 ? g_test_rand_int_range (0, 4) == 0 : i + 1 == reach);
    }
}

static Image
image_copy (const Image *image)
{
  Image copy = *image;

  copy.content = g_memdup2 (image->content, image->size);
  copy.room = image->size;
  copy.pending = g_ptr_array_ref (image->pending);

  return copy;
}

static gboolean
is_of_store (const char *file,
             const char *name)
{
  g_autofree char *wal = g_strconcat (name, "-wal", NULL);
  g_autofree char *journal = g_strconcat (name, "-journal", NULL);

  return g_str_equal (file, name) || g_str_equal (file, wal) || g_str_equal (file, journal);
}

/* Writes what is left of each file of the store after the cut into a folder. */
static void
leave (Image      *images,
       GPtrArray  *names,
       const char *folder,
       const char *name)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      Image left;

      if (!is_of_store (names->pdata[i], name))
        continue;
      left = image_copy (&images[i]);
      cut (&left);
      if (left.exists)
        g_assert_true (g_file_set_contents_full (path, (const char *) left.content, (gssize) left.size,
                                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      image_clear (&left);
    }
}

/* What a file says, its history included. */
static char *
dump_with_history (const char *path)
{
  g_autofree char *records = test_dump (path);
  g_autofree char *history
      = test_sql (path, "SELECT step, label, undone, changes, bytes, (SELECT count(*) FROM journal j "
                        "WHERE j.step=h.step) FROM history h ORDER BY step");

  return g_strconcat (records, history, NULL);
}

typedef struct
{
  TestFile *file;
  GPtrArray *states; /* what the file said after each step that was reported done */
  guint8 *start;     /* the file's bytes at first */
  gsize start_size;
} Work;

static void
done (Work *work)
{
  test_disk_mark (work->states->len);
  test_disk_record (FALSE);
  g_ptr_array_add (work->states, dump_with_history (work->file->path));
  test_disk_record (TRUE);
}

static void
load (Work    *work,
      guint64  expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampLoader) loader = lamp_loader_new (work->file->path, work->file->clock, "Import", expected, &error);
  static guint number;
  LampPut put;

  g_assert_no_error (error);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("load%u", number++);
      g_autoptr (LampRow) person = test_person (id);

      g_assert_true (lamp_loader_put (loader, person, FALSE, &put, &error));
    }
  g_assert_true (lamp_loader_commit (loader, &error));
}

static void
run (Work *work)
{
  g_autoptr (TestModel) model = test_model_new (work->file);

  for (guint i = 0; i < 6; i++)
    {
      test_model_edit (model);
      done (work);
    }
  for (guint i = 0; i < 2 && lamp_store_undo (work->file->store, NULL, NULL); i++)
    done (work);
  if (lamp_store_redo (work->file->store, NULL, NULL))
    done (work);
  load (work, 60);
  done (work);
  load (work, 20000);
  done (work);
  test_undo (work->file);
  done (work);
  test_file_reopen (work->file);
  test_insert (work->file, test_person ("last"));
  done (work);
}

/* Opens what a cut has left behind. @complete is the last state that was reported done. */
static void
check_left (Work       *work,
            const char *path,
            guint       complete)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampStore) store = lamp_store_open (path, LAMP_STORE_NONE, work->file->clock, &error);
  g_autofree char *says = NULL;

  g_assert_no_error (error);
  says = dump_with_history (path);
  if (g_str_equal (says, work->states->pdata[complete]))
    return;
  if (complete + 1 < work->states->len && g_str_equal (says, work->states->pdata[complete + 1]))
    return;
  g_test_message ("after a cut beyond state %u the file says:\n%s", complete, says);
  g_assert_not_reached ();
}

static void
clean (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static guint
get_cuts (void)
{
  const char *cuts = g_getenv ("LAMP_POWER_CUTS");

  return cuts != NULL ? (guint) atoi (cuts) : 150;
}

/* Goes through what the disk was asked for, and cuts the power here and there. */
static void
cut_everywhere (Work      *work,
                GPtrArray *ops,
                GPtrArray *names)
{
  g_autofree Image *images = g_new0 (Image, names->len);
  g_autofree char *folder = g_build_filename (work->file->folder, "left", NULL);
  g_autofree char *name = g_path_get_basename (work->file->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  guint cuts = get_cuts ();
  guint complete = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < names->len; i++)
    {
      images[i].pending = g_ptr_array_new ();
      if (g_str_equal (names->pdata[i], name))
        image_put (&images[i], 0, work->start, work->start_size);
    }
  for (guint i = 0; i < ops->len; i++)
    {
      const TestDiskOp *op = ops->pdata[i];
      guint times = cuts / ops->len + ((guint) g_test_rand_int_range (0, (gint32) ops->len) < cuts % ops->len);

      ask (images, op);
      if (op->kind == TEST_DISK_MARK)
        complete = (guint) op->size;
      for (; times > 0; times--)
        {
          clean (folder);
          leave (images, names, folder, name);
          check_left (work, path, complete);
        }
    }
  for (guint i = 0; i < names->len; i++)
    image_clear (&images[i]);
}

static void
a_power_cut_at_any_moment_loses_nothing_that_was_done (void)
{
  Work work = { test_file_new (), g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GPtrArray) ops = NULL;
  g_autoptr (GPtrArray) names = NULL;

  /* A file is made aside and renamed into place; what is looked at here begins with it whole. */
  test_file_close (work.file);
  g_assert_true (g_file_get_contents (work.file->path, (char **) &work.start, &work.start_size, NULL));
  test_disk_install ();
  g_ptr_array_add (work.states, dump_with_history (work.file->path));
  test_disk_record (TRUE);
  test_file_open (work.file);
  run (&work);
  test_file_close (work.file);
  ops = g_ptr_array_ref (test_disk_get_ops ());
  names = g_ptr_array_ref (test_disk_get_names ());
  test_disk_uninstall ();
  g_test_message ("%u writes and syncs, %u steps", ops->len, work.states->len);

  cut_everywhere (&work, ops, names);
  test_file_free (work.file);
  g_ptr_array_unref (work.states);
  g_free (work.start);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power/a_power_cut_at_any_moment_loses_nothing_that_was_done",
                   a_power_cut_at_any_moment_loses_nothing_that_was_done);

  return g_test_run ();
}
