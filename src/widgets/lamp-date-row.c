/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-date-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-entry-row.h"

struct _LampDateRow
{
  AdwEntryRow parent_instance;

  gboolean with_time;
  char *value;   /* (nullable) */
  char *display; /* the value as it stands in the entry while nobody types */

  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkSpinButton *hour;    /* (nullable): only with a time */
  GtkSpinButton *minute;  /* (nullable): only with a time */
};

typedef enum
{
  PROP_VALUE = 1,
} LampDateRowProps;

static GParamSpec *props[PROP_VALUE + 1];

G_DEFINE_FINAL_TYPE (LampDateRow, lamp_date_row, ADW_TYPE_ENTRY_ROW)

static char *
parse_day (const char *text)
{
  GDate date;

  if (lamp_date_is_valid (text))
    return g_strdup (text);

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);

  return g_date_valid (&date) ? lamp_date_format (&date) : NULL;
}

/* “… 7:41” → “…” and 7, 41. */
static gboolean
split_time (const char  *text,
            char       **day,
            int         *hour,
            int         *minute)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(.*?)[T,\\s]*\\b([01]?\\d|2[0-3])[:.]([0-5]\\d)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;

  *day = g_match_info_fetch (match, 1);
  hours = g_match_info_fetch (match, 2);
  minutes = g_match_info_fetch (match, 3);
  *hour = atoi (hours);
  *minute = atoi (minutes);

  return TRUE;
}

/**
 * lamp_date_row_parse:
 * @text: what a person typed
 * @with_time: whether a time is wanted, too
 *
 * Reads a day as people of the locale write it, or as YYYY-MM-DD; a time follows as HH:MM.
 *
 * Returns: (transfer full) (nullable): "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM", or %NULL if it is neither
 */
char *
lamp_date_row_parse (const char *text,
                     gboolean    with_time)
{
  g_autofree char *stripped = NULL;
  g_autofree char *typed_day = NULL;
  g_autofree char *day = NULL;
  int hour;
  int minute;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (!with_time)
    return parse_day (stripped);
  if (lamp_time_is_valid (stripped))
    return g_steal_pointer (&stripped);
  if (!split_time (stripped, &typed_day, &hour, &minute))
    return NULL;

  day = parse_day (typed_day);

  return day != NULL ? g_strdup_printf ("%sT%02d:%02d", day, hour, minute) : NULL;
}

static char *
dup_display (LampDateRow *self)
{
  char *display = self->with_time ? lamp_time_dup_display (self->value) : lamp_date_dup_display (self->value);

  if (*display != '\0' || self->value == NULL)
    return display;

  g_free (display);

  return g_strdup (self->value);
}

static void
update_text (LampDateRow *self)
{
  g_free (self->display);
  self->display = dup_display (self);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->display) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), self->display);
}

/**
 * lamp_date_row_is_typing:
 * @self: a date row
 *
 * Returns: whether something has been typed and not finished
 */
gboolean
lamp_date_row_is_typing (LampDateRow *self)
{
  g_return_val_if_fail (LAMP_IS_DATE_ROW (self), FALSE);

  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->display) != 0;
}

/**
 * lamp_date_row_finish:
 * @self: a date row
 *
 * Takes what has been typed.
 */
void
lamp_date_row_finish (LampDateRow *self)
{
  const char *text;
  g_autofree char *value = NULL;

  g_return_if_fail (LAMP_IS_DATE_ROW (self));

  if (!lamp_date_row_is_typing (self))
    return;

  text = gtk_editable_get_text (GTK_EDITABLE (self));
  value = lamp_date_row_parse (text, self->with_time);
  lamp_date_row_set_value (self, value != NULL ? value : *text != '\0' ? text : NULL);
}

static char *
calendar_to_value (LampDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (!self->with_time)
    return g_steal_pointer (&day);

  return g_strdup_printf ("%sT%02d:%02d", day, gtk_spin_button_get_value_as_int (self->hour),
                          gtk_spin_button_get_value_as_int (self->minute));
}

static void
on_day_selected (LampDateRow *self)
{
  g_autofree char *value = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;

  value = calendar_to_value (self);
  lamp_date_row_set_value (self, value);
}

static void
on_clear (LampDateRow *self)
{
  gtk_popover_popdown (self->popover);
  lamp_date_row_set_value (self, NULL);
}

/* The calendar opens at the date of the row, or at today where there is none. */
static void
on_popover_show (LampDateRow *self)
{
  GDate date;
  g_autoptr (GDateTime) day = NULL;

  g_signal_handlers_block_by_func (self->calendar, on_day_selected, self);
  if (lamp_date_parse (self->value, &date))
    {
      day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
      gtk_calendar_select_day (self->calendar, day);
    }
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected, self);
  if (self->with_time && lamp_time_is_valid (self->value))
    {
      gint64 minutes = lamp_time_to_minutes (self->value) % 1440;

      g_signal_handlers_block_by_func (self->hour, on_day_selected, self);
      g_signal_handlers_block_by_func (self->minute, on_day_selected, self);
      gtk_spin_button_set_value (self->hour, (double) (minutes / 60));
      gtk_spin_button_set_value (self->minute, (double) (minutes % 60));
      g_signal_handlers_unblock_by_func (self->hour, on_day_selected, self);
      g_signal_handlers_unblock_by_func (self->minute, on_day_selected, self);
    }
}

static gboolean
show_two_digits (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static GtkSpinButton *
make_spin (LampDateRow *self,
           const char  *label,
           double       most,
           double       start)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (spin), GTK_ORIENTATION_VERTICAL);
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  g_signal_connect (spin, "output", G_CALLBACK (show_two_digits), NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), start);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_day_selected), self, G_CONNECT_SWAPPED);

  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
make_time (LampDateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->hour = make_spin (self, _("Hour"), 23, 8);
  self->minute = make_spin (self, _("Minute"), 59, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hour));
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_("between hour and minute", ":")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->minute));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);

  return box;
}

static void
make_popover (LampDateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clear = gtk_button_new_with_label (C_("date", "Clear"));

  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  if (self->with_time)
    gtk_box_append (GTK_BOX (box), make_time (self));
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (self->popover, box);
}

static void
add_button (LampDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  make_popover (self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Pick a Date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick a Date"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

static void
lamp_date_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((LampDateRowProps) property_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, LAMP_DATE_ROW (object)->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_date_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((LampDateRowProps) property_id)
    {
    case PROP_VALUE:
      lamp_date_row_set_value (LAMP_DATE_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_date_row_finalize (GObject *object)
{
  LampDateRow *self = LAMP_DATE_ROW (object);

  g_free (self->value);
  g_free (self->display);

  G_OBJECT_CLASS (lamp_date_row_parent_class)->finalize (object);
}

static void
lamp_date_row_class_init (LampDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_date_row_get_property;
  object_class->set_property = lamp_date_row_set_property;
  object_class->finalize = lamp_date_row_finalize;

  /**
   * LampDateRow:value: (nullable)
   *
   * The day, or the day and time; what has been typed where that is neither.
   */
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_date_row_init (LampDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->display = g_strdup ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (lamp_date_row_finish), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "entry-activated", G_CALLBACK (lamp_date_row_finish), NULL);
}

/**
 * lamp_date_row_new:
 * @title: what the date is, plain
 * @with_time: whether there is a time, too
 *
 * Returns: (transfer floating): a row with no date
 */
GtkWidget *
lamp_date_row_new (const char *title,
                   gboolean    with_time)
{
  LampDateRow *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (LAMP_TYPE_DATE_ROW, NULL);
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self), title);
  self->with_time = with_time;
  add_button (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_date_row_get_value:
 * @self: a date row
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *
lamp_date_row_get_value (LampDateRow *self)
{
  g_return_val_if_fail (LAMP_IS_DATE_ROW (self), NULL);

  return self->value;
}

/**
 * lamp_date_row_set_value:
 * @self: a date row
 * @value: (nullable): "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM"
 *
 * Sets the value.
 */
void
lamp_date_row_set_value (LampDateRow *self,
                         const char  *value)
{
  gboolean changed;

  g_return_if_fail (LAMP_IS_DATE_ROW (self));

  changed = g_set_str (&self->value, value);
  update_text (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}
