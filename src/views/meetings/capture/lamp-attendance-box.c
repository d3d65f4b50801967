/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-attendance-box.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-record-picker.h"
#include "lamp-roles-box.h"

struct _LampAttendanceBox
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GListStore *people;
  gboolean showing;         /* the rows are being filled: nobody has chosen anything */

  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (LampAttendanceBox, lamp_attendance_box, ADW_TYPE_BIN)

/* What a person can be; the key that says so is the first letter of the word in the file. */
static const struct
{
  const char *state;
  guint key;
  const char *icon_name;    /* (nullable): it has no button of its own */
  const char *step;
} states[] = {
  { "present", GDK_KEY_p, "object-select-symbolic", N_ ("Mark “%s” as Present") },
  { "excused", GDK_KEY_e, "mail-read-symbolic", N_ ("Mark “%s” as Excused") },
  { "absent", GDK_KEY_a, "window-close-symbolic", N_ ("Mark “%s” as Absent") },
  { "invited", GDK_KEY_i, NULL, N_ ("Mark “%s” as Invited") },
};

static const char *
get_state_label (const char *state)
{
  const LampRecordType *type = lamp_schema_find ("attendances");

  return lamp_field_get_choice_label (&type->fields[lamp_record_type_find_field (type, "state")], state);
}

static GListModel *
list_attendances (LampAttendanceBox *self)
{
  return lamp_store_list_by (lamp_session_get_store (self->session), "attendances", "meeting",
                             lamp_record_get_id (self->meeting));
}

static LampRecord *
dup_attendance (LampAttendanceBox *self,
                LampRecord        *person)
{
  g_autoptr (GListModel) attendances = list_attendances (self);

  for (guint i = 0; i < g_list_model_get_n_items (attendances); i++)
    {
      g_autoptr (LampRecord) attendance = g_list_model_get_item (attendances, i);

      if (g_strcmp0 (lamp_record_get_text (attendance, "person"), lamp_record_get_id (person)) == 0)
        return g_steal_pointer (&attendance);
    }

  return NULL;
}

static void
mark (LampAttendanceBox *self,
      LampEdit          *edit,
      LampRecord        *person,
      const char        *state)
{
  g_autoptr (LampRecord) attendance = dup_attendance (self, person);
  LampRow *row;

  if (attendance != NULL)
    {
      if (g_strcmp0 (lamp_record_get_text (attendance, "state"), state) != 0)
        lamp_edit_set_text (edit, attendance, "state", state);
      return;
    }
  row = lamp_row_new (lamp_schema_find ("attendances"));
  lamp_row_set_text (row, "meeting", lamp_record_get_id (self->meeting));
  lamp_row_set_text (row, "person", lamp_record_get_id (person));
  lamp_row_set_text (row, "state", state);
  lamp_edit_insert (edit, row);
}

static void
commit (LampAttendanceBox *self,
        LampEdit          *edit)
{
  if (lamp_edit_is_empty (edit))
    lamp_edit_free (edit);
  else
    lamp_session_commit (self->session, edit, NULL);
}

static void
set_state (LampAttendanceBox *self,
           LampRecord        *person,
           guint              index)
{
  g_autofree char *label = NULL;
  LampEdit *edit;

  if (lamp_capture_is_locked (self->meeting))
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (_(states[index].step), lamp_record_get_title (person));
#pragma GCC diagnostic pop
  edit = lamp_edit_new (lamp_session_get_store (self->session), label);
  mark (self, edit, person, states[index].state);
  commit (self, edit);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), get_state_label (states[index].state),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (lamp_record_get_title (*(LampRecord * const *) a),
                         lamp_record_get_title (*(LampRecord * const *) b));
}

static void
add_people (LampAttendanceBox *self,
            GPtrArray         *people,
            GListModel        *records)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (records, i);
      g_autoptr (LampRecord) person = NULL;

      person = lamp_capture_find_reference (lamp_session_get_store (self->session), record, "person");
      if (person != NULL && !g_ptr_array_find (people, person, NULL))
        g_ptr_array_add (people, g_steal_pointer (&person));
    }
}

/* The members of the community, and whoever else has been added. */
static GPtrArray *
list_people (LampAttendanceBox *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) attendances = list_attendances (self);
  g_autoptr (GListModel) memberships = NULL;

  memberships = lamp_store_list_by (lamp_session_get_store (self->session), "memberships", "community",
                                    lamp_record_get_text (self->meeting, "community"));
  add_people (self, people, memberships);
  add_people (self, people, attendances);
  g_ptr_array_sort (people, compare_people);

  return people;
}

static gboolean
are_shown (LampAttendanceBox *self,
           GPtrArray         *people)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->people)) != people->len)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (LampRecord) shown = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      if (shown != people->pdata[i])
        return FALSE;
    }

  return TRUE;
}

static guint
find_state (const char *state)
{
  guint index = 0;

  while (index < G_N_ELEMENTS (states) - 1 && g_strcmp0 (states[index].state, state) != 0)
    index++;

  return index;
}

static void
show_row (LampAttendanceBox *self,
          GtkWidget         *row,
          LampRecord        *person)
{
  g_autoptr (LampRecord) attendance = dup_attendance (self, person);
  AdwToggleGroup *toggles = g_object_get_data (G_OBJECT (row), "toggles");
  guint index = find_state (attendance != NULL ? lamp_record_get_text (attendance, "state") : NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (person));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), attendance != NULL ? get_state_label (states[index].state)
                                                                        : C_ ("attendance", "Not marked"));
  adw_toggle_group_set_active (toggles, states[index].icon_name != NULL ? index : GTK_INVALID_LIST_POSITION);
}

static void
show_count (LampAttendanceBox *self)
{
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint n_present = lamp_attendance_box_get_present (self);
  g_autofree char *text = NULL;

  // Translators: how many of the people are at a meeting
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u here", "%u of %u here", n_people), n_present,
                          n_people);
  adw_preferences_group_set_description (self->group, text);
}

static void
refresh (LampAttendanceBox *self)
{
  g_autoptr (GPtrArray) people = NULL;

  if (lamp_record_is_deleted (self->meeting))
    return;
  people = list_people (self);
  self->showing = TRUE;
  if (!are_shown (self, people))
    g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)), people->pdata,
                         people->len);
  for (guint i = 0; i < people->len; i++)
    show_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)), people->pdata[i]);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), people->len > 0);
  gtk_widget_set_visible (self->empty, people->len == 0);
  show_count (self);
}

static LampAttendanceBox *
get_box (GtkWidget *widget)
{
  GtkWidget *box = gtk_widget_get_ancestor (widget, LAMP_TYPE_ATTENDANCE_BOX);

  return box != NULL ? LAMP_ATTENDANCE_BOX (box) : NULL;
}

static void
on_toggled (AdwToggleGroup *toggles,
            GParamSpec     *pspec,
            LampRecord     *person)
{
  LampAttendanceBox *self = get_box (GTK_WIDGET (toggles));
  guint active = adw_toggle_group_get_active (toggles);

  if (self != NULL && !self->showing && active != GTK_INVALID_LIST_POSITION)
    set_state (self, person, active);
}

static gboolean
on_row_key (GtkEventController *controller,
            guint               key,
            guint               code,
            GdkModifierType     modifiers,
            LampRecord         *person)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);
  LampAttendanceBox *self = get_box (row);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (gdk_keyval_to_lower (key) == states[i].key)
      {
        set_state (self, person, i);
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

/* Enter, Space or a click: here, or not. */
static void
on_row_activated (GtkWidget  *row,
                  LampRecord *person)
{
  LampAttendanceBox *self = get_box (row);
  g_autoptr (LampRecord) attendance = dup_attendance (self, person);
  gboolean is_here = attendance != NULL && g_strcmp0 (lamp_record_get_text (attendance, "state"), "present") == 0;

  set_state (self, person, find_state (is_here ? "absent" : "present"));
}

static GtkWidget *
make_toggles (LampRecord *person)
{
  GtkWidget *toggles = adw_toggle_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].icon_name != NULL)
      {
        AdwToggle *toggle = adw_toggle_new ();

        adw_toggle_set_icon_name (toggle, states[i].icon_name);
        adw_toggle_set_label (toggle, NULL);
        adw_toggle_set_tooltip (toggle, get_state_label (states[i].state));
        adw_toggle_set_name (toggle, states[i].state);
        adw_toggle_group_add (ADW_TOGGLE_GROUP (toggles), toggle);
      }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (toggles), GTK_INVALID_LIST_POSITION);
  gtk_widget_set_valign (toggles, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lamp_record_get_title (person), -1);
  g_signal_connect_object (toggles, "notify::active", G_CALLBACK (on_toggled), person, 0);

  return toggles;
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  LampAttendanceBox *self = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggles = make_toggles (item);
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, lamp_record_get_title (item), TRUE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggles);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, !lamp_capture_is_locked (self->meeting));
  g_object_set_data (G_OBJECT (row), "toggles", toggles);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), item, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_row_key), item, 0);
  gtk_widget_add_controller (row, keys);
  show_row (self, row, item);

  return row;
}

static void
mark_all (LampAttendanceBox *self)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (self->session), _("Mark Everybody as Present"));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr (LampRecord) person = g_list_model_get_item (G_LIST_MODEL (self->people), i);
      g_autoptr (LampRecord) attendance = dup_attendance (self, person);
      const char *state = attendance != NULL ? lamp_record_get_text (attendance, "state") : "invited";

      /* Whoever was said to be away stays away. */
      if (g_strcmp0 (state, "invited") == 0)
        mark (self, edit, person, "present");
    }
  commit (self, edit);
}

static void
on_picked (LampAttendanceBox *self,
           LampRecord        *person)
{
  set_state (self, person, find_state ("present"));
}

static GtkWidget *
make_add_button (LampAttendanceBox *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = lamp_record_picker_new (lamp_session_get_store (self->session), "people");

  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Add Somebody"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Somebody"), -1);

  return button;
}

static GtkWidget *
make_tools (LampAttendanceBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *all = gtk_button_new_with_mnemonic (_("_The Rest Are Here"));

  gtk_widget_add_css_class (all, "flat");
  g_signal_connect_object (all, "clicked", G_CALLBACK (mark_all), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), all);
  gtk_box_append (GTK_BOX (box), make_add_button (self));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (box, !lamp_capture_is_locked (self->meeting));

  return box;
}

static void
build (LampAttendanceBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty = g_object_new (GTK_TYPE_LABEL, "label", _("The community has no members yet. Add whoever is here."),
                              "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->empty, "dimmed");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who Is Here"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("P is present, A absent, E excused, I invited."), -1);
  adw_preferences_group_set_title (self->group, _("Who Is Here"));
  adw_preferences_group_set_header_suffix (self->group, make_tools (self));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_preferences_group_add (self->group, self->empty);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), lamp_roles_box_new (self->session, self->meeting));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->people), make_row, self, NULL);
}

static void
lamp_attendance_box_dispose (GObject *object)
{
  LampAttendanceBox *self = LAMP_ATTENDANCE_BOX (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->people);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_attendance_box_parent_class)->dispose (object);
}

static void
lamp_attendance_box_class_init (LampAttendanceBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_attendance_box_dispose;
}

static void
lamp_attendance_box_init (LampAttendanceBox *self)
{
  self->people = g_list_store_new (LAMP_TYPE_RECORD);
}

/**
 * lamp_attendance_box_new:
 * @session: the session
 * @meeting: a meeting
 *
 * Returns: (transfer floating): who is at the meeting
 */
GtkWidget *
lamp_attendance_box_new (LampSession *session,
                         LampRecord  *meeting)
{
  LampAttendanceBox *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (lamp_record_is (meeting, "meetings"), NULL);

  self = g_object_new (LAMP_TYPE_ATTENDANCE_BOX, NULL);
  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  build (self);
  refresh (self);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * lamp_attendance_box_get_present:
 * @self: an attendance
 *
 * Returns: how many are marked as present
 */
guint
lamp_attendance_box_get_present (LampAttendanceBox *self)
{
  g_return_val_if_fail (LAMP_IS_ATTENDANCE_BOX (self), 0);

  return lamp_capture_count_present (lamp_session_get_store (self->session), self->meeting);
}

/**
 * lamp_attendance_box_present:
 * @parent: a widget of the window
 * @session: the session
 * @meeting: a meeting
 *
 * Shows who is at the meeting in a dialog.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
lamp_attendance_box_present (GtkWidget   *parent,
                             LampSession *session,
                             LampRecord  *meeting)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  return lamp_capture_present_widget (parent, _("Attendance"), lamp_attendance_box_new (session, meeting));
}
