/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalEntry:
 *
 * A line of the outline or of the tray: a goal, or a number of private goals. It stays the same object for the same
 * goal, so that what is unfolded, selected and has the focus stays so.
 *
 * Signals: "changed": what it shows has been read anew.
 */
#define LAMP_TYPE_GOAL_ENTRY (lamp_goal_entry_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalEntry, lamp_goal_entry, LAMP, GOAL_ENTRY, GObject)

LampGoalEntry *lamp_goal_entry_new          (const char    *name);
const char    *lamp_goal_entry_get_name     (LampGoalEntry *self);
GListStore    *lamp_goal_entry_get_children (LampGoalEntry *self);
const LampRow *lamp_goal_entry_get_goal     (LampGoalEntry *self);
GPtrArray     *lamp_goal_entry_get_privates (LampGoalEntry *self);
LampGoalEntry *lamp_goal_entry_get_parent   (LampGoalEntry *self);
guint          lamp_goal_entry_get_place    (LampGoalEntry *self);
gboolean       lamp_goal_entry_is_context   (LampGoalEntry *self);
gboolean       lamp_goal_entry_is_folded    (LampGoalEntry *self);
void           lamp_goal_entry_set_folded   (LampGoalEntry *self,
                                             gboolean       folded);
void           lamp_goal_entry_put          (LampGoalEntry *self,
                                             LampGoalEntry *parent,
                                             guint          place,
                                             gboolean       is_context);
void           lamp_goal_entry_set          (LampGoalEntry *self,
                                             const LampRow *goal,
                                             GPtrArray     *privates);
void           lamp_goal_entry_tell         (LampGoalEntry *self);
char          *lamp_goal_entry_dup_title    (LampGoalEntry *self);
char          *lamp_goal_entry_dup_sentence (LampGoalEntry *self,
                                             LampGoalBoard *board);
gboolean       lamp_goal_entry_holds        (LampGoalEntry *self,
                                             const LampRow *goal);
void           lamp_goal_entries_sync       (GListStore    *store,
                                             GPtrArray     *wanted);

G_END_DECLS
