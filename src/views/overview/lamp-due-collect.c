/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-due-list.h"

#include <string.h>

#include "lamp-due.h"

/* Where the dates are, and what says that a thing is over. */
static const struct
{
  const char *type;
  const char *date;
} kinds[LAMP_N_DUE_KINDS] = {
  [LAMP_DUE_MEETING] = { "meetings", "starts_at" },
  [LAMP_DUE_COMMITMENTS] = { "commitments", "due" },
  [LAMP_DUE_STAGES] = { "stages", "ends_on" },
  [LAMP_DUE_PROBLEMS] = { "problems", "next_look_on" },
};

static gboolean
is_over (LampRecord  *record,
         LampDueKind  kind)
{
  const char *state;

  switch (kind)
    {
    case LAMP_DUE_MEETING:
      return g_strcmp0 (lamp_record_get_text (record, "state"), "closed") == 0;
    case LAMP_DUE_COMMITMENTS:
      return lamp_record_has (record, "done_on");
    case LAMP_DUE_STAGES:
      state = lamp_record_get_text (record, "status");
      return g_strcmp0 (state, "done") == 0 || g_strcmp0 (state, "skipped") == 0
             || lamp_record_has (record, "finished_on");
    case LAMP_DUE_PROBLEMS:
      return lamp_record_has (record, "resolved_on");
    case LAMP_N_DUE_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_pressing (LampRecord  *record,
             LampDueKind  kind,
             const char  *today)
{
  const char *date = lamp_record_get_text (record, kinds[kind].date);

  if (is_over (record, kind))
    return FALSE;
  /* The next meeting may be far off; one of today is still to come. */
  if (kind == LAMP_DUE_MEETING)
    return date != NULL && strncmp (date, today, strlen ("0000-00-00")) >= 0;

  return lamp_due_judge (date, today) >= LAMP_DUE_NOW;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const char *field = data;
  LampRecord *one = *(LampRecord * const *) a;
  LampRecord *two = *(LampRecord * const *) b;
  int order = g_strcmp0 (lamp_record_get_text (one, field), lamp_record_get_text (two, field));

  return order != 0 ? order : g_strcmp0 (lamp_record_get_id (one), lamp_record_get_id (two));
}

/**
 * lamp_due_collect:
 * @session: the session
 * @kind: what to look for
 * @today: today
 *
 * Finds what is pressing among what is looked at: for meetings the next one, for others what is overdue or due within
 * %LAMP_DUE_SOON days.
 *
 * Returns: (transfer full) (element-type LampRecord): the most pressing first
 */
GPtrArray *
lamp_due_collect (LampSession *session,
                  LampDueKind  kind,
                  const char  *today)
{
  const char *words = lamp_session_get_search (session);
  g_autoptr (GListModel) records = lamp_store_list (lamp_session_get_store (session), kinds[kind].type);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (records, i);

      if (is_pressing (record, kind, today) && lamp_session_includes (session, record)
          && (*words == '\0' || g_str_match_string (words, lamp_record_get_title (record), TRUE)))
        g_ptr_array_add (found, g_object_ref (record));
    }
  g_ptr_array_sort_with_data (found, compare, (gpointer) kinds[kind].date);
  if (kind == LAMP_DUE_MEETING && found->len > 1)
    g_ptr_array_set_size (found, 1);

  return found;
}
