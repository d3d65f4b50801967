/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-room-display.h"

#include "lamp-room-words.h"
#include "view-fixture.h"

/* The room display as the room sees and hears it. With LAMP_PICTURES=FOLDER each test writes pictures of itself. */

#define SECOND G_GINT64_CONSTANT (1000000)
#define LONG_TITLE \
  "What the interim data of the third grade tell us about reading fluency, and what we try next with the groups that " \
  "have not moved since the autumn, before the next visit of the district"

typedef struct
{
  Fixture file;
  LampMeetingRun *run;
  LampRoomDisplay *room;
  char *announced;
  int width;
  int height;
} RoomFixture;

/* Instead of the accessibility layer, which cannot be asked what it was told. */
static void
on_announce (LampRoomDisplay *room,
             const char      *message,
             RoomFixture     *fixture)
{
  g_set_str (&fixture->announced, message);
  g_signal_stop_emission_by_name (room, "announce");
}

static void
add_item (RoomFixture *fixture,
          const char  *id,
          const char  *position,
          const char  *title,
          const char  *minutes,
          const char  *speaks,
          const char  *prompt,
          const char  *off_record)
{
  g_object_unref (fixture_add (&fixture->file, "agenda_items", id, "meeting", "m", "position", position, "title", title,
                               "kind", "work", "minutes", minutes, "speaks", speaks, "silent", "The presenting teacher",
                               "prompt", prompt, "outcome", "A note that is not for the room", "off_record", off_record,
                               NULL));
}

static void
add_norms (RoomFixture *fixture)
{
  static const char *const norms[]
      = { "Start and end on time", "Say what you see before what you think", "Tom & <b>Jerry</b> count too",
          "Share the air: step up, step back" };

  for (guint i = 0; i < G_N_ELEMENTS (norms); i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *position = g_strdup_printf ("%u", i);

      g_object_unref (fixture_add (&fixture->file, "norms", id, "community", "team", "position", position, "text",
                                   norms[i], NULL));
    }
}

static void
show (RoomFixture *fixture)
{
  fixture->room = lamp_room_display_new (fixture->run);
  g_signal_connect (fixture->room, "announce", G_CALLBACK (on_announce), fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->room), (gpointer *) &fixture->room);
  gtk_window_set_default_size (GTK_WINDOW (fixture->room), fixture->width, fixture->height);
  gtk_window_present (GTK_WINDOW (fixture->room));
  fixture_settle ();
}

static void
set_up (RoomFixture   *fixture,
        gconstpointer  data)
{
  g_autoptr (LampRecord) meeting = NULL;
  g_autofree char *now = NULL;

  fixture->width = g_getenv ("LAMP_WIDTH") != NULL ? atoi (g_getenv ("LAMP_WIDTH")) : 1280;
  fixture->height = fixture->width == 1920 ? 1080 : 800;
  fixture_open (&fixture->file);
  now = lamp_clock_dup_local_time (fixture->file.clock);
  g_object_unref (fixture_add (&fixture->file, "communities", "team", "name", "Team", "kind", "team", NULL));
  meeting = fixture_add (&fixture->file, "meetings", "m", "community", "team", "title", "Grade 3 team, Monday",
                         "starts_at", now, "minutes", "44", "purpose", "Decide what we try with fluency until January",
                         NULL);
  add_norms (fixture);
  add_item (fixture, "a", "0", "Warm feedback", "15", "The group",
            "What do you see in the work? Describe, do not judge.", "false");
  add_item (fixture, "b", "1", LONG_TITLE, "19", LONG_TITLE, LONG_TITLE " " LONG_TITLE " " LONG_TITLE, "true");
  add_item (fixture, "c", "2", "Tom & <b>Jerry</b>", "5", "", "", "false");
  fixture->run = lamp_meeting_run_new (fixture->file.session, meeting);
  show (fixture);
}

static void
tear_down (RoomFixture   *fixture,
           gconstpointer  data)
{
  if (fixture->room != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->room));
  fixture_settle ();
  g_assert_null (fixture->room);
  g_assert_finalize_object (fixture->run);
  fixture_close (&fixture->file);
  g_free (fixture->announced);
}

static void
pass (RoomFixture *fixture,
      gint64       seconds)
{
  lamp_clock_advance (fixture->file.clock, seconds * SECOND);
  lamp_meeting_run_step (fixture->run);
}

static void
save_picture (RoomFixture *fixture,
              const char  *name)
{
  const char *folder = g_getenv ("LAMP_PICTURES");
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->room));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  fixture_settle ();
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->room)), node, NULL);
  path = g_strdup_printf ("%s/%s-%d.png", folder, name, fixture->width);
  gdk_texture_save_to_png (texture, path);
}

static void
assert_reads (RoomFixture *fixture,
              const char  *text)
{
  if (!fixture_reads (GTK_WIDGET (fixture->room), text))
    g_error ("the room does not read “%s”", text);
}

static void
assert_reads_not (RoomFixture *fixture,
                  const char  *text)
{
  if (fixture_reads (GTK_WIDGET (fixture->room), text))
    g_error ("the room reads “%s”", text);
}

static void
assert_says (RoomFixture *fixture,
             const char  *expected)
{
  g_autoptr (LampRoomSheet) sheet = lamp_room_sheet_new (fixture->run);
  GtkWidget *label = fixture_find_widget (GTK_WIDGET (fixture->room), GTK_TYPE_VIEWPORT);

  g_assert_cmpstr (sheet->sentence, ==, expected);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (label)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
}

static void
before_it_starts_the_norms_are_up (RoomFixture   *fixture,
                                   gconstpointer  data)
{
  lamp_clock_set_utc (fixture->file.clock, FIXTURE_NOW - 192 * SECOND);
  pass (fixture, 0);
  assert_reads (fixture, "Grade 3 team, Monday");
  assert_reads (fixture, "3:12");
  assert_reads (fixture, "until we start");
  assert_reads (fixture, "•  Tom & <b>Jerry</b> count too");
  assert_reads (fixture, "Decide what we try with fluency until January");
  assert_reads (fixture, "First");
  assert_reads (fixture, "Warm feedback");
  save_picture (fixture, "ready");
}

static void
it_says_the_step_the_time_who_speaks_and_what_is_next (RoomFixture   *fixture,
                                                       gconstpointer  data)
{
  lamp_meeting_run_start (fixture->run);
  pass (fixture, 60);
  assert_reads (fixture, "14:00");
  assert_reads (fixture, "left");
  assert_reads (fixture, "The group");
  assert_reads (fixture, "The presenting teacher");
  assert_reads (fixture, LONG_TITLE);
  assert_reads (fixture, "19 min");
  assert_reads_not (fixture, "•  Start and end on time");
  assert_reads_not (fixture, "A note that is not for the room");
  assert_says (fixture, "Warm feedback. 14 minutes left. Speaks: The group. Listens: The presenting teacher. "
                        "What do you see in the work? Describe, do not judge. Next: " LONG_TITLE ". Ends 10:39.");
  save_picture (fixture, "fine");
  g_assert_null (fixture->announced);
  pass (fixture, 660);
  g_assert_cmpstr (fixture->announced, ==, "Warm feedback. 3 minutes left.");
  assert_reads (fixture, "3:00");
  assert_reads (fixture, "left, nearly time");
  save_picture (fixture, "orange");
  pass (fixture, 150);
  assert_reads (fixture, "left, please finish");
  save_picture (fixture, "red");
  pass (fixture, 110);
  assert_reads (fixture, "1:20");
  assert_reads (fixture, "over");
  save_picture (fixture, "over");
}

static void
what_is_off_the_record_says_so_and_long_texts_find_room (RoomFixture   *fixture,
                                                         gconstpointer  data)
{
  GtkWidget *sheet = gtk_widget_get_first_child (fixture_find_widget (GTK_WIDGET (fixture->room), GTK_TYPE_VIEWPORT));
  int minimum;

  lamp_meeting_run_start (fixture->run);
  pass (fixture, 1);
  lamp_meeting_run_next (fixture->run);
  fixture_settle ();
  assert_reads (fixture, "Off the record: nobody takes notes");
  gtk_widget_measure (sheet, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (sheet), &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, gtk_widget_get_height (gtk_widget_get_parent (sheet)));
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, gtk_widget_get_width (gtk_widget_get_parent (sheet)));
  save_picture (fixture, "long");
}

static void
a_pause_shows_the_norms_again (RoomFixture   *fixture,
                               gconstpointer  data)
{
  lamp_meeting_run_start (fixture->run);
  pass (fixture, 60);
  lamp_meeting_run_pause (fixture->run);
  assert_reads (fixture, "left, paused");
  assert_reads (fixture, "•  Start and end on time");
  assert_reads_not (fixture, "The group");
  save_picture (fixture, "paused");
}

static void
the_last_step_and_the_end_are_said (RoomFixture   *fixture,
                                    gconstpointer  data)
{
  lamp_meeting_run_start (fixture->run);
  pass (fixture, 60);
  lamp_meeting_run_next (fixture->run);
  lamp_meeting_run_next (fixture->run);
  assert_reads (fixture, "Tom & <b>Jerry</b>");
  assert_reads (fixture, "This is the last step");
  g_assert_cmpstr (fixture->announced, ==, "Tom & <b>Jerry</b>. 5 minutes left.");
  lamp_meeting_run_add_turns (fixture->run, "Seat by the window", 3);
  assert_reads_not (fixture, "Seat by the window");
  save_picture (fixture, "last");
  lamp_meeting_run_close (fixture->run, FALSE);
  assert_reads (fixture, "The meeting is closed");
  save_picture (fixture, "closed");
}

static int
get_font_size (RoomFixture *fixture)
{
  GtkWidget *sheet = gtk_widget_get_first_child (fixture_find_widget (GTK_WIDGET (fixture->room), GTK_TYPE_VIEWPORT));

  return pango_font_description_get_size (
      pango_context_get_font_description (gtk_widget_get_pango_context (sheet)));
}

static gboolean
font_has_settled (Fixture *file)
{
  RoomFixture *fixture = (RoomFixture *) file; /* its first member */

  return get_font_size (fixture) == MIN (gtk_widget_get_width (GTK_WIDGET (fixture->room)) / 68,
                                         gtk_widget_get_height (GTK_WIDGET (fixture->room)) / 45) * PANGO_SCALE;
}

static gboolean
window_is_smaller (Fixture *file)
{
  return gtk_widget_get_width (GTK_WIDGET (((RoomFixture *) file)->room)) < 800;
}

static void
text_grows_with_the_window (RoomFixture   *fixture,
                            gconstpointer  data)
{
  int before;

  g_assert_true (fixture_wait_until (font_has_settled, &fixture->file));
  before = get_font_size (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->room), 700, 500);
  g_assert_true (fixture_wait_until (window_is_smaller, &fixture->file));
  g_assert_true (fixture_wait_until (font_has_settled, &fixture->file));
  g_assert_cmpint (get_font_size (fixture), <, before);
}

static void
it_may_be_closed_while_the_meeting_goes_on (RoomFixture   *fixture,
                                            gconstpointer  data)
{
  lamp_meeting_run_start (fixture->run);
  gtk_window_destroy (GTK_WINDOW (fixture->room));
  fixture_settle ();
  g_assert_null (fixture->room);
  pass (fixture, 900);
  lamp_meeting_run_next (fixture->run);
}

static void
the_keys_of_a_remote_control_go_on_and_back (RoomFixture   *fixture,
                                             gconstpointer  data)
{
  LampRunFigures figures;

  gtk_widget_activate_action (GTK_WIDGET (fixture->room), "room.toggle", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->room), "room.next", NULL);
  lamp_meeting_run_look (fixture->run, &figures);
  g_assert_cmpint (figures.current, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->room), "room.back", NULL);
  lamp_meeting_run_look (fixture->run, &figures);
  g_assert_cmpint (figures.current, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->room), "room.toggle-fullscreen", NULL);
  fixture_settle ();
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (fixture->room)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->room), "room.leave-fullscreen", NULL);
  fixture_settle ();
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (fixture->room)));
  lamp_room_display_set_run (fixture->room, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->room), "room.next", NULL);
}

static void
use_scheme (void)
{
  const char *scheme = g_getenv ("LAMP_SCHEME");

  if (g_strcmp0 (scheme, "dark") == 0)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
}

#define ADD(test) g_test_add ("/room-display/" #test, RoomFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  use_scheme ();
  ADD (before_it_starts_the_norms_are_up);
  ADD (it_says_the_step_the_time_who_speaks_and_what_is_next);
  ADD (what_is_off_the_record_says_so_and_long_texts_find_room);
  ADD (a_pause_shows_the_norms_again);
  ADD (the_last_step_and_the_end_are_said);
  ADD (text_grows_with_the_window);
  ADD (it_may_be_closed_while_the_meeting_goes_on);
  ADD (the_keys_of_a_remote_control_go_on_and_back);

  return g_test_run ();
}
