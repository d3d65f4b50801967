/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-snapshot.h"

static void
take (LampSnapshot *snapshot,
      LampRecord   *record)
{
  if (record != NULL
      && lamp_snapshot_find (snapshot, lamp_record_get_record_type (record)->name, lamp_record_get_id (record)) == NULL)
    lamp_snapshot_take (snapshot, lamp_row_copy (lamp_record_get_row (record)));
}

static void
take_list (LampSnapshot *snapshot,
           LampStore    *store,
           const char   *type,
           const char   *field,
           const char   *id)
{
  g_autoptr (GListModel) list = lamp_store_list_by (store, type, field, id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (list, i);

      take (snapshot, record);
    }
}

/* What the rows of @type that are there name by @field. */
static void
take_named (LampSnapshot *snapshot,
            LampStore    *store,
            const char   *type,
            const char   *field,
            const char   *target)
{
  GPtrArray *rows = lamp_snapshot_get (snapshot, type);

  for (guint i = 0; i < rows->len; i++)
    if (lamp_row_has (rows->pdata[i], field))
      {
        g_autoptr (LampRecord) record = NULL;

        record = lamp_store_find (store, target, lamp_row_get_text (rows->pdata[i], field));
        take (snapshot, record);
      }
}

/**
 * lamp_meeting_snapshot_new:
 * @store: the file
 * @meeting: a meeting
 *
 * Takes what the rules about one meeting look at: its community with its members, the meetings of the community with
 * their agendas, and what was promised to it. However large the file, this stays small.
 *
 * Returns: (transfer full): a snapshot
 */
LampSnapshot *
lamp_meeting_snapshot_new (LampStore  *store,
                           LampRecord *meeting)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();
  const char *community = lamp_record_get_text (meeting, "community");
  GPtrArray *meetings;

  take_list (snapshot, store, "meetings", "community", community);
  take (snapshot, meeting);
  take_named (snapshot, store, "meetings", "community", "communities");
  take_named (snapshot, store, "meetings", "series", "series");
  meetings = lamp_snapshot_get (snapshot, "meetings");
  for (guint i = 0; i < meetings->len; i++)
    take_list (snapshot, store, "agenda_items", "meeting", lamp_row_get_id (meetings->pdata[i]));
  take_list (snapshot, store, "commitments", "community", community);
  take_list (snapshot, store, "attendances", "meeting", lamp_record_get_id (meeting));
  take_list (snapshot, store, "memberships", "community", community);
  take_named (snapshot, store, "memberships", "person", "people");
  lamp_snapshot_sort (snapshot);

  return snapshot;
}
