/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-table.h"

G_BEGIN_DECLS

GPtrArray  *lamp_table_list_types   (void);
GPtrArray  *lamp_table_list_fields  (const LampRecordType *type);
GListModel *lamp_table_name_fields  (GPtrArray            *fields,
                                     const char           *first);
GListModel *lamp_table_name_choices (const LampField      *field,
                                     const char           *first,
                                     const char           *second);
GtkWidget  *lamp_table_combo_new    (const char           *title,
                                     const char           *subtitle,
                                     GListModel           *names);
GtkWidget  *lamp_table_row_new      (const char           *title,
                                     const char           *subtitle);
char       *lamp_table_dup_sample   (LampCsv              *csv,
                                     guint                 column);

G_END_DECLS
