/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-related-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-edit.h"
#include "lamp-entry-row.h"
#include "lamp-field-note.h"
#include "lamp-record-picker.h"
#include "lamp-style.h"
#include "lamp-widgets-resources.h"

/* A community has three thousand members, and nobody reads them here. */
#define FEW 6
#define MORE 50

#define RECORD_KEY "lamp-record"

struct _LampRelatedList
{
  AdwPreferencesGroup parent_instance;

  LampStore *store;
  const LampRelated *list;
  LampRecord *record;         /* (nullable): what they refer to */
  GListModel *records;        /* (nullable): all of them, live */
  guint most;                 /* how many are shown */

  GtkListBox *box;
  GtkWidget *add;             /* (nullable): the row that adds; an entry or a picker's */
  LampFieldNote *note;        /* (nullable): under it */
  GPtrArray *rows;            /* of those that are shown, in their order; unowned: the box's */
  GtkWidget *more;            /* the row that shows more of them */
};

typedef enum
{
  PROP_RECORD = 1,
} LampRelatedListProps;

static void form_part_init (LampFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LampRelatedList, lamp_related_list, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (LAMP_TYPE_FORM_PART, form_part_init))

/* What is shown. */

static LampRecord *
get_record (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), RECORD_KEY);
}

static void
show_record (LampRelatedList *self,
             GtkWidget       *row)
{
  g_autofree char *name = lamp_related_dup_name (self->list, self->store, get_record (row));
  g_autofree char *details = lamp_related_dup_details (self->list, self->store, get_record (row));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
}

static GtkWidget *
make_row (LampRelatedList *self,
          LampRecord      *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  show_record (self, row);

  return row;
}

/* By day, the last first, where they have one; by their place where they have that; by name otherwise. */
static gboolean
is_by_day (const LampRecordType *type)
{
  int order = type->order != NULL ? lamp_record_type_find_field (type, type->order) : -1;

  return order >= 0 && type->fields[order].type == LAMP_FIELD_DATE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  LampRelatedList *self = data;
  g_autofree char *first = lamp_related_dup_name (self->list, self->store, *(LampRecord **) a);
  g_autofree char *second = lamp_related_dup_name (self->list, self->store, *(LampRecord **) b);

  return g_utf8_collate (first, second);
}

static GPtrArray *
dup_ordered (LampRelatedList *self)
{
  const LampRecordType *type = lamp_schema_find (self->list->type);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->records != NULL ? g_list_model_get_n_items (self->records) : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, g_list_model_get_item (self->records, is_by_day (type) ? n - 1 - i : i));
  if (type->order == NULL)
    g_ptr_array_sort_with_data (records, compare_names, self);

  return records;
}

static int
find_focused (LampRelatedList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_has_focus (self->rows->pdata[i]))
      return (int) i;

  return -1;
}

/* Brings the rows in line with the records: what is the same before the first that differs stays. */
static void
sync_rows (LampRelatedList *self,
           GPtrArray       *records)
{
  guint wanted = MIN (records->len, self->most);
  guint same = 0;
  int first = self->add != NULL ? 2 : 0;

  while (same < MIN (wanted, self->rows->len) && get_record (self->rows->pdata[same]) == records->pdata[same])
    show_record (self, self->rows->pdata[same++]);
  while (self->rows->len > same)
    gtk_list_box_remove (self->box, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  for (guint i = same; i < wanted; i++)
    {
      GtkWidget *row = make_row (self, records->pdata[i]);

      g_ptr_array_add (self->rows, row);
      gtk_list_box_insert (self->box, row, first + (int) i);
    }
}

static void
show_more_row (LampRelatedList *self,
               guint            n_records)
{
  guint hidden = n_records - self->rows->len;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u More", "%u More", hidden), hidden);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  gtk_widget_set_visible (self->more, hidden > 0);
}

/* A list that is empty and cannot be added to says nothing. */
static void
update (LampRelatedList *self)
{
  g_autoptr (GPtrArray) records = dup_ordered (self);
  int focused = find_focused (self);

  sync_rows (self, records);
  show_more_row (self, records->len);
  gtk_widget_set_visible (GTK_WIDGET (self), self->add != NULL || records->len > 0);
  if (focused >= 0 && self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[MIN ((guint) focused, self->rows->len - 1)]);
  else if (focused >= 0 && self->add != NULL)
    gtk_widget_grab_focus (self->add);
}

static void
on_store_changed (LampRelatedList *self)
{
  if (self->record != NULL && !lamp_record_is_deleted (self->record))
    update (self);
}

/* What a person does. */

static gint64
next_position (LampRelatedList *self)
{
  gint64 next = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->records); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (self->records, i);

      next = MAX (next, lamp_record_get_integer (record, "position") + 1);
    }

  return MIN (next, G_MAXINT32);
}

/* One step: what is added, with what it needs besides. */
static gboolean
add_record (LampRelatedList  *self,
            const char       *text,
            GError          **error)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_store_get_clock (self->store));
  g_autoptr (LampRow) row = lamp_related_new_row (self->list, lamp_record_get_row (self->record), today);
  g_autoptr (LampEdit) edit = NULL;

  if (!lamp_row_parse (row, self->list->name, text, error) || !lamp_related_may_add (self->store, row, error))
    return FALSE;
  if (g_strcmp0 (row->type->order, "position") == 0)
    lamp_row_set_integer (row, "position", next_position (self));
  edit = lamp_edit_new (self->store, lamp_related_get_add (self->list));
  lamp_edit_insert (edit, g_steal_pointer (&row));

  return lamp_edit_commit (edit, error);
}

/* What was typed stays where it may not stand, to be mended. */
static void
add_typed (LampRelatedList *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->add == NULL)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  if (*text == '\0' || self->record == NULL || lamp_record_is_deleted (self->record))
    lamp_field_note_set_problem (self->note, NULL);
  else if (add_record (self, text, &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->add), "");
      lamp_field_note_set_problem (self->note, NULL);
    }
  else
    lamp_field_note_set_problem (self->note, error->message);
}

static void
on_add_clicked (LampRelatedList *self)
{
  gtk_widget_grab_focus (self->add);
  add_typed (self);
}

static void
on_picked (LampRelatedList *self,
           LampRecord      *picked)
{
  g_autoptr (GError) error = NULL;

  if (!add_record (self, lamp_record_get_id (picked), &error))
    lamp_form_part_problem (LAMP_FORM_PART (self), error->message);
  gtk_widget_grab_focus (self->add);
}

static void
show_more (LampRelatedList *self)
{
  guint before = self->rows->len;

  self->most += MORE;
  update (self);
  if (before < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[before]);
}

/* What only ties two records together has nothing of its own to show: the other one is opened. */
static gboolean
is_mere_tie (const LampRelated *list)
{
  const LampRecordType *type = lamp_schema_find (list->type);

  for (guint i = 0; i < type->n_fields; i++)
    if (!(type->fields[i].flags & LAMP_HIDDEN) && type->fields[i].type != LAMP_FIELD_REF)
      return FALSE;

  return TRUE;
}

static void
on_row_activated (LampRelatedList *self,
                  GtkWidget       *row)
{
  LampRecord *record = get_record (row);
  g_autoptr (LampRecord) other = NULL;

  if (record == NULL)
    return;
  if (is_mere_tie (self->list))
    other = lamp_store_find_any (self->store, lamp_record_get_text (record, self->list->name));
  lamp_form_part_open (LAMP_FORM_PART (self), other != NULL ? other : record);
}

/* Delete never reaches what is selected in the view. */
static gboolean
on_delete (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  LampRelatedList *self = LAMP_RELATED_LIST (data);
  int focused = find_focused (self);

  if (focused >= 0)
    {
      g_autoptr (LampRecord) record = g_object_ref (get_record (self->rows->pdata[focused]));

      lamp_form_part_delete (LAMP_FORM_PART (self), record);
    }

  return GDK_EVENT_STOP;
}

/* The part. */

static void
lamp_related_list_flush (LampFormPart *part)
{
  LampRelatedList *self = LAMP_RELATED_LIST (part);

  if (self->add != NULL && GTK_IS_EDITABLE (self->add))
    add_typed (self);
}

static gboolean
lamp_related_list_focus_add (LampFormPart *part)
{
  LampRelatedList *self = LAMP_RELATED_LIST (part);

  return self->add != NULL && gtk_widget_grab_focus (self->add);
}

static void
form_part_init (LampFormPartInterface *iface)
{
  iface->flush = lamp_related_list_flush;
  iface->focus_add = lamp_related_list_focus_add;
}

static void
set_record (LampRelatedList *self,
            LampRecord      *record)
{
  if (self->record == record)
    return;

  lamp_related_list_flush (LAMP_FORM_PART (self));
  g_set_object (&self->record, record);
  g_clear_object (&self->records);
  if (record != NULL)
    self->records = lamp_store_list_by (self->store, self->list->type, self->list->field, lamp_record_get_id (record));
  if (self->add != NULL && GTK_IS_EDITABLE (self->add))
    gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  if (self->note != NULL)
    lamp_field_note_set_problem (self->note, NULL);
  self->most = FEW;
  update (self);
  g_object_notify (G_OBJECT (self), "record");
}

static void
lamp_related_list_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((LampRelatedListProps) property_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, LAMP_RELATED_LIST (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_related_list_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((LampRelatedListProps) property_id)
    {
    case PROP_RECORD:
      set_record (LAMP_RELATED_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_related_list_dispose (GObject *object)
{
  LampRelatedList *self = LAMP_RELATED_LIST (object);

  self->add = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->records);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lamp_related_list_parent_class)->dispose (object);
}

static void
lamp_related_list_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_RELATED_LIST (object)->rows);

  G_OBJECT_CLASS (lamp_related_list_parent_class)->finalize (object);
}

static void
lamp_related_list_class_init (LampRelatedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_related_list_get_property;
  object_class->set_property = lamp_related_list_set_property;
  object_class->dispose = lamp_related_list_dispose;
  object_class->finalize = lamp_related_list_finalize;
  g_object_class_override_property (object_class, PROP_RECORD, "record");

  g_resources_register (lamp_widgets_get_resource ());
  lamp_style_load ("/io/github/lamplighter_app/Lamplighter/widgets/widgets.css");
}

static void
lamp_related_list_init (LampRelatedList *self)
{
  self->rows = g_ptr_array_new ();
  self->most = FEW;
}

/* The rows that stay. */

static GtkWidget *
make_entry (LampRelatedList *self,
            const LampField *field)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *title = lamp_related_get_add (self->list);

  lamp_entry_row_set_title (ADW_ENTRY_ROW (entry), title);
  if (field->type == LAMP_FIELD_REAL)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (entry), GTK_INPUT_PURPOSE_NUMBER);
  else
    adw_entry_row_set_max_length (ADW_ENTRY_ROW (entry), LAMP_TEXT_LIMIT);
  gtk_widget_add_css_class (entry, "adds");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_clicked), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), button);
  g_signal_connect_object (entry, "entry-activated", G_CALLBACK (add_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (add_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static GtkWidget *
make_picker (LampRelatedList *self,
             const LampField *field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = lamp_record_picker_new (self->store, field->target);
  const char *title = lamp_related_get_add (self->list);

  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
make_add_rows (LampRelatedList *self)
{
  const LampRecordType *type = lamp_schema_find (self->list->type);
  const LampField *field = &type->fields[lamp_record_type_find_field (type, self->list->name)];

  self->add = field->type == LAMP_FIELD_REF ? make_picker (self, field) : make_entry (self, field);
  self->note = LAMP_FIELD_NOTE (lamp_field_note_new (self->add));
  gtk_list_box_append (self->box, self->add);
  gtk_list_box_append (self->box, GTK_WIDGET (self->note));
}

static void
make_box (LampRelatedList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (on_delete, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->box), keys);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lamp_related_get_title (self->list), -1);
}

/**
 * lamp_related_list_new:
 * @store: the file
 * @list: what is listed
 *
 * Returns: (transfer floating): the list of no record yet
 */
GtkWidget *
lamp_related_list_new (LampStore         *store,
                       const LampRelated *list)
{
  LampRelatedList *self;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  self = g_object_new (LAMP_TYPE_RELATED_LIST, "title", lamp_related_get_title (list), NULL);
  self->store = g_object_ref (store);
  self->list = list;
  make_box (self);
  if (list->add != NULL)
    make_add_rows (self);
  self->more = adw_button_row_new ();
  g_signal_connect_object (self->more, "activated", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->box, self->more);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
