/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampRolesBox:
 *
 * Who facilitates a meeting, records it, keeps its time and its norms, with whose turn it is for what nobody does yet:
 * one press takes that (practice S13).
 */
#define LAMP_TYPE_ROLES_BOX (lamp_roles_box_get_type ())
G_DECLARE_FINAL_TYPE (LampRolesBox, lamp_roles_box, LAMP, ROLES_BOX, AdwBin)

GtkWidget *lamp_roles_box_new (LampSession *session,
                               LampRecord  *meeting);

G_END_DECLS
