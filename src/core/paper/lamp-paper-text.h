/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "lamp-report-document.h"

G_BEGIN_DECLS

/**
 * LampPaperStyle:
 * @LAMP_PAPER_TITLE: the heading of the document
 * @LAMP_PAPER_SECTION: a heading of level 2
 * @LAMP_PAPER_PART: a heading of level 3
 * @LAMP_PAPER_BODY: running text
 * @LAMP_PAPER_NAME: the name of a fact
 * @LAMP_PAPER_CELL: in a table
 * @LAMP_PAPER_HEAD: above a column
 * @LAMP_PAPER_NODE: what a box in a drawing is called
 * @LAMP_PAPER_NODE_NOTE: what else it says
 * @LAMP_PAPER_NOTE: at the head and foot of a page
 *
 * How a text looks. (Private to core/paper.)
 */
typedef enum
{
  LAMP_PAPER_TITLE,
  LAMP_PAPER_SECTION,
  LAMP_PAPER_PART,
  LAMP_PAPER_BODY,
  LAMP_PAPER_NAME,
  LAMP_PAPER_CELL,
  LAMP_PAPER_HEAD,
  LAMP_PAPER_NODE,
  LAMP_PAPER_NODE_NOTE,
  LAMP_PAPER_NOTE,
} LampPaperStyle;

/**
 * LampPaperLink:
 * @start: its first byte in the text
 * @end: the byte after its last
 *
 * An address within a text. (Private to core/paper.)
 */
typedef struct
{
  guint start;
  guint end;
} LampPaperLink;

PangoContext *lamp_paper_context_new   (gboolean        is_mirrored);
PangoLayout  *lamp_paper_layout_new    (PangoContext   *context,
                                        LampPaperStyle  style,
                                        const char     *text);
void          lamp_paper_layout_align  (PangoLayout    *layout,
                                        gboolean        at_end);
void          lamp_paper_show_line     (cairo_t        *cr,
                                        PangoLayoutIter *iter,
                                        double          x,
                                        double          top);
void          lamp_paper_show_layout   (cairo_t        *cr,
                                        PangoLayout    *layout,
                                        double          x,
                                        double          top);
GArray       *lamp_paper_find_links    (const char     *text);
char         *lamp_paper_dup_line      (const char     *text);

G_END_DECLS
