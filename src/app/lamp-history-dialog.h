/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

AdwDialog *lamp_history_dialog_new (LampStore *store);

G_END_DECLS
