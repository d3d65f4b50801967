/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-generate.h"

G_BEGIN_DECLS

/* How a district is made up (private to core/exchange). */

typedef struct
{
  const LampGenerateOptions *options;
  LampGenerateSink sink;
  gpointer data;
  guint64 state; /* of the random numbers */
  LampRow *row;  /* the one being made */
  guint n_schools;
  guint n_teams;
  guint n_cycles;
} LampMaker;

guint lamp_maker_below (LampMaker *self,
                        guint limit);
gboolean lamp_maker_chance (LampMaker *self,
                            guint percent);
const char *lamp_maker_one_of (LampMaker *self,
                               const char * const *words);
void lamp_maker_begin (LampMaker *self,
                       const char *type,
                       const char *prefix,
                       guint number);
gboolean lamp_maker_finish (LampMaker *self,
                            GError **error);
void lamp_maker_set (LampMaker *self,
                     const char *field,
                     const char *text);
void lamp_maker_set_ref (LampMaker *self,
                         const char *field,
                         const char *prefix,
                         guint number);
void lamp_maker_set_int (LampMaker *self,
                         const char *field,
                         gint64 integer);
void lamp_maker_set_day (LampMaker *self,
                         const char *field,
                         guint days);
void lamp_maker_set_time (LampMaker *self,
                          const char *field,
                          guint days,
                          const char *hour);
guint lamp_maker_community_of_team (LampMaker *self,
                                    guint team);

gboolean lamp_maker_make_goals (LampMaker *self,
                                GError **error);
gboolean lamp_maker_make_goal_links (LampMaker *self,
                                     GError **error);
gboolean lamp_maker_make_measurements (LampMaker *self,
                                       GError **error);
gboolean lamp_maker_make_strategies (LampMaker *self,
                                     GError **error);
gboolean lamp_maker_make_supports (LampMaker *self,
                                   GError **error);
gboolean lamp_maker_make_cycles (LampMaker *self,
                                 GError **error);
gboolean lamp_maker_make_cycle_goals (LampMaker *self,
                                      GError **error);
gboolean lamp_maker_make_stages (LampMaker *self,
                                 GError **error);
gboolean lamp_maker_make_evidence (LampMaker *self,
                                   GError **error);
gboolean lamp_maker_make_meetings (LampMaker *self,
                                   GError **error);
gboolean lamp_maker_make_items (LampMaker *self,
                                GError **error);
gboolean lamp_maker_make_attendances (LampMaker *self,
                                      GError **error);
gboolean lamp_maker_make_outcomes (LampMaker *self,
                                   GError **error);
gboolean lamp_maker_make_norms (LampMaker *self,
                                GError **error);

G_END_DECLS
