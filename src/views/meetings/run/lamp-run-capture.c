/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-capture.h"

#include "lamp-captured-list.h"
#include "lamp-key-cap.h"
#include "lamp-note-editor.h"
#include "lamp-run-resources.h"

struct _LampRunCapture
{
  AdwBin parent_instance;

  LampNoteEditor *editor;      /* unowned: a child */

  AdwBin *note;
  AdwBin *captured;
};

G_DEFINE_FINAL_TYPE (LampRunCapture, lamp_run_capture, ADW_TYPE_BIN)

static void
lamp_run_capture_dispose (GObject *object)
{
  LAMP_RUN_CAPTURE (object)->editor = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_RUN_CAPTURE);

  G_OBJECT_CLASS (lamp_run_capture_parent_class)->dispose (object);
}

static void
lamp_run_capture_class_init (LampRunCaptureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_run_capture_dispose;

  g_resources_register (lamp_run_get_resource ());
  g_type_ensure (LAMP_TYPE_KEY_CAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-run-capture.ui");
  gtk_widget_class_bind_template_child (widget_class, LampRunCapture, note);
  gtk_widget_class_bind_template_child (widget_class, LampRunCapture, captured);
}

static void
lamp_run_capture_init (LampRunCapture *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_run_capture_set_up:
 * @self: the zone
 * @session: the session
 * @meeting: the meeting that is run
 *
 * Says, once, what is written down there.
 */
void
lamp_run_capture_set_up (LampRunCapture *self,
                         LampSession    *session,
                         LampRecord     *meeting)
{
  GtkWidget *captured;

  g_return_if_fail (LAMP_IS_RUN_CAPTURE (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = LAMP_NOTE_EDITOR (lamp_note_editor_new (session));
  adw_bin_set_child (self->note, GTK_WIDGET (self->editor));
  captured = lamp_captured_list_new (session);
  lamp_captured_list_set_meeting (LAMP_CAPTURED_LIST (captured), meeting);
  adw_bin_set_child (self->captured, captured);
}

/**
 * lamp_run_capture_set_item:
 * @self: the zone
 * @item: (nullable): the agenda item that is under way
 *
 * Takes notes of another item; those of the one before are kept.
 */
void
lamp_run_capture_set_item (LampRunCapture *self,
                           LampRecord     *item)
{
  g_return_if_fail (LAMP_IS_RUN_CAPTURE (self));

  if (self->editor != NULL)
    lamp_note_editor_set_item (self->editor, item);
}

/**
 * lamp_run_capture_focus_note:
 * @self: the zone
 *
 * Gives the focus to the notes of the item.
 */
void
lamp_run_capture_focus_note (LampRunCapture *self)
{
  g_return_if_fail (LAMP_IS_RUN_CAPTURE (self));

  if (self->editor != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

/**
 * lamp_run_capture_flush:
 * @self: the zone
 *
 * Puts what is being typed into the item.
 *
 * Returns: whether it is there
 */
gboolean
lamp_run_capture_flush (LampRunCapture *self)
{
  g_return_val_if_fail (LAMP_IS_RUN_CAPTURE (self), FALSE);

  return self->editor == NULL || lamp_note_editor_flush (self->editor);
}
