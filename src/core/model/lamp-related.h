/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LAMP_RELATED_DETAILS:
 *
 * How many fields at most are told of a record in a list of related ones.
 */
#define LAMP_RELATED_DETAILS 3

/**
 * LampRelated:
 * @of: the record type whose records are referred to, such as "goals"
 * @type: the record type that refers to them, such as "measurements"
 * @field: the reference by which it does
 * @title: what the list is called, marked for translation with the context "related"
 * @add: (nullable): what adding to it is called, marked likewise; %NULL where nothing is added from here
 * @name: the field that stands for a record in the list, and that is asked for when one is added
 * @details: the fields that are told beside it
 *
 * A list of records that belong to another because they refer to it: the measurements of a goal, the norms of a
 * community. Declared once; the lists beside a record's form are made from it.
 */
typedef struct
{
  const char *of;
  const char *type;
  const char *field;
  const char *title;
  const char *add;
  const char *name;
  const char *details[LAMP_RELATED_DETAILS];
} LampRelated;

const LampRelated *lamp_related_next      (const LampRecordType *of,
                                           const LampRelated    *after);
const char        *lamp_related_get_title (const LampRelated    *self);
const char        *lamp_related_get_add   (const LampRelated    *self);
LampRow           *lamp_related_new_row   (const LampRelated    *self,
                                           const LampRow        *of,
                                           const char           *today);

G_END_DECLS
