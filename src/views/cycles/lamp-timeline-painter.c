/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline-painter.h"

#include <glib/gi18n-lib.h>

#define TITLE_MARGIN 10.0
#define MARK_SIZE 8.0

static LampDaySpan
get_days_in_sight (const LampTimelineScale *scale,
                   double                   from,
                   double                   to)
{
  return (LampDaySpan) { lamp_timeline_scale_get_day (scale, from) - 1, lamp_timeline_scale_get_day (scale, to) + 1 };
}

static void
get_faint (GtkWidget *widget,
           float      alpha,
           GdkRGBA   *color)
{
  gtk_widget_get_color (widget, color);
  color->alpha *= alpha;
}

static void
get_accent (GdkRGBA *color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA *accent = adw_style_manager_get_accent_color_rgba (manager);

  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), color);
  gdk_rgba_free (accent);
}

static void
draw_grid (GtkWidget              *widget,
           GtkSnapshot            *snapshot,
           const graphene_rect_t  *sight,
           const LampCyclePicture *picture)
{
  static const float alphas[] = { 0, 0.05f, 0.08f, 0.14f, 0.35f };
  const LampTimelineScale *scale = &picture->layout->scale;
  g_autoptr (GArray) ticks = lamp_timeline_get_ticks (scale, get_days_in_sight (scale, sight->origin.x,
                                                                                sight->origin.x + sight->size.width),
                                                      LAMP_SCHOOL_YEAR_MONTH);

  for (guint i = 0; i < ticks->len; i++)
    {
      const LampTick *tick = &g_array_index (ticks, LampTick, i);
      float x = (float) lamp_timeline_scale_get_x (scale, tick->day);
      GdkRGBA color;

      get_faint (widget, alphas[tick->level], &color);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (x, sight->origin.y, 1, sight->size.height));
    }
}

static void
draw_today (GtkSnapshot            *snapshot,
            const graphene_rect_t  *sight,
            const LampCyclePicture *picture)
{
  float x = (float) lamp_timeline_scale_get_x (&picture->layout->scale, picture->today);
  GdkRGBA color;

  get_accent (&color);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x - 1, sight->origin.y, 2, sight->size.height));
}

/* A text that stays in sight while what it names is. */
static void
draw_text (LampCanvas  *canvas,
           GtkSnapshot *snapshot,
           const char  *text,
           const char  *font,
           double       x,
           double       y,
           double       width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_from_string (font);
  GdkRGBA color;

  if (width < 12)
    return;
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  gtk_widget_get_color (GTK_WIDGET (canvas), &color);
  lamp_canvas_append_layout (canvas, snapshot, layout, &color, x, y);
}

static void
draw_heading (LampCanvas             *canvas,
              GtkSnapshot            *snapshot,
              const graphene_rect_t  *sight,
              const LampCyclePicture *picture,
              const LampTimelineRow  *row)
{
  GdkRGBA band;

  get_faint (GTK_WIDGET (canvas), 0.04f, &band);
  gtk_snapshot_append_color (
      snapshot, &band,
      &GRAPHENE_RECT_INIT (sight->origin.x, (float) row->y + 4, sight->size.width, (float) row->height - 8));
  draw_text (canvas, snapshot, g_ptr_array_index (picture->communities, row->community), "0 -1 weight bold",
             sight->origin.x + TITLE_MARGIN, row->y + 8, sight->size.width - 2 * TITLE_MARGIN);
}

static void
draw_title (LampCanvas             *canvas,
            GtkSnapshot            *snapshot,
            const graphene_rect_t  *sight,
            const LampCyclePicture *picture,
            const LampTimelineRow  *row)
{
  LampRecord *cycle = g_ptr_array_index (picture->cycles, row->cycle);
  double left = sight->origin.x + TITLE_MARGIN;
  double right = sight->origin.x + sight->size.width - TITLE_MARGIN;
  double start
      = row->title.width > 0 ? row->title.x : lamp_timeline_scale_get_x (&picture->layout->scale, picture->today);
  double x = MIN (MAX (start + 2, left), MAX (right - 160, left));
  g_autofree char *framework = lamp_record_dup_display (cycle, "framework");
  g_autofree char *text = g_strdup_printf ("%s · %s", lamp_record_get_title (cycle), framework);

  draw_text (canvas, snapshot, text, "", x, row->y + 5, right - x);
}

static void
draw_marks (LampCanvas             *canvas,
            GtkSnapshot            *snapshot,
            const LampCyclePicture *picture)
{
  double middle = picture->layout->scale.pixels_per_day / 2;
  GdkRGBA color;

  get_faint (GTK_WIDGET (canvas), 0.65f, &color);
  for (guint i = 0; i < picture->marks->len; i++)
    {
      const LampCycleMark *mark = &g_array_index (picture->marks, LampCycleMark, i);
      const LampTimelineRow *row = lamp_timeline_find_row (picture->layout, mark->cycle);
      float x = (float) (lamp_timeline_scale_get_x (&picture->layout->scale, mark->day) + middle);
      float y = (float) row->marks_y;
      GskRoundedRect dot;

      if (!mark->is_evidence)
        {
          gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x - 1, y - MARK_SIZE / 2, 2, MARK_SIZE));
          continue;
        }
      gsk_rounded_rect_init_from_rect (
          &dot, &GRAPHENE_RECT_INIT (x - MARK_SIZE / 2, y - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE), MARK_SIZE / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &dot);
      gtk_snapshot_append_color (snapshot, &color, &dot.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static double
get_bars_middle (const LampTimelineRow *row)
{
  return row->y + LAMP_TIMELINE_TITLE_HEIGHT + LAMP_TIMELINE_BAR_HEIGHT / 2;
}

/* From the end of a cycle to the start of the one that follows it. */
static void
draw_arrow (GtkWidget             *widget,
            GtkSnapshot           *snapshot,
            const LampTimelineRow *from,
            const LampTimelineRow *to)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);
  float x1 = (float) (from->title.x + from->title.width);
  float y1 = (float) get_bars_middle (from);
  float x2 = (float) to->title.x - 3;
  float y2 = (float) get_bars_middle (to);
  float bend = MAX (24, ABS (x2 - x1) / 2);
  GdkRGBA color;

  gsk_path_builder_move_to (builder, x1 + 3, y1);
  gsk_path_builder_cubic_to (builder, x1 + bend, y1, x2 - bend, y2, x2 - 1, y2);
  gsk_path_builder_move_to (builder, x2 - 7, y2 - 5);
  gsk_path_builder_line_to (builder, x2, y2);
  gsk_path_builder_line_to (builder, x2 - 7, y2 + 5);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  get_faint (widget, 0.6f, &color);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

static void
draw_arrows (GtkWidget              *widget,
             GtkSnapshot            *snapshot,
             const LampCyclePicture *picture)
{
  for (guint i = 0; i < picture->previous->len; i++)
    {
      int previous = g_array_index (picture->previous, int, i);
      const LampTimelineRow *from = previous >= 0 ? lamp_timeline_find_row (picture->layout, (guint) previous) : NULL;
      const LampTimelineRow *to = lamp_timeline_find_row (picture->layout, i);

      if (from != NULL && from->title.width > 0 && to->title.width > 0)
        draw_arrow (widget, snapshot, from, to);
    }
}

/**
 * lamp_timeline_paint:
 * @canvas: the canvas
 * @snapshot: what to draw on, in plane coordinates
 * @sight: what of the plane can be seen
 * @picture: what the timeline shows, laid out
 *
 * Draws what is under the bars: the grid, today, headings and titles (which stay in sight), meetings, evidence, and
 * arrows from each cycle to the one that follows it.
 */
void
lamp_timeline_paint (LampCanvas             *canvas,
                     GtkSnapshot            *snapshot,
                     const graphene_rect_t  *sight,
                     const LampCyclePicture *picture)
{
  draw_grid (GTK_WIDGET (canvas), snapshot, sight, picture);
  for (guint i = 0; i < picture->layout->rows->len; i++)
    {
      const LampTimelineRow *row = &g_array_index (picture->layout->rows, LampTimelineRow, i);

      if (row->y > sight->origin.y + sight->size.height || row->y + row->height < sight->origin.y)
        continue;
      if (row->cycle < 0)
        draw_heading (canvas, snapshot, sight, picture, row);
      else
        draw_title (canvas, snapshot, sight, picture, row);
    }
  draw_today (snapshot, sight, picture);
  draw_arrows (GTK_WIDGET (canvas), snapshot, picture);
  draw_marks (canvas, snapshot, picture);
}

static char *
format_day (int         day,
            const char *format)
{
  g_autofree char *text = lamp_day_to_text (day);
  g_autoptr (GDateTime) moment = NULL;

  if (text == NULL)
    return g_strdup ("");
  moment = g_date_time_new_utc (atoi (text), atoi (text + 5), atoi (text + 8), 0, 0, 0);

  return g_date_time_format (moment, format);
}

static void
draw_label (GtkWidget   *ruler,
            GtkSnapshot *snapshot,
            const char  *text,
            double       x,
            double       y,
            gboolean     strong)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (ruler, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_from_string (strong ? "0 -1 weight bold, 0 -1 scale 0.9"
                                                                             : "0 -1 scale 0.82");
  GdkRGBA color;
  int width;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (gtk_widget_get_direction (ruler) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (ruler) - x - width;
  get_faint (ruler, strong ? 1.0f : 0.75f, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* The lines that are named above and below: months over days or weeks, or school years over months. */
static void
choose_levels (double         pixels_per_day,
               LampTickLevel *upper,
               LampTickLevel *lower)
{
  *upper = pixels_per_day * 7 >= 26 ? LAMP_TICK_MONTH : LAMP_TICK_YEAR;
  *lower = pixels_per_day >= 26 ? LAMP_TICK_DAY : *upper == LAMP_TICK_MONTH ? LAMP_TICK_WEEK : LAMP_TICK_MONTH;
}

static char *
dup_upper_label (int           day,
                 LampTickLevel level)
{
  g_autofree char *first = NULL;
  int year;

  // Translators: a month on its own, as g_date_time_format() takes it: November 2026
  if (level == LAMP_TICK_MONTH)
    return format_day (day, C_ ("date format", "%OB %Y"));

  first = lamp_day_to_text (day);
  year = atoi (first) - (atoi (first + 5) < LAMP_SCHOOL_YEAR_MONTH);

  // Translators: a school year by its two calendar years: 2026–27
  return g_strdup_printf (C_ ("school year", "%d–%02d"), year, (year + 1) % 100);
}

/* Quarters of the school year, so that its first month is named. */
static gboolean
is_first_of_quarter (int day)
{
  g_autofree char *text = lamp_day_to_text (day);

  return atoi (text + 5) % 3 == LAMP_SCHOOL_YEAR_MONTH % 3;
}

static void
draw_lower_labels (GtkWidget               *ruler,
                   GtkSnapshot             *snapshot,
                   const LampTimelineScale *scale,
                   double                   from,
                   GArray                  *ticks,
                   LampTickLevel            level)
{
  /* Three years in a window: every third month has room for its name. */
  gboolean every_third = level == LAMP_TICK_MONTH && scale->pixels_per_day * 30 < 34;

  for (guint i = 0; i < ticks->len; i++)
    {
      const LampTick *tick = &g_array_index (ticks, LampTick, i);
      g_autofree char *text = NULL;
      gboolean fits;

      fits = level == LAMP_TICK_WEEK
                 ? tick->level == LAMP_TICK_WEEK || (tick->level > LAMP_TICK_WEEK && tick->day % 7 == 1)
                 : tick->level >= level;
      if (!fits || (every_third && !is_first_of_quarter (tick->day)))
        continue;
      text = format_day (tick->day, level == LAMP_TICK_MONTH ? "%b" : "%-d");
      draw_label (ruler, snapshot, text, lamp_timeline_scale_get_x (scale, tick->day) - from + 4, 24, FALSE);
    }
}

/* The name of what is cut off at the start stays at the start. */
static void
draw_upper_labels (GtkWidget               *ruler,
                   GtkSnapshot             *snapshot,
                   const LampTimelineScale *scale,
                   double                   from,
                   GArray                  *ticks,
                   LampTickLevel            level)
{
  double first_x = G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      const LampTick *tick = &g_array_index (ticks, LampTick, i);
      double x = lamp_timeline_scale_get_x (scale, tick->day) - from;
      g_autofree char *text = NULL;

      if (tick->level < level || x < 0)
        continue;
      first_x = MIN (first_x, x);
      text = dup_upper_label (tick->day, level);
      draw_label (ruler, snapshot, text, x + 4, 4, TRUE);
    }
  if (first_x > 120)
    {
      g_autofree char *text = dup_upper_label (lamp_timeline_scale_get_day (scale, from), level);

      draw_label (ruler, snapshot, text, 6, 4, TRUE);
    }
}

/**
 * lamp_timeline_paint_ruler:
 * @ruler: the widget above the timeline
 * @snapshot: what to draw on
 * @from: where in the plane its start is
 * @to: where in the plane its end is
 * @picture: what the timeline shows, laid out
 *
 * Names the days, weeks, months and school years in sight.
 */
void
lamp_timeline_paint_ruler (GtkWidget              *ruler,
                           GtkSnapshot            *snapshot,
                           double                  from,
                           double                  to,
                           const LampCyclePicture *picture)
{
  const LampTimelineScale *scale = &picture->layout->scale;
  g_autoptr (GArray) ticks = lamp_timeline_get_ticks (scale, get_days_in_sight (scale, from, to),
                                                      LAMP_SCHOOL_YEAR_MONTH);
  LampTickLevel upper, lower;

  choose_levels (scale->pixels_per_day, &upper, &lower);
  draw_upper_labels (ruler, snapshot, scale, from, ticks, upper);
  draw_lower_labels (ruler, snapshot, scale, from, ticks, lower);
}
