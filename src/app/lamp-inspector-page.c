/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-inspector-page.h"

#include <glib/gi18n-lib.h>

#include "lamp-record-form.h"

struct _LampInspectorPage
{
  AdwNavigationPage parent_instance;

  LampSession *session;
  LampRecord *record;
  AdwWindowTitle *title;  /* unowned: the header's */
  GtkWidget *form;        /* unowned: the page's */
};

static guint open_signal;

G_DEFINE_FINAL_TYPE (LampInspectorPage, lamp_inspector_page, ADW_TYPE_NAVIGATION_PAGE)

/* “goal” → “Goal”: the type's name where it stands alone. */
char *
lamp_inspector_dup_type_name (LampRecord *record)
{
  const char *singular = lamp_record_type_get_singular (lamp_record_get_record_type (record));
  const char *rest = g_utf8_next_char (singular);
  g_autofree char *first = g_utf8_strup (singular, rest - singular);

  return g_strconcat (first, rest, NULL);
}

/* Its name, empty where its type has none. */
const char *
lamp_inspector_get_name (LampRecord *record)
{
  return lamp_record_get_record_type (record)->title != NULL ? lamp_record_get_title (record) : "";
}

static void
update_title (LampInspectorPage *self)
{
  adw_window_title_set_subtitle (self->title, lamp_inspector_get_name (self->record));
}

static void
delete_record (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  LampInspectorPage *self = LAMP_INSPECTOR_PAGE (widget);
  g_autoptr (LampRecord) record = g_object_ref (self->record);

  if (!lamp_record_is_deleted (record))
    lamp_session_delete (self->session, record);
}

static void
on_problem (LampInspectorPage *self,
            const char        *message)
{
  lamp_session_notice (self->session, message, FALSE);
}

static void
on_delete (LampInspectorPage *self,
           LampRecord        *record)
{
  lamp_session_delete (self->session, record);
}

static void
on_open (LampInspectorPage *self,
         LampRecord        *record)
{
  g_signal_emit (self, open_signal, 0, record);
}

static void
lamp_inspector_page_dispose (GObject *object)
{
  LampInspectorPage *self = LAMP_INSPECTOR_PAGE (object);

  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_inspector_page_parent_class)->dispose (object);
}

static void
lamp_inspector_page_class_init (LampInspectorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_inspector_page_dispose;

  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_record);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);

  /**
   * LampInspectorPage::open:
   * @record: a record
   *
   * The person wants to see another record.
   */
  open_signal = g_signal_new ("open", LAMP_TYPE_INSPECTOR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                              1, LAMP_TYPE_RECORD);
}

static void
lamp_inspector_page_init (LampInspectorPage *self)
{
}

static GtkWidget *
make_header (LampInspectorPage *self,
             const char        *type)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (type, lamp_inspector_get_name (self->record)));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.delete");
  gtk_widget_set_tooltip_text (button, _("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete"), -1);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);

  return header;
}

static void
make_form (LampInspectorPage *self)
{
  self->form = lamp_record_form_new (lamp_session_get_store (self->session));
  lamp_record_form_set_linked (LAMP_RECORD_FORM (self->form), TRUE);
  g_signal_connect_object (self->form, "problem", G_CALLBACK (on_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "delete", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  lamp_form_part_set_record (LAMP_FORM_PART (self->form), self->record);
}

/**
 * lamp_inspector_page_new:
 * @session: what is being looked at
 * @record: what the page shows
 *
 * Returns: (transfer floating): a page
 */
AdwNavigationPage *
lamp_inspector_page_new (LampSession *session,
                         LampRecord  *record)
{
  LampInspectorPage *self;
  GtkWidget *view = adw_toolbar_view_new ();
  g_autofree char *type = NULL;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (LAMP_IS_RECORD (record), NULL);

  type = lamp_inspector_dup_type_name (record);
  self = g_object_new (LAMP_TYPE_INSPECTOR_PAGE, "title", type, NULL);
  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  make_form (self);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self, type));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->form);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  g_signal_connect_object (record, "notify", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * lamp_inspector_page_get_record:
 * @self: a page
 *
 * Returns: (transfer none): what it shows
 */
LampRecord *
lamp_inspector_page_get_record (LampInspectorPage *self)
{
  g_return_val_if_fail (LAMP_IS_INSPECTOR_PAGE (self), NULL);

  return self->record;
}

/**
 * lamp_inspector_page_get_form:
 * @self: a page
 *
 * Returns: (transfer none): its form
 */
GtkWidget *
lamp_inspector_page_get_form (LampInspectorPage *self)
{
  g_return_val_if_fail (LAMP_IS_INSPECTOR_PAGE (self), NULL);

  return self->form;
}
