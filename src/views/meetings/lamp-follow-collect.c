/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-follow-collect.h"

#include <string.h>

static void
clear_entry (gpointer data)
{
  LampFollowEntry *entry = data;

  g_object_unref (entry->record);
  g_free (entry->place.group);
  g_free (entry->place.title);
  g_free (entry->place.order);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LampFollowEntry *one = a;
  const LampFollowEntry *two = b;
  int order = g_strcmp0 (one->place.group, two->place.group);

  if (order == 0)
    order = g_strcmp0 (one->place.order, two->place.order);

  return order != 0 ? order : g_strcmp0 (lamp_record_get_id (one->record), lamp_record_get_id (two->record));
}

static gboolean
passes (LampSession          *session,
        const LampFollowKind *kind,
        LampRecord           *record,
        LampRecord * const   *wanted)
{
  const char *words = lamp_session_get_search (session);

  for (guint i = 0; i < LAMP_FOLLOW_FILTERS; i++)
    if (wanted[i] != NULL
        && g_strcmp0 (lamp_record_get_text (record, kind->filters[i].field), lamp_record_get_id (wanted[i])) != 0)
      return FALSE;

  return lamp_session_includes (session, record) && (*words == '\0' || kind->matches (session, record, words));
}

/**
 * lamp_follow_collect:
 * @session: the session, which says the community and the words searched for
 * @kind: what is listed
 * @records: all of its type
 * @grouping: the place of a grouping of the kind
 * @wanted: (array fixed-size=2): for each filter what it lets through; %NULL for all
 *
 * Finds what is listed, in order.
 *
 * Returns: (transfer full) (element-type LampFollowEntry): the records with their places
 */
GArray *
lamp_follow_collect (LampSession          *session,
                     const LampFollowKind *kind,
                     GListModel           *records,
                     guint                 grouping,
                     LampRecord * const   *wanted)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (LampFollowEntry));
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));
  guint n_records = g_list_model_get_n_items (records);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (records, i);
      LampFollowEntry entry = { 0 };

      if (!passes (session, kind, record, wanted))
        continue;
      entry.record = g_object_ref (record);
      kind->place (session, record, grouping, today, &entry.place);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  return entries;
}

/**
 * lamp_follow_words_clear:
 * @self: words
 *
 * Frees the texts of what a row says.
 */
void
lamp_follow_words_clear (LampFollowWords *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->details, g_free);
}

/**
 * lamp_follow_has_words:
 * @text: (nullable): a text
 * @words: what a person searches for
 *
 * Tells whether a text has the words. Most texts and words are plain, and then it is quick: ten thousand are asked while
 * a person types.
 *
 * Returns: whether it has
 */
gboolean
lamp_follow_has_words (const char *text,
                       const char *words)
{
  g_autofree char *lower_text = NULL;
  g_autofree char *lower_words = NULL;

  if (text == NULL)
    return FALSE;
  if (strchr (words, ' ') != NULL || !g_str_is_ascii (words) || !g_str_is_ascii (text))
    return g_str_match_string (words, text, TRUE);
  lower_text = g_ascii_strdown (text, -1);
  lower_words = g_ascii_strdown (words, -1);

  return strstr (lower_text, lower_words) != NULL;
}
