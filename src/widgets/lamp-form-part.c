/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-form-part.h"

enum
{
  SIGNAL_PROBLEM,
  SIGNAL_OPEN,
  SIGNAL_DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (LampFormPart, lamp_form_part, GTK_TYPE_WIDGET)

static void
lamp_form_part_default_init (LampFormPartInterface *iface)
{
  /**
   * LampFormPart:record: (nullable)
   *
   * What is shown and edited.
   */
  g_object_interface_install_property (iface,
                                       g_param_spec_object ("record", NULL, NULL, LAMP_TYPE_RECORD,
                                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                            | G_PARAM_STATIC_STRINGS));

  /**
   * LampFormPart::problem:
   * @message: what went wrong, one sentence
   *
   * The store refused a change.
   */
  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", LAMP_TYPE_FORM_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * LampFormPart::open:
   * @record: a record
   *
   * The person wants to see another record.
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", LAMP_TYPE_FORM_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, LAMP_TYPE_RECORD);
  /**
   * LampFormPart::delete:
   * @record: a record
   *
   * The person wants a record gone.
   */
  signals[SIGNAL_DELETE] = g_signal_new ("delete", LAMP_TYPE_FORM_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LAMP_TYPE_RECORD);
}

/**
 * lamp_form_part_set_record:
 * @self: a part
 * @record: (nullable): a record
 *
 * Sets what is shown.
 */
void
lamp_form_part_set_record (LampFormPart *self,
                           LampRecord   *record)
{
  g_return_if_fail (LAMP_IS_FORM_PART (self));

  g_object_set (self, "record", record, NULL);
}

/**
 * lamp_form_part_flush:
 * @self: a part
 *
 * Writes now what has been typed and not written yet.
 */
void
lamp_form_part_flush (LampFormPart *self)
{
  g_return_if_fail (LAMP_IS_FORM_PART (self));

  if (LAMP_FORM_PART_GET_IFACE (self)->flush != NULL)
    LAMP_FORM_PART_GET_IFACE (self)->flush (self);
}

/**
 * lamp_form_part_focus_add:
 * @self: a part
 *
 * Moves the keyboard to where something is added. Where it is already there, to the next such place.
 *
 * Returns: whether there was one
 */
gboolean
lamp_form_part_focus_add (LampFormPart *self)
{
  g_return_val_if_fail (LAMP_IS_FORM_PART (self), FALSE);

  return LAMP_FORM_PART_GET_IFACE (self)->focus_add != NULL && LAMP_FORM_PART_GET_IFACE (self)->focus_add (self);
}

/* For the parts: something went wrong. */
void
lamp_form_part_problem (LampFormPart *self,
                        const char   *message)
{
  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, message);
}

/* For the parts: the person wants to see another record. */
void
lamp_form_part_open (LampFormPart *self,
                     LampRecord   *record)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

/* For the parts: the person wants a record gone. */
void
lamp_form_part_delete (LampFormPart *self,
                       LampRecord   *record)
{
  g_signal_emit (self, signals[SIGNAL_DELETE], 0, record);
}

/**
 * lamp_form_part_adopt:
 * @self: a part
 * @part: a part inside it
 *
 * Tells on whatever @part tells.
 */
void
lamp_form_part_adopt (LampFormPart *self,
                      LampFormPart *part)
{
  g_return_if_fail (LAMP_IS_FORM_PART (self));
  g_return_if_fail (LAMP_IS_FORM_PART (part));

  g_signal_connect_object (part, "problem", G_CALLBACK (lamp_form_part_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "open", G_CALLBACK (lamp_form_part_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "delete", G_CALLBACK (lamp_form_part_delete), self, G_CONNECT_SWAPPED);
}
