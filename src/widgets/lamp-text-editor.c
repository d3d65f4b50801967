/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-entry-row.h"
#include "lamp-field-editor.h"

/* One line of text, or a number with a fraction: told when the focus leaves it or Enter is pressed, so that a change
 * of a title is one step and not twenty. */

struct _LampTextEditor
{
  LampFieldEditor parent_instance;

  GtkWidget *entry; /* the row itself (unowned) */
  char *shown;      /* what the record has, as it was last shown or told */
};

G_DEFINE_FINAL_TYPE (LampTextEditor, lamp_text_editor, LAMP_TYPE_FIELD_EDITOR)

static void
tell (LampTextEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_set_str (&self->shown, text))
    lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), text);
}

static GtkWidget *
lamp_text_editor_build (LampFieldEditor *editor)
{
  LampTextEditor *self = LAMP_TEXT_EDITOR (editor);
  const LampField *field = lamp_field_editor_get_field (editor);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = adw_entry_row_new ();
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self->entry), lamp_field_get_label (field));
  if (field->type == LAMP_FIELD_REAL)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  else
    adw_entry_row_set_max_length (ADW_ENTRY_ROW (self->entry), LAMP_TEXT_LIMIT);
  g_signal_connect_object (focus, "leave", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);

  return self->entry;
}

static char *
dup_text (const LampValue *value)
{
  if (value->kind == LAMP_VALUE_TEXT)
    return g_strdup (value->text);
  if (value->kind == LAMP_VALUE_REAL)
    return g_strdup_printf ("%.15g", value->real); /* by locale: a comma where people write one */

  return g_strdup ("");
}

static void
lamp_text_editor_show (LampFieldEditor *editor,
                       const LampValue *value)
{
  LampTextEditor *self = LAMP_TEXT_EDITOR (editor);
  g_autofree char *text = dup_text (value);
  gboolean typed = g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) != 0;

  /* What somebody is typing is theirs until they leave it. */
  if (!g_set_str (&self->shown, text) || typed)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
lamp_text_editor_flush (LampFieldEditor *editor)
{
  tell (LAMP_TEXT_EDITOR (editor));
}

static void
lamp_text_editor_finalize (GObject *object)
{
  g_free (LAMP_TEXT_EDITOR (object)->shown);

  G_OBJECT_CLASS (lamp_text_editor_parent_class)->finalize (object);
}

static void
lamp_text_editor_class_init (LampTextEditorClass *klass)
{
  LampFieldEditorClass *editor_class = LAMP_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lamp_text_editor_finalize;
  editor_class->build = lamp_text_editor_build;
  editor_class->show = lamp_text_editor_show;
  editor_class->flush = lamp_text_editor_flush;
}

static void
lamp_text_editor_init (LampTextEditor *self)
{
  self->shown = g_strdup ("");
}
