/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-due.h"
#include "lamp-proposal.h"

G_BEGIN_DECLS

/**
 * LAMP_PROPOSAL_NORMS_AFTER:
 *
 * Meetings after which norms are looked at again: about a month of meetings (practice S50).
 */
#define LAMP_PROPOSAL_NORMS_AFTER 4

/* How long an item is: minutes, at least, at most. */
typedef struct
{
  int minutes;
  int least;
  int most;
} LampSpan;

/* Topics in the making. */
typedef struct
{
  LampSnapshot *snapshot;
  const LampProposalOptions *options;
  char *day;       /* of the meeting */
  GPtrArray *rows; /* (element-type LampRow): what has been found */
} LampTopics;

LampRow   *lamp_topic_new            (const char                *kind,
                                      const char                *title,
                                      LampSpan                   span,
                                      const char                *why);
gboolean   lamp_topic_is_by          (const LampRow             *row,
                                      const char                *field,
                                      const char                *day);
gboolean   lamp_topic_is_finished    (const LampRow             *row);
char      *lamp_topic_dup_line       (const char                *text);
char      *lamp_topic_dup_title      (const char                *format,
                                      const char                *text);
char      *lamp_topic_dup_day        (const LampRow             *row,
                                      const char                *field);

void       lamp_topics_take          (LampTopics                *self,
                                      LampRow                   *topic);
GPtrArray *lamp_topics_find          (LampSnapshot              *snapshot,
                                      const LampProposalOptions *options);
void       lamp_topics_find_stages   (LampTopics                *self);
void       lamp_topics_find_evidence (LampTopics                *self);
LampRow   *lamp_topic_new_work       (LampSnapshot              *snapshot,
                                      const LampProposalOptions *options);

G_END_DECLS
