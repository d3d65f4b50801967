/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-related-list.h"

static void
take_all (LampSnapshot *snapshot,
          LampStore    *store,
          const char   *type)
{
  g_autoptr (GListModel) records = lamp_store_list (store, type);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (records, i);

      lamp_snapshot_take (snapshot, lamp_row_copy (lamp_record_get_row (record)));
    }
}

static gboolean
may_link (LampStore      *store,
          const LampRow  *link,
          GError        **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autofree char *reason = NULL;

  take_all (snapshot, store, "goals");
  take_all (snapshot, store, "goal_links");
  if (lamp_alignment_judge (snapshot, lamp_row_get_text (link, "goal"), lamp_row_get_text (link, "supports"),
                            LAMP_SUPPORT_ALSO, &reason))
    return TRUE;
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_RULE, reason);

  return FALSE;
}

/**
 * lamp_related_may_add:
 * @store: the file
 * @row: what is about to be added
 * @error: where to put why not
 *
 * Judges what a record by itself cannot tell: a goal does not also support one that it already supports, or one that
 * supports it.
 *
 * Returns: whether it may be added
 */
gboolean
lamp_related_may_add (LampStore      *store,
                      const LampRow  *row,
                      GError        **error)
{
  g_return_val_if_fail (LAMP_IS_STORE (store), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  return !g_str_equal (row->type->name, "goal_links") || may_link (store, row, error);
}
