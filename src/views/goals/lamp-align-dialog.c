/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-align-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-goal-edits.h"
#include "lamp-goals-private.h"
#include "lamp-text-row.h"

struct _LampAlignDialog
{
  AdwDialog parent_instance;

  LampGoalBoard *board;
  LampRecord *goal;
  LampSupport support;
  char *above;            /* (nullable): the goal that is being explained on the second page */
  GtkFilterListModel *found;
  GtkNoSelection *selection;

  AdwNavigationView *pages;
  AdwNavigationPage *list_page;
  AdwNavigationPage *why_page;
  AdwPreferencesGroup *why_group;
  AdwPreferencesGroup *remove_group;
  LampTextRow *rationale;
  GtkWidget *done;
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

static const LampRow *
get_goal (LampAlignDialog *self)
{
  return lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "goals", lamp_record_get_id (self->goal));
}

static gboolean
is_allowed (LampAlignDialog  *self,
            const char       *above,
            char            **reason)
{
  return lamp_alignment_judge (lamp_goal_board_get_snapshot (self->board), lamp_record_get_id (self->goal), above,
                               self->support, reason);
}

/* What says that the goal also supports @above. */
static const LampRow *
find_link (LampAlignDialog *self,
           const char      *above)
{
  GPtrArray *links = lamp_snapshot_find_by (lamp_goal_board_get_snapshot (self->board), "goal_links", "goal",
                                            lamp_record_get_id (self->goal));

  for (guint i = 0; self->support == LAMP_SUPPORT_ALSO && i < links->len; i++)
    if (lamp_row_is (links->pdata[i], "supports", above))
      return links->pdata[i];

  return NULL;
}

static LampRecord *
dup_link (LampAlignDialog *self)
{
  const LampRow *link = self->above ? find_link (self, self->above) : NULL;
  LampStore *store = lamp_session_get_store (lamp_goal_board_get_session (self->board));

  return link ? lamp_store_find (store, "goal_links", lamp_row_get_id (link)) : NULL;
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

static const char *
choose_page (LampAlignDialog *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    return "list";

  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0' ? "empty" : "none";
}

static void
search_changed (LampAlignDialog *self)
{
  if (!self->found) /* the search is heard of a moment later: the dialog may be on its way out */
    return;

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
}

static void
stop (LampAlignDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The second page: why it also supports a goal. */

static void
explain (LampAlignDialog *self,
         const LampRow   *above)
{
  g_autofree char *about = g_strdup_printf (_("“%1$s” also supports “%2$s”."), lamp_record_get_title (self->goal),
                                            lamp_row_get_title (above));
  g_autofree char *markup = g_markup_escape_text (about, -1);
  g_autoptr (LampRecord) link = NULL;

  g_set_str (&self->above, lamp_row_get_id (above));
  link = dup_link (self);
  adw_preferences_group_set_description (self->why_group, markup);
  lamp_text_row_set_text (self->rationale, link ? lamp_record_get_text (link, "rationale") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_group), link != NULL);
  gtk_button_set_label (GTK_BUTTON (self->done), link ? _("Done") : C_ ("also supports", "Add"));
  adw_navigation_view_push (self->pages, self->why_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->rationale));
}

/* What is there already is saved when the person leaves it, as everywhere. */
static void
save_rationale (LampAlignDialog *self)
{
  g_autoptr (LampRecord) link = self->board ? dup_link (self) : NULL;
  const char *text = lamp_text_row_get_text (self->rationale);
  const char *before = link ? lamp_record_get_text (link, "rationale") : NULL;

  if (link && g_strcmp0 (before ? before : "", text) != 0)
    lamp_goal_change_link (self->board, link, text);
  g_clear_pointer (&self->above, g_free);
}

static void
finish (LampAlignDialog *self)
{
  const LampRow *goal = get_goal (self);
  const LampRow *above = lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "goals", self->above);

  if (goal && above && !find_link (self, self->above)
      && !lamp_goal_add_link (self->board, goal, above, lamp_text_row_get_text (self->rationale)))
    return;

  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_link (LampAlignDialog *self)
{
  g_autoptr (LampRecord) link = dup_link (self);

  g_clear_pointer (&self->above, g_free);
  if (link)
    lamp_goal_remove_link (self->board, link);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The first page: the goals. */

static gboolean
can_choose (LampAlignDialog *self,
            const LampRow   *above)
{
  return find_link (self, lamp_row_get_id (above)) || is_allowed (self, lamp_row_get_id (above), NULL);
}

static void
choose (LampAlignDialog *self,
        const LampRow   *above)
{
  if (!above || !can_choose (self, above))
    return;
  if (self->support == LAMP_SUPPORT_ALSO)
    explain (self, above);
  else if (lamp_goal_align (self->board, self->goal, above))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
activated (LampAlignDialog *self,
           guint            position)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  choose (self, item ? find_row (self, item) : NULL);
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

      if (above && can_choose (self, above))
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
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "lines", 2, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *about = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "lines", 3, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), about);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_list_item_set_child (item, row);
}

/* What stands under a goal's title: why it is supported, what is worth a thought, or why it cannot be. */
static char *
dup_about (LampAlignDialog *self,
           const LampRow   *above,
           const LampRow   *link,
           gboolean        *allowed)
{
  const char *level = lamp_goal_get_level_label (above);
  char *reason = NULL;
  g_autofree char *advice = NULL;

  *allowed = link || is_allowed (self, lamp_row_get_id (above), &reason);
  if (reason)
    return reason;
  if (link && lamp_row_has (link, "rationale"))
    // Translators: why a goal also supports another
    return g_strdup_printf (_("Also supported: %s"), lamp_row_get_text (link, "rationale"));
  if (link)
    return g_strdup (_("Also supported"));

  advice = lamp_alignment_dup_advice (get_goal (self), above);

  return advice ? g_strconcat (level, " · ", advice, NULL) : g_strdup (level);
}

static void
bind_row (LampAlignDialog *self,
          GtkListItem     *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_first_child (row);
  const LampRow *above = find_row (self, gtk_list_item_get_item (item));
  const LampRow *link = above ? find_link (self, lamp_row_get_id (above)) : NULL;
  g_autofree char *about = NULL;
  g_autofree char *label = NULL;
  gboolean allowed;

  if (!above || !get_goal (self)) /* deleted meanwhile */
    return;

  about = dup_about (self, above, link, &allowed);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), lamp_row_get_title (above));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), about);
  gtk_widget_set_visible (gtk_widget_get_last_child (row), link != NULL);
  gtk_list_item_set_activatable (item, allowed);
  gtk_widget_set_sensitive (row, allowed);
  label = g_strdup_printf ("%s, %s", lamp_row_get_title (above), about);
  gtk_list_item_set_accessible_label (item, label);
}

/* What it also supports comes first, then what it can support, both in the order of the tree, then the rest. */
static guint
sort_in (LampAlignDialog *self,
         const char      *above)
{
  return find_link (self, above) ? 0 : is_allowed (self, above, NULL) ? 1 : 2;
}

static void
sort_goal (LampAlignDialog  *self,
           GHashTable       *seen,
           GtkStringList   **sorted,
           const LampRow    *goal)
{
  const char *id = lamp_row_get_id (goal);

  if (g_str_equal (id, lamp_record_get_id (self->goal)) || !g_hash_table_add (seen, (gpointer) goal))
    return;

  gtk_string_list_append (sorted[sort_in (self, id)], id);
}

/* Private goals are nobody else's business. */
static GListModel *
list_goals (LampAlignDialog *self)
{
  GListStore *all = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (lamp_goal_board_get_snapshot (self->board), NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkStringList *sorted[3];

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    sorted[i] = gtk_string_list_new (NULL);
  for (guint i = 0; i < outline->nodes->len; i++)
    if (g_array_index (outline->nodes, LampOutlineNode, i).goal)
      sort_goal (self, seen, sorted, g_array_index (outline->nodes, LampOutlineNode, i).goal);
  for (guint i = 0; i < outline->tray->len; i++)
    sort_goal (self, seen, sorted, outline->tray->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_list_store_append (all, sorted[i]);
      g_object_unref (sorted[i]);
    }

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (all)));
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
  g_clear_pointer (&self->above, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, list_page);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, why_page);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, why_group);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, done);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampAlignDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, choose_first);
  gtk_widget_class_bind_template_callback (widget_class, stop);
  gtk_widget_class_bind_template_callback (widget_class, activated);
  gtk_widget_class_bind_template_callback (widget_class, save_rationale);
  gtk_widget_class_bind_template_callback (widget_class, finish);
  gtk_widget_class_bind_template_callback (widget_class, remove_link);
}

static void
lamp_align_dialog_init (LampAlignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rationale = LAMP_TEXT_ROW (lamp_text_row_new (_("Rationale")));
  adw_preferences_group_add (self->why_group, GTK_WIDGET (self->rationale));
  g_signal_connect (self, "closed", G_CALLBACK (save_rationale), NULL);
}

/**
 * lamp_align_dialog_new:
 * @board: the goals
 * @goal: which of them is to be aligned
 * @support: how
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_align_dialog_new (LampGoalBoard *board,
                       LampRecord    *goal,
                       LampSupport    support)
{
  LampAlignDialog *self = g_object_new (LAMP_TYPE_ALIGN_DIALOG, NULL);

  self->board = g_object_ref (board);
  self->goal = g_object_ref (goal);
  self->support = support;
  if (support == LAMP_SUPPORT_ALSO)
    {
      adw_navigation_page_set_title (self->list_page, _("Also Supports"));
      adw_navigation_page_set_title (self->why_page, _("Rationale"));
      adw_dialog_set_title (ADW_DIALOG (self), _("Also Supports"));
    }
  fill (self);

  return ADW_DIALOG (self);
}
