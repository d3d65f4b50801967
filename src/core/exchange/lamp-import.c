/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-copy-map.h"
#include "lamp-json-reader.h"
#include "lamp-json-walk.h"
#include "lamp-loader.h"
#include "lamp-spool.h"

/* The file is read twice: to check all of it and to count its records, and then, if nothing is wrong, to write. It is
 * judged again on the second reading, since somebody may have changed it in between. Entries of "deleted" are read on
 * their own after that, so that it does not matter where they stand. */

/* How much of the whole each reading is, for the progress. */
#define CHECKING 0.2
#define LOADING 0.75

typedef struct
{
  const LampImportOptions *options;
  GInputStream *stream;
  guint64 size;
  const char *path;
  char *now;
  LampProblems *problems;
  LampImportReport *report;
  LampCopyMap *copies;    /* (nullable): mode copy */
  LampLoader *loader;
  guint64 n_records;
  guint64 n_deleted;
  GHashTable *broken;     /* while places are looked for: "type id" → GPtrArray of LampBroken */
  double done;
  double share;
  LampProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Import;

static void
advance (guint64  n_bytes,
         gpointer data)
{
  Import *self = data;

  if (self->progress != NULL)
    self->progress (self->done + self->share * (double) n_bytes / (double) MAX (self->size, 1), self->progress_data);
}

/* Reads the file from its beginning; what the walk does takes @share of the whole. */
static gboolean
walk (Import        *self,
      LampJsonWalk  *steps,
      double         share,
      GError       **error)
{
  gboolean was_read;

  if (!lamp_spool_rewind (self->stream, error))
    return FALSE;
  self->share = share;
  steps->now = self->now;
  steps->problems = self->problems;
  steps->advanced = advance;
  steps->data = self;
  was_read = lamp_json_walk (steps, self->stream, self->cancellable, error);
  self->done += share;

  return was_read;
}

static gboolean
check_record (LampRow   *row,
              guint64    index,
              gpointer   data,
              GError   **error)
{
  Import *self = data;

  self->n_records++;
  self->report->per_type[lamp_schema_get_index (row->type)]++;
  if (self->copies != NULL)
    lamp_copy_map_see (self->copies, row);

  return TRUE;
}

static gboolean
count_deleted (const LampRecordType  *type,
               const char            *id,
               const char            *at,
               gpointer               data,
               GError               **error)
{
  Import *self = data;

  self->n_deleted++;

  return TRUE;
}

static void
add_conflict (Import        *self,
              const LampRow *row,
              guint64        index)
{
  g_autofree char *pointer = NULL;

  self->report->n_conflicts++;
  if (self->report->conflicts->len >= LAMP_PROBLEMS_KEPT)
    return;
  pointer = g_strdup_printf ("/%s/%" G_GUINT64_FORMAT, row->type->name, index);
  g_ptr_array_add (self->report->conflicts,
                   lamp_problem_new (LAMP_ERROR_CONFLICT, pointer,
                                     /* Translators: %s is what the record is called */
                                     _("“%s” has been changed here since; what is here stays."),
                                     lamp_row_get_title (row)));
}

static void
count_put (Import        *self,
           LampPut        put,
           const LampRow *row,
           guint64        index)
{
  g_autofree char *pointer = NULL;

  switch (put)
    {
    case LAMP_PUT_ADDED:
      self->report->added++;
      break;
    case LAMP_PUT_CHANGED:
      self->report->changed++;
      break;
    case LAMP_PUT_UNCHANGED:
      self->report->unchanged++;
      break;
    case LAMP_PUT_KEPT:
      add_conflict (self, row, index);
      break;
    case LAMP_PUT_TWICE:
      pointer = g_strdup_printf ("/%s/%" G_GUINT64_FORMAT, row->type->name, index);
      lamp_problems_add_in (self->problems, LAMP_ERROR_DUPLICATE_ID, pointer, "id",
                            _("Another record of this type has the same identifier: change one of them."));
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
put_record (LampRow   *row,
            guint64    index,
            gpointer   data,
            GError   **error)
{
  Import *self = data;
  LampPut put;

  if (self->copies != NULL)
    lamp_copy_map_apply (self->copies, row);
  if (!lamp_loader_put (self->loader, row, self->options->take_older, &put, error))
    return FALSE;
  count_put (self, put, row, index);

  return TRUE;
}

static gboolean
bury_record (const LampRecordType  *type,
             const char            *id,
             const char            *at,
             gpointer               data,
             GError               **error)
{
  Import *self = data;
  LampPut put;

  if (!lamp_loader_bury (self->loader, type, id, at, &put, error))
    return FALSE;
  self->report->deleted += put == LAMP_PUT_CHANGED;

  return TRUE;
}

static const char *
say_broken (LampErrorCode code)
{
  if (code == LAMP_ERROR_CYCLE)
    return _("Following this comes back to the record itself: empty one of the links.");
  if (code == LAMP_ERROR_DUPLICATE_ID)
    return _("Another record names the same pair: keep one of them.");

  return _("There is no record with this identifier: add it, or leave the reference out.");
}

static void
place_broken (Import           *self,
              const LampBroken *broken,
              const char       *pointer)
{
  lamp_problems_add_in (self->problems, broken->code, pointer, broken->type->fields[broken->field].name,
                        say_broken (broken->code));
}

/* Finds out where in the file a record stands that breaks a rule between records. */
static gboolean
place_record (LampRow   *row,
              guint64    index,
              gpointer   data,
              GError   **error)
{
  Import *self = data;
  g_autofree char *key = NULL;
  g_autofree char *pointer = NULL;
  GPtrArray *broken;

  if (self->copies != NULL)
    lamp_copy_map_apply (self->copies, row);
  key = g_strdup_printf ("%s %s", row->type->name, lamp_row_get_id (row));
  broken = g_hash_table_lookup (self->broken, key);
  if (broken == NULL)
    return TRUE;
  pointer = g_strdup_printf ("/%s/%" G_GUINT64_FORMAT, row->type->name, index);
  for (guint i = 0; i < broken->len; i++)
    place_broken (self, broken->pdata[i], pointer);
  g_hash_table_remove (self->broken, key);

  return TRUE;
}

static void
group_broken (Import    *self,
              GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      LampBroken *broken = all->pdata[i];
      g_autofree char *key = g_strdup_printf ("%s %s", broken->type->name, broken->id);
      GPtrArray *group = g_hash_table_lookup (self->broken, key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (self->broken, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, broken);
    }
}

/* Asks for the rules between records, and says where in the file they are broken. A record that is only in the
 * database has no place in the file: the place is its type then. */
static gboolean
check_between (Import  *self,
               GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);
  LampJsonWalk steps = { .record = place_record };
  GHashTableIter iter;
  GPtrArray *group;

  if (!lamp_loader_check (self->loader, LAMP_PROBLEMS_KEPT, &all, error))
    return FALSE;
  if (all->len == 0)
    return TRUE;
  self->broken = broken;
  group_broken (self, all);
  if (!walk (self, &steps, 0, error))
    return FALSE;
  g_hash_table_iter_init (&iter, broken);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &group))
    for (guint i = 0; i < group->len; i++)
      {
        const LampBroken *rest = group->pdata[i];
        g_autofree char *pointer = g_strconcat ("/", rest->type->name, NULL);

        lamp_problems_add (self->problems, rest->code, pointer, say_broken (rest->code));
      }
  self->broken = NULL;

  return TRUE;
}

static gboolean
check (Import  *self,
       GError **error)
{
  LampJsonWalk steps = { .record = check_record, .deleted = count_deleted };

  return walk (self, &steps, CHECKING, error);
}

/* What is about to be replaced is kept, however little it is. */
static gboolean
back_up (Import  *self,
         GError **error)
{
  g_autoptr (LampStore) store = lamp_store_open (self->path, LAMP_STORE_NONE, self->options->clock, error);

  if (store == NULL)
    return FALSE;
  self->report->backup = lamp_store_backup_auto (store, "replace", error);

  return self->report->backup != NULL && lamp_store_close (store, error);
}

static gboolean
load (Import  *self,
      GError **error)
{
  LampJsonWalk records = { .record = put_record };
  LampJsonWalk deleted = { .deleted = bury_record };
  const char *label = self->options->label != NULL ? self->options->label : _("Import");

  if (!self->options->dry_run && self->options->mode == LAMP_IMPORT_REPLACE && !back_up (self, error))
    return FALSE;
  self->loader = lamp_loader_new (self->path, self->options->clock, label, self->n_records, error);
  if (self->loader == NULL)
    return FALSE;
  if (self->options->mode == LAMP_IMPORT_REPLACE && !lamp_loader_clear (self->loader, error))
    return FALSE;
  if (!walk (self, &records, LOADING, error))
    return FALSE;
  if (self->n_deleted > 0 && self->options->mode != LAMP_IMPORT_COPY && !walk (self, &deleted, 0, error))
    return FALSE;
  if (self->problems->n == 0 && !check_between (self, error))
    return FALSE;
  if (self->problems->n > 0 || self->options->dry_run)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (!lamp_loader_commit (self->loader, error))
    return FALSE;
  if (self->report->backup == NULL)
    self->report->backup = g_strdup (lamp_loader_get_backup (self->loader));

  return TRUE;
}

static gboolean
run (Import  *self,
     GError **error)
{
  if (!lamp_spool_size (self->stream, &self->size, error))
    return FALSE;
  if (self->size > LAMP_JSON_FILE_LIMIT)
    {
      lamp_problems_add (self->problems, LAMP_ERROR_TOO_LARGE, "", _("The file is larger than 1 GiB."));
      return TRUE;
    }
  if (self->options->mode == LAMP_IMPORT_COPY)
    self->copies = lamp_copy_map_new (self->options->clock);
  if (!check (self, error))
    return FALSE;
  if (self->problems->n == 0 && !load (self, error))
    return FALSE;
  if (self->progress != NULL && self->problems->n == 0)
    self->progress (1, self->progress_data);

  return TRUE;
}

static LampImportReport *
report_new (void)
{
  LampImportReport *report = g_new0 (LampImportReport, 1);
  guint n_types;

  lamp_schema_get_types (&n_types);
  report->per_type = g_new0 (guint64, n_types);
  report->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_problem_free);
  report->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_problem_free);

  return report;
}

/* Turns the problems that were met into what the caller is told. */
static gboolean
conclude (Import  *self,
          GError **error)
{
  const LampProblem *first;

  if (self->problems->n == 0)
    return TRUE;
  g_clear_pointer (&self->report->problems, g_ptr_array_unref);
  self->report->problems = g_ptr_array_ref (self->problems->kept);
  self->report->n_problems = self->problems->n;
  self->report->added = self->report->changed = self->report->unchanged = self->report->deleted = 0;
  self->report->n_conflicts = 0;
  g_ptr_array_set_size (self->report->conflicts, 0);
  first = self->problems->kept->pdata[0];
  g_set_error (error, LAMP_ERROR, (int) first->code, "%s: %s", first->pointer, first->message);

  return FALSE;
}

/* An error of the stream is one of ours, except that somebody changed their mind. */
static void
translate_error (GError **error)
{
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  message = g_strdup ((*error)->message);
  g_clear_error (error);
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_IO, _("The file could not be read: %s"), message);
}

/* A stream that is too long to be spooled is refused like a file that is too long. */
static gboolean
spool (Import        *self,
       GInputStream  *stream,
       GError       **error)
{
  g_autoptr (GError) local = NULL;

  self->stream = lamp_spool (stream, self->cancellable, &local);
  if (self->stream != NULL)
    return TRUE;
  if (g_error_matches (local, LAMP_ERROR, LAMP_ERROR_TOO_LARGE))
    {
      lamp_problems_add (self->problems, LAMP_ERROR_TOO_LARGE, "", local->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static void
import_clear (Import *self)
{
  lamp_loader_free (self->loader);
  lamp_copy_map_free (self->copies);
  lamp_problems_free (self->problems);
  g_clear_object (&self->stream);
  g_free (self->now);
}

/**
 * lamp_import_json:
 * @stream: the document
 * @path: the file of the store
 * @options: how to import
 * @progress: (nullable): told how far it is
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop
 * @report: (out) (transfer full): what was done, or, with problems in it, why nothing was
 * @error: where to put an error: with problems, the first of them
 *
 * Reads a document of the exchange format into a file: all of it or nothing, in one transaction, as one step that can
 * be undone. Memory is bounded by the largest record, except in mode copy, which keeps some 20 bytes a record. A stream
 * that cannot be rewound is copied to a private temporary file first.
 *
 * A record without `modified_at` counts as changed now; one without `created_at` as made when it was changed.
 *
 * Returns: whether the document was accepted
 */
gboolean
lamp_import_json (GInputStream             *stream,
                  const char               *path,
                  const LampImportOptions  *options,
                  LampProgress              progress,
                  gpointer                  progress_data,
                  GCancellable             *cancellable,
                  LampImportReport        **report,
                  GError                  **error)
{
  Import self = { .options = options, .path = path, .progress = progress, .progress_data = progress_data,
                  .cancellable = cancellable };
  g_autoptr (GError) local = NULL;
  gboolean is_done;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (options != NULL && LAMP_IS_CLOCK (options->clock), FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  self.report = *report = report_new ();
  self.problems = lamp_problems_new ();
  self.now = lamp_clock_dup_instant (options->clock);
  is_done = spool (&self, stream, &local) && (self.problems->n > 0 || run (&self, &local));
  if (is_done)
    is_done = conclude (&self, error);
  else
    {
      translate_error (&local);
      g_propagate_error (error, g_steal_pointer (&local));
    }
  import_clear (&self);

  return is_done;
}
