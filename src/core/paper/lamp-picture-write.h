/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-picture.h"

G_BEGIN_DECLS

GBytes *lamp_picture_to_svg   (LampPicture  *self,
                               GError      **error);
GBytes *lamp_picture_to_png   (LampPicture  *self,
                               GError      **error);
void    lamp_picture_keep_svg (LampPicture  *self);

G_END_DECLS
