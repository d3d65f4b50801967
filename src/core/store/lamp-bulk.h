/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Changes too large for the journal: the whole content against that of a backup (private to core/store). */

#include "lamp-steps.h"
#include "lamp-store-private.h"

G_BEGIN_DECLS

gboolean lamp_bulk_drop_triggers (LampConnection  *connection,
                                  GError         **error);
gboolean lamp_bulk_add_triggers  (LampConnection  *connection,
                                  GError         **error);
gboolean lamp_bulk_take_content  (LampConnection  *connection,
                                  const char      *path,
                                  gboolean       (*inside) (LampConnection *connection, gpointer data, GError **error),
                                  gpointer         data,
                                  GError         **error);
gboolean lamp_bulk_travel        (LampStore       *store,
                                  LampStepInfo    *info,
                                  gboolean         forward,
                                  GError         **error);

G_END_DECLS
