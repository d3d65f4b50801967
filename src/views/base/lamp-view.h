/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampView:
 *
 * One of the five views in the window's content. A view knows the session and its own widgets, nothing of the window
 * and nothing of other views.
 *
 * Properties: "session" (LampSession, construct-only), "list-mode" (boolean: the list twin instead of the picture;
 * read-write), "place" (string, read-write: zoom and scroll in a form that only the view reads; remembered by the
 * window), "actions-menu" (GMenuModel, nullable, read-only: what the view adds to its header's menu).
 */
#define LAMP_TYPE_VIEW (lamp_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (LampView, lamp_view, LAMP, VIEW, AdwBin)

/**
 * LampViewClass:
 * @add: the primary “add” of the view (Ctrl+N): makes a record, selects it
 * @name: "overview", "map", "goals", "cycles" or "meetings"; set in class_init
 * @title: what the sidebar calls it, marked for translation with the context "view"
 * @icon_name: its symbolic icon
 * @add_label: (nullable): what the add button says, marked with the context "view"; %NULL: nothing to add
 * @has_list: whether the view has a picture and a list twin
 * @types: names of the record types that are shown here, %NULL-terminated: where a reveal lands
 */
struct _LampViewClass
{
  AdwBinClass parent_class;

  void (*add) (LampView *self);

  const char *name;
  const char *title;
  const char *icon_name;
  const char *add_label;
  gboolean has_list;
  const char * const *types;
};

LampSession *lamp_view_get_session   (LampView   *self);
gboolean     lamp_view_get_list_mode (LampView   *self);
void         lamp_view_set_list_mode (LampView   *self,
                                      gboolean    list_mode);
const char  *lamp_view_get_place     (LampView   *self);
void         lamp_view_set_place     (LampView   *self,
                                      const char *place);
GMenuModel  *lamp_view_get_actions_menu (LampView *self);
GActionGroup *lamp_view_get_actions  (LampView   *self);
/* For the view's own class: a menu of "view.…" actions, and the group that has them. The window shows the menu in its
 * header, and inserts the group as "view" while the view is shown. */
void         lamp_view_set_actions   (LampView     *self,
                                      GMenuModel   *menu,
                                      GActionGroup *actions);
void         lamp_view_add           (LampView   *self);

G_END_DECLS
