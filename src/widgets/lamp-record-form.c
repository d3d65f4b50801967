/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-record-form.h"

#include "lamp-field-advice.h"
#include "lamp-field-edit.h"
#include "lamp-field-editor.h"
#include "lamp-field-note.h"
#include "lamp-goal-progress.h"
#include "lamp-related-list.h"

/* One field of the form. */
typedef struct
{
  guint index;              /* in the record type's fields */
  LampFieldEditor *editor;
  LampFieldNote *note;      /* unowned: under the editor's row */
  char *refused;            /* (nullable): what may not stand, to be tried again when something else has changed */
  gboolean is_refused;
} Line;

struct _LampRecordForm
{
  AdwBin parent_instance;

  LampStore *store;
  LampRecord *record;           /* (nullable) */
  const LampRecordType *type;   /* (nullable): what the lines are for */
  gboolean linked;              /* whether what belongs to it is shown and can be opened */
  GPtrArray *lines;             /* of Line */
  GPtrArray *parts;             /* of LampFormPart, in their order; unowned */
  GSignalGroup *watch;
  GtkScrolledWindow *scrolled;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_RECORD,
} LampRecordFormProps;

static void form_part_init (LampFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LampRecordForm, lamp_record_form, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LAMP_TYPE_FORM_PART, form_part_init))

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->editor);
  g_free (line->refused);
  g_free (line);
}

static void
clear_problem (Line *line)
{
  line->is_refused = FALSE;
  g_clear_pointer (&line->refused, g_free);
  lamp_field_note_set_problem (line->note, NULL);
}

static void
show_problem (Line       *line,
              const char *text,
              const char *message)
{
  line->is_refused = TRUE;
  g_set_str (&line->refused, text);
  lamp_field_note_set_problem (line->note, message);
}

/* Writes what a person made of a field, or says why it may not stand. */
static gboolean
write_field (LampRecordForm  *self,
             Line            *line,
             const char      *text,
             GError         **error)
{
  const LampField *field = &self->type->fields[line->index];
  g_autoptr (LampEdit) edit = lamp_field_edit_new (self->store, self->record, field, text, error);

  if (edit == NULL)
    return FALSE;
  if (lamp_edit_is_empty (edit) || lamp_edit_commit (edit, error))
    return TRUE;

  if (error != NULL)
    lamp_form_part_problem (LAMP_FORM_PART (self), (*error)->message);

  return FALSE;
}

/* What may not stand because of another field may stand now. */
static void
try_refused_again (LampRecordForm *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      if (line->is_refused && write_field (self, line, line->refused, NULL))
        clear_problem (line);
    }
}

static Line *
find_line (LampRecordForm  *self,
           LampFieldEditor *editor)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((Line *) self->lines->pdata[i])->editor == editor)
      return self->lines->pdata[i];

  g_assert_not_reached ();
}

static void
on_edited (LampFieldEditor *editor,
           const char      *text,
           LampRecordForm  *self)
{
  Line *line = find_line (self, editor);
  g_autoptr (GError) error = NULL;

  if (self->record == NULL || lamp_record_is_deleted (self->record))
    return;

  if (write_field (self, line, text, &error))
    {
      clear_problem (line);
      try_refused_again (self);
    }
  else
    show_problem (line, text, error->message);
}

static void
show_line (LampRecordForm *self,
           Line           *line)
{
  clear_problem (line);
  lamp_field_editor_show (line->editor, &lamp_record_get_row (self->record)->values[line->index]);
}

static void
on_record_changed (LampRecordForm *self,
                   GParamSpec     *pspec)
{
  g_autofree char *name = g_strdelimit (g_strdup (pspec->name), "-", '_');
  int index = lamp_record_type_find_field (self->type, name);

  for (guint i = 0; i < self->lines->len; i++)
    if ((int) ((Line *) self->lines->pdata[i])->index == index)
      show_line (self, self->lines->pdata[i]);
}

static void
add_line (LampRecordForm      *self,
          AdwPreferencesGroup *group,
          guint                index)
{
  Line *line = g_new0 (Line, 1);

  line->index = index;
  line->editor = lamp_field_editor_new (&self->type->fields[index], self->store);
  g_signal_connect_object (line->editor, "edited", G_CALLBACK (on_edited), self, 0);
  line->note = LAMP_FIELD_NOTE (lamp_field_note_new (lamp_field_editor_get_row (line->editor)));
  adw_preferences_group_add (group, lamp_field_editor_get_row (line->editor));
  adw_preferences_group_add (group, GTK_WIDGET (line->note));
  g_ptr_array_add (self->lines, line);
  if (self->linked && LAMP_IS_RECORD_EDITOR (line->editor))
    {
      lamp_record_editor_set_linked (LAMP_RECORD_EDITOR (line->editor), TRUE);
      g_signal_connect_object (line->editor, "open", G_CALLBACK (lamp_form_part_open), self, G_CONNECT_SWAPPED);
    }
}

static gboolean
is_shown (const LampField *field)
{
  return !(field->flags & LAMP_HIDDEN) && field->type != LAMP_FIELD_EXTRA && field->type != LAMP_FIELD_ID;
}

static gboolean
is_title (const LampRecordType *type,
          guint                 index)
{
  return g_strcmp0 (type->fields[index].name, type->title) == 0;
}

/* The essentials end with the last field that a record cannot be without. */
static guint
count_essentials (const LampRecordType *type)
{
  guint n = 0;

  for (guint i = 0; i < type->n_fields; i++)
    if (is_shown (&type->fields[i]) && (type->fields[i].flags & LAMP_REQUIRED))
      n = i + 1;

  return n > 0 ? n : type->n_fields;
}

static void
add_group (LampRecordForm *self,
           GtkBox         *box,
           guint           from,
           guint           to)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n_before = self->lines->len;

  for (guint i = from; i < to; i++)
    if (is_shown (&self->type->fields[i]) && is_title (self->type, i))
      add_line (self, group, i);
  for (guint i = from; i < to; i++)
    if (is_shown (&self->type->fields[i]) && !is_title (self->type, i))
      add_line (self, group, i);
  if (self->lines->len > n_before)
    gtk_box_append (box, GTK_WIDGET (group));
  else
    g_object_ref_sink (group), g_object_unref (group);
}

static void
add_part (LampRecordForm *self,
          GtkBox         *box,
          GtkWidget      *part)
{
  lamp_form_part_adopt (LAMP_FORM_PART (self), LAMP_FORM_PART (part));
  gtk_box_append (box, part);
  g_ptr_array_add (self->parts, part);
}

static void
add_related (LampRecordForm *self,
             GtkBox         *box)
{
  for (const LampRelated *list = lamp_related_next (self->type, NULL); list != NULL;
       list = lamp_related_next (self->type, list))
    add_part (self, box, lamp_related_list_new (self->store, list));
}

static void
rebuild (LampRecordForm       *self,
         const LampRecordType *type)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  guint essentials = count_essentials (type);

  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->parts, 0);
  self->type = type;
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  add_group (self, GTK_BOX (box), 0, essentials);
  if (self->linked && g_str_equal (type->name, "goals"))
    add_part (self, GTK_BOX (box), lamp_goal_progress_new (self->store));
  add_group (self, GTK_BOX (box), essentials, type->n_fields);
  if (self->linked)
    add_related (self, GTK_BOX (box));
  gtk_scrolled_window_set_child (self->scrolled, box);
}

static void
flush (LampRecordForm *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    lamp_field_editor_flush (((Line *) self->lines->pdata[i])->editor);
  for (guint i = 0; i < self->parts->len; i++)
    lamp_form_part_flush (self->parts->pdata[i]);
}

/* What the checks would say of the record, at the field that it is about. */
static void
show_advice (LampRecordForm *self)
{
  g_autoptr (GHashTable) advice = NULL;

  if (self->record == NULL || lamp_record_is_deleted (self->record))
    return;

  advice = lamp_field_advice_find (self->store, self->record);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      lamp_field_note_set_advice (line->note, g_hash_table_lookup (advice, self->type->fields[line->index].name));
    }
}

static void
set_record (LampRecordForm *self,
            LampRecord     *record)
{
  if (self->record == record)
    return;

  /* What was being typed belongs to the record that it was typed for. */
  if (self->record != NULL && !lamp_record_is_deleted (self->record))
    flush (self);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->watch, record);
  if (record != NULL && self->type != lamp_record_get_record_type (record))
    rebuild (self, lamp_record_get_record_type (record));
  for (guint i = 0; i < self->lines->len; i++)
    {
      lamp_field_editor_set_record (((Line *) self->lines->pdata[i])->editor, record);
      if (record != NULL)
        show_line (self, self->lines->pdata[i]);
    }
  for (guint i = 0; i < self->parts->len; i++)
    lamp_form_part_set_record (self->parts->pdata[i], record);
  show_advice (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  g_object_notify (G_OBJECT (self), "record");
}

static void
lamp_record_form_flush (LampFormPart *part)
{
  flush (LAMP_RECORD_FORM (part));
}

static gboolean
has_focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* From list to list, round and round. */
static gboolean
lamp_record_form_focus_add (LampFormPart *part)
{
  LampRecordForm *self = LAMP_RECORD_FORM (part);
  guint first = 0;

  for (guint i = 0; i < self->parts->len; i++)
    if (has_focus_in (self->parts->pdata[i]))
      first = i + 1;
  for (guint i = 0; i < self->parts->len; i++)
    if (lamp_form_part_focus_add (self->parts->pdata[(first + i) % self->parts->len]))
      return TRUE;

  return FALSE;
}

static void
form_part_init (LampFormPartInterface *iface)
{
  iface->flush = lamp_record_form_flush;
  iface->focus_add = lamp_record_form_focus_add;
}

static void
lamp_record_form_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LampRecordForm *self = LAMP_RECORD_FORM (object);

  switch ((LampRecordFormProps) property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_record_form_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LampRecordForm *self = LAMP_RECORD_FORM (object);

  switch ((LampRecordFormProps) property_id)
    {
    case PROP_STORE:
      g_set_object (&self->store, g_value_get_object (value));
      g_signal_connect_object (self->store, "changed", G_CALLBACK (show_advice), self, G_CONNECT_SWAPPED);
      break;
    case PROP_RECORD:
      set_record (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_record_form_dispose (GObject *object)
{
  LampRecordForm *self = LAMP_RECORD_FORM (object);

  if (self->record != NULL && !lamp_record_is_deleted (self->record))
    flush (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->record);
  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->parts, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lamp_record_form_parent_class)->dispose (object);
}

static void
lamp_record_form_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_RECORD_FORM (object)->lines);
  g_ptr_array_unref (LAMP_RECORD_FORM (object)->parts);

  G_OBJECT_CLASS (lamp_record_form_parent_class)->finalize (object);
}

static void
lamp_record_form_class_init (LampRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_record_form_get_property;
  object_class->set_property = lamp_record_form_set_property;
  object_class->dispose = lamp_record_form_dispose;
  object_class->finalize = lamp_record_form_finalize;

  /**
   * LampRecordForm:store:
   *
   * The file that changes are written to.
   */
  g_object_class_install_property (object_class, PROP_STORE,
                                   g_param_spec_object ("store", NULL, NULL, LAMP_TYPE_STORE,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                        | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_RECORD, "record");
}

static void
lamp_record_form_init (LampRecordForm *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->parts = g_ptr_array_new ();
  self->watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->watch, "notify", G_CALLBACK (on_record_changed), self);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

/**
 * lamp_record_form_new:
 * @store: the file that changes are written to
 *
 * Returns: (transfer floating): a form with no record
 */
GtkWidget *
lamp_record_form_new (LampStore *store)
{
  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);

  return g_object_new (LAMP_TYPE_RECORD_FORM, "store", store, NULL);
}

/**
 * lamp_record_form_set_linked:
 * @self: a form that shows nothing yet
 * @linked: whether to show what refers to the record, and to offer what it refers to
 *
 * Says whether other records can be opened from the form; whoever sets it listens to "open" and "delete".
 */
void
lamp_record_form_set_linked (LampRecordForm *self,
                             gboolean        linked)
{
  g_return_if_fail (LAMP_IS_RECORD_FORM (self));
  g_return_if_fail (self->record == NULL);

  self->linked = linked;
}

/**
 * lamp_record_form_focus_first:
 * @self: a form
 *
 * Moves the keyboard to the first field that is the record's own, wherever it was before: what the record belongs to
 * is seldom what somebody has come to change.
 */
void
lamp_record_form_focus_first (LampRecordForm *self)
{
  g_return_if_fail (LAMP_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->lines->len; i++)
    {
      LampFieldEditor *editor = ((Line *) self->lines->pdata[i])->editor;

      if (!LAMP_IS_RECORD_EDITOR (editor) && gtk_widget_grab_focus (lamp_field_editor_get_row (editor)))
        return;
    }
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
