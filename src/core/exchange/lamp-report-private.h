/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-report-document.h"
#include "lamp-report.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampReport:
 * @snapshot: all that the file knows
 * @meeting: the meeting
 * @options: what of it stays in the room
 * @items: (element-type LampRow): its agenda items, in order
 * @document: what has been written
 *
 * A report in the making. (Private to core/exchange.)
 */
typedef struct
{
  LampSnapshot *snapshot;
  const LampRow *meeting;
  const LampReportOptions *options;
  GPtrArray *items;
  LampDocument *document;
} LampReport;

const char *lamp_report_get_name     (LampReport    *self,
                                      const char    *type,
                                      const LampRow *row,
                                      const char    *field);
gboolean    lamp_report_keeps_in     (LampReport    *self,
                                      const LampRow *item);
const char *lamp_report_get_item_title (LampReport  *self,
                                        const LampRow *item);
const char *lamp_report_get_choice   (const LampRow *row,
                                      const char    *field);
gint64      lamp_report_sum          (LampReport    *self,
                                      const char    *field);
void        lamp_report_add_field    (LampReport    *self,
                                      const LampRow *row,
                                      const char    *field);
void        lamp_report_add_roles    (LampReport    *self);
void        lamp_report_add_people   (LampReport    *self,
                                      const char    *name,
                                      const char    *state);
char       *lamp_report_dup_start    (LampReport    *self,
                                      gint64         minutes);
void        lamp_report_add_sum      (LampReport    *self);
void        lamp_report_add_norms    (LampReport    *self);
char       *lamp_report_dup_local    (const char    *instant);

void        lamp_report_write_agenda        (LampReport *self);
void        lamp_report_write_minutes       (LampReport *self);
void        lamp_report_write_running_sheet (LampReport *self);
void        lamp_report_write_timing        (LampReport *self);

G_END_DECLS
