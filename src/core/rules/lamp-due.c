/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-due.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"

/**
 * lamp_due_judge:
 * @due: (nullable): the date that something is due on
 * @today: today
 *
 * Returns: how pressing the date is
 */
LampDue
lamp_due_judge (const char *due,
                const char *today)
{
  int days;

  if (!lamp_date_is_valid (due))
    return LAMP_DUE_NEVER;

  days = lamp_date_days_between (today, due);
  if (days < 0)
    return LAMP_DUE_OVER;

  return days <= LAMP_DUE_SOON ? LAMP_DUE_NOW : LAMP_DUE_LATER;
}

/**
 * lamp_due_dup_words:
 * @due: (nullable): the date that something is due on
 * @today: today
 *
 * Says how pressing a date is, in words: nobody should have to count days, or tell it by a colour.
 *
 * Returns: (transfer full): such as "due in 3 days" or "2 days overdue"; empty when there is no date
 */
char *
lamp_due_dup_words (const char *due,
                    const char *today)
{
  g_autofree char *date = NULL;
  int days;

  if (!lamp_date_is_valid (due))
    return g_strdup ("");

  days = lamp_date_days_between (today, due);
  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", (gulong) -days), -days);
  if (days == 0)
    return g_strdup (_("due today"));
  if (days <= LAMP_DUE_SOON)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "due in %d day", "due in %d days", (gulong) days), days);

  date = lamp_date_dup_display (due);

  // Translators: %s is a date
  return g_strdup_printf (_("due on %s"), date);
}
