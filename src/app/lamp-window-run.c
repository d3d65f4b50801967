/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-window-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-meetings-view.h"

/* A meeting that is run takes the whole window; the rest of it gives way until the person goes back. */

#define RUN_PAGE "run"

gboolean
lamp_window_shows_run (LampWindow *self)
{
  return self->run_page != NULL && gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->run_page);
}

static gboolean
is_under_way (LampWindow *self)
{
  LampRunState state;

  if (self->run_page == NULL)
    return FALSE;
  state = lamp_meeting_run_get_state (lamp_run_page_get_run (self->run_page));

  return state == LAMP_RUN_RUNNING || state == LAMP_RUN_PAUSED;
}

/* Says in the rest of the window that a meeting is going on, and leads back to it. */
static void
update_banner (LampWindow *self)
{
  gboolean away = is_under_way (self) && !lamp_window_shows_run (self);
  g_autofree char *text = NULL;

  if (away)
    {
      LampRecord *meeting = lamp_meeting_run_get_meeting (lamp_run_page_get_run (self->run_page));

      // Translators: %s is the title of a meeting
      text = g_strdup_printf (_("A meeting is running: %s"), lamp_record_get_title (meeting));
      adw_banner_set_title (self->run_banner, text);
    }
  adw_banner_set_revealed (self->run_banner, away);
}

static void
show_run (LampWindow *self)
{
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->run_page));
  lamp_run_page_enter (self->run_page);
  lamp_window_update_actions (self);
  update_banner (self);
}

void
lamp_window_forget_run (LampWindow *self)
{
  if (self->run_page == NULL)
    return;
  lamp_run_page_flush (self->run_page);
  g_signal_handlers_disconnect_by_data (self->run_page, self);
  gtk_stack_remove (self->pages, GTK_WIDGET (g_steal_pointer (&self->run_page)));
  update_banner (self);
}

/* Back to where the person was. What has not begun is not kept. */
void
lamp_window_leave_run (LampWindow *self)
{
  if (!lamp_window_shows_run (self))
    return;
  lamp_run_page_flush (self->run_page);
  gtk_stack_set_visible_child_name (self->pages, "community");
  if (!is_under_way (self))
    lamp_window_forget_run (self);
  lamp_window_update_actions (self);
  update_banner (self);
  if (self->view != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* The meeting is shown as it is now: what was decided and promised, and its minutes to print. */
static void
on_closed (LampWindow *self)
{
  g_autoptr (LampRecord) meeting = g_object_ref (lamp_meeting_run_get_meeting (lamp_run_page_get_run (self->run_page)));

  gtk_stack_set_visible_child_name (self->pages, "community");
  lamp_window_forget_run (self);
  lamp_window_update_actions (self);
  lamp_session_reveal (self->session, meeting);
}

static void
on_meeting_gone (LampRunPage *page)
{
  LampWindow *self = LAMP_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));

  if (lamp_window_shows_run (self))
    gtk_stack_set_visible_child_name (self->pages, "community");
  lamp_window_forget_run (self);
  lamp_window_update_actions (self);
}

static void
take_in (LampWindow     *self,
         LampMeetingRun *run)
{
  g_assert (self->run_page == NULL);

  self->run_page = LAMP_RUN_PAGE (lamp_run_page_new (run));
  g_settings_bind (self->settings, "bell", self->run_page, "bell", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "adapt", self->run_page, "adapt", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (lamp_meeting_run_get_meeting (run), "deleted", G_CALLBACK (on_meeting_gone), self->run_page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->run_page, "leave", G_CALLBACK (lamp_window_leave_run), self);
  g_signal_connect_swapped (self->run_page, "closed", G_CALLBACK (on_closed), self);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->run_page), RUN_PAGE);
  show_run (self);
}

/* A meeting that was under way when the program ended goes on in the same second. */
void
lamp_window_resume_run (LampWindow *self)
{
  g_autoptr (LampMeetingRun) run = lamp_meeting_run_resume (self->session);

  if (run != NULL)
    take_in (self, run);
}

/* The meeting that a record is or belongs to. */
static LampRecord *
dup_meeting_of (LampWindow *self,
                LampRecord *record)
{
  if (record == NULL)
    return NULL;
  if (lamp_record_is (record, "meetings"))
    return g_object_ref (record);
  if (lamp_record_type_find_field (lamp_record_get_record_type (record), "meeting") < 0
      || !lamp_record_has (record, "meeting"))
    return NULL;

  return lamp_store_find (self->store, "meetings", lamp_record_get_text (record, "meeting"));
}

static LampRecord *
dup_shown (LampWindow *self)
{
  LampRecord *meeting = NULL;

  if (LAMP_IS_MEETINGS_VIEW (self->view))
    meeting = lamp_meetings_view_get_meeting (LAMP_MEETINGS_VIEW (self->view));

  return meeting != NULL ? g_object_ref (meeting) : NULL;
}

/* The one in progress, else the next that is not closed: that of today, or the first after it, or else the last of those
 * that went by without anybody closing them. */
static LampRecord *
dup_next (LampWindow *self)
{
  g_autoptr (GListModel) meetings = lamp_store_list (self->store, "meetings");
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_autoptr (LampRecord) next = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (LampRecord) meeting = g_list_model_get_item (meetings, i);
      const char *state = lamp_record_get_text (meeting, "state");

      if (!lamp_session_includes (self->session, meeting) || g_str_equal (state, "closed"))
        continue;
      if (g_str_equal (state, "in-progress"))
        return g_steal_pointer (&meeting);
      if (next == NULL || strcmp (lamp_record_get_text (next, "starts_at"), today) < 0)
        g_set_object (&next, meeting);
    }

  return g_steal_pointer (&next);
}

static LampRecord *
dup_meeting_to_run (LampWindow *self)
{
  LampRecord *meeting = dup_meeting_of (self, lamp_session_get_selected (self->session));

  if (meeting == NULL)
    meeting = dup_shown (self);
  if (meeting == NULL)
    meeting = dup_next (self);

  return meeting;
}

static void
run_meeting (LampWindow *self,
             LampRecord *meeting)
{
  g_autoptr (LampMeetingRun) run = NULL;
  g_autofree char *message = NULL;

  if (g_strcmp0 (lamp_record_get_text (meeting, "state"), "closed") == 0)
    {
      // Translators: %s is the title of a meeting
      message = g_strdup_printf (_("“%s” is closed. Open it again to go on with it."), lamp_record_get_title (meeting));
      lamp_window_tell (self, message);
      return;
    }
  run = lamp_meeting_run_new (self->session, meeting);
  take_in (self, run);
}

static void
on_run_meeting (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  LampWindow *self = data;
  g_autoptr (LampRecord) meeting = NULL;

  if (self->run_page != NULL)
    {
      show_run (self);
      return;
    }
  meeting = dup_meeting_to_run (self);
  if (meeting != NULL)
    run_meeting (self, meeting);
  else
    lamp_window_tell (self, _("There is no meeting to run yet. Add one in Meetings."));
}

static void
on_room_display (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  LampWindow *self = data;
  gboolean shown;

  if (self->run_page == NULL)
    return;
  g_object_get (self->run_page, "room-display", &shown, NULL);
  g_object_set (self->run_page, "room-display", !shown, NULL);
}

static const GActionEntry actions[] = {
  { "run-meeting", on_run_meeting },
  { "room-display", on_room_display },
};

void
lamp_window_add_run_actions (LampWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * lamp_window_get_run:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the meeting that is run in it
 */
LampMeetingRun *
lamp_window_get_run (LampWindow *self)
{
  g_return_val_if_fail (LAMP_IS_WINDOW (self), NULL);

  return self->run_page != NULL ? lamp_run_page_get_run (self->run_page) : NULL;
}
