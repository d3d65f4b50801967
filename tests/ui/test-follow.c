/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-follow-page.h"

#include "lamp-done-check.h"
#include "lamp-grouped-list.h"
#include "lamp-meetings-view.h"
#include "view-fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const dues[] = { "2026-11-21", "2026-11-22", "2026-11-25", "2027-03-01", NULL };

  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "communities", "other", "name", "Other", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "people", "ana", "name", "Ana Ruiz", "sector", "educators", "wall", "inside",
                               NULL));
  g_object_unref (fixture_add (fixture, "meetings", "m", "community", "team", "title", "Past", "starts_at",
                               "2026-10-05T07:41", "minutes", "44", "state", "closed", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      const char *community = i == 3 ? "other" : "team";

      g_object_unref (fixture_add (fixture, "commitments", id, "community", community, "text",
                                   i == 0 ? "Tom & <b>Jerry</b>" : id, i == 1 ? "owner" : "community",
                                   i == 1 ? "ana" : community, dues[i] != NULL ? "due" : NULL, dues[i], NULL));
    }
  g_object_unref (fixture_add (fixture, "decisions", "d0", "meeting", "m", "text", "Start at eight", "method",
                               "consent", "tally", "{\"consent\":4}", "revisit_on", "2026-11-20", NULL));
  g_object_unref (fixture_add (fixture, "decisions", "d1", "meeting", "m", "text", "No newsletter", NULL));
  fixture_show (fixture, LAMP_TYPE_MEETINGS_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static LampFollowPage *
show (Fixture    *fixture,
      const char *section)
{
  AdwViewStack *stack = ADW_VIEW_STACK (fixture_find_widget (GTK_WIDGET (fixture->view), ADW_TYPE_VIEW_STACK));

  adw_view_stack_set_visible_child_name (stack, section);
  fixture_settle ();

  return LAMP_FOLLOW_PAGE (adw_view_stack_get_visible_child (stack));
}

static char *
dup_order (LampFollowPage *page)
{
  GListModel *model = lamp_follow_page_get_model (page);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (model, i);

      g_string_append_printf (order, "%s ", lamp_record_get_id (record));
    }

  return g_string_free (order, FALSE);
}

static void
assert_order (LampFollowPage *page,
              const char     *expected)
{
  g_autofree char *order = dup_order (page);

  g_assert_cmpstr (order, ==, expected);
}

static void
commitments_stand_by_how_pressing_they_are (Fixture       *fixture,
                                            gconstpointer  data)
{
  LampFollowPage *page = show (fixture, "commitments");

  assert_order (page, "c0 c1 c2 c3 c4 ");
  g_assert_true (fixture_reads (GTK_WIDGET (page), "Overdue · 1"));
  g_assert_true (fixture_reads (GTK_WIDGET (page), "No Date · 1"));
  g_assert_true (fixture_reads (GTK_WIDGET (page), "1 day overdue"));
  g_assert_true (fixture_reads (GTK_WIDGET (page), "due today"));
  lamp_follow_page_set_grouping (page, 1);
  fixture_settle ();
  assert_order (page, "c1 c0 c2 c3 c4 ");
  g_assert_true (fixture_reads (GTK_WIDGET (page), "Nobody Named · 4"));
}

static void
one_is_ticked_off_by_its_key_and_comes_back (Fixture       *fixture,
                                             gconstpointer  data)
{
  LampFollowPage *page = show (fixture, "commitments");
  g_autoptr (LampRecord) first = lamp_store_find (fixture->store, "commitments", "c0");

  g_assert_true (lamp_follow_page_show (page, first));
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "follow.done", NULL);
  fixture_settle ();
  g_assert_cmpstr (lamp_record_get_text (first, "done_on"), ==, "2026-11-22");
  assert_order (page, "c1 c2 c3 c4 c0 ");
  g_assert_cmpstr (lamp_record_get_id (lamp_session_get_selected (fixture->session)), ==, "c1");
  fixture_undo (fixture);
  fixture_settle ();
  assert_order (page, "c0 c1 c2 c3 c4 ");
}

static void
its_check_says_what_it_is_about_and_can_be_done_by_a_tool (Fixture       *fixture,
                                                           gconstpointer  data)
{
  LampFollowPage *page = show (fixture, "commitments");
  GtkWidget *check = fixture_find_widget (GTK_WIDGET (page), LAMP_TYPE_DONE_CHECK);
  g_autoptr (LampRecord) first = lamp_store_find (fixture->store, "commitments", "c0");

  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Done: Tom & <b>Jerry</b>");
  g_assert_true (gtk_widget_activate_action (check, "done.toggle", NULL));
  fixture_settle ();
  g_assert_true (lamp_record_has (first, "done_on"));
}

static void
the_list_is_narrowed_down_by_community_person_and_words (Fixture       *fixture,
                                                         gconstpointer  data)
{
  LampFollowPage *page = show (fixture, "commitments");
  g_autoptr (LampRecord) team = lamp_store_find (fixture->store, "communities", "team");
  g_autoptr (LampRecord) ana = lamp_store_find (fixture->store, "people", "ana");

  lamp_session_set_community (fixture->session, team);
  assert_order (page, "c0 c1 c2 c4 ");
  lamp_session_set_search (fixture->session, "ana");
  assert_order (page, "c1 ");
  lamp_session_set_search (fixture->session, "<b>");
  assert_order (page, "c0 ");
  lamp_session_set_search (fixture->session, "nowhere");
  fixture_settle ();
  assert_order (page, "");
  g_assert_true (fixture_reads (GTK_WIDGET (page), "Nothing Found"));
  lamp_session_set_search (fixture->session, "");
  lamp_follow_page_set_filter (page, 0, ana);
  assert_order (page, "c1 ");
}

static void
decisions_to_look_at_again_come_first (Fixture       *fixture,
                                       gconstpointer  data)
{
  LampFollowPage *page = show (fixture, "decisions");

  assert_order (page, "d0 d1 ");
  g_assert_true (fixture_reads (GTK_WIDGET (page), "To Look at Again · 1"));
  g_assert_true (fixture_reads (GTK_WIDGET (page), "October 2026 · 1"));
  g_assert_true (fixture_reads (GTK_WIDGET (page), "Adopted"));
}

/* A model and what a list view would know of it from its signals alone. */
typedef struct
{
  GListModel *model;
  GPtrArray *known;
} Follower;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Follower   *follower)
{
  if (removed > 0)
    g_ptr_array_remove_range (follower->known, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (follower->known, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
assert_follows (Follower *follower)
{
  g_assert_cmpuint (follower->known->len, ==, g_list_model_get_n_items (follower->model));
  for (guint i = 0; i < follower->known->len; i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (follower->model, i);
      guint start, end;

      g_assert_true (follower->known->pdata[i] == record);
      gtk_section_model_get_section (GTK_SECTION_MODEL (follower->model), i, &start, &end);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (end, >, i);
      for (guint k = start; k < end; k++)
        g_assert_cmpuint (lamp_grouped_list_get_group (LAMP_GROUPED_LIST (follower->model), k), ==,
                          lamp_grouped_list_get_group (LAMP_GROUPED_LIST (follower->model), i));
    }
}

static GArray *
make_random (GPtrArray *records)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (LampGrouped));
  guint group = 0;

  for (guint i = records->len; i > 1; i--)
    {
      guint other = (guint) g_test_rand_int_range (0, (int) i);
      gpointer kept = records->pdata[i - 1];

      if (g_test_rand_int_range (0, 8) == 0)
        {
          records->pdata[i - 1] = records->pdata[other];
          records->pdata[other] = kept;
        }
    }
  for (guint i = 0; i < records->len; i++)
    {
      LampGrouped entry = { records->pdata[i], group };

      if (g_test_rand_int_range (0, 5) > 0)
        g_array_append_val (entries, entry);
      group += g_test_rand_int_range (0, 4) == 0;
    }

  return entries;
}

static void
whatever_changes_the_signals_tell_it_and_the_sections_hold (void)
{
  g_autoptr (LampGroupedList) list = lamp_grouped_list_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Follower follower = { G_LIST_MODEL (list), g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < 30; i++)
    {
      LampRow *row = lamp_row_new (lamp_schema_find ("norms"));
      g_autofree char *id = g_strdup_printf ("n%u", i);

      lamp_row_set_text (row, "id", id);
      g_ptr_array_add (records, lamp_record_new (row));
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &follower);
  for (guint run = 0; run < 400; run++)
    {
      g_autoptr (GArray) entries = make_random (records);

      lamp_grouped_list_set (list, entries);
      assert_follows (&follower);
      for (guint i = 0; i < entries->len; i++)
        g_assert_true (follower.known->pdata[i] == g_array_index (entries, LampGrouped, i).record);
    }
  g_ptr_array_unref (follower.known);
}

#define ADD(name) g_test_add ("/follow/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (commitments_stand_by_how_pressing_they_are);
  ADD (one_is_ticked_off_by_its_key_and_comes_back);
  ADD (its_check_says_what_it_is_about_and_can_be_done_by_a_tool);
  ADD (the_list_is_narrowed_down_by_community_person_and_words);
  ADD (decisions_to_look_at_again_come_first);
  g_test_add_func ("/follow/whatever_changes_the_signals_tell_it_and_the_sections_hold",
                   whatever_changes_the_signals_tell_it_and_the_sections_hold);

  return g_test_run ();
}
