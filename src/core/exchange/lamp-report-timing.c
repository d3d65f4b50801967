/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-report-private.h"

/* Planned against taken, to the second: it is how a group learns how long things take. */

static char *
dup_seconds (gint64 seconds)
{
  return g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

static char *
dup_difference (gint64 seconds)
{
  g_autofree char *text = dup_seconds (ABS (seconds));

  if (seconds == 0)
    return g_steal_pointer (&text);

  return g_strconcat (seconds > 0 ? "+" : "−", text, NULL);
}

static void
add_row (LampReport *self,
         const char *title,
         gint64      planned,
         gint64      taken)
{
  g_autofree char *planned_text = dup_seconds (planned);
  g_autofree char *taken_text = dup_seconds (taken);
  g_autofree char *difference = dup_difference (taken - planned);

  lamp_document_add (self->document, LAMP_BLOCK_ROW, title, planned_text, taken_text, difference, NULL);
}

/* How the meeting began against its plan. */
static void
add_beginning (LampReport *self)
{
  g_autofree char *began_at = lamp_report_dup_local (lamp_row_get_text (self->meeting, "began_at"));
  g_autofree char *began = lamp_clock_time_dup_display (began_at);
  g_autofree char *text = NULL;
  gint64 late;

  if (began_at == NULL)
    return;
  late = lamp_time_to_minutes (began_at) - lamp_time_to_minutes (lamp_row_get_text (self->meeting, "starts_at"));
  if (late > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d minute late", "%s, %d minutes late", (gulong) late),
                            began, (int) late);
  else if (late < 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d minute early", "%s, %d minutes early", (gulong) -late),
                            began, (int) -late);
  else
    text = g_strdup_printf (_("%s, on time"), began);
  lamp_document_add_fact (self->document, C_("report", "Began"), text);
}

/**
 * lamp_report_write_timing:
 * @self: a report with its head
 *
 * Writes planned against taken time.
 */
void
lamp_report_write_timing (LampReport *self)
{
  add_beginning (self);
  lamp_document_add_heading (self->document, 2, C_("report", "Planned and taken"));
  if (lamp_report_sum (self, "spent_seconds") == 0)
    {
      lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, _("No time has been taken yet."), NULL);
      return;
    }
  lamp_document_add (self->document, LAMP_BLOCK_COLUMNS, C_("report", "Item"), C_("report", "Planned"),
                     C_("report", "Taken"), C_("report", "Difference"), NULL);
  for (guint i = 0; i < self->items->len; i++)
    {
      const LampRow *item = self->items->pdata[i];

      add_row (self, lamp_report_get_item_title (self, item), lamp_row_get_integer (item, "minutes") * 60,
               lamp_row_get_integer (item, "spent_seconds"));
    }
  add_row (self, C_("report", "All together"), lamp_report_sum (self, "minutes") * 60,
           lamp_report_sum (self, "spent_seconds"));
}
