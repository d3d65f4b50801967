/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-page-private.h"

/* The keys of the running screen. They are asked last, on the way from the focus to the window: a field that has the
 * focus keeps its letters, its spaces and its arrows, and a button its Space. */

static const struct
{
  const char *trigger;
  const char *action;
} commands[] = {
  { "space", "run.toggle" },
  { "n", "run.note" },
  { "d", "run.decision" },
  { "c", "run.commitment" },
  { "q", "run.question" },
  { "p", "run.problem" },
  { "b", "run.bell" },
  { "s", "run.skip" },
};

static const struct
{
  const char *trigger;
  int seconds;
} times[] = {
  { "plus", 60 },
  { "equal", 60 },
  { "KP_Add", 60 },
  { "minus", -60 },
  { "KP_Subtract", -60 },
  { "<Control>plus", 15 },
  { "<Control>equal", 15 },
  { "<Control>KP_Add", 15 },
  { "<Control>minus", -15 },
  { "<Control>KP_Subtract", -15 },
  { "<Alt>plus", 300 },
  { "<Alt>equal", 300 },
  { "<Shift>KP_Add", 300 },
  { "<Alt>minus", -300 },
  { "<Shift>KP_Subtract", -300 },
};

static gboolean
is_field (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget);
}

static GtkWidget *
get_field (LampRunPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && is_field (focus) ? focus : NULL;
}

static gboolean
change_time (GtkWidget *widget,
             GVariant  *seconds,
             gpointer   data)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);
  LampRunState state = lamp_meeting_run_get_state (self->run);

  if (get_field (self) != NULL || (state != LAMP_RUN_RUNNING && state != LAMP_RUN_PAUSED))
    return GDK_EVENT_PROPAGATE;
  lamp_run_page_propose (self, g_variant_get_int32 (seconds));

  return GDK_EVENT_STOP;
}

/* In a language that is written from right to left, what comes next is on the left. */
static gboolean
walk (GtkWidget *widget,
      GVariant  *to_the_right,
      gpointer   data)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean forward = g_variant_get_boolean (to_the_right) != mirrored;

  if (get_field (LAMP_RUN_PAGE (widget)) != NULL)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget, forward ? "run.next" : "run.back", NULL);
}

static gboolean
accept (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  return lamp_run_price_accept (LAMP_RUN_PAGE (widget)->price);
}

/* One step back at a time: from what is proposed, from a field, from the screen. */
static gboolean
escape (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);

  if (lamp_run_price_get (self->price) != 0)
    {
      lamp_run_price_withdraw (self->price);
      return GDK_EVENT_STOP;
    }
  if (get_field (self) != NULL && lamp_meeting_run_get_state (self->run) != LAMP_RUN_READY)
    {
      lamp_run_page_focus_now (self);
      return GDK_EVENT_STOP;
    }

  return gtk_widget_activate_action (widget, "run.leave", NULL);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        LampRunPage           *self)
{
  if (get_field (self) != NULL || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  return lamp_run_voices_press (self->voices, g_unichar_tolower (gdk_keyval_to_unicode (keyval)),
                                (state & GDK_ALT_MASK) != 0 ? -1 : 1);
}

static void
add (GtkEventController  *controller,
     const char          *trigger,
     GtkShortcutFunc      func,
     GVariant            *argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (func, NULL, NULL));

  if (argument != NULL)
    gtk_shortcut_set_arguments (shortcut, argument);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* These come before the field that has the focus, in which they mean nothing. */
static void
add_early (LampRunPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < 2; i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (i == 0 ? GDK_KEY_Return : GDK_KEY_KP_Enter,
                                                                                    GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("run.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
lamp_run_page_add_keys (LampRunPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (commands[i].trigger),
                                                            gtk_named_action_new (commands[i].action)));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    add (controller, times[i].trigger, change_time, g_variant_new_int32 (times[i].seconds));
  add (controller, "Right", walk, g_variant_new_boolean (TRUE));
  add (controller, "Left", walk, g_variant_new_boolean (FALSE));
  add (controller, "Return", accept, NULL);
  add (controller, "KP_Enter", accept, NULL);
  add (controller, "Escape", escape, NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_early (self);
}
