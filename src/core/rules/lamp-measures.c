/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-measures.h"

#include <glib/gi18n-lib.h>

/* What was measured of a goal, in numbers and in words. */

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * lamp_measures_get_median:
 * @values: (array length=n_values): what was measured, in any order
 * @n_values: how many
 *
 * Returns: the value that as many lie above as below, between two the middle of both; 0 where there is none
 */
double
lamp_measures_get_median (const double *values,
                          guint         n_values)
{
  g_autofree double *sorted = NULL;

  if (n_values == 0)
    return 0;

  sorted = g_memdup2 (values, n_values * sizeof *values);
  qsort (sorted, n_values, sizeof *sorted, compare_values);
  if (n_values % 2 == 1)
    return sorted[n_values / 2];

  return sorted[n_values / 2 - 1] / 2 + sorted[n_values / 2] / 2; /* halves, so that no sum overflows */
}

/**
 * lamp_measures_dup_number:
 * @value: a number
 * @goal: the goal that it was measured for
 *
 * Returns: (transfer full): the number with the unit of the goal, for reading
 */
char *
lamp_measures_dup_number (double         value,
                          const LampRow *goal)
{
  const char *unit = lamp_row_get_text (goal, "unit");

  /* Translators: a number and its unit: 58 %, 12 minutes */
  return unit != NULL && *unit != '\0' ? g_strdup_printf (C_ ("measurement", "%.10g %s"), value, unit)
                                       : g_strdup_printf ("%.10g", value);
}

static void
append (GString       *text,
        const char    *label,
        double         value,
        const LampRow *goal)
{
  g_autofree char *number = lamp_measures_dup_number (value, goal);

  g_string_append_printf (text, C_ ("measurements", ", %s %s"), label, number);
}

/**
 * lamp_measures_dup_sentence:
 * @values: (array length=n_values): what was measured, the earliest first
 * @n_values: how many
 * @goal: the goal that it was measured for
 *
 * Says what a strip or a chart of measurements shows, for those who do not see it.
 *
 * Returns: (transfer full): such as "4 measurements, latest 62 %, median 58 %, target 75 %", empty where there is none
 */
char *
lamp_measures_dup_sentence (const double  *values,
                            guint          n_values,
                            const LampRow *goal)
{
  GString *text = g_string_new (NULL);

  if (n_values == 0)
    return g_string_free (text, FALSE);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u measurement", "%u measurements", n_values), n_values);
  append (text, C_ ("measurements", "latest"), values[n_values - 1], goal);
  append (text, C_ ("measurements", "median"), lamp_measures_get_median (values, n_values), goal);
  if (lamp_row_has (goal, "target"))
    append (text, C_ ("measurements", "target"), lamp_row_get_real (goal, "target"), goal);

  return g_string_free (text, FALSE);
}
