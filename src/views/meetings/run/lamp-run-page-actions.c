/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-page-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-attendance-box.h"
#include "lamp-capture.h"
#include "lamp-close-dialog.h"

/* What the running screen can be told to do, by whatever button, menu or key. */

#define MINUTE 60
#define A_LITTLE 15
#define A_LOT (5 * MINUTE)

static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  lamp_run_page_emit_leave (LAMP_RUN_PAGE (widget));
}

static void
toggle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  lamp_meeting_run_toggle (LAMP_RUN_PAGE (widget)->run);
}

/* It began when it was planned to, and nobody pressed Start. */
static void
start_as_planned_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);
  if (lamp_meeting_run_start (self->run) && figures.late > 0)
    lamp_meeting_run_correct_start (self->run, figures.late);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  /* After the last item comes the end. */
  if (!lamp_meeting_run_next (LAMP_RUN_PAGE (widget)->run))
    gtk_widget_activate_action (widget, "run.close", NULL);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lamp_meeting_run_back (LAMP_RUN_PAGE (widget)->run);
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lamp_meeting_run_skip (LAMP_RUN_PAGE (widget)->run);
}

/* A minute; with Ctrl a little, with Shift a lot. */
static int
get_step (GtkWidget *widget)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
  GdkModifierType modifiers = keyboard != NULL ? gdk_device_get_modifier_state (keyboard) : 0;

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    return A_LITTLE;

  return (modifiers & GDK_SHIFT_MASK) != 0 ? A_LOT : MINUTE;
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lamp_run_page_propose (LAMP_RUN_PAGE (widget), get_step (widget));
}

static void
less_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lamp_run_page_propose (LAMP_RUN_PAGE (widget), -get_step (widget));
}

static void
note_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);

  if (g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0)
    adw_bottom_sheet_set_open (self->sheet, TRUE);
  lamp_run_capture_focus_note (self->capture);
}

/* Afterwards every key is a command again. */
static void
capture (LampRunPage *self,
         AdwDialog   *dialog)
{
  if (dialog != NULL)
    g_signal_connect_object (dialog, "closed", G_CALLBACK (lamp_run_page_focus_now), self, G_CONNECT_SWAPPED);
}

static void
capture_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    AdwDialog *(*present) (GtkWidget *, LampSession *, LampRecord *, LampRecord *);
  } dialogs[] = {
    { "run.decision", lamp_capture_decision },
    { "run.commitment", lamp_capture_commitment },
    { "run.question", lamp_capture_question },
    { "run.problem", lamp_capture_problem },
  };
  LampRunPage *self = LAMP_RUN_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (dialogs[i].name, name))
      capture (self, dialogs[i].present (widget, lamp_meeting_run_get_session (self->run),
                                         lamp_meeting_run_get_meeting (self->run), lamp_run_page_get_item (self)));
}

static void
attendance_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);

  capture (self, lamp_attendance_box_present (widget, lamp_meeting_run_get_session (self->run),
                                          lamp_meeting_run_get_meeting (self->run)));
}

static void
correct_start_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  lamp_run_page_correct_start (LAMP_RUN_PAGE (widget));
}

static void
correct_item_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  lamp_run_page_correct_item (LAMP_RUN_PAGE (widget));
}

static void
on_close_meeting (LampRunPage *self,
                  gboolean     keep_voices)
{
  lamp_run_capture_flush (self->capture);
  if (lamp_meeting_run_close (self->run, keep_voices))
    lamp_run_page_emit_closed (self);
}

/* What was done so far; the item that is under way is done when the meeting is closed. */
static GStrv
list_discussed (LampRunPage *self)
{
  const LampRun *run = lamp_meeting_run_get_run (self->run);
  LampRunMoment moment = lamp_meeting_run_get_moment (self->run);
  g_autoptr (GStrvBuilder) discussed = g_strv_builder_new ();
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);
  for (guint i = 0; i < lamp_run_get_n_items (run); i++)
    {
      LampRunPlace place;

      lamp_run_look_at_item (run, &moment, i, &place);
      if (place.mark == LAMP_RUN_DISCUSSED || (figures.state != LAMP_RUN_READY && (int) i == figures.current))
        g_strv_builder_add (discussed, place.id);
    }

  return g_strv_builder_end (discussed);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);
  g_auto (GStrv) discussed = list_discussed (self);
  gboolean has_voices = lamp_run_get_n_seats (lamp_meeting_run_get_run (self->run)) > 0;
  AdwDialog *dialog;

  lamp_run_capture_flush (self->capture);
  dialog = lamp_close_dialog_new (lamp_meeting_run_get_session (self->run), lamp_meeting_run_get_meeting (self->run));
  lamp_close_dialog_set_has_voices (LAMP_CLOSE_DIALOG (dialog), has_voices);
  lamp_close_dialog_set_discussed (LAMP_CLOSE_DIALOG (dialog), (const char * const *) discussed);
  g_signal_connect_object (dialog, "close-meeting", G_CALLBACK (on_close_meeting), self, G_CONNECT_SWAPPED);
  capture (self, dialog);
  adw_dialog_present (dialog, widget);
}

static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);

  lamp_run_capture_flush (self->capture);
  if (lamp_meeting_run_discard (self->run))
    lamp_run_page_emit_closed (self);
}

void
lamp_run_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "run.leave", leave_action },
    { "run.toggle", toggle_action },
    { "run.start-as-planned", start_as_planned_action },
    { "run.next", next_action },
    { "run.back", back_action },
    { "run.skip", skip_action },
    { "run.more", more_action },
    { "run.less", less_action },
    { "run.note", note_action },
    { "run.decision", capture_action },
    { "run.commitment", capture_action },
    { "run.question", capture_action },
    { "run.problem", capture_action },
    { "run.attendance", attendance_action },
    { "run.correct-start", correct_start_action },
    { "run.correct-item", correct_item_action },
    { "run.close", close_action },
    { "run.discard", discard_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "run.bell", "bell");
  gtk_widget_class_install_property_action (widget_class, "run.adapt", "adapt");
  gtk_widget_class_install_property_action (widget_class, "run.voices", "voices");
  gtk_widget_class_install_property_action (widget_class, "run.room-display", "room-display");
}

void
lamp_run_page_update_actions (LampRunPage          *self,
                              const LampRunFigures *figures)
{
  static const char * const under_way[] = { "run.decision", "run.commitment", "run.question", "run.problem",
                                            "run.correct-start", "run.discard" };
  static const char * const of_an_item[] = { "run.next", "run.back", "run.skip", "run.more", "run.less",
                                             "run.correct-item" };
  gboolean begun = figures->state == LAMP_RUN_RUNNING || figures->state == LAMP_RUN_PAUSED;
  LampRecord *item = lamp_meeting_run_get_item (self->run, figures->current);

  for (guint i = 0; i < G_N_ELEMENTS (under_way); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), under_way[i], begun);
  for (guint i = 0; i < G_N_ELEMENTS (of_an_item); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_an_item[i], begun && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.note",
                                 begun && item != NULL && !lamp_record_get_boolean (item, "off_record"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.start-as-planned", figures->state == LAMP_RUN_READY);
}
