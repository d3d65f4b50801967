/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-picture.h"

G_BEGIN_DECLS

/**
 * LampBlockKind:
 * @LAMP_BLOCK_HEADING: a heading; its level is 1 to 3
 * @LAMP_BLOCK_PARAGRAPH: lines of text; an empty line begins another paragraph
 * @LAMP_BLOCK_FACT: a name and what it is; facts in a row form a list
 * @LAMP_BLOCK_POINT: an entry of a list; points in a row form the list
 * @LAMP_BLOCK_COLUMNS: begins a table: the names of its columns
 * @LAMP_BLOCK_ROW: a row of the table before it: as many cells as it has columns
 * @LAMP_BLOCK_PICTURE: a picture under its own title, and what it shows in words
 *
 * What a document is made of.
 */
typedef enum
{
  LAMP_BLOCK_HEADING = 1,
  LAMP_BLOCK_PARAGRAPH,
  LAMP_BLOCK_FACT,
  LAMP_BLOCK_POINT,
  LAMP_BLOCK_COLUMNS,
  LAMP_BLOCK_ROW,
  LAMP_BLOCK_PICTURE,
} LampBlockKind;

/**
 * LampBlock:
 * @kind: what it is
 * @level: of a heading
 * @cells: (array length=n_cells): its texts: one, for a fact two, for a table as many as columns
 * @n_cells: how many
 * @picture: (nullable): of a picture
 *
 * A part of a document.
 */
typedef struct
{
  LampBlockKind kind;
  int level;
  char **cells;
  guint n_cells;
  LampPicture *picture;
} LampBlock;

/* A document, from its first block to its last; the first is the heading of level 1. */
typedef GPtrArray LampDocument;

LampDocument *lamp_document_new           (void);
void          lamp_document_add           (LampDocument       *self,
                                           LampBlockKind       kind,
                                           ...) G_GNUC_NULL_TERMINATED;
void          lamp_document_add_cells     (LampDocument       *self,
                                           LampBlockKind       kind,
                                           const char * const *cells);
void          lamp_document_add_heading   (LampDocument       *self,
                                           int                 level,
                                           const char         *text);
void          lamp_document_add_fact      (LampDocument       *self,
                                           const char         *name,
                                           const char         *value);
void          lamp_document_add_picture   (LampDocument       *self,
                                           const char         *title,
                                           const char         *words,
                                           LampPicture        *picture);
const LampBlock *lamp_document_get        (LampDocument       *self,
                                           guint               index);
gboolean      lamp_document_begins        (LampDocument       *self,
                                           guint               index);
gboolean      lamp_document_ends          (LampDocument       *self,
                                           guint               index);

char         *lamp_document_to_text       (LampDocument       *self);
char         *lamp_document_to_markdown   (LampDocument       *self);
char         *lamp_document_to_html       (LampDocument       *self);

G_END_DECLS
