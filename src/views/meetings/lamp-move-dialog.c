/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-move-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-meeting-edits.h"
#include "lamp-title-row.h"

struct _LampMoveDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GPtrArray *items;
  char *words;            /* searched for, case folded */
  GtkFilter *filter;
  GListModel *found;

  AdwWindowTitle *heading;
  GtkSearchEntry *search;
  GtkStack *pages;
  GtkListView *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LampMoveDialog, lamp_move_dialog, ADW_TYPE_DIALOG)

static char *
dup_about (LampMoveDialog *self,
           LampRecord     *meeting)
{
  g_autofree char *when = lamp_record_dup_display (meeting, "starts_at");
  g_autoptr (LampRecord) community = NULL;

  community = lamp_store_find (lamp_session_get_store (self->session), "communities",
                               lamp_record_get_text (meeting, "community"));
  if (community == NULL)
    return g_steal_pointer (&when);

  return g_strconcat (when, " · ", lamp_record_get_title (community), NULL);
}

/* What is closed takes nothing in. A person finds a meeting by its name, its day or its community. */
static gboolean
is_found (gpointer item,
          gpointer data)
{
  LampMoveDialog *self = data;
  g_autofree char *about = NULL;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (item == self->meeting || lamp_meeting_is_locked (item))
    return FALSE;
  if (self->words == NULL || *self->words == '\0')
    return TRUE;
  about = dup_about (self, item);
  all = g_strconcat (lamp_record_get_title (item), " ", about, NULL);
  folded = g_utf8_casefold (all, -1);

  return strstr (folded, self->words) != NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      data)
{
  return g_strcmp0 (lamp_record_get_text ((LampRecord *) b, "starts_at"),
                    lamp_record_get_text ((LampRecord *) a, "starts_at"));
}

static void
show_found (LampMoveDialog *self)
{
  gtk_stack_set_visible_child_name (self->pages, g_list_model_get_n_items (self->found) > 0 ? "list" : "none");
}

static void
on_search (LampMoveDialog *self)
{
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
choose (LampMoveDialog *self,
        guint           position)
{
  g_autoptr (LampRecord) meeting = g_list_model_get_item (self->found, position);

  if (meeting == NULL || lamp_meeting_is_locked (meeting))
    return;
  g_signal_emit (self, chosen_signal, 0, self->items, meeting);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_activate (LampMoveDialog *self,
             guint           position)
{
  choose (self, position);
}

static void
on_enter (LampMoveDialog *self)
{
  on_search (self); /* Enter may come before the search has caught up with the typing */
  choose (self, 0);
}

static void
on_stop (LampMoveDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
set_up_row (LampMoveDialog *self,
            GtkListItem    *item)
{
  lamp_title_row_set_up (item);
}

static void
bind_row (LampMoveDialog *self,
          GtkListItem    *item)
{
  LampRecord *meeting = gtk_list_item_get_item (item);
  g_autofree char *about = dup_about (self, meeting);

  lamp_title_row_show (item, lamp_record_get_title (meeting), about);
}

static void
lamp_move_dialog_dispose (GObject *object)
{
  LampMoveDialog *self = LAMP_MOVE_DIALOG (object);

  /* The filter asks the session; it ends before the session goes, also where somebody else still holds the list. */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->list != NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      gtk_list_view_set_factory (self->list, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_MOVE_DIALOG);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (lamp_move_dialog_parent_class)->dispose (object);
}

static void
lamp_move_dialog_class_init (LampMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_move_dialog_dispose;

  /**
   * LampMoveDialog::chosen:
   * @items: (element-type LampRecord): the items
   * @meeting: where they are to go
   *
   * The person has chosen a meeting.
   */
  chosen_signal = g_signal_new ("chosen", LAMP_TYPE_MOVE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_PTR_ARRAY, LAMP_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampMoveDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LampMoveDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LampMoveDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LampMoveDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
lamp_move_dialog_init (LampMoveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (LampMoveDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkFilterListModel *filtered;
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_newest_first, NULL, NULL));

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  filtered = gtk_filter_list_model_new (lamp_store_list (lamp_session_get_store (self->session), "meetings"),
                                        g_object_ref (self->filter));
  self->found = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), sorter));
  selection = gtk_no_selection_new (g_object_ref (self->found));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  show_found (self);
}

/**
 * lamp_move_dialog_new:
 * @session: the session
 * @meeting: the meeting that the items are at
 * @items: (element-type LampRecord): the items
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_move_dialog_new (LampSession *session,
                      LampRecord  *meeting,
                      GPtrArray   *items)
{
  LampMoveDialog *self = g_object_new (LAMP_TYPE_MOVE_DIALOG, NULL);
  g_autofree char *what = items->len == 1 ? g_strdup (lamp_record_get_title (items->pdata[0]))
                                          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items",
                                                                          items->len),
                                                             items->len);

  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  self->items = g_ptr_array_ref (items);
  adw_window_title_set_subtitle (self->heading, what);
  fill (self);

  return ADW_DIALOG (self);
}
