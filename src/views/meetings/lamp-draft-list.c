/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-draft-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-meeting-plan.h"

struct _LampDraftList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;  /* (element-type GtkWidget): unowned, the group has them */
  GtkBox *sum;
  GtkImage *sum_icon;
  GtkLabel *sum_label;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LampDraftList, lamp_draft_list, ADW_TYPE_PREFERENCES_GROUP)

static void
on_toggled (GtkCheckButton *check,
            LampDraftList  *self)
{
  LampDraftItem *item = g_object_get_data (G_OBJECT (check), "item");

  item->chosen = gtk_check_button_get_active (check);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_check (LampDraftList *self,
            LampDraftItem *item)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *minutes = lamp_duration_format ((int) lamp_row_get_integer (item->row, "minutes"));
  // Translators: an agenda item in a list: its title, its kind, how long it takes: Look back, Reflection, 5 min
  g_autofree char *name = g_strdup_printf (C_ ("agenda item", "%s, %s, %s"), lamp_row_get_title (item->row),
                                           lamp_item_kind_get_label (lamp_row_get_text (item->row, "kind")), minutes);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, lamp_row_get_text (item->row, "why"), -1);
  g_object_set_data (G_OBJECT (check), "item", item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);

  return check;
}

static GtkWidget *
make_minutes (LampDraftItem *item)
{
  g_autofree char *text = lamp_duration_format ((int) lamp_row_get_integer (item->row, "minutes"));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

static GtkWidget *
make_icon (LampDraftItem *item)
{
  const char *kind = lamp_row_get_text (item->row, "kind");
  GtkWidget *icon = gtk_image_new_from_icon_name (lamp_item_kind_get_icon_name (kind));

  gtk_widget_set_tooltip_text (icon, lamp_item_kind_get_label (kind));

  return icon;
}

static GtkWidget *
make_row (LampDraftList *self,
          LampDraftItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = make_check (self, item);
  const char *why = lamp_row_get_text (item->row, "why");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_row_get_title (item->row));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why != NULL ? why : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_icon (item));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_minutes (item));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static void
clear (LampDraftList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
make_sum (LampDraftList *self)
{
  self->sum = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->sum_icon = GTK_IMAGE (gtk_image_new ());
  self->sum_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sum_icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum_label), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->sum), GTK_ALIGN_CENTER);
  gtk_box_append (self->sum, GTK_WIDGET (self->sum_icon));
  gtk_box_append (self->sum, GTK_WIDGET (self->sum_label));
}

static void
lamp_draft_list_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_DRAFT_LIST (object)->rows);

  G_OBJECT_CLASS (lamp_draft_list_parent_class)->finalize (object);
}

static void
lamp_draft_list_class_init (LampDraftListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_draft_list_finalize;

  changed_signal = g_signal_new ("changed", LAMP_TYPE_DRAFT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lamp_draft_list_init (LampDraftList *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * lamp_draft_list_set_draft:
 * @self: a draft list
 * @draft: a draft: it stays until another is set
 * @has_room: whether to show what found room, or what did not
 *
 * Shows the items of a draft. It hides itself when what did not find room is nothing.
 */
void
lamp_draft_list_set_draft (LampDraftList   *self,
                           LampAgendaDraft *draft,
                           gboolean         has_room)
{
  g_return_if_fail (LAMP_IS_DRAFT_LIST (self));

  clear (self);
  for (guint i = 0; i < draft->items->len; i++)
    {
      LampDraftItem *item = draft->items->pdata[i];
      GtkWidget *row;

      if (item->has_room != has_room)
        continue;
      row = make_row (self, item);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), has_room || self->rows->len > 0);
}

/**
 * lamp_draft_list_show_sum:
 * @self: a draft list
 * @draft: its draft
 *
 * Shows beside the heading what the agenda with the chosen items comes to, against the slot.
 */
void
lamp_draft_list_show_sum (LampDraftList   *self,
                          LampAgendaDraft *draft)
{
  LampMeetingPlan plan = { .n_items = lamp_agenda_draft_count_chosen (draft) + (draft->taken > 0) };
  g_autofree char *sum = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (LAMP_IS_DRAFT_LIST (self));

  plan.sum.slot = draft->slot;
  plan.sum.planned = draft->taken + lamp_agenda_draft_get_minutes (draft);
  plan.sum.over = plan.sum.planned - plan.sum.slot;
  sum = lamp_meeting_plan_dup_sum (&plan);
  verdict = lamp_meeting_plan_dup_verdict (&plan);
  // Translators: the minutes planned of those there are, and what that comes to: 47 of 44 min — 3 min over
  text = g_strdup_printf (_("%s — %s"), sum, verdict);
  if (self->sum == NULL)
    {
      make_sum (self);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->sum));
    }
  gtk_label_set_text (self->sum_label, text);
  gtk_image_set_from_icon_name (self->sum_icon, plan.sum.over > 0 ? "dialog-warning-symbolic" : "alarm-symbolic");
  if (plan.sum.over > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->sum), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "error");
}
