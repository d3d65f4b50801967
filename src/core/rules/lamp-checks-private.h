/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the checks are written (private to core/rules). A rule looks at every place that it can judge, and says of each
 * whether it holds. */

#include <glib/gi18n-lib.h>

#include "lamp-finding.h"
#include "lamp-forest.h"

G_BEGIN_DECLS

/**
 * LampVerdict:
 * @LAMP_NOT_JUDGED: the rule has nothing to say here
 * @LAMP_KEPT: it holds
 * @LAMP_BROKEN: it does not, and why has been said by lamp_judging_break ()
 */
typedef enum
{
  LAMP_NOT_JUDGED,
  LAMP_KEPT,
  LAMP_BROKEN,
} LampVerdict;

/**
 * LampJudging:
 * @snapshot: what is judged
 * @today: the day on which it is judged
 * @goals: its goals as trees
 * @check: the rule at work
 * @facts: (nullable): what the rule at work has prepared
 * @findings: what has been found so far
 * @figures: for each pillar, what has been judged so far
 * @silences: what has been set aside, by code and record
 * @only_goals: (nullable): where a community has one goal of a level alone, made when first asked for
 * @names: texts that live until the next place is judged
 * @what: (nullable): what has been found at this place
 * @fix: (nullable): what would mend it
 * @other: (nullable): the second record that it is about
 * @steps: how many rows have been looked at
 *
 * A file in the course of being judged.
 */
typedef struct
{
  LampSnapshot *snapshot;
  const char *today;
  LampForest *goals;
  const LampCheck *check;
  gpointer facts;
  GPtrArray *findings;
  LampPillarFigure figures[LAMP_N_PILLARS];
  GHashTable *silences;
  GHashTable *only_goals;
  GPtrArray *names;
  char *what;
  LampFix *fix;
  const LampRow *other;
  guint64 steps;
} LampJudging;

/**
 * LampRule:
 * @check: what a person reads of it
 * @judge: (nullable): looks at every place by itself; %NULL when @judge_row does
 * @type: (nullable): the type of which each row is judged by @judge_row
 * @judge_row: (nullable): judges one row; @place is its index among the rows of the type
 * @prepare: (nullable): finds out beforehand what it needs of all rows; freed with g_free ()
 */
typedef struct
{
  LampCheck check;
  void (*judge) (LampJudging *self);
  const char *type;
  LampVerdict (*judge_row) (LampJudging   *self,
                            const LampRow *row,
                            guint          place);
  gpointer (*prepare) (LampJudging *self);
} LampRule;

/* The sources that the checks name, with the rows of our table of the practice. */
#define LEARNING_FORWARD "Learning Forward, Standards for Professional Learning: Learning Communities (2011)"
#define DIETZ "Dietz, Journals as Frameworks for Professional Learning Communities (2008), ch. 1"
#define LIEBERMAN_MILLER "Lieberman and Miller, Learning Communities, Journal of Staff Development 32(4), 2011"

#define DUKE "Duke and others on school improvement plans (2014), as the New Brunswick framework has it"

/* A term: what lies further back can no longer be mended. */
#define DAYS_OF_A_TERM (20 * 7)

extern const LampRule lamp_rules_alignment[];
extern const LampRule lamp_rules_plan[];
extern const LampRule lamp_rules_goals[];
extern const LampRule lamp_rules_strategies[];
extern const LampRule lamp_rules_community[];
extern const LampRule lamp_rules_members[];
extern const LampRule lamp_rules_cycles[];
extern const LampRule lamp_rules_stages[];
extern const LampRule lamp_rules_meetings[];
extern const LampRule lamp_rules_conversation[];

void     lamp_judging_keep  (LampJudging   *self);
void     lamp_judging_find  (LampJudging   *self,
                             const LampRow *row,
                             char          *what);
gboolean lamp_is_member_now (const LampRow *membership,
                             const char    *today);

LampVerdict    lamp_judging_break      (LampJudging   *self,
                                        const char    *format,
                                        ...) G_GNUC_PRINTF (2, 3);
void           lamp_judging_offer      (LampJudging   *self,
                                        LampFix       *fix);
const char    *lamp_judging_name       (LampJudging   *self,
                                        const LampRow *row);
const char    *lamp_judging_keep_text  (LampJudging   *self,
                                        char          *text);
const LampRow *lamp_judging_get        (LampJudging   *self,
                                        const LampRow *row,
                                        const char    *field);
GPtrArray     *lamp_judging_list       (LampJudging   *self,
                                        const char    *type,
                                        const char    *field,
                                        const LampRow *row);
const char    *lamp_judging_days_ago   (LampJudging   *self,
                                        int            days);

LampFix       *lamp_judging_align_above   (LampJudging   *self,
                                           const LampRow *goal);
LampFix       *lamp_judging_align_between (LampJudging   *self,
                                           const LampRow *goal,
                                           const LampRow *parent);
LampFix       *lamp_judging_align_twin    (LampJudging   *self,
                                           const LampRow *goal,
                                           const LampRow *twin);
LampFix       *lamp_judging_open_ring     (LampJudging   *self,
                                           const LampRow *goal);
LampFix       *lamp_judging_turn_upright  (LampJudging   *self,
                                           const LampRow *goal,
                                           const LampRow *parent);

gboolean       lamp_row_has_words      (const LampRow *row,
                                        const char    *field);
gboolean       lamp_goal_is_live       (const LampRow *goal);
gboolean       lamp_goal_is_shared     (const LampRow *goal);
gpointer       lamp_judging_find_twins (LampJudging   *self);

GPtrArray     *lamp_checks_run_counted (LampSnapshot     *snapshot,
                                        const char       *today,
                                        LampPillarFigure *figures,
                                        guint64          *steps);

G_END_DECLS
