/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-report-private.h"

/* What may give when time runs short: the facilitator wants to know before it does. */
static char *
describe_room (const LampRow *item)
{
  g_autofree char *least = lamp_duration_format ((int) lamp_row_get_integer (item, "minutes_min"));
  g_autofree char *most = lamp_duration_format ((int) lamp_row_get_integer (item, "minutes_max"));

  if (lamp_row_get_integer (item, "protected"))
    return g_strdup (_("protected"));
  if (lamp_row_has (item, "minutes_min") && lamp_row_has (item, "minutes_max"))
    return g_strdup_printf (_("%s to %s"), least, most);
  if (lamp_row_has (item, "minutes_min"))
    return g_strdup_printf (_("%s at least"), least);
  if (lamp_row_has (item, "minutes_max"))
    return g_strdup_printf (_("%s at most"), most);

  return NULL;
}

static void
add_time (LampReport    *self,
          const LampRow *item,
          gint64         before)
{
  gint64 minutes = lamp_row_get_integer (item, "minutes");
  g_autofree char *start = lamp_report_dup_start (self, before);
  g_autofree char *length = lamp_duration_format ((int) minutes);
  g_autofree char *room = describe_room (item);
  g_autofree char *time = room != NULL
                            /* Translators: when an item starts, how long it is, how far that may give */
                            ? g_strdup_printf (C_("report", "%s, %s (%s)"), start, length, room)
                            : g_strdup_printf (C_("report", "%s, %s"), start, length);

  lamp_document_add_fact (self->document, C_("report", "Time"), time);
}

static void
add_item (LampReport    *self,
          const LampRow *item,
          guint          number,
          gint64         before)
{
  static const char * const fields[] = { "presenter", "speaks", "silent", "prompt", "why", "goal", "problem" };
  g_autofree char *heading = g_strdup_printf (C_("report", "%u. %s"), number, lamp_report_get_item_title (self, item));

  lamp_document_add_heading (self->document, 3, heading);
  add_time (self, item, before);
  for (guint i = 0; !lamp_report_keeps_in (self, item) && i < G_N_ELEMENTS (fields); i++)
    lamp_report_add_field (self, item, fields[i]);
  if (lamp_row_get_integer (item, "off_record"))
    lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, _("Off the record: time is kept, notes are not."), NULL);
}

/**
 * lamp_report_write_running_sheet:
 * @self: a report with its head
 *
 * Writes what the one who facilitates wants in hand.
 */
void
lamp_report_write_running_sheet (LampReport *self)
{
  gint64 before = 0;

  lamp_report_add_roles (self);
  lamp_report_add_norms (self);
  lamp_document_add_heading (self->document, 2, C_("report", "Items"));
  lamp_report_add_sum (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      add_item (self, self->items->pdata[i], i + 1, before);
      before += lamp_row_get_integer (self->items->pdata[i], "minutes");
    }
}
