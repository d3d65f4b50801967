/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-members.h"

/* Who stands where on the map, and when people are so many that they are gathered by their roles (practice S01 to
 * S03). */

static guint
find_choice (const LampRow *row,
             const char    *name)
{
  const LampField *field = &row->type->fields[lamp_record_type_find_field (row->type, name)];
  const char *nick = lamp_row_get_text (row, name);
  guint i = 0;

  while (field->choices[i].nick != NULL && g_strcmp0 (field->choices[i].nick, nick) != 0)
    i++;

  return i;
}

/**
 * lamp_person_get_sector:
 * @person: a person
 *
 * Returns: the sector: 0 children, 1 educators, 2 parents, 3 business partners, 4 other organizations
 */
guint
lamp_person_get_sector (const LampRow *person)
{
  return MIN (find_choice (person, "sector"), LAMP_MAP_SECTORS - 1);
}

/**
 * lamp_person_get_band:
 * @person: a person
 *
 * Returns: the side of the wall
 */
LampMapBand
lamp_person_get_band (const LampRow *person)
{
  return g_strcmp0 (lamp_row_get_text (person, "wall"), "outside") == 0 ? LAMP_MAP_OUTSIDE : LAMP_MAP_INSIDE;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const LampRow *one = *(const LampRow * const *) a;
  const LampRow *other = *(const LampRow * const *) b;
  int result = (int) lamp_person_get_sector (one) - (int) lamp_person_get_sector (other);

  if (result == 0)
    result = (int) lamp_person_get_band (one) - (int) lamp_person_get_band (other);
  if (result == 0)
    result = (int) find_choice (one, "role_type") - (int) find_choice (other, "role_type");
  if (result == 0)
    result = g_utf8_collate (lamp_row_get_title (one), lamp_row_get_title (other));
  if (result == 0)
    result = g_strcmp0 (lamp_row_get_id (one), lamp_row_get_id (other));

  return result;
}

static gboolean
same_place (const LampRow *one,
            const LampRow *other)
{
  return lamp_person_get_sector (one) == lamp_person_get_sector (other)
         && lamp_person_get_band (one) == lamp_person_get_band (other);
}

static gboolean
same_role (const LampRow *one,
           const LampRow *other)
{
  return same_place (one, other) && find_choice (one, "role_type") == find_choice (other, "role_type");
}

typedef gboolean (*Same) (const LampRow *one,
                          const LampRow *other);

static guint
find_end (GPtrArray *people,
          guint      from,
          Same       same)
{
  guint to = from;

  while (to < people->len && same (people->pdata[from], people->pdata[to]))
    to++;

  return to;
}

static void
append_people (GArray    *members,
               GPtrArray *people,
               guint      from,
               guint      to)
{
  for (guint i = from; i < to; i++)
    {
      LampMapMember member = { lamp_person_get_sector (people->pdata[i]), lamp_person_get_band (people->pdata[i]),
                               people->pdata[i] };

      g_array_append_val (members, member);
    }
}

/* One role's people: gathered, unless there is but one, and after that one by one if they are open. */
static void
append_role (GArray     *members,
             GPtrArray  *people,
             GHashTable *open,
             guint       from,
             guint       to)
{
  LampMapMember member = { lamp_person_get_sector (people->pdata[from]), lamp_person_get_band (people->pdata[from]) };
  g_autofree char *name = NULL;

  if (to - from > 1)
    {
      member.people = g_ptr_array_sized_new (to - from);
      for (guint i = from; i < to; i++)
        g_ptr_array_add (member.people, people->pdata[i]);
      name = lamp_map_member_dup_name (&member);
      member.is_open = open != NULL && g_hash_table_contains (open, name);
      g_array_append_val (members, member);
    }
  if (to - from == 1 || member.is_open)
    append_people (members, people, from, to);
}

static void
append_crowd (GArray     *members,
              GPtrArray  *people,
              GHashTable *open,
              guint       from,
              guint       to)
{
  while (from < to)
    {
      guint end = find_end (people, from, same_role);

      append_role (members, people, open, from, end);
      from = end;
    }
}

/**
 * lamp_map_member_dup_name:
 * @self: a member
 *
 * Gets what stays the same of a member when all is read anew.
 *
 * Returns: (transfer full): a person's identifier, or a name that says sector, side and role
 */
char *
lamp_map_member_dup_name (const LampMapMember *self)
{
  const char *role;

  if (self->person != NULL)
    return g_strdup (lamp_row_get_id (self->person));

  role = lamp_row_get_text (self->people->pdata[0], "role_type");

  return g_strdup_printf ("~%u/%u/%s", self->sector, self->band, role != NULL ? role : "");
}

static void
member_clear (gpointer data)
{
  LampMapMember *self = data;

  g_clear_pointer (&self->people, g_ptr_array_unref);
}

/**
 * lamp_map_members_new:
 * @people: (element-type LampRow): who is shown
 * @open: (nullable): the names of gatherings that are open
 * @crowd: more than this on one side of the wall in one sector are gathered
 *
 * Puts people in the order in which they fill the map: by sector, side, role and name.
 *
 * Returns: (transfer full) (element-type LampMapMember): the members
 */
GArray *
lamp_map_members_new (GPtrArray  *people,
                      GHashTable *open,
                      guint       crowd)
{
  GArray *members = g_array_new (FALSE, TRUE, sizeof (LampMapMember));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint from = 0;

  g_array_set_clear_func (members, member_clear);
  g_ptr_array_extend (sorted, people, NULL, NULL);
  g_ptr_array_sort (sorted, compare_people);
  while (from < sorted->len)
    {
      guint to = find_end (sorted, from, same_place);

      if (to - from > crowd)
        append_crowd (members, sorted, open, from, to);
      else
        append_people (members, sorted, from, to);
      from = to;
    }

  return members;
}
