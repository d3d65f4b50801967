/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-problems.h"

LampProblems *
lamp_problems_new (void)
{
  LampProblems *self = g_new0 (LampProblems, 1);

  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_problem_free);

  return self;
}

void
lamp_problems_free (LampProblems *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * lamp_problems_clear:
 * @self: problems
 *
 * Forgets all, for one that says more than they do, such as a newer version.
 */
void
lamp_problems_clear (LampProblems *self)
{
  g_ptr_array_set_size (self->kept, 0);
  self->n = 0;
}

/**
 * lamp_problems_is_full:
 * @self: problems
 *
 * Returns: whether one more would only be counted, so that its place and sentence need not be made
 */
gboolean
lamp_problems_is_full (LampProblems *self)
{
  return self->kept->len >= LAMP_PROBLEMS_KEPT;
}

/**
 * lamp_problems_add:
 * @self: problems
 * @code: what rule was broken
 * @pointer: where, as a JSON Pointer
 * @sentence: one translated sentence
 *
 * Adds a problem.
 */
void
lamp_problems_add (LampProblems  *self,
                   LampErrorCode  code,
                   const char    *pointer,
                   const char    *sentence)
{
  self->n++;
  if (!lamp_problems_is_full (self))
    g_ptr_array_add (self->kept, lamp_problem_new (code, pointer, "%s", sentence));
}

/**
 * lamp_problems_add_first:
 * @self: problems
 * @code: what rule was broken
 * @pointer: where, as a JSON Pointer
 * @sentence: one translated sentence
 *
 * Adds a problem that says more than those before it: that the document ends here because it is not JSON.
 */
void
lamp_problems_add_first (LampProblems  *self,
                         LampErrorCode  code,
                         const char    *pointer,
                         const char    *sentence)
{
  self->n++;
  g_ptr_array_insert (self->kept, 0, lamp_problem_new (code, pointer, "%s", sentence));
  if (self->kept->len > LAMP_PROBLEMS_KEPT)
    g_ptr_array_set_size (self->kept, LAMP_PROBLEMS_KEPT);
}

/**
 * lamp_problems_add_in:
 * @self: problems
 * @code: what rule was broken
 * @pointer: where a record stands
 * @member: one of its members, whose name needs no escape in a pointer
 * @sentence: one translated sentence
 *
 * Adds a problem with one member.
 */
void
lamp_problems_add_in (LampProblems  *self,
                      LampErrorCode  code,
                      const char    *pointer,
                      const char    *member,
                      const char    *sentence)
{
  g_autofree char *place = g_strconcat (pointer, "/", member, NULL);

  lamp_problems_add (self, code, place, sentence);
}
