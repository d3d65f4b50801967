/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-application-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-about.h"
#include "lamp-due-list.h"
#include "lamp-go-to-dialog.h"
#include "lamp-places.h"
#include "lamp-preferences.h"
#include "lamp-shortcuts.h"

/* What can be asked of the program as a whole: from its menu, and from outside, by the desktop entry, a notification or
 * the search of the shell. */

/* A window with a dialog would close no more than that. One that has a question to ask stays, and so does its window. */
static void
close_dialogs (GtkWindow *window)
{
  AdwDialog *dialog = NULL;
  AdwDialog *last;

  if (!ADW_IS_APPLICATION_WINDOW (window))
    return;
  do
    {
      last = dialog;
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
    }
  while (dialog != NULL && dialog != last && adw_dialog_close (dialog));
}

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      close_dialogs (l->data);
      gtk_window_close (l->data);
    }
  g_list_free (windows);
}

static void
on_preferences (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  AdwDialog *dialog = lamp_preferences_dialog_new (lamp_application_get_settings (data));

  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (data)));
}

static void
on_shortcuts (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_dialog_present (lamp_shortcuts_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (data)));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  adw_dialog_present (lamp_about_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (data)));
}

static void
on_example (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  g_autofree char *path = lamp_places_dup_example ();
  LampWindow *window = lamp_application_ensure_window (data, path);

  lamp_window_fill_with_example (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_own (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  gtk_window_present (GTK_WINDOW (lamp_application_open_own (data)));
}

/* The person's own window, in front; NULL where there is nothing in it yet but the start page, or no file. */
static LampWindow *
present_own (LampApplication *self)
{
  LampWindow *window = lamp_application_open_own (self);
  LampSession *session = lamp_window_get_session (window);

  gtk_window_present (GTK_WINDOW (window));
  if (session == NULL || lamp_store_count (lamp_session_get_store (session), "communities") == 0)
    return NULL;

  return window;
}

static void
on_new_meeting (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  LampWindow *window = present_own (data);

  if (window == NULL)
    return;

  lamp_window_show_view (window, "meetings");
  g_action_group_activate_action (G_ACTION_GROUP (window), "add", NULL);
}

static void
on_run_next_meeting (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  LampWindow *window = present_own (data);
  LampSession *session = window != NULL ? lamp_window_get_session (window) : NULL;
  g_autofree char *today = lamp_clock_dup_today (lamp_application_get_clock (data));
  g_autoptr (GPtrArray) next = session != NULL ? lamp_due_collect (session, LAMP_DUE_MEETING, today) : NULL;

  if (next == NULL)
    return;

  lamp_window_show_view (window, "meetings");
  if (next->len == 0)
    {
      lamp_window_tell (window, _("No meeting is planned."));
      return;
    }
  lamp_session_reveal (session, next->pdata[0]);
  if (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "run-meeting"))
    g_action_group_activate_action (G_ACTION_GROUP (window), "run-meeting", NULL);
}

static void
on_show_due (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  LampWindow *window = present_own (data);

  if (window != NULL)
    lamp_window_show_view (window, "overview");
}

/**
 * lamp_application_open_record:
 * @self: the program
 * @id: the identifier of a record in the person's own file
 *
 * Opens the person's own window and goes to a record there; to nothing where it is gone.
 */
void
lamp_application_open_record (LampApplication *self,
                              const char      *id)
{
  LampWindow *window = present_own (self);
  LampSession *session = window != NULL ? lamp_window_get_session (window) : NULL;
  g_autoptr (LampRecord) record = NULL;

  if (session != NULL)
    record = lamp_store_find_any (lamp_session_get_store (session), id);
  if (record != NULL)
    lamp_session_reveal (session, record);
}

/**
 * lamp_application_search:
 * @self: the program
 * @words: what a person typed elsewhere
 *
 * Opens the person's own window, and in it the search, with these words.
 */
void
lamp_application_search (LampApplication *self,
                         const char      *words)
{
  LampWindow *window = present_own (self);
  AdwDialog *dialog;

  if (window == NULL)
    return;

  dialog = lamp_go_to_dialog_new (lamp_window_get_session (window));
  lamp_go_to_dialog_set_words (LAMP_GO_TO_DIALOG (dialog), words);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static const GActionEntry actions[] = {
  { "quit", on_quit },
  { "preferences", on_preferences },
  { "shortcuts", on_shortcuts },
  { "about", on_about },
  { "example", on_example },
  { "own", on_own },
  { "new-meeting", on_new_meeting },
  { "run-next-meeting", on_run_next_meeting },
  { "show-due", on_show_due },
};

void
lamp_application_add_actions (LampApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
