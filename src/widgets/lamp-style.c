/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-style.h"

/**
 * lamp_style_load:
 * @resource: the path of a style sheet among the resources
 *
 * Adds a style sheet for the default display. A class calls it once, in its class_init: what it says stays for as long
 * as the program runs, and never overrules what a person has set.
 */
void
lamp_style_load (const char *resource)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_return_if_fail (resource != NULL);

  gtk_css_provider_load_from_resource (provider, resource);
  if (display != NULL)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
