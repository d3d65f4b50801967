/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "lamp-cli.h"
#include "lamp-edit.h"
#include "lamp-fit.h"

/* What is done with an agenda. */

static gboolean two_way;
static gboolean dry_run;

static const GOptionEntry fit_options[] = {
  { "two-way", 0, 0, G_OPTION_ARG_NONE, &two_way, N_("Also lengthen items where the slot has time left"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would change"), NULL },
  { NULL },
};

static GPtrArray *
get_rows (GListModel *items)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      g_ptr_array_add (rows, (gpointer) lamp_record_get_row (item));
    }

  return rows;
}

static gboolean
write_minutes (LampStore   *store,
               GListModel  *items,
               const int   *minutes,
               GError     **error)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (store, _("Fit to Slot"));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      if (lamp_record_get_integer (item, "minutes") != minutes[i])
        lamp_edit_set_integer (edit, item, "minutes", minutes[i]);
    }

  return lamp_edit_is_empty (edit) || lamp_edit_commit (edit, error);
}

static LampExit
fit_agenda (LampStore  *store,
            LampRecord *meeting,
            GListModel *items)
{
  g_autoptr (GPtrArray) rows = get_rows (items);
  g_autofree int *minutes = g_new0 (int, rows->len + 1);
  g_autofree char *words = NULL;
  LampFitResult result;
  GError *error = NULL;

  result = lamp_fit_rows (rows, (int) lamp_record_get_integer (meeting, "minutes"),
                          two_way ? LAMP_FIT_BOTH_WAYS : LAMP_FIT_SHORTEN, minutes);
  words = lamp_fit_describe (rows, minutes, &result);
  if (!result.fits)
    return lamp_cli_refuse_as (LAMP_ERROR_RULE, g_steal_pointer (&words));
  if (!dry_run && !write_minutes (store, items, minutes, &error))
    return lamp_cli_refuse (error);
  g_print ("%s\n", words);

  return LAMP_EXIT_DONE;
}

static LampExit
run_fit (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (LampRecord) meeting = NULL;
  g_autoptr (GListModel) items = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  meeting = lamp_store_find (store, "meetings", arguments[0]);
  if (meeting == NULL)
    return lamp_cli_refuse_as (LAMP_ERROR_NOT_FOUND, g_strdup_printf (_("There is no meeting “%s”."), arguments[0]));
  if (!dry_run && g_strcmp0 (lamp_record_get_text (meeting, "state"), "closed") == 0)
    return lamp_cli_refuse_as (LAMP_ERROR_REFUSED,
                               g_strdup (_("The meeting is closed: its agenda can be read, not changed.")));
  items = lamp_store_list_by (store, "agenda_items", "meeting", arguments[0]);

  return fit_agenda (store, meeting, items);
}

const LampCommand lamp_commands_agenda[] = {
  { "fit", N_("ID"), N_("Fit the agenda of a meeting into its slot"),
    N_("Items give way between their least and most minutes; what is protected, such as reflection, stays as it is."),
    fit_options, 1, 1, run_fit },
  { NULL },
};
