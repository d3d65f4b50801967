/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-edits.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-edits.h"
#include "lamp-protocol.h"

static LampRow *
new_row (const char *type)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_defaults (row);

  return row;
}

/* Adds a protocol with its steps. @steps are emptied. Returns the identifier, as long as the edit is kept. */
static const char *
insert (LampEdit  *edit,
        LampRow   *protocol,
        GPtrArray *steps)
{
  const char *id = lamp_edit_insert (edit, protocol);

  while (steps->len > 0)
    {
      LampRow *step = g_ptr_array_steal_index (steps, 0);

      lamp_row_set_text (step, "protocol", id);
      lamp_edit_insert (edit, step);
    }

  return id;
}

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
 * lamp_protocols_snapshot:
 * @store: a file
 *
 * Returns: (transfer full): a school's own protocols and their steps, and nothing else of the file
 */
LampSnapshot *
lamp_protocols_snapshot (LampStore *store)
{
  static const char * const types[] = { "protocols", "protocol_steps" };
  LampSnapshot *snapshot = lamp_snapshot_new ();

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GListModel) records = lamp_store_list (store, types[t]);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (LampRecord) record = g_list_model_get_item (records, i);

          lamp_snapshot_take (snapshot, lamp_row_copy (lamp_record_get_row (record)));
        }
    }

  return snapshot;
}

/**
 * lamp_protocol_create:
 * @session: the session
 *
 * Adds a protocol with one step, for a person to go on with.
 *
 * Returns: (transfer full) (nullable): the protocol
 */
LampRecord *
lamp_protocol_create (LampSession *session)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), _("Add Protocol"));
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  LampRow *protocol = new_row ("protocols");
  LampRow *step = new_row ("protocol_steps");

  lamp_row_set_text (protocol, "title", _("New protocol"));
  lamp_row_set_text (step, "title", _("First step"));
  lamp_row_set_integer (step, "position", 1);
  g_ptr_array_add (steps, step);

  return commit_and_find (session, edit, "protocols", insert (edit, protocol, steps));
}

static LampRow *
copy_protocol (const LampRow *row)
{
  static const char * const left_out[] = { "id", "created_at", "modified_at" };
  LampRow *copy = lamp_row_copy (row);

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    lamp_row_unset (copy, left_out[i]);

  return copy;
}

/**
 * lamp_protocol_make_own:
 * @session: the session
 * @snapshot: where the protocol is
 * @protocol: its identifier
 *
 * Copies a protocol, one that comes with the program or a school's own, into one that the school may change.
 *
 * Returns: (transfer full) (nullable): the copy
 */
LampRecord *
lamp_protocol_make_own (LampSession  *session,
                        LampSnapshot *snapshot,
                        const char   *protocol)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), _("Duplicate Protocol"));
  g_autoptr (GPtrArray) steps = lamp_protocol_copy_steps (snapshot, protocol);
  LampRow *copy = copy_protocol (lamp_snapshot_find (snapshot, "protocols", protocol));

  return commit_and_find (session, edit, "protocols", insert (edit, copy, steps));
}

/**
 * lamp_protocol_create_template:
 * @session: the session
 * @meeting: a meeting
 * @items: its agenda items
 *
 * Keeps the agenda of a meeting as a protocol of the school's own: what others are made after.
 *
 * Returns: (transfer full) (nullable): the protocol
 */
LampRecord *
lamp_protocol_create_template (LampSession *session,
                               LampRecord  *meeting,
                               GListModel  *items)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), _("Save as Template"));
  g_autoptr (GPtrArray) rows = lamp_items_get_rows (items);
  g_autoptr (GPtrArray) steps = lamp_protocol_from_items (rows);
  LampRow *protocol = new_row ("protocols");

  lamp_row_set_text (protocol, "title", lamp_record_get_title (meeting));
  lamp_row_set_text (protocol, "purpose", lamp_record_get_text (meeting, "purpose"));

  return commit_and_find (session, edit, "protocols", insert (edit, protocol, steps));
}

/**
 * lamp_protocols_take_in:
 * @session: the session
 * @snapshot: protocols from a file
 * @protocols: (element-type utf8): the identifiers of those to take
 *
 * Copies protocols into the school's own, under identifiers of their own.
 *
 * Returns: how many were taken in
 */
guint
lamp_protocols_take_in (LampSession  *session,
                        LampSnapshot *snapshot,
                        GPtrArray    *protocols)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), _("Import Protocols"));
  g_autofree char *notice = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u protocol imported",
                                                          "%u protocols imported", protocols->len),
                                             protocols->len);

  for (guint i = 0; i < protocols->len; i++)
    {
      g_autoptr (GPtrArray) steps = lamp_protocol_copy_steps (snapshot, protocols->pdata[i]);

      insert (edit, copy_protocol (lamp_snapshot_find (snapshot, "protocols", protocols->pdata[i])), steps);
    }

  return lamp_session_commit (session, edit, notice) ? protocols->len : 0;
}

/**
 * lamp_protocol_delete:
 * @session: the session
 * @protocol: the identifier of a protocol of the school's own
 *
 * Deletes a protocol with its steps, and tells it with Undo.
 *
 * Returns: whether there was one
 */
gboolean
lamp_protocol_delete (LampSession *session,
                      const char  *protocol)
{
  g_autoptr (LampRecord) record = lamp_store_find (lamp_session_get_store (session), "protocols", protocol);

  if (record == NULL)
    return FALSE;
  lamp_session_delete (session, record);

  return TRUE;
}

/**
 * lamp_step_create:
 * @session: the session
 * @protocol: a protocol of the school's own
 * @steps: its steps
 *
 * Adds a step at the end, before what closes the protocol.
 *
 * Returns: (transfer full) (nullable): the step
 */
LampRecord *
lamp_step_create (LampSession *session,
                  LampRecord  *protocol,
                  GListModel  *steps)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), _("Add Step"));
  guint n_steps = g_list_model_get_n_items (steps);
  g_autoptr (LampRecord) last = n_steps > 0 ? g_list_model_get_item (steps, n_steps - 1) : NULL;
  LampRow *step = new_row ("protocol_steps");

  lamp_row_set_text (step, "protocol", lamp_record_get_id (protocol));
  lamp_row_set_text (step, "title", _("New step"));
  lamp_row_set_integer (step, "position", last != NULL ? lamp_record_get_integer (last, "position") + 1 : 1);

  return commit_and_find (session, edit, "protocol_steps", lamp_edit_insert (edit, step));
}

/**
 * lamp_steps_place:
 * @session: the session
 * @steps: the steps of a protocol
 * @from: the place of the one to move
 * @before: the place of the one that it is to stand before, or the number of steps
 *
 * Moves a step to another place.
 *
 * Returns: whether it moved
 */
gboolean
lamp_steps_place (LampSession *session,
                  GListModel  *steps,
                  guint        from,
                  guint        before)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_steps = g_list_model_get_n_items (steps);
  LampEdit *edit;

  if (from >= n_steps || before > n_steps || before == from || before == from + 1)
    return FALSE;
  for (guint i = 0; i < n_steps; i++)
    g_ptr_array_add (order, g_list_model_get_item (steps, i));
  g_ptr_array_insert (order, (int) before, g_object_ref (order->pdata[from]));
  g_ptr_array_remove_index (order, from < before ? from : from + 1);
  edit = lamp_edit_new (lamp_session_get_store (session), _("Move Step"));
  for (guint i = 0; i < n_steps; i++)
    if (lamp_record_get_integer (order->pdata[i], "position") != i + 1)
      lamp_edit_set_integer (edit, order->pdata[i], "position", i + 1);

  return lamp_session_commit (session, edit, NULL);
}

/**
 * lamp_step_set_minutes:
 * @session: the session
 * @step: a step of a protocol of the school's own
 * @minutes: how long it takes
 *
 * Sets the minutes of a step; its bounds give way where they would be on the wrong side.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_step_set_minutes (LampSession *session,
                       LampRecord  *step,
                       int          minutes)
{
  LampEdit *edit;

  if (lamp_record_get_integer (step, "minutes") == minutes)
    return TRUE;
  edit = lamp_edit_new (lamp_session_get_store (session), _("Change Minutes"));
  lamp_edit_set_integer (edit, step, "minutes", minutes);
  if (lamp_record_has (step, "minutes_min") && lamp_record_get_integer (step, "minutes_min") > minutes)
    lamp_edit_set_integer (edit, step, "minutes_min", minutes);
  if (lamp_record_has (step, "minutes_max") && lamp_record_get_integer (step, "minutes_max") < minutes)
    lamp_edit_set_integer (edit, step, "minutes_max", minutes);

  return lamp_session_commit (session, edit, NULL);
}

static gboolean
same_text (const LampRow *row,
           const LampRow *other,
           const char    *field)
{
  return g_strcmp0 (lamp_row_get_text (row, field), lamp_row_get_text (other, field)) == 0;
}

/* Without identifiers, moments, and what protocol they belong to. */
static gboolean
same_steps (GPtrArray *steps,
            GPtrArray *others)
{
  if (steps->len != others->len)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!lamp_row_equal (steps->pdata[i], others->pdata[i], FALSE))
      return FALSE;

  return TRUE;
}

/**
 * lamp_protocol_is_same:
 * @snapshot: where a protocol is
 * @protocol: its identifier
 * @other: where another one is
 * @other_protocol: its identifier
 *
 * Returns: whether both say the same, whatever their identifiers
 */
gboolean
lamp_protocol_is_same (LampSnapshot *snapshot,
                       const char   *protocol,
                       LampSnapshot *other,
                       const char   *other_protocol)
{
  const LampRow *one = lamp_snapshot_find (snapshot, "protocols", protocol);
  const LampRow *two = lamp_snapshot_find (other, "protocols", other_protocol);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (!same_text (one, two, "title") || !same_text (one, two, "variant") || !same_text (one, two, "purpose")
      || !same_text (one, two, "source"))
    return FALSE;
  steps = lamp_protocol_copy_steps (snapshot, protocol);
  others = lamp_protocol_copy_steps (other, other_protocol);

  return same_steps (steps, others);
}
