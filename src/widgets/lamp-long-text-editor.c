/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-editor.h"
#include "lamp-text-row.h"

/* A text of several lines: told when the focus leaves it. */

struct _LampLongTextEditor
{
  LampFieldEditor parent_instance;

  LampTextRow *row; /* unowned: the base class holds it */
  char *shown;      /* what the record has, as it was last shown or told */
};

G_DEFINE_FINAL_TYPE (LampLongTextEditor, lamp_long_text_editor, LAMP_TYPE_FIELD_EDITOR)

static void
tell (LampLongTextEditor *self)
{
  const char *text = lamp_text_row_get_text (self->row);

  if (g_set_str (&self->shown, text))
    lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), text);
}

static GtkWidget *
lamp_long_text_editor_build (LampFieldEditor *editor)
{
  LampLongTextEditor *self = LAMP_LONG_TEXT_EDITOR (editor);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = LAMP_TEXT_ROW (lamp_text_row_new (lamp_field_get_label (lamp_field_editor_get_field (editor))));
  g_signal_connect_object (focus, "leave", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->row), focus);

  return GTK_WIDGET (self->row);
}

static void
lamp_long_text_editor_show (LampFieldEditor *editor,
                            const LampValue *value)
{
  LampLongTextEditor *self = LAMP_LONG_TEXT_EDITOR (editor);
  const char *text = value->kind == LAMP_VALUE_TEXT ? value->text : "";
  gboolean typed = g_strcmp0 (lamp_text_row_get_text (self->row), self->shown) != 0;

  /* What somebody is typing is theirs until they leave it. */
  if (!g_set_str (&self->shown, text) || typed)
    return;

  lamp_text_row_set_text (self->row, text);
}

static void
lamp_long_text_editor_flush (LampFieldEditor *editor)
{
  tell (LAMP_LONG_TEXT_EDITOR (editor));
}

static void
lamp_long_text_editor_finalize (GObject *object)
{
  g_free (LAMP_LONG_TEXT_EDITOR (object)->shown);

  G_OBJECT_CLASS (lamp_long_text_editor_parent_class)->finalize (object);
}

static void
lamp_long_text_editor_class_init (LampLongTextEditorClass *klass)
{
  LampFieldEditorClass *editor_class = LAMP_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lamp_long_text_editor_finalize;
  editor_class->build = lamp_long_text_editor_build;
  editor_class->show = lamp_long_text_editor_show;
  editor_class->flush = lamp_long_text_editor_flush;
}

static void
lamp_long_text_editor_init (LampLongTextEditor *self)
{
  self->shown = g_strdup ("");
}
