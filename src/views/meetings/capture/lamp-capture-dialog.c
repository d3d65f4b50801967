/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-capture-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-resources.h"
#include "lamp-date-row.h"

typedef struct
{
  LampSession *session;
  LampRecord *meeting;
  LampRecord *item;
  LampRecord *record;
  GtkBox *groups;
  GtkWidget *save;
  GtkWidget *first;     /* unowned: the row that has the focus at first */
} LampCaptureDialogPrivate;

typedef enum
{
  PROP_SESSION = 1,
  PROP_MEETING,
  PROP_ITEM,
  PROP_RECORD,
} LampCaptureDialogProps;

static GParamSpec *props[PROP_RECORD + 1];

static guint saved_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LampCaptureDialog, lamp_capture_dialog, ADW_TYPE_DIALOG)

#define PRIV(self) ((LampCaptureDialogPrivate *) lamp_capture_dialog_get_instance_private (self))

/* The row that is filled anew when an existing record is changed: what the dialog does not show stays as it is. */
static LampRow *
make_row (LampCaptureDialog *self)
{
  LampRow *row;

  if (PRIV (self)->record != NULL)
    return lamp_row_copy (lamp_record_get_row (PRIV (self)->record));
  row = lamp_row_new (lamp_schema_find (LAMP_CAPTURE_DIALOG_GET_CLASS (self)->type));
  lamp_row_set_defaults (row);

  return row;
}

static char *
dup_label (LampCaptureDialog *self)
{
  const LampCaptureDialogClass *klass = LAMP_CAPTURE_DIALOG_GET_CLASS (self);

  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "capture",
                                 PRIV (self)->record != NULL ? klass->change_title : klass->new_title));
}

static void
tell_saved (LampCaptureDialog *self,
            const char        *id)
{
  g_autoptr (LampRecord) record = NULL;

  record = lamp_store_find (lamp_capture_dialog_get_store (self), LAMP_CAPTURE_DIALOG_GET_CLASS (self)->type, id);
  if (record != NULL)
    g_signal_emit (self, saved_signal, 0, record);
}

/* What has been typed into a date and not finished counts. */
static void
finish_dates (GtkWidget *widget)
{
  if (LAMP_IS_DATE_ROW (widget))
    lamp_date_row_finish (LAMP_DATE_ROW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    finish_dates (child);
}

/**
 * lamp_capture_dialog_save:
 * @self: a capture dialog
 *
 * Saves what has been entered, as one step, and closes; or says next to the row why it may not stand.
 *
 * Returns: whether it was saved
 */
gboolean
lamp_capture_dialog_save (LampCaptureDialog *self)
{
  LampCaptureDialogClass *klass = LAMP_CAPTURE_DIALOG_GET_CLASS (self);
  g_autoptr (LampRow) row = NULL;
  g_autoptr (LampEdit) edit = NULL;
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), FALSE);

  finish_dates (GTK_WIDGET (PRIV (self)->groups));
  row = make_row (self);
  if (!klass->fill (self, row))
    return FALSE;
  label = dup_label (self);
  edit = lamp_edit_new (lamp_capture_dialog_get_store (self), label);
  id = g_strdup (lamp_row_get_id (row));
  if (PRIV (self)->record != NULL)
    lamp_edit_replace (edit, g_steal_pointer (&row));
  else
    g_set_str (&id, lamp_edit_insert (edit, g_steal_pointer (&row)));
  if (klass->add != NULL)
    klass->add (self, edit, id);
  if (!lamp_session_commit (PRIV (self)->session, g_steal_pointer (&edit), NULL))
    return FALSE;
  tell_saved (self, id);
  adw_dialog_force_close (ADW_DIALOG (self));

  return TRUE;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lamp_capture_dialog_save (LAMP_CAPTURE_DIALOG (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* In a text of several lines Enter saves like everywhere, and Shift+Enter starts a line. */
static gboolean
on_key (LampCaptureDialog *self,
        guint              key,
        guint              code,
        GdkModifierType    modifiers)
{
  GtkWidget *focus = adw_dialog_get_focus (ADW_DIALOG (self));
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter || (modifiers & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!(modifiers & GDK_CONTROL_MASK) && !GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;
  lamp_capture_dialog_save (self);

  return GDK_EVENT_STOP;
}

static void
lamp_capture_dialog_constructed (GObject *object)
{
  LampCaptureDialog *self = LAMP_CAPTURE_DIALOG (object);
  g_autofree char *title = dup_label (self);

  G_OBJECT_CLASS (lamp_capture_dialog_parent_class)->constructed (object);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  LAMP_CAPTURE_DIALOG_GET_CLASS (self)->build (self);
}

static gboolean
take_focus (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       frames)
{
  LampCaptureDialog *self = LAMP_CAPTURE_DIALOG (widget);
  guint *left = frames;

  if (--*left > 0)
    return G_SOURCE_CONTINUE;
  if (PRIV (self)->first != NULL)
    gtk_widget_grab_focus (PRIV (self)->first);

  return G_SOURCE_REMOVE;
}

/* On a narrow window the sheet that slides in gives the focus to its first button, and Enter would cancel. */
static void
lamp_capture_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lamp_capture_dialog_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, take_focus, g_memdup2 (&(guint) { 3 }, sizeof (guint)), g_free);
}

static void
lamp_capture_dialog_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LampCaptureDialogPrivate *priv = PRIV (LAMP_CAPTURE_DIALOG (object));

  switch ((LampCaptureDialogProps) property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_MEETING:
      g_value_set_object (value, priv->meeting);
      break;
    case PROP_ITEM:
      g_value_set_object (value, priv->item);
      break;
    case PROP_RECORD:
      g_value_set_object (value, priv->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_capture_dialog_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  LampCaptureDialogPrivate *priv = PRIV (LAMP_CAPTURE_DIALOG (object));

  switch ((LampCaptureDialogProps) property_id)
    {
    case PROP_SESSION:
      g_set_object (&priv->session, g_value_get_object (value));
      break;
    case PROP_MEETING:
      g_set_object (&priv->meeting, g_value_get_object (value));
      break;
    case PROP_ITEM:
      g_set_object (&priv->item, g_value_get_object (value));
      break;
    case PROP_RECORD:
      g_set_object (&priv->record, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_capture_dialog_dispose (GObject *object)
{
  LampCaptureDialogPrivate *priv = PRIV (LAMP_CAPTURE_DIALOG (object));

  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_CAPTURE_DIALOG);
  g_clear_object (&priv->record);
  g_clear_object (&priv->item);
  g_clear_object (&priv->meeting);

  G_OBJECT_CLASS (lamp_capture_dialog_parent_class)->dispose (object);
}

static void
lamp_capture_dialog_finalize (GObject *object)
{
  g_clear_object (&PRIV (LAMP_CAPTURE_DIALOG (object))->session);

  G_OBJECT_CLASS (lamp_capture_dialog_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  /**
   * LampCaptureDialog:session:
   *
   * What is being looked at.
   */
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LAMP_TYPE_SESSION, flags);
  /**
   * LampCaptureDialog:meeting: (nullable)
   *
   * Where it happens.
   */
  props[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, LAMP_TYPE_RECORD, flags);
  /**
   * LampCaptureDialog:item: (nullable)
   *
   * What is being talked about.
   */
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, LAMP_TYPE_RECORD, flags);
  /**
   * LampCaptureDialog:record: (nullable)
   *
   * What is changed; where there is none, one is made.
   */
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, LAMP_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_capture_dialog_class_init (LampCaptureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lamp_capture_dialog_constructed;
  object_class->get_property = lamp_capture_dialog_get_property;
  object_class->set_property = lamp_capture_dialog_set_property;
  object_class->dispose = lamp_capture_dialog_dispose;
  object_class->finalize = lamp_capture_dialog_finalize;
  widget_class->map = lamp_capture_dialog_map;
  install_properties (object_class);

  saved_signal = g_signal_new ("saved", LAMP_TYPE_CAPTURE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, LAMP_TYPE_RECORD);

  g_resources_register (lamp_capture_get_resource ());
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/capture/lamp-capture-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LampCaptureDialog, groups);
  gtk_widget_class_bind_template_child_private (widget_class, LampCaptureDialog, save);
  gtk_widget_class_install_action (widget_class, "capture.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "capture.cancel", NULL, cancel_action);
}

static void
lamp_capture_dialog_init (LampCaptureDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * lamp_capture_dialog_get_session:
 * @self: a capture dialog
 *
 * Returns: (transfer none): the session
 */
LampSession *
lamp_capture_dialog_get_session (LampCaptureDialog *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), NULL);

  return PRIV (self)->session;
}

/**
 * lamp_capture_dialog_get_store:
 * @self: a capture dialog
 *
 * Returns: (transfer none): the file
 */
LampStore *
lamp_capture_dialog_get_store (LampCaptureDialog *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), NULL);

  return lamp_session_get_store (PRIV (self)->session);
}

/**
 * lamp_capture_dialog_get_meeting:
 * @self: a capture dialog
 *
 * Returns: (transfer none) (nullable): the meeting that it happens in
 */
LampRecord *
lamp_capture_dialog_get_meeting (LampCaptureDialog *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), NULL);

  return PRIV (self)->meeting;
}

/**
 * lamp_capture_dialog_get_item:
 * @self: a capture dialog
 *
 * Returns: (transfer none) (nullable): the agenda item that is talked about
 */
LampRecord *
lamp_capture_dialog_get_item (LampCaptureDialog *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), NULL);

  return PRIV (self)->item;
}

/**
 * lamp_capture_dialog_get_record:
 * @self: a capture dialog
 *
 * Returns: (transfer none) (nullable): the record that is changed
 */
LampRecord *
lamp_capture_dialog_get_record (LampCaptureDialog *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), NULL);

  return PRIV (self)->record;
}

/**
 * lamp_capture_dialog_dup_community:
 * @self: a capture dialog
 *
 * Returns: (transfer full) (nullable): the identifier of the community that it is about: that of the record, else that
 *   of the meeting, else the one that is looked at
 */
char *
lamp_capture_dialog_dup_community (LampCaptureDialog *self)
{
  LampRecord *record;

  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), NULL);

  record = PRIV (self)->record;
  if (record != NULL && lamp_record_type_find_field (lamp_record_get_record_type (record), "community") >= 0
      && lamp_record_has (record, "community"))
    return g_strdup (lamp_record_get_text (record, "community"));
  if (PRIV (self)->meeting != NULL)
    return g_strdup (lamp_record_get_text (PRIV (self)->meeting, "community"));

  return lamp_session_dup_home (PRIV (self)->session);
}

/**
 * lamp_capture_dialog_dup_today:
 * @self: a capture dialog
 *
 * Returns: (transfer full): today
 */
char *
lamp_capture_dialog_dup_today (LampCaptureDialog *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURE_DIALOG (self), NULL);

  return lamp_clock_dup_today (lamp_session_get_clock (PRIV (self)->session));
}

/**
 * lamp_capture_dialog_add_group:
 * @self: a capture dialog
 * @title: (nullable): its title, plain
 *
 * Returns: (transfer none): a group for rows, after those that are there
 */
GtkWidget *
lamp_capture_dialog_add_group (LampCaptureDialog *self,
                               const char        *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped != NULL ? escaped : "");
  gtk_box_append (PRIV (self)->groups, group);

  return group;
}

/**
 * lamp_capture_dialog_add_widget:
 * @self: a capture dialog
 * @widget: (transfer floating): a widget
 *
 * Puts a widget under the groups that are there.
 */
void
lamp_capture_dialog_add_widget (LampCaptureDialog *self,
                                GtkWidget         *widget)
{
  gtk_box_append (PRIV (self)->groups, widget);
}

/**
 * lamp_capture_dialog_set_first:
 * @self: a capture dialog
 * @row: a row of it
 *
 * Says which row has the focus when the dialog opens.
 */
void
lamp_capture_dialog_set_first (LampCaptureDialog *self,
                               GtkWidget         *row)
{
  PRIV (self)->first = row;
}

/**
 * lamp_capture_dialog_add_row:
 * @self: a capture dialog
 * @group: a group of it
 * @row: (transfer floating): a row
 *
 * Adds a row, with room under it to say what is wrong. The first row of all has the focus when the dialog opens.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
lamp_capture_dialog_add_row (LampCaptureDialog *self,
                             GtkWidget         *group,
                             GtkWidget         *row)
{
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), lamp_capture_row_make_problem (row));
  if (PRIV (self)->first == NULL)
    lamp_capture_dialog_set_first (self, row);

  return row;
}
