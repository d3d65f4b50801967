/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From one version of the table layout to the next (private to core/store). */

#include "lamp-clock.h"
#include "lamp-connection.h"

G_BEGIN_DECLS

/* Brings a file from version `to` - 1 to `to`, inside a transaction. */
typedef struct
{
  int to;
  gboolean (*migrate) (LampConnection *connection, GError **error);
} LampMigration;

gboolean lamp_migrate_create (LampConnection       *connection,
                              GError              **error);
gboolean lamp_migrate        (LampConnection       *connection,
                              LampClock            *clock,
                              GError              **error);
gboolean lamp_migrate_by     (LampConnection       *connection,
                              const LampMigration  *migrations,
                              gsize                 n_migrations,
                              LampClock            *clock,
                              GError              **error);

G_END_DECLS
