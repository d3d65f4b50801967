/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-run-private.h"

#include "lamp-date.h"

/* How often a running meeting is kept though nothing happens: so exactly is it known how long the program was away. */
#define HEARTBEAT (5 * G_USEC_PER_SEC)
/* An absence that nobody noticed is not asked about. */
#define SHORTEST_AWAY 30

typedef enum
{
  PROP_SESSION = 1,
  PROP_MEETING,
  PROP_ITEMS,
} LampMeetingRunProps;

static GParamSpec *props[PROP_ITEMS + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_TICKED,
  SIGNAL_ITEM_CHANGED,
  SIGNAL_PHASE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampMeetingRun, lamp_meeting_run, G_TYPE_OBJECT)

/* When a meeting is planned to begin, where the machine stands: µs since 1970, or 0 when its day has no hour. */
gint64
lamp_meeting_get_planned_start (LampRecord *meeting)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *text = g_strconcat (lamp_record_get_text (meeting, "starts_at"), ":00", NULL);
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (text, zone);

  return start != NULL ? g_date_time_to_unix_usec (start) : 0;
}

gboolean
lamp_meeting_is_closed (LampRecord *meeting)
{
  return g_strcmp0 (lamp_record_get_text (meeting, "state"), "closed") == 0;
}

static void
emit_what_is_new (LampMeetingRun *self)
{
  LampRunFigures figures;
  LampRecord *item;

  lamp_meeting_run_look (self, &figures);
  item = lamp_meeting_run_get_item (self, figures.current);
  if (g_set_str (&self->shown_item, item != NULL ? lamp_record_get_id (item) : NULL))
    {
      self->shown_phase = figures.phase;
      g_signal_emit (self, signals[SIGNAL_ITEM_CHANGED], 0, figures.current);
    }
  else if (self->shown_phase != figures.phase)
    {
      self->shown_phase = figures.phase;
      g_signal_emit (self, signals[SIGNAL_PHASE_CHANGED], 0, figures.phase);
    }
}

static void arm_timer (LampMeetingRun *self);

static gboolean
on_second (gpointer user_data)
{
  g_autoptr (LampMeetingRun) self = g_object_ref (user_data);

  self->timer = 0;
  lamp_meeting_run_step (self);
  if (self->timer == 0)
    arm_timer (self);

  return G_SOURCE_REMOVE;
}

/* Wakes up when what is shown changes, not somewhere within the second. */
static void
arm_timer (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (lamp_run_get_state (self->run) != LAMP_RUN_OVER && !lamp_record_is_deleted (self->meeting))
    self->timer = g_timeout_add ((guint) (lamp_run_get_until_tick (self->run, &moment) / 1000) + 1, on_second, self);
}

/* Tells everybody that something has happened. */
void
lamp_meeting_run_tell (LampMeetingRun *self)
{
  g_autoptr (LampMeetingRun) kept = g_object_ref (self);

  arm_timer (self);
  emit_what_is_new (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Writes the run into the file. A disk that is full is told once, not every five seconds. */
void
lamp_meeting_run_keep (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  g_autofree char *text = lamp_run_to_text (self->run, &moment);
  g_autoptr (GError) error = NULL;

  self->kept_at = moment.boottime;
  if (lamp_store_set_local (lamp_session_get_store (self->session), LAMP_MEETING_RUN_KEPT_AS, text, &error))
    {
      self->keeping_failed = FALSE;
      return;
    }
  if (!self->keeping_failed)
    lamp_session_notice (self->session, error->message, FALSE);
  self->keeping_failed = TRUE;
}

/**
 * lamp_meeting_run_step:
 * @self: a run
 *
 * Shows the second that has come, and keeps the run when it is time to.
 */
void
lamp_meeting_run_step (LampMeetingRun *self)
{
  LampRunMoment moment;

  g_return_if_fail (LAMP_IS_MEETING_RUN (self));

  moment = lamp_meeting_run_get_moment (self);
  if (lamp_run_get_state (self->run) == LAMP_RUN_RUNNING
      && (moment.boottime - self->kept_at >= HEARTBEAT || moment.boottime < self->kept_at))
    lamp_meeting_run_keep (self);
  emit_what_is_new (self);
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

/* The agenda as a run wants it; texts belong to the records. */
static GArray *
read_agenda (GListModel *items)
{
  GArray *agenda = g_array_new (FALSE, FALSE, sizeof (LampRunItem));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (items, i);
      LampRunItem item = {
        .id = lamp_record_get_id (record),
        .title = lamp_record_get_title (record),
        .step = lamp_fit_step_from_row (lamp_record_get_row (record)),
      };

      g_array_append_val (agenda, item);
    }

  return agenda;
}

static guint64
stamp_record (guint64     stamp,
              LampRecord *record)
{
  const char *modified_at = lamp_record_get_text (record, "modified_at");

  stamp = stamp * 31 + g_str_hash (lamp_record_get_id (record));

  return stamp * 31 + g_str_hash (modified_at != NULL ? modified_at : "");
}

/* Tells whether anything that is shown of the agenda may have changed. */
static guint64
stamp_agenda (LampMeetingRun *self)
{
  guint64 stamp = stamp_record (0, self->meeting);

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (self->items, i);

      stamp = stamp_record (stamp, item);
    }

  return stamp;
}

/* Whether the meeting was closed or opened again by Undo or Redo: the run follows. */
static gboolean
follow_state (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  if (!lamp_meeting_is_closed (self->meeting))
    return lamp_run_reopen (self->run, &moment);
  if (!lamp_run_end (self->run, &moment))
    return FALSE;
  lamp_run_clear_turns (self->run);

  return TRUE;
}

/* The plan as it now stands in the records. Whether it is another. */
static gboolean
follow_plan (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  g_autoptr (GArray) agenda = read_agenda (self->items);
  int slot = (int) lamp_record_get_integer (self->meeting, "minutes") * 60;
  gboolean changed;

  changed = lamp_run_set_slot (self->run, &moment, lamp_meeting_get_planned_start (self->meeting), slot);
  changed |= lamp_run_set_items (self->run, &moment, (const LampRunItem *) (gpointer) agenda->data, agenda->len);

  return changed;
}

static void
on_store_changed (LampMeetingRun *self)
{
  guint64 stamp;
  gboolean changed;

  if (lamp_record_is_deleted (self->meeting))
    {
      lamp_meeting_run_tell (self);
      return;
    }
  changed = follow_plan (self);
  changed |= follow_state (self);
  if (changed && lamp_run_get_state (self->run) != LAMP_RUN_READY)
    lamp_meeting_run_keep (self);
  stamp = stamp_agenda (self);
  if (changed || stamp != self->agenda_stamp)
    {
      self->agenda_stamp = stamp;
      lamp_meeting_run_tell (self);
    }
}

static void
lamp_meeting_run_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LampMeetingRun *self = LAMP_MEETING_RUN (object);

  switch ((LampMeetingRunProps) property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_MEETING:
      g_value_set_object (value, self->meeting);
      break;
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_meeting_run_dispose (GObject *object)
{
  LampMeetingRun *self = LAMP_MEETING_RUN (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (lamp_session_get_store (self->session), self);

  G_OBJECT_CLASS (lamp_meeting_run_parent_class)->dispose (object);
}

static void
lamp_meeting_run_finalize (GObject *object)
{
  LampMeetingRun *self = LAMP_MEETING_RUN (object);

  g_clear_pointer (&self->run, lamp_run_free);
  g_clear_object (&self->items);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);
  g_free (self->shown_item);

  G_OBJECT_CLASS (lamp_meeting_run_parent_class)->finalize (object);
}

static void
install_signals (LampMeetingRunClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ITEM_CHANGED]
      = g_signal_new ("item-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_PHASE_CHANGED]
      = g_signal_new ("phase-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
lamp_meeting_run_class_init (LampMeetingRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_meeting_run_get_property;
  object_class->dispose = lamp_meeting_run_dispose;
  object_class->finalize = lamp_meeting_run_finalize;

  props[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, LAMP_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MEETING]
      = g_param_spec_object ("meeting", NULL, NULL, LAMP_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ITEMS]
      = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  install_signals (klass);
}

static void
lamp_meeting_run_init (LampMeetingRun *self)
{
}

/* What is kept of a meeting under way, as it is now; what cannot be read is told as a notice. (nullable) */
LampRun *
lamp_meeting_run_read_kept (LampSession *session,
                            int         *away)
{
  LampRunMoment moment = lamp_run_moment (lamp_session_get_clock (session));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LampRun *run = NULL;

  text = lamp_store_dup_local (lamp_session_get_store (session), LAMP_MEETING_RUN_KEPT_AS, &error);
  if (text != NULL)
    run = lamp_run_from_text (text, &moment, away, &error);
  if (error != NULL)
    lamp_session_notice (session, error->message, FALSE);

  return run;
}

static LampRun *
make_run (LampRecord *meeting,
          GListModel *items)
{
  g_autoptr (GArray) agenda = read_agenda (items);

  return lamp_run_new (lamp_record_get_id (meeting), lamp_meeting_get_planned_start (meeting),
                       (int) lamp_record_get_integer (meeting, "minutes") * 60,
                       (const LampRunItem *) (gpointer) agenda->data, agenda->len);
}

/* As before it was started. */
void
lamp_meeting_run_begin_anew (LampMeetingRun *self)
{
  lamp_run_free (self->run);
  self->run = make_run (self->meeting, self->items);
  self->away = 0;
}

/* Tells a new run what the records say of the time in which the meeting was run before. */
static void
take_up_record (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  gint64 began_at, ended_at;

  if (!lamp_instant_parse (lamp_record_get_text (self->meeting, "began_at"), &began_at)
      || !lamp_instant_parse (lamp_record_get_text (self->meeting, "ended_at"), &ended_at))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (self->items, i);
      gboolean discussed = g_strcmp0 (lamp_record_get_text (item, "state"), "discussed") == 0;
      int spent = (int) CLAMP (lamp_record_get_integer (item, "spent_seconds"), 0, G_MAXINT32);

      lamp_run_set_spent (self->run, i, spent, discussed ? LAMP_RUN_DISCUSSED : LAMP_RUN_OPEN);
    }
  lamp_run_take_up (self->run, &moment, began_at, ended_at);
}

/* @run: (transfer full) (nullable): what was kept; NULL begins anew */
static LampMeetingRun *
create (LampSession *session,
        LampRecord  *meeting,
        LampRun     *run,
        int          away)
{
  LampMeetingRun *self = g_object_new (LAMP_TYPE_MEETING_RUN, NULL);
  LampStore *store = lamp_session_get_store (session);
  LampRunFigures figures;
  LampRecord *item;

  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  self->items = lamp_store_list_by (store, "agenda_items", "meeting", lamp_record_get_id (meeting));
  self->run = run != NULL ? run : make_run (meeting, self->items);
  if (run == NULL)
    take_up_record (self);
  if (lamp_run_get_state (self->run) == LAMP_RUN_RUNNING && away >= SHORTEST_AWAY)
    self->away = away;
  follow_plan (self);
  if (run != NULL)
    follow_state (self);
  self->agenda_stamp = stamp_agenda (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  lamp_meeting_run_look (self, &figures);
  item = lamp_meeting_run_get_item (self, figures.current);
  self->shown_item = g_strdup (item != NULL ? lamp_record_get_id (item) : NULL);
  self->shown_phase = figures.phase;
  self->kept_at = lamp_meeting_run_get_moment (self).boottime;
  arm_timer (self);

  return self;
}

/**
 * lamp_meeting_run_new:
 * @session: the session
 * @meeting: a meeting
 *
 * Gets ready to run a meeting, or takes up the run of it that is kept in the file.
 *
 * Returns: (transfer full): the run
 */
LampMeetingRun *
lamp_meeting_run_new (LampSession *session,
                      LampRecord  *meeting)
{
  g_autoptr (LampRun) run = NULL;
  int away = 0;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (LAMP_IS_RECORD (meeting), NULL);

  run = lamp_meeting_run_read_kept (session, &away);
  if (run != NULL && g_strcmp0 (lamp_run_get_meeting (run), lamp_record_get_id (meeting)) != 0)
    g_clear_pointer (&run, lamp_run_free);

  return create (session, meeting, g_steal_pointer (&run), away);
}

/**
 * lamp_meeting_run_resume:
 * @session: the session
 *
 * Takes up the meeting that was under way when the program ended.
 *
 * Returns: (transfer full) (nullable): the run; %NULL when none was under way, or its meeting is closed or gone
 */
LampMeetingRun *
lamp_meeting_run_resume (LampSession *session)
{
  g_autoptr (LampRun) run = NULL;
  g_autoptr (LampRecord) meeting = NULL;
  int away = 0;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);

  run = lamp_meeting_run_read_kept (session, &away);
  if (run != NULL)
    meeting = lamp_store_find (lamp_session_get_store (session), "meetings", lamp_run_get_meeting (run));
  if (meeting == NULL || lamp_meeting_is_closed (meeting))
    return NULL;

  return create (session, meeting, g_steal_pointer (&run), away);
}

LampSession *
lamp_meeting_run_get_session (LampMeetingRun *self)
{
  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), NULL);

  return self->session;
}

LampRecord *
lamp_meeting_run_get_meeting (LampMeetingRun *self)
{
  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), NULL);

  return self->meeting;
}

GListModel *
lamp_meeting_run_get_items (LampMeetingRun *self)
{
  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), NULL);

  return self->items;
}

const LampRun *
lamp_meeting_run_get_run (LampMeetingRun *self)
{
  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), NULL);

  return self->run;
}

LampRunState
lamp_meeting_run_get_state (LampMeetingRun *self)
{
  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), LAMP_RUN_READY);

  return lamp_run_get_state (self->run);
}

LampRunMoment
lamp_meeting_run_get_moment (LampMeetingRun *self)
{
  return lamp_run_moment (lamp_session_get_clock (self->session));
}

/**
 * lamp_meeting_run_look:
 * @self: a run
 * @figures: (out): all there is to show now
 *
 * Says how the meeting stands.
 */
void
lamp_meeting_run_look (LampMeetingRun *self,
                       LampRunFigures *figures)
{
  LampRunMoment moment;

  g_return_if_fail (LAMP_IS_MEETING_RUN (self));

  moment = lamp_meeting_run_get_moment (self);
  lamp_run_look (self->run, &moment, figures);
}

/**
 * lamp_meeting_run_get_item:
 * @self: a run
 * @index: an item's index, or -1
 *
 * Returns: (transfer none) (nullable): its record
 */
LampRecord *
lamp_meeting_run_get_item (LampMeetingRun *self,
                           int             index)
{
  LampRunMoment moment;
  LampRunPlace place;

  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), NULL);

  if (index < 0 || (guint) index >= lamp_run_get_n_items (self->run))
    return NULL;
  moment = lamp_meeting_run_get_moment (self);
  lamp_run_look_at_item (self->run, &moment, (guint) index, &place);
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (self->items, i);

      if (g_strcmp0 (lamp_record_get_id (item), place.id) == 0)
        return item; /* the list holds it */
    }

  return NULL;
}

char *
lamp_meeting_run_dup_price (LampMeetingRun *self,
                            int             seconds)
{
  LampRunMoment moment;

  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), NULL);

  moment = lamp_meeting_run_get_moment (self);

  return lamp_run_dup_price (self->run, &moment, seconds);
}
