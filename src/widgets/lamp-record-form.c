/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-record-form.h"

struct _LampRecordForm
{
  AdwBin parent_instance;

  LampStore *store;
  LampRecord *record; /* (nullable) */
};

typedef enum
{
  PROP_STORE = 1,
  PROP_RECORD,
} LampRecordFormProps;

static GParamSpec *props[PROP_RECORD + 1];
static guint problem_signal;

G_DEFINE_FINAL_TYPE (LampRecordForm, lamp_record_form, ADW_TYPE_BIN)

static void
set_record (LampRecordForm *self,
            LampRecord     *record)
{
  if (!g_set_object (&self->record, record))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

static void
lamp_record_form_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LampRecordForm *self = LAMP_RECORD_FORM (object);

  switch ((LampRecordFormProps) property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_record_form_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LampRecordForm *self = LAMP_RECORD_FORM (object);

  switch ((LampRecordFormProps) property_id)
    {
    case PROP_STORE:
      g_set_object (&self->store, g_value_get_object (value));
      break;
    case PROP_RECORD:
      set_record (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_record_form_dispose (GObject *object)
{
  LampRecordForm *self = LAMP_RECORD_FORM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lamp_record_form_parent_class)->dispose (object);
}

static void
lamp_record_form_class_init (LampRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_record_form_get_property;
  object_class->set_property = lamp_record_form_set_property;
  object_class->dispose = lamp_record_form_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LAMP_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, LAMP_TYPE_RECORD,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  problem_signal = g_signal_new ("problem", LAMP_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
}

static void
lamp_record_form_init (LampRecordForm *self)
{
}

GtkWidget *
lamp_record_form_new (LampStore *store)
{
  return g_object_new (LAMP_TYPE_RECORD_FORM, "store", store, NULL);
}
