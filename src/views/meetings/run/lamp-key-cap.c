/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-key-cap.h"

struct _LampKeyCap
{
  AdwBin parent_instance;

  char *key;
};

typedef enum
{
  PROP_KEY = 1,
} LampKeyCapProps;

static GParamSpec *props[PROP_KEY + 1];

G_DEFINE_FINAL_TYPE (LampKeyCap, lamp_key_cap, ADW_TYPE_BIN)

/* What is engraved on keys that have no letter. */
static const char *
get_symbol (guint    key,
            gboolean mirrored)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return mirrored ? "→" : "←";
    case GDK_KEY_Right:
      return mirrored ? "←" : "→";
    case GDK_KEY_Return:
      return "⏎";
    case GDK_KEY_plus:
      return "+";
    case GDK_KEY_minus:
      return "−";
    default:
      return NULL;
    }
}

static char *
dup_text (LampKeyCap *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint key;
  GdkModifierType modifiers;
  const char *symbol;

  if (self->key == NULL || !gtk_accelerator_parse (self->key, &key, &modifiers))
    return g_strdup ("");
  symbol = get_symbol (key, mirrored);

  return symbol != NULL ? g_strdup (symbol) : gtk_accelerator_get_label (key, modifiers);
}

static void
show (LampKeyCap *self)
{
  g_autofree char *text = dup_text (self);

  gtk_label_set_text (GTK_LABEL (adw_bin_get_child (ADW_BIN (self))), text);
}

static void
lamp_key_cap_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((LampKeyCapProps) property_id)
    {
    case PROP_KEY:
      g_value_set_string (value, LAMP_KEY_CAP (object)->key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_key_cap_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((LampKeyCapProps) property_id)
    {
    case PROP_KEY:
      lamp_key_cap_set_key (LAMP_KEY_CAP (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_key_cap_direction_changed (GtkWidget        *widget,
                                GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (lamp_key_cap_parent_class)->direction_changed (widget, previous);

  if (adw_bin_get_child (ADW_BIN (widget)) != NULL)
    show (LAMP_KEY_CAP (widget));
}

static void
lamp_key_cap_finalize (GObject *object)
{
  g_free (LAMP_KEY_CAP (object)->key);

  G_OBJECT_CLASS (lamp_key_cap_parent_class)->finalize (object);
}

static void
lamp_key_cap_class_init (LampKeyCapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_key_cap_get_property;
  object_class->set_property = lamp_key_cap_set_property;
  object_class->finalize = lamp_key_cap_finalize;
  widget_class->direction_changed = lamp_key_cap_direction_changed;

  /**
   * LampKeyCap:key:
   *
   * The accelerator.
   */
  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "keycap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lamp_key_cap_init (LampKeyCap *self)
{
  adw_bin_set_child (ADW_BIN (self),
                     g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
}

/**
 * lamp_key_cap_new:
 * @key: an accelerator
 *
 * Returns: (transfer floating): the key
 */
GtkWidget *
lamp_key_cap_new (const char *key)
{
  return g_object_new (LAMP_TYPE_KEY_CAP, "key", key, NULL);
}

/**
 * lamp_key_cap_set_key:
 * @self: a key
 * @key: (nullable): an accelerator
 *
 * Says which key it is.
 */
void
lamp_key_cap_set_key (LampKeyCap *self,
                      const char *key)
{
  g_return_if_fail (LAMP_IS_KEY_CAP (self));

  if (!g_set_str (&self->key, key))
    return;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KEY]);
}
