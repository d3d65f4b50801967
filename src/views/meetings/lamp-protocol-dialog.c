/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-edits.h"
#include "lamp-protocol-detail.h"
#include "lamp-protocol-edits.h"
#include "lamp-protocol-editor.h"
#include "lamp-protocol-files.h"
#include "lamp-protocol-shelf.h"
#include "lamp-protocol.h"
#include "lamp-protocols.h"
#include "lamp-title-row.h"

struct _LampProtocolDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampRecord *meeting;          /* (nullable): what to insert into; otherwise the library only */
  GListModel *items;            /* (nullable) */
  guint place;
  LampSnapshot *bundled;        /* (nullable) */
  GListStore *shelf;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  char *words;                  /* searched for, case folded */

  AdwNavigationSplitView *split;
  AdwNavigationPage *list_page;
  AdwNavigationPage *detail_page;
  GtkSearchEntry *search;
  GtkStack *list_pages;
  GtkListView *list;
  LampProtocolDetail *detail;
  GtkWidget *bar;
  GtkLabel *room;
  GtkCheckButton *fit;
};

static guint inserted_signal;

G_DEFINE_FINAL_TYPE (LampProtocolDialog, lamp_protocol_dialog, ADW_TYPE_DIALOG)

static LampProtocolFamily *
get_family (LampProtocolDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static GPtrArray *
make_items (LampProtocolDialog *self)
{
  const LampRow *variant = lamp_protocol_detail_get_variant (self->detail);

  return lamp_protocol_to_items (lamp_protocol_family_get_snapshot (get_family (self)), lamp_row_get_id (variant),
                                 lamp_record_get_id (self->meeting), (int) self->place);
}

static int
sum_up (GPtrArray *rows)
{
  int minutes = 0;

  for (guint i = 0; i < rows->len; i++)
    minutes += (int) lamp_row_get_integer (rows->pdata[i], "minutes");

  return minutes;
}

/* What it takes against what the slot has left, and what fitting would come to. */
static char *
dup_room (LampProtocolDialog *self)
{
  g_autoptr (GPtrArray) rows = make_items (self);
  g_autoptr (GPtrArray) all = lamp_items_get_rows (self->items);
  int slot = (int) lamp_record_get_integer (self->meeting, "minutes");
  int left = slot - sum_up (all);
  int minutes = sum_up (rows);
  g_autofree int *fitted = g_new0 (int, all->len + rows->len + 1);
  LampFitResult result;

  if (minutes <= left)
    // Translators: how long a protocol takes, and how many minutes of the meeting are not planned yet
    return g_strdup_printf (_("%1$d min; %2$d min of the slot are left."), minutes, left);
  if (!gtk_check_button_get_active (self->fit))
    return g_strdup_printf (_("%1$d min; %2$d min of the slot are left: the agenda will be %3$d min over."), minutes,
                            MAX (0, left), minutes - left);
  g_ptr_array_extend (all, rows, NULL, NULL);
  result = lamp_fit_rows (all, slot, LAMP_FIT_SHORTEN, fitted);
  if (!result.fits)
    return g_strdup_printf (_("%1$d min; it cannot be made to fit: even at its shortest the agenda is %2$d min too "
                              "long."),
                            minutes, result.missing);

  return g_strdup_printf (_("The agenda is shortened from %1$d to %2$d min; what is protected stays."), result.planned,
                          result.total);
}

static void
show_room (LampProtocolDialog *self)
{
  g_autofree char *text = NULL;

  if (self->meeting == NULL || lamp_protocol_detail_get_variant (self->detail) == NULL)
    return;
  text = dup_room (self);
  gtk_label_set_text (self->room, text);
}

static void
update_actions (LampProtocolDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const LampRow *variant = lamp_protocol_detail_get_variant (self->detail);
  LampProtocolFamily *family = get_family (self);
  gboolean own = family != NULL && lamp_protocol_family_is_own (family);

  gtk_widget_action_set_enabled (widget, "protocol.insert", self->meeting != NULL && variant != NULL);
  gtk_widget_action_set_enabled (widget, "protocol.edit", own);
  gtk_widget_action_set_enabled (widget, "protocol.delete", own);
  gtk_widget_action_set_enabled (widget, "protocol.duplicate", variant != NULL);
  gtk_widget_action_set_enabled (widget, "protocol.export", variant != NULL);
  gtk_widget_action_set_enabled (widget, "protocol.export-all",
                                 lamp_store_count (lamp_session_get_store (self->session), "protocols") > 0);
}

static void
on_variant_changed (LampProtocolDialog *self)
{
  if (self->session == NULL)
    return;
  show_room (self);
  update_actions (self);
}

static void
on_fit (LampProtocolDialog *self)
{
  show_room (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->room),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_selected (LampProtocolDialog *self)
{
  LampProtocolFamily *family = get_family (self);

  lamp_protocol_detail_set_family (self->detail, family, 0);
  adw_navigation_page_set_title (self->detail_page, family != NULL ? lamp_protocol_family_get_title (family)
                                                                   : _("Protocol"));
}

static void
on_activate (LampProtocolDialog *self,
             guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static gboolean
is_found (gpointer item,
          gpointer data)
{
  LampProtocolDialog *self = data;

  return self->words == NULL || lamp_protocol_family_matches (item, self->words);
}

/* Something is always chosen where there is anything. */
static void
show_found (LampProtocolDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->list_pages, any ? "list" : "none");
  if (any && get_family (self) == NULL)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
on_search (LampProtocolDialog *self)
{
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
on_enter (LampProtocolDialog *self)
{
  on_search (self); /* Enter may come before the search has caught up with the typing */
  if (get_family (self) == NULL)
    return;
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail_page), GTK_DIR_TAB_FORWARD);
}

static void
on_stop (LampProtocolDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
set_up_row (LampProtocolDialog *self,
            GtkListItem        *item)
{
  lamp_title_row_set_up (item);
}

static void
bind_row (LampProtocolDialog *self,
          GtkListItem        *item)
{
  LampProtocolFamily *family = gtk_list_item_get_item (item);
  g_autofree char *summary = lamp_protocol_family_dup_summary (family);

  lamp_title_row_show (item, lamp_protocol_family_get_title (family), summary);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), lamp_protocol_family_get_title (family));
}

static void
bind_header (LampProtocolDialog *self,
             GtkListHeader      *header)
{
  LampProtocolFamily *family = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_label_new (lamp_protocol_family_is_own (family) ? _("Your Own") : _("With Lamplighter"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  return (int) lamp_protocol_family_is_own ((gpointer) b) - (int) lamp_protocol_family_is_own ((gpointer) a);
}

/* Selects the family that has a protocol, or the first. */
static void
select_protocol (LampProtocolDialog *self,
                 const char         *protocol)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; protocol != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LampProtocolFamily) family = g_list_model_get_item (model, i);
      guint variant = lamp_protocol_family_find (family, protocol);

      if (variant == G_MAXUINT)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      lamp_protocol_detail_set_family (self->detail, family, variant);
      return;
    }
  on_selected (self);
}

/* The school's own have changed: what is shown is what there is, and what was chosen stays so. */
static void
reload (LampProtocolDialog *self,
        const char         *protocol)
{
  g_autofree char *kept = g_strdup (protocol);
  g_autoptr (GListStore) shelf = lamp_protocol_shelf_new (lamp_session_get_store (self->session), self->bundled);
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shelf)); i++)
    g_ptr_array_add (families, g_list_model_get_item (G_LIST_MODEL (shelf), i));
  g_list_store_splice (self->shelf, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shelf)), families->pdata,
                       families->len);
  select_protocol (self, kept);
  show_found (self);
  update_actions (self);
}

static void
on_store_changed (LampProtocolDialog *self)
{
  const LampRow *variant = lamp_protocol_detail_get_variant (self->detail);

  reload (self, variant != NULL ? lamp_row_get_id (variant) : NULL);
}

static void
insert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (LampProtocolDialog) self = g_object_ref (LAMP_PROTOCOL_DIALOG (widget)); /* beyond its closing */
  g_autoptr (GPtrArray) rows = make_items (self);
  g_autoptr (GPtrArray) items = NULL;
  // Translators: a step in Undo; %s is the name of a protocol
  g_autofree char *label = g_strdup_printf (_("Insert “%s”"), lamp_protocol_family_get_title (get_family (self)));

  items = lamp_items_insert (self->session, self->meeting, self->items, self->place, rows, label,
                             gtk_check_button_get_active (self->fit));
  adw_dialog_close (ADW_DIALOG (self));
  if (items->len > 0)
    g_signal_emit (self, inserted_signal, 0, items);
}

static void
edit (LampProtocolDialog *self,
      LampRecord         *protocol)
{
  if (protocol == NULL)
    return;
  reload (self, lamp_record_get_id (protocol));
  adw_dialog_present (lamp_protocol_editor_new (self->session, protocol), GTK_WIDGET (self));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LampProtocolDialog *self = LAMP_PROTOCOL_DIALOG (widget);
  g_autoptr (LampRecord) protocol = lamp_protocol_create (self->session);

  edit (self, protocol);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LampProtocolDialog *self = LAMP_PROTOCOL_DIALOG (widget);
  const LampRow *variant = lamp_protocol_detail_get_variant (self->detail);
  g_autoptr (LampRecord) protocol = lamp_store_find (lamp_session_get_store (self->session), "protocols",
                                                     lamp_row_get_id (variant));

  edit (self, protocol);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LampProtocolDialog *self = LAMP_PROTOCOL_DIALOG (widget);
  const LampRow *variant = lamp_protocol_detail_get_variant (self->detail);
  g_autoptr (LampRecord) protocol = NULL;

  protocol = lamp_protocol_make_own (self->session, lamp_protocol_family_get_snapshot (get_family (self)),
                                     lamp_row_get_id (variant));
  edit (self, protocol);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampProtocolDialog *self = LAMP_PROTOCOL_DIALOG (widget);

  lamp_protocol_delete (self->session, lamp_row_get_id (lamp_protocol_detail_get_variant (self->detail)));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  lamp_protocol_files_import (widget, LAMP_PROTOCOL_DIALOG (widget)->session);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampProtocolDialog *self = LAMP_PROTOCOL_DIALOG (widget);
  const LampRow *variant = lamp_protocol_detail_get_variant (self->detail);
  const char *ids[] = { lamp_row_get_id (variant), NULL };

  lamp_protocol_files_export (widget, self->session, lamp_protocol_family_get_snapshot (get_family (self)), ids);
}

static void
export_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  LampProtocolDialog *self = LAMP_PROTOCOL_DIALOG (widget);
  g_autoptr (LampSnapshot) own = lamp_protocols_snapshot (lamp_session_get_store (self->session));
  GPtrArray *protocols = lamp_snapshot_get (own, "protocols");
  g_autofree const char **ids = g_new0 (const char *, protocols->len + 1);

  for (guint i = 0; i < protocols->len; i++)
    ids[i] = lamp_row_get_id (protocols->pdata[i]);
  lamp_protocol_files_export (widget, self->session, own, ids);
}

static void
lamp_protocol_dialog_dispose (GObject *object)
{
  LampProtocolDialog *self = LAMP_PROTOCOL_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->list != NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      gtk_list_view_set_factory (self->list, NULL);
    }
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_PROTOCOL_DIALOG);
  g_clear_object (&self->filter);
  g_clear_object (&self->shelf);
  g_clear_object (&self->bundled);
  g_clear_object (&self->items);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (lamp_protocol_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "protocol.insert", NULL, insert_action);
  gtk_widget_class_install_action (widget_class, "protocol.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "protocol.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "protocol.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "protocol.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "protocol.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "protocol.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "protocol.export-all", NULL, export_all_action);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, split);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, list_page);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, detail_page);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, list_pages);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, detail);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, room);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDialog, fit);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
}

static void
lamp_protocol_dialog_class_init (LampProtocolDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_protocol_dialog_dispose;

  /**
   * LampProtocolDialog::inserted:
   * @items: (element-type LampRecord): what its steps became
   *
   * A protocol was put on the agenda.
   */
  inserted_signal = g_signal_new ("inserted", LAMP_TYPE_PROTOCOL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (LAMP_TYPE_PROTOCOL_DETAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/lamp-protocol-dialog.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
lamp_protocol_dialog_init (LampProtocolDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->detail, "variant-changed", G_CALLBACK (on_variant_changed), self, G_CONNECT_SWAPPED);
}

/* The list comes up with its first row on top, and the heading above that row out of sight. */
static gboolean
scroll_to_top (GtkWidget     *list,
               GdkFrameClock *clock,
               gpointer       data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  if (gtk_adjustment_get_page_size (adjustment) <= 0)
    return G_SOURCE_CONTINUE; /* not laid out yet */
  gtk_adjustment_set_value (adjustment, 0);

  return G_SOURCE_REMOVE;
}

static void
on_list_mapped (LampProtocolDialog *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_to_top, NULL, NULL);
}

static void
fill_list (LampProtocolDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) header_factory = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sections = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->shelf)), NULL);
  GtkFilterListModel *found;

  gtk_sort_list_model_set_section_sorter (sections, GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL)));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  found = gtk_filter_list_model_new (G_LIST_MODEL (sections), g_object_ref (self->filter));
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE, "model", found,
                                  NULL);
  g_object_unref (found);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (header_factory, "bind", G_CALLBACK (bind_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "map", G_CALLBACK (on_list_mapped), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_header_factory (self->list, header_factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_protocol_dialog_new:
 * @session: the session
 * @meeting: (nullable): the meeting to put a protocol on the agenda of; %NULL to look after protocols only
 * @items: (nullable): its agenda items
 * @place: where the protocol is to stand
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_protocol_dialog_new (LampSession *session,
                          LampRecord  *meeting,
                          GListModel  *items,
                          guint        place)
{
  LampProtocolDialog *self = g_object_new (LAMP_TYPE_PROTOCOL_DIALOG, NULL);
  g_autoptr (GError) error = NULL;

  self->session = g_object_ref (session);
  g_set_object (&self->meeting, meeting);
  g_set_object (&self->items, items);
  self->place = place;
  self->bundled = lamp_protocols_load (&error);
  if (self->bundled == NULL)
    g_critical ("The protocols that come with the program cannot be read: %s", error->message);
  self->shelf = lamp_protocol_shelf_new (lamp_session_get_store (session), self->bundled);
  fill_list (self);
  if (meeting != NULL)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _("Insert Protocol"));
      adw_navigation_page_set_title (self->list_page, _("Insert Protocol"));
    }
  gtk_widget_set_visible (self->bar, meeting != NULL);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  show_found (self);
  update_actions (self);

  return ADW_DIALOG (self);
}
