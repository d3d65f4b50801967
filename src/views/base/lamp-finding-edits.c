/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-finding-edits.h"

#include <glib/gi18n-lib.h>

static gboolean
say_gone (LampSession *session)
{
  lamp_session_notice (session, _("It is no longer there."), FALSE);

  return FALSE;
}

/**
 * lamp_finding_mend:
 * @session: the session
 * @fix: what mends a finding
 *
 * Mends a finding in one step.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_finding_mend (LampSession   *session,
                   const LampFix *fix)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (LampRecord) record = lamp_store_find (store, fix->type->name, fix->id);
  g_autoptr (GError) error = NULL;
  LampEdit *edit;
  LampRow *row;

  if (record == NULL)
    return say_gone (session);
  row = lamp_fix_apply (fix, lamp_record_get_row (record), &error);
  if (row == NULL)
    {
      lamp_session_notice (session, error->message, FALSE);
      return FALSE;
    }
  edit = lamp_edit_new (store, fix->label);
  lamp_edit_replace (edit, row);

  return lamp_session_commit (session, edit, fix->label);
}

/**
 * lamp_finding_set_aside:
 * @session: the session
 * @finding: a finding
 * @reason: why
 *
 * Sets a finding aside in one step: it is kept in the file, and counted in no figure.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_finding_set_aside (LampSession       *session,
                        const LampFinding *finding,
                        const char        *reason)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (session), _("Set Finding Aside"));
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));

  lamp_edit_insert (edit, lamp_finding_to_silence (finding, reason, today));

  return lamp_session_commit (session, edit, _("Set Finding Aside"));
}

/**
 * lamp_finding_bring_back:
 * @session: the session
 * @finding: a finding that has been set aside
 *
 * Takes away in one step what sets a finding aside.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_finding_bring_back (LampSession       *session,
                         const LampFinding *finding)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (LampRecord) silence = lamp_store_find (store, "silences", finding->silence);
  LampEdit *edit;

  if (silence == NULL)
    return say_gone (session);
  edit = lamp_edit_new (store, _("Bring Finding Back"));
  lamp_edit_delete (edit, silence);

  return lamp_session_commit (session, edit, _("Bring Finding Back"));
}
