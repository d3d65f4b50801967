/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampJsonNames:
 *
 * The names of the members of the objects that are open while a document is read, innermost last: whether a name
 * stands twice, and which one is being read. (Private to core/exchange.)
 */
typedef struct _LampJsonNames LampJsonNames;

LampJsonNames *lamp_json_names_new      (void);
void           lamp_json_names_free     (LampJsonNames *self);
void           lamp_json_names_open     (LampJsonNames *self);
void           lamp_json_names_close    (LampJsonNames *self);
gboolean       lamp_json_names_add      (LampJsonNames *self,
                                         const char    *name,
                                         gsize          length);
const char    *lamp_json_names_get_last (LampJsonNames *self,
                                         guint          scope,
                                         gsize         *length);
gsize          lamp_json_names_get_size (LampJsonNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampJsonNames, lamp_json_names_free)

G_END_DECLS
