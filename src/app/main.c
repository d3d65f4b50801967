/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "lamp-application.h"
#include "lamp-locale.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (LampApplication) application = NULL;

  lamp_locale_init (LOCALEDIR);

  application = lamp_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
