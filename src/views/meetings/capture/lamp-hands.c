/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-hands.h"

#include <glib/gi18n-lib.h>

#include "lamp-entry-row.h"

#define MOST_HANDS 1000

struct _LampHands
{
  AdwBin parent_instance;

  const LampDecisionMethod *method;
  LampTally *tally;
  guint present;
  LampOutcome outcome;

  AdwPreferencesGroup *group;
  GPtrArray *rows;      /* unowned: those of the options, and the one that adds another */
  GtkWidget *verdict;
  GtkWidget *icon;
  GtkWidget *word;
  GtkWidget *sentence;
  GtkWidget *remark;
};

typedef enum
{
  PROP_METHOD = 1,
  PROP_TALLY,
  PROP_PRESENT,
  PROP_OUTCOME,
} LampHandsProps;

static GParamSpec *props[PROP_OUTCOME + 1];

G_DEFINE_FINAL_TYPE (LampHands, lamp_hands, ADW_TYPE_BIN)

static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [LAMP_OUTCOME_UNCOUNTED] = { "dialog-question-symbolic", "dimmed" },
  [LAMP_OUTCOME_ADOPTED] = { "object-select-symbolic", "success" },
  [LAMP_OUTCOME_NOT_ADOPTED] = { "window-close-symbolic", "error" },
  [LAMP_OUTCOME_BLOCKED] = { "dialog-error-symbolic", "error" },
  [LAMP_OUTCOME_ANOTHER_ROUND] = { "view-refresh-symbolic", "warning" },
};

static void rebuild (LampHands *self);

static void
show_verdict (LampHands *self)
{
  g_autoptr (LampVerdict) verdict = lamp_hands_judge (self);
  gboolean changed = verdict->outcome != self->outcome;

  gtk_widget_remove_css_class (self->icon, looks[self->outcome].css_class);
  gtk_widget_remove_css_class (self->word, looks[self->outcome].css_class);
  gtk_widget_add_css_class (self->icon, looks[verdict->outcome].css_class);
  gtk_widget_add_css_class (self->word, looks[verdict->outcome].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[verdict->outcome].icon_name);
  gtk_label_set_text (GTK_LABEL (self->word), lamp_outcome_get_label (verdict->outcome));
  gtk_label_set_text (GTK_LABEL (self->sentence), verdict->sentence);
  gtk_label_set_text (GTK_LABEL (self->remark), verdict->remark != NULL ? verdict->remark : "");
  gtk_widget_set_visible (self->remark, verdict->remark != NULL);
  gtk_widget_set_visible (self->verdict, self->method != NULL);
  self->outcome = verdict->outcome;
  if (!changed)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      // Translators: what the hands say, and why: Adopted: nobody objects.
      g_autofree char *told = g_strdup_printf (_("%s: %s"), lamp_outcome_get_label (verdict->outcome),
                                               verdict->sentence);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), told, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME]);
}

static void
on_count (GtkSpinButton *spin,
          LampHands     *self)
{
  lamp_tally_set (self->tally, g_object_get_data (G_OBJECT (spin), "option"),
                  (guint) gtk_spin_button_get_value_as_int (spin));
  show_verdict (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TALLY]);
}

static GtkWidget *
make_spin (LampHands  *self,
           const char *name,
           const char *label,
           GtkWidget  *row)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_HANDS, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), lamp_tally_get (self->tally, name));
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_activates_default (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 4);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (spin), "option", g_strdup (name), g_free);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_count), self, 0);

  return spin;
}

static void
add_option (LampHands  *self,
            const char *name,
            const char *label,
            const char *meaning)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = make_spin (self, name, label, row);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  if (meaning != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), meaning);
      gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_own_option (AdwEntryRow *entry,
               LampHands   *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*name == '\0')
    return;
  lamp_tally_set (self->tally, name, lamp_tally_get (self->tally, name));
  rebuild (self);
  /* The count of the new option is what is typed next: its row is the last but the one that adds another. */
  gtk_widget_child_focus (g_ptr_array_index (self->rows, self->rows->len - 2), GTK_DIR_TAB_FORWARD);
}

static void
add_own_option (LampHands *self)
{
  GtkWidget *entry = adw_entry_row_new ();

  lamp_entry_row_set_title (ADW_ENTRY_ROW (entry), _("Add an Option of Your Own"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (on_own_option), self, 0);
  adw_preferences_group_add (self->group, entry);
  g_ptr_array_add (self->rows, entry);
}

static void
rebuild (LampHands *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->method != NULL && i < self->method->n_options; i++)
    {
      const LampDecisionOption *option = &self->method->options[i];

      add_option (self, option->name, lamp_decision_option_get_label (option),
                  lamp_decision_option_get_meaning (option));
    }
  for (guint i = 0; self->method != NULL && i < lamp_tally_get_size (self->tally); i++)
    {
      const char *name = lamp_tally_get_option (self->tally, i);

      if (lamp_decision_method_find_option (self->method, name) == NULL)
        add_option (self, name, name, NULL);
    }
  if (self->method != NULL && self->method->own_options)
    add_own_option (self);
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->method != NULL);
  show_verdict (self);
}

static void
lamp_hands_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  LampHands *self = LAMP_HANDS (object);

  switch ((LampHandsProps) property_id)
    {
    case PROP_METHOD:
      g_value_set_string (value, lamp_hands_get_method (self));
      break;
    case PROP_TALLY:
      g_value_take_string (value, lamp_hands_dup_tally (self));
      break;
    case PROP_PRESENT:
      g_value_set_uint (value, self->present);
      break;
    case PROP_OUTCOME:
      g_value_set_int (value, self->outcome);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_hands_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  LampHands *self = LAMP_HANDS (object);

  switch ((LampHandsProps) property_id)
    {
    case PROP_METHOD:
      lamp_hands_set_method (self, g_value_get_string (value));
      break;
    case PROP_TALLY:
      lamp_hands_set_tally (self, g_value_get_string (value));
      break;
    case PROP_PRESENT:
      lamp_hands_set_present (self, g_value_get_uint (value));
      break;
    case PROP_OUTCOME:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_hands_finalize (GObject *object)
{
  LampHands *self = LAMP_HANDS (object);

  lamp_tally_free (self->tally);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (lamp_hands_parent_class)->finalize (object);
}

static void
lamp_hands_class_init (LampHandsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lamp_hands_get_property;
  object_class->set_property = lamp_hands_set_property;
  object_class->finalize = lamp_hands_finalize;

  /**
   * LampHands:method: (nullable)
   *
   * How it is decided: the word in the file.
   */
  props[PROP_METHOD] = g_param_spec_string ("method", NULL, NULL, NULL, flags);
  /**
   * LampHands:tally: (nullable)
   *
   * The hands, as a decision keeps them.
   */
  props[PROP_TALLY] = g_param_spec_string ("tally", NULL, NULL, NULL, flags);
  /**
   * LampHands:present:
   *
   * How many people are here; 0 when that is not known.
   */
  props[PROP_PRESENT] = g_param_spec_uint ("present", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * LampHands:outcome:
   *
   * What the hands say, a [enum@Outcome].
   */
  props[PROP_OUTCOME] = g_param_spec_int ("outcome", NULL, NULL, 0, LAMP_OUTCOME_ANOTHER_ROUND, 0,
                                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static GtkWidget *
make_text (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_verdict (LampHands *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->verdict = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                             GTK_ALIGN_START, NULL);
  self->word = make_text ("heading");
  self->sentence = make_text ("body");
  self->remark = make_text ("caption");
  gtk_box_append (GTK_BOX (words), self->word);
  gtk_box_append (GTK_BOX (words), self->sentence);
  gtk_box_append (GTK_BOX (words), self->remark);
  gtk_box_append (GTK_BOX (self->verdict), self->icon);
  gtk_box_append (GTK_BOX (self->verdict), words);
  gtk_widget_set_margin_start (self->verdict, 12);
  gtk_widget_set_margin_end (self->verdict, 12);

  return self->verdict;
}

static void
lamp_hands_init (LampHands *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->tally = lamp_tally_new ();
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Hands"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), make_verdict (self));
  adw_bin_set_child (ADW_BIN (self), box);
  rebuild (self);
}

/**
 * lamp_hands_new:
 *
 * Returns: (transfer floating): a widget that asks for nothing until it has a method
 */
GtkWidget *
lamp_hands_new (void)
{
  return g_object_new (LAMP_TYPE_HANDS, NULL);
}

/**
 * lamp_hands_get_method:
 * @self: hands
 *
 * Returns: (transfer none) (nullable): how it is decided
 */
const char *
lamp_hands_get_method (LampHands *self)
{
  g_return_val_if_fail (LAMP_IS_HANDS (self), NULL);

  return self->method != NULL ? self->method->name : NULL;
}

/**
 * lamp_hands_set_method:
 * @self: hands
 * @method: (nullable): the word in the file
 *
 * Asks for the hands of another method. Those that were counted are let go of, since they meant something else.
 */
void
lamp_hands_set_method (LampHands  *self,
                       const char *method)
{
  const LampDecisionMethod *found = lamp_decision_method_find (method);

  g_return_if_fail (LAMP_IS_HANDS (self));

  if (self->method == found)
    return;
  self->method = found;
  lamp_tally_free (self->tally);
  self->tally = lamp_tally_new ();
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_METHOD]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TALLY]);
}

/**
 * lamp_hands_dup_tally:
 * @self: hands
 *
 * Returns: (transfer full) (nullable): what a decision keeps; %NULL when no hand was counted
 */
char *
lamp_hands_dup_tally (LampHands *self)
{
  g_return_val_if_fail (LAMP_IS_HANDS (self), NULL);

  return lamp_tally_to_json (self->tally);
}

/**
 * lamp_hands_set_tally:
 * @self: hands
 * @tally: (nullable): what a decision keeps
 *
 * Shows hands that were counted.
 */
void
lamp_hands_set_tally (LampHands  *self,
                      const char *tally)
{
  g_return_if_fail (LAMP_IS_HANDS (self));

  lamp_tally_free (self->tally);
  self->tally = lamp_tally_parse (tally);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TALLY]);
}

/**
 * lamp_hands_set_present:
 * @self: hands
 * @present: how many people are here; 0 when that is not known
 *
 * Says against whom the hands are held.
 */
void
lamp_hands_set_present (LampHands *self,
                        guint      present)
{
  g_return_if_fail (LAMP_IS_HANDS (self));

  if (self->present == present)
    return;
  self->present = present;
  show_verdict (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PRESENT]);
}

/**
 * lamp_hands_judge:
 * @self: hands
 *
 * Returns: (transfer full): what they mean
 */
LampVerdict *
lamp_hands_judge (LampHands *self)
{
  g_return_val_if_fail (LAMP_IS_HANDS (self), NULL);

  return lamp_decision_judge (self->method, self->tally, self->present);
}
