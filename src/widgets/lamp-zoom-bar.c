/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-zoom-bar.h"

#include <glib/gi18n-lib.h>

#include "lamp-style.h"
#include "lamp-widgets-resources.h"

struct _LampZoomBar
{
  AdwBin parent_instance;

  LampCanvas *canvas;
};

G_DEFINE_FINAL_TYPE (LampZoomBar, lamp_zoom_bar, ADW_TYPE_BIN)

static void
on_clicked (LampZoomBar *self,
            GtkButton   *button)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), gtk_widget_get_name (GTK_WIDGET (button)), NULL);
}

static void
add_button (LampZoomBar *self,
            GtkWidget   *box,
            const char  *action,
            const char  *icon_name,
            const char  *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_name (button, action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

static void
lamp_zoom_bar_dispose (GObject *object)
{
  LampZoomBar *self = LAMP_ZOOM_BAR (object);

  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (lamp_zoom_bar_parent_class)->dispose (object);
}

static void
lamp_zoom_bar_class_init (LampZoomBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_zoom_bar_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "zoombar");
  g_resources_register (lamp_widgets_get_resource ());
  lamp_style_load ("/io/github/lamplighter_app/Lamplighter/widgets/widgets.css");
}

static void
lamp_zoom_bar_init (LampZoomBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add_button (self, box, "canvas.zoom-out", "zoom-out-symbolic", _("Zoom Out"));
  add_button (self, box, "canvas.fit", "zoom-fit-best-symbolic", _("Show All"));
  add_button (self, box, "canvas.zoom-in", "zoom-in-symbolic", _("Zoom In"));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 12);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * lamp_zoom_bar_new:
 * @canvas: what it zooms
 *
 * Returns: (transfer floating): the buttons, at home in the bottom end corner of an overlay
 */
GtkWidget *
lamp_zoom_bar_new (LampCanvas *canvas)
{
  LampZoomBar *self = g_object_new (LAMP_TYPE_ZOOM_BAR, NULL);

  self->canvas = g_object_ref (canvas);

  return GTK_WIDGET (self);
}
