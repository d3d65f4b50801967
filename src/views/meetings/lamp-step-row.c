/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-step-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-protocol-edits.h"

struct _LampStepRow
{
  AdwActionRow parent_instance;

  LampSession *session;
  LampRecord *step;
  GtkWidget *minutes; /* unowned: the row's */
};

static guint delete_signal;

G_DEFINE_FINAL_TYPE (LampStepRow, lamp_step_row, ADW_TYPE_ACTION_ROW)

static void
show_minutes (LampStepRow *self)
{
  g_autofree char *minutes = lamp_duration_format ((int) lamp_record_get_integer (self->step, "minutes"));

  gtk_editable_set_text (GTK_EDITABLE (self->minutes), minutes);
  gtk_widget_remove_css_class (self->minutes, "error");
}

static void
add_part (GString    *text,
          const char *format,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append (text, text->len > 0 ? " · " : "");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, part);
#pragma GCC diagnostic pop
}

static void
update (LampStepRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (lamp_record_get_boolean (self->step, "protected"))
    g_string_append (text, C_ ("agenda item", "protected"));
  else if (lamp_record_has (self->step, "minutes_min") && lamp_record_has (self->step, "minutes_max"))
    // Translators: the least and the most minutes of a step
    g_string_append_printf (text, _("%d to %d min"), (int) lamp_record_get_integer (self->step, "minutes_min"),
                            (int) lamp_record_get_integer (self->step, "minutes_max"));
  // Translators: who speaks during an agenda item
  add_part (text, _("Speaks: %s"), lamp_record_get_text (self->step, "speaks"));
  // Translators: who listens during an agenda item
  add_part (text, _("Listens: %s"), lamp_record_get_text (self->step, "silent"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lamp_record_get_title (self->step));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text->str);
  if (gtk_widget_get_state_flags (self->minutes) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return;
  show_minutes (self);
}

/* Takes what was typed; what is no duration is not kept. */
static void
take_minutes (LampStepRow *self)
{
  int minutes;

  if (self->step == NULL || lamp_record_is_deleted (self->step))
    return;
  if (lamp_duration_parse (gtk_editable_get_text (GTK_EDITABLE (self->minutes)), &minutes))
    lamp_step_set_minutes (self->session, self->step, minutes);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Type minutes such as 90, 1:30 or 1.5h."),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  show_minutes (self);
}

static void
on_delete_clicked (LampStepRow *self)
{
  g_signal_emit (self, delete_signal, 0);
}

static void
lamp_step_row_dispose (GObject *object)
{
  LampStepRow *self = LAMP_STEP_ROW (object);

  g_clear_object (&self->step);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_step_row_parent_class)->dispose (object);
}

static void
lamp_step_row_class_init (LampStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_step_row_dispose;

  /**
   * LampStepRow::delete:
   *
   * The person wants the step gone.
   */
  delete_signal = g_signal_new ("delete", LAMP_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_minutes (LampStepRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->minutes = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->minutes), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->minutes), 6);
  gtk_entry_set_alignment (GTK_ENTRY (self->minutes), 1);
  gtk_widget_set_valign (self->minutes, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->minutes, _("Minutes: 90, 1:30 or 1.5h"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Minutes"), -1);
  g_signal_connect_object (self->minutes, "activate", G_CALLBACK (take_minutes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (take_minutes), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->minutes, focus);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->minutes);
}

static void
lamp_step_row_init (LampStepRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (handle, "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), handle);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  add_minutes (self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Delete Step"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete Step"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/**
 * lamp_step_row_new:
 * @session: the session
 * @step: a step
 *
 * Returns: (transfer floating): a row that follows the step
 */
GtkWidget *
lamp_step_row_new (LampSession *session,
                   LampRecord  *step)
{
  LampStepRow *self = g_object_new (LAMP_TYPE_STEP_ROW, NULL);

  self->session = g_object_ref (session);
  self->step = g_object_ref (step);
  g_signal_connect_object (step, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_step_row_get_step:
 * @self: a row
 *
 * Returns: (transfer none): its step
 */
LampRecord *
lamp_step_row_get_step (LampStepRow *self)
{
  g_return_val_if_fail (LAMP_IS_STEP_ROW (self), NULL);

  return self->step;
}
