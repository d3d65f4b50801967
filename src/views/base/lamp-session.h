/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-edit.h"
#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampSession:
 *
 * What the window is looking at: the open file, the community chosen in the sidebar, the record selected in whatever
 * view, the words searched for. Views watch it and each other through it only.
 *
 * Properties: "store" (LampStore, construct-only), "community" (LampRecord of communities, nullable: everything),
 * "selected" (LampRecord, nullable), "search" (string, never NULL), all notified when they change and only then. A
 * selected record or chosen community that is deleted is let go of.
 *
 * Signals:
 * "notice" (message, undoable): something to tell the person in a toast, with an Undo button where it can be undone;
 * "reveal" (record): the person asked to go to a record: the window shows the view it belongs to, which selects it
 * and brings it into sight.
 */
#define LAMP_TYPE_SESSION (lamp_session_get_type ())
G_DECLARE_FINAL_TYPE (LampSession, lamp_session, LAMP, SESSION, GObject)

LampSession *lamp_session_new           (LampStore   *store);
LampStore   *lamp_session_get_store     (LampSession *self);
LampClock   *lamp_session_get_clock     (LampSession *self);
LampRecord  *lamp_session_get_community (LampSession *self);
void         lamp_session_set_community (LampSession *self,
                                         LampRecord  *community);
LampRecord  *lamp_session_get_selected  (LampSession *self);
void         lamp_session_set_selected  (LampSession *self,
                                         LampRecord  *selected);
const char  *lamp_session_get_search    (LampSession *self);
void         lamp_session_set_search    (LampSession *self,
                                         const char  *search);

/* Whether a record belongs to the chosen community or one that is part of it (people by membership; everything when
 * no community is chosen). */
gboolean     lamp_session_includes      (LampSession *self,
                                         LampRecord  *record);
/* (transfer full) (nullable): the chosen community's id, or the only sensible one for a new record: the chosen one,
 * else the topmost. NULL when there is no community. */
char        *lamp_session_dup_home      (LampSession *self);

void         lamp_session_notice        (LampSession *self,
                                         const char  *message,
                                         gboolean     undoable);
void         lamp_session_reveal        (LampSession *self,
                                         LampRecord  *record);
/* Commits and frees the edit. What goes wrong is told as a notice. With @notice the label is told as an undoable
 * notice (for deletions and moves). Returns whether it was done. */
gboolean     lamp_session_commit        (LampSession *self,
                                         LampEdit    *edit,    /* (transfer full) */
                                         const char  *notice); /* (nullable) */
/* Deletes the record and tells it with Undo. */
void         lamp_session_delete        (LampSession *self,
                                         LampRecord  *record);

G_END_DECLS
