/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-edits.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda.h"
#include "lamp-date.h"

static LampRow *
new_row (const char *type)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_defaults (row);

  return row;
}

/* Commits an edit that inserts a record, and finds what it made. */
static LampRecord *
commit_and_find (LampSession *session,
                 LampEdit    *edit,
                 const char  *type,
                 const char  *id)
{
  g_autofree char *kept = g_strdup (id);

  if (!lamp_session_commit (session, edit, NULL))
    return NULL;

  return lamp_store_find (lamp_session_get_store (session), type, kept);
}

/**
 * lamp_meeting_is_locked:
 * @meeting: (nullable): a meeting
 *
 * Returns: whether its agenda may no longer be changed
 */
gboolean
lamp_meeting_is_locked (LampRecord *meeting)
{
  return meeting == NULL || g_strcmp0 (lamp_record_get_text (meeting, "state"), "closed") == 0;
}

/**
 * lamp_items_make_room:
 * @edit: the change that this is part of
 * @items: the agenda items of a meeting, in order
 * @from: the index of the first that moves on
 * @gap: by how many places
 *
 * Gives the items positions that leave room for others.
 */
void
lamp_items_make_room (LampEdit   *edit,
                      GListModel *items,
                      guint       from,
                      guint       gap)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);
      gint64 position = i < from ? i : i + gap;

      if (lamp_record_get_integer (item, "position") != position)
        lamp_edit_set_integer (edit, item, "position", position);
    }
}

/**
 * lamp_item_create:
 * @session: the session
 * @meeting: a meeting
 * @items: its agenda items
 *
 * Adds an item at the end of the agenda, before a reflection that closes it.
 *
 * Returns: (transfer full) (nullable): the item
 */
LampRecord *
lamp_item_create (LampSession *session,
                  LampRecord  *meeting,
                  GListModel  *items)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), _("Add Agenda Item"));
  guint place = g_list_model_get_n_items (items);
  g_autoptr (LampRecord) last = place > 0 ? g_list_model_get_item (items, place - 1) : NULL;
  LampRow *row = new_row ("agenda_items");

  if (last != NULL && g_strcmp0 (lamp_record_get_text (last, "kind"), "reflection") == 0)
    place--;
  lamp_items_make_room (edit, items, place, 1);
  lamp_row_set_text (row, "meeting", lamp_record_get_id (meeting));
  lamp_row_set_text (row, "title", _("New item"));
  lamp_row_set_integer (row, "position", place);

  return commit_and_find (session, edit, "agenda_items", lamp_edit_insert (edit, row));
}

/**
 * lamp_item_set_minutes:
 * @session: the session
 * @item: an agenda item
 * @minutes: how long it takes
 *
 * Returns: whether that could be done; what stands against it is told as a notice
 */
gboolean
lamp_item_set_minutes (LampSession *session,
                       LampRecord  *item,
                       int          minutes)
{
  LampEdit *edit;

  if (lamp_record_get_integer (item, "minutes") == minutes)
    return TRUE;

  edit = lamp_edit_new (lamp_session_get_store (session), _("Change Minutes"));
  lamp_edit_set_integer (edit, item, "minutes", minutes);

  return lamp_session_commit (session, edit, NULL);
}

static const char *
get_add_label (const char *type)
{
  if (g_str_equal (type, "decisions"))
    return _("Add Decision");
  if (g_str_equal (type, "commitments"))
    return _("Add Commitment");

  return _("Add Norm");
}

static gint64
count_norms (LampStore  *store,
             const char *community)
{
  g_autoptr (GListModel) norms = lamp_store_list_by (store, "norms", "community", community);

  return g_list_model_get_n_items (norms);
}

/**
 * lamp_outcome_create:
 * @session: the session
 * @meeting: a meeting
 * @type: "decisions", "commitments" or "norms"
 * @text: what was decided, promised or agreed
 *
 * Adds what came out of a meeting. A commitment is made to the community, not to an administrator (practice S27).
 *
 * Returns: (transfer full) (nullable): the record
 */
LampRecord *
lamp_outcome_create (LampSession *session,
                     LampRecord  *meeting,
                     const char  *type,
                     const char  *text)
{
  LampStore *store = lamp_session_get_store (session);
  LampEdit *edit = lamp_edit_new (store, get_add_label (type));
  const char *community = lamp_record_get_text (meeting, "community");
  LampRow *row = new_row (type);

  lamp_row_set_text (row, "text", text);
  if (!g_str_equal (type, "norms"))
    lamp_row_set_text (row, "meeting", lamp_record_get_id (meeting));
  if (!g_str_equal (type, "decisions"))
    lamp_row_set_text (row, "community", community);
  if (g_str_equal (type, "norms"))
    {
      g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));

      lamp_row_set_text (row, "adopted_on", today);
      lamp_row_set_integer (row, "position", count_norms (store, community));
    }

  return commit_and_find (session, edit, type, lamp_edit_insert (edit, row));
}

/**
 * lamp_commitment_set_done:
 * @session: the session
 * @commitment: a commitment
 * @done: whether it has been kept
 *
 * Marks a commitment as kept today, or as open again.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_commitment_set_done (LampSession *session,
                          LampRecord  *commitment,
                          gboolean     done)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));
  LampEdit *edit;

  if (lamp_record_has (commitment, "done_on") == done)
    return TRUE;

  edit = lamp_edit_new (lamp_session_get_store (session),
                        done ? _("Mark Commitment as Done") : _("Mark Commitment as Open"));
  lamp_edit_set_text (edit, commitment, "done_on", done ? today : NULL);

  return lamp_session_commit (session, edit, NULL);
}
