/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-size.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <stdint.h>

#define POINTS_PER_MM (72 / 25.4)
#define MARGIN_MM 20

static const struct
{
  LampPaperSize size;
  const char *word;
  double width;
  double height;
} sizes[] = {
  { LAMP_PAPER_A4, "a4", 210 * POINTS_PER_MM, 297 * POINTS_PER_MM },
  { LAMP_PAPER_LETTER, "letter", 612, 792 },
};

/**
 * lamp_paper_size_parse:
 * @word: (nullable): "a4" or "letter", in whatever case
 * @size: (out): the size
 *
 * Returns: whether there is such a paper
 */
gboolean
lamp_paper_size_parse (const char    *word,
                       LampPaperSize *size)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (sizes[i].word, word) == 0)
      {
        *size = sizes[i].size;
        return TRUE;
      }

  return FALSE;
}

/**
 * lamp_paper_size_get_usual:
 *
 * Returns: the paper that is usual where the person is, by `LC_PAPER`
 */
LampPaperSize
lamp_paper_size_get_usual (void)
{
#ifdef _NL_PAPER_HEIGHT
  /* The C library hands numbers out as if they were pointers. */
  if ((int) (intptr_t) nl_langinfo (_NL_PAPER_HEIGHT) == 279)
    return LAMP_PAPER_LETTER;
#endif

  return LAMP_PAPER_A4;
}

/**
 * lamp_paper_setup_init:
 * @self: (out): a setup
 * @size: the paper
 *
 * Makes the setup for an upright sheet in the person's language.
 */
void
lamp_paper_setup_init (LampPaperSetup *self,
                       LampPaperSize   size)
{
  const guint i = size == LAMP_PAPER_LETTER ? 1 : 0;

  self->width = sizes[i].width;
  self->height = sizes[i].height;
  self->margin = MARGIN_MM * POINTS_PER_MM;
  self->poster_columns = self->poster_rows = 1;
  self->poster_pages = 0;
  /* Translators: ltr, or rtl where the language is written from right to left */
  self->is_mirrored = g_str_equal (C_("text direction", "ltr"), "rtl");
}

/**
 * lamp_paper_setup_turn:
 * @self: a setup
 *
 * Lays the sheet on its side, or stands it up again.
 */
void
lamp_paper_setup_turn (LampPaperSetup *self)
{
  double width = self->width;

  self->width = self->height;
  self->height = width;
}
