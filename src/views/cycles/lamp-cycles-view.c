/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycles-view.h"

#include <glib/gi18n-lib.h>

#include "lamp-cycle-dialog.h"
#include "lamp-cycle-table.h"
#include "lamp-cycles-resources.h"
#include "lamp-timeline-page.h"

struct _LampCyclesView
{
  LampView parent_instance;

  GListModel *cycles;

  GtkStack *pages;
  LampTimelinePage *timeline;
  LampCycleTable *table;
};

G_DEFINE_FINAL_TYPE (LampCyclesView, lamp_cycles_view, LAMP_TYPE_VIEW)

static gboolean
has_words (LampCyclesView *self,
           LampRecord     *cycle,
           const char     *words)
{
  LampStore *store = lamp_session_get_store (lamp_view_get_session (LAMP_VIEW (self)));
  g_autoptr (GListModel) stages = NULL;

  if (*words == '\0' || g_str_match_string (words, lamp_record_get_title (cycle), TRUE))
    return TRUE;
  stages = lamp_store_list_by (store, "stages", "cycle", lamp_record_get_id (cycle));
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LampRecord) stage = g_list_model_get_item (stages, i);

      if (g_str_match_string (words, lamp_record_get_title (stage), TRUE))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_cycles (LampCyclesView *self,
            const char     *words)
{
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));

  for (guint i = 0; i < g_list_model_get_n_items (self->cycles); i++)
    {
      g_autoptr (LampRecord) cycle = g_list_model_get_item (self->cycles, i);

      if (lamp_session_includes (session, cycle) && has_words (self, cycle, words))
        return TRUE;
    }

  return FALSE;
}

static void
update_page (LampCyclesView *self)
{
  const char *words = lamp_session_get_search (lamp_view_get_session (LAMP_VIEW (self)));
  const char *name = lamp_view_get_list_mode (LAMP_VIEW (self)) ? "list" : "picture";

  if (!has_cycles (self, words))
    name = *words != '\0' && has_cycles (self, "") ? "not-found" : "none";
  gtk_stack_set_visible_child_name (self->pages, name);
}

static void
on_created (LampCyclesView *self,
            LampRecord     *cycle)
{
  lamp_session_set_selected (lamp_view_get_session (LAMP_VIEW (self)), cycle);
}

static void
lamp_cycles_view_add (LampView *view)
{
  LampSession *session = lamp_view_get_session (view);
  g_autofree char *home = lamp_session_dup_home (session);
  g_autoptr (LampRecord) community = NULL;
  AdwDialog *dialog;

  if (home != NULL)
    community = lamp_store_find (lamp_session_get_store (session), "communities", home);
  if (community == NULL)
    {
      lamp_session_notice (session, _("A cycle belongs to a community: add a community first."), FALSE);
      return;
    }
  dialog = lamp_cycle_dialog_new (session, community);
  g_signal_connect_object (dialog, "created", G_CALLBACK (on_created), view, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (view));
}

/* The view's place is the timeline's. */
static void
on_timeline_place (LampCyclesView *self)
{
  lamp_view_set_place (LAMP_VIEW (self), lamp_timeline_page_get_place (self->timeline));
}

static void
on_view_place (LampCyclesView *self)
{
  lamp_timeline_page_set_place (self->timeline, lamp_view_get_place (LAMP_VIEW (self)));
}

static void
lamp_cycles_view_constructed (GObject *object)
{
  LampCyclesView *self = LAMP_CYCLES_VIEW (object);
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));
  LampStore *store = lamp_session_get_store (session);

  G_OBJECT_CLASS (lamp_cycles_view_parent_class)->constructed (object);

  self->cycles = lamp_store_list (store, "cycles");
  lamp_timeline_page_set_session (self->timeline, session);
  lamp_cycle_table_set_session (self->table, session);
  g_signal_connect_object (self, "notify::list-mode", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::place", G_CALLBACK (on_view_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::place", G_CALLBACK (on_timeline_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::community", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::search", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  update_page (self);
}

static void
lamp_cycles_view_dispose (GObject *object)
{
  LampCyclesView *self = LAMP_CYCLES_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->cycles);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_CYCLES_VIEW);

  G_OBJECT_CLASS (lamp_cycles_view_parent_class)->dispose (object);
}

static void
load_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/lamplighter_app/Lamplighter/cycles/lamp-cycles.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
lamp_cycles_view_class_init (LampCyclesViewClass *klass)
{
  static const char * const types[] = { "cycles", "stages", "evidence", "adjustments", "cycle_goals", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LampViewClass *view_class = LAMP_VIEW_CLASS (klass);

  object_class->constructed = lamp_cycles_view_constructed;
  object_class->dispose = lamp_cycles_view_dispose;

  view_class->add = lamp_cycles_view_add;
  view_class->name = "cycles";
  view_class->title = NC_ ("view", "Cycles");
  view_class->icon_name = "media-playlist-repeat-symbolic";
  view_class->add_label = NC_ ("view", "Add Cycle");
  view_class->has_list = TRUE;
  view_class->types = types;

  g_resources_register (lamp_cycles_get_resource ());
  load_style ();
  g_type_ensure (LAMP_TYPE_TIMELINE_PAGE);
  g_type_ensure (LAMP_TYPE_CYCLE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/cycles/lamp-cycles-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LampCyclesView, pages);
  gtk_widget_class_bind_template_child (widget_class, LampCyclesView, timeline);
  gtk_widget_class_bind_template_child (widget_class, LampCyclesView, table);
}

static void
lamp_cycles_view_init (LampCyclesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
