/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-lines.h"
#include "lamp-goals-view.h"
#include "lamp-test-file.h"
#include "settle.h"

/* The outline of goals, and the keys and hands that its tests need. */

typedef struct
{
  TestFile *file;
  LampSession *session;
  GtkWidget *window;
  LampView *view;
  GtkColumnView *list;
  char *notice;
  guint n_changed; /* rows that went or came */
} Fixture;

G_GNUC_UNUSED static void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           Fixture     *fixture)
{
  g_set_str (&fixture->notice, message);
}

G_GNUC_UNUSED static void
settle (Fixture *fixture)
{
  settle_window (fixture->window);
}

G_GNUC_UNUSED static LampRow *
make_goal (const char *id,
           const char *level,
           const char *parent,
           int         position)
{
  LampRow *row = test_goal (id, parent);

  lamp_row_set_text (row, "level", level);
  lamp_row_set_text (row, "title", id);
  lamp_row_set_text (row, "community", "c");
  lamp_row_set_integer (row, "position", position);

  return row;
}

G_GNUC_UNUSED static void
put_goal (TestFile   *file,
          const char *id,
          const char *level,
          const char *parent,
          int         position,
          const char *due)
{
  LampRow *row = make_goal (id, level, parent, position);

  lamp_row_set_text (row, "due", due);
  test_insert (file, row);
}

G_GNUC_UNUSED static void
put_goals (TestFile *file)
{
  test_insert (file, test_community ("c"));
  put_goal (file, "system", "system", NULL, 0, NULL);
  put_goal (file, "maths", "school", "system", 0, "2027-05-01");
  put_goal (file, "sums", "team", "maths", 0, "2027-02-01");
  put_goal (file, "proofs", "team", "maths", 1, NULL);
  put_goal (file, "angles", "team", "maths", 2, "2027-01-01");
  put_goal (file, "secret", "individual", "maths", 3, "2027-01-15");
  put_goal (file, "letters", "school", "system", 1, "2027-03-01");
  put_goal (file, "adrift", "team", NULL, 0, NULL);
}

G_GNUC_UNUSED static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->n_changed += removed + added;
}

G_GNUC_UNUSED static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (fixture->list));
}

G_GNUC_UNUSED static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = test_file_new ();
  put_goals (fixture->file);
  fixture->session = lamp_session_new (fixture->file->store);
  g_signal_connect (fixture->session, "notice", G_CALLBACK (on_notice), fixture);
  fixture->view = g_object_new (LAMP_TYPE_GOALS_VIEW, "session", fixture->session, NULL);
  lamp_view_set_list_mode (fixture->view, TRUE);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data ? GPOINTER_TO_INT (data) : 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  fixture->list = GTK_COLUMN_VIEW (find_widget (fixture->window, GTK_TYPE_COLUMN_VIEW));
  g_signal_connect (get_rows (fixture), "items-changed", G_CALLBACK (on_items_changed), fixture);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_func (get_rows (fixture), on_items_changed, fixture);
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  test_file_free (fixture->file);
  g_free (fixture->notice);
}

G_GNUC_UNUSED static GtkTreeListRow *
dup_row (Fixture *fixture,
         guint    place)
{
  return g_list_model_get_item (get_rows (fixture), place);
}

/* All lines, each behind a dot for each that it stands under. */
G_GNUC_UNUSED static char *
dup_outline (Fixture *fixture)
{
  GString *outline = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GtkTreeListRow) row = dup_row (fixture, i);
      g_autofree char *title = lamp_goal_entry_dup_title (lamp_goal_lines_get_entry (row));

      g_string_append (outline, i > 0 ? " " : "");
      for (guint j = 0; j < gtk_tree_list_row_get_depth (row); j++)
        g_string_append_c (outline, '.');
      g_string_append (outline, title);
    }

  return g_string_free (outline, FALSE);
}

G_GNUC_UNUSED static void
assert_outline (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *outline = NULL;

  settle (fixture);
  outline = dup_outline (fixture);
  g_assert_cmpstr (outline, ==, expected);
}

#define PLAN "system .maths ..sums ..proofs ..angles ..1 individual goal .letters adrift"

G_GNUC_UNUSED static void
sort_by (Fixture    *fixture,
         const char *column)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->list), "view.list-sort", "s", column));
  settle (fixture);
}

G_GNUC_UNUSED static void
select_goal (Fixture    *fixture,
             const char *id)
{
  g_autoptr (LampRecord) goal = lamp_store_find (fixture->file->store, "goals", id);

  lamp_session_set_selected (fixture->session, goal);
  settle (fixture);
}

G_GNUC_UNUSED static char *
dup_selected (Fixture *fixture)
{
  LampRecord *selected = lamp_session_get_selected (fixture->session);

  return selected ? g_strdup (lamp_record_get_id (selected)) : NULL;
}

G_GNUC_UNUSED static gboolean
press_on (Fixture         *fixture,
          GtkWidget       *widget,
          guint            key,
          GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  settle (fixture);

  return handled;
}

/* Whether the selected line has the focus, and not only the list around it. */
G_GNUC_UNUSED static gboolean
is_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *expander = focus ? find_widget (focus, GTK_TYPE_TREE_EXPANDER) : NULL;

  return expander && focus != GTK_WIDGET (fixture->list)
         && !GTK_IS_SCROLLABLE (focus)
         && (gpointer) gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander))
              == gtk_single_selection_get_selected_item (
                   GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->list)));
}

/* As the keyboard does it. */
G_GNUC_UNUSED static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->list));
  settle (fixture);
  g_assert_true (press_on (fixture, GTK_WIDGET (fixture->list), key, modifiers));
}

G_GNUC_UNUSED static GtkWidget *
get_popover (Fixture *fixture)
{
  return find_widget (fixture->window, GTK_TYPE_POPOVER);
}

/* Into what is open over a cell. */
G_GNUC_UNUSED static void
press_in_cell (Fixture         *fixture,
               guint            key,
               GdkModifierType  modifiers)
{
  g_assert_nonnull (get_popover (fixture));
  g_assert_true (press_on (fixture, get_popover (fixture), key, modifiers));
}

G_GNUC_UNUSED static void
type_in_cell (Fixture    *fixture,
              const char *text)
{
  GtkWidget *row = find_widget (get_popover (fixture), ADW_TYPE_ENTRY_ROW);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

G_GNUC_UNUSED static GtkColumnViewColumn *
get_column (Fixture *fixture,
            guint    place)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (fixture->list), place);

  return column; /* the list holds it */
}
