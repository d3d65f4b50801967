/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WALL_WIDTH 6.0f
#define WALL_NAME_ABOVE 12.0 /* pixels from the wall to the middle of its name */

static GdkRGBA
get_color (const LampMapDrawing *self,
           float                 alpha)
{
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self->canvas), &color);
  color.alpha *= alpha;

  return color;
}

static GdkRGBA
get_accent (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA color;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &color);

  return color;
}

static GskPath *
make_circle (double radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (0, 0), (float) radius);

  return gsk_path_builder_free_to_path (builder);
}

static void
fill_circle (GtkSnapshot   *snapshot,
             double         radius,
             const GdkRGBA *color)
{
  g_autoptr (GskPath) circle = make_circle (radius);

  gtk_snapshot_append_fill (snapshot, circle, GSK_FILL_RULE_WINDING, color);
}

static void
stroke_path (GtkSnapshot   *snapshot,
             GskPath       *path,
             float          width,
             const GdkRGBA *color)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
stroke_circle (GtkSnapshot   *snapshot,
               double         radius,
               float          width,
               const GdkRGBA *color)
{
  g_autoptr (GskPath) circle = make_circle (radius);

  stroke_path (snapshot, circle, width, color);
}

static void
draw_rings (const LampMapDrawing *self,
            GtkSnapshot          *snapshot)
{
  GdkRGBA band = get_color (self, 0.035f);
  GdkRGBA wall = get_color (self, 0.32f);

  fill_circle (snapshot, self->layout->edge, &band);
  fill_circle (snapshot, self->layout->wall, &band);
  stroke_circle (snapshot, self->layout->wall, WALL_WIDTH, &wall);
}

static void
draw_sector_lines (const LampMapDrawing *self,
                   GtkSnapshot          *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color = get_color (self, 0.15f);

  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    {
      double x = cos (self->layout->wedges[i].from), y = sin (self->layout->wedges[i].from);

      gsk_path_builder_move_to (builder, (float) (x * self->layout->centre), (float) (y * self->layout->centre));
      gsk_path_builder_line_to (builder, (float) (x * self->layout->edge), (float) (y * self->layout->edge));
    }
  path = gsk_path_builder_free_to_path (builder);
  stroke_path (snapshot, path, 1, &color);
}

static PangoLayout *
make_layout (const LampMapDrawing *self,
             const char           *text,
             PangoWeight           weight,
             double                scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->canvas), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static guint
count_people (const LampMapDrawing *self,
              guint                 sector)
{
  GPtrArray *people = lamp_people_board_get_people (self->board);
  guint count = 0;

  for (guint i = 0; i < people->len; i++)
    count += lamp_person_get_sector (people->pdata[i]) == sector;

  return count;
}

/* A sector's name lies along the edge of the rings. */
static void
draw_sector_name (const LampMapDrawing *self,
                  GtkSnapshot          *snapshot,
                  guint                 sector)
{
  const LampRecordType *people = lamp_schema_find ("people");
  const LampField *field = &people->fields[lamp_record_type_find_field (people, "sector")];
  const LampMapWedge *wedge = &self->layout->wedges[sector];
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color = get_color (self, 1);
  int width, height;

  // Translators: a sector of the map and how many are in it: “Parents · 7”
  text = g_strdup_printf (C_ ("map", "%s · %u"), lamp_field_get_choice_label (field, field->choices[sector].nick),
                          count_people (self, sector));
  layout = make_layout (self, text, PANGO_WEIGHT_BOLD, 1.25);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) wedge->label_x, (float) wedge->label_y));
  gtk_snapshot_rotate (snapshot, (float) (wedge->label_turn * 180 / G_PI));
  lamp_canvas_append_layout (self->canvas, snapshot, layout, &color, -width / 2.0, -height / 2.0);
  gtk_snapshot_restore (snapshot);
}

/* What the wall is stands above it, at the top. */
static void
draw_wall_name (const LampMapDrawing *self,
                GtkSnapshot          *snapshot)
{
  g_autoptr (PangoLayout) layout = make_layout (self, C_ ("map", "the walls of the school"), PANGO_WEIGHT_MEDIUM, 1);
  const LampMapWedge *wedge = &self->layout->wedges[0];
  double angle = (wedge->from + wedge->to) / 2;
  double radius = self->layout->wall + WALL_NAME_ABOVE;
  GdkRGBA color = get_color (self, 0.8f);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  lamp_canvas_append_layout (self->canvas, snapshot, layout, &color, radius * cos (angle) - width / 2.0,
                             radius * sin (angle) - height / 2.0);
}

/* A line between two people, bent a little towards the middle so that lines through a row can be told apart. */
static void
add_line (GskPathBuilder *builder,
          const LampBox  *from,
          const LampBox  *to)
{
  double x1 = from->x + from->width / 2, y1 = from->y + from->height / 2;
  double x2 = to->x + to->width / 2, y2 = to->y + to->height / 2;
  double x = (x1 + x2) / 2 * 0.8, y = (y1 + y2) / 2 * 0.8;

  gsk_path_builder_move_to (builder, (float) x1, (float) y1);
  gsk_path_builder_quad_to (builder, (float) x, (float) y, (float) x2, (float) y2);
}

static gboolean
is_shown_near (const LampMapDrawing *self,
               const char           *id)
{
  const LampRow *person = lamp_snapshot_find (lamp_board_get_snapshot (LAMP_BOARD (self->board)), "people", id);

  return person && lamp_people_board_is_near (self->board, person);
}

static void
draw_relationships (const LampMapDrawing *self,
                    GtkSnapshot          *snapshot)
{
  GPtrArray *rows = lamp_snapshot_get (lamp_board_get_snapshot (LAMP_BOARD (self->board)), "relationships");
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GdkRGBA accent = get_accent ();

  for (guint i = 0; i < rows->len; i++)
    {
      const char *one = lamp_row_get_text (rows->pdata[i], "person");
      const char *other = lamp_row_get_text (rows->pdata[i], "other");
      const LampBox *from = one ? g_hash_table_lookup (self->places, one) : NULL;
      const LampBox *to = other ? g_hash_table_lookup (self->places, other) : NULL;

      if (from && to && is_shown_near (self, one) && is_shown_near (self, other))
        add_line (builder, from, to);
    }
  path = gsk_path_builder_free_to_path (builder);
  stroke_path (snapshot, path, 2, &accent);
}

/**
 * lamp_map_drawing_draw:
 * @self: what to draw
 * @snapshot: where to
 */
void
lamp_map_drawing_draw (const LampMapDrawing *self,
                       GtkSnapshot          *snapshot)
{
  draw_rings (self, snapshot);
  draw_sector_lines (self, snapshot);
  draw_wall_name (self, snapshot);
  for (guint i = 0; i < LAMP_MAP_SECTORS; i++)
    draw_sector_name (self, snapshot, i);
  if (lamp_board_get_selected (LAMP_BOARD (self->board)))
    draw_relationships (self, snapshot);
}
