/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-transfer-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-change.h"
#include "lamp-goal-edits.h"
#include "lamp-goals-private.h"
#include "lamp-title-row.h"

struct _LampTransferDialog
{
  AdwDialog parent_instance;

  LampGoalBoard *board;
  char *goal;            /* its identifier */
  GtkFilter *filter;
  GListModel *found;

  AdwWindowTitle *heading;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
  GtkCheckButton *together;
};

G_DEFINE_FINAL_TYPE (LampTransferDialog, lamp_transfer_dialog, ADW_TYPE_DIALOG)

static const LampRow *
get_goal (LampTransferDialog *self)
{
  return lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "goals", self->goal);
}

static gboolean
is_found (gpointer item,
          gpointer data)
{
  LampTransferDialog *self = data;
  const LampRow *goal = get_goal (self);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return goal && !lamp_row_is (goal, "community", lamp_record_get_id (item))
         && (*words == '\0' || g_str_match_string (words, lamp_record_get_title (item), TRUE));
}

static void
search_changed (LampTransferDialog *self)
{
  if (!self->filter) /* the search is heard of a moment later: the dialog may be on its way out */
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->found) > 0 ? "list" : "none");
}

static void
choose (LampTransferDialog *self,
        guint               position)
{
  g_autoptr (LampRecord) community = g_list_model_get_item (self->found, position);
  const LampRow *goal = get_goal (self);
  gboolean together = gtk_widget_get_visible (GTK_WIDGET (self->together))
                      && gtk_check_button_get_active (self->together);

  if (community && goal && lamp_goal_transfer (self->board, goal, community, together))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
choose_first (LampTransferDialog *self)
{
  /* Enter may come before the search has caught up with the typing. */
  search_changed (self);
  choose (self, 0);
}

static void
stop (LampTransferDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
set_up_row (LampTransferDialog *self,
            GtkListItem        *item)
{
  lamp_title_row_set_up (item);
}

static void
bind_row (LampTransferDialog *self,
          GtkListItem        *item)
{
  LampRecord *community = gtk_list_item_get_item (item);
  g_autofree char *about = lamp_record_dup_display (community, "kind");

  lamp_title_row_show (item, lamp_record_get_title (community), about ? about : "");
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return g_utf8_collate (lamp_record_get_title ((LampRecord *) a), lamp_record_get_title ((LampRecord *) b));
}

static void
fill_list (LampTransferDialog *self)
{
  LampStore *store = lamp_session_get_store (lamp_goal_board_get_session (self->board));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_titles, NULL, NULL));
  GtkSortListModel *sorted = gtk_sort_list_model_new (lamp_store_list (store, "communities"), sorter);

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (sorted), g_object_ref (self->filter)));
  selection = gtk_no_selection_new (g_object_ref (self->found));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  search_changed (self);
}

static void
lamp_transfer_dialog_dispose (GObject *object)
{
  LampTransferDialog *self = LAMP_TRANSFER_DIALOG (object);

  /* The filter asks the board; it ends before the board goes, also where somebody else still holds the list. */
  if (self->filter)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->list)
    {
      gtk_list_view_set_model (self->list, NULL);
      gtk_list_view_set_factory (self->list, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_TRANSFER_DIALOG);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  g_clear_pointer (&self->goal, g_free);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_transfer_dialog_parent_class)->dispose (object);
}

static void
lamp_transfer_dialog_class_init (LampTransferDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_transfer_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LAMP_GOALS_RESOURCES "lamp-transfer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampTransferDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LampTransferDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LampTransferDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampTransferDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LampTransferDialog, together);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, choose_first);
  gtk_widget_class_bind_template_callback (widget_class, stop);
}

static void
lamp_transfer_dialog_init (LampTransferDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer_those_below (LampTransferDialog *self,
                   guint               count)
{
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "With %u supporting goal of the same community",
                                                         "With %u supporting goals of the same community", count),
                                            count);

  gtk_check_button_set_label (self->together, label);
  gtk_widget_set_visible (GTK_WIDGET (self->together), count > 0);
}

/**
 * lamp_transfer_dialog_new:
 * @board: the goals
 * @goal: which of them is to move
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_transfer_dialog_new (LampGoalBoard *board,
                          const LampRow *goal)
{
  LampTransferDialog *self = g_object_new (LAMP_TYPE_TRANSFER_DIALOG, NULL);
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);
  g_autofree char *title = lamp_goal_dup_public_title (snapshot, goal);

  self->board = g_object_ref (board);
  self->goal = g_strdup (lamp_row_get_id (goal));
  adw_window_title_set_subtitle (self->heading, title);
  offer_those_below (self, lamp_goal_count_of_its_own (snapshot, goal));
  fill_list (self);

  return ADW_DIALOG (self);
}
