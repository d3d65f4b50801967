/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-grouped-list.h"

struct _LampGroupedList
{
  GObject parent_instance;

  GArray *entries;      /* of LampGrouped, which hold their records */
};

static GType
lamp_grouped_list_get_item_type (GListModel *model)
{
  return LAMP_TYPE_RECORD;
}

static guint
lamp_grouped_list_get_n_items (GListModel *model)
{
  return LAMP_GROUPED_LIST (model)->entries->len;
}

static gpointer
lamp_grouped_list_get_item (GListModel *model,
                            guint       position)
{
  GArray *entries = LAMP_GROUPED_LIST (model)->entries;

  return position < entries->len ? g_object_ref (g_array_index (entries, LampGrouped, position).record) : NULL;
}

/* The first place from @from on, at most @end, whose group is @group or a later one: groups stand in their order. */
static guint
find_group (GArray *entries,
            guint   group,
            guint   from,
            guint   end)
{
  while (from < end)
    {
      guint middle = from + (end - from) / 2;

      if (g_array_index (entries, LampGrouped, middle).group < group)
        from = middle + 1;
      else
        end = middle;
    }

  return from;
}

static void
lamp_grouped_list_get_section (GtkSectionModel *model,
                               guint            position,
                               guint           *start,
                               guint           *end)
{
  GArray *entries = LAMP_GROUPED_LIST (model)->entries;
  guint group;

  if (position >= entries->len)
    {
      *start = entries->len;
      *end = G_MAXUINT;
      return;
    }
  group = g_array_index (entries, LampGrouped, position).group;
  *start = find_group (entries, group, 0, position);
  *end = find_group (entries, group + 1, position, entries->len);
}

static void
lamp_grouped_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lamp_grouped_list_get_item_type;
  iface->get_n_items = lamp_grouped_list_get_n_items;
  iface->get_item = lamp_grouped_list_get_item;
}

static void
lamp_grouped_list_sections_init (GtkSectionModelInterface *iface)
{
  iface->get_section = lamp_grouped_list_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LampGroupedList, lamp_grouped_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lamp_grouped_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, lamp_grouped_list_sections_init))

static void
clear_entry (gpointer data)
{
  g_clear_object (&((LampGrouped *) data)->record);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (LampGrouped));

  g_array_set_clear_func (entries, clear_entry);

  return entries;
}

static void
splice (LampGroupedList   *self,
        guint              position,
        guint              n_removed,
        const LampGrouped *added,
        guint              n_added)
{
  if (n_removed == 0 && n_added == 0)
    return;
  if (n_removed > 0)
    g_array_remove_range (self->entries, position, n_removed);
  if (n_added > 0)
    g_array_insert_vals (self->entries, position, added, n_added);
  for (guint i = 0; i < n_added; i++)
    g_object_ref (added[i].record);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static gboolean
stays (const LampGrouped *entry,
       GHashTable        *groups)
{
  gpointer group;

  return g_hash_table_lookup_extended (groups, entry->record, NULL, &group)
         && GPOINTER_TO_UINT (group) == entry->group;
}

/* Those that are no longer there, or stand in another group now, in runs from the end. */
static void
remove_gone (LampGroupedList *self,
             GHashTable      *groups)
{
  guint end = self->entries->len;

  while (end > 0)
    {
      guint start = end;

      while (start > 0 && !stays (&g_array_index (self->entries, LampGrouped, start - 1), groups))
        start--;
      splice (self, start, end - start, NULL, 0);
      end = start > 0 ? start - 1 : 0;
    }
}

/* Whether what stayed is in the order of what there is to be. */
static gboolean
is_in_order (LampGroupedList *self,
             GArray          *entries)
{
  guint kept = 0;

  for (guint i = 0; i < entries->len && kept < self->entries->len; i++)
    if (g_array_index (entries, LampGrouped, i).record == g_array_index (self->entries, LampGrouped, kept).record)
      kept++;

  return kept == self->entries->len;
}

static void
insert_new (LampGroupedList *self,
            GArray          *entries)
{
  guint position = 0;

  while (position < entries->len)
    {
      guint end = position;
      LampRecord *kept = NULL;

      if (position < self->entries->len)
        kept = g_array_index (self->entries, LampGrouped, position).record;
      while (end < entries->len && g_array_index (entries, LampGrouped, end).record != kept)
        end++;
      splice (self, position, 0, &g_array_index (entries, LampGrouped, position), end - position);
      position = end + 1;
    }
}

static void
lamp_grouped_list_finalize (GObject *object)
{
  g_array_unref (LAMP_GROUPED_LIST (object)->entries);

  G_OBJECT_CLASS (lamp_grouped_list_parent_class)->finalize (object);
}

static void
lamp_grouped_list_class_init (LampGroupedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_grouped_list_finalize;
}

static void
lamp_grouped_list_init (LampGroupedList *self)
{
  self->entries = new_entries ();
}

/**
 * lamp_grouped_list_new:
 *
 * Returns: (transfer full): an empty list
 */
LampGroupedList *
lamp_grouped_list_new (void)
{
  return g_object_new (LAMP_TYPE_GROUPED_LIST, NULL);
}

/**
 * lamp_grouped_list_set:
 * @self: a grouped list
 * @entries: (element-type LampGrouped): what it holds from now on, each record once, by ascending groups; it takes
 *   references of its own
 *
 * Changes the list into another with as little as possible: one that moves is taken out and put in.
 */
void
lamp_grouped_list_set (LampGroupedList *self,
                       GArray          *entries)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);

  g_return_if_fail (LAMP_IS_GROUPED_LIST (self));

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (groups, g_array_index (entries, LampGrouped, i).record,
                         GUINT_TO_POINTER (g_array_index (entries, LampGrouped, i).group));
  remove_gone (self, groups);
  if (!is_in_order (self, entries))
    splice (self, 0, self->entries->len, NULL, 0);
  insert_new (self, entries);
}

/**
 * lamp_grouped_list_get_group:
 * @self: a grouped list
 * @position: a place in it
 *
 * Returns: the number of the group there
 */
guint
lamp_grouped_list_get_group (LampGroupedList *self,
                             guint            position)
{
  g_return_val_if_fail (LAMP_IS_GROUPED_LIST (self), 0);
  g_return_val_if_fail (position < self->entries->len, 0);

  return g_array_index (self->entries, LampGrouped, position).group;
}
