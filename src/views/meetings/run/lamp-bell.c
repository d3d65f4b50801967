/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-bell.h"

#include <glib/gi18n-lib.h>

#include "lamp-run-resources.h"

#define SOUND "/io/github/lamplighter_app/Lamplighter/run/bell.wav"
/* A pause that is longer lets the machine sleep: perhaps everybody has gone home. */
#define LONGEST_PAUSE (15 * 60)

struct _LampBell
{
  GObject parent_instance;

  LampMeetingRun *run;
  GtkWindow *window; /* not owned, nullable */
  gboolean enabled;
  gboolean at_orange;
  GtkMediaStream *sound; /* (nullable): the one that rings */
  guint warming;
  LampRunPhase phase;
  GtkApplication *application; /* (nullable): that has been asked to stay awake */
  guint inhibition;
};

typedef enum
{
  PROP_ENABLED = 1,
  PROP_AT_ORANGE,
} LampBellProps;

static GParamSpec *props[PROP_AT_ORANGE + 1];

enum
{
  SIGNAL_RUNG,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampBell, lamp_bell, G_TYPE_OBJECT)

/* What every desktop can do; inside a sandbox it goes through the display. */
static void
beep (LampBell *self)
{
  GdkSurface *surface = self->window != NULL ? gtk_native_get_surface (GTK_NATIVE (self->window)) : NULL;

  if (surface != NULL)
    gdk_surface_beep (surface);
}

static void
stop (LampBell *self)
{
  if (self->sound != NULL)
    g_signal_handlers_disconnect_by_data (self->sound, self);
  g_clear_object (&self->sound);
}

/* There is no backend, no decoder, no device: whatever it is, nobody is to be bothered with it. */
static void
on_error (LampBell *self)
{
  stop (self);
  beep (self);
}

/**
 * lamp_bell_ring:
 * @self: a bell
 *
 * Rings once, whether it is enabled or not: also to try it.
 */
void
lamp_bell_ring (LampBell *self)
{
  g_autoptr (GtkMediaStream) sound = NULL;

  g_return_if_fail (LAMP_IS_BELL (self));

  stop (self);
  sound = gtk_media_file_new_for_resource (SOUND);
  g_set_object (&self->sound, sound);
  g_signal_connect_object (sound, "notify::error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);
  if (gtk_media_stream_get_error (sound) != NULL)
    on_error (self);
  else
    gtk_media_stream_play (sound);
  g_signal_emit (self, signals[SIGNAL_RUNG], 0);
}

/* The first sound of a process makes its backend look at all its plug-ins. That is done before the meeting needs it. */
static gboolean
warm_up (gpointer user_data)
{
  LampBell *self = user_data;

  self->warming = 0;
  g_object_unref (gtk_media_file_new_for_resource (SOUND));

  return G_SOURCE_REMOVE;
}

static void
on_phase_changed (LampBell *self,
                  int       phase)
{
  gboolean is_past = phase == LAMP_RUN_PAST;
  gboolean is_orange = self->phase == LAMP_RUN_FINE && (phase == LAMP_RUN_ORANGE || phase == LAMP_RUN_RED);

  self->phase = (LampRunPhase) phase;
  if (self->enabled && lamp_meeting_run_get_state (self->run) == LAMP_RUN_RUNNING
      && (is_past || (is_orange && self->at_orange)))
    lamp_bell_ring (self);
}

static void
follow_phase (LampBell *self)
{
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);
  self->phase = figures.phase;
}

static void
let_sleep (LampBell *self)
{
  if (self->inhibition != 0)
    gtk_application_uninhibit (self->application, self->inhibition);
  self->inhibition = 0;
  g_clear_object (&self->application);
}

static void
keep_awake (LampBell *self)
{
  GtkApplication *application = self->window != NULL ? gtk_window_get_application (self->window) : NULL;

  if (self->application != NULL || application == NULL)
    return;
  self->application = g_object_ref (application);
  self->inhibition
      = gtk_application_inhibit (application, self->window,
                                 GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SUSPEND
                                     | GTK_APPLICATION_INHIBIT_IDLE,
                                 // Translators: the reason why the computer does not go to sleep
                                 _("A meeting is under way"));
}

static void
follow_state (LampBell *self)
{
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);
  if (figures.state == LAMP_RUN_RUNNING || (figures.state == LAMP_RUN_PAUSED && figures.pause < LONGEST_PAUSE))
    keep_awake (self);
  else
    let_sleep (self);
}

static void
lamp_bell_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  LampBell *self = LAMP_BELL (object);

  switch ((LampBellProps) property_id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_AT_ORANGE:
      g_value_set_boolean (value, self->at_orange);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
set_flag (LampBell     *self,
          gboolean     *flag,
          gboolean      value,
          LampBellProps prop)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
lamp_bell_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  LampBell *self = LAMP_BELL (object);

  switch ((LampBellProps) property_id)
    {
    case PROP_ENABLED:
      set_flag (self, &self->enabled, g_value_get_boolean (value), PROP_ENABLED);
      break;
    case PROP_AT_ORANGE:
      set_flag (self, &self->at_orange, g_value_get_boolean (value), PROP_AT_ORANGE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_bell_dispose (GObject *object)
{
  LampBell *self = LAMP_BELL (object);

  let_sleep (self);
  stop (self);
  g_clear_handle_id (&self->warming, g_source_remove);
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (lamp_bell_parent_class)->dispose (object);
}

static void
lamp_bell_class_init (LampBellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lamp_bell_get_property;
  object_class->set_property = lamp_bell_set_property;
  object_class->dispose = lamp_bell_dispose;

  props[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, flags);
  props[PROP_AT_ORANGE] = g_param_spec_boolean ("at-orange", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * LampBell::rung:
   *
   * It has rung, or would have if anything could sound.
   */
  signals[SIGNAL_RUNG]
      = g_signal_new ("rung", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_resources_register (lamp_run_get_resource ());
}

static void
lamp_bell_init (LampBell *self)
{
  self->enabled = TRUE;
}

/**
 * lamp_bell_new:
 * @run: the meeting that is run
 * @window: the window that beeps where no sound can be played, and whose application keeps the machine awake
 *
 * Makes a bell for a meeting. While it lives and the meeting goes on the machine does not go to sleep.
 *
 * Returns: (transfer full): the bell
 */
LampBell *
lamp_bell_new (LampMeetingRun *run,
               GtkWindow      *window)
{
  LampBell *self = g_object_new (LAMP_TYPE_BELL, NULL);

  g_return_val_if_fail (LAMP_IS_MEETING_RUN (run), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self->run = g_object_ref (run);
  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (run, "phase-changed", G_CALLBACK (on_phase_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "item-changed", G_CALLBACK (follow_phase), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "changed", G_CALLBACK (follow_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "ticked", G_CALLBACK (follow_state), self, G_CONNECT_SWAPPED);
  follow_phase (self);
  follow_state (self);
  self->warming = g_idle_add_full (G_PRIORITY_LOW, warm_up, self, NULL);

  return self;
}
