/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-source.h"

typedef struct
{
  guint kind;
} LampPaperSourcePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LampPaperSource, lamp_paper_source, G_TYPE_OBJECT)

static void
lamp_paper_source_class_init (LampPaperSourceClass *klass)
{
}

static void
lamp_paper_source_init (LampPaperSource *self)
{
}

/**
 * lamp_paper_source_get_kinds:
 * @self: a source
 *
 * Returns: (transfer none): the names of its reports, %NULL-terminated
 */
const char * const *
lamp_paper_source_get_kinds (LampPaperSource *self)
{
  g_return_val_if_fail (LAMP_IS_PAPER_SOURCE (self), NULL);

  return LAMP_PAPER_SOURCE_GET_CLASS (self)->get_kinds (self);
}

/**
 * lamp_paper_source_get_kind:
 * @self: a source
 *
 * Returns: which of its reports is wanted first
 */
guint
lamp_paper_source_get_kind (LampPaperSource *self)
{
  LampPaperSourcePrivate *priv = lamp_paper_source_get_instance_private (self);

  return priv->kind;
}

/**
 * lamp_paper_source_set_kind:
 * @self: a source
 * @kind: the place of a report
 *
 * Says which of its reports is wanted first.
 */
void
lamp_paper_source_set_kind (LampPaperSource *self,
                            guint            kind)
{
  LampPaperSourcePrivate *priv = lamp_paper_source_get_instance_private (self);

  priv->kind = kind;
}

/**
 * lamp_paper_source_write:
 * @self: a source
 * @snapshot: all that the file knows
 * @kind: the place of a report
 * @options: what of it stays here
 * @error: where to put an error of [error@Error]
 *
 * Writes a report; for a thread.
 *
 * Returns: (transfer full) (nullable): the report
 */
LampDocument *
lamp_paper_source_write (LampPaperSource          *self,
                         LampSnapshot             *snapshot,
                         guint                     kind,
                         const LampReportOptions  *options,
                         GError                  **error)
{
  return LAMP_PAPER_SOURCE_GET_CLASS (self)->write (self, snapshot, kind, options, error);
}

/**
 * lamp_paper_source_dup_file_name:
 * @self: a source
 * @snapshot: all that the file knows
 * @kind: the place of a report
 * @format: what it shall look like
 * @suffix: (nullable): how it ends instead, of an extra format
 *
 * Returns: (transfer full): a name for its file; for a thread
 */
char *
lamp_paper_source_dup_file_name (LampPaperSource  *self,
                                 LampSnapshot     *snapshot,
                                 guint             kind,
                                 LampReportFormat  format,
                                 const char       *suffix)
{
  return LAMP_PAPER_SOURCE_GET_CLASS (self)->dup_file_name (self, snapshot, kind, format, suffix);
}

/**
 * lamp_paper_source_dup_author:
 * @self: a source
 * @snapshot: all that the file knows
 *
 * Returns: (transfer full) (nullable): whose its reports are; for a thread
 */
char *
lamp_paper_source_dup_author (LampPaperSource *self,
                              LampSnapshot    *snapshot)
{
  return LAMP_PAPER_SOURCE_GET_CLASS (self)->dup_author (self, snapshot);
}

/**
 * lamp_paper_source_get_extra:
 * @self: a source
 * @extra: the place of a format of its own
 *
 * Returns: (transfer none) (nullable): the format, or %NULL when there are not so many
 */
const LampPaperExtra *
lamp_paper_source_get_extra (LampPaperSource *self,
                             guint            extra)
{
  const LampPaperExtra *extras = LAMP_PAPER_SOURCE_GET_CLASS (self)->extras;

  for (guint i = 0; extras != NULL && extras[i].label != NULL; i++)
    if (i == extra)
      return &extras[i];

  return NULL;
}
