/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampFormPart:
 *
 * A part of what is shown of a record: its form, a list of what refers to it, how far it has come. Parts nest: a form
 * tells on what its parts tell.
 *
 * Properties: "record" (LampRecord, nullable): what is shown.
 * Signals: "problem" (message): a change that the store refused; "open" (record): the person wants to see and edit
 * another record; "delete" (record): the person wants it gone.
 */
#define LAMP_TYPE_FORM_PART (lamp_form_part_get_type ())
G_DECLARE_INTERFACE (LampFormPart, lamp_form_part, LAMP, FORM_PART, GtkWidget)

/**
 * LampFormPartInterface:
 * @flush: (nullable): writes now what has been typed and not written yet
 * @focus_add: (nullable): moves the keyboard to where something is added; returns whether there is such a place
 */
struct _LampFormPartInterface
{
  GTypeInterface parent_iface;

  void     (*flush)     (LampFormPart *self);
  gboolean (*focus_add) (LampFormPart *self);
};

void     lamp_form_part_set_record (LampFormPart *self,
                                    LampRecord   *record);
void     lamp_form_part_flush      (LampFormPart *self);
gboolean lamp_form_part_focus_add  (LampFormPart *self);
void     lamp_form_part_problem    (LampFormPart *self,
                                    const char   *message);
void     lamp_form_part_open       (LampFormPart *self,
                                    LampRecord   *record);
void     lamp_form_part_delete     (LampFormPart *self,
                                    LampRecord   *record);
void     lamp_form_part_adopt      (LampFormPart *self,
                                    LampFormPart *part);

G_END_DECLS
