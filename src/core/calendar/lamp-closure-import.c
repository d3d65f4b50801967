/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-closure-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-csv.h"
#include "lamp-date.h"
#include "lamp-ical-read.h"

/* What comes again is asked about for this long; the next calendar comes within it. */
#define DAYS_AHEAD (2 * 366)

static void
found_free (LampFoundClosure *found)
{
  lamp_row_free (found->row);
  g_free (found);
}

/**
 * lamp_closure_import_free:
 * @self: (nullable): an import
 *
 * Frees it.
 */
void
lamp_closure_import_free (LampClosureImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->found);
  g_hash_table_unref (self->there);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static const char *
get_last (const LampRow *closure)
{
  return lamp_row_get_text (closure, lamp_row_has (closure, "ends_on") ? "ends_on" : "starts_on");
}

/* What makes two closures the same: their days, and their title in whatever letters. */
static char *
make_key (const LampRow *closure)
{
  g_autofree char *title = g_utf8_casefold (lamp_row_get_title (closure), -1);

  return g_strdup_printf ("%s %s %s", lamp_row_get_text (closure, "starts_on"), get_last (closure), title);
}

static void
note_there (LampClosureImport *self,
            const LampRow     *closure)
{
  const char *source = lamp_row_get_text (closure, "source");

  g_hash_table_insert (self->there, make_key (closure), (gpointer) closure);
  if (source != NULL)
    g_hash_table_insert (self->there, g_strdup (source), (gpointer) closure);
}

/* Those of the communities above count too: a holiday of the district is entered once. */
static void
note_all_there (LampClosureImport *self,
                LampSnapshot      *snapshot,
                const char        *community)
{
  for (guint depth = 0; community != NULL && depth < 64; depth++)
    {
      GPtrArray *rows = lamp_snapshot_find_by (snapshot, "closures", "community", community);
      const LampRow *row = lamp_snapshot_find (snapshot, "communities", community);

      for (guint i = 0; i < rows->len; i++)
        note_there (self, rows->pdata[i]);
      community = row != NULL ? lamp_row_get_text (row, "parent") : NULL;
    }
}

/* The closure of the file that is the same one: from the same event of the calendar, or with the same title on the same
 * days. */
static const LampRow *
find_there (const LampClosureImport *self,
            const LampRow           *closure,
            const char              *key)
{
  const char *source = lamp_row_get_text (closure, "source");
  const LampRow *row = source != NULL ? g_hash_table_lookup (self->there, source) : NULL;

  return row != NULL ? row : g_hash_table_lookup (self->there, key);
}

static gboolean
has_days_of (const LampRow *closure,
             const LampRow *other)
{
  return lamp_row_is (closure, "starts_on", lamp_row_get_text (other, "starts_on"))
         && g_strcmp0 (get_last (closure), get_last (other)) == 0;
}

static LampClosureState
judge (const LampRow *there,
       const LampRow *closure,
       gboolean       is_whole,
       const char    *today)
{
  if (there != NULL && has_days_of (there, closure))
    return LAMP_CLOSURE_THERE;
  if (strcmp (get_last (closure), today) < 0)
    return LAMP_CLOSURE_PAST;
  if (there != NULL)
    return LAMP_CLOSURE_MOVED;

  return is_whole ? LAMP_CLOSURE_NEW : LAMP_CLOSURE_PART;
}

/* A closure that was entered before keeps its title, which a person may have put into their own words. */
static void
take (LampClosureImport *self,
      LampRow           *closure,
      gboolean           is_whole,
      const char        *today)
{
  char *key = make_key (closure);
  const LampRow *there = find_there (self, closure, key);
  LampFoundClosure *found;

  /* Some calendars say the same twice. */
  if (!g_hash_table_add (self->seen, key))
    {
      lamp_row_free (closure);
      return;
    }
  found = g_new0 (LampFoundClosure, 1);
  found->state = judge (there, closure, is_whole, today);
  found->chosen = found->state == LAMP_CLOSURE_NEW || found->state == LAMP_CLOSURE_MOVED;
  found->row = there != NULL ? lamp_row_copy (there) : closure;
  if (there != NULL)
    {
      lamp_row_set_text (found->row, "starts_on", lamp_row_get_text (closure, "starts_on"));
      lamp_row_set_text (found->row, "ends_on", lamp_row_get_text (closure, "ends_on"));
      lamp_row_free (closure);
    }
  g_ptr_array_add (self->found, found);
}

static LampRow *
make_closure (const char *community,
              const char *title,
              const char *first,
              const char *last,
              const char *source)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("closures"));

  lamp_row_set_text (row, "community", community);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "starts_on", first);
  lamp_row_set_text (row, "ends_on", last != NULL && strcmp (first, last) != 0 ? last : NULL);
  lamp_row_set_text (row, "source", source);

  return row;
}

/* What is read, and what each of its days is judged by. */
typedef struct
{
  LampClosureImport *import;
  const char *community;
  const char *today;
} Reading;

static gboolean
take_calendar (const Reading  *reading,
               const char     *text,
               GError        **error)
{
  g_autofree char *to = lamp_date_add_days (reading->today, DAYS_AHEAD);
  g_autoptr (GPtrArray) all = lamp_ical_read_days (text, reading->today, to, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const LampIcalDays *days = all->pdata[i];

      take (reading->import, make_closure (reading->community, days->title, days->first, days->last, days->uid),
            days->is_whole, reading->today);
    }

  return TRUE;
}

static int
find_column (LampCsv            *csv,
             const char * const *names)
{
  for (guint column = 0; column < lamp_csv_get_n_columns (csv); column++)
    {
      g_autofree char *name = g_ascii_strdown (lamp_csv_get_header (csv, column), -1);

      if (g_strv_contains (names, g_strstrip (name)))
        return (int) column;
    }

  return -1;
}

static char *
dup_cell (LampCsv *csv,
          guint    row,
          int      column)
{
  const char *cell = column >= 0 ? lamp_csv_get_cell (csv, row, column) : NULL;

  return g_strstrip (g_strdup (cell != NULL ? cell : ""));
}

static LampRow *
read_row (LampCsv     *csv,
          guint        row,
          const int   *columns,
          const char  *community,
          GError     **error)
{
  g_autofree char *first = dup_cell (csv, row, columns[0]);
  g_autofree char *title = dup_cell (csv, row, columns[1]);
  g_autofree char *last = dup_cell (csv, row, columns[2]);
  g_autoptr (LampRow) closure = make_closure (community, *title != '\0' ? title : C_("closure", "Closed"), first,
                                              *last != '\0' ? last : NULL, NULL);
  g_autoptr (LampRow) judged = lamp_row_copy (closure);
  g_autoptr (GError) reason = NULL;

  /* What the store gives it later. */
  lamp_row_set_text (judged, "id", "x");
  lamp_row_set_text (judged, "created_at", "2000-01-01T00:00:00.000Z");
  lamp_row_set_text (judged, "modified_at", "2000-01-01T00:00:00.000Z");
  if (lamp_row_validate (judged, NULL, &reason))
    return g_steal_pointer (&closure);
  g_set_error (error, LAMP_ERROR, reason->code, C_("calendar", "Line %u: %s"), lamp_csv_get_line (csv, row),
               reason->message);

  return NULL;
}

static gboolean
take_table (const Reading  *reading,
            LampCsv        *csv,
            GError        **error)
{
  static const char * const firsts[] = { "date", "starts_on", "start", "start date", "first day", NULL };
  static const char * const titles[] = { "title", "name", "summary", "subject", "event", NULL };
  static const char * const lasts[] = { "ends_on", "end", "end date", "last day", NULL };
  int columns[] = { find_column (csv, firsts), find_column (csv, titles), find_column (csv, lasts) };

  if (columns[0] < 0 || columns[1] < 0)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT,
                   _("The file is neither a calendar (.ics) nor a table (.csv) whose first row names “date” and "
                     "“title”."));
      return FALSE;
    }
  for (guint i = 0; i < lamp_csv_get_n_rows (csv); i++)
    {
      LampRow *closure = read_row (csv, i, columns, reading->community, error);

      if (closure == NULL)
        return FALSE;
      take (reading->import, closure, TRUE, reading->today);
    }

  return TRUE;
}

static gboolean
take_bytes (const Reading  *reading,
            const char     *bytes,
            gsize           length,
            GError        **error)
{
  g_autofree char *text = NULL;
  g_autoptr (LampCsv) csv = NULL;

  if (length <= LAMP_ICAL_MOST_BYTES && !lamp_ical_is_one (bytes, length)
      && g_utf8_validate_len (bytes, length, NULL))
    {
      csv = lamp_csv_parse (bytes, length, error);
      return csv != NULL && take_table (reading, csv, error);
    }
  text = lamp_ical_check (bytes, length, error);

  return text != NULL && take_calendar (reading, text, error);
}

/**
 * lamp_closure_import_parse:
 * @snapshot: all that the file knows
 * @community: the community for which there is no school on these days
 * @today: what is over before it is past
 * @bytes: (array length=length): a calendar (RFC 5545), or a table with the columns “date” and “title”
 * @length: its length
 * @error: where to put an error
 *
 * Reads a calendar of holidays and says what each of its days is to a community. Events that take whole days are
 * chosen; those that take part of one are offered.
 *
 * Returns: (transfer full) (nullable): the import; %NULL with one sentence
 */
LampClosureImport *
lamp_closure_import_parse (LampSnapshot  *snapshot,
                           const char    *community,
                           const char    *today,
                           const char    *bytes,
                           gsize          length,
                           GError       **error)
{
  g_autoptr (LampClosureImport) self = g_new0 (LampClosureImport, 1);
  const Reading reading = { self, community, today };

  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  self->there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_all_there (self, snapshot, community);
  if (!take_bytes (&reading, bytes, length, error))
    return NULL;
  g_hash_table_remove_all (self->there); /* its rows belong to the snapshot */

  return g_steal_pointer (&self);
}

/**
 * lamp_closure_import_read:
 * @snapshot: all that the file knows
 * @community: the community for which there is no school on these days
 * @today: what is over before it is past
 * @file: a calendar or a table
 * @cancellable: (nullable): to stop
 * @error: where to put an error
 *
 * Reads a file as [func@closure_import_parse] does, and no more of it than a calendar may have.
 *
 * Returns: (transfer full) (nullable): the import; %NULL with one sentence
 */
LampClosureImport *
lamp_closure_import_read (LampSnapshot  *snapshot,
                          const char    *community,
                          const char    *today,
                          GFile         *file,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (stream == NULL)
    return NULL;
  bytes = g_malloc (LAMP_ICAL_MOST_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, LAMP_ICAL_MOST_BYTES + 1, &length, cancellable, error))
    return NULL;

  return lamp_closure_import_parse (snapshot, community, today, bytes, length, error);
}

/**
 * lamp_closure_import_count:
 * @self: an import
 * @state: what a day is to the community
 *
 * Returns: how many there are of them
 */
guint
lamp_closure_import_count (const LampClosureImport *self,
                           LampClosureState         state)
{
  guint n = 0;

  for (guint i = 0; i < self->found->len; i++)
    n += ((const LampFoundClosure *) self->found->pdata[i])->state == state;

  return n;
}

/**
 * lamp_closure_import_count_chosen:
 * @self: an import
 *
 * Returns: how many are to be taken
 */
guint
lamp_closure_import_count_chosen (const LampClosureImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const LampFoundClosure *found = self->found->pdata[i];

      n += found->chosen && found->state != LAMP_CLOSURE_THERE;
    }

  return n;
}

/**
 * lamp_closure_import_apply:
 * @self: an import
 * @edit: the change that they are part of
 *
 * Adds what is chosen, and moves what is in the file on other days.
 *
 * Returns: how many there are
 */
guint
lamp_closure_import_apply (const LampClosureImport *self,
                           LampEdit                *edit)
{
  guint n = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const LampFoundClosure *found = self->found->pdata[i];

      if (!found->chosen || found->state == LAMP_CLOSURE_THERE)
        continue;
      n++;
      if (lamp_row_get_id (found->row) != NULL)
        lamp_edit_replace (edit, lamp_row_copy (found->row));
      else
        lamp_edit_insert (edit, lamp_row_copy (found->row));
    }

  return n;
}

/**
 * lamp_closure_state_get_label:
 * @state: what a day is to the community
 *
 * Returns: (transfer none): a word or two for it
 */
const char *
lamp_closure_state_get_label (LampClosureState state)
{
  switch (state)
    {
    case LAMP_CLOSURE_NEW:
      return C_("closure", "New");
    case LAMP_CLOSURE_MOVED:
      return C_("closure", "On other days than before");
    case LAMP_CLOSURE_PART:
      return C_("closure", "Perhaps no holiday");
    case LAMP_CLOSURE_PAST:
      return C_("closure", "Over");
    case LAMP_CLOSURE_THERE:
      return C_("closure", "Already there");
    case LAMP_CLOSURE_N_STATES:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * lamp_closure_dup_days:
 * @closure: a closure
 *
 * Returns: (transfer full): its days as a person reads them: "26 Nov 2026", "21 Dec 2026 – 1 Jan 2027"
 */
char *
lamp_closure_dup_days (const LampRow *closure)
{
  g_autofree char *first = lamp_date_dup_display (lamp_row_get_text (closure, "starts_on"));
  g_autofree char *last = lamp_date_dup_display (get_last (closure));

  if (strcmp (first, last) == 0)
    return g_steal_pointer (&first);

  // Translators: from one day to another
  return g_strdup_printf (C_("days", "%s – %s"), first, last);
}
