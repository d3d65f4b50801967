/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-finding.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCheckRunner:
 *
 * Holds the file against the checks, in a thread and on a connection of its own, so that nothing has to wait for it
 * however large the file is. Changes while it runs lead to one more run, not to many. A session has one of them, which
 * all that show findings share.
 *
 * Signals: "stale": something has changed since the last run; "done": findings and figures are new.
 */
#define LAMP_TYPE_CHECK_RUNNER (lamp_check_runner_get_type ())
G_DECLARE_FINAL_TYPE (LampCheckRunner, lamp_check_runner, LAMP, CHECK_RUNNER, GObject)

LampCheckRunner        *lamp_check_runner_get          (LampSession          *session);
void                    lamp_check_runner_run          (LampCheckRunner      *self);
void                    lamp_check_runner_update       (LampCheckRunner      *self);
GPtrArray              *lamp_check_runner_get_findings (LampCheckRunner      *self);
const LampPillarFigure *lamp_check_runner_get_figures  (LampCheckRunner      *self);
const LampKnowingDoing *lamp_check_runner_get_knowing_doing (LampCheckRunner *self);
guint                   lamp_check_runner_count        (LampCheckRunner      *self,
                                                        const LampRecordType *type,
                                                        const char           *id,
                                                        LampSeverity         *gravest);

G_END_DECLS
