/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LAMP_FOREST_NONE:
 *
 * The parent of a row that names none.
 */
#define LAMP_FOREST_NONE (-1)

/**
 * LAMP_FOREST_MISSING:
 *
 * The parent of a row that names one that does not exist.
 */
#define LAMP_FOREST_MISSING (-2)

/**
 * LampForest:
 * @rows: (element-type LampRow): all rows of one type
 * @parents: for each row the place of its parent in @rows, or %LAMP_FOREST_NONE, or %LAMP_FOREST_MISSING
 * @order: the places of all rows that are on no cycle, each before its parent
 * @n_order: how many; fewer than there are rows when chains of parents come back to themselves
 *
 * The rows of one type seen as trees by their reference to a parent: what walks from the leaves to the roots stands
 * on it, in linear time and without recursion, however deep the trees are.
 */
typedef struct
{
  GPtrArray *rows;
  int *parents;
  guint *order;
  guint n_order;
  GHashTable *places;
} LampForest;

LampForest *lamp_forest_new   (LampSnapshot *snapshot,
                               const char   *type,
                               const char   *field);
void        lamp_forest_free  (LampForest   *self);
int         lamp_forest_place (LampForest   *self,
                               const char   *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampForest, lamp_forest_free)

G_END_DECLS
