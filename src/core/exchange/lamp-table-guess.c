/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table.h"

#include <string.h>

/* What a column is likely to hold, from its name: to start from, for a person to correct. */

static const struct
{
  const char *field;
  const char *const names[8]; /* in small letters, without spaces and signs */
} known[] = {
  { "title", { "title", "name", "goal", "objective", "description", "text", NULL } },
  { "parent", { "parent", "parentid", "supports", "alignswith", "alignedto", "parentgoal", NULL } },
  { "owner", { "owner", "lead", "responsible", "person", "businessowner", NULL } },
  { "due", { "due", "duedate", "deadline", "enddate", "by", NULL } },
  { "status", { "status", "state", "progress", NULL } },
  { "why", { "why", "reason", "rationale", "purpose", "desc", NULL } },
  { "measure", { "measure", "indicator", "metric", "measuregoal", "kpi", NULL } },
  { "baseline", { "baseline", "start", "startvalue", NULL } },
  { "target", { "target", "targetvalue", "endvalue", NULL } },
  { "value", { "value", "actual", "actualvalue", "result", NULL } },
  { "measured_on", { "measuredon", "date", "measured", NULL } },
  { "goal", { "goal", "goalid", NULL } },
  { "position", { "position", "order", "sort", "number", NULL } },
  { "level", { "level", NULL } },
  { "unit", { "unit", NULL } },
};

/* Small letters and digits only. */
static char *
normalize (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}

static gboolean
is_called (const LampField *field,
           const char      *column)
{
  g_autofree char *name = normalize (field->name);
  g_autofree char *label = normalize (lamp_field_get_label (field));

  if (strcmp (column, name) == 0 || strcmp (column, label) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].field, field->name) == 0 && g_strv_contains (known[i].names, column))
      return TRUE;

  return FALSE;
}

static gboolean
holds_formulas (LampCsv *csv,
                guint    column)
{
  for (guint row = 0; row < lamp_csv_get_n_rows (csv); row++)
    if (*lamp_csv_get_cell (csv, row, (int) column) == '=')
      return TRUE;

  return FALSE;
}

/* Whether each row has something of its own in the column. */
static gboolean
tells_rows_apart (LampCsv *csv,
                  guint    column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < lamp_csv_get_n_rows (csv); row++)
    {
      const char *cell = lamp_csv_get_cell (csv, row, (int) column);

      if (*cell == '\0' || !g_hash_table_add (seen, (gpointer) cell))
        return FALSE;
    }

  return lamp_csv_get_n_rows (csv) > 0;
}

static void
use_column (LampTableRecord *record,
            const char      *field,
            LampCsv         *csv,
            guint            column)
{
  g_autofree char *from = g_strdup_printf ("{%s}", lamp_csv_get_header (csv, column));

  if (lamp_record_type_find_field (record->type, field) >= 0 && lamp_table_record_get (record, field) == NULL)
    lamp_table_record_set (record, field, from);
}

static void
guess_by_name (LampTableRecord *record,
               LampCsv         *csv)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    for (guint column = 0; column < lamp_csv_get_n_columns (csv); column++)
      {
        g_autofree char *name = normalize (lamp_csv_get_header (csv, column));

        if (is_called (&record->type->fields[i], name) && !holds_formulas (csv, column))
          use_column (record, record->type->fields[i].name, csv, column);
      }
}

/* “ActionID” and “ActionName” say what “id” and “name” say, in a table of actions; an identifier of something else is
 * likely to be that of what the row stands under. */
static void
guess_by_ending (LampTableRecord *record,
                 LampCsv         *csv)
{
  for (guint column = 0; column < lamp_csv_get_n_columns (csv); column++)
    {
      g_autofree char *name = normalize (lamp_csv_get_header (csv, column));

      if (holds_formulas (csv, column))
        continue;
      if (g_str_has_suffix (name, "id"))
        use_column (record, tells_rows_apart (csv, column) ? "id" : "parent", csv, column);
      else if (g_str_has_suffix (name, "name") || g_str_has_suffix (name, "title"))
        use_column (record, "title", csv, column);
      else if (g_str_has_suffix (name, "desc") || g_str_has_suffix (name, "description"))
        use_column (record, "why", csv, column);
    }
}

/**
 * lamp_table_map_guess:
 * @csv: a table
 * @type: what its rows are
 * @community: (nullable): the community that what has one belongs to
 *
 * Guesses from the names of the columns what they hold.
 *
 * Returns: (transfer full): a map to start from
 */
LampTableMap *
lamp_table_map_guess (LampCsv              *csv,
                      const LampRecordType *type,
                      const char           *community)
{
  LampTableMap *self = lamp_table_map_new ();
  LampTableRecord *record = lamp_table_map_add (self, type);

  guess_by_name (record, csv);
  guess_by_ending (record, csv);
  if (lamp_record_type_find_field (type, "community") >= 0)
    lamp_table_record_set (record, "community", community);
  if (lamp_record_type_find_field (type, "level") >= 0 && lamp_table_record_get (record, "level") == NULL)
    lamp_table_record_set (record, "level", "team");

  return self;
}
