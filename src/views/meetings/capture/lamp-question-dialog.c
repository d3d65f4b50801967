/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-question-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-text-row.h"

struct _LampQuestionDialog
{
  LampCaptureDialog parent_instance;

  GtkWidget *text;
  GtkWidget *goal;
  GtkWidget *answered;  /* (nullable): only for one that exists */
  GtkWidget *finding;   /* (nullable): the same */
};

G_DEFINE_FINAL_TYPE (LampQuestionDialog, lamp_question_dialog, LAMP_TYPE_CAPTURE_DIALOG)

static void
add_answer (LampQuestionDialog *self)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  GtkWidget *group = lamp_capture_dialog_add_group (dialog, NULL);

  self->finding = lamp_capture_dialog_add_row (dialog, group, lamp_text_row_new (_("What We Found")));
  self->answered = lamp_capture_dialog_add_row (dialog, group, adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answered), _("Answered"));
}

static void
show_record (LampQuestionDialog *self,
             LampRecord         *record)
{
  lamp_text_row_set_text (LAMP_TEXT_ROW (self->text), lamp_record_get_text (record, "text"));
  lamp_text_row_set_text (LAMP_TEXT_ROW (self->finding), lamp_record_get_text (record, "finding"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->answered),
                             g_strcmp0 (lamp_record_get_text (record, "state"), "answered") == 0);
}

static void
lamp_question_dialog_build (LampCaptureDialog *dialog)
{
  LampQuestionDialog *self = LAMP_QUESTION_DIALOG (dialog);
  LampStore *store = lamp_capture_dialog_get_store (dialog);
  LampRecord *record = lamp_capture_dialog_get_record (dialog);
  GtkWidget *group = lamp_capture_dialog_add_group (dialog, NULL);
  g_autoptr (LampRecord) goal = NULL;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("One that opens thinking about what we do, rather than ending it."));
  self->text = lamp_capture_dialog_add_row (dialog, group, lamp_text_row_new (_("What do we want to find out?")));
  self->goal = lamp_capture_dialog_add_row (dialog, group, lamp_pick_row_new (store, "goals", _("About the Goal")));
  goal = lamp_capture_find_reference (store, record != NULL ? record : lamp_capture_dialog_get_item (dialog), "goal");
  lamp_pick_row_set_record (LAMP_PICK_ROW (self->goal), goal);
  if (record == NULL)
    return;
  add_answer (self);
  show_record (self, record);
}

static gboolean
lamp_question_dialog_fill (LampCaptureDialog *dialog,
                           LampRow           *row)
{
  LampQuestionDialog *self = LAMP_QUESTION_DIALOG (dialog);
  g_autofree char *community = lamp_capture_dialog_dup_community (dialog);

  if (!lamp_capture_take_text (row, "text", self->text, lamp_text_row_get_text (LAMP_TEXT_ROW (self->text)),
                               _("Write the question.")))
    return FALSE;
  if (self->finding != NULL)
    {
      gboolean answered = adw_switch_row_get_active (ADW_SWITCH_ROW (self->answered));

      if (!lamp_capture_take_text (row, "finding", self->finding,
                                   lamp_text_row_get_text (LAMP_TEXT_ROW (self->finding)),
                                   answered ? _("Say what you found, so that the answer can be looked up.") : NULL))
        return FALSE;
      lamp_row_set_text (row, "state", answered ? "answered" : "open");
    }
  if (community != NULL)
    lamp_row_set_text (row, "community", community);
  if (lamp_capture_dialog_get_meeting (dialog) != NULL)
    lamp_capture_take_record (row, "meeting", lamp_capture_dialog_get_meeting (dialog));
  lamp_capture_take_record (row, "goal", lamp_pick_row_get_record (LAMP_PICK_ROW (self->goal)));

  return TRUE;
}

static void
lamp_question_dialog_class_init (LampQuestionDialogClass *klass)
{
  LampCaptureDialogClass *dialog_class = LAMP_CAPTURE_DIALOG_CLASS (klass);

  dialog_class->build = lamp_question_dialog_build;
  dialog_class->fill = lamp_question_dialog_fill;
  dialog_class->type = "questions";
  dialog_class->new_title = NC_ ("capture", "Add Question");
  dialog_class->change_title = NC_ ("capture", "Change Question");
}

static void
lamp_question_dialog_init (LampQuestionDialog *self)
{
}
