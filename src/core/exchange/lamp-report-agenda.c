/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-report-private.h"

/**
 * lamp_report_dup_start:
 * @self: a report
 * @minutes: after the planned start of the meeting
 *
 * Returns: (transfer full): the time of day, and whether that is past the end
 */
char *
lamp_report_dup_start (LampReport *self,
                       gint64      minutes)
{
  gint64 slot = lamp_row_get_integer (self->meeting, "minutes");
  gint64 begin = lamp_time_to_minutes (lamp_row_get_text (self->meeting, "starts_at"));
  g_autofree char *time = lamp_time_from_minutes (begin + minutes);
  g_autofree char *text = lamp_clock_time_dup_display (time);

  if (minutes < slot)
    return g_steal_pointer (&text);

  /* Translators: the time at which an agenda item starts that is past the end of the meeting */
  return g_strdup_printf (_("%s (after the end)"), text);
}

static void
add_overview (LampReport *self)
{
  gint64 before = 0;

  lamp_document_add (self->document, LAMP_BLOCK_COLUMNS, C_("report", "Start"), C_("report", "Minutes"),
                     C_("report", "Item"), C_("report", "Kind"), C_("report", "Presenter"), NULL);
  for (guint i = 0; i < self->items->len; i++)
    {
      const LampRow *item = self->items->pdata[i];
      gint64 length = lamp_row_get_integer (item, "minutes");
      const char *kind = lamp_report_get_choice (item, "kind");
      const char *presenter = lamp_report_get_name (self, "people", item, "presenter");
      g_autofree char *start = lamp_report_dup_start (self, before);
      g_autofree char *minutes = g_strdup_printf ("%" G_GINT64_FORMAT, length);

      lamp_document_add (self->document, LAMP_BLOCK_ROW, start, minutes,
                         lamp_report_get_item_title (self, item),
                         kind != NULL ? kind : "", presenter != NULL ? presenter : "", NULL);
      before += length;
    }
}

/**
 * lamp_report_add_sum:
 * @self: a report
 *
 * Adds the sum of the items against the slot.
 */
void
lamp_report_add_sum (LampReport *self)
{
  gint64 slot = lamp_row_get_integer (self->meeting, "minutes");
  gint64 planned = lamp_report_sum (self, "minutes");
  gint64 over = planned - slot;
  g_autofree char *sum = NULL;

  if (over > 0)
    sum = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d minutes are planned: %d minute too long.",
                                        "%d of %d minutes are planned: %d minutes too long.", (gulong) over),
                           (int) planned, (int) slot, (int) over);
  else
    sum = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d minute is planned.", "%d of %d minutes are planned.",
                                        (gulong) slot),
                           (int) planned, (int) slot);
  lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, sum, NULL);
}

static gboolean
has_details (const LampRow *item)
{
  static const char * const fields[] = { "why", "speaks", "silent", "prompt", "goal", "problem" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (lamp_row_has (item, fields[i]))
      return TRUE;

  return lamp_row_get_integer (item, "off_record") != 0;
}

static void
add_details (LampReport    *self,
             const LampRow *item,
             guint          number)
{
  static const char * const fields[] = { "why", "speaks", "silent", "prompt", "goal", "problem" };
  g_autofree char *heading = g_strdup_printf (C_("report", "%u. %s"), number, lamp_report_get_item_title (self, item));

  lamp_document_add_heading (self->document, 3, heading);
  for (guint i = 0; !lamp_report_keeps_in (self, item) && i < G_N_ELEMENTS (fields); i++)
    lamp_report_add_field (self, item, fields[i]);
  if (lamp_row_get_integer (item, "off_record"))
    lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, _("Off the record: time is kept, notes are not."), NULL);
}

static void
add_items (LampReport *self)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      if (!has_details (self->items->pdata[i]))
        continue;
      if (!has_heading)
        lamp_document_add_heading (self->document, 2, C_("report", "In detail"));
      has_heading = TRUE;
      add_details (self, self->items->pdata[i], i + 1);
    }
}

/**
 * lamp_report_add_norms:
 * @self: a report
 *
 * Adds the norms of the community, if it has any.
 */
void
lamp_report_add_norms (LampReport *self)
{
  g_autoptr (GPtrArray) norms = lamp_snapshot_list_by (self->snapshot, "norms", "community",
                                                       lamp_row_get_text (self->meeting, "community"));

  if (norms->len > 0)
    lamp_document_add_heading (self->document, 2, C_("report", "Our norms"));
  for (guint i = 0; i < norms->len; i++)
    lamp_document_add (self->document, LAMP_BLOCK_POINT, lamp_row_get_title (norms->pdata[i]), NULL);
}

/**
 * lamp_report_write_agenda:
 * @self: a report with its head
 *
 * Writes what is planned.
 */
void
lamp_report_write_agenda (LampReport *self)
{
  lamp_report_add_roles (self);
  lamp_report_add_people (self, C_("report", "Invited"), NULL);
  lamp_document_add_heading (self->document, 2, C_("report", "Items"));
  if (self->items->len == 0)
    {
      lamp_document_add (self->document, LAMP_BLOCK_PARAGRAPH, _("Nothing is on the agenda yet."), NULL);
    }
  else
    {
      add_overview (self);
      lamp_report_add_sum (self);
    }
  add_items (self);
  lamp_report_add_norms (self);
}
