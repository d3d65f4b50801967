/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-roles.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"

/* Each member is a learner and a leader, so that the roles in a meeting go round (Dietz 2008; practice S13). */

static const char * const roles[LAMP_N_ROLES] = { "facilitator", "recorder", "timekeeper", "norms_keeper" };

typedef struct
{
  const LampRow *person;
  guint turns[LAMP_N_ROLES];    /* meetings ago that they had the role last; G_MAXUINT for never */
  guint n_roles;                /* how often they had any */
  gboolean taken;               /* has a role in this meeting */
} Candidate;

typedef struct
{
  LampSnapshot *snapshot;
  const LampRow *meeting;
  GPtrArray *held;              /* the meetings before it, the latest first */
  GArray *candidates;
} Rota;

/**
 * lamp_roles_get_field:
 * @index: less than %LAMP_N_ROLES
 *
 * Returns: (transfer none): the field of meetings that says who has the role
 */
const char *
lamp_roles_get_field (guint index)
{
  g_return_val_if_fail (index < LAMP_N_ROLES, NULL);

  return roles[index];
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  const LampRow *left = *(const LampRow * const *) a;
  const LampRow *right = *(const LampRow * const *) b;
  int order = g_strcmp0 (lamp_row_get_text (right, "starts_at"), lamp_row_get_text (left, "starts_at"));

  return order != 0 ? order : g_strcmp0 (lamp_row_get_id (right), lamp_row_get_id (left));
}

/* A draft whose day has passed was never held. */
static gboolean
was_held_before (const LampRow *other,
                 const LampRow *meeting)
{
  return other != meeting && !lamp_row_is (other, "state", "draft")
         && g_strcmp0 (lamp_row_get_text (other, "starts_at"), lamp_row_get_text (meeting, "starts_at")) < 0;
}

/* Those of the same series; of the same community where there is none. */
static GPtrArray *
list_held (LampSnapshot  *snapshot,
           const LampRow *meeting)
{
  const char *field = lamp_row_has (meeting, "series") ? "series" : "community";
  GPtrArray *all = lamp_snapshot_find_by (snapshot, "meetings", field, lamp_row_get_text (meeting, field));
  GPtrArray *held = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (was_held_before (all->pdata[i], meeting))
      g_ptr_array_add (held, all->pdata[i]);
  g_ptr_array_sort (held, compare_latest_first);

  return held;
}

static gboolean
is_away (Rota       *rota,
         const char *person)
{
  GPtrArray *attendances = lamp_snapshot_find_by (rota->snapshot, "attendances", "meeting",
                                                  lamp_row_get_id (rota->meeting));

  for (guint i = 0; i < attendances->len; i++)
    if (lamp_row_is (attendances->pdata[i], "person", person))
      return lamp_row_is (attendances->pdata[i], "state", "absent")
             || lamp_row_is (attendances->pdata[i], "state", "excused");

  return FALSE;
}

/* A group of people, and children above all, takes no role as one. */
static gboolean
can_have_a_role (Rota          *rota,
                 const LampRow *membership,
                 const LampRow *person)
{
  g_autofree char *day = g_strndup (lamp_row_get_text (rota->meeting, "starts_at"), 10);
  const char *until = lamp_row_get_text (membership, "until");
  const char *since = lamp_row_get_text (membership, "since");

  if (person == NULL || lamp_row_get_integer (person, "group_size") > 0 || lamp_row_is (person, "sector", "children"))
    return FALSE;

  return (until == NULL || g_strcmp0 (until, day) >= 0) && (since == NULL || g_strcmp0 (since, day) <= 0)
         && !is_away (rota, lamp_row_get_id (person));
}

static void
look_back (Rota      *rota,
           Candidate *candidate)
{
  const char *person = lamp_row_get_id (candidate->person);

  for (guint role = 0; role < LAMP_N_ROLES; role++)
    {
      candidate->turns[role] = G_MAXUINT;
      for (guint i = rota->held->len; i > 0; i--)
        if (lamp_row_is (rota->held->pdata[i - 1], roles[role], person))
          {
            candidate->turns[role] = i - 1;
            candidate->n_roles++;
          }
      if (lamp_row_is (rota->meeting, roles[role], person))
        candidate->taken = TRUE;
    }
}

static void
find_candidates (Rota *rota)
{
  GPtrArray *memberships = lamp_snapshot_find_by (rota->snapshot, "memberships", "community",
                                                  lamp_row_get_text (rota->meeting, "community"));

  for (guint i = 0; i < memberships->len; i++)
    {
      const LampRow *person = lamp_snapshot_find (rota->snapshot, "people",
                                                  lamp_row_get_text (memberships->pdata[i], "person"));
      Candidate candidate = { .person = person };

      if (!can_have_a_role (rota, memberships->pdata[i], person))
        continue;
      look_back (rota, &candidate);
      g_array_append_val (rota->candidates, candidate);
    }
}

static guint
count_run (GPtrArray  *held,
           const char *role,
           const char *person)
{
  guint run = 0;

  while (run < held->len && lamp_row_is (held->pdata[run], role, person))
    run++;

  return run;
}

/* Whether @a comes before @b: not too often in a row, free today, longest without the role, fewest roles, and in the
 * end by name, so that the same file always proposes the same people. */
static gboolean
comes_before (Rota            *rota,
              const Candidate *a,
              const Candidate *b,
              guint            role)
{
  gboolean a_tired = count_run (rota->held, roles[role], lamp_row_get_id (a->person)) >= LAMP_ROLE_MOST_IN_A_ROW;
  gboolean b_tired = count_run (rota->held, roles[role], lamp_row_get_id (b->person)) >= LAMP_ROLE_MOST_IN_A_ROW;
  int order;

  if (a_tired != b_tired)
    return b_tired;
  if (a->taken != b->taken)
    return b->taken;
  if (a->turns[role] != b->turns[role])
    return a->turns[role] > b->turns[role];
  if (a->n_roles != b->n_roles)
    return a->n_roles < b->n_roles;
  order = g_utf8_collate (lamp_row_get_title (a->person), lamp_row_get_title (b->person));

  return order != 0 ? order < 0 : g_strcmp0 (lamp_row_get_id (a->person), lamp_row_get_id (b->person)) < 0;
}

static Candidate *
choose (Rota  *rota,
        guint  role)
{
  Candidate *best = NULL;

  for (guint i = 0; i < rota->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (rota->candidates, Candidate, i);

      if (best == NULL || comes_before (rota, candidate, best, role))
        best = candidate;
    }

  return best;
}

static char *
say_why (const LampRow *last,
         guint          ago)
{
  g_autofree char *when = NULL;

  if (last == NULL)
    return g_strdup (_("Has not had this role yet."));
  when = lamp_time_dup_display (lamp_row_get_text (last, "starts_at"));
  if (ago == 0)
    // Translators: %s is a day and a time
    return g_strdup_printf (_("Had this role last time, on %s: there is nobody else."), when);

  return g_strdup_printf (_("Longest without it: last had this role on %s."), when);
}

static LampRoleTurn *
make_turn (Rota  *rota,
           guint  role)
{
  LampRoleTurn *turn = g_new0 (LampRoleTurn, 1);
  Candidate *chosen = choose (rota, role);

  turn->role = roles[role];
  if (chosen == NULL)
    {
      turn->why = g_strdup (_("The community has no member who could take it."));
      return turn;
    }
  chosen->taken = TRUE;
  turn->person = chosen->person;
  if (chosen->turns[role] != G_MAXUINT)
    turn->last = rota->held->pdata[chosen->turns[role]];
  turn->why = say_why (turn->last, chosen->turns[role]);

  return turn;
}

/**
 * lamp_roles_propose:
 * @snapshot: a snapshot with the meetings, memberships, people and attendances of a community
 * @meeting: the identifier of a meeting
 *
 * Proposes who has which role in a meeting that nobody has yet: of the members who are not away, whoever had it least
 * recently in the meetings of its series, nobody more than %LAMP_ROLE_MOST_IN_A_ROW times in a row while there is
 * anybody else, and each only one where there are enough people.
 *
 * Returns: (transfer full) (element-type LampRoleTurn): one for each role that is free, in the order of the roles
 */
GPtrArray *
lamp_roles_propose (LampSnapshot *snapshot,
                    const char   *meeting)
{
  GPtrArray *turns = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_role_turn_free);
  Rota rota = { .snapshot = snapshot };

  g_return_val_if_fail (LAMP_IS_SNAPSHOT (snapshot), turns);

  rota.meeting = lamp_snapshot_find (snapshot, "meetings", meeting);
  if (rota.meeting == NULL)
    return turns;
  rota.held = list_held (snapshot, rota.meeting);
  rota.candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  find_candidates (&rota);
  for (guint role = 0; role < LAMP_N_ROLES; role++)
    if (!lamp_row_has (rota.meeting, roles[role]))
      g_ptr_array_add (turns, make_turn (&rota, role));
  g_array_unref (rota.candidates);
  g_ptr_array_unref (rota.held);

  return turns;
}

/**
 * lamp_roles_count_in_a_row:
 * @snapshot: a snapshot
 * @meeting: the identifier of a meeting
 * @role: a field of meetings, such as "recorder"
 * @person: the identifier of a person
 *
 * Returns: in how many meetings in a row before this one the person had the role
 */
guint
lamp_roles_count_in_a_row (LampSnapshot *snapshot,
                           const char   *meeting,
                           const char   *role,
                           const char   *person)
{
  g_autoptr (GPtrArray) held = NULL;
  const LampRow *row;

  g_return_val_if_fail (LAMP_IS_SNAPSHOT (snapshot), 0);

  row = lamp_snapshot_find (snapshot, "meetings", meeting);
  if (row == NULL)
    return 0;
  held = list_held (snapshot, row);

  return count_run (held, role, person);
}

/**
 * lamp_role_turn_free:
 * @self: (nullable): a turn
 *
 * Frees it.
 */
void
lamp_role_turn_free (LampRoleTurn *self)
{
  if (self == NULL)
    return;
  g_free (self->why);
  g_free (self);
}
