/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-start-assistant.h"

#include <glib/gi18n-lib.h>

#include "lamp-date-row.h"
#include "lamp-date.h"
#include "lamp-text-row.h"

struct _LampStartAssistant
{
  AdwDialog parent_instance;

  LampSession *session;
  GPtrArray *people;        /* of LampRow */
  LampDateRow *first_row;   /* when the first meeting is */

  AdwNavigationView *pages;
  GtkEditable *name_row;
  AdwComboRow *kind_row;
  LampTextRow *purpose_row;
  GtkWidget *next_button;
  GtkEditable *person_row;
  AdwComboRow *sector_row;
  AdwComboRow *wall_row;
  GtkWidget *size_row;
  GtkSpinButton *size_spin;
  GtkWidget *add_row;
  AdwPreferencesGroup *people_group;
  AdwSwitchRow *plan_row;
  AdwPreferencesGroup *meetings_group;
  GtkSpinButton *weeks_spin;
  GtkSpinButton *minutes_spin;
  GtkSpinButton *count_spin;
};

G_DEFINE_FINAL_TYPE (LampStartAssistant, lamp_start_assistant, ADW_TYPE_DIALOG)

static const LampField *
find_field (const char *type_name,
            const char *name)
{
  const LampRecordType *type = lamp_schema_find (type_name);

  return &type->fields[lamp_record_type_find_field (type, name)];
}

/* The choices come from the declaration, as everywhere. */
static void
fill_combo (AdwComboRow *row,
            const char  *type,
            const char  *name)
{
  const LampField *field = find_field (type, name);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (const LampChoice *choice = field->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (labels, lamp_field_get_choice_label (field, choice->nick));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static const char *
get_choice (AdwComboRow *row,
            const char  *type,
            const char  *name)
{
  return find_field (type, name)->choices[adw_combo_row_get_selected (row)].nick;
}

static void
set_choice (AdwComboRow *row,
            const char  *type,
            const char  *name,
            const char  *nick)
{
  const LampField *field = find_field (type, name);

  for (guint i = 0; field->choices[i].nick != NULL; i++)
    if (g_str_equal (field->choices[i].nick, nick))
      adw_combo_row_set_selected (row, i);
}

static char *
dup_typed (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
on_name_changed (LampStartAssistant *self)
{
  g_autofree char *name = dup_typed (self->name_row);

  gtk_widget_set_sensitive (self->next_button, *name != '\0');
}

static void
on_person_changed (LampStartAssistant *self)
{
  g_autofree char *name = dup_typed (self->person_row);

  gtk_widget_set_sensitive (self->add_row, *name != '\0');
}

/* Children are groups; children and educators stand inside, unless somebody says otherwise. */
static void
on_sector (LampStartAssistant *self)
{
  const char *sector = get_choice (self->sector_row, "people", "sector");
  gboolean children = g_str_equal (sector, "children");

  gtk_widget_set_visible (self->size_row, children);
  set_choice (self->wall_row, "people", "wall", children || g_str_equal (sector, "educators") ? "inside" : "outside");
}

static void
on_next (LampStartAssistant *self)
{
  const char *tag = adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->pages));

  if (!gtk_widget_get_sensitive (self->next_button))
    return;

  adw_navigation_view_push_by_tag (self->pages, g_str_equal (tag, "purpose") ? "people" : "meetings");
}

static void
on_remove_person (GtkWidget          *button,
                  LampStartAssistant *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  g_ptr_array_remove (self->people, g_object_get_data (G_OBJECT (row), "person"));
  adw_preferences_group_remove (self->people_group, row);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), self->people->len > 0);
}

static GtkWidget *
make_remove_button (LampStartAssistant *self,
                    const char         *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_person), self, 0);

  return button;
}

static void
show_person (LampStartAssistant *self,
             LampRow            *person)
{
  const char *name = lamp_row_get_text (person, "name");
  const LampField *sector = find_field ("people", "sector");
  const LampField *wall = find_field ("people", "wall");
  GtkWidget *row = adw_action_row_new ();
  // Translators: a person's sector and where they stand: “Parents · Outside the walls”
  g_autofree char *subtitle = g_strdup_printf (
    C_("person", "%s · %s"), lamp_field_get_choice_label (sector, lamp_row_get_text (person, "sector")),
    lamp_field_get_choice_label (wall, lamp_row_get_text (person, "wall")));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, name));
  g_object_set_data (G_OBJECT (row), "person", person);
  adw_preferences_group_add (self->people_group, row);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), TRUE);
}

static void
on_add_person (LampStartAssistant *self)
{
  g_autofree char *name = dup_typed (self->person_row);
  LampRow *person;

  if (*name == '\0')
    return;

  person = lamp_row_new (lamp_schema_find ("people"));
  lamp_row_set_text (person, "name", name);
  lamp_row_set_text (person, "sector", get_choice (self->sector_row, "people", "sector"));
  lamp_row_set_text (person, "wall", get_choice (self->wall_row, "people", "wall"));
  if (gtk_widget_get_visible (self->size_row))
    lamp_row_set_integer (person, "group_size", gtk_spin_button_get_value_as_int (self->size_spin));
  lamp_row_set_defaults (person);
  g_ptr_array_add (self->people, person);
  show_person (self, person);
  gtk_editable_set_text (self->person_row, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->person_row));
}

static const char *
insert_community (LampStartAssistant *self,
                  LampEdit           *edit)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("communities"));
  g_autofree char *name = dup_typed (self->name_row);
  const char *purpose = lamp_text_row_get_text (self->purpose_row);

  lamp_row_set_text (row, "name", name);
  lamp_row_set_text (row, "kind", get_choice (self->kind_row, "communities", "kind"));
  if (*purpose != '\0')
    lamp_row_set_text (row, "purpose", purpose);
  if (adw_switch_row_get_active (self->plan_row))
    lamp_row_set_integer (row, "cadence_weeks", gtk_spin_button_get_value_as_int (self->weeks_spin));
  lamp_row_set_defaults (row);

  return lamp_edit_insert (edit, row);
}

static void
insert_people (LampStartAssistant *self,
               LampEdit           *edit,
               const char         *community)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      LampRow *membership = lamp_row_new (lamp_schema_find ("memberships"));

      lamp_row_set_text (membership, "person", lamp_edit_insert (edit, lamp_row_copy (self->people->pdata[i])));
      lamp_row_set_text (membership, "community", community);
      lamp_row_set_defaults (membership);
      lamp_edit_insert (edit, membership);
    }
}

static const char *
insert_series (LampStartAssistant *self,
               LampEdit           *edit,
               const char         *community,
               const char         *title)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("series"));
  g_autofree char *rule = g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%d",
                                           gtk_spin_button_get_value_as_int (self->weeks_spin));

  lamp_row_set_text (row, "community", community);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "rrule", rule);
  lamp_row_set_text (row, "starts_at", lamp_date_row_get_value (self->first_row));
  lamp_row_set_integer (row, "minutes", gtk_spin_button_get_value_as_int (self->minutes_spin));
  lamp_row_set_defaults (row);

  return lamp_edit_insert (edit, row);
}

static void
insert_meetings (LampStartAssistant *self,
                 LampEdit           *edit,
                 const char         *community)
{
  g_autofree char *name = dup_typed (self->name_row);
  // Translators: the title of the meetings of a community; %s is its name
  g_autofree char *title = g_strdup_printf (_("Meeting of %s"), name);
  const char *series = insert_series (self, edit, community, title);
  gint64 first = lamp_time_to_minutes (lamp_date_row_get_value (self->first_row));
  int weeks = gtk_spin_button_get_value_as_int (self->weeks_spin);

  for (int i = 0; i < gtk_spin_button_get_value_as_int (self->count_spin); i++)
    {
      LampRow *row = lamp_row_new (lamp_schema_find ("meetings"));
      g_autofree char *starts_at = lamp_time_from_minutes (first + (gint64) i * weeks * 7 * 1440);

      lamp_row_set_text (row, "community", community);
      lamp_row_set_text (row, "series", series);
      lamp_row_set_text (row, "title", title);
      lamp_row_set_text (row, "starts_at", starts_at);
      lamp_row_set_integer (row, "minutes", gtk_spin_button_get_value_as_int (self->minutes_spin));
      lamp_row_set_defaults (row);
      lamp_edit_insert (edit, row);
    }
}

static void
on_finish (LampStartAssistant *self)
{
  LampEdit *edit;
  g_autofree char *community = NULL;

  lamp_date_row_finish (self->first_row);
  if (adw_switch_row_get_active (self->plan_row) && !lamp_time_is_valid (lamp_date_row_get_value (self->first_row)))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->first_row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->first_row));
      return;
    }
  edit = lamp_edit_new (lamp_session_get_store (self->session), _("Start Community"));
  community = g_strdup (insert_community (self, edit));
  insert_people (self, edit, community);
  if (adw_switch_row_get_active (self->plan_row))
    insert_meetings (self, edit, community);
  if (lamp_session_commit (self->session, edit, NULL))
    {
      g_autoptr (LampRecord) started = lamp_store_find (lamp_session_get_store (self->session), "communities", community);

      lamp_session_set_community (self->session, started);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

/* In a week from now, or on the Monday after where that falls on a weekend; in the afternoon. */
static void
propose_first_meeting (LampStartAssistant *self)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_autofree char *day = NULL;
  g_autofree char *start = NULL;
  GDate date;

  if (!lamp_date_parse (today, &date))
    return;
  g_date_add_days (&date, 7);
  while (g_date_get_weekday (&date) > G_DATE_FRIDAY)
    g_date_add_days (&date, 1);
  day = lamp_date_format (&date);
  start = g_strconcat (day, "T15:30", NULL);
  lamp_date_row_set_value (self->first_row, start);
}

static void
on_first_changed (LampStartAssistant *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->first_row), "error");
}

static void
lamp_start_assistant_dispose (GObject *object)
{
  LampStartAssistant *self = LAMP_START_ASSISTANT (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_START_ASSISTANT);

  G_OBJECT_CLASS (lamp_start_assistant_parent_class)->dispose (object);
}

static void
lamp_start_assistant_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_START_ASSISTANT (object)->people);

  G_OBJECT_CLASS (lamp_start_assistant_parent_class)->finalize (object);
}

static void
lamp_start_assistant_class_init (LampStartAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_start_assistant_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_start_assistant_finalize;

  g_type_ensure (LAMP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-start-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, pages);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, name_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, kind_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, next_button);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, person_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, sector_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, wall_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, size_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, size_spin);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, add_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, people_group);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, plan_row);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, meetings_group);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, weeks_spin);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, LampStartAssistant, count_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_person_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_sector);
  gtk_widget_class_bind_template_callback (widget_class, on_add_person);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_finish);
}

static void
lamp_start_assistant_init (LampStartAssistant *self)
{
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->first_row = LAMP_DATE_ROW (lamp_date_row_new (_("First meeting"), TRUE));
  g_signal_connect_object (self->first_row, "changed", G_CALLBACK (on_first_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->meetings_group, GTK_WIDGET (self->first_row));
  fill_combo (self->kind_row, "communities", "kind");
  set_choice (self->kind_row, "communities", "kind", "school");
  fill_combo (self->wall_row, "people", "wall");
  fill_combo (self->sector_row, "people", "sector");
  set_choice (self->sector_row, "people", "sector", "educators");
}

/**
 * lamp_start_assistant_new:
 * @session: the file to start in
 *
 * Returns: (transfer floating): the assistant
 */
AdwDialog *
lamp_start_assistant_new (LampSession *session)
{
  LampStartAssistant *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);

  self = g_object_new (LAMP_TYPE_START_ASSISTANT, NULL);
  self->session = g_object_ref (session);
  propose_first_meeting (self);

  return ADW_DIALOG (self);
}
