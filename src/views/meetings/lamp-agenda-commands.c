/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-agenda-edits.h"
#include "lamp-agenda-list-private.h"
#include "lamp-backlog-edits.h"
#include "lamp-move-dialog.h"
#include "lamp-split-dialog.h"

/* What can be done with the chosen items: the “item” actions of the agenda list. */

static void
set_enabled (LampAgendaList *self,
             const char     *name,
             gboolean        enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static const struct { const char *action; const char *field; } marks[] = {
  { "protected", "protected" }, { "recurring", "recurring" }, { "off-record", "off_record" },
};

static gboolean
all_have (GPtrArray  *chosen,
          const char *field)
{
  for (guint i = 0; i < chosen->len; i++)
    if (!lamp_record_get_boolean (chosen->pdata[i], field))
      return FALSE;

  return chosen->len > 0;
}

/* Which commands can be given for what is chosen. */
void
lamp_agenda_commands_update (LampAgendaList *self)
{
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  guint n_items = self->records != NULL ? g_list_model_get_n_items (self->records) : 0;
  gboolean any = chosen->len > 0 && !lamp_agenda_list_is_locked (self);
  guint first = any ? lamp_items_find (self->records, chosen->pdata[0]) : 0;
  guint last = any ? lamp_items_find (self->records, chosen->pdata[chosen->len - 1]) : 0;

  set_enabled (self, "move-up", any && first > 0);
  set_enabled (self, "move-down", any && last + 1 < n_items);
  set_enabled (self, "move-to", any);
  set_enabled (self, "put-back", any && lamp_record_has (self->meeting, "series"));
  set_enabled (self, "duplicate", any);
  set_enabled (self, "split", any && chosen->len == 1 && lamp_record_get_integer (chosen->pdata[0], "minutes") > 1);
  set_enabled (self, "merge", any && (chosen->len > 1 || last + 1 < n_items));
  set_enabled (self, "delete", any);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), marks[i].action);

      set_enabled (self, marks[i].action, any);
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (all_have (chosen, marks[i].field)));
    }
}

static void
move_up (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  guint first = lamp_items_find (self->records, chosen->pdata[0]);

  if (first > 0)
    lamp_agenda_list_place (self, chosen, first - 1);
}

static void
move_down (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);

  lamp_agenda_list_place (self, chosen, lamp_items_find (self->records, chosen->pdata[chosen->len - 1]) + 2);
}

static void
duplicate (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  g_autoptr (GPtrArray) copies = lamp_items_duplicate (self->session, self->records, chosen);

  lamp_agenda_list_select (self, copies);
}

/* What goes leaves the focus where it was. */
static void
focus_place (LampAgendaList *self,
             guint           place)
{
  guint n_items = g_list_model_get_n_items (self->records);
  g_autoptr (LampRecord) item = g_list_model_get_item (self->records, MIN (place, MAX (n_items, 1) - 1));

  if (item != NULL)
    lamp_agenda_list_select_one (self, item);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
delete (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  guint place = lamp_items_find (self->records, chosen->pdata[0]);

  if (lamp_items_delete (self->session, chosen))
    focus_place (self, place);
}

static void
on_split (LampAgendaList *self,
          int             minutes,
          const char     *title,
          const char     *second_title,
          LampRecord     *item)
{
  g_autoptr (LampRecord) second = NULL;

  if (self->records == NULL || lamp_record_is_deleted (item))
    return;
  second = lamp_items_split (self->session, self->records, item, minutes, title, second_title);
  if (second != NULL)
    lamp_agenda_list_select_one (self, second);
}

static void
split (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  AdwDialog *dialog = lamp_split_dialog_new (chosen->pdata[0]);

  g_signal_connect_object (dialog, "split", G_CALLBACK (on_split), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
merge (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);

  if (chosen->len == 1)
    g_ptr_array_add (chosen, g_list_model_get_item (self->records,
                                                    lamp_items_find (self->records, chosen->pdata[0]) + 1));
  if (lamp_items_merge (self->session, chosen))
    lamp_agenda_list_select_one (self, chosen->pdata[0]);
}

static void
on_meeting_chosen (LampAgendaList *self,
                   GPtrArray      *chosen,
                   LampRecord     *meeting)
{
  guint place = self->records != NULL ? lamp_items_find (self->records, chosen->pdata[0]) : G_MAXUINT;

  if (place != G_MAXUINT && lamp_items_move_to (self->session, chosen, meeting))
    focus_place (self, place);
}

static void
move_to (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  AdwDialog *dialog = lamp_move_dialog_new (self->session, self->meeting, chosen);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_meeting_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
put_back (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  guint place = lamp_items_find (self->records, chosen->pdata[0]);

  if (lamp_backlog_put_back (self->session, chosen, self->meeting))
    focus_place (self, place);
}

static void
change_mark (GSimpleAction *action,
             GVariant      *state,
             gpointer       data)
{
  LampAgendaList *self = data;
  g_autoptr (GPtrArray) chosen = lamp_agenda_list_dup_chosen (self);
  const LampRecordType *type = lamp_schema_find ("agenda_items");
  const char *field = NULL;
  g_autofree char *label = NULL;
  LampEdit *edit;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (marks[i].action, g_action_get_name (G_ACTION (action))))
      field = marks[i].field;
  // Translators: a step in Undo: the value of a field was changed; %s is the field, such as “Title”
  label = g_strdup_printf (_("Change %s"),
                           lamp_field_get_label (&type->fields[lamp_record_type_find_field (type, field)]));
  edit = lamp_edit_new (lamp_session_get_store (self->session), label);
  for (guint i = 0; i < chosen->len; i++)
    lamp_edit_set_integer (edit, chosen->pdata[i], field, g_variant_get_boolean (state));
  lamp_session_commit (self->session, edit, NULL);
}

/* The keys of the commands; the menu and the shortcuts dialog show the same. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Up, GDK_ALT_MASK, "item.move-up" },
  { GDK_KEY_Down, GDK_ALT_MASK, "item.move-down" },
  { GDK_KEY_m, GDK_CONTROL_MASK, "item.move-to" },
  { GDK_KEY_b, GDK_CONTROL_MASK, "item.put-back" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "item.duplicate" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "item.split" },
  { GDK_KEY_j, GDK_CONTROL_MASK, "item.merge" },
  { GDK_KEY_Delete, GDK_NO_MODIFIER_MASK, "item.delete" },
  { GDK_KEY_Menu, GDK_NO_MODIFIER_MASK, "item.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "item.menu" },
};

/* Binds the keys to the commands. */
void
lamp_agenda_commands_bind (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

/* Returns: (transfer full): the commands. */
GSimpleActionGroup *
lamp_agenda_commands_new (LampAgendaList *self)
{
  static const GActionEntry entries[] = {
    { .name = "move-up", .activate = move_up },
    { .name = "move-down", .activate = move_down },
    { .name = "move-to", .activate = move_to },
    { .name = "put-back", .activate = put_back },
    { .name = "duplicate", .activate = duplicate },
    { .name = "split", .activate = split },
    { .name = "merge", .activate = merge },
    { .name = "delete", .activate = delete },
    { .name = "protected", .state = "false", .change_state = change_mark },
    { .name = "recurring", .state = "false", .change_state = change_mark },
    { .name = "off-record", .state = "false", .change_state = change_mark },
    { .name = "menu", .activate = lamp_agenda_list_show_menu },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);

  return actions;
}
