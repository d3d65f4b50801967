/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdio.h>

#include "lamp-goal-tree.h"
#include "lamp-goals-view.h"

/* frames FILE: what a frame costs while the goal tree of FILE is panned and zoomed, and while a plain list of labels is
 * scrolled in the same window, in turns. Prints "name median p99" in microseconds for each of the three. */

#define ROUNDS 6
#define FRAMES 60

typedef enum
{
  PAN,
  ZOOM,
  SCROLL,
  N_WAYS,
} Way;

typedef struct
{
  GtkWidget *window;
  GtkStack *pages;
  GtkWidget *tree;
  GtkAdjustment *adjustment;
  GArray *times[N_WAYS];
  gint64 began;
  guint frame;
  gboolean done;
} Bench;

static const char * const names[] = { "pan", "zoom", "scroll" };

static Way
get_way (Bench *self)
{
  return (Way) (self->frame / FRAMES % N_WAYS);
}

static void
move (Bench *self)
{
  guint step = self->frame % FRAMES + self->frame / FRAMES * 7;
  g_autofree char *place = NULL;

  if (get_way (self) == SCROLL)
    {
      gtk_adjustment_set_value (self->adjustment, step * 23.0);
      return;
    }
  place = get_way (self) == PAN ? g_strdup_printf ("1 %u %u", 200 + step * 2, 500 + step * 23)
                                : g_strdup_printf ("%.3f %u %u", 0.7 + 0.01 * (self->frame % FRAMES), 300, 4000);
  for (char *at = place; *at != '\0'; at++)
    if (*at == ',')
      *at = '.';
  g_object_set (self->tree, "place", place, NULL);
}

static void
before_paint (Bench *self)
{
  self->began = g_get_monotonic_time ();
}

static void
after_paint (Bench *self)
{
  gint64 took = g_get_monotonic_time () - self->began;

  /* The first frame of a turn shows another page, and is left out. */
  if (self->frame % FRAMES > 0)
    g_array_append_val (self->times[get_way (self)], took);
}

static gboolean
tick (GtkWidget     *widget,
      GdkFrameClock *clock,
      gpointer       data)
{
  Bench *self = data;

  if (++self->frame >= ROUNDS * FRAMES * N_WAYS)
    {
      self->done = TRUE;
      return G_SOURCE_REMOVE;
    }
  gtk_stack_set_visible_child_name (self->pages, get_way (self) == SCROLL ? "list" : "tree");
  move (self);

  return G_SOURCE_CONTINUE;
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
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
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
  bench.tree = lamp_goal_tree_new (board, G_MENU_MODEL (menu));
  list = make_list (store);
  bench.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (list));
  gtk_stack_add_named (bench.pages, bench.tree, "tree");
  gtk_stack_add_named (bench.pages, list, "list");
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (bench.window), GTK_WIDGET (bench.pages));
  gtk_window_present (GTK_WINDOW (bench.window));
  for (guint i = 0; i < N_WAYS; i++)
    bench.times[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  lamp_goal_board_refresh (board);
  wait_for_goals (&bench);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench.window), "before-paint", G_CALLBACK (before_paint), &bench);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (after_paint), &bench);
  gtk_widget_add_tick_callback (bench.window, tick, &bench, NULL);
  while (!bench.done)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < N_WAYS; i++)
    {
      g_array_sort (bench.times[i], compare);
      printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", names[i],
              g_array_index (bench.times[i], gint64, bench.times[i]->len / 2),
              g_array_index (bench.times[i], gint64, bench.times[i]->len * 99 / 100));
    }

  return 0;
}
