/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycle-picture.h"

#include "lamp-cycle-edits.h"

/* A bar of a single day in a view of three years can still be seen and pressed. */
#define LEAST_WIDTH 6.0
/* A cycle without dates has a title all the same. */
#define UNDATED_WIDTH 180.0

static gboolean
has_words (LampStore  *store,
           LampRecord *cycle,
           const char *words)
{
  g_autoptr (GListModel) stages = NULL;

  if (*words == '\0' || g_str_match_string (words, lamp_record_get_title (cycle), TRUE))
    return TRUE;
  stages = lamp_cycle_get_stages (store, cycle);
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LampRecord) stage = g_list_model_get_item (stages, i);

      if (g_str_match_string (words, lamp_record_get_title (stage), TRUE))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  LampRecord *cycle;
  char *community;
  guint place;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a;
  const Found *two = b;
  int order = g_utf8_collate (one->community, two->community);

  return order != 0 ? order : one->place < two->place ? -1 : 1;
}

static void
found_clear (gpointer data)
{
  Found *found = data;

  g_object_unref (found->cycle);
  g_free (found->community);
}

static GArray *
find_cycles (LampSession *session)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (GListModel) cycles = lamp_store_list (store, "cycles");
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Found));

  g_array_set_clear_func (all, found_clear);
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (LampRecord) cycle = g_list_model_get_item (cycles, i);
      g_autoptr (LampRecord) community = NULL;
      Found found = { NULL, NULL, i };

      if (!lamp_session_includes (session, cycle) || !has_words (store, cycle, lamp_session_get_search (session)))
        continue;
      community = lamp_store_find (store, "communities", lamp_record_get_text (cycle, "community"));
      found.cycle = g_object_ref (cycle);
      found.community = g_strdup (community != NULL ? lamp_record_get_title (community) : "");
      g_array_append_val (all, found);
    }
  g_array_sort (all, compare_found);

  return all;
}

static void
widen (LampCyclePicture *self,
       int               day)
{
  if (day == 0)
    return;
  self->span.from = self->span.from == 0 ? day : MIN (self->span.from, day);
  self->span.to = MAX (self->span.to, day);
}

static void
add_stages (LampCyclePicture *self,
            LampStore        *store,
            LampRecord       *cycle,
            guint             index)
{
  g_autoptr (GListModel) stages = lamp_cycle_get_stages (store, cycle);

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      LampRecord *stage = g_list_model_get_item (stages, i);
      LampTimelineStage input = { .cycle = index, .planned = lamp_record_get_span (stage),
                                  .started = lamp_day_from_text (lamp_record_get_text (stage, "started_on")),
                                  .finished = lamp_day_from_text (lamp_record_get_text (stage, "finished_on")) };

      /* One date alone is a day. */
      if (input.planned.from == 0 || input.planned.to == 0)
        input.planned.from = input.planned.to = MAX (input.planned.from, input.planned.to);
      g_ptr_array_add (self->stages, stage);
      g_array_append_val (self->stage_inputs, input);
      widen (self, input.planned.from);
      widen (self, input.planned.to);
      widen (self, input.started);
      widen (self, input.finished);
    }
}

static guint
add_community (LampCyclePicture *self,
               const char       *name)
{
  /* Cycles come sorted by it. */
  if (self->communities->len == 0
      || !g_str_equal (g_ptr_array_index (self->communities, self->communities->len - 1), name))
    g_ptr_array_add (self->communities, g_strdup (name));

  return self->communities->len - 1;
}

static void
add_cycle (LampCyclePicture *self,
           LampStore        *store,
           const Found      *found)
{
  LampTimelineCycle input = { add_community (self, found->community), lamp_record_get_span (found->cycle) };

  if (input.span.from == 0 || input.span.to == 0)
    input.span.from = input.span.to = MAX (input.span.from, input.span.to);
  g_ptr_array_add (self->cycles, g_object_ref (found->cycle));
  g_array_append_val (self->cycle_inputs, input);
  widen (self, input.span.from);
  widen (self, input.span.to);
  add_stages (self, store, found->cycle, self->cycles->len - 1);
}

static void
link_cycles (LampCyclePicture *self)
{
  for (guint i = 0; i < self->cycles->len; i++)
    {
      const char *previous = lamp_record_get_text (g_ptr_array_index (self->cycles, i), "previous");
      int index = -1;

      for (guint other = 0; previous != NULL && other < self->cycles->len; other++)
        if (g_str_equal (lamp_record_get_id (g_ptr_array_index (self->cycles, other)), previous))
          index = (int) other;
      g_array_append_val (self->previous, index);
    }
}

static void
add_mark (LampCyclePicture *self,
          guint             cycle,
          LampRecord       *record,
          const char       *field,
          gboolean          is_evidence)
{
  LampCycleMark mark = { cycle, lamp_day_from_text (lamp_record_get_text (record, field)), is_evidence };

  if (mark.day != 0)
    g_array_append_val (self->marks, mark);
}

static void
add_evidence (LampCyclePicture *self,
              LampStore        *store)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      LampRecord *stage = g_ptr_array_index (self->stages, i);
      g_autoptr (GListModel) evidence = lamp_store_list_by (store, "evidence", "stage", lamp_record_get_id (stage));

      for (guint e = 0; e < g_list_model_get_n_items (evidence); e++)
        {
          g_autoptr (LampRecord) piece = g_list_model_get_item (evidence, e);

          add_mark (self, g_array_index (self->stage_inputs, LampTimelineStage, i).cycle, piece, "noted_on", TRUE);
        }
    }
}

/* The meetings of its community while a cycle runs are the cycle's meetings. */
static void
add_meetings (LampCyclePicture *self,
              LampStore        *store)
{
  for (guint i = 0; i < self->cycles->len; i++)
    {
      LampRecord *cycle = g_ptr_array_index (self->cycles, i);
      LampDaySpan span = g_array_index (self->cycle_inputs, LampTimelineCycle, i).span;
      g_autoptr (GListModel) meetings = lamp_store_list_by (store, "meetings", "community",
                                                            lamp_record_get_text (cycle, "community"));

      for (guint m = 0; span.from != 0 && m < g_list_model_get_n_items (meetings); m++)
        {
          g_autoptr (LampRecord) meeting = g_list_model_get_item (meetings, m);
          int day = lamp_day_from_text (lamp_record_get_text (meeting, "starts_at"));

          if (day >= span.from && day <= span.to)
            add_mark (self, i, meeting, "starts_at", FALSE);
        }
    }
}

/**
 * lamp_cycle_picture_new:
 * @session: the session
 *
 * Reads what the timeline shows: the cycles of the chosen community that have the words searched for in their title or
 * their stages'.
 *
 * Returns: (transfer full): the picture, not laid out yet
 */
LampCyclePicture *
lamp_cycle_picture_new (LampSession *session)
{
  LampStore *store = lamp_session_get_store (session);
  LampCyclePicture *self = g_new0 (LampCyclePicture, 1);
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));
  g_autoptr (GArray) found = find_cycles (session);

  self->cycles = g_ptr_array_new_with_free_func (g_object_unref);
  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
  self->communities = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (LampCycleMark));
  self->previous = g_array_new (FALSE, FALSE, sizeof (int));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (LampCycleNode));
  self->cycle_inputs = g_array_new (FALSE, FALSE, sizeof (LampTimelineCycle));
  self->stage_inputs = g_array_new (FALSE, FALSE, sizeof (LampTimelineStage));
  self->today = lamp_day_from_text (today);
  for (guint i = 0; i < found->len; i++)
    add_cycle (self, store, &g_array_index (found, Found, i));
  link_cycles (self);
  add_meetings (self, store);
  add_evidence (self, store);
  if (self->span.from == 0)
    self->span = (LampDaySpan) { self->today - 30, self->today + 180 };

  return self;
}

/**
 * lamp_cycle_picture_free:
 * @self: (nullable): a picture
 *
 * Frees a picture.
 */
void
lamp_cycle_picture_free (LampCyclePicture *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cycles);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->communities);
  g_array_unref (self->marks);
  g_array_unref (self->previous);
  g_array_unref (self->nodes);
  g_array_unref (self->cycle_inputs);
  g_array_unref (self->stage_inputs);
  lamp_timeline_free (self->layout);
  g_free (self);
}

/* A bar takes the room of what was planned and of what was done. */
static LampBox
join_boxes (const LampTimelineBar *bar)
{
  LampBox box = bar->planned.width > 0 ? bar->planned : bar->actual;

  if (bar->planned.width > 0 && bar->actual.width > 0)
    {
      double end = MAX (bar->planned.x + bar->planned.width, bar->actual.x + bar->actual.width);

      box.x = MIN (bar->planned.x, bar->actual.x);
      box.width = end - box.x;
    }
  if (box.width > 0)
    box.width = MAX (box.width, LEAST_WIDTH);

  return box;
}

static void
add_node (LampCyclePicture *self,
          LampRecord       *record,
          guint             cycle,
          int               stage,
          LampBox           box)
{
  LampCycleNode node = { record, cycle, stage, box };

  if (box.width > 0)
    g_array_append_val (self->nodes, node);
}

static void
add_row_nodes (LampCyclePicture      *self,
               const LampTimelineRow *row)
{
  LampBox title = row->title;

  if (title.width <= 0)
    title = (LampBox) { lamp_timeline_scale_get_x (&self->layout->scale, self->today), row->y, UNDATED_WIDTH,
                        LAMP_TIMELINE_TITLE_HEIGHT };
  title.width = MAX (title.width, LEAST_WIDTH);
  add_node (self, g_ptr_array_index (self->cycles, row->cycle), (guint) row->cycle, -1, title);
  for (guint i = 0; i < self->stages->len; i++)
    if (g_array_index (self->stage_inputs, LampTimelineStage, i).cycle == (guint) row->cycle)
      add_node (self, g_ptr_array_index (self->stages, i), (guint) row->cycle, (int) i,
                join_boxes (&g_array_index (self->layout->bars, LampTimelineBar, i)));
}

/**
 * lamp_cycle_picture_lay_out:
 * @self: a picture
 * @scale: where a day is
 *
 * Lays it out, at another zoom or after a shift.
 */
void
lamp_cycle_picture_lay_out (LampCyclePicture        *self,
                            const LampTimelineScale *scale)
{
  lamp_timeline_free (self->layout);
  self->layout = lamp_timeline_new (scale, (LampTimelineCycle *) self->cycle_inputs->data, self->cycle_inputs->len,
                                    (LampTimelineStage *) self->stage_inputs->data, self->stage_inputs->len,
                                    self->today);
  g_array_set_size (self->nodes, 0);
  for (guint i = 0; i < self->layout->rows->len; i++)
    {
      const LampTimelineRow *row = &g_array_index (self->layout->rows, LampTimelineRow, i);

      if (row->cycle >= 0)
        add_row_nodes (self, row);
    }
}

/**
 * lamp_cycle_picture_shift:
 * @self: a picture
 * @stage: the index of a stage
 * @part: what of it
 * @days: by how many days
 * @others_follow: whether the later stages of its cycle follow
 *
 * Shows how it would be, while a bar is dragged. The file is not changed.
 */
void
lamp_cycle_picture_shift (LampCyclePicture *self,
                          guint             stage,
                          LampSpanPart      part,
                          int               days,
                          gboolean          others_follow)
{
  LampTimelineStage *inputs = (LampTimelineStage *) self->stage_inputs->data;
  guint cycle = inputs[stage].cycle;
  guint first = stage;
  guint n_stages = 0;
  g_autofree LampDaySpan *spans = NULL;

  while (first > 0 && inputs[first - 1].cycle == cycle)
    first--;
  while (first + n_stages < self->stage_inputs->len && inputs[first + n_stages].cycle == cycle)
    n_stages++;
  spans = g_new (LampDaySpan, n_stages);
  for (guint i = 0; i < n_stages; i++)
    spans[i] = lamp_record_get_span (g_ptr_array_index (self->stages, first + i));
  lamp_cycle_plan_move (spans, n_stages, stage - first, part, days, others_follow);
  for (guint i = 0; i < n_stages; i++)
    if (spans[i].from != 0 && spans[i].to != 0)
      inputs[first + i].planned = spans[i];
}

/**
 * lamp_cycle_picture_find:
 * @self: a picture
 * @record: (nullable): a cycle or a stage
 *
 * Returns: the index of its node, or -1
 */
int
lamp_cycle_picture_find (const LampCyclePicture *self,
                         LampRecord             *record)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_array_index (self->nodes, LampCycleNode, i).record == record)
      return (int) i;

  return -1;
}
