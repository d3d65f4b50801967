/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-oneroster.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-csv.h"
#include "lamp-id.h"

/* A school's roster as OneRoster 1.1 has it: a folder of tables. Staff come in by name. Children come in as one group
 * for each school and grade, with its size: no pupil's name, number or address is taken over, and a group that would
 * single one child out is joined with others. Families are not in our file by name either: they are reached through
 * people who say so themselves. */

typedef struct
{
  LampClock *clock;
  LampSnapshot *snapshot;
  GHashTable *groups; /* school id + '\t' + grade → how many children */
  GStrvBuilder *notes;
  guint staff;
  guint children;
  guint skipped;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_strv_builder_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/**
 * lamp_oneroster_is_folder:
 * @file: a file or folder
 *
 * Returns: whether it is a folder with OneRoster's tables of organizations and users
 */
gboolean
lamp_oneroster_is_folder (GFile *file)
{
  g_autoptr (GFile) orgs = g_file_get_child (file, "orgs.csv");
  g_autoptr (GFile) users = g_file_get_child (file, "users.csv");

  return g_file_query_exists (orgs, NULL) && g_file_query_exists (users, NULL);
}

static LampCsv *
read_table (GFile         *folder,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  LampCsv *csv = lamp_csv_read (file, cancellable, error);

  if (csv == NULL)
    g_prefix_error (error, "%s: ", name);

  return csv;
}

/* The same record gets the same identifier each time, so that next year's roster meets this year's. */
static char *
make_id (const char *kind,
         const char *sourced_id)
{
  g_autofree char *id = g_strdup_printf ("oneroster.%s.%s", kind, sourced_id);
  g_autofree char *digest = NULL;

  if (lamp_id_is_valid (id))
    return g_steal_pointer (&id);
  digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, sourced_id, -1);

  return g_strdup_printf ("oneroster.%s.%s", kind, digest);
}

static LampRow *
new_row (Reader     *self,
         const char *type,
         const char *id)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));
  g_autofree char *now = lamp_clock_dup_instant (self->clock);

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "created_at", now);
  lamp_row_set_text (row, "modified_at", now);

  return row;
}

/* A cell of one line, cut to what a text holds. */
static void
set_line (LampRow    *row,
          const char *field,
          const char *text)
{
  g_autofree char *line = g_strdelimit (g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LAMP_TEXT_LIMIT)), "\r\n", ' ');

  if (*line != '\0')
    lamp_row_set_text (row, field, line);
}

static gboolean
is_gone (LampCsv *csv,
         guint    row)
{
  const char *status = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "status"));
  const char *enabled = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "enabledUser"));

  return g_ascii_strcasecmp (status, "tobedeleted") == 0 || g_ascii_strcasecmp (enabled, "false") == 0;
}

static const char *
org_kind (const char *type)
{
  if (g_ascii_strcasecmp (type, "school") == 0)
    return "school";
  if (g_ascii_strcasecmp (type, "department") == 0)
    return "team";

  return "system"; /* district, local, state, national */
}

static void
read_org (Reader  *self,
          LampCsv *csv,
          guint    row)
{
  const char *sourced_id = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "sourcedId"));
  const char *name = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "name"));
  const char *parent = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "parentSourcedId"));
  g_autofree char *id = make_id ("org", sourced_id);
  g_autofree char *parent_id = *parent != '\0' ? make_id ("org", parent) : NULL;
  LampRow *community;

  if (*sourced_id == '\0' || *name == '\0' || is_gone (csv, row) || lamp_snapshot_find (self->snapshot, "communities", id))
    {
      self->skipped++;
      return;
    }
  community = new_row (self, "communities", id);
  set_line (community, "name", name);
  lamp_row_set_text (community, "kind", org_kind (lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "type"))));
  if (g_strcmp0 (id, parent_id) != 0)
    lamp_row_set_text (community, "parent", parent_id);
  lamp_snapshot_take (self->snapshot, community);
}

/* A school whose district is not in the table stands under the one district there is, if there is one. */
static void
mend_parents (Reader *self)
{
  GPtrArray *communities = lamp_snapshot_get (self->snapshot, "communities");
  const char *only_system = NULL;
  guint n_systems = 0;

  for (guint i = 0; i < communities->len; i++)
    if (g_strcmp0 (lamp_row_get_text (communities->pdata[i], "kind"), "system") == 0)
      {
        only_system = lamp_row_get_id (communities->pdata[i]);
        n_systems++;
      }
  for (guint i = 0; i < communities->len; i++)
    {
      LampRow *row = communities->pdata[i];

      if (lamp_snapshot_find (self->snapshot, "communities", lamp_row_get_text (row, "parent")) == NULL)
        lamp_row_set_text (row, "parent", NULL);
      if (!lamp_row_has (row, "parent") && n_systems == 1 && g_strcmp0 (lamp_row_get_id (row), only_system) != 0)
        lamp_row_set_text (row, "parent", only_system);
    }
}

static void
add_membership (Reader     *self,
                const char *community,
                const char *person)
{
  g_autofree char *both = g_strdup_printf ("%s %s", community, person);
  g_autofree char *id = make_id ("membership", both);
  LampRow *membership;

  if (lamp_snapshot_find (self->snapshot, "communities", community) == NULL
      || lamp_snapshot_find (self->snapshot, "memberships", id) != NULL)
    return;
  membership = new_row (self, "memberships", id);
  lamp_row_set_text (membership, "community", community);
  lamp_row_set_text (membership, "person", person);
  lamp_row_set_text (membership, "role", "member");
  lamp_snapshot_take (self->snapshot, membership);
}

static char *
full_name (LampCsv *csv,
           guint    row)
{
  const char *given = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "givenName"));
  const char *family = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "familyName"));

  return g_strstrip (g_strdup_printf ("%s %s", given, family));
}

static void
read_staff (Reader     *self,
            LampCsv    *csv,
            guint       row,
            const char *role_type)
{
  g_autofree char *id = make_id ("user", lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "sourcedId")));
  g_autofree char *name = full_name (csv, row);
  g_auto (GStrv) orgs = g_strsplit (lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "orgs")), ",", -1);
  LampRow *person;

  if (*name == '\0' || lamp_snapshot_find (self->snapshot, "people", id) != NULL)
    {
      self->skipped++;
      return;
    }
  person = new_row (self, "people", id);
  set_line (person, "name", name);
  lamp_row_set_text (person, "sector", "educators");
  lamp_row_set_text (person, "role_type", role_type);
  lamp_row_set_text (person, "wall", "inside");
  set_line (person, "email", lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "email")));
  set_line (person, "phone", lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "phone")));
  lamp_snapshot_take (self->snapshot, person);
  self->staff++;
  for (guint i = 0; orgs[i] != NULL; i++)
    {
      g_autofree char *community = make_id ("org", g_strstrip (orgs[i]));

      add_membership (self, community, id);
    }
}

static void
count_child (Reader  *self,
             LampCsv *csv,
             guint    row)
{
  g_auto (GStrv) orgs = g_strsplit (lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "orgs")), ",", 2);
  g_auto (GStrv) grades = g_strsplit (lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "grades")), ",", 2);
  g_autofree char *school = make_id ("org", orgs[0] != NULL ? g_strstrip (orgs[0]) : "");
  char *key = g_strdup_printf ("%s\t%s", school, grades[0] != NULL ? g_strstrip (grades[0]) : "");

  g_hash_table_insert (self->groups, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->groups, key)) + 1));
  self->children++;
}

static void
read_user (Reader  *self,
           LampCsv *csv,
           guint    row)
{
  const char *role = lamp_csv_get_cell (csv, row, lamp_csv_find_column (csv, "role"));

  if (is_gone (csv, row))
    self->skipped++;
  else if (g_ascii_strcasecmp (role, "student") == 0)
    count_child (self, csv, row);
  else if (g_ascii_strcasecmp (role, "teacher") == 0)
    read_staff (self, csv, row, "teacher");
  else if (g_ascii_strcasecmp (role, "administrator") == 0)
    read_staff (self, csv, row, "administrator");
  else if (g_ascii_strcasecmp (role, "aide") == 0 || g_ascii_strcasecmp (role, "proctor") == 0)
    read_staff (self, csv, row, "support-staff");
  else
    self->skipped++;
}

static void
add_group (Reader     *self,
           const char *school,
           const char *grade,
           guint       size)
{
  const LampRow *community = lamp_snapshot_find (self->snapshot, "communities", school);
  const char *school_name = community != NULL ? lamp_row_get_title (community) : _("School not in the roster");
  g_autofree char *key = g_strdup_printf ("%s %s", school, grade);
  g_autofree char *id = make_id ("group", key);
  /* Translators: a group of children: the grade as the roster writes it ("KG", "10"), then the school */
  g_autofree char *name = *grade != '\0' ? g_strdup_printf (_("Grade %s, %s"), grade, school_name)
                                         : g_strdup_printf (_("Learners, %s"), school_name);
  LampRow *group = new_row (self, "people", id);

  set_line (group, "name", name);
  lamp_row_set_text (group, "sector", "children");
  lamp_row_set_text (group, "role_type", "learners");
  lamp_row_set_text (group, "wall", "inside");
  lamp_row_set_integer (group, "group_size", size);
  lamp_snapshot_take (self->snapshot, group);
  add_membership (self, school, id);
}

/* One child alone in a grade would be singled out: joins them with the school's other learners. */
static void
join_single_children (Reader *self)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (self->groups);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = keys->pdata[i];
      gsize school = (gsize) (strchr (key, '\t') - key) + 1;
      char *rest;

      if (key[school] == '\0' || GPOINTER_TO_UINT (g_hash_table_lookup (self->groups, key)) != 1)
        continue;
      rest = g_strndup (key, school);
      g_hash_table_remove (self->groups, key);
      g_hash_table_insert (self->groups, rest, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->groups, rest)) + 1));
    }
}

static void
add_groups (Reader *self)
{
  GHashTableIter iter;
  gpointer key, count;

  join_single_children (self);
  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      g_auto (GStrv) part = g_strsplit (key, "\t", 2);

      if (GPOINTER_TO_UINT (count) >= 2)
        add_group (self, part[0], part[1], GPOINTER_TO_UINT (count));
      else
        self->skipped++;
    }
}

static void
add_notes (Reader *self)
{
  g_strv_builder_take (self->notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member of staff comes in by name.",
                                                                  "%u members of staff come in by name.", self->staff),
                                                     self->staff));
  g_strv_builder_take (self->notes,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "%u child comes in as part of a group, without a name.",
                                                     "%u children come in as groups, without their names.", self->children),
                                        self->children));
  if (self->skipped > 0)
    g_strv_builder_take (self->notes,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                       "%u row was left out: families, people who have left, and rows without a name or number.",
                                                       "%u rows were left out: families, people who have left, and rows without a name or number.",
                                                       self->skipped),
                                          self->skipped));
}

static gboolean
has_columns (LampCsv             *csv,
             const char          *file,
             const char * const  *columns,
             GError             **error)
{
  for (; *columns != NULL; columns++)
    if (lamp_csv_find_column (csv, *columns) < 0)
      {
        g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT, _("%s has no column “%s”: OneRoster 1.1 is what can be read."),
                     file, *columns);
        return FALSE;
      }

  return TRUE;
}

/**
 * lamp_oneroster_read:
 * @folder: a folder with `orgs.csv` and `users.csv` of OneRoster 1.1
 * @clock: tells the time that the records carry
 * @notes: (out) (optional) (transfer full): what was done with whom, in sentences
 * @cancellable: (nullable): to stop early
 * @error: where to put an error of [error@Error] or [error@Gio.IOErrorEnum]
 *
 * Reads a school's roster: organizations become communities, staff become people, children become groups by school
 * and grade. Identifiers are made from the roster's own, so that reading it again next term updates what is there.
 *
 * Returns: (transfer full) (nullable): communities, people and memberships
 */
LampSnapshot *
lamp_oneroster_read (GFile         *folder,
                     LampClock     *clock,
                     GStrv         *notes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  static const char * const org_columns[] = { "sourcedId", "name", "type", NULL };
  static const char * const user_columns[] = { "sourcedId", "orgs", "role", "givenName", "familyName", NULL };
  g_auto (Reader) self = { .clock = clock };
  g_autoptr (LampCsv) orgs = NULL;
  g_autoptr (LampCsv) users = NULL;

  orgs = read_table (folder, "orgs.csv", cancellable, error);
  if (orgs == NULL || !has_columns (orgs, "orgs.csv", org_columns, error))
    return NULL;
  users = read_table (folder, "users.csv", cancellable, error);
  if (users == NULL || !has_columns (users, "users.csv", user_columns, error))
    return NULL;
  self.snapshot = lamp_snapshot_new ();
  self.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.notes = g_strv_builder_new ();
  for (guint i = 0; i < lamp_csv_get_n_rows (orgs); i++)
    read_org (&self, orgs, i);
  mend_parents (&self);
  for (guint i = 0; i < lamp_csv_get_n_rows (users); i++)
    read_user (&self, users, i);
  add_groups (&self);
  add_notes (&self);
  lamp_snapshot_sort (self.snapshot);
  if (notes != NULL)
    *notes = g_strv_builder_end (self.notes);

  return g_steal_pointer (&self.snapshot);
}
