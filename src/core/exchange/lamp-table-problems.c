/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is wrong with a table as it came out of a spreadsheet, whoever asks for its cells. */

static void
problem_free (gpointer data)
{
  LampTableProblem *self = data;

  g_free (self->column);
  g_free (self->message);
  g_free (self);
}

GPtrArray *
lamp_table_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

/**
 * lamp_table_problem_dup_place:
 * @self: a problem
 *
 * Returns: (transfer full): where it is, such as "row 12" or "rows 28 to 896"; "" for the whole table
 */
char *
lamp_table_problem_dup_place (const LampTableProblem *self)
{
  if (self->row == 0)
    return g_strdup ("");
  if (self->last_row > self->row)
    // Translators: rows of a spreadsheet
    return g_strdup_printf (_ ("rows %u to %u"), self->row, self->last_row);

  // Translators: a row of a spreadsheet
  return g_strdup_printf (_ ("row %u"), self->row);
}

/* Takes @message over. */
void
lamp_table_tell (LampTableResult *self,
                 guint            number,
                 gboolean         left_out,
                 char            *message)
{
  LampTableProblem *problem = g_new0 (LampTableProblem, 1);

  problem->row = number;
  problem->last_row = number;
  problem->left_out = left_out;
  problem->message = message;
  self->n_left_out += left_out ? 1 : 0;
  g_ptr_array_add (self->problems, problem);
}

/* The same for a row that is taken without what one of its columns says. */
void
lamp_table_tell_in (LampTableResult *self,
                    guint            number,
                    const char      *column,
                    char            *message)
{
  LampTableProblem *problem;

  lamp_table_tell (self, number, FALSE, message);
  problem = g_ptr_array_index (self->problems, self->problems->len - 1);
  problem->column = g_strdup (column);
}

static void
tell_of_header (LampTableResult *self,
                LampCsv         *csv)
{
  guint number = lamp_csv_get_header_number (csv);

  for (guint i = 0; i < lamp_csv_get_n_columns (csv); i++)
    {
      const char *name = lamp_csv_get_header (csv, i);

      if (*name == '\0')
        lamp_table_tell (self, number, FALSE, g_strdup_printf (_ ("Column %u has no name: it is left out."), i + 1));
      else if (lamp_csv_find_column (csv, name) != (int) i)
        lamp_table_tell_in (self, number, name,
                            g_strdup_printf (_ ("“%s” names two columns: the first of them is taken."), name));
    }
  if (lamp_csv_get_open_quote (csv) > 0)
    lamp_table_tell (self, lamp_csv_get_open_quote (csv), FALSE,
                     g_strdup (_ ("A quotation mark is opened and never closed: all that follows it is one cell.")));
}

/* Formulas whose values were lost on the way out of a spreadsheet, whether or not the map asks for them. */
static void
tell_of_formulas (LampTableResult *self,
                  LampCsv         *csv,
                  guint            row)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  const char *first = NULL;
  guint n_cells = MIN (lamp_csv_get_n_cells (csv, row), lamp_csv_get_n_columns (csv));

  for (guint i = 0; i < n_cells; i++)
    if (*lamp_csv_get_cell (csv, row, (int) i) == '=')
      {
        first = first != NULL ? first : lamp_csv_get_header (csv, i);
        g_string_append_printf (columns, "%s“%s”", columns->len > 0 ? ", " : "", lamp_csv_get_header (csv, i));
      }
  if (columns->len > 0)
    lamp_table_tell_in (self, lamp_csv_get_number (csv, row), first,
                        g_strdup_printf (_ ("A formula instead of a value in %s: left out."), columns->str));
}

static void
tell_of_shape (LampTableResult *self,
               LampCsv         *csv,
               guint            row)
{
  guint n_cells = lamp_csv_get_n_cells (csv, row);
  guint n_columns = lamp_csv_get_n_columns (csv);

  if (n_cells != n_columns)
    lamp_table_tell (self, lamp_csv_get_number (csv, row), FALSE,
                     g_strdup_printf (_ ("The row has %u cells where the header has %u."), n_cells, n_columns));
  tell_of_formulas (self, csv, row);
}

static void
tell_of_headings (LampTableResult *self,
                  LampCsv         *csv)
{
  LampTableProblem *problem;

  if (lamp_csv_get_header_number (csv) <= 1)
    return;
  lamp_table_tell (self, 1, FALSE, g_strdup (_ ("Over the row that names the columns: passed over.")));
  problem = g_ptr_array_index (self->problems, self->problems->len - 1);
  problem->last_row = lamp_csv_get_header_number (csv) - 1;
}

static void
tell_of_blank_rows (LampTableResult *self,
                    LampCsv         *csv)
{
  guint next = lamp_csv_get_header_number (csv) + 1;

  for (guint row = 0; row <= lamp_csv_get_n_rows (csv); row++)
    {
      guint number
          = row < lamp_csv_get_n_rows (csv) ? lamp_csv_get_number (csv, row) : lamp_csv_get_n_numbers (csv) + 1;

      if (number > next)
        {
          LampTableProblem *problem;

          lamp_table_tell (self, next, FALSE, g_strdup (_ ("Blank: passed over.")));
          problem = g_ptr_array_index (self->problems, self->problems->len - 1);
          problem->last_row = number - 1;
        }
      next = number + 1;
    }
}

/* Every defect of the table itself, with its row. */
void
lamp_table_tell_of_defects (LampTableResult *self,
                            LampCsv         *csv)
{
  tell_of_headings (self, csv);
  tell_of_header (self, csv);
  tell_of_blank_rows (self, csv);
  for (guint row = 0; row < lamp_csv_get_n_rows (csv); row++)
    tell_of_shape (self, csv, row);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LampTableProblem *one = *(LampTableProblem *const *) a;
  const LampTableProblem *two = *(LampTableProblem *const *) b;

  return one->row < two->row ? -1 : one->row > two->row;
}

/* Says once what holds for many rows one after another. */
void
lamp_table_join_runs (GPtrArray *problems)
{
  guint kept = 0;

  g_ptr_array_sort (problems, compare_places);
  for (guint i = 0; i < problems->len; i++)
    {
      LampTableProblem *problem = problems->pdata[i];
      LampTableProblem *last = kept > 0 ? problems->pdata[kept - 1] : NULL;

      if (last != NULL && !problem->left_out && last->last_row + 1 == problem->row
          && strcmp (last->message, problem->message) == 0)
        last->last_row = problem->last_row;
      else
        {
          problems->pdata[i] = problems->pdata[kept];
          problems->pdata[kept++] = problem;
        }
    }
  g_ptr_array_set_size (problems, (int) kept);
}
