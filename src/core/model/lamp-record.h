/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

#define LAMP_TYPE_RECORD (lamp_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LampRecord, lamp_record, LAMP, RECORD, GObject)

struct _LampRecordClass
{
  GObjectClass parent_class;

  const LampRecordType *record_type;
};

LampRecord           *lamp_record_new             (LampRow    *row);
const LampRecordType *lamp_record_get_record_type (LampRecord *self);
gboolean              lamp_record_is              (LampRecord *self,
                                                   const char *type_name);
const LampRow        *lamp_record_get_row         (LampRecord *self);
void                  lamp_record_take_row        (LampRecord *self,
                                                   LampRow    *row);
void                  lamp_record_mark_deleted    (LampRecord *self);
gboolean              lamp_record_is_deleted      (LampRecord *self);

const char           *lamp_record_get_id          (LampRecord *self);
const char           *lamp_record_get_title       (LampRecord *self);
const char           *lamp_record_get_text        (LampRecord *self,
                                                   const char *field);
gint64                lamp_record_get_integer     (LampRecord *self,
                                                   const char *field);
double                lamp_record_get_real        (LampRecord *self,
                                                   const char *field);
gboolean              lamp_record_get_boolean     (LampRecord *self,
                                                   const char *field);
gboolean              lamp_record_has             (LampRecord *self,
                                                   const char *field);
char                 *lamp_record_dup_display     (LampRecord *self,
                                                   const char *field);

G_END_DECLS
