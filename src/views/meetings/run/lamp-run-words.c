/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-words.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"

static int
round_to_minutes (int seconds)
{
  return (ABS (seconds) + 30) / 60;
}

/**
 * lamp_run_words_get_phase:
 * @figures: a meeting at one moment
 *
 * Returns: how the urgency of the current item shows
 */
LampRunPhaseLook
lamp_run_words_get_phase (const LampRunFigures *figures)
{
  LampRunPhaseLook looks[] = {
    [LAMP_RUN_FINE] = { C_("phase", "In Time"), "object-select-symbolic", "success" },
    [LAMP_RUN_ORANGE] = { C_("phase", "Nearly Time"), "alarm-symbolic", "warning" },
    [LAMP_RUN_RED] = { C_("phase", "Finish Now"), "dialog-warning-symbolic", "error" },
    [LAMP_RUN_PAST] = { C_("phase", "Over Time"), "dialog-error-symbolic", "error" },
  };

  if (figures->state == LAMP_RUN_PAUSED)
    return (LampRunPhaseLook) { C_("phase", "Paused"), "media-playback-pause-symbolic", "dimmed" };
  if (figures->state != LAMP_RUN_RUNNING)
    return (LampRunPhaseLook) { C_("phase", "Not Started"), "alarm-symbolic", "dimmed" };

  return looks[figures->phase];
}

/**
 * lamp_run_words_dup_clock:
 * @seconds: seconds that are left; negative when it is over
 *
 * Returns: (transfer full): as a clock shows it: "4:32", "1:04:32", "+0:45" when it counts over
 */
char *
lamp_run_words_dup_clock (int seconds)
{
  const char *sign = seconds < 0 ? "+" : "";
  int rest = ABS (seconds);

  if (rest >= 3600)
    return g_strdup_printf ("%s%d:%02d:%02d", sign, rest / 3600, rest / 60 % 60, rest % 60);

  return g_strdup_printf ("%s%d:%02d", sign, rest / 60, rest % 60);
}

/**
 * lamp_run_words_dup_spoken:
 * @seconds: seconds that are left; negative when it is over
 *
 * Says it as a screen reader should: by the minute, so that it does not change each second.
 *
 * Returns: (transfer full): "5 minutes left", "less than a minute left", "2 minutes over"
 */
char *
lamp_run_words_dup_spoken (int seconds)
{
  int minutes = (ABS (seconds) + (seconds > 0 ? 59 : 0)) / 60;

  if (seconds > 0)
    return minutes == 1 ? g_strdup (_("less than a minute left"))
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute left", "%d minutes left",
                                                        (gulong) minutes), minutes);
  if (minutes == 0)
    return g_strdup (_("the time is up"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute over", "%d minutes over", (gulong) minutes), minutes);
}

/**
 * lamp_run_words_dup_minutes:
 * @seconds: a span, 0 or more
 *
 * Returns: (transfer full): rounded to minutes, with the unit: "12 min"
 */
char *
lamp_run_words_dup_minutes (int seconds)
{
  // Translators: a number of minutes, short
  return g_strdup_printf (C_("duration", "%d min"), round_to_minutes (seconds));
}

/**
 * lamp_run_words_dup_short:
 * @seconds: a span
 *
 * Returns: (transfer full): rounded to minutes, without the unit: "12"; "0:40" when it is less than a minute
 */
char *
lamp_run_words_dup_short (int seconds)
{
  if (seconds > 0 && seconds < 60)
    return lamp_fit_dup_time (seconds);

  return g_strdup_printf ("%d", round_to_minutes (MAX (0, seconds)));
}

/**
 * lamp_run_words_dup_time:
 * @utc_usec: µs since 1970
 *
 * Returns: (transfer full): hour and minute where the machine stands: "08:27"
 */
char *
lamp_run_words_dup_time (gint64 utc_usec)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (utc_usec);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *text = g_date_time_format (local, "%Y-%m-%dT%H:%M");

  return lamp_clock_time_dup_display (text);
}

/**
 * lamp_run_words_dup_behind:
 * @figures: a meeting at one moment
 *
 * Returns: (transfer full): how far it is from its plan: "2 minutes behind", "1 minute ahead", "On plan"
 */
char *
lamp_run_words_dup_behind (const LampRunFigures *figures)
{
  int minutes = round_to_minutes (figures->behind);

  if (minutes == 0)
    return g_strdup (_("On plan"));
  if (figures->behind > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute behind", "%d minutes behind", (gulong) minutes),
                            minutes);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute ahead", "%d minutes ahead", (gulong) minutes),
                          minutes);
}

/**
 * lamp_run_words_dup_end:
 * @figures: a meeting at one moment
 *
 * Returns: (transfer full): when it will end against its slot: "ends 08:27, 2 minutes after the slot"
 */
char *
lamp_run_words_dup_end (const LampRunFigures *figures)
{
  g_autofree char *end = lamp_run_words_dup_time (figures->ends_at);
  int minutes = round_to_minutes (figures->overrun);

  if (minutes == 0)
    // Translators: %s is the time at which a meeting will end
    return g_strdup_printf (_("ends %s, with the slot"), end);
  if (figures->overrun > 0)
    // Translators: the time at which a meeting will end, and how long after its slot that is
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "ends %s, %d minute after the slot",
                                         "ends %s, %d minutes after the slot", (gulong) minutes), end, minutes);

  // Translators: the time at which a meeting will end, and how long before the end of its slot that is
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "ends %s, %d minute before the slot does",
                                       "ends %s, %d minutes before the slot does", (gulong) minutes), end, minutes);
}

/**
 * lamp_run_words_dup_left:
 * @figures: a meeting at one moment
 *
 * Returns: (transfer full): what is left of the slot: "21 minutes left", "2 minutes past the slot"
 */
char *
lamp_run_words_dup_left (const LampRunFigures *figures)
{
  int minutes = figures->meeting_left > 0 ? (figures->meeting_left + 59) / 60 : -figures->meeting_left / 60;

  if (figures->meeting_left > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute left", "%d minutes left", (gulong) minutes),
                            minutes);
  if (minutes == 0)
    return g_strdup (_("the slot is over"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute past the slot", "%d minutes past the slot",
                                       (gulong) minutes), minutes);
}

/**
 * lamp_run_words_dup_change:
 * @place: an item of a run
 *
 * Returns: (transfer full): the minutes that it has: "16 min", or "15 → 12 min" when they were adapted
 */
char *
lamp_run_words_dup_change (const LampRunPlace *place)
{
  g_autofree char *planned = lamp_run_words_dup_short (place->planned);
  g_autofree char *allotted = lamp_run_words_dup_short (place->allotted);

  if (g_str_equal (planned, allotted))
    // Translators: a time in minutes, short: 16
    return g_strdup_printf (C_("duration", "%s min"), planned);

  // Translators: the minutes that were planned for an item, and those that it has now
  return g_strdup_printf (C_("duration", "%s → %s min"), planned, allotted);
}
