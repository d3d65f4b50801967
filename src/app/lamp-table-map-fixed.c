/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-entry-row.h"
#include "lamp-record.h"
#include "lamp-table-fields.h"
#include "lamp-table-map-private.h"

/* Of a page that makes a map: fields that no column fills alone. */

static const LampField *
get_field (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

static void
set (LampTableMapPage *self,
     const LampField  *field,
     const char       *from)
{
  lamp_table_record_set (lamp_table_map_page_get_record (self), field->name, from);
  self->busy = TRUE;
  lamp_table_map_page_sync_columns (self);
  self->busy = FALSE;
  g_signal_emit_by_name (self, "changed");
}

static void
on_text (LampTableMapPage *self,
         GtkEditable      *row)
{
  if (!self->busy)
    set (self, get_field (GTK_WIDGET (row)), gtk_editable_get_text (row));
}

static void
on_choice (LampTableMapPage *self,
           GParamSpec       *pspec,
           AdwComboRow      *row)
{
  const LampField *field = get_field (GTK_WIDGET (row));
  guint selected = adw_combo_row_get_selected (row);

  if (!self->busy && selected != GTK_INVALID_LIST_POSITION)
    set (self, field, selected > 0 ? field->choices[selected - 1].nick : NULL);
}

static void
on_yes_or_no (LampTableMapPage *self,
              GParamSpec       *pspec,
              AdwComboRow      *row)
{
  static const char *const words[] = { NULL, "true", "false" };
  guint selected = adw_combo_row_get_selected (row);

  if (!self->busy && selected < G_N_ELEMENTS (words))
    set (self, get_field (GTK_WIDGET (row)), words[selected]);
}

static void
on_community (LampTableMapPage *self,
              GParamSpec       *pspec,
              AdwComboRow      *row)
{
  guint selected = adw_combo_row_get_selected (row);
  g_autoptr (LampRecord) community = selected > 0 && !self->busy ? g_list_model_get_item (self->communities, selected - 1) : NULL;

  if (!self->busy)
    set (self, get_field (GTK_WIDGET (row)), community != NULL ? lamp_record_get_id (community) : NULL);
}

static GtkWidget *
make_entry (LampTableMapPage *self,
            const LampField  *field,
            const char       *from)
{
  GtkWidget *row = adw_entry_row_new ();

  lamp_entry_row_set_title (ADW_ENTRY_ROW (row), lamp_field_get_label (field));
  gtk_editable_set_text (GTK_EDITABLE (row), from != NULL ? from : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (on_text), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
make_combo (LampTableMapPage *self,
            const LampField  *field,
            GListModel       *names,
            guint             selected,
            GCallback         callback)
{
  GtkWidget *row = lamp_table_combo_new (lamp_field_get_label (field), NULL, names);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", callback, self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
make_choice (LampTableMapPage *self,
             const LampField  *field,
             const char       *from)
{
  g_autoptr (GListModel) names = lamp_table_name_choices (field, C_ ("table", "Nothing"), NULL);
  guint selected = 0;

  for (guint i = 0; from != NULL && field->choices[i].nick != NULL; i++)
    if (strcmp (field->choices[i].nick, from) == 0)
      selected = i + 1;

  return make_combo (self, field, names, selected, G_CALLBACK (on_choice));
}

static GtkWidget *
make_yes_or_no (LampTableMapPage *self,
                const LampField  *field,
                const char       *from)
{
  const char *const words[] = { C_ ("table", "Nothing"), C_ ("table", "Yes"), C_ ("table", "No"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (words);
  guint selected = from == NULL ? 0 : strcmp (from, "true") == 0 ? 1 : 2;

  return make_combo (self, field, G_LIST_MODEL (names), selected, G_CALLBACK (on_yes_or_no));
}

static GtkWidget *
make_community (LampTableMapPage *self,
                const LampField  *field,
                const char       *from)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("table", "Nothing"));
  for (guint i = 0; i < g_list_model_get_n_items (self->communities); i++)
    {
      g_autoptr (LampRecord) community = g_list_model_get_item (self->communities, i);

      gtk_string_list_append (names, lamp_record_get_title (community));
      if (g_strcmp0 (lamp_record_get_id (community), from) == 0)
        selected = i + 1;
    }

  return make_combo (self, field, G_LIST_MODEL (names), selected, G_CALLBACK (on_community));
}

static gboolean
is_choice (const LampField *field,
           const char      *from)
{
  return from == NULL || lamp_field_has_choice (field, from, -1);
}

static gboolean
is_community (LampTableMapPage *self,
              const char       *from)
{
  if (from == NULL)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (self->communities); i++)
    {
      g_autoptr (LampRecord) community = g_list_model_get_item (self->communities, i);

      if (g_strcmp0 (lamp_record_get_id (community), from) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A row of the kind that the field wants; a text where the map says something that no choice is. */
static GtkWidget *
make_row (LampTableMapPage *self,
          const LampField  *field,
          const char       *from)
{
  if (field->type == LAMP_FIELD_ENUM && is_choice (field, from))
    return make_choice (self, field, from);
  if (field->type == LAMP_FIELD_BOOL && (from == NULL || strcmp (from, "true") == 0 || strcmp (from, "false") == 0))
    return make_yes_or_no (self, field, from);
  if (g_strcmp0 (field->target, "communities") == 0 && is_community (self, from))
    return make_community (self, field, from);

  return make_entry (self, field, from);
}

static gboolean
is_shown (LampTableMapPage *self,
          const LampField  *field)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);
  const LampTableCell *cell = lamp_table_record_find (record, field->name);

  if (cell != NULL)
    return !lamp_table_map_page_has_column (self, cell);
  if (g_ptr_array_find (self->asked, field, NULL))
    return TRUE;

  return (field->flags & LAMP_REQUIRED) && field->type != LAMP_FIELD_ID && !record->only_existing;
}

/* Adds the row at once, but lets go of the one that asked for it only when it has come to rest. */
static gboolean
on_asked (gpointer data)
{
  LampTableMapPage *self = data;
  gconstpointer wanted = self->asked->len > 0 ? self->asked->pdata[self->asked->len - 1] : NULL;

  self->busy = TRUE;
  lamp_table_map_page_fill_fixed (self);
  self->busy = FALSE;
  for (guint i = 0; wanted != NULL && i < self->fixed_rows->len; i++)
    if (get_field (self->fixed_rows->pdata[i]) == wanted)
      gtk_widget_grab_focus (self->fixed_rows->pdata[i]);

  return G_SOURCE_REMOVE;
}

static void
on_ask (LampTableMapPage *self,
        GParamSpec       *pspec,
        AdwComboRow      *row)
{
  GPtrArray *fields = g_object_get_data (G_OBJECT (row), "fields");
  guint selected = adw_combo_row_get_selected (row);

  if (self->busy || selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > fields->len)
    return;
  g_ptr_array_add (self->asked, fields->pdata[selected - 1]);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_asked, g_object_ref (self), g_object_unref);
}

static void
add_ask_row (LampTableMapPage *self)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GListModel) names = NULL;
  GtkWidget *row;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const LampField *field = self->fields->pdata[i];

      if (lamp_table_record_find (record, field->name) == NULL && !is_shown (self, field))
        g_ptr_array_add (fields, (gpointer) field);
    }
  names = lamp_table_name_fields (fields, _("Choose…"));
  row = lamp_table_combo_new (_("Fill Another Field"), NULL, names);
  g_object_set_data_full (G_OBJECT (row), "fields", g_steal_pointer (&fields), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_ask), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->fixed, row);
  g_ptr_array_add (self->fixed_rows, row);
}

void
lamp_table_map_page_fill_fixed (LampTableMapPage *self)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);

  lamp_table_map_page_clear (self->fixed, self->fixed_rows);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const LampField *field = self->fields->pdata[i];
      GtkWidget *row;

      if (!is_shown (self, field))
        continue;
      row = make_row (self, field, lamp_table_record_get (record, field->name));
      g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
      adw_preferences_group_add (self->fixed, row);
      g_ptr_array_add (self->fixed_rows, row);
    }
  add_ask_row (self);
}

static void
on_first (LampTableMapPage *self,
          GParamSpec       *pspec,
          AdwSwitchRow     *row)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);
  const LampField *field = get_field (GTK_WIDGET (row));

  if (!self->busy && lamp_table_record_find (record, field->name) != NULL)
    lamp_table_record_set_keep_first (record, field->name, adw_switch_row_get_active (row));
}

/* Where several rows are about one record: of which fields the first value counts, such as a baseline. */
void
lamp_table_map_page_fill_firsts (LampTableMapPage *self)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);

  lamp_table_map_page_clear (self->firsts, self->first_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->firsts), record->several);
  for (guint i = 0; record->several && i < record->cells->len; i++)
    {
      const LampTableCell *cell = record->cells->pdata[i];
      GtkWidget *row;

      if (cell->field->type == LAMP_FIELD_ID)
        continue;
      row = adw_switch_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_field_get_label (cell->field));
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), cell->keep_first);
      g_object_set_data (G_OBJECT (row), "field", (gpointer) cell->field);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (on_first), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->firsts, row);
      g_ptr_array_add (self->first_rows, row);
    }
}
