/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the help is written: tables of lines, one for each topic. */

#include "lamp-finding.h"
#include "lamp-help.h"

G_BEGIN_DECLS

typedef struct
{
  LampHelpKind kind;
  const char *text;   /* marked for translation; NULL for a link, which is named by its topic */
  const char *target;
} LampHelpLine;

struct _LampHelpTopic
{
  const char *id;
  const char *title;         /* marked for translation */
  const LampHelpLine *lines; /* up to one without a kind */
  LampArea area;             /* of its checks */
};

#define HEADING(text) { LAMP_HELP_HEADING, text }
#define TEXT(text) { LAMP_HELP_TEXT, text }
#define ITEM(text) { LAMP_HELP_ITEM, text }
#define LINK(topic) { LAMP_HELP_LINK, NULL, topic }
#define COMMAND(text, action) { LAMP_HELP_COMMAND, text, action }
#define FIGURES { LAMP_HELP_FIGURES }
#define CHECKS { LAMP_HELP_CHECKS }
#define END { 0 }

extern const LampHelpLine lamp_help_start[];
extern const LampHelpLine lamp_help_overview[];
extern const LampHelpLine lamp_help_map[];
extern const LampHelpLine lamp_help_cycles[];
extern const LampHelpLine lamp_help_goals[];
extern const LampHelpLine lamp_help_finding_goals[];
extern const LampHelpLine lamp_help_progress[];
extern const LampHelpLine lamp_help_goals_on_paper[];
extern const LampHelpLine lamp_help_planning[];
extern const LampHelpLine lamp_help_running[];
extern const LampHelpLine lamp_help_closing[];
extern const LampHelpLine lamp_help_series[];
extern const LampHelpLine lamp_help_checks[];
extern const LampHelpLine lamp_help_checks_of_an_area[];
extern const LampHelpLine lamp_help_safety[];
extern const LampHelpLine lamp_help_exchange[];
extern const LampHelpLine lamp_help_privacy[];
extern const LampHelpLine lamp_help_keyboard[];

G_END_DECLS
