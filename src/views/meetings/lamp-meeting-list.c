/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-meeting-filter.h"
#include "lamp-meeting-row.h"

struct _LampMeetingList
{
  AdwBin parent_instance;

  LampSession *session;
  char *today;
  GtkSorter *sorter;
  GtkSorter *section_sorter;
  GtkSingleSelection *selection;
  gboolean quiet; /* while the selection only follows */

  GtkStack *pages;
  GtkListView *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LampMeetingList, lamp_meeting_list, ADW_TYPE_BIN)

/* Later today is still to come; what is closed is over. */
static gboolean
is_to_come (LampMeetingList *self,
            LampRecord      *meeting)
{
  const char *starts_at = lamp_record_get_text (meeting, "starts_at");

  return starts_at != NULL && strncmp (starts_at, self->today, strlen ("0000-00-00")) >= 0
         && g_strcmp0 (lamp_record_get_text (meeting, "state"), "closed") != 0;
}

static int
compare_text (LampMeetingList *self,
              LampRecord      *one,
              LampRecord      *two,
              gsize            length)
{
  gboolean first_to_come = is_to_come (self, one);
  const char *first = lamp_record_get_text (one, "starts_at");
  const char *second = lamp_record_get_text (two, "starts_at");
  int order;

  if (first_to_come != is_to_come (self, two))
    return first_to_come ? -1 : 1;
  order = strncmp (first != NULL ? first : "", second != NULL ? second : "", length);

  return CLAMP (first_to_come ? order : -order, -1, 1);
}

static int
compare_meetings (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  return compare_text (data, (gpointer) a, (gpointer) b, strlen ("0000-00-00T00:00"));
}

static int
compare_months (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return compare_text (data, (gpointer) a, (gpointer) b, strlen ("0000-00"));
}

static void
set_up_row (LampMeetingList *self,
            GtkListItem     *list_item)
{
  GtkWidget *row = lamp_meeting_row_new (self->session);

  gtk_list_item_set_child (list_item, row);
  g_object_bind_property (row, "summary", list_item, "accessible-label", G_BINDING_SYNC_CREATE);
}

static void
bind_row (LampMeetingList *self,
          GtkListItem     *list_item)
{
  lamp_meeting_row_set_meeting (LAMP_MEETING_ROW (gtk_list_item_get_child (list_item)),
                                gtk_list_item_get_item (list_item));
}

static void
unbind_row (LampMeetingList *self,
            GtkListItem     *list_item)
{
  lamp_meeting_row_set_meeting (LAMP_MEETING_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
set_up_header (LampMeetingList *self,
               GtkListHeader   *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "margin-start", 12, "margin-end", 12, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static char *
dup_month (const char *time)
{
  GDate date;
  g_autoptr (GDateTime) moment = NULL;

  if (!lamp_date_parse (time, &date))
    return g_strdup ("");
  moment = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), 1, 0, 0, 0);

  // Translators: a month on its own, as g_date_time_format() takes it: November 2026
  return g_date_time_format (moment, C_ ("date format", "%OB %Y"));
}

static void
bind_header (LampMeetingList *self,
             GtkListHeader   *header)
{
  LampRecord *meeting = gtk_list_header_get_item (header);
  g_autofree char *month = dup_month (lamp_record_get_text (meeting, "starts_at"));
  g_autofree char *text = NULL;

  // Translators: above meetings to come; %s is a month: Upcoming · November 2026
  text = g_strdup_printf (is_to_come (self, meeting) ? _("Upcoming · %s") : _("Past · %s"), month);
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
on_activate (LampMeetingList *self,
             guint            position)
{
  g_autoptr (LampRecord) meeting = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (meeting != NULL)
    g_signal_emit (self, chosen_signal, 0, meeting);
}

static void
on_selected (LampMeetingList *self)
{
  LampRecord *meeting = gtk_single_selection_get_selected_item (self->selection);

  if (meeting != NULL && !self->quiet)
    g_signal_emit (self, chosen_signal, 0, meeting);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampMeetingList *self = LAMP_MEETING_LIST (widget);
  LampRecord *meeting = gtk_single_selection_get_selected_item (self->selection);

  if (meeting != NULL)
    lamp_session_delete (self->session, meeting);
}

static void
update_page (LampMeetingList *self)
{
  const char *name = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    name = *lamp_session_get_search (self->session) != '\0' ? "not-found" : "none";
  gtk_stack_set_visible_child_name (self->pages, name);
}

/* A new day moves meetings from those to come to those that are over; so does closing one. */
static void
on_store_changed (LampMeetingList *self)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));

  g_set_str (&self->today, today);
  gtk_sorter_changed (self->section_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
lamp_meeting_list_dispose (GObject *object)
{
  LampMeetingList *self = LAMP_MEETING_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* named by the template and by the bin: only one may drop it */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_MEETING_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorter);
  g_clear_object (&self->section_sorter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_meeting_list_parent_class)->dispose (object);
}

static void
lamp_meeting_list_finalize (GObject *object)
{
  g_free (LAMP_MEETING_LIST (object)->today);

  G_OBJECT_CLASS (lamp_meeting_list_parent_class)->finalize (object);
}

static void
lamp_meeting_list_class_init (LampMeetingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_meeting_list_dispose;
  object_class->finalize = lamp_meeting_list_finalize;

  chosen_signal = g_signal_new ("chosen", LAMP_TYPE_MEETING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, LAMP_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-meeting-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LampMeetingList, pages);
  gtk_widget_class_bind_template_child (widget_class, LampMeetingList, list);
  gtk_widget_class_install_action (widget_class, "meetings.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "meetings.delete", NULL);
}

static void
lamp_meeting_list_init (LampMeetingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkListItemFactory *
make_factory (LampMeetingList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);

  return factory;
}

static GtkListItemFactory *
make_header_factory (LampMeetingList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_header), self, G_CONNECT_SWAPPED);

  return factory;
}

/**
 * lamp_meeting_list_set_session:
 * @self: a meeting list
 * @session: the session
 *
 * Says, once, whose meetings it shows.
 */
void
lamp_meeting_list_set_session (LampMeetingList *self,
                               LampSession     *session)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkListItemFactory) header_factory = NULL;
  GtkSortListModel *sorted;

  g_return_if_fail (LAMP_IS_MEETING_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->today = lamp_clock_dup_today (lamp_session_get_clock (session));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_meetings, self, NULL));
  self->section_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_months, self, NULL));
  sorted = gtk_sort_list_model_new (lamp_meeting_filter_new (session), g_object_ref (self->sorter));
  gtk_sort_list_model_set_section_sorter (sorted, self->section_sorter);
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE,
                                  "model", sorted, NULL);
  g_object_unref (sorted);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::search", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  factory = make_factory (self);
  header_factory = make_header_factory (self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_header_factory (self->list, header_factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_single_click_activate (self->list, FALSE);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  update_page (self);
}

/**
 * lamp_meeting_list_show:
 * @self: a meeting list
 * @meeting: (nullable): a meeting
 *
 * Marks a meeting as the one that is shown, and brings it into sight.
 */
void
lamp_meeting_list_show (LampMeetingList *self,
                        LampRecord      *meeting)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; meeting != NULL && found == GTK_INVALID_LIST_POSITION && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (model, i);

      if (other == meeting)
        found = i;
    }
  if (gtk_single_selection_get_selected (self->selection) == found)
    return;

  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->quiet = FALSE;
  if (found != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, found, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * lamp_meeting_list_dup_first:
 * @self: a meeting list
 *
 * Returns: (transfer full) (nullable): the meeting on top: the next one
 */
LampRecord *
lamp_meeting_list_dup_first (LampMeetingList *self)
{
  return g_list_model_get_item (G_LIST_MODEL (self->selection), 0);
}
