/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-clock.h"

#include <time.h>

#include "lamp-date.h"

/**
 * LampClock:
 *
 * The only place where Lamplighter asks what time it is. It is handed to whoever needs it; a test hands over a
 * clock that stands still until it is moved.
 */
struct _LampClock
{
  GObject parent_instance;

  gboolean fixed;
  gint64 utc;       /* µs since 1970, when fixed */
  gint64 monotonic; /* µs, when fixed */
  guint boots;      /* how often, when fixed */
  char *boot_id;    /* once it has been asked for */
};

G_DEFINE_FINAL_TYPE (LampClock, lamp_clock, G_TYPE_OBJECT)

static void
lamp_clock_finalize (GObject *object)
{
  LampClock *self = LAMP_CLOCK (object);

  g_free (self->boot_id);

  G_OBJECT_CLASS (lamp_clock_parent_class)->finalize (object);
}

static void
lamp_clock_class_init (LampClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_clock_finalize;
}

static void
lamp_clock_init (LampClock *self)
{
}

/**
 * lamp_clock_new_system:
 *
 * Makes a clock that tells the machine's time.
 *
 * Returns: (transfer full): the clock
 */
LampClock *
lamp_clock_new_system (void)
{
  return g_object_new (LAMP_TYPE_CLOCK, NULL);
}

/**
 * lamp_clock_new_fixed:
 * @utc_usec: microseconds since 1970-01-01 00:00 UTC
 *
 * Makes a clock that stands at one moment until [method@Clock.advance] moves it.
 *
 * Returns: (transfer full): the clock
 */
LampClock *
lamp_clock_new_fixed (gint64 utc_usec)
{
  LampClock *self = g_object_new (LAMP_TYPE_CLOCK, NULL);

  self->fixed = TRUE;
  self->utc = utc_usec;

  return self;
}

/**
 * lamp_clock_advance:
 * @self: a fixed clock
 * @usec: microseconds to move on
 *
 * Moves a fixed clock, wall and monotonic time alike.
 */
void
lamp_clock_advance (LampClock *self,
                    gint64     usec)
{
  g_return_if_fail (LAMP_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  self->utc += usec;
  self->monotonic += usec;
}

/**
 * lamp_clock_get_utc:
 * @self: a clock
 *
 * Returns: microseconds since 1970-01-01 00:00 UTC
 */
gint64
lamp_clock_get_utc (LampClock *self)
{
  g_return_val_if_fail (LAMP_IS_CLOCK (self), 0);

  return self->fixed ? self->utc : g_get_real_time ();
}

/**
 * lamp_clock_get_monotonic:
 * @self: a clock
 *
 * Gets a time that never jumps, for measuring spans.
 *
 * Returns: microseconds since an unspecified moment
 */
gint64
lamp_clock_get_monotonic (LampClock *self)
{
  g_return_val_if_fail (LAMP_IS_CLOCK (self), 0);

  return self->fixed ? self->monotonic : g_get_monotonic_time ();
}

/**
 * lamp_clock_get_boottime:
 * @self: a clock
 *
 * Gets a time that never jumps and goes on while the machine sleeps, for measuring what people in a room live through.
 *
 * Returns: microseconds since an unspecified moment
 */
gint64
lamp_clock_get_boottime (LampClock *self)
{
  struct timespec now;

  g_return_val_if_fail (LAMP_IS_CLOCK (self), 0);

  if (self->fixed)
    return self->monotonic;
  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time ();

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What cannot be told is not guessed: without the kernel's word each process is a boot of its own, and the wall clock
 * bridges the gap between two of them. */
static char *
read_boot_id (void)
{
  char *text = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &text, NULL, NULL))
    return g_uuid_string_random ();

  return g_strstrip (text);
}

/**
 * lamp_clock_get_boot_id:
 * @self: a clock
 *
 * Gets what names the start of the machine since which [method@Clock.get_boottime] counts: two readings of it can be
 * compared when this is the same, also by two processes.
 *
 * Returns: the name; belongs to the clock and stays until it is booted anew
 */
const char *
lamp_clock_get_boot_id (LampClock *self)
{
  g_return_val_if_fail (LAMP_IS_CLOCK (self), NULL);

  if (self->boot_id == NULL)
    self->boot_id = self->fixed ? g_strdup_printf ("fixed-%u", self->boots) : read_boot_id ();

  return self->boot_id;
}

/**
 * lamp_clock_reboot:
 * @self: a fixed clock
 * @usec: microseconds that the machine is off
 *
 * Lets a fixed clock live through what a dead battery does: the wall goes on, what is counted since the start of the
 * machine begins anew.
 */
void
lamp_clock_reboot (LampClock *self,
                   gint64     usec)
{
  g_return_if_fail (LAMP_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  self->utc += usec;
  self->monotonic = 0;
  self->boots++;
  g_clear_pointer (&self->boot_id, g_free);
}

/**
 * lamp_clock_set_utc:
 * @self: a fixed clock
 * @utc_usec: microseconds since 1970-01-01 00:00 UTC
 *
 * Sets the wall time of a fixed clock as a person or a time server would: monotonic time goes on as it was.
 */
void
lamp_clock_set_utc (LampClock *self,
                    gint64     utc_usec)
{
  g_return_if_fail (LAMP_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  self->utc = utc_usec;
}

/**
 * lamp_clock_dup_instant:
 * @self: a clock
 *
 * Returns: (transfer full): now, as RFC 3339 in UTC with milliseconds, such as "2026-11-22T10:00:00.000Z"
 */
char *
lamp_clock_dup_instant (LampClock *self)
{
  return lamp_instant_format (lamp_clock_get_utc (self));
}

static char *
dup_local (LampClock  *self,
           const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (lamp_clock_get_utc (self));
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, format);
}

/**
 * lamp_clock_dup_today:
 * @self: a clock
 *
 * Returns: (transfer full): today's date where the machine stands, as "YYYY-MM-DD"
 */
char *
lamp_clock_dup_today (LampClock *self)
{
  return dup_local (self, "%Y-%m-%d");
}

/**
 * lamp_clock_dup_local_time:
 * @self: a clock
 *
 * Returns: (transfer full): the wall time where the machine stands, as "YYYY-MM-DDTHH:MM"
 */
char *
lamp_clock_dup_local_time (LampClock *self)
{
  return dup_local (self, "%Y-%m-%dT%H:%M");
}
