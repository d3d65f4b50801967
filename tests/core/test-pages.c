/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "lamp-pages.h"

/* Documents on pages, read again by Poppler where it is installed. */

#define MADE_AT "2026-11-22T10:00:00.000Z"

static GBytes *
to_pdf (LampPages *pages)
{
  LampPagesInfo info = { .author = "Riverside", .language = "en", .made_at = MADE_AT };
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  g_assert_true (lamp_pages_finish (pages, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  pdf = lamp_pages_to_pdf (pages, &info, NULL, &error);
  g_assert_no_error (error);

  return pdf;
}

static LampPages *
lay_out (LampDocument *document)
{
  LampPaperSetup setup;
  LampPages *pages;

  lamp_paper_setup_init (&setup, LAMP_PAPER_A4);
  pages = lamp_pages_new (document, &setup, "22 Nov 2026");
  g_assert_true (lamp_pages_finish (pages, NULL, NULL, NULL, NULL));

  return pages;
}

/* What a tool says of a PDF, or NULL when there is no such tool. */
static char *
ask (GBytes     *pdf,
     const char *tool,
     const char *option)
{
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *path = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *said;
  int fd;

  if (program == NULL)
    {
      g_test_skip ("poppler-utils are not installed");
      return NULL;
    }
  fd = g_file_open_tmp ("lamp-pages-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, program, option,
                              path, strcmp (tool, "pdftotext") == 0 ? "-" : NULL, NULL);
  g_assert_no_error (error);
  {
    g_autofree char *complaint = NULL;

    g_subprocess_communicate_utf8 (process, NULL, NULL, &said, &complaint, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (complaint, ==, "");
  }
  g_unlink (path);

  return said;
}

static void
assert_in_order (const char *text,
                 const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *at = strstr (text, parts[i]);

      if (at == NULL)
        g_test_message ("“%s” is not in what follows:\n%s", parts[i], text);
      g_assert_nonnull (at);
      text = at + strlen (parts[i]);
    }
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

/* How many pixels of a page are not white, margins left out. */
static guint
count_ink (LampPages *pages,
           guint      page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint ink = 0;

  lamp_pages_get_size (pages, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lamp_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (int y = 50; y < (int) height - 50; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer)
        (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < (int) width; x++)
        ink += (row[x] & 0xffffff) != 0xffffff;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return ink;
}

static void
assert_no_page_is_empty (LampPages *pages)
{
  for (guint i = 0; i < lamp_pages_get_n (pages); i++)
    g_assert_cmpuint (count_ink (pages, i), >, 50);
}

static LampDocument *
make_table (guint n_rows)
{
  LampDocument *document = lamp_document_new ();

  lamp_document_add_heading (document, 1, "A long table");
  lamp_document_add (document, LAMP_BLOCK_COLUMNS, "Number", "What it is", NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *what = g_strdup_printf ("Row number %u of this table", i + 1);

      lamp_document_add (document, LAMP_BLOCK_ROW, number, what, NULL);
    }

  return document;
}

static void
the_text_of_a_pdf_is_in_order_and_tagged (void)
{
  static const char * const tags[] = { "Document", "H1", "Minutes: Tom & <b>Jerry</b>", "L (", "LI", "Lbl", "When",
                                       "LBody", "Tuesday", "H2", "Items", "P (", "What was said", "Table", "TR", "TH",
                                       "What", "TH", "Who", "TR", "TD", "Call", "TD", "Ana", NULL };
  static const char * const words[] = { "Minutes: Tom & <b>Jerry</b>", "When", "Tuesday", "Items", "What was said",
                                        "What", "Who", "Call", "Ana", "22 Nov 2026", "1", NULL };
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (LampPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;

  lamp_document_add_heading (document, 1, "Minutes: Tom & <b>Jerry</b>");
  lamp_document_add (document, LAMP_BLOCK_FACT, "When", "Tuesday", NULL);
  lamp_document_add_heading (document, 2, "Items");
  lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, "What was said", NULL);
  lamp_document_add (document, LAMP_BLOCK_COLUMNS, "What", "Who", NULL);
  lamp_document_add (document, LAMP_BLOCK_ROW, "Call the library", "Ana", NULL);
  pages = lay_out (document);
  pdf = to_pdf (pages);
  structure = ask (pdf, "pdfinfo", "-struct-text");
  text = ask (pdf, "pdftotext", "-layout");
  info = ask (pdf, "pdfinfo", "-isodates");
  if (structure == NULL || text == NULL || info == NULL)
    return;
  assert_in_order (structure, tags);
  g_assert_null (strstr (structure, "22 Nov 2026"));
  assert_in_order (text, words);
  assert_in_order (info, (const char *const[]) { "Title:", "Minutes: Tom & <b>Jerry</b>", "Author:", "Riverside",
                                                 "CreationDate:", "2026-11-22T10:00:00", "Tagged:", "yes", NULL });
}

static void
a_pdf_says_its_language_and_stays_readable (void)
{
  g_autoptr (GPtrArray) document = make_table (3);
  g_autoptr (LampPages) pages = lay_out (document);
  g_autoptr (GBytes) pdf = to_pdf (pages);
  g_autofree char *info = ask (pdf, "pdfinfo", "-rawdates");
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);

  if (info != NULL)
    g_assert_nonnull (strstr (info, "20261122100000"));
  g_assert_nonnull (g_strstr_len (bytes + size - 1024, 1024, "/Lang (en)"));
  g_assert_nonnull (g_strstr_len (bytes + size - 1024, 1024, "/DisplayDocTitle true"));
  g_assert_cmpmem (bytes + size - 6, 6, "%%EOF\n", 6);
}

static void
the_same_document_is_the_same_file (void)
{
  g_autoptr (GPtrArray) document = make_table (80);
  g_autoptr (LampPages) one = lay_out (document);
  g_autoptr (LampPages) other = lay_out (document);
  g_autoptr (GBytes) one_pdf = to_pdf (one);
  g_autoptr (GBytes) other_pdf = to_pdf (other);
  g_autoptr (GBytes) again = to_pdf (one);

  g_assert_true (g_bytes_equal (one_pdf, other_pdf));
  g_assert_true (g_bytes_equal (one_pdf, again));
}

static void
a_table_longer_than_a_page_repeats_its_head (void)
{
  g_autoptr (GPtrArray) document = make_table (200);
  g_autoptr (LampPages) pages = lay_out (document);
  g_autoptr (GBytes) pdf = to_pdf (pages);
  g_autofree char *text = ask (pdf, "pdftotext", "-layout");
  g_autofree char *structure = ask (pdf, "pdfinfo", "-struct-text");

  g_assert_cmpuint (lamp_pages_get_n (pages), >, 3);
  assert_no_page_is_empty (pages);
  if (text == NULL || structure == NULL)
    return;
  g_assert_cmpuint (count (text, "What it is"), ==, lamp_pages_get_n (pages));
  g_assert_cmpuint (count (text, "A long table"), ==, lamp_pages_get_n (pages));
  g_assert_cmpuint (count (structure, "What it is"), ==, 1);
  g_assert_cmpuint (count (structure, "Table ("), ==, 1);
  g_assert_cmpuint (count (structure, "Row number"), ==, 200);
}

static void
no_row_is_alone_with_the_head_of_its_table (void)
{
  for (guint n = 1; n < 120; n += 7)
    {
      g_autoptr (GPtrArray) document = make_table (n);
      g_autoptr (LampPages) pages = lay_out (document);
      guint n_pages = lamp_pages_get_n (pages);

      /* A head and a row are about 900 pixels of ink; two rows are more. */
      g_assert_cmpuint (count_ink (pages, n_pages - 1), >, n > 1 ? 1500 : 500);
    }
}

static void
a_heading_is_never_the_last_of_a_page (void)
{
  guint n_headings = 0;

  for (guint lines = 38; lines < 50; lines++)
    {
      g_autoptr (GPtrArray) document = lamp_document_new ();
      g_autoptr (LampPages) pages = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) split = NULL;

      lamp_document_add_heading (document, 1, "Title");
      for (guint i = 0; i < lines; i++)
        lamp_document_add (document, LAMP_BLOCK_POINT, "A point", NULL);
      lamp_document_add_heading (document, 2, "HEADING");
      lamp_document_add_heading (document, 3, "SMALLER");
      lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, "FOLLOWS", NULL);
      pages = lay_out (document);
      pdf = to_pdf (pages);
      text = ask (pdf, "pdftotext", "-raw");
      if (text == NULL)
        return;
      split = g_strsplit (text, "\f", -1);
      for (guint i = 0; split[i] != NULL; i++)
        if (strstr (split[i], "HEADING") != NULL)
          {
            assert_in_order (split[i], (const char *const[]) { "HEADING", "SMALLER", "FOLLOWS", NULL });
            n_headings++;
          }
    }
  g_assert_cmpuint (n_headings, ==, 12);
}

static void
five_hundred_items_fill_pages_and_none_is_lost (void)
{
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (LampPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  lamp_document_add_heading (document, 1, "Agenda");
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *heading = g_strdup_printf ("%u. Item", i + 1);

      lamp_document_add_heading (document, 3, heading);
      lamp_document_add (document, LAMP_BLOCK_FACT, "Why", "Because it matters", NULL);
      lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, "First.\n\nSecond.", NULL);
    }
  pages = lay_out (document);
  assert_no_page_is_empty (pages);
  pdf = to_pdf (pages);
  text = ask (pdf, "pdftotext", "-raw");
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, ". Item"), ==, 500);
  g_assert_cmpuint (count (text, "Second."), ==, 500);
  g_assert_nonnull (strstr (text, "500. Item"));
}

/* A text longer than pages goes on line by line; all of its words arrive, in order. */
static void
a_text_longer_than_pages_is_broken_between_lines (gconstpointer data)
{
  LampBlockKind kind = (LampBlockKind) GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (LampPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *structure = NULL;
  guint n = 0;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (words, "word%u ", i);
  lamp_document_add_heading (document, 1, "Long");
  if (kind == LAMP_BLOCK_ROW)
    lamp_document_add (document, LAMP_BLOCK_COLUMNS, "Side", "Text", NULL);
  if (kind == LAMP_BLOCK_PARAGRAPH || kind == LAMP_BLOCK_POINT)
    lamp_document_add (document, kind, words->str, NULL);
  else
    lamp_document_add (document, kind, "Side note", words->str, NULL);
  pages = lay_out (document);
  g_assert_cmpuint (lamp_pages_get_n (pages), >, 2);
  assert_no_page_is_empty (pages);
  pdf = to_pdf (pages);
  structure = ask (pdf, "pdfinfo", "-struct-text");
  for (const char *at = structure; at != NULL && (at = strstr (at, "word")) != NULL; at++)
    g_assert_cmpuint (g_ascii_strtoull (at + 4, NULL, 10), ==, n++);
  if (structure != NULL)
    g_assert_cmpuint (n, ==, 4000);
}

static void
a_word_that_is_wider_than_its_column_is_broken (void)
{
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (LampPages) pages = NULL;
  g_autofree char *word = g_strnfill (3000, 'w');

  lamp_document_add_heading (document, 1, word);
  lamp_document_add (document, LAMP_BLOCK_FACT, word, word, NULL);
  lamp_document_add (document, LAMP_BLOCK_COLUMNS, word, "B", "C", "D", NULL);
  lamp_document_add (document, LAMP_BLOCK_ROW, word, word, word, word, NULL);
  lamp_document_add (document, LAMP_BLOCK_ROW, "", "", "", "", NULL);
  pages = lay_out (document);
  assert_no_page_is_empty (pages);
  g_assert_cmpuint (lamp_pages_get_n (pages), <, 40);
}

static void
text_from_right_to_left_is_kept_whole (void)
{
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (LampPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  lamp_document_add_heading (document, 1, "جدول الأعمال");
  lamp_document_add (document, LAMP_BLOCK_FACT, "מתי", "יום שלישי 7:41", NULL);
  lamp_document_add (document, LAMP_BLOCK_COLUMNS, "מה", "מי", NULL);
  lamp_document_add (document, LAMP_BLOCK_ROW, "שיחה", "Ana", NULL);
  pages = lay_out (document);
  assert_no_page_is_empty (pages);
  pdf = to_pdf (pages);
  text = ask (pdf, "pdfinfo", "-struct-text");
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Ana"));
  g_assert_nonnull (strstr (text, "7:41"));
}

/* The same ink, on the other side. */
static void
a_mirrored_page_begins_on_the_right (void)
{
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (LampPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  LampPaperSetup setup;

  lamp_document_add_heading (document, 1, "Title");
  lamp_document_add (document, LAMP_BLOCK_COLUMNS, "FIRST", "SECOND", NULL);
  lamp_document_add (document, LAMP_BLOCK_ROW, "one", "two", NULL);
  lamp_paper_setup_init (&setup, LAMP_PAPER_LETTER);
  setup.is_mirrored = TRUE;
  pages = lamp_pages_new (document, &setup, NULL);
  pdf = to_pdf (pages);
  text = ask (pdf, "pdftotext", "-layout");
  if (text != NULL)
    assert_in_order (text, (const char *const[]) { "SECOND", "FIRST", "two", "one", NULL });
}

static void
an_address_in_a_text_leads_there (void)
{
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (LampPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *urls = NULL;
  g_autofree char *structure = NULL;

  lamp_document_add_heading (document, 1, "Links");
  lamp_document_add (document, LAMP_BLOCK_PARAGRAPH,
                     "See https://example.org/a?b=1. Not:this, nor http://, nor xhttps://no.example 'https://q.example/x'y",
                     NULL);
  pages = lay_out (document);
  pdf = to_pdf (pages);
  urls = ask (pdf, "pdfinfo", "-url");
  structure = ask (pdf, "pdfinfo", "-struct");
  if (urls == NULL || structure == NULL)
    return;
  g_assert_nonnull (strstr (urls, " https://example.org/a?b=1\n"));
  g_assert_nonnull (strstr (urls, " https://q.example/x\n"));
  g_assert_null (strstr (urls, "no.example"));
  g_assert_cmpuint (count (urls, "http"), ==, 2);
  g_assert_cmpuint (count (structure, "Link"), ==, 2);
}

static void
letter_is_wider_and_shorter_than_a4 (void)
{
  LampPaperSetup a4, letter;
  LampPaperSize size;

  lamp_paper_setup_init (&a4, LAMP_PAPER_A4);
  lamp_paper_setup_init (&letter, LAMP_PAPER_LETTER);
  g_assert_cmpfloat_with_epsilon (a4.width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (a4.height, 841.89, 0.01);
  g_assert_cmpfloat (letter.width, ==, 612);
  g_assert_cmpfloat (letter.height, ==, 792);
  g_assert_true (lamp_paper_size_parse ("Letter", &size));
  g_assert_cmpint (size, ==, LAMP_PAPER_LETTER);
  g_assert_false (lamp_paper_size_parse ("a5", &size));
  g_assert_false (lamp_paper_size_parse (NULL, &size));
}

static void
the_work_can_be_done_in_steps_and_stopped (void)
{
  g_autoptr (GPtrArray) document = make_table (300);
  g_autoptr (LampPages) pages = NULL;
  g_autoptr (LampPages) whole = lay_out (document);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LampPaperSetup setup;
  double done = 0;
  guint n = 0;

  lamp_paper_setup_init (&setup, LAMP_PAPER_A4);
  pages = lamp_pages_new (document, &setup, NULL);
  while (!lamp_pages_step (pages, 5))
    {
      g_assert_cmpfloat (lamp_pages_get_done (pages), >=, done);
      done = lamp_pages_get_done (pages);
      n++;
    }
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpfloat (lamp_pages_get_done (pages), ==, 1);
  g_assert_cmpuint (lamp_pages_get_n (pages), ==, lamp_pages_get_n (whole));
  g_cancellable_cancel (cancellable);
  g_assert_false (lamp_pages_finish (pages, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
a_title_alone_is_one_page (void)
{
  g_autoptr (GPtrArray) document = lamp_document_new ();
  g_autoptr (LampPages) pages = NULL;

  lamp_document_add_heading (document, 1, "Agenda: nothing yet");
  pages = lay_out (document);
  g_assert_cmpuint (lamp_pages_get_n (pages), ==, 1);
  assert_no_page_is_empty (pages);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; LampBlockKind kind; } longs[] = {
    { "/pages/a_long_paragraph_is_broken_between_lines", LAMP_BLOCK_PARAGRAPH },
    { "/pages/a_long_point_is_broken_between_lines", LAMP_BLOCK_POINT },
    { "/pages/a_long_fact_is_broken_between_lines", LAMP_BLOCK_FACT },
    { "/pages/a_long_row_is_broken_between_lines", LAMP_BLOCK_ROW },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (longs); i++)
    g_test_add_data_func (longs[i].name, GINT_TO_POINTER (longs[i].kind), a_text_longer_than_pages_is_broken_between_lines);

#define ADD(test) g_test_add_func ("/pages/" #test, test)
  ADD (the_text_of_a_pdf_is_in_order_and_tagged);
  ADD (a_pdf_says_its_language_and_stays_readable);
  ADD (the_same_document_is_the_same_file);
  ADD (a_table_longer_than_a_page_repeats_its_head);
  ADD (no_row_is_alone_with_the_head_of_its_table);
  ADD (a_heading_is_never_the_last_of_a_page);
  ADD (five_hundred_items_fill_pages_and_none_is_lost);
  ADD (a_word_that_is_wider_than_its_column_is_broken);
  ADD (text_from_right_to_left_is_kept_whole);
  ADD (a_mirrored_page_begins_on_the_right);
  ADD (an_address_in_a_text_leads_there);
  ADD (letter_is_wider_and_shorter_than_a4);
  ADD (the_work_can_be_done_in_steps_and_stopped);
  ADD (a_title_alone_is_one_page);
#undef ADD

  return g_test_run ();
}
