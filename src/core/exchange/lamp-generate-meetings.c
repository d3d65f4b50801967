/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-generate-private.h"
#include "lamp-generate-words.h"

/* How a made-up district meets. */

/* Each team's meetings come one after another, a week apart. */

static guint
day_of_meeting (LampMaker *self,
                guint      meeting)
{
  return 7 + meeting / self->n_teams % 40 * 7 + meeting % 5;
}

gboolean
lamp_maker_make_meetings (LampMaker  *self,
                          GError    **error)
{
  guint n_people = (guint) self->options->people;

  for (guint i = 0; i < (guint) self->options->meetings; i++)
    {
      g_autofree char *title = g_strdup_printf ("Week %u", 1 + i / self->n_teams);

      lamp_maker_begin (self, "meetings", "mt", i);
      lamp_maker_set_ref (self, "community", "c", lamp_maker_community_of_team (self, i));
      lamp_maker_set (self, "title", title);
      lamp_maker_set (self, "purpose", "Look at what our students did and agree on the next try.");
      lamp_maker_set_time (self, "starts_at", day_of_meeting (self, i),
                           lamp_maker_chance (self, 60) ? "07:41" : "15:10");
      lamp_maker_set_int (self, "minutes", 44);
      lamp_maker_set (self, "mode", lamp_maker_chance (self, 85) ? "face-to-face" : "virtual");
      lamp_maker_set (self, "place", "Room 12");
      lamp_maker_set (self, "state", i / self->n_teams < 8 ? "closed" : "draft");
      if (n_people > i % self->n_teams)
        lamp_maker_set_ref (self, "facilitator", "p", i % self->n_teams);
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lamp_maker_make_items (LampMaker  *self,
                       GError    **error)
{
  static const char * const kinds[] = { "check-in", "work", "work", "conversation", "work", "decision", "review",
                                        "reflection", "logistics" };
  guint number = 0;

  for (guint meeting = 0; meeting < (guint) self->options->meetings; meeting++)
    for (guint position = 0, n = 4 + lamp_maker_below (self, 4); position < n; position++)
      {
        guint item = position == 0 ? 0 : 1 + lamp_maker_below (self, 8);

        lamp_maker_begin (self, "agenda_items", "ai", number++);
        lamp_maker_set_ref (self, "meeting", "mt", meeting);
        lamp_maker_set_int (self, "position", position);
        lamp_maker_set (self, "title", lamp_words_items[item]);
        lamp_maker_set (self, "kind", kinds[item]);
        lamp_maker_set_int (self, "minutes", position == 0 ? 4 : 5 + lamp_maker_below (self, 6));
        lamp_maker_set (self, "state", "planned");
        if (self->options->goals > 0 && lamp_maker_chance (self, 30))
          lamp_maker_set_ref (self, "goal", "g", lamp_maker_below (self, (guint) self->options->goals));
        if (!lamp_maker_finish (self, error))
          return FALSE;
      }

  return TRUE;
}

gboolean
lamp_maker_make_attendances (LampMaker  *self,
                             GError    **error)
{
  guint n_people = (guint) self->options->people;
  guint number = 0;

  for (guint meeting = 0; meeting < (guint) self->options->meetings; meeting++)
    for (guint place = 0; place < 4; place++)
      {
        guint person = meeting % self->n_teams + place * self->n_teams;

        if (person >= n_people)
          break;
        lamp_maker_begin (self, "attendances", "at", number++);
        lamp_maker_set_ref (self, "meeting", "mt", meeting);
        lamp_maker_set_ref (self, "person", "p", person);
        lamp_maker_set (self, "state", lamp_maker_chance (self, 85) ? "present" : "excused");
        if (!lamp_maker_finish (self, error))
          return FALSE;
      }

  return TRUE;
}

gboolean
lamp_maker_make_outcomes (LampMaker  *self,
                          GError    **error)
{
  guint n = (guint) self->options->meetings;

  for (guint i = 0; i < n; i += 2)
    {
      lamp_maker_begin (self, "decisions", "de", i);
      lamp_maker_set_ref (self, "meeting", "mt", i);
      lamp_maker_set (self, "text", lamp_maker_one_of (self, lamp_words_strategies));
      lamp_maker_set (self, "method", lamp_maker_chance (self, 70) ? "consent" : "vote");
      if (lamp_maker_chance (self, 20))
        lamp_maker_set (self, "tally", "{\"for\":5,\"against\":1}");
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      lamp_maker_begin (self, "commitments", "co", i);
      lamp_maker_set (self, "text", lamp_maker_one_of (self, lamp_words_promises));
      lamp_maker_set_ref (self, "meeting", "mt", i);
      lamp_maker_set_ref (self, "community", "c", lamp_maker_community_of_team (self, i));
      if (self->options->people > 0 && lamp_maker_chance (self, 85))
        lamp_maker_set_ref (self, "owner", "p", lamp_maker_below (self, (guint) self->options->people));
      lamp_maker_set_day (self, "due", day_of_meeting (self, i) + 14);
      if (lamp_maker_chance (self, 60))
        lamp_maker_set_day (self, "done_on", day_of_meeting (self, i) + 10);
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lamp_maker_make_norms (LampMaker  *self,
                       GError    **error)
{
  for (guint i = 0; i < self->n_teams * 3; i++)
    {
      lamp_maker_begin (self, "norms", "no", i);
      lamp_maker_set_ref (self, "community", "c", lamp_maker_community_of_team (self, i / 3));
      lamp_maker_set (self, "text", lamp_words_norms[(i + i / 3) % 5]);
      lamp_maker_set_int (self, "position", i % 3);
      if (!lamp_maker_finish (self, error))
        return FALSE;
    }

  return TRUE;
}
