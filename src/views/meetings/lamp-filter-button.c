/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-filter-button.h"

#include <glib/gi18n-lib.h>

#include "lamp-record-picker.h"

struct _LampFilterButton
{
  AdwBin parent_instance;

  char *all;
  LampRecord *record;
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *clear;
};

typedef enum
{
  PROP_RECORD = 1,
} LampFilterButtonProps;

static GParamSpec *props[PROP_RECORD + 1];

G_DEFINE_FINAL_TYPE (LampFilterButton, lamp_filter_button, ADW_TYPE_BIN)

static void
show_record (LampFilterButton *self)
{
  const char *text = self->record != NULL ? lamp_record_get_title (self->record) : self->all;

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->button, text);
  gtk_widget_set_visible (self->clear, self->record != NULL);
}

static void
on_clear (LampFilterButton *self)
{
  gtk_widget_grab_focus (self->button);
  lamp_filter_button_set_record (self, NULL);
}

static void
lamp_filter_button_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((LampFilterButtonProps) property_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, LAMP_FILTER_BUTTON (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_filter_button_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((LampFilterButtonProps) property_id)
    {
    case PROP_RECORD:
      lamp_filter_button_set_record (LAMP_FILTER_BUTTON (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_filter_button_dispose (GObject *object)
{
  g_clear_object (&LAMP_FILTER_BUTTON (object)->record);

  G_OBJECT_CLASS (lamp_filter_button_parent_class)->dispose (object);
}

static void
lamp_filter_button_finalize (GObject *object)
{
  g_free (LAMP_FILTER_BUTTON (object)->all);

  G_OBJECT_CLASS (lamp_filter_button_parent_class)->finalize (object);
}

static void
lamp_filter_button_class_init (LampFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_filter_button_get_property;
  object_class->set_property = lamp_filter_button_set_property;
  object_class->dispose = lamp_filter_button_dispose;
  object_class->finalize = lamp_filter_button_finalize;

  /**
   * LampFilterButton:record: (nullable)
   *
   * What the list is narrowed down to.
   */
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, LAMP_TYPE_RECORD,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static GtkWidget *
make_content (LampFilterButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 18, NULL);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));

  return box;
}

static void
lamp_filter_button_init (LampFilterButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), make_content (self));
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _("Show All"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show All"), -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->clear);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * lamp_filter_button_new:
 * @store: the file
 * @type: the name of a record type that has a title
 * @all: what it says when it lets all through
 *
 * Returns: (transfer floating): a button that lets all through
 */
GtkWidget *
lamp_filter_button_new (LampStore  *store,
                        const char *type,
                        const char *all)
{
  LampFilterButton *self = g_object_new (LAMP_TYPE_FILTER_BUTTON, NULL);
  GtkWidget *picker = lamp_record_picker_new (store, type);

  self->all = g_strdup (all);
  g_signal_connect_object (picker, "picked", G_CALLBACK (lamp_filter_button_set_record), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), picker);
  show_record (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_filter_button_get_record:
 * @self: a filter button
 *
 * Returns: (transfer none) (nullable): what the list is narrowed down to
 */
LampRecord *
lamp_filter_button_get_record (LampFilterButton *self)
{
  g_return_val_if_fail (LAMP_IS_FILTER_BUTTON (self), NULL);

  return self->record;
}

/**
 * lamp_filter_button_set_record:
 * @self: a filter button
 * @record: (nullable): a record; %NULL lets all through
 *
 * Narrows the list down.
 */
void
lamp_filter_button_set_record (LampFilterButton *self,
                               LampRecord       *record)
{
  g_return_if_fail (LAMP_IS_FILTER_BUTTON (self));

  if (!g_set_object (&self->record, record))
    return;
  show_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}
