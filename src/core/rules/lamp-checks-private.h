/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the checks are written (private to core/rules). A rule looks at every place that it can judge, and says of each
 * whether it holds. */

#include <glib/gi18n-lib.h>

#include "lamp-finding.h"
#include "lamp-forest.h"

G_BEGIN_DECLS

/**
 * LampJudging:
 * @snapshot: what is judged
 * @today: the day on which it is judged
 * @goals: its goals as trees
 * @check: the rule at work
 * @findings: what has been found so far
 * @figures: for each pillar, what has been judged so far
 *
 * A file in the course of being judged.
 */
typedef struct
{
  LampSnapshot *snapshot;
  const char *today;
  LampForest *goals;
  const LampCheck *check;
  GPtrArray *findings;
  LampPillarFigure figures[LAMP_N_PILLARS];
} LampJudging;

/**
 * LampRule:
 * @check: what a person reads of it
 * @judge: looks at every place
 */
typedef struct
{
  LampCheck check;
  void (*judge) (LampJudging *self);
} LampRule;

/* The sources that the checks name, with the rows of our table of the practice. */
#define LEARNING_FORWARD "Learning Forward, Standards for Professional Learning: Learning Communities (2011)"
#define DIETZ "Dietz, Journals as Frameworks for Professional Learning Communities (2008), ch. 1"
#define LIEBERMAN_MILLER "Lieberman and Miller, Learning Communities, Journal of Staff Development 32(4), 2011"

extern const LampRule lamp_rules_alignment[];
extern const LampRule lamp_rules_goals[];
extern const LampRule lamp_rules_community[];
extern const LampRule lamp_rules_meetings[];

void     lamp_judging_keep  (LampJudging   *self);
void     lamp_judging_find  (LampJudging   *self,
                             const LampRow *row,
                             char          *what);
gboolean lamp_is_member_now (const LampRow *membership,
                             const char    *today);

G_END_DECLS
