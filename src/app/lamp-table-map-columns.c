/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-table-fields.h"
#include "lamp-table-map-private.h"

/* Of a page that makes a map: a row for each column, with the field that it fills. */

/* So many columns are shown; a table with more has a map that was written by hand. */
#define MOST_COLUMNS 200

/* So many words of a column are counted. */
#define MOST_WORDS 50

typedef struct
{
  LampTableMapPage *page;
  char *from;        /* (nullable): the column as a map names it */
  GtkWidget *row;    /* an AdwComboRow, if it can be named */
  GtkWidget *words;  /* (nullable): leads to what its words mean */
} ColumnRow;

static void
column_row_free (gpointer data)
{
  g_free (((ColumnRow *) data)->from);
  g_free (data);
}

/* The first field that a column fills alone. */
static const LampTableCell *
find_cell_of (LampTableMapPage *self,
              const char       *from)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);

  for (guint i = 0; from != NULL && i < record->cells->len; i++)
    {
      const LampTableCell *cell = record->cells->pdata[i];

      if (g_ascii_strcasecmp (cell->from, from) == 0 && g_ptr_array_find (self->fields, cell->field, NULL))
        return cell;
    }

  return NULL;
}

/* Whether a field is shown beside its column. */
gboolean
lamp_table_map_page_has_column (LampTableMapPage    *self,
                                const LampTableCell *cell)
{
  for (guint i = 0; i < self->column_rows->len; i++)
    if (find_cell_of (self, ((ColumnRow *) self->column_rows->pdata[i])->from) == cell)
      return TRUE;

  return FALSE;
}

static void
on_selected (ColumnRow  *column,
             GParamSpec *pspec,
             GtkWidget  *row)
{
  LampTableMapPage *self = column->page;
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  LampTableRecord *record;
  const LampTableCell *before;
  const LampField *field;

  if (self->busy || selected == GTK_INVALID_LIST_POSITION)
    return;
  record = lamp_table_map_page_get_record (self);
  before = find_cell_of (self, column->from);
  if (before != NULL)
    lamp_table_record_set (record, before->field->name, NULL);
  if (selected > 0)
    {
      field = self->fields->pdata[selected - 1];
      /* What its words meant was said of another column. */
      lamp_table_record_set (record, field->name, NULL);
      lamp_table_record_set (record, field->name, column->from);
      lamp_table_guess_words (record, field->name, self->csv);
    }
  lamp_table_map_page_sync (self);
}

static void
on_words (ColumnRow *column)
{
  LampTableMapPage *self = column->page;
  const LampTableCell *cell = find_cell_of (self, column->from);

  if (cell != NULL)
    lamp_table_map_page_push (self, lamp_table_words_page_new (self, cell->field));
}

static void
sync_words (LampTableMapPage    *self,
            ColumnRow           *column,
            const LampTableCell *cell)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);
  g_auto (GStrv) words = NULL;
  g_autofree char *subtitle = NULL;
  guint n_unknown = 0;

  gtk_widget_set_visible (column->words, cell != NULL && cell->field->type == LAMP_FIELD_ENUM);
  if (!gtk_widget_get_visible (column->words))
    return;
  words = lamp_table_sample (cell, self->csv, MOST_WORDS);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *meaning = lamp_table_record_dup_meaning (record, cell->field->name, words[i]);

      n_unknown += meaning == NULL;
    }
  subtitle = n_unknown == 0 ? g_strdup (_("All words are understood"))
                            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word is not understood",
                                                            "%u words are not understood", n_unknown),
                                               n_unknown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (column->words), subtitle);
  if (n_unknown > 0)
    gtk_widget_add_css_class (column->words, "warning");
  else
    gtk_widget_remove_css_class (column->words, "warning");
}

static GtkWidget *
make_words_row (ColumnRow  *column,
                const char *header)
{
  // Translators: %s is a column of a table; the row leads to what its words mean
  g_autofree char *title = g_strdup_printf (_("What “%s” Says"), header);
  GtkWidget *row = lamp_table_row_new (title, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_words), column);

  return row;
}

static const char *
get_reason (LampTableMapPage *self,
            guint             index)
{
  const char *header = lamp_csv_get_header (self->csv, index);

  if (*header == '\0')
    return _("Left out: it has no name");
  if (lamp_csv_find_column (self->csv, header) != (int) index)
    return _("Left out: another column has the same name");

  return _("Left out: its name has braces in it");
}

static void
add_column (LampTableMapPage *self,
            guint             index,
            GListModel       *names)
{
  ColumnRow *column = g_new0 (ColumnRow, 1);
  const char *header = lamp_csv_get_header (self->csv, index);
  // Translators: a column of a table that has no name
  g_autofree char *unnamed = g_strdup_printf (_("Column %u"), index + 1);
  g_autofree char *sample = lamp_table_dup_sample (self->csv, index);

  column->page = self;
  column->from = lamp_table_dup_column (self->csv, index);
  g_ptr_array_add (self->column_rows, column);
  if (column->from == NULL)
    {
      column->row = lamp_table_row_new (*header != '\0' ? header : unnamed, get_reason (self, index));
      gtk_widget_add_css_class (column->row, "dim-label");
      adw_preferences_group_add (self->columns, column->row);
      return;
    }
  column->row = lamp_table_combo_new (header, sample, names);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (column->row), 2);
  g_signal_connect_swapped (column->row, "notify::selected", G_CALLBACK (on_selected), column);
  adw_preferences_group_add (self->columns, column->row);
  column->words = make_words_row (column, header);
  adw_preferences_group_add (self->columns, column->words);
}

/* Columns for another record: the fields to choose from are others. */
void
lamp_table_map_page_fill_columns (LampTableMapPage *self)
{
  g_autoptr (GListModel) names = lamp_table_name_fields (self->fields, _("Leave Out"));
  guint n = MIN (lamp_csv_get_n_columns (self->csv), MOST_COLUMNS);

  for (guint i = 0; self->column_rows != NULL && i < self->column_rows->len; i++)
    {
      ColumnRow *column = self->column_rows->pdata[i];

      g_signal_handlers_disconnect_by_data (column->row, column);
      adw_preferences_group_remove (self->columns, column->row);
      if (column->words != NULL)
        {
          g_signal_handlers_disconnect_by_data (column->words, column);
          adw_preferences_group_remove (self->columns, column->words);
        }
    }
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  self->column_rows = g_ptr_array_new_with_free_func (column_row_free);
  for (guint i = 0; i < n; i++)
    add_column (self, i, names);
}

/* What is needed and nothing fills, in a sentence; %NULL when nothing is missing. */
static char *
dup_missing (LampTableMapPage *self)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; !record->only_existing && i < self->fields->len; i++)
    {
      const LampField *field = self->fields->pdata[i];

      if ((field->flags & LAMP_REQUIRED) && field->type != LAMP_FIELD_ID
          && lamp_table_record_get (record, field->name) == NULL)
        g_string_append_printf (missing, "%s“%s”", missing->len > 0 ? ", " : "", lamp_field_get_label (field));
    }
  if (missing->len == 0)
    return NULL;

  // Translators: %s is one field or several, each in quotation marks
  return g_strdup_printf (_("Needed, and not filled yet: %s."), missing->str);
}

void
lamp_table_map_page_sync_columns (LampTableMapPage *self)
{
  g_autofree char *missing = dup_missing (self);

  for (guint i = 0; i < self->column_rows->len; i++)
    {
      ColumnRow *column = self->column_rows->pdata[i];
      const LampTableCell *cell = find_cell_of (self, column->from);
      guint index = 0;

      if (column->from == NULL)
        continue;
      if (cell != NULL && g_ptr_array_find (self->fields, cell->field, &index))
        index++;
      adw_combo_row_set_selected (ADW_COMBO_ROW (column->row), index);
      sync_words (self, column, cell);
    }
  adw_preferences_group_set_description (self->columns, missing);
}
