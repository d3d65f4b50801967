/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-problems.h"
#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LampJsonWalk:
 * @now: the moment for records that carry none
 * @problems: where to put what is wrong with the document
 * @record: (nullable): called with each record that is valid in itself, and its place among its type; records are
 *   passed over when %NULL
 * @deleted: (nullable): called with each valid entry of "deleted"; the entries are passed over when %NULL
 * @advanced: (nullable): called now and then with the number of bytes read
 * @data: user data
 *
 * What to do on a walk through a document of the exchange format. (Private to core/exchange.)
 */
typedef struct
{
  const char *now;
  LampProblems *problems;
  gboolean (*record) (LampRow  *row,
                      guint64   index,
                      gpointer  data,
                      GError  **error);
  gboolean (*deleted) (const LampRecordType *type,
                       const char           *id,
                       const char           *at,
                       gpointer              data,
                       GError              **error);
  void (*advanced) (guint64  n_bytes,
                    gpointer data);
  gpointer data;
} LampJsonWalk;

gboolean lamp_json_walk (const LampJsonWalk  *walk,
                         GInputStream        *stream,
                         GCancellable        *cancellable,
                         GError             **error);

G_END_DECLS
