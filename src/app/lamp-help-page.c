/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-help-page.h"

#include <glib/gi18n-lib.h>

/* As wide as lines are read without losing them. */
#define WIDTH 620

struct _LampHelpPage
{
  AdwBin parent_instance;

  GtkViewport *viewport;
  GtkBox *box;
  GPtrArray *sections; /* the first widget of each */
  GtkWidget *wanted;   /* (nullable): comes into sight when there is a place for it */
  guint tick;
};

G_DEFINE_FINAL_TYPE (LampHelpPage, lamp_help_page, ADW_TYPE_BIN)

static void
forget_wanted (LampHelpPage *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->wanted = NULL;
}

static void
lamp_help_page_dispose (GObject *object)
{
  LampHelpPage *self = LAMP_HELP_PAGE (object);

  forget_wanted (self);
  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (lamp_help_page_parent_class)->dispose (object);
}

static void
lamp_help_page_class_init (LampHelpPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_help_page_dispose;
}

static GtkWidget *
make_scrolled (LampHelpPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->viewport = GTK_VIEWPORT (gtk_viewport_new (NULL, NULL));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_viewport_set_child (self->viewport, clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->viewport));

  return scrolled;
}

static void
lamp_help_page_init (LampHelpPage *self)
{
  self->sections = g_ptr_array_new ();
  adw_bin_set_child (ADW_BIN (self), make_scrolled (self));
}

static GtkWidget *
make_heading (const char *text,
              guint       level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.f, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (label, level == 1 ? "title-2" : "heading");
  if (level > 1)
    gtk_widget_set_margin_top (label, 12);

  return label;
}

/* Each can be walked to by Tab, which is how a screen reader comes to read it, and copied. */
static GtkWidget *
make_text (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.f,
                       "selectable", TRUE, "hexpand", TRUE, NULL);
}

static GtkWidget *
make_item (const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "label", "•",
                                    "yalign", 0.f, NULL);

  gtk_widget_set_margin_start (row, 6);
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), make_text (text));

  return row;
}

static GtkWidget *
make_button (const char *text,
             const char *icon_name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.f, NULL);

  gtk_box_append (GTK_BOX (box), label);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                 "icon-name", icon_name, NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);

  return button;
}

static GtkWidget *
make_link (const LampHelpParagraph *paragraph)
{
  GtkWidget *button = make_button (paragraph->text, "go-next-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "help.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", paragraph->target);

  return button;
}

static GtkWidget *
make_command (const LampHelpParagraph *paragraph)
{
  GtkWidget *button = make_button (paragraph->text, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), paragraph->target);

  return button;
}

static GtkWidget *
make_widget (const LampHelpParagraph *paragraph)
{
  switch (paragraph->kind)
    {
    case LAMP_HELP_HEADING:
      return make_heading (paragraph->text, 2);
    case LAMP_HELP_TEXT:
      return make_text (paragraph->text);
    case LAMP_HELP_ITEM:
      return make_item (paragraph->text);
    case LAMP_HELP_LINK:
      return make_link (paragraph);
    case LAMP_HELP_COMMAND:
      return make_command (paragraph);
    case LAMP_HELP_FIGURES:
    case LAMP_HELP_CHECKS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
fill (LampHelpPage        *self,
      const LampHelpTopic *topic)
{
  g_autoptr (GPtrArray) paragraphs = lamp_help_topic_read (topic);
  g_autofree char *title = lamp_help_topic_dup_title (topic);
  GtkWidget *heading = make_heading (title, 1);

  gtk_box_append (self->box, heading);
  g_ptr_array_add (self->sections, heading);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const LampHelpParagraph *paragraph = paragraphs->pdata[i];
      GtkWidget *widget = make_widget (paragraph);

      gtk_box_append (self->box, widget);
      if (paragraph->kind == LAMP_HELP_HEADING)
        g_ptr_array_add (self->sections, widget);
    }
}

/**
 * lamp_help_page_new:
 * @topic: a topic
 *
 * Returns: (transfer floating): the topic, to read
 */
GtkWidget *
lamp_help_page_new (const LampHelpTopic *topic)
{
  LampHelpPage *self;

  g_return_val_if_fail (topic != NULL, NULL);

  self = g_object_new (LAMP_TYPE_HELP_PAGE, NULL);
  fill (self, topic);

  return GTK_WIDGET (self);
}

static void
scroll_to (LampHelpPage *self,
           GtkWidget    *section)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport));
  graphene_point_t place;

  if (gtk_widget_compute_point (section, GTK_WIDGET (self->box), &GRAPHENE_POINT_INIT (0, 0), &place))
    gtk_adjustment_set_value (adjustment, place.y);
}

/* What was just made has no place before it was laid out once. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  LampHelpPage *self = LAMP_HELP_PAGE (widget);
  GtkWidget *section = self->wanted;

  if (gtk_widget_get_height (section) == 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  self->wanted = NULL;
  scroll_to (self, section);

  return G_SOURCE_REMOVE;
}

/**
 * lamp_help_page_show_section:
 * @self: a page
 * @section: a section of its topic, from 0
 *
 * Brings the section to the upper edge, as soon as the page has a place.
 */
void
lamp_help_page_show_section (LampHelpPage *self,
                             guint         section)
{
  g_return_if_fail (LAMP_IS_HELP_PAGE (self));
  g_return_if_fail (section < self->sections->len);

  forget_wanted (self);
  self->wanted = self->sections->pdata[section];
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/**
 * lamp_help_page_focus:
 * @self: a page
 * @section: a section of its topic, from 0
 *
 * Puts the focus at the beginning of the section, so that a person reads on from there.
 */
void
lamp_help_page_focus (LampHelpPage *self,
                      guint         section)
{
  GtkWidget *first;
  GtkWidget *focus;

  g_return_if_fail (LAMP_IS_HELP_PAGE (self));
  g_return_if_fail (section < self->sections->len);

  first = gtk_widget_get_next_sibling (self->sections->pdata[section]);
  if (first == NULL || !gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD))
    return;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (GTK_IS_LABEL (focus))
    gtk_label_select_region (GTK_LABEL (focus), 0, 0); /* which the focus has selected as a whole */
}
