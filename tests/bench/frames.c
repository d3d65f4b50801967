/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#include "lamp-canvas-private.h"
#include "lamp-goal-tree.h"
#include "lamp-goals-view.h"

/* frames FILE: what a frame costs while the goal tree of FILE is panned and zoomed, and while a plain list of labels is
 * scrolled in the same window, in turns. A turn begins at another place and at rest, as a hand does; from then on every
 * frame counts. Prints "name median p99 median p99" for each of the three, in microseconds: by the clock, and of the
 * processor, which does not grow when other programs take their turns. With LAMP_BENCH_VERBOSE, each frame as well. */

#define ROUNDS 6
#define FRAMES 60
#define REST (400 * 1000) /* microseconds between turns */

typedef enum
{
  PAN,
  ZOOM,
  SCROLL,
  N_WAYS,
} Way;

typedef struct
{
  gint64 clock;
  gint64 processor;
} Moment;

typedef struct
{
  GtkWidget *window;
  GtkStack *pages;
  GtkWidget *tree;
  LampCanvas *canvas;
  GtkAdjustment *adjustment;
  GArray *times[N_WAYS];      /* Moment */
  Moment began;
  gint64 rests_until;
  guint turn;
  guint frame;
  gboolean counts;
  gboolean verbose;
  gboolean done;
} Bench;

static const char * const names[] = { "pan", "zoom", "scroll" };

static Way
get_way (Bench *self)
{
  return (Way) (self->turn % N_WAYS);
}

static void
begin_turn (Bench *self)
{
  g_autofree char *place = get_way (self) == PAN ? g_strdup_printf ("1 %u %u", 300, 600 + self->turn * 131)
                                                 : g_strdup_printf ("0.7 %u %u", 300, 4000 + self->turn * 131);

  gtk_stack_set_visible_child_name (self->pages, get_way (self) == SCROLL ? "list" : "tree");
  if (get_way (self) == SCROLL)
    gtk_adjustment_set_value (self->adjustment, self->turn * 131.0);
  else
    g_object_set (self->tree, "place", place, NULL);
  self->rests_until = g_get_monotonic_time () + REST;
  self->frame = 0;
}

static void
move (Bench *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);

  if (get_way (self) == SCROLL)
    gtk_adjustment_set_value (self->adjustment, self->turn * 131.0 + self->frame * 23.0);
  else if (get_way (self) == PAN)
    lamp_canvas_pan (self->canvas, -2, -23);
  else
    lamp_canvas_zoom_about (self->canvas, 0.7 + 0.01 * self->frame, gtk_widget_get_width (canvas) / 2.0,
                            gtk_widget_get_height (canvas) / 2.0);
}

static Moment
get_now (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);

  return (Moment) { g_get_monotonic_time (), used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000 };
}

static void
before_paint (Bench *self)
{
  self->began = get_now ();
}

static void
after_paint (Bench *self)
{
  Moment now = get_now ();
  Moment took = { now.clock - self->began.clock, now.processor - self->began.processor };

  if (!self->counts)
    return;

  g_array_append_val (self->times[get_way (self)], took);
  if (self->verbose)
    fprintf (stderr, "%s, frame %u: %" G_GINT64_FORMAT "\n", names[get_way (self)], self->frame, took.processor);
}

static gboolean
tick (GtkWidget     *widget,
      GdkFrameClock *clock,
      gpointer       data)
{
  Bench *self = data;

  self->counts = g_get_monotonic_time () > self->rests_until;
  if (!self->counts)
    return G_SOURCE_CONTINUE;
  if (self->frame < FRAMES)
    {
      self->frame++;
      move (self);
      return G_SOURCE_CONTINUE;
    }
  self->counts = FALSE;
  self->turn++;
  self->done = self->turn == ROUNDS * N_WAYS;
  if (!self->done)
    begin_turn (self);

  return !self->done;
}

static void
set_up_label (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL));
}

static void
bind_label (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), lamp_record_get_title (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_list (LampStore *store)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_label), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (lamp_store_list (store, "goals"))),
                                                    factory));

  return scroller;
}

static int
compare_clock (gconstpointer a,
               gconstpointer b)
{
  const Moment *one = a, *two = b;

  return one->clock < two->clock ? -1 : one->clock > two->clock;
}

static int
compare_processor (gconstpointer a,
                   gconstpointer b)
{
  const Moment *one = a, *two = b;

  return one->processor < two->processor ? -1 : one->processor > two->processor;
}

static void
print_times (const char *name,
             GArray     *times)
{
  guint half = times->len / 2, most = times->len * 99 / 100;

  g_array_sort (times, compare_clock);
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, name, g_array_index (times, Moment, half).clock,
          g_array_index (times, Moment, most).clock);
  g_array_sort (times, compare_processor);
  printf (" %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", g_array_index (times, Moment, half).processor,
          g_array_index (times, Moment, most).processor);
}

static LampCanvas *
find_canvas (GtkWidget *widget)
{
  LampCanvas *found = LAMP_IS_CANVAS (widget) ? LAMP_CANVAS (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);

  return found;
}

static void
wait_for_goals (Bench *self)
{
  gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LampClock) clock = lamp_clock_new_system ();
  g_autoptr (LampStore) store = NULL;
  g_autoptr (LampSession) session = NULL;
  g_autoptr (LampGoalBoard) board = NULL;
  g_autoptr (GTypeClass) view_class = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *list;
  Bench bench = { 0 };

  adw_init ();
  view_class = g_type_class_ref (LAMP_TYPE_GOALS_VIEW); /* it has the resources */
  store = lamp_store_open (argv[1], LAMP_STORE_NONE, clock, NULL);
  session = lamp_session_new (store);
  board = lamp_goal_board_new (session);
  bench.window = adw_window_new ();
  bench.pages = GTK_STACK (gtk_stack_new ());
  bench.verbose = g_getenv ("LAMP_BENCH_VERBOSE") != NULL;
  bench.tree = lamp_goal_tree_new (board, G_MENU_MODEL (menu));
  bench.canvas = find_canvas (bench.tree);
  list = make_list (store);
  bench.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (list));
  gtk_stack_add_named (bench.pages, bench.tree, "tree");
  gtk_stack_add_named (bench.pages, list, "list");
  /* A focus that looks for a new home when its page goes would move the tree. */
  gtk_widget_set_can_focus (GTK_WIDGET (bench.pages), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (bench.window), GTK_WIDGET (bench.pages));
  gtk_window_present (GTK_WINDOW (bench.window));
  for (guint i = 0; i < N_WAYS; i++)
    bench.times[i] = g_array_new (FALSE, FALSE, sizeof (Moment));
  lamp_goal_board_refresh (board);
  wait_for_goals (&bench);
  begin_turn (&bench);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench.window), "before-paint", G_CALLBACK (before_paint), &bench);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (after_paint), &bench);
  gtk_widget_add_tick_callback (bench.window, tick, &bench, NULL);
  while (!bench.done)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < N_WAYS; i++)
    print_times (names[i], bench.times[i]);

  return 0;
}
