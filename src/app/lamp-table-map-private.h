/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-table-map-page.h"

G_BEGIN_DECLS

struct _LampTableMapPage
{
  AdwPreferencesPage parent_instance;

  LampCsv *csv;
  LampTableMap *map;
  GListModel *communities; /* of LampRecord */
  char *home;              /* (nullable): the community that what has one belongs to at first */
  guint shown;             /* which of the map's records */
  guint refill;            /* the source that shows another record, or 0 */
  gboolean busy;           /* rows are being set, not by a person */
  gboolean dates_chosen;   /* by a person, or by a map that was loaded */
  GPtrArray *types;        /* of LampRecordType */
  GPtrArray *fields;       /* of LampField: of the record that is shown */
  GPtrArray *asked;        /* of LampField: those without a column that a person wants to fill */

  AdwPreferencesGroup *what;
  AdwComboRow *record;
  AdwComboRow *type;
  AdwSwitchRow *only_existing;
  AdwSwitchRow *several;
  AdwComboRow *when;
  AdwComboRow *dates;
  GtkWidget *remove;
  AdwPreferencesGroup *columns;
  GPtrArray *column_rows;  /* (nullable): of ColumnRow */
  AdwPreferencesGroup *fixed;
  GPtrArray *fixed_rows;   /* of GtkWidget */
  AdwPreferencesGroup *firsts;
  GPtrArray *first_rows;   /* of GtkWidget */
};

LampTableRecord *lamp_table_map_page_get_record (LampTableMapPage *self);
void             lamp_table_map_page_sync       (LampTableMapPage *self);
void             lamp_table_map_page_push       (LampTableMapPage *self,
                                                 AdwNavigationPage *page);

void             lamp_table_map_page_fill_columns (LampTableMapPage *self);
void             lamp_table_map_page_sync_columns (LampTableMapPage *self);
gboolean         lamp_table_map_page_has_column   (LampTableMapPage *self,
                                                   const LampTableCell *cell);

void             lamp_table_map_page_fill_fixed  (LampTableMapPage *self);
void             lamp_table_map_page_fill_firsts (LampTableMapPage *self);

void             lamp_table_map_page_clear      (AdwPreferencesGroup *group,
                                                 GPtrArray        *rows);

AdwNavigationPage *lamp_table_words_page_new    (LampTableMapPage *map_page,
                                                 const LampField  *field);
AdwNavigationPage *lamp_table_sample_page_new   (LampCsv          *csv);

G_END_DECLS
