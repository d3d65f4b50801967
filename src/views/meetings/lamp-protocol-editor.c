/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-editor.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-drag.h"
#include "lamp-agenda-edits.h"
#include "lamp-protocol-edits.h"
#include "lamp-record-form.h"
#include "lamp-step-row.h"

struct _LampProtocolEditor
{
  AdwDialog parent_instance;

  LampSession *session;
  LampRecord *protocol;
  GListModel *records;

  AdwNavigationView *pages;
  AdwWindowTitle *heading;
  AdwActionRow *about;
  GtkLabel *sum;
  GtkListBox *steps;
};

G_DEFINE_FINAL_TYPE (LampProtocolEditor, lamp_protocol_editor, ADW_TYPE_DIALOG)

static void
show_sum (LampProtocolEditor *self)
{
  g_autoptr (GPtrArray) rows = lamp_items_get_rows (self->records);
  int minutes = 0, least = 0, most = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      LampFitStep step = lamp_fit_step_from_row (rows->pdata[i]);

      minutes += step.seconds / 60;
      least += (step.is_protected ? step.seconds : lamp_fit_step_get_minimum (&step) + 59) / 60;
      most += (step.is_protected ? step.seconds : lamp_fit_step_get_maximum (&step)) / 60;
    }
  // Translators: how long a protocol takes, the least that it can be fitted to, and the most that it can use
  text = g_strdup_printf (_("%1$d min; can be fitted to anything from %2$d to %3$d min."), minutes, least, most);
  gtk_label_set_text (self->sum, text);
}

static void
update (LampProtocolEditor *self)
{
  const char *variant;

  if (self->protocol == NULL || lamp_record_is_deleted (self->protocol))
    return;
  variant = lamp_record_get_text (self->protocol, "variant");
  adw_window_title_set_subtitle (self->heading, lamp_record_get_title (self->protocol));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about), lamp_record_get_title (self->protocol));
  adw_action_row_set_subtitle (self->about, variant != NULL ? variant : _("Name, variant, purpose and source"));
  show_sum (self);
}

static void
on_problem (LampProtocolEditor *self,
            const char         *message)
{
  lamp_session_notice (self->session, message, FALSE);
}

/* A page with all that there is to say about a record. */
static void
push_form (LampProtocolEditor *self,
           LampRecord         *record,
           const char         *title)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *form = lamp_record_form_new (lamp_session_get_store (self->session));

  g_object_set (form, "record", record, NULL);
  g_signal_connect_object (form, "problem", G_CALLBACK (on_problem), self, G_CONNECT_SWAPPED);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), form);
  adw_navigation_view_push (self->pages, adw_navigation_page_new (view, title));
}

static void
on_about (LampProtocolEditor *self)
{
  push_form (self, self->protocol, _("Protocol"));
}

static void
on_row_activated (LampProtocolEditor *self,
                  GtkListBoxRow      *row)
{
  push_form (self, lamp_step_row_get_step (LAMP_STEP_ROW (row)), _("Step"));
}

static void
focus_place (LampProtocolEditor *self,
             guint               place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->steps, (int) place);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->steps, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static GtkListBoxRow *
get_row (LampProtocolEditor *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->steps));

  return LAMP_IS_STEP_ROW (focus) ? GTK_LIST_BOX_ROW (focus) : gtk_list_box_get_selected_row (self->steps);
}

static void
place_before (LampProtocolEditor *self,
              guint               from,
              guint               before)
{
  if (lamp_steps_place (self->session, self->records, from, before))
    focus_place (self, from < before ? before - 1 : before);
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LampProtocolEditor *self = LAMP_PROTOCOL_EDITOR (widget);
  GtkListBoxRow *row = get_row (self);

  if (row != NULL && gtk_list_box_row_get_index (row) > 0)
    place_before (self, (guint) gtk_list_box_row_get_index (row), (guint) gtk_list_box_row_get_index (row) - 1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LampProtocolEditor *self = LAMP_PROTOCOL_EDITOR (widget);
  GtkListBoxRow *row = get_row (self);

  if (row != NULL)
    place_before (self, (guint) gtk_list_box_row_get_index (row), (guint) gtk_list_box_row_get_index (row) + 2);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LampProtocolEditor *self = LAMP_PROTOCOL_EDITOR (widget);
  g_autoptr (LampRecord) step = lamp_step_create (self->session, self->protocol, self->records);

  if (step == NULL)
    return;
  focus_place (self, g_list_model_get_n_items (self->records) - 1);
  push_form (self, step, _("Step"));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampProtocolEditor *self = LAMP_PROTOCOL_EDITOR (widget);
  GtkListBoxRow *row = get_row (self);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  if (row == NULL)
    return;
  lamp_session_delete (self->session, lamp_step_row_get_step (LAMP_STEP_ROW (row)));
  focus_place (self, (guint) MAX (0, MIN (place, (int) g_list_model_get_n_items (self->records) - 1)));
}

static void
on_delete (LampProtocolEditor *self,
           LampStepRow        *row)
{
  gtk_list_box_select_row (self->steps, GTK_LIST_BOX_ROW (row));
  lamp_session_delete (self->session, lamp_step_row_get_step (row));
}

static GListStore *
prepare_drag (GtkListBoxRow *row,
              gpointer       data)
{
  GListStore *dragged = g_list_store_new (LAMP_TYPE_RECORD);

  g_list_store_append (dragged, lamp_step_row_get_step (LAMP_STEP_ROW (row)));

  return dragged;
}

static gboolean
take_drop (GListModel *items,
           guint       before,
           gpointer    data)
{
  LampProtocolEditor *self = data;
  g_autoptr (LampRecord) step = g_list_model_get_item (items, 0);
  guint from = LAMP_IS_RECORD (step) ? lamp_items_find (self->records, step) : G_MAXUINT;

  if (from == G_MAXUINT)
    return FALSE;
  place_before (self, from, before);

  return TRUE;
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  LampProtocolEditor *self = data;
  GtkWidget *row = lamp_step_row_new (self->session, item);

  g_signal_connect_object (row, "delete", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);

  return row;
}

static void
on_deleted (LampProtocolEditor *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
lamp_protocol_editor_dispose (GObject *object)
{
  LampProtocolEditor *self = LAMP_PROTOCOL_EDITOR (object);

  if (self->steps != NULL)
    gtk_list_box_bind_model (self->steps, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_PROTOCOL_EDITOR);
  g_clear_object (&self->records);
  g_clear_object (&self->protocol);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_protocol_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "step.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "step.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "step.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "step.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "step.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "step.move-down", NULL);
}

static void
lamp_protocol_editor_class_init (LampProtocolEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_protocol_editor_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/lamp-protocol-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LampProtocolEditor, pages);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolEditor, about);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolEditor, sum);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolEditor, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_about);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  install_actions (widget_class);
}

/* Delete takes away a step where its row has the focus, not while something is typed. */
static void
add_delete_key (LampProtocolEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_named_action_new ("step.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->steps), controller);
}

static void
lamp_protocol_editor_init (LampProtocolEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lamp_agenda_drag_attach (self->steps, prepare_drag, take_drop, self);
  add_delete_key (self);
}

/**
 * lamp_protocol_editor_new:
 * @session: the session
 * @protocol: a protocol of the school's own
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_protocol_editor_new (LampSession *session,
                          LampRecord  *protocol)
{
  LampProtocolEditor *self = g_object_new (LAMP_TYPE_PROTOCOL_EDITOR, NULL);
  LampStore *store = lamp_session_get_store (session);

  self->session = g_object_ref (session);
  self->protocol = g_object_ref (protocol);
  self->records = lamp_store_list_by (store, "protocol_steps", "protocol", lamp_record_get_id (protocol));
  gtk_list_box_bind_model (self->steps, self->records, make_row, self, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (protocol, "deleted", G_CALLBACK (on_deleted), self, G_CONNECT_SWAPPED);
  update (self);

  return ADW_DIALOG (self);
}
