/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampHelpKind:
 * @LAMP_HELP_HEADING: begins a section
 * @LAMP_HELP_TEXT: a paragraph
 * @LAMP_HELP_ITEM: a point of a list
 * @LAMP_HELP_LINK: leads to another topic
 * @LAMP_HELP_COMMAND: does something, such as to show the shortcuts
 * @LAMP_HELP_FIGURES: stands for a section about each figure of the overview, made of the rules themselves
 * @LAMP_HELP_CHECKS: stands for a section about each check of the topic's area, made of the rules themselves
 *
 * What a line of the help is. The last two are never in what [func@help_topic_read] yields.
 */
typedef enum
{
  LAMP_HELP_HEADING = 1,
  LAMP_HELP_TEXT,
  LAMP_HELP_ITEM,
  LAMP_HELP_LINK,
  LAMP_HELP_COMMAND,
  LAMP_HELP_FIGURES,
  LAMP_HELP_CHECKS,
} LampHelpKind;

typedef struct _LampHelpTopic LampHelpTopic;

/**
 * LampHelpParagraph:
 * @kind: what it is
 * @text: what it says, translated; plain text
 * @target: (nullable): the topic to which a link leads, or the action that a command does
 *
 * A paragraph of a topic, as a person reads it.
 */
typedef struct
{
  LampHelpKind kind;
  char *text;
  const char *target;
} LampHelpParagraph;

/**
 * LampHelpHit:
 * @topic: where the words were found
 * @heading: the heading of the section; the title of the topic where the section has none
 * @section: which section of the topic, from 0; what comes before the first heading is 0
 *
 * A section in which words were found.
 */
typedef struct
{
  const LampHelpTopic *topic;
  char *heading;
  guint section;
} LampHelpHit;

const LampHelpTopic * const *lamp_help_get_topics       (guint                *n_topics);
const LampHelpTopic         *lamp_help_find_topic       (const char           *id);
const char                  *lamp_help_topic_get_id     (const LampHelpTopic  *self);
char                        *lamp_help_topic_dup_title  (const LampHelpTopic  *self);
GPtrArray                   *lamp_help_topic_read       (const LampHelpTopic  *self);
GPtrArray                   *lamp_help_search           (const char           *words);

G_END_DECLS
