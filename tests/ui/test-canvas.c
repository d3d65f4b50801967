/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-canvas-private.h"

#define NODE_WIDTH 100
#define NODE_HEIGHT 40

static guint n_bound;
static guint n_made;

static GtkWidget *
make_node (LampCanvas *canvas,
           gpointer    data)
{
  n_made++;

  return g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
}

static void
bind_node (LampCanvas *canvas,
           GtkWidget  *node,
           guint       index,
           gpointer    data)
{
  g_autofree char *label = g_strdup_printf ("%u", index);

  n_bound++;
  gtk_button_set_label (GTK_BUTTON (node), label);
}

static const LampCanvasDelegate delegate = { make_node, bind_node };

typedef struct
{
  GtkWidget *window;
  LampCanvas *canvas;
} Fixture;

static graphene_rect_t *
lay_out_grid (guint            n,
              graphene_rect_t *extents)
{
  graphene_rect_t *rects = g_new0 (graphene_rect_t, n);

  graphene_rect_init (extents, 0, 0, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_init (&rects[i], (i % 10) * 120, (i / 10) * 60, NODE_WIDTH, NODE_HEIGHT);
      graphene_rect_union (extents, &rects[i], extents);
    }

  return rects;
}

static void
show_grid (LampCanvas *canvas,
           guint       n,
           const int  *kept_from)
{
  graphene_rect_t extents;
  g_autofree graphene_rect_t *rects = lay_out_grid (n, &extents);

  lamp_canvas_set_nodes (canvas, rects, n, kept_from, &extents);
}

static void
wait_for_size (GtkWidget *widget)
{
  while (gtk_widget_get_width (widget) == 0 || !gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  /* What the first layout changed is told in an idle after it. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  n_bound = n_made = 0;
  fixture->canvas = LAMP_CANVAS (lamp_canvas_new ());
  lamp_canvas_set_delegate (fixture->canvas, &delegate, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_size (GTK_WIDGET (fixture->canvas));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->canvas);
}

static guint
count_children (GtkWidget *widget)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    count++;

  return count;
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
a_zoom_is_told_once_and_kept_in_bounds (Fixture       *fixture,
                                        gconstpointer  data)
{
  guint count = 0;

  show_grid (fixture->canvas, 30, NULL);
  lamp_canvas_set_zoom (fixture->canvas, 0.5);
  g_signal_connect (fixture->canvas, "notify::zoom", G_CALLBACK (count_notify), &count);
  lamp_canvas_set_zoom (fixture->canvas, 2);
  lamp_canvas_set_zoom (fixture->canvas, 2);
  g_assert_cmpuint (count, ==, 1);

  lamp_canvas_set_zoom (fixture->canvas, 100);
  g_assert_cmpfloat (lamp_canvas_get_zoom (fixture->canvas), ==, LAMP_CANVAS_ZOOM_MAX);
  lamp_canvas_set_zoom (fixture->canvas, 0);
  g_assert_cmpfloat (lamp_canvas_get_zoom (fixture->canvas), ==, LAMP_CANVAS_ZOOM_MIN);
  g_assert_cmpuint (count, ==, 3);
}

static void
a_place_is_found_again (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *place = NULL;
  g_autofree char *fitted = NULL;
  guint count = 0;

  show_grid (fixture->canvas, 1000, NULL);
  fitted = lamp_canvas_dup_place (fixture->canvas);
  g_assert_cmpstr (fitted, ==, "");

  g_signal_connect (fixture->canvas, "notify::place", G_CALLBACK (count_notify), &count);
  lamp_canvas_set_place (fixture->canvas, "1.5 400.0 2000.0");
  lamp_canvas_set_place (fixture->canvas, "1.5 400.0 2000.0");
  g_assert_cmpuint (count, ==, 1);
  place = lamp_canvas_dup_place (fixture->canvas);
  g_assert_cmpstr (place, ==, "1.5 400.0 2000.0");
  g_assert_cmpfloat (lamp_canvas_get_zoom (fixture->canvas), ==, 1.5);
}

static void
a_place_that_makes_no_sense_shows_all (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const char * const bad[] = { "1 2", "nan 0 0", "1 inf 0", "900 0 0", "one two three", "1 2 3 4", "" };

  show_grid (fixture->canvas, 30, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *place = NULL;

      lamp_canvas_set_place (fixture->canvas, bad[i]);
      place = lamp_canvas_dup_place (fixture->canvas);
      g_assert_cmpstr (place, ==, "");
    }
}

static void
ten_thousand_nodes_have_widgets_for_those_in_sight (Fixture       *fixture,
                                                    gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  lamp_canvas_set_place (fixture->canvas, "1 600 300");
  show_grid (fixture->canvas, 10000, NULL);
  g_assert_cmpuint (count_children (widget), >, 10);
  g_assert_cmpuint (count_children (widget), <, 100);

  for (guint i = 0; i < 120; i++)
    lamp_canvas_pan (fixture->canvas, 0, -450);
  g_assert_cmpuint (count_children (widget), <, 200);
  g_assert_cmpuint (n_made, <, 200);
  g_assert_cmpuint (n_bound, >, 1000);
}

static void
note_paint (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (LampCanvas *canvas)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (note_paint), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
wait_for_rest (LampCanvas *canvas)
{
  while (canvas->rest_source != 0 || canvas->prepares != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
nothing_is_missing_once_the_hand_rests (Fixture       *fixture,
                                        gconstpointer  data)
{
  LampCanvas *canvas = fixture->canvas;
  graphene_rect_t sight;

  lamp_canvas_set_place (canvas, "1 600 300");
  show_grid (canvas, 10000, NULL);
  for (guint i = 0; i < 30; i++)
    {
      lamp_canvas_pan (canvas, 0, -37);
      if (i % 3 == 0)
        wait_for_frame (canvas);
    }
  wait_for_rest (canvas);

  lamp_viewport_get_sight (&canvas->viewport, &sight);
  for (guint i = 0; i < canvas->n_nodes; i++)
    g_assert_true ((lamp_canvas_get_node (canvas, i) != NULL) == lamp_canvas_overlap (&canvas->rects[i], &sight));
}

static void
a_movement_begins_with_pictures_of_what_has_not_changed (Fixture       *fixture,
                                                         gconstpointer  data)
{
  LampCanvas *canvas = fixture->canvas;

  show_grid (canvas, 30, NULL);
  wait_for_rest (canvas);
  gtk_button_set_label (GTK_BUTTON (lamp_canvas_get_node (canvas, 3)), "Changed");
  wait_for_frame (canvas);

  lamp_canvas_pan (canvas, 0, -1);
  wait_for_frame (canvas);
  canvas->moving = TRUE;
  g_assert_true (lamp_canvas_has_still (canvas, 2));
  g_assert_false (lamp_canvas_has_still (canvas, 3));
  g_assert_true (lamp_canvas_has_still (canvas, 4));
}

static void
all_of_ten_thousand_at_once_need_no_widgets (Fixture       *fixture,
                                             gconstpointer  data)
{
  show_grid (fixture->canvas, 10000, NULL);
  lamp_canvas_fit (fixture->canvas);
  g_assert_cmpuint (count_children (GTK_WIDGET (fixture->canvas)), ==, 0);
}

static void
a_node_that_is_kept_keeps_its_widget_and_the_focus (Fixture       *fixture,
                                                    gconstpointer  data)
{
  static const int kept_from[] = { -1, 5, 4, -1, 3 };
  GtkWidget *five;

  show_grid (fixture->canvas, 10, NULL);
  lamp_canvas_reveal (fixture->canvas, 5, TRUE);
  five = lamp_canvas_get_node (fixture->canvas, 5);
  g_assert_true (gtk_widget_is_focus (five));

  show_grid (fixture->canvas, G_N_ELEMENTS (kept_from), kept_from);
  g_assert_true (lamp_canvas_get_node (fixture->canvas, 1) == five);
  g_assert_cmpint (lamp_canvas_get_index (fixture->canvas, five), ==, 1);
  g_assert_true (gtk_widget_is_focus (five));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (five)), ==, "1");
}

static void
the_focus_moves_on_when_its_node_goes (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const int kept_from[] = { 0, 1, 2 };

  show_grid (fixture->canvas, 4, NULL);
  lamp_canvas_reveal (fixture->canvas, 3, TRUE);
  show_grid (fixture->canvas, G_N_ELEMENTS (kept_from), kept_from);
  g_assert_true (gtk_widget_is_focus (lamp_canvas_get_node (fixture->canvas, 2)));
}

static void
arrows_walk_and_tab_leaves (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  show_grid (fixture->canvas, 30, NULL);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_focus (lamp_canvas_get_node (fixture->canvas, 0)));
  gtk_widget_child_focus (widget, GTK_DIR_RIGHT);
  gtk_widget_child_focus (widget, GTK_DIR_DOWN);
  g_assert_true (gtk_widget_is_focus (lamp_canvas_get_node (fixture->canvas, 11)));
  gtk_widget_child_focus (widget, GTK_DIR_LEFT);
  gtk_widget_child_focus (widget, GTK_DIR_LEFT);
  g_assert_true (gtk_widget_is_focus (lamp_canvas_get_node (fixture->canvas, 10)));
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  lamp_canvas_go_to_end (fixture->canvas, TRUE);
  g_assert_true (gtk_widget_is_focus (lamp_canvas_get_node (fixture->canvas, 29)));
}

static void
the_focus_enters_where_it_was_or_in_sight (Fixture       *fixture,
                                           gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  lamp_canvas_set_place (fixture->canvas, "1 600 300");
  show_grid (fixture->canvas, 1000, NULL);
  lamp_canvas_set_cursor (fixture->canvas, 44);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_focus (lamp_canvas_get_node (fixture->canvas, 44)));

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  lamp_canvas_set_place (fixture->canvas, "1 600 3030");
  before = lamp_canvas_dup_place (fixture->canvas);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  after = lamp_canvas_dup_place (fixture->canvas);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture->canvas->cursor / 10, ==, 50);
}

static void
arrows_follow_the_eye_when_mirrored (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  graphene_rect_t first, second;

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  show_grid (fixture->canvas, 30, NULL);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (widget, GTK_DIR_LEFT);
  g_assert_true (gtk_widget_is_focus (lamp_canvas_get_node (fixture->canvas, 1)));

  lamp_viewport_to_view (&fixture->canvas->viewport, &GRAPHENE_RECT_INIT (0, 0, 10, 10), &first);
  lamp_viewport_to_view (&fixture->canvas->viewport, &GRAPHENE_RECT_INIT (50, 0, 10, 10), &second);
  g_assert_cmpfloat (second.origin.x, <, first.origin.x);
}

static void
what_is_under_the_pointer_stays_there_while_zooming (void)
{
  LampViewport viewport = { 1, -30, 70, 600, 400, FALSE };
  graphene_point_t before, after;

  for (guint i = 0; i < 200; i++)
    {
      double x = g_test_rand_double_range (0, 600), y = g_test_rand_double_range (0, 400);

      viewport.mirrored = g_test_rand_bit ();
      lamp_viewport_to_plane (&viewport, x, y, &before);
      lamp_viewport_zoom_about (&viewport, g_test_rand_double_range (0.2, 4), x, y);
      lamp_viewport_to_plane (&viewport, x, y, &after);
      g_assert_cmpfloat_with_epsilon (before.x, after.x, 0.1);
      g_assert_cmpfloat_with_epsilon (before.y, after.y, 0.1);
    }
}

static void
revealing_pans_no_more_than_needed (void)
{
  LampViewport viewport = { 2, 0, 0, 600, 400, FALSE };

  lamp_viewport_reveal (&viewport, &GRAPHENE_RECT_INIT (50, 50, 100, 40), 20);
  g_assert_cmpfloat (viewport.x, ==, 0);
  g_assert_cmpfloat (viewport.y, ==, 0);
  lamp_viewport_reveal (&viewport, &GRAPHENE_RECT_INIT (280, 0, 100, 40), 20);
  g_assert_cmpfloat (viewport.x, ==, 280 + 100 + 10 - 300);
  g_assert_cmpfloat (viewport.y, ==, -10);
}

static void
a_hidden_node_is_let_go_of (Fixture       *fixture,
                            gconstpointer  data)
{
  gpointer weak;

  show_grid (fixture->canvas, 3, NULL);
  weak = lamp_canvas_get_node (fixture->canvas, 0);
  g_object_add_weak_pointer (weak, &weak);
  lamp_canvas_set_delegate (fixture->canvas, NULL, NULL);
  g_assert_null (weak);
  g_assert_cmpuint (count_children (GTK_WIDGET (fixture->canvas)), ==, 0);
}

#define ADD(name, function) g_test_add ("/canvas/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("a_zoom_is_told_once_and_kept_in_bounds", a_zoom_is_told_once_and_kept_in_bounds);
  ADD ("a_place_is_found_again", a_place_is_found_again);
  ADD ("a_place_that_makes_no_sense_shows_all", a_place_that_makes_no_sense_shows_all);
  ADD ("ten_thousand_nodes_have_widgets_for_those_in_sight", ten_thousand_nodes_have_widgets_for_those_in_sight);
  ADD ("nothing_is_missing_once_the_hand_rests", nothing_is_missing_once_the_hand_rests);
  ADD ("a_movement_begins_with_pictures_of_what_has_not_changed",
       a_movement_begins_with_pictures_of_what_has_not_changed);
  ADD ("all_of_ten_thousand_at_once_need_no_widgets", all_of_ten_thousand_at_once_need_no_widgets);
  ADD ("a_node_that_is_kept_keeps_its_widget_and_the_focus", a_node_that_is_kept_keeps_its_widget_and_the_focus);
  ADD ("the_focus_moves_on_when_its_node_goes", the_focus_moves_on_when_its_node_goes);
  ADD ("arrows_walk_and_tab_leaves", arrows_walk_and_tab_leaves);
  ADD ("the_focus_enters_where_it_was_or_in_sight", the_focus_enters_where_it_was_or_in_sight);
  ADD ("arrows_follow_the_eye_when_mirrored", arrows_follow_the_eye_when_mirrored);
  ADD ("a_hidden_node_is_let_go_of", a_hidden_node_is_let_go_of);
  g_test_add_func ("/canvas/what_is_under_the_pointer_stays_there_while_zooming",
                   what_is_under_the_pointer_stays_there_while_zooming);
  g_test_add_func ("/canvas/revealing_pans_no_more_than_needed", revealing_pans_no_more_than_needed);

  return g_test_run ();
}
