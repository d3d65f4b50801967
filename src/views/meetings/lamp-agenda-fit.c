/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-agenda-edits.h"

/* An agenda brought into its slot. */

/* The items as they will stand, for the rule to judge. */
static GPtrArray *
rows_with_new (GListModel *items,
               guint       place,
               GPtrArray  *rows)
{
  GPtrArray *all = lamp_items_get_rows (items);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_insert (all, (int) (place + i), rows->pdata[i]);

  return all;
}

static void
write_minutes (LampEdit   *edit,
               GListModel *items,
               guint       place,
               GPtrArray  *rows,
               const int  *minutes)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);
      int fitted = minutes[i < place ? i : i + rows->len];

      if (lamp_record_get_integer (item, "minutes") != fitted)
        lamp_edit_set_integer (edit, item, "minutes", fitted);
    }
  for (guint i = 0; i < rows->len; i++)
    lamp_row_set_integer (rows->pdata[i], "minutes", minutes[place + i]);
}

/**
 * lamp_items_fit_in:
 * @edit: what is to be done
 * @meeting: a meeting
 * @items: its agenda items
 * @place: where new ones are to stand
 * @rows: (element-type LampRow): the new ones; they get their minutes
 * @mode: whether items may also be lengthened
 * @words: (out) (transfer full): what the fit does, or by how much it cannot be done
 *
 * Adds to an edit what fits the agenda to its slot.
 *
 * Returns: whether the agenda with @rows in it fits
 */
gboolean
lamp_items_fit_in (LampEdit    *edit,
                   LampRecord  *meeting,
                   GListModel  *items,
                   guint        place,
                   GPtrArray   *rows,
                   LampFitMode  mode,
                   char       **words)
{
  g_autoptr (GPtrArray) all = rows_with_new (items, place, rows);
  g_autofree int *minutes = g_new0 (int, all->len + 1);
  LampFitResult result = lamp_fit_rows (all, (int) lamp_record_get_integer (meeting, "minutes"), mode, minutes);

  *words = lamp_fit_describe (all, minutes, &result);
  if (result.fits)
    write_minutes (edit, items, place, rows, minutes);

  return result.fits;
}

/**
 * lamp_items_fit:
 * @session: the session
 * @meeting: a meeting
 * @items: its agenda items
 * @mode: whether items may also be lengthened
 *
 * Fits an agenda to its slot and tells what that did, or by how much it cannot be done.
 *
 * Returns: whether it fits
 */
gboolean
lamp_items_fit (LampSession *session,
                LampRecord  *meeting,
                GListModel  *items,
                LampFitMode  mode)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (LampEdit) edit = lamp_edit_new (lamp_session_get_store (session), _("Fit to Slot"));
  g_autofree char *words = NULL;
  gboolean fits = lamp_items_fit_in (edit, meeting, items, g_list_model_get_n_items (items), none, mode, &words);

  if (fits && !lamp_edit_is_empty (edit))
    return lamp_session_commit (session, g_steal_pointer (&edit), words);
  lamp_session_notice (session, words, FALSE);

  return fits;
}
