/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-entry-row.h"
#include "lamp-field-editor.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Options, each with its count: a tally. Each edit tells the whole object. */

struct _LampCountsEditor
{
  LampFieldEditor parent_instance;

  JsonObject *counts;   /* as they stand in the rows */
  GPtrArray *rows;      /* unowned, one for each option */
  GtkWidget *add;       /* unowned: the row that adds an option */
};

G_DEFINE_FINAL_TYPE (LampCountsEditor, lamp_counts_editor, LAMP_TYPE_FIELD_EDITOR)

static void rebuild (LampCountsEditor *self);

static void
tell (LampCountsEditor *self)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), self->counts);
  g_autofree char *json = json_to_string (node, FALSE);

  lamp_field_editor_edited (LAMP_FIELD_EDITOR (self), json_object_get_size (self->counts) > 0 ? json : NULL);
}

static void
on_count (GtkSpinButton    *spin,
          LampCountsEditor *self)
{
  const char *option = g_object_get_data (G_OBJECT (spin), "option");

  json_object_set_int_member (self->counts, option, gtk_spin_button_get_value_as_int (spin));
  tell (self);
}

static void
on_remove (GtkWidget        *button,
           LampCountsEditor *self)
{
  json_object_remove_member (self->counts, g_object_get_data (G_OBJECT (button), "option"));
  tell (self);
  rebuild (self);
}

static void
on_add (AdwEntryRow      *row,
        LampCountsEditor *self)
{
  g_autofree char *option = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*option == '\0' || json_object_has_member (self->counts, option))
    return;

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  json_object_set_int_member (self->counts, option, 0);
  tell (self);
  rebuild (self);
}

static GtkWidget *
make_count (LampCountsEditor *self,
            const char       *option)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 1000000, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) json_object_get_int_member (self->counts, option));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, option, -1);
  g_object_set_data_full (G_OBJECT (spin), "option", g_strdup (option), g_free);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_count), self, 0);

  return spin;
}

static GtkWidget *
make_remove (LampCountsEditor *self,
             const char       *option)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  // Translators: takes away an option of a vote; %s is the option
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), option);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "option", g_strdup (option), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);

  return button;
}

static void
update_subtitle (LampCountsEditor *self,
                 GList            *options)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *l = options; l != NULL; l = l->next)
    // Translators: an option of a vote and how many chose it
    g_string_append_printf (text, C_("tally", "%s%s: %d"), l != options ? C_("between options", ", ") : "",
                            (const char *) l->data, (int) json_object_get_int_member (self->counts, l->data));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (lamp_field_editor_get_row (LAMP_FIELD_EDITOR (self))), text->str);
}

static void
rebuild (LampCountsEditor *self)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (lamp_field_editor_get_row (LAMP_FIELD_EDITOR (self)));
  g_autoptr (GList) options = json_object_get_members (self->counts);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add);
  adw_expander_row_remove (expander, self->add);
  for (GList *l = options; l != NULL; l = l->next)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), l->data);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_count (self, l->data));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove (self, l->data));
      adw_expander_row_add_row (expander, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_expander_row_add_row (expander, self->add);
  g_object_unref (self->add);
  update_subtitle (self, options);
}

static GtkWidget *
lamp_counts_editor_build (LampFieldEditor *editor)
{
  LampCountsEditor *self = LAMP_COUNTS_EDITOR (editor);
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 lamp_field_get_label (lamp_field_editor_get_field (editor)));
  self->add = adw_entry_row_new ();
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self->add), _("Add Option"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add), TRUE);
  g_signal_connect_object (self->add, "apply", G_CALLBACK (on_add), self, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), self->add);

  return row;
}

static gboolean
same_counts (JsonObject *a,
             JsonObject *b)
{
  g_autoptr (JsonNode) one = json_node_init_object (json_node_alloc (), a);
  g_autoptr (JsonNode) other = json_node_init_object (json_node_alloc (), b);

  return json_node_equal (one, other);
}

static void
lamp_counts_editor_show (LampFieldEditor *editor,
                         const LampValue *value)
{
  LampCountsEditor *self = LAMP_COUNTS_EDITOR (editor);
  g_autoptr (JsonNode) node = value->kind == LAMP_VALUE_TEXT ? json_from_string (value->text, NULL) : NULL;
  g_autoptr (JsonObject) counts = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node)
                                                                                : json_object_new ();
  gboolean same = same_counts (self->counts, counts);

  g_clear_pointer (&self->counts, json_object_unref);
  self->counts = g_steal_pointer (&counts);
  if (!same)
    rebuild (self);
}

static void
lamp_counts_editor_finalize (GObject *object)
{
  LampCountsEditor *self = LAMP_COUNTS_EDITOR (object);

  json_object_unref (self->counts);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (lamp_counts_editor_parent_class)->finalize (object);
}

static void
lamp_counts_editor_class_init (LampCountsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_counts_editor_finalize;
  LAMP_FIELD_EDITOR_CLASS (klass)->build = lamp_counts_editor_build;
  LAMP_FIELD_EDITOR_CLASS (klass)->show = lamp_counts_editor_show;
}

static void
lamp_counts_editor_init (LampCountsEditor *self)
{
  self->counts = json_object_new ();
  self->rows = g_ptr_array_new ();
}
