/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-table.h"

G_BEGIN_DECLS

typedef struct _LampTemplate LampTemplate;

LampTemplate *lamp_template_new         (const char          *text,
                                         LampCsv             *csv,
                                         GError             **error);
void          lamp_template_free        (LampTemplate        *self);
char         *lamp_template_expand      (const LampTemplate  *self,
                                         LampCsv             *csv,
                                         guint                row,
                                         const char         **formula);

const char   *lamp_template_get_column  (const LampTemplate  *self,
                                         LampCsv             *csv);

char         *lamp_table_value_convert  (const LampTableCell *cell,
                                         LampDateOrder        dates,
                                         const char          *text);
char         *lamp_table_make_id        (const char          *text);
const char   *lamp_table_find_choice    (const LampField     *field,
                                         const char          *text);
gboolean      lamp_table_read_date      (const char          *text,
                                         guint                parts[3]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTemplate, lamp_template_free)

G_END_DECLS
