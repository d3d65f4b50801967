/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-preferences.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_color_scheme_row (GSettings *settings)
{
  const char * const choices[] = { C_("color scheme", "Follow the System"), C_("color scheme", "Light"),
                                   C_("color scheme", "Dark"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Style"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), g_settings_get_enum (settings, "color-scheme"));

  return row;
}

static void
on_color_scheme (AdwComboRow *row,
                 GParamSpec  *pspec,
                 GSettings   *settings)
{
  g_settings_set_enum (settings, "color-scheme", (int) adw_combo_row_get_selected (row));
}

static GtkWidget *
make_backup_row (GSettings *settings)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Daily Backup"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("At the first start of a day, when something has changed since the last one"));
  g_settings_bind (settings, "daily-backup", row, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static GtkWidget *
make_reminder_row (GSettings *settings)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Commitments That Are Due"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("A notification once a day, while Lamplighter is open"));
  g_settings_bind (settings, "remind-of-commitments", row, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static GtkWidget *
make_group (const char *title,
            GtkWidget  *row)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return group;
}

/**
 * lamp_preferences_dialog_new:
 * @settings: what the program remembers
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_preferences_dialog_new (GSettings *settings)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *row = make_color_scheme_row (settings);

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_color_scheme), settings, 0);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_group (_("Appearance"), row)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_group (_("Safety"), make_backup_row (settings))));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_group (_("Reminders"), make_reminder_row (settings))));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));

  return dialog;
}
