/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampPaperSize:
 * @LAMP_PAPER_A4: 210 × 297 mm
 * @LAMP_PAPER_LETTER: 8.5 × 11 in
 *
 * A sheet of paper.
 */
typedef enum
{
  LAMP_PAPER_A4 = 1,
  LAMP_PAPER_LETTER,
} LampPaperSize;

/**
 * LampPaperSetup:
 * @width: of a page, in points of 1/72 inch
 * @height: of a page, in points
 * @margin: on each side, in points
 * @is_mirrored: whether tables and lists begin at the right: for languages written from right to left
 * @poster_columns: on how many pages beside each other a picture is; 0 or 1: on one
 * @poster_rows: on how many below each other
 * @poster_pages: on how many in all, put together in the way that shows it largest; 0: as columns and rows say
 *
 * What is written on.
 */
typedef struct
{
  double width;
  double height;
  double margin;
  gboolean is_mirrored;
  guint poster_columns;
  guint poster_rows;
  guint poster_pages;
} LampPaperSetup;

gboolean      lamp_paper_size_parse     (const char     *word,
                                         LampPaperSize  *size);
LampPaperSize lamp_paper_size_get_usual (void);
void          lamp_paper_setup_init     (LampPaperSetup *self,
                                         LampPaperSize   size);
void          lamp_paper_setup_turn     (LampPaperSetup *self);

G_END_DECLS
