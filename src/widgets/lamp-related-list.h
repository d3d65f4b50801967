/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-form-part.h"
#include "lamp-related.h"

G_BEGIN_DECLS

/**
 * LampRelatedList:
 *
 * A list of the records that refer to a record, made from its declaration: adding one asks for the one thing that
 * names it, each opens, and Delete takes it away. It follows the file.
 */
#define LAMP_TYPE_RELATED_LIST (lamp_related_list_get_type ())
G_DECLARE_FINAL_TYPE (LampRelatedList, lamp_related_list, LAMP, RELATED_LIST, AdwPreferencesGroup)

GtkWidget *lamp_related_list_new (LampStore         *store,
                                  const LampRelated *list);

/* What stands in the list for a record. */
char      *lamp_related_dup_name    (const LampRelated *self,
                                     LampStore         *store,
                                     LampRecord        *record);
char      *lamp_related_dup_details (const LampRelated *self,
                                     LampStore         *store,
                                     LampRecord        *record);

/* Whether what is about to be added may be, by more than its own values. */
gboolean   lamp_related_may_add     (LampStore         *store,
                                     const LampRow     *row,
                                     GError           **error);

G_END_DECLS
