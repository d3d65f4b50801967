/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycle-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-cycle-edits.h"
#include "lamp-day-button.h"

/* Eighteen weeks: half a school year. */
#define USUAL_DAYS 126

struct _LampCycleDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampRecord *community;
  GPtrArray *cycles;             /* those that it may follow */
  const LampFramework *framework;

  AdwEntryRow *cycle_title;
  AdwPreferencesGroup *frameworks;
  LampDayButton *first_day;
  LampDayButton *last_day;
  AdwComboRow *previous;
  GtkLabel *summary;
};

static guint created_signal;

G_DEFINE_FINAL_TYPE (LampCycleDialog, lamp_cycle_dialog, ADW_TYPE_DIALOG)

static LampDaySpan
get_span (LampCycleDialog *self)
{
  return (LampDaySpan) { lamp_day_button_get_day (self->first_day), lamp_day_button_get_day (self->last_day) };
}

/* Says what would be made, or what stands against it. */
static void
update (LampCycleDialog *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->cycle_title)));
  LampDaySpan span = get_span (self);
  guint n_stages = self->framework->n_stages;
  int days = span.to - span.from + 1;
  g_autofree char *summary = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycle.create", *g_strstrip (title) != '\0' && days >= 1);
  if (days < 1)
    summary = g_strdup (_("The last day is before the first: choose a later one."));
  else
    // Translators: %s is the name of a community
    summary = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u stage over %d days, for %s.", "%u stages over %d days, for %s.", n_stages),
        n_stages, days, lamp_record_get_title (self->community));
  gtk_label_set_text (self->summary, summary);
}

static void
on_framework_toggled (GtkCheckButton  *check,
                      LampCycleDialog *self)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->framework = g_object_get_data (G_OBJECT (check), "framework");
  update (self);
}

static const char *
get_framework_label (const LampFramework *framework)
{
  const LampRecordType *type = lamp_schema_find ("cycles");

  return lamp_field_get_choice_label (&type->fields[lamp_record_type_find_field (type, "framework")], framework->name);
}

static GtkWidget *
make_framework_row (LampCycleDialog     *self,
                    const LampFramework *framework,
                    GtkCheckButton      *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), framework == self->framework);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_framework_label (framework), -1);
  g_object_set_data (G_OBJECT (check), "framework", (gpointer) framework);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_framework_toggled), self, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_framework_label (framework));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lamp_framework_get_sentence (framework));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->frameworks, row);

  return check;
}

static void
add_frameworks (LampCycleDialog *self)
{
  guint n_frameworks;
  const LampFramework *frameworks = lamp_frameworks_get_all (&n_frameworks);
  GtkCheckButton *group = NULL;

  self->framework = &frameworks[0];
  for (guint i = 0; i < n_frameworks; i++)
    {
      GtkWidget *check = make_framework_row (self, &frameworks[i], group);

      if (group == NULL)
        group = GTK_CHECK_BUTTON (check);
    }
}

/* The cycles of the community; the one that ends last is what a new one usually follows. */
static guint
find_cycles (LampCycleDialog *self,
             GtkStringList   *titles)
{
  g_autoptr (GListModel) cycles = lamp_store_list_by (lamp_session_get_store (self->session), "cycles", "community",
                                                      lamp_record_get_id (self->community));
  int latest = 0;
  guint found = 0;

  gtk_string_list_append (titles, C_ ("previous cycle", "Nothing: it is the first"));
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      LampRecord *cycle = g_list_model_get_item (cycles, i);
      int end = lamp_record_get_span (cycle).to;

      g_ptr_array_add (self->cycles, cycle);
      gtk_string_list_append (titles, lamp_record_get_title (cycle));
      if (end > latest)
        {
          latest = end;
          found = i + 1;
        }
    }

  return found;
}

static void
choose_days (LampCycleDialog *self,
             guint            previous)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  int from = lamp_day_from_text (today);

  if (previous > 0)
    from = MAX (from, lamp_record_get_span (g_ptr_array_index (self->cycles, previous - 1)).to + 1);
  lamp_day_button_set_day (self->first_day, from);
  lamp_day_button_set_day (self->last_day, from + USUAL_DAYS - 1);
}

static void
set_up (LampCycleDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint previous = find_cycles (self, titles);

  add_frameworks (self);
  adw_combo_row_set_model (self->previous, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->previous, previous);
  choose_days (self, previous);
  update (self);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampCycleDialog *self = LAMP_CYCLE_DIALOG (widget);
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->cycle_title)));
  guint previous = adw_combo_row_get_selected (self->previous);
  g_autoptr (LampRecord) cycle = NULL;
  LampCycleDraft draft = {
    .title = g_strstrip (title),
    .framework = self->framework,
    .community = lamp_record_get_id (self->community),
    .span = get_span (self),
  };

  if (previous > 0 && previous <= self->cycles->len)
    draft.previous = lamp_record_get_id (g_ptr_array_index (self->cycles, previous - 1));
  cycle = lamp_cycle_create (self->session, &draft);
  if (cycle == NULL)
    return;
  g_signal_emit (self, created_signal, 0, cycle);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
lamp_cycle_dialog_dispose (GObject *object)
{
  LampCycleDialog *self = LAMP_CYCLE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->community);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_CYCLE_DIALOG);

  G_OBJECT_CLASS (lamp_cycle_dialog_parent_class)->dispose (object);
}

static void
lamp_cycle_dialog_class_init (LampCycleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_cycle_dialog_dispose;

  created_signal = g_signal_new ("created", LAMP_TYPE_CYCLE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, LAMP_TYPE_RECORD);

  g_type_ensure (LAMP_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/cycles/lamp-cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampCycleDialog, cycle_title);
  gtk_widget_class_bind_template_child (widget_class, LampCycleDialog, frameworks);
  gtk_widget_class_bind_template_child (widget_class, LampCycleDialog, first_day);
  gtk_widget_class_bind_template_child (widget_class, LampCycleDialog, last_day);
  gtk_widget_class_bind_template_child (widget_class, LampCycleDialog, previous);
  gtk_widget_class_bind_template_child (widget_class, LampCycleDialog, summary);
  gtk_widget_class_install_action (widget_class, "cycle.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "cycle.cancel", NULL, cancel_action);
}

static void
lamp_cycle_dialog_init (LampCycleDialog *self)
{
  self->cycles = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->cycle_title, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_cycle_dialog_new:
 * @session: the session
 * @community: the community that the cycle is for
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_cycle_dialog_new (LampSession *session,
                       LampRecord  *community)
{
  LampCycleDialog *self = g_object_new (LAMP_TYPE_CYCLE_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->community = g_object_ref (community);
  set_up (self);
  g_signal_connect_object (self->first_day, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last_day, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
