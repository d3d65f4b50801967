/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-rollup.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-date.h"
#include "lamp-forest.h"
#include "lamp-measures.h"

/* More figures than that in one sentence are not read. */
#define MOST_FIGURES 8

typedef struct
{
  gboolean known;
  double fraction;
  const LampRow *first;   /* the earliest measurement */
  const LampRow *latest;
  double sum;             /* over the supporting goals that count */
  guint n_known;
} Standing;

struct _LampRollup
{
  gatomicrefcount refs;
  LampSnapshot *snapshot;
  LampForest *forest;
  Standing *standings;
};

static int
compare_measurements (const LampRow *a,
                      const LampRow *b)
{
  int by_day = g_strcmp0 (lamp_row_get_text (a, "measured_on"), lamp_row_get_text (b, "measured_on"));

  return by_day != 0 ? by_day : g_strcmp0 (lamp_row_get_id (a), lamp_row_get_id (b));
}

static void
find_measurements (LampRollup *self)
{
  GPtrArray *rows = lamp_snapshot_get (self->snapshot, "measurements");

  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *row = rows->pdata[i];
      int place = lamp_forest_place (self->forest, lamp_row_get_text (row, "goal"));
      Standing *standing = place >= 0 ? &self->standings[place] : NULL;

      if (standing == NULL)
        continue;
      if (standing->first == NULL || compare_measurements (row, standing->first) < 0)
        standing->first = row;
      if (standing->latest == NULL || compare_measurements (row, standing->latest) > 0)
        standing->latest = row;
    }
}

/* Where the goal set out: its baseline or, failing that, the first of several measurements. */
static gboolean
get_start (const LampRow  *goal,
           const Standing *standing,
           double         *start)
{
  if (lamp_row_has (goal, "baseline"))
    *start = lamp_row_get_real (goal, "baseline");
  else if (standing->first != standing->latest)
    *start = lamp_row_get_real (standing->first, "value");
  else
    return FALSE;

  return TRUE;
}

static gboolean
is_met (const LampRow *goal)
{
  return g_strcmp0 (lamp_row_get_text (goal, "status"), "met") == 0;
}

static void
judge_own (const LampRow *goal,
           Standing      *standing)
{
  double start, value, target;

  if (standing->latest == NULL || !lamp_row_has (goal, "target"))
    {
      standing->known = is_met (goal);
      standing->fraction = 1;
      return;
    }
  value = lamp_row_get_real (standing->latest, "value");
  target = lamp_row_get_real (goal, "target");
  if (value == target)
    {
      standing->known = TRUE;
      standing->fraction = 1;
    }
  else if (get_start (goal, standing, &start) && start != target)
    {
      standing->known = TRUE;
      /* Halves, so that no difference of two finite numbers overflows. */
      standing->fraction = CLAMP ((value / 2 - start / 2) / (target / 2 - start / 2), 0, 1);
    }
}

static gboolean
comes_from_children (const LampRow *goal)
{
  return g_strcmp0 (lamp_row_get_text (goal, "rollup"), "children") == 0;
}

static void
judge_children (Standing *standing)
{
  standing->known = standing->n_known > 0;
  if (standing->known)
    standing->fraction = CLAMP (standing->sum / standing->n_known, 0, 1);
}

/* A private goal's progress must not shine through the mean of a goal that everybody sees (practice S24, S26). */
static gboolean
counts_for (const LampRow *goal,
            const LampRow *parent)
{
  return g_strcmp0 (lamp_row_get_text (goal, "status"), "dropped") != 0
         && (!lamp_goal_is_private (goal) || lamp_goal_is_private (parent));
}

static void
judge (LampRollup *self,
       guint       place)
{
  const LampRow *goal = self->forest->rows->pdata[place];
  Standing *standing = &self->standings[place];
  int parent = self->forest->parents[place];

  if (comes_from_children (goal))
    judge_children (standing);
  else
    judge_own (goal, standing);
  if (parent < 0 || !counts_for (goal, self->forest->rows->pdata[parent]))
    return;
  if (standing->known)
    {
      self->standings[parent].sum += standing->fraction;
      self->standings[parent].n_known++;
    }
}

/**
 * lamp_rollup_new:
 * @snapshot: a snapshot
 *
 * Works out how far all goals have come, in linear time. Goals on a chain that comes back to itself have no figure.
 *
 * Returns: (transfer full): the figures
 */
LampRollup *
lamp_rollup_new (LampSnapshot *snapshot)
{
  LampRollup *self;

  g_return_val_if_fail (LAMP_IS_SNAPSHOT (snapshot), NULL);

  self = g_new0 (LampRollup, 1);
  g_atomic_ref_count_init (&self->refs);
  self->snapshot = g_object_ref (snapshot);
  self->forest = lamp_forest_new (snapshot, "goals", "parent");
  self->standings = g_new0 (Standing, self->forest->rows->len);
  find_measurements (self);
  for (guint i = 0; i < self->forest->n_order; i++)
    judge (self, self->forest->order[i]);

  return self;
}

/**
 * lamp_rollup_ref:
 * @self: figures
 *
 * Returns: (transfer full): @self
 */
LampRollup *
lamp_rollup_ref (LampRollup *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * lamp_rollup_unref:
 * @self: (transfer full): figures
 *
 * Lets go of figures; the last to do so frees them.
 */
void
lamp_rollup_unref (LampRollup *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->standings);
  lamp_forest_free (self->forest);
  g_object_unref (self->snapshot);
  g_free (self);
}

static const Standing *
find_standing (LampRollup     *self,
               const char     *goal,
               const LampRow **row)
{
  int place = lamp_forest_place (self->forest, goal);

  if (place < 0)
    return NULL;
  if (row != NULL)
    *row = self->forest->rows->pdata[place];

  return &self->standings[place];
}

/**
 * lamp_rollup_get_fraction:
 * @self: figures
 * @goal: (nullable): the identifier of a goal
 * @fraction: (out) (optional): how far it has come, 0 to 1; left as it is when unknown
 *
 * Returns: whether that can be known
 */
gboolean
lamp_rollup_get_fraction (LampRollup *self,
                          const char *goal,
                          double     *fraction)
{
  const Standing *standing = find_standing (self, goal, NULL);

  if (standing == NULL || !standing->known)
    return FALSE;
  if (fraction != NULL)
    *fraction = standing->fraction;

  return TRUE;
}

/**
 * lamp_rollup_get_latest:
 * @self: figures
 * @goal: (nullable): the identifier of a goal
 *
 * Returns: (transfer none) (nullable): its latest measurement
 */
const LampRow *
lamp_rollup_get_latest (LampRollup *self,
                        const char *goal)
{
  const Standing *standing = find_standing (self, goal, NULL);

  return standing != NULL ? standing->latest : NULL;
}

static char *
say_way (const LampRow  *goal,
         const Standing *standing)
{
  g_autofree char *day = lamp_date_dup_display (lamp_row_get_text (standing->latest, "measured_on"));
  g_autofree char *value = lamp_measures_dup_number (lamp_row_get_real (standing->latest, "value"), goal);
  g_autofree char *target = lamp_measures_dup_number (lamp_row_get_real (goal, "target"), goal);
  g_autofree char *from = NULL;
  double start;

  if (!get_start (goal, standing, &start))
    return g_strdup_printf (_("%s on %s; the target is %s."), value, day, target);
  from = lamp_measures_dup_number (start, goal);

  /* Translators: 58 % on 15 Oct 2026, on the way from 42 % to 80 %. */
  return g_strdup_printf (_("%s on %s, on the way from %s to %s."), value, day, from, target);
}

static char *
say_own (const LampRow  *goal,
         const Standing *standing)
{
  if (standing->latest != NULL && lamp_row_has (goal, "target"))
    {
      double start;

      if (standing->known)
        return say_way (goal, standing);
      if (get_start (goal, standing, &start))
        return g_strdup (_("Not known: the baseline and the target are the same, so there is no way to go."));
      return g_strdup (_("Not known: there is no baseline to measure from."));
    }
  if (standing->known)
    return g_strdup (_("Marked as met; there is no number to measure it by."));
  if (standing->latest != NULL)
    return g_strdup (_("Not known: there is no target to measure against."));

  return g_strdup (_("Not known: nothing has been measured yet."));
}

static LampShare
find_share (LampRollup    *self,
            const LampRow *goal,
            const LampRow *parent,
            double        *fraction)
{
  const Standing *standing = find_standing (self, lamp_row_get_id (goal), NULL);

  if (lamp_row_is (goal, "status", "dropped"))
    return LAMP_SHARE_DROPPED;
  if (!counts_for (goal, parent))
    return LAMP_SHARE_PRIVATE;
  if (standing == NULL || !standing->known)
    return LAMP_SHARE_UNKNOWN;
  *fraction = standing->fraction;

  return LAMP_SHARE_COUNTED;
}

/**
 * lamp_rollup_dup_parts:
 * @self: figures
 * @goal: (nullable): the identifier of a goal
 *
 * Gets the goals that support a goal, each with what it has to do with the goal's figure. They are there whatever rule
 * the goal has; only one that rolls up is their mean.
 *
 * Returns: (transfer full) (element-type LampRollupPart): the parts, in the order of the goals
 */
GArray *
lamp_rollup_dup_parts (LampRollup *self,
                       const char *goal)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (LampRollupPart));
  const LampRow *parent = NULL;
  g_autoptr (GPtrArray) children = NULL;

  if (find_standing (self, goal, &parent) == NULL)
    return parts;

  children = lamp_snapshot_list_by (self->snapshot, "goals", "parent", goal);
  for (guint i = 0; i < children->len; i++)
    {
      LampRollupPart part = { children->pdata[i], 0, 0 };

      part.share = find_share (self, part.goal, parent, &part.fraction);
      g_array_append_val (parts, part);
    }

  return parts;
}

static guint
count_parts (GArray    *parts,
             LampShare  share)
{
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += g_array_index (parts, LampRollupPart, i).share == share;

  return n;
}

/* “71 %, 50 %, 28 %”, or nothing where there are too many to be read. */
static char *
list_figures (GArray *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const LampRollupPart *part = &g_array_index (parts, LampRollupPart, i);

      if (part->share != LAMP_SHARE_COUNTED)
        continue;
      // Translators: how far a goal has come, in a hundred; write the percent sign as your language does
      g_string_append_printf (text, C_ ("progress", "%d %%"), lamp_rollup_to_percent (part->fraction));
      if (++n < count_parts (parts, LAMP_SHARE_COUNTED))
        g_string_append (text, C_ ("between figures", ", "));
    }

  return n <= MOST_FIGURES ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
say_mean (GArray *parts)
{
  guint n = count_parts (parts, LAMP_SHARE_COUNTED);
  g_autofree char *figures = list_figures (parts);

  if (figures == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The mean of %u goal that supports it.",
                                         "The mean of %u goals that support it.", n), n);
  if (n == 1)
    // Translators: %s is a percentage: the progress of the one goal that counts
    return g_strdup_printf (_("From the one goal that supports it: %s."), figures);

  // Translators: %u is a number of goals, %s their percentages: 71 %, 50 %, 28 %
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The mean of %u goal that supports it: %s.",
                                       "The mean of %u goals that support it: %s.", n), n, figures);
}

static char *
say_unknown (guint n)
{
  return n == 0 ? NULL : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more has no figure yet.",
                                                       "%u more have no figure yet.", n), n);
}

static char *
say_dropped (guint n)
{
  return n == 0 ? NULL : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u dropped one is left out.",
                                                       "%u dropped ones are left out.", n), n);
}

static char *
say_private (guint n)
{
  return n == 0 ? NULL : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u private one is left out.",
                                                       "%u private ones are left out.", n), n);
}

static char *
say_children (LampRollup *self,
              const char *goal)
{
  g_autoptr (GArray) parts = lamp_rollup_dup_parts (self, goal);
  g_autofree char *mean = NULL;
  g_autofree char *unknown = say_unknown (count_parts (parts, LAMP_SHARE_UNKNOWN));
  g_autofree char *dropped = say_dropped (count_parts (parts, LAMP_SHARE_DROPPED));
  g_autofree char *private = say_private (count_parts (parts, LAMP_SHARE_PRIVATE));
  const char *sentences[5] = { NULL };
  guint n = 0;

  if (count_parts (parts, LAMP_SHARE_COUNTED) == 0)
    return g_strdup (_("Not known: no goal that supports it has a figure yet."));

  sentences[n++] = mean = say_mean (parts);
  if (unknown != NULL)
    sentences[n++] = unknown;
  if (dropped != NULL)
    sentences[n++] = dropped;
  if (private != NULL)
    sentences[n++] = private;

  return g_strjoinv (C_ ("between sentences", " "), (char **) sentences);
}

/**
 * lamp_rollup_to_percent:
 * @fraction: how far something has come, 0 to 1
 *
 * Gets the hundredths that have been reached in full: 100 is only said of what is done. What a fraction of two numbers
 * lacks because of the way in which computers write it, is not held against it.
 *
 * Returns: a percentage
 */
int
lamp_rollup_to_percent (double fraction)
{
  return (int) (fraction * 100 + 1e-9);
}

/**
 * lamp_rollup_dup_how:
 * @self: figures
 * @goal: (nullable): the identifier of a goal
 *
 * Says where a goal's figure comes from, or why there is none.
 *
 * Returns: (transfer full): translated text, empty when there is no such goal
 */
char *
lamp_rollup_dup_how (LampRollup *self,
                     const char *goal)
{
  const LampRow *row = NULL;
  const Standing *standing = find_standing (self, goal, &row);

  if (standing == NULL)
    return g_strdup ("");

  return comes_from_children (row) ? say_children (self, goal) : say_own (row, standing);
}
