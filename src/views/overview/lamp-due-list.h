/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampDueKind:
 * @LAMP_DUE_MEETING: the next meeting
 * @LAMP_DUE_COMMITMENTS: commitments that are due or overdue
 * @LAMP_DUE_STAGES: stages of cycles that are due or overdue
 * @LAMP_DUE_PROBLEMS: problems to look at again
 *
 * What a list of pressing things is about.
 */
typedef enum
{
  LAMP_DUE_MEETING = 0,
  LAMP_DUE_COMMITMENTS,
  LAMP_DUE_STAGES,
  LAMP_DUE_PROBLEMS,
  LAMP_N_DUE_KINDS,
} LampDueKind;

/**
 * LampDueList:
 *
 * What is pressing, of one kind, the most pressing on top; a row leads to its place.
 */
#define LAMP_TYPE_DUE_LIST (lamp_due_list_get_type ())
G_DECLARE_FINAL_TYPE (LampDueList, lamp_due_list, LAMP, DUE_LIST, AdwBin)

GtkWidget  *lamp_due_list_new       (LampSession *session,
                                     LampDueKind  kind);
void        lamp_due_list_update    (LampDueList *self);
GListModel *lamp_due_list_get_model (LampDueList *self);

/* (transfer full) (element-type LampRecord): what is pressing, the most pressing first. */
GPtrArray  *lamp_due_collect        (LampSession *session,
                                     LampDueKind  kind,
                                     const char  *today);

G_END_DECLS
