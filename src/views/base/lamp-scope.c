/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-scope.h"

struct _LampScope
{
  GHashTable *communities; /* of identifiers */
  GHashTable *people;      /* likewise */
};

/* A community is in scope when the chosen one is met on the way up from it. */
static gboolean
is_part_of (GHashTable *parents,
            const char *id,
            const char *whole)
{
  /* A file made elsewhere may hold a chain that comes back: no chain is longer than there are communities. */
  for (guint steps = 0; id != NULL && steps <= g_hash_table_size (parents); steps++)
    {
      if (g_str_equal (id, whole))
        return TRUE;
      id = g_hash_table_lookup (parents, id);
    }

  return FALSE;
}

static GHashTable *
collect_communities (GListModel *communities,
                     const char *whole)
{
  g_autoptr (GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) scope = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  const char *id;

  for (guint i = 0; i < g_list_model_get_n_items (communities); i++)
    {
      g_autoptr (LampRecord) community = g_list_model_get_item (communities, i);

      g_hash_table_insert (parents, g_strdup (lamp_record_get_id (community)),
                           g_strdup (lamp_record_get_text (community, "parent")));
    }
  g_hash_table_iter_init (&iter, parents);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (is_part_of (parents, id, whole))
      g_hash_table_add (scope, g_strdup (id));

  return g_steal_pointer (&scope);
}

static GHashTable *
collect_people (GListModel *memberships,
                GHashTable *scope)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (LampRecord) membership = g_list_model_get_item (memberships, i);
      const char *community = lamp_record_get_text (membership, "community");
      const char *person = lamp_record_get_text (membership, "person");

      if (community != NULL && person != NULL && g_hash_table_contains (scope, community))
        g_hash_table_add (people, g_strdup (person));
    }

  return g_steal_pointer (&people);
}

/**
 * lamp_scope_new:
 * @communities: all communities
 * @memberships: all memberships
 * @whole: the identifier of a community
 *
 * Returns: (transfer full): what belongs to it
 */
LampScope *
lamp_scope_new (GListModel *communities,
                GListModel *memberships,
                const char *whole)
{
  LampScope *self = g_new0 (LampScope, 1);

  self->communities = collect_communities (communities, whole);
  self->people = collect_people (memberships, self->communities);

  return self;
}

/**
 * lamp_scope_free:
 * @self: (nullable): a scope
 *
 * Frees it.
 */
void
lamp_scope_free (LampScope *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->communities);
  g_hash_table_unref (self->people);
  g_free (self);
}

/**
 * lamp_scope_has_community:
 * @self: a scope
 * @id: (nullable): the identifier of a community
 *
 * Returns: whether it is the whole or part of it
 */
gboolean
lamp_scope_has_community (LampScope  *self,
                          const char *id)
{
  return id != NULL && g_hash_table_contains (self->communities, id);
}

/**
 * lamp_scope_has_person:
 * @self: a scope
 * @id: (nullable): the identifier of a person
 *
 * Returns: whether they are a member of the whole or a part
 */
gboolean
lamp_scope_has_person (LampScope  *self,
                       const char *id)
{
  return id != NULL && g_hash_table_contains (self->people, id);
}
