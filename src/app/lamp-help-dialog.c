/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-help-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-help.h"
#include "lamp-help-page.h"

struct _LampHelpDialog
{
  AdwDialog parent_instance;

  AdwNavigationSplitView *split;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *topics;
  GtkListBox *hits;
  AdwNavigationPage *content;
  AdwBin *place;

  const LampHelpTopic *topic; /* the one that is shown */
  GPtrArray *found;           /* what the rows of hits stand for */
  gpointer focus_before;      /* (nullable): what had the focus a frame ago, to be compared alone */
};

G_DEFINE_FINAL_TYPE (LampHelpDialog, lamp_help_dialog, ADW_TYPE_DIALOG)

static guint
find_place (const LampHelpTopic *topic)
{
  const LampHelpTopic * const *all = lamp_help_get_topics (NULL);
  guint place = 0;

  while (all[place] != topic)
    place++;

  return place;
}

static LampHelpPage *
show_topic (LampHelpDialog      *self,
            const LampHelpTopic *topic)
{
  g_autofree char *title = lamp_help_topic_dup_title (topic);

  if (topic != self->topic)
    {
      self->topic = topic;
      adw_navigation_page_set_title (self->content, title);
      adw_bin_set_child (self->place, lamp_help_page_new (topic));
    }
  /* Selecting the row shows the topic, which is shown already by then. */
  gtk_list_box_select_row (self->topics, gtk_list_box_get_row_at_index (self->topics, find_place (topic)));

  return LAMP_HELP_PAGE (adw_bin_get_child (self->place));
}

static void
on_topic_selected (LampHelpDialog *self,
                   GtkListBoxRow  *row)
{
  if (row != NULL)
    show_topic (self, lamp_help_get_topics (NULL)[gtk_list_box_row_get_index (row)]);
}

static void
on_topic_activated (LampHelpDialog *self,
                    GtkListBoxRow  *row)
{
  on_topic_selected (self, row);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
show_section (LampHelpDialog      *self,
              const LampHelpTopic *topic,
              guint                section)
{
  LampHelpPage *page = show_topic (self, topic);

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  lamp_help_page_focus (page, section);
  lamp_help_page_show_section (page, section);
}

static void
on_hit_activated (LampHelpDialog *self,
                  GtkListBoxRow  *row)
{
  const LampHelpHit *hit = self->found->pdata[gtk_list_box_row_get_index (row)];

  show_section (self, hit->topic, hit->section);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.f, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_row (GtkWidget  *child,
          const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static char *
dup_hit_name (const LampHelpHit *hit,
              const char        *title)
{
  if (g_str_equal (hit->heading, title))
    return g_strdup (title);

  // Translators: the heading of a section that was found, and the topic in which it stands
  return g_strdup_printf (C_("help", "%s. In: %s"), hit->heading, title);
}

static GtkWidget *
make_hit_row (const LampHelpHit *hit)
{
  g_autofree char *title = lamp_help_topic_dup_title (hit->topic);
  g_autofree char *name = dup_hit_name (hit, title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *topic = make_label (title, "caption");

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_add_css_class (topic, "dim-label");
  gtk_widget_set_visible (topic, !g_str_equal (hit->heading, title));
  gtk_box_append (GTK_BOX (box), make_label (hit->heading, NULL));
  gtk_box_append (GTK_BOX (box), topic);

  return make_row (box, name);
}

static void
on_search_changed (LampHelpDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *bare = g_strstrip (g_strdup (words));

  gtk_list_box_remove_all (self->hits);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = lamp_help_search (words);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->hits, make_hit_row (self->found->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, *bare == '\0' ? "topics" : self->found->len > 0 ? "hits" : "none");
}

/* Enter goes to the first that was found. */
static void
on_search_activated (LampHelpDialog *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->hits, 0);

  if (first == NULL)
    return;
  gtk_list_box_select_row (self->hits, first);
  on_hit_activated (self, first);
}

static void
on_search_stopped (LampHelpDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
focus_topic (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  LampHelpDialog *self = LAMP_HELP_DIALOG (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || focus != self->focus_before)
    {
      self->focus_before = focus;
      return G_SOURCE_CONTINUE;
    }
  self->focus_before = NULL;
  if (adw_navigation_split_view_get_collapsed (self->split)
      && adw_navigation_split_view_get_show_content (self->split))
    lamp_help_page_focus (LAMP_HELP_PAGE (adw_bin_get_child (self->place)), 0);

  return G_SOURCE_REMOVE;
}

/* In a narrow window the topic covers the search, which would have the focus otherwise. While the dialog opens and the
 * split view collapses, both of them move the focus on: they have to come to rest first. */
static void
on_collapsed (LampHelpDialog *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_topic, NULL, NULL);
}

static void
on_show (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  show_section (LAMP_HELP_DIALOG (widget), lamp_help_find_topic (g_variant_get_string (parameter, NULL)), 0);
}

static void
lamp_help_dialog_dispose (GObject *object)
{
  LampHelpDialog *self = LAMP_HELP_DIALOG (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (lamp_help_dialog_parent_class)->dispose (object);
}

static void
lamp_help_dialog_class_init (LampHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_help_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampHelpDialog, split);
  gtk_widget_class_bind_template_child (widget_class, LampHelpDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LampHelpDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampHelpDialog, topics);
  gtk_widget_class_bind_template_child (widget_class, LampHelpDialog, hits);
  gtk_widget_class_bind_template_child (widget_class, LampHelpDialog, content);
  gtk_widget_class_bind_template_child (widget_class, LampHelpDialog, place);
  gtk_widget_class_bind_template_callback (widget_class, on_topic_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_topic_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_hit_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_collapsed);
  gtk_widget_class_install_action (widget_class, "help.show", "s", on_show);
}

static void
lamp_help_dialog_init (LampHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_ptr_array_new ();
  for (const LampHelpTopic * const *topic = lamp_help_get_topics (NULL); *topic != NULL; topic++)
    {
      g_autofree char *title = lamp_help_topic_dup_title (*topic);

      gtk_list_box_append (self->topics, make_row (make_label (title, NULL), title));
    }
}

/**
 * lamp_help_dialog_new:
 * @topic: the identifier of the topic to begin with, such as "goals"
 *
 * Returns: (transfer floating): the help
 */
AdwDialog *
lamp_help_dialog_new (const char *topic)
{
  AdwDialog *self = g_object_new (LAMP_TYPE_HELP_DIALOG, NULL);

  lamp_help_dialog_show (LAMP_HELP_DIALOG (self), topic);

  return self;
}

/**
 * lamp_help_dialog_show:
 * @self: the help
 * @topic: the identifier of a topic
 *
 * Shows the topic from its beginning, also where there is room for the list of topics alone.
 */
void
lamp_help_dialog_show (LampHelpDialog *self,
                       const char     *topic)
{
  const LampHelpTopic *found = lamp_help_find_topic (topic);

  g_return_if_fail (LAMP_IS_HELP_DIALOG (self));
  g_return_if_fail (found != NULL);

  lamp_help_page_show_section (show_topic (self, found), 0);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/**
 * lamp_help_dialog_get_topic:
 * @self: the help
 *
 * Returns: the identifier of the topic that is shown
 */
const char *
lamp_help_dialog_get_topic (LampHelpDialog *self)
{
  g_return_val_if_fail (LAMP_IS_HELP_DIALOG (self), NULL);

  return lamp_help_topic_get_id (self->topic);
}
