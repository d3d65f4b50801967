/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-checks.h"

#include <glib/gi18n-lib.h>

#include "lamp-check-runner.h"
#include "lamp-findings-list.h"
#include "lamp-goal-findings.h"
#include "lamp-goals-private.h"

#define KEPT_AS "goal-checks" /* what a person has asked of it, with the file */
#define KEPT_TYPE "(bssbb)"   /* open, severity, group, only the line, what has been set aside too */

#define WIDTH 290             /* opened beside the tree */
#define DIALOG_WIDTH 460
#define DIALOG_HEIGHT 640

struct _LampGoalChecks
{
  GtkWidget parent_instance;

  LampGoalBoard *board;
  LampCheckRunner *runner;         /* the session's */
  GSimpleActionGroup *actions;
  GHashTable *line;                /* (nullable): the goals asked for, while it is only some */
  AdwDialog *dialog;               /* (nullable): where the content is while it is not beside the tree */
  gboolean beside;
  gboolean open;                   /* when beside */
  gboolean stale;

  GtkWidget *box;
  GtkButton *head;
  GtkImage *arrow;
  GtkWidget *errors_box;
  GtkWidget *warnings_box;
  GtkWidget *hints_box;
  GtkLabel *errors;
  GtkLabel *warnings;
  GtkLabel *hints;
  GtkMenuButton *options;
  GtkRevealer *revealer;
  GtkWidget *content;
  GtkWidget *note_box;
  GtkLabel *note;
  GtkStack *stack;
  GtkLabel *words;
  LampFindingsList *findings;
};

typedef enum
{
  PROP_BESIDE = 1,
  PROP_FOLDED,
} LampGoalChecksProps;

static GParamSpec *props[PROP_FOLDED + 1];

G_DEFINE_FINAL_TYPE (LampGoalChecks, lamp_goal_checks, GTK_TYPE_WIDGET)

/* What a person asks for. */

static GVariant *
get_state (LampGoalChecks *self,
           const char     *name)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);
}

static gboolean
is_on (LampGoalChecks *self,
       const char     *name)
{
  g_autoptr (GVariant) state = get_state (self, name);

  return g_variant_get_boolean (state);
}

static gboolean
is_severity_asked_for (LampGoalChecks *self,
                       LampSeverity    severity)
{
  static const char * const names[] = { NULL, "error", "warning", "hint" };
  g_autoptr (GVariant) state = get_state (self, "severity");
  const char *name = g_variant_get_string (state, NULL);

  return g_str_equal (name, "all") || g_str_equal (name, names[severity]);
}

static gboolean
is_on_line (LampGoalChecks    *self,
            const LampFinding *finding)
{
  g_autofree char *goal = NULL;

  if (self->line == NULL)
    return TRUE;
  goal = lamp_goal_findings_dup_goal (self->board, finding);

  return goal != NULL && g_hash_table_contains (self->line, goal);
}

static gboolean
is_about_goals (const LampFinding *finding,
                gpointer           data)
{
  return finding->check->area == LAMP_AREA_GOALS;
}

static gboolean
is_asked_for (const LampFinding *finding,
              gpointer           data)
{
  LampGoalChecks *self = data;

  return is_about_goals (finding, NULL) && is_severity_asked_for (self, finding->check->severity)
         && (finding->silence == NULL || is_on (self, "aside")) && is_on_line (self, finding);
}

static void
remember (LampGoalChecks *self)
{
  g_autoptr (GVariant) severity = get_state (self, "severity");
  g_autoptr (GVariant) group = get_state (self, "group");
  g_autoptr (GVariant) kept = g_variant_ref_sink (g_variant_new (KEPT_TYPE, self->open, g_variant_get_string (severity, NULL),
                                                                 g_variant_get_string (group, NULL), is_on (self, "line"),
                                                                 is_on (self, "aside")));
  g_autofree char *text = g_variant_print (kept, FALSE);

  /* Where it cannot be kept, such as in a file that cannot be written, it is not worth a word. */
  lamp_store_set_local (lamp_session_get_store (lamp_goal_board_get_session (self->board)), KEPT_AS, text, NULL);
}

static void
set_state (LampGoalChecks *self,
           const char     *name,
           GVariant       *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

static void
recall (LampGoalChecks *self)
{
  LampStore *store = lamp_session_get_store (lamp_goal_board_get_session (self->board));
  g_autofree char *text = lamp_store_dup_local (store, KEPT_AS, NULL);
  g_autoptr (GVariant) kept = text != NULL ? g_variant_parse (G_VARIANT_TYPE (KEPT_TYPE), text, NULL, NULL, NULL) : NULL;
  const char *severity, *group;
  gboolean line, aside;

  if (kept == NULL)
    return;
  g_variant_get (kept, "(b&s&sbb)", &self->open, &severity, &group, &line, &aside);
  set_state (self, "severity", g_variant_new_string (severity));
  set_state (self, "group", g_variant_new_string (group));
  set_state (self, "line", g_variant_new_boolean (line));
  set_state (self, "aside", g_variant_new_boolean (aside));
}

/* What is shown. */

static guint
get_sum (const guint *counts)
{
  return counts[LAMP_SEVERITY_ERROR] + counts[LAMP_SEVERITY_WARNING] + counts[LAMP_SEVERITY_HINT];
}

static void
show_count (GtkLabel  *label,
            GtkWidget *box,
            guint      count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (box, count > 0);
}

static void
update_head (LampGoalChecks *self,
             const guint    *counts)
{
  g_autofree char *words = lamp_findings_dup_count_words (counts);
  // Translators: for a screen reader: the checks, and what they found: “Checks: 2 contradictions, 5 missing”
  g_autofree char *name = g_strdup_printf (_("Checks: %s"), *words != '\0' ? words : _("nothing found"));

  show_count (self->errors, self->errors_box, counts[LAMP_SEVERITY_ERROR]);
  show_count (self->warnings, self->warnings_box, counts[LAMP_SEVERITY_WARNING]);
  show_count (self->hints, self->hints_box, counts[LAMP_SEVERITY_HINT]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->head), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
get_words (LampGoalChecks *self,
           guint           n_all)
{
  if (lamp_check_runner_get_findings (self->runner) == NULL)
    return _("The checks are running.");
  if (is_on (self, "line") && lamp_goal_board_get_selected (self->board) == NULL)
    return _("Select a goal to see what was found about it and its line.");
  if (n_all == 0)
    return _("The checks have found nothing here.");

  return _("Nothing of what was found is asked for.");
}

static void
update_page (LampGoalChecks *self,
             guint           n_shown,
             guint           n_all)
{
  g_autofree char *note = NULL;

  gtk_label_set_text (self->words, get_words (self, n_all));
  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_visible (GTK_WIDGET (self->findings)) ? "findings" : "words");
  if (n_shown < n_all)
    // Translators: how many findings are shown, and how many there are
    note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u finding", "%u of %u findings", n_all), n_shown, n_all);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_box, n_shown < n_all);
}

static void
update_line (LampGoalChecks *self)
{
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  g_clear_pointer (&self->line, g_hash_table_unref);
  if (!is_on (self, "line"))
    return;
  if (goal != NULL)
    self->line = lamp_goal_findings_new_line (self->board, goal);
  else
    self->line = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Nothing is shown to eyes that look elsewhere: it waits until they come. */
static void
show_findings (LampGoalChecks *self)
{
  GPtrArray *findings = lamp_check_runner_get_findings (self->runner);
  g_autoptr (GVariant) group = get_state (self, "group");
  guint all[LAMP_SEVERITY_HINT + 1] = { 0 };
  guint shown[LAMP_SEVERITY_HINT + 1] = { 0 };

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  update_line (self);
  if (findings != NULL)
    {
      lamp_findings_list_count (self->findings, findings, is_about_goals, NULL, all);
      lamp_findings_list_set_heading (self->findings, lamp_goal_findings_get_heading (g_variant_get_string (group, NULL)),
                                      self->board);
      lamp_findings_list_show (self->findings, findings, is_asked_for, self, shown);
    }
  update_head (self, all);
  update_page (self, get_sum (shown), get_sum (all));
}

static void
on_stale (LampGoalChecks *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    lamp_check_runner_update (self->runner);
}

static void
on_selected (LampGoalChecks *self)
{
  if (is_on (self, "line"))
    show_findings (self);
}

/* Where it is shown. */

static void
update_room (LampGoalChecks *self)
{
  gboolean is_open = self->beside && self->open;

  gtk_revealer_set_reveal_child (self->revealer, is_open);
  gtk_widget_set_vexpand (GTK_WIDGET (self), is_open);
  gtk_widget_set_vexpand (GTK_WIDGET (self->revealer), is_open);
  gtk_widget_set_size_request (GTK_WIDGET (self), is_open ? WIDTH : -1, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->options), is_open);
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-down-symbolic" : self->beside ? "pan-end-symbolic"
                                                                                          : "pan-up-symbolic");
  if (self->beside)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, !self->beside, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

/* When the dialog is out of sight, so that nobody sees it empty. */
static void
take_content_back (LampGoalChecks *self)
{
  if (self->dialog == NULL)
    return;
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (adw_dialog_get_child (self->dialog)), NULL);
  gtk_revealer_set_child (self->revealer, self->content);
  g_clear_weak_pointer (&self->dialog);
}

static GtkWidget *
make_dialog_view (LampGoalChecks *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *options = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model",
                                     gtk_menu_button_get_menu_model (self->options), "tooltip-text",
                                     _("Which Findings Are Shown"), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (options), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which Findings Are Shown"), -1);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), options);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  gtk_revealer_set_child (self->revealer, NULL);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->content);

  return view;
}

static void
open_dialog (LampGoalChecks *self)
{
  if (self->dialog != NULL)
    return;
  g_set_weak_pointer (&self->dialog, adw_dialog_new ());
  adw_dialog_set_title (self->dialog, _("Checks"));
  adw_dialog_set_content_width (self->dialog, DIALOG_WIDTH);
  adw_dialog_set_content_height (self->dialog, DIALOG_HEIGHT);
  gtk_widget_insert_action_group (GTK_WIDGET (self->dialog), "checks", G_ACTION_GROUP (self->actions));
  adw_dialog_set_child (self->dialog, make_dialog_view (self));
  g_signal_connect_object (self->dialog, "unmap", G_CALLBACK (take_content_back), self, G_CONNECT_SWAPPED);
  adw_dialog_present (self->dialog, GTK_WIDGET (self));
}

static void
close_dialog (LampGoalChecks *self)
{
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
}

static void
on_head_clicked (LampGoalChecks *self)
{
  if (!self->beside)
    {
      open_dialog (self);
      return;
    }
  self->open = !self->open;
  remember (self);
  update_room (self);
}

static void
set_beside (LampGoalChecks *self,
            gboolean        beside)
{
  if (self->beside == !!beside)
    return;

  self->beside = !!beside;
  close_dialog (self);
  take_content_back (self);
  update_room (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BESIDE]);
}

/* The actions. */

static void
on_state (GSimpleAction *action,
          GVariant      *state,
          gpointer       data)
{
  LampGoalChecks *self = data;

  g_simple_action_set_state (action, state);
  remember (self);
  show_findings (self);
}

static void
show_all (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  LampGoalChecks *self = data;

  set_state (self, "severity", g_variant_new_string ("all"));
  set_state (self, "line", g_variant_new_boolean (FALSE));
  remember (self);
  show_findings (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
make_actions (LampGoalChecks *self)
{
  static const GActionEntry entries[] = {
    { .name = "severity", .parameter_type = "s", .state = "'all'", .change_state = on_state },
    { .name = "group", .parameter_type = "s", .state = "'check'", .change_state = on_state },
    { .name = "line", .state = "false", .change_state = on_state },
    { .name = "aside", .state = "false", .change_state = on_state },
    { .name = "show-all", .activate = show_all },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "checks", G_ACTION_GROUP (self->actions));
}

/* The class. */

static void
lamp_goal_checks_map (GtkWidget *widget)
{
  LampGoalChecks *self = LAMP_GOAL_CHECKS (widget);

  GTK_WIDGET_CLASS (lamp_goal_checks_parent_class)->map (widget);

  if (self->board == NULL)
    return;
  lamp_check_runner_update (self->runner);
  if (self->stale)
    show_findings (self);
}

static void
lamp_goal_checks_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LampGoalChecks *self = LAMP_GOAL_CHECKS (object);

  switch ((LampGoalChecksProps) property_id)
    {
    case PROP_BESIDE:
      g_value_set_boolean (value, self->beside);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->beside && !self->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_checks_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((LampGoalChecksProps) property_id)
    {
    case PROP_BESIDE:
      set_beside (LAMP_GOAL_CHECKS (object), g_value_get_boolean (value));
      break;
    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_checks_dispose (GObject *object)
{
  LampGoalChecks *self = LAMP_GOAL_CHECKS (object);

  close_dialog (self);
  take_content_back (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_GOAL_CHECKS);
  g_clear_pointer (&self->line, g_hash_table_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_checks_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, box);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, head);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, arrow);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, errors_box);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, hints_box);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, errors);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, warnings);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, hints);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, options);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, revealer);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, content);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, note_box);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, note);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, stack);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, words);
  gtk_widget_class_bind_template_child (widget_class, LampGoalChecks, findings);
  gtk_widget_class_bind_template_callback (widget_class, on_head_clicked);
}

static void
lamp_goal_checks_class_init (LampGoalChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_goal_checks_get_property;
  object_class->set_property = lamp_goal_checks_set_property;
  object_class->dispose = lamp_goal_checks_dispose;
  widget_class->map = lamp_goal_checks_map;

  props[PROP_BESIDE] = g_param_spec_boolean ("beside", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (LAMP_TYPE_FINDINGS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, LAMP_GOALS_RESOURCES "lamp-goal-checks.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "goalchecks");
}

static void
lamp_goal_checks_init (LampGoalChecks *self)
{
  self->open = TRUE;
  self->stale = TRUE;
  make_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_room (self);
}

/**
 * lamp_goal_checks_set_board:
 * @self: a panel of checks
 * @board: the board of the goals that it is shown with; set once
 */
void
lamp_goal_checks_set_board (LampGoalChecks *self,
                            LampGoalBoard  *board)
{
  LampSession *session = lamp_goal_board_get_session (board);

  g_return_if_fail (LAMP_IS_GOAL_CHECKS (self));
  g_return_if_fail (self->board == NULL);

  self->board = g_object_ref (board);
  self->runner = lamp_check_runner_get (session);
  lamp_findings_list_set_session (self->findings, session);
  recall (self);
  update_room (self);
  g_signal_connect_object (self->runner, "stale", G_CALLBACK (on_stale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "done", G_CALLBACK (show_findings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "changed", G_CALLBACK (show_findings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (close_dialog), self, G_CONNECT_SWAPPED);
}
