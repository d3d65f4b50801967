/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-editor.h"

#include <glib/gi18n-lib.h>

#include "lamp-near.h"
#include "lamp-record-picker.h"

/* A reference: what it names, a popover to pick another, and a button to name nothing. */

struct _LampRecordEditor
{
  LampFieldEditor parent_instance;

  GtkWidget *clear;       /* unowned: the row's */
  GSignalGroup *watch;    /* follows the name of what is named */
};

G_DEFINE_FINAL_TYPE (LampRecordEditor, lamp_record_editor, LAMP_TYPE_FIELD_EDITOR)

static void
show_record (LampRecordEditor *self,
             LampRecord       *record)
{
  AdwActionRow *row = ADW_ACTION_ROW (lamp_field_editor_get_row (LAMP_FIELD_EDITOR (self)));
  gboolean required = lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self))->flags & LAMP_REQUIRED;

  g_signal_group_set_target (self->watch, record);
  adw_action_row_set_subtitle (row, record != NULL ? lamp_record_get_title (record) : C_("reference", "—"));
  gtk_widget_set_visible (self->clear, record != NULL && !required);
}

static void
on_named_changed (LampRecordEditor *self)
{
  g_autoptr (LampRecord) record = g_signal_group_dup_target (self->watch);

  if (record != NULL)
    show_record (self, record);
}

static void
on_picked (LampRecordEditor *self,
           LampRecord       *record)
{
  show_record (self, record);
  lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), lamp_record_get_id (record));
}

static void
on_clear (LampRecordEditor *self)
{
  show_record (self, NULL);
  lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), NULL);
}

static GtkWidget *
make_clear_button (LampRecordEditor *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  const char *label = lamp_field_get_label (lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self)));
  // Translators: takes away what a field refers to; %s is the field, such as “Owner”
  g_autofree char *name = g_strdup_printf (_("Clear %s"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);

  return button;
}

/* Who is near comes first: asked when the list opens, since people come and go. */
static void
prepare_picker (GtkMenuButton *button,
                gpointer       editor)
{
  LampRecordPicker *picker = LAMP_RECORD_PICKER (gtk_menu_button_get_popover (button));
  LampRecord *record = lamp_field_editor_get_record (editor);
  g_autoptr (GHashTable) near = NULL;

  if (record != NULL)
    near = lamp_near_list (lamp_field_editor_get_store (editor), record,
                           lamp_field_editor_get_field (editor)->target);
  lamp_record_picker_set_first (picker, near);
}

static GtkWidget *
make_menu_button (LampRecordEditor *self)
{
  const LampField *field = lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self));
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = lamp_record_picker_new (lamp_field_editor_get_store (LAMP_FIELD_EDITOR (self)), field->target);
  // Translators: opens a list to pick what a field refers to; %s is the field, such as “Owner”
  g_autofree char *name = g_strdup_printf (_("Pick %s"), lamp_field_get_label (field));

  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), prepare_picker, self, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
lamp_record_editor_build (LampFieldEditor *editor)
{
  LampRecordEditor *self = LAMP_RECORD_EDITOR (editor);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_menu_button (self);

  self->clear = make_clear_button (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 lamp_field_get_label (lamp_field_editor_get_field (editor)));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_add_css_class (row, "property");

  return row;
}

static void
lamp_record_editor_show (LampFieldEditor *editor,
                         const LampValue *value)
{
  const LampField *field = lamp_field_editor_get_field (editor);
  g_autoptr (LampRecord) record = NULL;

  if (value->kind == LAMP_VALUE_TEXT)
    record = lamp_store_find (lamp_field_editor_get_store (editor), field->target, value->text);
  show_record (LAMP_RECORD_EDITOR (editor), record);
}

static void
lamp_record_editor_dispose (GObject *object)
{
  g_clear_object (&LAMP_RECORD_EDITOR (object)->watch);

  G_OBJECT_CLASS (lamp_record_editor_parent_class)->dispose (object);
}

static void
lamp_record_editor_class_init (LampRecordEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_record_editor_dispose;
  LAMP_FIELD_EDITOR_CLASS (klass)->build = lamp_record_editor_build;
  LAMP_FIELD_EDITOR_CLASS (klass)->show = lamp_record_editor_show;
}

static void
lamp_record_editor_init (LampRecordEditor *self)
{
  self->watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->watch, "notify", G_CALLBACK (on_named_changed), self);
}
