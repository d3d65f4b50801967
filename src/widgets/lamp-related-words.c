/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-related-list.h"

/* What stands in a list of related records for each of them. */

static LampRecord *
find_named (LampStore       *store,
            LampRecord      *record,
            const LampField *field)
{
  const char *id = lamp_record_get_text (record, field->name);

  return id != NULL ? lamp_store_find (store, field->target, id) : NULL;
}

/* A number of a record whose other knows the unit, such as a measurement of a goal. */
static char *
dup_number (const LampRelated *self,
            LampStore         *store,
            LampRecord        *record,
            const char        *field)
{
  g_autofree char *number = lamp_record_dup_display (record, field);
  g_autoptr (LampRecord) of = NULL;
  const char *unit = NULL;

  if (lamp_record_type_find_field (lamp_schema_find (self->of), "unit") < 0)
    return g_steal_pointer (&number);
  of = lamp_store_find (store, self->of, lamp_record_get_text (record, self->field));
  unit = of != NULL ? lamp_record_get_text (of, "unit") : NULL;

  /* Translators: a number and its unit: 58 %, 12 minutes */
  return unit != NULL && *unit != '\0' ? g_strdup_printf (C_ ("measurement", "%s %s"), number, unit)
                                       : g_steal_pointer (&number);
}

/* A long text stands for itself by its first line. */
static char *
dup_value (const LampRelated *self,
           LampStore         *store,
           LampRecord        *record,
           const char        *name)
{
  const LampRecordType *type = lamp_record_get_record_type (record);
  const LampField *field = &type->fields[lamp_record_type_find_field (type, name)];
  g_autoptr (LampRecord) named = NULL;
  char *text;

  if (!lamp_record_has (record, name))
    return g_strdup ("");
  if (field->type == LAMP_FIELD_REAL)
    return dup_number (self, store, record, name);
  if (field->type == LAMP_FIELD_REF)
    {
      named = find_named (store, record, field);
      return g_strdup (named != NULL ? lamp_record_get_title (named) : "");
    }
  text = lamp_record_dup_display (record, name);
  text[strcspn (text, "\n")] = '\0';

  return text;
}

/**
 * lamp_related_dup_name:
 * @self: a list
 * @store: the file
 * @record: a record of the list
 *
 * Returns: (transfer full): what stands for the record, plain text
 */
char *
lamp_related_dup_name (const LampRelated *self,
                       LampStore         *store,
                       LampRecord        *record)
{
  g_autofree char *name = dup_value (self, store, record, self->name);

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (C_ ("reference", "—"));
}

/**
 * lamp_related_dup_details:
 * @self: a list
 * @store: the file
 * @record: a record of the list
 *
 * Returns: (transfer full): what is told beside its name, plain text, empty when there is nothing
 */
char *
lamp_related_dup_details (const LampRelated *self,
                          LampStore         *store,
                          LampRecord        *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < LAMP_RELATED_DETAILS && self->details[i] != NULL; i++)
    {
      g_autofree char *value = dup_value (self, store, record, self->details[i]);

      if (*value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
