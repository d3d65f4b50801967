/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-editor.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Yes or no; one of several; any of several: told at once. */

static void
name_row (GtkWidget       *row,
          LampFieldEditor *editor)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 lamp_field_get_label (lamp_field_editor_get_field (editor)));
}

struct _LampSwitchEditor
{
  LampFieldEditor parent_instance;
};

G_DEFINE_FINAL_TYPE (LampSwitchEditor, lamp_switch_editor, LAMP_TYPE_FIELD_EDITOR)

static void
on_switched (AdwSwitchRow    *row,
             GParamSpec      *pspec,
             LampFieldEditor *editor)
{
  lamp_field_editor_edited (editor, adw_switch_row_get_active (row) ? "true" : "false");
}

static GtkWidget *
lamp_switch_editor_build (LampFieldEditor *editor)
{
  GtkWidget *row = adw_switch_row_new ();

  name_row (row, editor);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), editor, 0);

  return row;
}

static void
lamp_switch_editor_show (LampFieldEditor *editor,
                         const LampValue *value)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (lamp_field_editor_get_row (editor)),
                             value->kind == LAMP_VALUE_INTEGER && value->integer != 0);
}

static void
lamp_switch_editor_class_init (LampSwitchEditorClass *klass)
{
  LAMP_FIELD_EDITOR_CLASS (klass)->build = lamp_switch_editor_build;
  LAMP_FIELD_EDITOR_CLASS (klass)->show = lamp_switch_editor_show;
}

static void
lamp_switch_editor_init (LampSwitchEditor *self)
{
}

struct _LampChoiceEditor
{
  LampFieldEditor parent_instance;

  gboolean optional; /* the first place stands for nothing */
};

G_DEFINE_FINAL_TYPE (LampChoiceEditor, lamp_choice_editor, LAMP_TYPE_FIELD_EDITOR)

static void
on_chosen (AdwComboRow      *row,
           GParamSpec       *pspec,
           LampChoiceEditor *self)
{
  const LampField *field = lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self));
  guint selected = adw_combo_row_get_selected (row);

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  if (self->optional && selected == 0)
    lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), NULL);
  else
    lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), field->choices[selected - (self->optional ? 1 : 0)].nick);
}

static GtkWidget *
lamp_choice_editor_build (LampFieldEditor *editor)
{
  LampChoiceEditor *self = LAMP_CHOICE_EDITOR (editor);
  const LampField *field = lamp_field_editor_get_field (editor);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  self->optional = !(field->flags & LAMP_REQUIRED);
  if (self->optional)
    gtk_string_list_append (labels, C_("choice", "—"));
  for (const LampChoice *choice = field->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (labels, lamp_field_get_choice_label (field, choice->nick));
  name_row (row, editor);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_chosen), editor, 0);

  return row;
}

static void
lamp_choice_editor_show (LampFieldEditor *editor,
                         const LampValue *value)
{
  LampChoiceEditor *self = LAMP_CHOICE_EDITOR (editor);
  const LampField *field = lamp_field_editor_get_field (editor);
  guint selected = self->optional ? 0 : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; value->kind == LAMP_VALUE_TEXT && field->choices[i].nick != NULL; i++)
    if (g_str_equal (field->choices[i].nick, value->text))
      selected = i + (self->optional ? 1 : 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (lamp_field_editor_get_row (editor)), selected);
}

static void
lamp_choice_editor_class_init (LampChoiceEditorClass *klass)
{
  LAMP_FIELD_EDITOR_CLASS (klass)->build = lamp_choice_editor_build;
  LAMP_FIELD_EDITOR_CLASS (klass)->show = lamp_choice_editor_show;
}

static void
lamp_choice_editor_init (LampChoiceEditor *self)
{
}

struct _LampFlagsEditor
{
  LampFieldEditor parent_instance;

  GPtrArray *checks; /* unowned check buttons, in the order of the choices */
};

G_DEFINE_FINAL_TYPE (LampFlagsEditor, lamp_flags_editor, LAMP_TYPE_FIELD_EDITOR)

static void
on_checked (LampFlagsEditor *self)
{
  const LampField *field = lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self));
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_string_append_printf (json, "%s\"%s\"", json->len > 1 ? "," : "", field->choices[i].nick);
  g_string_append_c (json, ']');
  lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), json->len > 2 ? json->str : NULL);
}

static GtkWidget *
make_checks (LampFlagsEditor *self)
{
  const LampField *field = lamp_field_editor_get_field (LAMP_FIELD_EDITOR (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (lamp_field_get_label (field));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; field->choices[i].nick != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (lamp_field_get_choice_label (field, field->choices[i].nick));

      g_ptr_array_add (self->checks, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_checked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }

  return box;
}

static GtkWidget *
lamp_flags_editor_build (LampFieldEditor *editor)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = make_checks (LAMP_FLAGS_EDITOR (editor));

  name_row (row, editor);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static gboolean
array_has (JsonArray  *words,
           const char *nick)
{
  for (guint i = 0; words != NULL && i < json_array_get_length (words); i++)
    if (g_strcmp0 (json_array_get_string_element (words, i), nick) == 0)
      return TRUE;

  return FALSE;
}

static void
lamp_flags_editor_show (LampFieldEditor *editor,
                        const LampValue *value)
{
  LampFlagsEditor *self = LAMP_FLAGS_EDITOR (editor);
  const LampField *field = lamp_field_editor_get_field (editor);
  g_autoptr (JsonNode) node = value->kind == LAMP_VALUE_TEXT ? json_from_string (value->text, NULL) : NULL;
  JsonArray *words = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], array_has (words, field->choices[i].nick));
}

static void
lamp_flags_editor_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_FLAGS_EDITOR (object)->checks);

  G_OBJECT_CLASS (lamp_flags_editor_parent_class)->finalize (object);
}

static void
lamp_flags_editor_class_init (LampFlagsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_flags_editor_finalize;
  LAMP_FIELD_EDITOR_CLASS (klass)->build = lamp_flags_editor_build;
  LAMP_FIELD_EDITOR_CLASS (klass)->show = lamp_flags_editor_show;
}

static void
lamp_flags_editor_init (LampFlagsEditor *self)
{
  self->checks = g_ptr_array_new ();
}
