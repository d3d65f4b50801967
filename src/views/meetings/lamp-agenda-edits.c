/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-edits.h"

#include <glib/gi18n-lib.h>

#include "lamp-item-parts.h"

#define COUNTED(singular, plural, n) g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, singular, plural, (n)), (n))

/**
 * lamp_items_find:
 * @items: the agenda items of a meeting
 * @item: one of them
 *
 * Returns: its place, or %G_MAXUINT when it is not among them
 */
guint
lamp_items_find (GListModel *items,
                 LampRecord *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (items, i);

      if (other == item)
        return i;
    }

  return G_MAXUINT;
}

/**
 * lamp_items_get_end:
 * @items: the agenda items of a meeting
 *
 * Returns: where a new item goes when nobody says: at the end, before a reflection that closes the agenda
 */
guint
lamp_items_get_end (GListModel *items)
{
  guint end = g_list_model_get_n_items (items);
  g_autoptr (LampRecord) last = end > 0 ? g_list_model_get_item (items, end - 1) : NULL;

  return last != NULL && g_strcmp0 (lamp_record_get_text (last, "kind"), "reflection") == 0 ? end - 1 : end;
}

/**
 * lamp_items_get_rows:
 * @items: the agenda items of a meeting
 *
 * Returns: (transfer container) (element-type LampRow): their values as they stand, for the rules
 */
GPtrArray *
lamp_items_get_rows (GListModel *items)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      g_ptr_array_add (rows, (gpointer) lamp_record_get_row (item));
    }

  return rows;
}

/* The positions after a change: where @order has nothing, what is new stands. */
static void
write_positions (LampEdit  *edit,
                 GPtrArray *order)
{
  for (guint i = 0; i < order->len; i++)
    if (order->pdata[i] != NULL && lamp_record_get_integer (order->pdata[i], "position") != i)
      lamp_edit_set_integer (edit, order->pdata[i], "position", i);
}

/* All items, with room for @n_new at @place. */
static GPtrArray *
order_with_room (GListModel *items,
                 guint       place,
                 guint       n_new)
{
  GPtrArray *order = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items = g_list_model_get_n_items (items);

  g_ptr_array_set_free_func (order, NULL);
  for (guint i = 0; i <= n_items; i++)
    {
      for (guint n = 0; i == place && n < n_new; n++)
        g_ptr_array_add (order, NULL);
      if (i < n_items)
        {
          g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

          g_ptr_array_add (order, item); /* the list holds it */
        }
    }

  return order;
}

/* All items, the chosen ones together before what stands at @before now. */
static GPtrArray *
order_with_block (GListModel *items,
                  GPtrArray  *chosen,
                  guint       before)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  GPtrArray *order = g_ptr_array_new ();
  guint n_items = g_list_model_get_n_items (items);

  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (moved, chosen->pdata[i]);
  for (guint i = 0; i <= n_items; i++)
    {
      g_autoptr (LampRecord) item = i < n_items ? g_list_model_get_item (items, i) : NULL;

      if (i == before)
        g_ptr_array_extend (order, chosen, NULL, NULL);
      if (item != NULL && !g_hash_table_contains (moved, item))
        g_ptr_array_add (order, item);
    }

  return order;
}

/**
 * lamp_items_place:
 * @session: the session
 * @items: the agenda items of a meeting
 * @chosen: (element-type LampRecord): some of them, in order
 * @before: the place of the item that they are to stand before, or the number of items
 *
 * Moves items together to another place.
 *
 * Returns: whether anything moved
 */
gboolean
lamp_items_place (LampSession *session,
                  GListModel  *items,
                  GPtrArray   *chosen,
                  guint        before)
{
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) order = NULL;
  LampEdit *edit;
  gboolean same = TRUE;

  if (chosen->len == 0 || before > g_list_model_get_n_items (items))
    return FALSE;
  order = order_with_block (items, chosen, before);
  for (guint i = 0; same && i < order->len; i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      same = item == order->pdata[i];
    }
  if (same)
    return FALSE;

  label = chosen->len == 1 ? g_strdup (_("Move Agenda Item"))
                           : COUNTED ("Move %u Agenda Item", "Move %u Agenda Items", chosen->len);
  edit = lamp_edit_new (lamp_session_get_store (session), label);
  write_positions (edit, order);

  return lamp_session_commit (session, edit, NULL);
}

/* A copy for another time, without what came out of the first. */
static LampRow *
copy_item (LampRecord *item)
{
  static const char *const left_out[]
      = { "id", "created_at", "modified_at", "extra", "carried_from", "spent_seconds", "outcome" };
  LampRow *row = lamp_row_copy (lamp_record_get_row (item));

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    lamp_row_unset (row, left_out[i]);
  lamp_row_set_text (row, "state", "planned");

  return row;
}

static GPtrArray *
find_all (LampStore  *store,
          GPtrArray  *ids)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      LampRecord *record = lamp_store_find (store, "agenda_items", ids->pdata[i]);

      if (record != NULL)
        g_ptr_array_add (found, record);
    }

  return found;
}

/* Puts rows on an agenda and finds what they became. @rows are emptied. */
static GPtrArray *
commit_rows (LampSession *session,
             LampEdit    *edit,
             GPtrArray   *rows,
             guint        place)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = rows->len;

  for (guint i = 0; i < n_rows; i++)
    {
      LampRow *row = g_ptr_array_steal_index (rows, 0);

      lamp_row_set_integer (row, "position", place + i);
      g_ptr_array_add (ids, g_strdup (lamp_edit_insert (edit, row)));
    }
  if (!lamp_session_commit (session, edit, NULL))
    g_ptr_array_set_size (ids, 0);

  return find_all (lamp_session_get_store (session), ids);
}

/**
 * lamp_items_duplicate:
 * @session: the session
 * @items: the agenda items of a meeting
 * @chosen: (element-type LampRecord): some of them, in order
 *
 * Adds copies after the last of the chosen items. What was decided and promised is not copied.
 *
 * Returns: (transfer full) (element-type LampRecord): the copies
 */
GPtrArray *
lamp_items_duplicate (LampSession *session,
                      GListModel  *items,
                      GPtrArray   *chosen)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  guint place = lamp_items_find (items, chosen->pdata[chosen->len - 1]) + 1;
  g_autoptr (GPtrArray) order = order_with_room (items, place, chosen->len);
  g_autofree char *label = chosen->len == 1 ? g_strdup (_("Duplicate Agenda Item"))
                                            : COUNTED ("Duplicate %u Agenda Item", "Duplicate %u Agenda Items",
                                                       chosen->len);
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), label);

  write_positions (edit, order);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (rows, copy_item (chosen->pdata[i]));

  return commit_rows (session, edit, rows, place);
}

/**
 * lamp_items_delete:
 * @session: the session
 * @chosen: (element-type LampRecord): agenda items
 *
 * Deletes items and tells it with Undo.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_items_delete (LampSession *session,
                   GPtrArray   *chosen)
{
  g_autofree char *label = NULL;
  g_autofree char *notice = NULL;
  LampEdit *edit;

  if (chosen->len == 1)
    {
      lamp_session_delete (session, chosen->pdata[0]);
      return TRUE;
    }
  label = COUNTED ("Delete %u Agenda Item", "Delete %u Agenda Items", chosen->len);
  notice = COUNTED ("%u agenda item deleted", "%u agenda items deleted", chosen->len);
  edit = lamp_edit_new (lamp_session_get_store (session), label);
  for (guint i = 0; i < chosen->len; i++)
    lamp_edit_delete (edit, chosen->pdata[i]);

  return lamp_session_commit (session, edit, notice);
}

/* Gives the records of a type that refer to @item by "item" another value. */
static void
set_in_outcomes (LampEdit   *edit,
                 LampRecord *item,
                 const char *field,
                 const char *value)
{
  static const char * const types[] = { "decisions", "commitments" };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GListModel) outcomes = lamp_store_list_by (lamp_edit_get_store (edit), types[t], "item",
                                                            lamp_record_get_id (item));

      for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
        {
          g_autoptr (LampRecord) outcome = g_list_model_get_item (outcomes, i);

          lamp_edit_set_text (edit, outcome, field, value);
        }
    }
}

/**
 * lamp_items_move_to:
 * @session: the session
 * @chosen: (element-type LampRecord): agenda items of one meeting, in order
 * @meeting: another meeting
 *
 * Moves items to another meeting: to its end, before a reflection that closes it. What was decided and promised under
 * them goes along.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_items_move_to (LampSession *session,
                    GPtrArray   *chosen,
                    LampRecord  *meeting)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (GListModel) there = lamp_store_list_by (store, "agenda_items", "meeting", lamp_record_get_id (meeting));
  guint place = lamp_items_get_end (there);
  g_autoptr (GPtrArray) order = order_with_room (there, place, chosen->len);
  g_autofree char *when = lamp_record_dup_display (meeting, "starts_at");
  g_autofree char *notice = NULL;
  LampEdit *edit = lamp_edit_new (store, _("Move to Another Meeting"));

  write_positions (edit, order);
  for (guint i = 0; i < chosen->len; i++)
    {
      lamp_edit_set_text (edit, chosen->pdata[i], "meeting", lamp_record_get_id (meeting));
      lamp_edit_set_integer (edit, chosen->pdata[i], "position", place + i);
      set_in_outcomes (edit, chosen->pdata[i], "meeting", lamp_record_get_id (meeting));
    }
  // Translators: %1$s is the title of a meeting, %2$s when it is
  notice = g_strdup_printf (_("Moved to “%1$s”, %2$s"), lamp_record_get_title (meeting), when);

  return lamp_session_commit (session, edit, notice);
}

/**
 * lamp_items_split:
 * @session: the session
 * @items: the agenda items of a meeting
 * @item: one of them
 * @minutes: how many of its minutes the first part gets
 * @title: (nullable): the title of the first part; as it is when %NULL
 * @second_title: (nullable): the title of the second part; made from the first when %NULL
 *
 * Splits an item in two that take the same time together.
 *
 * Returns: (transfer full) (nullable): the second part
 */
LampRecord *
lamp_items_split (LampSession *session,
                  GListModel  *items,
                  LampRecord  *item,
                  int          minutes,
                  const char  *title,
                  const char  *second_title)
{
  guint place = lamp_items_find (items, item) + 1;
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  g_autoptr (GPtrArray) found = NULL;
  LampRow *first, *second;
  LampEdit *edit;

  if (!lamp_item_split (lamp_record_get_row (item), minutes, &first, &second))
    {
      lamp_session_notice (session, _("Each part of an item needs a minute at least."), FALSE);
      return NULL;
    }
  if (title != NULL && *title != '\0')
    lamp_row_set_text (first, "title", title);
  if (second_title != NULL && *second_title != '\0')
    lamp_row_set_text (second, "title", second_title);
  order = order_with_room (items, place, 1);
  edit = lamp_edit_new (lamp_session_get_store (session), _("Split Agenda Item"));
  lamp_row_set_integer (first, "position", place - 1);
  order->pdata[place - 1] = NULL; /* replaced as a whole */
  write_positions (edit, order);
  lamp_edit_replace (edit, first);
  g_ptr_array_add (rows, second);
  found = commit_rows (session, edit, rows, place);

  return found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static void
add_clashes (GPtrArray *all,
             char     **clashes)
{
  for (guint i = 0; clashes[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (all, clashes[i], g_str_equal, NULL))
      g_ptr_array_add (all, g_strdup (clashes[i]));
}

/* What hangs on an item that becomes part of another hangs on that other from now on. */
static void
hand_over (LampEdit   *edit,
           LampRecord *item,
           const char *to)
{
  g_autoptr (GListModel) later = lamp_store_list_by (lamp_edit_get_store (edit), "agenda_items", "carried_from",
                                                     lamp_record_get_id (item));

  set_in_outcomes (edit, item, "item", to);
  for (guint i = 0; i < g_list_model_get_n_items (later); i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (later, i);

      lamp_edit_set_text (edit, other, "carried_from", to);
    }
}

static LampRow *
merge_rows (GPtrArray *chosen,
            GPtrArray *all_clashes)
{
  LampRow *merged = lamp_row_copy (lamp_record_get_row (chosen->pdata[0]));

  for (guint i = 1; merged != NULL && i < chosen->len; i++)
    {
      g_auto (GStrv) clashes = NULL;
      g_autoptr (LampRow) before = g_steal_pointer (&merged);

      merged = lamp_item_merge (before, lamp_record_get_row (chosen->pdata[i]), &clashes);
      if (merged != NULL)
        add_clashes (all_clashes, clashes);
    }

  return merged;
}

static char *
describe_merge (const LampRow *merged,
                GPtrArray     *clashes)
{
  g_autofree char *list = NULL;

  if (clashes->len == 0)
    // Translators: %s is the title of the agenda item that several have become
    return g_strdup_printf (_("Merged into “%s”"), lamp_row_get_title (merged));
  g_ptr_array_add (clashes, NULL);
  // Translators: stands between the names of fields
  list = g_strjoinv (C_ ("merge", ", "), (char **) clashes->pdata);

  // Translators: items were merged that did not agree in some fields; %s are those fields, such as Kind, Presenter
  return g_strdup_printf (_("Merged; kept from the first item: %s"), list);
}

/**
 * lamp_items_merge:
 * @session: the session
 * @chosen: (element-type LampRecord): two or more agenda items of one meeting, in order
 *
 * Makes one item of several: times are added, texts joined, links kept. Where they do not agree the first has its way,
 * and that is told. What was decided and promised stays with them.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_items_merge (LampSession *session,
                  GPtrArray   *chosen)
{
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func (g_free);
  LampRow *merged = chosen->len > 1 ? merge_rows (chosen, clashes) : NULL;
  g_autofree char *notice = NULL;
  LampEdit *edit;

  if (merged == NULL)
    {
      lamp_session_notice (session, _("Together these items would take more than a day."), FALSE);
      return FALSE;
    }
  notice = describe_merge (merged, clashes);
  edit = lamp_edit_new (lamp_session_get_store (session), _("Merge Agenda Items"));
  for (guint i = 1; i < chosen->len; i++)
    hand_over (edit, chosen->pdata[i], lamp_row_get_id (merged));
  for (guint i = 1; i < chosen->len; i++)
    lamp_edit_delete (edit, chosen->pdata[i]);
  lamp_edit_replace (edit, merged);

  return lamp_session_commit (session, edit, notice);
}

/**
 * lamp_items_insert:
 * @session: the session
 * @meeting: a meeting
 * @items: its agenda items
 * @place: where the new ones are to stand
 * @rows: (element-type LampRow): the new ones, without identifiers; emptied
 * @label: what Undo says
 * @fit: whether to fit the agenda to its slot in the same step; where it cannot fit, that is told
 *
 * Puts items on an agenda.
 *
 * Returns: (transfer full) (element-type LampRecord): the new items
 */
GPtrArray *
lamp_items_insert (LampSession *session,
                   LampRecord  *meeting,
                   GListModel  *items,
                   guint        place,
                   GPtrArray   *rows,
                   const char  *label,
                   gboolean     fit)
{
  g_autoptr (GPtrArray) order = order_with_room (items, place, rows->len);
  g_autofree char *words = NULL;
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), label);
  GPtrArray *found;

  write_positions (edit, order);
  for (guint i = 0; i < rows->len; i++)
    lamp_row_set_text (rows->pdata[i], "meeting", lamp_record_get_id (meeting));
  if (fit)
    lamp_items_fit_in (edit, meeting, items, place, rows, LAMP_FIT_SHORTEN, &words);
  found = commit_rows (session, edit, rows, place);
  if (words != NULL && found->len > 0)
    lamp_session_notice (session, words, FALSE);

  return found;
}

/**
 * lamp_items_add_typed:
 * @session: the session
 * @meeting: a meeting
 * @items: its agenda items
 * @text: what a person typed: a title, and how long it takes if that was said at its end
 *
 * Adds an item at the end of the agenda, before a reflection that closes it.
 *
 * Returns: (transfer full) (nullable): the item
 */
LampRecord *
lamp_items_add_typed (LampSession *session,
                      LampRecord  *meeting,
                      GListModel  *items,
                      const char  *text)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  g_autoptr (GPtrArray) found = NULL;
  LampRow *row = lamp_row_new (lamp_schema_find ("agenda_items"));
  g_autofree char *title = NULL;
  int minutes = 0;

  lamp_row_set_defaults (row);
  if (lamp_item_read_typed (text, &title, &minutes))
    lamp_row_set_integer (row, "minutes", minutes);
  lamp_row_set_text (row, "title", title);
  g_ptr_array_add (rows, row);
  found = lamp_items_insert (session, meeting, items, lamp_items_get_end (items), rows, _("Add Agenda Item"), FALSE);

  return found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}
