/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-finding.h"

G_BEGIN_DECLS

/**
 * LampFindingHeading:
 * @finding: a finding
 * @data: what was given with the function
 * @order: (out) (transfer full): what the group is sorted by; findings of the same order are one group
 *
 * Tells under which heading a finding stands.
 *
 * Returns: (transfer full): the heading, for reading
 */
typedef char *(*LampFindingHeading) (const LampFinding  *finding,
                                     gpointer            data,
                                     char              **order);

/**
 * LampFindingGroup:
 * @check: (nullable): the check that found them all, where they are grouped by it
 * @is_aside: whether they have been set aside
 * @order: what it is sorted by, and known by from one time to the next
 * @title: its heading
 * @findings: (element-type LampFinding): those that stand under it; they belong to whoever found them
 *
 * Findings under one heading.
 */
typedef struct
{
  const LampCheck *check;
  gboolean is_aside;
  char *order;
  char *title;
  GPtrArray *findings;
} LampFindingGroup;

GPtrArray *lamp_finding_groups_new       (GPtrArray          *findings,
                                          LampFindingHeading  heading,
                                          gpointer            data);
char      *lamp_finding_groups_dup_text  (GPtrArray          *groups);
void       lamp_findings_count           (GPtrArray          *findings,
                                          guint              *counts);
char      *lamp_findings_dup_count_words (const guint        *counts);

G_END_DECLS
