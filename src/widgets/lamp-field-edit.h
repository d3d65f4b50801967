/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-edit.h"

G_BEGIN_DECLS

LampEdit *lamp_field_edit_new (LampStore       *store,
                               LampRecord      *record,
                               const LampField *field,
                               const char      *text,
                               GError         **error);

G_END_DECLS
