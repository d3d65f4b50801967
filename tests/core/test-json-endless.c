/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-test-walk.h"

/* Reading documents that never end: each is refused, and in little memory. */

#define HEAD "{\"format\":\"lamplighter\",\"version\":1"

/* A document of any size, made while it is read: a beginning, then the same block again and again. */

#define ENDLESS_TYPE (endless_get_type ())
G_DECLARE_FINAL_TYPE (Endless, endless, TEST, ENDLESS, GInputStream)

struct _Endless
{
  GInputStream parent_instance;

  const char *head;
  const char *block;
  gsize at;
  guint64 given;
  guint64 size;
};

G_DEFINE_FINAL_TYPE (Endless, endless, G_TYPE_INPUT_STREAM)

static gssize
endless_read (GInputStream  *stream,
              void          *buffer,
              gsize          count,
              GCancellable  *cancellable,
              GError       **error)
{
  Endless *self = TEST_ENDLESS (stream);
  char *out = buffer;
  gsize n = 0;

  while (n < count && self->given < self->size)
    {
      gsize part = MIN (strlen (self->head + self->at), count - n);

      memcpy (out + n, self->head + self->at, part);
      n += part;
      self->given += part;
      self->at += part;
      if (self->head[self->at] == '\0')
        {
          self->head = self->block;
          self->at = 0;
        }
    }

  return (gssize) n;
}

static void
endless_class_init (EndlessClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = endless_read;
}

static void
endless_init (Endless *self)
{
}

static LampProblems *
walk_endless (const char *head,
              const char *block,
              guint64     size)
{
  g_autoptr (Endless) stream = g_object_new (ENDLESS_TYPE, NULL);

  stream->head = head;
  stream->block = block;
  stream->size = size;

  return test_walk_stream (G_INPUT_STREAM (stream));
}

static gsize
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  peak = strstr (status, "VmHWM:");

  return peak != NULL ? (gsize) g_ascii_strtoull (peak + strlen ("VmHWM:"), NULL, 10) * 1024 : 0;
}

static char *
repeat (const char *text)
{
  GString *block = g_string_new (NULL);

  while (block->len < 65536)
    g_string_append (block, text);

  return g_string_free (block, FALSE);
}

static void
what_never_ends_is_refused_in_little_memory (void)
{
  static const struct
  {
    const char *head;
    const char *block;
    const char *code;
    const char *pointer;
    guint64 megabytes;
  } endless[] = {
    { "", " ", "too-large", "", 1100 },
    { HEAD, "\n", "too-large", "/version", 1100 },
    { HEAD ",\"goals\":[{\"title\":\"", "xxxxxxxx", "too-large", "/goals/0/title", 40 },
    { HEAD ",\"goals\":[{\"", "xxxxxxxx", "too-large", "/goals/0", 40 },
    { HEAD ",\"goals\":[{\"target\":", "11111111", "number", "/goals/0/target", 40 },
    { HEAD ",\"goals\":[{\"target\":0.", "0", "number", "/goals/0/target", 40 },
    { HEAD ",\"goals\":[{\"x\":[0", ",1,22,333", "too-large", NULL, 40 },
    { HEAD ",\"goals\":[{\"x\":[0", ",{\"a\":1}", "too-large", NULL, 40 },
    { HEAD ",\"goals\":[{\"x\":1   ", "   ", "too-large", "/goals/0/x", 40 },
    { HEAD ",\"goals\":[{\"x\":\"", "\\u00e9", "too-large", "/goals/0/x", 40 },
    { HEAD ",\"goals\":[0", ",1", "json", NULL, 30 },
    { HEAD ",\"goals\":[{}", ",{}", "json", NULL, 5 },
    { HEAD ",\"novelty\":[0", ",1", "json", NULL, 30 },
  };
  gsize before = peak_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autofree char *block = repeat (endless[i].block);
      g_autoptr (LampProblems) problems = walk_endless (endless[i].head, block, endless[i].megabytes << 20);
      LampProblem *first = problems->kept->pdata[0];

      g_test_message ("%s…", endless[i].head);
      g_assert_cmpstr (lamp_error_code_get_nick (first->code), ==, endless[i].code);
      if (endless[i].pointer != NULL)
        g_assert_cmpstr (first->pointer, ==, endless[i].pointer);
    }
  g_test_message ("%" G_GSIZE_FORMAT " MiB more at most", (peak_memory () - before) >> 20);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpuint (peak_memory () - before, <, 150 << 20);
#endif
}

static void
an_object_with_ever_new_names_is_refused_in_little_memory (void)
{
  g_autoptr (GString) json = g_string_new (HEAD ",\"goals\":[{\"x\":{\"a\":0");
  g_autoptr (LampProblems) problems = NULL;

  while (json->len < 15 << 20)
    g_string_append_printf (json, ",\"%" G_GSIZE_FORMAT "\":0", json->len);
  problems = test_walk_text (json->str, (gssize) json->len);
  g_assert_cmpuint (problems->n, ==, 1);
  g_assert_cmpstr (lamp_error_code_get_nick (((LampProblem *) problems->kept->pdata[0])->code), ==, "too-large");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/json-endless/" #name, name)
  ADD (what_never_ends_is_refused_in_little_memory);
  ADD (an_object_with_ever_new_names_is_refused_in_little_memory);

  return g_test_run ();
}
