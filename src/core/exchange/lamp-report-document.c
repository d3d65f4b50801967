/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-report-document.h"

#include <stdarg.h>

/* A report before it has a form: text, Markdown and HTML are written from the same blocks, so that they say the same. */

static void
block_free (gpointer data)
{
  LampBlock *self = data;

  g_strfreev (self->cells);
  g_clear_pointer (&self->picture, lamp_picture_unref);
  g_free (self);
}

/**
 * lamp_document_new:
 *
 * Returns: (transfer full): an empty document; g_ptr_array_unref() frees it
 */
LampDocument *
lamp_document_new (void)
{
  return g_ptr_array_new_with_free_func (block_free);
}

static LampBlock *
append (LampDocument  *self,
        LampBlockKind  kind,
        GStrvBuilder  *cells)
{
  LampBlock *block = g_new0 (LampBlock, 1);

  block->kind = kind;
  block->cells = g_strv_builder_end (cells);
  block->n_cells = g_strv_length (block->cells);
  g_ptr_array_add (self, block);

  return block;
}

/**
 * lamp_document_add:
 * @self: a document
 * @kind: what to add
 * @...: its texts, ended by %NULL
 *
 * Adds a block.
 */
void
lamp_document_add (LampDocument  *self,
                   LampBlockKind  kind,
                   ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  const char *cell;
  va_list rest;

  va_start (rest, kind);
  while ((cell = va_arg (rest, const char *)) != NULL)
    g_strv_builder_add (cells, cell);
  va_end (rest);
  append (self, kind, cells);
}

/**
 * lamp_document_add_cells:
 * @self: a document
 * @kind: what to add
 * @cells: its texts, ended by %NULL
 *
 * Adds a block whose number of texts is not known before.
 */
void
lamp_document_add_cells (LampDocument       *self,
                         LampBlockKind       kind,
                         const char * const *cells)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) cells);
  append (self, kind, builder);
}

/**
 * lamp_document_add_heading:
 * @self: a document
 * @level: 1 to 3
 * @text: the heading
 *
 * Adds a heading.
 */
void
lamp_document_add_heading (LampDocument *self,
                           int           level,
                           const char   *text)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, text);
  append (self, LAMP_BLOCK_HEADING, cells)->level = level;
}

/**
 * lamp_document_add_fact:
 * @self: a document
 * @name: its name
 * @value: (nullable): what it is; nothing is added when it is absent or empty
 *
 * Adds a fact.
 */
void
lamp_document_add_fact (LampDocument *self,
                        const char   *name,
                        const char   *value)
{
  if (value != NULL && *value != '\0')
    lamp_document_add (self, LAMP_BLOCK_FACT, name, value, NULL);
}

/**
 * lamp_document_add_picture:
 * @self: a document
 * @title: what stands above it
 * @words: what it shows, in lines of text: for who does not see it, and for formats without pictures
 * @picture: the picture
 *
 * Adds a picture.
 */
void
lamp_document_add_picture (LampDocument *self,
                           const char   *title,
                           const char   *words,
                           LampPicture  *picture)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  LampBlock *block;

  g_strv_builder_add_many (cells, title, words, NULL);
  block = append (self, LAMP_BLOCK_PICTURE, cells);
  block->level = 2;
  block->picture = lamp_picture_ref (picture);
}

/**
 * lamp_document_get:
 * @self: a document
 * @index: the place of a block
 *
 * Returns: (transfer none): the block
 */
const LampBlock *
lamp_document_get (LampDocument *self,
                   guint         index)
{
  return self->pdata[index];
}

static gboolean
belong_together (LampDocument *self,
                 guint         first)
{
  LampBlockKind kind = lamp_document_get (self, first)->kind;
  LampBlockKind next = lamp_document_get (self, first + 1)->kind;

  return (kind == next && (kind == LAMP_BLOCK_FACT || kind == LAMP_BLOCK_POINT))
         || (next == LAMP_BLOCK_ROW && (kind == LAMP_BLOCK_COLUMNS || kind == LAMP_BLOCK_ROW));
}

/**
 * lamp_document_begins:
 * @self: a document
 * @index: the place of a block
 *
 * Returns: whether the block is the first of its list or table
 */
gboolean
lamp_document_begins (LampDocument *self,
                      guint         index)
{
  return index == 0 || !belong_together (self, index - 1);
}

/**
 * lamp_document_ends:
 * @self: a document
 * @index: the place of a block
 *
 * Returns: whether the block is the last of its list or table
 */
gboolean
lamp_document_ends (LampDocument *self,
                    guint         index)
{
  return index + 1 == self->len || !belong_together (self, index);
}
