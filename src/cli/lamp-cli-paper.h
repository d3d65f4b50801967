/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-cli.h"
#include "lamp-pages.h"

G_BEGIN_DECLS

LampExit  lamp_cli_write    (const char            *output,
                             GBytes                *bytes);
GBytes   *lamp_cli_make_pdf (LampStore             *store,
                             LampDocument          *document,
                             const LampPaperSetup  *setup,
                             const char            *author,
                             GError               **error);

G_END_DECLS
