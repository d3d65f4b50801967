/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-meeting-edits.h"

struct _LampAgendaRow
{
  GtkListBoxRow parent_instance;

  LampSession *session;
  LampRecord *item;
  gboolean locked;

  GtkWidget *handle;
  GtkLabel *start;
  GtkLabel *title;
  GtkImage *kind_icon;
  GtkLabel *details;
  GtkLabel *who;
  GtkLabel *why;
  AdwWrapBox *chips;
  GtkWidget *past;
  GtkLabel *past_label;
  GtkWidget *minutes;
  GtkWidget *menu;
  char *links;  /* what the chips show */
};

static guint menu_signal;

G_DEFINE_FINAL_TYPE (LampAgendaRow, lamp_agenda_row, GTK_TYPE_LIST_BOX_ROW)

/* Kind, activity and marks, as far as there are any. */
static char *
dup_details (LampAgendaRow *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *activity = lamp_record_dup_display (self->item, "activity");
  g_auto (GStrv) strings = NULL;

  g_strv_builder_add (parts, lamp_item_kind_get_label (lamp_record_get_text (self->item, "kind")));
  if (*activity != '\0')
    g_strv_builder_add (parts, activity);
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

/* Who speaks and who listens, where that is agreed. */
static char *
dup_who (LampAgendaRow *self)
{
  const char *speaks = lamp_record_get_text (self->item, "speaks");
  const char *silent = lamp_record_get_text (self->item, "silent");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (speaks != NULL && *speaks != '\0')
    // Translators: who speaks during an agenda item
    first = g_strdup_printf (_("Speaks: %s"), speaks);
  if (silent != NULL && *silent != '\0')
    // Translators: who listens during an agenda item
    second = g_strdup_printf (_("Listens: %s"), silent);
  if (first == NULL)
    return g_steal_pointer (&second);

  return g_strjoin (second != NULL ? " · " : NULL, first, second, NULL);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->links != NULL ? self->links : "", -1);
}

/* What an item is linked to: each link can be followed. */
static const struct
{
  const char *field;
  const char *icon_name;
} links[] = {
  { "presenter", "avatar-default-symbolic" },
  { "goal", "lamp-goals-symbolic" },
  { "cycle", "media-playlist-repeat-symbolic" },
  { "stage", "media-playlist-consecutive-symbolic" },
  { "problem", "dialog-question-symbolic" },
};

static void
on_chip_clicked (GtkWidget  *chip,
                 LampRecord *record)
{
  LampAgendaRow *self = LAMP_AGENDA_ROW (gtk_widget_get_ancestor (chip, LAMP_TYPE_AGENDA_ROW));

  lamp_session_reveal (self->session, record);
}

static GtkWidget *
make_chip (const LampField *field,
           const char      *icon_name,
           LampRecord      *record)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", lamp_record_get_title (record), "ellipsize",
                                   PANGO_ELLIPSIZE_END, "max-width-chars", 26, NULL);
  // Translators: a link of an agenda item: the field and what it names: Presenter: Ana Ruiz
  g_autofree char *name = g_strdup_printf (C_ ("link", "%s: %s"), lamp_field_get_label (field),
                                           lamp_record_get_title (record));

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), record, 0);

  return chip;
}

static void
add_chip (LampAgendaRow *self,
          guint          link,
          GString       *names)
{
  const LampRecordType *type = lamp_record_get_record_type (self->item);
  const LampField *field = &type->fields[lamp_record_type_find_field (type, links[link].field)];
  g_autoptr (LampRecord) record = NULL;

  if (lamp_record_has (self->item, field->name))
    record = lamp_store_find (lamp_session_get_store (self->session), field->target,
                              lamp_record_get_text (self->item, field->name));
  if (record == NULL)
    return;
  g_string_append_printf (names, "%s%s: %s", names->len > 0 ? ", " : "", lamp_field_get_label (field),
                          lamp_record_get_title (record));
  adw_wrap_box_append (self->chips, make_chip (field, links[link].icon_name, record));
}

static void
show_links (LampAgendaRow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    add_chip (self, i, names);
  g_set_str (&self->links, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), names->len > 0);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update (LampAgendaRow *self)
{
  g_autofree char *details = dup_details (self);
  g_autofree char *who = dup_who (self);

  gtk_label_set_text (self->title, lamp_record_get_title (self->item));
  gtk_image_set_from_icon_name (self->kind_icon,
                                lamp_item_kind_get_icon_name (lamp_record_get_text (self->item, "kind")));
  gtk_label_set_text (self->details, details);
  show_text (self->who, who);
  show_text (self->why, lamp_record_get_text (self->item, "why"));
  show_links (self);
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

/* Up and Down go to the minutes of the item above and below, as in a table. */
static gboolean
step_to (LampAgendaRow *self,
         int            by)
{
  GtkListBox *box = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self)));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + by;
  GtkListBoxRow *row = place >= 0 ? gtk_list_box_get_row_at_index (box, place) : NULL;

  return row != NULL && gtk_widget_grab_focus (LAMP_AGENDA_ROW (row)->minutes);
}

static gboolean
on_key_pressed (LampAgendaRow   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval == GDK_KEY_Up && (state & GDK_ALT_MASK) == 0)
    return step_to (self, -1);
  if (keyval == GDK_KEY_Down && (state & GDK_ALT_MASK) == 0)
    return step_to (self, 1);
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  show_minutes (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static void
on_menu_clicked (LampAgendaRow *self)
{
  g_signal_emit (self, menu_signal, 0, self->menu);
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
lamp_agenda_row_finalize (GObject *object)
{
  g_free (LAMP_AGENDA_ROW (object)->links);

  G_OBJECT_CLASS (lamp_agenda_row_parent_class)->finalize (object);
}

static void
lamp_agenda_row_class_init (LampAgendaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_agenda_row_dispose;
  object_class->finalize = lamp_agenda_row_finalize;

  /**
   * LampAgendaRow::menu:
   * @button: what the menu is to point to
   *
   * The person asked for the item's menu.
   */
  menu_signal = g_signal_new ("menu", LAMP_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              GTK_TYPE_WIDGET);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, handle);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, start);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, title);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, details);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, who);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, why);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, chips);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, past);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, past_label);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_clicked);
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
}
