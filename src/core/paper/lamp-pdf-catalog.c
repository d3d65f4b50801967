/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "lamp-pages-private.h"

/* Cairo has no way to say in which language a document is, and a screen reader cannot do without (WCAG 2.2, 3.1.1). PDF
 * lets anybody append to a file what takes the place of one of its objects (ISO 32000-1, 7.5.6): the catalog is read
 * where the table of objects says, and written again with the language in it. Where the file is not as expected, it
 * stays as it is. */

typedef struct
{
  const char *text; /* the file; a zero byte follows */
  gsize length;
  gsize table;      /* where the table of objects is */
  const char *trailer;
  guint root;       /* the number of the catalog */
  guint size;       /* how many objects there are */
} Pdf;

static const char *
find_last (const Pdf  *self,
           const char *word)
{
  return g_strrstr_len (self->text + self->length - MIN (self->length, 2048), (gssize) MIN (self->length, 2048), word);
}

static gboolean
read_number (const char *after,
             const char *word,
             guint      *number)
{
  const char *at = after != NULL ? strstr (after, word) : NULL;
  guint64 value;

  if (at == NULL || !g_ascii_isdigit (at[strlen (word)]))
    return FALSE;
  value = g_ascii_strtoull (at + strlen (word), NULL, 10);
  *number = (guint) value;

  return value < G_MAXUINT;
}

static gboolean
read_ends (Pdf *self)
{
  guint table;

  self->trailer = find_last (self, "trailer");
  if (!read_number (find_last (self, "startxref"), "startxref\n", &table) || table >= self->length)
    return FALSE;
  self->table = table;

  return g_str_has_prefix (self->text + table, "xref\n0 ") && read_number (self->trailer, "/Root ", &self->root)
         && read_number (self->trailer, "/Size ", &self->size);
}

/* The inside of the catalog, between its brackets. */
static char *
dup_catalog (const Pdf *self)
{
  const char *entry = strchr (self->text + self->table + strlen ("xref\n"), '\n') + 1 + 20 * (gsize) self->root;
  const char *object;
  const char *begin;
  const char *end;
  gsize at;

  if (entry + 20 > self->text + self->length)
    return NULL;
  at = (gsize) g_ascii_strtoull (entry, NULL, 10);
  if (at == 0 || at >= self->length)
    return NULL;
  object = self->text + at;
  begin = strstr (object, "<<");
  end = strstr (object, "\nendobj");
  end = end != NULL ? g_strrstr_len (object, end - object, ">>") : NULL;
  if (begin == NULL || end == NULL || begin >= end)
    return NULL;

  return g_strstrip (g_strndup (begin + 2, (gsize) (end - begin - 2)));
}

static gboolean
is_language_tag (const char *language)
{
  return *language != '\0' && strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
                                == strlen (language);
}

static char *
dup_trailer (const Pdf *self)
{
  const char *begin = strstr (self->trailer, "<<");
  const char *end = begin != NULL ? strstr (begin, ">>") : NULL;

  return end != NULL ? g_strstrip (g_strndup (begin + 2, (gsize) (end - begin - 2))) : NULL;
}

/**
 * lamp_pdf_say_language:
 * @pdf: a PDF file of version 1.4 that Cairo wrote
 * @language: the tag of a language, such as "en"
 *
 * Writes into the file in which language it is, that it is tagged, and that a window shall show its title.
 */
void
lamp_pdf_say_language (GByteArray *pdf,
                       const char *language)
{
  Pdf self = { NULL };
  g_autofree char *catalog = NULL;
  g_autofree char *trailer = NULL;
  g_autofree char *addition = NULL;
  gsize at;
  gsize table;

  self.length = pdf->len;
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  self.text = (const char *) pdf->data;
  if (is_language_tag (language) && read_ends (&self))
    {
      catalog = dup_catalog (&self);
      trailer = dup_trailer (&self);
    }
  g_byte_array_set_size (pdf, (guint) self.length);
  if (catalog == NULL || trailer == NULL)
    return;

  at = self.length;
  addition = g_strdup_printf ("%u 0 obj\n<< %s\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n%s>>\n"
                              "endobj\n", self.root, catalog, language,
                              strstr (catalog, "/MarkInfo") == NULL ? "   /MarkInfo << /Marked true >>\n" : "");
  g_byte_array_append (pdf, (const guint8 *) addition, (guint) strlen (addition));
  table = pdf->len;
  g_free (addition);
  addition = g_strdup_printf ("xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \ntrailer\n<< %s\n   /Prev %" G_GSIZE_FORMAT
                              "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", self.root, at, trailer, self.table, table);
  g_byte_array_append (pdf, (const guint8 *) addition, (guint) strlen (addition));
}
