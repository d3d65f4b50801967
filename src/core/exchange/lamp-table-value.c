/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* 11/22/2026, 22.11.2026 and the like, as ISO 8601; NULL where the text is no such thing. */
static char *
convert_written_date (const char    *text,
                      LampDateOrder  order)
{
  guint parts[3] = { 0 };
  guint n = 0;
  GDate date;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        parts[n] = MIN (parts[n] * 10 + (guint) (*at - '0'), 100000);
      else if (strchr ("/.-", *at) == NULL || ++n > 2)
        return NULL;
    }
  if (n != 2 || parts[2] < 1000)
    return NULL;
  if (order == LAMP_DATES_MONTH_FIRST)
    {
      guint month = parts[0];

      parts[0] = parts[1];
      parts[1] = month;
    }
  if (parts[2] > 9999
      || !g_date_valid_dmy ((GDateDay) MIN (parts[0], 255), (GDateMonth) MIN (parts[1], 255), (GDateYear) parts[2]))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) parts[0], (GDateMonth) parts[1], (GDateYear) parts[2]);

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static char *
convert_date (const char    *text,
              LampDateOrder  order)
{
  g_autofree char *day = NULL;
  char *written;

  /* A spreadsheet writes midnight after each date. */
  day = strlen (text) > 10 && (text[10] == ' ' || text[10] == 'T') ? g_strndup (text, 10) : g_strdup (text);
  if (order == LAMP_DATES_ISO)
    return g_steal_pointer (&day);
  written = convert_written_date (day, order);

  return written != NULL ? written : g_steal_pointer (&day);
}

/* "87,7 %" and "87.70" and "1.0": the number alone, with a point. */
static char *
convert_number (const char *text,
                gboolean    whole)
{
  GString *number = g_string_new (NULL);
  gboolean has_point = strchr (text, '.') != NULL;

  for (const char *at = text; *at != '\0'; at++)
    if (*at == ',')
      g_string_append (number, has_point ? "" : ".");
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

/* What a field calls a choice, from its word or from the label that a person reads. */
static char *
convert_choice (const LampField *field,
                const char      *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const LampChoice *choice = field->choices; choice != NULL && choice->nick != NULL; choice++)
    {
      g_autofree char *nick = g_utf8_casefold (choice->nick, -1);
      g_autofree char *label = g_utf8_casefold (choice->label, -1);
      g_autofree char *translated = g_utf8_casefold (lamp_field_get_choice_label (field, choice->nick), -1);

      if (strcmp (folded, nick) == 0 || strcmp (folded, label) == 0 || strcmp (folded, translated) == 0)
        return g_strdup (choice->nick);
    }

  return g_strdup (text);
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
