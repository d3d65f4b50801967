/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-list-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-drag.h"
#include "lamp-agenda-edits.h"
#include "lamp-agenda-row.h"
#include "lamp-date.h"
#include "lamp-entry-row.h"
#include "lamp-meeting-edits.h"

#define PORTION 100 /* rows that are made at a time */

G_DEFINE_FINAL_TYPE (LampAgendaList, lamp_agenda_list, ADW_TYPE_BIN)

/* Whether nothing may be changed. */
gboolean
lamp_agenda_list_is_locked (LampAgendaList *self)
{
  return lamp_meeting_is_locked (self->meeting);
}

static GtkListBoxRow *
find_row (LampAgendaList *self,
          LampRecord     *item)
{
  guint place = self->records != NULL && item != NULL ? lamp_items_find (self->records, item) : G_MAXUINT;

  return place != G_MAXUINT ? gtk_list_box_get_row_at_index (self->items, (int) place) : NULL;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return gtk_list_box_row_get_index ((GtkListBoxRow *) a) - gtk_list_box_row_get_index ((GtkListBoxRow *) b);
}

/* The selected items in order; without any, the one that has the focus. */
GPtrArray *
lamp_agenda_list_dup_chosen (LampAgendaList *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GList) rows = gtk_list_box_get_selected_rows (self->items);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->items));

  if (rows == NULL && LAMP_IS_AGENDA_ROW (focus))
    rows = g_list_prepend (NULL, focus);
  rows = g_list_sort (rows, compare_rows);
  for (GList *row = rows; row != NULL; row = row->next)
    g_ptr_array_add (chosen, g_object_ref (lamp_agenda_row_get_item (row->data)));

  return chosen;
}

static void
show_rows (LampAgendaList *self,
           guint           size)
{
  g_autoptr (LampMeetingPlan) plan = NULL;

  if (size <= gtk_slice_list_model_get_size (self->shown))
    return;
  gtk_slice_list_model_set_size (self->shown, size);
  plan = lamp_meeting_plan_new (self->meeting, self->records);
  lamp_agenda_list_show_plan (self, plan);
}

/* Rows are made as far down as @item. */
static void
show_as_far_as (LampAgendaList *self,
                LampRecord     *item)
{
  guint place = lamp_items_find (self->records, item);

  if (place != G_MAXUINT)
    show_rows (self, (place / PORTION + 1) * PORTION);
}

/**
 * lamp_agenda_list_select:
 * @self: an agenda list
 * @items: (element-type LampRecord): some of its items
 *
 * Selects items, and gives the last of them the focus.
 */
void
lamp_agenda_list_select (LampAgendaList *self,
                         GPtrArray      *items)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (LAMP_IS_AGENDA_LIST (self));

  if (items->len == 0 || self->records == NULL)
    return;
  self->quiet = TRUE;
  gtk_list_box_unselect_all (self->items);
  for (guint i = 0; i < items->len; i++)
    {
      show_as_far_as (self, items->pdata[i]);
      row = find_row (self, items->pdata[i]);
      if (row != NULL)
        gtk_list_box_select_row (self->items, row);
    }
  self->quiet = FALSE;
  lamp_session_set_selected (self->session, items->pdata[items->len - 1]);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  lamp_agenda_commands_update (self);
}

/* Selects one item. */
void
lamp_agenda_list_select_one (LampAgendaList *self,
                             LampRecord     *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  lamp_agenda_list_select (self, items);
}

/* What a person selects last is what the inspector shows. */
static void
on_selected_rows (LampAgendaList *self)
{
  g_autoptr (GPtrArray) chosen = NULL;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->items));

  if (self->quiet)
    return;
  chosen = lamp_agenda_list_dup_chosen (self);
  lamp_agenda_commands_update (self);
  if (LAMP_IS_AGENDA_ROW (focus) && gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (focus)))
    lamp_session_set_selected (self->session, lamp_agenda_row_get_item (LAMP_AGENDA_ROW (focus)));
  else if (chosen->len > 0)
    lamp_session_set_selected (self->session, chosen->pdata[chosen->len - 1]);
}

static void
follow_selected (LampAgendaList *self)
{
  LampRecord *selected = lamp_session_get_selected (self->session);
  GtkListBoxRow *row;

  if (self->records == NULL || self->quiet)
    return;
  if (selected != NULL)
    show_as_far_as (self, selected);
  row = find_row (self, selected);
  if (row != NULL && gtk_list_box_row_is_selected (row))
    return;
  self->quiet = TRUE;
  gtk_list_box_unselect_all (self->items);
  if (row != NULL)
    gtk_list_box_select_row (self->items, row);
  self->quiet = FALSE;
  lamp_agenda_commands_update (self);
}

static void
on_row_activated (LampAgendaList *self,
                  GtkListBoxRow  *row)
{
  lamp_session_set_selected (self->session, lamp_agenda_row_get_item (LAMP_AGENDA_ROW (row)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.details", NULL);
}

/* Moves items together before what stands at @before now. */
void
lamp_agenda_list_place (LampAgendaList *self,
                        GPtrArray      *chosen,
                        guint           before)
{
  g_autofree char *message = NULL;

  if (!lamp_items_place (self->session, self->records, chosen, before))
    return;
  lamp_agenda_list_select (self, chosen);
  message = g_strdup_printf (_("Moved to place %u"), lamp_items_find (self->records, chosen->pdata[0]) + 1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
pop_up (LampAgendaList *self,
        GtkListBoxRow  *row,
        GtkWidget      *at,
        double          x,
        double          y)
{
  graphene_point_t point;

  if (lamp_agenda_list_is_locked (self))
    return;
  if (!gtk_list_box_row_is_selected (row))
    lamp_agenda_list_select_one (self, lamp_agenda_row_get_item (LAMP_AGENDA_ROW (row)));
  lamp_agenda_commands_update (self);
  if (!gtk_widget_compute_point (at, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pop_up_at (LampAgendaList *self,
           GtkListBoxRow  *row,
           GtkWidget      *at)
{
  pop_up (self, row, at, gtk_widget_get_width (at) / 2.0, gtk_widget_get_height (at) / 2.0);
}

/* The menu of the item that has the focus. */
void
lamp_agenda_list_show_menu (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       data)
{
  LampAgendaList *self = data;
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->items));

  if (LAMP_IS_AGENDA_ROW (row))
    pop_up_at (self, GTK_LIST_BOX_ROW (row), row);
}

static void
on_row_menu (LampAgendaList *self,
             GtkWidget      *button,
             LampAgendaRow  *row)
{
  pop_up_at (self, GTK_LIST_BOX_ROW (row), button);
}

static void
on_press (LampAgendaList *self,
          gint            n_press,
          double          x,
          double          y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->items, (int) y);

  if (row != NULL)
    pop_up (self, row, GTK_WIDGET (self->items), x, y);
}

static void
on_long_press (LampAgendaList *self,
               double          x,
               double          y)
{
  on_press (self, 1, x, y);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  LampAgendaList *self = data;
  GtkWidget *row = lamp_agenda_row_new (self->session, item);

  g_signal_connect_object (row, "menu", G_CALLBACK (on_row_menu), self, G_CONNECT_SWAPPED);

  return row;
}

static void
on_more (LampAgendaList *self)
{
  show_rows (self, gtk_slice_list_model_get_size (self->shown) + PORTION);
}

static void
on_typed (LampAgendaList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (LampRecord) item = NULL;

  if (*text == '\0' || lamp_agenda_list_is_locked (self))
    return;
  item = lamp_items_add_typed (self->session, self->meeting, self->records, text);
  if (item == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* What is dragged is marked in the list alone: the inspector would come and move everything under the pointer. */
static GListStore *
prepare_drag (GtkListBoxRow *row,
              gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = NULL;
  GListStore *dragged;

  if (lamp_agenda_list_is_locked (self))
    return NULL;
  if (!gtk_list_box_row_is_selected (row))
    {
      self->quiet = TRUE;
      gtk_list_box_unselect_all (self->items);
      gtk_list_box_select_row (self->items, row);
      self->quiet = FALSE;
    }
  chosen = lamp_agenda_list_dup_chosen (self);
  dragged = g_list_store_new (LAMP_TYPE_RECORD);
  g_list_store_splice (dragged, 0, 0, chosen->pdata, chosen->len);

  return dragged;
}

static gboolean
take_drop (GListModel *items,
           guint       before,
           gpointer    data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (LAMP_IS_RECORD (item) && lamp_items_find (self->records, LAMP_RECORD (item)) != G_MAXUINT)
        g_ptr_array_add (chosen, g_steal_pointer (&item));
    }
  if (chosen->len == 0 || lamp_agenda_list_is_locked (self))
    return FALSE;
  lamp_agenda_list_place (self, chosen, before);

  return TRUE;
}

/* A run of items of one kind: which, and how long they take together. */
static GtkWidget *
make_heading (LampAgendaList *self,
              guint           place,
              const char     *kind)
{
  int minutes = 0;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  for (guint i = place; i < g_list_model_get_n_items (self->records); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (self->records, i);

      if (g_strcmp0 (lamp_record_get_text (item, "kind"), kind) != 0)
        break;
      minutes += (int) lamp_record_get_integer (item, "minutes");
    }
  time = lamp_duration_format (minutes);
  // Translators: above a run of agenda items of one kind: the kind, and how long they take: Work · 20 min
  text = g_strdup_printf (C_ ("agenda heading", "%s · %s"), lamp_item_kind_get_label (kind), time);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "margin-start", 12, "margin-top", 9,
                        "margin-bottom", 3, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

static void
set_heading (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  LampAgendaList *self = data;
  LampRecord *item = lamp_agenda_row_get_item (LAMP_AGENDA_ROW (row));
  LampRecord *above = before != NULL ? lamp_agenda_row_get_item (LAMP_AGENDA_ROW (before)) : NULL;
  const char *kind = lamp_record_get_text (item, "kind");

  if (!self->headed || (above != NULL && g_strcmp0 (lamp_record_get_text (above, "kind"), kind) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  gtk_list_box_row_set_header (row, make_heading (self, (guint) gtk_list_box_row_get_index (row), kind));
}

static void
let_go (LampAgendaList *self)
{
  gtk_list_box_bind_model (self->items, NULL, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->records);
  g_clear_object (&self->meeting);
}

static void
lamp_agenda_list_dispose (GObject *object)
{
  LampAgendaList *self = LAMP_AGENDA_LIST (object);

  self->quiet = TRUE;
  if (self->items != NULL)
    let_go (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_AGENDA_LIST);

  G_OBJECT_CLASS (lamp_agenda_list_parent_class)->dispose (object);
}

static void
lamp_agenda_list_class_init (LampAgendaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_agenda_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LampAgendaList, items);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaList, more);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaList, typed);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaList, entry);
  gtk_widget_class_bind_template_child (widget_class, LampAgendaList, item_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_rows);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  lamp_agenda_commands_bind (widget_class);
}

static void
add_menu (LampAgendaList *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  self->menu = gtk_popover_menu_new_from_model (self->item_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_press), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->items), GTK_EVENT_CONTROLLER (press));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (on_long_press), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->items), GTK_EVENT_CONTROLLER (long_press));
}

static void
lamp_agenda_list_init (LampAgendaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = lamp_agenda_commands_new (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "item", G_ACTION_GROUP (self->actions));
  lamp_entry_row_set_title (self->entry, _("Add an item; its minutes at the end, such as “Norms 10m”"));
  gtk_list_box_set_header_func (self->items, set_heading, self, NULL);
  lamp_agenda_drag_attach (self->items, prepare_drag, take_drop, self);
  add_menu (self);
}

/**
 * lamp_agenda_list_set_session:
 * @self: an agenda list
 * @session: the session
 *
 * Says, once, which session it belongs to.
 */
void
lamp_agenda_list_set_session (LampAgendaList *self,
                              LampSession    *session)
{
  g_return_if_fail (LAMP_IS_AGENDA_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (follow_selected), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_agenda_list_set_meeting:
 * @self: an agenda list
 * @meeting: (nullable): a meeting
 *
 * Shows the agenda of a meeting.
 */
void
lamp_agenda_list_set_meeting (LampAgendaList *self,
                              LampRecord     *meeting)
{
  g_return_if_fail (LAMP_IS_AGENDA_LIST (self));

  if (self->meeting == meeting)
    return;
  self->quiet = TRUE;
  let_go (self);
  if (meeting != NULL)
    {
      self->meeting = g_object_ref (meeting);
      self->records = lamp_store_list_by (lamp_session_get_store (self->session), "agenda_items", "meeting",
                                          lamp_record_get_id (meeting));
      self->shown = gtk_slice_list_model_new (g_object_ref (self->records), 0, PORTION);
      gtk_list_box_bind_model (self->items, G_LIST_MODEL (self->shown), make_row, self, NULL);
    }
  self->quiet = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  follow_selected (self);
  lamp_agenda_commands_update (self);
}

/**
 * lamp_agenda_list_get_items:
 * @self: an agenda list
 *
 * Returns: (transfer none) (nullable): all items of the meeting, in order
 */
GListModel *
lamp_agenda_list_get_items (LampAgendaList *self)
{
  g_return_val_if_fail (LAMP_IS_AGENDA_LIST (self), NULL);

  return self->records;
}

static void
show_more (LampAgendaList *self)
{
  guint n_items = g_list_model_get_n_items (self->records);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autofree char *label = NULL;

  // Translators: %1$u of the %2$u items of a very long agenda are in sight
  label = g_strdup_printf (_("%1$u of %2$u Items: Show More"), n_shown, n_items);
  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_shown < n_items);
}

/**
 * lamp_agenda_list_show_plan:
 * @self: an agenda list that shows a meeting
 * @plan: its agenda, timed
 *
 * Shows when each item is due, and which are past the end.
 */
void
lamp_agenda_list_show_plan (LampAgendaList        *self,
                            const LampMeetingPlan *plan)
{
  gboolean locked;

  g_return_if_fail (LAMP_IS_AGENDA_LIST (self));
  g_return_if_fail (self->shown != NULL);

  locked = lamp_agenda_list_is_locked (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->items, (int) i);

      lamp_agenda_row_set_locked (LAMP_AGENDA_ROW (row), locked);
      lamp_agenda_row_set_plan (LAMP_AGENDA_ROW (row), plan, i);
    }
  self->headed = lamp_meeting_plan_is_headed (plan);
  gtk_list_box_invalidate_headers (self->items);
  gtk_widget_set_visible (self->typed, !locked);
  show_more (self);
  lamp_agenda_commands_update (self);
}

/**
 * lamp_agenda_list_get_place:
 * @self: an agenda list
 *
 * Returns: where something new is to stand: after what is selected, else at the end, before a reflection that closes
 *   the agenda
 */
guint
lamp_agenda_list_get_place (LampAgendaList *self)
{
  g_autoptr (GPtrArray) chosen = NULL;

  g_return_val_if_fail (LAMP_IS_AGENDA_LIST (self), 0);

  chosen = lamp_agenda_list_dup_chosen (self);
  if (chosen->len > 0)
    return lamp_items_find (self->records, chosen->pdata[chosen->len - 1]) + 1;

  return lamp_items_get_end (self->records);
}
