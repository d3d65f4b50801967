/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Steps of the history, inside a transaction (private to core/store). */

#include "lamp-connection.h"
#include "lamp-row.h"

G_BEGIN_DECLS

/* How much can be undone; the oldest goes first, the newest always stays. */
#define LAMP_HISTORY_STEPS 1000
#define LAMP_HISTORY_BYTES (64 * 1024 * 1024)

/* What a step names: copied out of the history. */
typedef struct
{
  gint64 step;    /* 0: there is none */
  char *label;
  char *before;   /* (nullable): the name of the backup that undoes it */
  char *after;    /* (nullable): the name of the backup that redoes it */
} LampStepInfo;

void      lamp_step_info_clear (LampStepInfo    *self);

gboolean  lamp_step_begin      (LampConnection  *connection,
                                GError         **error);
gboolean  lamp_step_finish     (LampConnection  *connection,
                                const char      *label,
                                const char      *at,
                                gint64          *step,
                                GError         **error);
gboolean  lamp_step_record_bulk (LampConnection *connection,
                                const char      *label,
                                const char      *at,
                                const char      *backup,
                                guint64          changes,
                                GError         **error);
gboolean  lamp_step_find_last  (LampConnection  *connection,
                                gboolean         undone,
                                LampStepInfo    *info,
                                GError         **error);
gboolean  lamp_step_replay     (LampConnection  *connection,
                                gint64           step,
                                gboolean         forward,
                                GError         **error);
gboolean  lamp_step_mark       (LampConnection  *connection,
                                gint64           step,
                                gboolean         undone,
                                GError         **error);
LampRow  *lamp_step_parse      (const LampRecordType *type,
                                const char      *json);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LampStepInfo, lamp_step_info_clear)

G_END_DECLS
