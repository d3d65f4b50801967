/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-shelf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-protocol.h"
#include "lamp-protocol-edits.h"

struct _LampProtocolFamily
{
  GObject parent_instance;

  LampSnapshot *snapshot;
  gboolean own;
  GPtrArray *variants;  /* (element-type LampRow): rows of the snapshot */
  char *words;          /* what it is found by, case folded */
};

G_DEFINE_FINAL_TYPE (LampProtocolFamily, lamp_protocol_family, G_TYPE_OBJECT)

static void
lamp_protocol_family_finalize (GObject *object)
{
  LampProtocolFamily *self = LAMP_PROTOCOL_FAMILY (object);

  g_ptr_array_unref (self->variants);
  g_clear_object (&self->snapshot);
  g_free (self->words);

  G_OBJECT_CLASS (lamp_protocol_family_parent_class)->finalize (object);
}

static void
lamp_protocol_family_class_init (LampProtocolFamilyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_protocol_family_finalize;
}

static void
lamp_protocol_family_init (LampProtocolFamily *self)
{
  self->variants = g_ptr_array_new ();
}

/**
 * lamp_protocol_family_get_title:
 * @self: a family
 *
 * Returns: (transfer none): what its variants are called
 */
const char *
lamp_protocol_family_get_title (LampProtocolFamily *self)
{
  return lamp_row_get_title (self->variants->pdata[0]);
}

/**
 * lamp_protocol_family_is_own:
 * @self: a family
 *
 * Returns: whether it is the school's own and may be changed
 */
gboolean
lamp_protocol_family_is_own (LampProtocolFamily *self)
{
  return self->own;
}

/**
 * lamp_protocol_family_get_snapshot:
 * @self: a family
 *
 * Returns: (transfer none): where its variants and their steps are
 */
LampSnapshot *
lamp_protocol_family_get_snapshot (LampProtocolFamily *self)
{
  return self->snapshot;
}

/**
 * lamp_protocol_family_get_n_variants:
 * @self: a family
 *
 * Returns: how many variants it has, one at least
 */
guint
lamp_protocol_family_get_n_variants (LampProtocolFamily *self)
{
  return self->variants->len;
}

/**
 * lamp_protocol_family_get_variant:
 * @self: a family
 * @index: which of its variants
 *
 * Returns: (transfer none): the protocol
 */
const LampRow *
lamp_protocol_family_get_variant (LampProtocolFamily *self,
                                  guint               index)
{
  g_return_val_if_fail (index < self->variants->len, NULL);

  return self->variants->pdata[index];
}

static int
get_minutes (LampProtocolFamily *self,
             guint               index)
{
  return lamp_protocol_get_minutes (self->snapshot, lamp_row_get_id (self->variants->pdata[index]));
}

/**
 * lamp_protocol_family_dup_summary:
 * @self: a family
 *
 * Returns: (transfer full): how long it takes, such as "60 min" or "19 to 60 min, 4 variants"
 */
char *
lamp_protocol_family_dup_summary (LampProtocolFamily *self)
{
  guint n = self->variants->len;

  if (n == 1)
    return g_strdup_printf (_("%d min"), get_minutes (self, 0));

  // Translators: how long the variants of a protocol take and how many there are
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d to %2$d min, %3$u variant",
                                       "%1$d to %2$d min, %3$u variants", n),
                          get_minutes (self, 0), get_minutes (self, n - 1), n);
}

/**
 * lamp_protocol_family_dup_variant_name:
 * @self: a family
 * @index: which of its variants
 *
 * Returns: (transfer full): what the variant is called
 */
char *
lamp_protocol_family_dup_variant_name (LampProtocolFamily *self,
                                       guint               index)
{
  const char *variant = lamp_row_get_text (self->variants->pdata[index], "variant");

  if (variant != NULL && *variant != '\0')
    return g_strdup (variant);

  return g_strdup_printf (_("%d min"), get_minutes (self, index));
}

/**
 * lamp_protocol_family_matches:
 * @self: a family
 * @words: case folded words that a person looks for
 *
 * Returns: whether its titles, purposes and variants have all of them
 */
gboolean
lamp_protocol_family_matches (LampProtocolFamily *self,
                              const char         *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (self->words, parts[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * lamp_protocol_family_find:
 * @self: a family
 * @protocol: (nullable): the identifier of a protocol
 *
 * Returns: which of its variants that is, or %G_MAXUINT
 */
guint
lamp_protocol_family_find (LampProtocolFamily *self,
                           const char         *protocol)
{
  for (guint i = 0; i < self->variants->len; i++)
    if (g_strcmp0 (lamp_row_get_id (self->variants->pdata[i]), protocol) == 0)
      return i;

  return G_MAXUINT;
}

typedef struct
{
  LampSnapshot *snapshot;
  GHashTable *minutes;  /* of each protocol, by identifier: summed up once */
} Sums;

static int
compare_variants (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  Sums *sums = data;
  int one = GPOINTER_TO_INT (g_hash_table_lookup (sums->minutes, lamp_row_get_id (*(LampRow **) a)));
  int two = GPOINTER_TO_INT (g_hash_table_lookup (sums->minutes, lamp_row_get_id (*(LampRow **) b)));

  return (one > two) - (one < two);
}

static void
finish (LampProtocolFamily *self)
{
  Sums sums = { self->snapshot, g_hash_table_new (g_str_hash, g_str_equal) };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->variants->len; i++)
    {
      const LampRow *row = self->variants->pdata[i];
      const char *purpose = lamp_row_get_text (row, "purpose");
      const char *variant = lamp_row_get_text (row, "variant");

      g_hash_table_insert (sums.minutes, (gpointer) lamp_row_get_id (row), GINT_TO_POINTER (get_minutes (self, i)));
      g_string_append_printf (words, "%s %s %s\n", lamp_row_get_title (row), variant != NULL ? variant : "",
                              purpose != NULL && i == 0 ? purpose : "");
    }
  g_ptr_array_sort_with_data (self->variants, compare_variants, &sums);
  g_hash_table_unref (sums.minutes);
  self->words = g_utf8_casefold (words->str, -1);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (lamp_protocol_family_get_title (*(LampProtocolFamily **) a),
                         lamp_protocol_family_get_title (*(LampProtocolFamily **) b));
}

static void
add_families (GListStore   *shelf,
              LampSnapshot *snapshot,
              gboolean      own)
{
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *protocols = lamp_snapshot_get (snapshot, "protocols");

  for (guint i = 0; i < protocols->len; i++)
    {
      const char *title = lamp_row_get_title (protocols->pdata[i]);
      LampProtocolFamily *family = g_hash_table_lookup (by_title, title);

      if (family == NULL)
        {
          family = g_object_new (LAMP_TYPE_PROTOCOL_FAMILY, NULL);
          family->snapshot = g_object_ref (snapshot);
          family->own = own;
          g_hash_table_insert (by_title, (gpointer) title, family);
          g_ptr_array_add (families, family);
        }
      g_ptr_array_add (family->variants, protocols->pdata[i]);
    }
  for (guint i = 0; i < families->len; i++)
    finish (families->pdata[i]);
  g_ptr_array_sort (families, compare_titles);
  g_list_store_splice (shelf, g_list_model_get_n_items (G_LIST_MODEL (shelf)), 0, families->pdata, families->len);
}

/**
 * lamp_protocol_shelf_new:
 * @store: a school's file
 * @bundled: (nullable): the protocols that come with the program
 *
 * Returns: (transfer full): all families as they stand now: a school's own first
 */
GListStore *
lamp_protocol_shelf_new (LampStore    *store,
                         LampSnapshot *bundled)
{
  GListStore *shelf = g_list_store_new (LAMP_TYPE_PROTOCOL_FAMILY);
  g_autoptr (LampSnapshot) own = lamp_protocols_snapshot (store);

  add_families (shelf, own, TRUE);
  if (bundled != NULL)
    add_families (shelf, bundled, FALSE);

  return shelf;
}
