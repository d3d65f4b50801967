/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-csv-text.h"

/* GLib and GNOME have no CSV reader, and the one in Debian (libcsv) is neither in the GNOME runtime nor does it guess
 * the separator or tell lines; RFC 4180 fits on this page. */

#define SIZE_LIMIT (64 * 1024 * 1024)

typedef struct
{
  GStrv cells;
  guint n_cells;
  guint line;   /* where it starts, from 1 */
  guint number; /* as a spreadsheet counts it, from 1 */
} Row;

struct _LampCsv
{
  gatomicrefcount references;
  GArray *rows;         /* of Row; the first is the header */
  guint n_numbers;      /* rows as a spreadsheet counts them, blank ones too */
  guint open_quote;     /* the number of the row in which a quote opens and never closes, or 0 */
  char separator;
  const char *encoding; /* of the file, by name */
};

typedef struct
{
  const char *at;
  const char *end;
  char separator;
  guint line;
  gboolean open_quote;
} Scanner;

static void
row_clear (gpointer data)
{
  g_strfreev (((Row *) data)->cells);
}

/* The separator that stands most often in the first line that has one, outside quotes. */
static char
guess_separator (const char *at,
                 const char *end)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint count[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; at < end && (quoted || count[best] == 0 || (*at != '\n' && *at != '\r')); at++)
    {
      quoted ^= *at == '"';
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        {
          count[i] += *at == candidates[i];
          best = count[i] > count[best] ? i : best;
        }
    }

  return candidates[best];
}

/* “sep=;” in a line of its own, before the table: said to Excel, and shown by nobody. */
static gboolean
take_separator_line (Scanner *self)
{
  const char *at = self->at;

  if (self->end - at < 6 || g_ascii_strncasecmp (at, "sep=", 4) != 0 || strchr (",;\t", at[4]) == NULL
      || (at[5] != '\n' && at[5] != '\r'))
    return FALSE;
  self->separator = at[4];
  self->at = at + 5 + (at[5] == '\r' && self->end - at > 6 && at[6] == '\n' ? 2 : 1);
  self->line++;

  return TRUE;
}

static void
scan_quoted (Scanner *self,
             GString *cell)
{
  for (self->at++; self->at < self->end; self->at++)
    {
      if (*self->at == '"' && self->at + 1 < self->end && self->at[1] == '"')
        self->at++;
      else if (*self->at == '"')
        {
          self->at++;
          return;
        }
      self->line += *self->at == '\n';
      g_string_append_c (cell, *self->at);
    }
  self->open_quote = TRUE;
}

static gboolean
at_cell_end (Scanner *self)
{
  return self->at >= self->end || *self->at == self->separator || *self->at == '\n' || *self->at == '\r';
}

static char *
scan_cell (Scanner *self)
{
  GString *cell = g_string_new (NULL);

  if (self->at < self->end && *self->at == '"')
    scan_quoted (self, cell);
  for (; !at_cell_end (self); self->at++)
    g_string_append_c (cell, *self->at);

  return g_string_free (cell, FALSE);
}

static void
scan_line_end (Scanner *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
}

static Row
scan_row (Scanner *self)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  Row row = { .line = self->line };

  for (;;)
    {
      g_strv_builder_take (cells, scan_cell (self));
      row.n_cells++;
      if (self->at >= self->end || *self->at != self->separator)
        break;
      self->at++;
    }
  scan_line_end (self);
  row.cells = g_strv_builder_end (cells);

  return row;
}

static gboolean
row_is_blank (const Row *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*g_strstrip (row->cells[i]) != '\0')
      return FALSE;

  return TRUE;
}

static guint
count_filled (const Row *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n += *row->cells[i] != '\0';

  return n;
}

/* A line that says what the table is about stands over the header of many a spreadsheet: one cell, where the rows that
 * follow have several. */
static void
drop_headings (LampCsv *self)
{
  const Row *rows = (const Row *) self->rows->data;
  guint n = 0;

  while (n < MIN (self->rows->len, 5) && count_filled (&rows[n]) == 1)
    n++;
  if (n > 0 && n < 5 && n + 1 < self->rows->len && count_filled (&rows[n + 1]) > 1)
    g_array_remove_range (self->rows, 0, n);
}

static void
scan_table (LampCsv *self,
            Scanner *scanner)
{
  while (scanner->at < scanner->end)
    {
      Row row = scan_row (scanner);

      row.number = ++self->n_numbers;
      if (scanner->open_quote && self->open_quote == 0)
        self->open_quote = row.number;
      if (row_is_blank (&row))
        row_clear (&row);
      else
        g_array_append_val (self->rows, row);
    }
  drop_headings (self);
}

/**
 * lamp_csv_parse:
 * @bytes: (array length=length): the bytes of a file
 * @length: how many
 * @error: where to put an error of [error@Error]
 *
 * Reads RFC 4180 and what is seen in practice: UTF-8, UTF-16 and Windows-1252, a byte order mark, semicolons or tabs
 * for commas, a line “sep=;”, headings over the header, line breaks within quotes, any line ending, ragged rows. Blank
 * rows are left out; cells are stripped of white space around them.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL if the bytes are no text or hold no header
 */
LampCsv *
lamp_csv_parse (const char  *bytes,
                gsize        length,
                GError     **error)
{
  const char *encoding = "UTF-8";
  g_autofree char *text = lamp_csv_decode (bytes, length, &encoding, error);
  g_autoptr (LampCsv) self = NULL;
  Scanner scanner = { text, text, ',', 1, FALSE };

  if (text == NULL)
    return NULL;
  scanner.end = text + strlen (text);
  if (!take_separator_line (&scanner))
    scanner.separator = guess_separator (scanner.at, scanner.end);
  self = g_new0 (LampCsv, 1);
  g_atomic_ref_count_init (&self->references);
  self->encoding = encoding;
  self->separator = scanner.separator;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  scan_table (self, &scanner);
  if (self->rows->len > 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_FORMAT, _("The table is empty: its first row must name the columns."));

  return NULL;
}

/**
 * lamp_csv_read:
 * @file: a file of at most 64 MiB
 * @cancellable: (nullable): to stop early
 * @error: where to put an error of [error@Error] or [error@Gio.IOErrorEnum]
 *
 * Reads a table from a file.
 *
 * Returns: (transfer full) (nullable): the table
 */
LampCsv *
lamp_csv_read (GFile         *file,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, cancellable, error);
  g_autofree char *bytes = NULL;
  gsize length;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > SIZE_LIMIT)
    {
      g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_TOO_LARGE, _("The table is larger than 64 MiB: split it."));
      return NULL;
    }
  if (!g_file_load_contents (file, cancellable, &bytes, &length, NULL, error))
    return NULL;

  return lamp_csv_parse (bytes, length, error);
}

/**
 * lamp_csv_ref:
 * @self: a table
 *
 * Keeps a table, which never changes, so that a thread may read it, too.
 *
 * Returns: (transfer full): the table
 */
LampCsv *
lamp_csv_ref (LampCsv *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * lamp_csv_unref:
 * @self: (nullable): a table
 *
 * Lets go of a table; the last one frees it.
 */
void
lamp_csv_unref (LampCsv *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * lamp_csv_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows follow the header, blank ones not counted
 */
guint
lamp_csv_get_n_rows (LampCsv *self)
{
  return self->rows->len - 1;
}

static Row *
get_row (LampCsv *self,
         guint    index)
{
  return &g_array_index (self->rows, Row, index);
}

/**
 * lamp_csv_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns the header names
 */
guint
lamp_csv_get_n_columns (LampCsv *self)
{
  return get_row (self, 0)->n_cells;
}

/**
 * lamp_csv_get_header:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: (transfer none): the name in the header
 */
const char *
lamp_csv_get_header (LampCsv *self,
                     guint    column)
{
  g_return_val_if_fail (column < lamp_csv_get_n_columns (self), NULL);

  return get_row (self, 0)->cells[column];
}

/**
 * lamp_csv_find_column:
 * @self: a table
 * @name: a column's name; case does not count
 *
 * Returns: the first column of that name, or -1
 */
int
lamp_csv_find_column (LampCsv    *self,
                      const char *name)
{
  for (guint i = 0; i < lamp_csv_get_n_columns (self); i++)
    if (g_ascii_strcasecmp (get_row (self, 0)->cells[i], name) == 0)
      return (int) i;

  return -1;
}

/**
 * lamp_csv_get_cell:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, or -1 for one that is not there
 *
 * Returns: (transfer none): what the cell holds; "" where the row is too short or the column is not there
 */
const char *
lamp_csv_get_cell (LampCsv *self,
                   guint    row,
                   int      column)
{
  g_return_val_if_fail (row < lamp_csv_get_n_rows (self), "");

  return column >= 0 && (guint) column < get_row (self, row + 1)->n_cells ? get_row (self, row + 1)->cells[column] : "";
}

/**
 * lamp_csv_get_line:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: the line of the file that the row starts in, from 1
 */
guint
lamp_csv_get_line (LampCsv *self,
                   guint    row)
{
  g_return_val_if_fail (row < lamp_csv_get_n_rows (self), 0);

  return get_row (self, row + 1)->line;
}

/**
 * lamp_csv_get_n_cells:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: how many cells the row has, which may differ from the header's
 */
guint
lamp_csv_get_n_cells (LampCsv *self,
                      guint    row)
{
  g_return_val_if_fail (row < lamp_csv_get_n_rows (self), 0);

  return get_row (self, row + 1)->n_cells;
}

/**
 * lamp_csv_get_number:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: the row's number as a spreadsheet shows it: the header is usually 1, and blank rows count
 */
guint
lamp_csv_get_number (LampCsv *self,
                     guint    row)
{
  g_return_val_if_fail (row < lamp_csv_get_n_rows (self), 0);

  return get_row (self, row + 1)->number;
}

/**
 * lamp_csv_get_header_number:
 * @self: a table
 *
 * Returns: the header's number as a spreadsheet shows it
 */
guint
lamp_csv_get_header_number (LampCsv *self)
{
  return get_row (self, 0)->number;
}

/**
 * lamp_csv_get_n_numbers:
 * @self: a table
 *
 * Returns: how many rows a spreadsheet would show, the header and blank ones too
 */
guint
lamp_csv_get_n_numbers (LampCsv *self)
{
  return self->n_numbers;
}

/**
 * lamp_csv_get_open_quote:
 * @self: a table
 *
 * Returns: the number of the row in which a quote opens that never closes, so that all that follows is one cell; or 0
 */
guint
lamp_csv_get_open_quote (LampCsv *self)
{
  return self->open_quote;
}

/**
 * lamp_csv_get_separator:
 * @self: a table
 *
 * Returns: what stands between its cells
 */
char
lamp_csv_get_separator (LampCsv *self)
{
  return self->separator;
}

/**
 * lamp_csv_get_encoding:
 * @self: a table
 *
 * Returns: (transfer none): what its text was written in, such as "UTF-8"
 */
const char *
lamp_csv_get_encoding (LampCsv *self)
{
  return self->encoding;
}

/**
 * lamp_csv_sample:
 * @self: a table
 * @column: a column
 * @most: how many
 *
 * Returns: (transfer full): what its cells hold, each text once, in the order in which they come
 */
GStrv
lamp_csv_sample (LampCsv *self,
                 guint    column,
                 guint    most)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < lamp_csv_get_n_rows (self) && g_hash_table_size (seen) < most; row++)
    {
      const char *cell = lamp_csv_get_cell (self, row, (int) column);

      if (*cell != '\0' && g_hash_table_add (seen, (gpointer) cell))
        g_strv_builder_add (texts, cell);
    }

  return g_strv_builder_end (texts);
}
