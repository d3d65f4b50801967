/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-id.h"

#include <string.h>

/**
 * lamp_id_is_valid:
 * @id: (nullable): a text
 *
 * Returns: whether @id is 1 to 64 of `A-Z a-z 0-9 . _ : -`
 */
gboolean
lamp_id_is_valid (const char *id)
{
  gsize length = id != NULL ? strlen (id) : 0;

  if (length == 0 || length > LAMP_ID_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (id[i]) && strchr ("._:-", id[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * lamp_id_new:
 * @clock: tells the time that the identifier starts with
 *
 * Makes a UUID version 7 (RFC 9562): ordered by time, so that new records stand beside each other in the file.
 * GLib makes only version 4, hence our own.
 *
 * Returns: (transfer full): the identifier
 */
char *
lamp_id_new (LampClock *clock)
{
  static GMutex mutex;
  static guint64 last;
  static guint32 counter; /* 22 bits */
  guint64 milliseconds;
  guint32 count;

  g_return_val_if_fail (LAMP_IS_CLOCK (clock), NULL);

  milliseconds = (guint64) (lamp_clock_get_utc (clock) / 1000);
  /* Within one millisecond a counter keeps the order (RFC 9562, 6.2, method 1). */
  g_mutex_lock (&mutex);
  counter = milliseconds != last ? (guint32) g_random_int_range (0, 1 << 16) : counter + 1;
  last = milliseconds;
  count = counter;
  g_mutex_unlock (&mutex);

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x",
                          (guint32) (milliseconds >> 16), (guint32) (milliseconds & 0xffff), count >> 10 & 0xfff,
                          0x8000 | (count & 0x3ff) << 4 | (guint32) g_random_int_range (0, 16),
                          (guint32) g_random_int_range (0, 0x10000), g_random_int ());
}
