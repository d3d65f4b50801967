/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-pick-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-record-picker.h"

struct _LampPickRow
{
  AdwActionRow parent_instance;

  LampRecord *record;
  LampRecordPicker *picker; /* unowned: its button's */
  GtkWidget *clear;
};

typedef enum
{
  PROP_RECORD = 1,
} LampPickRowProps;

static GParamSpec *props[PROP_RECORD + 1];

G_DEFINE_FINAL_TYPE (LampPickRow, lamp_pick_row, ADW_TYPE_ACTION_ROW)

static void
on_clear (LampPickRow *self)
{
  lamp_pick_row_set_record (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_picked (LampPickRow *self,
           LampRecord  *record)
{
  lamp_pick_row_set_record (self, record);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
make_clear_button (LampPickRow *self,
                   const char  *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  // Translators: takes away what a field refers to; %s is the field, such as “Owner”
  g_autofree char *name = g_strdup_printf (_("Clear %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_menu_button (LampPickRow *self,
                  LampStore   *store,
                  const char  *type,
                  const char  *title)
{
  GtkWidget *button = gtk_menu_button_new ();
  // Translators: opens a list to pick what a field refers to; %s is the field, such as “Owner”
  g_autofree char *name = g_strdup_printf (_("Pick %s"), title);

  self->picker = LAMP_RECORD_PICKER (lamp_record_picker_new (store, type));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->picker));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
show_record (LampPickRow *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->record != NULL ? lamp_record_get_title (self->record)
                                                                           : C_ ("reference", "—"));
  gtk_widget_set_visible (self->clear, self->record != NULL);
}

static void
lamp_pick_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((LampPickRowProps) property_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, LAMP_PICK_ROW (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_pick_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((LampPickRowProps) property_id)
    {
    case PROP_RECORD:
      lamp_pick_row_set_record (LAMP_PICK_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_pick_row_dispose (GObject *object)
{
  g_clear_object (&LAMP_PICK_ROW (object)->record);

  G_OBJECT_CLASS (lamp_pick_row_parent_class)->dispose (object);
}

static void
lamp_pick_row_class_init (LampPickRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_pick_row_get_property;
  object_class->set_property = lamp_pick_row_set_property;
  object_class->dispose = lamp_pick_row_dispose;

  /**
   * LampPickRow:record: (nullable)
   *
   * What it names.
   */
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, LAMP_TYPE_RECORD,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_pick_row_init (LampPickRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
}

/**
 * lamp_pick_row_new:
 * @store: the file
 * @type: the name of a record type that has a title
 * @title: what is named, plain
 *
 * Returns: (transfer floating): a row that names nothing
 */
GtkWidget *
lamp_pick_row_new (LampStore  *store,
                   const char *type,
                   const char *title)
{
  LampPickRow *self;
  GtkWidget *button;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (LAMP_TYPE_PICK_ROW, "title", title, NULL);
  self->clear = make_clear_button (self, title);
  button = make_menu_button (self, store, type, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), button);
  show_record (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_pick_row_set_first:
 * @self: a pick row
 * @ids: (nullable) (element-type utf8 utf8): a set of identifiers
 *
 * Says which records come first in the list.
 */
void
lamp_pick_row_set_first (LampPickRow *self,
                         GHashTable  *ids)
{
  g_return_if_fail (LAMP_IS_PICK_ROW (self));

  lamp_record_picker_set_first (self->picker, ids);
}

/**
 * lamp_pick_row_get_record:
 * @self: a pick row
 *
 * Returns: (transfer none) (nullable): what it names
 */
LampRecord *
lamp_pick_row_get_record (LampPickRow *self)
{
  g_return_val_if_fail (LAMP_IS_PICK_ROW (self), NULL);

  return self->record;
}

/**
 * lamp_pick_row_set_record:
 * @self: a pick row
 * @record: (nullable): a record
 *
 * Sets what it names.
 */
void
lamp_pick_row_set_record (LampPickRow *self,
                          LampRecord  *record)
{
  g_return_if_fail (LAMP_IS_PICK_ROW (self));
  g_return_if_fail (record == NULL || LAMP_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;
  show_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}
