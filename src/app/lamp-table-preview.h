/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-table-line.h"

G_BEGIN_DECLS

/**
 * LampTablePreview:
 *
 * What an import of a table would do: a sentence, and a list of every record and every row with something wrong in it,
 * by kind and by words.
 */
#define LAMP_TYPE_TABLE_PREVIEW (lamp_table_preview_get_type ())
G_DECLARE_FINAL_TYPE (LampTablePreview, lamp_table_preview, LAMP, TABLE_PREVIEW, AdwBin)

void        lamp_table_preview_show      (LampTablePreview *self,
                                          LampTableResult  *table,
                                          LampImportReport *report);
void        lamp_table_preview_refuse    (LampTablePreview *self,
                                          const char       *message);
GListModel *lamp_table_preview_get_lines (LampTablePreview *self);

G_END_DECLS
