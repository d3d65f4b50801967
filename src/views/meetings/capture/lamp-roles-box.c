/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-roles-box.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-meeting-snapshot.h"
#include "lamp-near.h"
#include "lamp-roles.h"

struct _LampRolesBox
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;
  gboolean showing;         /* the rows are being filled: nobody has picked anybody */

  GtkWidget *rows[LAMP_N_ROLES];
  GtkWidget *proposals[LAMP_N_ROLES];   /* buttons that take a proposal */
  GtkWidget *take_all;
};

G_DEFINE_FINAL_TYPE (LampRolesBox, lamp_roles_box, ADW_TYPE_BIN)

static const char *
get_label (guint role)
{
  const LampRecordType *type = lamp_schema_find ("meetings");

  return lamp_field_get_label (&type->fields[lamp_record_type_find_field (type, lamp_roles_get_field (role))]);
}

static void
set_role (LampRolesBox *self,
          guint         role,
          const char   *person)
{
  // Translators: a step in Undo: who has a role in a meeting was changed; %s is the role
  g_autofree char *label = g_strdup_printf (_("Change %s"), get_label (role));
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (self->session), label);

  lamp_edit_set_text (edit, self->meeting, lamp_roles_get_field (role), person);
  lamp_session_commit (self->session, edit, NULL);
}

static void
on_picked (GtkWidget    *row,
           GParamSpec   *pspec,
           LampRolesBox *self)
{
  LampRecord *person = lamp_pick_row_get_record (LAMP_PICK_ROW (row));

  for (guint role = 0; !self->showing && role < LAMP_N_ROLES; role++)
    if (self->rows[role] == row)
      set_role (self, role, person != NULL ? lamp_record_get_id (person) : NULL);
}

static void
on_take (GtkWidget    *button,
         LampRolesBox *self)
{
  for (guint role = 0; role < LAMP_N_ROLES; role++)
    if (self->proposals[role] == button)
      {
        gtk_widget_grab_focus (self->rows[role]);
        set_role (self, role, g_object_get_data (G_OBJECT (button), "person"));
        return;
      }
}

static void
take_all (LampRolesBox *self)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (self->session), _("Take Turns"));

  gtk_widget_grab_focus (self->rows[0]);
  for (guint role = 0; role < LAMP_N_ROLES; role++)
    if (gtk_widget_get_visible (self->proposals[role]))
      lamp_edit_set_text (edit, self->meeting, lamp_roles_get_field (role),
                          g_object_get_data (G_OBJECT (self->proposals[role]), "person"));
  lamp_session_commit (self->session, edit, NULL);
}

static const LampRoleTurn *
find_turn (GPtrArray  *turns,
           const char *role)
{
  for (guint i = 0; i < turns->len; i++)
    if (g_str_equal (((LampRoleTurn *) turns->pdata[i])->role, role))
      return turns->pdata[i];

  return NULL;
}

static void
show_proposal (LampRolesBox       *self,
               guint               role,
               const LampRoleTurn *turn)
{
  GtkWidget *button = self->proposals[role];
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (button, turn != NULL && turn->person != NULL);
  if (turn == NULL || turn->person == NULL)
    return;
  // Translators: a proposal of who takes a role in a meeting; %s is a person
  label = g_strdup_printf (C_ ("role", "%s?"), lamp_row_get_title (turn->person));
  // Translators: what a button does, for a screen reader; a role and a person
  name = g_strdup_printf (_("%s: take %s"), get_label (role), lamp_row_get_title (turn->person));
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), label);
  gtk_widget_set_tooltip_text (button, turn->why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, turn->why, -1);
  g_object_set_data_full (G_OBJECT (button), "person", g_strdup (lamp_row_get_id (turn->person)), g_free);
}

static void
refresh (LampRolesBox *self)
{
  LampStore *store = lamp_session_get_store (self->session);
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) turns = NULL;
  guint n_proposed = 0;

  if (lamp_record_is_deleted (self->meeting))
    return;
  snapshot = lamp_meeting_snapshot_new (store, self->meeting);
  turns = lamp_roles_propose (snapshot, lamp_record_get_id (self->meeting));
  self->showing = TRUE;
  for (guint role = 0; role < LAMP_N_ROLES; role++)
    {
      const char *field = lamp_roles_get_field (role);
      g_autoptr (LampRecord) person = lamp_capture_find_reference (store, self->meeting, field);
      const LampRoleTurn *turn = find_turn (turns, field);

      lamp_pick_row_set_record (LAMP_PICK_ROW (self->rows[role]), person);
      show_proposal (self, role, turn);
      n_proposed += turn != NULL && turn->person != NULL;
    }
  self->showing = FALSE;
  gtk_widget_set_visible (self->take_all, n_proposed > 1);
}

static GtkWidget *
make_proposal (LampRolesBox *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take), self, 0);

  return button;
}

static void
build (LampRolesBox *self)
{
  LampStore *store = lamp_session_get_store (self->session);
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GHashTable) members = lamp_near_list_members (store, lamp_record_get_text (self->meeting, "community"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Roles"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("They go round, so that everybody leads."));
  self->take_all = gtk_button_new_with_mnemonic (_("Take _Proposals"));
  gtk_widget_add_css_class (self->take_all, "flat");
  gtk_widget_set_valign (self->take_all, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->take_all, "clicked", G_CALLBACK (take_all), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->take_all);
  for (guint role = 0; role < LAMP_N_ROLES; role++)
    {
      self->rows[role] = lamp_pick_row_new (store, "people", get_label (role));
      lamp_pick_row_set_first (LAMP_PICK_ROW (self->rows[role]), members);
      self->proposals[role] = make_proposal (self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[role]), self->proposals[role]);
      g_signal_connect_object (self->rows[role], "notify::record", G_CALLBACK (on_picked), self, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[role]);
    }
  gtk_widget_set_sensitive (group, !lamp_capture_is_locked (self->meeting));
  adw_bin_set_child (ADW_BIN (self), group);
}

static void
lamp_roles_box_dispose (GObject *object)
{
  LampRolesBox *self = LAMP_ROLES_BOX (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_roles_box_parent_class)->dispose (object);
}

static void
lamp_roles_box_class_init (LampRolesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_roles_box_dispose;
}

static void
lamp_roles_box_init (LampRolesBox *self)
{
}

/**
 * lamp_roles_box_new:
 * @session: the session
 * @meeting: a meeting
 *
 * Returns: (transfer floating): the roles in the meeting
 */
GtkWidget *
lamp_roles_box_new (LampSession *session,
                    LampRecord  *meeting)
{
  LampRolesBox *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (lamp_record_is (meeting, "meetings"), NULL);

  self = g_object_new (LAMP_TYPE_ROLES_BOX, NULL);
  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  build (self);
  refresh (self);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
