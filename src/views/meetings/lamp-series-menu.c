/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-menu.h"

#include <glib/gi18n-lib.h>

#include "lamp-calendar-dialog.h"
#include "lamp-closures-dialog.h"
#include "lamp-series-list-dialog.h"
#include "lamp-view.h"

static LampSession *
get_session (gpointer page)
{
  return lamp_view_get_session (LAMP_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (page), LAMP_TYPE_VIEW)));
}

/* The one that is looked at; with all of them in sight, the one whose meeting is looked at. */
static LampRecord *
dup_community (LampAgendaPage *page)
{
  LampSession *session = get_session (page);
  LampRecord *meeting = lamp_agenda_page_get_meeting (page);
  g_autofree char *home = lamp_session_dup_home (session);
  const char *id = home;

  if (lamp_session_get_community (session) == NULL && meeting != NULL)
    id = lamp_record_get_text (meeting, "community");

  return id != NULL ? lamp_store_find (lamp_session_get_store (session), "communities", id) : NULL;
}

static void
series_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  g_autoptr (LampRecord) community = dup_community (data);

  adw_dialog_present (lamp_series_list_dialog_new (get_session (data), community), GTK_WIDGET (data));
}

static void
closures_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  adw_dialog_present (lamp_closures_dialog_new (get_session (data)), GTK_WIDGET (data));
}

static void
save_calendar_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  LampRecord *meeting = lamp_agenda_page_get_meeting (data);

  if (meeting != NULL)
    lamp_calendar_dialog_present (GTK_WIDGET (data), get_session (data), meeting);
  else
    lamp_session_notice (get_session (data), _("There is no meeting to save."), FALSE);
}

/**
 * lamp_series_menu_add:
 * @menu: the menu of the view of meetings
 * @actions: its actions, "view.…"
 * @page: its page, whose meeting is meant
 *
 * Adds what there is to do with series, with days without school and with calendars.
 */
void
lamp_series_menu_add (GMenu          *menu,
                      GActionMap     *actions,
                      LampAgendaPage *page)
{
  static const GActionEntry entries[] = {
    { .name = "series", .activate = series_action },
    { .name = "closures", .activate = closures_action },
    { .name = "save-calendar", .activate = save_calendar_action },
  };
  g_autoptr (GMenu) section = g_menu_new ();

  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), page);
  g_menu_append (menu, _("Save as Calendar _File…"), "view.save-calendar");
  g_menu_append (section, _("_Series…"), "view.series");
  g_menu_append (section, _("_Days Without School…"), "view.closures");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
