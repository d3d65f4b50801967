/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-meeting-edits.h"

struct _LampAgendaRow
{
  GtkListBoxRow parent_instance;

  LampSession *session;
  LampRecord *item;
  gboolean locked;
  guint n_items;

  GtkWidget *handle;
  GtkLabel *start;
  GtkLabel *title;
  GtkImage *kind_icon;
  GtkLabel *details;
  GtkLabel *why;
  GtkWidget *past;
  GtkLabel *past_label;
  GtkWidget *minutes;
  GtkWidget *menu;
};

enum
{
  SIGNAL_MOVE,
  SIGNAL_DUPLICATE,
  SIGNAL_DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampAgendaRow, lamp_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_presenter (LampAgendaRow *self)
{
  g_autoptr (LampRecord) person = NULL;

  if (lamp_record_has (self->item, "presenter"))
    person = lamp_store_find (lamp_session_get_store (self->session), "people",
                              lamp_record_get_text (self->item, "presenter"));

  return person != NULL ? g_strdup (lamp_record_get_title (person)) : NULL;
}

/* Kind, activity, presenter and marks, as far as there are any. */
static char *
dup_details (LampAgendaRow *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *presenter = dup_presenter (self);
  g_autofree char *activity = lamp_record_dup_display (self->item, "activity");
  g_auto (GStrv) strings = NULL;

  g_strv_builder_add (parts, lamp_item_kind_get_label (lamp_record_get_text (self->item, "kind")));
  if (*activity != '\0')
    g_strv_builder_add (parts, activity);
  if (presenter != NULL)
    g_strv_builder_add (parts, presenter);
  if (lamp_record_get_boolean (self->item, "protected"))
    g_strv_builder_add (parts, C_ ("agenda item", "protected"));
  if (lamp_record_get_boolean (self->item, "recurring"))
    g_strv_builder_add (parts, C_ ("agenda item", "comes back each time"));
  if (lamp_record_get_boolean (self->item, "off_record"))
    g_strv_builder_add (parts, C_ ("agenda item", "off the record"));
  strings = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strings);
}

static void
show_minutes (LampAgendaRow *self)
{
  g_autofree char *minutes = lamp_duration_format ((int) lamp_record_get_integer (self->item, "minutes"));

  gtk_editable_set_text (GTK_EDITABLE (self->minutes), minutes);
  gtk_widget_remove_css_class (self->minutes, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update_name (LampAgendaRow *self)
{
  g_autofree char *minutes = lamp_duration_format ((int) lamp_record_get_integer (self->item, "minutes"));
  g_autofree char *name = NULL;

  // Translators: an agenda item as a screen reader says it: 07:46, 20 min: Compare exit tickets. Work · Ana Ruiz. Past
  // the end
  name = g_strdup_printf (_("%s, %s: %s. %s. %s"), gtk_label_get_text (self->start), minutes,
                          lamp_record_get_title (self->item), gtk_label_get_text (self->details),
                          gtk_widget_get_visible (self->past) ? gtk_label_get_text (self->past_label) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (LampAgendaRow *self)
{
  g_autofree char *details = dup_details (self);
  const char *why = lamp_record_get_text (self->item, "why");

  gtk_label_set_text (self->title, lamp_record_get_title (self->item));
  gtk_image_set_from_icon_name (self->kind_icon,
                                lamp_item_kind_get_icon_name (lamp_record_get_text (self->item, "kind")));
  gtk_label_set_text (self->details, details);
  gtk_label_set_text (self->why, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), why != NULL && *why != '\0');
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != self->minutes)
    show_minutes (self);
  update_name (self);
}

/* Takes what was typed, or says that it is no duration. */
static void
take_minutes (LampAgendaRow *self)
{
  int minutes;

  if (self->locked)
    return;
  if (!lamp_duration_parse (gtk_editable_get_text (GTK_EDITABLE (self->minutes)), &minutes))
    {
      gtk_widget_add_css_class (self->minutes, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Type minutes such as 90, 1:30 or 1.5h."),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  lamp_item_set_minutes (self->session, self->item, minutes);
  show_minutes (self);
}

static void
on_focus_left (LampAgendaRow *self)
{
  int minutes;

  if (self->item == NULL || lamp_record_is_deleted (self->item))
    return;

  /* What cannot be read is not kept: the field never shows what is not so. */
  if (lamp_duration_parse (gtk_editable_get_text (GTK_EDITABLE (self->minutes)), &minutes))
    take_minutes (self);
  else
    show_minutes (self);
}

static gboolean
on_key_pressed (LampAgendaRow *self,
                guint          keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  show_minutes (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static void
move_by (LampAgendaRow *self,
         int            by)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + by;

  if (!self->locked && place >= 0 && place < (int) self->n_items)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, (guint) place);
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move_by (LAMP_AGENDA_ROW (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move_by (LAMP_AGENDA_ROW (widget), 1);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DUPLICATE], 0);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DELETE], 0);
}

static GdkContentProvider *
on_drag_prepare (LampAgendaRow *self)
{
  if (self->locked)
    return NULL;

  return gdk_content_provider_new_typed (LAMP_TYPE_AGENDA_ROW, self);
}

static void
on_drag_begin (LampAgendaRow *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* The dropped row comes to stand where this one stands. */
static gboolean
on_drop (LampAgendaRow *self,
         const GValue  *value)
{
  LampAgendaRow *source = g_value_get_object (value);

  if (self->locked || source == self
      || gtk_widget_get_parent (GTK_WIDGET (source)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (source, signals[SIGNAL_MOVE], 0, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));

  return TRUE;
}

static void
lamp_agenda_row_dispose (GObject *object)
{
  LampAgendaRow *self = LAMP_AGENDA_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_AGENDA_ROW);

  G_OBJECT_CLASS (lamp_agenda_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "item.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "item.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "item.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "item.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "item.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "item.delete", NULL);
}

static void
lamp_agenda_row_class_init (LampAgendaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_agenda_row_dispose;

  signals[SIGNAL_MOVE] = g_signal_new ("move", LAMP_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_DUPLICATE] = g_signal_new ("duplicate", LAMP_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  signals[SIGNAL_DELETE] = g_signal_new ("delete", LAMP_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, handle);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, start);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, title);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, details);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, why);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, past);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, past_label);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, menu);
  install_actions (widget_class);
}

static void
add_drag_and_drop (LampAgendaRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (LAMP_TYPE_AGENDA_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
lamp_agenda_row_init (LampAgendaRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  g_signal_connect_object (self->minutes, "activate", G_CALLBACK (take_minutes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->minutes, focus);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->minutes, keys);
  add_drag_and_drop (self);
}

/**
 * lamp_agenda_row_new:
 * @session: the session
 * @item: an agenda item
 *
 * Returns: (transfer floating): a row that follows the item
 */
GtkWidget *
lamp_agenda_row_new (LampSession *session,
                     LampRecord  *item)
{
  LampAgendaRow *self = g_object_new (LAMP_TYPE_AGENDA_ROW, NULL);

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_agenda_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): the agenda item
 */
LampRecord *
lamp_agenda_row_get_item (LampAgendaRow *self)
{
  g_return_val_if_fail (LAMP_IS_AGENDA_ROW (self), NULL);

  return self->item;
}

static char *
dup_past_words (const LampAgendaTime *time,
                gint64                slot_ends_at)
{
  if (time->place == LAMP_AGENDA_BEYOND)
    return g_strdup (_("Starts after the end"));

  return g_strdup_printf (_("Ends %d min after the end"), (int) (time->ends_at - slot_ends_at));
}

/**
 * lamp_agenda_row_set_plan:
 * @self: a row
 * @plan: the whole agenda, timed
 * @index: the place of the row's item
 *
 * Shows when the item is due, and whether that is past the end of the slot.
 */
void
lamp_agenda_row_set_plan (LampAgendaRow         *self,
                          const LampMeetingPlan *plan,
                          guint                  index)
{
  const LampAgendaTime *time;
  g_autofree char *starts_at = NULL;
  g_autofree char *start = NULL;

  g_return_if_fail (LAMP_IS_AGENDA_ROW (self));
  g_return_if_fail (index < plan->n_items);

  time = &plan->times[index];
  self->n_items = plan->n_items;
  starts_at = lamp_time_from_minutes (time->starts_at);
  start = lamp_clock_time_dup_display (starts_at);
  gtk_label_set_text (self->start, start);
  gtk_widget_set_visible (self->past, time->place != LAMP_AGENDA_WITHIN);
  if (time->place != LAMP_AGENDA_WITHIN)
    {
      g_autofree char *words = dup_past_words (time, plan->times[0].starts_at + plan->sum.slot);

      gtk_label_set_text (self->past_label, words);
      gtk_widget_add_css_class (GTK_WIDGET (self->start), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->start), "error");
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-up", !self->locked && index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-down", !self->locked && index + 1 < plan->n_items);
  update_name (self);
}

/**
 * lamp_agenda_row_set_locked:
 * @self: a row
 * @locked: whether the agenda may not be changed
 *
 * A locked row can be read and selected only.
 */
void
lamp_agenda_row_set_locked (LampAgendaRow *self,
                            gboolean       locked)
{
  g_return_if_fail (LAMP_IS_AGENDA_ROW (self));

  self->locked = locked;
  gtk_widget_set_visible (self->handle, !locked);
  gtk_widget_set_visible (self->menu, !locked);
  gtk_editable_set_editable (GTK_EDITABLE (self->minutes), !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.duplicate", !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.delete", !locked);
}
