/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampKeyCap:
 *
 * The key that does what a button does, shown on the button. Assistive tools are told by the button's own key shortcuts.
 *
 * Properties: "key" (string): an accelerator, such as "n", "space" or "Right". An arrow stands for forward or backward,
 * and points the other way where one reads from right to left.
 */
#define LAMP_TYPE_KEY_CAP (lamp_key_cap_get_type ())
G_DECLARE_FINAL_TYPE (LampKeyCap, lamp_key_cap, LAMP, KEY_CAP, AdwBin)

GtkWidget *lamp_key_cap_new     (const char *key);
void       lamp_key_cap_set_key (LampKeyCap *self,
                                 const char *key);

G_END_DECLS
