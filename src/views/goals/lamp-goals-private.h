/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#define LAMP_GOALS_RESOURCES "/io/github/lamplighter_app/Lamplighter/goals/"
