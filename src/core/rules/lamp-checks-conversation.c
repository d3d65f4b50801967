/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-checks-private.h"
#include "lamp-date.h"

/* How a community talks, and what it does with what it learns: practice S09, S13, S31, S45, S50, S52. */

#define MEETINGS_TO_A_REVIEW 4 /* about a month of meetings */
#define MOST_IN_A_ROW 3
#define DAYS_TO_ACT 42
#define WORKDAY_STARTS "07:00"
#define WORKDAY_ENDS "18:00"

static gboolean
is_held (const LampRow *meeting)
{
  return lamp_row_is (meeting, "state", "closed");
}

static gboolean
is_to_come (LampJudging   *self,
            const LampRow *meeting)
{
  return !is_held (meeting) && g_strcmp0 (lamp_row_get_text (meeting, "starts_at"), self->today) >= 0;
}

static guint
count_held_after (GPtrArray  *meetings,
                  const char *day)
{
  guint count = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      const char *starts_at = lamp_row_get_text (meetings->pdata[i], "starts_at");

      count += is_held (meetings->pdata[i]) && starts_at != NULL && strncmp (starts_at, day, strlen ("0000-00-00")) > 0;
    }

  return count;
}

/* When the norms were last adopted or looked at; "" when never. */
static const char *
find_last_look (GPtrArray *norms)
{
  static const char * const fields[] = { "adopted_on", "reviewed_on" };
  const char *last = "";

  for (guint i = 0; i < norms->len; i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      {
        const char *day = lamp_row_get_text (norms->pdata[i], fields[f]);

        last = g_strcmp0 (day, last) > 0 ? day : last;
      }

  return last;
}

static LampVerdict
judge_norms (LampJudging   *self,
             const LampRow *community,
             guint          place)
{
  GPtrArray *norms = lamp_judging_list (self, "norms", "community", community);
  GPtrArray *meetings = lamp_judging_list (self, "meetings", "community", community);
  guint count = count_held_after (meetings, norms->len > 0 ? find_last_look (norms) : "");

  if (count_held_after (meetings, "") == 0)
    return LAMP_NOT_JUDGED;
  if (norms->len == 0)
    return lamp_judging_break (self, _("“%s” meets and has written down no norms."), lamp_judging_name (self, community));
  if (count < MEETINGS_TO_A_REVIEW)
    return LAMP_KEPT;

  return lamp_judging_break (self, g_dngettext (GETTEXT_PACKAGE,
                                                "“%s” has met %u time since it last looked at its norms.",
                                                "“%s” has met %u times since it last looked at its norms.", count),
                             lamp_judging_name (self, community), count);
}

static const char *
name_meeting (LampJudging   *self,
              const LampRow *meeting)
{
  g_autofree char *when = lamp_time_dup_display (lamp_row_get_text (meeting, "starts_at"));

  /* Translators: the title of a meeting, and its day and time. */
  return lamp_judging_keep_text (self, g_strdup_printf (_("“%s” (%s)"), lamp_row_get_title (meeting), when));
}

static LampVerdict
judge_reflection (LampJudging   *self,
                  const LampRow *meeting,
                  guint          place)
{
  GPtrArray *items = lamp_judging_list (self, "agenda_items", "meeting", meeting);

  if (!is_to_come (self, meeting) || items->len == 0)
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < items->len; i++)
    if (lamp_row_is (items->pdata[i], "kind", "reflection"))
      return LAMP_KEPT;

  return lamp_judging_break (self, _("The agenda of %s has no time to look back."), name_meeting (self, meeting));
}

static LampVerdict
judge_reasons (LampJudging   *self,
               const LampRow *meeting,
               guint          place)
{
  GPtrArray *items = lamp_judging_list (self, "agenda_items", "meeting", meeting);
  guint count = 0;

  if (!is_to_come (self, meeting) || items->len == 0)
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < items->len; i++)
    count += !lamp_row_has_words (items->pdata[i], "why") && !lamp_row_is (items->pdata[i], "kind", "break");
  if (count == 0)
    return LAMP_KEPT;

  return lamp_judging_break (self, g_dngettext (GETTEXT_PACKAGE,
                                                "%u item on the agenda of %s does not say why it is there.",
                                                "%u items on the agenda of %s do not say why they are there.", count),
                             count, name_meeting (self, meeting));
}

static LampVerdict
judge_logistics (LampJudging   *self,
                 const LampRow *meeting,
                 guint          place)
{
  GPtrArray *items = lamp_judging_list (self, "agenda_items", "meeting", meeting);
  gint64 all = 0, logistics = 0;

  for (guint i = 0; i < items->len; i++)
    {
      gint64 minutes = lamp_row_get_integer (items->pdata[i], "minutes");

      all += minutes;
      logistics += lamp_row_is (items->pdata[i], "kind", "logistics") ? minutes : 0;
    }
  if (!is_to_come (self, meeting) || all == 0)
    return LAMP_NOT_JUDGED;
  if (logistics * 2 <= all)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("More than half of %s is logistics: %u of %u minutes."), name_meeting (self, meeting),
                             (guint) logistics, (guint) all);
}

/* Those who come after their own work are asked in the evening; the staff of a school is not. */
static LampVerdict
judge_hours (LampJudging   *self,
             const LampRow *meeting,
             guint          place)
{
  const LampRow *community = lamp_judging_get (self, meeting, "community");
  const char *starts_at = lamp_row_get_text (meeting, "starts_at");
  const char *time = starts_at != NULL ? strchr (starts_at, 'T') : NULL;
  GDate day;

  if (!is_to_come (self, meeting) || time == NULL || community == NULL || !lamp_date_parse (starts_at, &day)
      || !(lamp_row_is (community, "kind", "team") || lamp_row_is (community, "kind", "school")))
    return LAMP_NOT_JUDGED;
  if (g_date_get_weekday (&day) < G_DATE_SATURDAY && g_strcmp0 (time + 1, WORKDAY_STARTS) >= 0
      && g_strcmp0 (time + 1, WORKDAY_ENDS) < 0)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The meeting %s is outside the workday."), name_meeting (self, meeting));
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const LampRow *left = *(const LampRow * const *) a;
  const LampRow *right = *(const LampRow * const *) b;

  int order = g_strcmp0 (lamp_row_get_text (right, "starts_at"), lamp_row_get_text (left, "starts_at"));

  return order != 0 ? order : g_strcmp0 (lamp_row_get_id (right), lamp_row_get_id (left));
}

/* The meetings that were held, the last first. */
static GPtrArray *
list_held (LampJudging   *self,
           const LampRow *community)
{
  GPtrArray *meetings = lamp_judging_list (self, "meetings", "community", community);
  GPtrArray *held = g_ptr_array_new ();

  for (guint i = 0; i < meetings->len; i++)
    if (is_held (meetings->pdata[i]))
      g_ptr_array_add (held, meetings->pdata[i]);
  g_ptr_array_sort (held, compare_starts);

  return held;
}

static guint
count_in_a_row (GPtrArray  *held,
                const char *role)
{
  const char *person = lamp_row_get_text (held->pdata[0], role);
  guint count = 0;

  while (person != NULL && count < held->len && lamp_row_is (held->pdata[count], role, person))
    count++;

  return count;
}

static LampVerdict
judge_rotation (LampJudging   *self,
                const LampRow *community,
                guint          place)
{
  static const char * const roles[] = { "facilitator", "recorder", "timekeeper", "norms_keeper" };
  g_autoptr (GPtrArray) held = list_held (self, community);

  if (held->len <= MOST_IN_A_ROW)
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const LampRecordType *type = ((const LampRow *) held->pdata[0])->type;
      guint count = count_in_a_row (held, roles[i]);
      const LampRow *person = count > MOST_IN_A_ROW ? lamp_judging_get (self, held->pdata[0], roles[i]) : NULL;

      if (person != NULL)
        /* Translators: how many meetings, a community, a role in the meeting, a person. */
        return lamp_judging_break (self, _("In the last %u meetings of “%s”, one person had the role “%s”: %s."), count,
                                   lamp_judging_name (self, community),
                                   lamp_field_get_label (&type->fields[lamp_record_type_find_field (type, roles[i])]),
                                   lamp_judging_name (self, person));
    }

  return LAMP_KEPT;
}

/* When each person last wrote what they did. */
static GHashTable *
find_last_acts (GPtrArray *entries)
{
  GHashTable *acts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      const char *person = lamp_row_get_text (entries->pdata[i], "person");
      const char *day = lamp_row_get_text (entries->pdata[i], "created_at");

      if (person != NULL && day != NULL && lamp_row_is (entries->pdata[i], "kind", "acted")
          && g_strcmp0 (g_hash_table_lookup (acts, person), day) < 0)
        g_hash_table_insert (acts, (gpointer) person, (gpointer) day);
    }

  return acts;
}

/* Journals are private: how many entries there are is said, and nothing of whom they are or what stands in them. */
static void
judge_acts (LampJudging *self)
{
  GPtrArray *entries = lamp_snapshot_get (self->snapshot, "journal_entries");
  g_autoptr (GHashTable) acts = find_last_acts (entries);
  const char *before = lamp_judging_days_ago (self, DAYS_TO_ACT);
  guint judged = 0, count = 0;

  self->steps += entries->len;
  for (guint i = 0; i < entries->len; i++)
    {
      const char *person = lamp_row_get_text (entries->pdata[i], "person");
      const char *day = lamp_row_get_text (entries->pdata[i], "created_at");

      if (person == NULL || day == NULL || !lamp_row_is (entries->pdata[i], "kind", "learned") || g_strcmp0 (day, before) >= 0)
        continue;
      judged++;
      count += g_strcmp0 (g_hash_table_lookup (acts, person), day) < 0;
    }
  if (judged > 0 && count == 0)
    lamp_judging_keep (self);
  else if (count > 0)
    lamp_judging_find (self, NULL,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "%u journal entry says what somebody learned, and none after it what "
                                                     "they did with it.",
                                                     "%u journal entries say what somebody learned, and none after them what "
                                                     "they did with it.", count), count));
}

const LampRule lamp_rules_conversation[] = {
  {
    {
      .code = "N-REVIEW",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Norms that nobody looks at"),
      .why = NC_ ("check", "Norms carry trust when a community made them and comes back to them; on the wall alone they carry "
                           "nothing."),
      .source = LEARNING_FORWARD "; practice S50",
      .action = NC_ ("check", "Put the norms on the next agenda, and ask which of them help and which you do not keep."),
    },
    .type = "communities",
    .judge_row = judge_norms,
  },
  {
    {
      .code = "M-NO-REFLECTION",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Agendas without reflection"),
      .why = NC_ ("check", "Relationships and learning grow where there is time for conversation, for work and for looking "
                           "back; the last is the first to be left out."),
      .source = DIETZ "; practice S52",
      .action = NC_ ("check", "Add five minutes of reflection at the end, and protect them."),
    },
    .type = "meetings",
    .judge_row = judge_reflection,
  },
  {
    {
      .code = "M-NO-WHY",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Agenda items that do not say why"),
      .why = NC_ ("check", "A list of tasks narrows a meeting; a purpose beside each item invites people to think about it."),
      .source = DIETZ "; practice S31",
      .action = NC_ ("check", "Write beside each item what it is for, or let the agenda be proposed from where things stand."),
    },
    .type = "meetings",
    .judge_row = judge_reasons,
  },
  {
    {
      .code = "M-LOGISTICS",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Meetings that are mostly logistics"),
      .why = NC_ ("check", "The hour in which a community is together is short; what can be read does not need it."),
      .source = DIETZ "; practice S31",
      .action = NC_ ("check", "Send the logistics around beforehand, and keep the time for learning."),
    },
    .type = "meetings",
    .judge_row = judge_logistics,
  },
  {
    {
      .code = "C-OUTSIDE-WORKDAY",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Meetings outside the workday"),
      .why = NC_ ("check", "Learning together is part of the work; moved into evenings and weekends it becomes a favour, and "
                           "those with other duties are absent."),
      .source = LEARNING_FORWARD "; practice S09",
      .action = NC_ ("check", "Look for a time within the workday, from Monday to Friday."),
    },
    .type = "meetings",
    .judge_row = judge_hours,
  },
  {
    {
      .code = "R-SAME",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Roles that do not go round"),
      .why = NC_ ("check", "Everybody in a learning community learns and leads; a role that stays with one person makes the "
                           "others an audience."),
      .source = DIETZ "; practice S13",
      .action = NC_ ("check", "Ask somebody else to take the role next time."),
    },
    .type = "communities",
    .judge_row = judge_rotation,
  },
  {
    {
      .code = "J-NO-ACT",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_CYCLES,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "What was learned and not acted on"),
      .why = NC_ ("check", "Learning is sought and shared so that something is done with it; only then do students have "
                           "something of it."),
      .source = "Building Professional Learning Communities; practice S29, S45",
      .action = NC_ ("check", "Ask in a meeting what each has tried since, and write it down."),
    },
    judge_acts,
  },
  { { NULL } },
};
