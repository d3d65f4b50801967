/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampTextRow:
 *
 * A row with a text of several lines under its title. It grows with the text up to a height and then scrolls. Tab
 * leaves it.
 *
 * Properties: "text" (string, never NULL). Its title is that of the row, shown as plain text.
 */
#define LAMP_TYPE_TEXT_ROW (lamp_text_row_get_type ())
G_DECLARE_FINAL_TYPE (LampTextRow, lamp_text_row, LAMP, TEXT_ROW, AdwPreferencesRow)

GtkWidget  *lamp_text_row_new      (const char  *title);
const char *lamp_text_row_get_text (LampTextRow *self);
void        lamp_text_row_set_text (LampTextRow *self,
                                    const char  *text);

G_END_DECLS
