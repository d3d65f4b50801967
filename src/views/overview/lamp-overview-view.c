/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-overview-view.h"

#include <glib/gi18n-lib.h>

#include "lamp-check-runner.h"
#include "lamp-due-list.h"
#include "lamp-findings-list.h"
#include "lamp-overview-resources.h"
#include "lamp-pillar-card.h"

#define FRAMES_TO_FILL 2

struct _LampOverviewView
{
  LampView parent_instance;

  LampCheckRunner *runner;   /* the session's */
  LampDueList *lists[LAMP_N_DUE_KINDS];
  LampPillarCard *cards[LAMP_N_PILLARS];
  gboolean stale;
  gboolean filled;      /* with more than the next meeting */
  guint frames;         /* seen since it was first shown, as long as that matters */

  GtkBox *first;
  GtkBox *second;
  GtkBox *pillars;
  GtkViewport *viewport;
  GtkWidget *findings_box;
  GtkLabel *findings_words;
  GtkLabel *formula;
  GtkLabel *doing_words;
  GtkLabel *doing_formula;
  LampFindingsList *findings;
};

G_DEFINE_FINAL_TYPE (LampOverviewView, lamp_overview_view, LAMP_TYPE_VIEW)

/* The pillar whose card is pressed, or -1. */
static int
get_pillar (LampOverviewView *self)
{
  for (int i = 0; i < LAMP_N_PILLARS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cards[i])))
      return i;

  return -1;
}

static char *
dup_findings_words (LampOverviewView *self,
                    guint             n_shown)
{
  int pillar = get_pillar (self);

  if (n_shown == 0)
    return g_strdup (_("The checks have found nothing here."));
  if (pillar < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place to look at, the gravest first.",
                                         "%u places to look at, the gravest first.", n_shown), n_shown);

  // Translators: how many findings a pillar's figure was counted from, and the name of the pillar
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place to look at for: %s.", "%u places to look at for: %s.",
                                       n_shown), n_shown, lamp_pillar_get_label ((LampPillar) pillar));
}

/* A figure that is looked into says how it was counted. */
static void
show_formula (LampOverviewView *self)
{
  int pillar = get_pillar (self);
  g_autofree char *formula = pillar >= 0 ? lamp_pillar_dup_formula ((LampPillar) pillar) : NULL;

  gtk_label_set_text (self->formula, formula != NULL ? formula : "");
  gtk_widget_set_visible (GTK_WIDGET (self->formula), formula != NULL);
}

static gboolean
is_of_pillar (const LampFinding *finding,
              gpointer           data)
{
  int pillar = get_pillar (data);

  return pillar < 0 || finding->check->pillar == (LampPillar) pillar;
}

static void
show_findings (LampOverviewView *self)
{
  GPtrArray *findings = lamp_check_runner_get_findings (self->runner);
  guint counts[LAMP_SEVERITY_HINT + 1];
  g_autofree char *words = NULL;

  if (findings == NULL)
    return;
  lamp_findings_list_show (self->findings, findings, is_of_pillar, self, counts);
  words = dup_findings_words (self, counts[LAMP_SEVERITY_ERROR] + counts[LAMP_SEVERITY_WARNING]
                                      + counts[LAMP_SEVERITY_HINT]);
  gtk_label_set_text (self->findings_words, words);
  show_formula (self);
}

static void
show_checked (LampOverviewView *self)
{
  const LampPillarFigure *figures = lamp_check_runner_get_figures (self->runner);
  g_autofree char *doing = NULL;

  if (lamp_check_runner_get_findings (self->runner) == NULL)
    return;
  for (guint i = 0; i < LAMP_N_PILLARS; i++)
    lamp_pillar_card_set_figure (self->cards[i], figures[i]);
  doing = lamp_knowing_doing_dup_words (lamp_check_runner_get_knowing_doing (self->runner));
  gtk_label_set_text (self->doing_words, doing);
  show_findings (self);
}

static void
on_card_toggled (LampOverviewView *self,
                 GtkToggleButton  *card)
{
  /* One at a time; none is all of them. */
  for (guint i = 0; gtk_toggle_button_get_active (card) && i < LAMP_N_PILLARS; i++)
    if (GTK_TOGGLE_BUTTON (self->cards[i]) != card)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cards[i]), FALSE);
  show_findings (self);
  if (gtk_toggle_button_get_active (card))
    gtk_viewport_scroll_to (self->viewport, self->findings_box, NULL);
}

static void
update_lists (LampOverviewView *self)
{
  for (guint i = 0; i < LAMP_N_DUE_KINDS; i++)
    lamp_due_list_update (self->lists[i]);
}

/* What can be shown at once does not wait for what takes longer: the first frame shows the next meeting, the one after it
 * what has to be collected and set, and only then the checks run. */
static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  LampOverviewView *self = LAMP_OVERVIEW_VIEW (widget);

  if (self->frames < FRAMES_TO_FILL && ++self->frames < FRAMES_TO_FILL)
    return G_SOURCE_CONTINUE;
  if (!self->filled)
    update_lists (self);
  self->filled = TRUE;
  show_checked (self);
  lamp_check_runner_update (self->runner);

  return G_SOURCE_REMOVE;
}

/* Nothing is computed for eyes that look elsewhere. */
static void
update (LampOverviewView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (self->filled)
    update_lists (self);
  else
    lamp_due_list_update (self->lists[LAMP_DUE_MEETING]);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

/* Another view may have asked. */
static void
on_checked (LampOverviewView *self)
{
  self->stale |= !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    show_checked (self);
}

static void
on_scope_changed (LampOverviewView *self)
{
  update_lists (self);
  show_findings (self);
}

static void
lamp_overview_view_map (GtkWidget *widget)
{
  LampOverviewView *self = LAMP_OVERVIEW_VIEW (widget);

  GTK_WIDGET_CLASS (lamp_overview_view_parent_class)->map (widget);

  if (self->stale)
    update (self);
}

static void
lamp_overview_view_constructed (GObject *object)
{
  LampOverviewView *self = LAMP_OVERVIEW_VIEW (object);
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));

  G_OBJECT_CLASS (lamp_overview_view_parent_class)->constructed (object);

  lamp_findings_list_set_session (self->findings, session);
  for (guint i = 0; i < LAMP_N_DUE_KINDS; i++)
    {
      self->lists[i] = LAMP_DUE_LIST (lamp_due_list_new (session, (LampDueKind) i));
      gtk_box_append (i < LAMP_N_DUE_KINDS / 2 ? self->first : self->second, GTK_WIDGET (self->lists[i]));
    }
  for (guint i = 0; i < LAMP_N_PILLARS; i++)
    {
      self->cards[i] = LAMP_PILLAR_CARD (lamp_pillar_card_new ((LampPillar) i));
      gtk_box_append (self->pillars, GTK_WIDGET (self->cards[i]));
      g_signal_connect_object (self->cards[i], "toggled", G_CALLBACK (on_card_toggled), self, G_CONNECT_SWAPPED);
    }
  self->runner = lamp_check_runner_get (session);
  g_signal_connect_object (self->runner, "done", G_CALLBACK (on_checked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::community", G_CALLBACK (on_scope_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::search", G_CALLBACK (on_scope_changed), self, G_CONNECT_SWAPPED);
}

static void
lamp_overview_view_dispose (GObject *object)
{
  LampOverviewView *self = LAMP_OVERVIEW_VIEW (object);

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_func (self->runner, on_checked, self);
  self->runner = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_OVERVIEW_VIEW);

  G_OBJECT_CLASS (lamp_overview_view_parent_class)->dispose (object);
}

static void
lamp_overview_view_class_init (LampOverviewViewClass *klass)
{
  static const char * const types[] = { "problems", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LampViewClass *view_class = LAMP_VIEW_CLASS (klass);

  object_class->constructed = lamp_overview_view_constructed;
  object_class->dispose = lamp_overview_view_dispose;
  widget_class->map = lamp_overview_view_map;

  view_class->name = "overview";
  view_class->title = NC_ ("view", "Overview");
  view_class->icon_name = "go-home-symbolic";
  view_class->types = types;

  g_resources_register (lamp_overview_get_resource ());
  g_type_ensure (LAMP_TYPE_FINDINGS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/overview/lamp-overview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, first);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, second);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, pillars);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, viewport);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, findings_box);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, findings_words);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, formula);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, doing_words);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, doing_formula);
  gtk_widget_class_bind_template_child (widget_class, LampOverviewView, findings);
}

static void
lamp_overview_view_init (LampOverviewView *self)
{
  g_autofree char *formula = lamp_knowing_doing_dup_formula ();

  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->findings_words, _("The checks are running."));
  gtk_label_set_text (self->doing_words, _("Being counted"));
  gtk_label_set_text (self->doing_formula, formula);
}
