/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampNormsBox:
 *
 * The norms of the community that meets: read at the start, rated from 1 to 5 at the end (1 to 5 are the keys), and
 * marked as looked at anew when the group has done that. (Practice S50.)
 *
 * Properties: "rated" (boolean, read-write: whether the rating is asked for; false at the start of a meeting).
 */
#define LAMP_TYPE_NORMS_BOX (lamp_norms_box_get_type ())
G_DECLARE_FINAL_TYPE (LampNormsBox, lamp_norms_box, LAMP, NORMS_BOX, AdwBin)

GtkWidget *lamp_norms_box_new     (LampSession *session,
                                   LampRecord  *meeting,
                                   gboolean     rated);

/* The same in a dialog over @parent. */
AdwDialog *lamp_norms_box_present (GtkWidget   *parent,
                                   LampSession *session,
                                   LampRecord  *meeting,
                                   gboolean     rated);

G_END_DECLS
