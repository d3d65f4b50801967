/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-rows.h"
#include "lamp-search.h"
#include "lamp-sql.h"
#include "lamp-store-private.h"

/* Words around what was found, in a snippet. */
#define SNIPPET_WORDS "12"

/**
 * lamp_hit_free:
 * @self: (nullable): a hit
 *
 * Frees a hit.
 */
void
lamp_hit_free (LampHit *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->snippet);
  g_free (self);
}

static gboolean
has_letter (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isalnum (g_utf8_get_char (word)))
      return TRUE;

  return FALSE;
}

/* What a person typed, as FTS5 wants it: each word quoted, so that nothing in it is an operator, and the last one as
 * the beginning of a word. NULL if there is nothing to look for. */
char *
lamp_search_to_match (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (valid, " \t\r\n", -1);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = NULL;
      g_autofree char *quoted = NULL;

      if (!has_letter (parts[i]))
        continue;
      pieces = g_strsplit (parts[i], "\"", -1);
      quoted = g_strjoinv ("\"\"", pieces);
      g_string_append_printf (match, "%s\"%s\"", match->len > 0 ? " " : "", quoted);
    }
  if (match->len == 0)
    return NULL;
  g_string_append_c (match, '*');

  return g_string_free (g_steal_pointer (&match), FALSE);
}

static gboolean
fill (LampConnection  *connection,
      GError         **error)
{
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      g_autofree char *sql = lamp_sql_search_fill (*type);

      if (sql != NULL && !lamp_connection_exec (connection, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Makes the index anew, if a large step has left it behind. */
gboolean
lamp_search_freshen (LampConnection  *connection,
                     GError         **error)
{
  gint64 stale;

  if (!lamp_connection_ask (connection, "SELECT \"stale\" FROM \"state\"", &stale, error))
    return FALSE;
  if (!stale)
    return TRUE;
  if (!lamp_connection_begin (connection, error))
    return FALSE;
  if (!lamp_connection_exec (connection, "DROP TABLE \"search\"", error)
      || !lamp_connection_exec (connection, lamp_sql_search_table (), error)
      || !fill (connection, error)
      || !lamp_connection_exec (connection, "UPDATE \"state\" SET \"stale\"=0", error))
    {
      lamp_connection_rollback (connection);
      return FALSE;
    }

  return lamp_connection_commit (connection, error);
}

static LampHit *
hit_from (LampConnection *connection,
          sqlite3_stmt   *statement)
{
  const LampRecordType *type = lamp_schema_find (lamp_statement_get_text (statement, 0));
  g_autoptr (LampRow) row = NULL;
  LampHit *hit;

  if (type == NULL || !lamp_rows_find (connection, type, lamp_statement_get_text (statement, 1), &row, NULL)
      || row == NULL)
    return NULL;
  hit = g_new0 (LampHit, 1);
  hit->type = type;
  hit->id = g_strdup (lamp_row_get_id (row));
  hit->title = g_strdup (lamp_row_get_title (row));
  hit->snippet = g_strstrip (g_strdelimit (g_strdup (lamp_statement_get_text (statement, 2)), "\r\n\t", ' '));

  return hit;
}

static GPtrArray *
look_up (LampConnection  *connection,
         const char      *match,
         guint            limit,
         GError         **error)
{
  static const char sql[] = "SELECT \"type\",\"record\",snippet(\"search\",-1,char(2),char(3),'…'," SNIPPET_WORDS ") "
                            "FROM \"search\" WHERE \"search\" MATCH ?1 AND \"rank\" MATCH 'bm25(10.0, 1.0)' "
                            "ORDER BY \"rank\",rowid LIMIT ?2";
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_hit_free);
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (connection, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  lamp_statement_bind_text (statement, 1, match);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? (gint64) limit : -1);
  while (row)
    {
      LampHit *hit;

      if (!lamp_connection_step (connection, statement, &row, error))
        return NULL;
      hit = row ? hit_from (connection, statement) : NULL;
      if (hit != NULL)
        g_ptr_array_add (hits, hit);
    }

  return g_steal_pointer (&hits);
}

/**
 * lamp_store_search:
 * @self: a store
 * @words: what a person typed; all words must be there, the last may be the beginning of one. Accents and case do not
 *   matter
 * @limit: how many hits at most, 0 for all
 * @error: where to put an error of [error@Error]
 *
 * Finds records by their words, best first; words in a title count most. Private records are found too: the file is
 * their owner's. After a large import the first search takes longer, as it makes the index.
 *
 * Returns: (transfer full) (element-type LampHit): the hits, or %NULL
 */
GPtrArray *
lamp_store_search (LampStore   *self,
                   const char  *words,
                   guint        limit,
                   GError     **error)
{
  g_autofree char *match = NULL;
  LampConnection *connection;

  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  if (!lamp_store_check_open (self, error))
    return NULL;
  match = lamp_search_to_match (words);
  if (match == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_hit_free);
  connection = lamp_store_get_connection (self);

  return lamp_search_freshen (connection, error) ? look_up (connection, match, limit, error) : NULL;
}
