/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goals-view.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-actions.h"
#include "lamp-goal-board.h"
#include "lamp-goal-checks.h"
#include "lamp-goal-columns.h"
#include "lamp-goal-filters.h"
#include "lamp-goal-list.h"
#include "lamp-goal-paper.h"
#include "lamp-goal-sight-actions.h"
#include "lamp-goal-sight.h"
#include "lamp-goal-tray.h"
#include "lamp-goal-tree.h"
#include "lamp-goals-private.h"
#include "lamp-goals-resources.h"
#include "lamp-style.h"
#include "lamp-width-bin.h"

struct _LampGoalsView
{
  LampView parent_instance;

  LampGoalBoard *board;
  LampGoalActions *actions;
  LampGoalSightActions *sight_actions;
  LampGoalTree *tree;
  GtkWidget *list;              /* (nullable): made when first asked for */
  char *list_place;             /* (nullable): how the list is arranged */
  GMenuModel *menu;             /* of the view */
  GMenuModel *list_menu;        /* the same, and how the list is arranged */

  GtkStack *pages;
  LampGoalFilters *filters;
  GtkStack *sights;
  AdwBin *tree_bin;
  AdwBin *list_bin;
  AdwStatusPage *nothing;
  GtkWidget *clear_button;
  GtkWidget *line;
  GtkWidget *side;
  LampWidthBin *room;
  GtkBox *board_box;
  LampGoalTray *tray;
  LampGoalChecks *checks;
  GtkLabel *hint;
  GMenuModel *goal_menu;
};

G_DEFINE_FINAL_TYPE (LampGoalsView, lamp_goals_view, LAMP_TYPE_VIEW)

static void
lamp_goals_view_add (LampView *view)
{
  lamp_goal_actions_add_goal (LAMP_GOALS_VIEW (view)->actions);
}

static void
add_clicked (LampGoalsView *self)
{
  lamp_goal_actions_add_goal (self->actions);
}

/* A menu within a section of another would have no lines between its own sections. */
static GMenu *
dup_sections (GMenuModel *menu)
{
  GMenu *copy = g_menu_new ();

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      g_menu_append_section (copy, NULL, section);
    }

  return copy;
}

static void
make_actions (LampGoalsView *self)
{
  GSimpleActionGroup *group;
  g_autoptr (GMenuModel) arrange = lamp_goal_columns_make_menu ();
  GMenu *menu = dup_sections (self->goal_menu);
  GMenu *list_menu;

  self->actions = lamp_goal_actions_new (LAMP_VIEW (self), self->board, self->tree);
  group = lamp_goal_actions_get_group (self->actions);
  self->sight_actions = lamp_goal_sight_actions_new (self->board, self->tree, group);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (group));
  lamp_goal_paper_install (LAMP_VIEW (self), group, menu);
  self->menu = G_MENU_MODEL (menu);
  list_menu = dup_sections (self->menu);
  g_menu_append_section (list_menu, NULL, arrange);
  self->list_menu = G_MENU_MODEL (list_menu);
}

/* What is shown. */

static const char *
choose_sight (LampGoalsView *self)
{
  if (lamp_goal_board_is_empty (self->board))
    return "none";

  return lamp_view_get_list_mode (LAMP_VIEW (self)) ? "list" : "picture";
}

/* Where the tree is looked at and how the list is arranged are remembered as one text. */
static void
remember_place (LampGoalsView *self)
{
  g_autofree char *tree_place = NULL;
  g_autofree char *place = NULL;

  if (self->list)
    {
      g_clear_pointer (&self->list_place, g_free);
      g_object_get (self->list, "place", &self->list_place, NULL);
    }
  g_object_get (self->tree, "place", &tree_place, NULL);
  place = self->list_place ? g_strconcat (tree_place, ";", self->list_place, NULL) : g_strdup (tree_place);
  lamp_view_set_place (LAMP_VIEW (self), place);
}

static void
on_place (LampGoalsView *self)
{
  const char *place = lamp_view_get_place (LAMP_VIEW (self));
  g_auto (GStrv) parts = g_strsplit (place ? place : "", ";", 2);

  if (parts[0] && parts[1] && g_set_str (&self->list_place, parts[1]) && self->list)
    g_object_set (self->list, "place", self->list_place, NULL);
  g_object_set (self->tree, "place", parts[0] ? parts[0] : "", NULL);
}

static void
make_list (LampGoalsView *self)
{
  self->list = lamp_goal_list_new (self->board, G_ACTION_MAP (lamp_goal_actions_get_group (self->actions)),
                                   self->goal_menu);
  g_object_set (self->list, "place", self->list_place, NULL);
  g_signal_connect_object (self->list, "notify::place", G_CALLBACK (remember_place), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, self->list);
}

static void
show_nothing (LampGoalsView *self)
{
  gboolean narrowed = lamp_goal_board_is_narrowed (self->board);

  adw_status_page_set_description (self->nothing, narrowed ? _("No goal here is all that is asked for.")
                                                        : _("This community has no goals."));
  gtk_widget_set_visible (self->clear_button, narrowed);
}

static void
update_page (LampGoalsView *self)
{
  gboolean any = lamp_snapshot_get (lamp_goal_board_get_snapshot (self->board), "goals")->len > 0;
  gboolean list_mode = lamp_view_get_list_mode (LAMP_VIEW (self));
  const char *sight = choose_sight (self);

  if (g_str_equal (sight, "list") && !self->list)
    make_list (self);
  show_nothing (self);
  gtk_stack_set_visible_child_name (self->sights, sight);
  gtk_stack_set_visible_child_name (self->pages, any ? "goals" : "empty");
  gtk_widget_set_visible (self->line, !list_mode);
  gtk_widget_set_visible (self->side, !list_mode);
  lamp_view_set_actions (LAMP_VIEW (self), self->list && list_mode ? self->list_menu : self->menu,
                         G_ACTION_GROUP (lamp_goal_actions_get_group (self->actions)));
}

/* What is dragged comes first; otherwise the line of the selected goal is said as a sentence. There is always room for
 * it, so that the tree keeps its size when a drag begins, but where the goals themselves have little. */
static void
update_hint (LampGoalsView *self)
{
  const char *hint = lamp_goal_board_get_hint (self->board);
  const LampRow *goal = lamp_goal_board_get_selected (self->board);
  g_autofree char *text = NULL;

  if (hint)
    text = g_strdup (hint);
  else if (goal)
    text = lamp_alignment_sentence (lamp_goal_board_get_snapshot (self->board), lamp_row_get_id (goal));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text || !lamp_width_bin_get_narrow (self->room));
  gtk_label_set_text (self->hint, text ? text : _("Select a goal to read here what it supports."));
  if (text)
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dimmed");
}

static void
on_board_changed (LampGoalsView *self)
{
  update_page (self);
  update_hint (self);
}

/* Another view shows communities, too: the one that a person looks at. */
static gboolean
is_shown_here (LampGoalsView *self,
               LampRecord    *record)
{
  return g_strv_contains (LAMP_VIEW_GET_CLASS (self)->types, lamp_record_get_record_type (record)->name)
         && (!lamp_record_is (record, "communities") || gtk_widget_get_mapped (GTK_WIDGET (self)));
}

/* The goal that a record is, or that it belongs to. */
static const LampRow *
find_goal_of (LampGoalsView *self,
              LampRecord    *record)
{
  gboolean is_goal = lamp_record_is (record, "goals");
  gboolean has_goal = lamp_record_type_find_field (lamp_record_get_record_type (record), "goal") >= 0;

  return lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "goals",
                             is_goal ? lamp_record_get_id (record) : has_goal ? lamp_record_get_text (record, "goal") : NULL);
}

/* What is no goal itself has no place of its own here: its goal comes into sight, and its details open. */
static void
on_reveal (LampGoalsView *self,
           LampRecord    *record)
{
  gboolean is_goal = lamp_record_is (record, "goals");
  const LampRow *goal;

  if (!is_shown_here (self, record))
    return;

  lamp_goal_board_refresh (self->board);
  goal = find_goal_of (self, record);
  if (goal && lamp_goal_board_is_narrowed (self->board) && !lamp_goal_board_shows (self->board, goal))
    lamp_goal_board_widen (self->board);
  goal = find_goal_of (self, record);
  if (goal && self->list && lamp_view_get_list_mode (LAMP_VIEW (self)))
    lamp_goal_list_reveal (LAMP_GOAL_LIST (self->list), goal, is_goal);
  else if (goal)
    lamp_goal_tree_reveal (self->tree, goal, is_goal && !lamp_goal_tray_reveal (self->tray, goal));
  if (!is_goal)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.details", NULL);
}

/* Where there is little room the tray stands under the goals, and folded where there is hardly any. */
static void
room_narrowed (LampGoalsView *self)
{
  gboolean narrow = lamp_width_bin_get_narrow (self->room);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->board_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  g_object_set (self->tray, "folded", lamp_width_bin_get_tiny (self->room), NULL);
  update_hint (self);
}

/* The class. */

static void
connect_session (LampGoalsView *self)
{
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));

  g_signal_connect_object (self->board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "notify::hint", G_CALLBACK (update_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (update_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::list-mode", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::place", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "notify::place", G_CALLBACK (remember_place), self, G_CONNECT_SWAPPED);
}

static void
lamp_goals_view_constructed (GObject *object)
{
  LampGoalsView *self = LAMP_GOALS_VIEW (object);

  G_OBJECT_CLASS (lamp_goals_view_parent_class)->constructed (object);

  self->board = lamp_goal_board_new (lamp_view_get_session (LAMP_VIEW (self)));
  self->tree = LAMP_GOAL_TREE (lamp_goal_tree_new (self->board, self->goal_menu));
  adw_bin_set_child (self->tree_bin, GTK_WIDGET (self->tree));
  lamp_goal_tray_set_board (self->tray, self->board);
  lamp_goal_filters_set_board (self->filters, self->board);
  lamp_goal_checks_set_board (self->checks, self->board);
  make_actions (self);
  connect_session (self);
  on_board_changed (self);
}

static void
lamp_goals_view_dispose (GObject *object)
{
  LampGoalsView *self = LAMP_GOALS_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* before the template does it behind its back */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_GOALS_VIEW);
  g_clear_object (&self->sight_actions);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_object (&self->list_menu);
  g_clear_object (&self->board);
  g_clear_pointer (&self->list_place, g_free);

  G_OBJECT_CLASS (lamp_goals_view_parent_class)->dispose (object);
}

static void
lamp_goals_view_class_init (LampGoalsViewClass *klass)
{
  static const char * const types[] = { "goals", "goal_links", "measurements", "strategies", "policies", "supports",
                                        "communities", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LampViewClass *view_class = LAMP_VIEW_CLASS (klass);

  object_class->constructed = lamp_goals_view_constructed;
  object_class->dispose = lamp_goals_view_dispose;

  view_class->add = lamp_goals_view_add;
  view_class->name = "goals";
  view_class->title = NC_ ("view", "Goals");
  view_class->icon_name = "lamp-goals-symbolic";
  view_class->add_label = NC_ ("view", "Add Goal");
  view_class->has_list = TRUE;
  view_class->types = types;

  g_resources_register (lamp_goals_get_resource ());
  lamp_style_load (LAMP_GOALS_RESOURCES "goals.css");
  g_type_ensure (LAMP_TYPE_WIDTH_BIN);
  g_type_ensure (LAMP_TYPE_GOAL_CHECKS);
  g_type_ensure (LAMP_TYPE_GOAL_FILTERS);
  g_type_ensure (LAMP_TYPE_GOAL_TRAY);
  gtk_widget_class_set_template_from_resource (widget_class, LAMP_GOALS_RESOURCES "lamp-goals-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, pages);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, filters);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, sights);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, tree_bin);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, list_bin);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, nothing);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, line);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, side);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, room);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, board_box);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, tray);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, checks);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, hint);
  gtk_widget_class_bind_template_child (widget_class, LampGoalsView, goal_menu);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, room_narrowed);
  lamp_goal_actions_add_keys (widget_class);
  lamp_goal_sight_actions_add_keys (widget_class);
}

static void
lamp_goals_view_init (LampGoalsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
