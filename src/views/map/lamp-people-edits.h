/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-people-board.h"

G_BEGIN_DECLS

/**
 * LAMP_SECTOR_ANY:
 *
 * The sector that is most likely meant.
 */
#define LAMP_SECTOR_ANY LAMP_MAP_SECTORS

LampRecord *lamp_person_create (LampPeopleBoard *board,
                                guint            sector);

G_END_DECLS
