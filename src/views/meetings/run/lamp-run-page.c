/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-page-private.h"

#include "lamp-key-cap.h"
#include "lamp-run-resources.h"
#include "lamp-style.h"

typedef enum
{
  PROP_RUN = 1,
  PROP_BELL,
  PROP_ADAPT,
  PROP_VOICES,
  PROP_ROOM_DISPLAY,
} LampRunPageProps;

static GParamSpec *props[PROP_ROOM_DISPLAY + 1];

enum
{
  SIGNAL_LEAVE,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampRunPage, lamp_run_page, ADW_TYPE_BIN)

static const char * const adapt_words[] = {
  [LAMP_RUN_ADAPT_OFF] = "off",
  [LAMP_RUN_ADAPT_SHORTEN] = "shorten",
  [LAMP_RUN_ADAPT_BOTH_WAYS] = "both-ways",
};

LampRecord *
lamp_run_page_get_item (LampRunPage *self)
{
  LampRunFigures figures;

  lamp_meeting_run_look (self->run, &figures);

  return lamp_meeting_run_get_item (self->run, figures.current);
}

static void
on_not_counted (LampRunPage *self)
{
  lamp_meeting_run_answer_away (self->run, TRUE);
  lamp_run_page_update (self);
  lamp_run_page_focus_now (self);
}

static void
on_go_to (LampRunPage *self,
          guint        index)
{
  lamp_meeting_run_go_to (self->run, index);
  lamp_run_page_focus_now (self);
}

static void
on_price_accepted (LampRunPage *self,
                   int          seconds)
{
  lamp_meeting_run_add_seconds (self->run, seconds);
  lamp_run_page_focus_now (self);
}

static void
on_fit (LampRunPage *self,
        gboolean     on)
{
  g_object_set (self, "adapt", on ? "shorten" : "off", NULL);
}

/* More time has its price, which is said first; the same wish once more accepts it. Less time is given back at once. */
void
lamp_run_page_propose (LampRunPage *self,
                       int          seconds)
{
  if (seconds > 0 && lamp_run_price_get (self->price) == seconds)
    {
      lamp_run_price_accept (self->price);
      return;
    }
  if (seconds > 0)
    lamp_run_price_propose (self->price, self->run, seconds);
  else if (lamp_run_price_get (self->price) > 0)
    lamp_run_price_withdraw (self->price);
  else
    lamp_meeting_run_add_seconds (self->run, seconds);
}

void
lamp_run_page_focus_now (LampRunPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->now));
}

void
lamp_run_page_emit_leave (LampRunPage *self)
{
  lamp_run_capture_flush (self->capture);
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

void
lamp_run_page_emit_closed (LampRunPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
on_breakpoint (LampRunPage *self)
{
  AdwBreakpoint *now = adw_breakpoint_bin_get_current_breakpoint (self->bin);
  struct { AdwBreakpoint *breakpoint; const char *css_class; } classes[] = {
    { self->large, "large" }, { self->medium, "medium" }, { self->narrow, "narrow" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i].breakpoint == now && now != NULL)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i].css_class);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i].css_class);
}

static void
on_room_closed (LampRunPage *self)
{
  self->room = NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROOM_DISPLAY]);
}

void
lamp_run_page_set_room (LampRunPage *self,
                        gboolean     shown)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (shown == (self->room != NULL) || !GTK_IS_WINDOW (root))
    return;
  if (!shown)
    {
      gtk_window_destroy (GTK_WINDOW (self->room));
      return;
    }
  self->room = lamp_room_display_new (self->run);
  g_signal_connect_object (self->room, "destroy", G_CALLBACK (on_room_closed), self, G_CONNECT_SWAPPED);
  lamp_room_display_show (self->room, GTK_WINDOW (root));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROOM_DISPLAY]);
}

/* It is asked for before there is a run: the menu is part of the template. */
static const char *
get_adapt (LampRunPage *self)
{
  if (self->run == NULL)
    return adapt_words[LAMP_RUN_ADAPT_SHORTEN];

  return adapt_words[lamp_run_get_adapt (lamp_meeting_run_get_run (self->run))];
}

static void
set_adapt (LampRunPage *self,
           const char  *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (adapt_words); i++)
    if (g_strcmp0 (adapt_words[i], word) == 0 && lamp_meeting_run_set_adapt (self->run, (LampRunAdapt) i))
      {
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ADAPT]);
        lamp_run_page_update (self);
      }
}

static void
set_bell (LampRunPage *self,
          gboolean     rings)
{
  if (self->rings == rings)
    return;
  self->rings = rings;
  if (self->bell != NULL)
    g_object_set (self->bell, "enabled", rings, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BELL]);
}

static void
set_voices (LampRunPage *self,
            gboolean     counted)
{
  if (self->counts_voices == counted)
    return;
  self->counts_voices = counted;
  gtk_widget_set_visible (GTK_WIDGET (self->voices), counted);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VOICES]);
}

static void
lamp_run_page_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LampRunPage *self = LAMP_RUN_PAGE (object);

  switch ((LampRunPageProps) property_id)
    {
    case PROP_RUN:
      g_value_set_object (value, self->run);
      break;
    case PROP_BELL:
      g_value_set_boolean (value, self->rings);
      break;
    case PROP_ADAPT:
      g_value_set_static_string (value, get_adapt (self));
      break;
    case PROP_VOICES:
      g_value_set_boolean (value, self->counts_voices);
      break;
    case PROP_ROOM_DISPLAY:
      g_value_set_boolean (value, self->room != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_run_page_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LampRunPage *self = LAMP_RUN_PAGE (object);

  switch ((LampRunPageProps) property_id)
    {
    case PROP_RUN:
      self->run = g_value_dup_object (value);
      break;
    case PROP_BELL:
      set_bell (self, g_value_get_boolean (value));
      break;
    case PROP_ADAPT:
      set_adapt (self, g_value_get_string (value));
      break;
    case PROP_VOICES:
      set_voices (self, g_value_get_boolean (value));
      break;
    case PROP_ROOM_DISPLAY:
      lamp_run_page_set_room (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_run_page_constructed (GObject *object)
{
  LampRunPage *self = LAMP_RUN_PAGE (object);
  LampSession *session = lamp_meeting_run_get_session (self->run);

  G_OBJECT_CLASS (lamp_run_page_parent_class)->constructed (object);

  lamp_start_card_set_run (self->start, self->run);
  lamp_run_capture_set_up (self->capture, session, lamp_meeting_run_get_meeting (self->run));
  lamp_run_voices_set_run (self->voices, self->run);
  g_signal_connect_object (self->run, "item-changed", G_CALLBACK (lamp_run_page_on_item_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "phase-changed", G_CALLBACK (lamp_run_page_on_phase_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "changed", G_CALLBACK (lamp_run_page_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "ticked", G_CALLBACK (lamp_run_page_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "fit", G_CALLBACK (on_fit), self, G_CONNECT_SWAPPED);
  lamp_run_page_show_item (self);
  lamp_run_page_update (self);
}

/* The bell keeps the window awake that the page is in. */
static void
lamp_run_page_root (GtkWidget *widget)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (lamp_run_page_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;
  self->bell = lamp_bell_new (self->run, GTK_WINDOW (root));
  g_object_set (self->bell, "enabled", self->rings, NULL);
}

static void
lamp_run_page_unroot (GtkWidget *widget)
{
  LampRunPage *self = LAMP_RUN_PAGE (widget);

  g_clear_object (&self->bell);
  if (self->room != NULL)
    gtk_window_destroy (GTK_WINDOW (self->room));

  GTK_WIDGET_CLASS (lamp_run_page_parent_class)->unroot (widget);
}

static void
lamp_run_page_dispose (GObject *object)
{
  LampRunPage *self = LAMP_RUN_PAGE (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_RUN_PAGE);

  G_OBJECT_CLASS (lamp_run_page_parent_class)->dispose (object);
}

static void
lamp_run_page_finalize (GObject *object)
{
  g_clear_object (&LAMP_RUN_PAGE (object)->run);

  G_OBJECT_CLASS (lamp_run_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * LampRunPage:run:
   *
   * The meeting that is run.
   */
  props[PROP_RUN] = g_param_spec_object ("run", NULL, NULL, LAMP_TYPE_MEETING_RUN,
                                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * LampRunPage:bell:
   *
   * Whether the end of an item's time is rung.
   */
  props[PROP_BELL] = g_param_spec_boolean ("bell", NULL, NULL, TRUE, flags);
  /**
   * LampRunPage:adapt:
   *
   * What becomes of the items to come when time is lost: "off", "shorten" or "both-ways".
   */
  props[PROP_ADAPT] = g_param_spec_string ("adapt", NULL, NULL, "shorten", flags);
  /**
   * LampRunPage:voices:
   *
   * Whether turns are counted.
   */
  props[PROP_VOICES] = g_param_spec_boolean ("voices", NULL, NULL, FALSE, flags);
  /**
   * LampRunPage:room-display:
   *
   * Whether the window for the projector is shown.
   */
  props[PROP_ROOM_DISPLAY] = g_param_spec_boolean ("room-display", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
install_signals (void)
{
  /**
   * LampRunPage::leave:
   *
   * The person wants to go back to the window; the meeting goes on.
   */
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", LAMP_TYPE_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  /**
   * LampRunPage::closed:
   *
   * There is nothing to run any more.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", LAMP_TYPE_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, large);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, medium);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, away);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, pages);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, start);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, now);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, capture);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, voices);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, price);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, transport);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, toggle_button);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, toggle_icon);
  gtk_widget_class_bind_template_child (widget_class, LampRunPage, label_toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_breakpoint);
  gtk_widget_class_bind_template_callback (widget_class, on_not_counted);
  gtk_widget_class_bind_template_callback (widget_class, on_go_to);
  gtk_widget_class_bind_template_callback (widget_class, on_price_accepted);
}

static void
lamp_run_page_class_init (LampRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_run_page_get_property;
  object_class->set_property = lamp_run_page_set_property;
  object_class->constructed = lamp_run_page_constructed;
  object_class->dispose = lamp_run_page_dispose;
  object_class->finalize = lamp_run_page_finalize;
  widget_class->root = lamp_run_page_root;
  widget_class->unroot = lamp_run_page_unroot;

  install_properties (object_class);
  install_signals ();
  g_resources_register (lamp_run_get_resource ());
  lamp_style_load ("/io/github/lamplighter_app/Lamplighter/run/run.css");
  g_type_ensure (LAMP_TYPE_KEY_CAP);
  g_type_ensure (LAMP_TYPE_START_CARD);
  g_type_ensure (LAMP_TYPE_RUN_NOW);
  g_type_ensure (LAMP_TYPE_RUN_AGENDA);
  g_type_ensure (LAMP_TYPE_RUN_CAPTURE);
  g_type_ensure (LAMP_TYPE_RUN_VOICES);
  g_type_ensure (LAMP_TYPE_RUN_PRICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-run-page.ui");
  bind_template (widget_class);
  lamp_run_page_install_actions (widget_class);
}

static void
lamp_run_page_init (LampRunPage *self)
{
  self->rings = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  lamp_run_page_add_keys (self);
}

/**
 * lamp_run_page_new:
 * @run: a meeting that is, or is to be, run
 *
 * Returns: (transfer floating): the running screen of it
 */
GtkWidget *
lamp_run_page_new (LampMeetingRun *run)
{
  g_return_val_if_fail (LAMP_IS_MEETING_RUN (run), NULL);

  return g_object_new (LAMP_TYPE_RUN_PAGE, "run", run, NULL);
}

/**
 * lamp_run_page_get_run:
 * @self: a running screen
 *
 * Returns: (transfer none): the meeting that is run
 */
LampMeetingRun *
lamp_run_page_get_run (LampRunPage *self)
{
  g_return_val_if_fail (LAMP_IS_RUN_PAGE (self), NULL);

  return self->run;
}

/**
 * lamp_run_page_enter:
 * @self: a running screen
 *
 * Gives the focus to where the keys are commands: to Start, or to the item that is under way.
 */
void
lamp_run_page_enter (LampRunPage *self)
{
  g_return_if_fail (LAMP_IS_RUN_PAGE (self));

  if (lamp_meeting_run_get_state (self->run) == LAMP_RUN_READY)
    lamp_start_card_focus (self->start);
  else
    lamp_run_page_focus_now (self);
}

/**
 * lamp_run_page_flush:
 * @self: a running screen
 *
 * Keeps what is being typed.
 */
void
lamp_run_page_flush (LampRunPage *self)
{
  g_return_if_fail (LAMP_IS_RUN_PAGE (self));

  lamp_run_capture_flush (self->capture);
}

/**
 * lamp_run_page_tell:
 * @self: a running screen
 * @toast: (transfer full): something to tell
 *
 * Tells the person something above the buttons that they need.
 */
void
lamp_run_page_tell (LampRunPage *self,
                    AdwToast    *toast)
{
  g_return_if_fail (LAMP_IS_RUN_PAGE (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
