/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-test-walk.h"

static gboolean
let_go (LampRow   *row,
        guint64    index,
        gpointer   data,
        GError   **error)
{
  return TRUE;
}

/* What is wrong with a document. Reading it must not fail for another reason. */
LampProblems *
test_walk_stream (GInputStream *stream)
{
  g_autoptr (LampProblems) problems = lamp_problems_new ();
  g_autoptr (GError) error = NULL;
  LampJsonWalk walk = { .now = "2026-11-22T10:00:00.000Z", .problems = problems, .record = let_go };

  lamp_json_walk (&walk, stream, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&problems);
}

/* Likewise; a length of -1 is that of a C string. */
LampProblems *
test_walk_text (const char *json,
                gssize      length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (json, length, NULL);

  return test_walk_stream (stream);
}
