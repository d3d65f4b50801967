/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-split-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-entry-row.h"
#include "lamp-item-parts.h"

struct _LampSplitDialog
{
  AdwAlertDialog parent_instance;

  LampRecord *item;

  GtkEditable *first_title;
  GtkEditable *second_title;
  GtkSpinButton *minutes;
  GtkLabel *rest;
};

static guint split_signal;

G_DEFINE_FINAL_TYPE (LampSplitDialog, lamp_split_dialog, ADW_TYPE_ALERT_DIALOG)

static void
on_minutes (LampSplitDialog *self)
{
  int first = gtk_spin_button_get_value_as_int (self->minutes);
  g_autofree char *rest = NULL;

  if (self->item == NULL)
    return;
  rest = lamp_duration_format ((int) lamp_record_get_integer (self->item, "minutes") - first);
  gtk_label_set_text (self->rest, rest);
}

static void
on_response (LampSplitDialog *self,
             const char      *response)
{
  if (!g_str_equal (response, "split"))
    return;
  gtk_spin_button_update (self->minutes);
  g_signal_emit (self, split_signal, 0, gtk_spin_button_get_value_as_int (self->minutes),
                 gtk_editable_get_text (self->first_title), gtk_editable_get_text (self->second_title), self->item);
}

static void
lamp_split_dialog_dispose (GObject *object)
{
  g_clear_object (&LAMP_SPLIT_DIALOG (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_SPLIT_DIALOG);

  G_OBJECT_CLASS (lamp_split_dialog_parent_class)->dispose (object);
}

static void
lamp_split_dialog_class_init (LampSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_split_dialog_dispose;

  /**
   * LampSplitDialog::split:
   * @minutes: how many minutes the first part gets
   * @title: the title of the first part
   * @second_title: the title of the second part
   * @item: the item
   *
   * The person wants it so.
   */
  split_signal = g_signal_new ("split", LAMP_TYPE_SPLIT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                               G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING, LAMP_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampSplitDialog, first_title);
  gtk_widget_class_bind_template_child (widget_class, LampSplitDialog, second_title);
  gtk_widget_class_bind_template_child (widget_class, LampSplitDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, LampSplitDialog, rest);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes);
  gtk_widget_class_bind_template_callback (widget_class, on_response);
}

static void
lamp_split_dialog_init (LampSplitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self->first_title), _("First Part"));
  lamp_entry_row_set_title (ADW_ENTRY_ROW (self->second_title), _("Second Part"));
}

/* In halves, with the titles that the rule proposes. */
static void
propose (LampSplitDialog *self)
{
  int whole = (int) lamp_record_get_integer (self->item, "minutes");
  g_autoptr (LampRow) first = NULL;
  g_autoptr (LampRow) second = NULL;

  if (!lamp_item_split (lamp_record_get_row (self->item), (whole + 1) / 2, &first, &second))
    return;
  gtk_editable_set_text (self->first_title, lamp_row_get_title (first));
  gtk_editable_set_text (self->second_title, lamp_row_get_title (second));
  gtk_spin_button_set_range (self->minutes, 1, whole - 1);
  gtk_spin_button_set_value (self->minutes, (whole + 1) / 2);
  on_minutes (self);
}

/**
 * lamp_split_dialog_new:
 * @item: an agenda item of at least two minutes
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_split_dialog_new (LampRecord *item)
{
  LampSplitDialog *self = g_object_new (LAMP_TYPE_SPLIT_DIALOG, NULL);
  int whole = (int) lamp_record_get_integer (item, "minutes");

  self->item = g_object_ref (item);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (self),
                                g_dngettext (GETTEXT_PACKAGE, "Its %d minute becomes that of two items.",
                                             "Its %d minutes become those of two items.", (gulong) whole),
                                whole);
  propose (self);

  return ADW_DIALOG (self);
}
