/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampFieldEditor:
 *
 * Shows the value of one field in a row of a form and tells what a person makes of it. It knows how its kind of value
 * is written, not whether a value may stand: that the form asks the record type.
 *
 * Signals: "edited" (text, nullable): what the field should become, as [method@Row.parse] reads it.
 */
#define LAMP_TYPE_FIELD_EDITOR (lamp_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (LampFieldEditor, lamp_field_editor, LAMP, FIELD_EDITOR, GObject)

/**
 * LampFieldEditorClass:
 * @build: makes the row (transfer floating)
 * @show: shows a value, without telling of an edit
 * @flush: (nullable): tells now of what has been typed and not told yet
 */
struct _LampFieldEditorClass
{
  GObjectClass parent_class;

  GtkWidget *(*build) (LampFieldEditor *self);
  void       (*show)  (LampFieldEditor *self,
                       const LampValue *value);
  void       (*flush) (LampFieldEditor *self);
};

LampFieldEditor *lamp_field_editor_new       (const LampField *field,
                                              LampStore       *store);
const LampField *lamp_field_editor_get_field (LampFieldEditor *self);
LampStore       *lamp_field_editor_get_store (LampFieldEditor *self);
LampRecord      *lamp_field_editor_get_record (LampFieldEditor *self);
void             lamp_field_editor_set_record (LampFieldEditor *self,
                                               LampRecord      *record);
GtkWidget       *lamp_field_editor_get_row   (LampFieldEditor *self);
void             lamp_field_editor_show      (LampFieldEditor *self,
                                              const LampValue *value);
void             lamp_field_editor_flush     (LampFieldEditor *self);
gboolean         lamp_field_editor_is_showing (LampFieldEditor *self);
void             lamp_field_editor_edited    (LampFieldEditor *self,
                                              const char      *text);

/* The kinds. */
#define LAMP_TYPE_SWITCH_EDITOR (lamp_switch_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampSwitchEditor, lamp_switch_editor, LAMP, SWITCH_EDITOR, LampFieldEditor)
#define LAMP_TYPE_CHOICE_EDITOR (lamp_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampChoiceEditor, lamp_choice_editor, LAMP, CHOICE_EDITOR, LampFieldEditor)
#define LAMP_TYPE_FLAGS_EDITOR (lamp_flags_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampFlagsEditor, lamp_flags_editor, LAMP, FLAGS_EDITOR, LampFieldEditor)
#define LAMP_TYPE_COUNTS_EDITOR (lamp_counts_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampCountsEditor, lamp_counts_editor, LAMP, COUNTS_EDITOR, LampFieldEditor)
#define LAMP_TYPE_DATE_EDITOR (lamp_date_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampDateEditor, lamp_date_editor, LAMP, DATE_EDITOR, LampFieldEditor)
#define LAMP_TYPE_LONG_TEXT_EDITOR (lamp_long_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampLongTextEditor, lamp_long_text_editor, LAMP, LONG_TEXT_EDITOR, LampFieldEditor)
#define LAMP_TYPE_NUMBER_EDITOR (lamp_number_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampNumberEditor, lamp_number_editor, LAMP, NUMBER_EDITOR, LampFieldEditor)
#define LAMP_TYPE_RECORD_EDITOR (lamp_record_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampRecordEditor, lamp_record_editor, LAMP, RECORD_EDITOR, LampFieldEditor)
#define LAMP_TYPE_TEXT_EDITOR (lamp_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampTextEditor, lamp_text_editor, LAMP, TEXT_EDITOR, LampFieldEditor)

/* Signals of a record editor: "open" (record): the person wants to see what is named. */
void lamp_record_editor_set_linked (LampRecordEditor *self,
                                    gboolean          linked);

G_END_DECLS
