/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-editor.h"

#include <glib/gi18n-lib.h>

#include "lamp-near.h"
#include "lamp-record-picker.h"

/* A reference: what it names, a popover to pick another, a button to name nothing and, where it is linked, one that
 * opens what is named. */

struct _LampRecordEditor
{
  LampFieldEditor parent_instance;

  GtkWidget *open;        /* unowned: the row's */
  GtkWidget *clear;       /* unowned: the row's */
  gboolean linked;
  LampRecord *record;     /* (nullable): what is named */
  GSignalGroup *watch;    /* follows its name */
};

static guint open_signal;

G_DEFINE_FINAL_TYPE (LampRecordEditor, lamp_record_editor, LAMP_TYPE_FIELD_EDITOR)

static void
show_record (LampRecordEditor *self,
             LampRecord       *record)
{
  AdwActionRow *row = ADW_ACTION_ROW (lamp_field_editor_get_row (LAMP_FIELD_EDITOR (self)));
  gboolean required = lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self))->flags & LAMP_REQUIRED;

  g_set_object (&self->record, record); /* what nobody holds is not told of its changes */
  g_signal_group_set_target (self->watch, record);
  adw_action_row_set_subtitle (row, record != NULL ? lamp_record_get_title (record) : C_("reference", "—"));
  gtk_widget_set_visible (self->clear, record != NULL && !required);
  gtk_widget_set_visible (self->open, record != NULL && self->linked);
}

static void
on_named_changed (LampRecordEditor *self)
{
  show_record (self, self->record);
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

static void
on_open (LampRecordEditor *self)
{
  g_autoptr (LampRecord) record = self->record != NULL ? g_object_ref (self->record) : NULL;

  if (record != NULL)
    g_signal_emit (self, open_signal, 0, record);
}

static GtkWidget *
make_button (LampRecordEditor *self,
             const char       *icon,
             const char       *format,
             GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  const char *label = lamp_field_get_label (lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self)));
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", label, 1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

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

  // Translators: shows what a field refers to; %s is the field, such as “Owner”
  self->open = make_button (self, "go-next-symbolic", _("Open %s"), G_CALLBACK (on_open));
  // Translators: takes away what a field refers to; %s is the field, such as “Owner”
  self->clear = make_button (self, "edit-clear-symbolic", _("Clear %s"), G_CALLBACK (on_clear));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 lamp_field_get_label (lamp_field_editor_get_field (editor)));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->open);
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
  g_clear_object (&LAMP_RECORD_EDITOR (object)->record);

  G_OBJECT_CLASS (lamp_record_editor_parent_class)->dispose (object);
}

static void
lamp_record_editor_class_init (LampRecordEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_record_editor_dispose;
  LAMP_FIELD_EDITOR_CLASS (klass)->build = lamp_record_editor_build;
  LAMP_FIELD_EDITOR_CLASS (klass)->show = lamp_record_editor_show;

  /**
   * LampRecordEditor::open:
   * @record: what is named
   *
   * The person wants to see it.
   */
  open_signal = g_signal_new ("open", LAMP_TYPE_RECORD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              LAMP_TYPE_RECORD);
}

static void
lamp_record_editor_init (LampRecordEditor *self)
{
  self->watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->watch, "notify", G_CALLBACK (on_named_changed), self);
}

/**
 * lamp_record_editor_set_linked:
 * @self: an editor
 * @linked: whether what is named can be opened
 *
 * Offers to open what is named.
 */
void
lamp_record_editor_set_linked (LampRecordEditor *self,
                               gboolean          linked)
{
  g_return_if_fail (LAMP_IS_RECORD_EDITOR (self));

  self->linked = linked;
  show_record (self, self->record);
}
