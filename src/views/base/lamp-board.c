/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-board.h"

typedef struct
{
  LampSession *session;
  GPtrArray *lists;        /* GListModel, of each type */
  LampSnapshot *snapshot;
  guint refresh_id;
} LampBoardPrivate;

typedef enum
{
  PROP_SESSION = 1,
} LampBoardProps;

static GParamSpec *props[PROP_SESSION + 1];
static guint changed_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LampBoard, lamp_board, G_TYPE_OBJECT)

static LampBoardPrivate *
get_private (LampBoard *self)
{
  return lamp_board_get_instance_private (self);
}

static LampSnapshot *
read_snapshot (LampBoardPrivate *priv)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  for (guint i = 0; i < priv->lists->len; i++)
    for (guint j = 0; j < g_list_model_get_n_items (priv->lists->pdata[i]); j++)
      {
        g_autoptr (LampRecord) record = g_list_model_get_item (priv->lists->pdata[i], j);

        lamp_snapshot_take (snapshot, lamp_row_copy (lamp_record_get_row (record)));
      }

  return snapshot;
}

/**
 * lamp_board_refresh:
 * @self: a board
 *
 * Reads everything anew, now.
 */
void
lamp_board_refresh (LampBoard *self)
{
  LampBoardPrivate *priv;
  g_autoptr (LampSnapshot) before = NULL;

  g_return_if_fail (LAMP_IS_BOARD (self));

  priv = get_private (self);
  before = priv->snapshot;
  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  priv->snapshot = read_snapshot (priv);
  if (LAMP_BOARD_GET_CLASS (self)->read)
    LAMP_BOARD_GET_CLASS (self)->read (self);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
refresh_in_idle (gpointer data)
{
  get_private (data)->refresh_id = 0;
  lamp_board_refresh (data);

  return G_SOURCE_REMOVE;
}

/* Before the next frame is drawn, but once for many changes. */
static void
queue_refresh (LampBoard *self)
{
  LampBoardPrivate *priv = get_private (self);

  if (priv->refresh_id == 0)
    priv->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_in_idle, self, NULL);
}

/* The class. */

static void
lamp_board_constructed (GObject *object)
{
  LampBoard *self = LAMP_BOARD (object);
  LampBoardPrivate *priv = get_private (self);
  const char * const *types = LAMP_BOARD_GET_CLASS (self)->types;
  LampStore *store = lamp_session_get_store (priv->session);

  G_OBJECT_CLASS (lamp_board_parent_class)->constructed (object);

  for (guint i = 0; types[i]; i++)
    g_ptr_array_add (priv->lists, lamp_store_list (store, types[i]));
  g_signal_connect_object (store, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::community", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::search", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  lamp_board_refresh (self);
}

static void
lamp_board_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch ((LampBoardProps) property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, get_private (LAMP_BOARD (object))->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_board_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch ((LampBoardProps) property_id)
    {
    case PROP_SESSION:
      get_private (LAMP_BOARD (object))->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_board_dispose (GObject *object)
{
  LampBoardPrivate *priv = get_private (LAMP_BOARD (object));

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  g_ptr_array_set_size (priv->lists, 0);

  G_OBJECT_CLASS (lamp_board_parent_class)->dispose (object);
}

static void
lamp_board_finalize (GObject *object)
{
  LampBoardPrivate *priv = get_private (LAMP_BOARD (object));

  g_ptr_array_unref (priv->lists);
  g_clear_object (&priv->snapshot);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (lamp_board_parent_class)->finalize (object);
}

static void
lamp_board_class_init (LampBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lamp_board_constructed;
  object_class->get_property = lamp_board_get_property;
  object_class->set_property = lamp_board_set_property;
  object_class->dispose = lamp_board_dispose;
  object_class->finalize = lamp_board_finalize;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LAMP_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * LampBoard::changed:
   * @self: the board
   *
   * Everything has been read anew: rows of the snapshot before are gone.
   */
  changed_signal = g_signal_new ("changed", LAMP_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lamp_board_init (LampBoard *self)
{
  get_private (self)->lists = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lamp_board_get_session:
 * @self: a board
 *
 * Returns: (transfer none): what is being looked at
 */
LampSession *
lamp_board_get_session (LampBoard *self)
{
  g_return_val_if_fail (LAMP_IS_BOARD (self), NULL);

  return get_private (self)->session;
}

/**
 * lamp_board_get_snapshot:
 * @self: a board
 *
 * Returns: (transfer none): the records of its types, until the next change
 */
LampSnapshot *
lamp_board_get_snapshot (LampBoard *self)
{
  g_return_val_if_fail (LAMP_IS_BOARD (self), NULL);

  return get_private (self)->snapshot;
}

/**
 * lamp_board_is_stale:
 * @self: a board
 *
 * Returns: whether something has changed that will be read when there is a moment
 */
gboolean
lamp_board_is_stale (LampBoard *self)
{
  g_return_val_if_fail (LAMP_IS_BOARD (self), FALSE);

  return get_private (self)->refresh_id != 0;
}

/**
 * lamp_board_dup_record:
 * @self: a board
 * @row: (nullable): a row of the snapshot
 *
 * Returns: (transfer full) (nullable): the living record; %NULL when it has gone
 */
LampRecord *
lamp_board_dup_record (LampBoard     *self,
                       const LampRow *row)
{
  g_return_val_if_fail (LAMP_IS_BOARD (self), NULL);

  return row ? lamp_store_find (lamp_session_get_store (get_private (self)->session), row->type->name,
                                lamp_row_get_id (row)) : NULL;
}

/**
 * lamp_board_includes:
 * @self: a board
 * @row: a row of the snapshot
 *
 * Returns: whether it belongs to the community that is being looked at
 */
gboolean
lamp_board_includes (LampBoard     *self,
                     const LampRow *row)
{
  LampBoardPrivate *priv;
  g_autoptr (LampRecord) record = NULL;

  g_return_val_if_fail (LAMP_IS_BOARD (self), FALSE);

  priv = get_private (self);
  if (lamp_session_get_community (priv->session) == NULL)
    return TRUE;

  record = lamp_board_dup_record (self, row);

  return record != NULL && lamp_session_includes (priv->session, record);
}

/**
 * lamp_board_get_selected:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): what is selected, if it is of the board's first type
 */
const LampRow *
lamp_board_get_selected (LampBoard *self)
{
  LampBoardPrivate *priv;
  const char *type;
  LampRecord *selected;

  g_return_val_if_fail (LAMP_IS_BOARD (self), NULL);

  priv = get_private (self);
  type = LAMP_BOARD_GET_CLASS (self)->types[0];
  selected = lamp_session_get_selected (priv->session);

  return lamp_record_is (selected, type)
           ? lamp_snapshot_find (priv->snapshot, type, lamp_record_get_id (selected)) : NULL;
}

/**
 * lamp_board_select:
 * @self: a board
 * @row: (nullable): a row of the snapshot
 *
 * Selects something in the whole window, or nothing.
 */
void
lamp_board_select (LampBoard     *self,
                   const LampRow *row)
{
  g_autoptr (LampRecord) record = NULL;

  g_return_if_fail (LAMP_IS_BOARD (self));

  record = lamp_board_dup_record (self, row);
  lamp_session_set_selected (get_private (self)->session, record);
}
