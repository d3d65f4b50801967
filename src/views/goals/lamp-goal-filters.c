/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-filters.h"

#include <glib/gi18n-lib.h>

#include "lamp-goal-sight.h"
#include "lamp-goals-private.h"
#include "lamp-record-picker.h"

struct _LampGoalFilters
{
  AdwBin parent_instance;

  LampGoalBoard *board;
  gboolean follows;       /* while the toggles are brought in line with the board */

  GtkToggleButton *mine;
  GtkMenuButton *person;
  GtkToggleButton *priority;
  GtkToggleButton *overdue;
  GtkToggleButton *unmeasured;
  GtkToggleButton *stalled;
  GtkWidget *found;
  GtkLabel *count;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (LampGoalFilters, lamp_goal_filters, ADW_TYPE_BIN)

static LampGoalTraits
get_traits (LampGoalFilters *self)
{
  const struct { GtkToggleButton *button; LampGoalTraits trait; } toggles[] = {
    { self->mine, LAMP_GOAL_MINE },
    { self->priority, LAMP_GOAL_PRIORITY },
    { self->overdue, LAMP_GOAL_OVERDUE },
    { self->unmeasured, LAMP_GOAL_UNMEASURED },
    { self->stalled, LAMP_GOAL_STALLED },
  };
  LampGoalTraits traits = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (gtk_toggle_button_get_active (toggles[i].button))
      traits |= toggles[i].trait;

  return traits;
}

static void
on_toggled (LampGoalFilters *self)
{
  if (!self->follows)
    lamp_goal_board_set_traits (self->board, get_traits (self));
}

/* What is mine is known as soon as somebody has said who they are: that is asked for the first time. */
static void
on_mine_toggled (LampGoalFilters *self)
{
  g_autoptr (LampRecord) me = NULL;

  if (self->follows)
    return;

  me = lamp_goal_board_dup_me (self->board);
  if (me || !gtk_toggle_button_get_active (self->mine))
    {
      on_toggled (self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->person), TRUE);
  gtk_menu_button_popup (self->person);
}

static void
on_picked (LampGoalFilters *self,
           LampRecord      *person)
{
  lamp_goal_board_set_me (self->board, person);
  lamp_goal_board_set_traits (self->board, lamp_goal_board_get_traits (self->board) | LAMP_GOAL_MINE);
}

/* What is found. */

static void
show_count (LampGoalFilters *self)
{
  guint n = lamp_goal_board_count (self->board);
  g_autofree char *text = NULL;

  // Translators: how many goals were found among all of them: “7 of 42 goals”
  text = g_strdup_printf (ngettext ("%1$u of %2$u goal", "%1$u of %2$u goals", n),
                          lamp_goal_board_count_found (self->board), n);
  gtk_label_set_text (self->count, text);
}

static void
show_place (LampGoalFilters *self)
{
  g_autofree char *text = NULL;
  guint place, of;

  place = lamp_goal_board_get_place (self->board, &of);
  // Translators: which of the goals that were found is selected: “3 of 12”
  text = place > 0 ? g_strdup_printf (C_ ("goal found", "%1$u of %2$u"), place, of) : g_strdup ("");
  gtk_label_set_text (self->place, text);
  gtk_widget_set_visible (GTK_WIDGET (self->place), place > 0);
}

/* The toggles. */

static void
show_me (LampGoalFilters *self)
{
  g_autoptr (LampRecord) me = lamp_goal_board_dup_me (self->board);
  gboolean mine = (lamp_goal_board_get_traits (self->board) & LAMP_GOAL_MINE) != 0;

  gtk_menu_button_set_label (self->person, me ? lamp_record_get_title (me) : _("Who Are You?"));
  gtk_widget_set_visible (GTK_WIDGET (self->person), mine);
  gtk_toggle_button_set_active (self->mine, mine);
}

/* Somebody looked at the names and said nothing. */
static void
on_picker_closed (LampGoalFilters *self)
{
  if (!self->board)
    return;

  self->follows = TRUE;
  show_me (self);
  self->follows = FALSE;
}

static void
on_board_changed (LampGoalFilters *self)
{
  LampGoalTraits traits = lamp_goal_board_get_traits (self->board);

  self->follows = TRUE;
  show_me (self);
  gtk_toggle_button_set_active (self->priority, (traits & LAMP_GOAL_PRIORITY) != 0);
  gtk_toggle_button_set_active (self->overdue, (traits & LAMP_GOAL_OVERDUE) != 0);
  gtk_toggle_button_set_active (self->unmeasured, (traits & LAMP_GOAL_UNMEASURED) != 0);
  gtk_toggle_button_set_active (self->stalled, (traits & LAMP_GOAL_STALLED) != 0);
  self->follows = FALSE;
  gtk_widget_set_visible (self->found, lamp_goal_board_is_narrowed (self->board));
  show_count (self);
  show_place (self);
}

/* The class. */

static void
lamp_goal_filters_dispose (GObject *object)
{
  LampGoalFilters *self = LAMP_GOAL_FILTERS (object);

  g_clear_object (&self->board);
  adw_bin_set_child (ADW_BIN (self), NULL); /* before the template does it behind its back */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_GOAL_FILTERS);

  G_OBJECT_CLASS (lamp_goal_filters_parent_class)->dispose (object);
}

static void
lamp_goal_filters_class_init (LampGoalFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_goal_filters_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LAMP_GOALS_RESOURCES "lamp-goal-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, mine);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, person);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, priority);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, overdue);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, unmeasured);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, stalled);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, found);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, count);
  gtk_widget_class_bind_template_child (widget_class, LampGoalFilters, place);
  gtk_widget_class_bind_template_callback (widget_class, on_mine_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
lamp_goal_filters_init (LampGoalFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_goal_filters_set_board:
 * @self: the bar
 * @board: whose goals it asks for
 *
 * To be called once.
 */
void
lamp_goal_filters_set_board (LampGoalFilters *self,
                             LampGoalBoard   *board)
{
  LampSession *session;
  GtkWidget *picker;

  g_return_if_fail (LAMP_IS_GOAL_FILTERS (self));
  g_return_if_fail (self->board == NULL);

  session = lamp_goal_board_get_session (board);
  picker = lamp_record_picker_new (lamp_session_get_store (session), "people");
  self->board = g_object_ref (board);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "closed", G_CALLBACK (on_picker_closed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->person, picker);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  on_board_changed (self);
}
