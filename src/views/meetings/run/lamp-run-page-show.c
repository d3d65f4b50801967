/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-page-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-run-words.h"

/* How the running screen keeps up with the meeting, for the eyes and for the ears. */

static void
show_title (LampRunPage          *self,
            const LampRunFigures *figures)
{
  g_autofree char *left = figures->state == LAMP_RUN_READY ? g_strdup ("") : lamp_run_words_dup_left (figures);

  adw_window_title_set_title (self->window_title, lamp_record_get_title (lamp_meeting_run_get_meeting (self->run)));
  adw_window_title_set_subtitle (self->window_title, left);
}

static void
show_away (LampRunPage *self)
{
  int away = lamp_meeting_run_get_away (self->run);
  int minutes = MAX (1, (away + 30) / 60);
  g_autofree char *text = NULL;

  // Translators: for how many minutes the program was not there while a meeting went on
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Lamplighter was closed for %d minute; the clock went on.",
                                       "Lamplighter was closed for %d minutes; the clock went on.", (gulong) minutes),
                          minutes);
  if (away > 0)
    adw_banner_set_title (self->away, text);
  adw_banner_set_revealed (self->away, away > 0);
}

static void
show_toggle (LampRunPage          *self,
             const LampRunFigures *figures)
{
  gboolean running = figures->state == LAMP_RUN_RUNNING;
  const char *label = running ? C_("run", "Pause")
                              : figures->state == LAMP_RUN_PAUSED ? C_("run", "Go On") : C_("run", "Start");

  gtk_label_set_text (self->label_toggle, label);
  gtk_image_set_from_icon_name (self->toggle_icon,
                                running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->toggle_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_page (LampRunPage          *self,
           const LampRunFigures *figures)
{
  gboolean ready = figures->state == LAMP_RUN_READY;
  gboolean was_ready = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "start") == 0;

  gtk_stack_set_visible_child_name (self->pages, ready ? "start" : "run");
  gtk_widget_set_visible (self->transport, !ready);
  if (was_ready && !ready && gtk_widget_get_mapped (GTK_WIDGET (self)))
    lamp_run_page_focus_now (self);
}

/* Shows the second that has come. */
void
lamp_run_page_update (LampRunPage *self)
{
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);
  show_page (self, &figures);
  show_title (self, &figures);
  show_toggle (self, &figures);
  if (figures.state == LAMP_RUN_READY)
    {
      lamp_start_card_show (self->start, &figures);
    }
  else
    {
      lamp_run_now_show (self->now, &figures, lamp_run_get_n_items (lamp_meeting_run_get_run (self->run)));
      lamp_run_agenda_show (self->agenda, self->run, &figures);
    }
  lamp_run_price_show (self->price, self->run, &figures);
  lamp_run_page_update_actions (self, &figures);
  show_away (self);
}

/* Shows the item that is under way. */
void
lamp_run_page_show_item (LampRunPage *self)
{
  LampRecord *item = lamp_run_page_get_item (self);

  lamp_run_now_set_item (self->now, lamp_meeting_run_get_session (self->run), item);
  lamp_run_capture_set_item (self->capture, item);
}

static void
announce (LampRunPage *self,
          const char  *message)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
lamp_run_page_on_item_changed (LampRunPage *self)
{
  LampRecord *item = lamp_run_page_get_item (self);
  const char *speaks = item != NULL ? lamp_record_get_text (item, "speaks") : NULL;
  g_autofree char *message = NULL;

  lamp_run_page_show_item (self);
  if (lamp_meeting_run_get_away (self->run) > 0)
    lamp_meeting_run_answer_away (self->run, FALSE);
  if (item == NULL)
    return;
  if (speaks != NULL && *speaks != '\0')
    // Translators: an agenda item that begins, and who speaks
    message = g_strdup_printf (_("Now: %s. Speaks: %s"), lamp_record_get_title (item), speaks);
  else
    // Translators: an agenda item that begins
    message = g_strdup_printf (_("Now: %s"), lamp_record_get_title (item));
  announce (self, message);
}

void
lamp_run_page_on_phase_changed (LampRunPage *self)
{
  LampRunFigures figures;
  g_autofree char *spoken = NULL;
  g_autofree char *message = NULL;

  lamp_meeting_run_look (self->run, &figures);
  spoken = lamp_run_words_dup_spoken (figures.left);
  // Translators: how urgent an agenda item is, and what is left of its time: Nearly Time: 3 minutes left
  message = g_strdup_printf (_("%s: %s"), lamp_run_words_get_phase (&figures).word, spoken);
  announce (self, message);
}
