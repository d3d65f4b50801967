/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-agenda-page.h"
#include "lamp-goals-view.h"
#include "lamp-meeting-paper.h"
#include "lamp-meetings-view.h"
#include "lamp-paper-dialog.h"
#include "lamp-paper-preview.h"
#include "lamp-paper-print.h"
#include "lamp-paper-sheet.h"
#include "view-fixture.h"

/* Printing, saving and copying a meeting in the window. */

static LampPaperDialog *dialog;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "people", "ana", "name", "Ana Ruiz", "sector", "educators", "wall", "inside", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "m", "community", "team", "title", "Tom & <b>Jerry</b>", "starts_at",
                               "2026-11-23T07:41", "minutes", "44", "state", "open", "facilitator", "ana", NULL));
  g_object_unref (fixture_add (fixture, "agenda_items", "a", "meeting", "m", "position", "1", "title", "Reading", "kind",
                               "work", "minutes", "20", NULL));
  g_object_unref (fixture_add (fixture, "agenda_items", "b", "meeting", "m", "position", "2", "title", "The quarrel",
                               "kind", "conversation", "minutes", "10", "off_record", "1", NULL));
  fixture_show (fixture, LAMP_TYPE_MEETINGS_VIEW);
  dialog = NULL;
}

static gboolean
is_closed (Fixture *fixture)
{
  return dialog == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (dialog));
  g_assert_true (fixture_wait_until (is_closed, fixture));
  fixture_close (fixture);
}

static gboolean
is_ready (Fixture *fixture)
{
  return dialog == NULL || lamp_paper_dialog_is_ready (dialog);
}

static void
wait_for_pages (Fixture *fixture)
{
  g_assert_true (fixture_wait_until (is_ready, fixture));
  g_assert_nonnull (dialog);
  fixture_settle ();
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
  return fixture_find_widget (fixture->window, LAMP_TYPE_PAPER_DIALOG);
}

static void
open_dialog (Fixture *fixture)
{
  g_action_group_activate_action (lamp_view_get_actions (fixture->view), "print", NULL);
  dialog = LAMP_PAPER_DIALOG (find_dialog (fixture));
  g_assert_nonnull (dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  wait_for_pages (fixture);
}

/* The row of that title in the dialog. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
choose (Fixture    *fixture,
        const char *title,
        guint       index)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), title)), index);
  wait_for_pages (fixture);
}

static char *
dup_shown_text (void)
{
  GtkWidget *view = fixture_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end);

  return gtk_text_iter_get_text (&start, &end);
}

static void
the_pages_are_shown_before_they_are_printed (Fixture       *fixture,
                                             gconstpointer  data)
{
  GtkWidget *sheet;

  open_dialog (fixture);
  sheet = fixture_find_widget (GTK_WIDGET (dialog), LAMP_TYPE_PAPER_SHEET);
  g_assert_nonnull (sheet);
  g_assert_cmpint (gtk_widget_get_width (sheet), >, 300);
  g_assert_cmpint (gtk_widget_get_height (sheet), >, gtk_widget_get_width (sheet));
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 1");
}

static void
what_is_shown_is_for_those_who_are_chosen (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *group = NULL;
  g_autofree char *principal = NULL;
  g_autofree char *families = NULL;

  open_dialog (fixture);
  choose (fixture, "Format", 3);
  group = dup_shown_text ();
  choose (fixture, "For", 1);
  principal = dup_shown_text ();
  choose (fixture, "For", 2);
  families = dup_shown_text ();
  g_assert_nonnull (strstr (group, "Agenda: Tom & <b>Jerry</b>"));
  g_assert_nonnull (strstr (group, "Ana Ruiz"));
  g_assert_nonnull (strstr (group, "The quarrel"));
  g_assert_nonnull (strstr (principal, "Ana Ruiz"));
  g_assert_null (strstr (principal, "The quarrel"));
  g_assert_null (strstr (families, "Ana Ruiz"));
  g_assert_null (strstr (families, "The quarrel"));
}

static void
switches_and_readers_agree (Fixture       *fixture,
                            gconstpointer  data)
{
  AdwSwitchRow *people;
  AdwComboRow *readers;

  open_dialog (fixture);
  people = ADW_SWITCH_ROW (find_row (GTK_WIDGET (dialog), "Names of People"));
  readers = ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), "For"));
  choose (fixture, "For", 2);
  g_assert_false (adw_switch_row_get_active (people));
  adw_switch_row_set_active (people, TRUE);
  g_assert_cmpuint (adw_combo_row_get_selected (readers), ==, 3);
  adw_switch_row_set_active (people, FALSE);
  g_assert_cmpuint (adw_combo_row_get_selected (readers), ==, 2);
  wait_for_pages (fixture);
}

static void
a_meeting_that_has_begun_comes_as_minutes_first (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (LampRecord) meeting = lamp_store_find (fixture->store, "meetings", "m");
  g_autoptr (LampEdit) edit = lamp_edit_new (fixture->store, "Begin");
  g_autofree char *text = NULL;

  lamp_edit_set_text (edit, meeting, "state", "in-progress");
  g_assert_true (lamp_edit_commit (edit, NULL));
  open_dialog (fixture);
  choose (fixture, "Format", 3);
  text = dup_shown_text ();
  g_assert_true (g_str_has_prefix (text, "Minutes: Tom"));
  g_clear_pointer (&text, g_free);
  choose (fixture, "Report", 0);
  text = dup_shown_text ();
  g_assert_true (g_str_has_prefix (text, "Agenda: Tom"));
}

static void
each_format_is_saved (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const begins[] = { "%PDF-1.", "<!DOCTYPE html>", "# Agenda: Tom \\& \\<b\\>", "Agenda: Tom & <b>" };

  open_dialog (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "saved", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *bytes = NULL;

      choose (fixture, "Format", i);
      lamp_paper_dialog_save (dialog, file);
      g_assert_false (lamp_paper_dialog_is_ready (dialog));
      /* There are no toasts around this view, so it is told in the dialog. */
      wait_for_pages (fixture);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, begins[i]));
    }
}

static void
what_cannot_be_saved_is_said_and_can_be_tried_again (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/no/such/folder/agenda.pdf");

  open_dialog (fixture);
  lamp_paper_dialog_save (dialog, nowhere);
  wait_for_pages (fixture);
}

static void
a_dialog_that_is_closed_at_once_leaves_nothing_behind (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_action_group_activate_action (lamp_view_get_actions (fixture->view), "print", NULL);
  dialog = LAMP_PAPER_DIALOG (find_dialog (fixture));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  g_assert_true (fixture_wait_until (is_closed, fixture));
}

/* GTK's own printing, to a file instead of a printer. */
static void
what_gtk_prints_is_the_same_pages (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (fixture->store, NULL);
  g_autoptr (GPtrArray) document = lamp_report_meeting_document (snapshot, "m", LAMP_REPORT_AGENDA, NULL, NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  LampPaperSetup setup;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, "Another line", NULL);
  lamp_paper_setup_init (&setup, LAMP_PAPER_LETTER);
  operation = lamp_print_operation_new (document, &setup, "22 Nov 2026");
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), >=, 3);
}

static void
the_text_is_copied_for_an_e_mail (Fixture       *fixture,
                                  gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  GValue value = G_VALUE_INIT;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_action_group_activate_action (lamp_view_get_actions (fixture->view), "copy-text", NULL);
  while (gdk_clipboard_get_content (clipboard) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), "Agenda: Tom & <b>Jerry</b>\n"));
  g_value_unset (&value);
  fixture_settle ();
}

static void
set_up_goals (Fixture       *fixture,
              gconstpointer  data)
{
  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "goals", "g", "community", "team", "level", "school", "title",
                               "Tom & <b>Jerry</b>", NULL));
  g_object_unref (fixture_add (fixture, "goals", "p", "community", "team", "level", "individual", "parent", "g", "title",
                               "A secret", NULL));
  fixture_show (fixture, LAMP_TYPE_GOALS_VIEW);
  dialog = NULL;
}

/* A spreadsheet is shown as its text, a drawing by the page with the tree. */
static void
the_goals_come_in_formats_of_their_own (Fixture       *fixture,
                                        gconstpointer  data)
{
  static const struct { guint format; const char *begin; } rows[] = {
    { 0, "%PDF-1." }, { 4, "\xef\xbb\xbfid,parent" }, { 5, "<?xml" }, { 6, "\x89PNG" },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "saved", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  open_dialog (fixture);
  g_assert_false (gtk_widget_get_visible (find_row (GTK_WIDGET (dialog), "Who Was There")));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bytes = NULL;
      g_autofree char *shown = NULL;

      choose (fixture, "Format", rows[i].format);
      shown = dup_shown_text ();
      g_assert_null (strstr (shown, "secret"));
      lamp_paper_dialog_save (dialog, file);
      wait_for_pages (fixture);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, rows[i].begin));
    }
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), "Report"))), ==, 1);
}

static void
the_tree_can_be_a_poster (Fixture       *fixture,
                          gconstpointer  data)
{
  open_dialog (fixture);
  choose (fixture, "Report", 1);
  choose (fixture, "Tree", 2);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (dialog), LAMP_TYPE_PAPER_SHEET));
}

#define GOALS_TEST(name) g_test_add ("/paper/" #name, Fixture, NULL, set_up_goals, name, tear_down)
#define TEST(name) g_test_add ("/paper/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST (the_pages_are_shown_before_they_are_printed);
  TEST (what_is_shown_is_for_those_who_are_chosen);
  TEST (switches_and_readers_agree);
  TEST (a_meeting_that_has_begun_comes_as_minutes_first);
  TEST (each_format_is_saved);
  TEST (what_cannot_be_saved_is_said_and_can_be_tried_again);
  TEST (a_dialog_that_is_closed_at_once_leaves_nothing_behind);
  TEST (what_gtk_prints_is_the_same_pages);
  TEST (the_text_is_copied_for_an_e_mail);
  GOALS_TEST (the_goals_come_in_formats_of_their_own);
  GOALS_TEST (the_tree_can_be_a_poster);

  return g_test_run ();
}
