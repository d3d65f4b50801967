/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-advice.h"

#include "lamp-finding.h"

/* The checks that a person can satisfy while they fill in a form, each with the field where that is done. They judge a
 * record by itself, what it refers to, and what refers to the same. */
static const struct
{
  const char *code;
  const char *type;
  const char *field;
} places[] = {
  { "T-MANDATED", "strategies", "revisit_on" },
  { "T-STRUCTURE", "strategies", "practice" },
  { "T-THEORY", "strategies", "theory" },
  { "P-NO-GOAL", "supports", "goal" },
  { "B-NO-LOOK", "problems", "next_look_on" },
  { "B-TAME", "problems", "kind" },
};

static gboolean
has_advice (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].type, type))
      return TRUE;

  return FALSE;
}

static const char *
find_field (const LampFinding *finding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].code, finding->check->code))
      return places[i].field;

  return NULL;
}

static void
take (LampSnapshot *snapshot,
      LampRecord   *record)
{
  const LampRow *row = lamp_record_get_row (record);

  if (lamp_snapshot_find (snapshot, row->type->name, lamp_row_get_id (row)) == NULL)
    lamp_snapshot_take (snapshot, lamp_row_copy (row));
}

static void
take_all (LampSnapshot *snapshot,
          GListModel   *records)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (records, i);

      take (snapshot, record);
    }
}

static void
take_around (LampSnapshot    *snapshot,
             LampStore       *store,
             LampRecord      *record,
             const LampField *field)
{
  const char *id = lamp_record_get_text (record, field->name);
  g_autoptr (LampRecord) named = lamp_store_find (store, field->target, id);
  g_autoptr (GListModel) beside = lamp_store_list_by (store, lamp_record_get_record_type (record)->name, field->name,
                                                      id);

  if (named != NULL)
    take (snapshot, named);
  take_all (snapshot, beside);
}

static LampSnapshot *
make_snapshot (LampStore  *store,
               LampRecord *record)
{
  const LampRecordType *type = lamp_record_get_record_type (record);
  g_autoptr (GListModel) silences = lamp_store_list (store, "silences");
  LampSnapshot *snapshot = lamp_snapshot_new ();

  take (snapshot, record);
  take_all (snapshot, silences);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == LAMP_FIELD_REF && lamp_record_has (record, type->fields[i].name))
      take_around (snapshot, store, record, &type->fields[i]);

  return snapshot;
}

/**
 * lamp_field_advice_find:
 * @store: the file
 * @record: a record of it
 *
 * Asks the checks what they would say of a record that somebody fills in right now, at the fields where it is mended.
 * What has been set aside is not said.
 *
 * Returns: (transfer full) (element-type utf8 utf8): what to do, translated, by the name of the field
 */
GHashTable *
lamp_field_advice_find (LampStore  *store,
                        LampRecord *record)
{
  GHashTable *advice = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *today = NULL;
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (LAMP_IS_STORE (store), advice);
  g_return_val_if_fail (LAMP_IS_RECORD (record), advice);

  if (!has_advice (lamp_record_get_record_type (record)->name))
    return advice;

  today = lamp_clock_dup_today (lamp_store_get_clock (store));
  snapshot = make_snapshot (store, record);
  findings = lamp_checks_run (snapshot, today, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];
      const char *field = find_field (finding);

      if (field != NULL && finding->silence == NULL && g_strcmp0 (finding->id, lamp_record_get_id (record)) == 0)
        g_hash_table_insert (advice, (gpointer) field, (gpointer) lamp_check_get_action (finding->check));
    }

  return advice;
}
