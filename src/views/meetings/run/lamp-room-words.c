/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-room-words.h"

#include <glib/gi18n-lib.h>

#include "lamp-run-words.h"

/* What a room may read. Nothing that is only the facilitator's is looked at here: no notes, no turns taken. */

#define SOON (60 * 60)

static const char *
get_text (LampRecord *record,
          const char *field)
{
  const char *text = record != NULL ? lamp_record_get_text (record, field) : NULL;

  return text != NULL ? text : "";
}

static void
set_phase (LampRoomSheet *self,
           const char    *phase,
           const char    *icon_name,
           const char    *css_class)
{
  self->phase = g_strdup (phase);
  self->icon_name = icon_name;
  self->css_class = css_class;
}

/* The words go on after the time: "4:32 left". */
static void
say_running (LampRoomSheet        *self,
             const LampRunFigures *figures)
{
  self->clock = lamp_run_words_dup_clock (ABS (figures->left));
  switch (figures->phase)
    {
    case LAMP_RUN_ORANGE:
      set_phase (self, C_("room display", "left, nearly time"), "alarm-symbolic", "orange");
      break;
    case LAMP_RUN_RED:
      set_phase (self, C_("room display", "left, please finish"), "dialog-warning-symbolic", "red");
      break;
    case LAMP_RUN_PAST:
      set_phase (self, C_("room display", "over"), "dialog-error-symbolic", "past");
      break;
    case LAMP_RUN_FINE:
    default:
      set_phase (self, C_("room display", "left"), "object-select-symbolic", "fine");
      break;
    }
}

static void
say_paused (LampRoomSheet        *self,
            const LampRunFigures *figures)
{
  self->clock = lamp_run_words_dup_clock (ABS (figures->left));
  set_phase (self, figures->left < 0 ? C_("room display", "over, paused") : C_("room display", "left, paused"),
             "media-playback-pause-symbolic", "still");
}

/* Before it begins: counts down the last hour, and does not reproach anybody with being late. */
static void
say_ready (LampRoomSheet        *self,
           const LampRunFigures *figures,
           LampMeetingRun       *run)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (run);
  g_autofree char *start = lamp_run_words_dup_time (moment.utc - figures->late * G_GINT64_CONSTANT (1000000));

  if (figures->late < 0 && figures->late > -SOON)
    {
      self->clock = lamp_run_words_dup_clock (-figures->late);
      set_phase (self, C_("room display", "until we start"), "alarm-symbolic", "still");
    }
  else if (figures->late < 0)
    {
      self->clock = g_steal_pointer (&start);
      set_phase (self, C_("room display", "Start"), "alarm-symbolic", "still");
    }
  else
    set_phase (self, C_("room display", "We start in a moment"), "alarm-symbolic", "still");
}

static void
say_state (LampRoomSheet        *self,
           const LampRunFigures *figures,
           LampMeetingRun       *run)
{
  if (figures->state == LAMP_RUN_READY)
    say_ready (self, figures, run);
  else if (figures->state == LAMP_RUN_OVER)
    set_phase (self, C_("room display", "The meeting is closed"), "object-select-symbolic", "still");
  else if (figures->current < 0)
    set_phase (self, C_("room display", "Nothing is on the agenda"), "object-select-symbolic", "still");
  else if (figures->state == LAMP_RUN_PAUSED)
    say_paused (self, figures);
  else
    say_running (self, figures);
}

/* The item's own word on who speaks, else who presents it. */
static char *
dup_speaks (LampMeetingRun *run,
            LampRecord     *item)
{
  LampStore *store = lamp_session_get_store (lamp_meeting_run_get_session (run));
  g_autoptr (LampRecord) presenter = NULL;

  if (*get_text (item, "speaks") != '\0' || item == NULL || !lamp_record_has (item, "presenter"))
    return g_strdup (get_text (item, "speaks"));
  presenter = lamp_store_find (store, "people", lamp_record_get_text (item, "presenter"));

  return g_strdup (presenter != NULL ? lamp_record_get_title (presenter) : "");
}

static void
say_item (LampRoomSheet        *self,
          const LampRunFigures *figures,
          LampMeetingRun       *run)
{
  LampRecord *meeting = lamp_meeting_run_get_meeting (run);
  LampRecord *item = lamp_meeting_run_get_item (run, figures->current);
  gboolean under_way = figures->state == LAMP_RUN_RUNNING || figures->state == LAMP_RUN_PAUSED;

  if (!under_way)
    item = NULL;
  self->title = g_strdup (lamp_record_get_title (item != NULL ? item : meeting));
  self->is_off_record = item != NULL && lamp_record_get_boolean (item, "off_record");
  self->shows_norms = figures->state == LAMP_RUN_READY || figures->state == LAMP_RUN_PAUSED;
  self->speaks = figures->state == LAMP_RUN_RUNNING ? dup_speaks (run, item) : g_strdup ("");
  self->silent = g_strdup (figures->state == LAMP_RUN_RUNNING ? get_text (item, "silent") : "");
  self->prompt = g_strdup (figures->state == LAMP_RUN_RUNNING ? get_text (item, "prompt") : "");
  if (figures->state == LAMP_RUN_READY)
    g_set_str (&self->prompt, get_text (meeting, "purpose"));
}

static void
say_next (LampRoomSheet        *self,
          const LampRunFigures *figures,
          LampMeetingRun       *run)
{
  int index = figures->state == LAMP_RUN_READY ? figures->current : figures->next;
  LampRecord *item = lamp_meeting_run_get_item (run, index);
  LampRunMoment moment = lamp_meeting_run_get_moment (run);
  LampRunPlace place;

  self->next = g_strdup (item != NULL ? lamp_record_get_title (item) : "");
  if (item == NULL)
    {
      self->next_minutes = g_strdup ("");
      return;
    }
  lamp_run_look_at_item (lamp_meeting_run_get_run (run), &moment, (guint) index, &place);
  self->next_minutes = lamp_run_words_dup_minutes (MAX (0, place.allotted - place.spent));
}

static void
say_end (LampRoomSheet        *self,
         const LampRunFigures *figures)
{
  g_autofree char *end = lamp_run_words_dup_time (figures->ends_at);

  // Translators: when a meeting ends; %s is a time such as 08:27
  self->end = figures->state == LAMP_RUN_OVER ? g_strdup ("") : g_strdup_printf (C_("room display", "Ends %s"), end);
}

/* Adds a sentence about @text, which may be empty: then there is none. */
static void
take_sentence (GString    *string,
               const char *text,
               char       *sentence)
{
  if (*text != '\0')
    {
      if (string->len > 0)
        g_string_append_c (string, ' ');
      g_string_append (string, sentence);
    }
  g_free (sentence);
}

static void
add_words (GString    *string,
           const char *words)
{
  // Translators: a sentence of its own in what a screen reader says
  take_sentence (string, words, g_strdup_printf (C_("sentence", "%s."), words));
}

static char *
dup_time_spoken (const LampRoomSheet  *self,
                 const LampRunFigures *figures)
{
  if (figures->current < 0 || (figures->state != LAMP_RUN_RUNNING && figures->state != LAMP_RUN_PAUSED))
    return g_strdup (*self->clock == '\0' ? self->phase : "");

  return lamp_run_words_dup_spoken (figures->left);
}

/* The same for those who hear it. */
static void
say_aloud (LampRoomSheet        *self,
           const LampRunFigures *figures)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autofree char *time = dup_time_spoken (self, figures);

  add_words (string, self->title);
  add_words (string, time);
  if (figures->state == LAMP_RUN_PAUSED)
    add_words (string, _("The meeting is paused"));
  g_set_str (&self->event, string->str);
  if (self->is_off_record)
    add_words (string, _("Off the record: nobody takes notes"));
  // Translators: %s is who speaks
  take_sentence (string, self->speaks, g_strdup_printf (_("Speaks: %s."), self->speaks));
  // Translators: %s is who listens
  take_sentence (string, self->silent, g_strdup_printf (_("Listens: %s."), self->silent));
  take_sentence (string, self->prompt, g_strdup (self->prompt));
  // Translators: %s is the title of an agenda item
  take_sentence (string, self->next, g_strdup_printf (_("Next: %s."), self->next));
  add_words (string, self->end);
  self->sentence = g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * lamp_room_sheet_new:
 * @run: the meeting that is run
 *
 * Puts into words what the room is to know now.
 *
 * Returns: (transfer full): the words
 */
LampRoomSheet *
lamp_room_sheet_new (LampMeetingRun *run)
{
  LampRoomSheet *self = g_new0 (LampRoomSheet, 1);
  LampRunFigures figures;

  lamp_meeting_run_look (run, &figures);
  self->meeting = g_strdup (lamp_record_get_title (lamp_meeting_run_get_meeting (run)));
  say_state (self, &figures, run);
  if (self->clock == NULL)
    self->clock = g_strdup ("");
  say_item (self, &figures, run);
  say_next (self, &figures, run);
  say_end (self, &figures);
  say_aloud (self, &figures);

  return self;
}

/**
 * lamp_room_sheet_free:
 * @self: (transfer full): the words
 *
 * Frees them.
 */
void
lamp_room_sheet_free (LampRoomSheet *self)
{
  g_free (self->meeting);
  g_free (self->end);
  g_free (self->title);
  g_free (self->clock);
  g_free (self->phase);
  g_free (self->speaks);
  g_free (self->silent);
  g_free (self->prompt);
  g_free (self->next);
  g_free (self->next_minutes);
  g_free (self->sentence);
  g_free (self->event);
  g_free (self);
}
