/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-table-private.h"
#include "lamp-table-value.h"

/* A cell of the map, ready for this table. */
typedef struct
{
  const LampTableCell *cell;
  LampTemplate *template;
} Source;

/* What one line of the map says, ready for this table. */
typedef struct
{
  const LampTableRecord *record;
  LampTemplate *when; /* (nullable) */
  GArray *sources;    /* of Source */
  LampTemplate *id;   /* (nullable) */
} Plan;

static void
source_clear (gpointer data)
{
  lamp_template_free (((Source *) data)->template);
}

static void
plan_free (gpointer data)
{
  Plan *self = data;

  g_clear_pointer (&self->when, lamp_template_free);
  g_clear_pointer (&self->id, lamp_template_free);
  g_array_unref (self->sources);
  g_free (self);
}

static void
made_free (gpointer data)
{
  LampTableMade *self = data;

  g_clear_pointer (&self->row, lamp_row_free);
  g_clear_pointer (&self->filled, g_hash_table_unref);
  g_free (self);
}

static void
reference_clear (gpointer data)
{
  g_free (((LampTableReference *) data)->text);
}

static void
reader_clear (LampTableReader *self)
{
  g_ptr_array_unref (self->plans);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->positions);
  g_array_unref (self->references);
  g_ptr_array_unref (self->made);
  g_clear_pointer (&self->result, lamp_table_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LampTableReader, reader_clear)

/**
 * lamp_table_result_free:
 * @self: a result
 *
 * Frees a result.
 */
void
lamp_table_result_free (LampTableResult *self)
{
  g_clear_object (&self->snapshot);
  g_ptr_array_unref (self->outcomes);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static Plan *
make_plan (const LampTableRecord  *record,
           LampCsv                *csv,
           GError                **error)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->record = record;
  plan->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  g_array_set_clear_func (plan->sources, source_clear);
  if (record->when != NULL && (plan->when = lamp_template_new (record->when, csv, error)) == NULL)
    return plan;
  for (guint i = 0; i < record->cells->len; i++)
    {
      const LampTableCell *cell = record->cells->pdata[i];
      LampTemplate *template = lamp_template_new (cell->from, csv, error);
      Source source = { cell, template };

      if (template == NULL)
        return plan;
      if (cell->field->type == LAMP_FIELD_ID)
        plan->id = template;
      else
        g_array_append_val (plan->sources, source);
    }

  return plan;
}

static gboolean
make_plans (LampTableReader  *self,
            GError          **error)
{
  for (guint i = 0; i < self->map->records->len; i++)
    {
      GError *local = NULL;

      g_ptr_array_add (self->plans, make_plan (self->map->records->pdata[i], self->csv, &local));
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
    }

  return TRUE;
}

/* A record that has no identifier of its own is known by what names it. */
static char *
make_natural_id (LampTableReader *self,
                 const Plan      *plan,
                 guint            row)
{
  const char *ignored = NULL;
  g_autoptr (GString) name = g_string_new (plan->record->type->name);

  for (guint i = 0; i < plan->sources->len; i++)
    {
      const Source *source = &g_array_index (plan->sources, Source, i);
      gboolean names_it = g_strcmp0 (source->cell->field->name, plan->record->type->title) == 0;
      gboolean places_it = (source->cell->field->flags & LAMP_REQUIRED) && source->cell->field->type == LAMP_FIELD_REF;
      g_autofree char *text = NULL;

      if (!names_it && !places_it)
        continue;
      text = lamp_template_expand (source->template, self->csv, row, &ignored);
      if (names_it && *text == '\0')
        return g_strdup ("");
      g_string_append_printf (name, "\t%s", text);
    }

  return lamp_table_make_id (name->str);
}

static char *
make_id (LampTableReader *self,
         const Plan      *plan,
         guint            row)
{
  const char *formula = NULL;
  g_autofree char *text = NULL;

  if (plan->id == NULL)
    return make_natural_id (self, plan, row);
  text = lamp_template_expand (plan->id, self->csv, row, &formula);

  return formula == NULL && *text != '\0' ? lamp_table_make_id (text) : g_strdup ("");
}

static LampRow *
new_row (const LampRecordType *type,
         const char           *id)
{
  LampRow *row = lamp_row_new (type);

  lamp_row_set_text (row, "id", id);

  return row;
}

/* The record that a row is about: one that is being made, one of the file, or a new one. %NULL after saying why not. */
static LampTableMade *
find_made (LampTableReader *self,
           const Plan      *plan,
           const char      *id,
           guint            number)
{
  const LampRecordType *type = plan->record->type;
  g_autofree char *key = lamp_table_key (type->name, id);
  LampTableMade *made = g_hash_table_lookup (self->by_id, key);
  const LampRow *before = lamp_snapshot_find (self->existing, type->name, id);

  if (made != NULL && plan->record->several)
    return made;
  if (made != NULL)
    {
      lamp_table_tell (self->result, number, TRUE,
                       g_strdup_printf (_ ("The same identifier as in row %u, “%s”: left out."), made->number, id));
      return NULL;
    }
  if (before == NULL && plan->record->only_existing)
    {
      // Translators: the first is a record type such as "goal", the second an identifier
      lamp_table_tell (
          self->result, number, TRUE,
          g_strdup_printf (_ ("There is no %s “%s” in the file: left out."), lamp_record_type_get_singular (type), id));
      return NULL;
    }
  made = g_new0 (LampTableMade, 1);
  made->row = before != NULL ? lamp_row_copy (before) : new_row (type, id);
  made->before = before;
  made->number = number;
  g_ptr_array_add (self->made, made);
  g_hash_table_insert (self->by_id, g_steal_pointer (&key), made);

  return made;
}

static gboolean
is_filled (LampTableMade   *made,
           const LampField *field)
{
  if (made->filled == NULL)
    made->filled = g_hash_table_new (NULL, NULL);

  return !g_hash_table_add (made->filled, (gpointer) field);
}

static void
fill (LampTableReader *self,
      LampTableMade   *made,
      const Source    *source,
      guint            row)
{
  const LampField *field = source->cell->field;
  guint number = lamp_csv_get_number (self->csv, row);
  const char *formula = NULL;
  g_autofree char *text = lamp_template_expand (source->template, self->csv, row, &formula);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  if (formula != NULL || *text == '\0' || (source->cell->keep_first && is_filled (made, field)))
    return;
  value = lamp_table_value_convert (source->cell, self->map->dates, text);
  if (*value == '\0')
    return;
  if (field->type == LAMP_FIELD_REF)
    {
      LampTableReference reference = { made, field, g_steal_pointer (&value), number,
                                       lamp_template_get_column (source->template, self->csv) };

      g_array_append_val (self->references, reference);
    }
  else if (!lamp_row_parse (made->row, field->name, value, &error))
    {
      lamp_row_unset (made->row, field->name);
      lamp_table_tell_in (self->result, number, lamp_template_get_column (source->template, self->csv),
                          g_strdup (error->message));
    }
}

static void
tell_nameless (LampTableReader *self,
               const Plan      *plan,
               guint            number)
{
  const LampRecordType *type = plan->record->type;
  int title = plan->id == NULL && type->title != NULL ? lamp_record_type_find_field (type, type->title) : -1;

  if (title >= 0)
    lamp_table_tell (self->result, number, TRUE,
                     g_strdup_printf (_ ("“%s” is missing: the row is left out."),
                                      lamp_field_get_label (&type->fields[title])));
  else
    lamp_table_tell (self->result, number, TRUE,
                     g_strdup (_ ("Nothing says which record the row is about: left out.")));
}

static void
read_row (LampTableReader *self,
          const Plan      *plan,
          guint            row)
{
  const char *formula = NULL;
  g_autofree char *when = plan->when != NULL ? lamp_template_expand (plan->when, self->csv, row, &formula) : NULL;
  g_autofree char *id = NULL;
  LampTableMade *made;

  if (when != NULL && *when == '\0')
    return;
  id = make_id (self, plan, row);
  if (*id == '\0')
    {
      tell_nameless (self, plan, lamp_csv_get_number (self->csv, row));
      return;
    }
  made = find_made (self, plan, id, lamp_csv_get_number (self->csv, row));
  for (guint i = 0; made != NULL && i < plan->sources->len; i++)
    fill (self, made, &g_array_index (plan->sources, Source, i), row);
}

/**
 * lamp_table_apply:
 * @map: what each row becomes
 * @csv: a table
 * @existing: what is in the file already
 * @cancellable: (nullable): to stop early
 * @error: where to put an error of [error@Error]
 *
 * Makes records out of a table. Nothing is written: what comes out is handed to an import, which checks it once more.
 * Rows that cannot stand are left out and told; so is every defect of the table, whether or not the map asks for the
 * cells that have it. Applied to a file that has the records already, nothing is added or changed.
 *
 * Returns: (transfer full) (nullable): the records; %NULL with %LAMP_ERROR_NOT_FOUND if the map names a column that is
 *   not there
 */
LampTableResult *
lamp_table_apply (LampTableMap  *map,
                  LampCsv       *csv,
                  LampSnapshot  *existing,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_auto (LampTableReader) self = { map, csv, existing };

  g_return_val_if_fail (LAMP_IS_SNAPSHOT (existing), NULL);

  self.plans = g_ptr_array_new_with_free_func (plan_free);
  self.made = g_ptr_array_new_with_free_func (made_free);
  self.by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.positions = g_hash_table_new (NULL, NULL);
  self.references = g_array_new (FALSE, FALSE, sizeof (LampTableReference));
  g_array_set_clear_func (self.references, reference_clear);
  self.result = g_new0 (LampTableResult, 1);
  self.result->snapshot = lamp_snapshot_new ();
  self.result->outcomes = lamp_table_outcomes_new ();
  self.result->problems = lamp_table_problems_new ();
  if (!make_plans (&self, error))
    return NULL;
  lamp_table_tell_of_defects (self.result, csv);
  for (guint row = 0; row < lamp_csv_get_n_rows (csv); row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (guint i = 0; i < self.plans->len; i++)
        read_row (&self, self.plans->pdata[i], row);
    }
  lamp_table_finish (&self);
  lamp_table_join_runs (self.result->problems);

  return g_steal_pointer (&self.result);
}
