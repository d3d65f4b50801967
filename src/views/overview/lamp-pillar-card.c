/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-pillar-card.h"

#include <glib/gi18n-lib.h>

struct _LampPillarCard
{
  GtkToggleButton parent_instance;

  LampPillar pillar;
  GtkLabel *title;
  GtkLabel *figure;
  GtkLevelBar *bar;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (LampPillarCard, lamp_pillar_card, GTK_TYPE_TOGGLE_BUTTON)

static void
lamp_pillar_card_class_init (LampPillarCardClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
lamp_pillar_card_init (LampPillarCard *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                 "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), head);
  self->title = add_label (head, "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->figure = add_label (head, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "heading");
  self->bar = GTK_LEVEL_BAR (gtk_level_bar_new ());
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  self->words = add_label (box, "caption");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * lamp_pillar_card_new:
 * @pillar: a pillar
 *
 * Returns: (transfer floating): a card without a figure yet
 */
GtkWidget *
lamp_pillar_card_new (LampPillar pillar)
{
  LampPillarCard *self = g_object_new (LAMP_TYPE_PILLAR_CARD, NULL);

  self->pillar = pillar;
  gtk_label_set_text (self->title, lamp_pillar_get_label (pillar));
  gtk_label_set_text (self->figure, "…");
  gtk_label_set_text (self->words, _("Being counted"));

  return GTK_WIDGET (self);
}

static char *
dup_words (LampPillarFigure figure)
{
  guint broken = figure.judged - figure.kept;

  if (figure.judged == 0)
    return g_strdup (_("There is nothing to judge yet"));
  if (broken == 0)
    return g_strdup (_("Every place that was judged keeps the rules"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place needs a look", "%u places need a look", broken),
                          broken);
}

/**
 * lamp_pillar_card_set_figure:
 * @self: a card
 * @figure: what was counted
 *
 * Shows the figure: kept of judged, never a grade.
 */
void
lamp_pillar_card_set_figure (LampPillarCard   *self,
                             LampPillarFigure  figure)
{
  // Translators: how many places keep the rules, of those that were judged
  g_autofree char *text = g_strdup_printf (_("%u of %u"), figure.kept, figure.judged);
  g_autofree char *words = dup_words (figure);
  g_autofree char *name = NULL;

  g_return_if_fail (LAMP_IS_PILLAR_CARD (self));

  gtk_label_set_text (self->figure, figure.judged > 0 ? text : "–");
  gtk_label_set_text (self->words, words);
  gtk_level_bar_set_max_value (self->bar, MAX (figure.judged, 1));
  gtk_level_bar_set_value (self->bar, figure.kept);
  // Translators: a pillar as a screen reader says it: Goal alignment: 12 of 15. 3 places need a look
  name = g_strdup_printf (_("%s: %s. %s"), lamp_pillar_get_label (self->pillar), text, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
