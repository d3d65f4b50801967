/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-forest.h"

static int
place_of_parent (LampForest *self,
                 const char *id)
{
  int place;

  if (id == NULL)
    return LAMP_FOREST_NONE;
  place = lamp_forest_place (self, id);

  return place >= 0 ? place : LAMP_FOREST_MISSING;
}

/* Takes away leaf after leaf: what is left in the end goes round in circles. */
static void
put_in_order (LampForest *self)
{
  g_autofree guint *waiting = g_new0 (guint, self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    if (self->parents[i] >= 0)
      waiting[self->parents[i]]++;
  for (guint i = 0; i < self->rows->len; i++)
    if (waiting[i] == 0)
      self->order[self->n_order++] = i;
  for (guint next = 0; next < self->n_order; next++)
    {
      int parent = self->parents[self->order[next]];

      if (parent >= 0 && --waiting[parent] == 0)
        self->order[self->n_order++] = (guint) parent;
    }
}

/**
 * lamp_forest_new:
 * @snapshot: a snapshot, which must outlive the forest
 * @type: the name of a record type
 * @field: the name of the field that refers to a parent of the same type
 *
 * Returns: (transfer full): the type's rows as trees
 */
LampForest *
lamp_forest_new (LampSnapshot *snapshot,
                 const char   *type,
                 const char   *field)
{
  LampForest *self = g_new0 (LampForest, 1);

  self->rows = lamp_snapshot_get (snapshot, type);
  self->parents = g_new (int, self->rows->len);
  self->order = g_new (guint, self->rows->len);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_insert (self->places, (gpointer) lamp_row_get_id (self->rows->pdata[i]), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->rows->len; i++)
    self->parents[i] = place_of_parent (self, lamp_row_get_text (self->rows->pdata[i], field));
  put_in_order (self);

  return self;
}

/**
 * lamp_forest_free:
 * @self: a forest
 *
 * Frees a forest, not its rows.
 */
void
lamp_forest_free (LampForest *self)
{
  g_hash_table_unref (self->places);
  g_free (self->order);
  g_free (self->parents);
  g_free (self);
}

/**
 * lamp_forest_place:
 * @self: a forest
 * @id: (nullable): an identifier
 *
 * Returns: the place of that row in the forest's rows, or a negative number if there is none
 */
int
lamp_forest_place (LampForest *self,
                   const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id)) - 1 : -1;
}
