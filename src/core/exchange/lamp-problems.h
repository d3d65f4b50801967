/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-error.h"

G_BEGIN_DECLS

/**
 * LAMP_PROBLEMS_KEPT:
 *
 * How many problems are listed; all are counted.
 */
#define LAMP_PROBLEMS_KEPT 100

/**
 * LampProblems:
 * @kept: (element-type LampProblem): the first of them
 * @n: how many there are
 *
 * Reasons to refuse a document, in the order in which they were met. (Private to core/exchange.)
 */
typedef struct
{
  GPtrArray *kept;
  guint64 n;
} LampProblems;

LampProblems *lamp_problems_new      (void);
void          lamp_problems_free     (LampProblems  *self);
void          lamp_problems_clear    (LampProblems  *self);
gboolean      lamp_problems_is_full  (LampProblems  *self);
void          lamp_problems_add      (LampProblems  *self,
                                      LampErrorCode  code,
                                      const char    *pointer,
                                      const char    *sentence);
void          lamp_problems_add_first (LampProblems *self,
                                      LampErrorCode  code,
                                      const char    *pointer,
                                      const char    *sentence);
void          lamp_problems_add_in   (LampProblems  *self,
                                      LampErrorCode  code,
                                      const char    *pointer,
                                      const char    *member,
                                      const char    *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampProblems, lamp_problems_free)

G_END_DECLS
