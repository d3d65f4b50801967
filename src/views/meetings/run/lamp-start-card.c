/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-start-card.h"

#include <glib/gi18n-lib.h>

#include "lamp-attendance-box.h"
#include "lamp-date.h"
#include "lamp-key-cap.h"
#include "lamp-norms-box.h"
#include "lamp-run-resources.h"
#include "lamp-run-words.h"

/* Seconds. A start further from the plan than this is no longer counted in minutes. */
#define FAR (60 * 60)

/* Seconds that nobody calls late. */
#define PUNCTUAL 60

struct _LampStartCard
{
  AdwBin parent_instance;

  LampMeetingRun *run;       /* (nullable) */
  gboolean showing;          /* what is shown is no wish of the person */

  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *plan;
  GtkWidget *start_button;
  GtkButton *began_button;
  GtkWidget *fit;
  AdwSwitchRow *fit_row;
  AdwBin *norms;
  AdwBin *attendance;
};

enum
{
  SIGNAL_FIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampStartCard, lamp_start_card, ADW_TYPE_BIN)

static void
on_fit (LampStartCard *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_FIT], 0, adw_switch_row_get_active (self->fit_row));
}

static void
lamp_start_card_dispose (GObject *object)
{
  LampStartCard *self = LAMP_START_CARD (object);

  g_clear_object (&self->run);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_START_CARD);

  G_OBJECT_CLASS (lamp_start_card_parent_class)->dispose (object);
}

static void
lamp_start_card_class_init (LampStartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_start_card_dispose;

  /**
   * LampStartCard::fit:
   * @on: whether the agenda is to be fitted into what is left
   *
   * The person chose whether items are shortened.
   */
  signals[SIGNAL_FIT] = g_signal_new ("fit", LAMP_TYPE_START_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, G_TYPE_BOOLEAN);

  g_resources_register (lamp_run_get_resource ());
  g_type_ensure (LAMP_TYPE_KEY_CAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-start-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, title);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, when);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, plan);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, start_button);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, began_button);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, fit);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, fit_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, norms);
  gtk_widget_class_bind_template_child (widget_class, LampStartCard, attendance);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
}

static void
lamp_start_card_init (LampStartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Starts at 07:41, in 3 minutes", "07:41 was planned: 4 minutes late", or the day when that is not now. */
static char *
dup_when (LampStartCard *self,
          int           late)
{
  LampRecord *meeting = lamp_meeting_run_get_meeting (self->run);
  const char *starts_at = lamp_record_get_text (meeting, "starts_at");
  g_autofree char *time = lamp_clock_time_dup_display (starts_at);
  int minutes = (ABS (late) + 59) / 60;

  if (ABS (late) > FAR)
    {
      g_autofree char *day = lamp_time_dup_display (starts_at);

      // Translators: %s is a day and a time
      return g_strdup_printf (_("Planned for %s"), day);
    }
  if (late < 0)
    // Translators: the time at which a meeting starts, and in how many minutes that is
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Starts at %s, in %d minute", "Starts at %s, in %d minutes",
                                         (gulong) minutes), time, minutes);
  if (late < PUNCTUAL)
    // Translators: %s is the time at which a meeting starts
    return g_strdup_printf (_("Starts at %s, now"), time);

  minutes = late / 60;
  // Translators: the time at which a meeting should have started, and how many minutes ago that was
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Was to start at %s: %d minute late",
                                       "Was to start at %s: %d minutes late", (gulong) minutes), time, minutes);
}

static int
sum_planned (const LampRun       *run,
             const LampRunMoment *moment)
{
  int sum = 0;

  for (guint i = 0; i < lamp_run_get_n_items (run); i++)
    {
      LampRunPlace place;

      lamp_run_look_at_item (run, moment, i, &place);
      sum += place.planned;
    }

  return sum;
}

static void
show_plan (LampStartCard         *self,
           const LampRunFigures *figures)
{
  const LampRun *run = lamp_meeting_run_get_run (self->run);
  LampRunMoment moment = lamp_meeting_run_get_moment (self->run);
  g_autofree char *minutes = lamp_run_words_dup_minutes (sum_planned (run, &moment));
  g_autofree char *end = lamp_run_words_dup_end (figures);
  guint n_items = lamp_run_get_n_items (run);
  g_autofree char *text = NULL;

  if (n_items == 0)
    text = g_strdup (_("Nothing is on the agenda: only the clock will run."));
  else
    // Translators: the number of agenda items, their minutes, and when the meeting will end
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item, %s · %s", "%u items, %s · %s", n_items), n_items,
                            minutes, end);
  gtk_label_set_text (self->plan, text);
}

/* What it would be like to start at this moment and to make up for what is missing. */
static LampRun *
try_to_fit (LampStartCard        *self,
            const LampRunMoment *moment)
{
  LampRun *run = lamp_run_copy (lamp_meeting_run_get_run (self->run));

  if (lamp_run_get_adapt (run) == LAMP_RUN_ADAPT_OFF)
    lamp_run_set_adapt (run, moment, LAMP_RUN_ADAPT_SHORTEN);
  lamp_run_start (run, moment);

  return run;
}

/* "Six retellings 16 → 14, Look back stays 6"; NULL when nothing has to give. */
static char *
dup_cost (LampStartCard *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self->run);
  g_autoptr (LampRun) run = try_to_fit (self, &moment);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lamp_run_get_n_items (run); i++)
    {
      LampRunPlace place;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      lamp_run_look_at_item (run, &moment, i, &place);
      before = lamp_run_words_dup_short (place.planned);
      after = lamp_run_words_dup_short (place.allotted);
      if (g_str_equal (before, after))
        continue;
      if (text->len > 0)
        g_string_append (text, C_("agenda fit", ", "));
      // Translators: an agenda item, its minutes before, its minutes after
      g_string_append_printf (text, C_("agenda fit", "%s %s → %s"), place.title, before, after);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_fit (LampStartCard *self)
{
  LampRunAdapt adapt = lamp_run_get_adapt (lamp_meeting_run_get_run (self->run));
  g_autofree char *cost = dup_cost (self);

  gtk_widget_set_visible (self->fit, cost != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->fit_row), cost != NULL ? cost : "");
  self->showing = TRUE;
  adw_switch_row_set_active (self->fit_row, adapt != LAMP_RUN_ADAPT_OFF);
  self->showing = FALSE;
}

static void
show_late (LampStartCard         *self,
           const LampRunFigures *figures)
{
  LampRecord *meeting = lamp_meeting_run_get_meeting (self->run);
  g_autofree char *time = lamp_clock_time_dup_display (lamp_record_get_text (meeting, "starts_at"));
  // Translators: %s is the time at which a meeting began, though nobody pressed Start
  g_autofree char *label = g_strdup_printf (_("It _Began at %s"), time);

  gtk_button_set_use_underline (self->began_button, TRUE);
  gtk_button_set_label (self->began_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->began_button), figures->late >= PUNCTUAL && figures->late <= FAR);
}

/**
 * lamp_start_card_set_run:
 * @self: the card
 * @run: the meeting that is to be run
 *
 * Says, once, which meeting it is about.
 */
void
lamp_start_card_set_run (LampStartCard   *self,
                        LampMeetingRun *run)
{
  LampSession *session;
  LampRecord *meeting;

  g_return_if_fail (LAMP_IS_START_CARD (self));
  g_return_if_fail (self->run == NULL);

  self->run = g_object_ref (run);
  session = lamp_meeting_run_get_session (run);
  meeting = lamp_meeting_run_get_meeting (run);
  adw_bin_set_child (self->norms, lamp_norms_box_new (session, meeting, FALSE));
  adw_bin_set_child (self->attendance, lamp_attendance_box_new (session, meeting));
}

/**
 * lamp_start_card_show:
 * @self: the card
 * @figures: the meeting at this moment
 *
 * Shows how late it is, and what that costs.
 */
void
lamp_start_card_show (LampStartCard         *self,
                     const LampRunFigures *figures)
{
  g_autofree char *when = NULL;

  g_return_if_fail (LAMP_IS_START_CARD (self));

  when = dup_when (self, figures->late);
  gtk_label_set_text (self->title, lamp_record_get_title (lamp_meeting_run_get_meeting (self->run)));
  gtk_label_set_text (self->when, when);
  show_plan (self, figures);
  show_late (self, figures);
  show_fit (self);
}

/**
 * lamp_start_card_focus:
 * @self: the card
 *
 * Gives the focus to Start.
 */
void
lamp_start_card_focus (LampStartCard *self)
{
  g_return_if_fail (LAMP_IS_START_CARD (self));

  gtk_widget_grab_focus (self->start_button);
}
