/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-related.h"

#include <glib/gi18n-lib.h>

#define RELATED(of, type, field, title, add, name, ...) { of, type, field, title, add, name, { __VA_ARGS__ } }

/* In the order in which they stand under the form. Meetings and protocols have pages of their own. */
static const LampRelated lists[] = {
  RELATED ("communities", "policies", "community", NC_ ("related", "Policies"), NC_ ("related", "Add Policy"), "title",
           "accountability"),
  RELATED ("communities", "norms", "community", NC_ ("related", "Norms"), NC_ ("related", "Add Norm"), "text",
           "adopted_on", "reviewed_on"),
  RELATED ("communities", "problems", "community", NC_ ("related", "Problems"), NC_ ("related", "Add Problem"), "title",
           "kind", "next_look_on"),
  RELATED ("communities", "memberships", "community", NC_ ("related", "Members"), NC_ ("related", "Add Member"),
           "person", "role", "function"),

  RELATED ("people", "memberships", "person", NC_ ("related", "Communities"), NC_ ("related", "Add to a Community"),
           "community", "role", "function"),
  RELATED ("people", "relationships", "person", NC_ ("related", "Relationships"), NC_ ("related", "Add Relationship"),
           "other", "kind", "note"),
  RELATED ("people", "relationships", "other", NC_ ("related", "Relationships of Others"), NULL, "person", "kind",
           "note"),
  RELATED ("people", "trainings", "person", NC_ ("related", "Trainings"), NC_ ("related", "Add Training"), "title",
           "held_on"),

  RELATED ("goals", "measurements", "goal", NC_ ("related", "Measurements"), NC_ ("related", "Add Measurement"),
           "value", "measured_on", "source", "note"),
  RELATED ("goals", "strategies", "goal", NC_ ("related", "Strategies"), NC_ ("related", "Add Strategy"), "title",
           "kind", "origin", "status"),
  RELATED ("goals", "supports", "goal", NC_ ("related", "Supports"), NC_ ("related", "Add Support"), "title", "kind",
           "origin", "policy"),
  RELATED ("goals", "goal_links", "goal", NC_ ("related", "Also Supports"),
           NC_ ("related", "Add Goal It Also Supports"), "supports", "rationale"),
  RELATED ("goals", "goal_links", "supports", NC_ ("related", "Also Supported By"), NULL, "goal", "rationale"),
  RELATED ("goals", "evidence", "goal", NC_ ("related", "Evidence"), NC_ ("related", "Add Evidence"), "finding", "kind",
           "noted_on", "source"),
  RELATED ("goals", "commitments", "goal", NC_ ("related", "Commitments"), NC_ ("related", "Add Commitment"), "text",
           "owner", "due"),
  RELATED ("goals", "cycle_goals", "goal", NC_ ("related", "Cycles"), NC_ ("related", "Add to a Cycle"), "cycle"),

  RELATED ("policies", "supports", "policy", NC_ ("related", "Supports"), NC_ ("related", "Add Support"), "title",
           "kind", "origin", "goal"),

  RELATED ("cycles", "cycle_goals", "cycle", NC_ ("related", "Goals"), NC_ ("related", "Add Goal"), "goal"),
  RELATED ("cycles", "strategies", "cycle", NC_ ("related", "Strategies"), NULL, "title", "kind", "origin", "status"),

  RELATED ("stages", "evidence", "stage", NC_ ("related", "Evidence"), NC_ ("related", "Add Evidence"), "finding",
           "kind", "noted_on", "source"),
  RELATED ("stages", "adjustments", "stage", NC_ ("related", "Adjustments"), NC_ ("related", "Add Adjustment"),
           "because", "made_on", "after"),
};

/**
 * lamp_related_next:
 * @of: a record type
 * @after: (nullable): the list that came before; %NULL for the first
 *
 * Goes through the lists that belong to the records of a type, in the order in which they are shown.
 *
 * Returns: (transfer none) (nullable): the next list, or %NULL
 */
const LampRelated *
lamp_related_next (const LampRecordType *of,
                   const LampRelated    *after)
{
  g_return_val_if_fail (of != NULL, NULL);

  for (gsize i = after != NULL ? (gsize) (after - lists) + 1 : 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].of, of->name))
      return &lists[i];

  return NULL;
}

/**
 * lamp_related_get_title:
 * @self: a list
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
lamp_related_get_title (const LampRelated *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "related", self->title);
}

/**
 * lamp_related_get_add:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what adding to it is called, translated; %NULL where nothing is added from here
 */
const char *
lamp_related_get_add (const LampRelated *self)
{
  return self->add != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "related", self->add) : NULL;
}

/* What a record cannot be without, and can take over or suppose. */
static void
fill_in (LampRow         *row,
         const LampField *field,
         const LampRow   *of,
         const char      *today)
{
  int same = lamp_record_type_find_field (of->type, field->name);

  if (!(field->flags & LAMP_REQUIRED) || lamp_row_has (row, field->name))
    return;
  if (field->type == LAMP_FIELD_DATE)
    lamp_row_set_text (row, field->name, today);
  else if (field->type == LAMP_FIELD_REF && same >= 0 && g_strcmp0 (of->type->fields[same].target, field->target) == 0)
    lamp_row_set_text (row, field->name, lamp_row_get_text (of, field->name));
}

/**
 * lamp_related_new_row:
 * @self: a list
 * @of: the record that it belongs to
 * @today: today
 *
 * Makes a record for the list that only lacks what is asked for: it refers to @of, has the values that its type starts
 * with, the day of today where it needs one, and the community of @of where it needs one.
 *
 * Returns: (transfer full): the record, without an identifier
 */
LampRow *
lamp_related_new_row (const LampRelated *self,
                      const LampRow     *of,
                      const char        *today)
{
  LampRow *row;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (of != NULL && g_str_equal (of->type->name, self->of), NULL);

  row = lamp_row_new (lamp_schema_find (self->type));
  lamp_row_set_defaults (row);
  lamp_row_set_text (row, self->field, lamp_row_get_id (of));
  for (guint i = 0; i < row->type->n_fields; i++)
    fill_in (row, &row->type->fields[i], of, today);

  return row;
}
