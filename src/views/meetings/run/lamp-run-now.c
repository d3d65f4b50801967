/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-now.h"

#include <glib/gi18n-lib.h>

#include "lamp-run-resources.h"
#include "lamp-run-words.h"

struct _LampRunNow
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *item;             /* (nullable) */
  const char *phase_class;      /* (nullable): the colour that is worn */
  char *spoken;

  GtkLabel *place;
  GtkWidget *off_record;
  GtkLabel *title;
  GtkLabel *clock;
  GtkWidget *phase;
  GtkImage *phase_icon;
  GtkLabel *phase_word;
  GtkLabel *allotted;
  GtkProgressBar *bar;
  GtkLabel *behind;
  GtkWidget *talk;
  GtkWidget *speaks_box;
  GtkLabel *speaks;
  GtkWidget *silent_box;
  GtkLabel *silent;
  GtkLabel *prompt;
  GtkLabel *presenter;
  GtkLabel *why;
};

G_DEFINE_FINAL_TYPE (LampRunNow, lamp_run_now, ADW_TYPE_BIN)

/* Shows a text, or nothing at all where there is none. Returns whether there is one. */
static gboolean
show_text (GtkLabel   *label,
           const char *text)
{
  gboolean has_text = text != NULL && *text != '\0';

  gtk_label_set_text (label, has_text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), has_text);

  return has_text;
}

static void
show_talk (LampRunNow *self)
{
  const char *speaks = self->item != NULL ? lamp_record_get_text (self->item, "speaks") : NULL;
  const char *silent = self->item != NULL ? lamp_record_get_text (self->item, "silent") : NULL;
  // Translators: who speaks in this part of a meeting
  g_autofree char *speaking = speaks != NULL ? g_strdup_printf (_("Speaks: %s"), speaks) : NULL;
  // Translators: who listens in this part of a meeting
  g_autofree char *listening = silent != NULL ? g_strdup_printf (_("Listens: %s"), silent) : NULL;
  gboolean has_speaks = show_text (self->speaks, speaking);
  gboolean has_silent = show_text (self->silent, listening);

  gtk_widget_set_visible (self->speaks_box, has_speaks);
  gtk_widget_set_visible (self->silent_box, has_silent);
  gtk_widget_set_visible (self->talk, has_speaks || has_silent);
}

static void
show_presenter (LampRunNow *self)
{
  g_autoptr (LampRecord) person = NULL;
  g_autofree char *text = NULL;

  if (self->item != NULL && lamp_record_has (self->item, "presenter"))
    person = lamp_store_find (lamp_session_get_store (self->session), "people",
                              lamp_record_get_text (self->item, "presenter"));
  if (person != NULL)
    // Translators: %s is a person's name
    text = g_strdup_printf (_("Presented by %s"), lamp_record_get_title (person));
  show_text (self->presenter, text);
}

static void
show_item (LampRunNow *self)
{
  show_text (self->title, self->item != NULL ? lamp_record_get_title (self->item) : _("Nothing Is on the Agenda"));
  gtk_widget_set_visible (self->off_record,
                          self->item != NULL && lamp_record_get_boolean (self->item, "off_record"));
  show_talk (self);
  show_text (self->prompt, self->item != NULL ? lamp_record_get_text (self->item, "prompt") : NULL);
  show_presenter (self);
  show_text (self->why, self->item != NULL ? lamp_record_get_text (self->item, "why") : NULL);
}

static void
show_place (LampRunNow           *self,
            const LampRunFigures *figures,
            guint                 n_items)
{
  g_autofree char *kind = self->item != NULL ? lamp_record_dup_display (self->item, "kind") : g_strdup ("");
  // Translators: the kind of an agenda item and where it stands: Work · 3 of 6
  g_autofree char *text = g_strdup_printf (_("%s · %d of %u"), kind, figures->current + 1, n_items);

  gtk_label_set_text (self->place, figures->current >= 0 ? text : "");
}

/* Words and symbol always, and the colour that goes with them. */
static void
show_phase (LampRunNow           *self,
            const LampRunFigures *figures)
{
  LampRunPhaseLook look = lamp_run_words_get_phase (figures);
  g_autofree char *time = lamp_fit_dup_time (MAX (0, figures->allotted));
  // Translators: the minutes that an agenda item has
  g_autofree char *allotted = g_strdup_printf (_("of %s min"), time);

  gtk_label_set_text (self->phase_word, look.word);
  gtk_image_set_from_icon_name (self->phase_icon, look.icon_name);
  gtk_label_set_text (self->allotted, allotted);
  if (g_strcmp0 (self->phase_class, look.css_class) == 0)
    return;
  if (self->phase_class != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->clock), self->phase_class);
      gtk_widget_remove_css_class (self->phase, self->phase_class);
      gtk_widget_remove_css_class (GTK_WIDGET (self->bar), self->phase_class);
    }
  self->phase_class = look.css_class;
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), look.css_class);
  gtk_widget_add_css_class (self->phase, look.css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), look.css_class);
}

static void
show_clock (LampRunNow           *self,
            const LampRunFigures *figures)
{
  g_autofree char *text = lamp_run_words_dup_clock (figures->left);
  g_autofree char *spoken = lamp_run_words_dup_spoken (figures->left);
  double fraction = figures->allotted > 0 ? (double) figures->spent / figures->allotted : 1;

  gtk_label_set_text (self->clock, text);
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
  if (g_set_str (&self->spoken, spoken))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->clock), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_behind (LampRunNow           *self,
             const LampRunFigures *figures)
{
  g_autofree char *behind = lamp_run_words_dup_behind (figures);
  g_autofree char *end = lamp_run_words_dup_end (figures);
  // Translators: how far the meeting is from its plan, and when it will end
  g_autofree char *text = g_strdup_printf (_("%s · %s"), behind, end);

  gtk_label_set_text (self->behind, text);
}

static void
let_go (LampRunNow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_clear_object (&self->item);
}

static void
lamp_run_now_dispose (GObject *object)
{
  LampRunNow *self = LAMP_RUN_NOW (object);

  let_go (self);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_RUN_NOW);

  G_OBJECT_CLASS (lamp_run_now_parent_class)->dispose (object);
}

static void
lamp_run_now_finalize (GObject *object)
{
  g_free (LAMP_RUN_NOW (object)->spoken);

  G_OBJECT_CLASS (lamp_run_now_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, place);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, off_record);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, title);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, clock);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, phase);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, phase_icon);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, phase_word);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, allotted);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, bar);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, behind);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, talk);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, speaks_box);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, speaks);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, silent_box);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, silent);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, prompt);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, presenter);
  gtk_widget_class_bind_template_child (widget_class, LampRunNow, why);
}

static void
lamp_run_now_class_init (LampRunNowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_run_now_dispose;
  object_class->finalize = lamp_run_now_finalize;

  g_resources_register (lamp_run_get_resource ());
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-run-now.ui");
  bind_children (widget_class);
}

static void
lamp_run_now_init (LampRunNow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A time is read from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->clock), GTK_TEXT_DIR_LTR);
}

/**
 * lamp_run_now_set_item:
 * @self: the zone
 * @session: the session
 * @item: (nullable): the agenda item that is under way
 *
 * Shows another item, and what becomes of it.
 */
void
lamp_run_now_set_item (LampRunNow  *self,
                       LampSession *session,
                       LampRecord  *item)
{
  g_return_if_fail (LAMP_IS_RUN_NOW (self));
  g_return_if_fail (LAMP_IS_SESSION (session));

  let_go (self);
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}

/**
 * lamp_run_now_show:
 * @self: the zone
 * @figures: the meeting at this moment
 * @n_items: how many items it has
 *
 * Shows the clock, and how the meeting stands.
 */
void
lamp_run_now_show (LampRunNow           *self,
                   const LampRunFigures *figures,
                   guint                 n_items)
{
  g_return_if_fail (LAMP_IS_RUN_NOW (self));
  g_return_if_fail (figures != NULL);

  show_place (self, figures, n_items);
  show_clock (self, figures);
  show_phase (self, figures);
  show_behind (self, figures);
}
