/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-window-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-cycles-view.h"
#include "lamp-goals-view.h"
#include "lamp-map-view.h"
#include "lamp-meetings-view.h"
#include "lamp-overview-view.h"

/* The views, in the order of the sidebar and of Ctrl+1 to Ctrl+5. What each is called and shows, its class says. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} views[LAMP_N_VIEWS] = {
  { "overview", lamp_overview_view_get_type },
  { "map", lamp_map_view_get_type },
  { "goals", lamp_goals_view_get_type },
  { "cycles", lamp_cycles_view_get_type },
  { "meetings", lamp_meetings_view_get_type },
};

/* The classes live as long as the program, since they are static types. */
static LampViewClass *
view_class (guint index)
{
  return LAMP_VIEW_CLASS (g_type_class_get (views[index].get_type ()));
}

static const char *
translate (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "view", text);
}

guint
lamp_window_get_n_views (void)
{
  return LAMP_N_VIEWS;
}

const char *
lamp_window_get_view_name (guint index)
{
  g_return_val_if_fail (index < LAMP_N_VIEWS, NULL);

  return views[index].name;
}

static GtkWidget *
make_sidebar_row (LampViewClass *klass)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", klass->icon_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);
  GtkWidget *label = gtk_label_new (translate (klass->title));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), icon);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, translate (klass->title), -1);

  return row;
}

void
lamp_window_fill_sidebar (LampWindow *self)
{
  for (guint i = 0; i < LAMP_N_VIEWS; i++)
    gtk_list_box_append (self->sidebar_list, make_sidebar_row (view_class (i)));
}

static guint
find_view (const char *name)
{
  for (guint i = 0; i < LAMP_N_VIEWS; i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return i;

  return 0;
}

/* A remembered zoom and scroll; NULL when there is none. */
static char *
dup_remembered_place (LampWindow *self,
                      const char *name)
{
  g_autoptr (GVariant) places = g_settings_get_value (self->settings, "places");
  char *place = NULL;

  g_variant_lookup (places, name, "s", &place);

  return place;
}

static gboolean
is_remembered_as_list (LampWindow *self,
                       const char *name)
{
  g_auto (GStrv) names = g_settings_get_strv (self->settings, "list-modes");

  return g_strv_contains ((const char * const *) names, name);
}

static void
remember_list_mode (LampWindow *self,
                    const char *name,
                    gboolean    list_mode)
{
  g_auto (GStrv) names = g_settings_get_strv (self->settings, "list-modes");
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], name))
      g_strv_builder_add (kept, names[i]);
  if (list_mode)
    g_strv_builder_add (kept, name);
  now = g_strv_builder_end (kept);
  g_settings_set_strv (self->settings, "list-modes", (const char * const *) now);
}

static void
on_list_mode (LampView   *view,
              GParamSpec *pspec,
              LampWindow *self)
{
  gboolean list_mode = lamp_view_get_list_mode (view);

  remember_list_mode (self, LAMP_VIEW_GET_CLASS (view)->name, list_mode);
  if (view == self->view)
    adw_toggle_group_set_active_name (self->modes, list_mode ? "list" : "picture");
}

static void update_view_menu (LampWindow *self);

static LampView *
make_view (LampWindow *self,
           guint       index)
{
  const char *name = views[index].name;
  LampView *view = g_object_new (views[index].get_type (), "session", self->session, NULL);
  g_autofree char *place = dup_remembered_place (self, name);

  lamp_view_set_list_mode (view, view_class (index)->has_list && is_remembered_as_list (self, name));
  if (place != NULL)
    lamp_view_set_place (view, place);
  gtk_stack_add_named (self->views, GTK_WIDGET (view), name);
  g_signal_connect_object (view, "notify::list-mode", G_CALLBACK (on_list_mode), self, 0);
  g_signal_connect_object (view, "notify::actions-menu", G_CALLBACK (update_view_menu), self, G_CONNECT_SWAPPED);

  return view;
}

static void
update_view_menu (LampWindow *self)
{
  GMenuModel *menu = self->view != NULL ? lamp_view_get_actions_menu (self->view) : NULL;
  GActionGroup *actions = self->view != NULL ? lamp_view_get_actions (self->view) : NULL;

  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", actions);
  gtk_menu_button_set_menu_model (self->view_menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->view_menu_button), menu != NULL);
}

static void
label_add_button (GtkWidget  *button,
                  const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (button, *label != '\0');
}

static void
update_tools (LampWindow *self)
{
  LampViewClass *klass = LAMP_VIEW_GET_CLASS (self->view);
  const char *label = klass->add_label != NULL ? translate (klass->add_label) : "";

  adw_button_content_set_label (self->add_content, label);
  label_add_button (GTK_WIDGET (self->add_button), label);
  label_add_button (GTK_WIDGET (self->bottom_add_button), label);
  adw_toggle_set_icon_name (self->picture_toggle, klass->icon_name);
  adw_toggle_group_set_active_name (self->modes, lamp_view_get_list_mode (self->view) ? "list" : "picture");
  gtk_widget_set_sensitive (GTK_WIDGET (self->modes), klass->has_list);
  gtk_widget_set_opacity (GTK_WIDGET (self->modes), klass->has_list ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bottom_modes), klass->has_list);
}

void
lamp_window_update_view_title (LampWindow *self)
{
  LampRecord *community = self->session != NULL ? lamp_session_get_community (self->session) : NULL;
  const char *title;

  if (self->view == NULL)
    return;

  title = translate (LAMP_VIEW_GET_CLASS (self->view)->title);
  adw_window_title_set_title (self->view_title, title);
  adw_window_title_set_subtitle (self->view_title, community != NULL ? lamp_record_get_title (community) : "");
  adw_navigation_page_set_title (self->content_page, title);
}

/* Marks the view that is shown in the sidebar. */
void
lamp_window_mark_view (LampWindow *self)
{
  for (int i = 0; i < LAMP_N_VIEWS; i++)
    if (self->views_made[i] == self->view)
      gtk_list_box_select_row (self->sidebar_list, gtk_list_box_get_row_at_index (self->sidebar_list, i));
}

void
lamp_window_show_view_at (LampWindow *self,
                          guint       index)
{
  g_assert (index < LAMP_N_VIEWS && self->session != NULL);

  lamp_window_leave_run (self);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (self->views_made[index] == NULL)
    self->views_made[index] = make_view (self, index);
  if (self->view == self->views_made[index])
    return;

  self->view = self->views_made[index];
  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->view));
  lamp_window_mark_view (self);
  update_tools (self);
  update_view_menu (self);
  lamp_window_update_view_title (self);
  lamp_window_update_actions (self);
  g_settings_set_string (self->settings, "view", views[index].name);
}

/**
 * lamp_window_show_view:
 * @self: a window
 * @name: the name of a view, such as "goals"
 *
 * Shows a view; the first where there is none of that name.
 */
void
lamp_window_show_view (LampWindow *self,
                       const char *name)
{
  g_return_if_fail (LAMP_IS_WINDOW (self));

  if (self->session != NULL)
    lamp_window_show_view_at (self, find_view (name));
}

/**
 * lamp_window_set_list_mode:
 * @self: a window
 * @list_mode: whether to show the list twin
 *
 * Switches the view that is shown between picture and list, where it has both.
 */
void
lamp_window_set_list_mode (LampWindow *self,
                           gboolean    list_mode)
{
  g_return_if_fail (LAMP_IS_WINDOW (self));

  if (self->view != NULL && LAMP_VIEW_GET_CLASS (self->view)->has_list)
    lamp_view_set_list_mode (self->view, list_mode);
}

void
lamp_window_forget_views (LampWindow *self)
{
  self->view = NULL;
  for (guint i = 0; i < LAMP_N_VIEWS; i++)
    if (self->views_made[i] != NULL)
      gtk_stack_remove (self->views, GTK_WIDGET (g_steal_pointer (&self->views_made[i])));
}

void
lamp_window_save_place (LampWindow *self)
{
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, "places");
  g_auto (GVariantDict) places;

  g_variant_dict_init (&places, before);
  for (guint i = 0; i < LAMP_N_VIEWS; i++)
    if (self->views_made[i] != NULL && lamp_view_get_place (self->views_made[i]) != NULL)
      g_variant_dict_insert (&places, views[i].name, "s", lamp_view_get_place (self->views_made[i]));
  g_settings_set_value (self->settings, "places", g_variant_dict_end (&places));
}

static gboolean
shows_type (guint       index,
            const char *type)
{
  const char * const *types = view_class (index)->types;

  return types != NULL && g_strv_contains (types, type);
}

/* The view that a record belongs to: the one shown if it shows such records, else the first that does. */
static int
find_view_for (LampWindow *self,
               LampRecord *record)
{
  const char *type = lamp_record_get_record_type (record)->name;

  for (int i = 0; i < LAMP_N_VIEWS; i++)
    if (self->views_made[i] != NULL && self->views_made[i] == self->view && shows_type (i, type))
      return i;
  for (int i = 0; i < LAMP_N_VIEWS; i++)
    if (shows_type (i, type))
      return i;

  return -1;
}

static void
on_reveal (LampSession *session,
           LampRecord  *record,
           LampWindow  *self)
{
  int index = find_view_for (self, record);
  gboolean is_new = index >= 0 && self->views_made[index] == NULL;

  if (index >= 0)
    lamp_window_show_view_at (self, (guint) index);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.details", NULL);
  if (is_new)
    {
      /* A view that has only now been made does not hear a signal that is already on its way. */
      g_signal_stop_emission_by_name (session, "reveal");
      lamp_session_reveal (session, record);
    }
}

/* Comes before the views' own handlers: it makes the view that is to show the record. */
void
lamp_window_connect_reveal (LampWindow *self)
{
  g_signal_connect_object (self->session, "reveal", G_CALLBACK (on_reveal), self, 0);
}
