/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-print.h"

#include <glib/gi18n-lib.h>

#include "lamp-meeting-paper.h"
#include "lamp-paper-copy.h"
#include "lamp-paper-dialog.h"
#include "lamp-series-menu.h"

static LampSession *
get_session (LampAgendaPage *page)
{
  return lamp_view_get_session (LAMP_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (page), LAMP_TYPE_VIEW)));
}

/* The meeting that is looked at, for paper; where there is none that is said. */
static LampPaperSource *
make_source (LampAgendaPage *page)
{
  LampRecord *meeting = lamp_agenda_page_get_meeting (page);

  if (meeting != NULL)
    return lamp_meeting_paper_new (meeting);
  lamp_session_notice (get_session (page), _("There is no meeting to print."), FALSE);

  return NULL;
}

static void
print_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  g_autoptr (LampPaperSource) source = make_source (data);

  if (source != NULL)
    lamp_paper_dialog_present (get_session (data), source, data);
}

static void
copy_text_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  g_autoptr (LampPaperSource) source = make_source (data);

  if (source != NULL)
    lamp_paper_copy_text (get_session (data), source, gtk_widget_get_clipboard (data));
}

/**
 * lamp_meeting_print_install:
 * @view: the view of meetings
 * @page: its page, whose meeting is meant
 *
 * Gives the view its menu for paper: the actions "view.print", which Ctrl+P leads to, and "view.copy-text".
 */
void
lamp_meeting_print_install (LampView       *view,
                            LampAgendaPage *page)
{
  static const GActionEntry entries[] = {
    { .name = "print", .activate = print_action },
    { .name = "copy-text", .activate = copy_text_action },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), page);
  g_menu_append (menu, _("_Print or Save…"), "view.print");
  g_menu_append (menu, _("_Copy as Text"), "view.copy-text");
  lamp_series_menu_add (menu, G_ACTION_MAP (actions), page);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "view", G_ACTION_GROUP (actions));
  lamp_view_set_actions (view, G_MENU_MODEL (menu), G_ACTION_GROUP (actions));
}
