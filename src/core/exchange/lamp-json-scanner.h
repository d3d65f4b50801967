/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-error.h"

G_BEGIN_DECLS

/**
 * LampJsonScanner:
 * @before: bytes that lie before the buffer
 * @limit: the position that what is being read may not pass; 0 for none
 * @text: the last string, unescaped, or the last number, as written
 * @has_failed: the stream has, and an error has been set
 *
 * The bytes of a document and the smallest things they make up: strings, numbers, words, white space. What may follow
 * what is for [struct@JsonReader] to say. (Private to core/exchange.)
 */
typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable;
  guchar *buffer;
  const guchar *at;
  const guchar *end;
  guint64 before;
  guint64 limit;
  gboolean has_begun;
  gboolean has_failed;
  GString *text;
} LampJsonScanner;

void     lamp_json_scanner_init         (LampJsonScanner *self,
                                         GInputStream    *stream,
                                         GCancellable    *cancellable);
void     lamp_json_scanner_clear        (LampJsonScanner *self);
guint64  lamp_json_scanner_get_position (LampJsonScanner *self);
gboolean lamp_json_scanner_skip_mark    (LampJsonScanner *self,
                                         GError         **error);
gboolean lamp_json_scanner_skip_space   (LampJsonScanner *self,
                                         GError         **error);
gboolean lamp_json_scanner_needs_token  (LampJsonScanner *self,
                                         GError         **error);
gboolean lamp_json_scanner_read_string  (LampJsonScanner *self,
                                         GError         **error);
gboolean lamp_json_scanner_read_number  (LampJsonScanner *self,
                                         GError         **error);
gboolean lamp_json_scanner_read_word    (LampJsonScanner *self,
                                         const char      *word,
                                         GError         **error);
gboolean lamp_json_scanner_refuse_byte  (LampJsonScanner *self,
                                         GError         **error);
gboolean lamp_json_refuse               (GError         **error,
                                         LampErrorCode    code,
                                         const char      *sentence);
gboolean lamp_json_refuse_large         (GError         **error);

G_END_DECLS
