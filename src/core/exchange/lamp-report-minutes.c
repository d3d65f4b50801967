/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-decision-rules.h"
#include "lamp-report-private.h"

static void
add_course (LampReport *self)
{
  g_autofree char *began_at = lamp_report_dup_local (lamp_row_get_text (self->meeting, "began_at"));
  g_autofree char *ended_at = lamp_report_dup_local (lamp_row_get_text (self->meeting, "ended_at"));
  g_autofree char *began = lamp_clock_time_dup_display (began_at);
  g_autofree char *ended = lamp_clock_time_dup_display (ended_at);

  lamp_document_add_fact (self->document, C_("report", "Began"), began);
  lamp_document_add_fact (self->document, C_("report", "Ended"), ended);
}

static void
add_state (LampReport *self)
{
  if (!lamp_row_is (self->meeting, "state", "closed"))
    lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH,
                       _("Draft: the meeting is not closed, and these minutes may still change."), NULL);
}

static void
add_attendance (LampReport *self)
{
  if (self->options->without_attendance
      || lamp_snapshot_find_by (self->snapshot, "attendances", "meeting", lamp_row_get_id (self->meeting))->len == 0)
    return;
  lamp_document_add_heading (self->document, 2, C_("report", "Attendance"));
  lamp_report_add_people (self, C_("report", "Present"), "present");
  lamp_report_add_people (self, C_("report", "Excused"), "excused");
  lamp_report_add_people (self, C_("report", "Absent"), "absent");
  lamp_report_add_people (self, C_("report", "Invited, attendance not noted"), "invited");
}

/* Whole minutes as they are said: 90 seconds are 2 minutes, and what was touched at all took one. */
static int
minutes_of (gint64 seconds)
{
  return (int) MAX (1, (seconds + 30) / 60);
}

static char *
dup_time (LampReport    *self,
          const LampRow *item)
{
  g_autofree char *planned = lamp_duration_format ((int) lamp_row_get_integer (item, "minutes"));
  g_autofree char *spent = lamp_duration_format (minutes_of (lamp_row_get_integer (item, "spent_seconds")));

  if (lamp_row_get_integer (item, "spent_seconds") == 0)
    return g_strdup_printf (_("%s planned"), planned);

  return g_strdup_printf (_("%s planned, %s taken"), planned, spent);
}

/* What became of an item that was not discussed. */
static const char *
describe_state (const LampRow *item)
{
  if (lamp_row_is (item, "state", "carried"))
    return _("Carried over to the next meeting.");
  if (!lamp_row_is (item, "state", "discussed"))
    return _("Not discussed.");

  return NULL;
}

static void
add_links (LampReport    *self,
           const LampRow *item)
{
  lamp_report_add_field (self, item, "presenter");
  lamp_report_add_field (self, item, "goal");
  lamp_report_add_field (self, item, "problem");
}

static void
add_item (LampReport    *self,
          const LampRow *item,
          guint          number)
{
  g_autofree char *heading = g_strdup_printf (C_("report", "%u. %s"), number, lamp_report_get_item_title (self, item));
  g_autofree char *time = dup_time (self, item);
  const char *outcome = lamp_row_get_text (item, "outcome");
  const char *state = describe_state (item);

  lamp_document_add_heading (self->document, 3, heading);
  lamp_document_add_fact (self->document, C_("report", "Time"), time);
  if (!lamp_row_get_integer (item, "off_record"))
    add_links (self, item);
  if (state != NULL)
    lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, state, NULL);
  if (lamp_row_get_integer (item, "off_record"))
    {
      lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, _("Off the record: time is kept, notes are not."), NULL);
      return;
    }
  if (outcome != NULL)
    lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, outcome, NULL);
}

static void
add_total (LampReport *self)
{
  gint64 spent = lamp_report_sum (self, "spent_seconds");
  g_autofree char *planned = lamp_duration_format ((int) lamp_report_sum (self, "minutes"));
  g_autofree char *taken = lamp_duration_format (minutes_of (spent));
  g_autofree char *total = NULL;

  if (spent == 0)
    return;
  total = g_strdup_printf (_("All together: %s planned, %s taken."), planned, taken);
  lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, total, NULL);
}

static void
add_items (LampReport *self)
{
  if (self->items->len == 0)
    return;
  lamp_document_add_heading (self->document, 2, C_("report", "Items"));
  add_total (self);
  for (guint i = 0; i < self->items->len; i++)
    add_item (self, self->items->pdata[i], i + 1);
}

/* The item that something was decided or promised under, unless that was off the record. */
static const char *
get_item (LampReport    *self,
          const LampRow *row)
{
  const LampRow *item = lamp_snapshot_find (self->snapshot, "agenda_items", lamp_row_get_text (row, "item"));

  return item != NULL && !lamp_row_get_integer (item, "off_record") ? lamp_row_get_title (item) : NULL;
}

/* {"for":5,"against":1} as "For: 5; Against: 1". */
static char *
dup_tally (const LampRow *decision)
{
  g_autoptr (LampTally) tally = lamp_tally_parse (lamp_row_get_text (decision, "tally"));

  return lamp_decision_dup_tally (lamp_decision_method_find (lamp_row_get_text (decision, "method")), tally);
}

static void
add_agreement (LampReport    *self,
               const LampRow *decision,
               const char    *field)
{
  if (lamp_row_has (decision, field))
    lamp_document_add_fact (self->document,
                            lamp_field_get_label (&decision->type->fields[lamp_record_type_find_field (decision->type, field)]),
                            lamp_row_get_integer (decision, field) ? C_("boolean", "Yes") : C_("boolean", "No"));
}

static void
add_decision (LampReport    *self,
              const LampRow *decision,
              guint          number)
{
  g_autofree char *heading = g_strdup_printf (C_("report", "Decision %u"), number);
  g_autofree char *tally = dup_tally (decision);

  lamp_document_add_heading (self->document, 3, heading);
  lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, lamp_row_get_title (decision), NULL);
  lamp_document_add_fact (self->document, C_("report", "Item"), get_item (self, decision));
  lamp_report_add_field (self, decision, "method");
  lamp_document_add_fact (self->document, C_("report", "Tally"), tally);
  add_agreement (self, decision, "purpose_agreed");
  add_agreement (self, decision, "action_agreed");
  lamp_report_add_field (self, decision, "objections");
  lamp_report_add_field (self, decision, "revisit_on");
}

static void
add_decisions (LampReport *self)
{
  g_autoptr (GPtrArray) decisions = lamp_snapshot_list_by (self->snapshot, "decisions", "meeting",
                                                           lamp_row_get_id (self->meeting));

  if (decisions->len > 0)
    lamp_document_add_heading (self->document, 2, C_("report", "What was decided"));
  for (guint i = 0; i < decisions->len; i++)
    add_decision (self, decisions->pdata[i], i + 1);
}

static void
add_commitment (LampReport    *self,
                const LampRow *commitment)
{
  const char *owner = lamp_report_get_name (self, "people", commitment, "owner");
  g_autofree char *due = lamp_date_dup_display (lamp_row_get_text (commitment, "due"));
  g_autofree char *done = lamp_date_dup_display (lamp_row_get_text (commitment, "done_on"));

  lamp_document_add (self->document, LAMP_BLOCK_ROW, lamp_row_get_title (commitment), owner != NULL ? owner : "", due,
                     done, NULL);
}

static void
add_commitments (LampReport *self)
{
  g_autoptr (GPtrArray) commitments = lamp_snapshot_list_by (self->snapshot, "commitments", "meeting",
                                                             lamp_row_get_id (self->meeting));

  if (commitments->len == 0)
    return;
  lamp_document_add_heading (self->document, 2, C_("report", "What was promised"));
  lamp_document_add (self->document, LAMP_BLOCK_COLUMNS, C_("report", "What"), C_("report", "Who"),
                     C_("report", "Due"), C_("report", "Done"), NULL);
  for (guint i = 0; i < commitments->len; i++)
    add_commitment (self, commitments->pdata[i]);
}

static void
add_questions (LampReport *self)
{
  g_autoptr (GPtrArray) questions = lamp_snapshot_list_by (self->snapshot, "questions", "meeting",
                                                           lamp_row_get_id (self->meeting));

  if (questions->len > 0)
    lamp_document_add_heading (self->document, 2, C_("report", "Questions"));
  for (guint i = 0; i < questions->len; i++)
    lamp_document_add (self->document, LAMP_BLOCK_POINT, lamp_row_get_title (questions->pdata[i]), NULL);
}

static void
add_rating (LampReport *self)
{
  g_autofree char *rating = NULL;

  if (!lamp_row_has (self->meeting, "norms_rating"))
    return;
  /* Translators: how well the norms were kept, from 1 to 5 */
  rating = g_strdup_printf (_("We kept our norms: %d of 5."), (int) lamp_row_get_integer (self->meeting, "norms_rating"));
  lamp_document_add_heading (self->document, 2, C_("report", "Our norms"));
  lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, rating, NULL);
}

/**
 * lamp_report_write_minutes:
 * @self: a report with its head
 *
 * Writes what happened.
 */
void
lamp_report_write_minutes (LampReport *self)
{
  add_course (self);
  lamp_report_add_roles (self);
  add_state (self);
  add_attendance (self);
  add_items (self);
  add_decisions (self);
  add_commitments (self);
  add_questions (self);
  add_rating (self);
}
