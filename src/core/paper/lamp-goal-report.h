/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-report.h"

G_BEGIN_DECLS

/**
 * LampGoalReportKind:
 * @LAMP_GOAL_REPORT_ALL: all that follows
 * @LAMP_GOAL_REPORT_TREE: the tree as a drawing
 * @LAMP_GOAL_REPORT_OUTLINE: the goals in a table, and what of the rules they do not keep
 * @LAMP_GOAL_REPORT_COVERAGE: which community works on which goal of the school and the school system
 *
 * What a report of the goals tells.
 */
typedef enum
{
  LAMP_GOAL_REPORT_ALL = 1,
  LAMP_GOAL_REPORT_TREE,
  LAMP_GOAL_REPORT_OUTLINE,
  LAMP_GOAL_REPORT_COVERAGE,
} LampGoalReportKind;

LampDocument *lamp_goal_report_document      (LampSnapshot             *snapshot,
                                              const char               *community,
                                              LampGoalReportKind        kind,
                                              const LampReportOptions  *options,
                                              const char               *today,
                                              GError                  **error);
LampPicture  *lamp_goal_report_picture       (LampSnapshot             *snapshot,
                                              const char               *community,
                                              const LampReportOptions  *options,
                                              const char               *today,
                                              GError                  **error);
char         *lamp_goal_report_csv           (LampSnapshot             *snapshot,
                                              const char               *community,
                                              const LampReportOptions  *options,
                                              const char               *today,
                                              GError                  **error);
char         *lamp_goal_report_dup_file_name (LampSnapshot             *snapshot,
                                              const char               *community,
                                              const char               *today,
                                              const char               *suffix);

G_END_DECLS
