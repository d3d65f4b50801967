/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-page.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-edits.h"
#include "lamp-agenda-list.h"
#include "lamp-backlog-box.h"
#include "lamp-date.h"
#include "lamp-fit-dialog.h"
#include "lamp-meeting-edits.h"
#include "lamp-meeting-run.h"
#include "lamp-outcome-list.h"
#include "lamp-protocol-dialog.h"
#include "lamp-protocol-edits.h"
#include "lamp-protocol-editor.h"
#include "lamp-slot-bar.h"

struct _LampAgendaPage
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;

  GtkStack *pages;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *roles;
  GtkWidget *locked;
  GtkLabel *purpose;
  GtkWidget *verdict;
  GtkImage *verdict_icon;
  GtkLabel *sum;
  LampSlotBar *bar;
  GtkLabel *kinds;
  GtkWidget *missing;
  GtkLabel *missing_label;
  LampAgendaList *list;
  LampBacklogBox *backlog;
  LampOutcomeList *decisions;
  LampOutcomeList *commitments;
  LampOutcomeList *norms;
};

G_DEFINE_FINAL_TYPE (LampAgendaPage, lamp_agenda_page, ADW_TYPE_BIN)

static char *
dup_name (LampAgendaPage *self,
          const char     *type,
          const char     *field)
{
  g_autoptr (LampRecord) record = NULL;

  if (lamp_record_has (self->meeting, field))
    record
        = lamp_store_find (lamp_session_get_store (self->session), type, lamp_record_get_text (self->meeting, field));

  return record != NULL ? g_strdup (lamp_record_get_title (record)) : NULL;
}

static void
show_when (LampAgendaPage *self)
{
  g_autofree char *time = lamp_record_dup_display (self->meeting, "starts_at");
  g_autofree char *minutes = lamp_duration_format ((int) lamp_record_get_integer (self->meeting, "minutes"));
  g_autofree char *mode = lamp_record_dup_display (self->meeting, "mode");
  g_autofree char *state = lamp_record_dup_display (self->meeting, "state");
  g_autofree char *community = dup_name (self, "communities", "community");
  g_autoptr (GString) text = g_string_new (time);
  const char *parts[] = { minutes, lamp_record_get_text (self->meeting, "place"), mode, community, state };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, " · %s", parts[i]);
  gtk_label_set_text (self->when, text->str);
}

static void
show_roles (LampAgendaPage *self)
{
  static const char * const roles[] = { "facilitator", "recorder", "timekeeper", "norms_keeper" };
  const LampRecordType *type = lamp_record_get_record_type (self->meeting);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *name = dup_name (self, "people", roles[i]);
      const char *label = lamp_field_get_label (&type->fields[lamp_record_type_find_field (type, roles[i])]);

      if (name != NULL)
        // Translators: a role in a meeting and who has it: Facilitator: Ana Ruiz
        g_string_append_printf (text, C_ ("role", "%s%s: %s"), text->len > 0 ? " · " : "", label, name);
    }
  gtk_label_set_text (self->roles, text->len > 0 ? text->str : _("Nobody has a role in it yet"));
}

static void
show_head (LampAgendaPage *self)
{
  const char *purpose = lamp_record_get_text (self->meeting, "purpose");
  gboolean locked = lamp_meeting_is_locked (self->meeting);

  gtk_label_set_text (self->title, lamp_record_get_title (self->meeting));
  show_when (self);
  show_roles (self);
  gtk_label_set_text (self->purpose, purpose != NULL ? purpose : "");
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), purpose != NULL && *purpose != '\0');
  gtk_widget_set_visible (self->locked, locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add-item", !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.insert-protocol", !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.reopen", locked); /* why not is told */
}

static void
show_verdict (LampAgendaPage        *self,
              const LampMeetingPlan *plan)
{
  g_autofree char *sum = lamp_meeting_plan_dup_sum (plan);
  g_autofree char *verdict = lamp_meeting_plan_dup_verdict (plan);
  // Translators: the minutes planned of those there are, and what that comes to: 47 of 44 min — 3 min over
  g_autofree char *text = g_strdup_printf (_("%s — %s"), sum, verdict);
  gboolean over = plan->sum.over > 0;

  gtk_label_set_text (self->sum, text);
  gtk_image_set_from_icon_name (self->verdict_icon, over ? "dialog-warning-symbolic" : "alarm-symbolic");
  if (over)
    gtk_widget_add_css_class (self->verdict, "error");
  else
    gtk_widget_remove_css_class (self->verdict, "error");
}

static void
show_plan (LampAgendaPage *self)
{
  g_autoptr (LampMeetingPlan) plan = lamp_meeting_plan_new (self->meeting, lamp_agenda_list_get_items (self->list));
  g_autofree char *kinds = lamp_meeting_plan_dup_kinds (plan);
  g_autofree char *missing = lamp_meeting_plan_dup_missing (plan);
  gboolean locked = lamp_meeting_is_locked (self->meeting);

  show_verdict (self, plan);
  lamp_slot_bar_set_plan (self->bar, plan);
  gtk_label_set_text (self->kinds, kinds);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), *kinds != '\0');
  gtk_label_set_text (self->missing_label, missing != NULL ? missing : "");
  gtk_widget_set_visible (self->missing, missing != NULL);
  lamp_agenda_list_show_plan (self->list, plan);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.fit", !locked && plan->n_items > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.save-template", plan->n_items > 0);
}

/* Start times depend on everything before them, so all are shown anew after each change. */
static void
update (LampAgendaPage *self)
{
  if (self->meeting == NULL || lamp_record_is_deleted (self->meeting))
    return;
  show_head (self);
  show_plan (self);
}

static void
select_item (LampAgendaPage *self,
             LampRecord     *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  lamp_agenda_list_select (self->list, items);
}

static void
add_item_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (widget);
  g_autoptr (LampRecord) item = NULL;

  if (lamp_meeting_is_locked (self->meeting))
    return;
  item = lamp_item_create (self->session, self->meeting, lamp_agenda_list_get_items (self->list));
  if (item == NULL)
    return;
  select_item (self, item);
  // Its title is what a person types next.
  gtk_widget_activate_action (widget, "win.details", NULL);
}

static void
on_fit (LampAgendaPage *self,
        int             mode)
{
  if (self->meeting != NULL && !lamp_meeting_is_locked (self->meeting))
    lamp_items_fit (self->session, self->meeting, lamp_agenda_list_get_items (self->list), (LampFitMode) mode);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (widget);
  AdwDialog *dialog = lamp_fit_dialog_new (self->meeting, lamp_agenda_list_get_items (self->list));

  g_signal_connect_object (dialog, "fit", G_CALLBACK (on_fit), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
insert_protocol_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (widget);
  AdwDialog *dialog = lamp_protocol_dialog_new (self->session, self->meeting, lamp_agenda_list_get_items (self->list),
                                                lamp_agenda_list_get_place (self->list));

  g_signal_connect_object (dialog, "inserted", G_CALLBACK (lamp_agenda_list_select), self->list, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (widget);

  lamp_meeting_reopen (self->session, self->meeting);
}

static void
protocols_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  adw_dialog_present (lamp_protocol_dialog_new (LAMP_AGENDA_PAGE (widget)->session, NULL, NULL, 0), widget);
}

static void
save_template_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (widget);
  g_autoptr (LampRecord) template = NULL;

  template = lamp_protocol_create_template (self->session, self->meeting, lamp_agenda_list_get_items (self->list));
  if (template != NULL)
    adw_dialog_present (lamp_protocol_editor_new (self->session, template), widget);
}

static void
show_details_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (widget);

  lamp_session_set_selected (self->session, self->meeting);
}

static void
delete_meeting_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (widget);

  if (self->meeting != NULL)
    lamp_session_delete (self->session, self->meeting);
}

static void
on_meeting_deleted (LampAgendaPage *self)
{
  lamp_agenda_page_set_meeting (self, NULL);
}

static void
on_community_changed (LampAgendaPage *self)
{
  lamp_outcome_list_set_meeting (self->norms, self->meeting);
}

static void
let_go (LampAgendaPage *self)
{
  if (self->list != NULL)
    lamp_agenda_list_set_meeting (self->list, NULL);
  if (self->meeting != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->meeting, on_meeting_deleted, self);
      g_signal_handlers_disconnect_by_func (self->meeting, on_community_changed, self);
    }
  g_clear_object (&self->meeting);
}

static void
lamp_agenda_page_dispose (GObject *object)
{
  LampAgendaPage *self = LAMP_AGENDA_PAGE (object);

  let_go (self);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL); /* named by the template and by the bin: only one may drop it */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_AGENDA_PAGE);

  G_OBJECT_CLASS (lamp_agenda_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, pages);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, title);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, when);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, roles);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, locked);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, sum);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, bar);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, missing);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, missing_label);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, list);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, backlog);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, commitments);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaPage, norms);
}

static void
lamp_agenda_page_class_init (LampAgendaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_agenda_page_dispose;

  g_type_ensure (LAMP_TYPE_AGENDA_LIST);
  g_type_ensure (LAMP_TYPE_SLOT_BAR);
  g_type_ensure (LAMP_TYPE_BACKLOG_BOX);
  g_type_ensure (LAMP_TYPE_OUTCOME_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-agenda-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "agenda.add-item", NULL, add_item_action);
  gtk_widget_class_install_action (widget_class, "agenda.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "agenda.insert-protocol", NULL, insert_protocol_action);
  gtk_widget_class_install_action (widget_class, "agenda.protocols", NULL, protocols_action);
  gtk_widget_class_install_action (widget_class, "agenda.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "agenda.save-template", NULL, save_template_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "agenda.insert-protocol", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "agenda.fit", NULL);
  gtk_widget_class_install_action (widget_class, "agenda.show-details", NULL, show_details_action);
  gtk_widget_class_install_action (widget_class, "agenda.delete-meeting", NULL, delete_meeting_action);
}

static void
lamp_agenda_page_init (LampAgendaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_agenda_page_set_session:
 * @self: an agenda page
 * @session: the session
 *
 * Says, once, which session it belongs to.
 */
void
lamp_agenda_page_set_session (LampAgendaPage *self,
                              LampSession    *session)
{
  g_return_if_fail (LAMP_IS_AGENDA_PAGE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  lamp_agenda_list_set_session (self->list, session);
  lamp_backlog_box_set_session (self->backlog, session);
  lamp_outcome_list_set_up (self->decisions, session, "decisions");
  lamp_outcome_list_set_up (self->commitments, session, "commitments");
  lamp_outcome_list_set_up (self->norms, session, "norms");
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_agenda_page_get_meeting:
 * @self: an agenda page
 *
 * Returns: (transfer none) (nullable): the meeting that is shown
 */
LampRecord *
lamp_agenda_page_get_meeting (LampAgendaPage *self)
{
  g_return_val_if_fail (LAMP_IS_AGENDA_PAGE (self), NULL);

  return self->meeting;
}

/**
 * lamp_agenda_page_set_meeting:
 * @self: an agenda page
 * @meeting: (nullable): a meeting
 *
 * Shows a meeting.
 */
void
lamp_agenda_page_set_meeting (LampAgendaPage *self,
                              LampRecord     *meeting)
{
  g_return_if_fail (LAMP_IS_AGENDA_PAGE (self));
  g_return_if_fail (meeting == NULL || lamp_record_is (meeting, "meetings"));

  if (self->meeting == meeting)
    return;
  let_go (self);
  gtk_stack_set_visible_child_name (self->pages, meeting != NULL ? "meeting" : "empty");
  lamp_backlog_box_set_meeting (self->backlog, meeting);
  lamp_outcome_list_set_meeting (self->decisions, meeting);
  lamp_outcome_list_set_meeting (self->commitments, meeting);
  lamp_outcome_list_set_meeting (self->norms, meeting);
  if (meeting == NULL)
    return;
  self->meeting = g_object_ref (meeting);
  g_signal_connect_object (meeting, "deleted", G_CALLBACK (on_meeting_deleted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meeting, "notify::community", G_CALLBACK (on_community_changed), self, G_CONNECT_SWAPPED);
  lamp_agenda_list_set_meeting (self->list, meeting);
  update (self);
}
