/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-people-board.h"

/* A person in words. Names are never split and never assumed to be two words. */

/**
 * lamp_person_get_choice:
 * @person: a person
 * @field: an enum field, such as "sector"
 *
 * Returns: (transfer none) (nullable): its value for reading
 */
const char *
lamp_person_get_choice (const LampRow *person,
                        const char    *field)
{
  const char *nick = lamp_row_get_text (person, field);
  int index = lamp_record_type_find_field (person->type, field);

  return nick ? lamp_field_get_choice_label (&person->type->fields[index], nick) : NULL;
}

/**
 * lamp_person_dup_role:
 * @person: a person or a group
 *
 * Returns: (transfer full): what stands below the name: the size of a group, else the job title or the role
 */
char *
lamp_person_dup_role (const LampRow *person)
{
  gint64 size = lamp_row_get_integer (person, "group_size");
  const char *job = lamp_row_get_text (person, "job_title");
  const char *role = lamp_person_get_choice (person, "role_type");

  if (size > 0)
    return g_strdup_printf (ngettext ("%d person", "%d people", (gulong) size), (int) size);

  return g_strdup (job ? job : role ? role : lamp_person_get_choice (person, "sector"));
}

static void
append_listed (GString    *text,
               const char *item)
{
  if (text->len > 0)
    // Translators: between the parts of a list
    g_string_append (text, C_ ("list", ", "));
  g_string_append (text, item);
}

/**
 * lamp_person_dup_communities:
 * @board: a board
 * @person: a person
 *
 * Returns: (transfer full): the names of the communities that the person belongs to; empty when there is none
 */
char *
lamp_person_dup_communities (LampPeopleBoard *board,
                             const LampRow   *person)
{
  LampSnapshot *snapshot = lamp_board_get_snapshot (LAMP_BOARD (board));
  GPtrArray *memberships = lamp_snapshot_find_by (snapshot, "memberships", "person", lamp_row_get_id (person));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < memberships->len; i++)
    {
      const LampRow *community = lamp_snapshot_find (snapshot, "communities",
                                                     lamp_row_get_text (memberships->pdata[i], "community"));

      if (community)
        append_listed (text, lamp_row_get_title (community));
    }

  return g_string_free (text, FALSE);
}

/**
 * lamp_person_dup_sentence:
 * @board: a board
 * @person: a person
 *
 * Says all that a person's node shows, for those who do not see it: “Ana Ruiz, Teacher, Educators, Inside the walls,
 * member of Grade 3 Team”.
 *
 * Returns: (transfer full): a sentence
 */
char *
lamp_person_dup_sentence (LampPeopleBoard *board,
                          const LampRow   *person)
{
  g_autofree char *role = lamp_person_dup_role (person);
  g_autofree char *communities = lamp_person_dup_communities (board, person);
  g_autofree char *member = NULL;
  GString *text = g_string_new (lamp_row_get_title (person));

  append_listed (text, role);
  append_listed (text, lamp_person_get_choice (person, "sector"));
  append_listed (text, lamp_person_get_choice (person, "wall"));
  if (*communities)
    {
      // Translators: %s is the name of a community, or of several
      member = g_strdup_printf (_("member of %s"), communities);
      append_listed (text, member);
    }

  return g_string_free (text, FALSE);
}

/* What a relationship is, seen from either of its ends. */
static const char *
say_kind (const LampRow *relationship,
          gboolean       is_from_other)
{
  static const struct { const char *nick; const char *from_other; } kinds[] = {
    { "mentors", NC_ ("relationship", "Mentored by") },
    { "visits", NC_ ("relationship", "Visited by") },
    { "lends-expertise", NC_ ("relationship", "Gets expertise from") },
  };
  const char *nick = lamp_row_get_text (relationship, "kind");

  for (guint i = 0; is_from_other && i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].nick, nick) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "relationship", kinds[i].from_other);

  return lamp_person_get_choice (relationship, "kind");
}

static void
append_relation (LampPeopleBoard *board,
                 GString         *text,
                 const LampRow   *relationship,
                 const char      *other_field,
                 gboolean         is_from_other)
{
  LampSnapshot *snapshot = lamp_board_get_snapshot (LAMP_BOARD (board));
  const LampRow *other = lamp_snapshot_find (snapshot, "people", lamp_row_get_text (relationship, other_field));
  g_autofree char *part = NULL;

  if (!other)
    return;

  // Translators: %1$s is such as “Works with” or “Mentored by”, %2$s is somebody
  part = g_strdup_printf (C_ ("relationship", "%1$s %2$s"), say_kind (relationship, is_from_other),
                          lamp_row_get_title (other));
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/**
 * lamp_person_dup_relations:
 * @board: a board
 * @person: a person
 *
 * Returns: (transfer full): what the lines from the person say; empty when there are none
 */
char *
lamp_person_dup_relations (LampPeopleBoard *board,
                           const LampRow   *person)
{
  LampSnapshot *snapshot = lamp_board_get_snapshot (LAMP_BOARD (board));
  GPtrArray *from = lamp_snapshot_find_by (snapshot, "relationships", "person", lamp_row_get_id (person));
  GPtrArray *to = lamp_snapshot_find_by (snapshot, "relationships", "other", lamp_row_get_id (person));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < from->len; i++)
    append_relation (board, text, from->pdata[i], "other", FALSE);
  for (guint i = 0; i < to->len; i++)
    append_relation (board, text, to->pdata[i], "person", TRUE);

  return g_string_free (text, FALSE);
}
