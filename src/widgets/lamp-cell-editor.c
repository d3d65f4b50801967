/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cell-editor.h"

#include <glib/gi18n-lib.h>

#include "lamp-field-edit.h"
#include "lamp-field-editor.h"
#include "lamp-near.h"
#include "lamp-record-picker.h"

#define WIDTH 260

struct _LampCellEditor
{
  GObject parent_instance;

  LampStore *store;
  LampRecord *record;
  const LampField *field;

  GtkWidget *popover;
  GtkWidget *before;        /* (nullable) (weak): what had the focus before */
  LampFieldEditor *editor;  /* (nullable): what is typed into */
  GtkListBox *choices;      /* (nullable): or what is chosen from */
  GtkLabel *problem;        /* (nullable): shows why not */
  char *refusal;            /* (nullable): why what was made of it may not stand */
  gboolean is_done;         /* nothing is taken any more */
  int step;
  guint closed_id;
};

enum
{
  SIGNAL_FINISHED,
  SIGNAL_PROBLEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampCellEditor, lamp_cell_editor, G_TYPE_OBJECT)

/* Taking what a person made of it. */

static void
show_problem (LampCellEditor *self,
              const char     *message)
{
  GtkWidget *row = self->editor ? lamp_field_editor_get_row (self->editor) : NULL;

  g_set_str (&self->refusal, message);
  if (!self->problem)
    return;

  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
  if (row && message)
    {
      gtk_widget_add_css_class (row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
    }
  else if (row)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

static void
take (LampCellEditor *self,
      const char     *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampEdit) edit = NULL;

  if (self->is_done || lamp_record_is_deleted (self->record))
    return;

  edit = lamp_field_edit_new (self->store, self->record, self->field, text, &error);
  if (edit && (lamp_edit_is_empty (edit) || lamp_edit_commit (edit, &error)))
    show_problem (self, NULL);
  else
    show_problem (self, error->message);
}

static void
take_chosen (LampCellEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->choices);

  if (row)
    take (self, g_object_get_data (G_OBJECT (row), "nick"));
}

/* Were the focus still inside, GTK would move it on by itself a frame later, from wherever it is by then. */
static void
give_focus_back (LampCellEditor *self)
{
  if (self->before && gtk_widget_get_mapped (self->before))
    gtk_widget_grab_focus (self->before);
}

static void
pop_down (LampCellEditor *self,
          int             step)
{
  self->step = step;
  self->is_done = TRUE;
  give_focus_back (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
finish (LampCellEditor *self,
        int             step)
{
  if (self->editor)
    lamp_field_editor_flush (self->editor);
  else if (self->choices)
    take_chosen (self);
  if (!self->refusal)
    pop_down (self, step);
}

static void
on_edited (LampCellEditor *self,
           const char     *text)
{
  take (self, text);
}

static void
on_chosen (LampCellEditor *self)
{
  finish (self, 0);
}

static void
on_picked (LampCellEditor *self,
           LampRecord     *record)
{
  take (self, record ? lamp_record_get_id (record) : NULL);
}

/* Closing. */

/* Who is told may let go of this, and a picker tells of its choice only when it has closed. */
static gboolean
tell_finished (gpointer data)
{
  g_autoptr (LampCellEditor) self = g_object_ref (data);

  self->closed_id = 0;
  if (self->refusal)
    g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, self->refusal);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, self->step);

  return G_SOURCE_REMOVE;
}

/* A click elsewhere takes what has been typed. */
static void
on_closed (LampCellEditor *self)
{
  if (!self->is_done && self->editor)
    lamp_field_editor_flush (self->editor);
  if (self->closed_id == 0)
    self->closed_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_finished, self, NULL);
}

static gboolean
on_key (LampCellEditor  *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->popover));

  /* What opens over it, such as a calendar, has keys of its own. */
  if (focus && gtk_widget_get_native (focus) != GTK_NATIVE (self->popover))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape)
    {
      g_clear_pointer (&self->refusal, g_free);
      pop_down (self, 0);
    }
  else if (key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab || key == GDK_KEY_ISO_Left_Tab)
    finish (self, key == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) ? -1 : 1);
  else if (self->editor && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter))
    finish (self, 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* What suits the kind of field. */

static GtkWidget *
make_problem (LampCellEditor *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "visible", FALSE, "max-width-chars", 36,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);

  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  self->problem = GTK_LABEL (label);

  return label;
}

static void
fill (LampCellEditor *self,
      GtkWidget      *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), make_problem (self));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

static void
add_choice (LampCellEditor *self,
            const char     *nick,
            const char     *label,
            gboolean        is_current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "visible", is_current,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "nick", g_strdup (nick), g_free);
  gtk_list_box_append (self->choices, row);
  if (is_current)
    gtk_list_box_select_row (self->choices, GTK_LIST_BOX_ROW (row));
}

static void
add_choices (LampCellEditor *self)
{
  const char *now = lamp_record_get_text (self->record, self->field->name);

  if (!(self->field->flags & LAMP_REQUIRED))
    add_choice (self, NULL, C_ ("choice", "—"), now == NULL);
  for (const LampChoice *choice = self->field->choices; choice->nick; choice++)
    add_choice (self, choice->nick, lamp_field_get_choice_label (self->field, choice->nick),
                g_strcmp0 (choice->nick, now) == 0);
}

static void
make_choices (LampCellEditor *self)
{
  self->choices = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->choices, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->choices), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lamp_field_get_label (self->field), -1);
  if (self->field->type == LAMP_FIELD_BOOL)
    {
      gboolean now = lamp_record_get_integer (self->record, self->field->name) != 0;

      add_choice (self, "true", C_ ("choice", "Yes"), now);
      add_choice (self, "false", C_ ("choice", "No"), !now);
    }
  else
    add_choices (self);
  g_signal_connect_object (self->choices, "row-activated", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  fill (self, GTK_WIDGET (self->choices));
}

static void
make_picker (LampCellEditor *self)
{
  g_autoptr (GHashTable) near = lamp_near_list (self->store, self->record, self->field->target);

  self->popover = lamp_record_picker_new (self->store, self->field->target);
  lamp_record_picker_set_first (LAMP_RECORD_PICKER (self->popover), near);
  if (!(self->field->flags & LAMP_REQUIRED))
    {
      // Translators: takes away what a field refers to; %s is the field, such as “Owner”
      g_autofree char *none = g_strdup_printf (_("Clear %s"), lamp_field_get_label (self->field));

      lamp_record_picker_set_none (LAMP_RECORD_PICKER (self->popover), none);
    }
  g_signal_connect_object (self->popover, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
}

static void
make_editor (LampCellEditor *self)
{
  GtkWidget *list = gtk_list_box_new ();
  const LampRow *row = lamp_record_get_row (self->record);

  self->editor = lamp_field_editor_new (self->field, self->store);
  lamp_field_editor_show (self->editor, &row->values[self->field - row->type->fields]);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), lamp_field_editor_get_row (self->editor));
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  fill (self, list);
}

static void
make_popover (LampCellEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (self->field->type == LAMP_FIELD_ENUM || self->field->type == LAMP_FIELD_BOOL)
    make_choices (self);
  else if (self->field->type == LAMP_FIELD_REF)
    make_picker (self);
  else
    make_editor (self);
  g_object_ref_sink (self->popover);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lamp_field_get_label (self->field), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->popover, keys);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
}

/* The class. */

static void
lamp_cell_editor_dispose (GObject *object)
{
  LampCellEditor *self = LAMP_CELL_EDITOR (object);

  self->is_done = TRUE;
  if (self->popover)
    g_signal_handlers_disconnect_by_func (self->popover, on_closed, self);
  g_clear_handle_id (&self->closed_id, g_source_remove);
  g_clear_weak_pointer (&self->before);
  if (self->popover && gtk_widget_get_parent (self->popover))
    gtk_widget_unparent (self->popover);
  g_clear_object (&self->popover);
  g_clear_object (&self->editor);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lamp_cell_editor_parent_class)->dispose (object);
}

static void
lamp_cell_editor_finalize (GObject *object)
{
  g_free (LAMP_CELL_EDITOR (object)->refusal);

  G_OBJECT_CLASS (lamp_cell_editor_parent_class)->finalize (object);
}

static void
lamp_cell_editor_class_init (LampCellEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_cell_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_cell_editor_finalize;

  /**
   * LampCellEditor::finished:
   * @step: where to go on: 1 to the next cell, -1 to the one before, 0 nowhere
   *
   * It has closed.
   */
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", LAMP_TYPE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * LampCellEditor::problem:
   * @message: what went wrong, one sentence
   *
   * It has closed, and what was made of the field could not be written.
   */
  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", LAMP_TYPE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lamp_cell_editor_init (LampCellEditor *self)
{
}

/**
 * lamp_cell_editor_new:
 * @store: the file
 * @record: a record
 * @field: the name of the field to edit
 *
 * Returns: (transfer full): an editor that is not open yet
 */
LampCellEditor *
lamp_cell_editor_new (LampStore  *store,
                      LampRecord *record,
                      const char *field)
{
  const LampRecordType *type;
  LampCellEditor *self;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);
  g_return_val_if_fail (LAMP_IS_RECORD (record), NULL);

  type = lamp_record_get_record_type (record);
  self = g_object_new (LAMP_TYPE_CELL_EDITOR, NULL);
  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->field = &type->fields[lamp_record_type_find_field (type, field)];
  make_popover (self);

  return self;
}

static void
focus_inside (LampCellEditor *self)
{
  GtkListBoxRow *chosen = self->choices ? gtk_list_box_get_selected_row (self->choices) : NULL;
  GtkWidget *row = self->editor ? lamp_field_editor_get_row (self->editor) : GTK_WIDGET (chosen);

  if (row)
    gtk_widget_grab_focus (row);
  if (GTK_IS_EDITABLE (row))
    gtk_editable_select_region (GTK_EDITABLE (row), 0, -1);
}

/**
 * lamp_cell_editor_open:
 * @self: an editor
 * @parent: the widget that it opens over; it has room for a child that is a popover
 * @at: where the cell is in @parent
 *
 * Opens it, with the keyboard in it.
 */
void
lamp_cell_editor_open (LampCellEditor     *self,
                       GtkWidget          *parent,
                       const GdkRectangle *at)
{
  g_return_if_fail (LAMP_IS_CELL_EDITOR (self));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_widget_set_parent (self->popover, parent);
  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self->popover)),
                               self->editor ? MAX (WIDTH, MIN (at->width, 2 * WIDTH)) : -1, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  g_set_weak_pointer (&self->before, gtk_root_get_focus (gtk_widget_get_root (parent)));
  gtk_popover_popup (GTK_POPOVER (self->popover));
  focus_inside (self);
}

/**
 * lamp_cell_editor_get_popover:
 * @self: an editor
 *
 * Returns: (transfer none): what is shown
 */
GtkWidget *
lamp_cell_editor_get_popover (LampCellEditor *self)
{
  return self->popover;
}
