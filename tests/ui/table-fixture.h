/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lamp-table-dialog.h"
#include "lamp-test-file.h"

/* The dialog that takes tables in, in a window, over a file of its own; driven through its rows and actions. */

typedef struct
{
  TestFile *file;
  LampSession *session;
  GtkWidget *window;
  AdwDialog *dialog; /* (nullable): goes when it closes */
} Fixture;

/* The main loop, until @gone is NULL; frames do not always come when nothing changes, so it is not waited for events. */
static inline void
fixture_wait_until_gone (gpointer *gone)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (*gone != NULL && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (*gone);
}

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->file = test_file_new ();
  test_insert (fixture->file, test_community (data != NULL ? data : "c"));
  fixture->session = lamp_session_new (fixture->file->store);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_wait_until_gone ((gpointer *) &fixture->dialog); /* a thread may hold it still */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->session);
  test_file_free (fixture->file);
}

static inline void
fixture_wait (Fixture *fixture)
{
  while (fixture->dialog != NULL && lamp_table_dialog_is_busy (LAMP_TABLE_DIALOG (fixture->dialog)))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
fixture_close (Fixture *fixture)
{
  adw_dialog_force_close (fixture->dialog);
  fixture_wait_until_gone ((gpointer *) &fixture->dialog);
}

static inline void
fixture_open (Fixture *fixture,
              GFile   *file)
{
  g_assert_null (fixture->dialog);
  fixture->dialog = lamp_table_dialog_new (fixture->session, file);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (fixture->dialog, fixture->window);
  fixture_wait (fixture);
}

static inline void
fixture_write (Fixture    *fixture,
               const char *name,
               const char *text,
               gssize      length)
{
  g_autofree char *path = g_build_filename (fixture->file->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static inline GFile *
fixture_file (Fixture    *fixture,
              const char *name)
{
  g_autofree char *path = g_build_filename (fixture->file->folder, name, NULL);

  return g_file_new_for_path (path);
}

static inline void
fixture_open_text (Fixture    *fixture,
                   const char *name,
                   const char *text)
{
  g_autoptr (GFile) file = fixture_file (fixture, name);

  fixture_write (fixture, name, text, -1);
  fixture_open (fixture, file);
}

static inline void
fixture_do (Fixture    *fixture,
            const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
  fixture_wait (fixture);
}

/* The button that does @action. */
static inline GtkWidget *
fixture_find_button (GtkWidget  *widget,
                     const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gboolean
fixture_can (Fixture    *fixture,
             const char *action)
{
  GtkWidget *button = fixture_find_button (GTK_WIDGET (fixture->dialog), action);

  return button != NULL && gtk_widget_is_sensitive (button);
}

/* The row in sight or out of it that has @title. */
static inline GtkWidget *
fixture_find_row (GtkWidget  *widget,
                  const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_visible (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline const char *
fixture_get_choice (Fixture    *fixture,
                    const char *title)
{
  GtkWidget *row = fixture_find_row (GTK_WIDGET (fixture->dialog), title);
  GtkStringObject *item;

  g_assert_true (ADW_IS_COMBO_ROW (row));
  item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row));

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static inline void
fixture_choose (Fixture    *fixture,
                const char *title,
                const char *choice)
{
  GtkWidget *row = fixture_find_row (GTK_WIDGET (fixture->dialog), title);
  GListModel *model;

  g_assert_true (ADW_IS_COMBO_ROW (row));
  model = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (strcmp (gtk_string_object_get_string (item), choice) != 0)
        continue;
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      return;
    }
  g_error ("There is no “%s” in “%s”", choice, title);
}

/* Whether a label in sight has @words in it. */
static inline gboolean
fixture_reads (GtkWidget  *widget,
               const char *words)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (fixture_reads (child, words))
      return TRUE;

  return FALSE;
}

/* What is shown is laid out and mapped a few frames later. */
static inline gboolean
fixture_says (Fixture    *fixture,
              const char *words)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!fixture_reads (GTK_WIDGET (fixture->dialog), words) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  return fixture_reads (GTK_WIDGET (fixture->dialog), words);
}

/* From the preview to the records: the import closes the dialog. */
static inline void
fixture_confirm (Fixture *fixture)
{
  g_assert_true (fixture_can (fixture, "table.import"));
  fixture_do (fixture, "table.import");
  fixture_wait_until_gone ((gpointer *) &fixture->dialog);
}

static inline void
fixture_import (Fixture *fixture)
{
  fixture_do (fixture, "table.preview");
  fixture_confirm (fixture);
}

static inline LampSnapshot *
fixture_snapshot (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LampSnapshot *snapshot = lamp_store_snapshot (fixture->file->store, &error);

  g_assert_no_error (error);

  return snapshot;
}

static inline void
fixture_load_map (Fixture *fixture,
                  GFile   *map)
{
  g_autoptr (GError) error = NULL;

  lamp_table_dialog_load_map (LAMP_TABLE_DIALOG (fixture->dialog), map, &error);
  g_assert_no_error (error);
}
