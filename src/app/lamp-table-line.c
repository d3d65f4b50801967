/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-csv-write.h"

struct _LampTableLine
{
  GObject parent_instance;

  LampTableLineKind kind;
  guint row;      /* 0 for the whole table */
  char *place;    /* (nullable): “Row 12” */
  char *column;   /* (nullable) */
  char *title;
  char *detail;   /* what stands under it */
  char *folded;   /* (nullable): all of it, to look for words in */
};

G_DEFINE_FINAL_TYPE (LampTableLine, lamp_table_line, G_TYPE_OBJECT)

static void
lamp_table_line_finalize (GObject *object)
{
  LampTableLine *self = LAMP_TABLE_LINE (object);

  g_free (self->place);
  g_free (self->column);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->folded);

  G_OBJECT_CLASS (lamp_table_line_parent_class)->finalize (object);
}

static void
lamp_table_line_class_init (LampTableLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_table_line_finalize;
}

static void
lamp_table_line_init (LampTableLine *self)
{
}

/**
 * lamp_table_line_new_row:
 * @row: a row, from 0
 *
 * Returns: (transfer full): a line that stands for a row and says nothing of it
 */
LampTableLine *
lamp_table_line_new_row (guint row)
{
  LampTableLine *self = g_object_new (LAMP_TYPE_TABLE_LINE, NULL);

  self->row = row;

  return self;
}

/**
 * lamp_table_line_get_row:
 * @self: a line
 *
 * Returns: the row that it is about
 */
guint
lamp_table_line_get_row (LampTableLine *self)
{
  return self->row;
}

/**
 * lamp_table_line_get_kind:
 * @self: a line
 *
 * Returns: what it tells
 */
LampTableLineKind
lamp_table_line_get_kind (LampTableLine *self)
{
  return self->kind;
}

/**
 * lamp_table_line_get_title:
 * @self: a line
 *
 * Returns: (transfer none): what names the record, or what is wrong
 */
const char *
lamp_table_line_get_title (LampTableLine *self)
{
  return self->title;
}

/**
 * lamp_table_line_get_detail:
 * @self: a line
 *
 * Returns: (transfer none): where it is, and what happens
 */
const char *
lamp_table_line_get_detail (LampTableLine *self)
{
  return self->detail;
}

/**
 * lamp_table_line_kind_get_label:
 * @kind: what lines tell
 *
 * Returns: (transfer none): it in words
 */
const char *
lamp_table_line_kind_get_label (LampTableLineKind kind)
{
  switch (kind)
    {
    case LAMP_TABLE_LINE_LEFT_OUT:
      return C_ ("import", "Rows left out");
    case LAMP_TABLE_LINE_PROBLEM:
      return C_ ("import", "Told");
    case LAMP_TABLE_LINE_ADDED:
      return C_ ("import", "Added");
    case LAMP_TABLE_LINE_CHANGED:
      return C_ ("import", "Changed");
    case LAMP_TABLE_LINE_UNCHANGED:
      return C_ ("import", "The same already");
    case LAMP_TABLE_LINE_REFUSED:
    default:
      return C_ ("import", "Refused");
    }
}

/**
 * lamp_table_line_kind_get_icon:
 * @kind: what lines tell
 *
 * Returns: (transfer none): the name of an icon for it
 */
const char *
lamp_table_line_kind_get_icon (LampTableLineKind kind)
{
  switch (kind)
    {
    case LAMP_TABLE_LINE_ADDED:
      return "list-add-symbolic";
    case LAMP_TABLE_LINE_CHANGED:
      return "document-edit-symbolic";
    case LAMP_TABLE_LINE_UNCHANGED:
      return "object-select-symbolic";
    case LAMP_TABLE_LINE_PROBLEM:
      return "dialog-information-symbolic";
    case LAMP_TABLE_LINE_LEFT_OUT:
    case LAMP_TABLE_LINE_REFUSED:
    default:
      return "dialog-warning-symbolic";
    }
}

static char *
fold (LampTableLine *self)
{
  g_autofree char *all = g_strconcat (self->title, " ", self->detail, NULL);

  return g_utf8_casefold (all, -1);
}

/**
 * lamp_table_line_matches:
 * @self: a line
 * @words: what a person looks for, casefolded
 *
 * Returns: whether it stands in the line
 */
gboolean
lamp_table_line_matches (LampTableLine *self,
                         const char    *words)
{
  if (self->folded == NULL)
    self->folded = fold (self);

  return strstr (self->folded, words) != NULL;
}

static char *
dup_place (guint row,
           guint last_row)
{
  if (row == 0)
    return g_strdup (_("The whole table"));
  if (last_row > row)
    // Translators: rows of a spreadsheet
    return g_strdup_printf (_("Rows %u to %u"), row, last_row);

  // Translators: a row of a spreadsheet
  return g_strdup_printf (_("Row %u"), row);
}

static LampTableLine *
line_for_problem (const LampTableProblem *problem)
{
  LampTableLine *self = lamp_table_line_new_row (problem->row);

  self->kind = problem->left_out ? LAMP_TABLE_LINE_LEFT_OUT : LAMP_TABLE_LINE_PROBLEM;
  self->place = dup_place (problem->row, problem->last_row);
  self->column = g_strdup (problem->column);
  self->title = g_strdup (problem->message);
  if (problem->column != NULL)
    // Translators: where in a table something is: “Row 12, column “Due””
    self->detail = g_strdup_printf (C_ ("table", "%s, column “%s”"), self->place, problem->column);
  else
    self->detail = g_strdup (self->place);

  return self;
}

static LampTableLine *
line_for_outcome (const LampTableOutcome *outcome)
{
  static const LampTableLineKind kinds[] = {
    [LAMP_TABLE_ADDED] = LAMP_TABLE_LINE_ADDED,
    [LAMP_TABLE_CHANGED] = LAMP_TABLE_LINE_CHANGED,
    [LAMP_TABLE_UNCHANGED] = LAMP_TABLE_LINE_UNCHANGED,
  };
  LampTableLine *self = lamp_table_line_new_row (outcome->row);
  const char *type = lamp_record_type_get_singular (outcome->type);
  const char *what;

  self->kind = kinds[outcome->fate];
  self->place = dup_place (outcome->row, outcome->row);
  self->title = g_strdup (outcome->title);
  what = outcome->changes != NULL ? outcome->changes : lamp_table_line_kind_get_label (self->kind);
  // Translators: where a record comes from, its kind, and what happens to it: “Row 12 · goal · Added”
  self->detail = g_strdup_printf (C_ ("table", "%s · %s · %s"), self->place, type, what);

  return self;
}

static LampTableLine *
line_for_refusal (const LampProblem *problem)
{
  LampTableLine *self = lamp_table_line_new_row (0);

  self->kind = LAMP_TABLE_LINE_REFUSED;
  self->title = g_strdup (problem->message);
  self->detail = g_strdup (problem->pointer);

  return self;
}

/**
 * lamp_table_lines_new:
 * @table: (nullable): what would become of a table
 * @report: (nullable): what an import says of it
 *
 * Returns: (transfer full) (element-type LampTableLine): all of it, what is wrong first
 */
GListModel *
lamp_table_lines_new (LampTableResult  *table,
                      LampImportReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (LAMP_TYPE_TABLE_LINE);

  for (guint i = 0; report != NULL && report->problems != NULL && i < report->problems->len; i++)
    g_ptr_array_add (lines, line_for_refusal (report->problems->pdata[i]));
  for (guint i = 0; table != NULL && i < table->problems->len; i++)
    g_ptr_array_add (lines, line_for_problem (table->problems->pdata[i]));
  for (guint i = 0; table != NULL && i < table->outcomes->len; i++)
    g_ptr_array_add (lines, line_for_outcome (table->outcomes->pdata[i]));
  g_list_store_splice (store, 0, 0, lines->pdata, lines->len);

  return G_LIST_MODEL (store);
}

/**
 * lamp_table_lines_to_csv:
 * @lines: (element-type LampTableLine): what has become of a table
 * @file: the name of the table
 *
 * Returns: (transfer full): the same as comma-separated values, to work through in a spreadsheet
 */
char *
lamp_table_lines_to_csv (GListModel *lines,
                         const char *file)
{
  GString *out = g_string_new (LAMP_CSV_MARK);
  const char *const header[] = { _("File"), _("Row"), _("Column"), _("What"), _("Title or reason"), NULL };

  lamp_csv_append_row (out, header);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (LampTableLine) line = g_list_model_get_item (lines, i);
      g_autofree char *row = line->row > 0 ? g_strdup_printf ("%u", line->row) : g_strdup ("");
      const char *const cells[] = { file, row, line->column != NULL ? line->column : "",
                                    lamp_table_line_kind_get_label (line->kind), line->title, NULL };

      lamp_csv_append_row (out, cells);
    }

  return g_string_free (out, FALSE);
}
