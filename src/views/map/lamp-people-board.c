/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-people-board.h"

static const char * const types[] = { "people", "memberships", "communities", "relationships", NULL };

struct _LampPeopleBoard
{
  LampBoard parent_instance;

  GPtrArray *people;       /* who is shown */
  GArray *members;
  GHashTable *open;        /* the names of gatherings that are open */
  guint degree;
  GHashTable *near;        /* (nullable): rows; NULL when nobody is selected */
};

static guint near_changed_signal;

G_DEFINE_FINAL_TYPE (LampPeopleBoard, lamp_people_board, LAMP_TYPE_BOARD)

static LampSnapshot *
get_snapshot (LampPeopleBoard *self)
{
  return lamp_board_get_snapshot (LAMP_BOARD (self));
}

static gboolean
matches_search (LampPeopleBoard *self,
                const LampRow   *person)
{
  static const char * const fields[] = { "name", "job_title", "expertise", "interests", "concerns" };
  const char *search = lamp_session_get_search (lamp_board_get_session (LAMP_BOARD (self)));

  for (guint i = 0; *search != '\0' && i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = lamp_row_get_text (person, fields[i]);

      if (text && g_str_match_string (search, text, TRUE))
        return TRUE;
    }

  return *search == '\0';
}

static void
choose_people (LampPeopleBoard *self)
{
  GPtrArray *rows = lamp_snapshot_get (get_snapshot (self), "people");

  g_ptr_array_set_size (self->people, 0);
  for (guint i = 0; i < rows->len; i++)
    if (matches_search (self, rows->pdata[i]) && lamp_board_includes (LAMP_BOARD (self), rows->pdata[i]))
      g_ptr_array_add (self->people, rows->pdata[i]);
  g_clear_pointer (&self->members, g_array_unref);
  self->members = lamp_map_members_new (self->people, self->open, LAMP_MAP_CROWD);
}

/* Who is near. */

static void
add_related (LampPeopleBoard *self,
             const LampRow   *person,
             const char      *from,
             const char      *to,
             GPtrArray       *next)
{
  GPtrArray *rows = lamp_snapshot_find_by (get_snapshot (self), "relationships", from, lamp_row_get_id (person));

  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *other = lamp_snapshot_find (get_snapshot (self), "people", lamp_row_get_text (rows->pdata[i], to));

      if (other && g_hash_table_add (self->near, (gpointer) other))
        g_ptr_array_add (next, (gpointer) other);
    }
}

static gboolean
is_small (const LampRow *community)
{
  const char *kind = community ? lamp_row_get_text (community, "kind") : NULL;

  return g_strcmp0 (kind, "team") == 0 || g_strcmp0 (kind, "action-team") == 0;
}

/* Those with whom somebody is on a team. That all of a school belong to it brings nobody nearer. */
static void
add_team_mates (LampPeopleBoard *self,
                const LampRow   *person)
{
  GPtrArray *own = lamp_snapshot_find_by (get_snapshot (self), "memberships", "person", lamp_row_get_id (person));

  for (guint i = 0; i < own->len; i++)
    {
      const char *id = lamp_row_get_text (own->pdata[i], "community");
      GPtrArray *all = lamp_snapshot_find_by (get_snapshot (self), "memberships", "community", id);

      if (!is_small (lamp_snapshot_find (get_snapshot (self), "communities", id)))
        continue;
      for (guint j = 0; j < all->len; j++)
        {
          const LampRow *other = lamp_snapshot_find (get_snapshot (self), "people",
                                                     lamp_row_get_text (all->pdata[j], "person"));

          if (other)
            g_hash_table_add (self->near, (gpointer) other);
        }
    }
}

static void
find_near (LampPeopleBoard *self)
{
  const LampRow *selected = lamp_board_get_selected (LAMP_BOARD (self));
  g_autoptr (GPtrArray) ring = g_ptr_array_new ();

  g_clear_pointer (&self->near, g_hash_table_unref);
  if (!selected)
    return;

  self->near = g_hash_table_new (NULL, NULL);
  g_hash_table_add (self->near, (gpointer) selected);
  g_ptr_array_add (ring, (gpointer) selected);
  for (guint degree = 0; degree < self->degree && ring->len > 0; degree++)
    {
      g_autoptr (GPtrArray) next = g_ptr_array_new ();

      for (guint i = 0; i < ring->len; i++)
        {
          add_related (self, ring->pdata[i], "person", "other", next);
          add_related (self, ring->pdata[i], "other", "person", next);
        }
      g_ptr_array_unref (ring);
      ring = g_steal_pointer (&next);
    }
  if (self->degree > 0)
    add_team_mates (self, selected);
}

static void
on_selected (LampPeopleBoard *self)
{
  self->degree = 1;
  find_near (self);
  g_signal_emit (self, near_changed_signal, 0);
}

/* The class. */

static void
lamp_people_board_read (LampBoard *board)
{
  LampPeopleBoard *self = LAMP_PEOPLE_BOARD (board);

  choose_people (self);
  find_near (self);
}

static void
lamp_people_board_constructed (GObject *object)
{
  LampPeopleBoard *self = LAMP_PEOPLE_BOARD (object);

  G_OBJECT_CLASS (lamp_people_board_parent_class)->constructed (object);

  g_signal_connect_object (lamp_board_get_session (LAMP_BOARD (self)), "notify::selected", G_CALLBACK (on_selected),
                           self, G_CONNECT_SWAPPED);
}

static void
lamp_people_board_finalize (GObject *object)
{
  LampPeopleBoard *self = LAMP_PEOPLE_BOARD (object);

  g_clear_pointer (&self->near, g_hash_table_unref);
  g_clear_pointer (&self->members, g_array_unref);
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->open);

  G_OBJECT_CLASS (lamp_people_board_parent_class)->finalize (object);
}

static void
lamp_people_board_class_init (LampPeopleBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LampBoardClass *board_class = LAMP_BOARD_CLASS (klass);

  object_class->constructed = lamp_people_board_constructed;
  object_class->finalize = lamp_people_board_finalize;
  board_class->types = types;
  board_class->read = lamp_people_board_read;

  near_changed_signal = g_signal_new ("near-changed", LAMP_TYPE_PEOPLE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
}

static void
lamp_people_board_init (LampPeopleBoard *self)
{
  self->people = g_ptr_array_new ();
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->degree = 1;
}

/**
 * lamp_people_board_new:
 * @session: what is being looked at
 *
 * Returns: (transfer full): a board that has been read
 */
LampPeopleBoard *
lamp_people_board_new (LampSession *session)
{
  return g_object_new (LAMP_TYPE_PEOPLE_BOARD, "session", session, NULL);
}

/**
 * lamp_people_board_get_members:
 * @self: a board
 *
 * Returns: (transfer none) (element-type LampMapMember): who stands on the map, until the next change
 */
GArray *
lamp_people_board_get_members (LampPeopleBoard *self)
{
  return self->members;
}

/**
 * lamp_people_board_get_people:
 * @self: a board
 *
 * Returns: (transfer none) (element-type LampRow): who is shown, one by one, until the next change
 */
GPtrArray *
lamp_people_board_get_people (LampPeopleBoard *self)
{
  return self->people;
}

/**
 * lamp_people_board_toggle:
 * @self: a board
 * @gathering: the name of a gathering
 *
 * Opens a gathering, or closes it.
 */
void
lamp_people_board_toggle (LampPeopleBoard *self,
                          const char      *gathering)
{
  g_return_if_fail (LAMP_IS_PEOPLE_BOARD (self));

  if (!g_hash_table_remove (self->open, gathering))
    g_hash_table_add (self->open, g_strdup (gathering));
  lamp_board_refresh (LAMP_BOARD (self));
}

/**
 * lamp_people_board_get_home:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the community whose purpose stands in the middle
 */
const LampRow *
lamp_people_board_get_home (LampPeopleBoard *self)
{
  g_autofree char *home = lamp_session_dup_home (lamp_board_get_session (LAMP_BOARD (self)));

  return lamp_snapshot_find (get_snapshot (self), "communities", home);
}

/**
 * lamp_people_board_get_degree:
 * @self: a board
 *
 * Returns: how many steps away from the selected person somebody still counts as near
 */
guint
lamp_people_board_get_degree (LampPeopleBoard *self)
{
  return self->degree;
}

/**
 * lamp_people_board_set_degree:
 * @self: a board
 * @degree: how many steps
 */
void
lamp_people_board_set_degree (LampPeopleBoard *self,
                              guint            degree)
{
  g_return_if_fail (LAMP_IS_PEOPLE_BOARD (self));

  if (self->degree == degree)
    return;

  self->degree = degree;
  find_near (self);
  g_signal_emit (self, near_changed_signal, 0);
}

/**
 * lamp_people_board_is_near:
 * @self: a board
 * @person: a person
 *
 * Returns: whether the person is near the selected one; everybody is when nobody is selected
 */
gboolean
lamp_people_board_is_near (LampPeopleBoard *self,
                           const LampRow   *person)
{
  return self->near == NULL || g_hash_table_contains (self->near, person);
}
