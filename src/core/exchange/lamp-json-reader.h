/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-error.h"

G_BEGIN_DECLS

/**
 * LAMP_JSON_DEPTH_LIMIT:
 *
 * How many arrays and objects may stand in one another.
 */
#define LAMP_JSON_DEPTH_LIMIT 64

/**
 * LAMP_JSON_RECORD_LIMIT:
 *
 * Bytes that one record may take, and so the most that the reader ever holds.
 */
#define LAMP_JSON_RECORD_LIMIT (16 * 1024 * 1024)

/**
 * LAMP_JSON_FILE_LIMIT:
 *
 * Bytes that a file may take.
 */
#define LAMP_JSON_FILE_LIMIT (1024 * 1024 * 1024)

/**
 * LampJsonToken:
 * @LAMP_JSON_END: the document is over, and nothing but white space follows it
 * @LAMP_JSON_NAME: the name of a member; the next token begins its value
 *
 * What a document is made of.
 */
typedef enum
{
  LAMP_JSON_END = 0,
  LAMP_JSON_OBJECT_START,
  LAMP_JSON_OBJECT_END,
  LAMP_JSON_ARRAY_START,
  LAMP_JSON_ARRAY_END,
  LAMP_JSON_NAME,
  LAMP_JSON_STRING,
  LAMP_JSON_NUMBER,
  LAMP_JSON_TRUE,
  LAMP_JSON_FALSE,
  LAMP_JSON_NULL,
} LampJsonToken;

/**
 * LampJsonReader:
 *
 * Reads a JSON document from a stream, token by token, as strictly as RFC 8259 allows: memory is bounded by the
 * largest string and the names of the objects that are open, and every refusal has a place, as a JSON Pointer.
 * (Private to core/exchange.)
 */
typedef struct _LampJsonReader LampJsonReader;

LampJsonReader *lamp_json_reader_new          (GInputStream    *stream,
                                               GCancellable    *cancellable);
void            lamp_json_reader_free         (LampJsonReader  *self);
gboolean        lamp_json_reader_next         (LampJsonReader  *self,
                                               LampJsonToken   *token,
                                               GError         **error);
gboolean        lamp_json_reader_skip         (LampJsonReader  *self,
                                               LampJsonToken    first,
                                               GError         **error);
gboolean        lamp_json_reader_capture      (LampJsonReader  *self,
                                               LampJsonToken    first,
                                               GString         *out,
                                               GError         **error);
const char     *lamp_json_reader_get_text     (LampJsonReader  *self,
                                               gsize           *length);
char           *lamp_json_reader_dup_pointer  (LampJsonReader  *self);
guint64         lamp_json_reader_get_index    (LampJsonReader  *self);
guint64         lamp_json_reader_get_position (LampJsonReader  *self);
void            lamp_json_reader_set_limit    (LampJsonReader  *self,
                                               guint64          bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampJsonReader, lamp_json_reader_free)

G_END_DECLS
