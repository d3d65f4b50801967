/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-page.h"

#include "lamp-close-dialog.h"
#include "lamp-note-editor.h"
#include "lamp-run-price.h"
#include "lamp-run-row.h"
#include "lamp-run-voices.h"
#include "view-fixture.h"

/* A meeting at ten, of 44 minutes: 4, 15, 12, 6 off the record, and 6 protected. */
typedef struct
{
  Fixture fixture;
  LampRecord *meeting;
  LampMeetingRun *run;
  GtkWidget *page;
} RunFixture;

static void
add_items (Fixture *fixture)
{
  static const struct { const char *title; const char *kind; const char *minutes; const char *minimum; } items[] = {
    { "Arrive", "check-in", "4", "4" },
    { "Tom & <b>Jerry</b>", "conversation", "15", "8" },
    { "Sort", "work", "12", "6" },
    { "Between us", "conversation", "6", "3" },
    { "Look back", "reflection", "6", "6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *position = g_strdup_printf ("%u", i);

      g_object_unref (fixture_add (fixture, "agenda_items", id, "meeting", "m", "position", position,
                                   "title", items[i].title, "kind", items[i].kind, "minutes", items[i].minutes,
                                   "minutes_min", items[i].minimum, "speaks", i == 1 ? "Everybody but Tom" : "",
                                   "off_record", i == 3 ? "1" : "0", "protected", i == 4 ? "1" : "0", NULL));
    }
}

static void
add_people (Fixture *fixture)
{
  static const char * const names[] = { "Ana", "Ben", "Chi" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *attendance = g_strdup_printf ("a%u", i);

      g_object_unref (fixture_add (fixture, "people", id, "name", names[i], "sector", "educators", "wall", "inside", NULL));
      g_object_unref (fixture_add (fixture, "attendances", attendance, "meeting", "m", "person", id,
                                   "state", i == 2 ? "absent" : "present", NULL));
    }
}

static gboolean
is_active (Fixture *fixture)
{
  return gtk_window_is_active (GTK_WINDOW (fixture->window));
}

static void
set_up (RunFixture    *self,
        gconstpointer  data)
{
  Fixture *fixture = &self->fixture;

  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  self->meeting = fixture_add (fixture, "meetings", "m", "community", "team", "title", "Next", "starts_at",
                               "2026-11-22T10:00", "minutes", "44", "state", "open", NULL);
  add_items (fixture);
  add_people (fixture);
  self->run = lamp_meeting_run_new (fixture->session, self->meeting);
  self->page = lamp_run_page_new (self->run);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 760);
  adw_window_set_content (ADW_WINDOW (fixture->window), self->page);
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (fixture_wait_until (is_active, fixture));
  lamp_run_page_enter (LAMP_RUN_PAGE (self->page));
  fixture_settle ();
}

static void
tear_down (RunFixture    *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->fixture.window)));
  fixture_settle ();
  /* A page that outlives its window holds on to something. */
  g_assert_null (self->page);
  g_assert_finalize_object (self->run);
  g_clear_object (&self->meeting);
  fixture_close (&self->fixture);
}

static void
act (RunFixture *self,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->page, action, NULL));
  fixture_settle ();
}

static void
start (RunFixture *self)
{
  act (self, "run.toggle");
  g_assert_cmpint (lamp_meeting_run_get_state (self->run), ==, LAMP_RUN_RUNNING);
}

static void
pass (RunFixture *self,
      int         seconds)
{
  lamp_clock_advance (self->fixture.clock, seconds * G_USEC_PER_SEC);
  lamp_meeting_run_step (self->run);
  fixture_settle ();
}

/* What a person at the keyboard does. The keys arrive when the server says so: what is waited for is their effect. */
static void
press (const char *keys)
{
  const char *command[] = { "xdotool", "key", "--clearmodifiers", keys, NULL };
  GError *error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

#define wait_for(condition) G_STMT_START { \
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
  while (!(condition) && g_get_monotonic_time () < end) \
    g_main_context_iteration (NULL, FALSE); \
  g_assert_true (condition); \
} G_STMT_END

static gboolean
reads (RunFixture *self,
       const char *text)
{
  return fixture_reads (self->page, text);
}

static int
get_current (RunFixture *self)
{
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);

  return figures.current;
}

static int
get_allotted (RunFixture *self)
{
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);

  return figures.allotted;
}

static gboolean
is_enabled (RunFixture *self,
            const char *action)
{
  GtkWidget *button = NULL;
  g_autoptr (GPtrArray) widgets = g_ptr_array_new ();

  g_ptr_array_add (widgets, self->page);
  for (guint i = 0; i < widgets->len && button == NULL; i++)
    {
      if (GTK_IS_BUTTON (widgets->pdata[i])
          && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widgets->pdata[i])), action) == 0)
        button = widgets->pdata[i];
      for (GtkWidget *child = gtk_widget_get_first_child (widgets->pdata[i]); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (widgets, child);
    }
  g_assert_nonnull (button);

  return gtk_widget_is_sensitive (button);
}

static void
before_the_start_it_says_when_it_is_and_how_late (RunFixture    *self,
                                                  gconstpointer  data)
{
  g_assert_true (reads (self, "Starts at 10:00, now"));
  g_assert_true (reads (self, "5 items, 43 min · ends 10:43, 1 minute before the slot does"));
  pass (self, 4 * 60);
  g_assert_true (reads (self, "Was to start at 10:00: 4 minutes late"));
  g_assert_false (is_enabled (self, "run.next"));
}

static void
a_late_start_says_what_it_costs_to_make_up_for_it (RunFixture    *self,
                                                   gconstpointer  data)
{
  g_assert_false (reads (self, "Fit Into the Time There Is"));
  pass (self, 5 * 60);
  g_assert_true (reads (self, "Fit Into the Time There Is"));
  start (self);
  g_assert_cmpint (get_allotted (self), ==, 4 * 60);
  pass (self, 4 * 60);
  act (self, "run.next");
  g_assert_cmpint (get_allotted (self), <, 15 * 60);
}

static void
a_start_that_was_forgotten_is_put_right (RunFixture    *self,
                                         gconstpointer  data)
{
  LampRunFigures figures;

  pass (self, 3 * 60);
  act (self, "run.start-as-planned");
  lamp_meeting_run_look (self->run, &figures);
  g_assert_cmpint (figures.elapsed, ==, 3 * 60);
  g_assert_cmpint (figures.left, ==, 60);
  g_assert_true (reads (self, "1:00"));
}

static void
the_clock_counts_down_and_then_over_with_a_word_for_it (RunFixture    *self,
                                                        gconstpointer  data)
{
  start (self);
  g_assert_true (reads (self, "4:00"));
  g_assert_true (reads (self, "In Time"));
  pass (self, 3 * 60 + 15);
  g_assert_true (reads (self, "0:45"));
  g_assert_true (reads (self, "Nearly Time"));
  pass (self, 40);
  g_assert_true (reads (self, "Finish Now"));
  pass (self, 50);
  g_assert_true (reads (self, "+0:45"));
  g_assert_true (reads (self, "Over Time"));
  act (self, "run.toggle");
  g_assert_true (reads (self, "Paused"));
}

static void
what_is_now_says_who_speaks_and_a_persons_text_is_shown_as_it_is (RunFixture    *self,
                                                                  gconstpointer  data)
{
  start (self);
  g_assert_false (reads (self, "Speaks: Everybody but Tom"));
  act (self, "run.next");
  g_assert_true (reads (self, "Tom & <b>Jerry</b>"));
  g_assert_true (reads (self, "Speaks: Everybody but Tom"));
  g_assert_true (reads (self, "Conversation · 2 of 5"));
}

static void
the_agenda_says_what_was_taken_and_what_is_left (RunFixture    *self,
                                                 gconstpointer  data)
{
  GtkWidget *row;

  start (self);
  pass (self, 9 * 60 + 30);
  act (self, "run.next");
  row = fixture_find_widget (self->page, LAMP_TYPE_RUN_ROW);
  g_assert_true (fixture_reads (row, "took 9:30 of 4 min"));
  g_assert_true (reads (self, "6 minutes behind · ends 10:44, with the slot"));
}

static void
more_time_says_its_price_before_it_is_paid (RunFixture    *self,
                                            gconstpointer  data)
{
  GtkWidget *price = fixture_find_widget (self->page, LAMP_TYPE_RUN_PRICE);

  start (self);
  act (self, "run.next");
  g_assert_false (gtk_widget_get_visible (price));
  act (self, "run.more");
  g_assert_true (gtk_widget_get_visible (price));
  g_assert_cmpint (get_allotted (self), ==, 15 * 60);
  act (self, "run.more");
  g_assert_cmpint (get_allotted (self), ==, 16 * 60);
  g_assert_false (gtk_widget_get_visible (price));
  act (self, "run.less");
  g_assert_cmpint (get_allotted (self), ==, 15 * 60);
}

static void
a_price_that_is_too_high_is_not_paid (RunFixture    *self,
                                      gconstpointer  data)
{
  LampRunPrice *price = LAMP_RUN_PRICE (fixture_find_widget (self->page, LAMP_TYPE_RUN_PRICE));

  start (self);
  press ("plus");
  wait_for (lamp_run_price_get (price) == 60);
  press ("Escape");
  wait_for (lamp_run_price_get (price) == 0);
  g_assert_cmpint (get_allotted (self), ==, 4 * 60);
  press ("plus");
  wait_for (lamp_run_price_get (price) == 60);
  press ("Return");
  wait_for (get_allotted (self) == 5 * 60);
  press ("alt+plus");
  wait_for (lamp_run_price_get (price) == 5 * 60);
  press ("ctrl+plus");
  wait_for (lamp_run_price_get (price) == 15);
}

static void
off_the_record_keeps_time_and_no_notes (RunFixture    *self,
                                        gconstpointer  data)
{
  start (self);
  g_assert_true (is_enabled (self, "run.note"));
  lamp_meeting_run_go_to (self->run, 3);
  fixture_settle ();
  g_assert_true (reads (self, "Off the Record"));
  g_assert_false (is_enabled (self, "run.note"));
  g_assert_true (is_enabled (self, "run.decision"));
  pass (self, 60);
  g_assert_true (reads (self, "5:00"));
}

static void
the_keys_run_the_meeting (RunFixture    *self,
                          gconstpointer  data)
{
  press ("space");
  wait_for (lamp_meeting_run_get_state (self->run) == LAMP_RUN_RUNNING);
  press ("space");
  wait_for (lamp_meeting_run_get_state (self->run) == LAMP_RUN_PAUSED);
  press ("space");
  wait_for (lamp_meeting_run_get_state (self->run) == LAMP_RUN_RUNNING);
  press ("Right");
  wait_for (get_current (self) == 1);
  press ("Left");
  wait_for (get_current (self) == 0);
  press ("s");
  wait_for (get_current (self) == 1);
}

static void
from_right_to_left_the_arrows_change_places (RunFixture    *self,
                                             gconstpointer  data)
{
  gtk_widget_set_direction (self->page, GTK_TEXT_DIR_RTL);
  start (self);
  press ("Left");
  wait_for (get_current (self) == 1);
  press ("Right");
  wait_for (get_current (self) == 0);
}

static GtkTextBuffer *
get_notes (RunFixture *self)
{
  GtkWidget *editor = fixture_find_widget (self->page, LAMP_TYPE_NOTE_EDITOR);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find_widget (editor, GTK_TYPE_TEXT_VIEW)));
}

static gboolean
notes_are (RunFixture *self,
           const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (get_notes (self), "text", &text, NULL);

  return g_str_equal (text, expected);
}

static void
what_is_typed_into_the_notes_is_no_command (RunFixture    *self,
                                            gconstpointer  data)
{
  LampRunPrice *price = LAMP_RUN_PRICE (fixture_find_widget (self->page, LAMP_TYPE_RUN_PRICE));

  start (self);
  press ("n");
  wait_for (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (self->fixture.window))));
  press ("s");
  press ("space");
  press ("plus");
  press ("Left");
  press ("b");
  wait_for (notes_are (self, "s b+"));
  g_assert_cmpint (lamp_meeting_run_get_state (self->run), ==, LAMP_RUN_RUNNING);
  g_assert_cmpint (get_current (self), ==, 0);
  g_assert_cmpint (lamp_run_price_get (price), ==, 0);
  press ("Escape");
  wait_for (!GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (self->fixture.window))));
  press ("space");
  wait_for (lamp_meeting_run_get_state (self->run) == LAMP_RUN_PAUSED);
}

static void
notes_go_into_the_item_when_the_next_one_begins (RunFixture    *self,
                                                 gconstpointer  data)
{
  g_autoptr (LampRecord) item = lamp_store_find (self->fixture.store, "agenda_items", "i0");

  start (self);
  gtk_text_buffer_set_text (get_notes (self), "Everybody is here", -1);
  act (self, "run.next");
  g_assert_cmpstr (lamp_record_get_text (item, "outcome"), ==, "Everybody is here");
  g_assert_true (notes_are (self, ""));
}

static gboolean
rings (RunFixture *self)
{
  gboolean bell;

  g_object_get (self->page, "bell", &bell, NULL);

  return bell;
}

static void
turns_are_counted_by_a_key_each_only_when_asked_for (RunFixture    *self,
                                                     gconstpointer  data)
{
  const LampRun *run = lamp_meeting_run_get_run (self->run);
  GtkWidget *voices = fixture_find_widget (self->page, LAMP_TYPE_RUN_VOICES);

  start (self);
  g_assert_false (gtk_widget_get_visible (voices));
  press ("2");
  /* The key after it has arrived, so that it has too. */
  press ("b");
  wait_for (!rings (self));
  g_assert_cmpint (lamp_run_get_turns (run, "p1"), ==, 0);
  act (self, "run.voices");
  press ("2");
  wait_for (lamp_run_get_turns (run, "p1") == 1);
  press ("alt+2");
  wait_for (lamp_run_get_turns (run, "p1") == 0);
  /* Who is absent has no seat. */
  g_assert_false (lamp_run_voices_press (LAMP_RUN_VOICES (voices), '3', 1));
}

static void
after_the_last_item_comes_the_close (RunFixture    *self,
                                     gconstpointer  data)
{
  start (self);
  lamp_meeting_run_go_to (self->run, 4);
  for (guint i = 0; i < 4; i++)
    lamp_meeting_run_set_mark (self->run, i, LAMP_RUN_DISCUSSED);
  act (self, "run.next");
  g_assert_true (LAMP_IS_CLOSE_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (self->fixture.window))));
}

static void
what_was_discussed_does_not_move_on (RunFixture    *self,
                                     gconstpointer  data)
{
  GtkWidget *dialog;

  start (self);
  act (self, "run.next");
  act (self, "run.close");
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->fixture.window)));
  g_assert_true (fixture_reads (dialog, "Sort"));
  g_assert_false (fixture_reads (dialog, "Arrive"));
  g_assert_false (fixture_reads (dialog, "Tom & <b>Jerry</b>"));
}

static void
count (guint *counter)
{
  (*counter)++;
}

static void
escape_leaves_and_the_meeting_goes_on (RunFixture    *self,
                                       gconstpointer  data)
{
  guint left = 0;

  start (self);
  g_signal_connect_swapped (self->page, "leave", G_CALLBACK (count), &left);
  press ("Escape");
  wait_for (left == 1);
  g_assert_cmpint (lamp_meeting_run_get_state (self->run), ==, LAMP_RUN_RUNNING);
}

#define ADD(name) g_test_add ("/run-page/" #name, RunFixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (before_the_start_it_says_when_it_is_and_how_late);
  ADD (a_late_start_says_what_it_costs_to_make_up_for_it);
  ADD (a_start_that_was_forgotten_is_put_right);
  ADD (the_clock_counts_down_and_then_over_with_a_word_for_it);
  ADD (what_is_now_says_who_speaks_and_a_persons_text_is_shown_as_it_is);
  ADD (the_agenda_says_what_was_taken_and_what_is_left);
  ADD (more_time_says_its_price_before_it_is_paid);
  ADD (a_price_that_is_too_high_is_not_paid);
  ADD (off_the_record_keeps_time_and_no_notes);
  ADD (the_keys_run_the_meeting);
  ADD (from_right_to_left_the_arrows_change_places);
  ADD (what_is_typed_into_the_notes_is_no_command);
  ADD (notes_go_into_the_item_when_the_next_one_begins);
  ADD (turns_are_counted_by_a_key_each_only_when_asked_for);
  ADD (after_the_last_item_comes_the_close);
  ADD (what_was_discussed_does_not_move_on);
  ADD (escape_leaves_and_the_meeting_goes_on);

  return g_test_run ();
}
