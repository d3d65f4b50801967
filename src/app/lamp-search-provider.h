/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-application.h"

G_BEGIN_DECLS

/**
 * LampSearchProvider:
 *
 * Answers the search of the shell (org.gnome.Shell.SearchProvider2) from the person's own file.
 */
#define LAMP_TYPE_SEARCH_PROVIDER (lamp_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (LampSearchProvider, lamp_search_provider, LAMP, SEARCH_PROVIDER, GObject)

LampSearchProvider *lamp_search_provider_new      (LampApplication     *application);
gboolean            lamp_search_provider_export   (LampSearchProvider  *self,
                                                   GDBusConnection     *connection,
                                                   const char          *object_path,
                                                   GError             **error);
void                lamp_search_provider_unexport (LampSearchProvider  *self);

G_END_DECLS
