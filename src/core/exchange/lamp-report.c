/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-report-private.h"

/* Agenda and minutes of a meeting, at any state of it (practice and peers: people ask for paper before the end). */

static const struct
{
  LampReportFormat format;
  const char *word;
  const char *suffix;
  char *(*write) (LampDocument *document);
} formats[] = {
  { LAMP_REPORT_TEXT, "text", "txt", lamp_document_to_text },
  { LAMP_REPORT_MARKDOWN, "markdown", "md", lamp_document_to_markdown },
  { LAMP_REPORT_HTML, "html", "html", lamp_document_to_html },
  { LAMP_REPORT_PDF, "pdf", "pdf", NULL },
};

static const struct
{
  const char *heading;
  const char *file_name;
  void (*write) (LampReport *report);
} kinds[] = {
  /* Translators: the heading of a report: the title of the meeting; then the name of its file: day, title, suffix */
  { N_("Agenda: %s"), N_("%s %s, agenda.%s"), lamp_report_write_agenda },
  /* Translators: the heading of a report: the title of the meeting; then the name of its file: day, title, suffix */
  { N_("Minutes: %s"), N_("%s %s, minutes.%s"), lamp_report_write_minutes },
  /* Translators: the heading of a report: the title of the meeting; then the name of its file: day, title, suffix */
  { N_("Running sheet: %s"), N_("%s %s, running sheet.%s"), lamp_report_write_running_sheet },
  /* Translators: the heading of a report: the title of the meeting; then the name of its file: day, title, suffix */
  { N_("Timing: %s"), N_("%s %s, timing.%s"), lamp_report_write_timing },
};

/* Puts texts into the places of a translated pattern, in their order. */
static char *
fill (const char *pattern,
      const char *first,
      const char *second,
      const char *third)
{
  const char * const texts[] = { first, second, third };
  g_auto (GStrv) parts = g_strsplit (_(pattern), "%s", 4);
  g_autoptr (GString) filled = g_string_new (parts[0]);

  for (guint i = 0; i < G_N_ELEMENTS (texts) && parts[i] != NULL && parts[i + 1] != NULL; i++)
    {
      g_string_append (filled, texts[i]);
      g_string_append (filled, parts[i + 1]);
    }

  return g_string_free_and_steal (g_steal_pointer (&filled));
}

/**
 * lamp_report_format_parse:
 * @word: (nullable): "text", "markdown", "html" or "pdf"
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
lamp_report_format_parse (const char       *word,
                          LampReportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].word, word) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }

  return FALSE;
}

/**
 * lamp_report_get_name:
 * @self: a report
 * @type: the name of the type that the reference is to
 * @row: (nullable): a row
 * @field: its reference
 *
 * Returns: (transfer none) (nullable): the name of the record referred to; %NULL when there is none, or when it is
 *   private, or a person and people are left out: a report leaves the room
 */
const char *
lamp_report_get_name (LampReport    *self,
                      const char    *type,
                      const LampRow *row,
                      const char    *field)
{
  const LampRow *target = row != NULL ? lamp_snapshot_find (self->snapshot, type, lamp_row_get_text (row, field)) : NULL;

  if (target == NULL || (self->options->without_people && g_str_equal (type, "people")))
    return NULL;
  if (lamp_record_type_find_field (target->type, "private") >= 0 && lamp_row_get_integer (target, "private"))
    return NULL;

  return lamp_row_get_title (target);
}

/**
 * lamp_report_keeps_in:
 * @self: a report
 * @item: an agenda item
 *
 * Returns: whether nothing of the item but its time may leave the room
 */
gboolean
lamp_report_keeps_in (LampReport    *self,
                      const LampRow *item)
{
  return self->options->without_off_record && lamp_row_get_integer (item, "off_record");
}

/**
 * lamp_report_get_item_title:
 * @self: a report
 * @item: an agenda item
 *
 * Returns: (transfer none): what the item is called where the report goes
 */
const char *
lamp_report_get_item_title (LampReport    *self,
                            const LampRow *item)
{
  return lamp_report_keeps_in (self, item) ? C_("report", "Off the record") : lamp_row_get_title (item);
}

/**
 * lamp_report_get_choice:
 * @row: a row
 * @field: the name of an enum field
 *
 * Returns: (transfer none) (nullable): its word as a person reads it
 */
const char *
lamp_report_get_choice (const LampRow *row,
                        const char    *field)
{
  const char *word = lamp_row_get_text (row, field);
  int index = lamp_record_type_find_field (row->type, field);

  return word != NULL ? lamp_field_get_choice_label (&row->type->fields[index], word) : NULL;
}

/**
 * lamp_report_sum:
 * @self: a report
 * @field: the name of an integer field of agenda items
 *
 * Returns: the sum over all items of the meeting
 */
gint64
lamp_report_sum (LampReport *self,
                 const char *field)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->items->len; i++)
    sum += lamp_row_get_integer (self->items->pdata[i], field);

  return sum;
}

static const char *
label_of (const LampRow *row,
          const char    *field)
{
  return lamp_field_get_label (&row->type->fields[lamp_record_type_find_field (row->type, field)]);
}

/**
 * lamp_report_add_field:
 * @self: a report
 * @row: a row
 * @field: the name of a field that holds text, a choice, a date, or a person
 *
 * Adds a field under its own label, unless it is empty.
 */
void
lamp_report_add_field (LampReport    *self,
                       const LampRow *row,
                       const char    *field)
{
  const LampField *declared = &row->type->fields[lamp_record_type_find_field (row->type, field)];
  g_autofree char *day = NULL;
  const char *value = lamp_row_get_text (row, field);

  if (declared->type == LAMP_FIELD_ENUM)
    value = lamp_report_get_choice (row, field);
  else if (declared->type == LAMP_FIELD_REF)
    value = lamp_report_get_name (self, declared->target, row, field);
  else if (declared->type == LAMP_FIELD_DATE)
    value = day = lamp_date_dup_display (value);
  lamp_document_add_fact (self->document, label_of (row, field), value);
}

/* "Tue 17 Nov 2026, 07:41 – 08:25 (44 min)" */
static void
add_when (LampReport *self)
{
  const char *starts_at = lamp_row_get_text (self->meeting, "starts_at");
  gint64 minutes = lamp_row_get_integer (self->meeting, "minutes");
  g_autofree char *end = lamp_time_from_minutes (lamp_time_to_minutes (starts_at) + minutes);
  g_autofree char *from = lamp_time_dup_display (starts_at);
  g_autofree char *until = lamp_clock_time_dup_display (end);
  g_autofree char *length = lamp_duration_format ((int) minutes);
  g_autofree char *when = NULL;

  /* Translators: a day and time, the time of the end, the length: Tue 17 Nov 2026, 07:41 – 08:25 (44 min) */
  when = g_strdup_printf (C_("report", "%s – %s (%s)"), from, until, length);
  lamp_document_add_fact (self->document, C_("report", "When"), when);
}

static void
add_head (LampReport     *self,
          LampReportKind  kind)
{
  g_autofree char *heading = fill (kinds[kind - LAMP_REPORT_AGENDA].heading, lamp_row_get_title (self->meeting), "", "");

  lamp_document_add_heading (self->document, 1, heading);
  lamp_report_add_field (self, self->meeting, "community");
  add_when (self);
  lamp_report_add_field (self, self->meeting, "place");
  lamp_report_add_field (self, self->meeting, "mode");
  lamp_report_add_field (self, self->meeting, "purpose");
  lamp_report_add_field (self, self->meeting, "stage");
}

/**
 * lamp_report_add_roles:
 * @self: a report
 *
 * Adds who facilitates, records, keeps the time and the norms.
 */
void
lamp_report_add_roles (LampReport *self)
{
  static const char * const roles[] = { "facilitator", "recorder", "timekeeper", "norms_keeper" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    lamp_report_add_field (self, self->meeting, roles[i]);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

static void
add_head_count (LampReport *self,
                GPtrArray  *attendances,
                const char *name,
                const char *state)
{
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < attendances->len; i++)
    n += state == NULL || lamp_row_is (attendances->pdata[i], "state", state);
  if (n > 0)
    count = g_strdup_printf ("%u", n);
  lamp_document_add_fact (self->document, name, count);
}

/**
 * lamp_report_add_people:
 * @self: a report
 * @name: what they are here
 * @state: (nullable): the state of attendance, or %NULL for whichever
 *
 * Adds the names of those whose attendance has a state, in alphabetical order; only how many they are when people are
 * left out.
 */
void
lamp_report_add_people (LampReport *self,
                        const char *name,
                        const char *state)
{
  GPtrArray *rows = lamp_snapshot_find_by (self->snapshot, "attendances", "meeting", lamp_row_get_id (self->meeting));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (self->options->without_attendance)
    return;
  if (self->options->without_people)
    {
      add_head_count (self, rows, name, state);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const char *person = lamp_report_get_name (self, "people", rows->pdata[i], "person");

      if (person != NULL && (state == NULL || lamp_row_is (rows->pdata[i], "state", state)))
        g_ptr_array_add (names, (gpointer) person);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  /* Translators: stands between the names of people */
  list = g_strjoinv (C_("report", ", "), (char **) names->pdata);
  lamp_document_add_fact (self->document, name, list);
}

static LampDocument *
write_document (LampSnapshot            *snapshot,
                const LampRow           *meeting,
                LampReportKind           kind,
                const LampReportOptions *options)
{
  static const LampReportOptions everything;
  g_autoptr (GPtrArray) items = lamp_snapshot_list_by (snapshot, "agenda_items", "meeting", lamp_row_get_id (meeting));
  LampReport report = { snapshot, meeting, options != NULL ? options : &everything, items, lamp_document_new () };

  add_head (&report, kind);
  kinds[kind - LAMP_REPORT_AGENDA].write (&report);

  return report.document;
}

/**
 * lamp_report_meeting_document:
 * @snapshot: all that the file knows
 * @meeting: the identifier of a meeting, whatever its state
 * @kind: what it tells
 * @options: (nullable): what stays in the room besides what always does
 * @error: where to put an error of [error@Error]
 *
 * Writes the agenda, the minutes or another report of a meeting before it has a form. What was said off the record
 * keeps its time and has no notes, and private goals are not named.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL if there is no such meeting
 */
LampDocument *
lamp_report_meeting_document (LampSnapshot             *snapshot,
                              const char               *meeting,
                              LampReportKind            kind,
                              const LampReportOptions  *options,
                              GError                  **error)
{
  const LampRow *row = lamp_snapshot_find (snapshot, "meetings", meeting);

  g_return_val_if_fail (kind >= LAMP_REPORT_AGENDA && kind <= LAMP_REPORT_TIMING, NULL);

  if (row == NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no meeting with the identifier “%s”."), meeting);
      return NULL;
    }

  return write_document (snapshot, row, kind, options);
}

/**
 * lamp_report_format:
 * @document: a document
 * @format: text, Markdown or HTML
 *
 * Returns: (transfer full): the document in UTF-8
 */
char *
lamp_report_format (LampDocument     *document,
                    LampReportFormat  format)
{
  g_return_val_if_fail (format >= LAMP_REPORT_TEXT && format <= LAMP_REPORT_HTML, NULL);

  return formats[format - LAMP_REPORT_TEXT].write (document);
}

/**
 * lamp_report_meeting:
 * @snapshot: all that the file knows
 * @meeting: the identifier of a meeting, whatever its state
 * @kind: what it tells
 * @format: what it shall look like
 * @error: where to put an error of [error@Error]
 *
 * Writes the agenda, the minutes or another report of a meeting, with all that lamp_report_meeting_document() tells.
 *
 * Returns: (transfer full) (nullable): the report in UTF-8, or %NULL if there is no such meeting
 */
char *
lamp_report_meeting (LampSnapshot      *snapshot,
                     const char        *meeting,
                     LampReportKind     kind,
                     LampReportFormat   format,
                     GError           **error)
{
  g_autoptr (GPtrArray) document = NULL;

  g_return_val_if_fail (format >= LAMP_REPORT_TEXT && format <= LAMP_REPORT_HTML, NULL);

  document = lamp_report_meeting_document (snapshot, meeting, kind, NULL, error);

  return document != NULL ? lamp_report_format (document, format) : NULL;
}

/**
 * lamp_report_dup_author:
 * @snapshot: all that the file knows
 * @meeting: the identifier of a meeting
 *
 * Returns: (transfer full) (nullable): the name of the community that meets
 */
char *
lamp_report_dup_author (LampSnapshot *snapshot,
                        const char   *meeting)
{
  const LampRow *row = lamp_snapshot_find (snapshot, "meetings", meeting);
  const LampRow *community = row != NULL ? lamp_snapshot_find (snapshot, "communities",
                                                               lamp_row_get_text (row, "community"))
                                         : NULL;

  return community != NULL ? g_strdup (lamp_row_get_title (community)) : NULL;
}

/**
 * lamp_report_dup_file_name:
 * @snapshot: all that the file knows
 * @meeting: the identifier of a meeting
 * @kind: what it tells
 * @format: its format
 *
 * Returns: (transfer full): a name for the file of a report, such as "2026-11-17 Team meeting, minutes.html"
 */
char *
lamp_report_dup_file_name (LampSnapshot     *snapshot,
                           const char       *meeting,
                           LampReportKind    kind,
                           LampReportFormat  format)
{
  const LampRow *row = lamp_snapshot_find (snapshot, "meetings", meeting);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *short_title = NULL;

  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (kind >= LAMP_REPORT_AGENDA && kind <= LAMP_REPORT_TIMING, NULL);
  g_return_val_if_fail (format >= LAMP_REPORT_TEXT && format <= LAMP_REPORT_PDF, NULL);

  day = g_strndup (lamp_row_get_text (row, "starts_at"), 10);
  title = g_strdelimit (g_strdup (lamp_row_get_title (row)), "/\\:*?\"<>|", '-');
  short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 60));

  return fill (kinds[kind - LAMP_REPORT_AGENDA].file_name, day, short_title, formats[format - LAMP_REPORT_TEXT].suffix);
}

/**
 * lamp_report_dup_local:
 * @instant: (nullable): an instant in UTC
 *
 * Returns: (transfer full) (nullable): the same as a wall time of this machine
 */
char *
lamp_report_dup_local (const char *instant)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;
  gint64 utc_usec;

  if (!lamp_instant_parse (instant, &utc_usec))
    return NULL;
  moment = g_date_time_new_from_unix_utc_usec (utc_usec);
  local = g_date_time_to_local (moment);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M");
}
