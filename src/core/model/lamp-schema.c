/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-types.h"

LAMP_FOR_EACH_TYPE (LAMP_DECLARE_TYPE)

#define ADDRESS(ident) &lamp_type_##ident,
static const LampRecordType * const types[] = { LAMP_FOR_EACH_TYPE (ADDRESS) NULL };

/**
 * lamp_schema_get_types:
 * @n_types: (out) (optional): how many there are
 *
 * Gets every record type, in the order of the exchange format.
 *
 * Returns: (transfer none) (array zero-terminated=1): the types, ended by %NULL
 */
const LampRecordType * const *
lamp_schema_get_types (guint *n_types)
{
  if (n_types != NULL)
    *n_types = G_N_ELEMENTS (types) - 1;

  return types;
}

static GHashTable *
types_by_name (void)
{
  static GHashTable *table;

  if (g_once_init_enter_pointer (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; types[i] != NULL; i++)
        g_hash_table_insert (made, (gpointer) types[i]->name, GUINT_TO_POINTER (i + 1));
      g_once_init_leave_pointer (&table, made);
    }

  return table;
}

/**
 * lamp_schema_find:
 * @name: (nullable): the name of a record type, such as "goals"
 *
 * Returns: (transfer none) (nullable): the type, or %NULL if there is none of that name
 */
const LampRecordType *
lamp_schema_find (const char *name)
{
  guint index = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (types_by_name (), name)) : 0;

  return index > 0 ? types[index - 1] : NULL;
}

/**
 * lamp_schema_get_index:
 * @type: a record type
 *
 * Returns: its place in the order of the exchange format, from 0
 */
guint
lamp_schema_get_index (const LampRecordType *type)
{
  g_return_val_if_fail (type != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (types_by_name (), type->name)) - 1;
}

/**
 * lamp_record_type_find_field:
 * @self: a record type
 * @name: the name of a field
 *
 * Returns: the field's index, or -1 if the type has no such field
 */
int
lamp_record_type_find_field (const LampRecordType *self,
                             const char           *name)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].name == name || strcmp (self->fields[i].name, name) == 0)
      return (int) i;

  return -1;
}

/**
 * lamp_record_type_get_singular:
 * @self: a record type
 *
 * Returns: (transfer none): what one such record is called, translated, such as "goal"
 */
const char *
lamp_record_type_get_singular (const LampRecordType *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "type", self->singular);
}

/**
 * lamp_record_type_get_plural:
 * @self: a record type
 *
 * Returns: (transfer none): the heading over such records, translated, such as "Goals"
 */
const char *
lamp_record_type_get_plural (const LampRecordType *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "type", self->plural);
}

/**
 * lamp_field_get_label:
 * @self: a field
 *
 * Returns: (transfer none): what a person reads, translated
 */
const char *
lamp_field_get_label (const LampField *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", self->label);
}

/**
 * lamp_field_get_choice_label:
 * @self: an enum or flags field
 * @nick: (nullable): one of its words
 *
 * Returns: (transfer none): what a person reads for it, translated; @nick itself if it is not among the choices, and
 *   "" for %NULL
 */
const char *
lamp_field_get_choice_label (const LampField *self,
                             const char      *nick)
{
  if (nick == NULL)
    return "";
  for (const LampChoice *choice = self->choices; choice != NULL && choice->nick != NULL; choice++)
    if (strcmp (choice->nick, nick) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choice->label);

  return nick;
}

/**
 * lamp_field_has_choice:
 * @self: an enum or flags field
 * @nick: a word
 * @length: its length in bytes, -1 if it ends with a zero
 *
 * Returns: whether the word is among the field's choices
 */
gboolean
lamp_field_has_choice (const LampField *self,
                       const char      *nick,
                       gssize           length)
{
  gsize n = length < 0 ? strlen (nick) : (gsize) length;

  for (const LampChoice *choice = self->choices; choice != NULL && choice->nick != NULL; choice++)
    if (strlen (choice->nick) == n && memcmp (choice->nick, nick, n) == 0)
      return TRUE;

  return FALSE;
}
