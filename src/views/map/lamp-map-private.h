/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#define LAMP_MAP_RESOURCES "/io/github/lamplighter_app/Lamplighter/map/"
