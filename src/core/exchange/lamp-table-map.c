/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT "lamplighter-map"

static void
cell_free (gpointer data)
{
  LampTableCell *self = data;

  g_free (self->from);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self);
}

static void
record_free (gpointer data)
{
  LampTableRecord *self = data;

  g_free (self->when);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * lamp_table_map_new:
 *
 * Returns: (transfer full): a map that makes nothing yet
 */
LampTableMap *
lamp_table_map_new (void)
{
  LampTableMap *self = g_new0 (LampTableMap, 1);

  self->dates = LAMP_DATES_ISO;
  self->records = g_ptr_array_new_with_free_func (record_free);

  return self;
}

/**
 * lamp_table_map_free:
 * @self: a map
 *
 * Frees a map.
 */
void
lamp_table_map_free (LampTableMap *self)
{
  g_ptr_array_unref (self->records);
  g_free (self);
}

/**
 * lamp_table_map_add:
 * @self: a map
 * @type: what each row becomes besides
 *
 * Returns: (transfer none): what is added, with no field filled
 */
LampTableRecord *
lamp_table_map_add (LampTableMap         *self,
                    const LampRecordType *type)
{
  LampTableRecord *record = g_new0 (LampTableRecord, 1);

  record->type = type;
  record->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (self->records, record);

  return record;
}

static LampTableCell *
find_cell (LampTableRecord *self,
           const char      *field)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      LampTableCell *cell = self->cells->pdata[i];

      if (g_strcmp0 (cell->field->name, field) == 0)
        return cell;
    }

  return NULL;
}

/**
 * lamp_table_record_find:
 * @self: what a row becomes
 * @field: a field's name
 *
 * Returns: (transfer none) (nullable): how the field is filled, until the record's fields are set anew
 */
const LampTableCell *
lamp_table_record_find (LampTableRecord *self,
                        const char      *field)
{
  return find_cell (self, field);
}

/**
 * lamp_table_record_get:
 * @self: what a row becomes
 * @field: a field's name
 *
 * Returns: (transfer none) (nullable): what fills the field
 */
const char *
lamp_table_record_get (LampTableRecord *self,
                       const char      *field)
{
  LampTableCell *cell = find_cell (self, field);

  return cell != NULL ? cell->from : NULL;
}

static LampTableCell *
ensure_cell (LampTableRecord *self,
             const char      *field)
{
  LampTableCell *cell = find_cell (self, field);
  int index = lamp_record_type_find_field (self->type, field);

  g_return_val_if_fail (index >= 0, NULL);

  if (cell != NULL)
    return cell;
  cell = g_new0 (LampTableCell, 1);
  cell->field = &self->type->fields[index];
  g_ptr_array_add (self->cells, cell);

  return cell;
}

/**
 * lamp_table_record_set:
 * @self: what a row becomes
 * @field: a field's name
 * @from: (nullable): what fills it; %NULL or "" for nothing
 *
 * Says what fills a field.
 */
void
lamp_table_record_set (LampTableRecord *self,
                       const char      *field,
                       const char      *from)
{
  if (from != NULL && *from != '\0')
    g_set_str (&ensure_cell (self, field)->from, from);
  else if (find_cell (self, field) != NULL)
    g_ptr_array_remove (self->cells, find_cell (self, field));
}

/**
 * lamp_table_record_set_word:
 * @self: what a row becomes
 * @field: a field that is filled
 * @word: what the table says
 * @meaning: (nullable): what the field says then; "" for nothing; %NULL to forget the word
 *
 * Translates what the table says; case does not count.
 */
void
lamp_table_record_set_word (LampTableRecord *self,
                            const char      *field,
                            const char      *word,
                            const char      *meaning)
{
  LampTableCell *cell = find_cell (self, field);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  g_return_if_fail (cell != NULL);

  if (cell->words == NULL)
    cell->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (meaning != NULL)
    g_hash_table_insert (cell->words, g_steal_pointer (&folded), g_strdup (meaning));
  else
    g_hash_table_remove (cell->words, folded);
  if (g_hash_table_size (cell->words) == 0)
    g_clear_pointer (&cell->words, g_hash_table_unref);
}

/**
 * lamp_table_record_set_keep_first:
 * @self: what a row becomes
 * @field: a field that is filled
 * @keep_first: whether the first of several rows that says something counts
 *
 * Says which of several rows about one record counts; the last does, unless told so.
 */
void
lamp_table_record_set_keep_first (LampTableRecord *self,
                                  const char      *field,
                                  gboolean         keep_first)
{
  LampTableCell *cell = find_cell (self, field);

  g_return_if_fail (cell != NULL);

  cell->keep_first = keep_first;
}

static gboolean
refuse (GError     **error,
        const char  *format,
        const char  *word)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT, format, word);
#pragma GCC diagnostic pop

  return FALSE;
}

/* A member that is a text, or absent; anything else is refused. */
static gboolean
read_text (JsonObject  *object,
           const char  *name,
           const char **text,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *text = NULL;
  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (error, _ ("“%s” should be a text."), name);
  *text = json_node_get_string (node);

  return TRUE;
}

static gboolean
read_words (LampTableCell  *cell,
            JsonObject     *words,
            GError        **error)
{
  g_autoptr (GList) names = json_object_get_members (words);

  cell->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *text;

      if (!read_text (words, l->data, &text, error))
        return FALSE;
      g_hash_table_insert (cell->words, g_utf8_casefold (l->data, -1), g_strdup (text));
    }

  return TRUE;
}

static gboolean
read_cell (LampTableRecord  *record,
           const char       *field,
           JsonNode         *node,
           GError          **error)
{
  LampTableCell *cell;
  const char *text = NULL, *take = NULL;
  JsonObject *object;

  if (lamp_record_type_find_field (record->type, field) < 0)
    return refuse (error, _ ("There is no field “%s”."), field);
  cell = ensure_cell (record, field);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_set_str (&cell->from, json_node_get_string (node));
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, _ ("“%s” should be a text."), field);
  object = json_node_get_object (node);
  if (!read_text (object, "from", &text, error) || !read_text (object, "take", &take, error))
    return FALSE;
  if (text == NULL || (take != NULL && strcmp (take, "first") != 0 && strcmp (take, "last") != 0))
    return refuse (error, _ ("What fills “%s” is not understood."), field);
  g_set_str (&cell->from, text);
  cell->keep_first = g_strcmp0 (take, "first") == 0;
  if (!json_object_has_member (object, "words"))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "words")))
    return refuse (error, _ ("“%s” should be an object."), "words");

  return read_words (cell, json_object_get_object_member (object, "words"), error);
}

static gboolean
read_flag (JsonObject  *object,
           const char  *name,
           gboolean    *flag,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, _ ("“%s” should be true or false."), name);
  *flag = node != NULL && json_node_get_boolean (node);

  return TRUE;
}

static gboolean
read_record (LampTableMap  *self,
             JsonNode      *node,
             GError       **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *type = NULL, *when = NULL;
  LampTableRecord *record;
  g_autoptr (GList) names = NULL;
  JsonNode *fields;

  if (object == NULL)
    return refuse (error, _ ("“%s” should hold objects."), "records");
  if (!read_text (object, "type", &type, error) || !read_text (object, "when", &when, error))
    return FALSE;
  if (lamp_schema_find (type) == NULL)
    return refuse (error, _ ("There is no record type “%s”."), type != NULL ? type : "");
  fields = json_object_get_member (object, "fields");
  if (fields == NULL || !JSON_NODE_HOLDS_OBJECT (fields))
    return refuse (error, _ ("“%s” should be an object."), "fields");
  record = lamp_table_map_add (self, lamp_schema_find (type));
  record->when = g_strdup (when);
  if (!read_flag (object, "only_existing", &record->only_existing, error)
      || !read_flag (object, "several", &record->several, error))
    return FALSE;
  names = json_object_get_members (json_node_get_object (fields));
  for (GList *l = names; l != NULL; l = l->next)
    if (!read_cell (record, l->data, json_object_get_member (json_node_get_object (fields), l->data), error))
      return FALSE;

  return TRUE;
}

static const char *const date_orders[] = {
  [LAMP_DATES_ISO] = "iso",
  [LAMP_DATES_MONTH_FIRST] = "month-first",
  [LAMP_DATES_DAY_FIRST] = "day-first",
};

static gboolean
read_dates (LampTableMap  *self,
            JsonObject    *object,
            GError       **error)
{
  const char *word = NULL;

  if (!read_text (object, "dates", &word, error))
    return FALSE;
  for (guint i = LAMP_DATES_ISO; word != NULL && i < G_N_ELEMENTS (date_orders); i++)
    if (strcmp (word, date_orders[i]) == 0)
      {
        self->dates = (LampDateOrder) i;
        return TRUE;
      }

  return word == NULL || refuse (error, _ ("“%s” is no way to write dates: iso, month-first or day-first."), word);
}

static gboolean
read_map (LampTableMap  *self,
          JsonNode      *root,
          GError       **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *records;
  JsonArray *array;
  const char *format = NULL;

  if (object == NULL || !read_text (object, "format", &format, NULL) || g_strcmp0 (format, FORMAT) != 0)
    return refuse (error, _ ("This is no map of a table: its “format” should be “%s”."), FORMAT);
  records = json_object_get_member (object, "records");
  if (records == NULL || !JSON_NODE_HOLDS_ARRAY (records) || json_array_get_length (json_node_get_array (records)) == 0)
    return refuse (error, _ ("“%s” should be an array of what each row becomes."), "records");
  if (!read_dates (self, object, error))
    return FALSE;
  array = json_node_get_array (records);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_record (self, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

/**
 * lamp_table_map_parse:
 * @json: a map as [func@table_map_to_json] writes it, or a person by hand
 * @length: its length in bytes, or -1 when it ends in a NUL
 * @error: where to put an error of [error@Error]
 *
 * Reads a map:
 * ```json
 * { "format": "lamplighter-map",
 *   "records": [ { "type": "goals",
 *                  "fields": { "id": "{ActionID}", "title": "{ActionName}", "level": "team",
 *                              "status": { "from": "{Status}", "words": { "Complete": "met" } } } } ] }
 * ```
 *
 * Returns: (transfer full) (nullable): the map; %NULL with %LAMP_ERROR_JSON or %LAMP_ERROR_FORMAT
 */
LampTableMap *
lamp_table_map_parse (const char  *json,
                      gssize       length,
                      GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (LampTableMap) self = lamp_table_map_new ();
  g_autoptr (GError) local = NULL;

  if (!json_parser_load_from_data (parser, json, length, &local))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_JSON, _ ("The map is not JSON: %s"), local->message);
      return NULL;
    }
  if (!read_map (self, json_parser_get_root (parser), error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
write_cell (JsonBuilder   *builder,
            LampTableCell *cell)
{
  GHashTableIter iter;
  gpointer word, meaning;

  json_builder_set_member_name (builder, cell->field->name);
  if (cell->words == NULL && !cell->keep_first)
    {
      json_builder_add_string_value (builder, cell->from);
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "from");
  json_builder_add_string_value (builder, cell->from);
  if (cell->keep_first)
    json_builder_add_string_value (json_builder_set_member_name (builder, "take"), "first");
  if (cell->words != NULL)
    {
      json_builder_begin_object (json_builder_set_member_name (builder, "words"));
      g_hash_table_iter_init (&iter, cell->words);
      while (g_hash_table_iter_next (&iter, &word, &meaning))
        json_builder_add_string_value (json_builder_set_member_name (builder, word), meaning);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
write_record (JsonBuilder     *builder,
              LampTableRecord *record)
{
  json_builder_begin_object (builder);
  json_builder_add_string_value (json_builder_set_member_name (builder, "type"), record->type->name);
  if (record->only_existing)
    json_builder_add_boolean_value (json_builder_set_member_name (builder, "only_existing"), TRUE);
  if (record->several)
    json_builder_add_boolean_value (json_builder_set_member_name (builder, "several"), TRUE);
  if (record->when != NULL)
    json_builder_add_string_value (json_builder_set_member_name (builder, "when"), record->when);
  json_builder_begin_object (json_builder_set_member_name (builder, "fields"));
  for (guint i = 0; i < record->cells->len; i++)
    write_cell (builder, record->cells->pdata[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * lamp_table_map_to_json:
 * @self: a map
 *
 * Returns: (transfer full): the map as [func@table_map_parse] reads it
 */
char *
lamp_table_map_to_json (LampTableMap *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_add_string_value (json_builder_set_member_name (builder, "format"), FORMAT);
  json_builder_add_int_value (json_builder_set_member_name (builder, "version"), 1);
  if (self->dates != LAMP_DATES_ISO)
    json_builder_add_string_value (json_builder_set_member_name (builder, "dates"), date_orders[self->dates]);
  json_builder_begin_array (json_builder_set_member_name (builder, "records"));
  for (guint i = 0; i < self->records->len; i++)
    write_record (builder, self->records->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
