/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-progress.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-measure-chart.h"
#include "lamp-measures.h"
#include "lamp-rollup.h"

/* More goals than that under one are read in the tree. */
#define MOST_PARTS 100

#define GOAL_KEY "lamp-goal"

struct _LampGoalProgress
{
  AdwPreferencesGroup parent_instance;

  LampStore *store;
  LampRecord *record;           /* (nullable): the goal */
  GListModel *goals;            /* (nullable): all of the file, while the figure comes from other goals */
  GListModel *measurements;     /* (nullable): likewise */
  GListModel *own;              /* (nullable): what was measured of the goal itself */
  guint update_id;

  AdwExpanderRow *from_goals;
  GPtrArray *parts;             /* of rows in it; unowned */
  AdwActionRow *from_own;
  GtkWidget *chart_row;
  LampMeasureChart *chart;
  GtkLabel *legend;
};

typedef enum
{
  PROP_RECORD = 1,
} LampGoalProgressProps;

static void form_part_init (LampFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LampGoalProgress, lamp_goal_progress, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (LAMP_TYPE_FORM_PART, form_part_init))

static gboolean
comes_from_goals (LampGoalProgress *self)
{
  return lamp_row_is (lamp_record_get_row (self->record), "rollup", "children");
}

/* The figure. */

static void
take_all (LampSnapshot *snapshot,
          GListModel   *records)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (records, i);

      lamp_snapshot_take (snapshot, lamp_row_copy (lamp_record_get_row (record)));
    }
}

/* A goal that is measured by itself needs no other. */
static LampRollup *
make_rollup (LampGoalProgress *self)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();

  if (!comes_from_goals (self))
    {
      lamp_snapshot_take (snapshot, lamp_row_copy (lamp_record_get_row (self->record)));
      take_all (snapshot, self->own);
      return lamp_rollup_new (snapshot);
    }

  if (self->goals == NULL)
    {
      self->goals = lamp_store_list (self->store, "goals");
      self->measurements = lamp_store_list (self->store, "measurements");
    }
  take_all (snapshot, self->goals);
  take_all (snapshot, self->measurements);

  return lamp_rollup_new (snapshot);
}

static char *
dup_percent (LampRollup *rollup,
             const char *goal)
{
  double fraction;

  if (!lamp_rollup_get_fraction (rollup, goal, &fraction))
    return g_strdup (C_ ("progress", "No figure yet"));

  // Translators: how far a goal has come, in a hundred; write the percent sign as your language does
  return g_strdup_printf (C_ ("progress", "%d %%"), lamp_rollup_to_percent (fraction));
}

/* What it is made of. */

static char *
dup_share (const LampRollupPart *part,
           guint                 n_counted)
{
  switch (part->share)
    {
    case LAMP_SHARE_COUNTED:
      // Translators: how far a goal has come, in a hundred, and that it is one of so many that count the same
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d %%, the one that counts", "%d %%, one of %u that count alike",
                                           n_counted), lamp_rollup_to_percent (part->fraction), n_counted);
    case LAMP_SHARE_DROPPED:
      return g_strdup (_("Dropped, so it is left out"));
    case LAMP_SHARE_PRIVATE:
      return g_strdup (_("Private, so it is left out"));
    case LAMP_SHARE_UNKNOWN:
    default:
      return g_strdup (_("Has no figure yet"));
    }
}

/* The words of a private goal are for those who have asked for them. */
static GtkWidget *
make_part (const LampRollupPart *part,
           guint                 n_counted)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *share = dup_share (part, n_counted);
  gboolean hidden = part->share == LAMP_SHARE_PRIVATE;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 hidden ? _("Individual goal") : lamp_row_get_title (part->goal));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), share);
  if (!hidden)
    {
      g_object_set_data_full (G_OBJECT (row), GOAL_KEY, g_strdup (lamp_row_get_id (part->goal)), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "css-classes",
                                               (const char *[]) { "dim-label", NULL }, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
    }

  return row;
}

static void
on_part_activated (AdwActionRow     *row,
                   LampGoalProgress *self)
{
  g_autoptr (LampRecord) goal = lamp_store_find (self->store, "goals", g_object_get_data (G_OBJECT (row), GOAL_KEY));

  if (goal != NULL)
    lamp_form_part_open (LAMP_FORM_PART (self), goal);
}

static void
forget_parts (LampGoalProgress *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    adw_expander_row_remove (self->from_goals, self->parts->pdata[i]);
  g_ptr_array_set_size (self->parts, 0);
}

static void
show_parts (LampGoalProgress *self,
            LampRollup       *rollup)
{
  g_autoptr (GArray) parts = lamp_rollup_dup_parts (rollup, lamp_record_get_id (self->record));
  guint n_counted = 0;

  for (guint i = 0; i < parts->len; i++)
    n_counted += g_array_index (parts, LampRollupPart, i).share == LAMP_SHARE_COUNTED;
  forget_parts (self);
  for (guint i = 0; i < MIN (parts->len, MOST_PARTS); i++)
    {
      GtkWidget *row = make_part (&g_array_index (parts, LampRollupPart, i), n_counted);

      g_signal_connect_object (row, "activated", G_CALLBACK (on_part_activated), self, 0);
      adw_expander_row_add_row (self->from_goals, row);
      g_ptr_array_add (self->parts, row);
    }
  adw_expander_row_set_enable_expansion (self->from_goals, parts->len > 0);
}

static void
show_figure (LampGoalProgress *self)
{
  g_autoptr (LampRollup) rollup = make_rollup (self);
  const char *id = lamp_record_get_id (self->record);
  g_autofree char *percent = dup_percent (rollup, id);
  g_autofree char *how = lamp_rollup_dup_how (rollup, id);
  gboolean from_goals = comes_from_goals (self);

  gtk_widget_set_visible (GTK_WIDGET (self->from_goals), from_goals);
  gtk_widget_set_visible (GTK_WIDGET (self->from_own), !from_goals);
  adw_preferences_row_set_title (from_goals ? ADW_PREFERENCES_ROW (self->from_goals)
                                            : ADW_PREFERENCES_ROW (self->from_own), percent);
  if (from_goals)
    adw_expander_row_set_subtitle (self->from_goals, how);
  else
    adw_action_row_set_subtitle (self->from_own, how);
  if (from_goals)
    show_parts (self, rollup);
  else
    forget_parts (self);
}

/* What was measured. */

static void
append_legend (GString    *text,
               const char *line,
               const char *label,
               double      value,
               LampRecord *goal)
{
  g_autofree char *number = lamp_measures_dup_number (value, lamp_record_get_row (goal));
  g_auto (GStrv) words = g_strsplit (number, " ", -1);
  g_autofree char *unbroken = g_strjoinv ("\u00a0", words);

  if (text->len > 0)
    g_string_append (text, "   ");
  // Translators: a line of the legend of a chart: how it is drawn, what it is, its value; with non-breaking spaces
  g_string_append_printf (text, C_ ("legend", "%s\u00a0%s\u00a0%s"), line, label, unbroken);
}

static void
show_legend (LampGoalProgress *self,
             const double     *values,
             guint             n_values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sentence = lamp_measures_dup_sentence (values, n_values, lamp_record_get_row (self->record));

  if (lamp_record_has (self->record, "target"))
    append_legend (text, "╌╌", C_ ("legend", "Target"), lamp_record_get_real (self->record, "target"), self->record);
  append_legend (text, "┈┈", C_ ("legend", "Median"), lamp_measures_get_median (values, n_values), self->record);
  if (lamp_record_has (self->record, "baseline"))
    append_legend (text, "──", C_ ("legend", "Baseline"), lamp_record_get_real (self->record, "baseline"), self->record);
  gtk_label_set_text (self->legend, text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
show_chart (LampGoalProgress *self)
{
  guint n = g_list_model_get_n_items (self->own);
  g_autofree LampMeasure *points = g_new (LampMeasure, n + 1);
  g_autofree double *values = g_new (double, n + 1);
  double baseline = lamp_record_get_real (self->record, "baseline");
  double target = lamp_record_get_real (self->record, "target");

  gtk_widget_set_visible (self->chart_row, n > 0);
  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (self->own, i);

      values[i] = lamp_record_get_real (record, "value");
      points[i].value = values[i];
      points[i].day = lamp_date_days_between ("2000-01-01", lamp_record_get_text (record, "measured_on"));
    }
  lamp_measure_chart_set_points (self->chart, points, n);
  lamp_measure_chart_set_lines (self->chart, lamp_record_has (self->record, "baseline") ? &baseline : NULL,
                                lamp_record_has (self->record, "target") ? &target : NULL);
  show_legend (self, values, n);
}

static void
update (LampGoalProgress *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->record == NULL || lamp_record_is_deleted (self->record))
    return;

  show_figure (self);
  show_chart (self);
}

static gboolean
update_in_idle (gpointer data)
{
  LAMP_GOAL_PROGRESS (data)->update_id = 0;
  update (data);

  return G_SOURCE_REMOVE;
}

/* Before the next frame is drawn, but once for many changes. */
static void
queue_update (LampGoalProgress *self)
{
  if (self->update_id == 0 && self->record != NULL)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_in_idle, self, NULL);
}

/* The part. */

static void
form_part_init (LampFormPartInterface *iface)
{
}

static void
set_record (LampGoalProgress *self,
            LampRecord       *record)
{
  if (!g_set_object (&self->record, record))
    return;

  g_clear_object (&self->own);
  g_clear_object (&self->goals);
  g_clear_object (&self->measurements);
  adw_expander_row_set_expanded (self->from_goals, FALSE);
  if (record != NULL)
    self->own = lamp_store_list_by (self->store, "measurements", "goal", lamp_record_get_id (record));
  update (self);
  g_object_notify (G_OBJECT (self), "record");
}

static void
lamp_goal_progress_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((LampGoalProgressProps) property_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, LAMP_GOAL_PROGRESS (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_progress_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((LampGoalProgressProps) property_id)
    {
    case PROP_RECORD:
      set_record (LAMP_GOAL_PROGRESS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_progress_dispose (GObject *object)
{
  LampGoalProgress *self = LAMP_GOAL_PROGRESS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_ptr_array_set_size (self->parts, 0);
  g_clear_object (&self->record);
  g_clear_object (&self->goals);
  g_clear_object (&self->measurements);
  g_clear_object (&self->own);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lamp_goal_progress_parent_class)->dispose (object);
}

static void
lamp_goal_progress_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_GOAL_PROGRESS (object)->parts);

  G_OBJECT_CLASS (lamp_goal_progress_parent_class)->finalize (object);
}

static void
lamp_goal_progress_class_init (LampGoalProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_goal_progress_get_property;
  object_class->set_property = lamp_goal_progress_set_property;
  object_class->dispose = lamp_goal_progress_dispose;
  object_class->finalize = lamp_goal_progress_finalize;
  g_object_class_override_property (object_class, PROP_RECORD, "record");
}

static GtkWidget *
make_chart_row (LampGoalProgress *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->chart = LAMP_MEASURE_CHART (lamp_measure_chart_new ());
  self->legend = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->legend, TRUE);
  gtk_label_set_xalign (self->legend, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->legend));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
lamp_goal_progress_init (LampGoalProgress *self)
{
  self->parts = g_ptr_array_new ();
  self->from_goals = ADW_EXPANDER_ROW (adw_expander_row_new ());
  self->from_own = ADW_ACTION_ROW (adw_action_row_new ());
  self->chart_row = make_chart_row (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->from_goals), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->from_own), FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Progress"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->from_goals));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->from_own));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->chart_row);
}

/**
 * lamp_goal_progress_new:
 * @store: the file
 *
 * Returns: (transfer floating): the progress of no goal yet
 */
GtkWidget *
lamp_goal_progress_new (LampStore *store)
{
  LampGoalProgress *self;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);

  self = g_object_new (LAMP_TYPE_GOAL_PROGRESS, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
