/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table.h"

#include <string.h>

/* What a column is likely to hold, from its name: to start from, for a person to correct. */

static const struct
{
  const char *field;
  const char *const names[16]; /* in small letters, without spaces and signs; the likeliest first */
} known[] = {
  { "goal", { "goal", "goalid", "goalcode", "goalno", "goalnumber", NULL } },
  { "id", { "code", "ref", "reference", "key", "goalid", "goalcode", "goalno", "goalnumber", "no", "nr", NULL } },
  { "title", { "title", "goal", "goaltitle", "goalname", "goalstatement", "smartgoal", "objective", "action", "strategy",
               "name", "description", "text", NULL } },
  { "name", { "fullname", "person", "member", "staffmember", NULL } },
  { "parent", { "parent", "parentid", "parentgoal", "supports", "supportsgoal", "goalsupported", "alignswith", "alignsto",
                "alignedto", "alignedwith", "alignment", "linkedto", "partof", NULL } },
  { "owner", { "owner", "lead", "leader", "responsible", "personresponsible", "responsibleperson", "person", "who",
               "businessowner", "champion", "pointperson", NULL } },
  { "due", { "due", "duedate", "dueby", "deadline", "targetdate", "enddate", "completiondate", "completeby", "by",
             "bywhen", "when", "timeline", NULL } },
  { "status", { "status", "currentstatus", "goalstatus", "state", "progress", NULL } },
  { "why", { "why", "reason", "rationale", "purpose", "desc", "description", "details", NULL } },
  { "measure", { "measure", "measuredby", "indicator", "metric", "measuregoal", "kpi", "evidence", "evidenceofsuccess",
                 NULL } },
  { "baseline", { "baseline", "start", "startvalue", "startingpoint", "current", "currentvalue", NULL } },
  { "target", { "target", "targetvalue", "endvalue", "goalvalue", NULL } },
  { "value", { "value", "actual", "actualvalue", "result", "score", NULL } },
  { "measured_on", { "measuredon", "date", "measured", NULL } },
  { "position", { "position", "order", "sort", "number", NULL } },
  { "level", { "level", "goallevel", "tier", NULL } },
  { "unit", { "unit", "units", NULL } },
  { "email", { "email", "emailaddress", "mail", NULL } },
};

/* What a table's rows are likely to be, the likeliest first. */
static const char *const likely[] = { "goals", "measurements", "people", "communities", "strategies", NULL };

/* Small letters and digits only; "Goal #" is a number of a goal. */
static char *
normalize (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '#')
      g_string_append (plain, "no");
    else if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}

static gboolean
holds_formulas (LampCsv *csv,
                guint    column)
{
  for (guint row = 0; row < lamp_csv_get_n_rows (csv); row++)
    if (*lamp_csv_get_cell (csv, row, (int) column) == '=')
      return TRUE;

  return FALSE;
}

/* Whether each row has something of its own in the column. */
static gboolean
tells_rows_apart (LampCsv *csv,
                  guint    column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < lamp_csv_get_n_rows (csv); row++)
    {
      const char *cell = lamp_csv_get_cell (csv, row, (int) column);

      if (*cell == '\0' || !g_hash_table_add (seen, (gpointer) cell))
        return FALSE;
    }

  return lamp_csv_get_n_rows (csv) > 0;
}

/* Whether a column of words has one that the field may mean. */
static gboolean
has_known_word (const LampField *field,
                LampCsv         *csv,
                guint            column)
{
  g_auto (GStrv) words = lamp_csv_sample (csv, column, 50);

  for (guint i = 0; words[i] != NULL; i++)
    if (lamp_table_guess_word (field, words[i]) != NULL)
      return TRUE;

  return words[0] == NULL;
}

static gboolean
is_used (LampTableRecord *record,
         const char      *from)
{
  for (guint i = 0; i < record->cells->len; i++)
    if (strcmp (((LampTableCell *) record->cells->pdata[i])->from, from) == 0)
      return TRUE;

  return FALSE;
}

static void
use_column (LampTableRecord *record,
            const char      *field,
            LampCsv         *csv,
            guint            column)
{
  int index = lamp_record_type_find_field (record->type, field);
  g_autofree char *from = lamp_table_dup_column (csv, column);

  if (from == NULL || index < 0 || lamp_table_record_get (record, field) != NULL || is_used (record, from)
      || holds_formulas (csv, column))
    return;
  if (record->type->fields[index].type == LAMP_FIELD_ID && g_ascii_strcasecmp (from, "{id}") != 0
      && !tells_rows_apart (csv, column))
    return;
  if (record->type->fields[index].type == LAMP_FIELD_ENUM && !has_known_word (&record->type->fields[index], csv, column))
    return;
  lamp_table_record_set (record, field, from);
  lamp_table_guess_words (record, field, csv);
}

/* Uses the column of a name for a field; @name is in small letters. */
static void
use_name (LampTableRecord *record,
          const char      *field,
          LampCsv         *csv,
          const char      *name)
{
  for (guint column = 0; column < lamp_csv_get_n_columns (csv); column++)
    {
      g_autofree char *plain = normalize (lamp_csv_get_header (csv, column));

      if (*plain != '\0' && strcmp (plain, name) == 0)
        use_column (record, field, csv, column);
    }
}

static void
guess_by_own_name (LampTableRecord *record,
                   LampCsv         *csv)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const LampField *field = &record->type->fields[i];
      g_autofree char *name = normalize (field->name);
      g_autofree char *label = normalize (lamp_field_get_label (field));

      if ((field->flags & LAMP_HIDDEN) && field->type != LAMP_FIELD_ID)
        continue;
      use_name (record, field->name, csv, name);
      use_name (record, field->name, csv, label);
    }
}

static void
guess_by_known_name (LampTableRecord *record,
                     LampCsv         *csv)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    for (guint j = 0; known[i].names[j] != NULL; j++)
      use_name (record, known[i].field, csv, known[i].names[j]);
}

/* “ActionID” and “ActionName” say what “id” and “name” say, in a table of actions; an identifier of something else is
 * likely to be that of what the row stands under. */
static void
guess_by_ending (LampTableRecord *record,
                 LampCsv         *csv)
{
  for (guint column = 0; column < lamp_csv_get_n_columns (csv); column++)
    {
      g_autofree char *name = normalize (lamp_csv_get_header (csv, column));

      if (g_str_has_suffix (name, "id"))
        use_column (record, tells_rows_apart (csv, column) ? "id" : "parent", csv, column);
      else if (g_str_has_suffix (name, "name") || g_str_has_suffix (name, "title"))
        use_column (record, "title", csv, column);
      else if (g_str_has_suffix (name, "desc") || g_str_has_suffix (name, "description"))
        use_column (record, "why", csv, column);
      else if (g_str_has_prefix (name, "baseline") || g_str_has_prefix (name, "target"))
        use_column (record, *name == 'b' ? "baseline" : "target", csv, column);
    }
}

static gboolean
is_percent (LampTableRecord *record,
            const char      *field,
            LampCsv         *csv)
{
  const LampTableCell *cell = lamp_table_record_find (record, field);
  g_auto (GStrv) texts = cell != NULL ? lamp_table_sample (cell, csv, 20) : NULL;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!g_str_has_suffix (texts[i], "%"))
      return FALSE;

  return texts != NULL && texts[0] != NULL;
}

static void
guess_fixed (LampTableRecord *record,
             LampCsv         *csv,
             const char      *community)
{
  if (lamp_record_type_find_field (record->type, "community") >= 0
      && lamp_table_record_get (record, "community") == NULL)
    lamp_table_record_set (record, "community", community);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const LampField *field = &record->type->fields[i];

      if ((field->flags & LAMP_REQUIRED) && !(field->flags & LAMP_HIDDEN) && field->fallback != NULL
          && lamp_table_record_get (record, field->name) == NULL)
        lamp_table_record_set (record, field->name, field->fallback);
    }
  if (lamp_record_type_find_field (record->type, "unit") >= 0 && lamp_table_record_get (record, "unit") == NULL
      && (is_percent (record, "target", csv) || is_percent (record, "baseline", csv)))
    lamp_table_record_set (record, "unit", "%");
}

/* Whether rows say which record they are about, but not what it is called: that is for records which are there. */
static gboolean
changes_only (LampTableRecord *record)
{
  return lamp_table_record_get (record, "id") != NULL && record->type->title != NULL
         && lamp_table_record_get (record, record->type->title) == NULL;
}

/**
 * lamp_table_map_guess:
 * @csv: a table
 * @type: what its rows are
 * @community: (nullable): the community that what has one belongs to
 *
 * Guesses from the names of the columns what they hold, and from their cells what words mean and how dates are written.
 * Dates that could be read either way are left as they are, and refused later, rather than read wrongly.
 *
 * Returns: (transfer full): a map to start from
 */
LampTableMap *
lamp_table_map_guess (LampCsv              *csv,
                      const LampRecordType *type,
                      const char           *community)
{
  LampTableMap *self = lamp_table_map_new ();
  LampTableRecord *record = lamp_table_map_add (self, type);
  LampDateOrder dates;

  guess_by_own_name (record, csv);
  guess_by_known_name (record, csv);
  guess_by_ending (record, csv);
  record->only_existing = changes_only (record);
  if (!record->only_existing)
    guess_fixed (record, csv, community);
  dates = lamp_table_guess_dates (self, csv);
  self->dates = dates != 0 ? dates : LAMP_DATES_ISO;

  return self;
}

/* How many of a type's fields columns fill, the required ones twice; 0 when nothing fills one of these. */
static guint
count_filled (const LampRecordType *type,
              LampCsv              *csv)
{
  g_autoptr (LampTableMap) map = lamp_table_map_guess (csv, type, "-");
  LampTableRecord *record = map->records->pdata[0];
  guint n = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LampField *field = &type->fields[i];
      const char *from = lamp_table_record_get (record, field->name);
      gboolean is_needed = (field->flags & LAMP_REQUIRED) && field->type != LAMP_FIELD_ID
                           && field->type != LAMP_FIELD_INSTANT;

      if (is_needed && from == NULL)
        return 0;
      if (from != NULL && *from == '{')
        n += is_needed ? 2 : 1;
    }

  return n;
}

/**
 * lamp_table_guess_type:
 * @csv: a table
 *
 * Returns: (transfer none): what its rows are likely to be; goals when nothing says otherwise
 */
const LampRecordType *
lamp_table_guess_type (LampCsv *csv)
{
  const LampRecordType *best = lamp_schema_find (likely[0]);
  guint most = count_filled (best, csv);

  for (guint i = 1; likely[i] != NULL; i++)
    {
      const LampRecordType *type = lamp_schema_find (likely[i]);
      guint n = count_filled (type, csv);

      if (n > most)
        {
          best = type;
          most = n;
        }
    }

  return best;
}

/**
 * lamp_table_map_place:
 * @self: a map
 * @existing: what is in the file already
 * @community: (nullable): the identifier of a community; %NULL for the only one there is
 *
 * Gives what belongs to a community, and of which the map does not say to which, to one.
 */
void
lamp_table_map_place (LampTableMap *self,
                      LampSnapshot *existing,
                      const char   *community)
{
  GPtrArray *communities = lamp_snapshot_get (existing, "communities");

  if (community == NULL && communities->len == 1)
    community = lamp_row_get_id (communities->pdata[0]);
  for (guint i = 0; i < self->records->len; i++)
    {
      LampTableRecord *record = self->records->pdata[i];

      if (!record->only_existing && lamp_record_type_find_field (record->type, "community") >= 0
          && lamp_table_record_get (record, "community") == NULL)
        lamp_table_record_set (record, "community", community);
    }
}

/**
 * lamp_table_map_found:
 * @self: a map for a file without communities
 * @name: what the first one is to be called
 *
 * Lets the rows found a community, when what they become belongs to one and the map does not say to which: people
 * begin with the plan that they have.
 *
 * Returns: whether there was need
 */
gboolean
lamp_table_map_found (LampTableMap *self,
                      const char   *name)
{
  LampTableRecord *record = self->records->pdata[0];
  LampTableRecord *community;
  g_auto (GStrv) parts = g_strsplit (name, "{", -1);
  g_autofree char *plain = g_strjoinv ("{{", parts);

  if (record->only_existing || lamp_record_type_find_field (record->type, "community") < 0
      || lamp_table_record_get (record, "community") != NULL || *plain == '\0')
    return FALSE;
  lamp_table_record_set (record, "community", plain);
  community = lamp_table_map_add (self, lamp_schema_find ("communities"));
  community->several = TRUE;
  lamp_table_record_set (community, "id", plain);
  lamp_table_record_set (community, "name", plain);
  lamp_table_record_set (community, "kind", "school");

  return TRUE;
}
