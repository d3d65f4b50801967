/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-follow-page.h"

#include <glib/gi18n-lib.h>

#include "lamp-due.h"
#include "lamp-follow-collect.h"
#include "lamp-meeting-edits.h"
#include "lamp-promise.h"

/* Commitments: to peers, overdue first (practice S27). */

enum
{
  BY_DAY,
  BY_PERSON,
  BY_GOAL,
};

static const char * const groupings[] = {
  NC_ ("follow group", "Due"),
  NC_ ("follow group", "Person"),
  NC_ ("follow group", "Goal"),
  NULL,
};

static const struct
{
  const char *title;
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [LAMP_PROMISE_OVERDUE] = { NC_ ("follow", "Overdue"), "task-past-due-symbolic", "error" },
  [LAMP_PROMISE_TODAY] = { NC_ ("follow", "Today"), "alarm-symbolic", "warning" },
  [LAMP_PROMISE_SOON] = { NC_ ("follow", "In the Next 7 Days"), "task-due-symbolic", "success" },
  [LAMP_PROMISE_LATER] = { NC_ ("follow", "Later"), "task-due-symbolic", "success" },
  [LAMP_PROMISE_UNDATED] = { NC_ ("follow", "No Date"), "task-due-symbolic", "success" },
  [LAMP_PROMISE_DONE] = { NC_ ("follow", "Done"), "object-select-symbolic", "dimmed" },
};

static LampPromise
judge (LampRecord *record,
       const char *today)
{
  return lamp_promise_judge (lamp_record_get_text (record, "due"), lamp_record_get_text (record, "done_on"), today);
}

static LampRecord *
dup_named (LampSession *session,
           LampRecord  *record,
           const char  *type,
           const char  *field)
{
  return lamp_record_has (record, field) ? lamp_store_find (lamp_session_get_store (session), type,
                                                            lamp_record_get_text (record, field))
                                         : NULL;
}

/* What is done comes last, the latest first. */
static char *
make_order (LampRecord  *record,
            LampPromise  promise)
{
  const char *due = lamp_record_get_text (record, "due");
  const char *done = lamp_record_get_text (record, "done_on");

  if (promise == LAMP_PROMISE_DONE)
    {
      g_autofree char *later = g_strdup (done);

      /* Turned around digit by digit, so that a later day comes first. */
      for (char *c = later; *c != '\0'; c++)
        if (g_ascii_isdigit (*c))
          *c = (char) ('0' + '9' - *c);
      return g_strconcat ("2", later, NULL);
    }

  return g_strconcat (due != NULL ? "0" : "1", due, NULL);
}

static void
place_by_name (LampRecord      *named,
               const char      *nobody,
               LampFollowPlace *place)
{
  g_autofree char *key = named != NULL ? g_utf8_collate_key (lamp_record_get_title (named), -1) : NULL;

  place->group = named != NULL ? g_strconcat ("0", key, lamp_record_get_id (named), NULL) : g_strdup ("1");
  place->title = g_strdup (named != NULL ? lamp_record_get_title (named) : nobody);
}

static void
place (LampSession     *session,
       LampRecord      *record,
       guint            grouping,
       const char      *today,
       LampFollowPlace *where)
{
  LampPromise promise = judge (record, today);
  g_autoptr (LampRecord) named = NULL;

  where->order = make_order (record, promise);
  if (grouping == BY_DAY)
    {
      where->group = g_strdup_printf ("%d", promise);
      where->title = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "follow", looks[promise].title));
      return;
    }
  named = grouping == BY_PERSON ? dup_named (session, record, "people", "owner")
                                : dup_named (session, record, "goals", "goal");
  place_by_name (named, grouping == BY_PERSON ? C_ ("follow", "Nobody Named") : C_ ("follow", "No Goal"), where);
}

static char *
dup_status (LampRecord  *record,
            LampPromise  promise,
            const char  *today)
{
  g_autofree char *done = NULL;

  if (promise == LAMP_PROMISE_UNDATED)
    return g_strdup (C_ ("commitment", "Open, no date"));
  if (promise != LAMP_PROMISE_DONE)
    return lamp_due_dup_words (lamp_record_get_text (record, "due"), today);
  done = lamp_record_dup_display (record, "done_on");

  return g_strdup_printf (_("done on %s"), done);
}

static void
describe (LampSession     *session,
          LampRecord      *record,
          const char      *today,
          LampFollowWords *words)
{
  LampPromise promise = judge (record, today);
  g_autoptr (LampRecord) owner = dup_named (session, record, "people", "owner");
  g_autoptr (LampRecord) community = dup_named (session, record, "communities", "community");
  g_autoptr (LampRecord) goal = dup_named (session, record, "goals", "goal");
  g_autoptr (GString) details = g_string_new (owner != NULL ? lamp_record_get_title (owner) : _("nobody named"));

  if (community != NULL)
    g_string_append_printf (details, " · %s", lamp_record_get_title (community));
  if (goal != NULL)
    g_string_append_printf (details, " · %s", lamp_record_get_title (goal));
  words->title = g_strdup (lamp_record_get_title (record));
  words->status = dup_status (record, promise, today);
  words->icon_name = looks[promise].icon_name;
  words->css_class = looks[promise].css_class;
  words->details = g_string_free_and_steal (g_steal_pointer (&details));
  words->done = promise == LAMP_PROMISE_DONE;
}

static gboolean
matches (LampSession *session,
         LampRecord  *record,
         const char  *words)
{
  g_autoptr (LampRecord) owner = NULL;

  if (lamp_follow_has_words (lamp_record_get_title (record), words))
    return TRUE;
  owner = dup_named (session, record, "people", "owner");

  return owner != NULL && lamp_follow_has_words (lamp_record_get_title (owner), words);
}

const LampFollowKind lamp_follow_commitments = {
  .type = "commitments",
  .heading = NC_ ("follow", "Commitments"),
  .add_label = NC_ ("follow", "Add Commitment"),
  .icon_name = "checkbox-checked-symbolic",
  .empty = NC_ ("follow", "No Commitments"),
  .empty_hint = NC_ ("follow", "What people promise each other in a meeting stands here until it is done."),
  .groupings = groupings,
  .filters = {
    { "people", "owner", NC_ ("follow", "Everybody") },
    { "goals", "goal", NC_ ("follow", "Any Goal") },
  },
  .warm_up = "people",
  .place = place,
  .describe = describe,
  .matches = matches,
  .set_done = lamp_commitment_set_done,
};
