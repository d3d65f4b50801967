/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-json-names.h"

#include <string.h>

typedef struct
{
  guint32 hash;
  guint32 length;
  gsize start;
} Name;

/* An open object. Up to LINEAR names are compared one by one; beyond that @slots is a table of places in `names`,
 * counted from 1, with open addressing. */
typedef struct
{
  guint first;
  guint n_slots;
  guint32 *slots;
} Scope;

#define LINEAR 24

struct _LampJsonNames
{
  GString *bytes;
  GArray *names;
  GArray *scopes;
};

LampJsonNames *
lamp_json_names_new (void)
{
  LampJsonNames *self = g_new0 (LampJsonNames, 1);

  self->bytes = g_string_sized_new (4096);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));

  return self;
}

void
lamp_json_names_free (LampJsonNames *self)
{
  if (self == NULL)
    return;
  while (self->scopes->len > 0)
    lamp_json_names_close (self);
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->names);
  g_array_unref (self->scopes);
  g_free (self);
}

/**
 * lamp_json_names_open:
 * @self: names
 *
 * Enters an object.
 */
void
lamp_json_names_open (LampJsonNames *self)
{
  Scope scope = { .first = self->names->len };

  g_array_append_val (self->scopes, scope);
}

/**
 * lamp_json_names_close:
 * @self: names
 *
 * Leaves the innermost object and forgets its names.
 */
void
lamp_json_names_close (LampJsonNames *self)
{
  Scope *scope;

  g_assert (self->scopes->len > 0);

  scope = &g_array_index (self->scopes, Scope, self->scopes->len - 1);
  if (self->names->len > scope->first)
    g_string_truncate (self->bytes, g_array_index (self->names, Name, scope->first).start);
  g_array_set_size (self->names, scope->first);
  g_free (scope->slots);
  g_array_set_size (self->scopes, self->scopes->len - 1);
}

static guint32
hash_name (const char *name,
           gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) name[i]) * 16777619u;

  return hash ^ hash >> 15;
}

static gboolean
is_name (LampJsonNames *self,
         guint          index,
         guint32        hash,
         const char    *name,
         gsize          length)
{
  const Name *other = &g_array_index (self->names, Name, index);

  return other->hash == hash && other->length == length && memcmp (self->bytes->str + other->start, name, length) == 0;
}

static void
enter_slot (LampJsonNames *self,
            Scope         *scope,
            guint          index)
{
  guint32 slot = g_array_index (self->names, Name, index).hash & (scope->n_slots - 1);

  while (scope->slots[slot] != 0)
    slot = (slot + 1) & (scope->n_slots - 1);
  scope->slots[slot] = index + 1;
}

/* Makes the table, or a larger one, when it is time for it. Returns whether all names have been entered anew. */
static gboolean
grow_slots (LampJsonNames *self,
            Scope         *scope)
{
  guint n_names = self->names->len - scope->first;

  if (n_names <= LINEAR || n_names * 2 <= scope->n_slots)
    return FALSE;
  g_free (scope->slots);
  scope->n_slots = MAX (scope->n_slots * 2, 128);
  scope->slots = g_new0 (guint32, scope->n_slots);
  for (guint i = scope->first; i < self->names->len; i++)
    enter_slot (self, scope, i);

  return TRUE;
}

static gboolean
has_name (LampJsonNames *self,
          Scope         *scope,
          guint32        hash,
          const char    *name,
          gsize          length)
{
  if (scope->slots == NULL)
    {
      for (guint i = scope->first; i < self->names->len; i++)
        if (is_name (self, i, hash, name, length))
          return TRUE;
      return FALSE;
    }
  for (guint32 slot = hash & (scope->n_slots - 1); scope->slots[slot] != 0; slot = (slot + 1) & (scope->n_slots - 1))
    if (is_name (self, scope->slots[slot] - 1, hash, name, length))
      return TRUE;

  return FALSE;
}

/**
 * lamp_json_names_add:
 * @self: names, with an object open
 * @name: the name of a member, unescaped
 * @length: its length in bytes
 *
 * Adds a name to the innermost object, as its last one, also when it stands there already.
 *
 * Returns: whether the object had no such name
 */
gboolean
lamp_json_names_add (LampJsonNames *self,
                     const char    *name,
                     gsize          length)
{
  Scope *scope = &g_array_index (self->scopes, Scope, self->scopes->len - 1);
  Name added = { .hash = hash_name (name, length), .length = (guint32) length, .start = self->bytes->len };
  gboolean is_new = !has_name (self, scope, added.hash, name, length);

  g_string_append_len (self->bytes, name, (gssize) length);
  g_array_append_val (self->names, added);
  if (!grow_slots (self, scope) && scope->slots != NULL)
    enter_slot (self, scope, self->names->len - 1);

  return is_new;
}

/**
 * lamp_json_names_get_last:
 * @self: names
 * @scope: which of the open objects, from 0
 * @length: (out): the length in bytes
 *
 * Returns: (transfer none) (nullable): the name that was added to it last, not ended by a zero; %NULL if there is none
 */
const char *
lamp_json_names_get_last (LampJsonNames *self,
                          guint          scope,
                          gsize         *length)
{
  guint first = g_array_index (self->scopes, Scope, scope).first;
  guint end = scope + 1 < self->scopes->len ? g_array_index (self->scopes, Scope, scope + 1).first : self->names->len;
  const Name *name;

  if (end == first)
    return NULL;
  name = &g_array_index (self->names, Name, end - 1);
  *length = name->length;

  return self->bytes->str + name->start;
}

/**
 * lamp_json_names_get_size:
 * @self: names
 *
 * Returns: about how many bytes of memory the names take
 */
gsize
lamp_json_names_get_size (LampJsonNames *self)
{
  return self->bytes->len + self->names->len * (sizeof (Name) + 4 * sizeof (guint32));
}
