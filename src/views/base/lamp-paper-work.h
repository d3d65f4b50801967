/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-pages.h"
#include "lamp-paper-source.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampPaperOrder:
 * @kind: the place of a report among those of the source
 * @format: what it shall look like
 * @extra: the place of a format of the source's own, or -1
 * @size: the paper
 * @poster_pages: on how many pages a picture is
 * @options: what of it stays here
 *
 * What a person asks for.
 */
typedef struct
{
  guint kind;
  LampReportFormat format;
  int extra;
  LampPaperSize size;
  guint poster_pages;
  LampReportOptions options;
} LampPaperOrder;

/**
 * LampPaperResult:
 * @document: the report
 * @file_name: a name for its file
 * @author: (nullable): whose it is
 * @setup: its paper
 * @note: what stands at the foot of its pages
 * @pages: (nullable): the pages, where the format has any
 * @text: (nullable): the text, where it has none
 * @bytes: (nullable): the file, of a format of the source's own
 *
 * What became of it.
 */
typedef struct
{
  LampDocument *document;
  char *file_name;
  char *author;
  LampPaperSetup setup;
  char *note;
  LampPages *pages;
  char *text;
  GBytes *bytes;
} LampPaperResult;

void             lamp_paper_result_free   (LampPaperResult      *self);
void             lamp_paper_work_async    (LampPaperSource      *source,
                                           LampSession          *session,
                                           const LampPaperOrder *order,
                                           GFile                *file,
                                           int                  *progress,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
LampPaperResult *lamp_paper_work_finish   (GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampPaperResult, lamp_paper_result_free)

G_END_DECLS
