/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LampDoneCheck:
 *
 * A check that marks something as done. It tells assistive tools what it is about, “Done: call the library”, and has an
 * action that they can do, which a check button of the toolkit has not.
 *
 * Properties: "subject" (string, nullable: what is done or not). Actions: "done.toggle".
 */
#define LAMP_TYPE_DONE_CHECK (lamp_done_check_get_type ())
G_DECLARE_FINAL_TYPE (LampDoneCheck, lamp_done_check, LAMP, DONE_CHECK, GtkCheckButton)

GtkWidget  *lamp_done_check_new         (const char    *subject);
const char *lamp_done_check_get_subject (LampDoneCheck *self);
void        lamp_done_check_set_subject (LampDoneCheck *self,
                                         const char    *subject);

G_END_DECLS
