/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-checks-private.h"

/* Which goals say the same (practice S25). Two titles are the same when they are made of the same words, in whatever
 * order, case and punctuation; and when, of three words or more, one long word differs by a letter too many, missing or
 * other. Numbers and short words have to be the same: “grade 3” is not “grade 4”.
 *
 * A title is known by a sum over its words, and by one more such sum for each letter that can be left out of one of them.
 * Two that have a sum in common are the same: so nothing is compared with everything else. */

#define LEAST_WORDS 3   /* of a title in which a letter may differ */
#define LEAST_LETTERS 5 /* of a word that a letter can be left out of */
#define MOST_LETTERS 300 /* of a title that is looked at by letters */

typedef struct
{
  guint64 sum;
  guint rank;   /* the goal, by its identifier */
} Key;

static guint64
hash_letters (const gunichar *letters,
              guint           n_letters,
              guint           left_out,
              guint64         seed)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037) ^ seed;

  for (guint i = 0; i < n_letters; i++)
    if (i != left_out)
      hash = (hash ^ letters[i]) * G_GUINT64_CONSTANT (1099511628211);

  return hash ^ hash >> 29;
}

static guint64
hash_word (GArray *word)
{
  return hash_letters ((const gunichar *) (gpointer) word->data, word->len, word->len, 0);
}

/* A word that lacks the letter at @left_out, or none. */
static guint64
hash_all_but (GArray *word,
              guint   left_out)
{
  return hash_letters ((const gunichar *) (gpointer) word->data, word->len, left_out, 1);
}

static void
add_letter (GPtrArray *words,
            gunichar   letter,
            gboolean  *in_word)
{
  GArray *word;

  if (!*in_word)
    g_ptr_array_add (words, g_array_new (FALSE, FALSE, sizeof (gunichar)));
  word = words->pdata[words->len - 1];
  g_array_append_val (word, letter);
  *in_word = TRUE;
}

/* The words of a title without what people write differently each time: case, accents, punctuation. */
static GPtrArray *
split_words (const char *title)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree char *plain = g_utf8_normalize (title, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (plain != NULL ? plain : "", -1);
  gboolean in_word = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter))
        add_letter (words, letter, &in_word);
      else if (!g_unichar_ismark (letter) && letter != '\'' && letter != 0x2019)
        in_word = FALSE;
    }

  return words;
}

static gboolean
is_long (GArray *word)
{
  for (guint i = 0; i < word->len; i++)
    if (!g_unichar_isalpha (g_array_index (word, gunichar, i)))
      return FALSE;

  return word->len + 1 >= LEAST_LETTERS;
}

static void
add_key (GArray  *keys,
         guint64  sum,
         guint    rank)
{
  Key key = { sum, rank };

  g_array_append_val (keys, key);
}

/* @rest is the sum of the other words. */
static void
add_variants (GArray  *keys,
              GArray  *word,
              guint64  rest,
              guint    rank)
{
  add_key (keys, rest + hash_all_but (word, word->len), rank);
  for (guint i = 0; word->len >= LEAST_LETTERS && i < word->len; i++)
    add_key (keys, rest + hash_all_but (word, i), rank);
}

static void
add_title (GArray     *keys,
           const char *title,
           guint       rank)
{
  g_autoptr (GPtrArray) words = split_words (title != NULL ? title : "");
  guint64 sum = 0;
  guint n_letters = 0;

  for (guint i = 0; i < words->len; i++)
    {
      sum += hash_word (words->pdata[i]);
      n_letters += ((GArray *) words->pdata[i])->len;
    }
  if (words->len == 0)
    return;
  add_key (keys, sum, rank);
  if (words->len < LEAST_WORDS || n_letters > MOST_LETTERS)
    return;
  for (guint i = 0; i < words->len; i++)
    if (is_long (words->pdata[i]))
      add_variants (keys, words->pdata[i], sum - hash_word (words->pdata[i]), rank);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      goals)
{
  GPtrArray *rows = goals;

  return g_strcmp0 (lamp_row_get_id (rows->pdata[*(const guint *) a]), lamp_row_get_id (rows->pdata[*(const guint *) b]));
}

/* The places of goals, by their identifiers. */
static guint *
sort_by_id (GPtrArray *goals)
{
  guint *places = g_new (guint, goals->len + 1);

  for (guint i = 0; i < goals->len; i++)
    places[i] = i;
  g_sort_array (places, goals->len, sizeof *places, compare_ids, goals);

  return places;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  if (left->sum != right->sum)
    return left->sum < right->sum ? -1 : 1;

  return left->rank < right->rank ? -1 : left->rank > right->rank;
}

/* For each rank the smallest that shares a sum with it. */
static guint *
find_first (GArray *keys,
            guint   n_goals)
{
  guint *first = g_new (guint, n_goals + 1);
  guint smallest = 0;

  for (guint i = 0; i < n_goals; i++)
    first[i] = i;
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);

      if (i == 0 || g_array_index (keys, Key, i - 1).sum != key->sum)
        smallest = key->rank;
      first[key->rank] = MIN (first[key->rank], smallest);
    }

  return first;
}

/* Whether the words of a goal are everybody's, and somebody works on it. */
gboolean
lamp_goal_is_shared (const LampRow *goal)
{
  return lamp_goal_is_live (goal) && lamp_goal_get_rank (goal) < 3;
}

/* For each goal the place of the first, by identifier, that says the same, or -1. */
gpointer
lamp_judging_find_twins (LampJudging *self)
{
  GPtrArray *goals = self->goals->rows;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autofree guint *places = sort_by_id (goals);
  g_autofree guint *first = NULL;
  int *twins = g_new (int, goals->len + 1);

  for (guint rank = 0; rank < goals->len; rank++)
    {
      const LampRow *goal = goals->pdata[places[rank]];

      if (lamp_goal_is_shared (goal) && !lamp_goal_is_private (goal))
        add_title (keys, lamp_row_get_title (goal), rank);
    }
  first = find_first (keys, goals->len);
  for (guint rank = 0; rank < goals->len; rank++)
    twins[places[rank]] = first[rank] != rank ? (int) places[first[rank]] : -1;
  self->steps += 2 * goals->len;

  return twins;
}
