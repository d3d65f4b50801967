/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-record.h"
#include "lamp-run.h"

G_BEGIN_DECLS

/* How the running of a meeting is put into words and symbols; nothing is said by colour alone. */

/**
 * LampRunPhaseLook:
 * @word: what it is called, translated
 * @icon_name: its symbol
 * @css_class: its colour: "success", "warning" or "error"; "dimmed" while nothing runs
 *
 * How the urgency of the current item shows.
 */
typedef struct
{
  const char *word;
  const char *icon_name;
  const char *css_class;
} LampRunPhaseLook;

LampRunPhaseLook lamp_run_words_get_phase  (const LampRunFigures *figures);
char            *lamp_run_words_dup_clock  (int                   seconds);
char            *lamp_run_words_dup_spoken (int                   seconds);
char            *lamp_run_words_dup_minutes (int                  seconds);
char            *lamp_run_words_dup_short (int                    seconds);
char            *lamp_run_words_dup_time   (gint64                utc_usec);
char            *lamp_run_words_dup_behind (const LampRunFigures *figures);
char            *lamp_run_words_dup_end    (const LampRunFigures *figures);
char            *lamp_run_words_dup_left   (const LampRunFigures *figures);
char            *lamp_run_words_dup_change (const LampRunPlace   *place);

G_END_DECLS
