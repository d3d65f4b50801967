/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-draft.h"

#include <glib/gi18n-lib.h>

#include "lamp-carry-over.h"
#include "lamp-date.h"
#include "lamp-protocol.h"

static void
lamp_draft_item_free (LampDraftItem *self)
{
  g_clear_pointer (&self->row, lamp_row_free);
  g_free (self);
}

/**
 * lamp_agenda_draft_new:
 * @slot: the minutes of the meeting
 *
 * Returns: (transfer full): a draft with nothing in it
 */
LampAgendaDraft *
lamp_agenda_draft_new (int slot)
{
  LampAgendaDraft *self = g_new0 (LampAgendaDraft, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_draft_item_free);
  self->slot = slot;

  return self;
}

/**
 * lamp_agenda_draft_free:
 * @self: (nullable): a draft
 *
 * Frees a draft with its items.
 */
void
lamp_agenda_draft_free (LampAgendaDraft *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self->note);
  g_free (self);
}

static void
take_row (LampAgendaDraft *self,
          LampRow         *row, /* (transfer full) */
          gboolean         chosen,
          gboolean         has_room)
{
  LampDraftItem *item = g_new0 (LampDraftItem, 1);

  item->row = row;
  item->chosen = chosen;
  item->has_room = has_room;
  g_ptr_array_add (self->items, item);
}

/* An item of a kind that each meeting has once, or that stands for its kind until something asks for it. */
static gboolean
is_block (const LampRow *row)
{
  static const char * const subjects[] = { "goal", "cycle", "stage", "problem", "carried_from" };

  if (lamp_row_is (row, "kind", "check-in") || lamp_row_is (row, "kind", "reflection"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (lamp_row_has (row, subjects[i]))
      return FALSE;

  return !lamp_row_is (row, "kind", "review") && !lamp_row_is (row, "kind", "decision");
}

static gboolean
have_the_same (const LampRow *row,
               const LampRow *other,
               const char    *field)
{
  const char *text = lamp_row_get_text (row, field);

  return text != NULL && lamp_row_is (other, field, text);
}

/* Whether @other, which is on an agenda, already is what @row would bring onto it. */
static gboolean
stands_for (const LampRow *other,
            const LampRow *row)
{
  if (have_the_same (row, other, "carried_from") || have_the_same (row, other, "problem")
      || have_the_same (row, other, "stage") || have_the_same (row, other, "title"))
    return TRUE;

  return is_block (row) && have_the_same (row, other, "kind");
}

static gboolean
is_among (GPtrArray     *rows,
          const LampRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (stands_for (rows->pdata[i], row))
      return TRUE;

  return FALSE;
}

static int
sum_minutes (GPtrArray *rows)
{
  int sum = 0;

  for (guint i = 0; i < rows->len; i++)
    sum += (int) lamp_row_get_integer (rows->pdata[i], "minutes");

  return sum;
}

/* Takes the rows that are not on the agenda yet; with an agenda that has items, as many as there is room for are chosen. */
static void
take_rows (LampAgendaDraft *self,
           GPtrArray       *rows,
           GPtrArray       *there,
           gboolean         has_room)
{
  int room = self->slot - self->taken - lamp_agenda_draft_get_minutes (self);

  while (rows->len > 0)
    {
      LampRow *row = g_ptr_array_steal_index (rows, 0);
      int minutes = (int) lamp_row_get_integer (row, "minutes");
      gboolean fits = has_room && (there->len == 0 || minutes <= room);

      if (is_among (there, row))
        {
          lamp_row_free (row);
          continue;
        }
      room -= fits ? minutes : 0;
      take_row (self, row, fits, fits);
    }
}

static GPtrArray *
list_items (LampSnapshot *snapshot,
            const char   *meeting)
{
  if (meeting == NULL)
    return g_ptr_array_new ();

  return lamp_snapshot_list_by (snapshot, "agenda_items", "meeting", meeting);
}

static gboolean
has_subject (const LampAgendaDraft *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (!is_block (((const LampDraftItem *) self->items->pdata[i])->row))
      return TRUE;

  return FALSE;
}

static const char *
describe_proposed (const LampAgendaDraft *self,
                   gboolean               is_new)
{
  if (self->items->len == 0)
    return _("Everything that is due is on the agenda already.");
  if (!is_new && lamp_agenda_draft_count_chosen (self) == 0)
    return _("There is no room left on the agenda.");
  if (is_new && !has_subject (self))
    return _("Nothing is due yet, so there is time to talk, to work and to look back. What you promise, decide and plan "
             "from now on is proposed here when its day comes.");

  return NULL;
}

/**
 * lamp_agenda_draft_new_proposed:
 * @snapshot: all that the file knows
 * @options: what the agenda is for
 *
 * Drafts an agenda from where things stand: what finds room is chosen, what does not is listed after it. For a meeting
 * that has an agenda, what stands on it already is left away.
 *
 * Returns: (transfer full): the draft
 */
LampAgendaDraft *
lamp_agenda_draft_new_proposed (LampSnapshot              *snapshot,
                                const LampProposalOptions *options)
{
  LampAgendaDraft *self = lamp_agenda_draft_new (options->minutes);
  g_autoptr (LampProposal) proposal = lamp_proposal_new (snapshot, options);
  g_autoptr (GPtrArray) there = list_items (snapshot, options->meeting);

  self->taken = sum_minutes (there);
  take_rows (self, proposal->items, there, TRUE);
  take_rows (self, proposal->left_out, there, FALSE);
  self->note = g_strdup (describe_proposed (self, there->len == 0));

  return self;
}

/* The last meeting before, and what is to be said when there is none that has been held. */
static const LampRow *
find_previous (LampSnapshot              *snapshot,
               const LampProposalOptions *options,
               char                     **note)
{
  const LampRow *previous = lamp_carry_over_find_previous (snapshot, options->community, options->series, options->starts_at);
  g_autofree char *day = previous != NULL ? lamp_date_dup_display (lamp_row_get_text (previous, "starts_at")) : NULL;

  if (previous == NULL)
    *note = g_strdup (_("There is no meeting before this one that something could be carried over from."));
  else if (!lamp_row_is (previous, "state", "closed") && g_strcmp0 (lamp_row_get_text (previous, "starts_at"), options->now) > 0)
    // Translators: %s is a day
    *note = g_strdup_printf (_("The meeting before this one, on %s, is still to come: carry over once it has been held."), day);
  else
    return previous;

  return NULL;
}

static char *
describe_carried (const LampRow *previous,
                  guint          n_items)
{
  g_autofree char *day = lamp_date_dup_display (lamp_row_get_text (previous, "starts_at"));

  if (n_items == 0)
    // Translators: %s is a day
    return g_strdup_printf (_("Nothing of the meeting on %s is left over that is not on the agenda already."), day);

  // Translators: %2$s is a day
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u item from the meeting on %2$s.",
                                       "%1$u items from the meeting on %2$s.", n_items),
                          n_items, day);
}

/**
 * lamp_agenda_draft_new_carried:
 * @snapshot: all that the file knows
 * @options: what the agenda is for
 *
 * Drafts an agenda from what the last meeting of the series, or without one of the community, has left over. All of it
 * is chosen, whether there is room or not: it has waited already.
 *
 * Returns: (transfer full): the draft; empty with a note that says why when nothing is to be carried over
 */
LampAgendaDraft *
lamp_agenda_draft_new_carried (LampSnapshot              *snapshot,
                               const LampProposalOptions *options)
{
  LampAgendaDraft *self = lamp_agenda_draft_new (options->minutes);
  const LampRow *previous = find_previous (snapshot, options, &self->note);
  g_autoptr (GPtrArray) carried = NULL;
  g_autoptr (GPtrArray) there = list_items (snapshot, options->meeting);

  self->taken = sum_minutes (there);
  if (previous == NULL)
    return self;
  carried = lamp_carry_over_find (snapshot, lamp_row_get_id (previous));
  for (guint i = 0; i < carried->len; i++)
    {
      LampRow *row = lamp_carried_to_item (carried->pdata[i], snapshot, options->meeting, 0);

      if (is_among (there, row))
        lamp_row_free (row);
      else
        take_row (self, row, TRUE, TRUE);
    }
  self->note = describe_carried (previous, self->items->len);

  return self;
}

/**
 * lamp_agenda_draft_new_protocol:
 * @snapshot: a snapshot with protocols in it
 * @protocol: the identifier of one of them
 * @slot: the minutes of the meeting
 *
 * Drafts an agenda of the steps of a protocol, fitted into the slot where that can be done.
 *
 * Returns: (transfer full): the draft; its note says what the fit has changed
 */
LampAgendaDraft *
lamp_agenda_draft_new_protocol (LampSnapshot *snapshot,
                                const char   *protocol,
                                int           slot)
{
  LampAgendaDraft *self = lamp_agenda_draft_new (slot);
  g_autoptr (GPtrArray) rows = lamp_protocol_to_items (snapshot, protocol, NULL, 0);
  g_autofree int *minutes = g_new0 (int, rows->len + 1);
  LampFitResult result = lamp_fit_rows (rows, slot, LAMP_FIT_SHORTEN, minutes);

  if (rows->len > 0 && (!result.fits || result.n_changed > 0))
    self->note = lamp_fit_describe (rows, minutes, &result);
  for (guint i = 0; result.fits && i < rows->len; i++)
    lamp_row_set_integer (rows->pdata[i], "minutes", minutes[i]);
  while (rows->len > 0)
    take_row (self, g_ptr_array_steal_index (rows, 0), TRUE, TRUE);

  return self;
}

/**
 * lamp_agenda_draft_get_minutes:
 * @self: a draft
 *
 * Returns: the minutes of the items that are chosen
 */
int
lamp_agenda_draft_get_minutes (const LampAgendaDraft *self)
{
  int sum = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const LampDraftItem *item = self->items->pdata[i];

      if (item->chosen)
        sum += (int) lamp_row_get_integer (item->row, "minutes");
    }

  return sum;
}

/**
 * lamp_agenda_draft_count_chosen:
 * @self: a draft
 *
 * Returns: how many items are chosen
 */
guint
lamp_agenda_draft_count_chosen (const LampAgendaDraft *self)
{
  guint n_chosen = 0;

  for (guint i = 0; i < self->items->len; i++)
    n_chosen += ((const LampDraftItem *) self->items->pdata[i])->chosen;

  return n_chosen;
}

static void
mark_carried (LampEdit      *edit,
              const LampRow *row)
{
  const char *from = lamp_row_get_text (row, "carried_from");
  g_autoptr (LampRecord) old = from != NULL ? lamp_store_find (lamp_edit_get_store (edit), "agenda_items", from) : NULL;

  if (old != NULL && lamp_carry_over_is_left (lamp_record_get_row (old)))
    lamp_edit_set_text (edit, old, "state", "carried");
}

/* What was left out and chosen nevertheless comes before a reflection that closes the agenda. */
static GPtrArray *
steal_chosen (LampAgendaDraft *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  LampRow *reflection = NULL;

  for (guint i = 0; i < self->items->len;)
    {
      LampDraftItem *item = self->items->pdata[i];

      if (!item->chosen)
        {
          i++;
          continue;
        }
      if (!item->has_room && reflection == NULL && rows->len > 0
          && lamp_row_is (rows->pdata[rows->len - 1], "kind", "reflection"))
        reflection = g_ptr_array_steal_index (rows, rows->len - 1);
      g_ptr_array_add (rows, g_steal_pointer (&item->row));
      g_ptr_array_remove_index (self->items, i);
    }
  if (reflection != NULL)
    g_ptr_array_add (rows, reflection);

  return rows;
}

/**
 * lamp_agenda_draft_insert:
 * @self: a draft
 * @edit: the change that they are part of
 * @meeting: the identifier of the meeting
 * @position: the position of the first
 *
 * Puts the chosen items onto an agenda. Items that they were carried over from are marked so, unless they were
 * discussed. The draft has lost these items afterwards.
 *
 * Returns: how many there are
 */
guint
lamp_agenda_draft_insert (LampAgendaDraft *self,
                          LampEdit        *edit,
                          const char      *meeting,
                          guint            position)
{
  g_autoptr (GPtrArray) rows = steal_chosen (self);

  for (guint i = 0; i < rows->len; i++)
    {
      lamp_row_set_text (rows->pdata[i], "meeting", meeting);
      lamp_row_set_integer (rows->pdata[i], "position", position + i);
      mark_carried (edit, rows->pdata[i]);
      lamp_edit_insert (edit, rows->pdata[i]);
    }

  return rows->len;
}
