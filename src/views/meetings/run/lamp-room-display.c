/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-room-display-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-run-resources.h"
#include "lamp-style.h"

#define RESOURCES "/io/github/lamplighter_app/Lamplighter/run/"

/* More norms than these are not read from five metres. */
#define MOST_NORMS 9
#define MANY_NORMS 5

typedef enum
{
  PROP_RUN = 1,
} LampRoomDisplayProps;

static GParamSpec *props[PROP_RUN + 1];

enum
{
  SIGNAL_ANNOUNCE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampRoomDisplay, lamp_room_display, ADW_TYPE_WINDOW)

/* Shows a text that may be empty, and @container only when it is not. */
static void
show_text (GtkWidget  *label,
           GtkWidget  *container,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (container, *text != '\0');
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* A long text is set smaller before it is shortened. */
static void
set_length (GtkWidget  *label,
            const char *text,
            glong       long_from,
            glong       longer_from)
{
  glong length = g_utf8_strlen (text, -1);

  set_css_class (label, "long", length >= long_from && length < longer_from);
  set_css_class (label, "longer", length >= longer_from);
}

static void
show_clock (LampRoomDisplay     *self,
            const LampRoomSheet *sheet)
{
  static const char *const looks[] = { "fine", "orange", "red", "past", "still" };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    set_css_class (self->clock_box, looks[i], g_str_equal (looks[i], sheet->css_class));
  show_text (self->clock_label, self->clock_label, sheet->clock);
  set_length (self->clock_label, sheet->clock, 6, 12);
  show_text (self->phase_label, self->phase_label, sheet->phase);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->phase_icon), sheet->icon_name);
}

static void
show_talk (LampRoomDisplay     *self,
           const LampRoomSheet *sheet)
{
  show_text (self->speaks_label, self->speaks_box, sheet->speaks);
  show_text (self->silent_label, self->silent_box, sheet->silent);
  gtk_widget_set_visible (self->talk_box, *sheet->speaks != '\0' || *sheet->silent != '\0');
  show_text (self->prompt_label, self->prompt_label, sheet->prompt);
  set_length (self->prompt_label, sheet->prompt, 120, G_MAXLONG);
  gtk_widget_set_visible (self->off_record_box, sheet->is_off_record);
}

static void
show_next (LampRoomDisplay     *self,
           const LampRoomSheet *sheet,
           LampRunState         state)
{
  gboolean first = state == LAMP_RUN_READY;
  gboolean under_way = state == LAMP_RUN_RUNNING || state == LAMP_RUN_PAUSED;
  const char *caption = first ? C_("room display", "First") : C_("room display", "Next");

  show_text (self->next_label, self->next_label, sheet->next);
  show_text (self->next_minutes, self->next_minutes, sheet->next_minutes);
  if (*sheet->next == '\0')
    caption = _("This is the last step");
  gtk_label_set_label (GTK_LABEL (self->next_caption), caption);
  gtk_widget_set_visible (self->next_box, *sheet->next != '\0' || under_way);
}

static void
show_sheet (LampRoomDisplay *self)
{
  g_autoptr (LampRoomSheet) sheet = self->run != NULL ? lamp_room_sheet_new (self->run) : NULL;
  guint n_norms = self->norms != NULL ? g_list_model_get_n_items (self->norms) : 0;

  if (sheet == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->meeting_label),
                       g_str_equal (sheet->meeting, sheet->title) ? "" : sheet->meeting);
  show_text (self->end_label, self->end_label, sheet->end);
  show_text (self->title_label, self->title_label, sheet->title);
  set_length (self->title_label, sheet->title, 32, 72);
  show_clock (self, sheet);
  show_talk (self, sheet);
  show_next (self, sheet, lamp_meeting_run_get_state (self->run));
  lamp_room_display_make_room (self, sheet);
  gtk_widget_set_visible (self->norms_box, sheet->shows_norms && n_norms > 0);
  set_css_class (self->sheet, "norms", sheet->shows_norms && n_norms > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, sheet->sentence, -1);
}

/* Tells it to who listens to this window; the running screen speaks for itself. */
static void
on_announce (LampRoomDisplay *self,
             const char      *message)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
announce (LampRoomDisplay *self)
{
  g_autoptr (LampRoomSheet) sheet = lamp_room_sheet_new (self->run);

  g_signal_emit (self, signals[SIGNAL_ANNOUNCE], 0, sheet->event);
}

static void
add_norm (LampRoomDisplay *self,
          const char      *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->norms_list), label);
}

static void
show_norms (LampRoomDisplay *self)
{
  guint n_norms = self->norms != NULL ? g_list_model_get_n_items (self->norms) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->norms_list)) != NULL)
    gtk_box_remove (GTK_BOX (self->norms_list), child);
  for (guint i = 0; i < MIN (n_norms, MOST_NORMS); i++)
    {
      g_autoptr (LampRecord) norm = g_list_model_get_item (self->norms, i);
      g_autofree char *line = g_strdup_printf ("•  %s", lamp_record_get_title (norm));

      add_norm (self, line);
    }
  if (n_norms > MOST_NORMS)
    {
      guint more = n_norms - MOST_NORMS;
      g_autofree char *line
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more);

      add_norm (self, line);
    }
  set_css_class (self->norms_box, "many", n_norms > MANY_NORMS);
  show_sheet (self);
}

static void
watch_norms (LampRoomDisplay *self)
{
  LampRecord *meeting = lamp_meeting_run_get_meeting (self->run);
  LampStore *store = lamp_session_get_store (lamp_meeting_run_get_session (self->run));

  self->norms = lamp_store_list_by (store, "norms", "community", lamp_record_get_text (meeting, "community"));
  g_signal_connect_object (store, "changed", G_CALLBACK (show_norms), self, G_CONNECT_SWAPPED);
}

static void
let_go (LampRoomDisplay *self)
{
  if (self->run == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->run, self);
  g_signal_handlers_disconnect_by_data (lamp_session_get_store (lamp_meeting_run_get_session (self->run)), self);
  g_clear_object (&self->norms);
  g_clear_object (&self->run);
}

static void
lamp_room_display_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GTK_WIDGET_CLASS (lamp_room_display_parent_class)->size_allocate (widget, width, height, baseline);
  lamp_room_display_fit (LAMP_ROOM_DISPLAY (widget), width, height);
}

static void
toggle_fullscreen (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
leave_fullscreen (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_window_unfullscreen (GTK_WINDOW (widget));
}

static void
on_pressed (LampRoomDisplay *self,
            int              n_press)
{
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.toggle-fullscreen", NULL);
}

/* A remote control for presentations sends Page Up and Page Down to whatever window has the focus. */
static void
do_toggle (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  lamp_meeting_run_toggle (LAMP_ROOM_DISPLAY (widget)->run);
}

static void
do_next (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  lamp_meeting_run_next (LAMP_ROOM_DISPLAY (widget)->run);
}

static void
do_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  lamp_meeting_run_back (LAMP_ROOM_DISPLAY (widget)->run);
}

static void
update_actions (LampRoomDisplay *self)
{
  static const char *const actions[] = { "room.toggle", "room.next", "room.back" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->run != NULL);
}

static void
lamp_room_display_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LampRoomDisplay *self = LAMP_ROOM_DISPLAY (object);

  switch ((LampRoomDisplayProps) property_id)
    {
    case PROP_RUN:
      g_value_set_object (value, self->run);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_room_display_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LampRoomDisplay *self = LAMP_ROOM_DISPLAY (object);

  switch ((LampRoomDisplayProps) property_id)
    {
    case PROP_RUN:
      lamp_room_display_set_run (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_room_display_dispose (GObject *object)
{
  LampRoomDisplay *self = LAMP_ROOM_DISPLAY (object);

  let_go (self);
  g_clear_handle_id (&self->resize, g_source_remove);
  if (self->size != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->size));
  g_clear_object (&self->size);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_ROOM_DISPLAY);

  G_OBJECT_CLASS (lamp_room_display_parent_class)->dispose (object);
}

static void
lamp_room_display_finalize (GObject *object)
{
  LampRoomDisplay *self = LAMP_ROOM_DISPLAY (object);

  g_free (self->style_name);
  g_free (self->crowd);

  G_OBJECT_CLASS (lamp_room_display_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, sheet);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, meeting_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, end_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, title_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, clock_box);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, clock_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, phase_icon);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, phase_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, off_record_box);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, talk_box);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, speaks_box);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, speaks_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, silent_box);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, silent_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, norms_box);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, norms_list);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, next_box);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, next_caption);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, next_label);
  gtk_widget_class_bind_template_child (widget_class, LampRoomDisplay, next_minutes);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
lamp_room_display_class_init (LampRoomDisplayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_room_display_get_property;
  object_class->set_property = lamp_room_display_set_property;
  object_class->dispose = lamp_room_display_dispose;
  object_class->finalize = lamp_room_display_finalize;
  widget_class->size_allocate = lamp_room_display_size_allocate;

  props[PROP_RUN] = g_param_spec_object ("run", NULL, NULL, LAMP_TYPE_MEETING_RUN,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * LampRoomDisplay::announce:
   * @message: what to say: the item and its time
   *
   * Another item is the current one, or it has come into another phase; never for a second that has passed.
   */
  signals[SIGNAL_ANNOUNCE]
      = g_signal_new_class_handler ("announce", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, G_CALLBACK (on_announce),
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_resources_register (lamp_run_get_resource ());
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "lamp-room-display.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "room.toggle-fullscreen", NULL, toggle_fullscreen);
  gtk_widget_class_install_action (widget_class, "room.leave-fullscreen", NULL, leave_fullscreen);
  gtk_widget_class_install_action (widget_class, "room.toggle", NULL, do_toggle);
  gtk_widget_class_install_action (widget_class, "room.next", NULL, do_next);
  gtk_widget_class_install_action (widget_class, "room.back", NULL, do_back);
  lamp_style_load (RESOURCES "room.css");
}

static void
lamp_room_display_init (LampRoomDisplay *self)
{
  self->style_name = g_strdup_printf ("room-%p", (gpointer) self);
  self->size = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->size), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), self->style_name);
  update_actions (self);
}

/**
 * lamp_room_display_new:
 * @run: the meeting that is run
 *
 * Makes the window for the projector; [method@RoomDisplay.show] shows it.
 *
 * Returns: (transfer none): the window, which belongs to GTK until it is closed
 */
LampRoomDisplay *
lamp_room_display_new (LampMeetingRun *run)
{
  return g_object_new (LAMP_TYPE_ROOM_DISPLAY, "run", run, NULL);
}

LampMeetingRun *
lamp_room_display_get_run (LampRoomDisplay *self)
{
  g_return_val_if_fail (LAMP_IS_ROOM_DISPLAY (self), NULL);

  return self->run;
}

/**
 * lamp_room_display_set_run:
 * @self: a room display
 * @run: (nullable): the meeting that is run
 *
 * Follows a meeting. Without one it stands still.
 */
void
lamp_room_display_set_run (LampRoomDisplay *self,
                           LampMeetingRun  *run)
{
  g_return_if_fail (LAMP_IS_ROOM_DISPLAY (self));
  g_return_if_fail (run == NULL || LAMP_IS_MEETING_RUN (run));

  if (run == self->run)
    return;
  let_go (self);
  if (run != NULL)
    {
      self->run = g_object_ref (run);
      watch_norms (self);
      g_signal_connect_object (run, "changed", G_CALLBACK (show_sheet), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (run, "ticked", G_CALLBACK (show_sheet), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (run, "item-changed", G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (run, "phase-changed", G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
      show_norms (self);
    }
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUN]);
}

/* (transfer full) (nullable): a monitor on which the other window is not */
static GdkMonitor *
find_projector (GtkWindow *beside)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (beside));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (beside));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkMonitor *taken = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; taken != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != taken)
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

/**
 * lamp_room_display_show:
 * @self: a room display
 * @beside: the window of the person who runs the meeting
 *
 * Shows it: full screen on the projector, or as a window where there is none.
 */
void
lamp_room_display_show (LampRoomDisplay *self,
                        GtkWindow       *beside)
{
  g_autoptr (GdkMonitor) projector = NULL;

  g_return_if_fail (LAMP_IS_ROOM_DISPLAY (self));
  g_return_if_fail (GTK_IS_WINDOW (beside));

  projector = find_projector (beside);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (beside));
  if (projector != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), projector);
  gtk_window_present (GTK_WINDOW (self));
  if (projector != NULL) /* the person goes on at the laptop */
    gtk_window_present (beside);
}
