/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-preview.h"

#include <glib/gi18n-lib.h>

#include "lamp-paper-sheet.h"

struct _LampPaperPreview
{
  AdwBin parent_instance;

  LampPages *pages; /* (nullable) */
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LampPaperPreview, lamp_paper_preview, ADW_TYPE_BIN)

static void
on_setup (LampPaperPreview *self,
          GtkListItem      *item)
{
  GtkWidget *sheet = lamp_paper_sheet_new ();

  gtk_list_item_set_child (item, sheet);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (LampPaperPreview *self,
         GtkListItem      *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  lamp_paper_sheet_set_page (LAMP_PAPER_SHEET (gtk_list_item_get_child (item)), self->pages,
                             gtk_list_item_get_position (item));
  gtk_list_item_set_accessible_label (item, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_unbind (LampPaperPreview *self,
           GtkListItem      *item)
{
  lamp_paper_sheet_set_page (LAMP_PAPER_SHEET (gtk_list_item_get_child (item)), NULL, 0);
}

static void
lamp_paper_preview_finalize (GObject *object)
{
  g_clear_pointer (&LAMP_PAPER_PREVIEW (object)->pages, lamp_pages_unref);

  G_OBJECT_CLASS (lamp_paper_preview_parent_class)->finalize (object);
}

static void
lamp_paper_preview_class_init (LampPaperPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_paper_preview_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "paperpreview");
}

static void
lamp_paper_preview_init (LampPaperPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static GtkSelectionModel *
make_model (guint n)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (names, g_strdup_printf (_("Page %u of %u"), i + 1, n));

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (names)));
}

/**
 * lamp_paper_preview_set_pages:
 * @self: a preview
 * @pages: (nullable): pages that are done, and that no other thread works on
 *
 * Shows the pages from the first one on.
 */
void
lamp_paper_preview_set_pages (LampPaperPreview *self,
                              LampPages        *pages)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (LAMP_IS_PAPER_PREVIEW (self));

  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->pages, lamp_pages_unref);
  if (pages == NULL)
    return;
  self->pages = lamp_pages_ref (pages);
  model = make_model (lamp_pages_get_n (pages));
  gtk_list_view_set_model (self->list, model);
}
