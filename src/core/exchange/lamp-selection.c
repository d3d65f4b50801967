/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-selection.h"

#include <string.h>

#include "lamp-id-set.h"

/* A partial export is chosen in sweeps over all rows, type after type. The order of the types makes that enough: what
 * a record goes down with (its cascading references) stands before it, people excepted. With a community, the first
 * sweep finds the communities within it; the last one marks all that leaves, and in passing the people it needs. */
typedef enum
{
  SWEEP_COMMUNITIES,
  SWEEP_MARK,
  SWEEP_DONE,
} Sweep;

struct _LampSelection
{
  char *community;
  gboolean without_people;
  gboolean with_private;
  Sweep sweep;
  const LampRecordType *people;
  const LampRecordType *communities;
  GHashTable *parents;  /* community → its parent, during the first sweep */
  LampIdSet *taken;     /* what leaves */
};

/**
 * lamp_selection_new:
 * @options: what the export is asked for
 *
 * Returns: (transfer full): a selection, in which nothing has been seen yet
 */
LampSelection *
lamp_selection_new (const LampExportOptions *options)
{
  LampSelection *self = g_new0 (LampSelection, 1);

  self->community = g_strdup (options->community);
  self->without_people = options->without_people;
  self->with_private = options->with_private;
  self->people = lamp_schema_find ("people");
  self->communities = lamp_schema_find ("communities");
  self->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->taken = lamp_id_set_new ();
  self->sweep = SWEEP_DONE;

  return self;
}

void
lamp_selection_free (LampSelection *self)
{
  if (self == NULL)
    return;
  g_free (self->community);
  g_hash_table_unref (self->parents);
  lamp_id_set_free (self->taken);
  g_free (self);
}

/**
 * lamp_selection_is_complete:
 * @self: a selection
 *
 * Returns: whether everything leaves, so that no row need be seen first
 */
gboolean
lamp_selection_is_complete (LampSelection *self)
{
  return self->community == NULL && !self->without_people && self->with_private;
}

/**
 * lamp_selection_get_sweeps:
 * @self: a selection
 *
 * Returns: how many times all rows must be seen before it is known which leave
 */
guint
lamp_selection_get_sweeps (LampSelection *self)
{
  if (lamp_selection_is_complete (self))
    return 0;

  return self->community != NULL ? 2 : 1;
}

/* Takes the communities whose parents lead to the one asked for. */
static void
take_communities (LampSelection *self)
{
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, self->parents);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      const char *above = id;
      guint steps = 0;

      while (above != NULL && strcmp (above, self->community) != 0
             && !lamp_id_set_contains (self->taken, self->communities, above)
             && steps++ < g_hash_table_size (self->parents))
        above = g_hash_table_lookup (self->parents, above);
      if (above != NULL && (strcmp (above, self->community) == 0
                            || lamp_id_set_contains (self->taken, self->communities, above)))
        lamp_id_set_add (self->taken, self->communities, id);
    }
  g_hash_table_remove_all (self->parents);
}

/**
 * lamp_selection_begin:
 * @self: a selection
 * @sweep: which sweep begins, from 0; the number of sweeps when all is seen
 *
 * Begins a sweep.
 */
void
lamp_selection_begin (LampSelection *self,
                      guint          sweep)
{
  if (self->community != NULL && sweep == 1)
    take_communities (self);
  if (sweep == lamp_selection_get_sweeps (self))
    self->sweep = SWEEP_DONE;
  else
    self->sweep = self->community != NULL && sweep == 0 ? SWEEP_COMMUNITIES : SWEEP_MARK;
}

/**
 * lamp_selection_is_private:
 * @row: a record
 *
 * Returns: whether it stays unless asked for: what is marked so, and, where nothing is said, individual goals, journals
 *   and visits
 */
gboolean
lamp_selection_is_private (const LampRow *row)
{
  if (lamp_record_type_find_field (row->type, "private") >= 0 && lamp_row_has (row, "private"))
    return lamp_row_get_integer (row, "private") != 0;
  if (row->type->private)
    return TRUE;

  return lamp_record_type_find_field (row->type, "level") >= 0
         && g_strcmp0 (lamp_row_get_text (row, "level"), "individual") == 0;
}

/* Whether the record cannot be without what the reference names. */
static gboolean
holds_on_to (const LampField *field)
{
  return field->type == LAMP_FIELD_REF && (field->on_delete == LAMP_CASCADE || (field->flags & LAMP_REQUIRED));
}

/* Whether a record is about one person: the person, what goes with them, an individual goal. */
static gboolean
is_about_a_person (LampSelection *self,
                   const LampRow *row)
{
  if (row->type == self->people)
    return TRUE;
  for (guint i = 0; i < row->type->n_fields; i++)
    if (holds_on_to (&row->type->fields[i]) && strcmp (row->type->fields[i].target, self->people->name) == 0)
      return TRUE;

  return lamp_record_type_find_field (row->type, "level") >= 0
         && g_strcmp0 (lamp_row_get_text (row, "level"), "individual") == 0;
}

static gboolean
is_taken (LampSelection   *self,
          const LampField *field,
          const LampValue *value)
{
  const LampRecordType *target = lamp_schema_find (field->target);

  return lamp_id_set_contains (self->taken, target, value->text);
}

/* Whether a record is part of what the community asked for has. */
static gboolean
belongs (LampSelection *self,
         const LampRow *row)
{
  gboolean has_anchor = FALSE;
  gboolean is_marking = self->sweep == SWEEP_MARK;

  if (row->type == self->communities || row->type == self->people)
    return lamp_id_set_contains (self->taken, row->type, lamp_row_get_id (row));
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const LampField *field = &row->type->fields[i];
      gboolean is_person = field->type == LAMP_FIELD_REF && strcmp (field->target, self->people->name) == 0;

      if (row->values[i].kind == LAMP_VALUE_TEXT && holds_on_to (field) && !(is_person && is_marking))
        return TRUE;
      has_anchor |= row->values[i].kind == LAMP_VALUE_TEXT && field->type == LAMP_FIELD_REF && !is_person
                    && !holds_on_to (field) && is_taken (self, field, &row->values[i]);
    }
  for (guint i = 0; i < row->type->n_fields; i++)
    if (holds_on_to (&row->type->fields[i]) && row->values[i].kind == LAMP_VALUE_TEXT)
      return FALSE;

  return has_anchor;
}

/* Whether nothing that the record cannot be without stays. */
static gboolean
can_stand (LampSelection *self,
           const LampRow *row)
{
  gboolean is_marking = self->sweep == SWEEP_MARK && self->community != NULL;

  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const LampField *field = &row->type->fields[i];

      if (!holds_on_to (field) || row->values[i].kind != LAMP_VALUE_TEXT)
        continue;
      /* Which people leave is known only when all else has been marked. */
      if (is_marking && strcmp (field->target, self->people->name) == 0)
        continue;
      if (!is_taken (self, field, &row->values[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
leaves (LampSelection *self,
        const LampRow *row)
{
  if (!self->with_private && lamp_selection_is_private (row))
    return FALSE;
  if (self->without_people && is_about_a_person (self, row))
    return FALSE;

  return can_stand (self, row) && (self->community == NULL || belongs (self, row));
}

static void
take_people (LampSelection *self,
             const LampRow *row)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const LampField *field = &row->type->fields[i];

      if (field->type == LAMP_FIELD_REF && row->values[i].kind == LAMP_VALUE_TEXT
          && strcmp (field->target, self->people->name) == 0)
        lamp_id_set_add (self->taken, self->people, row->values[i].text);
    }
}

/**
 * lamp_selection_see:
 * @self: a selection
 * @row: a record, in the order of the exchange format
 *
 * Shows a record to the sweep that has begun.
 */
void
lamp_selection_see (LampSelection *self,
                    const LampRow *row)
{
  if (self->sweep == SWEEP_COMMUNITIES)
    {
      if (row->type == self->communities)
        g_hash_table_insert (self->parents, g_strdup (lamp_row_get_id (row)),
                             g_strdup (lamp_row_get_text (row, "parent")));
      return;
    }
  if (!leaves (self, row))
    return;
  lamp_id_set_add (self->taken, row->type, lamp_row_get_id (row));
  if (self->community != NULL && !self->without_people)
    take_people (self, row);
}

/**
 * lamp_selection_takes:
 * @self: a selection, after its sweeps
 * @row: a record
 * @omitted: (out): its fields that name something that stays: bit i for field i
 *
 * Returns: whether the record leaves
 */
gboolean
lamp_selection_takes (LampSelection *self,
                      const LampRow *row,
                      guint64       *omitted)
{
  *omitted = 0;
  if (lamp_selection_is_complete (self))
    return TRUE;
  if (!leaves (self, row))
    return FALSE;
  for (guint i = 0; i < row->type->n_fields; i++)
    if (row->type->fields[i].type == LAMP_FIELD_REF && row->values[i].kind == LAMP_VALUE_TEXT
        && !is_taken (self, &row->type->fields[i], &row->values[i]))
      *omitted |= G_GUINT64_CONSTANT (1) << i;

  return TRUE;
}

/**
 * lamp_selection_has_community:
 * @self: a selection, after its sweeps
 *
 * Returns: whether the community asked for, if any, has been seen
 */
gboolean
lamp_selection_has_community (LampSelection *self)
{
  return self->community == NULL || lamp_id_set_contains (self->taken, self->communities, self->community);
}

/**
 * lamp_selection_takes_deleted:
 * @self: a selection
 * @type: the name of a record type
 *
 * Returns: whether it leaves that such a record was deleted; of a deleted record nobody knows whose it was
 */
gboolean
lamp_selection_takes_deleted (LampSelection *self,
                              const char    *type)
{
  const LampRecordType *found = lamp_schema_find (type);

  if (self->community != NULL || found == NULL)
    return FALSE;
  if (!self->with_private && found->private)
    return FALSE;
  if (!self->without_people)
    return TRUE;
  for (guint i = 0; i < found->n_fields; i++)
    if (holds_on_to (&found->fields[i]) && strcmp (found->fields[i].target, self->people->name) == 0)
      return FALSE;

  return found != self->people;
}
