/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-tally.h"

#include <json-glib/json-glib.h>

typedef struct
{
  char *option;
  guint hands;
} Count;

struct _LampTally
{
  GArray *counts;
};

static void
clear_count (gpointer data)
{
  g_free (((Count *) data)->option);
}

static Count *
find_count (const LampTally *self,
            const char      *option)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      Count *count = &g_array_index (self->counts, Count, i);

      if (g_str_equal (count->option, option))
        return count;
    }

  return NULL;
}

/**
 * lamp_tally_new:
 *
 * Returns: (transfer full): a tally in which nothing has been counted
 */
LampTally *
lamp_tally_new (void)
{
  LampTally *self = g_new0 (LampTally, 1);

  self->counts = g_array_new (FALSE, TRUE, sizeof (Count));
  g_array_set_clear_func (self->counts, clear_count);

  return self;
}

static void
take_member (JsonObject *object,
             const char *option,
             JsonNode   *node,
             gpointer    tally)
{
  gint64 hands = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;

  lamp_tally_set (tally, option, (guint) CLAMP (hands, 0, G_MAXINT32));
}

/**
 * lamp_tally_parse:
 * @json: (nullable): a JSON object of option → hands, as the file has it
 *
 * Returns: (transfer full): the tally; an empty one for what is no such object
 */
LampTally *
lamp_tally_parse (const char *json)
{
  LampTally *self = lamp_tally_new ();
  g_autoptr (JsonNode) node = json != NULL && *json != '\0' ? json_from_string (json, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), take_member, self);

  return self;
}

/**
 * lamp_tally_free:
 * @self: (nullable): a tally
 *
 * Frees it.
 */
void
lamp_tally_free (LampTally *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->counts);
  g_free (self);
}

/**
 * lamp_tally_to_json:
 * @self: a tally
 *
 * Returns: (transfer full) (nullable): the JSON object that a decision keeps; %NULL when no hand has been counted
 */
char *
lamp_tally_to_json (const LampTally *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (lamp_tally_sum (self) == 0)
    return NULL;
  for (guint i = 0; i < self->counts->len; i++)
    {
      const Count *count = &g_array_index (self->counts, Count, i);

      json_object_set_int_member (object, count->option, count->hands);
    }
  node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, FALSE);
}

/**
 * lamp_tally_get_size:
 * @self: a tally
 *
 * Returns: how many options there are in it
 */
guint
lamp_tally_get_size (const LampTally *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->counts->len;
}

/**
 * lamp_tally_get_option:
 * @self: a tally
 * @index: less than its size
 *
 * Returns: (transfer none): the name of an option
 */
const char *
lamp_tally_get_option (const LampTally *self,
                       guint            index)
{
  g_return_val_if_fail (self != NULL && index < self->counts->len, NULL);

  return g_array_index (self->counts, Count, index).option;
}

/**
 * lamp_tally_get:
 * @self: a tally
 * @option: the name of an option
 *
 * Returns: the hands counted for it
 */
guint
lamp_tally_get (const LampTally *self,
                const char      *option)
{
  const Count *count;

  g_return_val_if_fail (self != NULL && option != NULL, 0);

  count = find_count (self, option);

  return count != NULL ? count->hands : 0;
}

/**
 * lamp_tally_set:
 * @self: a tally
 * @option: the name of an option
 * @hands: the hands counted for it
 *
 * Sets how many hands there are for an option.
 */
void
lamp_tally_set (LampTally  *self,
                const char *option,
                guint       hands)
{
  Count *count;

  g_return_if_fail (self != NULL && option != NULL);

  count = find_count (self, option);
  if (count != NULL)
    {
      count->hands = hands;
      return;
    }
  g_array_append_vals (self->counts, &(Count) { g_strdup (option), hands }, 1);
}

/**
 * lamp_tally_sum:
 * @self: a tally
 *
 * Returns: the hands counted for all options together
 */
guint
lamp_tally_sum (const LampTally *self)
{
  guint64 sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->counts->len; i++)
    sum += g_array_index (self->counts, Count, i).hands;

  return (guint) MIN (sum, G_MAXUINT);
}
