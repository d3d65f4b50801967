/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-record.h"

G_BEGIN_DECLS

/**
 * LampGrouped:
 * @record: a record
 * @group: the number of its group
 *
 * A record and the group it stands in.
 */
typedef struct
{
  LampRecord *record;
  guint group;
} LampGrouped;

/**
 * LampGroupedList:
 *
 * Records in groups, in an order that somebody else has worked out: a list with sections. What changes arrives as few
 * small splices, so that scroll and focus survive.
 */
#define LAMP_TYPE_GROUPED_LIST (lamp_grouped_list_get_type ())
G_DECLARE_FINAL_TYPE (LampGroupedList, lamp_grouped_list, LAMP, GROUPED_LIST, GObject)

LampGroupedList *lamp_grouped_list_new       (void);
void             lamp_grouped_list_set       (LampGroupedList *self,
                                              GArray          *entries);
guint            lamp_grouped_list_get_group (LampGroupedList *self,
                                              guint            position);

G_END_DECLS
