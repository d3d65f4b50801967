/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-view.h"

#include <glib/gi18n-lib.h>

#include "lamp-map-node.h"
#include "lamp-map-picture.h"
#include "lamp-map-private.h"
#include "lamp-map-resources.h"
#include "lamp-people-edits.h"
#include "lamp-people-list.h"
#include "lamp-style.h"

#define MOST_DEGREES 6

struct _LampMapView
{
  LampView parent_instance;

  LampPeopleBoard *board;
  GSimpleActionGroup *actions;
  LampMapPicture *picture;
  GtkWidget *list;              /* (nullable): made when first asked for */

  GtkStack *pages;
  AdwBin *picture_bin;
  AdwBin *list_bin;
  GtkRevealer *hint_revealer;
  GtkLabel *hint;
  GMenuModel *person_menu;
};

G_DEFINE_FINAL_TYPE (LampMapView, lamp_map_view, LAMP_TYPE_VIEW)

/* What a person does. */

static void
add_person (LampMapView *self,
            guint        sector)
{
  g_autoptr (LampRecord) person = lamp_person_create (self->board, sector);

  if (!person)
    return;

  lamp_session_set_selected (lamp_view_get_session (LAMP_VIEW (self)), person);
  if (lamp_board_get_selected (LAMP_BOARD (self->board)))
    lamp_map_picture_reveal (self->picture, lamp_board_get_selected (LAMP_BOARD (self->board)), FALSE);
}

static void
lamp_map_view_add (LampView *view)
{
  add_person (LAMP_MAP_VIEW (view), LAMP_SECTOR_ANY);
}

static void
add_clicked (LampMapView *self)
{
  add_person (self, LAMP_SECTOR_ANY);
}

static void
change_degree (LampMapView *self,
               int          by)
{
  int degree = (int) lamp_people_board_get_degree (self->board) + by;

  lamp_people_board_set_degree (self->board, (guint) CLAMP (degree, 0, MOST_DEGREES));
}

static void
widen (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  change_degree (data, 1);
}

static void
narrow (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  change_degree (data, -1);
}

static void
reset (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  LampMapView *self = data;

  lamp_board_select (LAMP_BOARD (self->board), NULL);
}

static void
delete_person (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  LampMapView *self = data;
  g_autoptr (LampRecord) person = lamp_board_dup_record (LAMP_BOARD (self->board),
                                                         lamp_board_get_selected (LAMP_BOARD (self->board)));

  if (person)
    lamp_session_delete (lamp_view_get_session (LAMP_VIEW (self)), person);
}

static void
enable (LampMapView *self,
        const char  *name,
        gboolean     enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (LampMapView *self)
{
  gboolean selected = lamp_board_get_selected (LAMP_BOARD (self->board)) != NULL;
  guint degree = lamp_people_board_get_degree (self->board);

  enable (self, "widen", selected && degree < MOST_DEGREES);
  enable (self, "narrow", selected && degree > 0);
  enable (self, "reset", selected);
  enable (self, "delete", selected);
}

static void
make_actions (LampMapView *self)
{
  static const GActionEntry entries[] = {
    { .name = "widen", .activate = widen },
    { .name = "narrow", .activate = narrow },
    { .name = "reset", .activate = reset },
    { .name = "delete", .activate = delete_person },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (self->actions));
  lamp_view_set_actions (LAMP_VIEW (self), self->person_menu, G_ACTION_GROUP (self->actions));
}

/* What is shown. The map is shown also when it is empty: it says who is missing. */

static const char *
choose_page (LampMapView *self)
{
  gboolean nobody = lamp_people_board_get_people (self->board)->len == 0;
  gboolean searches = *lamp_session_get_search (lamp_view_get_session (LAMP_VIEW (self))) != '\0';

  if (nobody && searches)
    return "none";
  if (!lamp_view_get_list_mode (LAMP_VIEW (self)))
    return "picture";

  return nobody ? "empty" : "list";
}

static void
update_page (LampMapView *self)
{
  const char *page = choose_page (self);

  if (g_str_equal (page, "list") && !self->list)
    {
      self->list = lamp_people_list_new (self->board);
      adw_bin_set_child (self->list_bin, self->list);
    }
  gtk_stack_set_visible_child_name (self->pages, page);
}

static char *
dup_hint (LampMapView   *self,
          const LampRow *person)
{
  g_autofree char *sentence = lamp_person_dup_sentence (self->board, person);
  g_autofree char *relations = lamp_person_dup_relations (self->board, person);

  if (!*relations)
    return g_strdup_printf (_("%s."), sentence);

  // Translators: %1$s says who somebody is, %2$s lists whom they are related to
  return g_strdup_printf (_("%1$s. %2$s"), sentence, relations);
}

static void
update_hint (LampMapView *self)
{
  const LampRow *person = lamp_board_get_selected (LAMP_BOARD (self->board));
  g_autofree char *text = person ? dup_hint (self, person) : NULL;

  if (text)
    gtk_label_set_text (self->hint, text);
  gtk_revealer_set_reveal_child (self->hint_revealer, text != NULL);
}

static void
on_near_changed (LampMapView *self)
{
  update_actions (self);
  update_hint (self);
}

static void
on_board_changed (LampMapView *self)
{
  update_page (self);
  on_near_changed (self);
}

static void
on_reveal (LampMapView *self,
           LampRecord  *record)
{
  if (!lamp_record_is (record, "people"))
    return;

  lamp_board_refresh (LAMP_BOARD (self->board));
  if (lamp_board_get_selected (LAMP_BOARD (self->board)))
    lamp_map_picture_reveal (self->picture, lamp_board_get_selected (LAMP_BOARD (self->board)), TRUE);
}

/* The class. */

static void
lamp_map_view_constructed (GObject *object)
{
  LampMapView *self = LAMP_MAP_VIEW (object);
  LampSession *session = lamp_view_get_session (LAMP_VIEW (self));

  G_OBJECT_CLASS (lamp_map_view_parent_class)->constructed (object);

  self->board = lamp_people_board_new (session);
  self->picture = LAMP_MAP_PICTURE (lamp_map_picture_new (self->board));
  adw_bin_set_child (self->picture_bin, GTK_WIDGET (self->picture));
  g_object_bind_property (self, "place", self->picture, "place", G_BINDING_BIDIRECTIONAL);
  make_actions (self);
  g_signal_connect_object (self->picture, "invite", G_CALLBACK (add_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "near-changed", G_CALLBACK (on_near_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::list-mode", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  on_board_changed (self);
}

static void
lamp_map_view_dispose (GObject *object)
{
  LampMapView *self = LAMP_MAP_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* before the template does it behind its back */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_MAP_VIEW);
  g_clear_object (&self->actions);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_map_view_parent_class)->dispose (object);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_KP_Add, "view.widen" }, { GDK_KEY_KP_Subtract, "view.narrow" }, { GDK_KEY_equal, "view.widen" },
    { GDK_KEY_plus, "view.widen" }, { GDK_KEY_minus, "view.narrow" }, { GDK_KEY_Escape, "view.reset" },
    { GDK_KEY_Delete, "view.delete" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

static void
lamp_map_view_class_init (LampMapViewClass *klass)
{
  static const char * const types[] = { "people", "memberships", "relationships", "trainings", "communities", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LampViewClass *view_class = LAMP_VIEW_CLASS (klass);

  object_class->constructed = lamp_map_view_constructed;
  object_class->dispose = lamp_map_view_dispose;

  view_class->add = lamp_map_view_add;
  view_class->name = "map";
  view_class->title = NC_ ("view", "Community Map");
  view_class->icon_name = "lamp-map-symbolic";
  view_class->add_label = NC_ ("view", "Add Person");
  view_class->has_list = TRUE;
  view_class->types = types;

  g_resources_register (lamp_map_get_resource ());
  lamp_style_load (LAMP_MAP_RESOURCES "map.css");
  gtk_widget_class_set_template_from_resource (widget_class, LAMP_MAP_RESOURCES "lamp-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LampMapView, pages);
  gtk_widget_class_bind_template_child (widget_class, LampMapView, picture_bin);
  gtk_widget_class_bind_template_child (widget_class, LampMapView, list_bin);
  gtk_widget_class_bind_template_child (widget_class, LampMapView, hint_revealer);
  gtk_widget_class_bind_template_child (widget_class, LampMapView, hint);
  gtk_widget_class_bind_template_child (widget_class, LampMapView, person_menu);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
  add_shortcuts (widget_class);
}

static void
lamp_map_view_init (LampMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
