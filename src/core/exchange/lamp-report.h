/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-report-document.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampReportKind:
 * @LAMP_REPORT_AGENDA: what is planned
 * @LAMP_REPORT_MINUTES: what happened
 * @LAMP_REPORT_RUNNING_SHEET: what the one who facilitates has in hand: times, who speaks, prompts, what may give
 * @LAMP_REPORT_TIMING: planned against taken, to the second
 *
 * What a report of a meeting tells.
 */
typedef enum
{
  LAMP_REPORT_AGENDA = 1,
  LAMP_REPORT_MINUTES,
  LAMP_REPORT_RUNNING_SHEET,
  LAMP_REPORT_TIMING,
} LampReportKind;

/**
 * LampReportFormat:
 * @LAMP_REPORT_TEXT: plain text, UTF-8
 * @LAMP_REPORT_MARKDOWN: CommonMark with tables
 * @LAMP_REPORT_HTML: a page of HTML that stands on its own
 * @LAMP_REPORT_PDF: pages of paper: core/paper writes them from the document
 *
 * What a report looks like.
 */
typedef enum
{
  LAMP_REPORT_TEXT = 1,
  LAMP_REPORT_MARKDOWN,
  LAMP_REPORT_HTML,
  LAMP_REPORT_PDF,
} LampReportFormat;

/**
 * LampReportOptions:
 * @without_people: leave out the names of people: who has a role, who presents, who promised; of those present say how
 *   many there were
 * @without_attendance: leave out who was there
 * @without_off_record: leave out what the items off the record are called, too: their notes are never in a report
 *
 * What of a meeting stays in the room.
 */
typedef struct
{
  gboolean without_people;
  gboolean without_attendance;
  gboolean without_off_record;
} LampReportOptions;

gboolean    lamp_report_format_parse         (const char       *word,
                                              LampReportFormat *format);
char       *lamp_report_meeting              (LampSnapshot     *snapshot,
                                              const char       *meeting,
                                              LampReportKind    kind,
                                              LampReportFormat  format,
                                              GError          **error);
LampDocument *lamp_report_meeting_document (LampSnapshot          *snapshot,
                                             const char            *meeting,
                                             LampReportKind         kind,
                                             const LampReportOptions *options,
                                             GError               **error);
char       *lamp_report_format               (LampDocument     *document,
                                              LampReportFormat  format);
char       *lamp_report_dup_author           (LampSnapshot     *snapshot,
                                              const char       *meeting);
char       *lamp_report_dup_file_name        (LampSnapshot     *snapshot,
                                              const char       *meeting,
                                              LampReportKind    kind,
                                              LampReportFormat  format);

G_END_DECLS
