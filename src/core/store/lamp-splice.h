/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The smallest way from one sequence to another (private to core/store). */

#include <glib.h>

G_BEGIN_DECLS

/* At @position of the sequence as it now stands, @removed go and those of the target from @from, @added, come. */
typedef void (*LampSpliceFunc) (gpointer data,
                                guint    position,
                                guint    removed,
                                guint    from,
                                guint    added);

void  lamp_splice (gpointer       *old,
                   guint           n_old,
                   gpointer       *target,
                   guint           n_target,
                   LampSpliceFunc  func,
                   gpointer        data);

G_END_DECLS
