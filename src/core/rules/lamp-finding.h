/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-fix.h"
#include "lamp-knowing-doing.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampSeverity:
 * @LAMP_SEVERITY_ERROR: the plan contradicts itself
 * @LAMP_SEVERITY_WARNING: something is missing
 * @LAMP_SEVERITY_HINT: worth a look
 */
typedef enum
{
  LAMP_SEVERITY_ERROR = 1,
  LAMP_SEVERITY_WARNING,
  LAMP_SEVERITY_HINT,
} LampSeverity;

/**
 * LampPillar:
 * @LAMP_PILLAR_IMPROVEMENT: continuous improvement
 * @LAMP_PILLAR_RESPONSIBILITY: collective responsibility
 * @LAMP_PILLAR_ALIGNMENT: goal alignment
 *
 * The three pillars of a learning community (Learning Forward, Learning Communities standard; practice S85).
 */
typedef enum
{
  LAMP_PILLAR_IMPROVEMENT = 0,
  LAMP_PILLAR_RESPONSIBILITY,
  LAMP_PILLAR_ALIGNMENT,
  LAMP_N_PILLARS,
} LampPillar;

/**
 * LampArea:
 * @LAMP_AREA_PEOPLE: who is in the community, and how it is made
 * @LAMP_AREA_GOALS: goals, what is done for them, and what they align with (practice S20 to S35)
 * @LAMP_AREA_CYCLES: how a community learns from what it does
 * @LAMP_AREA_MEETINGS: how it meets and talks
 *
 * What a check is about, as the chapters of the practice divide it.
 */
typedef enum
{
  LAMP_AREA_PEOPLE = 0,
  LAMP_AREA_GOALS,
  LAMP_AREA_CYCLES,
  LAMP_AREA_MEETINGS,
  LAMP_N_AREAS,
} LampArea;

/**
 * LampCheck:
 * @code: stable, such as "G-ORPHAN"
 * @severity: how grave a finding is
 * @area: what it is about
 * @pillar: the pillar whose figure it counts in
 * @title: what it looks for, marked for translation with the context "check"
 * @why: why it matters, one sentence, marked likewise
 * @source: where the practice says so, such as "Lieberman and Miller, … 2011; practice S10"
 * @action: what to do, one sentence, marked likewise
 * @can_mend: whether it may offer to mend what it found
 *
 * A rule of the practice that a file can be held against.
 */
typedef struct
{
  const char *code;
  LampSeverity severity;
  LampArea area;
  LampPillar pillar;
  const char *title;
  const char *why;
  const char *source;
  const char *action;
  gboolean can_mend;
} LampCheck;

/**
 * LampFinding:
 * @check: the rule
 * @type: the type of the record it is about, or %NULL for the whole file
 * @id: (nullable): its identifier
 * @other: (nullable): the identifier of a second record of that type that it is about
 * @what: what was found, one translated sentence that names the record
 * @fix: (nullable): what would mend it at once, where that is safe
 * @silence: (nullable): the identifier of the record by which it has been set aside
 * @reason: (nullable): why it has been set aside
 *
 * One place where the file does not keep a rule.
 */
typedef struct
{
  const LampCheck *check;
  const LampRecordType *type;
  char *id;
  char *other;
  char *what;
  LampFix *fix;
  char *silence;
  char *reason;
} LampFinding;

/**
 * LampPillarFigure:
 * @judged: how many places were judged
 * @kept: how many of them keep the rules
 *
 * A pillar's figure: kept of judged, never a grade. What has been set aside is not counted.
 */
typedef struct
{
  guint judged;
  guint kept;
} LampPillarFigure;

const LampCheck * const *lamp_checks_get_all (guint *n_checks);
const LampCheck *lamp_check_find             (const char *code);
const char      *lamp_check_get_title        (const LampCheck *self);
const char      *lamp_check_get_why          (const LampCheck *self);
const char      *lamp_check_get_action       (const LampCheck *self);
char            *lamp_check_dup_code_words   (const LampCheck *self);
char            *lamp_check_dup_explanation  (const LampCheck *self);
const char      *lamp_severity_get_label     (LampSeverity severity);
const char      *lamp_area_get_label         (LampArea area);
const char      *lamp_pillar_get_label       (LampPillar pillar);
char            *lamp_pillar_dup_formula     (LampPillar pillar);

void             lamp_finding_free           (LampFinding *self);
LampRow         *lamp_finding_to_silence     (const LampFinding *self,
                                              const char        *reason,
                                              const char        *today);
GPtrArray       *lamp_checks_run             (LampSnapshot     *snapshot,
                                              const char       *today,
                                              LampPillarFigure *figures);
char            *lamp_findings_to_json       (GPtrArray        *findings);
char            *lamp_figures_to_json        (const LampPillarFigure *figures,
                                              const LampKnowingDoing *doing);

G_END_DECLS
