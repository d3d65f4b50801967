/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-day-button.h"

#include <glib/gi18n-lib.h>

#include "lamp-cycle-plan.h"
#include "lamp-date.h"

struct _LampDayButton
{
  AdwBin parent_instance;

  int day;
  GtkMenuButton *button;
  GtkCalendar *calendar;
};

typedef enum
{
  PROP_DAY = 1,
} LampDayButtonProps;

static GParamSpec *props[PROP_DAY + 1];

G_DEFINE_FINAL_TYPE (LampDayButton, lamp_day_button, ADW_TYPE_BIN)

static void
on_day_selected (LampDayButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (date), g_date_time_get_month (date),
                  (GDateYear) g_date_time_get_year (date));
  lamp_day_button_set_day (self, (int) g_date_get_julian (&day));
}

static void
lamp_day_button_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((LampDayButtonProps) property_id)
    {
    case PROP_DAY:
      g_value_set_int (value, lamp_day_button_get_day (LAMP_DAY_BUTTON (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_day_button_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((LampDayButtonProps) property_id)
    {
    case PROP_DAY:
      lamp_day_button_set_day (LAMP_DAY_BUTTON (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_day_button_class_init (LampDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_day_button_get_property;
  object_class->set_property = lamp_day_button_set_property;

  /**
   * LampDayButton:day:
   *
   * The day, counted from 0001-01-01 = 1.
   */
  props[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, 1, 3652059, 1,
                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_day_button_init (LampDayButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->day = 1;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_day_button_get_day:
 * @self: a day button
 *
 * Returns: the day, counted from 0001-01-01 = 1
 */
int
lamp_day_button_get_day (LampDayButton *self)
{
  g_return_val_if_fail (LAMP_IS_DAY_BUTTON (self), 1);

  return self->day;
}

/**
 * lamp_day_button_set_day:
 * @self: a day button
 * @day: the day, counted from 0001-01-01 = 1
 *
 * Shows another day.
 */
void
lamp_day_button_set_day (LampDayButton *self,
                         int            day)
{
  g_autofree char *text = NULL;
  g_autofree char *display = NULL;
  g_autoptr (GDateTime) date = NULL;

  g_return_if_fail (LAMP_IS_DAY_BUTTON (self));
  g_return_if_fail (day >= 1);

  if (self->day == day)
    return;

  self->day = day;
  text = lamp_day_to_text (day);
  display = lamp_date_dup_display (text);
  gtk_menu_button_set_label (self->button, display);
  date = g_date_time_new_local (atoi (text), atoi (text + 5), atoi (text + 8), 12, 0, 0);
  gtk_calendar_select_day (self->calendar, date);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
}
