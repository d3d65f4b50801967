/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-commitment-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-entry-row.h"

struct _LampCommitmentDialog
{
  LampCaptureDialog parent_instance;

  GtkWidget *what;
  GtkWidget *who;
  GtkWidget *due;
  GtkWidget *done;      /* (nullable): only for one that exists */
  GtkWidget *goal;
  GtkWidget *items;
};

G_DEFINE_FINAL_TYPE (LampCommitmentDialog, lamp_commitment_dialog, LAMP_TYPE_CAPTURE_DIALOG)

static const int weeks[] = { 1, 2 };

/* Promises are usually kept by the next meeting. */
static void
choose_usual_day (LampCommitmentDialog *self)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  LampRecord *meeting = lamp_capture_dialog_get_meeting (dialog);
  g_autofree char *today = lamp_capture_dialog_dup_today (dialog);
  g_autoptr (LampRecord) next = NULL;
  g_autofree char *day = NULL;

  if (meeting != NULL)
    next = lamp_capture_find_next (lamp_capture_dialog_get_store (dialog), meeting, today);
  if (next == NULL)
    return;
  day = g_strndup (lamp_record_get_text (next, "starts_at"), strlen ("0000-00-00"));
  lamp_date_row_set_value (LAMP_DATE_ROW (self->due), day);
}

static void
show_record (LampCommitmentDialog *self,
             LampRecord           *record)
{
  LampStore *store = lamp_capture_dialog_get_store (LAMP_CAPTURE_DIALOG (self));
  g_autoptr (LampRecord) owner = lamp_capture_find_reference (store, record, "owner");
  g_autoptr (LampRecord) goal = lamp_capture_find_reference (store, record, "goal");

  gtk_editable_set_text (GTK_EDITABLE (self->what), lamp_record_get_title (record));
  lamp_pick_row_set_record (LAMP_PICK_ROW (self->who), owner);
  lamp_pick_row_set_record (LAMP_PICK_ROW (self->goal), goal);
  lamp_date_row_set_value (LAMP_DATE_ROW (self->due), lamp_record_get_text (record, "due"));
  lamp_date_row_set_value (LAMP_DATE_ROW (self->done), lamp_record_get_text (record, "done_on"));
}

static void
show_new (LampCommitmentDialog *self)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  g_autoptr (LampRecord) goal = lamp_capture_find_reference (lamp_capture_dialog_get_store (dialog),
                                                             lamp_capture_dialog_get_item (dialog), "goal");

  lamp_pick_row_set_record (LAMP_PICK_ROW (self->goal), goal);
  choose_usual_day (self);
}

static void
describe_to_whom (LampCommitmentDialog *self,
                  GtkWidget            *group)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  g_autofree char *id = lamp_capture_dialog_dup_community (dialog);
  g_autoptr (LampRecord) community = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (id != NULL)
    community = lamp_store_find (lamp_capture_dialog_get_store (dialog), "communities", id);
  if (community == NULL)
    return;
  // Translators: to whom a commitment is made; %s is the name of a community
  text = g_strdup_printf (_("Made to %s"), lamp_record_get_title (community));
  markup = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
}

static void
build_rows (LampCommitmentDialog *self)
{
  LampCaptureDialog *dialog = LAMP_CAPTURE_DIALOG (self);
  LampStore *store = lamp_capture_dialog_get_store (dialog);
  GtkWidget *group = lamp_capture_dialog_add_group (dialog, NULL);
  GtkWidget *links;

  describe_to_whom (self, group);
  self->what = lamp_capture_dialog_add_row (dialog, group, adw_entry_row_new ());
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self->what), _("What is promised?"));
  self->who = lamp_capture_dialog_add_row (dialog, group, lamp_capture_make_person (dialog, _("Who")));
  self->due = lamp_capture_dialog_add_row (dialog, group, lamp_date_row_new (_("By When"), FALSE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             lamp_capture_make_days (dialog, LAMP_DATE_ROW (self->due), weeks, G_N_ELEMENTS (weeks)));
  if (lamp_capture_dialog_get_record (dialog) != NULL)
    self->done = lamp_capture_dialog_add_row (dialog, group, lamp_date_row_new (_("Done On"), FALSE));
  links = lamp_capture_dialog_add_group (dialog, NULL);
  self->goal = lamp_capture_dialog_add_row (dialog, links, lamp_pick_row_new (store, "goals", _("For the Goal")));
  self->items = lamp_capture_dialog_add_row (dialog, links, lamp_capture_make_items (dialog));
}

static void
lamp_commitment_dialog_build (LampCaptureDialog *dialog)
{
  LampCommitmentDialog *self = LAMP_COMMITMENT_DIALOG (dialog);
  LampRecord *record = lamp_capture_dialog_get_record (dialog);

  build_rows (self);
  if (record != NULL)
    show_record (self, record);
  else
    show_new (self);
}

static gboolean
lamp_commitment_dialog_fill (LampCaptureDialog *dialog,
                             LampRow           *row)
{
  LampCommitmentDialog *self = LAMP_COMMITMENT_DIALOG (dialog);
  LampRecord *meeting = lamp_capture_dialog_get_meeting (dialog);
  g_autofree char *community = lamp_capture_dialog_dup_community (dialog);

  if (!lamp_capture_take_text (row, "text", self->what, gtk_editable_get_text (GTK_EDITABLE (self->what)),
                               _("Say what is promised.")))
    return FALSE;
  if (community == NULL)
    {
      lamp_capture_row_set_problem (self->what, _("A commitment is made to a community: add a community first."));
      return FALSE;
    }
  if (!lamp_capture_take_date (row, "due", self->due)
      || (self->done != NULL && !lamp_capture_take_date (row, "done_on", self->done)))
    return FALSE;
  lamp_row_set_text (row, "community", community);
  lamp_capture_take_record (row, "meeting", meeting);
  lamp_capture_take_record (row, "owner", lamp_pick_row_get_record (LAMP_PICK_ROW (self->who)));
  lamp_capture_take_record (row, "goal", lamp_pick_row_get_record (LAMP_PICK_ROW (self->goal)));
  lamp_capture_take_record (row, "item", lamp_capture_get_chosen_item (self->items));

  return TRUE;
}

static void
lamp_commitment_dialog_class_init (LampCommitmentDialogClass *klass)
{
  LampCaptureDialogClass *dialog_class = LAMP_CAPTURE_DIALOG_CLASS (klass);

  dialog_class->build = lamp_commitment_dialog_build;
  dialog_class->fill = lamp_commitment_dialog_fill;
  dialog_class->type = "commitments";
  dialog_class->new_title = NC_ ("capture", "Add Commitment");
  dialog_class->change_title = NC_ ("capture", "Change Commitment");
}

static void
lamp_commitment_dialog_init (LampCommitmentDialog *self)
{
}
