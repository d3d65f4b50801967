/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-board.h"
#include "lamp-map-members.h"

G_BEGIN_DECLS

/**
 * LampPeopleBoard:
 *
 * What the community map knows: who is shown, what they belong to and whom they are related to. The map and the list
 * show this.
 *
 * Signals: "near-changed": who is near the selected person.
 */
#define LAMP_TYPE_PEOPLE_BOARD (lamp_people_board_get_type ())
G_DECLARE_FINAL_TYPE (LampPeopleBoard, lamp_people_board, LAMP, PEOPLE_BOARD, LampBoard)

LampPeopleBoard *lamp_people_board_new              (LampSession     *session);
GArray          *lamp_people_board_get_members      (LampPeopleBoard *self);
GPtrArray       *lamp_people_board_get_people       (LampPeopleBoard *self);
void             lamp_people_board_toggle           (LampPeopleBoard *self,
                                                     const char      *gathering);
const LampRow   *lamp_people_board_get_home         (LampPeopleBoard *self);

guint            lamp_people_board_get_degree       (LampPeopleBoard *self);
void             lamp_people_board_set_degree       (LampPeopleBoard *self,
                                                     guint            degree);
gboolean         lamp_people_board_is_near          (LampPeopleBoard *self,
                                                     const LampRow   *person);

char            *lamp_person_dup_role               (const LampRow   *person);
const char      *lamp_person_get_choice             (const LampRow   *person,
                                                     const char      *field);
char            *lamp_person_dup_communities        (LampPeopleBoard *board,
                                                     const LampRow   *person);
char            *lamp_person_dup_sentence           (LampPeopleBoard *board,
                                                     const LampRow   *person);
char            *lamp_person_dup_relations          (LampPeopleBoard *board,
                                                     const LampRow   *person);

G_END_DECLS
