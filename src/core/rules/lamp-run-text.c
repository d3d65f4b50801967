/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lamp-error.h"
#include "lamp-run-private.h"

/* A run as text. It is only ever read by the program that wrote it or a later one, but out of a file that anybody may
 * have touched: what does not add up is refused as a whole. */

#define FORMAT "lamplighter-run"
#define VERSION 1
#define LONGEST_TEXT (4 * 1024 * 1024)
#define MOST_ENTRIES 10000
#define MOST_USEC (G_MAXINT64 / 8)

static void
put_integer (JsonBuilder *builder,
             const char  *name,
             gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
put_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
put_entries (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *entries)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const LampRunEntry *entry = entries->pdata[i];

      json_builder_begin_object (builder);
      put_text (builder, "id", entry->id);
      put_text (builder, "title", entry->title);
      put_integer (builder, "planned", entry->step.seconds);
      put_integer (builder, "minimum", entry->step.minimum);
      put_integer (builder, "maximum", entry->step.maximum);
      put_integer (builder, "protected", entry->step.is_protected != FALSE);
      put_integer (builder, "extra", entry->extra);
      put_integer (builder, "allotted", entry->allotted);
      put_integer (builder, "entered", entry->is_entered);
      put_integer (builder, "spent", entry->spent);
      put_integer (builder, "mark", entry->mark);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_seats (JsonBuilder *builder,
           GPtrArray   *seats)
{
  json_builder_set_member_name (builder, "seats");
  json_builder_begin_array (builder);
  for (guint i = 0; i < seats->len; i++)
    {
      const LampRunSeat *seat = seats->pdata[i];

      json_builder_begin_object (builder);
      put_text (builder, "name", seat->name);
      put_integer (builder, "turns", seat->turns);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_run (JsonBuilder   *builder,
         const LampRun *self)
{
  put_text (builder, "format", FORMAT);
  put_integer (builder, "version", VERSION);
  put_text (builder, "meeting", self->meeting);
  put_integer (builder, "planned_start", self->planned_start);
  put_integer (builder, "slot", self->slot);
  put_integer (builder, "state", self->state);
  put_integer (builder, "adapt", self->adapt);
  put_integer (builder, "began_at", self->began_at);
  put_integer (builder, "elapsed", self->elapsed);
  put_integer (builder, "paused", self->paused);
  put_integer (builder, "pause", self->pause);
  put_integer (builder, "left_out", self->left_out);
  put_integer (builder, "boottime", self->at.boottime);
  put_integer (builder, "utc", self->at.utc);
  put_text (builder, "boot_id", self->boot_id);
  put_integer (builder, "current", self->current);
  put_text (builder, "opening", self->opening);
  put_text (builder, "previous", self->previous);
  put_entries (builder, "items", self->items);
  put_entries (builder, "gone", self->gone);
  put_seats (builder, self->seats);
}

/**
 * lamp_run_to_text:
 * @self: a run
 * @moment: now: the heartbeat
 *
 * Writes down all there is to know.
 *
 * Returns: (transfer full): JSON
 */
char *
lamp_run_to_text (LampRun             *self,
                  const LampRunMoment *moment)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  lamp_run_advance (self, moment);
  json_builder_begin_object (builder);
  put_run (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* A reader that remembers the first thing that was wrong. */
typedef struct
{
  JsonObject *object;
  const char *wrong; /* (nullable): name of a member */
} Reader;

static gint64
take_integer (Reader     *reader,
              const char *name,
              gint64      least,
              gint64      most)
{
  JsonNode *node = json_object_get_member (reader->object, name);
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    {
      reader->wrong = name;
      return least;
    }
  value = json_node_get_int (node);
  if (value < least || value > most)
    reader->wrong = name;

  return CLAMP (value, least, most);
}

/* (transfer full) (nullable): NULL is an answer only where it may be one */
static char *
take_text (Reader     *reader,
           const char *name,
           gboolean    may_be_null)
{
  JsonNode *node = json_object_get_member (reader->object, name);

  if (node != NULL && may_be_null && JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      reader->wrong = name;
      return NULL;
    }

  return g_strdup (json_node_get_string (node));
}

static LampRunEntry *
take_entry (Reader *reader)
{
  LampRunEntry *entry = g_new0 (LampRunEntry, 1);

  entry->id = take_text (reader, "id", FALSE);
  entry->title = take_text (reader, "title", TRUE);
  entry->step.seconds = (int) take_integer (reader, "planned", 0, LAMP_RUN_MOST_SECONDS);
  entry->step.minimum = (int) take_integer (reader, "minimum", LAMP_FIT_DEFAULT, G_MAXINT32);
  entry->step.maximum = (int) take_integer (reader, "maximum", LAMP_FIT_DEFAULT, G_MAXINT32);
  entry->step.is_protected = (gboolean) take_integer (reader, "protected", FALSE, TRUE);
  entry->extra = (int) take_integer (reader, "extra", -LAMP_RUN_MOST_SECONDS, LAMP_RUN_MOST_SECONDS);
  entry->allotted = (int) take_integer (reader, "allotted", 0, LAMP_RUN_MOST_SECONDS);
  entry->is_entered = (gboolean) take_integer (reader, "entered", FALSE, TRUE);
  entry->spent = take_integer (reader, "spent", 0, MOST_USEC);
  entry->mark = (LampRunMark) take_integer (reader, "mark", LAMP_RUN_OPEN, LAMP_RUN_SKIPPED);

  return entry;
}

static LampRunSeat *
take_seat (Reader *reader)
{
  LampRunSeat *seat = g_new0 (LampRunSeat, 1);

  seat->name = take_text (reader, "name", FALSE);
  seat->turns = (int) take_integer (reader, "turns", 0, G_MAXINT32);

  return seat;
}

/* Reads an array of objects, each by @take. */
static void
take_array (Reader     *reader,
            const char *name,
            gpointer  (*take) (Reader *),
            GPtrArray  *into)
{
  JsonNode *node = json_object_get_member (reader->object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > MOST_ENTRIES)
    {
      reader->wrong = name;
      return;
    }
  for (guint i = 0; i < json_array_get_length (array) && reader->wrong == NULL; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      Reader inner = { .wrong = NULL };

      if (!JSON_NODE_HOLDS_OBJECT (element))
        {
          reader->wrong = name;
          return;
        }
      inner.object = json_node_get_object (element);
      g_ptr_array_add (into, take (&inner));
      reader->wrong = inner.wrong;
    }
}

static void
take_run (Reader  *reader,
          LampRun *self)
{
  self->meeting = take_text (reader, "meeting", FALSE);
  self->planned_start = take_integer (reader, "planned_start", -MOST_USEC, MOST_USEC);
  self->slot = (int) take_integer (reader, "slot", 0, LAMP_RUN_MOST_SECONDS);
  self->state = (LampRunState) take_integer (reader, "state", LAMP_RUN_READY, LAMP_RUN_OVER);
  self->adapt = (LampRunAdapt) take_integer (reader, "adapt", LAMP_RUN_ADAPT_OFF, LAMP_RUN_ADAPT_BOTH_WAYS);
  self->began_at = take_integer (reader, "began_at", -MOST_USEC, MOST_USEC);
  self->elapsed = take_integer (reader, "elapsed", 0, MOST_USEC);
  self->paused = take_integer (reader, "paused", 0, MOST_USEC);
  self->pause = take_integer (reader, "pause", 0, MOST_USEC);
  self->left_out = take_integer (reader, "left_out", 0, MOST_USEC);
  self->at.boottime = take_integer (reader, "boottime", -MOST_USEC, MOST_USEC);
  self->at.utc = take_integer (reader, "utc", -MOST_USEC, MOST_USEC);
  self->boot_id = take_text (reader, "boot_id", FALSE);
  self->at.boot_id = self->boot_id;
  self->current = (int) take_integer (reader, "current", -1, MOST_ENTRIES);
  self->opening = take_text (reader, "opening", TRUE);
  self->previous = take_text (reader, "previous", TRUE);
  take_array (reader, "items", (gpointer (*) (Reader *)) take_entry, self->items);
  take_array (reader, "gone", (gpointer (*) (Reader *)) take_entry, self->gone);
  take_array (reader, "seats", (gpointer (*) (Reader *)) take_seat, self->seats);
}

/* Adds what was spent to @sum. Whether each has an identifier of its own. */
static gboolean
entries_are_distinct (GPtrArray  *entries,
                      GHashTable *seen,
                      gint64     *sum)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const LampRunEntry *entry = entries->pdata[i];

      if (!g_hash_table_add (seen, entry->id))
        return FALSE;
      *sum = MIN (*sum + entry->spent, MOST_USEC);
    }

  return TRUE;
}

static gboolean
seats_are_distinct (GPtrArray *seats)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < seats->len; i++)
    if (!g_hash_table_add (seen, ((LampRunSeat *) seats->pdata[i])->name))
      return FALSE;

  return TRUE;
}

/* Whether the parts that were read belong together. Names what does not. */
static const char *
find_contradiction (const LampRun *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 spent = 0;

  if (!entries_are_distinct (self->items, seen, &spent) || !entries_are_distinct (self->gone, seen, &spent))
    return "id";
  if (!seats_are_distinct (self->seats))
    return "seats";
  if (self->current >= (int) self->items->len || (self->state == LAMP_RUN_READY && self->current >= 0))
    return "current";
  if (self->pause > self->paused)
    return "pause";
  if (self->state != LAMP_RUN_READY && self->elapsed != spent + self->paused + self->left_out)
    return "elapsed";

  return NULL;
}

static JsonObject *
parse_text (const char  *text,
            JsonParser  *parser,
            GError     **error)
{
  g_autoptr (GError) inner = NULL;
  gsize length = strlen (text);
  JsonNode *root;

  if (length > LONGEST_TEXT || !g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT, _("What is kept of the running meeting is not a text."));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, &inner))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_JSON, _("What is kept of the running meeting cannot be read: %s"),
                   inner->message);
      return NULL;
    }
  root = json_parser_get_root (parser); /* none for a text without anything in it */
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT, _("What is kept of the running meeting is something else."));
      return NULL;
    }

  return json_node_get_object (root);
}

static gboolean
check_format (Reader  *reader,
              GError **error)
{
  g_autofree char *format = take_text (reader, "format", FALSE);
  gint64 version = take_integer (reader, "version", G_MININT64, G_MAXINT64);

  if (reader->wrong != NULL || !g_str_equal (format, FORMAT) || version < 1)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT, _("What is kept of the running meeting is something else."));
      return FALSE;
    }
  if (version > VERSION)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_VERSION,
                   _("The running meeting was kept by a newer version of Lamplighter. Update this one."));
      return FALSE;
    }

  return TRUE;
}

/**
 * lamp_run_from_text:
 * @text: what [method@Run.to_text] wrote
 * @moment: now
 * @away: (out) (optional): seconds since that was written; 0 when the meeting was not under way
 * @error: where to put an error of [error@Error]
 *
 * Takes up a run where it would be if the program had never died. In a pause that went on the pause has grown; while
 * it ran the current item has, and [func@run_leave_out] with @away takes that out again.
 *
 * Returns: (transfer full) (nullable): the run
 */
LampRun *
lamp_run_from_text (const char           *text,
                    const LampRunMoment  *moment,
                    int                  *away,
                    GError              **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Reader reader = { .object = parse_text (text, parser, error) };
  g_autoptr (LampRun) self = NULL;

  if (reader.object == NULL || !check_format (&reader, error))
    return NULL;

  self = g_new0 (LampRun, 1);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_run_entry_free);
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_run_entry_free);
  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_run_seat_free);
  take_run (&reader, self);
  if (reader.wrong == NULL)
    reader.wrong = find_contradiction (self);
  if (reader.wrong != NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT,
                   _("What is kept of the running meeting does not add up at “%s”."), reader.wrong);
      return NULL;
    }
  if (away != NULL)
    *away = (int) MIN (lamp_run_get_since (self, moment) / LAMP_RUN_SECOND, G_MAXINT32);

  return g_steal_pointer (&self);
}
