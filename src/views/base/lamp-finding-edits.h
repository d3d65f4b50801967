/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-finding.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/* Each of these is one step in Undo; what stands against it is told as a notice. */

gboolean lamp_finding_mend       (LampSession       *session,
                                  const LampFix     *fix);
gboolean lamp_finding_set_aside  (LampSession       *session,
                                  const LampFinding *finding,
                                  const char        *reason);
gboolean lamp_finding_bring_back (LampSession       *session,
                                  const LampFinding *finding);

G_END_DECLS
