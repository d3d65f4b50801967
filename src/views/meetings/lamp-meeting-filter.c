/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-filter.h"

static gboolean
has_words (LampRecord *record,
           const char *field,
           const char *words)
{
  const char *text = lamp_record_get_text (record, field);

  return text != NULL && g_str_match_string (words, text, TRUE);
}

static gboolean
has_item_with_words (LampStore  *store,
                     LampRecord *meeting,
                     const char *words)
{
  g_autoptr (GListModel) items = lamp_store_list_by (store, "agenda_items", "meeting", lamp_record_get_id (meeting));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      if (has_words (item, "title", words))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_looked_at (gpointer item,
              gpointer data)
{
  LampRecord *meeting = item;
  LampSession *session = data;
  const char *words = lamp_session_get_search (session);

  if (!lamp_session_includes (session, meeting))
    return FALSE;

  return *words == '\0' || has_words (meeting, "title", words) || has_words (meeting, "purpose", words)
         || has_item_with_words (lamp_session_get_store (session), meeting, words);
}

static void
refilter (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Most changes change no meeting's place in the list: only what narrows it down is judged anew. */
static void
on_store_changed (GtkFilter *filter)
{
  LampSession *session = g_object_get_data (G_OBJECT (filter), "session");

  if (lamp_session_get_community (session) != NULL || *lamp_session_get_search (session) != '\0')
    refilter (filter);
}

/**
 * lamp_meeting_filter_new:
 * @session: the session
 *
 * Returns: (transfer full): the meetings that are looked at: those of the chosen community that have the words searched
 *   for in their title, their purpose or their agenda; live
 */
GListModel *
lamp_meeting_filter_new (LampSession *session)
{
  LampStore *store = lamp_session_get_store (session);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_looked_at, g_object_ref (session), g_object_unref));

  g_object_set_data (G_OBJECT (filter), "session", session);
  g_signal_connect_object (session, "notify::community", G_CALLBACK (refilter), filter, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::search", G_CALLBACK (refilter), filter, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), filter, G_CONNECT_SWAPPED);

  return G_LIST_MODEL (gtk_filter_list_model_new (lamp_store_list (store, "meetings"), filter));
}
