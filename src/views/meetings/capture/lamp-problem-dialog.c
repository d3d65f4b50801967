/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-problem-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-date.h"
#include "lamp-entry-row.h"
#include "lamp-text-row.h"

#define USUAL_WEEKS 4

struct _LampProblemDialog
{
  LampCaptureDialog parent_instance;

  GtkWidget *title;
  GtkCheckButton *wicked;
  GtkCheckButton *tame;
  GtkWidget *next_look;
  GtkWidget *resolved;  /* (nullable): only for one that exists */
  GtkWidget *stakeholders;
  GtkWidget *description;
};

G_DEFINE_FINAL_TYPE (LampProblemDialog, lamp_problem_dialog, LAMP_TYPE_CAPTURE_DIALOG)

static const int weeks[] = { 2, 4, 8 };

/* A wicked problem is never done: there is no day to enter for that. */
static void
on_kind_changed (LampProblemDialog *self)
{
  if (self->resolved != NULL)
    gtk_widget_set_visible (self->resolved, gtk_check_button_get_active (self->tame));
}

static GtkCheckButton *
add_kind (LampProblemDialog *self,
          GtkWidget         *group,
          GtkCheckButton    *other,
          const char        *title,
          const char        *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), other);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_kind_changed), self, G_CONNECT_SWAPPED);
  lamp_capture_dialog_add_row (LAMP_CAPTURE_DIALOG (self), group, row);

  return GTK_CHECK_BUTTON (check);
}

static void
build_rows (LampProblemDialog *self)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  GtkWidget *group = lamp_capture_dialog_add_group (dialog, NULL);
  GtkWidget *kinds, *dates, *more;

  self->title = lamp_capture_dialog_add_row (dialog, group, adw_entry_row_new ());
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self->title), _("What is the problem?"));
  kinds = lamp_capture_dialog_add_group (dialog, NULL);
  self->wicked = add_kind (self, kinds, NULL, _("Wicked"),
                           _("Nobody can say where it begins or when it is solved. We look at it again and again."));
  self->tame = add_kind (self, kinds, self->wicked, _("Tame"),
                         _("It can be described, there is a way to solve it, and then it is done."));
  dates = lamp_capture_dialog_add_group (dialog, NULL);
  self->next_look = lamp_capture_dialog_add_row (dialog, dates, lamp_date_row_new (_("Look Again On"), FALSE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (dates), lamp_capture_make_days (dialog,
                                                                                    LAMP_DATE_ROW (self->next_look),
                                                                                    weeks, G_N_ELEMENTS (weeks)));
  if (lamp_capture_dialog_get_record (dialog) != NULL)
    self->resolved = lamp_capture_dialog_add_row (dialog, dates, lamp_date_row_new (_("Solved On"), FALSE));
  more = lamp_capture_dialog_add_group (dialog, NULL);
  self->stakeholders = lamp_capture_dialog_add_row (dialog, more, adw_entry_row_new ());
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self->stakeholders), _("Whom does it touch?"));
  self->description = lamp_capture_dialog_add_row (dialog, more, lamp_text_row_new (_("What do we know about it?")));
}

static void
show_record (LampProblemDialog *self,
             LampRecord        *record)
{
  const char *stakeholders = lamp_record_get_text (record, "stakeholders");
  gboolean is_tame = g_strcmp0 (lamp_record_get_text (record, "kind"), "tame") == 0;

  gtk_editable_set_text (GTK_EDITABLE (self->title), lamp_record_get_title (record));
  gtk_editable_set_text (GTK_EDITABLE (self->stakeholders), stakeholders != NULL ? stakeholders : "");
  lamp_text_row_set_text (LAMP_TEXT_ROW (self->description), lamp_record_get_text (record, "description"));
  lamp_date_row_set_value (LAMP_DATE_ROW (self->next_look), lamp_record_get_text (record, "next_look_on"));
  lamp_date_row_set_value (LAMP_DATE_ROW (self->resolved), lamp_record_get_text (record, "resolved_on"));
  gtk_check_button_set_active (is_tame ? self->tame : self->wicked, TRUE);
}

static void
lamp_problem_dialog_build (LampCaptureDialog *dialog)
{
  LampProblemDialog *self = LAMP_PROBLEM_DIALOG (dialog);
  LampRecord *record = lamp_capture_dialog_get_record (dialog);
  g_autofree char *today = lamp_capture_dialog_dup_today (dialog);
  g_autofree char *day = lamp_date_add_days (today, 7 * USUAL_WEEKS);

  build_rows (self);
  gtk_check_button_set_active (self->wicked, TRUE);
  lamp_date_row_set_value (LAMP_DATE_ROW (self->next_look), day);
  if (record != NULL)
    show_record (self, record);
  on_kind_changed (self);
}

/* One that was solved and is looked at again has come back. */
static void
take_resolved (LampProblemDialog *self,
               LampRow           *row)
{
  LampRecord *record = lamp_capture_dialog_get_record (LAMP_CAPTURE_DIALOG (self));
  gboolean is_tame = gtk_check_button_get_active (self->tame);

  lamp_row_set_text (row, "kind", is_tame ? "tame" : "wicked");
  if (!is_tame)
    lamp_row_unset (row, "resolved_on");
  if (record != NULL && lamp_record_has (record, "resolved_on") && !lamp_row_has (row, "resolved_on"))
    lamp_row_set_integer (row, "reopened", lamp_row_get_integer (row, "reopened") + 1);
}

static gboolean
lamp_problem_dialog_fill (LampCaptureDialog *dialog,
                          LampRow           *row)
{
  LampProblemDialog *self = LAMP_PROBLEM_DIALOG (dialog);
  g_autofree char *community = lamp_capture_dialog_dup_community (dialog);

  if (!lamp_capture_take_text (row, "title", self->title, gtk_editable_get_text (GTK_EDITABLE (self->title)),
                               _("Give the problem a name.")))
    return FALSE;
  if (community == NULL)
    {
      lamp_capture_row_set_problem (self->title, _("A problem belongs to a community: add a community first."));
      return FALSE;
    }
  lamp_row_set_text (row, "community", community);
  if (!lamp_capture_take_date (row, "next_look_on", self->next_look)
      || (self->resolved != NULL && !lamp_capture_take_date (row, "resolved_on", self->resolved)))
    return FALSE;
  take_resolved (self, row);

  return lamp_capture_take_text (row, "stakeholders", self->stakeholders,
                                 gtk_editable_get_text (GTK_EDITABLE (self->stakeholders)), NULL)
         && lamp_capture_take_text (row, "description", self->description,
                                    lamp_text_row_get_text (LAMP_TEXT_ROW (self->description)), NULL);
}

/* The item that it came up under is about it from now on, unless it is about another. */
static void
lamp_problem_dialog_add (LampCaptureDialog *dialog,
                         LampEdit          *edit,
                         const char        *id)
{
  LampRecord *item = lamp_capture_dialog_get_item (dialog);

  if (lamp_capture_dialog_get_record (dialog) == NULL && item != NULL && !lamp_record_has (item, "problem"))
    lamp_edit_set_text (edit, item, "problem", id);
}

static void
lamp_problem_dialog_class_init (LampProblemDialogClass *klass)
{
  LampCaptureDialogClass *dialog_class = LAMP_CAPTURE_DIALOG_CLASS (klass);

  dialog_class->build = lamp_problem_dialog_build;
  dialog_class->fill = lamp_problem_dialog_fill;
  dialog_class->add = lamp_problem_dialog_add;
  dialog_class->type = "problems";
  dialog_class->new_title = NC_ ("capture", "Add Problem");
  dialog_class->change_title = NC_ ("capture", "Change Problem");
}

static void
lamp_problem_dialog_init (LampProblemDialog *self)
{
}
