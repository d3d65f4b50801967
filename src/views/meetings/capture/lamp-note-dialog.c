/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-note-dialog.h"

#include "lamp-capture-resources.h"
#include "lamp-note-editor.h"

struct _LampNoteDialog
{
  AdwDialog parent_instance;

  LampNoteEditor *editor;
  AdwWindowTitle *window_title;
  AdwBin *place;
};

G_DEFINE_FINAL_TYPE (LampNoteDialog, lamp_note_dialog, ADW_TYPE_DIALOG)

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LampNoteDialog *self = LAMP_NOTE_DIALOG (widget);

  if (lamp_note_editor_flush (self->editor))
    adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
on_key (LampNoteDialog  *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
      || (modifiers & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "note.done", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
take_focus (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       frames)
{
  guint *left = frames;

  if (--*left > 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (GTK_WIDGET (LAMP_NOTE_DIALOG (widget)->editor));

  return G_SOURCE_REMOVE;
}

/* On a narrow window the sheet that slides in gives the focus to its first button. */
static void
lamp_note_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lamp_note_dialog_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, take_focus, g_memdup2 (&(guint) { 3 }, sizeof (guint)), g_free);
}

static void
lamp_note_dialog_closed (AdwDialog *dialog)
{
  lamp_note_editor_flush (LAMP_NOTE_DIALOG (dialog)->editor);
}

/* The editor lets go of the session now: the sheet that it stood on may outlive the dialog. */
static void
lamp_note_dialog_dispose (GObject *object)
{
  LampNoteDialog *self = LAMP_NOTE_DIALOG (object);

  if (self->place != NULL)
    adw_bin_set_child (self->place, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_NOTE_DIALOG);

  G_OBJECT_CLASS (lamp_note_dialog_parent_class)->dispose (object);
}

static void
lamp_note_dialog_class_init (LampNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_note_dialog_dispose;
  widget_class->map = lamp_note_dialog_map;
  ADW_DIALOG_CLASS (klass)->closed = lamp_note_dialog_closed;

  g_resources_register (lamp_capture_get_resource ());
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/capture/lamp-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampNoteDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LampNoteDialog, place);
  gtk_widget_class_install_action (widget_class, "note.done", NULL, done_action);
}

static void
lamp_note_dialog_init (LampNoteDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->place), keys);
}

/**
 * lamp_note_dialog_new:
 * @session: the session
 * @item: an agenda item
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_note_dialog_new (LampSession *session,
                      LampRecord  *item)
{
  LampNoteDialog *self = g_object_new (LAMP_TYPE_NOTE_DIALOG, NULL);

  self->editor = LAMP_NOTE_EDITOR (lamp_note_editor_new (session));
  lamp_note_editor_set_item (self->editor, item);
  adw_window_title_set_subtitle (self->window_title, lamp_record_get_title (item));
  adw_bin_set_child (self->place, GTK_WIDGET (self->editor));

  return ADW_DIALOG (self);
}
