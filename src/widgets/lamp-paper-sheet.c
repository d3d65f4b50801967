/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-sheet.h"

struct _LampPaperSheet
{
  GtkWidget parent_instance;

  LampPages *pages; /* (nullable) */
  guint page;
};

G_DEFINE_FINAL_TYPE (LampPaperSheet, lamp_paper_sheet, GTK_TYPE_WIDGET)

/* As wide as a page is on a screen of 96 dots to the inch, and no less than what can be made out. */
#define SCALE (96.0 / 72.0)
#define LEAST_WIDTH 120

static GtkSizeRequestMode
lamp_paper_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lamp_paper_sheet_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LampPaperSheet *self = LAMP_PAPER_SHEET (widget);
  double width = 1;
  double height = 1;

  if (self->pages != NULL)
    lamp_pages_get_size (self->pages, self->page, &width, &height);
  *minimum = LEAST_WIDTH;
  *natural = (int) (width * SCALE);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ((for_size > 0 ? for_size : *natural) * height / width);
}

static void
lamp_paper_sheet_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LampPaperSheet *self = LAMP_PAPER_SHEET (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  double width, height;
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (self->pages == NULL)
    return;
  lamp_pages_get_size (self->pages, self->page, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, bounds.size.width / width, bounds.size.width / width);
  lamp_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
lamp_paper_sheet_finalize (GObject *object)
{
  g_clear_pointer (&LAMP_PAPER_SHEET (object)->pages, lamp_pages_unref);

  G_OBJECT_CLASS (lamp_paper_sheet_parent_class)->finalize (object);
}

static void
lamp_paper_sheet_class_init (LampPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lamp_paper_sheet_finalize;
  widget_class->get_request_mode = lamp_paper_sheet_get_request_mode;
  widget_class->measure = lamp_paper_sheet_measure;
  widget_class->snapshot = lamp_paper_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "papersheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lamp_paper_sheet_init (LampPaperSheet *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * lamp_paper_sheet_new:
 *
 * Returns: (transfer floating): an empty sheet
 */
GtkWidget *
lamp_paper_sheet_new (void)
{
  return g_object_new (LAMP_TYPE_PAPER_SHEET, NULL);
}

/**
 * lamp_paper_sheet_set_page:
 * @self: a sheet
 * @pages: (nullable): pages that are done
 * @page: which of them to show
 *
 * Shows a page.
 */
void
lamp_paper_sheet_set_page (LampPaperSheet *self,
                           LampPages      *pages,
                           guint           page)
{
  g_return_if_fail (LAMP_IS_PAPER_SHEET (self));

  g_clear_pointer (&self->pages, lamp_pages_unref);
  self->pages = pages != NULL ? lamp_pages_ref (pages) : NULL;
  self->page = page;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
