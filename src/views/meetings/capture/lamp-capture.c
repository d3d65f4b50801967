/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-capture.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-commitment-dialog.h"
#include "lamp-decision-dialog.h"
#include "lamp-note-dialog.h"
#include "lamp-problem-dialog.h"
#include "lamp-question-dialog.h"

static AdwDialog *
present (GtkWidget   *parent,
         LampSession *session,
         GType        type,
         LampRecord  *meeting,
         LampRecord  *item,
         LampRecord  *record)
{
  AdwDialog *dialog;

  if (record == NULL && lamp_capture_is_locked (meeting))
    {
      lamp_session_notice (session, _("The meeting is closed: nothing more is written down in it."), FALSE);
      return NULL;
    }
  dialog = g_object_new (type, "session", session, "meeting", meeting, "item", item, "record", record, NULL);
  adw_dialog_present (dialog, parent);

  return dialog;
}

/**
 * lamp_capture_note:
 * @parent: a widget of the window
 * @session: the session
 * @meeting: (nullable): the meeting of the item
 * @item: the agenda item that is talked about
 *
 * Opens the notes of an item. One that is off the record takes none, which is told as a notice.
 *
 * Returns: (transfer none) (nullable): the dialog
 */
AdwDialog *
lamp_capture_note (GtkWidget   *parent,
                   LampSession *session,
                   LampRecord  *meeting,
                   LampRecord  *item)
{
  AdwDialog *dialog;
  const char *refusal = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && LAMP_IS_SESSION (session), NULL);

  if (item == NULL)
    refusal = _("Notes belong to an agenda item: choose one first.");
  else if (lamp_record_get_boolean (item, "off_record"))
    refusal = _("This is off the record: the time is kept, and no notes.");
  else if (lamp_capture_is_locked (meeting))
    refusal = _("The meeting is closed: nothing more is written down in it.");
  if (refusal != NULL)
    {
      lamp_session_notice (session, refusal, FALSE);
      return NULL;
    }
  dialog = lamp_note_dialog_new (session, item);
  adw_dialog_present (dialog, parent);

  return dialog;
}

/**
 * lamp_capture_decision:
 * @parent: a widget of the window
 * @session: the session
 * @meeting: the meeting
 * @item: (nullable): the agenda item that is talked about
 *
 * Asks for a decision.
 *
 * Returns: (transfer none) (nullable): the dialog
 */
AdwDialog *
lamp_capture_decision (GtkWidget   *parent,
                       LampSession *session,
                       LampRecord  *meeting,
                       LampRecord  *item)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && LAMP_IS_SESSION (session) && LAMP_IS_RECORD (meeting), NULL);

  return present (parent, session, LAMP_TYPE_DECISION_DIALOG, meeting, item, NULL);
}

/**
 * lamp_capture_commitment:
 * @parent: a widget of the window
 * @session: the session
 * @meeting: (nullable): the meeting; %NULL for one that is made between meetings, to the community that is looked at
 * @item: (nullable): the agenda item that is talked about
 *
 * Asks for a commitment.
 *
 * Returns: (transfer none) (nullable): the dialog
 */
AdwDialog *
lamp_capture_commitment (GtkWidget   *parent,
                         LampSession *session,
                         LampRecord  *meeting,
                         LampRecord  *item)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && LAMP_IS_SESSION (session), NULL);

  return present (parent, session, LAMP_TYPE_COMMITMENT_DIALOG, meeting, item, NULL);
}

/**
 * lamp_capture_problem:
 * @parent: a widget of the window
 * @session: the session
 * @meeting: (nullable): the meeting
 * @item: (nullable): the agenda item that is talked about, which is linked to the problem unless it has one
 *
 * Asks for a problem.
 *
 * Returns: (transfer none) (nullable): the dialog
 */
AdwDialog *
lamp_capture_problem (GtkWidget   *parent,
                      LampSession *session,
                      LampRecord  *meeting,
                      LampRecord  *item)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && LAMP_IS_SESSION (session), NULL);

  return present (parent, session, LAMP_TYPE_PROBLEM_DIALOG, meeting, item, NULL);
}

/**
 * lamp_capture_question:
 * @parent: a widget of the window
 * @session: the session
 * @meeting: (nullable): the meeting
 * @item: (nullable): the agenda item that is talked about
 *
 * Asks for a question.
 *
 * Returns: (transfer none) (nullable): the dialog
 */
AdwDialog *
lamp_capture_question (GtkWidget   *parent,
                       LampSession *session,
                       LampRecord  *meeting,
                       LampRecord  *item)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && LAMP_IS_SESSION (session), NULL);

  return present (parent, session, LAMP_TYPE_QUESTION_DIALOG, meeting, item, NULL);
}

static LampRecord *
find_if_it_has (LampSession *session,
                LampRecord  *record,
                const char  *field)
{
  if (lamp_record_type_find_field (lamp_record_get_record_type (record), field) < 0)
    return NULL;

  return lamp_capture_find_reference (lamp_session_get_store (session), record, field);
}

/**
 * lamp_capture_edit:
 * @parent: a widget of the window
 * @session: the session
 * @record: a decision, commitment, problem or question, or an agenda item for its notes
 *
 * Opens what was written down, to be changed. Of a decision of a meeting that is closed only the day on which it is
 * looked at again can change.
 *
 * Returns: (transfer none) (nullable): the dialog
 */
AdwDialog *
lamp_capture_edit (GtkWidget   *parent,
                   LampSession *session,
                   LampRecord  *record)
{
  static const struct
  {
    const char *type;
    GType (*get_type) (void);
  } dialogs[] = {
    { "decisions", lamp_decision_dialog_get_type },
    { "commitments", lamp_commitment_dialog_get_type },
    { "problems", lamp_problem_dialog_get_type },
    { "questions", lamp_question_dialog_get_type },
  };
  g_autoptr (LampRecord) meeting = NULL;
  g_autoptr (LampRecord) item = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && LAMP_IS_SESSION (session) && LAMP_IS_RECORD (record), NULL);

  meeting = find_if_it_has (session, record, "meeting");
  if (lamp_record_is (record, "agenda_items"))
    return lamp_capture_note (parent, session, meeting, record);
  item = find_if_it_has (session, record, "item");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (lamp_record_is (record, dialogs[i].type))
      return present (parent, session, dialogs[i].get_type (), meeting, item, record);

  g_return_val_if_reached (NULL);
}
