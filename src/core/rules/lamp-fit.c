/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-fit.h"

#include <glib/gi18n-lib.h>

/* Fitting steps into a slot. Real slots are 41 or 44 minutes and protocols want 60, so something must give: each step
 * that is not protected gives in proportion to the room between what it should have and what it can do with. The same
 * steps and the same slot always give the same times.
 *
 * Whole seconds are dealt out by the divisor method of Webster and Sainte-Laguë. The method of largest remainders
 * would do for one slot, but with it a longer slot can cost a step a second (the "Alabama paradox"); here no step ever
 * gets less because the slot grew, which is what makes a clock that re-times every second bearable. Since a change as
 * large as all the room there is takes exactly that room, no step leaves its bounds either. */

/**
 * lamp_fit_step_get_minimum:
 * @step: a step
 *
 * Returns: the least seconds it can do with, whether that was set or not; protection aside
 */
int
lamp_fit_step_get_minimum (const LampFitStep *step)
{
  if (step->minimum < 0)
    return MIN (step->seconds, MAX (60, step->seconds / 2 + step->seconds % 2));

  return MIN (step->seconds, step->minimum);
}

/**
 * lamp_fit_step_get_maximum:
 * @step: a step
 *
 * Returns: the most seconds it can use, whether that was set or not; protection aside
 */
int
lamp_fit_step_get_maximum (const LampFitStep *step)
{
  if (step->maximum < 0)
    return step->seconds + step->seconds / 2;

  return MAX (step->seconds, step->maximum);
}

/* Which of the steps is the next to get one more when @given has been dealt out: the largest room ÷ (2 given + 1),
 * the first of equals. */
static guint
next_to_get (const int *room,
             const int *given,
             guint      n_steps)
{
  guint best = 0;

  for (guint i = 1; i < n_steps; i++)
    if ((gint64) room[i] * (2 * (gint64) given[best] + 1) > (gint64) room[best] * (2 * (gint64) given[i] + 1))
      best = i;

  return best;
}

/* Which of them got the last one: the smallest room ÷ (2 given − 1), the last of equals. */
static guint
last_to_get (const int *room,
             const int *given,
             guint      n_steps)
{
  guint best = n_steps;

  for (guint i = 0; i < n_steps; i++)
    if (given[i] > 0
        && (best == n_steps
            || (gint64) room[i] * (2 * (gint64) given[best] - 1) <= (gint64) room[best] * (2 * (gint64) given[i] - 1)))
      best = i;

  return best;
}

/* Deals out @amount in proportion to @room, whose sum is at least that. */
static void
deal_out (const int *room,
          guint      n_steps,
          int        amount,
          int       *given)
{
  gint64 total = 0;
  gint64 sum = 0;

  for (guint i = 0; i < n_steps; i++)
    total += room[i];
  g_assert (amount >= 0 && amount <= total);
  for (guint i = 0; i < n_steps; i++)
    {
      given[i] = total > 0 ? (int) ((2 * (gint64) amount * room[i] + total) / (2 * total)) : 0;
      sum += given[i];
    }
  for (; sum < amount; sum++)
    given[next_to_get (room, given, n_steps)]++;
  for (; sum > amount; sum--)
    given[last_to_get (room, given, n_steps)]--;
}

/* Adds @sign times a share of @change to each of @planned. */
static void
apply_change (const int     *planned,
              const int     *room,
              guint          n_steps,
              int            change,
              int            sign,
              int           *out,
              LampFitResult *result)
{
  g_autofree int *given = g_new0 (int, n_steps);

  deal_out (room, n_steps, change, given);
  for (guint i = 0; i < n_steps; i++)
    {
      out[i] = planned[i] + sign * given[i];
      result->n_changed += given[i] > 0;
    }
  result->total = result->planned + sign * change;
}

static int
sum_of (const int *values,
        guint      n_values)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_values; i++)
    sum += values[i];

  return (int) MIN (sum, G_MAXINT);
}

static void
shorten (const int     *planned,
         const int     *lowest,
         guint          n_steps,
         int            slot,
         int           *out,
         LampFitResult *result)
{
  g_autofree int *room = g_new0 (int, n_steps);
  int shortest = sum_of (lowest, n_steps);

  if (shortest > slot)
    {
      result->fits = FALSE;
      result->missing = shortest - slot;
      return;
    }
  for (guint i = 0; i < n_steps; i++)
    room[i] = planned[i] - lowest[i];
  apply_change (planned, room, n_steps, result->planned - slot, -1, out, result);
}

static void
extend (const int     *planned,
        const int     *highest,
        guint          n_steps,
        int            slot,
        int           *out,
        LampFitResult *result)
{
  g_autofree int *room = g_new0 (int, n_steps);
  int all;

  for (guint i = 0; i < n_steps; i++)
    room[i] = highest[i] - planned[i];
  all = sum_of (room, n_steps);
  apply_change (planned, room, n_steps, MIN (all, slot - result->planned), 1, out, result);
}

static LampFitResult
fit (const int   *planned,
     const int   *lowest,
     const int   *highest,
     guint        n_steps,
     int          slot,
     LampFitMode  mode,
     int         *out)
{
  LampFitResult result = { .fits = TRUE };

  result.planned = result.total = sum_of (planned, n_steps);
  for (guint i = 0; i < n_steps; i++)
    out[i] = planned[i];
  if (result.planned > slot)
    shorten (planned, lowest, n_steps, slot, out, &result);
  else if (mode == LAMP_FIT_BOTH_WAYS)
    extend (planned, highest, n_steps, slot, out, &result);
  if (result.fits)
    result.spare = slot - result.total;

  return result;
}

/* Fits in units of @unit seconds: bounds are taken inwards, so that they are kept to the second. */
static LampFitResult
fit_in_units (const LampFitStep *steps,
              guint              n_steps,
              int                slot,
              int                unit,
              LampFitMode        mode,
              int               *out)
{
  g_autofree int *planned = g_new0 (int, n_steps + 1);
  g_autofree int *lowest = g_new0 (int, n_steps + 1);
  g_autofree int *highest = g_new0 (int, n_steps + 1);

  for (guint i = 0; i < n_steps; i++)
    {
      LampFitStep step = steps[i];

      step.seconds = MAX (0, step.seconds);
      planned[i] = step.seconds / unit + (step.seconds % unit > 0);
      lowest[i] = step.is_protected ? planned[i] : (lamp_fit_step_get_minimum (&step) + unit - 1) / unit;
      highest[i] = step.is_protected ? planned[i] : MAX (planned[i], lamp_fit_step_get_maximum (&step) / unit);
    }

  return fit (planned, lowest, highest, n_steps, MAX (0, slot), mode, out);
}

/**
 * lamp_fit:
 * @steps: (array length=n_steps): the steps, in order
 * @n_steps: how many
 * @slot: the seconds there are
 * @mode: whether steps may also be extended
 * @seconds: (out caller-allocates) (array length=n_steps): the seconds that each step gets
 *
 * Fits steps into a slot, to the second. What is not protected gives or takes in proportion to the room that it has;
 * nothing leaves its bounds. When even the shortest steps are too long nothing is changed and the result says by how
 * much (practice, protocol catalogue: steps with least, preferred and most minutes).
 *
 * A longer slot never makes a step shorter, and fitting what fits changes nothing.
 *
 * Returns: what became of it, in seconds
 */
LampFitResult
lamp_fit (const LampFitStep *steps,
          guint              n_steps,
          int                slot,
          LampFitMode        mode,
          int               *seconds)
{
  return fit_in_units (steps, n_steps, slot, 1, mode, seconds);
}

/**
 * lamp_fit_whole_minutes:
 * @steps: (array length=n_steps): the steps, in order; a part of a minute counts as a minute
 * @n_steps: how many
 * @slot: the minutes there are
 * @mode: whether steps may also be extended
 * @minutes: (out caller-allocates) (array length=n_steps): the whole minutes that each step gets
 *
 * As [func@fit], for plans, which are made in whole minutes.
 *
 * Returns: what became of it, in minutes
 */
LampFitResult
lamp_fit_whole_minutes (const LampFitStep *steps,
                        guint              n_steps,
                        int                slot,
                        LampFitMode        mode,
                        int               *minutes)
{
  return fit_in_units (steps, n_steps, slot, 60, mode, minutes);
}

static int
bound_of (const LampRow *row,
          const char    *field)
{
  return lamp_row_has (row, field) ? (int) lamp_row_get_integer (row, field) * 60 : LAMP_FIT_DEFAULT;
}

/**
 * lamp_fit_step_from_row:
 * @row: an agenda item or a protocol step
 *
 * Returns: its time; its flag alone decides whether it is protected
 */
LampFitStep
lamp_fit_step_from_row (const LampRow *row)
{
  LampFitStep step = {
    .seconds = (int) lamp_row_get_integer (row, "minutes") * 60,
    .minimum = bound_of (row, "minutes_min"),
    .maximum = bound_of (row, "minutes_max"),
    .is_protected = lamp_row_get_integer (row, "protected") != 0,
  };

  return step;
}

/**
 * lamp_fit_rows:
 * @rows: (element-type LampRow): agenda items or protocol steps, in order
 * @slot: the minutes there are
 * @mode: whether steps may also be extended
 * @minutes: (out caller-allocates): the whole minutes that each row gets
 *
 * Fits an agenda into its slot. The rows are not touched.
 *
 * Returns: what became of it, in minutes
 */
LampFitResult
lamp_fit_rows (GPtrArray   *rows,
               int          slot,
               LampFitMode  mode,
               int         *minutes)
{
  g_autofree LampFitStep *steps = g_new0 (LampFitStep, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    steps[i] = lamp_fit_step_from_row (rows->pdata[i]);

  return lamp_fit_whole_minutes (steps, rows->len, slot, mode, minutes);
}

/**
 * lamp_fit_dup_time:
 * @seconds: seconds, 0 or more
 *
 * Returns: (transfer full): minutes as short as they can be said: "15", or "12:30" where seconds are left over
 */
char *
lamp_fit_dup_time (int seconds)
{
  if (seconds % 60 == 0)
    return g_strdup_printf ("%d", seconds / 60);

  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

/* "feedback 15 → 12", "reflection stays 5", or nothing for what is neither changed nor protected. */
static void
add_change (GStrvBuilder *builder,
            const char   *title,
            int           before,
            int           after,
            gboolean      is_protected)
{
  g_autofree char *was = lamp_fit_dup_time (before);
  g_autofree char *is = lamp_fit_dup_time (after);

  if (before != after)
    /* Translators: an agenda item, its minutes before, its minutes after */
    g_strv_builder_take (builder, g_strdup_printf (C_("agenda fit", "%s %s → %s"), title, was, is));
  else if (is_protected)
    /* Translators: an agenda item that is not shortened, its minutes */
    g_strv_builder_take (builder, g_strdup_printf (C_("agenda fit", "%s stays %s"), title, is));
}

static char *
join_changes (GStrvBuilder *builder)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  /* Translators: stands between the parts of a list of changes to an agenda */
  return g_strjoinv (C_("agenda fit", ", "), parts);
}

static char *
describe_rows (GPtrArray *rows,
               const int *minutes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      LampFitStep step = lamp_fit_step_from_row (rows->pdata[i]);

      add_change (builder, lamp_row_get_title (rows->pdata[i]), step.seconds, minutes[i] * 60, step.is_protected);
    }

  return join_changes (builder);
}

/**
 * lamp_fit_describe:
 * @rows: (element-type LampRow): the rows as they were fitted
 * @minutes: what [func@fit_rows] gave them
 * @result: what it returned
 *
 * Says what a fit does: what is shortened or extended and what is protected, or that it cannot be done and by how
 * much.
 *
 * Returns: (transfer full): a translated sentence; plain text
 */
char *
lamp_fit_describe (GPtrArray           *rows,
                   const int           *minutes,
                   const LampFitResult *result)
{
  g_autofree char *changes = NULL;

  if (!result->fits)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Even at its shortest the agenda is %d minute too long. Take something out or "
                                         "set a lower minimum.",
                                         "Even at its shortest the agenda is %d minutes too long. Take something out or "
                                         "set a lower minimum.",
                                         (gulong) result->missing),
                            result->missing);
  if (result->n_changed == 0)
    return g_strdup (_("The agenda fits as it is."));
  changes = describe_rows (rows, minutes);

  /* Translators: the minutes of an agenda before and after, then a list such as "feedback 15 → 12" */
  return g_strdup_printf (_("%d → %d minutes: %s."), result->planned, result->total, changes);
}

static char *
describe_no_room (const char *extra,
                  int         missing)
{
  g_autofree char *text = lamp_fit_dup_time (missing);

  /* Translators: the price of an overrun in minutes ("+3"), then by how many minutes it cannot be made up */
  return g_strdup_printf (_("%s: ends %s min late, even with all that follows at its shortest"), extra, text);
}

/**
 * lamp_fit_describe_price:
 * @titles: (array length=n_steps): the names of the steps
 * @steps: (array length=n_steps): what follows the current item, as it is planned now
 * @n_steps: how many
 * @slot: the seconds left for them when the current item ends as planned
 * @extra: the seconds more that the current item is to get; 0 or more
 *
 * Says what an overrun costs before it is accepted (peers, "What none of them has" 1): "+3: feedback 15 → 12,
 * reflection stays 5". Times are minutes.
 *
 * Returns: (transfer full): one translated line; plain text
 */
char *
lamp_fit_describe_price (const char * const *titles,
                         const LampFitStep  *steps,
                         guint               n_steps,
                         int                 slot,
                         int                 extra)
{
  g_autofree int *seconds = g_new0 (int, n_steps + 1);
  g_autofree char *time = lamp_fit_dup_time (extra);
  g_autofree char *price = g_strdup_printf ("+%s", time);
  g_autofree char *changes = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  LampFitResult result = lamp_fit (steps, n_steps, slot - extra, LAMP_FIT_SHORTEN, seconds);

  if (!result.fits || slot < extra)
    return describe_no_room (price, result.missing + MAX (0, extra - slot));
  for (guint i = 0; i < n_steps; i++)
    add_change (builder, titles[i], steps[i].seconds, seconds[i], steps[i].is_protected);
  changes = join_changes (builder);
  if (result.n_changed == 0)
    /* Translators: the price of an overrun in minutes ("+3") */
    return g_strdup_printf (_("%s: costs nothing, there is time to spare"), price);

  /* Translators: the price of an overrun in minutes ("+3"), then a list such as "feedback 15 → 12" */
  return g_strdup_printf (C_("agenda fit", "%s: %s"), price, changes);
}

static char *
dup_signed_time (int seconds)
{
  g_autofree char *time = lamp_fit_dup_time (ABS (seconds));

  return g_strconcat (seconds < 0 ? "−" : "+", time, NULL);
}

/**
 * lamp_fit_describe_cost:
 * @changes: (array length=n_changes): what becomes of what follows
 * @n_changes: how many
 * @extra: the seconds more, or less, that the current item gets
 * @late: by how many seconds it all ends after the slot then; 0 or less when it does not
 *
 * Says what it costs to give time to the current item, as [func@fit_describe_price] does, where it is already known
 * what becomes of the others.
 *
 * Returns: (transfer full): one translated line; plain text
 */
char *
lamp_fit_describe_cost (const LampFitChange *changes,
                        guint                n_changes,
                        int                  extra,
                        int                  late)
{
  g_autofree char *price = dup_signed_time (extra);
  g_autofree char *end = lamp_fit_dup_time (MAX (0, late));
  g_autofree char *list = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean same = TRUE;

  for (guint i = 0; i < n_changes; i++)
    {
      add_change (builder, changes[i].title, changes[i].before, changes[i].after, changes[i].is_protected);
      same = same && changes[i].before == changes[i].after;
    }
  list = join_changes (builder);
  if (same && late > 0)
    /* Translators: the price of an overrun in minutes ("+3"), then by how many minutes the meeting ends late */
    return g_strdup_printf (_("%s: ends %s min late"), price, end);
  if (same)
    return extra > 0 ? g_strdup_printf (_("%s: costs nothing, there is time to spare"), price)
                     /* Translators: minutes taken off an item ("−1") */
                     : g_strdup_printf (_("%s: changes nothing that follows"), price);
  if (late > 0)
    /* Translators: the price of an overrun in minutes ("+3"), a list such as "feedback 15 → 12", and by how many
     * minutes the meeting ends late */
    return g_strdup_printf (_("%s: %s; ends %s min late"), price, list, end);

  return g_strdup_printf (C_("agenda fit", "%s: %s"), price, list);
}
