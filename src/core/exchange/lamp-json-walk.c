/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-json-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-id.h"
#include "lamp-json-record.h"

#define FORMAT "lamplighter"
#define VERSION 1

/* What a walk carries along. */
typedef struct
{
  const LampJsonWalk *walk;
  LampJsonReader *reader;
  LampJsonFiller *filler;
  LampRow **rows;       /* by the type's place in the schema; one of each, used again and again */
  gboolean has_format;
  gboolean has_version;
  gboolean is_foreign;  /* of another format or a newer version: to read on would only mislead */
  guint n_since;        /* records since @advanced was called */
} Walker;

static void
complain (Walker        *self,
          LampErrorCode  code,
          const char    *sentence)
{
  g_autofree char *pointer = NULL;

  if (!lamp_problems_is_full (self->walk->problems))
    pointer = lamp_json_reader_dup_pointer (self->reader);
  lamp_problems_add (self->walk->problems, code, pointer, sentence);
}

static gboolean
complain_of_value (Walker         *self,
                   LampJsonToken   token,
                   LampErrorCode   code,
                   const char     *sentence,
                   GError        **error)
{
  complain (self, code, sentence);

  return lamp_json_reader_skip (self->reader, token, error);
}

static void
give_up (Walker        *self,
         LampErrorCode  code,
         const char    *sentence)
{
  self->is_foreign = TRUE;
  lamp_problems_clear (self->walk->problems);
  complain (self, code, sentence);
}

static gboolean
read_format (Walker         *self,
             LampJsonToken   token,
             GError        **error)
{
  self->has_format = TRUE;
  if (token != LAMP_JSON_STRING || strcmp (lamp_json_reader_get_text (self->reader, NULL), FORMAT) != 0)
    give_up (self, LAMP_ERROR_FORMAT, _("This is not a Lamplighter file: its “format” is not “lamplighter”."));

  return TRUE;
}

static gboolean
read_version (Walker         *self,
              LampJsonToken   token,
              GError        **error)
{
  double version;

  self->has_version = TRUE;
  if (token != LAMP_JSON_NUMBER)
    return complain_of_value (self, token, LAMP_ERROR_TYPE, _("A whole number is wanted here."), error);
  version = g_ascii_strtod (lamp_json_reader_get_text (self->reader, NULL), NULL);
  if (version > VERSION)
    give_up (self, LAMP_ERROR_VERSION,
             _("This file was written by a newer Lamplighter: update Lamplighter to read it."));
  else if (version != VERSION)
    give_up (self, LAMP_ERROR_VERSION, _("There is no such version of the format; this Lamplighter reads version 1."));

  return TRUE;
}

static gboolean
read_moment (Walker         *self,
             LampJsonToken   token,
             GError        **error)
{
  if (token != LAMP_JSON_STRING)
    return complain_of_value (self, token, LAMP_ERROR_TYPE, _("A text is wanted here."), error);
  if (!lamp_instant_parse (lamp_json_reader_get_text (self->reader, NULL), NULL))
    complain (self, LAMP_ERROR_DATE, _("A moment such as 2026-11-22T10:00:00.000Z is wanted here."));

  return TRUE;
}

static void
advance (Walker *self)
{
  if (self->walk->advanced == NULL || ++self->n_since < 1000)
    return;
  self->n_since = 0;
  self->walk->advanced (lamp_json_reader_get_position (self->reader), self->walk->data);
}

static gboolean
read_record (Walker                *self,
             const LampRecordType  *type,
             guint64                index,
             GError               **error)
{
  LampRow **row = &self->rows[lamp_schema_get_index (type)];
  gboolean is_valid;

  if (*row == NULL)
    *row = lamp_row_new (type);
  if (!lamp_json_filler_read (self->filler, *row, &is_valid, error))
    return FALSE;
  advance (self);

  return !is_valid || self->walk->record (*row, index, self->walk->data, error);
}

/* Reads the records of a type. */
static gboolean
read_records (Walker                *self,
              const LampRecordType  *type,
              LampJsonToken          token,
              GError               **error)
{
  if (token != LAMP_JSON_ARRAY_START)
    return complain_of_value (self, token, LAMP_ERROR_TYPE, _("A list of records is wanted here."), error);
  for (;;)
    {
      gboolean was_read;

      if (!lamp_json_reader_next (self->reader, &token, error))
        return FALSE;
      if (token == LAMP_JSON_ARRAY_END)
        return TRUE;
      lamp_json_reader_set_limit (self->reader, LAMP_JSON_RECORD_LIMIT);
      if (token != LAMP_JSON_OBJECT_START)
        was_read = complain_of_value (self, token, LAMP_ERROR_TYPE, _("A record is an object."), error);
      else if (self->walk->record == NULL)
        was_read = lamp_json_reader_skip (self->reader, token, error);
      else
        was_read = read_record (self, type, lamp_json_reader_get_index (self->reader), error);
      if (!was_read)
        return FALSE;
      lamp_json_reader_set_limit (self->reader, 0);
    }
}

static const char * const entry_members[] = { "type", "id", "at" };

static gboolean
read_entry_member (Walker  *self,
                   char   **members,
                   GError **error)
{
  const char *name = lamp_json_reader_get_text (self->reader, NULL);
  guint member = 0;
  LampJsonToken token;

  while (member < G_N_ELEMENTS (entry_members) && strcmp (entry_members[member], name) != 0)
    member++;
  if (!lamp_json_reader_next (self->reader, &token, error))
    return FALSE;
  if (member == G_N_ELEMENTS (entry_members))
    return complain_of_value (self, token, LAMP_ERROR_FORMAT, _("An entry of “deleted” has no such member."), error);
  if (token == LAMP_JSON_STRING)
    g_set_str (&members[member], lamp_json_reader_get_text (self->reader, NULL));
  else
    {
      g_set_str (&members[member], "");
      return complain_of_value (self, token, LAMP_ERROR_TYPE, _("A text is wanted here."), error);
    }
  if (member == 0 && lamp_schema_find (members[0]) == NULL)
    complain (self, LAMP_ERROR_UNKNOWN_TYPE, _("There is no such type of record."));
  else if (member == 1 && !lamp_id_is_valid (members[1]))
    complain (self, LAMP_ERROR_ID, _("This is not an identifier."));
  else if (member == 2 && !lamp_instant_parse (members[2], NULL))
    complain (self, LAMP_ERROR_DATE, _("A moment such as 2026-11-22T10:00:00.000Z is wanted here."));

  return TRUE;
}

static gboolean
finish_entry (Walker   *self,
              char    **members,
              guint64   n_before,
              GError  **error)
{
  g_autofree char *pointer = lamp_json_reader_dup_pointer (self->reader);
  g_autofree char *at = NULL;
  gint64 moment;

  for (guint i = 0; i < G_N_ELEMENTS (entry_members); i++)
    if (members[i] == NULL)
      lamp_problems_add_in (self->walk->problems, LAMP_ERROR_REQUIRED, pointer, entry_members[i],
                            _("This member is missing: it is needed."));
  if (self->walk->problems->n > n_before || self->walk->deleted == NULL)
    return TRUE;
  lamp_instant_parse (members[2], &moment);
  at = lamp_instant_format (moment);

  return self->walk->deleted (lamp_schema_find (members[0]), members[1], at, self->walk->data, error);
}

static gboolean
read_entry (Walker  *self,
            GError **error)
{
  char *members[G_N_ELEMENTS (entry_members)] = { NULL };
  guint64 n_before = self->walk->problems->n;
  gboolean was_read;
  LampJsonToken token;

  while ((was_read = lamp_json_reader_next (self->reader, &token, error)) && token == LAMP_JSON_NAME)
    if (!(was_read = read_entry_member (self, members, error)))
      break;
  if (was_read)
    was_read = finish_entry (self, members, n_before, error);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (members[i]);
  advance (self);

  return was_read;
}

static gboolean
read_deleted (Walker         *self,
              LampJsonToken   token,
              GError        **error)
{
  if (token != LAMP_JSON_ARRAY_START)
    return complain_of_value (self, token, LAMP_ERROR_TYPE, _("A list is wanted here."), error);
  for (;;)
    {
      if (!lamp_json_reader_next (self->reader, &token, error))
        return FALSE;
      if (token == LAMP_JSON_ARRAY_END)
        return TRUE;
      lamp_json_reader_set_limit (self->reader, LAMP_JSON_RECORD_LIMIT);
      if (token != LAMP_JSON_OBJECT_START)
        {
          if (!complain_of_value (self, token, LAMP_ERROR_TYPE, _("An entry of “deleted” is an object."), error))
            return FALSE;
        }
      else if (!read_entry (self, error))
        return FALSE;
      lamp_json_reader_set_limit (self->reader, 0);
    }
}

static gboolean
read_member (Walker  *self,
             GError **error)
{
  g_autofree char *name = g_strdup (lamp_json_reader_get_text (self->reader, NULL));
  const LampRecordType *type = lamp_schema_find (name);
  LampJsonToken token;

  if (!lamp_json_reader_next (self->reader, &token, error))
    return FALSE;
  if (type != NULL)
    return read_records (self, type, token, error);
  if (strcmp (name, "format") == 0)
    return read_format (self, token, error);
  if (strcmp (name, "version") == 0)
    return read_version (self, token, error);
  if (strcmp (name, "exported_at") == 0)
    return read_moment (self, token, error);
  if (strcmp (name, "deleted") == 0)
    return read_deleted (self, token, error);

  return complain_of_value (self, token, LAMP_ERROR_UNKNOWN_TYPE,
                            _("There is no such type of record: its records would be lost."), error);
}

static void
check_outside (Walker *self)
{
  if (!self->has_format)
    lamp_problems_add (self->walk->problems, LAMP_ERROR_FORMAT, "",
                       _("This is not a Lamplighter file: it has no member “format”."));
  else if (!self->has_version)
    lamp_problems_add (self->walk->problems, LAMP_ERROR_REQUIRED, "/version",
                       _("The version of the format is missing: write 1."));
}

static gboolean
read_document (Walker  *self,
               GError **error)
{
  LampJsonToken token;

  if (!lamp_json_reader_next (self->reader, &token, error))
    return FALSE;
  if (token != LAMP_JSON_OBJECT_START)
    {
      if (!lamp_json_reader_skip (self->reader, token, error))
        return FALSE;
      lamp_problems_add (self->walk->problems, LAMP_ERROR_FORMAT, "",
                         _("This is not a Lamplighter file: it is not an object."));
      return lamp_json_reader_next (self->reader, &token, error);
    }
  for (;;)
    {
      if (!lamp_json_reader_next (self->reader, &token, error))
        return FALSE;
      if (token == LAMP_JSON_OBJECT_END)
        break;
      if (!read_member (self, error))
        return FALSE;
      if (self->is_foreign)
        return TRUE;
    }
  check_outside (self);

  return lamp_json_reader_next (self->reader, &token, error);
}

/* Whether an error is about the document, not about the stream, the database or the person's patience. */
static gboolean
is_of_document (const GError *error)
{
  return error->domain == LAMP_ERROR && error->code < LAMP_ERROR_REFUSED;
}

/**
 * lamp_json_walk:
 * @walk: what to do
 * @stream: the document, from where the stream stands
 * @cancellable: (nullable): to stop
 * @error: where to put an error: of the stream, or what a callback returned
 *
 * Reads a document to its end, or to where it can no longer be read. What is wrong with it goes to the problems.
 *
 * Returns: whether nothing else went wrong
 */
gboolean
lamp_json_walk (const LampJsonWalk  *walk,
                GInputStream        *stream,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autoptr (LampJsonReader) reader = lamp_json_reader_new (stream, cancellable);
  g_autoptr (LampJsonFiller) filler = lamp_json_filler_new (reader, walk->problems, walk->now);
  g_autoptr (GError) local = NULL;
  guint n_types;
  Walker self = { .walk = walk, .reader = reader, .filler = filler };

  lamp_schema_get_types (&n_types);
  self.rows = g_new0 (LampRow *, n_types);
  if (!read_document (&self, &local) && is_of_document (local))
    {
      g_autofree char *pointer = lamp_json_reader_dup_pointer (reader);

      lamp_problems_add_first (walk->problems, (LampErrorCode) local->code, pointer, local->message);
      g_clear_error (&local);
    }
  for (guint i = 0; i < n_types; i++)
    lamp_row_free (self.rows[i]);
  g_free (self.rows);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
