/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-actions.h"

#include <glib/gi18n-lib.h>

#include "lamp-align-dialog.h"
#include "lamp-alignment.h"
#include "lamp-goal-change.h"
#include "lamp-goal-edits.h"
#include "lamp-transfer-dialog.h"
#include "lamp-goal-sight.h"

struct _LampGoalActions
{
  GObject parent_instance;

  LampView *view;       /* owns this, and so is not held */
  LampGoalTree *tree;   /* a child of the view */
  LampGoalBoard *board;
  GSimpleActionGroup *group;
};

G_DEFINE_FINAL_TYPE (LampGoalActions, lamp_goal_actions, G_TYPE_OBJECT)

static LampSession *
get_session (LampGoalActions *self)
{
  return lamp_goal_board_get_session (self->board);
}

static LampRecord *
dup_selected (LampGoalActions *self)
{
  return lamp_goal_board_dup_record (self->board, lamp_goal_board_get_selected (self->board));
}

static void
select_and_show (LampGoalActions *self,
                 LampRecord      *goal)
{
  const LampRow *row;

  lamp_session_set_selected (get_session (self), goal);
  row = lamp_goal_board_get_selected (self->board);
  if (row && lamp_goal_board_is_narrowed (self->board) && !lamp_goal_board_shows (self->board, row))
    {
      lamp_goal_board_widen (self->board);
      row = lamp_goal_board_get_selected (self->board);
    }
  if (row)
    lamp_goal_tree_reveal (self->tree, row, FALSE);
}

/* What was done to the selected goal may have moved it. */
static void
show_selected (LampGoalActions *self)
{
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  if (goal)
    lamp_goal_tree_reveal (self->tree, goal, FALSE);
}

static void
add_supporting (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  lamp_goal_actions_add_goal (data);
}

static void
add_beside (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  LampGoalActions *self = data;
  const LampRow *goal = lamp_goal_board_get_selected (self->board);
  g_autoptr (LampRecord) added = goal ? lamp_goal_create_beside (self->board, goal) : NULL;

  if (added)
    select_and_show (self, added);
}

static void
ask_what_it_supports (LampGoalActions *self,
                      LampSupport      support)
{
  g_autoptr (LampRecord) goal = dup_selected (self);

  if (goal)
    adw_dialog_present (lamp_align_dialog_new (self->board, goal, support), GTK_WIDGET (self->view));
}

static void
align (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  ask_what_it_supports (data, LAMP_SUPPORT_FIRST);
}

static void
also_support (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  ask_what_it_supports (data, LAMP_SUPPORT_ALSO);
}

static void
unalign (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampGoalActions *self = data;
  g_autoptr (LampRecord) goal = dup_selected (self);

  if (goal)
    lamp_goal_align (self->board, goal, NULL);
}

static void
move (LampGoalActions *self,
      int              by)
{
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  if (goal && lamp_goal_move (self->board, goal, by))
    show_selected (self);
}

static void
move_up (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  move (data, -1);
}

static void
move_down (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  move (data, 1);
}

static void
promote (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampGoalActions *self = data;
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  if (goal && lamp_goal_promote (self->board, goal))
    show_selected (self);
}

static void
demote (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  LampGoalActions *self = data;
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  if (goal && lamp_goal_demote (self->board, goal))
    show_selected (self);
}

static void
transfer (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  LampGoalActions *self = data;
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  if (goal)
    adw_dialog_present (lamp_transfer_dialog_new (self->board, goal), GTK_WIDGET (self->view));
}

static void
duplicate_selected (LampGoalActions *self,
                    gboolean         with_below)
{
  const LampRow *goal = lamp_goal_board_get_selected (self->board);
  g_autoptr (LampRecord) copy = goal ? lamp_goal_duplicate (self->board, goal, with_below) : NULL;

  if (copy)
    select_and_show (self, copy);
}

static void
duplicate (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  duplicate_selected (data, FALSE);
}

static void
duplicate_all (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  duplicate_selected (data, TRUE);
}

/* Deleting. */

static void
on_delete_answer (LampGoalActions *self,
                  const char      *answer,
                  AdwAlertDialog  *dialog)
{
  const LampRow *goal = lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "goals",
                                            g_object_get_data (G_OBJECT (dialog), "goal"));

  if (goal && !g_str_equal (answer, "cancel"))
    lamp_goal_delete (self->board, goal, g_str_equal (answer, "all"));
}

/* How many there are, and what becomes of them when they stay. */
static char *
say_what_stays (LampGoalActions *self,
                const LampRow   *goal,
                guint            n_below)
{
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (self->board);
  const LampRow *above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (goal, "parent"));
  g_autofree char *title = lamp_goal_dup_public_title (snapshot, goal);
  g_autofree char *other = above ? lamp_goal_dup_public_title (snapshot, above) : NULL;

  if (!above)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$u goal supports “%2$s”. If it stays, it will align with nothing.",
                                         "%1$u goals support “%2$s”, directly or through others. If they stay, those "
                                         "that support it directly will align with nothing.", n_below),
                            n_below, title);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$u goal supports “%2$s”. If it stays, it will support “%3$s” instead.",
                                       "%1$u goals support “%2$s”, directly or through others. If they stay, those "
                                       "that support it directly will support “%3$s” instead.", n_below),
                          n_below, title, other);
}

static void
ask_what_to_delete (LampGoalActions *self,
                    const LampRow   *goal,
                    guint            n_below)
{
  g_autofree char *body = say_what_stays (self, goal, n_below);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete With %u _Supporting Goal",
                                                       "Delete With %u _Supporting Goals", n_below),
                                          n_below);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Delete Goal?"), body));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "one", _("Delete _Only This Goal"), "all", all, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "one", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "all", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "one");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "goal", g_strdup (lamp_row_get_id (goal)), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_answer), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->view));
}

static guint
count_below (LampGoalActions *self,
             const LampRow   *goal)
{
  g_autoptr (GPtrArray) below = lamp_goal_list_below (lamp_goal_board_get_snapshot (self->board), goal);

  return below->len;
}

static void
delete_goal (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  LampGoalActions *self = data;
  const LampRow *goal = lamp_goal_board_get_selected (self->board);
  guint n_below = goal ? count_below (self, goal) : 0;

  if (n_below > 0)
    ask_what_to_delete (self, goal, n_below);
  else if (goal)
    lamp_goal_delete (self->board, goal, FALSE);
}

static const GActionEntry entries[] = {
  { .name = "add-supporting", .activate = add_supporting },
  { .name = "add-beside", .activate = add_beside },
  { .name = "align", .activate = align },
  { .name = "also-supports", .activate = also_support },
  { .name = "unalign", .activate = unalign },
  { .name = "move-up", .activate = move_up },
  { .name = "move-down", .activate = move_down },
  { .name = "promote", .activate = promote },
  { .name = "demote", .activate = demote },
  { .name = "transfer", .activate = transfer },
  { .name = "duplicate", .activate = duplicate },
  { .name = "duplicate-all", .activate = duplicate_all },
  { .name = "delete", .activate = delete_goal },
};

static void
enable (LampGoalActions *self,
        const char      *name,
        gboolean         enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Whether there is more to copy than the goal itself: what is private stays with whom it belongs to. */
static gboolean
has_shared_children (LampGoalActions *self,
                     const LampRow   *goal)
{
  GPtrArray *children = lamp_snapshot_find_by (lamp_goal_board_get_snapshot (self->board), "goals", "parent",
                                               lamp_row_get_id (goal));

  for (guint i = 0; i < children->len; i++)
    if (!lamp_goal_is_private (children->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
update (LampGoalActions *self)
{
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  enable (self, "add-supporting", goal != NULL);
  enable (self, "add-beside", goal != NULL);
  enable (self, "align", goal != NULL);
  enable (self, "also-supports", goal != NULL);
  enable (self, "unalign", goal && lamp_row_has (goal, "parent"));
  enable (self, "move-up", goal && lamp_goal_can_move (self->board, goal, -1));
  enable (self, "move-down", goal && lamp_goal_can_move (self->board, goal, 1));
  enable (self, "promote", goal && lamp_goal_get_rank (goal) > 0);
  enable (self, "demote", goal && lamp_goal_get_rank (goal) < 2);
  enable (self, "transfer", goal
                            && lamp_snapshot_get (lamp_goal_board_get_snapshot (self->board), "communities")->len > 1);
  enable (self, "duplicate", goal != NULL);
  enable (self, "duplicate-all", goal && has_shared_children (self, goal));
  enable (self, "delete", goal != NULL);
}

/* The class. */

static void
lamp_goal_actions_dispose (GObject *object)
{
  LampGoalActions *self = LAMP_GOAL_ACTIONS (object);

  /* Somebody may hold the group a little longer: nothing of it reaches this any more. */
  for (gsize i = 0; self->group && i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->group), entries[i].name);
  g_clear_object (&self->group);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_actions_parent_class)->dispose (object);
}

static void
lamp_goal_actions_class_init (LampGoalActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_goal_actions_dispose;
}

static void
lamp_goal_actions_init (LampGoalActions *self)
{
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}

/**
 * lamp_goal_actions_new:
 * @view: the view that will hold this
 * @board: the goals
 * @tree: brings what was changed into sight; a child of @view
 *
 * Returns: (transfer full): the actions
 */
LampGoalActions *
lamp_goal_actions_new (LampView      *view,
                       LampGoalBoard *board,
                       LampGoalTree  *tree)
{
  LampGoalActions *self = g_object_new (LAMP_TYPE_GOAL_ACTIONS, NULL);

  self->view = view;
  self->tree = tree;
  self->board = g_object_ref (board);
  g_signal_connect_object (board, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * lamp_goal_actions_get_group:
 * @self: the actions
 *
 * Returns: (transfer none): the group that holds them, to be inserted as "view"
 */
GSimpleActionGroup *
lamp_goal_actions_get_group (LampGoalActions *self)
{
  return self->group;
}

/**
 * lamp_goal_actions_add_goal:
 * @self: the actions
 *
 * Adds a goal that supports the selected one, or nothing, and selects it.
 */
void
lamp_goal_actions_add_goal (LampGoalActions *self)
{
  g_autoptr (LampRecord) goal = NULL;

  g_return_if_fail (LAMP_IS_GOAL_ACTIONS (self));

  goal = lamp_goal_create (self->board, lamp_goal_board_get_selected (self->board));
  if (!goal)
    return;

  select_and_show (self, goal);
  if (lamp_goal_is_private (lamp_record_get_row (goal)))
    lamp_session_notice (get_session (self), _("Individual goals are private: the tree shows only how many there are."),
                         FALSE);
}

/**
 * lamp_goal_actions_add_keys:
 * @widget_class: the class of the view
 *
 * Binds the keys of the actions, which the window's list of shortcuts tells too.
 */
void
lamp_goal_actions_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "view.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "view.move-down" },
    { GDK_KEY_Left, GDK_ALT_MASK, "view.promote" },
    { GDK_KEY_Right, GDK_ALT_MASK, "view.demote" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "view.transfer" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "view.duplicate" },
    { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "view.duplicate-all" },
    { GDK_KEY_Delete, 0, "view.delete" },
    { GDK_KEY_j, GDK_CONTROL_MASK, "view.align" },
    { GDK_KEY_j, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "view.also-supports" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}
