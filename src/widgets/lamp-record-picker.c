/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-record-picker.h"

#include <glib/gi18n-lib.h>

struct _LampRecordPicker
{
  GtkPopover parent_instance;

  LampStore *store;
  const LampRecordType *type;
  GHashTable *first;              /* (nullable): identifiers of those that come before the others */
  char *words;                    /* searched for, case folded */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;  /* empty while the popover is closed, so that nothing is kept up to date in vain */
  GtkEditable *search;
  GtkWidget *none;                /* a button that takes nothing */
};

static guint picked_signal;

G_DEFINE_FINAL_TYPE (LampRecordPicker, lamp_record_picker, GTK_TYPE_POPOVER)

static gboolean
matches (gpointer item,
         gpointer data)
{
  LampRecordPicker *self = data;
  g_autofree char *title = NULL;

  if (self->words == NULL || *self->words == '\0')
    return TRUE;

  title = g_utf8_casefold (lamp_record_get_title (item), -1);

  return strstr (title, self->words) != NULL;
}

static gboolean
is_first (LampRecordPicker *self,
          LampRecord       *record)
{
  return self->first != NULL && g_hash_table_contains (self->first, lamp_record_get_id (record));
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  gboolean a_first = is_first (data, (LampRecord *) a);

  if (a_first != is_first (data, (LampRecord *) b))
    return a_first ? -1 : 1;

  return g_utf8_collate (lamp_record_get_title ((LampRecord *) a), lamp_record_get_title ((LampRecord *) b));
}

static void
lamp_record_picker_map (GtkWidget *widget)
{
  LampRecordPicker *self = LAMP_RECORD_PICKER (widget);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_titles, self, NULL));
  GtkSortListModel *sorted = gtk_sort_list_model_new (lamp_store_list (self->store, self->type->name), sorter);
  GtkFilterListModel *filtered = gtk_filter_list_model_new (G_LIST_MODEL (sorted),
                                                            g_object_ref (GTK_FILTER (self->filter)));

  gtk_sort_list_model_set_incremental (sorted, TRUE);
  gtk_editable_set_text (self->search, "");
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (filtered));
  g_object_unref (filtered);

  GTK_WIDGET_CLASS (lamp_record_picker_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
lamp_record_picker_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lamp_record_picker_parent_class)->unmap (widget);

  gtk_single_selection_set_model (LAMP_RECORD_PICKER (widget)->selection, NULL);
}

static void
on_search_changed (LampRecordPicker *self)
{
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
pick (LampRecordPicker *self,
      guint             position)
{
  g_autoptr (LampRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, picked_signal, 0, record);
}

/* The words are told with a delay, for which Enter does not wait. */
static void
on_search_activated (LampRecordPicker *self)
{
  on_search_changed (self);
  pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
pick_none (LampRecordPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, picked_signal, 0, NULL);
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  const char *title = lamp_record_get_title (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), title);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), title);
  gtk_list_item_set_accessible_label (item, title);
}

static GtkWidget *
make_list (LampRecordPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (list), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lamp_record_type_get_plural (self->type), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  g_object_unref (factory);

  return scrolled;
}

static void
lamp_record_picker_dispose (GObject *object)
{
  LampRecordPicker *self = LAMP_RECORD_PICKER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->first, g_hash_table_unref);

  G_OBJECT_CLASS (lamp_record_picker_parent_class)->dispose (object);
}

static void
lamp_record_picker_class_init (LampRecordPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_record_picker_dispose;
  GTK_WIDGET_CLASS (klass)->map = lamp_record_picker_map;
  GTK_WIDGET_CLASS (klass)->unmap = lamp_record_picker_unmap;

  /**
   * LampRecordPicker::picked:
   * @record: (nullable): the record; %NULL for none, where that may be chosen
   *
   * A person chose a record.
   */
  picked_signal = g_signal_new ("picked", LAMP_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, LAMP_TYPE_RECORD);
}

static void
lamp_record_picker_init (LampRecordPicker *self)
{
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->selection = gtk_single_selection_new (NULL);
}

static void
fill (LampRecordPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("picker", "Find"),
                                  -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), make_list (self));
  self->none = gtk_button_new ();
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_add_css_class (self->none, "flat");
  g_signal_connect_object (self->none, "clicked", G_CALLBACK (pick_none), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * lamp_record_picker_new:
 * @store: the file
 * @type: the name of a record type that has a title
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
lamp_record_picker_new (LampStore  *store,
                        const char *type)
{
  LampRecordPicker *self;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);
  g_return_val_if_fail (lamp_schema_find (type) != NULL, NULL);

  self = g_object_new (LAMP_TYPE_RECORD_PICKER, NULL);
  self->store = g_object_ref (store);
  self->type = lamp_schema_find (type);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_record_picker_set_first:
 * @self: a picker
 * @ids: (nullable) (element-type utf8 utf8): a set of identifiers
 *
 * Says who comes first, such as the people of the community that is asked about. The others come after them.
 */
void
lamp_record_picker_set_first (LampRecordPicker *self,
                              GHashTable       *ids)
{
  g_return_if_fail (LAMP_IS_RECORD_PICKER (self));

  g_clear_pointer (&self->first, g_hash_table_unref);
  if (ids != NULL)
    self->first = g_hash_table_ref (ids);
}

/**
 * lamp_record_picker_set_none:
 * @self: a picker
 * @label: (nullable): what the button says that picks no record; %NULL for no such button
 */
void
lamp_record_picker_set_none (LampRecordPicker *self,
                             const char       *label)
{
  g_return_if_fail (LAMP_IS_RECORD_PICKER (self));

  gtk_button_set_label (GTK_BUTTON (self->none), label ? label : "");
  gtk_widget_set_visible (self->none, label != NULL);
}
