/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a made-up district is made of (private to core/exchange). All of it is data, so none of it is translated. Each
 * list ends with %NULL. */
extern const char * const lamp_words_places[];
extern const char * const lamp_words_teams[];
extern const char * const lamp_words_first_names[];
extern const char * const lamp_words_last_names[];
extern const char * const lamp_words_jobs[];
extern const char * const lamp_words_expertise[];
extern const char * const lamp_words_subjects[];
extern const char * const lamp_words_measures[];
extern const char * const lamp_words_strategies[];
extern const char * const lamp_words_items[];
extern const char * const lamp_words_promises[];
extern const char * const lamp_words_norms[];
extern const char * const lamp_words_findings[];
extern const char * const lamp_words_supports[];

G_END_DECLS
