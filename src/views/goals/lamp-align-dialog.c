/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-align-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-edits.h"
#include "lamp-goals-private.h"

struct _LampAlignDialog
{
  AdwDialog parent_instance;

  LampGoalBoard *board;
  LampRecord *goal;
  GtkFilterListModel *found;
  GtkNoSelection *selection;

  AdwWindowTitle *heading;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LampAlignDialog, lamp_align_dialog, ADW_TYPE_DIALOG)

/* The board's rows may be read anew while the dialog is open: a goal is always asked for by its identifier. */
static const LampRow *
find_row (LampAlignDialog *self,
          gpointer         item)
{
  return lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "goals",
                             gtk_string_object_get_string (item));
}

static gboolean
is_allowed (LampAlignDialog  *self,
            const LampRow    *above,
            char            **reason)
{
  return lamp_alignment_allows (lamp_goal_board_get_snapshot (self->board), lamp_record_get_id (self->goal),
                                lamp_row_get_id (above), reason);
}

static gboolean
is_found (gpointer item,
          gpointer data)
{
  LampAlignDialog *self = data;
  const LampRow *row = find_row (self, item);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return row && (*words == '\0' || g_str_match_string (words, lamp_row_get_title (row), TRUE));
}

static void
search_changed (LampAlignDialog *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? "list" : "none");
}

static void
stop (LampAlignDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
choose (LampAlignDialog *self,
        const LampRow   *above)
{
  if (above && is_allowed (self, above, NULL) && lamp_goal_align (self->board, self->goal, above))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
activated (LampAlignDialog *self,
           guint            position)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  const LampRow *above = item ? find_row (self, item) : NULL;
  g_autofree char *reason = NULL;

  if (above && !is_allowed (self, above, &reason))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), reason, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  choose (self, above);
}

static void
choose_first (LampAlignDialog *self)
{
  /* Enter may come before the search has caught up with the typing. */
  search_changed (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);
      const LampRow *above = find_row (self, item);

      if (above && is_allowed (self, above, NULL))
        {
          choose (self, above);
          return;
        }
    }
}

static void
set_up_row (LampAlignDialog *self,
            GtkListItem     *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "lines", 2, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *about = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dimmed");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), about);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (LampAlignDialog *self,
          GtkListItem     *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  const LampRow *above = find_row (self, gtk_list_item_get_item (item));
  g_autofree char *reason = NULL;
  g_autofree char *label = NULL;
  gboolean allowed = above && is_allowed (self, above, &reason);
  const char *about = allowed ? lamp_goal_get_level_label (above) : reason;

  if (!above)
    return;

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), lamp_row_get_title (above));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), about);
  gtk_list_item_set_activatable (item, allowed);
  gtk_widget_set_sensitive (row, allowed);
  label = g_strdup_printf ("%s, %s", lamp_row_get_title (above), about);
  gtk_list_item_set_accessible_label (item, label);
}

/* Goals in the order of the tree; private ones are nobody else's business. */
static GListModel *
list_goals (LampAlignDialog *self)
{
  GtkStringList *ids = gtk_string_list_new (NULL);
  g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (lamp_goal_board_get_snapshot (self->board), NULL, NULL);

  for (guint i = 0; i < outline->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (outline->nodes, LampOutlineNode, i);

      if (node->goal && g_strcmp0 (lamp_row_get_id (node->goal), lamp_record_get_id (self->goal)) != 0)
        gtk_string_list_append (ids, lamp_row_get_id (node->goal));
    }
  for (guint i = 0; i < outline->tray->len; i++)
    if (g_strcmp0 (lamp_row_get_id (outline->tray->pdata[i]), lamp_record_get_id (self->goal)) != 0
        && gtk_string_list_find (ids, lamp_row_get_id (outline->tray->pdata[i])) == G_MAXUINT)
      gtk_string_list_append (ids, lamp_row_get_id (outline->tray->pdata[i]));

  return G_LIST_MODEL (ids);
}

static void
fill (LampAlignDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkCustomFilter *filter = gtk_custom_filter_new (is_found, self, NULL);

  self->found = gtk_filter_list_model_new (list_goals (self), GTK_FILTER (filter));
  self->selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  adw_window_title_set_subtitle (self->heading, lamp_record_get_title (self->goal));
  search_changed (self);
}

static void
lamp_align_dialog_dispose (GObject *object)
{
  LampAlignDialog *self = LAMP_ALIGN_DIALOG (object);

  /* What asks the board about goals ends before the board goes, also where somebody else still holds the list. */
  if (self->list)
    {
      gtk_list_view_set_model (self->list, NULL);
      gtk_list_view_set_factory (self->list, NULL);
    }
  if (self->found)
    gtk_filter_list_model_set_filter (self->found, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_ALIGN_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->goal);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_align_dialog_parent_class)->dispose (object);
}

static void
lamp_align_dialog_class_init (LampAlignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_align_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LAMP_GOALS_RESOURCES "lamp-align-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, choose_first);
  gtk_widget_class_bind_template_callback (widget_class, stop);
  gtk_widget_class_bind_template_callback (widget_class, activated);
}

static void
lamp_align_dialog_init (LampAlignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_align_dialog_new:
 * @board: the goals
 * @goal: which of them is to be aligned
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_align_dialog_new (LampGoalBoard *board,
                       LampRecord    *goal)
{
  LampAlignDialog *self = g_object_new (LAMP_TYPE_ALIGN_DIALOG, NULL);

  self->board = g_object_ref (board);
  self->goal = g_object_ref (goal);
  fill (self);

  return ADW_DIALOG (self);
}
