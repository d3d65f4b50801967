/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-finding.h"

G_BEGIN_DECLS

/**
 * LampPillarCard:
 *
 * A pillar of the learning community with its figure: how many places keep the rules of those that were judged.
 * Pressed, it shows only the findings that it was counted from.
 */
#define LAMP_TYPE_PILLAR_CARD (lamp_pillar_card_get_type ())
G_DECLARE_FINAL_TYPE (LampPillarCard, lamp_pillar_card, LAMP, PILLAR_CARD, GtkToggleButton)

GtkWidget *lamp_pillar_card_new        (LampPillar        pillar);
void       lamp_pillar_card_set_figure (LampPillarCard   *self,
                                        LampPillarFigure  figure);

G_END_DECLS
