/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LampGenerateOptions:
 * @people: how many people and groups
 * @goals: how many goals
 * @meetings: how many meetings
 * @seed: the same seed and numbers make the same records
 *
 * How large a district to make up.
 */
typedef struct
{
  int people;
  int goals;
  int meetings;
  int seed;
} LampGenerateOptions;

/**
 * LampGenerateSink:
 * @row: a valid row, only lent
 * @data: user data
 * @error: where to put an error
 *
 * Takes a record.
 *
 * Returns: whether to go on
 */
typedef gboolean (*LampGenerateSink) (const LampRow  *row,
                                      gpointer        data,
                                      GError        **error);

gboolean lamp_generate (const LampGenerateOptions  *options,
                        LampGenerateSink            sink,
                        gpointer                    data,
                        GError                    **error);

G_END_DECLS
