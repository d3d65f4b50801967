/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-goal-list-private.h"

/* With less room, only the first columns are shown. */
#define NARROW 560

typedef enum
{
  PROP_PLACE = 1,
} LampGoalListProps;

static GParamSpec *props[PROP_PLACE + 1];

G_DEFINE_FINAL_TYPE (LampGoalList, lamp_goal_list, ADW_TYPE_BIN)

/* The selection. */

GtkTreeListRow *
lamp_goal_list_get_selected_row (LampGoalList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

LampGoalEntry *
lamp_goal_list_get_selected_entry (LampGoalList *self)
{
  return lamp_goal_lines_get_entry (lamp_goal_list_get_selected_row (self));
}

gboolean
lamp_goal_list_has_focus (LampGoalList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
         && gtk_widget_get_native (focus) == gtk_widget_get_native (GTK_WIDGET (self));
}

void
lamp_goal_list_go_to (LampGoalList *self,
                      guint         position,
                      gboolean      focus)
{
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_column_view_scroll_to (self->view, position, NULL, focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE, NULL);
}

static void
follow_selected (LampGoalList *self,
                 gboolean      focus)
{
  const LampRow *selected = lamp_goal_board_get_selected (self->board);
  LampGoalEntry *current = lamp_goal_list_get_selected_entry (self);
  LampGoalEntry *entry;
  guint position = GTK_INVALID_LIST_POSITION;

  if (current ? lamp_goal_entry_holds (current, selected) : !selected)
    return;

  entry = lamp_goal_lines_find (self->lines, selected);
  if (entry)
    {
      lamp_goal_lines_unfold (self->lines, entry);
      position = lamp_goal_lines_get_place (self->lines, entry);
    }
  self->follows = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->follows = FALSE;
  lamp_goal_list_go_to (self, position, focus);
}

static void
on_session_selected (LampGoalList *self)
{
  follow_selected (self, lamp_goal_list_has_focus (self));
}

static void
on_reading (LampGoalList *self)
{
  self->follows = TRUE;
  self->had_focus = gtk_widget_get_root (GTK_WIDGET (self)) && lamp_goal_list_has_focus (self);
}

static void
on_read (LampGoalList *self)
{
  self->follows = FALSE;
  follow_selected (self, self->had_focus);
}

/* What was selected is not to be seen any more: what it has been folded into stands for it. */
static void
on_folded (LampGoalList  *self,
           LampGoalEntry *folded)
{
  LampGoalEntry *entry = lamp_goal_lines_find (self->lines, lamp_goal_board_get_selected (self->board));

  while (entry && entry != folded)
    entry = lamp_goal_entry_get_parent (entry);
  if (entry)
    lamp_goal_board_select (self->board, lamp_goal_entry_get_goal (folded));
}

static void
on_chosen (LampGoalList *self)
{
  LampGoalEntry *entry = lamp_goal_list_get_selected_entry (self);
  GPtrArray *privates;

  if (self->follows || !entry)
    return;

  privates = lamp_goal_entry_get_privates (entry);
  lamp_goal_board_select (self->board, privates ? privates->pdata[0] : lamp_goal_entry_get_goal (entry));
}

void
lamp_goal_list_go_to_entry (LampGoalList  *self,
                            LampGoalEntry *entry,
                            gboolean       focus)
{
  guint position = entry ? lamp_goal_lines_get_place (self->lines, entry) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  lamp_goal_list_go_to (self, position, focus);
}

/* Writing. */

void
lamp_goal_list_write_title (LampGoalList *self)
{
  LampGoalEntry *entry = lamp_goal_list_get_selected_entry (self);

  if (entry)
    lamp_goal_pen_write (self->pen, entry, LAMP_GOAL_COLUMN_TITLE);
}

static void
on_pen_at (LampGoalList  *self,
           LampGoalEntry *entry)
{
  if (entry != lamp_goal_list_get_selected_entry (self))
    gtk_single_selection_set_selected (self->selection, lamp_goal_lines_get_place (self->lines, entry));
}

static void
on_pen_lifted (LampGoalList  *self,
               LampGoalEntry *entry)
{
  if (lamp_goal_entry_get_goal (entry))
    lamp_goal_list_go_to_entry (self, entry, TRUE);
}

void
lamp_goal_list_open_menu (LampGoalList *self,
                          GtkWidget    *at,
                          double        x,
                          double        y)
{
  graphene_point_t point;

  if (!at || !lamp_goal_board_get_selected (self->board)
      || !gtk_widget_compute_point (at, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The menu by a click. */

static LampGoalEntry *
find_entry_in (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *child = cell ? gtk_widget_get_first_child (cell) : NULL;

  return GTK_IS_TREE_EXPANDER (child)
           ? lamp_goal_lines_get_entry (gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (child))) : NULL;
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            LampGoalList    *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  LampGoalEntry *entry = NULL;

  if (!gdk_event_triggers_context_menu (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    return;
  for (; widget && widget != view && !entry; widget = gtk_widget_get_parent (widget))
    entry = find_entry_in (widget);
  if (!entry)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lamp_goal_list_go_to_entry (self, entry, TRUE);
  lamp_goal_list_open_menu (self, view, x, y);
}

/* Rows as they are read out. */

static LampGoalEntry *
get_row_entry (GtkColumnViewRow *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static void
tell_row (LampGoalEntry    *entry,
          GtkColumnViewRow *row)
{
  g_autofree char *sentence = lamp_goal_entry_dup_sentence (entry, g_object_get_data (G_OBJECT (row), "board"));

  gtk_column_view_row_set_accessible_label (row, sentence);
}

static void
bind_row (LampGoalList     *self,
          GtkColumnViewRow *row)
{
  LampGoalEntry *entry = lamp_goal_lines_get_entry (gtk_column_view_row_get_item (row));

  g_object_set_data (G_OBJECT (row), "board", self->board);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (tell_row), row, 0);
  tell_row (entry, row);
}

static void
unbind_row (LampGoalList     *self,
            GtkColumnViewRow *row)
{
  g_signal_handlers_disconnect_by_func (get_row_entry (row), tell_row, row);
  g_object_set_data (G_OBJECT (row), "entry", NULL);
}

/* The room there is. */

static gboolean
update_narrow (gpointer data)
{
  LampGoalList *self = data;

  self->narrow_id = 0;
  lamp_goal_columns_set_narrow (self->columns, gtk_widget_get_width (GTK_WIDGET (self)) < NARROW);

  return G_SOURCE_REMOVE;
}

/* Columns come and go when sizes have been settled, not in their midst. */
static void
on_width (LampGoalList *self)
{
  if (self->narrow_id == 0)
    self->narrow_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_narrow, self, NULL);
}

/* The class. */

static void
lamp_goal_list_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LampGoalList *self = LAMP_GOAL_LIST (object);

  switch ((LampGoalListProps) property_id)
    {
    case PROP_PLACE:
      g_object_get_property (G_OBJECT (self->columns), "place", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_list_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LampGoalList *self = LAMP_GOAL_LIST (object);

  switch ((LampGoalListProps) property_id)
    {
    case PROP_PLACE:
      g_object_set_property (G_OBJECT (self->columns), "place", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_list_dispose (GObject *object)
{
  LampGoalList *self = LAMP_GOAL_LIST (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  if (self->pen)
    g_object_run_dispose (G_OBJECT (self->pen));
  g_clear_object (&self->pen);
  if (self->columns)
    g_object_run_dispose (G_OBJECT (self->columns));
  if (self->view)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_list_parent_class)->dispose (object);
}

static void
lamp_goal_list_class_init (LampGoalListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_goal_list_get_property;
  object_class->set_property = lamp_goal_list_set_property;
  object_class->dispose = lamp_goal_list_dispose;

  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_goal_list_init (LampGoalList *self)
{
}

static void
on_place (LampGoalList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

static void
make_model (LampGoalList *self)
{
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, lamp_goal_lines_get_rows (self->lines));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
add_controllers (LampGoalList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (lamp_goal_list_on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

static void
make_view (LampGoalList *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goals"), -1);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, rows);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  add_controllers (self);
}

static void
connect_others (LampGoalList *self)
{
  GtkAdjustment *width = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  g_signal_connect_object (width, "notify::page-size", G_CALLBACK (on_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "notify::place", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (lamp_goal_list_write_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pen, "at", G_CALLBACK (on_pen_at), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pen, "lifted", G_CALLBACK (on_pen_lifted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lines, "reading", G_CALLBACK (on_reading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lines, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lines, "folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lamp_goal_board_get_session (self->board), "notify::selected",
                           G_CALLBACK (on_session_selected), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_goal_list_new:
 * @board: what it shows
 * @actions: the actions of the view, to which those of the list are added
 * @menu: what the menu of a goal offers
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lamp_goal_list_new (LampGoalBoard *board,
                    GActionMap    *actions,
                    GMenuModel    *menu)
{
  LampGoalList *self = g_object_new (LAMP_TYPE_GOAL_LIST, NULL);

  self->board = g_object_ref (board);
  self->lines = lamp_goal_lines_new (board);
  make_view (self);
  self->columns = lamp_goal_columns_new (self->view, board, self->lines, actions);
  self->pen = lamp_goal_pen_new (GTK_WIDGET (self), self->view, board, self->lines, self->columns);
  make_model (self);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  connect_others (self);
  follow_selected (self, FALSE);

  return GTK_WIDGET (self);
}

/**
 * lamp_goal_list_reveal:
 * @self: a list
 * @goal: a goal
 * @grab_focus: whether to move the focus to it
 *
 * Selects a goal and brings it into sight.
 */
void
lamp_goal_list_reveal (LampGoalList  *self,
                       const LampRow *goal,
                       gboolean       grab_focus)
{
  LampGoalEntry *entry = lamp_goal_lines_find (self->lines, goal);

  g_return_if_fail (LAMP_IS_GOAL_LIST (self));

  if (!entry)
    return;

  lamp_goal_lines_unfold (self->lines, entry);
  self->follows = !grab_focus; /* what is selected may be something that belongs to the goal */
  lamp_goal_list_go_to_entry (self, entry, grab_focus);
  self->follows = FALSE;
}
