/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-settings.h"

#include "config.h"

/* The folder of schemas in the build folder that this program was started from: ../../data beside src/app and
 * tests/ui. */
static GSettingsSchemaSource *
find_built_schemas (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder != NULL ? g_build_filename (folder, "..", "..", "data", NULL) : NULL;

  if (data == NULL)
    return NULL;

  return g_settings_schema_source_new_from_directory (data, g_settings_schema_source_get_default (), TRUE, NULL);
}

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, APPLICATION_ID, TRUE);
  if (schema != NULL)
    return schema;

  built = find_built_schemas ();

  return built != NULL ? g_settings_schema_source_lookup (built, APPLICATION_ID, TRUE) : NULL;
}

/**
 * lamp_settings_new:
 *
 * Gets what the program remembers. A program that was not installed finds the schema in its own build folder.
 *
 * Returns: (transfer full): the settings
 */
GSettings *
lamp_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  if (schema == NULL)
    g_error ("The settings schema %s is not installed.", APPLICATION_ID);

  return g_settings_new_full (schema, NULL, NULL);
}
