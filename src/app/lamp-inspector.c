/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-inspector.h"

#include <glib/gi18n-lib.h>

#include "lamp-inspector-page.h"
#include "lamp-record-form.h"

struct _LampInspector
{
  AdwBin parent_instance;

  LampSession *session; /* (nullable) */
  GSignalGroup *watch;
  GSignalGroup *record_watch;

  AdwNavigationView *pages;
  AdwNavigationPage *root;
  AdwWindowTitle *title;
  GtkWidget *close_button;
  GtkWidget *delete_button;
  GtkStack *stack;
  AdwBin *place;
  GtkWidget *form;      /* (nullable): made with the first record */
};

G_DEFINE_FINAL_TYPE (LampInspector, lamp_inspector, ADW_TYPE_BIN)

static LampRecord *
get_record (LampInspector *self)
{
  return self->session != NULL ? lamp_session_get_selected (self->session) : NULL;
}

static void
update_title (LampInspector *self)
{
  LampRecord *record = get_record (self);
  g_autofree char *type = record != NULL ? lamp_inspector_dup_type_name (record) : g_strdup (_("Inspector"));

  adw_navigation_page_set_title (self->root, type);
  adw_window_title_set_title (self->title, type);
  adw_window_title_set_subtitle (self->title, record != NULL ? lamp_inspector_get_name (record) : "");
  gtk_widget_set_visible (self->delete_button, record != NULL);
}

static void
on_problem (GtkWidget     *form,
            const char    *message,
            LampInspector *self)
{
  lamp_session_notice (self->session, message, FALSE);
}

static void
on_delete (GtkWidget     *form,
           LampRecord    *record,
           LampInspector *self)
{
  lamp_session_delete (self->session, record);
}

/* Back to the record that is selected, or to the page of another that is open already. */
static gboolean
go_back_to (LampInspector *self,
            LampRecord    *record)
{
  g_autoptr (GListModel) open = adw_navigation_view_get_navigation_stack (self->pages);

  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (open, i);

      if (record == (page == self->root ? get_record (self)
                                        : lamp_inspector_page_get_record (LAMP_INSPECTOR_PAGE (page))))
        {
          adw_navigation_view_pop_to_page (self->pages, page);
          return TRUE;
        }
    }

  return FALSE;
}

/* A page whose record has gone takes those with it that were opened from it. */
static void
leave_page (LampRecord        *record,
            AdwNavigationPage *page)
{
  AdwNavigationView *pages = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (page),
                                                                           ADW_TYPE_NAVIGATION_VIEW));
  AdwNavigationPage *before = pages != NULL ? adw_navigation_view_get_previous_page (pages, page) : NULL;

  if (before != NULL)
    adw_navigation_view_pop_to_page (pages, before);
}

static void push (LampInspector *self, LampRecord *record);

/* Where the view shows what is opened, as it shows what is selected, that is where to go; the rest opens here. */
static void
on_open (LampInspector *self,
         LampRecord    *record)
{
  LampRecord *selected = get_record (self);

  if (go_back_to (self, record))
    return;
  if (selected != NULL && lamp_record_get_record_type (record) == lamp_record_get_record_type (selected))
    lamp_session_reveal (self->session, record);
  else
    push (self, record);
}

static void
push (LampInspector *self,
      LampRecord    *record)
{
  AdwNavigationPage *page = lamp_inspector_page_new (self->session, record);

  g_signal_connect_object (page, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "deleted", G_CALLBACK (leave_page), page, 0);
  adw_navigation_view_push (self->pages, page);
  lamp_record_form_focus_first (LAMP_RECORD_FORM (lamp_inspector_page_get_form (LAMP_INSPECTOR_PAGE (page))));
}

/* What is opened from a record closes with it, at once. */
static void
close_pages (LampInspector *self)
{
  if (adw_navigation_view_get_visible_page (self->pages) == self->root)
    return;

  adw_navigation_view_set_animate_transitions (self->pages, FALSE);
  adw_navigation_view_pop_to_page (self->pages, self->root);
  adw_navigation_view_set_animate_transitions (self->pages, TRUE);
}

static GtkWidget *
get_form (LampInspector *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);

  return LAMP_IS_INSPECTOR_PAGE (page) ? lamp_inspector_page_get_form (LAMP_INSPECTOR_PAGE (page)) : self->form;
}

static void
ensure_form (LampInspector *self)
{
  if (self->form != NULL)
    return;

  self->form = lamp_record_form_new (lamp_session_get_store (self->session));
  lamp_record_form_set_linked (LAMP_RECORD_FORM (self->form), TRUE);
  g_signal_connect_object (self->form, "problem", G_CALLBACK (on_problem), self, 0);
  g_signal_connect_object (self->form, "delete", G_CALLBACK (on_delete), self, 0);
  g_signal_connect_object (self->form, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, self->form);
}

static void
on_selected (LampInspector *self)
{
  LampRecord *record = get_record (self);

  close_pages (self);
  if (record != NULL)
    ensure_form (self);
  if (self->form != NULL)
    g_object_set (self->form, "record", record, NULL);
  g_signal_group_set_target (self->record_watch, record);
  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "record" : "empty");
  update_title (self);
}

static void
lamp_inspector_dispose (GObject *object)
{
  LampInspector *self = LAMP_INSPECTOR (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->record_watch);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL); /* before the template does it behind its back */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_INSPECTOR);

  G_OBJECT_CLASS (lamp_inspector_parent_class)->dispose (object);
}

static void
lamp_inspector_class_init (LampInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_inspector_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, LampInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, root);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, title);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, close_button);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, delete_button);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, place);
}

static void
lamp_inspector_init (LampInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->watch = g_signal_group_new (LAMP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->watch, "notify::selected", G_CALLBACK (on_selected), self);
  self->record_watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_watch, "notify", G_CALLBACK (update_title), self);
  on_selected (self);
}

/**
 * lamp_inspector_set_session:
 * @self: an inspector
 * @session: (nullable): what is being looked at
 *
 * Sets whose selected record is shown.
 */
void
lamp_inspector_set_session (LampInspector *self,
                            LampSession   *session)
{
  g_return_if_fail (LAMP_IS_INSPECTOR (self));

  if (!g_set_object (&self->session, session))
    return;

  close_pages (self);
  adw_bin_set_child (self->place, NULL);
  self->form = NULL;
  g_signal_group_set_target (self->watch, session);
  on_selected (self);
}

/**
 * lamp_inspector_focus:
 * @self: an inspector
 *
 * Moves the keyboard to the first field of the record that is shown.
 */
void
lamp_inspector_focus (LampInspector *self)
{
  g_return_if_fail (LAMP_IS_INSPECTOR (self));

  if (get_form (self) != NULL)
    lamp_record_form_focus_first (LAMP_RECORD_FORM (get_form (self)));
}

/**
 * lamp_inspector_focus_add:
 * @self: an inspector
 *
 * Moves the keyboard to where something is added to the record that is shown: a measurement, a strategy; again, to the
 * next such place.
 */
void
lamp_inspector_focus_add (LampInspector *self)
{
  g_return_if_fail (LAMP_IS_INSPECTOR (self));

  if (get_form (self) != NULL)
    lamp_form_part_focus_add (LAMP_FORM_PART (get_form (self)));
}

/**
 * lamp_inspector_set_over:
 * @self: an inspector
 * @over: whether it lies over the view instead of beside it
 *
 * Where the inspector lies over the view, it has a button that leads back to it.
 */
void
lamp_inspector_set_over (LampInspector *self,
                         gboolean       over)
{
  g_return_if_fail (LAMP_IS_INSPECTOR (self));

  gtk_widget_set_visible (self->close_button, over);
}
