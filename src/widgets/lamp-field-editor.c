/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-editor.h"

typedef struct
{
  const LampField *field;
  LampStore *store;
  LampRecord *record; /* (nullable) */
  GtkWidget *row;
  gboolean showing; /* a value is being shown: what changes is not an edit */
} LampFieldEditorPrivate;

typedef enum
{
  PROP_FIELD = 1,
  PROP_STORE,
} LampFieldEditorProps;

static GParamSpec *props[PROP_STORE + 1];
static guint edited_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LampFieldEditor, lamp_field_editor, G_TYPE_OBJECT)

static void
lamp_field_editor_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (LAMP_FIELD_EDITOR (object));

  switch ((LampFieldEditorProps) property_id)
    {
    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;
    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_field_editor_constructed (GObject *object)
{
  LampFieldEditor *self = LAMP_FIELD_EDITOR (object);
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  G_OBJECT_CLASS (lamp_field_editor_parent_class)->constructed (object);

  priv->row = g_object_ref_sink (LAMP_FIELD_EDITOR_GET_CLASS (self)->build (self));
}

static void
lamp_field_editor_dispose (GObject *object)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (LAMP_FIELD_EDITOR (object));

  g_clear_object (&priv->row);
  g_clear_object (&priv->record);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (lamp_field_editor_parent_class)->dispose (object);
}

static void
lamp_field_editor_class_init (LampFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = lamp_field_editor_set_property;
  object_class->constructed = lamp_field_editor_constructed;
  object_class->dispose = lamp_field_editor_dispose;

  /**
   * LampFieldEditor:field:
   *
   * What is edited, a [struct@Field].
   */
  props[PROP_FIELD] = g_param_spec_pointer ("field", NULL, NULL, flags);
  /**
   * LampFieldEditor:store:
   *
   * Where a reference finds what it can name.
   */
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LAMP_TYPE_STORE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * LampFieldEditor::edited:
   * @text: (nullable): what the field should become; nothing when %NULL
   *
   * A person has changed the value.
   */
  edited_signal = g_signal_new ("edited", LAMP_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
}

static void
lamp_field_editor_init (LampFieldEditor *self)
{
}

static GType
type_for (const LampField *field)
{
  switch (field->type)
    {
    case LAMP_FIELD_LONG_TEXT:
      return lamp_long_text_editor_get_type ();
    case LAMP_FIELD_INT:
      return lamp_number_editor_get_type ();
    case LAMP_FIELD_BOOL:
      return lamp_switch_editor_get_type ();
    case LAMP_FIELD_DATE:
    case LAMP_FIELD_TIME:
      return lamp_date_editor_get_type ();
    case LAMP_FIELD_ENUM:
      return lamp_choice_editor_get_type ();
    case LAMP_FIELD_FLAGS:
      return lamp_flags_editor_get_type ();
    case LAMP_FIELD_REF:
      return lamp_record_editor_get_type ();
    case LAMP_FIELD_COUNTS:
      return lamp_counts_editor_get_type ();
    case LAMP_FIELD_ID:
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_REAL:
    case LAMP_FIELD_INSTANT:
    case LAMP_FIELD_EXTRA:
    default:
      return lamp_text_editor_get_type ();
    }
}

/**
 * lamp_field_editor_new:
 * @field: what to edit
 * @store: where a reference finds what it can name
 *
 * Returns: (transfer full): the editor for that kind of field
 */
LampFieldEditor *
lamp_field_editor_new (const LampField *field,
                       LampStore       *store)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);

  return g_object_new (type_for (field), "field", field, "store", store, NULL);
}

const LampField *
lamp_field_editor_get_field (LampFieldEditor *self)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  return priv->field;
}

LampStore *
lamp_field_editor_get_store (LampFieldEditor *self)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  return priv->store;
}

/**
 * lamp_field_editor_get_record:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the record that the value belongs to, when it is known
 */
LampRecord *
lamp_field_editor_get_record (LampFieldEditor *self)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_FIELD_EDITOR (self), NULL);

  return priv->record;
}

/**
 * lamp_field_editor_set_record:
 * @self: an editor
 * @record: (nullable): the record that the value belongs to
 *
 * Says whose field is edited, so that a reference can offer first what is near it. The value is shown by
 * [method@FieldEditor.show].
 */
void
lamp_field_editor_set_record (LampFieldEditor *self,
                              LampRecord      *record)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  g_return_if_fail (LAMP_IS_FIELD_EDITOR (self));

  g_set_object (&priv->record, record);
}

/**
 * lamp_field_editor_get_row:
 * @self: an editor
 *
 * Returns: (transfer none): the row, to put into a form
 */
GtkWidget *
lamp_field_editor_get_row (LampFieldEditor *self)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_FIELD_EDITOR (self), NULL);

  return priv->row;
}

/**
 * lamp_field_editor_show:
 * @self: an editor
 * @value: the value that the record has
 *
 * Shows a value.
 */
void
lamp_field_editor_show (LampFieldEditor *self,
                        const LampValue *value)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  g_return_if_fail (LAMP_IS_FIELD_EDITOR (self));
  g_return_if_fail (value != NULL);

  priv->showing = TRUE;
  LAMP_FIELD_EDITOR_GET_CLASS (self)->show (self, value);
  priv->showing = FALSE;
}

/**
 * lamp_field_editor_flush:
 * @self: an editor
 *
 * Tells now of what has been typed and not told yet.
 */
void
lamp_field_editor_flush (LampFieldEditor *self)
{
  g_return_if_fail (LAMP_IS_FIELD_EDITOR (self));

  if (LAMP_FIELD_EDITOR_GET_CLASS (self)->flush != NULL)
    LAMP_FIELD_EDITOR_GET_CLASS (self)->flush (self);
}

/* Whether a value is being shown right now, so that what changes in the row is nobody's edit. */
gboolean
lamp_field_editor_is_showing (LampFieldEditor *self)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  return priv->showing;
}

/* For the kinds: a person has changed the value. */
void
lamp_field_editor_edited (LampFieldEditor *self,
                          const char      *text)
{
  LampFieldEditorPrivate *priv = lamp_field_editor_get_instance_private (self);

  if (!priv->showing)
    g_signal_emit (self, edited_signal, 0, text != NULL && *text != '\0' ? text : NULL);
}
