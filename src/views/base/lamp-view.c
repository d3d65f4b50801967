/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-view.h"

typedef struct
{
  LampSession *session;
  GMenuModel *actions_menu;
  GActionGroup *actions;
  char *place;
  gboolean list_mode;
} LampViewPrivate;

typedef enum
{
  PROP_SESSION = 1,
  PROP_LIST_MODE,
  PROP_PLACE,
  PROP_ACTIONS_MENU,
} LampViewProps;

static GParamSpec *props[PROP_ACTIONS_MENU + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LampView, lamp_view, ADW_TYPE_BIN)

static void
lamp_view_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  LampView *self = LAMP_VIEW (object);
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  switch ((LampViewProps) property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_LIST_MODE:
      g_value_set_boolean (value, priv->list_mode);
      break;
    case PROP_PLACE:
      g_value_set_string (value, priv->place);
      break;
    case PROP_ACTIONS_MENU:
      g_value_set_object (value, priv->actions_menu);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_view_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  LampView *self = LAMP_VIEW (object);
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  switch ((LampViewProps) property_id)
    {
    case PROP_SESSION:
      g_set_object (&priv->session, g_value_get_object (value));
      break;
    case PROP_LIST_MODE:
      lamp_view_set_list_mode (self, g_value_get_boolean (value));
      break;
    case PROP_PLACE:
      lamp_view_set_place (self, g_value_get_string (value));
      break;
    case PROP_ACTIONS_MENU:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_view_dispose (GObject *object)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (LAMP_VIEW (object));

  g_clear_object (&priv->actions_menu);
  g_clear_object (&priv->actions);

  G_OBJECT_CLASS (lamp_view_parent_class)->dispose (object);
}

/* The session stays until the end: a subclass may still want it in its own dispose. */
static void
lamp_view_finalize (GObject *object)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (LAMP_VIEW (object));

  g_clear_object (&priv->session);
  g_free (priv->place);

  G_OBJECT_CLASS (lamp_view_parent_class)->finalize (object);
}

static void
lamp_view_class_init (LampViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lamp_view_get_property;
  object_class->set_property = lamp_view_set_property;
  object_class->dispose = lamp_view_dispose;
  object_class->finalize = lamp_view_finalize;

  /**
   * LampView:session:
   *
   * What is being looked at.
   */
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LAMP_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * LampView:list-mode:
   *
   * Whether the list twin is shown instead of the picture.
   */
  props[PROP_LIST_MODE] = g_param_spec_boolean ("list-mode", NULL, NULL, FALSE, flags);
  /**
   * LampView:place: (nullable)
   *
   * Zoom and scroll, in a form that only the view reads.
   */
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  /**
   * LampView:actions-menu: (nullable)
   *
   * What the view adds to its header's menu.
   */
  props[PROP_ACTIONS_MENU] = g_param_spec_object ("actions-menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_view_init (LampView *self)
{
}

/**
 * lamp_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none): what is being looked at
 */
LampSession *
lamp_view_get_session (LampView *self)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_VIEW (self), NULL);

  return priv->session;
}

/**
 * lamp_view_get_list_mode:
 * @self: a view
 *
 * Returns: whether the list twin is shown instead of the picture
 */
gboolean
lamp_view_get_list_mode (LampView *self)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_VIEW (self), FALSE);

  return priv->list_mode;
}

/**
 * lamp_view_set_list_mode:
 * @self: a view
 * @list_mode: whether to show the list twin instead of the picture
 *
 * Switches between picture and list.
 */
void
lamp_view_set_list_mode (LampView *self,
                         gboolean  list_mode)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_if_fail (LAMP_IS_VIEW (self));

  list_mode = !!list_mode;
  if (priv->list_mode == list_mode)
    return;

  priv->list_mode = list_mode;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST_MODE]);
}

/**
 * lamp_view_get_place:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): zoom and scroll, in a form that only the view reads
 */
const char *
lamp_view_get_place (LampView *self)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_VIEW (self), NULL);

  return priv->place;
}

/**
 * lamp_view_set_place:
 * @self: a view
 * @place: (nullable): what [method@View.get_place] gave before
 *
 * Called by the window to bring a remembered place back, and by the view itself whenever its place changes.
 */
void
lamp_view_set_place (LampView   *self,
                     const char *place)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_if_fail (LAMP_IS_VIEW (self));

  if (g_set_str (&priv->place, place))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

/**
 * lamp_view_get_actions_menu:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what the view adds to its header's menu
 */
GMenuModel *
lamp_view_get_actions_menu (LampView *self)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_VIEW (self), NULL);

  return priv->actions_menu;
}

/**
 * lamp_view_get_actions:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the actions that the menu names with the prefix "view"
 */
GActionGroup *
lamp_view_get_actions (LampView *self)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_VIEW (self), NULL);

  return priv->actions;
}

/**
 * lamp_view_set_actions:
 * @self: a view
 * @menu: (nullable): a menu of actions with the prefix "view"
 * @actions: (nullable): the group that has them, without the prefix
 *
 * Called by a view's own class to say what it adds to its header's menu. The actions are available in the whole
 * window while the view is shown.
 */
void
lamp_view_set_actions (LampView     *self,
                       GMenuModel   *menu,
                       GActionGroup *actions)
{
  LampViewPrivate *priv = lamp_view_get_instance_private (self);

  g_return_if_fail (LAMP_IS_VIEW (self));
  g_return_if_fail (menu == NULL || G_IS_MENU_MODEL (menu));
  g_return_if_fail (actions == NULL || G_IS_ACTION_GROUP (actions));

  g_set_object (&priv->actions, actions);
  if (g_set_object (&priv->actions_menu, menu))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIONS_MENU]);
}

/**
 * lamp_view_add:
 * @self: a view
 *
 * Adds what the view is about, and selects it. Does nothing where there is nothing to add.
 */
void
lamp_view_add (LampView *self)
{
  g_return_if_fail (LAMP_IS_VIEW (self));

  if (LAMP_VIEW_GET_CLASS (self)->add != NULL)
    LAMP_VIEW_GET_CLASS (self)->add (self);
}
