/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LAMP_ERROR:
 *
 * The one error domain of Lamplighter's core. Its codes are [enum@ErrorCode]; each has a stable nickname
 * ([func@error_code_get_nick]) that the command line prints and tests rely on.
 */
#define LAMP_ERROR (lamp_error_quark ())
GQuark lamp_error_quark (void);

/**
 * LampErrorCode:
 * @LAMP_ERROR_UTF8: the bytes are not UTF-8
 * @LAMP_ERROR_JSON: not RFC 8259 JSON
 * @LAMP_ERROR_DUPLICATE_MEMBER: an object names a member twice
 * @LAMP_ERROR_DEPTH: nested deeper than 64
 * @LAMP_ERROR_NUMBER: a number that no finite double or 64-bit integer holds
 * @LAMP_ERROR_FORMAT: not a Lamplighter document
 * @LAMP_ERROR_VERSION: written by a newer version
 * @LAMP_ERROR_UNKNOWN_TYPE: a record type that does not exist
 * @LAMP_ERROR_REQUIRED: a required field is missing
 * @LAMP_ERROR_TYPE: a value of the wrong type
 * @LAMP_ERROR_ENUM: a word that is not among the allowed ones
 * @LAMP_ERROR_RANGE: a number outside its bounds
 * @LAMP_ERROR_DATE: not a date, time or instant
 * @LAMP_ERROR_ID: not a well-formed identifier
 * @LAMP_ERROR_DUPLICATE_ID: two records of one type share an identifier, or a unique pair stands twice
 * @LAMP_ERROR_REFERENCE: a reference to a record that does not exist
 * @LAMP_ERROR_CYCLE: a chain of parents that comes back to itself
 * @LAMP_ERROR_TOO_LONG: a text over its limit, or a line break where one line is wanted
 * @LAMP_ERROR_TOO_LARGE: a file or record over its limit
 * @LAMP_ERROR_RULE: a rule of the record's own type is broken
 * @LAMP_ERROR_REFUSED: the change would break what others rely on
 * @LAMP_ERROR_CONFLICT: something else has changed the record meanwhile
 * @LAMP_ERROR_NOTHING: there is nothing to undo or redo
 * @LAMP_ERROR_NOT_FOUND: no such record or file
 * @LAMP_ERROR_NEWER_FILE: the file was written by a newer Lamplighter
 * @LAMP_ERROR_NOT_OURS: the file is not a Lamplighter file
 * @LAMP_ERROR_CORRUPT: the file is damaged
 * @LAMP_ERROR_BUSY: another program holds the file
 * @LAMP_ERROR_FULL: the disk is full
 * @LAMP_ERROR_IO: reading or writing failed
 * @LAMP_ERROR_USAGE: the command line is wrong
 */
typedef enum
{
  LAMP_ERROR_UTF8 = 1,
  LAMP_ERROR_JSON,
  LAMP_ERROR_DUPLICATE_MEMBER,
  LAMP_ERROR_DEPTH,
  LAMP_ERROR_NUMBER,
  LAMP_ERROR_FORMAT,
  LAMP_ERROR_VERSION,
  LAMP_ERROR_UNKNOWN_TYPE,
  LAMP_ERROR_REQUIRED,
  LAMP_ERROR_TYPE,
  LAMP_ERROR_ENUM,
  LAMP_ERROR_RANGE,
  LAMP_ERROR_DATE,
  LAMP_ERROR_ID,
  LAMP_ERROR_DUPLICATE_ID,
  LAMP_ERROR_REFERENCE,
  LAMP_ERROR_CYCLE,
  LAMP_ERROR_TOO_LONG,
  LAMP_ERROR_TOO_LARGE,
  LAMP_ERROR_RULE,
  LAMP_ERROR_REFUSED,
  LAMP_ERROR_CONFLICT,
  LAMP_ERROR_NOTHING,
  LAMP_ERROR_NOT_FOUND,
  LAMP_ERROR_NEWER_FILE,
  LAMP_ERROR_NOT_OURS,
  LAMP_ERROR_CORRUPT,
  LAMP_ERROR_BUSY,
  LAMP_ERROR_FULL,
  LAMP_ERROR_IO,
  LAMP_ERROR_USAGE,
} LampErrorCode;

const char *lamp_error_code_get_nick (LampErrorCode code);

/**
 * LampProblem:
 * @code: what rule was broken
 * @pointer: where: a JSON Pointer (RFC 6901) into the document, "" for the document itself
 * @message: what happened and what to do, one sentence, translated
 *
 * One reason why a document was refused.
 */
typedef struct
{
  LampErrorCode code;
  char *pointer;
  char *message;
} LampProblem;

LampProblem *lamp_problem_new  (LampErrorCode      code,
                                const char        *pointer,
                                const char        *format,
                                ...) G_GNUC_PRINTF (3, 4);
LampProblem *lamp_problem_copy (const LampProblem *self);
void         lamp_problem_free (LampProblem       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampProblem, lamp_problem_free)

G_END_DECLS
