/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-table.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-meeting-filter.h"
#include "lamp-meeting-plan.h"

struct _LampMeetingTable
{
  AdwBin parent_instance;

  LampSession *session;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (LampMeetingTable, lamp_meeting_table, ADW_TYPE_BIN)

typedef char *(*GetText) (LampMeetingTable *self,
                          LampRecord       *meeting);
typedef gint64 (*GetNumber) (LampMeetingTable *self,
                             LampRecord       *meeting);

static char *
get_when (LampMeetingTable *self,
          LampRecord       *meeting)
{
  return lamp_record_dup_display (meeting, "starts_at");
}

static char *
get_title (LampMeetingTable *self,
           LampRecord       *meeting)
{
  return g_strdup (lamp_record_get_title (meeting));
}

static char *
get_community (LampMeetingTable *self,
               LampRecord       *meeting)
{
  g_autoptr (LampRecord) community = NULL;

  community = lamp_store_find (lamp_session_get_store (self->session), "communities",
                               lamp_record_get_text (meeting, "community"));

  return g_strdup (community != NULL ? lamp_record_get_title (community) : "");
}

static gint64
count_minutes (LampMeetingTable *self,
               LampRecord       *meeting)
{
  return lamp_record_get_integer (meeting, "minutes");
}

static gint64
count_planned (LampMeetingTable *self,
               LampRecord       *meeting)
{
  g_autoptr (GListModel) items = lamp_store_list_by (lamp_session_get_store (self->session), "agenda_items", "meeting",
                                                     lamp_record_get_id (meeting));
  g_autoptr (LampMeetingPlan) plan = lamp_meeting_plan_new (meeting, items);

  return plan->sum.planned;
}

static char *
get_minutes (LampMeetingTable *self,
             LampRecord       *meeting)
{
  return lamp_duration_format ((int) count_minutes (self, meeting));
}

/* Over the slot is said by a word, not by a colour. */
static char *
get_planned (LampMeetingTable *self,
             LampRecord       *meeting)
{
  gint64 planned = count_planned (self, meeting);
  gint64 over = planned - count_minutes (self, meeting);
  g_autofree char *text = lamp_duration_format ((int) planned);

  if (over <= 0)
    return g_steal_pointer (&text);

  // Translators: minutes planned and how many of them are too many: 47 min, 3 over
  return g_strdup_printf (_("%s, %d over"), text, (int) over);
}

static char *
get_state (LampMeetingTable *self,
           LampRecord       *meeting)
{
  return lamp_record_dup_display (meeting, "state");
}

static const struct
{
  const char *title;
  const char *field;    /* (nullable): sorted by what is in the file, else by number or text */
  GetText text;
  GetNumber number;
  gboolean expand;
  int width;
} columns[] = {
  { NC_ ("column", "Date"), "starts_at", get_when, NULL, FALSE, 168 },
  { NC_ ("column", "Title"), NULL, get_title, NULL, TRUE, 140 },
  { NC_ ("column", "Community"), NULL, get_community, NULL, TRUE, 130 },
  { NC_ ("column", "Slot"), NULL, get_minutes, count_minutes, FALSE, 76 },
  { NC_ ("column", "Planned"), NULL, get_planned, count_planned, FALSE, 100 },
  { NC_ ("column", "State"), NULL, get_state, NULL, FALSE, 110 },
};

static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  GtkColumnViewColumn *column = data;
  LampMeetingTable *self = g_object_get_data (G_OBJECT (column), "table");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "index"));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (columns[index].field != NULL)
    return g_strcmp0 (lamp_record_get_text ((gpointer) a, columns[index].field),
                      lamp_record_get_text ((gpointer) b, columns[index].field));
  if (columns[index].number != NULL)
    {
      gint64 one = columns[index].number (self, (gpointer) a);
      gint64 two = columns[index].number (self, (gpointer) b);

      return one < two ? -1 : one > two;
    }
  first = columns[index].text (self, (gpointer) a);
  second = columns[index].text (self, (gpointer) b);

  return CLAMP (g_utf8_collate (first, second), -1, 1);
}

static void
show_cell (LampMeetingTable *self,
           GtkWidget        *label)
{
  LampRecord *meeting = g_object_get_data (G_OBJECT (label), "meeting");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "index"));
  g_autofree char *text = NULL;

  if (meeting == NULL || lamp_record_is_deleted (meeting))
    return;
  text = columns[index].text (self, meeting);
  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
on_store_changed (GtkWidget *label)
{
  show_cell (g_object_get_data (G_OBJECT (label), "table"), label);
}

static void
set_up_cell (GtkColumnViewColumn *column,
             GtkListItem         *list_item)
{
  LampMeetingTable *self = g_object_get_data (G_OBJECT (column), "table");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "index"));
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (columns[index].number != NULL)
    gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), "table", self);
  g_object_set_data (G_OBJECT (label), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (lamp_session_get_store (self->session), "changed", G_CALLBACK (on_store_changed), label,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cell (GtkColumnViewColumn *column,
           GtkListItem         *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);

  g_object_set_data_full (G_OBJECT (label), "meeting", g_object_ref (gtk_list_item_get_item (list_item)),
                          g_object_unref);
  show_cell (g_object_get_data (G_OBJECT (column), "table"), label);
}

static void
unbind_cell (GtkColumnViewColumn *column,
             GtkListItem         *list_item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "meeting", NULL);
}

static void
add_column (LampMeetingTable *self,
            guint             index)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[index].title),
                                       g_object_ref (factory));
  g_object_set_data (G_OBJECT (column), "table", self);
  g_object_set_data (G_OBJECT (column), "index", GUINT_TO_POINTER (index));
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, column, NULL));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cell), column, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell), column, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell), column, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, columns[index].expand);
  gtk_column_view_column_set_fixed_width (column, columns[index].width);
  gtk_column_view_append_column (self->view, column);
  if (index == 0)
    gtk_column_view_sort_by_column (self->view, column, GTK_SORT_DESCENDING);
}

static void
on_selected (LampMeetingTable *self)
{
  LampRecord *meeting = gtk_single_selection_get_selected_item (self->selection);

  if (meeting != NULL)
    lamp_session_set_selected (self->session, meeting);
}

static void
on_activate (LampMeetingTable *self,
             guint             position)
{
  g_autoptr (LampRecord) meeting = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (meeting != NULL)
    lamp_session_set_selected (self->session, meeting);
}

static void
follow_selected (LampMeetingTable *self)
{
  LampRecord *selected = lamp_session_get_selected (self->session);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (LampRecord) meeting = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (meeting != selected)
        continue;
      if (gtk_single_selection_get_selected (self->selection) != i)
        gtk_column_view_scroll_to (self->view, i, NULL, GTK_LIST_SCROLL_SELECT, NULL);
      return;
    }
}

static void
pop_up (LampMeetingTable *self,
        double            x,
        double            y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
select_meeting (LampMeetingTable *self,
                LampRecord       *meeting)
{
  for (guint i = 0; meeting != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other != meeting)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      return TRUE;
    }

  return FALSE;
}

/* The meeting of the cell that is pointed at. */
static void
on_press (LampMeetingTable *self,
          int               n_press,
          double            x,
          double            y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  LampRecord *meeting = NULL;

  for (; widget != NULL && widget != GTK_WIDGET (self) && meeting == NULL; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *cell = gtk_widget_get_first_child (widget);

      meeting = g_object_get_data (G_OBJECT (widget), "meeting");
      if (meeting == NULL && cell != NULL)
        meeting = g_object_get_data (G_OBJECT (cell), "meeting");
    }
  if (select_meeting (self, meeting))
    pop_up (self, x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LampMeetingTable *self = LAMP_MEETING_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (gtk_single_selection_get_selected_item (self->selection) == NULL || focus == NULL
      || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;
  pop_up (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
}

static void
add_menu (LampMeetingTable *self)
{
  g_autoptr (GMenu) model = g_menu_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_menu_append (model, _("Show _Agenda"), "win.list");
  g_menu_append (model, _("_Details"), "win.details");
  g_menu_append (model, _("De_lete"), "meetings.delete");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_press), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampMeetingTable *self = LAMP_MEETING_TABLE (widget);
  LampRecord *meeting = gtk_single_selection_get_selected_item (self->selection);

  if (meeting != NULL)
    lamp_session_delete (self->session, meeting);
}

static void
lamp_meeting_table_dispose (GObject *object)
{
  LampMeetingTable *self = LAMP_MEETING_TABLE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_meeting_table_parent_class)->dispose (object);
}

static void
lamp_meeting_table_class_init (LampMeetingTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_meeting_table_dispose;

  gtk_widget_class_install_action (widget_class, "meetings.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "meetings.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "meetings.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "meetings.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "meetings.menu", NULL);
}

static void
lamp_meeting_table_init (LampMeetingTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All meetings"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  add_menu (self);
}

static void
set_row_label (LampMeetingTable  *self,
               GtkColumnViewRow  *row)
{
  LampRecord *meeting = gtk_column_view_row_get_item (row);
  g_autofree char *when = get_when (self, meeting);
  g_autofree char *label = g_strdup_printf ("%s, %s", lamp_record_get_title (meeting), when);

  gtk_column_view_row_set_accessible_label (row, label);
}

/**
 * lamp_meeting_table_set_session:
 * @self: a meeting table
 * @session: the session
 *
 * Says, once, whose meetings it shows.
 */
void
lamp_meeting_table_set_session (LampMeetingTable *self,
                                LampSession      *session)
{
  g_autoptr (GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sorted;

  g_return_if_fail (LAMP_IS_MEETING_TABLE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  sorted = gtk_sort_list_model_new (lamp_meeting_filter_new (session),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE,
                                  "model", sorted, NULL);
  g_object_unref (sorted);
  g_signal_connect_object (row_factory, "bind", G_CALLBACK (set_row_label), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, row_factory);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (follow_selected), self, G_CONNECT_SWAPPED);
}
