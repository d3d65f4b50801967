/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-finding.h"
#include "lamp-rollup.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampPlanNode:
 * @goal: (nullable): the goal; %NULL for individual goals that are private
 * @n_private: how many of those
 * @parent: the place of the node it supports, or -1
 * @level: 0 for the school system to 3 for an individual
 * @depth: how far below the first of its tree
 * @is_context: whether it is shown only because of what supports it
 * @is_unaligned: whether it aligns with nothing
 *
 * A line of the plan. (Private to core/paper.)
 */
typedef struct
{
  const LampRow *goal;
  guint n_private;
  int parent;
  guint level;
  guint depth;
  gboolean is_context;
  gboolean is_unaligned;
} LampPlanNode;

/**
 * LampGoalPlan:
 * @snapshot: all that the file knows
 * @community: (nullable): whose goals, with those of its parts; %NULL for all
 * @communities: (nullable): the identifiers of that community and its parts
 * @nodes: (element-type LampPlanNode): the goals, each after what it supports, those that align with nothing last
 * @places: the identifier of a goal → its place among the nodes + 1
 * @rollup: how far each has come
 * @all_findings: (element-type LampFinding): what of the rules is not kept anywhere
 * @findings: (element-type LampFinding): what of the rules is not kept by goals that may be named
 * @codes: (element-type LampRow GString): a goal → the codes of its findings, with spaces between them
 * @n_hidden: how many findings are about goals that may not
 * @n_set_aside: how many have been set aside with a reason
 * @figures: the pillars' figures, of the whole file
 *
 * A plan as it goes on paper: private goals are a number in it, and not more. (Private to core/paper.)
 */
typedef struct
{
  LampSnapshot *snapshot;
  const LampRow *community;
  GHashTable *communities;
  GArray *nodes;
  GHashTable *places;
  LampRollup *rollup;
  GPtrArray *all_findings;
  GPtrArray *findings;
  GHashTable *codes;
  guint n_hidden;
  guint n_set_aside;
  LampPillarFigure figures[LAMP_N_PILLARS];
} LampGoalPlan;

LampGoalPlan       *lamp_goal_plan_new         (LampSnapshot       *snapshot,
                                                const char         *community,
                                                const char         *today,
                                                GError            **error);
void                lamp_goal_plan_free        (LampGoalPlan       *self);
const LampPlanNode *lamp_goal_plan_get         (LampGoalPlan       *self,
                                                guint               place);
char               *lamp_goal_plan_dup_title   (LampGoalPlan       *self,
                                                const LampPlanNode *node);
const char         *lamp_goal_plan_get_name    (LampGoalPlan       *self,
                                                const LampPlanNode *node,
                                                const char         *field);
const char         *lamp_goal_plan_get_label   (const LampPlanNode *node,
                                                const char         *field);
char               *lamp_goal_plan_dup_percent (LampGoalPlan       *self,
                                                const LampPlanNode *node);
const char         *lamp_goal_plan_get_codes   (LampGoalPlan       *self,
                                                const LampPlanNode *node);
const char         *lamp_goal_plan_get_level_label (guint           level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampGoalPlan, lamp_goal_plan_free)

G_END_DECLS
