/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads a document for its problems alone: its records are let go. */

#include "lamp-json-walk.h"

G_BEGIN_DECLS

LampProblems *test_walk_stream (GInputStream *stream);
LampProblems *test_walk_text   (const char   *json,
                                gssize        length);

G_END_DECLS
