/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol.h"

#include <glib/gi18n-lib.h>

/**
 * lamp_protocol_get_steps:
 * @snapshot: a snapshot with protocols in it
 * @protocol: the identifier of one of them
 *
 * Returns: (transfer container) (element-type LampRow): its steps, in order; the rows belong to the snapshot
 */
GPtrArray *
lamp_protocol_get_steps (LampSnapshot *snapshot,
                         const char   *protocol)
{
  return lamp_snapshot_list_by (snapshot, "protocol_steps", "protocol", protocol);
}

/**
 * lamp_protocol_get_minutes:
 * @snapshot: a snapshot with protocols in it
 * @protocol: the identifier of one of them
 *
 * Returns: the minutes that its steps take together
 */
int
lamp_protocol_get_minutes (LampSnapshot *snapshot,
                           const char   *protocol)
{
  GPtrArray *steps = lamp_snapshot_find_by (snapshot, "protocol_steps", "protocol", protocol);
  int minutes = 0;

  for (guint i = 0; i < steps->len; i++)
    minutes += (int) lamp_row_get_integer (steps->pdata[i], "minutes");

  return minutes;
}

static void
copy_fields (const LampRow *from,
             LampRow       *to)
{
  static const char * const names[] = {
    "title", "minutes", "minutes_min", "minutes_max", "protected", "speaks", "silent", "prompt", "kind",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int index = lamp_record_type_find_field (to->type, names[i]);

      lamp_value_copy (lamp_row_get (from, names[i]), &to->values[index]);
    }
}

static LampRow *
step_to_item (const LampRow *step,
              const LampRow *protocol,
              guint          number,
              guint          count)
{
  LampRow *item = lamp_row_new (lamp_schema_find ("agenda_items"));
  g_autofree char *why = NULL;

  copy_fields (step, item);
  if (!lamp_row_has (item, "kind"))
    lamp_row_set_text (item, "kind", "conversation");
  /* Translators: why an item is on the agenda: the name of a protocol, the step's number, how many steps there are */
  why = g_strdup_printf (_("%s, step %u of %u"), lamp_row_get_title (protocol), number, count);
  lamp_row_set_text (item, "why", why);
  lamp_row_set_text (item, "state", "planned");

  return item;
}

/**
 * lamp_protocol_to_items:
 * @snapshot: a snapshot with protocols in it, such as those that come with the program or a file
 * @protocol: the identifier of one of them
 * @meeting: (nullable): the identifier of the meeting that they are for
 * @position: the position of the first
 *
 * Makes agenda items of a protocol's steps. They have no identifier yet: the edit that inserts them gives it. What
 * stands behind them on the agenda is for the caller to move.
 *
 * Returns: (transfer full) (element-type LampRow): the items, in order; empty when there is no such protocol
 */
GPtrArray *
lamp_protocol_to_items (LampSnapshot *snapshot,
                        const char   *protocol,
                        const char   *meeting,
                        int           position)
{
  const LampRow *row = lamp_snapshot_find (snapshot, "protocols", protocol);
  g_autoptr (GPtrArray) steps = lamp_protocol_get_steps (snapshot, protocol);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);

  for (guint i = 0; row != NULL && i < steps->len; i++)
    {
      LampRow *item = step_to_item (steps->pdata[i], row, i + 1, steps->len);

      lamp_row_set_text (item, "meeting", meeting);
      lamp_row_set_integer (item, "position", position + (int) i);
      g_ptr_array_add (items, item);
    }

  return items;
}

static GPtrArray *
make_steps (GPtrArray *rows)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);

  for (guint i = 0; i < rows->len; i++)
    {
      LampRow *step = lamp_row_new (lamp_schema_find ("protocol_steps"));

      copy_fields (rows->pdata[i], step);
      lamp_row_set_integer (step, "position", i + 1);
      g_ptr_array_add (steps, step);
    }

  return steps;
}

/**
 * lamp_protocol_copy_steps:
 * @snapshot: a snapshot with protocols in it
 * @protocol: the identifier of one of them
 *
 * Copies a protocol's steps, so that they can become those of another: a school's own that it may change.
 *
 * Returns: (transfer full) (element-type LampRow): the copies, in order, without identifiers and without a protocol
 */
GPtrArray *
lamp_protocol_copy_steps (LampSnapshot *snapshot,
                          const char   *protocol)
{
  g_autoptr (GPtrArray) steps = lamp_protocol_get_steps (snapshot, protocol);

  return make_steps (steps);
}

/**
 * lamp_protocol_from_items:
 * @items: (element-type LampRow): agenda items, in order
 *
 * Makes steps of agenda items: the way back from [func@protocol_to_items]. What belongs to that one meeting (who
 * presents, what it is linked to, what came out of it) stays there.
 *
 * Returns: (transfer full) (element-type LampRow): the steps, in order, without identifiers and without a protocol
 */
GPtrArray *
lamp_protocol_from_items (GPtrArray *items)
{
  return make_steps (items);
}
