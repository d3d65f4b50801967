/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycle-edits.h"

#include <glib/gi18n-lib.h>

#define USUAL_STAGE_DAYS 14

/**
 * lamp_record_get_span:
 * @record: a cycle or a stage
 *
 * Returns: its planned days, each 0 where unknown
 */
LampDaySpan
lamp_record_get_span (LampRecord *record)
{
  return (LampDaySpan) { lamp_day_from_text (lamp_record_get_text (record, "starts_on")),
                         lamp_day_from_text (lamp_record_get_text (record, "ends_on")) };
}

/**
 * lamp_cycle_get_stages:
 * @store: the file
 * @cycle: a cycle
 *
 * Returns: (transfer full): its stages in order, live
 */
GListModel *
lamp_cycle_get_stages (LampStore  *store,
                       LampRecord *cycle)
{
  return lamp_store_list_by (store, "stages", "cycle", lamp_record_get_id (cycle));
}

/**
 * lamp_stage_get_siblings:
 * @store: the file
 * @stage: a stage
 *
 * Returns: (transfer full): all stages of its cycle in order, live
 */
GListModel *
lamp_stage_get_siblings (LampStore  *store,
                         LampRecord *stage)
{
  return lamp_store_list_by (store, "stages", "cycle", lamp_record_get_text (stage, "cycle"));
}

static void
set_day (LampRow    *row,
         const char *field,
         int         day)
{
  g_autofree char *text = lamp_day_to_text (day);

  lamp_row_set_text (row, field, text);
}

static void
insert_stages (LampEdit             *edit,
               const char           *cycle,
               const LampCycleDraft *draft)
{
  const LampFramework *framework = draft->framework;
  g_autofree LampDaySpan *spans = g_new0 (LampDaySpan, framework->n_stages);

  lamp_cycle_plan_lay_out (framework, draft->span, spans);
  for (guint i = 0; i < framework->n_stages; i++)
    {
      LampRow *row = lamp_row_new (lamp_schema_find ("stages"));

      lamp_row_set_defaults (row);
      lamp_row_set_text (row, "cycle", cycle);
      lamp_row_set_integer (row, "position", i);
      lamp_row_set_text (row, "characteristic", framework->stages[i].characteristic);
      lamp_row_set_text (row, "title", lamp_stage_template_get_title (&framework->stages[i]));
      set_day (row, "starts_on", spans[i].from);
      set_day (row, "ends_on", spans[i].to);
      lamp_edit_insert (edit, row);
    }
}

/**
 * lamp_cycle_create:
 * @session: the session
 * @draft: what a person says of it
 *
 * Makes a cycle whose framework lays out its stages over the days.
 *
 * Returns: (transfer full) (nullable): the cycle; %NULL when it could not be made, which is told as a notice
 */
LampRecord *
lamp_cycle_create (LampSession          *session,
                   const LampCycleDraft *draft)
{
  LampStore *store = lamp_session_get_store (session);
  LampEdit *edit = lamp_edit_new (store, _("Add Cycle"));
  LampRow *row = lamp_row_new (lamp_schema_find ("cycles"));
  g_autofree char *id = NULL;

  lamp_row_set_text (row, "community", draft->community);
  lamp_row_set_text (row, "title", draft->title);
  lamp_row_set_text (row, "framework", draft->framework->name);
  lamp_row_set_text (row, "previous", draft->previous);
  set_day (row, "starts_on", draft->span.from);
  set_day (row, "ends_on", draft->span.to);
  id = g_strdup (lamp_edit_insert (edit, row));
  insert_stages (edit, id, draft);
  if (!lamp_session_commit (session, edit, NULL))
    return NULL;

  return lamp_store_find (store, "cycles", id);
}

/**
 * lamp_cycle_add_stage:
 * @session: the session
 * @cycle: a cycle
 *
 * Adds a stage after the last one, two weeks long.
 *
 * Returns: (transfer full) (nullable): the stage
 */
LampRecord *
lamp_cycle_add_stage (LampSession *session,
                      LampRecord  *cycle)
{
  LampStore *store = lamp_session_get_store (session);
  LampEdit *edit = lamp_edit_new (store, _("Add Stage"));
  g_autoptr (GListModel) stages = lamp_cycle_get_stages (store, cycle);
  guint n_stages = g_list_model_get_n_items (stages);
  g_autoptr (LampRecord) last = n_stages > 0 ? g_list_model_get_item (stages, n_stages - 1) : NULL;
  int from = last != NULL ? lamp_record_get_span (last).to + 1 : lamp_record_get_span (cycle).from;
  LampRow *row = lamp_row_new (lamp_schema_find ("stages"));
  g_autofree char *id = NULL;

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "cycle", lamp_record_get_id (cycle));
  lamp_row_set_text (row, "title", _("New stage"));
  lamp_row_set_integer (row, "position", last != NULL ? lamp_record_get_integer (last, "position") + 1 : 0);
  if (from > 1)
    {
      set_day (row, "starts_on", from);
      set_day (row, "ends_on", from + USUAL_STAGE_DAYS - 1);
    }
  id = g_strdup (lamp_edit_insert (edit, row));
  if (!lamp_session_commit (session, edit, NULL))
    return NULL;

  return lamp_store_find (store, "stages", id);
}

static void
edit_span (LampEdit          *edit,
           LampRecord        *stage,
           const LampDaySpan *span)
{
  LampDaySpan before = lamp_record_get_span (stage);
  g_autofree char *from = lamp_day_to_text (span->from);
  g_autofree char *to = lamp_day_to_text (span->to);

  if (before.from != span->from)
    lamp_edit_set_text (edit, stage, "starts_on", from);
  if (before.to != span->to)
    lamp_edit_set_text (edit, stage, "ends_on", to);
}

static guint
find_place (GListModel *stages,
            LampRecord *stage)
{
  guint n_stages = g_list_model_get_n_items (stages);

  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (stages, i);

      if (other == stage)
        return i;
    }

  return n_stages;
}

/**
 * lamp_stage_move:
 * @session: the session
 * @stage: a stage
 * @part: what of it
 * @days: by how many days
 * @others_follow: whether the stages after it move by the same days
 * @notice: (nullable): what to tell, with Undo, when it is done
 *
 * Moves a stage in time.
 *
 * Returns: whether anything was moved
 */
gboolean
lamp_stage_move (LampSession  *session,
                 LampRecord   *stage,
                 LampSpanPart  part,
                 int           days,
                 gboolean      others_follow,
                 const char   *notice)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (GListModel) stages = lamp_stage_get_siblings (store, stage);
  guint n_stages = g_list_model_get_n_items (stages);
  g_autofree LampDaySpan *spans = g_new0 (LampDaySpan, n_stages + 1);
  g_autoptr (LampEdit) edit = lamp_edit_new (store, _("Move Stage"));
  guint place = find_place (stages, stage);

  if (days == 0 || place >= n_stages)
    return FALSE;
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (stages, i);

      spans[i] = lamp_record_get_span (other);
    }
  lamp_cycle_plan_move (spans, n_stages, place, part, days, others_follow);
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (stages, i);

      edit_span (edit, other, &spans[i]);
    }
  if (lamp_edit_is_empty (edit))
    return FALSE;

  return lamp_session_commit (session, g_steal_pointer (&edit), notice);
}

static void
edit_position (LampEdit   *edit,
               LampRecord *stage,
               guint       position)
{
  if (lamp_record_get_integer (stage, "position") != position)
    lamp_edit_set_integer (edit, stage, "position", position);
}

/**
 * lamp_stage_change_place:
 * @session: the session
 * @stage: a stage
 * @by: -1 to change places with the stage before it, 1 with the one after it
 *
 * Reorders the stages of a cycle. The two neighbours change their days too, so that the order in time stays the order
 * of the list.
 *
 * Returns: whether anything was moved
 */
gboolean
lamp_stage_change_place (LampSession *session,
                         LampRecord  *stage,
                         int          by)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (GListModel) stages = lamp_stage_get_siblings (store, stage);
  guint n_stages = g_list_model_get_n_items (stages);
  guint place = find_place (stages, stage);
  guint first = by < 0 ? place - 1 : place;
  LampDaySpan spans[2];
  LampEdit *edit;

  if (place >= n_stages || (by < 0 && place == 0) || (by > 0 && place + 1 >= n_stages))
    return FALSE;

  edit = lamp_edit_new (store, _("Reorder Stages"));
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (stages, i);
      guint to = i == first ? first + 1 : i == first + 1 ? first : i;

      edit_position (edit, other, to);
      if (i == first || i == first + 1)
        spans[i - first] = lamp_record_get_span (other);
    }
  lamp_cycle_plan_swap (&spans[0], &spans[1]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (stages, first + i);

      edit_span (edit, other, &spans[i]);
    }

  return lamp_session_commit (session, edit, NULL);
}
