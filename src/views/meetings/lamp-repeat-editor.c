/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-repeat-editor.h"

#include <glib/gi18n-lib.h>

#include "lamp-date-row.h"
#include "lamp-date.h"
#include "lamp-repeat.h"

#define BY_A_RULE (LAMP_REPEAT_MONTH_DAY + 1)
#define LAST_DAY 31 /* the place of “last” after the days 1 to 31 */

struct _LampRepeatEditor
{
  AdwPreferencesGroup parent_instance;

  LampRepeat repeat;
  char *starts_at;
  gboolean quiet;

  AdwComboRow *unit;
  AdwActionRow *interval_row;
  GtkSpinButton *interval;
  AdwActionRow *days_row;
  GtkToggleButton *days[7];
  AdwComboRow *nth;
  AdwComboRow *weekday;
  AdwComboRow *month_day;
  AdwEntryRow *rule;
  AdwComboRow *end;
  AdwActionRow *count_row;
  GtkSpinButton *count;
  LampDateRow *until;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LampRepeatEditor, lamp_repeat_editor, ADW_TYPE_PREFERENCES_GROUP)

/**
 * lamp_repeat_editor_dup_rrule:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the rule of RFC 5545, %NULL for what happens once
 */
char *
lamp_repeat_editor_dup_rrule (LampRepeatEditor *self)
{
  g_autofree char *text = NULL;

  if (adw_combo_row_get_selected (self->unit) != BY_A_RULE)
    return lamp_repeat_format (&self->repeat);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rule))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
show_sentence (LampRepeatEditor *self)
{
  g_autofree char *rrule = lamp_repeat_editor_dup_rrule (self);
  g_autofree char *sentence = lamp_repeat_describe (rrule, self->starts_at);

  lamp_repeat_editor_set_error (self, NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
  if (*sentence != '\0')
    {
      g_autofree char *escaped = g_markup_escape_text (sentence, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
    }
}

/**
 * lamp_repeat_editor_set_error:
 * @self: an editor
 * @sentence: (nullable): what is wrong with the rule
 *
 * Shows why the rule cannot be followed in place of the sentence that it makes.
 */
void
lamp_repeat_editor_set_error (LampRepeatEditor *self,
                              const char       *sentence)
{
  g_autofree char *escaped = sentence != NULL ? g_markup_escape_text (sentence, -1) : NULL;

  if (sentence != NULL)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
      gtk_widget_add_css_class (GTK_WIDGET (self->rule), "error");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rule), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->rule), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_rows (LampRepeatEditor *self)
{
  guint unit = adw_combo_row_get_selected (self->unit);
  guint end = adw_combo_row_get_selected (self->end);
  gboolean repeats = unit != LAMP_REPEAT_ONCE && unit != BY_A_RULE;

  gtk_widget_set_visible (GTK_WIDGET (self->interval_row), repeats);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), unit == LAMP_REPEAT_WEEKS);
  gtk_widget_set_visible (GTK_WIDGET (self->nth), unit == LAMP_REPEAT_MONTH_WEEKDAY);
  gtk_widget_set_visible (GTK_WIDGET (self->weekday), unit == LAMP_REPEAT_MONTH_WEEKDAY);
  gtk_widget_set_visible (GTK_WIDGET (self->month_day), unit == LAMP_REPEAT_MONTH_DAY);
  gtk_widget_set_visible (GTK_WIDGET (self->rule), unit == BY_A_RULE);
  gtk_widget_set_visible (GTK_WIDGET (self->end), repeats);
  gtk_widget_set_visible (GTK_WIDGET (self->count_row), repeats && end == LAMP_REPEAT_COUNT);
  gtk_widget_set_visible (GTK_WIDGET (self->until), repeats && end == LAMP_REPEAT_UNTIL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interval_row),
                                 unit == LAMP_REPEAT_WEEKS ? _("Weeks from One to the Next")
                                                           : _("Months from One to the Next"));
}

static void
read_rows (LampRepeatEditor *self)
{
  LampRepeat *repeat = &self->repeat;
  guint unit = adw_combo_row_get_selected (self->unit);
  guint nth = adw_combo_row_get_selected (self->nth);
  guint day = adw_combo_row_get_selected (self->month_day);
  const char *until = lamp_date_row_get_value (self->until);

  if (unit != BY_A_RULE)
    repeat->unit = (LampRepeatUnit) unit;
  repeat->interval = (guint) gtk_spin_button_get_value_as_int (self->interval);
  repeat->weekdays = 0;
  for (guint i = 0; i < 7; i++)
    if (gtk_toggle_button_get_active (self->days[i]))
      repeat->weekdays |= 1u << i;
  repeat->nth = nth == 5 ? -1 : (int) nth + 1;
  repeat->weekday = adw_combo_row_get_selected (self->weekday);
  repeat->month_day = day == LAST_DAY ? -1 : (int) day + 1;
  repeat->end = (LampRepeatEnd) adw_combo_row_get_selected (self->end);
  repeat->count = (guint) gtk_spin_button_get_value_as_int (self->count);
  if (until != NULL && lamp_date_is_valid (until))
    g_strlcpy (repeat->until, until, sizeof repeat->until);
  else if (repeat->end == LAMP_REPEAT_UNTIL)
    repeat->end = LAMP_REPEAT_NEVER_ENDS;
}

static void
on_row (LampRepeatEditor *self)
{
  if (self->quiet)
    return;
  /* A rule is begun from what the choices said. */
  if (adw_combo_row_get_selected (self->unit) == BY_A_RULE
      && *gtk_editable_get_text (GTK_EDITABLE (self->rule)) == '\0')
    {
      g_autofree char *rrule = lamp_repeat_format (&self->repeat);

      self->quiet = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->rule), rrule != NULL ? rrule : "");
      self->quiet = FALSE;
    }
  read_rows (self);
  show_rows (self);
  show_sentence (self);
  g_signal_emit (self, changed_signal, 0);
}

/* A week needs a day: the last one that was taken away is given back. */
static void
on_day (LampRepeatEditor *self,
        GParamSpec       *pspec,
        GtkToggleButton  *button)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < 7; i++)
    has_any = has_any || gtk_toggle_button_get_active (self->days[i]);
  if (!has_any && !self->quiet)
    {
      gtk_toggle_button_set_active (button, TRUE);
      return;
    }
  on_row (self);
}

static void
show_repeat (LampRepeatEditor *self,
             gboolean          is_rule)
{
  const LampRepeat *repeat = &self->repeat;

  self->quiet = TRUE;
  adw_combo_row_set_selected (self->unit, is_rule ? BY_A_RULE : (guint) repeat->unit);
  gtk_spin_button_set_value (self->interval, repeat->interval);
  for (guint i = 0; i < 7; i++)
    gtk_toggle_button_set_active (self->days[i], (repeat->weekdays & (1u << i)) != 0);
  adw_combo_row_set_selected (self->nth, repeat->nth < 0 ? 5 : (guint) repeat->nth - 1);
  adw_combo_row_set_selected (self->weekday, repeat->weekday);
  adw_combo_row_set_selected (self->month_day, repeat->month_day < 0 ? LAST_DAY : (guint) repeat->month_day - 1);
  adw_combo_row_set_selected (self->end, repeat->end);
  gtk_spin_button_set_value (self->count, repeat->count);
  lamp_date_row_set_value (self->until, repeat->end == LAMP_REPEAT_UNTIL ? repeat->until : NULL);
  self->quiet = FALSE;
  show_rows (self);
  show_sentence (self);
}

/**
 * lamp_repeat_editor_set:
 * @self: an editor
 * @rrule: (nullable): a rule of RFC 5545
 * @starts_at: (nullable): the wall time of the first meeting
 *
 * Shows a rule.
 */
void
lamp_repeat_editor_set (LampRepeatEditor *self,
                        const char       *rrule,
                        const char       *starts_at)
{
  gboolean is_said = lamp_repeat_parse (rrule, starts_at, &self->repeat);

  g_set_str (&self->starts_at, starts_at);
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->rule), is_said || rrule == NULL ? "" : rrule);
  self->quiet = FALSE;
  show_repeat (self, !is_said);
}

/**
 * lamp_repeat_editor_set_start:
 * @self: an editor
 * @starts_at: (nullable): the wall time of the first meeting
 *
 * Tells when the first meeting is. What was chosen for the day of the last one is chosen for this one: a series that
 * met on the Tuesday of its first meeting, and on no other day, meets on the new day.
 */
void
lamp_repeat_editor_set_start (LampRepeatEditor *self,
                              const char       *starts_at)
{
  gboolean is_rule = adw_combo_row_get_selected (self->unit) == BY_A_RULE;
  LampRepeat before, after;

  lamp_repeat_init (&before, self->starts_at);
  lamp_repeat_init (&after, starts_at);
  g_set_str (&self->starts_at, starts_at);
  if (self->repeat.weekdays == before.weekdays)
    self->repeat.weekdays = after.weekdays;
  if (self->repeat.nth == before.nth && self->repeat.weekday == before.weekday)
    {
      self->repeat.nth = after.nth;
      self->repeat.weekday = after.weekday;
    }
  if (self->repeat.month_day == before.month_day)
    self->repeat.month_day = after.month_day;
  show_repeat (self, is_rule);
}

static AdwComboRow *
add_combo (LampRepeatEditor   *self,
           const char         *title,
           const char * const *names)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_row), self, G_CONNECT_SWAPPED);

  return ADW_COMBO_ROW (row);
}

static AdwActionRow *
add_spin (LampRepeatEditor  *self,
          const char        *title,
          double             maximum,
          GtkSpinButton    **spin)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_spin_button_new_with_range (1, maximum, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (button), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (button, "notify::value", G_CALLBACK (on_row), self, G_CONNECT_SWAPPED);
  *spin = GTK_SPIN_BUTTON (button);

  return ADW_ACTION_ROW (row);
}

static void
add_days (LampRepeatEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->days_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->days_row), C_ ("weekdays", "On"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < 7; i++)
    {
      const char *name = lamp_weekday_get_name (i);
      g_autofree char *letters = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 2));
      GtkWidget *button = gtk_toggle_button_new_with_label (letters);

      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (box), button);
      g_signal_connect_object (button, "notify::active", G_CALLBACK (on_day), self, G_CONNECT_SWAPPED);
      self->days[i] = GTK_TOGGLE_BUTTON (button);
    }
  adw_action_row_add_suffix (self->days_row, box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->days_row));
}

static void
add_month_days (LampRepeatEditor *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int day = 1; day <= 31; day++)
    g_ptr_array_add (names, g_strdup_printf ("%d", day));
  g_ptr_array_add (names, g_strdup (C_ ("day of the month", "Last")));
  g_ptr_array_add (names, NULL);
  self->month_day = add_combo (self, _("Day of the Month"), (const char * const *) names->pdata);
}

static void
add_weekdays (LampRepeatEditor *self)
{
  const char *nths[] = { C_ ("of the month", "First"), C_ ("of the month", "Second"), C_ ("of the month", "Third"),
                         C_ ("of the month", "Fourth"), C_ ("of the month", "Fifth"), C_ ("of the month", "Last"),
                         NULL };
  const char *names[8] = { NULL };

  for (guint i = 0; i < 7; i++)
    names[i] = lamp_weekday_get_name (i);
  self->nth = add_combo (self, _("Which of the Month"), nths);
  self->weekday = add_combo (self, _("Weekday"), names);
}

static void
add_end (LampRepeatEditor *self)
{
  const char *ends[] = { C_ ("repeat ends", "Never"), C_ ("repeat ends", "After Some Times"),
                         C_ ("repeat ends", "With a Day"), NULL };

  self->end = add_combo (self, _("Ends"), ends);
  self->count_row = add_spin (self, _("Times"), 999, &self->count);
  self->until = LAMP_DATE_ROW (lamp_date_row_new (_("Last Day"), FALSE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->until));
  g_signal_connect_object (self->until, "notify::value", G_CALLBACK (on_row), self, G_CONNECT_SWAPPED);
}

static void
lamp_repeat_editor_finalize (GObject *object)
{
  g_free (LAMP_REPEAT_EDITOR (object)->starts_at);

  G_OBJECT_CLASS (lamp_repeat_editor_parent_class)->finalize (object);
}

static void
lamp_repeat_editor_class_init (LampRepeatEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_repeat_editor_finalize;

  changed_signal = g_signal_new ("changed", LAMP_TYPE_REPEAT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
lamp_repeat_editor_init (LampRepeatEditor *self)
{
  const char *units[] = { C_ ("repeats", "Not at All"), C_ ("repeats", "By Weeks"),
                          C_ ("repeats", "By Months, on a Weekday"), C_ ("repeats", "By Months, on a Day"),
                          C_ ("repeats", "By a Rule"), NULL };

  self->quiet = TRUE;
  self->unit = add_combo (self, _("Repeats"), units);
  add_days (self);
  add_weekdays (self);
  add_month_days (self);
  self->interval_row = add_spin (self, _("Weeks from One to the Next"), 52, &self->interval);
  self->rule = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rule), _("Rule (RFC 5545)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rule));
  g_signal_connect_object (self->rule, "changed", G_CALLBACK (on_row), self, G_CONNECT_SWAPPED);
  add_end (self);
  self->quiet = FALSE;
  lamp_repeat_editor_set (self, NULL, NULL);
}
