/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-map-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-table-fields.h"

G_DEFINE_FINAL_TYPE (LampTableMapPage, lamp_table_map_page, ADW_TYPE_PREFERENCES_PAGE)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void fill (LampTableMapPage *self);

LampTableRecord *
lamp_table_map_page_get_record (LampTableMapPage *self)
{
  return self->map->records->pdata[self->shown];
}

/* Takes rows out of a group; they are owned by it. */
void
lamp_table_map_page_clear (AdwPreferencesGroup *group,
                           GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

void
lamp_table_map_page_push (LampTableMapPage  *self,
                          AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  g_signal_connect_object (page, "hidden", G_CALLBACK (lamp_table_map_page_sync), self, G_CONNECT_SWAPPED);
  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
  else
    g_object_unref (g_object_ref_sink (page));
}

/* Another record is shown when the row that was chosen in has come to rest: it may be one of those that go. */
static gboolean
on_refill (gpointer data)
{
  LampTableMapPage *self = data;

  self->refill = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

static void
queue_refill (LampTableMapPage *self)
{
  if (self->refill == 0)
    self->refill = g_idle_add (on_refill, self);
}

static const char *
describe_separator (LampCsv *csv)
{
  switch (lamp_csv_get_separator (csv))
    {
    case ';':
      return _("Separated by semicolons");
    case '\t':
      return _("Separated by tabs");
    default:
      return _("Separated by commas");
    }
}

static char *
describe_file (LampCsv *csv)
{
  guint number = lamp_csv_get_header_number (csv);
  g_autofree char *header = NULL;

  // Translators: how a table is written: “Separated by commas · UTF-8”
  if (number <= 1)
    return g_strdup_printf (C_ ("table", "%s · %s"), describe_separator (csv), lamp_csv_get_encoding (csv));
  header = g_strdup_printf (_("row %u names the columns"), number);

  // Translators: how a table is written: “Separated by commas · UTF-8 · row 3 names the columns”
  return g_strdup_printf (C_ ("table", "%s · %s · %s"), describe_separator (csv), lamp_csv_get_encoding (csv), header);
}

static void
on_sample (LampTableMapPage *self)
{
  lamp_table_map_page_push (self, lamp_table_sample_page_new (self->csv));
}

static void
add_file_group (LampTableMapPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_rows = lamp_csv_get_n_rows (self->csv);
  guint n_columns = lamp_csv_get_n_columns (self->csv);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u column", "%u columns", n_columns),
                                              n_columns);
  // Translators: how large a table is: “113 rows, 7 columns”
  g_autofree char *title = g_strdup_printf (C_ ("table", "%s, %s"), rows, columns);
  g_autofree char *subtitle = describe_file (self->csv);
  GtkWidget *row = lamp_table_row_new (title, subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Show the First Rows"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_sample), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
}

/* A map for one record of a type, guessed, in the place of the one that is shown or after all others. */
static void
put_guess (LampTableMapPage     *self,
           const LampRecordType *type,
           gboolean              instead)
{
  g_autoptr (LampTableMap) guess = lamp_table_map_guess (self->csv, type, self->home);
  gpointer record = g_ptr_array_steal_index (guess->records, 0);

  if (instead)
    g_ptr_array_remove_index (self->map->records, self->shown);
  else
    self->shown = self->map->records->len;
  g_ptr_array_insert (self->map->records, (int) self->shown, record);
  g_ptr_array_set_size (self->asked, 0);
  queue_refill (self);
}

static void
on_type (LampTableMapPage *self)
{
  guint selected = adw_combo_row_get_selected (self->type);

  if (!self->busy && selected < self->types->len)
    put_guess (self, self->types->pdata[selected], TRUE);
}

static void
on_record (LampTableMapPage *self)
{
  if (self->busy)
    return;
  self->shown = MIN (adw_combo_row_get_selected (self->record), self->map->records->len - 1);
  g_ptr_array_set_size (self->asked, 0);
  queue_refill (self);
}

static void
on_add (LampTableMapPage *self)
{
  put_guess (self, lamp_table_map_page_get_record (self)->type, FALSE);
}

static void
on_remove (LampTableMapPage *self)
{
  if (self->map->records->len < 2)
    return;
  g_ptr_array_remove_index (self->map->records, self->shown);
  self->shown = MIN (self->shown, self->map->records->len - 1);
  queue_refill (self);
}

static void
on_switch (LampTableMapPage *self)
{
  LampTableRecord *record;

  if (self->busy)
    return;
  record = lamp_table_map_page_get_record (self);
  record->only_existing = adw_switch_row_get_active (self->only_existing);
  record->several = adw_switch_row_get_active (self->several);
  lamp_table_map_page_sync (self);
}

static void
on_when (LampTableMapPage *self)
{
  LampTableRecord *record;
  g_autofree char *from = NULL;
  GtkStringObject *item;

  if (self->busy)
    return;
  record = lamp_table_map_page_get_record (self);
  item = adw_combo_row_get_selected_item (self->when);
  if (adw_combo_row_get_selected (self->when) > 0 && item != NULL)
    from = g_strdup (gtk_string_object_get_string (item));
  g_set_str (&record->when, from);
}

static void
on_dates (LampTableMapPage *self)
{
  guint selected = adw_combo_row_get_selected (self->dates);

  if (self->busy)
    return;
  self->dates_chosen = selected > 0;
  self->map->dates = selected > 0 ? (LampDateOrder) selected : LAMP_DATES_ISO;
  lamp_table_map_page_sync (self);
}

static GtkWidget *
add_switch (LampTableMapPage *self,
            const char       *title,
            const char       *subtitle)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switch), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->what, row);

  return row;
}

static AdwComboRow *
add_combo (LampTableMapPage *self,
           const char       *title,
           GListModel       *names,
           GCallback         callback)
{
  GtkWidget *row = lamp_table_combo_new (title, NULL, names);

  g_signal_connect_object (row, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->what, row);

  return ADW_COMBO_ROW (row);
}

static GtkWidget *
make_button (LampTableMapPage *self,
             const char       *icon_name,
             const char       *label,
             GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GListModel *
name_types (LampTableMapPage *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->types->len; i++)
    gtk_string_list_append (names, lamp_record_type_get_plural (self->types->pdata[i]));

  return G_LIST_MODEL (names);
}

static void
add_what_group (LampTableMapPage *self)
{
  g_autoptr (GListModel) types = name_types (self);
  g_autoptr (GtkStringList) none = gtk_string_list_new (NULL);
  const char *const orders[] = { _("Choose…"), _("Year First: 2027-03-15"), _("Month First: 3/15/2027"),
                                 _("Day First: 15.3.2027"), NULL };
  g_autoptr (GtkStringList) dates = gtk_string_list_new (orders);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->what = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->what, _("What Each Row Becomes"));
  self->remove = make_button (self, "list-remove-symbolic", _("Remove This Kind of Record"), G_CALLBACK (on_remove));
  gtk_box_append (GTK_BOX (buttons), self->remove);
  gtk_box_append (GTK_BOX (buttons), make_button (self, "list-add-symbolic", _("Rows Become Another Kind of Record, Too"),
                                                  G_CALLBACK (on_add)));
  adw_preferences_group_set_header_suffix (self->what, buttons);
  self->record = add_combo (self, _("Shown Below"), G_LIST_MODEL (none), G_CALLBACK (on_record));
  self->type = add_combo (self, _("Rows Become"), types, G_CALLBACK (on_type));
  self->dates = add_combo (self, _("Dates Are Written"), G_LIST_MODEL (dates), G_CALLBACK (on_dates));
  self->when = add_combo (self, _("Only Rows With"), G_LIST_MODEL (none), G_CALLBACK (on_when));
  self->only_existing = ADW_SWITCH_ROW (add_switch (self, _("Change Only What Is There"),
                                                    _("Rows about anything else are left out")));
  self->several = ADW_SWITCH_ROW (add_switch (self, _("Several Rows About One"),
                                              _("They are taken together, the last value of each counts")));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->what);
}

static void
add_groups (LampTableMapPage *self)
{
  add_file_group (self);
  add_what_group (self);
  self->columns = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->columns, _("What Each Column Fills"));
  self->fixed = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->fixed, _("The Same for Every Row, or Put Together"));
  adw_preferences_group_set_description (self->fixed,
                                         _("In a text, the name of a column in braces, such as {Goal}, stands for what "
                                           "the row says there."));
  self->firsts = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->firsts, _("Of Several Rows, the First Counts For"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->columns);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->fixed);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->firsts);
}

static void
show_records (LampTableMapPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->map->records->len; i++)
    {
      const LampTableRecord *record = self->map->records->pdata[i];
      // Translators: the first of several things that a row becomes: “1. Goals”
      g_autofree char *name = g_strdup_printf (C_ ("table", "%u. %s"), i + 1, lamp_record_type_get_plural (record->type));

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->record, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->record, self->shown);
  gtk_widget_set_visible (GTK_WIDGET (self->record), self->map->records->len > 1);
  gtk_widget_set_visible (self->remove, self->map->records->len > 1);
}

static void
show_when (LampTableMapPage *self)
{
  const LampTableRecord *record = lamp_table_map_page_get_record (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("Anything"));
  for (guint i = 0; i < lamp_csv_get_n_columns (self->csv); i++)
    {
      g_autofree char *from = lamp_table_dup_column (self->csv, i);

      if (from == NULL)
        continue;
      gtk_string_list_append (names, from);
      if (g_strcmp0 (from, record->when) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  if (selected == 0 && record->when != NULL)
    {
      gtk_string_list_append (names, record->when);
      selected = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  adw_combo_row_set_model (self->when, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->when, selected);
}

static gboolean
fills_dates (LampTableMapPage *self)
{
  for (guint i = 0; i < self->map->records->len; i++)
    {
      const LampTableRecord *record = self->map->records->pdata[i];

      for (guint j = 0; j < record->cells->len; j++)
        if (((const LampTableCell *) record->cells->pdata[j])->field->type == LAMP_FIELD_DATE)
          return TRUE;
    }

  return FALSE;
}

/* Dates that could be read either way are asked about, and never guessed. */
static void
sync_dates (LampTableMapPage *self)
{
  LampDateOrder order = self->dates_chosen ? self->map->dates : lamp_table_guess_dates (self->map, self->csv);

  if (!self->dates_chosen)
    self->map->dates = order != 0 ? order : LAMP_DATES_ISO;
  adw_combo_row_set_selected (self->dates, (guint) order);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->dates),
                               order == 0 ? _("The table does not tell: 3/4/2027 may be in March or in April") : "");
  if (order != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->dates), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->dates), fills_dates (self));
}

/* Rows show what the map says now. */
void
lamp_table_map_page_sync (LampTableMapPage *self)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);

  self->busy = TRUE;
  adw_switch_row_set_active (self->only_existing, record->only_existing);
  adw_switch_row_set_active (self->several, record->several);
  sync_dates (self);
  lamp_table_map_page_sync_columns (self);
  lamp_table_map_page_fill_fixed (self);
  lamp_table_map_page_fill_firsts (self);
  self->busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Shows another record, or another map. */
static void
fill (LampTableMapPage *self)
{
  LampTableRecord *record = lamp_table_map_page_get_record (self);
  guint type = 0;

  self->busy = TRUE;
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = lamp_table_list_fields (record->type);
  show_records (self);
  g_ptr_array_find (self->types, record->type, &type);
  adw_combo_row_set_selected (self->type, type);
  show_when (self);
  lamp_table_map_page_fill_columns (self);
  self->busy = FALSE;
  lamp_table_map_page_sync (self);
}

static void
lamp_table_map_page_dispose (GObject *object)
{
  LampTableMapPage *self = LAMP_TABLE_MAP_PAGE (object);

  self->busy = TRUE; /* rows that go say that nothing is chosen */
  g_clear_handle_id (&self->refill, g_source_remove);

  G_OBJECT_CLASS (lamp_table_map_page_parent_class)->dispose (object);
}

static void
lamp_table_map_page_finalize (GObject *object)
{
  LampTableMapPage *self = LAMP_TABLE_MAP_PAGE (object);

  g_clear_object (&self->communities);
  g_clear_pointer (&self->csv, lamp_csv_unref);
  g_clear_pointer (&self->map, lamp_table_map_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_ptr_array_unref (self->types);
  g_ptr_array_unref (self->asked);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_ptr_array_unref (self->fixed_rows);
  g_ptr_array_unref (self->first_rows);
  g_free (self->home);

  G_OBJECT_CLASS (lamp_table_map_page_parent_class)->finalize (object);
}

static void
lamp_table_map_page_class_init (LampTableMapPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_table_map_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_table_map_page_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LAMP_TYPE_TABLE_MAP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
lamp_table_map_page_init (LampTableMapPage *self)
{
  self->types = lamp_table_list_types ();
  self->asked = g_ptr_array_new ();
  self->fixed_rows = g_ptr_array_new ();
  self->first_rows = g_ptr_array_new ();
}

/**
 * lamp_table_map_page_new:
 * @csv: a table
 * @communities: (element-type LampRecord): the communities of the file
 * @home: (nullable): the identifier of the one that what has one belongs to at first
 *
 * Makes the page, which begins with what can be guessed.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
lamp_table_map_page_new (LampCsv    *csv,
                         GListModel *communities,
                         const char *home)
{
  LampTableMapPage *self = g_object_new (LAMP_TYPE_TABLE_MAP_PAGE, NULL);

  self->csv = lamp_csv_ref (csv);
  self->communities = g_object_ref (communities);
  self->home = g_strdup (home);
  add_groups (self);
  lamp_table_map_page_guess (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_table_map_page_get_map:
 * @self: the page
 *
 * Returns: (transfer none): what the person has said so far
 */
LampTableMap *
lamp_table_map_page_get_map (LampTableMapPage *self)
{
  g_return_val_if_fail (LAMP_IS_TABLE_MAP_PAGE (self), NULL);

  return self->map;
}

static void
take (LampTableMapPage *self,
      LampTableMap     *map,
      gboolean          dates_chosen)
{
  g_clear_pointer (&self->map, lamp_table_map_free);
  g_clear_handle_id (&self->refill, g_source_remove);
  self->map = map;
  self->shown = 0;
  self->dates_chosen = dates_chosen;
  g_ptr_array_set_size (self->asked, 0);
  fill (self);
}

/**
 * lamp_table_map_page_take_map:
 * @self: the page
 * @map: (transfer full): a map that was kept
 *
 * Shows another map.
 */
void
lamp_table_map_page_take_map (LampTableMapPage *self,
                              LampTableMap     *map)
{
  g_return_if_fail (LAMP_IS_TABLE_MAP_PAGE (self));

  take (self, map, map->dates != LAMP_DATES_ISO);
}

/**
 * lamp_table_map_page_guess:
 * @self: the page
 *
 * Begins anew with what can be guessed.
 */
void
lamp_table_map_page_guess (LampTableMapPage *self)
{
  g_return_if_fail (LAMP_IS_TABLE_MAP_PAGE (self));

  take (self, lamp_table_map_guess (self->csv, lamp_table_guess_type (self->csv), self->home), FALSE);
}

/**
 * lamp_table_map_page_check:
 * @self: the page
 *
 * Asks what only the person can tell: shows the row for it.
 *
 * Returns: whether nothing is left to ask
 */
gboolean
lamp_table_map_page_check (LampTableMapPage *self)
{
  g_return_val_if_fail (LAMP_IS_TABLE_MAP_PAGE (self), FALSE);

  if (self->refill != 0)
    {
      g_clear_handle_id (&self->refill, g_source_remove);
      fill (self);
    }
  if (!gtk_widget_get_visible (GTK_WIDGET (self->dates)) || adw_combo_row_get_selected (self->dates) > 0)
    return TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->dates), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->dates));

  return FALSE;
}
