/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-editor.h"

/* A whole number. Where the field may be empty, the place below the least number stands for nothing and shows as an
 * empty entry.
 *
 * Not an AdwSpinRow: that is absent from the accessibility tree. */

struct _LampNumberEditor
{
  LampFieldEditor parent_instance;

  GtkSpinButton *spin; /* unowned: the row's */
  double nothing;      /* the place that stands for nothing */
  double shown;        /* what the record has, as it was last shown or told */
  guint pause;         /* the source that tells when a run of clicks has ended */
};

/* Twelve clicks on + are one change. */
#define PAUSE_MS 600

G_DEFINE_FINAL_TYPE (LampNumberEditor, lamp_number_editor, LAMP_TYPE_FIELD_EDITOR)

static double
least (const LampField *field)
{
  return field->minimum != 0 || field->maximum != 0 ? (double) field->minimum : -1e9;
}

static double
most (const LampField *field)
{
  return field->minimum != 0 || field->maximum != 0 ? (double) field->maximum : 1e9;
}

static gboolean
on_output (LampNumberEditor *self)
{
  if (gtk_spin_button_get_value (self->spin) > self->nothing)
    return FALSE;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->spin)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->spin), "");

  return TRUE;
}

static int
on_input (LampNumberEditor *self,
          double           *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->spin))));

  if (*text != '\0')
    return FALSE;

  *value = self->nothing;

  return TRUE;
}

static void
tell (LampNumberEditor *self)
{
  double value = gtk_spin_button_get_value (self->spin);
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (value == self->shown)
    return;

  self->shown = value;
  if (value > self->nothing)
    text = g_strdup_printf ("%.0f", value);
  lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), text);
}

static void
on_pause (gpointer data)
{
  LAMP_NUMBER_EDITOR (data)->pause = 0;
  tell (data);
}

static void
on_value_changed (LampNumberEditor *self)
{
  if (lamp_field_editor_is_showing (LAMP_FIELD_EDITOR (self)))
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_once (PAUSE_MS, on_pause, self);
}

static GtkWidget *
lamp_number_editor_build (LampFieldEditor *editor)
{
  LampNumberEditor *self = LAMP_NUMBER_EDITOR (editor);
  const LampField *field = lamp_field_editor_get_field (editor);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *row = adw_action_row_new ();

  self->nothing = least (field) - 1;
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (
    field->flags & LAMP_REQUIRED ? least (field) : self->nothing, most (field), 1));
  gtk_spin_button_set_numeric (self->spin, FALSE); /* it would refuse the empty text */
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin), 6);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 4);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->spin, "output", G_CALLBACK (on_output), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin, "input", G_CALLBACK (on_input), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lamp_field_get_label (field), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_field_get_label (field));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->spin));

  return row;
}

static void
lamp_number_editor_show (LampFieldEditor *editor,
                         const LampValue *value)
{
  LampNumberEditor *self = LAMP_NUMBER_EDITOR (editor);

  self->shown = value->kind == LAMP_VALUE_INTEGER ? (double) value->integer : self->nothing;
  gtk_spin_button_set_value (self->spin, self->shown);
  self->shown = gtk_spin_button_get_value (self->spin); /* an import may have brought one that is out of reach */
}

static void
lamp_number_editor_flush (LampFieldEditor *editor)
{
  gtk_spin_button_update (LAMP_NUMBER_EDITOR (editor)->spin);
  tell (LAMP_NUMBER_EDITOR (editor));
}

static void
lamp_number_editor_dispose (GObject *object)
{
  g_clear_handle_id (&LAMP_NUMBER_EDITOR (object)->pause, g_source_remove);

  G_OBJECT_CLASS (lamp_number_editor_parent_class)->dispose (object);
}

static void
lamp_number_editor_class_init (LampNumberEditorClass *klass)
{
  LampFieldEditorClass *editor_class = LAMP_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_number_editor_dispose;
  editor_class->build = lamp_number_editor_build;
  editor_class->show = lamp_number_editor_show;
  editor_class->flush = lamp_number_editor_flush;
}

static void
lamp_number_editor_init (LampNumberEditor *self)
{
}
