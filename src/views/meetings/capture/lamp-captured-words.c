/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-captured-words.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-decision-rules.h"
#include "lamp-due.h"

static void
add_part (GString    *text,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
add_date (GString    *text,
          const char *format,
          LampRecord *record,
          const char *field)
{
  g_autofree char *date = lamp_record_dup_display (record, field);
  g_autofree char *part = NULL;

  if (*date == '\0')
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  part = g_strdup_printf (format, date);
#pragma GCC diagnostic pop
  add_part (text, part);
}

static void
describe_decision (GString    *text,
                   LampRecord *decision)
{
  const LampDecisionMethod *method = lamp_decision_method_find (lamp_record_get_text (decision, "method"));
  g_autofree char *method_label = lamp_record_dup_display (decision, "method");
  g_autoptr (LampTally) tally = lamp_tally_parse (lamp_record_get_text (decision, "tally"));
  g_autoptr (LampVerdict) verdict = lamp_decision_judge (method, tally, 0);

  add_part (text, method_label);
  if (verdict->outcome != LAMP_OUTCOME_UNCOUNTED)
    add_part (text, lamp_outcome_get_label (verdict->outcome));
  if (lamp_record_get_boolean (decision, "purpose_agreed"))
    add_part (text, _("purpose agreed"));
  if (lamp_record_get_boolean (decision, "action_agreed"))
    add_part (text, _("action agreed"));
  add_date (text, _("look again on %s"), decision, "revisit_on");
}

static void
describe_commitment (GString    *text,
                     LampStore  *store,
                     LampRecord *commitment,
                     const char *today)
{
  g_autofree char *due = lamp_due_dup_words (lamp_record_get_text (commitment, "due"), today);
  g_autoptr (LampRecord) owner = lamp_capture_find_reference (store, commitment, "owner");

  add_part (text, owner != NULL ? lamp_record_get_title (owner) : _("nobody named"));
  if (lamp_record_has (commitment, "done_on"))
    add_date (text, _("done on %s"), commitment, "done_on");
  else
    add_part (text, *due != '\0' ? due : _("no date"));
}

static void
describe_problem (GString    *text,
                  LampRecord *problem)
{
  gboolean is_tame = g_strcmp0 (lamp_record_get_text (problem, "kind"), "tame") == 0;

  add_part (text, is_tame ? C_ ("problem", "tame") : C_ ("problem", "wicked"));
  if (lamp_record_has (problem, "resolved_on"))
    add_date (text, _("solved on %s"), problem, "resolved_on");
  else
    add_date (text, _("look again on %s"), problem, "next_look_on");
}

/**
 * lamp_captured_get_kind:
 * @record: what was written down
 *
 * Returns: (transfer none): what it is called, such as "Decision"
 */
const char *
lamp_captured_get_kind (LampRecord *record)
{
  if (lamp_record_is (record, "decisions"))
    return C_ ("captured", "Decision");
  if (lamp_record_is (record, "commitments"))
    return C_ ("captured", "Commitment");
  if (lamp_record_is (record, "problems"))
    return C_ ("captured", "Problem");

  return C_ ("captured", "Question");
}

/**
 * lamp_captured_get_icon_name:
 * @record: what was written down
 *
 * Returns: (transfer none): the symbol for what it is
 */
const char *
lamp_captured_get_icon_name (LampRecord *record)
{
  if (lamp_record_is (record, "decisions"))
    return "object-select-symbolic";
  if (lamp_record_is (record, "commitments"))
    return "task-due-symbolic";
  if (lamp_record_is (record, "problems"))
    return "dialog-warning-symbolic";

  return "dialog-question-symbolic";
}

/**
 * lamp_captured_describe:
 * @store: the file
 * @record: what was written down
 * @today: today
 *
 * Says what there is to know of it at a glance: of a commitment, who keeps it and when it is due.
 *
 * Returns: (transfer full): parts with a dot between them; plain text, empty when there is nothing to say
 */
char *
lamp_captured_describe (LampStore  *store,
                        LampRecord *record,
                        const char *today)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (lamp_record_is (record, "decisions"))
    describe_decision (text, record);
  else if (lamp_record_is (record, "commitments"))
    describe_commitment (text, store, record, today);
  else if (lamp_record_is (record, "problems"))
    describe_problem (text, record);
  else if (lamp_record_is (record, "questions"))
    {
      g_autofree char *state = lamp_record_dup_display (record, "state");

      add_part (text, state);
    }
  else if (lamp_record_is (record, "norms"))
    {
      add_date (text, _("adopted on %s"), record, "adopted_on");
      add_date (text, _("reviewed on %s"), record, "reviewed_on");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
