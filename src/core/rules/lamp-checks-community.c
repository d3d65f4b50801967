/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"

/* Who is at the table: practice S01, S02, S75. */

static gboolean
is_staff (const LampRow *person)
{
  return g_strcmp0 (lamp_row_get_text (person, "sector"), "educators") == 0
         && g_strcmp0 (lamp_row_get_text (person, "wall"), "inside") == 0;
}

static gboolean
has_staff (LampJudging   *self,
           const LampRow *community)
{
  GPtrArray *memberships = lamp_snapshot_find_by (self->snapshot, "memberships", "community",
                                                  lamp_row_get_id (community));

  for (guint i = 0; i < memberships->len; i++)
    {
      const LampRow *person = lamp_snapshot_find (self->snapshot, "people",
                                                  lamp_row_get_text (memberships->pdata[i], "person"));

      if (person != NULL && is_staff (person) && lamp_is_member_now (memberships->pdata[i], self->today))
        return TRUE;
    }

  return FALSE;
}

static void
judge_staff (LampJudging *self)
{
  GPtrArray *communities = lamp_snapshot_get (self->snapshot, "communities");

  for (guint i = 0; i < communities->len; i++)
    {
      const LampRow *community = communities->pdata[i];

      if (g_strcmp0 (lamp_row_get_text (community, "kind"), "action-team") != 0)
        continue;
      if (has_staff (self, community))
        lamp_judging_keep (self);
      else
        lamp_judging_find (self, community,
                           g_strdup_printf (_("No member of the school’s staff is in the action team “%s”."),
                                            lamp_row_get_title (community)));
    }
}

static const LampChoice *
get_sectors (void)
{
  const LampRecordType *people = lamp_schema_find ("people");

  return people->fields[lamp_record_type_find_field (people, "sector")].choices;
}

static const char *
get_sector_label (const LampChoice *sector)
{
  const LampRecordType *people = lamp_schema_find ("people");

  return lamp_field_get_choice_label (&people->fields[lamp_record_type_find_field (people, "sector")], sector->nick);
}

static guint
sector_bit (const LampRow *person)
{
  const LampChoice *sectors = get_sectors ();

  for (guint i = 0; sectors[i].nick != NULL; i++)
    if (g_strcmp0 (sectors[i].nick, lamp_row_get_text (person, "sector")) == 0)
      return 1u << i;

  return 0;
}

static guint
find_present (LampJudging *self)
{
  GPtrArray *people = lamp_snapshot_get (self->snapshot, "people");
  guint present = 0;

  for (guint i = 0; i < people->len; i++)
    present |= sector_bit (people->pdata[i]);

  return present;
}

/* The sectors of those who belong to each community or to one that is part of it. */
static guint *
find_covered (LampJudging *self,
              LampForest  *communities)
{
  GPtrArray *memberships = lamp_snapshot_get (self->snapshot, "memberships");
  guint *covered = g_new0 (guint, communities->rows->len);

  for (guint i = 0; i < memberships->len; i++)
    {
      const LampRow *membership = memberships->pdata[i];
      const LampRow *person = lamp_snapshot_find (self->snapshot, "people", lamp_row_get_text (membership, "person"));
      int place = lamp_forest_place (communities, lamp_row_get_text (membership, "community"));

      if (person != NULL && place >= 0 && lamp_is_member_now (membership, self->today))
        covered[place] |= sector_bit (person);
    }
  for (guint i = 0; i < communities->n_order; i++)
    if (communities->parents[communities->order[i]] >= 0)
      covered[communities->parents[communities->order[i]]] |= covered[communities->order[i]];

  return covered;
}

static void
judge_sectors_of (LampJudging   *self,
                  const LampRow *community,
                  guint          covered,
                  guint          asked)
{
  const LampChoice *sectors = get_sectors ();

  for (guint i = 0; sectors[i].nick != NULL; i++)
    {
      const char *label = get_sector_label (&sectors[i]);

      if (!(asked & 1u << i))
        continue;
      if (covered & 1u << i)
        lamp_judging_keep (self);
      else if (community == NULL)
        lamp_judging_find (self, NULL, g_strdup_printf (_("Nobody in the file is of the sector “%s”."), label));
      else
        lamp_judging_find (self, community, g_strdup_printf (_("Nobody of the sector “%s” belongs to “%s”."), label,
                                                             lamp_row_get_title (community)));
    }
}

/* The file as a whole is judged on all sectors; a school with members, only on those that the file knows somebody of:
 * otherwise the same gap would be found once more for every school. */
static void
judge_sectors (LampJudging *self)
{
  g_autoptr (LampForest) communities = lamp_forest_new (self->snapshot, "communities", "parent");
  g_autofree guint *covered = find_covered (self, communities);
  guint present = find_present (self);

  judge_sectors_of (self, NULL, present, G_MAXUINT);
  for (guint i = 0; i < communities->rows->len; i++)
    if (g_strcmp0 (lamp_row_get_text (communities->rows->pdata[i], "kind"), "school") == 0 && covered[i] != 0)
      judge_sectors_of (self, communities->rows->pdata[i], covered[i], present);
}

const LampRule lamp_rules_community[] = {
  {
    {
      .code = "A-NOSTAFF",
      .severity = LAMP_SEVERITY_ERROR,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Action teams without a member of staff"),
      .why = NC_ ("check", "An action team changes what happens in school; with nobody in it who works there, its "
                           "plans stop at the door."),
      .source = DIETZ "; practice S75",
      .action = NC_ ("check", "Invite a member of staff whose interests or concerns fit the team’s work."),
    },
    judge_staff,
  },
  {
    {
      .code = "S-SECTOR",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_PEOPLE,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Sectors with nobody in them"),
      .why = NC_ ("check", "Schooling is shared by children, educators, parents, business partners and other "
                           "organizations; who is not at the table is planned for, not with."),
      .source = DIETZ "; practice S01, S02",
      .action = NC_ ("check", "Think of somebody to invite; children are entered as a group."),
    },
    judge_sectors,
  },
  { { NULL } },
};
