/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-application.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "lamp-application-private.h"
#include "lamp-open-file.h"
#include "lamp-opening.h"
#include "lamp-pictures.h"
#include "lamp-places.h"
#include "lamp-reminder.h"
#include "lamp-search-provider.h"
#include "lamp-settings.h"
#include "lamp-shortcuts.h"

struct _LampApplication
{
  AdwApplication parent_instance;

  LampClock *clock;
  GSettings *settings;
  LampOpening *opening;                /* (nullable): while the program starts */
  LampReminder *reminder;              /* (nullable): from startup on */
  LampSearchProvider *search_provider; /* (nullable): while on the bus */
};

G_DEFINE_FINAL_TYPE (LampApplication, lamp_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and quit"), NULL },
  { "example", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the example community"), NULL },
  { "new-meeting", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Plan a meeting"), NULL },
  { "run-next-meeting", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Run the next meeting"), NULL },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { "pictures", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
  { "size", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL },
};

static LampWindow *
find_window (LampApplication *self,
             const char      *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LAMP_IS_WINDOW (l->data) && g_strcmp0 (lamp_window_get_path (l->data), path) == 0)
      return l->data;

  return NULL;
}

/**
 * lamp_application_ensure_window:
 * @self: the program
 * @path: (type filename): a file; it is made where there is none
 *
 * Gets the window of a file: one only, however often the file is asked for.
 *
 * Returns: (transfer none): the window, not presented
 */
LampWindow *
lamp_application_ensure_window (LampApplication *self,
                                const char      *path)
{
  LampWindow *window = find_window (self, path);

  if (window == NULL)
    window = lamp_window_new (self, path);

  return window;
}

/**
 * lamp_application_open_own:
 * @self: the program
 *
 * Returns: (transfer none): the window of the person's own file, not presented
 */
LampWindow *
lamp_application_open_own (LampApplication *self)
{
  g_autofree char *path = lamp_places_dup_default ();

  return lamp_application_ensure_window (self, path);
}

/**
 * lamp_application_get_own_store:
 * @self: the program
 *
 * Returns: (transfer none) (nullable): the person's own file, where a window has it open
 */
LampStore *
lamp_application_get_own_store (LampApplication *self)
{
  g_autofree char *path = lamp_places_dup_default ();
  LampWindow *window = find_window (self, path);
  LampSession *session = window != NULL ? lamp_window_get_session (window) : NULL;

  return session != NULL ? lamp_session_get_store (session) : NULL;
}

static LampWindow *
open_example (LampApplication *self)
{
  g_autofree char *path = lamp_places_dup_example ();
  LampWindow *window = lamp_application_ensure_window (self, path);

  lamp_window_fill_with_example (window);

  return window;
}

static void
apply_size (LampWindow *window,
            const char *size)
{
  g_auto (GStrv) parts = g_strsplit (size, "x", 2);

  if (g_strv_length (parts) == 2)
    gtk_window_set_default_size (GTK_WINDOW (window), atoi (parts[0]), atoi (parts[1]));
}

/* What is asked for by an option is done as the desktop entry does it: by the action of the same name. */
static void
activate_if_asked (LampApplication *self,
                   GVariantDict    *dict,
                   const char      *name)
{
  if (g_variant_dict_contains (dict, name))
    g_action_group_activate_action (G_ACTION_GROUP (self), name, NULL);
}

static int
lamp_application_command_line (GApplication            *application,
                               GApplicationCommandLine *command_line)
{
  LampApplication *self = LAMP_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **files = NULL;
  LampWindow *window = NULL;
  const char *text;

  if (g_variant_dict_contains (dict, "example"))
    window = open_example (self);
  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &files))
    for (gsize i = 0; files[i] != NULL; i++)
      {
        g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, files[i]);

        window = lamp_open_file (self, file);
        gtk_window_present (GTK_WINDOW (window));
      }
  if (window == NULL)
    window = lamp_application_open_own (self);
  g_clear_pointer (&self->opening, lamp_opening_free);
  if (g_variant_dict_lookup (dict, "size", "&s", &text))
    apply_size (window, text);
  gtk_window_present (GTK_WINDOW (window));
  activate_if_asked (self, dict, "new-meeting");
  activate_if_asked (self, dict, "run-next-meeting");
  if (g_variant_dict_lookup (dict, "pictures", "^&ay", &text))
    lamp_pictures_take (window, text);
  else if (g_variant_dict_contains (dict, "exit-after-startup"))
    lamp_pictures_quit_after_first_frame (window);

  return 0;
}

static void
lamp_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (lamp_application_open_own (LAMP_APPLICATION (application)));
  g_clear_pointer (&LAMP_APPLICATION (application)->opening, lamp_opening_free);
  gtk_window_present (window);
  lamp_reminder_check (LAMP_APPLICATION (application)->reminder);
}

/* Files that the desktop hands over the bus. */
static void
lamp_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    gtk_window_present (GTK_WINDOW (lamp_open_file (LAMP_APPLICATION (application), files[i])));
  g_clear_pointer (&LAMP_APPLICATION (application)->opening, lamp_opening_free);
}

static int
lamp_application_handle_local_options (GApplication *application,
                                       GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("lamplighter %s\n", PACKAGE_VERSION);
      return 0;
    }
  /* What tests and pictures look at is this program, not one that happens to run already. */
  if (g_variant_dict_contains (dict, "pictures") || g_variant_dict_contains (dict, "exit-after-startup"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
apply_color_scheme (LampApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  guint scheme = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      scheme < G_N_ELEMENTS (schemes) ? schemes[scheme] : ADW_COLOR_SCHEME_DEFAULT);
}

static void
lamp_application_startup (GApplication *application)
{
  LampApplication *self = LAMP_APPLICATION (application);
  g_autofree char *path = lamp_places_dup_default ();

  /* One that the bus started to answer a question may never need it. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) == 0)
    self->opening = lamp_opening_begin (path, self->clock);
  G_APPLICATION_CLASS (lamp_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  self->settings = lamp_settings_new ();
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), self,
                           G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  lamp_application_add_actions (self);
  lamp_shortcuts_install (GTK_APPLICATION (self));
  self->reminder = lamp_reminder_new (self);
}

static gboolean
lamp_application_dbus_register (GApplication     *application,
                                GDBusConnection  *connection,
                                const char       *object_path,
                                GError          **error)
{
  LampApplication *self = LAMP_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (lamp_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;

  self->search_provider = lamp_search_provider_new (self);

  return lamp_search_provider_export (self->search_provider, connection, path, error);
}

static void
lamp_application_dbus_unregister (GApplication    *application,
                                  GDBusConnection *connection,
                                  const char      *object_path)
{
  LampApplication *self = LAMP_APPLICATION (application);

  if (self->search_provider != NULL)
    lamp_search_provider_unexport (self->search_provider);
  g_clear_object (&self->search_provider);
  G_APPLICATION_CLASS (lamp_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
lamp_application_shutdown (GApplication *application)
{
  g_clear_object (&LAMP_APPLICATION (application)->reminder);

  G_APPLICATION_CLASS (lamp_application_parent_class)->shutdown (application);
}

static void
lamp_application_finalize (GObject *object)
{
  LampApplication *self = LAMP_APPLICATION (object);

  g_clear_pointer (&self->opening, lamp_opening_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lamp_application_parent_class)->finalize (object);
}

static void
lamp_application_class_init (LampApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lamp_application_finalize;
  application_class->activate = lamp_application_activate;
  application_class->command_line = lamp_application_command_line;
  application_class->dbus_register = lamp_application_dbus_register;
  application_class->dbus_unregister = lamp_application_dbus_unregister;
  application_class->handle_local_options = lamp_application_handle_local_options;
  application_class->open = lamp_application_open;
  application_class->shutdown = lamp_application_shutdown;
  application_class->startup = lamp_application_startup;
}

static void
lamp_application_init (LampApplication *self)
{
  self->clock = lamp_clock_new_system ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * lamp_application_new:
 *
 * Returns: (transfer full): the program
 */
LampApplication *
lamp_application_new (void)
{
  return g_object_new (LAMP_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/lamplighter_app/Lamplighter",
                       NULL);
}

/**
 * lamp_application_get_clock:
 * @self: the program
 *
 * Returns: (transfer none): what tells the time to everything below
 */
LampClock *
lamp_application_get_clock (LampApplication *self)
{
  g_return_val_if_fail (LAMP_IS_APPLICATION (self), NULL);

  return self->clock;
}

/**
 * lamp_application_get_settings:
 * @self: the program
 *
 * Returns: (transfer none): what the program remembers
 */
GSettings *
lamp_application_get_settings (LampApplication *self)
{
  g_return_val_if_fail (LAMP_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * lamp_application_open_store:
 * @self: the program
 * @path: (type filename): the file of a window
 * @error: where to put an error of [error@Error]
 *
 * Opens a file, and makes it where there is none. The person's own has been under way since the program started.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL
 */
LampStore *
lamp_application_open_store (LampApplication  *self,
                             const char       *path,
                             GError          **error)
{
  LampStore *store = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (LAMP_IS_APPLICATION (self), NULL);

  if (self->opening != NULL)
    store = lamp_opening_take (self->opening, path, &failure);
  if (store == NULL && failure == NULL)
    return lamp_store_open (path, LAMP_STORE_CREATE, self->clock, error);
  if (failure != NULL)
    g_propagate_error (error, failure);

  return store;
}
