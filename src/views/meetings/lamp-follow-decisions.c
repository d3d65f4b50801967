/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-follow-page.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-decision-rules.h"
#include "lamp-due.h"
#include "lamp-follow-collect.h"

/* Decisions: those to look at again first, then by when they were made (practice S32, S57). */

enum
{
  BY_DAY,
  BY_METHOD,
  BY_COMMUNITY,
};

static const char * const groupings[] = {
  NC_ ("follow group", "Date"),
  NC_ ("follow group", "Method"),
  NC_ ("follow group", "Community"),
  NULL,
};

static LampRecord *
dup_meeting (LampSession *session,
             LampRecord  *decision)
{
  return lamp_store_find (lamp_session_get_store (session), "meetings", lamp_record_get_text (decision, "meeting"));
}

/* A later moment comes first. */
static char *
turn_around (const char *moment)
{
  char *turned = g_strdup (moment != NULL ? moment : "");

  for (char *c = turned; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      *c = (char) ('0' + '9' - *c);

  return turned;
}

static gboolean
waits (LampRecord *decision,
       const char *today)
{
  return lamp_due_judge (lamp_record_get_text (decision, "revisit_on"), today) >= LAMP_DUE_NOW;
}

static char *
dup_month (const char *moment)
{
  GDate date;
  char text[128];

  if (moment == NULL || !lamp_date_parse (moment, &date))
    return g_strdup (C_ ("follow", "No Date"));
  // Translators: the month and year of meetings, for strftime
  g_date_strftime (text, sizeof text, C_ ("month of a year", "%B %Y"), &date);

  return g_strdup (text);
}

static void
place_by_day (LampRecord      *decision,
              const char      *moment,
              const char      *today,
              LampFollowPlace *where)
{
  g_autofree char *month = g_strndup (moment != NULL ? moment : "", strlen ("0000-00"));
  g_autofree char *turned = turn_around (month);

  if (waits (decision, today))
    {
      where->group = g_strdup ("0");
      where->title = g_strdup (C_ ("follow", "To Look at Again"));
      g_set_str (&where->order, lamp_record_get_text (decision, "revisit_on"));
      return;
    }
  where->group = g_strconcat ("1", turned, NULL);
  where->title = dup_month (moment);
}

static void
place_by_method (LampRecord      *decision,
                 LampFollowPlace *where)
{
  guint n_methods;
  const LampDecisionMethod *methods = lamp_decision_methods_get_all (&n_methods);
  const LampDecisionMethod *method = lamp_decision_method_find (lamp_record_get_text (decision, "method"));

  where->group = g_strdup_printf ("%u", method != NULL ? (guint) (method - methods) : n_methods);
  where->title = method != NULL ? lamp_record_dup_display (decision, "method") : g_strdup (C_ ("follow", "Just Noted"));
}

static void
place_by_community (LampSession     *session,
                    LampRecord      *meeting,
                    LampFollowPlace *where)
{
  g_autoptr (LampRecord) community = NULL;
  g_autofree char *key = NULL;

  if (meeting != NULL)
    community = lamp_store_find (lamp_session_get_store (session), "communities",
                                 lamp_record_get_text (meeting, "community"));
  key = community != NULL ? g_utf8_collate_key (lamp_record_get_title (community), -1) : g_strdup ("");
  where->group = g_strconcat (key, community != NULL ? lamp_record_get_id (community) : "", NULL);
  where->title = g_strdup (community != NULL ? lamp_record_get_title (community) : "");
}

static void
place (LampSession     *session,
       LampRecord      *decision,
       guint            grouping,
       const char      *today,
       LampFollowPlace *where)
{
  g_autoptr (LampRecord) meeting = dup_meeting (session, decision);
  const char *moment = meeting != NULL ? lamp_record_get_text (meeting, "starts_at") : NULL;

  where->order = turn_around (moment);
  if (grouping == BY_METHOD)
    place_by_method (decision, where);
  else if (grouping == BY_COMMUNITY)
    place_by_community (session, meeting, where);
  else
    place_by_day (decision, moment, today, where);
}

static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [LAMP_OUTCOME_UNCOUNTED] = { "document-edit-symbolic", "dimmed" },
  [LAMP_OUTCOME_ADOPTED] = { "object-select-symbolic", "success" },
  [LAMP_OUTCOME_NOT_ADOPTED] = { "window-close-symbolic", "error" },
  [LAMP_OUTCOME_BLOCKED] = { "dialog-error-symbolic", "error" },
  [LAMP_OUTCOME_ANOTHER_ROUND] = { "view-refresh-symbolic", "warning" },
};

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_revisit (LampRecord *decision,
             const char *today)
{
  const char *day = lamp_record_get_text (decision, "revisit_on");
  g_autofree char *date = lamp_record_dup_display (decision, "revisit_on");
  LampDue due = lamp_due_judge (day, today);

  if (due == LAMP_DUE_NEVER)
    return NULL;
  if (due == LAMP_DUE_OVER || g_strcmp0 (day, today) == 0)
    // Translators: a decision should have been looked at again on this day, or is today
    return g_strdup_printf (_("look again: it was to be on %s"), date);

  return g_strdup_printf (_("look again on %s"), date);
}

static void
describe (LampSession     *session,
          LampRecord      *decision,
          const char      *today,
          LampFollowWords *words)
{
  const LampDecisionMethod *method = lamp_decision_method_find (lamp_record_get_text (decision, "method"));
  g_autoptr (LampTally) tally = lamp_tally_parse (lamp_record_get_text (decision, "tally"));
  g_autoptr (LampVerdict) verdict = lamp_decision_judge (method, tally, 0);
  g_autoptr (LampRecord) meeting = dup_meeting (session, decision);
  g_autofree char *day = meeting != NULL ? lamp_record_dup_display (meeting, "starts_at") : NULL;
  g_autofree char *label = lamp_record_dup_display (decision, "method");
  g_autofree char *revisit = dup_revisit (decision, today);
  g_autoptr (GString) details = g_string_new (NULL);

  add_part (details, revisit);
  add_part (details, label);
  add_part (details, meeting != NULL ? lamp_record_get_title (meeting) : NULL);
  add_part (details, day);
  words->title = g_strdelimit (g_strdup (lamp_record_get_title (decision)), "\n\r", ' ');
  words->status = g_strdup (verdict->outcome == LAMP_OUTCOME_UNCOUNTED ? C_ ("outcome", "Noted")
                                                                       : lamp_outcome_get_label (verdict->outcome));
  words->icon_name = looks[verdict->outcome].icon_name;
  words->css_class = looks[verdict->outcome].css_class;
  words->details = g_string_free_and_steal (g_steal_pointer (&details));
}

static gboolean
matches (LampSession *session,
         LampRecord  *decision,
         const char  *words)
{
  const char *objections = lamp_record_get_text (decision, "objections");

  return lamp_follow_has_words (lamp_record_get_title (decision), words)
         || lamp_follow_has_words (objections, words);
}

const LampFollowKind lamp_follow_decisions = {
  .type = "decisions",
  .heading = NC_ ("follow", "Decisions"),
  .icon_name = "object-select-symbolic",
  .empty = NC_ ("follow", "No Decisions"),
  .empty_hint = NC_ ("follow", "What is decided in a meeting stands here, with the day on which to look at it again."),
  .groupings = groupings,
  .warm_up = "meetings",
  .place = place,
  .describe = describe,
  .matches = matches,
};
