/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-table-fields.h"
#include "lamp-table-map-private.h"

/* What the words of a column mean, a row for each. */

/* So many are shown: more different words than these are no choices. */
#define MOST_WORDS 50

/* The first of the row's choices, before the field's own. */
enum
{
  NOT_UNDERSTOOD,
  LEFT_OUT,
  N_OTHERS,
};

static void
on_selected (LampTableMapPage *map_page,
             GParamSpec       *pspec,
             AdwComboRow      *row)
{
  LampTableRecord *record = lamp_table_map_page_get_record (map_page);
  const LampField *field = g_object_get_data (G_OBJECT (row), "field");
  const char *word = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  guint selected = adw_combo_row_get_selected (row);
  const char *meaning = NULL;

  if (map_page->busy || selected == GTK_INVALID_LIST_POSITION || lamp_table_record_find (record, field->name) == NULL)
    return;
  if (selected == LEFT_OUT)
    meaning = "";
  else if (selected >= N_OTHERS)
    meaning = field->choices[selected - N_OTHERS].nick;
  lamp_table_record_set_word (record, field->name, word, meaning);
}

static guint
find_selected (LampTableRecord *record,
               const LampField *field,
               const char      *word)
{
  g_autofree char *meaning = lamp_table_record_dup_meaning (record, field->name, word);

  if (meaning == NULL)
    return NOT_UNDERSTOOD;
  for (guint i = 0; field->choices[i].nick != NULL; i++)
    if (strcmp (field->choices[i].nick, meaning) == 0)
      return i + N_OTHERS;

  return LEFT_OUT;
}

static GtkWidget *
make_row (LampTableMapPage *map_page,
          const LampField  *field,
          const char       *word)
{
  g_autoptr (GListModel) names = lamp_table_name_choices (field, _("Not Understood"), _("Leave Out"));
  GtkWidget *row = lamp_table_combo_new (word, NULL, names);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              find_selected (lamp_table_map_page_get_record (map_page), field, word));
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), map_page, G_CONNECT_SWAPPED);

  return row;
}

AdwNavigationPage *
lamp_table_words_page_new (LampTableMapPage *map_page,
                           const LampField  *field)
{
  const LampTableCell *cell = lamp_table_record_find (lamp_table_map_page_get_record (map_page), field->name);
  g_auto (GStrv) words = lamp_table_sample (cell, map_page->csv, MOST_WORDS);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  // Translators: %s is a field, such as “Status”
  g_autofree char *title = g_strdup_printf (_("What Fills “%s”"), lamp_field_get_label (field));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("What the table says, and what it means here. A row with a word that is not "
                                           "understood comes in without it."));
  for (guint i = 0; words[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (map_page, field, words[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);

  return adw_navigation_page_new (view, title);
}
