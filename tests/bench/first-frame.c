/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Preloaded into any GTK program: when its first window has painted its first frame, the milliseconds since
 * LAMP_BENCH_START (of the monotonic clock, in microseconds) go to the error output and the program ends. So the same
 * thing is measured in the same way in programs that know nothing of it. */

static void
tell (GdkFrameClock *clock,
      GtkWidget     *window)
{
  const char *start = g_getenv ("LAMP_BENCH_START");

  if (start == NULL || !gtk_widget_get_mapped (window))
    return;
  fprintf (stderr, "first-frame %.3f\n", (g_get_monotonic_time () - g_ascii_strtoll (start, NULL, 10)) / 1000.0);
  _exit (0);
}

void
gtk_window_present (GtkWindow *window)
{
  static void (*present) (GtkWindow *);
  gboolean first = present == NULL;

  if (first)
    present = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");
  present (window);
  if (first)
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (tell), window);
}
