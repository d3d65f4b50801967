/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lamp-report.h"

G_BEGIN_DECLS

/**
 * LampPaperSource:
 *
 * What a view has for paper: one report or several, of which a person chooses. A view derives a class of its own; what
 * an object needs to write (the identifier of a record) it copies when it is made, since it writes in a thread.
 */
#define LAMP_TYPE_PAPER_SOURCE (lamp_paper_source_get_type ())
G_DECLARE_DERIVABLE_TYPE (LampPaperSource, lamp_paper_source, LAMP, PAPER_SOURCE, GObject)

/**
 * LampPaperExtra:
 * @label: what it is called, marked for translation with the context "paper"
 * @suffix: how the name of its file ends
 * @kind: the report that shows what is in it
 *
 * A format that a source has besides those of every report.
 */
typedef struct
{
  const char *label;
  const char *suffix;
  guint kind;
} LampPaperExtra;

/**
 * LampPaperSourceClass:
 * @get_kinds: the names of its reports, as a person reads them; %NULL-terminated
 * @write: writes one of them, in a thread; @options say what stays here
 * @dup_file_name: a name for its file, in a thread; the suffix is of an extra format when there is one
 * @dup_author: the name of the community whose it is, in a thread; or %NULL
 * @write_extra: (nullable): writes a format of its own, in a thread
 * @extras: (nullable): those formats, ended by one without a label
 * @has_people: whether its reports name people, and so can leave them out
 * @has_meeting: whether they tell of a meeting, with attendance and items off the record
 * @has_pictures: whether there are pictures in them, which can be a poster
 * @is_wide: whether they want their paper on its side
 */
struct _LampPaperSourceClass
{
  GObjectClass parent_class;

  const char * const *(*get_kinds) (LampPaperSource *self);
  LampDocument *(*write) (LampPaperSource          *self,
                          LampSnapshot             *snapshot,
                          guint                     kind,
                          const LampReportOptions  *options,
                          GError                  **error);
  char *(*dup_file_name) (LampPaperSource  *self,
                          LampSnapshot     *snapshot,
                          guint             kind,
                          LampReportFormat  format,
                          const char       *suffix);
  char *(*dup_author) (LampPaperSource *self,
                       LampSnapshot    *snapshot);
  GBytes *(*write_extra) (LampPaperSource          *self,
                          LampSnapshot             *snapshot,
                          guint                     extra,
                          const LampReportOptions  *options,
                          GError                  **error);

  const LampPaperExtra *extras;
  gboolean has_people;
  gboolean has_meeting;
  gboolean has_pictures;
  gboolean is_wide;
};

const char * const *lamp_paper_source_get_kinds     (LampPaperSource          *self);
guint               lamp_paper_source_get_kind      (LampPaperSource          *self);
void                lamp_paper_source_set_kind      (LampPaperSource          *self,
                                                     guint                     kind);
LampDocument       *lamp_paper_source_write         (LampPaperSource          *self,
                                                     LampSnapshot             *snapshot,
                                                     guint                     kind,
                                                     const LampReportOptions  *options,
                                                     GError                  **error);
char               *lamp_paper_source_dup_file_name (LampPaperSource          *self,
                                                     LampSnapshot             *snapshot,
                                                     guint                     kind,
                                                     LampReportFormat          format,
                                                     const char               *suffix);
char               *lamp_paper_source_dup_author    (LampPaperSource          *self,
                                                     LampSnapshot             *snapshot);
const LampPaperExtra *lamp_paper_source_get_extra   (LampPaperSource          *self,
                                                     guint                     extra);

G_END_DECLS
