/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the pages that make a map share: what can be filled, in words, and the rows to choose it in. */

/* So much of a cell is shown beside its column. */
#define SAMPLE_LENGTH 30

/* The types that tables are kept of most, first. */
static const char *const usual[] = { "goals",       "measurements", "goal_links",  "strategies", "policies",
                                     "supports",    "people",       "communities", "memberships", NULL };

/**
 * lamp_table_list_types:
 *
 * Returns: (transfer full) (element-type LampRecordType): what rows may become, the most usual first
 */
GPtrArray *
lamp_table_list_types (void)
{
  GPtrArray *types = g_ptr_array_new ();

  for (guint i = 0; usual[i] != NULL; i++)
    if (lamp_schema_find (usual[i]) != NULL)
      g_ptr_array_add (types, (gpointer) lamp_schema_find (usual[i]));
  for (const LampRecordType *const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    if (!g_strv_contains (usual, (*type)->name))
      g_ptr_array_add (types, (gpointer) *type);

  return types;
}

/**
 * lamp_table_list_fields:
 * @type: what a row becomes
 *
 * Returns: (transfer full) (element-type LampField): the fields that one text can fill
 */
GPtrArray *
lamp_table_list_fields (const LampRecordType *type)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < type->n_fields; i++)
    {
      LampFieldType kind = type->fields[i].type;

      if (kind != LAMP_FIELD_INSTANT && kind != LAMP_FIELD_EXTRA && kind != LAMP_FIELD_COUNTS)
        g_ptr_array_add (fields, (gpointer) &type->fields[i]);
    }

  return fields;
}

/**
 * lamp_table_name_fields:
 * @fields: (element-type LampField): fields
 * @first: what stands before them
 *
 * Returns: (transfer full): the fields as a person reads them
 */
GListModel *
lamp_table_name_fields (GPtrArray  *fields,
                        const char *first)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, first);
  for (guint i = 0; i < fields->len; i++)
    gtk_string_list_append (names, lamp_field_get_label (fields->pdata[i]));

  return G_LIST_MODEL (names);
}

/**
 * lamp_table_name_choices:
 * @field: a field with choices
 * @first: what stands before them
 * @second: (nullable): what stands between
 *
 * Returns: (transfer full): its choices as a person reads them
 */
GListModel *
lamp_table_name_choices (const LampField *field,
                         const char      *first,
                         const char      *second)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, first);
  if (second != NULL)
    gtk_string_list_append (names, second);
  for (const LampChoice *choice = field->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (names, lamp_field_get_choice_label (field, choice->nick));

  return G_LIST_MODEL (names);
}

/**
 * lamp_table_combo_new:
 * @title: what is chosen
 * @subtitle: (nullable): what helps to choose
 * @names: the choices
 *
 * Returns: (transfer floating): a row to choose in
 */
GtkWidget *
lamp_table_combo_new (const char *title,
                      const char *subtitle,
                      GListModel *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), names);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), g_list_model_get_n_items (names) > 10);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);

  return row;
}

/**
 * lamp_table_row_new:
 * @title: what it is about
 * @subtitle: (nullable): what there is to say
 *
 * Returns: (transfer floating): a row to read
 */
GtkWidget *
lamp_table_row_new (const char *title,
                    const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= SAMPLE_LENGTH)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, SAMPLE_LENGTH);

  return g_strconcat (start, "…", NULL);
}

/**
 * lamp_table_dup_sample:
 * @csv: a table
 * @column: one of its columns
 *
 * Returns: (transfer full): what its first rows say there, in a line
 */
char *
lamp_table_dup_sample (LampCsv *csv,
                       guint    column)
{
  g_auto (GStrv) sample = lamp_csv_sample (csv, column, 3);

  if (sample[0] == NULL)
    return g_strdup (_("Nothing in any row"));
  for (guint i = 0; sample[i] != NULL; i++)
    {
      char *text = sample[i];

      sample[i] = shorten (text);
      g_free (text);
    }

  return g_strjoinv (" · ", sample);
}
