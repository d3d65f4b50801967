/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-board-private.h"

static const char * const types[] = { "goals", "goal_links", "measurements", "strategies", "people", "communities",
                                      NULL };

typedef enum
{
  PROP_HINT = 1,
  PROP_DRAGGED,
} LampGoalBoardProps;

static GParamSpec *props[PROP_DRAGGED + 1];

G_DEFINE_FINAL_TYPE (LampGoalBoard, lamp_goal_board, LAMP_TYPE_BOARD)

/**
 * lamp_goal_board_refresh:
 * @self: a board
 *
 * Reads everything anew, now.
 */
void
lamp_goal_board_refresh (LampGoalBoard *self)
{
  lamp_board_refresh (LAMP_BOARD (self));
}

static void
lamp_goal_board_read (LampBoard *board)
{
  LampGoalBoard *self = LAMP_GOAL_BOARD (board);

  g_clear_pointer (&self->outline, lamp_goal_outline_free);
  g_clear_pointer (&self->rollup, lamp_rollup_unref);
  self->rollup = lamp_rollup_new (lamp_board_get_snapshot (board));
  lamp_goal_sight_read (self);
  lamp_goal_folds_settle (self);
}

static void
on_selected (LampGoalBoard *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self);

  if (selected)
    lamp_goal_board_uncover (self, selected);
}

/* What was remembered is there before the first reading. */
static void
lamp_goal_board_constructed (GObject *object)
{
  LampGoalBoard *self = LAMP_GOAL_BOARD (object);

  g_signal_connect_object (lamp_goal_board_get_session (self), "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  lamp_goal_sight_init (self);

  G_OBJECT_CLASS (lamp_goal_board_parent_class)->constructed (object);
}

static void
lamp_goal_board_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LampGoalBoard *self = LAMP_GOAL_BOARD (object);

  switch ((LampGoalBoardProps) property_id)
    {
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    case PROP_DRAGGED:
      g_value_set_string (value, self->dragged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_board_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LampGoalBoard *self = LAMP_GOAL_BOARD (object);

  switch ((LampGoalBoardProps) property_id)
    {
    case PROP_HINT:
      lamp_goal_board_set_hint (self, g_value_get_string (value));
      break;
    case PROP_DRAGGED:
      lamp_goal_board_set_dragged (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_board_finalize (GObject *object)
{
  LampGoalBoard *self = LAMP_GOAL_BOARD (object);

  lamp_goal_sight_clear (self);
  g_clear_pointer (&self->outline, lamp_goal_outline_free);
  g_clear_pointer (&self->rollup, lamp_rollup_unref);
  g_free (self->hint);
  g_free (self->dragged);

  G_OBJECT_CLASS (lamp_goal_board_parent_class)->finalize (object);
}

static void
lamp_goal_board_class_init (LampGoalBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LampBoardClass *board_class = LAMP_BOARD_CLASS (klass);

  object_class->constructed = lamp_goal_board_constructed;
  object_class->get_property = lamp_goal_board_get_property;
  object_class->set_property = lamp_goal_board_set_property;
  object_class->finalize = lamp_goal_board_finalize;
  board_class->types = types;
  board_class->read = lamp_goal_board_read;

  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_DRAGGED] = g_param_spec_string ("dragged", NULL, NULL, NULL,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_signal_new ("folded", LAMP_TYPE_GOAL_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lamp_goal_board_init (LampGoalBoard *self)
{
}

/**
 * lamp_goal_board_new:
 * @session: what is being looked at
 *
 * Returns: (transfer full): a board that has been read
 */
LampGoalBoard *
lamp_goal_board_new (LampSession *session)
{
  return g_object_new (LAMP_TYPE_GOAL_BOARD, "session", session, NULL);
}

/**
 * lamp_goal_board_get_session:
 * @self: a board
 *
 * Returns: (transfer none): what is being looked at
 */
LampSession *
lamp_goal_board_get_session (LampGoalBoard *self)
{
  return lamp_board_get_session (LAMP_BOARD (self));
}

/**
 * lamp_goal_board_get_snapshot:
 * @self: a board
 *
 * Returns: (transfer none): the goals and what belongs to them, until the next change
 */
LampSnapshot *
lamp_goal_board_get_snapshot (LampGoalBoard *self)
{
  return lamp_board_get_snapshot (LAMP_BOARD (self));
}

/**
 * lamp_goal_board_get_rollup:
 * @self: a board
 *
 * Returns: (transfer none): how far the goals have come, until the next change
 */
LampRollup *
lamp_goal_board_get_rollup (LampGoalBoard *self)
{
  return self->rollup;
}

/**
 * lamp_goal_board_get_outline:
 * @self: a board
 *
 * Returns: (transfer none): which goals are shown, until the next change
 */
LampGoalOutline *
lamp_goal_board_get_outline (LampGoalBoard *self)
{
  return self->outline;
}

/**
 * lamp_goal_board_is_empty:
 * @self: a board
 *
 * Returns: whether there is nothing to be shown
 */
gboolean
lamp_goal_board_is_empty (LampGoalBoard *self)
{
  return self->outline->nodes->len + self->outline->tray->len + self->outline->private_tray->len == 0;
}

/**
 * lamp_goal_board_dup_record:
 * @self: a board
 * @goal: (nullable): a goal of the snapshot
 *
 * Returns: (transfer full) (nullable): the living record; %NULL when it has gone
 */
LampRecord *
lamp_goal_board_dup_record (LampGoalBoard *self,
                            const LampRow *goal)
{
  return lamp_board_dup_record (LAMP_BOARD (self), goal);
}

/**
 * lamp_goal_board_get_selected:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the selected goal, if a goal is selected
 */
const LampRow *
lamp_goal_board_get_selected (LampGoalBoard *self)
{
  return lamp_board_get_selected (LAMP_BOARD (self));
}

/**
 * lamp_goal_board_select:
 * @self: a board
 * @goal: (nullable): a goal of the snapshot
 *
 * Selects a goal in the whole window, or nothing.
 */
void
lamp_goal_board_select (LampGoalBoard *self,
                        const LampRow *goal)
{
  lamp_board_select (LAMP_BOARD (self), goal);
}

/**
 * lamp_goal_board_get_hint:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): what is to be told while something is dragged
 */
const char *
lamp_goal_board_get_hint (LampGoalBoard *self)
{
  return self->hint;
}

/**
 * lamp_goal_board_set_hint:
 * @self: a board
 * @hint: (nullable): what is to be told
 */
void
lamp_goal_board_set_hint (LampGoalBoard *self,
                          const char    *hint)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  if (g_set_str (&self->hint, hint))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HINT]);
}

/**
 * lamp_goal_board_get_dragged:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the identifier of the goal that is being dragged
 */
const char *
lamp_goal_board_get_dragged (LampGoalBoard *self)
{
  return self->dragged;
}

/**
 * lamp_goal_board_set_dragged:
 * @self: a board
 * @dragged: (nullable): the identifier of the goal that is being dragged
 */
void
lamp_goal_board_set_dragged (LampGoalBoard *self,
                             const char    *dragged)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  if (g_set_str (&self->dragged, dragged))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAGGED]);
}
