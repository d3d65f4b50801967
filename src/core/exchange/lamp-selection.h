/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-export.h"
#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LampSelection:
 *
 * Which records leave with a partial export, so that none of them refers to one that stays. (Private to
 * core/exchange.)
 */
typedef struct _LampSelection LampSelection;

LampSelection *lamp_selection_new         (const LampExportOptions *options);
void           lamp_selection_free        (LampSelection           *self);
gboolean       lamp_selection_is_complete (LampSelection           *self);
guint          lamp_selection_get_sweeps  (LampSelection           *self);
void           lamp_selection_begin       (LampSelection           *self,
                                           guint                    sweep);
void           lamp_selection_see         (LampSelection           *self,
                                           const LampRow           *row);
gboolean       lamp_selection_takes       (LampSelection           *self,
                                           const LampRow           *row,
                                           guint64                 *omitted);
gboolean       lamp_selection_takes_deleted (LampSelection         *self,
                                           const char              *type);
gboolean       lamp_selection_has_community (LampSelection         *self);
gboolean       lamp_selection_is_private  (const LampRow           *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampSelection, lamp_selection_free)

G_END_DECLS
