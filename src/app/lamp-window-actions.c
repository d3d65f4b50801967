/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-window-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-go-to-dialog.h"
#include "lamp-help-dialog.h"

static void
set_enabled (LampWindow *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_add (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  LampWindow *self = data;
  LampRecord *before = lamp_session_get_selected (self->session);

  lamp_view_add (self->view);
  if (lamp_session_get_selected (self->session) != before)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.details", NULL);
}

static gboolean
view_has (LampWindow *self,
          const char *action)
{
  GActionGroup *actions = self->view != NULL ? lamp_view_get_actions (self->view) : NULL;

  return actions != NULL && g_action_group_has_action (actions, action);
}

/* Next to what is selected, where the view knows what that is: it says so by an action of that name. */
static void
on_add_beside (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  LampWindow *self = data;
  LampRecord *before = lamp_session_get_selected (self->session);

  g_action_group_activate_action (lamp_view_get_actions (self->view), "add-beside", NULL);
  if (lamp_session_get_selected (self->session) != before)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.details", NULL);
}

static void
on_delete (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  LampWindow *self = data;
  g_autoptr (LampRecord) record = g_object_ref (lamp_session_get_selected (self->session));
  GActionGroup *actions = lamp_view_get_actions (self->view);

  /* A view may have more to say about it, such as what becomes of what hangs on the record. */
  if (actions != NULL && g_action_group_get_action_enabled (actions, "delete"))
    g_action_group_activate_action (actions, "delete", NULL);
  else
    lamp_session_delete (self->session, record);
}

static void
on_details (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  LampWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  lamp_inspector_focus (self->inspector);
}

static void
on_add_related (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  LampWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  lamp_inspector_focus_add (self->inspector);
}

static void
on_undo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;

  if (!lamp_store_undo (self->store, &label, &error))
    {
      lamp_window_tell (self, error->message);
      return;
    }
  // Translators: %s is a step such as “Move Goal”
  message = g_strdup_printf (_("Undone: %s"), label);
  lamp_window_tell (self, message);
}

static void
on_redo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;

  if (!lamp_store_redo (self->store, &label, &error))
    {
      lamp_window_tell (self, error->message);
      return;
    }
  // Translators: %s is a step such as “Move Goal”
  message = g_strdup_printf (_("Done again: %s"), label);
  lamp_window_tell (self, message);
}

static void
on_show_view (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  lamp_window_show_view (data, g_action_get_name (G_ACTION (action)) + strlen ("show-"));
}

static void
on_go_to (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  LampWindow *self = data;

  adw_dialog_present (lamp_go_to_dialog_new (self->session), GTK_WIDGET (self));
}

/* What the help has to say about what is in sight. */
static const char *
get_help_topic (LampWindow *self)
{
  if (lamp_window_shows_run (self))
    return "running";
  if (self->view != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "community") == 0)
    return LAMP_VIEW_GET_CLASS (self->view)->name;

  return "start";
}

/* One help, however often it is asked for; it comes to the front when something covers it. */
static AdwDialog *
ensure_help (LampWindow *self)
{
  GListModel *dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (LAMP_IS_HELP_DIALOG (dialog))
        return dialog;
    }

  return lamp_help_dialog_new (get_help_topic (self));
}

static void
on_help (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  adw_dialog_present (ensure_help (data), GTK_WIDGET (data));
}

static void
on_list (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampWindow *self = data;

  lamp_window_set_list_mode (self, !lamp_view_get_list_mode (self->view));
}

/* What a view has for paper, it says by an action of that name. */
static void
on_print (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  LampWindow *self = data;

  g_action_group_activate_action (lamp_view_get_actions (self->view), "print", NULL);
}

static void
on_menu (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

static void
on_sidebar (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  LampWindow *self = data;

  if (adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self)) == self->narrow)
    {
      adw_navigation_split_view_set_show_content (self->split,
                                                  !adw_navigation_split_view_get_show_content (self->split));
      return;
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  adw_navigation_split_view_set_collapsed (self->split, !adw_navigation_split_view_get_collapsed (self->split));
}

static void
set_inspector (GSimpleAction *action,
               GVariant      *state,
               gpointer       data)
{
  LampWindow *self = data;
  gboolean shown = g_variant_get_boolean (state);

  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    g_settings_set_boolean (self->settings, "inspector", shown);
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, shown);
}

static void
set_search (GSimpleAction *action,
            GVariant      *state,
            gpointer       data)
{
  LampWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_search_bar_set_search_mode (self->search_bar, g_variant_get_boolean (state));
}

static void
set_fullscreen (GSimpleAction *action,
                GVariant      *state,
                gpointer       data)
{
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (data);
  else
    gtk_window_unfullscreen (data);
  g_simple_action_set_state (action, state);
}

static const GActionEntry actions[] = {
  { "add", on_add },
  { "add-beside", on_add_beside },
  { "delete", on_delete },
  { "details", on_details },
  { "add-related", on_add_related },
  { "undo", on_undo },
  { "redo", on_redo },
  { "show-overview", on_show_view },
  { "show-map", on_show_view },
  { "show-goals", on_show_view },
  { "show-cycles", on_show_view },
  { "show-meetings", on_show_view },
  { "go-to", on_go_to },
  { "help", on_help },
  { "list", on_list },
  { "print", on_print },
  { "menu", on_menu },
  { "sidebar", on_sidebar },
  { "inspector", NULL, NULL, "true", set_inspector },
  { "search", NULL, NULL, "false", set_search },
  { "fullscreen", NULL, NULL, "false", set_fullscreen },
};

void
lamp_window_add_actions (LampWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/* Says on a button which step it takes back or does again. */
static void
name_step (GtkButton  *button,
           const char *what,
           const char *label)
{
  // Translators: the name of a button, “Undo” or “Redo”, and the step it is about: “Undo: Move Goal”
  g_autofree char *tooltip = label != NULL ? g_strdup_printf (C_("tooltip", "%s: %s"), what, label) : g_strdup (what);

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
update_steps (LampWindow *self)
{
  gboolean can_undo = FALSE;
  gboolean can_redo = FALSE;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  if (self->store != NULL)
    g_object_get (self->store, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo, "redo-label", &redo,
                  NULL);
  set_enabled (self, "undo", can_undo);
  set_enabled (self, "redo", can_redo);
  name_step (self->undo_button, _("Undo"), undo);
  name_step (self->bottom_undo_button, _("Undo"), undo);
  name_step (self->redo_button, _("Redo"), redo);
  name_step (self->bottom_redo_button, _("Redo"), redo);
}

void
lamp_window_update_actions (LampWindow *self)
{
  static const char * const of_a_view[] = { "show-overview", "show-map", "show-goals", "show-cycles", "show-meetings",
                                            "go-to", "run-meeting" };
  static const char * const in_sight[] = { "menu", "sidebar", "inspector", "search" };
  static const char * const of_a_file[] = { "import", "back-up", "history", "start-community" };
  LampViewClass *klass = self->view != NULL ? LAMP_VIEW_GET_CLASS (self->view) : NULL;
  gboolean seen = klass != NULL && !lamp_window_shows_run (self);
  gboolean selected = seen && self->session != NULL && lamp_session_get_selected (self->session) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (of_a_view); i++)
    set_enabled (self, of_a_view[i], klass != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (in_sight); i++)
    set_enabled (self, in_sight[i], seen);
  for (gsize i = 0; i < G_N_ELEMENTS (of_a_file); i++)
    set_enabled (self, of_a_file[i], self->store != NULL);
  set_enabled (self, "export", klass != NULL);
  set_enabled (self, "print", seen && view_has (self, "print"));
  set_enabled (self, "set-aside", self->store == NULL);
  set_enabled (self, "try-again", self->store == NULL);
  set_enabled (self, "room-display", self->run_page != NULL);
  set_enabled (self, "add", seen && klass->add_label != NULL);
  set_enabled (self, "list", seen && klass->has_list);
  set_enabled (self, "delete", selected);
  set_enabled (self, "details", selected);
  set_enabled (self, "add-related", selected);
  set_enabled (self, "add-beside", selected && view_has (self, "add-beside"));
  update_steps (self);
}
