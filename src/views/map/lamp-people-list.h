/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-people-board.h"

G_BEGIN_DECLS

/**
 * LampPeopleList:
 *
 * The list twin of the community map: people in columns, which can be sorted by any of them.
 */
#define LAMP_TYPE_PEOPLE_LIST (lamp_people_list_get_type ())
G_DECLARE_FINAL_TYPE (LampPeopleList, lamp_people_list, LAMP, PEOPLE_LIST, AdwBin)

GtkWidget *lamp_people_list_new (LampPeopleBoard *board);

G_END_DECLS
