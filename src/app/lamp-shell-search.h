/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

/* What of a file can be found from outside its window, where others may look over the person's shoulder. */
gboolean   lamp_shell_search_may_show        (LampRecord          *record);
GStrv      lamp_shell_search_find            (LampStore           *store,
                                              const char * const  *terms);
char      *lamp_shell_search_dup_description (LampRecord          *record);
GVariant  *lamp_shell_search_describe        (LampStore           *store,
                                              const char * const  *ids);

G_END_DECLS
