/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-layout.h"

#include <math.h>

/* The map is a disc: the shared purpose in the middle, a band of people inside the walls, the walls, a band of people
 * outside, cut into five wedges. People stand in rows around the middle. The chapter that the map is after keeps only
 * the caption of its figure; the layout is ours (practice, Figure 1.1; S01, S02). */

#define WALL_ROOM 22.0     /* on either side of the wall */
#define LARGEST 0.40       /* the most of the disc that one wedge may take */
#define PEOPLE_PER_SHARE 4
#define SMALLEST_SHARE 1.5
#define LARGEST_SHARE 6.0
#define STRIDE 3.0         /* pixels by which a row moves outwards until it is free */
#define LOOSEST 1.5        /* how much wider than needed a row that has room is spread */

typedef struct
{
  const LampMapSize *size;
  double from;
  double to;
  double margin_from;      /* how far a middle stays from either side of the wedge */
  double margin_to;
} Wedge;

static double
cell_width (const LampMapSize *size)
{
  return size->width + size->gap;
}

static double
cell_height (const LampMapSize *size)
{
  return size->height + size->gap;
}

/* Two boxes a chord apart are clear of each other when it spans a width or a height. Their chord points across the
 * ray between them. */
static double
clear_chord (const LampMapSize *size,
             double             angle)
{
  double across = MAX (fabs (sin (angle)), 1e-6);
  double down = MAX (fabs (cos (angle)), 1e-6);

  return MIN (cell_width (size) / across, cell_height (size) / down) * 1.001;
}

/* The angle at which the next in a row is clear of the one at @angle. */
static double
step_from (const LampMapSize *size,
           double             radius,
           double             angle)
{
  double step = 0;

  for (guint i = 0; i < 3; i++)
    step = MAX (step, 2 * asin (MIN (clear_chord (size, angle + step / 2) / 2 / radius, 1)));

  return step;
}

/* How far a box reaches across a ray. */
static double
reach_across (const LampMapSize *size,
              double             angle)
{
  return (cell_width (size) * fabs (sin (angle)) + cell_height (size) * fabs (cos (angle))) / 2;
}

static void
wedge_init (Wedge             *self,
            const LampMapSize *size,
            double             from,
            double             to)
{
  self->size = size;
  self->from = from;
  self->to = to;
  self->margin_from = reach_across (size, from);
  self->margin_to = reach_across (size, to);
}

/* The angles at which a row of some radius may begin and end; FALSE when the wedge is too narrow there. */
static gboolean
find_row (const Wedge *wedge,
          double       radius,
          double      *first,
          double      *last)
{
  if (wedge->margin_from >= radius || wedge->margin_to >= radius)
    return FALSE;

  *first = wedge->from + asin (wedge->margin_from / radius);
  *last = wedge->to - asin (wedge->margin_to / radius);

  return *first <= *last;
}

static double
nearest_distance (const LampBox *box)
{
  double x = MAX (MAX (box->x, -(box->x + box->width)), 0);
  double y = MAX (MAX (box->y, -(box->y + box->height)), 0);

  return hypot (x, y);
}

static double
farthest_distance (const LampBox *box)
{
  double x = MAX (fabs (box->x), fabs (box->x + box->width));
  double y = MAX (fabs (box->y), fabs (box->y + box->height));

  return hypot (x, y);
}

static gboolean
is_clear (const LampBox *a,
          const LampBox *b,
          double         gap)
{
  return fabs (a->x - b->x) >= a->width + gap || fabs (a->y - b->y) >= a->height + gap;
}

/* The angle of the last of @count people, if the first stands at @first and their distance is @looseness times what
 * is needed. */
static double
find_end (const Wedge *wedge,
          double       radius,
          double       first,
          double       looseness,
          guint        count)
{
  for (guint i = 1; i < count; i++)
    first += step_from (wedge->size, radius, first) * looseness;

  return first;
}

/* How loosely @count people can stand between two angles. */
static double
find_looseness (const Wedge *wedge,
                double       radius,
                double       first,
                double       last,
                guint        count)
{
  double tight = 1, loose = LOOSEST;

  for (guint i = 0; i < 10; i++)
    {
      double middle = (tight + loose) / 2;

      if (find_end (wedge, radius, first, middle, count) <= last)
        tight = middle;
      else
        loose = middle;
    }

  return tight;
}

/* Where a row begins that stands in the middle of the stretch between two angles. What the boxes need differs with the
 * angle, so it is searched for; no step of the search leaves less room after the row than before it, and so the row
 * ends within its stretch. */
static double
find_start (const Wedge *wedge,
            double       radius,
            double       first,
            double       last,
            double       looseness,
            guint        count)
{
  double early = first;
  double late = first + last - find_end (wedge, radius, first, looseness, count);

  for (guint i = 0; i < 12; i++)
    {
      double middle = (early + late) / 2;

      if (middle - first <= last - find_end (wedge, radius, middle, looseness, count))
        early = middle;
      else
        late = middle;
    }

  return early;
}

/* Puts a row of @count people in the middle of the stretch that is theirs. */
static void
place_row (const Wedge *wedge,
           double       radius,
           double       first,
           double       last,
           guint        count,
           LampBox     *row)
{
  const LampMapSize *size = wedge->size;
  double looseness = find_looseness (wedge, radius, first, last, count);
  double angle = find_start (wedge, radius, first, last, looseness, count);

  for (guint i = 0; i < count; i++)
    {
      row[i] = (LampBox) { radius * cos (angle) - size->width / 2, radius * sin (angle) - size->height / 2,
                           size->width, size->height };
      angle += step_from (size, radius, angle) * looseness;
    }
}

static guint
count_row (const Wedge *wedge,
           double       radius,
           double       first,
           double       last)
{
  guint count = 1;

  while ((first += step_from (wedge->size, radius, first)) <= last)
    count++;

  return count;
}

/* Whether a row keeps clear of the band's inner edge and of the people before it. */
static gboolean
row_is_free (const Wedge   *wedge,
             const LampBox *row,
             guint          count,
             const LampBox *before,
             guint          n_before,
             double         inner)
{
  for (guint i = 0; i < count; i++)
    {
      if (nearest_distance (&row[i]) < inner + wedge->size->gap)
        return FALSE;
      if (i > 0 && !is_clear (&row[i], &row[i - 1], wedge->size->gap))
        return FALSE;
      for (guint j = 0; j < n_before; j++)
        if (!is_clear (&row[i], &before[j], wedge->size->gap))
          return FALSE;
    }

  return TRUE;
}

/* Fills a wedge from @inner outwards. Returns how far that reaches. */
static double
fill_wedge (const Wedge *wedge,
            double       inner,
            LampBox     *boxes,
            guint        n_boxes)
{
  double radius = inner + MIN (wedge->size->width, wedge->size->height) / 2;
  double outer = inner;
  guint placed = 0, row_before = 0;
  double first, last;

  while (placed < n_boxes)
    {
      guint start = row_before;
      guint count = 0;

      if (find_row (wedge, radius, &first, &last))
        count = MIN (count_row (wedge, radius, first, last), n_boxes - placed);
      if (count > 0)
        place_row (wedge, radius, first, last, count, &boxes[placed]);
      if (count > 0 && row_is_free (wedge, &boxes[placed], count, &boxes[start], placed - start, inner))
        {
          for (guint i = placed; i < placed + count; i++)
            outer = MAX (outer, farthest_distance (&boxes[i]));
          row_before = placed;
          placed += count;
          radius += MIN (cell_width (wedge->size), cell_height (wedge->size)) - STRIDE;
        }
      radius += STRIDE;
    }

  return outer + wedge->size->gap;
}

/* Fills a wedge so that its rows stand in the middle between two rings, if they find room there. */
static void
fill_between (const Wedge *wedge,
              double       inner,
              double       outer,
              LampBox     *boxes,
              guint        n_boxes)
{
  double reach = fill_wedge (wedge, inner, boxes, n_boxes);
  double inset = (outer - reach) / 2;

  if (n_boxes == 0 || inset < STRIDE)
    return;
  if (fill_wedge (wedge, inner + inset, boxes, n_boxes) > outer)
    fill_wedge (wedge, inner, boxes, n_boxes);
}

/* What a sector asks for: more people, more room, by steps, so that one person more seldom moves everybody. */
static double
weigh_sector (const guint counts[LAMP_MAP_BANDS])
{
  double people = counts[LAMP_MAP_INSIDE] + counts[LAMP_MAP_OUTSIDE] / 2.0;

  return CLAMP (ceil (people / PEOPLE_PER_SHARE), SMALLEST_SHARE, LARGEST_SHARE);
}

/* Cuts the disc. The first sector has its middle at the top, the others follow clockwise. */
static void
cut_disc (LampMapLayout *self,
          const guint    counts[LAMP_MAP_SECTORS][LAMP_MAP_BANDS])
{
  double weights[LAMP_MAP_SECTORS];
  double sum = 0, angle;

  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    sum += weights[i] = weigh_sector (counts[i]);
  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    if (weights[i] > sum * LARGEST)
      {
        double others = sum - weights[i];

        weights[i] = others * LARGEST / (1 - LARGEST);
        sum = others + weights[i];
      }
  angle = -G_PI_2 - weights[0] / sum * G_PI;
  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    {
      self->wedges[i].from = angle;
      angle += weights[i] / sum * 2 * G_PI;
      self->wedges[i].to = angle;
    }
}

/* A sector with nobody keeps a place inside the walls, to say so. */
static LampBox *
get_places (LampMapWedge *wedge,
            LampMapBand   band,
            guint        *n_places)
{
  gboolean nobody = wedge->n_places[LAMP_MAP_INSIDE] + wedge->n_places[LAMP_MAP_OUTSIDE] == 0;

  *n_places = nobody && band == LAMP_MAP_INSIDE ? 1 : wedge->n_places[band];

  return nobody && band == LAMP_MAP_INSIDE ? &wedge->nobody : wedge->places[band];
}

/* Fills a band of all sectors. Returns the radius that the fullest of them needs. */
static double
fill_band (LampMapLayout     *self,
           const LampMapSize *size,
           LampMapBand        band,
           double             inner)
{
  double outer = inner + MAX (cell_width (size), cell_height (size));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
      {
        guint n_places;
        LampBox *places = get_places (&self->wedges[i], band, &n_places);
        Wedge wedge;

        wedge_init (&wedge, size, self->wedges[i].from, self->wedges[i].to);
        if (pass == 0)
          outer = MAX (outer, fill_wedge (&wedge, inner, places, n_places));
        else
          fill_between (&wedge, inner, outer, places, n_places);
      }

  return outer;
}

/* A name lies along the edge, at the middle of its wedge, and is turned to be read from its feet. */
static void
place_label (LampMapLayout     *self,
             LampMapWedge      *wedge,
             const LampMapSize *size)
{
  double angle = (wedge->from + wedge->to) / 2;
  double radius = self->edge + size->label_height / 2;

  wedge->label_x = radius * cos (angle);
  wedge->label_y = radius * sin (angle);
  wedge->label_turn = remainder (angle + G_PI_2, 2 * G_PI);
  if (fabs (wedge->label_turn) > G_PI_2 + 0.05)
    wedge->label_turn = remainder (wedge->label_turn + G_PI, 2 * G_PI);
}

/* Writes the names of the sectors around the disc. */
static void
place_labels (LampMapLayout     *self,
              const LampMapSize *size)
{
  double reach = self->edge + size->label_height;

  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    place_label (self, &self->wedges[i], size);
  self->extents = (LampBox) { -reach, -reach, 2 * reach, 2 * reach };
}

/**
 * lamp_map_layout_new:
 * @counts: how many people, or gatherings of people, stand in each sector inside and outside the walls
 * @size: measures
 *
 * Lays out the community map. The middle is at 0, 0. The same counts give the same map; people fill each part from
 * the middle outwards in the order in which they come.
 *
 * Returns: (transfer full): where everybody stands
 */
LampMapLayout *
lamp_map_layout_new (const guint        counts[LAMP_MAP_SECTORS][LAMP_MAP_BANDS],
                     const LampMapSize *size)
{
  LampMapLayout *self = g_new0 (LampMapLayout, 1);

  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    for (guint band = 0; band < LAMP_MAP_BANDS; band++)
      {
        self->wedges[i].n_places[band] = counts[i][band];
        self->wedges[i].places[band] = g_new0 (LampBox, counts[i][band] + 1);
      }
  cut_disc (self, counts);
  self->centre = size->centre;
  self->wall = fill_band (self, size, LAMP_MAP_INSIDE, self->centre) + WALL_ROOM;
  self->edge = fill_band (self, size, LAMP_MAP_OUTSIDE, self->wall + WALL_ROOM);
  place_labels (self, size);

  return self;
}

/**
 * lamp_map_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
lamp_map_layout_free (LampMapLayout *self)
{
  if (!self)
    return;

  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    for (guint band = 0; band < LAMP_MAP_BANDS; band++)
      g_free (self->wedges[i].places[band]);
  g_free (self);
}
