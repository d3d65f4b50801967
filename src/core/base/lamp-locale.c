/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-locale.h"

#include <libintl.h>
#include <locale.h>

/**
 * lamp_locale_init:
 * @installed: (type filename): where the translations are installed
 *
 * Makes the program speak the person's language. `LAMPLIGHTER_LOCALEDIR` names another folder of translations, for a
 * program that is run from where it was built.
 */
void
lamp_locale_init (const char *installed)
{
  const char *elsewhere = g_getenv ("LAMPLIGHTER_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, elsewhere != NULL ? elsewhere : installed);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
