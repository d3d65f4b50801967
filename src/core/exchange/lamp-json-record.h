/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-json-reader.h"
#include "lamp-problems.h"
#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LampJsonFiller:
 *
 * Fills rows from the objects of a document. (Private to core/exchange.)
 */
typedef struct _LampJsonFiller LampJsonFiller;

LampJsonFiller *lamp_json_filler_new  (LampJsonReader  *reader,
                                       LampProblems    *problems,
                                       const char      *now);
void            lamp_json_filler_free (LampJsonFiller  *self);
gboolean        lamp_json_filler_read (LampJsonFiller  *self,
                                       LampRow         *row,
                                       gboolean        *is_valid,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampJsonFiller, lamp_json_filler_free)

G_END_DECLS
