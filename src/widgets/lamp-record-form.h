/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-edit.h"
#include "lamp-form-part.h"

G_BEGIN_DECLS

/**
 * LampRecordForm:
 *
 * The default form for a record, made from its type's declaration: one row for each field that is not hidden, saved as
 * you go, following changes from elsewhere (undo, import). A value that may not stand is marked with its sentence and
 * not saved. Where the form is linked, what refers to the record is listed under it, to add to, open and delete.
 *
 * It is a [iface@FormPart]. Properties: "store" (LampStore).
 */
#define LAMP_TYPE_RECORD_FORM (lamp_record_form_get_type ())
G_DECLARE_FINAL_TYPE (LampRecordForm, lamp_record_form, LAMP, RECORD_FORM, AdwBin)

GtkWidget *lamp_record_form_new         (LampStore      *store);
void       lamp_record_form_set_linked  (LampRecordForm *self,
                                         gboolean        linked);
void       lamp_record_form_focus_first (LampRecordForm *self);

G_END_DECLS
