/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"

/* What a community needs of its members and they of it: practice S01, S05, S07, S10, S12 to S14, S59, S82. */

#define MOST_COMMUNITIES 5 /* that one person can serve well */
#define LEAST_FOR_FUNCTIONS 4 /* people: one for each of the four functions */

static gboolean
is_team (const LampRow *community)
{
  return lamp_row_is (community, "kind", "team") || lamp_row_is (community, "kind", "action-team");
}

static gboolean
is_outside (LampJudging   *self,
            const LampRow *membership)
{
  const LampRow *person = lamp_judging_get (self, membership, "person");

  return person != NULL && lamp_row_is (person, "wall", "outside") && lamp_is_member_now (membership, self->today);
}

/* For each community, whether somebody from outside is in it or in a part of it: 1 somebody, 2 somebody from outside. */
static gpointer
find_outsiders (LampJudging *self)
{
  g_autoptr (LampForest) communities = lamp_forest_new (self->snapshot, "communities", "parent");
  GPtrArray *memberships = lamp_snapshot_get (self->snapshot, "memberships");
  guint *found = g_new0 (guint, communities->rows->len + 1);

  for (guint i = 0; i < memberships->len; i++)
    {
      int place = lamp_forest_place (communities, lamp_row_get_text (memberships->pdata[i], "community"));

      if (place >= 0)
        found[place] |= is_outside (self, memberships->pdata[i]) ? 3 : 1;
    }
  for (guint i = 0; i < communities->n_order; i++)
    {
      int parent = communities->parents[communities->order[i]];

      if (parent >= 0)
        found[parent] |= found[communities->order[i]];
    }
  self->steps += communities->rows->len;

  return found;
}

static LampVerdict
judge_outside (LampJudging   *self,
               const LampRow *community,
               guint          place)
{
  const guint *found = self->facts;

  if (found[place] == 0
      || !(lamp_row_is (community, "kind", "school") || lamp_row_is (community, "kind", "action-team")))
    return LAMP_NOT_JUDGED;
  if (found[place] & 2)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("Nobody from outside the walls of the school belongs to “%s”."),
                             lamp_judging_name (self, community));
}

static LampVerdict
judge_purpose (LampJudging   *self,
               const LampRow *community,
               guint          place)
{
  if (!is_team (community))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (community, "purpose"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The purpose that brings “%s” together is not written down."),
                             lamp_judging_name (self, community));
}

/* A team that plans no meetings here may meet elsewhere; nobody asks it. */
static LampVerdict
judge_cadence (LampJudging   *self,
               const LampRow *community,
               guint          place)
{
  if (!is_team (community) || lamp_judging_list (self, "meetings", "community", community)->len == 0)
    return LAMP_NOT_JUDGED;
  if (lamp_row_get_integer (community, "cadence_weeks") > 0
      || lamp_judging_list (self, "series", "community", community)->len > 0)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("“%s” has not said how often it meets."), lamp_judging_name (self, community));
}

static LampVerdict
judge_goals (LampJudging   *self,
             const LampRow *community,
             guint          place)
{
  GPtrArray *goals = lamp_judging_list (self, "goals", "community", community);

  if (!is_team (community))
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < goals->len; i++)
    if (lamp_goal_is_live (goals->pdata[i]) && !lamp_row_is (goals->pdata[i], "level", "individual"))
      return LAMP_KEPT;

  return lamp_judging_break (self, _("“%s” has no goal that it works on together."), lamp_judging_name (self, community));
}

static const LampField *
get_function_field (void)
{
  const LampRecordType *type = lamp_schema_find ("memberships");

  return &type->fields[lamp_record_type_find_field (type, "function")];
}

static char *
list_missing (guint functions)
{
  const LampField *field = get_function_field ();
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; field->choices[i].nick != NULL; i++)
    if (!(functions & 1u << i))
      // Translators: stands between the functions that members have in a community
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? C_("functions", "; ") : "",
                              lamp_field_get_choice_label (field, field->choices[i].nick));

  return g_string_free_and_steal (g_steal_pointer (&missing));
}

static guint
function_bit (const LampRow *membership)
{
  const LampField *field = get_function_field ();

  for (guint i = 0; field->choices[i].nick != NULL; i++)
    if (lamp_row_is (membership, "function", field->choices[i].nick))
      return 1u << i;

  return 0;
}

/* What is done in a community, and how many single people there are to do it: a group of children takes no part on. */
static guint
find_functions (LampJudging *self,
                GPtrArray   *memberships,
                guint       *n_people)
{
  guint functions = 0;

  *n_people = 0;
  for (guint i = 0; i < memberships->len; i++)
    {
      const LampRow *person = lamp_judging_get (self, memberships->pdata[i], "person");

      if (person == NULL || !lamp_is_member_now (memberships->pdata[i], self->today))
        continue;
      functions |= function_bit (memberships->pdata[i]);
      *n_people += lamp_row_get_integer (person, "group_size") < 2;
    }

  return functions;
}

/* A team that has given nobody a part does not use them. */
static LampVerdict
judge_functions (LampJudging   *self,
                 const LampRow *community,
                 guint          place)
{
  GPtrArray *memberships = lamp_judging_list (self, "memberships", "community", community);
  guint n_people;
  guint functions = find_functions (self, memberships, &n_people);
  const char *missing = lamp_judging_keep_text (self, list_missing (functions));

  if (!is_team (community) || functions == 0 || n_people < LEAST_FOR_FUNCTIONS)
    return LAMP_NOT_JUDGED;
  if (*missing == '\0')
    return LAMP_KEPT;

  /* Translators: a community, and what nobody does in it. */
  return lamp_judging_break (self, _("Nobody in “%s” has this part yet: %s."), lamp_judging_name (self, community), missing);
}

static LampVerdict
judge_load (LampJudging   *self,
            const LampRow *person,
            guint          place)
{
  GPtrArray *memberships = lamp_judging_list (self, "memberships", "person", person);
  guint count = 0;

  for (guint i = 0; i < memberships->len; i++)
    count += lamp_is_member_now (memberships->pdata[i], self->today);
  if (count == 0 || lamp_row_get_integer (person, "group_size") > 1)
    return LAMP_NOT_JUDGED;
  if (count <= MOST_COMMUNITIES)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("%s belongs to %u communities at once."), lamp_judging_name (self, person), count);
}

/* Who stands for a school or a system leads it, and not its conversations. */
static gboolean
is_whole (const LampRow *community)
{
  return lamp_row_is (community, "kind", "school") || lamp_row_is (community, "kind", "system");
}

static LampVerdict
judge_training (LampJudging   *self,
                const LampRow *membership,
                guint          place)
{
  const LampRow *person = lamp_judging_get (self, membership, "person");
  const LampRow *community = lamp_judging_get (self, membership, "community");

  if (person == NULL || community == NULL || !lamp_row_is (membership, "role", "facilitator") || is_whole (community)
      || !lamp_is_member_now (membership, self->today))
    return LAMP_NOT_JUDGED;
  if (lamp_judging_list (self, "trainings", "person", person)->len > 0)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("%s facilitates “%s” and has had no training for it."),
                             lamp_judging_name (self, person), lamp_judging_name (self, community));
}

/* A rating without a word of what it rests on is an opinion. */
static LampVerdict
judge_attribute (LampJudging   *self,
                 const LampRow *rating,
                 guint          place)
{
  const LampRow *community = lamp_judging_get (self, rating, "community");

  if (!lamp_row_is (rating, "scale", "attributes") || community == NULL || !lamp_row_has_words (rating, "item"))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (rating, "note"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("“%s” has rated itself on “%s” and named no evidence."),
                             lamp_judging_name (self, community), lamp_row_get_text (rating, "item"));
}

/* Only a file in which people meet can say that they do not visit each other. */
static void
judge_visits (LampJudging *self)
{
  GPtrArray *visits = lamp_snapshot_get (self->snapshot, "visits");
  const char *term = lamp_judging_days_ago (self, DAYS_OF_A_TERM);

  self->steps += visits->len;
  if (lamp_snapshot_get (self->snapshot, "meetings")->len == 0)
    return;
  for (guint i = 0; i < visits->len; i++)
    if (g_strcmp0 (lamp_row_get_text (visits->pdata[i], "visited_on"), term) >= 0)
      {
        lamp_judging_keep (self);
        return;
      }
  lamp_judging_find (self, NULL, g_strdup (_("Nobody has visited a colleague this term.")));
}

const LampRule lamp_rules_members[] = {
  {
    {
      .code = "W-OUTSIDE",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Communities with nobody from outside"),
      .why = NC_ ("check", "A learning community has members inside and outside the walls of the school; from within alone "
                           "it hears only itself."),
      .source = DIETZ "; practice S01",
      .action = NC_ ("check", "Invite somebody whom the work touches and who does not work in the school."),
    },
    .type = "communities",
    .judge_row = judge_outside,
    .prepare = find_outsiders,
  },
  {
    {
      .code = "C-NO-PURPOSE",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Teams without a written purpose"),
      .why = NC_ ("check", "A community’s first work is to bring what its members need together with what the whole is for; "
                           "that has to be said."),
      .source = DIETZ "; practice S05, S06",
      .action = NC_ ("check", "Ask in the next meeting what brings the team together, and write it down."),
    },
    .type = "communities",
    .judge_row = judge_purpose,
  },
  {
    {
      .code = "C-NO-CADENCE",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Teams that have not said how often they meet"),
      .why = NC_ ("check", "A learning community is an ongoing group that meets regularly; a group that meets when there is "
                           "time stops meeting."),
      .source = LIEBERMAN_MILLER "; practice S09, S10, S76",
      .action = NC_ ("check", "Agree on how often to meet, and plan a series."),
    },
    .type = "communities",
    .judge_row = judge_cadence,
  },
  {
    {
      .code = "C-NO-GOAL",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Teams without a goal"),
      .why = NC_ ("check", "Meeting is not yet learning together: a community has a goal for its own learning and for that "
                           "of its students."),
      .source = LIEBERMAN_MILLER "; practice S10, S23, S25",
      .action = NC_ ("check", "Find out together what students need next, and set a goal that serves one of the school."),
    },
    .type = "communities",
    .judge_row = judge_goals,
  },
  {
    {
      .code = "C-FUNCTIONS",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Parts in a community that nobody has"),
      .why = NC_ ("check", "Members do four things for their community: they help it talk and decide, keep its history, "
                           "support others through change, and answer for learning."),
      .source = DIETZ "; practice S12",
      .action = NC_ ("check", "Ask who would like to take the part that is missing."),
    },
    .type = "communities",
    .judge_row = judge_functions,
  },
  {
    {
      .code = "W-OVERLOAD",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "People in more than five communities"),
      .why = NC_ ("check", "Belonging to several communities ties them together; who belongs to too many is late for all of "
                           "them."),
      .source = LEARNING_FORWARD "; practice S07",
      .action = NC_ ("check", "Ask which of the communities the person can hand on to somebody else."),
    },
    .type = "people",
    .judge_row = judge_load,
  },
  {
    {
      .code = "R-UNTRAINED",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Facilitators without training"),
      .why = NC_ ("check", "To lead a conversation in which others think is a skill; where it worked, staff and parents were "
                           "trained for it."),
      .source = DIETZ "; practice S14, S61",
      .action = NC_ ("check", "Offer the person a training, or enter the one that they have had."),
    },
    .type = "memberships",
    .judge_row = judge_training,
  },
  {
    {
      .code = "C-ATTRIBUTE",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Ratings that rest on nothing"),
      .why = NC_ ("check", "Whether leadership is shared or practice is open shows in what people do; a number without it "
                           "cannot be talked about."),
      .source = "Building Professional Learning Communities; practice S82",
      .action = NC_ ("check", "Note with the rating what you have seen."),
    },
    .type = "ratings",
    .judge_row = judge_attribute,
  },
  {
    {
      .code = "W-NO-VISIT",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Terms without a visit to a colleague"),
      .why = NC_ ("check", "Practice becomes shared when others see it: visits and what is said after them are how colleagues "
                           "learn from each other."),
      .source = LEARNING_FORWARD "; practice S59",
      .action = NC_ ("check", "Invite a colleague to look at one question with you for one lesson."),
    },
    judge_visits,
  },
  { { NULL } },
};
