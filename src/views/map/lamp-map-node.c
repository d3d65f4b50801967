/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-node.h"

#include <glib/gi18n-lib.h>

#include "lamp-map-private.h"

typedef enum
{
  SHOWS_PERSON = 1,
  SHOWS_GATHERING,
  SHOWS_NOBODY,
  SHOWS_PURPOSE,
} Shows;

struct _LampMapNode
{
  GtkWidget parent_instance;

  LampPeopleBoard *board;
  Shows shows;
  char *id;                /* of a person or community, or the name of a gathering */
  guint sector;
  gboolean small;

  GtkStack *stack;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *role;
  GtkLabel *community;
  GtkLabel *purpose;
};

static guint invite_signal;

G_DEFINE_FINAL_TYPE (LampMapNode, lamp_map_node, GTK_TYPE_WIDGET)

static void
select_community (LampMapNode *self)
{
  LampSession *session = lamp_board_get_session (LAMP_BOARD (self->board));
  g_autoptr (LampRecord) community = NULL;

  if (self->id)
    community = lamp_store_find (lamp_session_get_store (session), "communities", self->id);
  if (community)
    lamp_session_set_selected (session, community);
}

static void
activate (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  LampMapNode *self = LAMP_MAP_NODE (widget);
  g_autofree char *id = g_strdup (self->id); /* the node may be given something else on the way */

  gtk_widget_grab_focus (widget);
  switch (self->shows)
    {
    case SHOWS_PERSON:
      lamp_board_select (LAMP_BOARD (self->board),
                         lamp_snapshot_find (lamp_board_get_snapshot (LAMP_BOARD (self->board)), "people", id));
      break;
    case SHOWS_GATHERING:
      lamp_people_board_toggle (self->board, id);
      break;
    case SHOWS_NOBODY:
      g_signal_emit (self, invite_signal, 0, self->sector);
      break;
    case SHOWS_PURPOSE:
    default:
      select_community (self);
      break;
    }
}

static void
released (GtkGestureClick *gesture,
          int              n_press,
          double           x,
          double           y,
          LampMapNode     *self)
{
  activate (GTK_WIDGET (self), NULL, NULL);
}

static void
set_class (LampMapNode *self,
           const char  *name,
           gboolean     on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
give_room_to_name (LampMapNode *self,
                   gboolean     all)
{
  gtk_widget_set_visible (GTK_WIDGET (self->role), !all);
  gtk_label_set_wrap (self->name, all);
  gtk_label_set_lines (self->name, all ? 2 : 1);
}

static void
show (LampMapNode *self,
      Shows        shows,
      const char  *id,
      const char  *sentence)
{
  self->shows = shows;
  g_set_str (&self->id, id);
  gtk_stack_set_visible_child_name (self->stack, shows == SHOWS_PURPOSE ? "purpose" : "person");
  give_room_to_name (self, self->small && shows == SHOWS_PERSON);
  set_class (self, "purpose-node", shows == SHOWS_PURPOSE);
  set_class (self, "nobody", shows == SHOWS_NOBODY);
  set_class (self, "gathering", shows == SHOWS_GATHERING);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
mark (LampMapNode *self,
      gboolean     selected,
      gboolean     near)
{
  set_class (self, "selected", selected);
  set_class (self, "far", !near);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
show_person (LampMapNode   *self,
             const LampRow *person)
{
  g_autofree char *sentence = lamp_person_dup_sentence (self->board, person);
  g_autofree char *role = lamp_person_dup_role (person);
  gboolean is_group = lamp_row_get_integer (person, "group_size") > 0;

  adw_avatar_set_text (self->avatar, lamp_row_get_title (person));
  adw_avatar_set_icon_name (self->avatar, is_group ? "system-users-symbolic" : NULL);
  adw_avatar_set_show_initials (self->avatar, !is_group);
  gtk_label_set_text (self->name, lamp_row_get_title (person));
  gtk_label_set_text (self->role, role);
  show (self, SHOWS_PERSON, lamp_row_get_id (person), sentence);
  mark (self, person == lamp_board_get_selected (LAMP_BOARD (self->board)),
        lamp_people_board_is_near (self->board, person));
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static gboolean
any_near (LampMapNode *self,
          GPtrArray   *people)
{
  for (guint i = 0; i < people->len; i++)
    if (lamp_people_board_is_near (self->board, people->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
show_gathering (LampMapNode         *self,
                const LampMapMember *member)
{
  const char *role = lamp_person_get_choice (member->people->pdata[0], "role_type");
  g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", member->people->len),
                                            member->people->len);
  g_autofree char *name = lamp_map_member_dup_name (member);
  g_autofree char *sentence = NULL;

  role = role ? role : C_ ("map", "No role");
  // Translators: %1$s is a role such as “Teacher”, %2$s is such as “12 people”
  sentence = g_strdup_printf (member->is_open ? _("%1$s, %2$s, shown one by one") : _("%1$s, %2$s, gathered"),
                              role, count);
  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_icon_name (self->avatar, member->is_open ? "pan-down-symbolic" : "system-users-symbolic");
  adw_avatar_set_show_initials (self->avatar, FALSE);
  gtk_label_set_text (self->name, role);
  gtk_label_set_text (self->role, count);
  show (self, SHOWS_GATHERING, name, sentence);
  mark (self, FALSE, any_near (self, member->people));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, member->is_open, -1);
}

/**
 * lamp_map_node_show_member:
 * @self: a node
 * @member: who it shall show
 */
void
lamp_map_node_show_member (LampMapNode         *self,
                           const LampMapMember *member)
{
  g_return_if_fail (LAMP_IS_MAP_NODE (self));

  if (member->person)
    show_person (self, member->person);
  else
    show_gathering (self, member);
}

/**
 * lamp_map_node_show_nobody:
 * @self: a node
 * @sector: a sector that has nobody
 */
void
lamp_map_node_show_nobody (LampMapNode *self,
                           guint        sector)
{
  const LampRecordType *people = lamp_schema_find ("people");
  const LampField *field = &people->fields[lamp_record_type_find_field (people, "sector")];
  g_autofree char *sentence = NULL;

  g_return_if_fail (LAMP_IS_MAP_NODE (self));

  // Translators: %s is a sector, such as “Parents”
  sentence = g_strdup_printf (_("%s: nobody yet. Invite somebody."),
                              lamp_field_get_choice_label (field, field->choices[sector].nick));
  self->sector = sector;
  adw_avatar_set_text (self->avatar, NULL);
  adw_avatar_set_icon_name (self->avatar, "list-add-symbolic");
  adw_avatar_set_show_initials (self->avatar, FALSE);
  gtk_label_set_text (self->name, C_ ("map", "Nobody yet"));
  gtk_label_set_text (self->role, C_ ("map", "Invite…"));
  show (self, SHOWS_NOBODY, NULL, sentence);
  mark (self, FALSE, TRUE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/**
 * lamp_map_node_show_purpose:
 * @self: a node
 *
 * Makes it show the shared purpose of the community that is looked at.
 */
void
lamp_map_node_show_purpose (LampMapNode *self)
{
  const LampRow *home = lamp_people_board_get_home (self->board);
  const char *purpose = home ? lamp_row_get_text (home, "purpose") : NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (LAMP_IS_MAP_NODE (self));

  if (!purpose)
    purpose = _("What are we here for? Write down the shared purpose.");
  sentence = home ? g_strdup_printf (_("Shared purpose of %s: %s"), lamp_row_get_title (home), purpose)
                  : g_strdup (purpose);
  gtk_label_set_text (self->community, home ? lamp_row_get_title (home) : "");
  gtk_label_set_text (self->purpose, purpose);
  show (self, SHOWS_PURPOSE, home ? lamp_row_get_id (home) : NULL, sentence);
  mark (self, FALSE, TRUE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/**
 * lamp_map_node_set_small:
 * @self: a node, before it is told what to show
 * @small: whether it is seen from afar: of a person only the name is written then, in larger letters
 */
void
lamp_map_node_set_small (LampMapNode *self,
                         gboolean     small)
{
  g_return_if_fail (LAMP_IS_MAP_NODE (self));

  self->small = small;
  set_class (self, "small", small);
  gtk_widget_set_visible (GTK_WIDGET (self->community), !small);
  adw_avatar_set_size (self->avatar, small ? 28 : 34);
}

static void
lamp_map_node_dispose (GObject *object)
{
  LampMapNode *self = LAMP_MAP_NODE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_MAP_NODE);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_map_node_parent_class)->dispose (object);
}

static void
lamp_map_node_finalize (GObject *object)
{
  g_free (LAMP_MAP_NODE (object)->id);

  G_OBJECT_CLASS (lamp_map_node_parent_class)->finalize (object);
}

static void
lamp_map_node_class_init (LampMapNodeClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_map_node_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_map_node_finalize;

  invite_signal = g_signal_new ("invite", LAMP_TYPE_MAP_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, LAMP_MAP_RESOURCES "lamp-map-node.ui");
  gtk_widget_class_bind_template_child (widget_class, LampMapNode, stack);
  gtk_widget_class_bind_template_child (widget_class, LampMapNode, avatar);
  gtk_widget_class_bind_template_child (widget_class, LampMapNode, name);
  gtk_widget_class_bind_template_child (widget_class, LampMapNode, role);
  gtk_widget_class_bind_template_child (widget_class, LampMapNode, community);
  gtk_widget_class_bind_template_child (widget_class, LampMapNode, purpose);
  gtk_widget_class_set_css_name (widget_class, "mapnode");
  gtk_widget_class_install_action (widget_class, "node.activate", NULL, activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "node.activate", NULL);
}

static void
lamp_map_node_init (LampMapNode *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * lamp_map_node_new:
 * @board: what it shows
 *
 * Returns: (transfer floating): a node that shows nothing yet
 */
GtkWidget *
lamp_map_node_new (LampPeopleBoard *board)
{
  LampMapNode *self = g_object_new (LAMP_TYPE_MAP_NODE, NULL);

  self->board = g_object_ref (board);

  return GTK_WIDGET (self);
}
