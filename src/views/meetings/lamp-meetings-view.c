/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meetings-view.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-page.h"
#include "lamp-carry-dialog.h"
#include "lamp-follow-page.h"
#include "lamp-meeting-edits.h"
#include "lamp-meeting-list.h"
#include "lamp-meeting-print.h"
#include "lamp-meeting-table.h"
#include "lamp-meetings-resources.h"
#include "lamp-new-meeting-dialog.h"
#include "lamp-style.h"

struct _LampMeetingsView
{
  LampView parent_instance;

  AdwViewStack *sections;
  GtkStack *pages;
  AdwNavigationSplitView *split;
  LampMeetingList *list;
  LampAgendaPage *page;
  LampMeetingTable *table;
  LampFollowPage *commitments;
  LampFollowPage *decisions;
};

G_DEFINE_FINAL_TYPE (LampMeetingsView, lamp_meetings_view, LAMP_TYPE_VIEW)

/* The meeting that a record belongs to, the record itself when it is one. */
static LampRecord *
dup_meeting_of (LampMeetingsView *self,
                LampRecord       *record)
{
  if (record == NULL)
    return NULL;
  if (lamp_record_is (record, "meetings"))
    return g_object_ref (record);
  if (lamp_record_type_find_field (lamp_record_get_record_type (record), "meeting") < 0
      || !lamp_record_has (record, "meeting"))
    return NULL;

  return lamp_store_find (lamp_session_get_store (lamp_view_get_session (LAMP_VIEW (self))), "meetings",
                          lamp_record_get_text (record, "meeting"));
}

static void
show_meeting (LampMeetingsView *self,
              LampRecord       *meeting)
{
  lamp_agenda_page_set_meeting (self->page, meeting);
  lamp_meeting_list_show (self->list, meeting);
}

static void
on_selected (LampMeetingsView *self)
{
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));
  g_autoptr (LampRecord) meeting = dup_meeting_of (self, lamp_session_get_selected (session));

  if (meeting == NULL)
    return;
  show_meeting (self, meeting);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (lamp_session_get_selected (session) == meeting)
    adw_view_stack_set_visible_child_name (self->sections, "meetings");
}

static void
on_chosen (LampMeetingsView *self,
           LampRecord       *meeting)
{
  lamp_session_set_selected (lamp_view_get_session (LAMP_VIEW (self)), meeting);
  show_meeting (self, meeting);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Back on the list of a narrow window, the same meeting can be chosen again. */
static void
on_show_content (LampMeetingsView *self)
{
  if (adw_navigation_split_view_get_collapsed (self->split)
      && !adw_navigation_split_view_get_show_content (self->split))
    lamp_meeting_list_show (self->list, NULL);
  else
    lamp_meeting_list_show (self->list, lamp_agenda_page_get_meeting (self->page));
}

/* Something is always shown where there is anything: the next meeting unless another was chosen. */
static void
ensure_meeting (LampMeetingsView *self)
{
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));
  LampRecord *meeting = lamp_agenda_page_get_meeting (self->page);
  g_autoptr (LampRecord) first = NULL;

  if (meeting != NULL && lamp_session_includes (session, meeting))
    return;
  first = lamp_meeting_list_dup_first (self->list);
  lamp_agenda_page_set_meeting (self->page, first);
  on_show_content (self);
}

/* The page among whose records a record stands, when it is no meeting's alone. */
static LampFollowPage *
get_follow_page (LampMeetingsView *self,
                 LampRecord       *record)
{
  if (lamp_record_is (record, "commitments"))
    return self->commitments;

  return lamp_record_is (record, "decisions") ? self->decisions : NULL;
}

static gboolean
shows_section (LampMeetingsView *self,
               const char       *name)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->sections), name) == 0;
}

/* Where one goes to: a meeting, or a commitment of no meeting among the others. */
static void
on_reveal (LampMeetingsView *self,
           LampRecord       *record)
{
  LampFollowPage *page = get_follow_page (self, record);

  if (page == NULL || (shows_section (self, "meetings") && lamp_record_has (record, "meeting")))
    {
      adw_view_stack_set_visible_child_name (self->sections, "meetings");
      return;
    }
  adw_view_stack_set_visible_child (self->sections, GTK_WIDGET (page));
  lamp_follow_page_show (page, record);
}

static void
on_list_mode (LampMeetingsView *self)
{
  adw_view_stack_set_visible_child_name (self->sections, "meetings");
  gtk_stack_set_visible_child_name (self->pages, lamp_view_get_list_mode (LAMP_VIEW (self)) ? "list" : "picture");
}

static void
on_created (LampMeetingsView *self,
            LampRecord       *meeting)
{
  lamp_session_set_selected (lamp_view_get_session (LAMP_VIEW (self)), meeting);
}

/* The one that is looked at; with all of them in sight, the one whose meeting is looked at. */
static LampRecord *
dup_home (LampMeetingsView *self)
{
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));
  LampRecord *meeting = lamp_agenda_page_get_meeting (self->page);
  g_autofree char *home = lamp_session_dup_home (session);
  const char *id = home;

  if (lamp_session_get_community (session) == NULL && meeting != NULL)
    id = lamp_record_get_text (meeting, "community");

  return id != NULL ? lamp_store_find (lamp_session_get_store (session), "communities", id) : NULL;
}

static void
lamp_meetings_view_add (LampView *view)
{
  LampSession *session = lamp_view_get_session (view);
  g_autoptr (LampRecord) community = dup_home (LAMP_MEETINGS_VIEW (view));
  AdwDialog *dialog;

  if (community == NULL)
    {
      lamp_session_notice (session, _("A meeting belongs to a community: add a community first."), FALSE);
      return;
    }
  dialog = lamp_new_meeting_dialog_new (session, community);
  if (dialog == NULL)
    return;
  g_signal_connect_object (dialog, "created", G_CALLBACK (on_created), view, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (view));
}

/* A closed meeting is locked, and its agenda offers neither; a shortcut or a menu that is late says so. */
static void
present_carry (LampMeetingsView *self,
               LampCarryKind     kind)
{
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));
  LampRecord *meeting = lamp_agenda_page_get_meeting (self->page);
  AdwDialog *dialog;

  if (meeting == NULL)
    return;
  if (lamp_meeting_is_locked (meeting))
    {
      lamp_session_notice (session, _("This meeting is closed: its agenda can be read, not changed."), FALSE);
      return;
    }
  dialog = lamp_carry_dialog_new (session, meeting, kind);
  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  present_carry (LAMP_MEETINGS_VIEW (widget), LAMP_CARRY_PROPOSED);
}

static void
carry_over_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  present_carry (LAMP_MEETINGS_VIEW (widget), LAMP_CARRY_LEFT_OVER);
}

static void
lamp_meetings_view_constructed (GObject *object)
{
  LampMeetingsView *self = LAMP_MEETINGS_VIEW (object);
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));

  G_OBJECT_CLASS (lamp_meetings_view_parent_class)->constructed (object);

  lamp_meeting_list_set_session (self->list, session);
  lamp_agenda_page_set_session (self->page, session);
  lamp_meeting_table_set_session (self->table, session);
  lamp_follow_page_set_up (self->commitments, session, &lamp_follow_commitments);
  lamp_follow_page_set_up (self->decisions, session, &lamp_follow_decisions);
  g_signal_connect_object (session, "reveal", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  lamp_meeting_print_install (LAMP_VIEW (self), self->page);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::community", G_CALLBACK (ensure_meeting), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (ensure_meeting), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self, "notify::list-mode", G_CALLBACK (on_list_mode), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::show-content", G_CALLBACK (on_show_content), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (on_show_content), self, G_CONNECT_SWAPPED);
  on_selected (self);
  ensure_meeting (self);
}

static void
lamp_meetings_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_MEETINGS_VIEW);

  G_OBJECT_CLASS (lamp_meetings_view_parent_class)->dispose (object);
}

static void
lamp_meetings_view_class_init (LampMeetingsViewClass *klass)
{
  static const char * const types[] = { "meetings", "agenda_items", "decisions", "commitments", "norms", "series",
                                        "attendances", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LampViewClass *view_class = LAMP_VIEW_CLASS (klass);

  object_class->constructed = lamp_meetings_view_constructed;
  object_class->dispose = lamp_meetings_view_dispose;

  view_class->add = lamp_meetings_view_add;
  view_class->name = "meetings";
  view_class->title = NC_ ("view", "Meetings");
  view_class->icon_name = "x-office-calendar-symbolic";
  view_class->add_label = NC_ ("view", "Add Meeting");
  view_class->has_list = TRUE;
  view_class->types = types;

  g_resources_register (lamp_meetings_get_resource ());
  lamp_style_load ("/io/github/lamplighter_app/Lamplighter/meetings/meetings.css");
  g_type_ensure (LAMP_TYPE_MEETING_LIST);
  g_type_ensure (LAMP_TYPE_AGENDA_PAGE);
  g_type_ensure (LAMP_TYPE_MEETING_TABLE);
  g_type_ensure (LAMP_TYPE_FOLLOW_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-meetings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, sections);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, commitments);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, decisions);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, pages);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, split);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, list);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, page);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingsView, table);
  gtk_widget_class_install_action (widget_class, "meetings.propose-items", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "meetings.carry-over", NULL, carry_over_action);
}

static void
lamp_meetings_view_init (LampMeetingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_meetings_view_get_meeting:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the meeting whose agenda is shown
 */
LampRecord *
lamp_meetings_view_get_meeting (LampMeetingsView *self)
{
  g_return_val_if_fail (LAMP_IS_MEETINGS_VIEW (self), NULL);

  return lamp_agenda_page_get_meeting (self->page);
}
