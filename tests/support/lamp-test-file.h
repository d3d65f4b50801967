/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A file in a folder of its own, for tests that look at it with sqlite3 itself. */

#include <sqlite3.h>

#include "lamp-edit.h"
#include "lamp-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  LampClock *clock;
  LampStore *store; /* (nullable): while open */
} TestFile;

TestFile *test_file_new     (void);
TestFile *test_file_copy    (TestFile   *closed);
void      test_file_free    (TestFile   *self);
void      test_file_open    (TestFile   *self);
void      test_file_close   (TestFile   *self);
void      test_file_reopen  (TestFile   *self);

LampRow  *test_row          (const char *type,
                             const char *id);
LampRow  *test_community    (const char *id);
LampRow  *test_person       (const char *id);
LampRow  *test_goal         (const char *id,
                             const char *parent);
LampRow  *test_membership   (const char *id,
                             const char *community,
                             const char *person);
void      test_insert       (TestFile   *self,
                             LampRow    *row);
void      test_set          (TestFile   *self,
                             const char *type,
                             const char *id,
                             const char *field,
                             const char *text);
void      test_delete       (TestFile   *self,
                             const char *type,
                             const char *id);
void      test_undo         (TestFile   *self);
void      test_redo         (TestFile   *self);

char     *test_sql          (const char *path,
                             const char *sql);
void      test_assert_sql   (TestFile   *self,
                             const char *sql,
                             const char *expected);
char     *test_dump         (const char *path);
char     *test_bytes        (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFile, test_file_free)

G_END_DECLS
