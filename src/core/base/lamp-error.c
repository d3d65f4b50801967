/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-error.h"

#include <stdarg.h>

G_DEFINE_QUARK (lamp-error-quark, lamp_error)

static const char * const nicks[] = {
  [LAMP_ERROR_UTF8] = "utf8",
  [LAMP_ERROR_JSON] = "json",
  [LAMP_ERROR_DUPLICATE_MEMBER] = "duplicate-member",
  [LAMP_ERROR_DEPTH] = "depth",
  [LAMP_ERROR_NUMBER] = "number",
  [LAMP_ERROR_FORMAT] = "format",
  [LAMP_ERROR_VERSION] = "version",
  [LAMP_ERROR_UNKNOWN_TYPE] = "unknown-type",
  [LAMP_ERROR_REQUIRED] = "required",
  [LAMP_ERROR_TYPE] = "type",
  [LAMP_ERROR_ENUM] = "enum",
  [LAMP_ERROR_RANGE] = "range",
  [LAMP_ERROR_DATE] = "date",
  [LAMP_ERROR_ID] = "id",
  [LAMP_ERROR_DUPLICATE_ID] = "duplicate-id",
  [LAMP_ERROR_REFERENCE] = "reference",
  [LAMP_ERROR_CYCLE] = "cycle",
  [LAMP_ERROR_TOO_LONG] = "too-long",
  [LAMP_ERROR_TOO_LARGE] = "too-large",
  [LAMP_ERROR_RULE] = "rule",
  [LAMP_ERROR_REFUSED] = "refused",
  [LAMP_ERROR_CONFLICT] = "conflict",
  [LAMP_ERROR_NOTHING] = "nothing",
  [LAMP_ERROR_NOT_FOUND] = "not-found",
  [LAMP_ERROR_NEWER_FILE] = "newer-file",
  [LAMP_ERROR_NOT_OURS] = "not-ours",
  [LAMP_ERROR_CORRUPT] = "corrupt",
  [LAMP_ERROR_BUSY] = "busy",
  [LAMP_ERROR_FULL] = "full",
  [LAMP_ERROR_IO] = "io",
  [LAMP_ERROR_USAGE] = "usage",
};

/**
 * lamp_error_code_get_nick:
 * @code: a code
 *
 * Gets the stable, untranslated name of a code, such as "duplicate-id".
 *
 * Returns: (transfer none): the name
 */
const char *
lamp_error_code_get_nick (LampErrorCode code)
{
  g_return_val_if_fail (code > 0 && code < G_N_ELEMENTS (nicks), "io");

  return nicks[code];
}

/**
 * lamp_problem_new:
 * @code: what rule was broken
 * @pointer: (nullable): a JSON Pointer; %NULL stands for the whole document
 * @format: a translated printf() format for one sentence
 * @...: its arguments
 *
 * Makes a problem.
 *
 * Returns: (transfer full): the problem
 */
LampProblem *
lamp_problem_new (LampErrorCode  code,
                  const char    *pointer,
                  const char    *format,
                  ...)
{
  LampProblem *self = g_new0 (LampProblem, 1);
  va_list args;

  self->code = code;
  self->pointer = g_strdup (pointer != NULL ? pointer : "");
  va_start (args, format);
  self->message = g_strdup_vprintf (format, args);
  va_end (args);

  return self;
}

/**
 * lamp_problem_copy:
 * @self: a problem
 *
 * Returns: (transfer full): a copy
 */
LampProblem *
lamp_problem_copy (const LampProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return lamp_problem_new (self->code, self->pointer, "%s", self->message);
}

/**
 * lamp_problem_free:
 * @self: (nullable): a problem
 *
 * Frees a problem.
 */
void
lamp_problem_free (LampProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->pointer);
  g_free (self->message);
  g_free (self);
}
