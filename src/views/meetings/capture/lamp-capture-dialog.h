/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCaptureDialog:
 *
 * What the dialogs that write something down have in common: rows in groups, what is wrong with a row said right under
 * it, Enter and Ctrl+Enter save, Shift+Enter starts a line in a text of several, Escape cancels.
 *
 * Properties, all construct-only: "session" (LampSession), "meeting" (LampRecord of meetings, nullable), "item"
 * (LampRecord of agenda_items, nullable), "record" (LampRecord, nullable: the one to change; a new one is made where
 * there is none).
 * Signals: "saved" (record).
 */
#define LAMP_TYPE_CAPTURE_DIALOG (lamp_capture_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (LampCaptureDialog, lamp_capture_dialog, LAMP, CAPTURE_DIALOG, AdwDialog)

/**
 * LampCaptureDialogClass:
 * @type: the record type that it writes
 * @build: adds the rows and shows what is there
 * @fill: puts what was entered into a row; marks what may not stand, with its reason, and says whether all may
 * @add: (nullable): adds to the edit what belongs to the same step as the record of that identifier
 * @new_title: the title for a new record, marked with the context "capture"
 * @change_title: the title for one that exists, marked with the context "capture"
 *
 * What is special about each.
 */
struct _LampCaptureDialogClass
{
  AdwDialogClass parent_class;

  void     (*build) (LampCaptureDialog *self);
  gboolean (*fill)  (LampCaptureDialog *self,
                     LampRow           *row);
  void     (*add)   (LampCaptureDialog *self,
                     LampEdit          *edit,
                     const char        *id);

  const char *type;
  const char *new_title;
  const char *change_title;
};

LampSession *lamp_capture_dialog_get_session   (LampCaptureDialog *self);
LampStore   *lamp_capture_dialog_get_store     (LampCaptureDialog *self);
LampRecord  *lamp_capture_dialog_get_meeting   (LampCaptureDialog *self);
LampRecord  *lamp_capture_dialog_get_item      (LampCaptureDialog *self);
LampRecord  *lamp_capture_dialog_get_record    (LampCaptureDialog *self);
char        *lamp_capture_dialog_dup_community (LampCaptureDialog *self);
char        *lamp_capture_dialog_dup_today     (LampCaptureDialog *self);

GtkWidget   *lamp_capture_dialog_add_group     (LampCaptureDialog *self,
                                                const char        *title);
GtkWidget   *lamp_capture_dialog_add_row       (LampCaptureDialog *self,
                                                GtkWidget         *group,
                                                GtkWidget         *row);
void         lamp_capture_dialog_set_first     (LampCaptureDialog *self,
                                                GtkWidget         *row);
void         lamp_capture_dialog_add_widget    (LampCaptureDialog *self,
                                                GtkWidget         *widget);
gboolean     lamp_capture_dialog_save          (LampCaptureDialog *self);

/* For the rows: what may not stand is said under the row; %NULL takes that away. */
GtkWidget   *lamp_capture_row_make_problem     (GtkWidget         *row);
void         lamp_capture_row_set_problem      (GtkWidget         *row,
                                                const char        *message);
const char  *lamp_capture_row_get_problem      (GtkWidget         *row);

G_END_DECLS
