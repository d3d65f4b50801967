/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of the checks share: asking for a finding by its code and record. */

#include "lamp-finding.h"
#include "sample-rows.h"

#define TODAY "2026-11-22"

/* The finding of @code about the record @id, or about the whole file when it is NULL; a check found once is found once. */
G_GNUC_UNUSED static const LampFinding *
sample_find (GPtrArray  *findings,
             const char *code,
             const char *id)
{
  const LampFinding *found = NULL;

  g_assert_nonnull (lamp_check_find (code));
  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->check->code, code) || g_strcmp0 (finding->id, id) != 0)
        continue;
      g_assert_null (found);
      found = finding;
    }

  return found;
}

#define assert_found(snapshot, code, id) \
  G_STMT_START { \
    g_autoptr (GPtrArray) all_found = lamp_checks_run (snapshot, TODAY, NULL); \
    g_assert_nonnull (sample_find (all_found, code, id)); \
  } G_STMT_END

#define assert_not_found(snapshot, code, id) \
  G_STMT_START { \
    g_autoptr (GPtrArray) all_found = lamp_checks_run (snapshot, TODAY, NULL); \
    g_assert_null (sample_find (all_found, code, id)); \
  } G_STMT_END

/* Changes a record: @value as a person would type it, NULL to clear. */
G_GNUC_UNUSED static void
sample_set (LampSnapshot *snapshot,
            const char   *type,
            const char   *id,
            const char   *field,
            const char   *value)
{
  LampRow *row = (LampRow *) lamp_snapshot_find (snapshot, type, id);
  GPtrArray *rows = lamp_snapshot_get (snapshot, type);
  g_autoptr (GError) error = NULL;
  guint place;

  g_assert_nonnull (row);
  if (value == NULL)
    lamp_row_unset (row, field);
  else
    lamp_row_parse (row, field, value, &error);
  g_assert_no_error (error);
  /* Taken anew, so that whoever refers to what is looked up anew. */
  g_assert_true (g_ptr_array_find (rows, row, &place));
  lamp_snapshot_take (snapshot, g_ptr_array_steal_index (rows, place));
}

/* A district with a school and a team, and a goal of each that carries the one above it; nothing is wrong with them
 * that these tests look for. */
G_GNUC_UNUSED static LampSnapshot *
sample_new_district (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "communities", "district", "name", "River District", "kind", "system", "purpose", "All learn", NULL);
  sample_add (snapshot, "communities", "school", "name", "Mill Street", "kind", "school", "parent", "district", NULL);
  sample_add (snapshot, "communities", "team", "name", "Third Grade", "kind", "team", "parent", "school", "purpose", "Read",
              NULL);
  sample_add (snapshot, "goals", "d", "community", "district", "level", "system", "title", "All read", "audience", "both",
              "why", "W", "equity_focus", "Newcomers", NULL);
  sample_add (snapshot, "goals", "s", "community", "school", "level", "school", "title", "School reads", "parent", "d",
              "audience", "both", "why", "W", "equity_focus", "Newcomers", NULL);
  sample_add (snapshot, "goals", "t", "community", "team", "level", "team", "title", "Third grade reads", "parent", "s",
              "audience", "both", NULL);

  return snapshot;
}
