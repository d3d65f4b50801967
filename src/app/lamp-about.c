/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-about.h"

#include <glib/gi18n-lib.h>

#include "config.h"

/**
 * lamp_about_dialog_new:
 *
 * Returns: (transfer floating): the dialog that says what this is
 */
AdwDialog *
lamp_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _("Lamplighter"));
  adw_about_dialog_set_application_icon (about, APPLICATION_ID);
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Lamplighter Project"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (about, _("For the people who run learning communities in schools: who belongs, what "
                                          "they aim at, how they improve, and when they meet. All of it stays in one "
                                          "file on this computer."));
  // Translators: your name, and the address where you want to be reached if you like
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));

  return dialog;
}
