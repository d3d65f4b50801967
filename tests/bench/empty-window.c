/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

/* What an Adwaita program costs that shows nothing: the measure for our own start. */

static void
show_window (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.lamplighter_app.EmptyWindow",
                                                                G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (show_window), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
