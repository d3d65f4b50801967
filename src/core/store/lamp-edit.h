/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampEdit:
 *
 * A change in the making: what a person does in one step, with the label they will see in Undo. Nothing is written
 * until [method@Edit.commit], which does all of it in one transaction or nothing.
 *
 *     g_autoptr (LampEdit) edit = lamp_edit_new (store, _("Move Goal"));
 *     lamp_edit_set_text (edit, goal, "parent", parent_id);
 *     if (!lamp_edit_commit (edit, &error)) …
 */
typedef struct _LampEdit LampEdit;

LampEdit   *lamp_edit_new          (LampStore   *store,
                                    const char  *label);
void        lamp_edit_free         (LampEdit    *self);
LampStore  *lamp_edit_get_store    (LampEdit    *self);
const char *lamp_edit_get_label    (LampEdit    *self);
gboolean    lamp_edit_is_empty     (LampEdit    *self);

const char *lamp_edit_insert       (LampEdit    *self,      /* gives it an id if it has none, and returns the id; */
                                    LampRow     *row);      /* (transfer full); defaults are not filled in */
void        lamp_edit_replace      (LampEdit    *self,
                                    LampRow     *row);      /* (transfer full): the record of that id gets these values */
void        lamp_edit_set_text     (LampEdit    *self,
                                    LampRecord  *record,
                                    const char  *field,
                                    const char  *text);     /* (nullable): NULL clears */
void        lamp_edit_set_integer  (LampEdit    *self,
                                    LampRecord  *record,
                                    const char  *field,
                                    gint64       integer);
void        lamp_edit_set_real     (LampEdit    *self,
                                    LampRecord  *record,
                                    const char  *field,
                                    double       real);
void        lamp_edit_unset        (LampEdit    *self,
                                    LampRecord  *record,
                                    const char  *field);
void        lamp_edit_delete       (LampEdit    *self,
                                    LampRecord  *record);
gboolean    lamp_edit_commit       (LampEdit    *self,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampEdit, lamp_edit_free)

G_END_DECLS
