/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-carry-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-draft-list.h"
#include "lamp-meeting-edits.h"
#include "lamp-new-meeting.h"

struct _LampCarryDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampRecord *meeting;
  LampCarryKind kind;
  LampAgendaDraft *draft;

  GtkWidget *add;
  GtkStack *pages;
  LampDraftList *agenda;
  LampDraftList *left_out;
  AdwStatusPage *nothing;
};

G_DEFINE_FINAL_TYPE (LampCarryDialog, lamp_carry_dialog, ADW_TYPE_DIALOG)

static LampAgendaDraft *
make_draft (LampCarryDialog *self,
            LampSnapshot    *snapshot)
{
  g_autofree char *now = lamp_clock_dup_local_time (lamp_session_get_clock (self->session));
  LampProposalOptions options = {
    .community = lamp_record_get_text (self->meeting, "community"),
    .series = lamp_record_get_text (self->meeting, "series"),
    .meeting = lamp_record_get_id (self->meeting),
    .starts_at = lamp_record_get_text (self->meeting, "starts_at"),
    .minutes = (int) lamp_record_get_integer (self->meeting, "minutes"),
    .now = now,
  };

  if (self->kind == LAMP_CARRY_LEFT_OVER)
    return lamp_agenda_draft_new_carried (snapshot, &options);

  return lamp_agenda_draft_new_proposed (snapshot, &options);
}

static void
show_sum (LampCarryDialog *self)
{
  lamp_draft_list_show_sum (self->agenda, self->draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "carry.add", lamp_agenda_draft_count_chosen (self->draft) > 0);
}

static void
show_draft (LampCarryDialog *self)
{
  const char *note = self->draft->note != NULL ? self->draft->note : "";
  g_autofree char *escaped = g_markup_escape_text (note, -1);

  lamp_draft_list_set_draft (self->agenda, self->draft, TRUE);
  lamp_draft_list_set_draft (self->left_out, self->draft, FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->agenda),
                                   self->kind == LAMP_CARRY_LEFT_OVER ? _("Left Over") : _("Due"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->agenda), escaped);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->pages, self->draft->items->len > 0 ? "items" : "nothing");
  gtk_widget_set_visible (self->add, self->draft->items->len > 0);
  show_sum (self);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LampCarryDialog *self = LAMP_CARRY_DIALOG (widget);
  const char *label = self->kind == LAMP_CARRY_LEFT_OVER ? _("Carry Over Items") : _("Add Proposed Items");

  /* It may have been closed or deleted by an undo or an import meanwhile. */
  if (!lamp_record_is_deleted (self->meeting) && !lamp_meeting_is_locked (self->meeting))
    lamp_agenda_extend (self->session, self->meeting, self->draft, label);
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
lamp_carry_dialog_dispose (GObject *object)
{
  LampCarryDialog *self = LAMP_CARRY_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->meeting);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_CARRY_DIALOG);

  G_OBJECT_CLASS (lamp_carry_dialog_parent_class)->dispose (object);
}

static void
lamp_carry_dialog_finalize (GObject *object)
{
  g_clear_pointer (&LAMP_CARRY_DIALOG (object)->draft, lamp_agenda_draft_free);

  G_OBJECT_CLASS (lamp_carry_dialog_parent_class)->finalize (object);
}

static void
lamp_carry_dialog_class_init (LampCarryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_carry_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_carry_dialog_finalize;

  g_type_ensure (LAMP_TYPE_DRAFT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-carry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampCarryDialog, add);
  gtk_widget_class_bind_template_child (widget_class, LampCarryDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LampCarryDialog, agenda);
  gtk_widget_class_bind_template_child (widget_class, LampCarryDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, LampCarryDialog, nothing);
  gtk_widget_class_install_action (widget_class, "carry.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "carry.cancel", NULL, cancel_action);
}

static void
lamp_carry_dialog_init (LampCarryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (show_sum), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_out, "changed", G_CALLBACK (show_sum), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_carry_dialog_new:
 * @session: the session
 * @meeting: a meeting that is not closed
 * @kind: what is brought onto its agenda
 *
 * Returns: (transfer floating) (nullable): the dialog; %NULL when the file cannot be read, which is told as a notice
 */
AdwDialog *
lamp_carry_dialog_new (LampSession   *session,
                       LampRecord    *meeting,
                       LampCarryKind  kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (lamp_session_get_store (session), &error);
  LampCarryDialog *self;

  if (snapshot == NULL)
    {
      lamp_session_notice (session, error->message, FALSE);
      return NULL;
    }
  self = g_object_new (LAMP_TYPE_CARRY_DIALOG, "title",
                       kind == LAMP_CARRY_LEFT_OVER ? _("Carry Over") : _("Propose Items"), NULL);
  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  self->kind = kind;
  self->draft = make_draft (self, snapshot);
  show_draft (self);

  return ADW_DIALOG (self);
}
