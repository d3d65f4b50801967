/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-csv-write.h"
#include "lamp-id.h"

/* From the cells of a row to the text of a field. */

typedef struct
{
  char *literal; /* (nullable): or else a column */
  guint column;
} Part;

struct _LampTemplate
{
  GArray *parts; /* of Part */
};

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->literal);
}

void
lamp_template_free (LampTemplate *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

static void
add_literal (LampTemplate *self,
             GString      *literal)
{
  Part part = { .literal = g_strdup (literal->str) };

  if (literal->len > 0)
    g_array_append_val (self->parts, part);
  else
    g_free (part.literal);
  g_string_truncate (literal, 0);
}

static gboolean
add_column (LampTemplate  *self,
            LampCsv       *csv,
            const char    *name,
            GError       **error)
{
  int column = lamp_csv_find_column (csv, name);
  Part part = { .column = (guint) column };

  if (column < 0)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _ ("The table has no column “%s”."), name);
      return FALSE;
    }
  g_array_append_val (self->parts, part);

  return TRUE;
}

/* Reads `text with {Column} and {{ a brace`; fails where a column is not in the table. */
LampTemplate *
lamp_template_new (const char  *text,
                   LampCsv     *csv,
                   GError     **error)
{
  g_autoptr (LampTemplate) self = g_new0 (LampTemplate, 1);
  g_autoptr (GString) literal = g_string_new (NULL);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  while (*text != '\0')
    {
      const char *end = *text == '{' && text[1] != '{' ? strchr (text, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *name = g_strndup (text + 1, (gsize) (end - text - 1));

          add_literal (self, literal);
          if (!add_column (self, csv, name, error))
            return NULL;
          text = end + 1;
          continue;
        }
      g_string_append_c (literal, *text);
      text += text[0] == '{' && text[1] == '{' ? 2 : 1;
    }
  add_literal (self, literal);

  return g_steal_pointer (&self);
}

/* The first column that it takes, or NULL. */
const char *
lamp_template_get_column (const LampTemplate *self,
                          LampCsv            *csv)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->literal == NULL)
        return lamp_csv_get_header (csv, part->column);
    }

  return NULL;
}

/* Without the apostrophe that an export of ours puts before what a spreadsheet would take for a formula. */
static void
append_cell (GString    *text,
             const char *cell)
{
  g_autofree char *plain = lamp_csv_unguard (cell);

  g_string_append (text, plain);
}

/* What a row makes of it; "" when every cell that it names is empty, since what stands around them says nothing alone.
 * Sets @formula to the header of a cell that holds a spreadsheet's formula instead of a value. */
char *
lamp_template_expand (const LampTemplate  *self,
                      LampCsv             *csv,
                      guint                row,
                      const char         **formula)
{
  GString *text = g_string_new (NULL);
  gboolean names_cells = FALSE, has_cell = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      const char *cell = part->literal == NULL ? lamp_csv_get_cell (csv, row, (int) part->column) : part->literal;

      if (part->literal == NULL && *cell == '=')
        *formula = lamp_csv_get_header (csv, part->column);
      names_cells |= part->literal == NULL;
      has_cell |= part->literal == NULL && *cell != '\0';
      if (part->literal == NULL)
        append_cell (text, cell);
      else
        g_string_append (text, cell);
    }
  if (names_cells && !has_cell)
    g_string_truncate (text, 0);

  return g_string_free (text, FALSE);
}

/* The same text gets the same identifier each time, so that a table that is imported again meets its records. */
char *
lamp_table_make_id (const char *text)
{
  g_autofree char *digest = NULL;

  if (lamp_id_is_valid (text))
    return g_strdup (text);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  digest[32] = '\0';

  return g_strconcat ("table.", digest, NULL);
}

/* Reads three numbers with a sign between them, the last of which is a year: 11/22/2026, 22.11.2026, 3/15/27. */
gboolean
lamp_table_read_date (const char *text,
                      guint       parts[3])
{
  guint n = 0;
  guint digits = 0;

  parts[0] = parts[1] = parts[2] = 0;
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      {
        parts[n] = MIN (parts[n] * 10 + (guint) (*at - '0'), 100000);
        digits++;
      }
    else if (strchr ("/.-", *at) == NULL || digits == 0 || ++n > 2)
      return FALSE;
    else
      digits = 0;
  if (n != 2 || (digits != 2 && digits != 4))
    return FALSE;
  parts[2] += digits == 2 ? 2000 : 0;

  return parts[0] <= 31 && parts[1] <= 31 && parts[2] >= 1000;
}

/* As ISO 8601; NULL where the text is no such thing. */
static char *
convert_written_date (const char    *text,
                      LampDateOrder  order)
{
  guint parts[3];
  guint day, month;

  if (!lamp_table_read_date (text, parts))
    return NULL;
  day = parts[order == LAMP_DATES_MONTH_FIRST ? 1 : 0];
  month = parts[order == LAMP_DATES_MONTH_FIRST ? 0 : 1];
  if (!g_date_valid_dmy ((GDateDay) MIN (day, 255), (GDateMonth) MIN (month, 255), (GDateYear) parts[2]))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", parts[2], month, day);
}

static char *
convert_date (const char    *text,
              LampDateOrder  order)
{
  gsize length = strcspn (text, " T");
  g_autofree char *day = NULL;
  char *written;

  /* A spreadsheet writes midnight after each date. */
  day = length >= 6 && g_ascii_isdigit (text[length - 1]) ? g_strndup (text, length) : g_strdup (text);
  if (order == LAMP_DATES_ISO)
    return g_steal_pointer (&day);
  written = convert_written_date (day, order);

  return written != NULL ? written : g_steal_pointer (&day);
}

/* Whether the last comma is what a point is elsewhere: not where a point follows, where there are two, or where three
 * digits follow one to three of them, as in 1,250. */
static gboolean
has_decimal_comma (const char *text)
{
  const char *comma = strrchr (text, ',');
  gsize whole;

  if (comma == NULL || strchr (comma, '.') != NULL)
    return FALSE;
  if (strchr (text, '.') != NULL)
    return strchr (text, ',') == comma;
  whole = strspn (text, "+-0123456789");

  return strchr (text, ',') == comma && (strspn (comma + 1, "0123456789") != 3 || whole > 3 || *text == '0');
}

/* "87,7 %" and "87.70" and "1.0" and "1.250,5": the number alone, with a point. */
static char *
convert_number (const char *text,
                gboolean    whole)
{
  GString *number = g_string_new (NULL);
  gboolean decimal_comma = has_decimal_comma (text);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == ',' || *at == '.')
      g_string_append (number, (*at == ',') == decimal_comma ? "." : "");
    else if (!g_ascii_isspace (*at) && *at != '%')
      g_string_append_c (number, *at);
  if (whole && strchr (number->str, '.') != NULL)
    {
      gsize point = strcspn (number->str, ".");

      if (strspn (number->str + point + 1, "0") == strlen (number->str + point + 1))
        g_string_truncate (number, point);
    }

  return g_string_free (number, FALSE);
}

static char *
convert_boolean (const char *text)
{
  static const char *const yes[] = { "yes", "y", "x", "true", "1", "1.0", "si", "sí", "ja", "oui", NULL };
  static const char *const no[] = { "no", "n", "false", "0", "0.0", "nein", "non", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (g_strv_contains (yes, folded))
    return g_strdup ("true");

  return g_strdup (g_strv_contains (no, folded) ? "false" : text);
}

/* What a field calls a choice, from its word or from the label that a person reads; or NULL. */
const char *
lamp_table_find_choice (const LampField *field,
                        const char      *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const LampChoice *choice = field->choices; choice != NULL && choice->nick != NULL; choice++)
    {
      g_autofree char *nick = g_utf8_casefold (choice->nick, -1);
      g_autofree char *label = g_utf8_casefold (choice->label, -1);
      g_autofree char *translated = g_utf8_casefold (lamp_field_get_choice_label (field, choice->nick), -1);

      if (strcmp (folded, nick) == 0 || strcmp (folded, label) == 0 || strcmp (folded, translated) == 0)
        return choice->nick;
    }

  return NULL;
}

static char *
convert_choice (const LampField *field,
                const char      *text)
{
  const char *choice = lamp_table_find_choice (field, text);

  return g_strdup (choice != NULL ? choice : text);
}

static char *
convert_line (const char *text)
{
  char *line = g_strdup (text);

  for (char *at = line; *at != '\0'; at++)
    if (*at == '\n' || *at == '\r' || *at == '\t')
      *at = ' ';

  return line;
}

/* Turns what a table says into what lamp_row_parse() reads; what cannot be understood is left as it is, to be refused
 * there with its sentence. */
char *
lamp_table_value_convert (const LampTableCell *cell,
                          LampDateOrder        dates,
                          const char          *text)
{
  g_autofree char *folded = cell->words != NULL ? g_utf8_casefold (text, -1) : NULL;
  const char *word = folded != NULL ? g_hash_table_lookup (cell->words, folded) : NULL;

  if (word != NULL)
    return g_strdup (word);
  switch (cell->field->type)
    {
    case LAMP_FIELD_DATE:
      return convert_date (text, dates);
    case LAMP_FIELD_INT:
      return convert_number (text, TRUE);
    case LAMP_FIELD_REAL:
      return convert_number (text, FALSE);
    case LAMP_FIELD_BOOL:
      return convert_boolean (text);
    case LAMP_FIELD_ENUM:
      return convert_choice (cell->field, text);
    case LAMP_FIELD_TEXT:
      return convert_line (text);
    case LAMP_FIELD_ID:
    case LAMP_FIELD_LONG_TEXT:
    case LAMP_FIELD_TIME:
    case LAMP_FIELD_INSTANT:
    case LAMP_FIELD_FLAGS:
    case LAMP_FIELD_REF:
    case LAMP_FIELD_COUNTS:
    case LAMP_FIELD_EXTRA:
    default:
      return g_strdup (text);
    }
}

/**
 * lamp_table_sample:
 * @cell: how a field is filled
 * @csv: a table
 * @most: how many
 *
 * Returns: (transfer full): what the rows of the table say there, each text once, in the order in which they come;
 *   nothing where the table lacks a column
 */
GStrv
lamp_table_sample (const LampTableCell *cell,
                   LampCsv             *csv,
                   guint                most)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (LampTemplate) template = lamp_template_new (cell->from, csv, NULL);

  for (guint row = 0; template != NULL && row < lamp_csv_get_n_rows (csv) && g_hash_table_size (seen) < most; row++)
    {
      const char *formula = NULL;
      g_autofree char *text = lamp_template_expand (template, csv, row, &formula);

      if (formula != NULL || *text == '\0' || g_hash_table_contains (seen, text))
        continue;
      g_strv_builder_add (texts, text);
      g_hash_table_add (seen, g_steal_pointer (&text));
    }

  return g_strv_builder_end (texts);
}

/**
 * lamp_table_dup_column:
 * @csv: a table
 * @column: one of its columns
 *
 * Returns: (transfer full) (nullable): what fills a field with the column; %NULL when no map can name it, since it has
 *   no name, the name of another column, or braces in it
 */
char *
lamp_table_dup_column (LampCsv *csv,
                       guint    column)
{
  const char *name = lamp_csv_get_header (csv, column);

  if (*name == '\0' || *name == '{' || strchr (name, '}') != NULL || lamp_csv_find_column (csv, name) != (int) column)
    return NULL;

  return g_strdup_printf ("{%s}", name);
}
