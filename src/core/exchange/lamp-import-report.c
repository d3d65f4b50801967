/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-import.h"

#include <glib/gi18n-lib.h>

/**
 * lamp_import_report_free:
 * @self: (nullable): a report
 *
 * Frees a report.
 */
void
lamp_import_report_free (LampImportReport *self)
{
  if (self == NULL)
    return;
  g_free (self->per_type);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->backup);
  g_strfreev (self->notes);
  g_free (self);
}

static void
append_count (GString    *out,
              guint64     n,
              const char *format)
{
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  g_auto (GStrv) around = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  around = g_strsplit (format, "%s", 2);
  text = g_strjoinv (count, around);
  g_string_append (out, out->len > 0 ? ", " : "");
  g_string_append (out, text);
}

static void
append_problems (GString   *out,
                 GPtrArray *problems,
                 guint64    n)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const LampProblem *problem = problems->pdata[i];

      g_string_append_printf (out, "\n%s%s%s: %s", lamp_error_code_get_nick (problem->code),
                              *problem->pointer != '\0' ? " " : "", problem->pointer, problem->message);
    }
  if (n > problems->len)
    {
      g_autofree char *more = g_strdup_printf ("%" G_GUINT64_FORMAT, n - problems->len);

      g_string_append_c (out, '\n');
      /* Translators: %s is a number of problems that are not listed */
      g_string_append_printf (out, _("… and %s more"), more);
    }
}

/**
 * lamp_import_report_to_text:
 * @self: a report
 *
 * Says what an import did: a line of counts, then a line for each problem and each conflict, as
 * `code pointer: sentence`, then what was made of a foreign format.
 *
 * Returns: (transfer full): the text, without a line end after the last line
 */
char *
lamp_import_report_to_text (LampImportReport *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: these are joined: “3 added, 1 changed, 20 unchanged” */
  append_count (out, self->added, _("%s added"));
  append_count (out, self->changed, _("%s changed"));
  append_count (out, self->deleted, _("%s deleted"));
  append_count (out, self->unchanged, _("%s unchanged"));
  /* Translators: %s is a number of records that stay as they are, since they are newer than the imported ones */
  append_count (out, self->n_conflicts, _("%s in conflict"));
  append_count (out, self->n_problems, _("%s refused"));
  if (out->len == 0)
    g_string_append (out, _("nothing to import"));
  append_problems (out, self->problems, self->n_problems);
  append_problems (out, self->conflicts, self->n_conflicts);
  for (guint i = 0; self->notes != NULL && self->notes[i] != NULL; i++)
    g_string_append_printf (out, "\n%s", self->notes[i]);

  return g_string_free (out, FALSE);
}
