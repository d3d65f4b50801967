/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-date-row.h"
#include "lamp-field-editor.h"

/* A day, or a day and a time. */

struct _LampDateEditor
{
  LampFieldEditor parent_instance;
};

G_DEFINE_FINAL_TYPE (LampDateEditor, lamp_date_editor, LAMP_TYPE_FIELD_EDITOR)

static void
on_value (LampDateRow     *row,
          GParamSpec      *pspec,
          LampFieldEditor *editor)
{
  lamp_field_editor_edited (editor, lamp_date_row_get_value (row));
}

static GtkWidget *
lamp_date_editor_build (LampFieldEditor *editor)
{
  const LampField *field = lamp_field_editor_get_field (editor);
  GtkWidget *row = lamp_date_row_new (lamp_field_get_label (field), field->type == LAMP_FIELD_TIME);

  g_signal_connect_object (row, "notify::value", G_CALLBACK (on_value), editor, 0);

  return row;
}

static void
lamp_date_editor_show (LampFieldEditor *editor,
                       const LampValue *value)
{
  LampDateRow *row = LAMP_DATE_ROW (lamp_field_editor_get_row (editor));

  /* What somebody is typing is theirs until they leave it. */
  if (!lamp_date_row_is_typing (row))
    lamp_date_row_set_value (row, value->kind == LAMP_VALUE_TEXT ? value->text : NULL);
}

static void
lamp_date_editor_flush (LampFieldEditor *editor)
{
  lamp_date_row_finish (LAMP_DATE_ROW (lamp_field_editor_get_row (editor)));
}

static void
lamp_date_editor_class_init (LampDateEditorClass *klass)
{
  LampFieldEditorClass *editor_class = LAMP_FIELD_EDITOR_CLASS (klass);

  editor_class->build = lamp_date_editor_build;
  editor_class->show = lamp_date_editor_show;
  editor_class->flush = lamp_date_editor_flush;
}

static void
lamp_date_editor_init (LampDateEditor *self)
{
}
