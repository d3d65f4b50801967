/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Random edits of a file, and what the file must say after each (undo and redo go through that list). Also watches
 * live lists: what each splice told must add up to what the list says. */

#include "lamp-test-file.h"

G_BEGIN_DECLS

typedef struct _TestModel TestModel;

TestModel *test_model_new       (TestFile  *file);
void       test_model_free      (TestModel *self);
void       test_model_edit      (TestModel *self);
void       test_model_step      (TestModel *self);
guint      test_model_get_turns (guint      usual);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestModel, test_model_free)

G_END_DECLS
