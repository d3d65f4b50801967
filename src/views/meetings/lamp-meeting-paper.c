/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-paper.h"

#include <glib/gi18n-lib.h>

struct _LampMeetingPaper
{
  LampPaperSource parent_instance;

  char *meeting; /* its identifier */
};

G_DEFINE_FINAL_TYPE (LampMeetingPaper, lamp_meeting_paper, LAMP_TYPE_PAPER_SOURCE)

static const char * const *
lamp_meeting_paper_get_kinds (LampPaperSource *source)
{
  static const char *names[5];

  names[LAMP_REPORT_AGENDA - LAMP_REPORT_AGENDA] = C_("paper", "Agenda");
  names[LAMP_REPORT_MINUTES - LAMP_REPORT_AGENDA] = C_("paper", "Minutes");
  names[LAMP_REPORT_RUNNING_SHEET - LAMP_REPORT_AGENDA] = C_("paper", "Running sheet");
  names[LAMP_REPORT_TIMING - LAMP_REPORT_AGENDA] = C_("paper", "Timing");

  return names;
}

static LampDocument *
lamp_meeting_paper_write (LampPaperSource          *source,
                          LampSnapshot             *snapshot,
                          guint                     kind,
                          const LampReportOptions  *options,
                          GError                  **error)
{
  return lamp_report_meeting_document (snapshot, LAMP_MEETING_PAPER (source)->meeting,
                                       (LampReportKind) (LAMP_REPORT_AGENDA + kind), options, error);
}

static char *
lamp_meeting_paper_dup_file_name (LampPaperSource  *source,
                                  LampSnapshot     *snapshot,
                                  guint             kind,
                                  LampReportFormat  format,
                                  const char       *suffix)
{
  return lamp_report_dup_file_name (snapshot, LAMP_MEETING_PAPER (source)->meeting,
                                    (LampReportKind) (LAMP_REPORT_AGENDA + kind), format);
}

static char *
lamp_meeting_paper_dup_author (LampPaperSource *source,
                               LampSnapshot    *snapshot)
{
  return lamp_report_dup_author (snapshot, LAMP_MEETING_PAPER (source)->meeting);
}

static void
lamp_meeting_paper_finalize (GObject *object)
{
  g_free (LAMP_MEETING_PAPER (object)->meeting);

  G_OBJECT_CLASS (lamp_meeting_paper_parent_class)->finalize (object);
}

static void
lamp_meeting_paper_class_init (LampMeetingPaperClass *klass)
{
  LampPaperSourceClass *source_class = LAMP_PAPER_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lamp_meeting_paper_finalize;
  source_class->get_kinds = lamp_meeting_paper_get_kinds;
  source_class->write = lamp_meeting_paper_write;
  source_class->dup_file_name = lamp_meeting_paper_dup_file_name;
  source_class->dup_author = lamp_meeting_paper_dup_author;
  source_class->has_people = TRUE;
  source_class->has_meeting = TRUE;
}

static void
lamp_meeting_paper_init (LampMeetingPaper *self)
{
}

/**
 * lamp_meeting_paper_new:
 * @meeting: a meeting
 *
 * Returns: (transfer full): what there is of it for paper; first its agenda until it has begun, then its minutes
 */
LampPaperSource *
lamp_meeting_paper_new (LampRecord *meeting)
{
  LampMeetingPaper *self = g_object_new (LAMP_TYPE_MEETING_PAPER, NULL);
  const char *state = lamp_record_get_text (meeting, "state");
  gboolean has_begun = g_strcmp0 (state, "in-progress") == 0 || g_strcmp0 (state, "closed") == 0;

  self->meeting = g_strdup (lamp_record_get_id (meeting));
  lamp_paper_source_set_kind (LAMP_PAPER_SOURCE (self),
                              has_begun ? LAMP_REPORT_MINUTES - LAMP_REPORT_AGENDA : 0);

  return LAMP_PAPER_SOURCE (self);
}
