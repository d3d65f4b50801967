/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-people-board.h"

static const char * const types[] = { "people", "memberships", "communities", "relationships" };

struct _LampPeopleBoard
{
  GObject parent_instance;

  LampSession *session;
  GListModel *lists[G_N_ELEMENTS (types)];
  LampSnapshot *snapshot;
  GPtrArray *people;       /* who is shown */
  GArray *members;
  GHashTable *open;        /* the names of gatherings that are open */
  guint degree;
  GHashTable *near;        /* (nullable): rows; NULL when nobody is selected */
  guint refresh_id;
};

typedef enum
{
  PROP_SESSION = 1,
} LampPeopleBoardProps;

static GParamSpec *props[PROP_SESSION + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_NEAR_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampPeopleBoard, lamp_people_board, G_TYPE_OBJECT)

static LampSnapshot *
read_snapshot (LampPeopleBoard *self)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint j = 0; j < g_list_model_get_n_items (self->lists[i]); j++)
      {
        g_autoptr (LampRecord) record = g_list_model_get_item (self->lists[i], j);

        lamp_snapshot_take (snapshot, lamp_row_copy (lamp_record_get_row (record)));
      }

  return snapshot;
}

static gboolean
matches_search (LampPeopleBoard *self,
                const LampRow   *person)
{
  static const char * const fields[] = { "name", "job_title", "expertise", "interests", "concerns" };
  const char *search = lamp_session_get_search (self->session);

  for (guint i = 0; *search != '\0' && i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = lamp_row_get_text (person, fields[i]);

      if (text && g_str_match_string (search, text, TRUE))
        return TRUE;
    }

  return *search == '\0';
}

static gboolean
is_in_community (LampPeopleBoard *self,
                 const LampRow   *person)
{
  g_autoptr (LampRecord) record = NULL;

  if (lamp_session_get_community (self->session) == NULL)
    return TRUE;

  record = lamp_people_board_dup_record (self, person);

  return record && lamp_session_includes (self->session, record);
}

static void
choose_people (LampPeopleBoard *self)
{
  GPtrArray *rows = lamp_snapshot_get (self->snapshot, "people");

  g_ptr_array_set_size (self->people, 0);
  for (guint i = 0; i < rows->len; i++)
    if (matches_search (self, rows->pdata[i]) && is_in_community (self, rows->pdata[i]))
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
  GPtrArray *rows = lamp_snapshot_find_by (self->snapshot, "relationships", from, lamp_row_get_id (person));

  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *other = lamp_snapshot_find (self->snapshot, "people", lamp_row_get_text (rows->pdata[i], to));

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
  GPtrArray *own = lamp_snapshot_find_by (self->snapshot, "memberships", "person", lamp_row_get_id (person));

  for (guint i = 0; i < own->len; i++)
    {
      const char *id = lamp_row_get_text (own->pdata[i], "community");
      GPtrArray *all = lamp_snapshot_find_by (self->snapshot, "memberships", "community", id);

      if (!is_small (lamp_snapshot_find (self->snapshot, "communities", id)))
        continue;
      for (guint j = 0; j < all->len; j++)
        {
          const LampRow *other = lamp_snapshot_find (self->snapshot, "people",
                                                     lamp_row_get_text (all->pdata[j], "person"));

          if (other)
            g_hash_table_add (self->near, (gpointer) other);
        }
    }
}

static void
find_near (LampPeopleBoard *self)
{
  const LampRow *selected = lamp_people_board_get_selected (self);
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
  g_signal_emit (self, signals[SIGNAL_NEAR_CHANGED], 0);
}

/* Reading anew. */

/**
 * lamp_people_board_refresh:
 * @self: a board
 *
 * Reads everything anew, now.
 */
void
lamp_people_board_refresh (LampPeopleBoard *self)
{
  g_return_if_fail (LAMP_IS_PEOPLE_BOARD (self));

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->snapshot);
  self->snapshot = read_snapshot (self);
  choose_people (self);
  find_near (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
refresh_in_idle (gpointer data)
{
  LampPeopleBoard *self = data;

  self->refresh_id = 0;
  lamp_people_board_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (LampPeopleBoard *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_in_idle, self, NULL);
}

/* The class. */

static void
lamp_people_board_constructed (GObject *object)
{
  LampPeopleBoard *self = LAMP_PEOPLE_BOARD (object);
  LampStore *store = lamp_session_get_store (self->session);

  G_OBJECT_CLASS (lamp_people_board_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    self->lists[i] = lamp_store_list (store, types[i]);
  g_signal_connect_object (store, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::community", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::search", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  lamp_people_board_refresh (self);
}

static void
lamp_people_board_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((LampPeopleBoardProps) property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, LAMP_PEOPLE_BOARD (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_people_board_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((LampPeopleBoardProps) property_id)
    {
    case PROP_SESSION:
      LAMP_PEOPLE_BOARD (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_people_board_dispose (GObject *object)
{
  LampPeopleBoard *self = LAMP_PEOPLE_BOARD (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_clear_object (&self->lists[i]);

  G_OBJECT_CLASS (lamp_people_board_parent_class)->dispose (object);
}

static void
lamp_people_board_finalize (GObject *object)
{
  LampPeopleBoard *self = LAMP_PEOPLE_BOARD (object);

  g_clear_pointer (&self->near, g_hash_table_unref);
  g_clear_pointer (&self->members, g_array_unref);
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->open);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_people_board_parent_class)->finalize (object);
}

static void
lamp_people_board_class_init (LampPeopleBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lamp_people_board_constructed;
  object_class->get_property = lamp_people_board_get_property;
  object_class->set_property = lamp_people_board_set_property;
  object_class->dispose = lamp_people_board_dispose;
  object_class->finalize = lamp_people_board_finalize;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LAMP_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LAMP_TYPE_PEOPLE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_NEAR_CHANGED] = g_signal_new ("near-changed", LAMP_TYPE_PEOPLE_BOARD, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);
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
 * lamp_people_board_get_session:
 * @self: a board
 *
 * Returns: (transfer none): what is being looked at
 */
LampSession *
lamp_people_board_get_session (LampPeopleBoard *self)
{
  return self->session;
}

/**
 * lamp_people_board_get_snapshot:
 * @self: a board
 *
 * Returns: (transfer none): people and what belongs to them, until the next change
 */
LampSnapshot *
lamp_people_board_get_snapshot (LampPeopleBoard *self)
{
  return self->snapshot;
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
 * lamp_people_board_dup_record:
 * @self: a board
 * @person: (nullable): a person of the snapshot
 *
 * Returns: (transfer full) (nullable): the living record; %NULL when it has gone
 */
LampRecord *
lamp_people_board_dup_record (LampPeopleBoard *self,
                              const LampRow   *person)
{
  return person ? lamp_store_find (lamp_session_get_store (self->session), "people", lamp_row_get_id (person)) : NULL;
}

/**
 * lamp_people_board_get_selected:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the selected person, if a person is selected
 */
const LampRow *
lamp_people_board_get_selected (LampPeopleBoard *self)
{
  LampRecord *selected = lamp_session_get_selected (self->session);

  return lamp_record_is (selected, "people")
           ? lamp_snapshot_find (self->snapshot, "people", lamp_record_get_id (selected)) : NULL;
}

/**
 * lamp_people_board_select:
 * @self: a board
 * @person: (nullable): a person of the snapshot
 *
 * Selects a person in the whole window, or nothing.
 */
void
lamp_people_board_select (LampPeopleBoard *self,
                          const LampRow   *person)
{
  g_autoptr (LampRecord) record = lamp_people_board_dup_record (self, person);

  lamp_session_set_selected (self->session, record);
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
  lamp_people_board_refresh (self);
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
  g_autofree char *home = lamp_session_dup_home (self->session);

  return lamp_snapshot_find (self->snapshot, "communities", home);
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
  g_signal_emit (self, signals[SIGNAL_NEAR_CHANGED], 0);
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
