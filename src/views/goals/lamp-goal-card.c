/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-card.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-check-runner.h"
#include "lamp-goal-drag.h"
#include "lamp-goal-sight.h"
#include "lamp-goals-private.h"
#include "lamp-sparkline.h"

struct _LampGoalCard
{
  GtkWidget parent_instance;

  LampGoalBoard *board;
  LampCheckRunner *runner;
  GMenuModel *menu;
  GtkWidget *popover;
  char *goal;                 /* (nullable): its identifier; NULL for a gathering */
  char **privates;            /* (nullable): the identifiers of a gathering */
  char *line;                 /* (nullable): its line, in words */
  char *title_tip;            /* (nullable): its title and its community */
  char *reckoning;            /* (nullable): how its progress was computed, in words */
  char *findings;             /* (nullable): how many findings there are about it, in words */

  GtkStack *stack;
  GtkButton *handle;          /* folds and unfolds what supports the goal */
  GtkLabel *title;
  GtkWidget *priority;
  GtkImage *found;            /* that the checks found something about it */
  AdwAvatar *avatar;
  GtkLabel *owner;
  GtkImage *overdue;
  GtkLabel *due;
  GtkImage *status_icon;
  GtkLabel *status;
  GtkImage *mark_icon;
  GtkLabel *mark;
  GtkWidget *measures;
  GtkProgressBar *progress;
  GtkLabel *percent;
  LampSparkline *sparkline;
  GtkLabel *privates_label;
};

G_DEFINE_FINAL_TYPE (LampGoalCard, lamp_goal_card, GTK_TYPE_WIDGET)

static const LampRow *
get_goal (LampGoalCard *self,
          const char   *id)
{
  return lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "goals", id);
}

/* A gathering selects its goals one after the other: their words are then in the inspector, where somebody has asked
 * for them, and never on the wall. */
static const LampRow *
next_private (LampGoalCard *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self->board);
  guint next = 0;

  for (guint i = 0; self->privates[i]; i++)
    if (selected && g_str_equal (lamp_row_get_id (selected), self->privates[i]) && self->privates[i + 1])
      next = i + 1;

  return get_goal (self, self->privates[next]);
}

static void
select_goal (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  LampGoalCard *self = LAMP_GOAL_CARD (widget);
  const LampRow *goal = self->goal ? get_goal (self, self->goal) : self->privates ? next_private (self) : NULL;

  gtk_widget_grab_focus (widget);
  if (goal)
    lamp_goal_board_select (self->board, goal);
}

static void
open_menu (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  LampGoalCard *self = LAMP_GOAL_CARD (widget);

  if (!self->goal)
    return;

  select_goal (widget, NULL, NULL);
  if (!self->popover)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_parent (self->popover, widget);
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         LampGoalCard    *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (!gdk_event_triggers_context_menu (event))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (widget, NULL, NULL);
  if (self->popover)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
released (GtkGestureClick *gesture,
          int              n_press,
          double           x,
          double           y,
          LampGoalCard    *self)
{
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    gtk_widget_activate_action (GTK_WIDGET (self), "card.select", NULL);
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
show_mark (LampGoalCard        *self,
           const LampGoalFacts *facts)
{
  const char *text = facts->is_unaligned ? C_ ("goal", "Aligns with nothing")
                                         : facts->is_stalled ? C_ ("goal", "Unsupported") : NULL;

  gtk_image_set_from_icon_name (self->mark_icon,
                                facts->is_unaligned ? "lamp-unaligned-symbolic" : "lamp-stalled-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->mark_icon), text != NULL);
  gtk_label_set_text (self->mark, text ? text : ""); /* it takes the room that is left, also without a word */
}

static void
show_owner (LampGoalCard        *self,
            const LampGoalFacts *facts)
{
  if (g_strcmp0 (adw_avatar_get_text (self->avatar), facts->owner ? facts->owner : "") != 0)
    adw_avatar_set_text (self->avatar, facts->owner);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), facts->owner != NULL);
  gtk_label_set_text (self->owner, facts->owner ? facts->owner : C_ ("goal", "No owner"));
}

static void
say (GtkWidget  *widget,
     const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* The column says the level; the community is said where somebody rests on the title. */
static void
show_title (LampGoalCard  *self,
            const LampRow *goal)
{
  const LampRow *community = lamp_snapshot_find (lamp_goal_board_get_snapshot (self->board), "communities",
                                                 lamp_row_get_text (goal, "community"));

  g_free (self->title_tip);
  self->title_tip = community ? g_strdup_printf ("%s\n%s", lamp_row_get_title (goal), lamp_row_get_title (community))
                              : g_strdup (lamp_row_get_title (goal));
  gtk_label_set_text (self->title, lamp_row_get_title (goal));
  say (GTK_WIDGET (self->title), self->title_tip);
}

static void
show_measures (LampGoalCard        *self,
               const LampRow       *goal,
               const LampGoalFacts *facts)
{
  g_autofree char *percent = lamp_goal_facts_dup_percent (facts);

  g_free (self->line);
  self->line = lamp_alignment_sentence (lamp_goal_board_get_snapshot (self->board), lamp_row_get_id (goal));
  g_free (self->reckoning);
  self->reckoning = lamp_goal_facts_dup_reckoning (facts, self->board, goal);
  lamp_sparkline_set_values (self->sparkline, facts->values, facts->n_values);
  lamp_sparkline_set_target (self->sparkline, lamp_row_has (goal, "target"), lamp_row_get_real (goal, "target"));
  show_label (self->percent, percent);
  gtk_progress_bar_set_fraction (self->progress, facts->fraction);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress), facts->has_fraction ? 1 : 0); /* an empty bar would say 0 % */
  say (self->measures, self->reckoning);
}

static guint
count_findings (LampGoalCard *self,
                LampSeverity *gravest)
{
  return self->goal ? lamp_check_runner_count (self->runner, lamp_schema_find ("goals"), self->goal, gravest) : 0;
}

static char *
dup_findings (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u finding of the checks.", "%u findings of the checks.", n), n)
               : g_strdup ("");
}

/* All that is said of a node beside its name, for those who do not see it. */
static void
tell_description (LampGoalCard *self)
{
  g_autofree char *description = g_strdup_printf ("%s %s %s", self->line, self->reckoning, self->findings);

  say (GTK_WIDGET (self), g_strchomp (description));
}

static void
show_findings (LampGoalCard *self)
{
  LampSeverity gravest = LAMP_SEVERITY_HINT;
  guint n = count_findings (self, &gravest);

  if (self->goal == NULL)
    return;

  g_free (self->findings);
  self->findings = dup_findings (n);
  gtk_widget_set_visible (GTK_WIDGET (self->found), n > 0);
  gtk_image_set_from_icon_name (self->found, gravest == LAMP_SEVERITY_ERROR ? "dialog-error-symbolic"
                                             : gravest == LAMP_SEVERITY_WARNING ? "dialog-warning-symbolic"
                                                                                : "dialog-information-symbolic");
  tell_description (self);
}

/* Asked for when the pointer rests: to be given such words, a widget asks the display where the pointer is, which takes
 * longer than all else that a card does to show another goal. */
static gboolean
on_query_tooltip (LampGoalCard *self,
                  int           x,
                  int           y,
                  gboolean      by_keyboard,
                  GtkTooltip   *tooltip,
                  GtkWidget    *widget)
{
  const char *tip = widget == GTK_WIDGET (self->title) ? self->title_tip
                    : widget == self->measures ? self->reckoning : self->findings;

  gtk_tooltip_set_text (tooltip, tip);

  return tip && *tip;
}

static void
tell_name (LampGoalCard *self,
           const char   *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_goal (LampGoalCard  *self,
           const LampRow *goal)
{
  g_auto (LampGoalFacts) facts = { NULL };
  g_autofree char *name = NULL;

  lamp_goal_facts_init (&facts, self->board, goal);
  name = lamp_goal_facts_dup_name (&facts, self->board, goal);
  tell_name (self, name);
  show_title (self, goal);
  gtk_widget_set_visible (self->priority, facts.is_priority);
  show_owner (self, &facts);
  show_label (self->due, facts.due);
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), facts.is_overdue);
  gtk_image_set_from_icon_name (self->status_icon, facts.status_icon);
  gtk_label_set_text (self->status, facts.status);
  show_mark (self, &facts);
  show_measures (self, goal, &facts);
  show_findings (self);
  gtk_stack_set_visible_child_name (self->stack, "goal");
}

static char *
count_privates (guint count)
{
  return g_strdup_printf (ngettext ("%u individual goal", "%u individual goals", count), count);
}

static void
show_privates (LampGoalCard *self,
               guint         count)
{
  g_autofree char *text = count_privates (count);

  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  tell_name (self, text);
  gtk_label_set_text (self->privates_label, text);
  gtk_stack_set_visible_child_name (self->stack, "private");
}

static char **
dup_ids (GPtrArray *rows)
{
  char **ids = g_new0 (char *, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    ids[i] = g_strdup (lamp_row_get_id (rows->pdata[i]));

  return ids;
}

/* What a node with others below it can be told. Its state is the node's own, too, since the keys are. */
static void
show_handle (LampGoalCard          *self,
             const LampOutlineNode *node)
{
  gboolean foldable = node->goal && node->n_below > 0;
  g_autofree char *sign = NULL;
  g_autofree char *tip = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->handle), foldable);
  if (!foldable)
    {
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
      return;
    }

  // Translators: how many goals are hidden below a collapsed one
  sign = node->is_folded ? g_strdup_printf (C_ ("goals hidden", "+%u"), node->n_below) : g_strdup ("−");
  tip = node->is_folded ? g_strdup_printf (ngettext ("Expand: %u goal is hidden", "Expand: %u goals are hidden",
                                                     node->n_below), node->n_below)
                        : g_strdup (_("Collapse"));
  if (g_strcmp0 (gtk_button_get_label (self->handle), sign) != 0)
    gtk_button_set_label (self->handle, sign);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->handle)), tip) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->handle), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !node->is_folded, -1);
}

static void
on_handle_clicked (LampGoalCard *self)
{
  const LampRow *goal = self->goal ? get_goal (self, self->goal) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (goal)
    lamp_goal_board_set_folded (self->board, goal, !lamp_goal_board_is_folded (self->board, goal));
}

static gboolean
is_selected (const LampOutlineNode *node,
             const LampRow         *selected)
{
  return selected && (node->goal == selected || (node->privates && g_ptr_array_find (node->privates, selected, NULL)));
}

static void
set_class (LampGoalCard *self,
           const char   *name,
           gboolean      on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/**
 * lamp_goal_card_bind:
 * @self: a card
 * @node: what it shall show, of the board's outline
 */
void
lamp_goal_card_bind (LampGoalCard          *self,
                     const LampOutlineNode *node)
{
  gboolean selected = is_selected (node, lamp_goal_board_get_selected (self->board));

  g_return_if_fail (LAMP_IS_GOAL_CARD (self));

  g_clear_pointer (&self->privates, g_strfreev);
  g_set_str (&self->goal, node->goal ? lamp_row_get_id (node->goal) : NULL);
  if (node->goal)
    {
      show_goal (self, node->goal);
    }
  else
    {
      self->privates = dup_ids (node->privates);
      show_privates (self, node->privates->len);
    }
  show_handle (self, node);
  set_class (self, "context", node->is_context);
  set_class (self, "private", node->goal == NULL);
  set_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) node->level + 1, -1);
  lamp_goal_drag_mark (GTK_WIDGET (self));
}

/**
 * lamp_goal_card_set_lit:
 * @self: a card
 * @lit: whether it is on the line that is followed
 */
void
lamp_goal_card_set_lit (LampGoalCard *self,
                        gboolean      lit)
{
  g_return_if_fail (LAMP_IS_GOAL_CARD (self));

  set_class (self, "lit", lit);
}

/**
 * lamp_goal_card_set_width:
 * @self: a card
 * @width: in pixels
 */
void
lamp_goal_card_set_width (LampGoalCard *self,
                          int           width)
{
  g_return_if_fail (LAMP_IS_GOAL_CARD (self));

  gtk_widget_set_size_request (GTK_WIDGET (self), width, -1);
}

/**
 * lamp_goal_card_measure:
 * @self: a card
 * @width: how wide cards are
 * @goal: (out): how high a card of a goal is, whatever its title
 * @privates: (out): how high that of a gathering is
 */
void
lamp_goal_card_measure (LampGoalCard *self,
                        int           width,
                        int          *goal,
                        int          *privates)
{
  g_return_if_fail (LAMP_IS_GOAL_CARD (self));

  gtk_label_set_text (self->title, "1\n2");
  gtk_label_set_text (self->owner, "1");
  gtk_label_set_text (self->status, "1");
  gtk_label_set_text (self->percent, "1");
  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "goal");
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, goal, NULL, NULL, NULL);
  show_privates (self, 1);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, privates, NULL, NULL, NULL);
}

static const LampRow *
get_dragged (GtkWidget *widget)
{
  LampGoalCard *self = LAMP_GOAL_CARD (widget);

  return self->goal ? get_goal (self, self->goal) : NULL;
}

static void
lamp_goal_card_dispose (GObject *object)
{
  LampGoalCard *self = LAMP_GOAL_CARD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_GOAL_CARD);
  g_clear_object (&self->runner);
  g_clear_object (&self->board);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (lamp_goal_card_parent_class)->dispose (object);
}

static void
lamp_goal_card_finalize (GObject *object)
{
  LampGoalCard *self = LAMP_GOAL_CARD (object);

  g_free (self->goal);
  g_free (self->line);
  g_free (self->title_tip);
  g_free (self->reckoning);
  g_free (self->findings);
  g_strfreev (self->privates);

  G_OBJECT_CLASS (lamp_goal_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, LAMP_GOALS_RESOURCES "lamp-goal-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, stack);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, handle);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, title);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, priority);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, found);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, owner);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, overdue);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, due);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, status_icon);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, status);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, mark_icon);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, mark);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, measures);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, sparkline);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, percent);
  gtk_widget_class_bind_template_child (widget_class, LampGoalCard, progress);
  gtk_widget_class_bind_template_child_full (widget_class, "privates", FALSE,
                                             G_STRUCT_OFFSET (LampGoalCard, privates_label));
  gtk_widget_class_bind_template_callback (widget_class, on_handle_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
}

static void
lamp_goal_card_class_init (LampGoalCardClass *klass)
{
  static const guint select_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_goal_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_goal_card_finalize;

  g_type_ensure (LAMP_TYPE_SPARKLINE);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "goalcard");
  gtk_widget_class_install_action (widget_class, "card.select", NULL, select_goal);
  gtk_widget_class_install_action (widget_class, "card.menu", NULL, open_menu);
  for (guint i = 0; i < G_N_ELEMENTS (select_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, select_keys[i], 0, "card.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "card.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "card.menu", NULL);
}

static void
lamp_goal_card_init (LampGoalCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * lamp_goal_card_new:
 * @board: what it shows
 * @menu: what its menu offers
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
lamp_goal_card_new (LampGoalBoard *board,
                    GMenuModel    *menu)
{
  LampGoalCard *self = g_object_new (LAMP_TYPE_GOAL_CARD, NULL);

  self->board = g_object_ref (board);
  self->runner = g_object_ref (lamp_check_runner_get (lamp_goal_board_get_session (board)));
  g_signal_connect_object (self->runner, "done", G_CALLBACK (show_findings), self, G_CONNECT_SWAPPED);
  self->menu = g_object_ref (menu);
  lamp_goal_drag_add_source (GTK_WIDGET (self), board, get_dragged);
  lamp_goal_drag_add_target (GTK_WIDGET (self), board, get_dragged, TRUE);

  return GTK_WIDGET (self);
}
