/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-shortcuts.h"

#include <glib/gi18n-lib.h>

/* Every shortcut of the window, once: what installs them and what lists them both read this table.
 *
 * An early shortcut comes before the widget that has the focus, a late one after it: typing keeps its own Delete and
 * its own Undo. */
typedef struct
{
  const char *section;
  const char *title;
  const char *action;
  const char *accelerators[3];
  gboolean late;
} LampShortcut;

static const LampShortcut shortcuts[] = {
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Help"), "win.help", { "F1" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Go to Anything"), "win.go-to", { "<Control>k" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Search in the View"), "win.search", { "<Control>f" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Print or Save"), "win.print", { "<Control>p" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Main Menu"), "win.menu", { "F10" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Preferences"), "app.preferences", { "<Control>comma" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Keyboard Shortcuts"), "app.shortcuts", { "<Control>question" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Close Window"), "window.close", { "<Control>w" } },
  { NC_ ("shortcuts", "General"), NC_ ("shortcuts", "Quit"), "app.quit", { "<Control>q" } },
  { NC_ ("shortcuts", "Editing"), NC_ ("shortcuts", "Add"), "win.add", { "<Control>n" } },
  { NC_ ("shortcuts", "Editing"), NC_ ("shortcuts", "Details of the Selection"), "win.details", { "<Alt>Return" } },
  { NC_ ("shortcuts", "Editing"), NC_ ("shortcuts", "Add to the Details"), "win.add-related", { "<Control><Shift>n" } },
  { NC_ ("shortcuts", "Editing"), NC_ ("shortcuts", "Delete the Selection"), "win.delete", { "Delete" }, TRUE },
  { NC_ ("shortcuts", "Editing"), NC_ ("shortcuts", "Undo"), "win.undo", { "<Control>z" }, TRUE },
  { NC_ ("shortcuts", "Editing"), NC_ ("shortcuts", "Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" }, TRUE },
  { NC_ ("shortcuts", "Views"), NC_ ("shortcuts", "Overview"), "win.show-overview", { "<Control>1" } },
  { NC_ ("shortcuts", "Views"), NC_ ("shortcuts", "Community Map"), "win.show-map", { "<Control>2" } },
  { NC_ ("shortcuts", "Views"), NC_ ("shortcuts", "Goals"), "win.show-goals", { "<Control>3" } },
  { NC_ ("shortcuts", "Views"), NC_ ("shortcuts", "Cycles"), "win.show-cycles", { "<Control>4" } },
  { NC_ ("shortcuts", "Views"), NC_ ("shortcuts", "Meetings"), "win.show-meetings", { "<Control>5" } },
  { NC_ ("shortcuts", "Views"), NC_ ("shortcuts", "Picture or List"), "win.list", { "<Control>l" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Run the Meeting, or Back to It"), "win.run-meeting",
    { "F5" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Room Display"), "win.room-display", { "<Shift>F5" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Start, Pause, Go On"), NULL, { "space" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Next Item"), NULL, { "Right" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Item Before"), NULL, { "Left" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Skip This Item"), NULL, { "s" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "A Minute More; Again or Enter Accepts the Price"), NULL,
    { "plus" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "A Minute Less"), NULL, { "minus" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "15 Seconds More or Less"), NULL,
    { "<Control>plus", "<Control>minus" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "5 Minutes More or Less"), NULL,
    { "<Alt>plus", "<Alt>minus" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Note"), NULL, { "n" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Decision"), NULL, { "d" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Commitment"), NULL, { "c" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Question"), NULL, { "q" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Problem"), NULL, { "p" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Bell"), NULL, { "b" } },
  { NC_ ("shortcuts", "Running a Meeting"), NC_ ("shortcuts", "Close Meeting"), NULL, { "<Control>Return" } },
  { NC_ ("shortcuts", "Window"), NC_ ("shortcuts", "Sidebar"), "win.sidebar", { "F9" } },
  { NC_ ("shortcuts", "Window"), NC_ ("shortcuts", "Inspector"), "win.inspector", { "<Control>F9" } },
  { NC_ ("shortcuts", "Window"), NC_ ("shortcuts", "Full Screen"), "win.fullscreen", { "F11" } },
  { NC_ ("shortcuts", "Pictures"), NC_ ("shortcuts", "Zoom In"), NULL, { "<Control>plus" } },
  { NC_ ("shortcuts", "Pictures"), NC_ ("shortcuts", "Zoom Out"), NULL, { "<Control>minus" } },
  { NC_ ("shortcuts", "Pictures"), NC_ ("shortcuts", "Fit in the Window"), NULL, { "<Control>0" } },
  { NC_ ("shortcuts", "Pictures"), NC_ ("shortcuts", "Walk From Node to Node"), NULL, { "arrows" } },
  { NC_ ("shortcuts", "Pictures"), NC_ ("shortcuts", "More Around the Selected Person"), NULL, { "plus" } },
  { NC_ ("shortcuts", "Pictures"), NC_ ("shortcuts", "Less Around the Selected Person"), NULL, { "minus" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Add Goal Beside the Selected One"), "win.add-beside",
    { "<Control><Alt>n" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Align To…"), NULL, { "<Control>j" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Also Supports…"), NULL, { "<Control><Shift>j" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Promote"), NULL, { "<Alt>Left" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Demote"), NULL, { "<Alt>Right" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Move Up"), NULL, { "<Alt>Up" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Move Down"), NULL, { "<Alt>Down" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Move to Community…"), NULL, { "<Control>m" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "In the List: Write, From Cell to Cell"), NULL, { "F2", "Tab" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "In the List: Support the Goal Above"), NULL,
    { "<Control>bracketright" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "In the List: Support What Is Further Up"), NULL,
    { "<Control>bracketleft" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Duplicate"), NULL, { "<Control>d" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Duplicate With Supporting Goals"), NULL, { "<Control><Shift>d" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Expand: Also Right on a Collapsed Goal"), NULL, { "plus" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Collapse"), NULL, { "minus" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Next Goal Found; in the Search Also Enter"), NULL,
    { "<Control>g" } },
  { NC_ ("shortcuts", "Goals"), NC_ ("shortcuts", "Previous Goal Found"), NULL, { "<Control><Shift>g" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Insert Protocol"), NULL, { "<Control>i" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Fit to Slot"), NULL, { "<Control><Shift>f" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Move Item Up"), NULL, { "<Alt>Up" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Move Item Down"), NULL, { "<Alt>Down" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Select Several"), NULL, { "<Shift>Down" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Put Item Back into Backlog"), NULL, { "<Control>b" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Duplicate Item"), NULL, { "<Control>d" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Split Item"), NULL, { "<Control>t" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Merge With the Next Item"), NULL, { "<Control>j" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Move to Another Meeting"), NULL, { "<Control>m" } },
  { NC_ ("shortcuts", "Agenda"), NC_ ("shortcuts", "Item Menu"), NULL, { "<Shift>F10" } },
};

/**
 * lamp_shortcuts_install:
 * @application: the application
 *
 * Installs the shortcuts that come before the widget that has the focus.
 */
void
lamp_shortcuts_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL && !shortcuts[i].late)
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char * const *) shortcuts[i].accelerators);
}

/* An entry keeps Ctrl+Z for what was typed into it. One with nothing in it has nothing to take back, and what it was
 * just emptied into is what a person wants undone. */
static gboolean
undo_past_empty_entry (GtkWidget *window,
                       GVariant  *action,
                       gpointer   data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (!GTK_IS_TEXT (focus) || gtk_entry_buffer_get_length (gtk_text_get_buffer (GTK_TEXT (focus))) > 0)
    return FALSE;

  return gtk_widget_activate_action (window, g_variant_get_string (action, NULL), NULL);
}

static void
install_early (GtkWidget *window)
{
  static const struct { const char *accelerator; const char *action; } undo[] = {
    { "<Control>z", "win.undo" }, { "<Control><Shift>z", "win.redo" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (undo); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (undo[i].accelerator),
                                                gtk_callback_action_new (undo_past_empty_entry, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (undo[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (window, controller);
}

static gboolean
quit (GtkWidget *dialog,
      GVariant  *nothing,
      gpointer   data)
{
  return gtk_widget_activate_action (dialog, "app.quit", NULL);
}

/* While a dialog is open its window hears no key. */
static void
on_dialog (AdwApplicationWindow *window)
{
  static const char key[] = "lamp-quits";
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkEventController *controller;

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), key) != NULL)
    return;

  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>q"),
                                                          gtk_callback_action_new (quit, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  g_object_set_data (G_OBJECT (dialog), key, controller);
}

/**
 * lamp_shortcuts_install_in:
 * @window: a window
 *
 * Installs in a window the shortcuts that the widget with the focus is asked about first, the Undo that comes even
 * before an entry which has nothing to take back, and in its dialogs the one that quits.
 */
void
lamp_shortcuts_install_in (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_LOCAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (const char * const *accelerator = shortcuts[i].accelerators; shortcuts[i].late && *accelerator; accelerator++)
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (*accelerator),
                                                              gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (window, controller);
  install_early (window);
  if (ADW_IS_APPLICATION_WINDOW (window))
    g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (on_dialog), NULL);
}

/* The keys of an accelerator as a person reads them. */
static char *
accelerator_to_label (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (key, modifiers);
}

static char *
dup_keys (const LampShortcut *shortcut)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shortcut->accelerators) && shortcut->accelerators[i] != NULL; i++)
    {
      g_autofree char *label = accelerator_to_label (shortcut->accelerators[i]);

      g_string_append_printf (keys, "%s%s", i > 0 ? "   " : "", label != NULL ? label : C_ ("shortcuts", "Arrow keys"));
    }

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static GtkWidget *
make_row (const LampShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = dup_keys (shortcut);
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

/**
 * lamp_shortcuts_dialog_new:
 *
 * Makes the dialog that lists every shortcut.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (i == 0 || !g_str_equal (shortcuts[i].section, shortcuts[i - 1].section))
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", shortcuts[i].section));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (&shortcuts[i]));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), page);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, toolbar_view);

  return dialog;
}
