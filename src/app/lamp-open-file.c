/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-open-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lamp-application-private.h"
#include "lamp-places.h"

/* How an SQLite file begins, and where in it ours say what they are (the magic of data/…mime.xml.in says the same). */
#define SQLITE_MAGIC "SQLite format 3"
#define OUR_MAGIC "Lamp"
#define OUR_OFFSET 68

/**
 * lamp_open_is_community:
 * @file: a file
 *
 * Looks at how a file begins; its name says nothing for certain.
 *
 * Returns: whether it is a community of Lamplighter
 */
gboolean
lamp_open_is_community (GFile *file)
{
  char head[OUR_OFFSET + sizeof OUR_MAGIC - 1];
  g_autoptr (GFileInputStream) stream = NULL;
  gsize length = 0;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &length, NULL, NULL)
      || length < sizeof head)
    return FALSE;

  return memcmp (head, SQLITE_MAGIC, sizeof SQLITE_MAGIC) == 0
         && memcmp (head + OUR_OFFSET, OUR_MAGIC, strlen (OUR_MAGIC)) == 0;
}

/* Copies a file of ours in and checks the copy; one that turns out not to be whole is not kept. */
static char *
copy_in (LampApplication  *application,
         GFile            *file,
         GError          **error)
{
  g_autofree char *path = lamp_places_copy_in (file, error);
  g_autoptr (LampStore) store = NULL;

  if (path == NULL)
    return NULL;

  store = lamp_store_open (path, LAMP_STORE_NONE, lamp_application_get_clock (application), error);
  if (store != NULL)
    {
      lamp_store_close (store, NULL);
      return g_steal_pointer (&path);
    }
  g_unlink (path);

  return NULL;
}

/* The copy takes the place of what the window has, after a backup of that, and is not kept twice. */
static void
replace_with (LampWindow *window,
              const char *copy)
{
  g_autoptr (GError) error = NULL;

  if (!lamp_window_replace (window, copy, &error))
    lamp_window_tell (window, error->message);
  else if (lamp_window_get_session (window) != NULL)
    lamp_session_notice (lamp_window_get_session (window), _("The file has taken the place of what was here."), TRUE);
  g_unlink (copy);
}

typedef struct
{
  LampApplication *application;
  LampWindow *own;
  char *copy;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->application);
  g_object_unref (self->own);
  g_free (self->copy);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "beside"))
    gtk_window_present (GTK_WINDOW (lamp_application_ensure_window (question->application, question->copy)));
  else if (g_str_equal (answer, "replace"))
    replace_with (question->own, question->copy);
  else
    g_unlink (question->copy);
}

static void
ask (LampApplication *application,
     LampWindow      *own,
     GFile           *file,
     const char      *copy)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  // Translators: %s is the name of a file
  g_autofree char *heading = g_strdup_printf (_("Open “%s”?"), shown);
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  Question *question = g_new0 (Question, 1);

  adw_alert_dialog_set_body (alert, _("It has been checked and is whole. Keep it beside your community, in a window of "
                                      "its own, or let it take the place of your community, after a backup."));
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "replace", _("_Replace"), "beside", _("Keep _Both"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "beside");
  question->application = g_object_ref (application);
  question->own = g_object_ref (own);
  question->copy = g_strdup (copy);
  adw_alert_dialog_choose (alert, GTK_WIDGET (own), NULL, on_answered, question);
}

static gboolean
has_content (LampWindow *window)
{
  LampSession *session = lamp_window_get_session (window);

  return session != NULL && lamp_store_count (lamp_session_get_store (session), "communities") > 0;
}

/* Whether a file is one of those that the program keeps itself: it is opened where it is. */
static gboolean
is_kept_here (GFile *file)
{
  g_autofree char *folder = lamp_places_dup_folder ();
  g_autoptr (GFile) here = g_file_new_for_path (folder);

  return g_file_peek_path (file) != NULL && g_file_has_parent (file, here);
}

static LampWindow *
open_community (LampApplication *application,
                GFile           *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  LampWindow *own;

  if (is_kept_here (file))
    return lamp_application_ensure_window (application, g_file_peek_path (file));

  own = lamp_application_open_own (application);
  copy = copy_in (application, file, &error);
  if (copy == NULL)
    lamp_window_tell (own, error->message);
  else if (lamp_window_get_session (own) == NULL)
    return lamp_application_ensure_window (application, copy);
  else if (has_content (own))
    ask (application, own, file, copy);
  else
    replace_with (own, copy);

  return own;
}

/**
 * lamp_open_file:
 * @application: the program
 * @file: what the person opened
 *
 * Opens a file from outside. One of ours is copied in and checked, never opened where it is: it takes the place of an
 * empty file, and of one with something in it only when the person says so, after a backup. Anything else is offered
 * for import.
 *
 * Returns: (transfer none): the window that deals with it
 */
LampWindow *
lamp_open_file (LampApplication *application,
                GFile           *file)
{
  g_autofree char *name = NULL;
  LampWindow *window;

  g_return_val_if_fail (LAMP_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  if (lamp_open_is_community (file) || (name != NULL && g_str_has_suffix (name, ".lamplighter")))
    return open_community (application, file);

  window = lamp_application_open_own (application);
  lamp_window_import (window, file);

  return window;
}
