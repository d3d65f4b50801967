/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-window-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-shortcuts.h"

G_DEFINE_FINAL_TYPE (LampWindow, lamp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_sidebar_row_activated (LampWindow    *self,
                          GtkListBoxRow *row)
{
  lamp_window_show_view_at (self, (guint) gtk_list_box_row_get_index (row));
}

/* The arrow keys move the focus only: what is marked is the view that is shown. */
static void
on_sidebar_row_selected (LampWindow    *self,
                         GtkListBoxRow *row)
{
  if (self->view != NULL)
    lamp_window_mark_view (self);
}

static void
on_mode_toggled (LampWindow *self)
{
  const char *name = adw_toggle_group_get_active_name (self->modes);

  if (self->view != NULL && name != NULL)
    lamp_window_set_list_mode (self, g_str_equal (name, "list"));
}

static void
on_search_changed (LampWindow *self)
{
  if (self->session != NULL)
    lamp_session_set_search (self->session, gtk_editable_get_text (self->search_entry));
}

/* Where a view can go from one thing found to the next, Enter does. */
static void
find (LampWindow *self,
      const char *action)
{
  on_search_changed (self); /* what was typed in the last tenth of a second counts */
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
on_find_next (LampWindow *self)
{
  find (self, "view.find-next");
}

static void
on_find_previous (LampWindow *self)
{
  find (self, "view.find-previous");
}

/* A view may take the words back. */
static void
on_session_search (LampWindow *self)
{
  const char *words = lamp_session_get_search (self->session);

  if (g_str_equal (words, gtk_editable_get_text (self->search_entry)))
    return;

  gtk_editable_set_text (self->search_entry, words);
  if (*words == '\0')
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
on_search_mode (LampWindow *self)
{
  gboolean searching = gtk_search_bar_get_search_mode (self->search_bar);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "search");

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (searching));
  if (searching)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
wants_inspector (LampWindow *self)
{
  return g_settings_get_boolean (self->settings, "inspector")
         && self->session != NULL && lamp_session_get_selected (self->session) != NULL;
}

/* Beside the view the inspector stays as the person left it; over the view it comes only when asked for. */
static void
on_inspector_collapsed (LampWindow *self)
{
  gboolean beside = !adw_overlay_split_view_get_collapsed (self->inspector_split);

  lamp_inspector_set_over (self->inspector, !beside);
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, beside && wants_inspector (self));
}

/* The view has the whole width until something is selected that the inspector can show. */
static void
on_selected (LampWindow *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->inspector_split) && wants_inspector (self))
    adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  lamp_window_update_actions (self);
}

static void
on_inspector_shown (LampWindow *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->inspector_split);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "inspector");

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

/* Over the view, Escape leads back to it. */
static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  LampWindow *self = data;

  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    return GDK_EVENT_PROPAGATE;

  adw_overlay_split_view_set_show_sidebar (self->inspector_split, FALSE);
  if (self->view != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

static void
add_escape (LampWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->inspector), controller);
}

static void
on_toast_dismissed (LampWindow *self)
{
  self->toast = NULL;
}

/* One toast at a time: what was told last is what Undo takes back. */
static void
show_toast (LampWindow *self,
            const char *message,
            gboolean    undoable)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_SWAPPED);
  if (lamp_window_shows_run (self))
    lamp_run_page_tell (self->run_page, toast);
  else
    adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           LampWindow  *self)
{
  show_toast (self, message, undoable);
}

/**
 * lamp_window_tell:
 * @self: a window
 * @message: plain text, one sentence
 *
 * Tells the person something in a toast.
 */
void
lamp_window_tell (LampWindow *self,
                  const char *message)
{
  g_return_if_fail (LAMP_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  show_toast (self, message, FALSE);
}

static gboolean
has_content (LampStore *store)
{
  return lamp_store_count (store, "communities") > 0;
}

/* Most people see it once: it is made when it is needed. */
static void
ensure_start_page (LampWindow *self)
{
  if (self->start_page != NULL)
    return;
  self->start_page = g_object_new (LAMP_TYPE_START_PAGE, NULL);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->start_page), "start");
}

/* The views where there is something to see, the start page where not. */
void
lamp_window_update_page (LampWindow *self)
{
  gboolean started = self->session != NULL && has_content (self->store);

  if (started && self->view == NULL)
    {
      g_autofree char *name = g_settings_get_string (self->settings, "view");

      lamp_window_show_view (self, name);
    }
  if (!started)
    ensure_start_page (self);
  if (!started)
    lamp_window_forget_run (self);
  if (!lamp_window_shows_run (self))
    gtk_stack_set_visible_child_name (self->pages, started ? "community" : "start");
}

static void
on_store_changed (LampWindow *self)
{
  lamp_window_update_page (self);
  lamp_window_update_actions (self);
  lamp_window_update_view_title (self);
}

static void
on_community (LampWindow *self)
{
  LampRecord *community = lamp_session_get_community (self->session);

  g_settings_set_string (self->settings, "community", community != NULL ? lamp_record_get_id (community) : "");
  lamp_window_update_view_title (self);
}

static void
bring_community_back (LampWindow *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "community");
  g_autoptr (LampRecord) community = *id != '\0' ? lamp_store_find (self->store, "communities", id) : NULL;

  if (community != NULL)
    lamp_session_set_community (self->session, community);
}

/* Listens to what is being looked at, and to the file. */
void
lamp_window_connect_session (LampWindow *self)
{
  bring_community_back (self);
  g_signal_connect_object (self->session, "notice", G_CALLBACK (on_notice), self, 0);
  g_signal_connect_object (self->session, "notify::community", G_CALLBACK (on_community), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::search", G_CALLBACK (on_session_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  lamp_window_connect_reveal (self);
}

static void
remember_size (LampWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "width", MAX (width, 360));
  g_settings_set_int (self->settings, "height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
lamp_window_close_request (GtkWindow *window)
{
  LampWindow *self = LAMP_WINDOW (window);

  /* What is being typed is saved when the focus leaves it. */
  gtk_window_set_focus (window, NULL);
  remember_size (self);
  g_cancellable_cancel (self->closing);
  lamp_window_close_file (self);

  return GTK_WINDOW_CLASS (lamp_window_parent_class)->close_request (window);
}

static void
lamp_window_dispose (GObject *object)
{
  LampWindow *self = LAMP_WINDOW (object);

  g_cancellable_cancel (self->closing);
  if (self->store != NULL)
    lamp_window_close_file (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_WINDOW);

  G_OBJECT_CLASS (lamp_window_parent_class)->dispose (object);
}

static void
lamp_window_finalize (GObject *object)
{
  LampWindow *self = LAMP_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->closing);
  g_free (self->path);

  G_OBJECT_CLASS (lamp_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampWindow, narrow);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, split);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, inspector_split);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, view_toolbar);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, view_title);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, add_content);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, view_menu_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, modes);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, picture_toggle);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, run_banner);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, views);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, bottom_add_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, bottom_undo_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, bottom_redo_button);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, bottom_modes);
  gtk_widget_class_bind_template_child (widget_class, LampWindow, inspector);
}

static void
lamp_window_class_init (LampWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_window_dispose;
  object_class->finalize = lamp_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = lamp_window_close_request;

  g_type_ensure (LAMP_TYPE_COMMUNITY_SWITCHER);
  g_type_ensure (LAMP_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_find_next);
  gtk_widget_class_bind_template_callback (widget_class, on_find_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_inspector_collapsed);
  gtk_widget_class_bind_template_callback (widget_class, on_inspector_shown);
}

static void
lamp_window_init (LampWindow *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  add_escape (self);
  lamp_window_fill_sidebar (self);
  lamp_window_add_actions (self);
  lamp_window_add_file_actions (self);
  lamp_window_add_run_actions (self);
  lamp_shortcuts_install_in (GTK_WIDGET (self));
}

static void
bring_size_back (LampWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "width"),
                               g_settings_get_int (self->settings, "height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, FALSE);
}

/**
 * lamp_window_new:
 * @application: the program
 * @path: (type filename): the file; it is made where there is none
 *
 * Returns: (transfer none): a window on the file, which belongs to the program
 */
LampWindow *
lamp_window_new (LampApplication *application,
                 const char      *path)
{
  LampWindow *self;

  g_return_val_if_fail (LAMP_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (LAMP_TYPE_WINDOW, "application", application, NULL);
  self->application = application;
  self->settings = g_object_ref (lamp_application_get_settings (application));
  self->path = g_strdup (path);
  bring_size_back (self);
  lamp_window_open (self);

  return self;
}

/**
 * lamp_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none) (type filename): the file that it shows
 */
const char *
lamp_window_get_path (LampWindow *self)
{
  g_return_val_if_fail (LAMP_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * lamp_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is being looked at; %NULL when the file could not be opened
 */
LampSession *
lamp_window_get_session (LampWindow *self)
{
  g_return_val_if_fail (LAMP_IS_WINDOW (self), NULL);

  return self->session;
}
