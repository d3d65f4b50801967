/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-near.h"

/* From a record to the community that it belongs to there are at most so many steps: item, meeting, community. */
#define MAX_STEPS 4

/* The record that a field names; for %NULL the first that the record cannot be without. */
static LampRecord *
follow (LampStore  *store,
        LampRecord *record,
        const char *name)
{
  const LampRecordType *type = lamp_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LampField *field = &type->fields[i];
      gboolean wanted = name != NULL ? g_str_equal (field->name, name) : (field->flags & LAMP_REQUIRED) != 0;

      if (field->type == LAMP_FIELD_REF && wanted && lamp_record_has (record, field->name))
        return lamp_store_find (store, field->target, lamp_record_get_text (record, field->name));
    }

  return NULL;
}

static char *
dup_community (LampStore  *store,
               LampRecord *record)
{
  g_autoptr (LampRecord) at = g_object_ref (record);

  for (guint step = 0; at != NULL && step < MAX_STEPS; step++)
    {
      g_autoptr (LampRecord) next = NULL;

      if (lamp_record_is (at, "communities"))
        return g_strdup (lamp_record_get_id (at));
      next = follow (store, at, "community");
      if (next == NULL)
        next = follow (store, at, NULL);
      g_set_object (&at, next);
    }

  return NULL;
}

static GHashTable *
list_named (LampStore  *store,
            const char *type,
            const char *community,
            const char *name) /* (nullable): the field to collect; the records themselves when %NULL */
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListModel) records = lamp_store_list_by (store, type, "community", community);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (records, i);
      const char *id = name != NULL ? lamp_record_get_text (record, name) : lamp_record_get_id (record);

      g_hash_table_add (ids, g_strdup (id));
    }

  return ids;
}

/**
 * lamp_near_list_members:
 * @store: the file
 * @community: (nullable): the identifier of a community
 *
 * Returns: (transfer full) (element-type utf8 utf8): the identifiers of its people, a set
 */
GHashTable *
lamp_near_list_members (LampStore  *store,
                        const char *community)
{
  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);

  if (community == NULL)
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return list_named (store, "memberships", community, "person");
}

/**
 * lamp_near_list:
 * @store: the file
 * @record: a record
 * @type: the name of a record type
 *
 * Finds what a person who writes in a record is most likely to name there: the people of its community, and what else
 * belongs to that community. Nothing is near a record that belongs to no community.
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): identifiers of records of that type, a set
 */
GHashTable *
lamp_near_list (LampStore  *store,
                LampRecord *record,
                const char *type)
{
  g_autofree char *community = NULL;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);
  g_return_val_if_fail (LAMP_IS_RECORD (record), NULL);
  g_return_val_if_fail (lamp_schema_find (type) != NULL, NULL);

  community = dup_community (store, record);
  if (community == NULL)
    return NULL;
  if (g_str_equal (type, "people"))
    return lamp_near_list_members (store, community);
  if (lamp_record_type_find_field (lamp_schema_find (type), "community") < 0)
    return NULL;

  return list_named (store, type, community, NULL);
}
