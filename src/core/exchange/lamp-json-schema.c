/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-id.h"
#include "lamp-json-text.h"

/* The JSON Schema of the exchange format, written from the declaration of the types. What a schema cannot say (that
 * references lead somewhere, that parents do not go round, rules between fields) the import checks. */

#define ID_PATTERN "^[A-Za-z0-9._:-]+$"
#define DATE_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define TIME_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"

static void
add_choices (GString          *out,
             const LampChoice *choices)
{
  g_string_append (out, "\"enum\":[");
  for (guint i = 0; choices[i].nick != NULL; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      lamp_json_append_string (out, choices[i].nick, strlen (choices[i].nick));
    }
  g_string_append_c (out, ']');
}

static void
add_text (GString         *out,
          const LampField *field)
{
  gboolean is_long = field->type == LAMP_FIELD_LONG_TEXT;

  g_string_append_printf (out, "\"type\":\"string\",\"maxLength\":%d",
                          is_long ? LAMP_LONG_TEXT_LIMIT : LAMP_TEXT_LIMIT);
  if (field->flags & LAMP_REQUIRED)
    g_string_append (out, ",\"minLength\":1");
  if (!is_long)
    g_string_append (out, ",\"pattern\":\"^[^\\\\n\\\\r]*$\"");
}

static void
add_integer (GString         *out,
             const LampField *field)
{
  g_string_append (out, "\"type\":\"integer\"");
  if (field->minimum != 0 || field->maximum != 0)
    g_string_append_printf (out, ",\"minimum\":%" G_GINT64_FORMAT ",\"maximum\":%" G_GINT64_FORMAT, field->minimum,
                            field->maximum);
}

static void
add_type (GString         *out,
          const LampField *field)
{
  switch (field->type)
    {
    case LAMP_FIELD_ID:
      g_string_append (out, "\"$ref\":\"#/$defs/id\"");
      return;
    case LAMP_FIELD_REF:
      g_string_append_printf (out, "\"$ref\":\"#/$defs/id\",\"$comment\":\"names a record of “%s”\"", field->target);
      return;
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_LONG_TEXT:
      add_text (out, field);
      return;
    case LAMP_FIELD_INT:
      add_integer (out, field);
      return;
    case LAMP_FIELD_REAL:
      g_string_append (out, "\"type\":\"number\"");
      return;
    case LAMP_FIELD_BOOL:
      g_string_append (out, "\"type\":\"boolean\"");
      return;
    case LAMP_FIELD_DATE:
      g_string_append (out, "\"$ref\":\"#/$defs/date\"");
      return;
    case LAMP_FIELD_TIME:
      g_string_append (out, "\"$ref\":\"#/$defs/time\"");
      return;
    case LAMP_FIELD_INSTANT:
      g_string_append (out, "\"$ref\":\"#/$defs/instant\"");
      return;
    case LAMP_FIELD_ENUM:
      add_choices (out, field->choices);
      return;
    case LAMP_FIELD_FLAGS:
      g_string_append (out, "\"type\":\"array\",\"items\":{");
      add_choices (out, field->choices);
      g_string_append_c (out, '}');
      return;
    case LAMP_FIELD_COUNTS:
      g_string_append (out, "\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\",\"minimum\":0}");
      return;
    case LAMP_FIELD_EXTRA:
      g_string_append (out, "\"type\":\"object\"");
      return;
    default:
      g_assert_not_reached ();
    }
}

static void
add_field (GString         *out,
           const LampField *field)
{
  const char *title = lamp_field_get_label (field);

  g_string_append_printf (out, "\"%s\":{\"title\":", field->name);
  lamp_json_append_string (out, title, strlen (title));
  g_string_append_c (out, ',');
  add_type (out, field);
  g_string_append_c (out, '}');
}

/* Times are required of a record in the file, but the import fills them in. */
static gboolean
is_asked_for (const LampRecordType *type,
              guint                 field)
{
  return (type->fields[field].flags & LAMP_REQUIRED) != 0 && field + 3 < type->n_fields;
}

static void
add_record (GString              *out,
            const LampRecordType *type)
{
  const char *title = lamp_record_type_get_singular (type);
  const char *separator = "";

  g_string_append_printf (out, ",\"%s\":{\"title\":", type->name);
  lamp_json_append_string (out, title, strlen (title));
  g_string_append (out, ",\"type\":\"object\",\"properties\":{");
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      add_field (out, &type->fields[i]);
    }
  g_string_append (out, "},\"required\":[");
  for (guint i = 0; i < type->n_fields; i++)
    if (is_asked_for (type, i))
      {
        g_string_append_printf (out, "%s\"%s\"", separator, type->fields[i].name);
        separator = ",";
      }
  /* Members that are not declared are kept: they may be of a later version. */
  g_string_append (out, "],\"additionalProperties\":true}");
}

/**
 * lamp_json_schema_to_text:
 *
 * Writes the JSON Schema (2020-12) of the exchange format.
 *
 * Returns: (transfer full): the schema
 */
char *
lamp_json_schema_to_text (void)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  g_autoptr (GString) compact = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  g_string_append (compact, "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                            "\"title\":\"Lamplighter\",\"type\":\"object\",\"properties\":{"
                            "\"format\":{\"const\":\"lamplighter\"},\"version\":{\"const\":1},"
                            "\"exported_at\":{\"$ref\":\"#/$defs/instant\"}");
  for (guint i = 0; types[i] != NULL; i++)
    g_string_append_printf (compact, ",\"%s\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/%s\"}}", types[i]->name,
                            types[i]->name);
  g_string_append (compact, ",\"deleted\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
                            "\"type\":{\"enum\":[");
  for (guint i = 0; types[i] != NULL; i++)
    g_string_append_printf (compact, "%s\"%s\"", i > 0 ? "," : "", types[i]->name);
  g_string_append (compact, "]},\"id\":{\"$ref\":\"#/$defs/id\"},\"at\":{\"$ref\":\"#/$defs/instant\"}},"
                            "\"required\":[\"type\",\"id\",\"at\"],\"additionalProperties\":false}}},"
                            "\"required\":[\"format\",\"version\"],\"additionalProperties\":false,\"$defs\":{");
  g_string_append_printf (compact, "\"id\":{\"type\":\"string\",\"maxLength\":%d,\"pattern\":\"" ID_PATTERN "\"},"
                                   "\"date\":{\"type\":\"string\",\"format\":\"date\","
                                   "\"pattern\":\"" DATE_PATTERN "\"},"
                                   "\"time\":{\"type\":\"string\",\"pattern\":\"" TIME_PATTERN "\"},"
                                   "\"instant\":{\"type\":\"string\",\"format\":\"date-time\"}", LAMP_ID_MAX);
  for (guint i = 0; types[i] != NULL; i++)
    add_record (compact, types[i]);
  g_string_append (compact, "}}");
  lamp_json_append_pretty (out, compact->str, 0);
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
