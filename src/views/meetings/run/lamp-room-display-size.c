/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-room-display-private.h"

/* How large the letters of the room display are: as large as the window allows, and as what is on the sheet allows. */

/* The sheet is made for a window of so many em; one em is what then fits. */
#define SHEET_WIDTH 68
#define SHEET_HEIGHT 45
#define SMALLEST_EM 8

/* One em for the whole window: CSS in em does the rest. */
static gboolean
resize (gpointer user_data)
{
  LampRoomDisplay *self = user_data;
  g_autofree char *css = g_strdup_printf (".%s .roomsheet { font-size: %dpx; }", self->style_name, self->em);

  self->resize = 0;
  gtk_css_provider_load_from_string (self->size, css);

  return G_SOURCE_REMOVE;
}

static void
set_em (LampRoomDisplay *self)
{
  int em = MAX (SMALLEST_EM, self->window_em - self->less);

  if (em == self->em)
    return;
  self->em = em;
  if (self->resize == 0)
    self->resize = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize, self, NULL);
}

/* Whether what is on the sheet needs more room than there is, at the size at which it is shown now. */
static gboolean
is_crowded (LampRoomDisplay *self)
{
  GtkWidget *viewport = gtk_widget_get_parent (self->sheet);
  int minimum = 0;

  if (self->resize != 0 || gtk_widget_get_width (viewport) <= 0)
    return FALSE;
  gtk_widget_measure (self->sheet, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (viewport), &minimum, NULL, NULL,
                      NULL);

  return minimum > gtk_widget_get_height (viewport);
}

/* After the window has got a size and its content a place. */
void
lamp_room_display_fit (LampRoomDisplay *self,
                       int              width,
                       int              height)
{
  int window_em = MIN (width / SHEET_WIDTH, height / SHEET_HEIGHT);

  if (window_em != self->window_em)
    {
      self->window_em = window_em;
      self->less = 0;
    }
  else if (self->em > SMALLEST_EM && is_crowded (self))
    self->less++;
  set_em (self);
}

/* Another sheet is first tried at full size. */
void
lamp_room_display_make_room (LampRoomDisplay     *self,
                             const LampRoomSheet *sheet)
{
  g_autofree char *crowd = g_strjoin ("\n", sheet->title, sheet->speaks, sheet->silent, sheet->prompt,
                                      sheet->shows_norms ? "norms" : "", NULL);

  if (!g_set_str (&self->crowd, crowd) || self->less == 0)
    return;
  self->less = 0;
  set_em (self);
}
