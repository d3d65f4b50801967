/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-layout.h"

#include <math.h>
#include <string.h>

static const LampMapSize size = { 88, 72, 6, 84, 30 };

typedef guint Counts[LAMP_MAP_SECTORS][LAMP_MAP_BANDS];

static void
draw_lots (Counts counts,
           guint  most)
{
  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    for (guint band = 0; band < LAMP_MAP_BANDS; band++)
      counts[i][band] = g_test_rand_bit () ? g_test_rand_int_range (0, most) : 0;
}

static gboolean
overlap (const LampBox *a,
         const LampBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static GPtrArray *
collect_boxes (LampMapLayout *layout)
{
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    {
      for (guint band = 0; band < LAMP_MAP_BANDS; band++)
        for (guint j = 0; j < layout->wedges[i].n_places[band]; j++)
          g_ptr_array_add (boxes, &layout->wedges[i].places[band][j]);
      if (layout->wedges[i].nobody.width > 0)
        g_ptr_array_add (boxes, &layout->wedges[i].nobody);
    }

  return boxes;
}

static void
nobody_stands_on_anybody_else (void)
{
  for (guint round = 0; round < 60; round++)
    {
      Counts counts;
      g_autoptr (LampMapLayout) layout = NULL;
      g_autoptr (GPtrArray) boxes = NULL;

      draw_lots (counts, 40);
      layout = lamp_map_layout_new (counts, &size);
      boxes = collect_boxes (layout);
      for (guint i = 0; i < boxes->len; i++)
        for (guint j = 0; j < i; j++)
          g_assert_false (overlap (boxes->pdata[i], boxes->pdata[j]));
    }
}

static void
assert_within (const LampMapWedge *wedge,
               const LampBox      *box,
               double              inner,
               double              outer)
{
  double middle = (wedge->from + wedge->to) / 2;

  for (guint corner = 0; corner < 4; corner++)
    {
      double x = box->x + (corner & 1 ? box->width : 0);
      double y = box->y + (corner & 2 ? box->height : 0);
      double aside = remainder (atan2 (y, x) - middle, 2 * G_PI);

      g_assert_cmpfloat (fabs (aside), <=, (wedge->to - wedge->from) / 2 + 1e-9);
      g_assert_cmpfloat (hypot (x, y), <=, outer);
      g_assert_cmpfloat (hypot (x, y), >=, inner);
    }
}

static void
assert_everybody_within (const LampMapLayout *layout)
{
  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    {
      const LampMapWedge *wedge = &layout->wedges[i];

      for (guint j = 0; j < wedge->n_places[LAMP_MAP_INSIDE]; j++)
        assert_within (wedge, &wedge->places[LAMP_MAP_INSIDE][j], layout->centre, layout->wall);
      for (guint j = 0; j < wedge->n_places[LAMP_MAP_OUTSIDE]; j++)
        assert_within (wedge, &wedge->places[LAMP_MAP_OUTSIDE][j], layout->wall, layout->edge);
      if (wedge->nobody.width > 0)
        assert_within (wedge, &wedge->nobody, layout->centre, layout->wall);
    }
}

static void
everybody_stands_in_their_sector_and_on_their_side_of_the_wall (void)
{
  for (guint round = 0; round < 60; round++)
    {
      Counts counts;
      g_autoptr (LampMapLayout) layout = NULL;

      draw_lots (counts, 60);
      layout = lamp_map_layout_new (counts, &size);
      assert_everybody_within (layout);
    }
}

/* The step between two people differs with the angle: the innermost row of the fourth sector, moved to its middle,
 * once ran past the end of it. */
static void
a_row_moved_to_the_middle_stays_in_its_sector (void)
{
  const Counts counts = { { 0, 28 }, { 0, 0 }, { 0, 0 }, { 51, 48 }, { 43, 0 } };
  g_autoptr (LampMapLayout) layout = lamp_map_layout_new (counts, &size);

  assert_everybody_within (layout);
}

static void
the_same_people_give_the_same_map (void)
{
  for (guint round = 0; round < 10; round++)
    {
      Counts counts;
      g_autoptr (LampMapLayout) one = NULL;
      g_autoptr (LampMapLayout) two = NULL;
      g_autoptr (GPtrArray) ones = NULL;
      g_autoptr (GPtrArray) twos = NULL;

      draw_lots (counts, 40);
      one = lamp_map_layout_new (counts, &size);
      two = lamp_map_layout_new (counts, &size);
      ones = collect_boxes (one);
      twos = collect_boxes (two);
      g_assert_cmpuint (ones->len, ==, twos->len);
      for (guint i = 0; i < ones->len; i++)
        g_assert_cmpmem (ones->pdata[i], sizeof (LampBox), twos->pdata[i], sizeof (LampBox));
    }
}

static void
the_five_wedges_make_a_whole (void)
{
  Counts counts;
  g_autoptr (LampMapLayout) layout = NULL;

  draw_lots (counts, 500);
  layout = lamp_map_layout_new (counts, &size);
  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    {
      const LampMapWedge *wedge = &layout->wedges[i];

      g_assert_cmpfloat (wedge->to - wedge->from, >, G_PI / 12);
      g_assert_cmpfloat (wedge->to - wedge->from, <, G_PI);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (wedge->from, layout->wedges[i - 1].to, 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (layout->wedges[LAMP_MAP_SECTORS - 1].to, layout->wedges[0].from + 2 * G_PI, 1e-9);
}

static void
a_sector_with_nobody_has_a_place_to_say_so (void)
{
  const Counts counts = { { 2, 0 }, { 5, 1 }, { 0, 0 }, { 0, 1 }, { 0, 0 } };
  g_autoptr (LampMapLayout) layout = lamp_map_layout_new (counts, &size);

  g_assert_cmpfloat (layout->wedges[0].nobody.width, ==, 0);
  g_assert_cmpfloat (layout->wedges[2].nobody.width, ==, size.width);
  g_assert_cmpfloat (layout->wedges[3].nobody.width, ==, 0);
  g_assert_cmpfloat (layout->wedges[4].nobody.width, ==, size.width);
}

static void
forty_people_can_be_read_on_a_laptop (void)
{
  const Counts counts = { { 4, 0 }, { 18, 2 }, { 3, 4 }, { 0, 4 }, { 1, 4 } };
  g_autoptr (LampMapLayout) layout = lamp_map_layout_new (counts, &size);

  g_assert_cmpfloat (layout->edge * 2, <, 1400);
}

static void
five_thousand_people_find_their_places (void)
{
  const Counts counts = { { 400, 0 }, { 3000, 100 }, { 50, 800 }, { 0, 300 }, { 10, 340 } };
  g_autoptr (LampMapLayout) layout = lamp_map_layout_new (counts, &size);
  const LampMapWedge *educators = &layout->wedges[1];

  for (guint i = 1; i < educators->n_places[LAMP_MAP_INSIDE]; i++)
    g_assert_false (overlap (&educators->places[LAMP_MAP_INSIDE][i], &educators->places[LAMP_MAP_INSIDE][i - 1]));
}

static void
names_lie_outside_the_rings_and_are_never_upside_down (void)
{
  for (guint round = 0; round < 20; round++)
    {
      Counts counts;
      g_autoptr (LampMapLayout) layout = NULL;

      draw_lots (counts, 40);
      layout = lamp_map_layout_new (counts, &size);
      for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
        {
          const LampMapWedge *wedge = &layout->wedges[i];

          g_assert_cmpfloat (hypot (wedge->label_x, wedge->label_y), >, layout->edge);
          g_assert_cmpfloat (fabs (wedge->label_x), <, layout->extents.width / 2);
          g_assert_cmpfloat (cos (wedge->label_turn), >, -0.1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/nobody_stands_on_anybody_else", nobody_stands_on_anybody_else);
  g_test_add_func ("/map/everybody_stands_in_their_sector_and_on_their_side_of_the_wall",
                   everybody_stands_in_their_sector_and_on_their_side_of_the_wall);
  g_test_add_func ("/map/a_row_moved_to_the_middle_stays_in_its_sector", a_row_moved_to_the_middle_stays_in_its_sector);
  g_test_add_func ("/map/the_same_people_give_the_same_map", the_same_people_give_the_same_map);
  g_test_add_func ("/map/the_five_wedges_make_a_whole", the_five_wedges_make_a_whole);
  g_test_add_func ("/map/a_sector_with_nobody_has_a_place_to_say_so", a_sector_with_nobody_has_a_place_to_say_so);
  g_test_add_func ("/map/forty_people_can_be_read_on_a_laptop", forty_people_can_be_read_on_a_laptop);
  g_test_add_func ("/map/five_thousand_people_find_their_places", five_thousand_people_find_their_places);
  g_test_add_func ("/map/names_lie_outside_the_rings_and_are_never_upside_down",
                   names_lie_outside_the_rings_and_are_never_upside_down);

  return g_test_run ();
}
