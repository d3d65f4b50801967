/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "lamp-finding.h"
#include "lamp-help-dialog.h"
#include "lamp-help.h"
#include "lamp-knowing-doing.h"

/* The help: every topic opens and says something, and cannot drift from the rules. */

static char *
dup_all (const LampHelpTopic *topic)
{
  g_autoptr (GPtrArray) paragraphs = lamp_help_topic_read (topic);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf (all, "%s\n", ((LampHelpParagraph *) paragraphs->pdata[i])->text);

  return g_string_free_and_steal (all);
}

static char *
dup_everything (void)
{
  GString *all = g_string_new (NULL);

  for (const LampHelpTopic * const *topic = lamp_help_get_topics (NULL); *topic != NULL; topic++)
    {
      g_autofree char *text = dup_all (*topic);

      g_string_append (all, text);
    }

  return g_string_free_and_steal (all);
}

static void
test_no_topic_is_empty (void)
{
  for (const LampHelpTopic * const *topic = lamp_help_get_topics (NULL); *topic != NULL; topic++)
    {
      g_autoptr (GPtrArray) paragraphs = lamp_help_topic_read (*topic);
      g_autofree char *title = lamp_help_topic_dup_title (*topic);
      guint n_texts = 0;

      g_assert_cmpstr (title, !=, "");
      for (guint i = 0; i < paragraphs->len; i++)
        {
          const LampHelpParagraph *paragraph = paragraphs->pdata[i];

          g_assert_nonnull (paragraph->text);
          g_assert_cmpstr (paragraph->text, !=, "");
          n_texts += paragraph->kind == LAMP_HELP_TEXT || paragraph->kind == LAMP_HELP_ITEM;
        }
      g_assert_cmpuint (n_texts, >=, 2);
    }
}

/* A heading with nothing under it promises what is not there. */
static void
test_no_section_is_empty (void)
{
  for (const LampHelpTopic * const *topic = lamp_help_get_topics (NULL); *topic != NULL; topic++)
    {
      g_autoptr (GPtrArray) paragraphs = lamp_help_topic_read (*topic);
      LampHelpKind last = LAMP_HELP_TEXT;

      for (guint i = 0; i < paragraphs->len; i++)
        {
          const LampHelpParagraph *paragraph = paragraphs->pdata[i];

          g_assert_false (last == LAMP_HELP_HEADING && paragraph->kind == LAMP_HELP_HEADING);
          last = paragraph->kind;
        }
      g_assert_cmpint (last, !=, LAMP_HELP_HEADING);
    }
}

static void
test_every_link_leads_to_another_topic (void)
{
  for (const LampHelpTopic * const *topic = lamp_help_get_topics (NULL); *topic != NULL; topic++)
    {
      g_autoptr (GPtrArray) paragraphs = lamp_help_topic_read (*topic);

      for (guint i = 0; i < paragraphs->len; i++)
        {
          const LampHelpParagraph *paragraph = paragraphs->pdata[i];

          if (paragraph->kind != LAMP_HELP_LINK)
            continue;
          g_assert_nonnull (lamp_help_find_topic (paragraph->target));
          g_assert_true (lamp_help_find_topic (paragraph->target) != *topic);
        }
    }
}

static void
test_every_check_is_in_it_with_why_what_and_source (void)
{
  g_autofree char *all = dup_everything ();

  for (const LampCheck * const *check = lamp_checks_get_all (NULL); *check != NULL; check++)
    {
      g_autofree char *heading = g_strdup_printf ("\n%s: %s\n", (*check)->code, lamp_check_get_title (*check));

      g_assert_nonnull (strstr (all, heading));
      g_assert_null (strstr (strstr (all, heading) + 1, heading)); /* once */
      g_assert_nonnull (strstr (all, lamp_check_get_why (*check)));
      g_assert_nonnull (strstr (all, lamp_check_get_action (*check)));
      g_assert_nonnull (strstr (all, (*check)->source));
    }
}

static void
test_every_figure_is_in_it_with_its_formula (void)
{
  g_autofree char *overview = dup_all (lamp_help_find_topic ("overview"));
  g_autofree char *doing = lamp_knowing_doing_dup_formula ();

  for (guint i = 0; i < LAMP_N_PILLARS; i++)
    {
      g_autofree char *formula = lamp_pillar_dup_formula (i);

      g_assert_nonnull (strstr (overview, lamp_pillar_get_label (i)));
      g_assert_nonnull (strstr (overview, formula));
    }
  g_assert_nonnull (strstr (overview, doing));
}

static void
test_each_view_has_a_topic (void)
{
  static const char * const views[] = { "overview", "map", "goals", "cycles", "meetings", "running", "start" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    g_assert_nonnull (lamp_help_find_topic (views[i]));
  g_assert_null (lamp_help_find_topic ("nothing of that name"));
}

static void
test_a_search_finds_sections_with_all_words (void)
{
  g_autoptr (GPtrArray) hits = lamp_help_search ("g-orphan");
  g_autoptr (GPtrArray) turned = lamp_help_search ("  PAINT \t nothing-like-this ");
  g_autoptr (GPtrArray) several = lamp_help_search ("slot FIT");
  g_autoptr (GPtrArray) none = lamp_help_search (" \t ");
  const LampHelpHit *first;

  g_assert_cmpuint (hits->len, >=, 1);
  first = hits->pdata[0];
  g_assert_true (g_str_has_prefix (first->heading, "G-ORPHAN: "));
  g_assert_cmpstr (lamp_help_topic_get_id (first->topic), ==, "checks-goals");
  g_assert_cmpuint (turned->len, ==, 0);
  g_assert_cmpuint (several->len, >=, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Everything below @widget of a class, in the order in which it is read. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
find_label (GtkWidget  *in,
            const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  collect (in, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_text (labels->pdata[i]), text) == 0)
      return labels->pdata[i];

  return NULL;
}

static GtkWidget *
open_window (int        width,
             AdwDialog *dialog)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
  adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("What is behind"));
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return window;
}

static void
test_every_topic_opens_with_what_it_says (void)
{
  AdwDialog *dialog = lamp_help_dialog_new ("start");
  GtkWidget *window = open_window (900, dialog);

  for (const LampHelpTopic * const *topic = lamp_help_get_topics (NULL); *topic != NULL; topic++)
    {
      g_autoptr (GPtrArray) paragraphs = lamp_help_topic_read (*topic);

      lamp_help_dialog_show (LAMP_HELP_DIALOG (dialog), lamp_help_topic_get_id (*topic));
      g_assert_cmpstr (lamp_help_dialog_get_topic (LAMP_HELP_DIALOG (dialog)), ==, lamp_help_topic_get_id (*topic));
      for (guint i = 0; i < paragraphs->len; i++)
        {
          const LampHelpParagraph *paragraph = paragraphs->pdata[i];
          GtkWidget *label = find_label (GTK_WIDGET (dialog), paragraph->text);

          g_assert_nonnull (label);
          if (paragraph->kind == LAMP_HELP_HEADING)
            gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_HEADING);
          else if (paragraph->kind == LAMP_HELP_TEXT || paragraph->kind == LAMP_HELP_ITEM)
            g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_link_goes_where_it_says (void)
{
  AdwDialog *dialog = lamp_help_dialog_new ("checks");
  GtkWidget *window = open_window (900, dialog);
  g_autofree char *title = lamp_help_topic_dup_title (lamp_help_find_topic ("checks-cycles"));
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  GtkWidget *link = NULL;

  collect (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len && link == NULL; i++)
    if (find_label (buttons->pdata[i], title) != NULL)
      link = buttons->pdata[i];
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (lamp_help_dialog_get_topic (LAMP_HELP_DIALOG (dialog)), ==, "checks-cycles");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A word longer than a narrow window must not make the dialog wider than that. */
static void
test_it_wraps_in_a_narrow_window (void)
{
  AdwDialog *dialog = lamp_help_dialog_new ("start");
  GtkWidget *window = open_window (360, dialog);

  for (const LampHelpTopic * const *topic = lamp_help_get_topics (NULL); *topic != NULL; topic++)
    {
      int least;

      lamp_help_dialog_show (LAMP_HELP_DIALOG (dialog), lamp_help_topic_get_id (*topic));
      gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 360);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/help/no_topic_is_empty", test_no_topic_is_empty);
  g_test_add_func ("/help/no_section_is_empty", test_no_section_is_empty);
  g_test_add_func ("/help/every_link_leads_to_another_topic", test_every_link_leads_to_another_topic);
  g_test_add_func ("/help/every_check_is_in_it_with_why_what_and_source",
                   test_every_check_is_in_it_with_why_what_and_source);
  g_test_add_func ("/help/every_figure_is_in_it_with_its_formula", test_every_figure_is_in_it_with_its_formula);
  g_test_add_func ("/help/each_view_has_a_topic", test_each_view_has_a_topic);
  g_test_add_func ("/help/a_search_finds_sections_with_all_words", test_a_search_finds_sections_with_all_words);
  g_test_add_func ("/help/every_topic_opens_with_what_it_says", test_every_topic_opens_with_what_it_says);
  g_test_add_func ("/help/a_link_goes_where_it_says", test_a_link_goes_where_it_says);
  g_test_add_func ("/help/it_wraps_in_a_narrow_window", test_it_wraps_in_a_narrow_window);

  return g_test_run ();
}
