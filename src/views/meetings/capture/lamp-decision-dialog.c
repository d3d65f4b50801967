/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-decision-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-hands.h"
#include "lamp-text-row.h"

struct _LampDecisionDialog
{
  LampCaptureDialog parent_instance;

  LampRecord *mandate;  /* (nullable): the mandated strategy of the item's goal */

  GtkWidget *text;
  GtkWidget *method;
  LampHands *hands;
  GtkWidget *reasons_group;
  GtkWidget *reasons;
  GtkWidget *purpose;
  GtkWidget *action;
  GtkWidget *mandated;
  GtkWidget *revisit;
  GtkWidget *items;
};

G_DEFINE_FINAL_TYPE (LampDecisionDialog, lamp_decision_dialog, LAMP_TYPE_CAPTURE_DIALOG)

/* There is room for the hands before a method is chosen: a dialog does not grow afterwards. */
#define TALL 720

static const int weeks[] = { 2, 6 };

static const LampField *
get_method_field (void)
{
  const LampRecordType *type = lamp_schema_find ("decisions");

  return &type->fields[lamp_record_type_find_field (type, "method")];
}

static const LampDecisionMethod *
get_method (LampDecisionDialog *self)
{
  guint n_methods;
  const LampDecisionMethod *methods = lamp_decision_methods_get_all (&n_methods);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->method));

  return selected > 0 && selected <= n_methods ? &methods[selected - 1] : NULL;
}

/* What somebody who stands in the way is asked. */
static const char *
get_prompt (const LampDecisionMethod *method)
{
  for (guint i = 0; i < method->n_options; i++)
    if (method->options[i].stance == LAMP_STANCE_BLOCK)
      return lamp_decision_option_get_prompt (&method->options[i]);

  return lamp_decision_option_get_prompt (&method->options[method->n_options - 1]);
}

static void
on_method_changed (LampDecisionDialog *self)
{
  const LampDecisionMethod *method = get_method (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->method),
                               method != NULL ? lamp_decision_method_get_rule (method) : "");
  lamp_hands_set_method (self->hands, method != NULL ? method->name : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hands), method != NULL);
  gtk_widget_set_visible (self->reasons_group, method != NULL);
  if (method != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->reasons_group), get_prompt (method));
}

static void
on_hands_changed (LampDecisionDialog *self)
{
  g_autoptr (LampVerdict) verdict = lamp_hands_judge (self->hands);

  if (lamp_decision_allows_reasons (verdict, lamp_text_row_get_text (LAMP_TEXT_ROW (self->reasons)), NULL)
      && lamp_capture_row_get_problem (self->reasons) != NULL)
    lamp_capture_row_set_problem (self->reasons, NULL);
}

static LampRecord *
dup_mandate_of (LampStore  *store,
                LampRecord *item)
{
  g_autoptr (LampRecord) goal = lamp_capture_find_reference (store, item, "goal");
  g_autoptr (GListModel) strategies = NULL;

  if (goal == NULL)
    return NULL;
  strategies = lamp_store_list_by (store, "strategies", "goal", lamp_record_get_id (goal));
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (LampRecord) strategy = g_list_model_get_item (strategies, i);

      if (g_strcmp0 (lamp_record_get_text (strategy, "origin"), "mandated") == 0)
        return g_steal_pointer (&strategy);
    }

  return NULL;
}

/* A decision under an item whose goal is reached by a mandate carries out that mandate, unless the person says
 * otherwise. */
static void
on_item_changed (LampDecisionDialog *self)
{
  LampStore *store = lamp_capture_dialog_get_store (LAMP_CAPTURE_DIALOG (self));
  LampRecord *item = lamp_capture_get_chosen_item (self->items);
  g_autofree char *subtitle = NULL;

  g_clear_object (&self->mandate);
  self->mandate = dup_mandate_of (store, item);
  if (self->mandate != NULL)
    // Translators: %s is a strategy
    subtitle = g_strdup_printf (_("“%s” was mandated."), lamp_record_get_title (self->mandate));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->mandated), subtitle != NULL ? subtitle : "");
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->mandated), self->mandate != NULL);
}

static GtkWidget *
make_methods (void)
{
  GtkWidget *row = adw_combo_row_new ();
  const LampField *field = get_method_field ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, C_ ("decision method", "Just noted"));
  for (guint i = 0; field->choices[i].nick != NULL; i++)
    gtk_string_list_append (labels, lamp_field_get_choice_label (field, field->choices[i].nick));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("How It Is Decided"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));

  return row;
}

static GtkWidget *
add_switch (LampDecisionDialog *self,
            GtkWidget          *group,
            const char         *title)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  return lamp_capture_dialog_add_row (LAMP_CAPTURE_DIALOG (self), group, row);
}

static void
build_hands (LampDecisionDialog *self)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  guint present = lamp_capture_count_present (lamp_capture_dialog_get_store (dialog),
                                              lamp_capture_dialog_get_meeting (dialog));

  self->hands = LAMP_HANDS (lamp_hands_new ());
  lamp_hands_set_present (self->hands, present);
  lamp_capture_dialog_add_widget (dialog, GTK_WIDGET (self->hands));
  self->reasons_group = lamp_capture_dialog_add_group (dialog, _("Reasons"));
  self->reasons = lamp_capture_dialog_add_row (dialog, self->reasons_group,
                                               lamp_text_row_new (_("One line for each objection")));
}

static void
build_rows (LampDecisionDialog *self)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  GtkWidget *group = lamp_capture_dialog_add_group (dialog, NULL);
  GtkWidget *agreed, *dates;

  self->text = lamp_capture_dialog_add_row (dialog, group, lamp_text_row_new (_("What is decided?")));
  self->method = lamp_capture_dialog_add_row (dialog, group, make_methods ());
  build_hands (self);
  agreed = lamp_capture_dialog_add_group (dialog, NULL);
  self->purpose = add_switch (self, agreed, _("We Agree on the Purpose"));
  self->action = add_switch (self, agreed, _("We Agree on What to Do"));
  dates = lamp_capture_dialog_add_group (dialog, NULL);
  self->mandated = add_switch (self, dates, _("Carries Out a Mandate"));
  self->revisit = lamp_capture_dialog_add_row (dialog, dates, lamp_date_row_new (_("Look Again On"), FALSE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (dates),
                             lamp_capture_make_days (dialog, LAMP_DATE_ROW (self->revisit), weeks,
                                                     G_N_ELEMENTS (weeks)));
  self->items = lamp_capture_dialog_add_row (dialog, dates, lamp_capture_make_items (dialog));
}

static void
show_method (LampDecisionDialog *self,
             const char         *name)
{
  const LampField *field = get_method_field ();

  for (guint i = 0; field->choices[i].nick != NULL; i++)
    if (g_strcmp0 (field->choices[i].nick, name) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->method), i + 1);
}

static void
show_record (LampDecisionDialog *self,
             LampRecord         *record)
{
  lamp_text_row_set_text (LAMP_TEXT_ROW (self->text), lamp_record_get_text (record, "text"));
  show_method (self, lamp_record_get_text (record, "method"));
  lamp_hands_set_tally (self->hands, lamp_record_get_text (record, "tally"));
  lamp_text_row_set_text (LAMP_TEXT_ROW (self->reasons), lamp_record_get_text (record, "objections"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->purpose), lamp_record_get_boolean (record, "purpose_agreed"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->action), lamp_record_get_boolean (record, "action_agreed"));
  lamp_date_row_set_value (LAMP_DATE_ROW (self->revisit), lamp_record_get_text (record, "revisit_on"));
}

/* What was decided in a meeting that is closed stands; when it is looked at again may still change. */
static void
lock (LampDecisionDialog *self)
{
  GtkWidget *locked[] = { self->text, self->method, GTK_WIDGET (self->hands), self->reasons, self->purpose,
                          self->action, self->items };

  for (guint i = 0; i < G_N_ELEMENTS (locked); i++)
    gtk_widget_set_sensitive (locked[i], FALSE);
  lamp_capture_dialog_set_first (LAMP_CAPTURE_DIALOG (self), self->revisit);
}

static void
lamp_decision_dialog_build (LampCaptureDialog *dialog)
{
  LampDecisionDialog *self = LAMP_DECISION_DIALOG (dialog);
  LampRecord *record = lamp_capture_dialog_get_record (dialog);

  adw_dialog_set_content_height (ADW_DIALOG (self), TALL);
  build_rows (self);
  g_signal_connect_object (self->method, "notify::selected", G_CALLBACK (on_method_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hands, "notify::tally", G_CALLBACK (on_hands_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reasons, "notify::text", G_CALLBACK (on_hands_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "notify::selected", G_CALLBACK (on_item_changed), self, G_CONNECT_SWAPPED);
  on_method_changed (self);
  on_item_changed (self);
  if (record != NULL)
    show_record (self, record);
}

static void
lamp_decision_dialog_constructed (GObject *object)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (object);

  G_OBJECT_CLASS (lamp_decision_dialog_parent_class)->constructed (object);

  if (lamp_capture_is_locked (lamp_capture_dialog_get_meeting (dialog)))
    lock (LAMP_DECISION_DIALOG (object));
}

/* What was not asked is left open rather than written down as a no. */
static void
take_switch (LampRow    *row,
             const char *field,
             GtkWidget  *widget)
{
  if (adw_switch_row_get_active (ADW_SWITCH_ROW (widget)))
    lamp_row_set_integer (row, field, 1);
  else if (lamp_row_has (row, field))
    lamp_row_set_integer (row, field, 0);
}

static gboolean
take_reasons (LampDecisionDialog *self,
              LampRow            *row)
{
  const char *reasons = lamp_text_row_get_text (LAMP_TEXT_ROW (self->reasons));
  g_autoptr (LampVerdict) verdict = lamp_hands_judge (self->hands);
  g_autofree char *missing = NULL;

  if (!lamp_decision_allows_reasons (verdict, reasons, &missing))
    {
      lamp_capture_row_set_problem (self->reasons, missing);
      gtk_widget_grab_focus (self->reasons);
      return FALSE;
    }

  return lamp_capture_take_text (row, "objections", self->reasons, reasons, NULL);
}

static gboolean
take_revisit (LampDecisionDialog *self,
              LampRow            *row)
{
  g_autofree char *today = lamp_capture_dialog_dup_today (LAMP_CAPTURE_DIALOG (self));
  const char *day = lamp_date_row_get_value (LAMP_DATE_ROW (self->revisit));
  gboolean mandated = adw_switch_row_get_active (ADW_SWITCH_ROW (self->mandated));
  g_autofree char *wrong = NULL;

  /* A day that was set long ago and has passed by now may stay as it is. */
  if (g_strcmp0 (day, lamp_row_get_text (row, "revisit_on")) == 0 && day != NULL)
    return TRUE;
  if (!lamp_decision_allows_revisit (mandated, day, today, &wrong))
    {
      lamp_capture_row_set_problem (self->revisit, wrong);
      gtk_widget_grab_focus (self->revisit);
      return FALSE;
    }

  return lamp_capture_take_date (row, "revisit_on", self->revisit);
}

static gboolean
lamp_decision_dialog_fill (LampCaptureDialog *dialog,
                           LampRow           *row)
{
  LampDecisionDialog *self = LAMP_DECISION_DIALOG (dialog);
  const LampDecisionMethod *method = get_method (self);
  g_autofree char *tally = lamp_hands_dup_tally (self->hands);

  if (!lamp_capture_take_text (row, "text", self->text, lamp_text_row_get_text (LAMP_TEXT_ROW (self->text)),
                               _("Say what is decided.")))
    return FALSE;
  lamp_capture_take_record (row, "meeting", lamp_capture_dialog_get_meeting (dialog));
  lamp_capture_take_record (row, "item", lamp_capture_get_chosen_item (self->items));
  lamp_row_set_text (row, "method", method != NULL ? method->name : NULL);
  lamp_row_set_text (row, "tally", tally);
  take_switch (row, "purpose_agreed", self->purpose);
  take_switch (row, "action_agreed", self->action);

  return take_reasons (self, row) && take_revisit (self, row);
}

/* The strategy that it carries out is looked at again on the same day, unless it has a day of its own. */
static void
lamp_decision_dialog_add (LampCaptureDialog *dialog,
                          LampEdit          *edit,
                          const char        *id)
{
  LampDecisionDialog *self = LAMP_DECISION_DIALOG (dialog);

  if (self->mandate != NULL && !lamp_record_has (self->mandate, "revisit_on")
      && adw_switch_row_get_active (ADW_SWITCH_ROW (self->mandated)))
    lamp_edit_set_text (edit, self->mandate, "revisit_on", lamp_date_row_get_value (LAMP_DATE_ROW (self->revisit)));
}

static void
lamp_decision_dialog_dispose (GObject *object)
{
  g_clear_object (&LAMP_DECISION_DIALOG (object)->mandate);

  G_OBJECT_CLASS (lamp_decision_dialog_parent_class)->dispose (object);
}

static void
lamp_decision_dialog_class_init (LampDecisionDialogClass *klass)
{
  LampCaptureDialogClass *dialog_class = LAMP_CAPTURE_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lamp_decision_dialog_constructed;
  G_OBJECT_CLASS (klass)->dispose = lamp_decision_dialog_dispose;
  dialog_class->build = lamp_decision_dialog_build;
  dialog_class->fill = lamp_decision_dialog_fill;
  dialog_class->add = lamp_decision_dialog_add;
  dialog_class->type = "decisions";
  dialog_class->new_title = NC_ ("capture", "Add Decision");
  dialog_class->change_title = NC_ ("capture", "Change Decision");
}

static void
lamp_decision_dialog_init (LampDecisionDialog *self)
{
}
