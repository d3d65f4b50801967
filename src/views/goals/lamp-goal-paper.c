/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-goal-report.h"
#include "lamp-paper-copy.h"
#include "lamp-paper-dialog.h"
#include "lamp-picture-write.h"

struct _LampGoalPaper
{
  LampPaperSource parent_instance;

  char *community; /* (nullable): its identifier */
  char *today;
};

G_DEFINE_FINAL_TYPE (LampGoalPaper, lamp_goal_paper, LAMP_TYPE_PAPER_SOURCE)

/* The place of a report among those that a person chooses from. */
#define PLACE(kind) ((kind) - LAMP_GOAL_REPORT_ALL)

typedef enum
{
  EXTRA_CSV,
  EXTRA_SVG,
  EXTRA_PNG,
} Extra;

static const LampPaperExtra extras[] = {
  [EXTRA_CSV] = { NC_ ("paper", "Spreadsheet (CSV)"), "csv", PLACE (LAMP_GOAL_REPORT_OUTLINE) },
  [EXTRA_SVG] = { NC_ ("paper", "Drawing (SVG)"), "svg", PLACE (LAMP_GOAL_REPORT_TREE) },
  [EXTRA_PNG] = { NC_ ("paper", "Picture (PNG)"), "png", PLACE (LAMP_GOAL_REPORT_TREE) },
  { NULL },
};

static const char * const *
lamp_goal_paper_get_kinds (LampPaperSource *source)
{
  static const char *names[5];

  names[PLACE (LAMP_GOAL_REPORT_ALL)] = C_ ("paper", "Everything");
  names[PLACE (LAMP_GOAL_REPORT_TREE)] = C_ ("paper", "Tree");
  names[PLACE (LAMP_GOAL_REPORT_OUTLINE)] = C_ ("paper", "Outline and checks");
  names[PLACE (LAMP_GOAL_REPORT_COVERAGE)] = C_ ("paper", "Who works on which");

  return names;
}

static LampDocument *
lamp_goal_paper_write (LampPaperSource          *source,
                       LampSnapshot             *snapshot,
                       guint                     kind,
                       const LampReportOptions  *options,
                       GError                  **error)
{
  LampGoalPaper *self = LAMP_GOAL_PAPER (source);

  return lamp_goal_report_document (snapshot, self->community, (LampGoalReportKind) (LAMP_GOAL_REPORT_ALL + kind),
                                    options, self->today, error);
}

static GBytes *
lamp_goal_paper_write_extra (LampPaperSource          *source,
                             LampSnapshot             *snapshot,
                             guint                     extra,
                             const LampReportOptions  *options,
                             GError                  **error)
{
  LampGoalPaper *self = LAMP_GOAL_PAPER (source);
  g_autoptr (LampPicture) picture = NULL;
  char *csv;

  if (extra == EXTRA_CSV)
    {
      csv = lamp_goal_report_csv (snapshot, self->community, options, self->today, error);
      return csv != NULL ? g_bytes_new_take (csv, strlen (csv)) : NULL;
    }
  picture = lamp_goal_report_picture (snapshot, self->community, options, self->today, error);
  if (picture == NULL)
    return NULL;

  return extra == EXTRA_SVG ? lamp_picture_to_svg (picture, error) : lamp_picture_to_png (picture, error);
}

static char *
lamp_goal_paper_dup_file_name (LampPaperSource  *source,
                               LampSnapshot     *snapshot,
                               guint             kind,
                               LampReportFormat  format,
                               const char       *suffix)
{
  static const char * const suffixes[] = { "txt", "md", "html", "pdf" };
  LampGoalPaper *self = LAMP_GOAL_PAPER (source);

  return lamp_goal_report_dup_file_name (snapshot, self->community, self->today,
                                         suffix != NULL ? suffix : suffixes[format - LAMP_REPORT_TEXT]);
}

static char *
lamp_goal_paper_dup_author (LampPaperSource *source,
                            LampSnapshot    *snapshot)
{
  const LampRow *community = lamp_snapshot_find (snapshot, "communities", LAMP_GOAL_PAPER (source)->community);

  return community != NULL ? g_strdup (lamp_row_get_title (community)) : NULL;
}

static void
lamp_goal_paper_finalize (GObject *object)
{
  LampGoalPaper *self = LAMP_GOAL_PAPER (object);

  g_free (self->community);
  g_free (self->today);

  G_OBJECT_CLASS (lamp_goal_paper_parent_class)->finalize (object);
}

static void
lamp_goal_paper_class_init (LampGoalPaperClass *klass)
{
  LampPaperSourceClass *source_class = LAMP_PAPER_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lamp_goal_paper_finalize;
  source_class->get_kinds = lamp_goal_paper_get_kinds;
  source_class->write = lamp_goal_paper_write;
  source_class->write_extra = lamp_goal_paper_write_extra;
  source_class->dup_file_name = lamp_goal_paper_dup_file_name;
  source_class->dup_author = lamp_goal_paper_dup_author;
  source_class->extras = extras;
  source_class->has_people = TRUE;
  source_class->has_pictures = TRUE;
  source_class->is_wide = TRUE;
}

static void
lamp_goal_paper_init (LampGoalPaper *self)
{
}

/**
 * lamp_goal_paper_new:
 * @session: the session, whose chosen community is meant, or all
 *
 * Returns: (transfer full): what there is of its goals for paper
 */
LampPaperSource *
lamp_goal_paper_new (LampSession *session)
{
  LampGoalPaper *self = g_object_new (LAMP_TYPE_GOAL_PAPER, NULL);
  LampRecord *community = lamp_session_get_community (session);

  self->community = community != NULL ? g_strdup (lamp_record_get_id (community)) : NULL;
  self->today = lamp_clock_dup_today (lamp_session_get_clock (session));

  return LAMP_PAPER_SOURCE (self);
}

static void
print_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  LampSession *session = lamp_view_get_session (data);
  g_autoptr (LampPaperSource) source = lamp_goal_paper_new (session);

  lamp_paper_dialog_present (session, source, data);
}

static void
copy_text_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  LampSession *session = lamp_view_get_session (data);
  g_autoptr (LampPaperSource) source = lamp_goal_paper_new (session);

  lamp_paper_source_set_kind (source, PLACE (LAMP_GOAL_REPORT_OUTLINE));
  lamp_paper_copy_text (session, source, gtk_widget_get_clipboard (data));
}

/**
 * lamp_goal_paper_install:
 * @view: the view of goals
 * @actions: its actions, to which "print" and "copy-text" are added
 * @menu: its menu, to which a section with what there is for paper is added
 */
void
lamp_goal_paper_install (LampView           *view,
                         GSimpleActionGroup *actions,
                         GMenu              *menu)
{
  static const GActionEntry entries[] = {
    { .name = "print", .activate = print_action },
    { .name = "copy-text", .activate = copy_text_action },
  };
  g_autoptr (GMenu) paper = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), view);
  g_menu_append (paper, _("_Print or Save…"), "view.print");
  g_menu_append (paper, _("_Copy Outline as Text"), "view.copy-text");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
}
