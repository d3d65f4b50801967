/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Opening and creating files (private to core/store). */

#include "lamp-connection.h"
#include "lamp-store.h"

G_BEGIN_DECLS

/* PRAGMA application_id: "Lamp". */
#define LAMP_APPLICATION_ID 0x4c616d70

LampConnection *lamp_file_open   (const char      *path,
                                  LampStoreFlags   flags,
                                  LampClock       *clock,
                                  GError         **error);
LampConnection *lamp_file_attach (const char      *path,
                                  gboolean         read_only,
                                  GError         **error);
gboolean        lamp_file_make_private (const char *path,
                                  GError         **error);
gboolean        lamp_file_make_folder (const char *path,
                                  GError         **error);
void            lamp_file_translate (const char      *path,
                                  GError         **error);
gboolean        lamp_file_check_schema (LampConnection *connection,
                                  GError         **error);
gboolean        lamp_file_check_whole (LampConnection *connection,
                                  GError         **error);

G_END_DECLS
