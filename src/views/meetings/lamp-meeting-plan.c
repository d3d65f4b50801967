/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-plan.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"

/**
 * lamp_meeting_plan_new:
 * @meeting: a meeting
 * @items: its agenda items, in order
 *
 * Times the agenda of a meeting.
 *
 * Returns: (transfer full): the plan; it must not outlive the items' present values
 */
LampMeetingPlan *
lamp_meeting_plan_new (LampRecord *meeting,
                       GListModel *items)
{
  LampMeetingPlan *self = g_new0 (LampMeetingPlan, 1);

  self->n_items = g_list_model_get_n_items (items);
  self->minutes = g_new0 (int, self->n_items + 1);
  self->kinds = g_new0 (const char *, self->n_items + 1);
  self->times = g_new0 (LampAgendaTime, self->n_items + 1);
  for (guint i = 0; i < self->n_items; i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      self->minutes[i] = (int) lamp_record_get_integer (item, "minutes");
      self->kinds[i] = lamp_record_get_text (item, "kind");
    }
  self->sum = lamp_agenda_lay_out (lamp_time_to_minutes (lamp_record_get_text (meeting, "starts_at")),
                                   (int) lamp_record_get_integer (meeting, "minutes"),
                                   self->minutes, self->n_items, self->times);

  return self;
}

/**
 * lamp_meeting_plan_free:
 * @self: (nullable): a plan
 *
 * Frees a plan.
 */
void
lamp_meeting_plan_free (LampMeetingPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->minutes);
  g_free (self->kinds);
  g_free (self->times);
  g_free (self);
}

/**
 * lamp_meeting_plan_dup_sum:
 * @self: a plan
 *
 * Returns: (transfer full): the minutes planned and those there are, such as "47 of 44 min"
 */
char *
lamp_meeting_plan_dup_sum (const LampMeetingPlan *self)
{
  // Translators: the minutes planned for a meeting and the minutes there are
  return g_strdup_printf (_("%d of %d min"), self->sum.planned, self->sum.slot);
}

/**
 * lamp_meeting_plan_dup_verdict:
 * @self: a plan
 *
 * Returns: (transfer full): what that comes to, such as "3 min over"
 */
char *
lamp_meeting_plan_dup_verdict (const LampMeetingPlan *self)
{
  if (self->n_items == 0)
    return g_strdup (_("nothing planned yet"));
  if (self->sum.over > 0)
    return g_strdup_printf (_("%d min over"), self->sum.over);
  if (self->sum.over < 0)
    return g_strdup_printf (_("%d min left"), -self->sum.over);

  return g_strdup (_("fits to the minute"));
}

/**
 * lamp_meeting_plan_dup_kinds:
 * @self: a plan
 *
 * Returns: (transfer full): the minutes of each kind, in the order of the agenda
 */
char *
lamp_meeting_plan_dup_kinds (const LampMeetingPlan *self)
{
  g_autoptr (GArray) sums = lamp_agenda_sum_kinds (self->kinds, self->minutes, self->n_items);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sums->len; i++)
    {
      const LampKindSum *sum = &g_array_index (sums, LampKindSum, i);
      g_autofree char *minutes = lamp_duration_format (sum->minutes);

      // Translators: a kind of agenda item and how long all items of that kind take: Work 20 min
      g_string_append_printf (text, C_ ("kind sum", "%s%s %s"), i > 0 ? " · " : "",
                              lamp_item_kind_get_label (sum->kind), minutes);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lamp_meeting_plan_dup_missing:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): one sentence that names the blocks the agenda has no room for, %NULL when it
 *   has all three (practice S52)
 */
char *
lamp_meeting_plan_dup_missing (const LampMeetingPlan *self)
{
  LampAgendaBlocks missing = lamp_agenda_find_missing (self->kinds, self->n_items);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (missing == 0 || self->n_items == 0)
    return NULL;

  if (missing & LAMP_AGENDA_CONVERSATION)
    g_ptr_array_add (names, (gpointer) C_ ("block", "conversation"));
  if (missing & LAMP_AGENDA_WORK)
    g_ptr_array_add (names, (gpointer) C_ ("block", "work"));
  if (missing & LAMP_AGENDA_REFLECTION)
    g_ptr_array_add (names, (gpointer) C_ ("block", "reflection"));
  g_ptr_array_add (names, NULL);
  // Translators: stands between the names of blocks
  list = g_strjoinv (C_ ("block", ", "), (char **) names->pdata);

  // Translators: %s is one or more of: conversation, work, reflection
  return g_strdup_printf (_("No time is set aside for: %s."), list);
}

/**
 * lamp_meeting_plan_is_headed:
 * @self: a plan
 *
 * Returns: whether headings over runs of a kind help: on an agenda long enough, where a kind seldom stands alone
 */
gboolean
lamp_meeting_plan_is_headed (const LampMeetingPlan *self)
{
  guint n_runs = 0;

  for (guint i = 0; i < self->n_items; i++)
    if (i == 0 || g_strcmp0 (self->kinds[i], self->kinds[i - 1]) != 0)
      n_runs++;

  return self->n_items >= 6 && n_runs * 2 <= self->n_items;
}

/**
 * lamp_item_kind_get_label:
 * @kind: (nullable): the word of an agenda item's kind
 *
 * Returns: (transfer none): what a person reads
 */
const char *
lamp_item_kind_get_label (const char *kind)
{
  const LampRecordType *type = lamp_schema_find ("agenda_items");

  return lamp_field_get_choice_label (&type->fields[lamp_record_type_find_field (type, "kind")], kind);
}

/**
 * lamp_item_kind_get_icon_name:
 * @kind: (nullable): the word of an agenda item's kind
 *
 * Returns: (transfer none): a symbolic icon; it always stands beside the word
 */
const char *
lamp_item_kind_get_icon_name (const char *kind)
{
  static const struct { const char *kind; const char *icon_name; } icons[] = {
    { "check-in", "emoji-body-symbolic" },
    { "conversation", "chat-message-new-symbolic" },
    { "work", "document-edit-symbolic" },
    { "decision", "object-select-symbolic" },
    { "review", "view-reveal-symbolic" },
    { "reflection", "emoji-objects-symbolic" },
    { "logistics", "view-list-bullet-symbolic" },
    { "break", "emoji-food-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i].kind, kind) == 0)
      return icons[i].icon_name;

  return "chat-message-new-symbolic";
}

/**
 * lamp_meeting_state_get_icon_name:
 * @state: (nullable): the word of a meeting's state
 *
 * Returns: (transfer none): a symbolic icon; it always stands beside the word
 */
const char *
lamp_meeting_state_get_icon_name (const char *state)
{
  if (g_strcmp0 (state, "closed") == 0)
    return "changes-prevent-symbolic";
  if (g_strcmp0 (state, "in-progress") == 0)
    return "media-playback-start-symbolic";
  if (g_strcmp0 (state, "open") == 0)
    return "changes-allow-symbolic";

  return "document-edit-symbolic";
}
