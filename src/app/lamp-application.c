/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "config.h"
#include "lamp-about.h"
#include "lamp-opening.h"
#include "lamp-pictures.h"
#include "lamp-places.h"
#include "lamp-preferences.h"
#include "lamp-settings.h"
#include "lamp-shortcuts.h"
#include "lamp-window.h"

struct _LampApplication
{
  AdwApplication parent_instance;

  LampClock *clock;
  GSettings *settings;
  LampOpening *opening; /* (nullable): while the program starts */
};

G_DEFINE_FINAL_TYPE (LampApplication, lamp_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and quit"), NULL },
  { "example", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the example community"), NULL },
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

/* The window of a file: one only, however often the file is asked for. */
static LampWindow *
ensure_window (LampApplication *self,
               const char      *path)
{
  LampWindow *window = find_window (self, path);

  if (window == NULL)
    window = lamp_window_new (self, path);

  return window;
}

static LampWindow *
open_default (LampApplication *self)
{
  g_autofree char *path = lamp_places_dup_default ();

  return ensure_window (self, path);
}

static LampWindow *
open_example (LampApplication *self)
{
  g_autofree char *path = lamp_places_dup_example ();
  LampWindow *window = ensure_window (self, path);

  lamp_window_fill_with_example (window);

  return window;
}

/* Copies a file of ours in; a copy that turns out not to be one is not kept. */
static char *
copy_in (LampApplication  *self,
         GFile            *file,
         GError          **error)
{
  g_autofree char *path = lamp_places_copy_in (file, error);
  g_autoptr (LampStore) store = NULL;

  if (path == NULL)
    return NULL;

  store = lamp_store_open (path, LAMP_STORE_NONE, self->clock, error);
  if (store != NULL)
    {
      lamp_store_close (store, NULL);
      return g_steal_pointer (&path);
    }
  g_unlink (path);

  return NULL;
}

/* A file of ours is copied in and gets a window; anything else is offered for import into the person's own file. */
static LampWindow *
open_file (LampApplication *self,
           GFile           *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  LampWindow *window;

  if (name == NULL || !g_str_has_suffix (name, ".lamplighter"))
    {
      window = open_default (self);
      lamp_window_import (window, file);
      return window;
    }

  path = copy_in (self, file, &error);
  if (path != NULL)
    return ensure_window (self, path);

  window = open_default (self);
  lamp_window_tell (window, error->message);

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

        window = open_file (self, file);
        gtk_window_present (GTK_WINDOW (window));
      }
  if (window == NULL)
    window = open_default (self);
  g_clear_pointer (&self->opening, lamp_opening_free);
  if (g_variant_dict_lookup (dict, "size", "&s", &text))
    apply_size (window, text);
  gtk_window_present (GTK_WINDOW (window));
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
    window = GTK_WINDOW (open_default (LAMP_APPLICATION (application)));
  g_clear_pointer (&LAMP_APPLICATION (application)->opening, lamp_opening_free);
  gtk_window_present (window);
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
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
on_preferences (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  LampApplication *self = data;
  AdwDialog *dialog = lamp_preferences_dialog_new (self->settings);

  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (data)));
}

static void
on_shortcuts (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_dialog_present (lamp_shortcuts_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (data)));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  adw_dialog_present (lamp_about_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (data)));
}

static void
on_example (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  gtk_window_present (GTK_WINDOW (open_example (data)));
}

static void
on_own (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  gtk_window_present (GTK_WINDOW (open_default (data)));
}

static const GActionEntry actions[] = {
  { "quit", on_quit },
  { "preferences", on_preferences },
  { "shortcuts", on_shortcuts },
  { "about", on_about },
  { "example", on_example },
  { "own", on_own },
};

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

  self->opening = lamp_opening_begin (path, self->clock);
  G_APPLICATION_CLASS (lamp_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  self->settings = lamp_settings_new ();
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), self,
                           G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  lamp_shortcuts_install (GTK_APPLICATION (self));
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
  application_class->handle_local_options = lamp_application_handle_local_options;
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
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
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
