/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-shell-search.h"

#include <glib/gi18n-lib.h>

/* So many are looked at, and so many offered: the shell shows the first few. */
#define N_LOOKED_AT 400
#define N_OFFERED 20

static const struct
{
  const char *type;
  const char *icon;
} shown[] = {
  { "people", "avatar-default-symbolic" },
  { "goals", "starred-symbolic" },
  { "meetings", "x-office-calendar-symbolic" },
};

static const char *
find_icon (LampRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (lamp_record_is (record, shown[i].type))
      return shown[i].icon;

  return NULL;
}

/**
 * lamp_shell_search_may_show:
 * @record: a record
 *
 * Judges what may stand on a screen that others may be looking at: people, goals and meetings, but no goal that is
 * private, nor one of an individual, which is its owner's own business (practice S28). Journals and visits never do.
 *
 * Returns: whether it may be found from outside the window
 */
gboolean
lamp_shell_search_may_show (LampRecord *record)
{
  g_return_val_if_fail (LAMP_IS_RECORD (record), FALSE);

  if (lamp_record_is (record, "goals"))
    return !lamp_record_get_boolean (record, "private")
           && g_strcmp0 (lamp_record_get_text (record, "level"), "individual") != 0;

  return find_icon (record) != NULL;
}

/* Whether all words are in the record's name: what was found by the words of a note would give the note away. */
static gboolean
is_named (LampRecord         *record,
          const char * const *terms)
{
  for (gsize i = 0; terms[i] != NULL; i++)
    if (!g_str_match_string (terms[i], lamp_record_get_title (record), TRUE))
      return FALSE;

  return TRUE;
}

/**
 * lamp_shell_search_find:
 * @store: the person's file
 * @terms: (array zero-terminated=1): the words, each perhaps the beginning of one
 *
 * Finds people, goals and meetings by their names.
 *
 * Returns: (transfer full): their identifiers, the best first
 */
GStrv
lamp_shell_search_find (LampStore          *store,
                        const char * const *terms)
{
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n = 0;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  words = g_strjoinv (" ", (char **) terms);
  hits = lamp_store_search (store, words, N_LOOKED_AT, NULL);
  for (guint i = 0; hits != NULL && i < hits->len && n < N_OFFERED; i++)
    {
      const LampHit *hit = hits->pdata[i];
      g_autoptr (LampRecord) record = lamp_store_find (store, hit->type->name, hit->id);

      if (record == NULL || !lamp_shell_search_may_show (record) || !is_named (record, terms))
        continue;
      g_strv_builder_add (ids, hit->id);
      n++;
    }

  return g_strv_builder_end (ids);
}

static char *
dup_person_words (LampRecord *record)
{
  int size = (int) lamp_record_get_integer (record, "group_size");

  if (size > 1)
    // Translators: a group of people, such as the children of a grade
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Group of %d", "Group of %d", (gulong) size), size);
  if (lamp_record_has (record, "job_title"))
    return g_strdup (lamp_record_get_text (record, "job_title"));

  return lamp_record_dup_display (record, "sector");
}

/**
 * lamp_shell_search_dup_description:
 * @record: a record that may be shown
 *
 * Returns: (transfer full): what stands under its name: what a person does, on which level a goal is, when a meeting is
 */
char *
lamp_shell_search_dup_description (LampRecord *record)
{
  g_return_val_if_fail (LAMP_IS_RECORD (record), NULL);

  if (lamp_record_is (record, "people"))
    return dup_person_words (record);
  if (lamp_record_is (record, "goals"))
    return lamp_record_dup_display (record, "level");

  return lamp_record_dup_display (record, "starts_at");
}

static GVariant *
describe (LampRecord *record)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (find_icon (record));
  g_autofree char *description = lamp_shell_search_dup_description (record);
  GVariantDict meta;

  g_variant_dict_init (&meta, NULL);
  g_variant_dict_insert (&meta, "id", "s", lamp_record_get_id (record));
  g_variant_dict_insert (&meta, "name", "s", lamp_record_get_title (record));
  g_variant_dict_insert_value (&meta, "icon", g_icon_serialize (icon));
  if (description != NULL)
    g_variant_dict_insert (&meta, "description", "s", description);

  return g_variant_dict_end (&meta);
}

/**
 * lamp_shell_search_describe:
 * @store: (nullable): the person's file
 * @ids: (array zero-terminated=1): identifiers
 *
 * Describes records as the shell wants it. Those that have gone or may not be shown are left out.
 *
 * Returns: (transfer floating): a variant of type `aa{sv}`
 */
GVariant *
lamp_shell_search_describe (LampStore          *store,
                            const char * const *ids)
{
  GVariantBuilder metas;

  g_return_val_if_fail (ids != NULL, NULL);

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; store != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (LampRecord) record = lamp_store_find_any (store, ids[i]);

      if (record != NULL && lamp_shell_search_may_show (record))
        g_variant_builder_add_value (&metas, describe (record));
    }

  return g_variant_builder_end (&metas);
}
