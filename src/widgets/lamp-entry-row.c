/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-entry-row.h"

/**
 * lamp_entry_row_set_title:
 * @self: a row
 * @title: its title, a plain text
 *
 * Sets the title of a row to type in, which is then read out once. (The row shows its title in either of two labels, and
 * both name it.)
 */
void
lamp_entry_row_set_title (AdwEntryRow *self,
                          const char  *title)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (self));
  g_return_if_fail (title != NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
