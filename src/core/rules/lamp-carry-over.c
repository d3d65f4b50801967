/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-carry-over.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"

/* What moves to the next meeting: what was not discussed, what recurs, and what has an open commitment (the rule of
 * 4minitz, see peers A9). A topic that has moved already does not move again, so asking twice is harmless. */

#define NOTES_LIMIT 500  /* characters of what was said last time */
#define CHAIN_LIMIT 100  /* meetings that a topic is followed back through: a file may hold a ring */

/**
 * lamp_carried_free:
 * @self: (nullable): an item that moves
 *
 * Frees it; the item itself belongs to the snapshot.
 */
void
lamp_carried_free (LampCarried *self)
{
  if (self == NULL)
    return;
  g_free (self->why);
  g_free (self);
}

/* Each meeting has a check-in, breaks and a reflection of its own: those that were skipped are not made up for. */
static gboolean
belongs_to_its_meeting (const LampRow *item)
{
  return lamp_row_is (item, "kind", "check-in") || lamp_row_is (item, "kind", "break") || lamp_row_is (item, "kind", "reflection");
}

static const LampRow *
came_from (LampSnapshot  *snapshot,
           const LampRow *item)
{
  return lamp_snapshot_find (snapshot, "agenda_items", lamp_row_get_text (item, "carried_from"));
}

/* The item that a topic began as. */
static const LampRow *
find_first (LampSnapshot  *snapshot,
            const LampRow *item)
{
  const LampRow *earlier = came_from (snapshot, item);

  for (guint i = 0; earlier != NULL && i < CHAIN_LIMIT; i++)
    {
      item = earlier;
      earlier = came_from (snapshot, item);
    }

  return item;
}

/* The commitments made under a topic, at whichever meeting, that are not done. */
static GPtrArray *
find_open_commitments (LampSnapshot  *snapshot,
                       const LampRow *item)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; item != NULL && i < CHAIN_LIMIT; i++)
    {
      GPtrArray *made = lamp_snapshot_find_by (snapshot, "commitments", "item", lamp_row_get_id (item));

      for (guint c = 0; c < made->len; c++)
        if (!lamp_row_has (made->pdata[c], "done_on") && !g_ptr_array_find (open, made->pdata[c], NULL))
          g_ptr_array_add (open, made->pdata[c]);
      item = came_from (snapshot, item);
    }

  return open;
}

/**
 * lamp_carry_over_is_left:
 * @item: an agenda item of a meeting that has been held
 *
 * Returns: whether it was not discussed and belongs on the next agenda; when it has moved there, its `state` is "carried"
 */
gboolean
lamp_carry_over_is_left (const LampRow *item)
{
  return !lamp_row_is (item, "state", "discussed") && !belongs_to_its_meeting (item);
}

static LampCarryReasons
judge (const LampRow *item,
       GPtrArray     *open)
{
  guint reasons = 0;

  if (lamp_carry_over_is_left (item))
    reasons |= LAMP_CARRY_NOT_DISCUSSED;
  if (lamp_row_get_integer (item, "recurring"))
    reasons |= LAMP_CARRY_RECURRING;
  if (open->len > 0)
    reasons |= LAMP_CARRY_OPEN_COMMITMENT;

  return (LampCarryReasons) reasons;
}

/* What was said off the record stays there: then commitments are counted and not named. */
static char *
describe_commitments (const LampRow *item,
                      GPtrArray     *open)
{
  if (open->len == 1 && !lamp_row_get_integer (item, "off_record"))
    return g_strdup_printf (_("“%s” has been promised and is still open"), lamp_row_get_title (open->pdata[0]));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u commitment is still open", "%u commitments are still open",
                                       open->len),
                          open->len);
}

static char *
describe_reasons (const LampRow    *item,
                  LampCarryReasons  reasons,
                  GPtrArray        *open)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (reasons & LAMP_CARRY_NOT_DISCUSSED)
    g_strv_builder_add (builder, _("it was not discussed"));
  if (reasons & LAMP_CARRY_RECURRING)
    g_strv_builder_add (builder, _("it comes back each time"));
  if (reasons & LAMP_CARRY_OPEN_COMMITMENT)
    g_strv_builder_take (builder, describe_commitments (item, open));
  parts = g_strv_builder_end (builder);

  /* Translators: stands between the reasons why an agenda item moves to the next meeting */
  return g_strjoinv (C_("carry-over", "; "), parts);
}

static char *
describe (LampSnapshot     *snapshot,
          const LampRow    *item,
          LampCarryReasons  reasons,
          GPtrArray        *open)
{
  const LampRow *meeting = lamp_snapshot_find (snapshot, "meetings", lamp_row_get_text (item, "meeting"));
  g_autofree char *day = lamp_date_dup_display (meeting != NULL ? lamp_row_get_text (meeting, "starts_at") : NULL);
  g_autofree char *because = describe_reasons (item, reasons, open);

  /* Translators: a day, then reasons such as “it was not discussed” */
  return g_strdup_printf (_("Carried over from %s: %s."), day, because);
}

static LampCarried *
carry (LampSnapshot  *snapshot,
       const LampRow *item)
{
  g_autoptr (GPtrArray) open = find_open_commitments (snapshot, item);
  LampCarryReasons reasons = judge (item, open);
  LampCarried *carried;

  if (reasons == 0 || lamp_snapshot_find_by (snapshot, "agenda_items", "carried_from", lamp_row_get_id (item))->len > 0)
    return NULL;
  carried = g_new0 (LampCarried, 1);
  carried->item = item;
  carried->reasons = reasons;
  carried->why = describe (snapshot, item, reasons, open);

  return carried;
}

/**
 * lamp_carry_over_find:
 * @snapshot: a snapshot
 * @meeting: (nullable): the identifier of a meeting, whatever its state
 *
 * Finds what moves from a meeting to the next one: items that were not discussed, that recur, or under which a
 * commitment was made that is still open. A check-in, break or reflection that was skipped does not move, and nothing
 * moves twice.
 *
 * Returns: (transfer full) (element-type LampCarried): the items, in the order of the agenda
 */
GPtrArray *
lamp_carry_over_find (LampSnapshot *snapshot,
                      const char   *meeting)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_carried_free);
  g_autoptr (GPtrArray) items = lamp_snapshot_list_by (snapshot, "agenda_items", "meeting", meeting);

  for (guint i = 0; i < items->len; i++)
    {
      LampCarried *carried = carry (snapshot, items->pdata[i]);

      if (carried != NULL)
        g_ptr_array_add (found, carried);
    }

  return found;
}

static void
copy_plan (const LampRow *from,
           LampRow       *to)
{
  static const char * const names[] = {
    "title", "kind", "activity", "minutes", "minutes_min", "minutes_max", "protected", "presenter", "speaks",
    "silent", "prompt", "goal", "cycle", "problem", "recurring", "off_record",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int index = lamp_record_type_find_field (from->type, names[i]);

      lamp_value_copy (&from->values[index], &to->values[index]);
    }
}

static void
append_paragraph (GString    *text,
                  const char *paragraph)
{
  if (paragraph == NULL || *paragraph == '\0')
    return;
  g_string_append_c (text, '\n');
  g_string_append (text, paragraph);
}

static char *
dup_notes (const LampRow *item)
{
  const char *outcome = lamp_row_get_text (item, "outcome");
  g_autofree char *head = NULL;

  if (outcome == NULL || lamp_row_get_integer (item, "off_record"))
    return NULL;
  head = g_utf8_substring (outcome, 0, MIN (g_utf8_strlen (outcome, -1), NOTES_LIMIT));

  /* Translators: the notes of the last meeting on an agenda item, then perhaps an ellipsis */
  return g_strdup_printf (_("Last time: %s%s"), head, strlen (head) < strlen (outcome) ? "…" : "");
}

/* Why it moves, why it was on an agenda in the first place, and what was said about it last time. */
static char *
make_why (const LampCarried *self,
          LampSnapshot      *snapshot)
{
  const char *first = lamp_row_get_text (find_first (snapshot, self->item), "why");
  g_autoptr (GString) why = g_string_new (NULL);
  g_autofree char *notes = dup_notes (self->item);

  if (self->reasons == LAMP_CARRY_RECURRING && first != NULL)
    return g_strdup (first);
  g_string_append (why, self->why);
  append_paragraph (why, first);
  append_paragraph (why, notes);

  return g_string_free_and_steal (g_steal_pointer (&why));
}

/**
 * lamp_carried_to_item:
 * @self: an item that moves
 * @snapshot: the snapshot that it was found in
 * @meeting: (nullable): the identifier of the meeting that it moves to
 * @position: its position there
 *
 * Makes the item of the next meeting: the plan is taken over, what happened is not. Its `why` says why it moved and,
 * unless it is off the record, what was said last time (practice S58: time is kept, no notes); what only recurs keeps
 * its own. The one who inserts it also sets the old item's `state` to "carried" unless it was discussed.
 *
 * Returns: (transfer full): an agenda item without an identifier
 */
LampRow *
lamp_carried_to_item (const LampCarried *self,
                      LampSnapshot      *snapshot,
                      const char        *meeting,
                      int                position)
{
  LampRow *item = lamp_row_new (self->item->type);
  g_autofree char *why = make_why (self, snapshot);

  copy_plan (self->item, item);
  lamp_row_set_text (item, "meeting", meeting);
  lamp_row_set_integer (item, "position", position);
  lamp_row_set_text (item, "why", why);
  lamp_row_set_text (item, "state", "planned");
  lamp_row_set_text (item, "carried_from", lamp_row_get_id (self->item));

  return item;
}

/* Whether @a begins before @b; the identifier settles what begins at once. */
static gboolean
is_before (const LampRow *a,
           const LampRow *b)
{
  int order = g_strcmp0 (lamp_row_get_text (a, "starts_at"), lamp_row_get_text (b, "starts_at"));

  return order != 0 ? order < 0 : g_strcmp0 (lamp_row_get_id (a), lamp_row_get_id (b)) < 0;
}

static GPtrArray *
find_siblings (LampSnapshot *snapshot,
               const char   *community,
               const char   *series)
{
  if (series != NULL)
    return lamp_snapshot_find_by (snapshot, "meetings", "series", series);

  return lamp_snapshot_find_by (snapshot, "meetings", "community", community);
}

/**
 * lamp_carry_over_find_previous:
 * @snapshot: a snapshot
 * @community: the identifier of a community
 * @series: (nullable): the identifier of a series, to stay within it
 * @before: a date or wall time
 *
 * Returns: (transfer none) (nullable): the last meeting that starts before then
 */
const LampRow *
lamp_carry_over_find_previous (LampSnapshot *snapshot,
                               const char   *community,
                               const char   *series,
                               const char   *before)
{
  GPtrArray *meetings = find_siblings (snapshot, community, series);
  const LampRow *best = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      const LampRow *meeting = meetings->pdata[i];

      if (g_strcmp0 (lamp_row_get_text (meeting, "starts_at"), before) < 0 && (best == NULL || is_before (best, meeting)))
        best = meeting;
    }

  return best;
}

/**
 * lamp_carry_over_find_next:
 * @snapshot: a snapshot
 * @meeting: the identifier of a meeting
 *
 * Returns: (transfer none) (nullable): the first meeting after it of the same series, or without a series of the same
 *   community, that is not closed
 */
const LampRow *
lamp_carry_over_find_next (LampSnapshot *snapshot,
                           const char   *meeting)
{
  const LampRow *from = lamp_snapshot_find (snapshot, "meetings", meeting);
  const LampRow *best = NULL;
  GPtrArray *meetings;

  if (from == NULL)
    return NULL;
  meetings = find_siblings (snapshot, lamp_row_get_text (from, "community"), lamp_row_get_text (from, "series"));
  for (guint i = 0; i < meetings->len; i++)
    {
      const LampRow *other = meetings->pdata[i];

      if (is_before (from, other) && !lamp_row_is (other, "state", "closed") && (best == NULL || is_before (other, best)))
        best = other;
    }

  return best;
}
