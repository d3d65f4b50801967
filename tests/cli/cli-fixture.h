/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A file of its own, and the command line program that works on it. */

static const char *program;

typedef struct
{
  char *folder;
  char *path;   /* the file that commands work on */
} Fixture;

typedef struct
{
  char *out;
  char *err;
  int status;
} Run;

static inline void
run_clear (Run *self)
{
  g_free (self->out);
  g_free (self->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Runs the command with @input; @words are separated by spaces. */
static inline Run
run (Fixture    *fixture,
     const char *words,
     const char *input)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) all = NULL;
  Run result = { NULL };

  g_strv_builder_add (argv, program);
  g_strv_builder_addv (argv, (const char **) split);
  g_strv_builder_add_many (argv, "--file", fixture->path, NULL);
  all = g_strv_builder_end (argv);
  process = g_subprocess_newv ((const char * const *) all,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                 | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &result.out, &result.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);

  return result;
}

static inline void
run_well (Fixture    *fixture,
          const char *words,
          const char *input)
{
  g_auto (Run) result = run (fixture, words, input);

  g_assert_cmpint (result.status, ==, 0);
}

/* @data: the document that the file begins with. */
static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("lamp-cli-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "test.lamplighter", NULL);
  run_well (fixture, "new", NULL);
  run_well (fixture, "import -", data);
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}
