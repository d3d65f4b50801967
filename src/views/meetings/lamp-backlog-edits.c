/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-backlog-edits.h"

#include <glib/gi18n-lib.h>

#include "lamp-meeting-edits.h"

/* What waits for a meeting of its series, and what of it both the backlog and an agenda know. */
static const char * const shared[] = { "title", "kind", "why", "presenter", "goal", "problem" };

static void
copy_shared (const LampRow *from,
             LampRow       *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    if (lamp_row_has (from, shared[i]))
      lamp_row_set_text (to, shared[i], lamp_row_get_text (from, shared[i]));
  if (lamp_row_has (from, "minutes"))
    lamp_row_set_integer (to, "minutes", lamp_row_get_integer (from, "minutes"));
}

static gint64
count_waiting (LampStore  *store,
               const char *series)
{
  g_autoptr (GListModel) waiting = lamp_store_list_by (store, "backlog_items", "series", series);

  return g_list_model_get_n_items (waiting);
}

/**
 * lamp_backlog_add:
 * @session: the session
 * @series: the identifier of a series
 * @title: what is to be talked about some time
 *
 * Adds an item to the backlog of a series.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_backlog_add (LampSession *session,
                  const char  *series,
                  const char  *title)
{
  LampStore *store = lamp_session_get_store (session);
  LampEdit *edit = lamp_edit_new (store, _("Add to Backlog"));
  LampRow *row = lamp_row_new (lamp_schema_find ("backlog_items"));

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "series", series);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_integer (row, "position", count_waiting (store, series));
  lamp_edit_insert (edit, row);

  return lamp_session_commit (session, edit, NULL);
}

static guint
find_place (GListModel *items)
{
  guint n = g_list_model_get_n_items (items);
  g_autoptr (LampRecord) last = n > 0 ? g_list_model_get_item (items, n - 1) : NULL;

  return last != NULL && g_strcmp0 (lamp_record_get_text (last, "kind"), "reflection") == 0 ? n - 1 : n;
}

/**
 * lamp_backlog_take:
 * @session: the session
 * @waiting: an item of the backlog
 * @meeting: a meeting that is not closed
 *
 * Takes what waits onto an agenda, before a reflection that closes it.
 *
 * Returns: (transfer full) (nullable): the agenda item
 */
LampRecord *
lamp_backlog_take (LampSession *session,
                   LampRecord  *waiting,
                   LampRecord  *meeting)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (GListModel) items = lamp_store_list_by (store, "agenda_items", "meeting", lamp_record_get_id (meeting));
  LampEdit *edit = lamp_edit_new (store, _("Take into Agenda"));
  LampRow *row = lamp_row_new (lamp_schema_find ("agenda_items"));
  guint place = find_place (items);
  g_autofree char *id = NULL;

  copy_shared (lamp_record_get_row (waiting), row);
  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "meeting", lamp_record_get_id (meeting));
  lamp_row_set_integer (row, "position", place);
  lamp_items_make_room (edit, items, place, 1);
  id = g_strdup (lamp_edit_insert (edit, row));
  lamp_edit_delete (edit, waiting);
  if (!lamp_session_commit (session, edit, NULL))
    return NULL;

  return lamp_store_find (store, "agenda_items", id);
}

static gboolean
has_happened (LampRecord *item)
{
  return lamp_record_has (item, "outcome") || lamp_record_get_integer (item, "spent_seconds") > 0
         || g_strcmp0 (lamp_record_get_text (item, "state"), "discussed") == 0;
}

/**
 * lamp_backlog_put_back:
 * @session: the session
 * @items: (element-type LampRecord): items of an agenda
 * @meeting: its meeting, of a series
 *
 * Puts items into the backlog of the series. What has been talked about stays on the agenda, which is said.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_backlog_put_back (LampSession *session,
                       GPtrArray   *items,
                       LampRecord  *meeting)
{
  LampStore *store = lamp_session_get_store (session);
  const char *series = lamp_record_get_text (meeting, "series");
  gint64 position = series != NULL ? count_waiting (store, series) : 0;
  g_autoptr (LampEdit) edit = lamp_edit_new (store, _("Put Back into Backlog"));

  for (guint i = 0; i < items->len && series != NULL; i++)
    {
      LampRow *row;

      if (has_happened (items->pdata[i]))
        continue;
      row = lamp_row_new (lamp_schema_find ("backlog_items"));
      copy_shared (lamp_record_get_row (items->pdata[i]), row);
      lamp_row_set_text (row, "series", series);
      lamp_row_set_integer (row, "position", position++);
      lamp_edit_insert (edit, row);
      lamp_edit_delete (edit, items->pdata[i]);
    }
  if (!lamp_edit_is_empty (edit))
    return lamp_session_commit (session, g_steal_pointer (&edit), NULL);
  lamp_session_notice (session, _("What has been talked about stays on the agenda."), FALSE);

  return FALSE;
}
