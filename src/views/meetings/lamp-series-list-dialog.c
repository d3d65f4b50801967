/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-list-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-repeat.h"
#include "lamp-series-dialog.h"

struct _LampSeriesListDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampRecord *community;      /* (nullable): whose series a new one is */
  GListModel *all;
  GPtrArray *rows;

  GtkStack *pages;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (LampSeriesListDialog, lamp_series_list_dialog, ADW_TYPE_DIALOG)

static void
open_series (LampSeriesListDialog *self,
             LampRecord           *series)
{
  AdwDialog *dialog;

  if (self->community == NULL)
    {
      lamp_session_notice (self->session, _("A series belongs to a community: add a community first."), FALSE);
      return;
    }
  dialog = lamp_series_dialog_new (self->session, self->community, series);
  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_activated (LampSeriesListDialog *self,
              AdwActionRow         *row)
{
  open_series (self, g_object_get_data (G_OBJECT (row), "series"));
}

static void
add_row (LampSeriesListDialog *self,
         LampRecord           *series)
{
  LampStore *store = lamp_session_get_store (self->session);
  g_autofree char *sentence = lamp_repeat_describe (lamp_record_get_text (series, "rrule"),
                                                    lamp_record_get_text (series, "starts_at"));
  g_autoptr (LampRecord) community = lamp_store_find (store, "communities", lamp_record_get_text (series, "community"));
  // Translators: how a series repeats, and the community that meets
  g_autofree char *subtitle = g_strdup_printf (C_ ("series", "%s · %s"), sentence, lamp_record_get_title (community));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (series));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("media-playlist-repeat-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "series", g_object_ref (series), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (LampSeriesListDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->all); i++)
    {
      g_autoptr (LampRecord) series = g_list_model_get_item (self->all, i);

      if (lamp_session_includes (self->session, series))
        add_row (self, series);
    }
  gtk_stack_set_visible_child_name (self->pages, self->rows->len > 0 ? "list" : "none");
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  open_series (LAMP_SERIES_LIST_DIALOG (widget), NULL);
}

static void
lamp_series_list_dialog_dispose (GObject *object)
{
  LampSeriesListDialog *self = LAMP_SERIES_LIST_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->community);
  g_clear_object (&self->all);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_SERIES_LIST_DIALOG);

  G_OBJECT_CLASS (lamp_series_list_dialog_parent_class)->dispose (object);
}

static void
lamp_series_list_dialog_class_init (LampSeriesListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_series_list_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/"
                                                             "lamp-series-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampSeriesListDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LampSeriesListDialog, group);
  gtk_widget_class_install_action (widget_class, "series-list.add", NULL, add_action);
}

static void
lamp_series_list_dialog_init (LampSeriesListDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_series_list_dialog_new:
 * @session: the session
 * @community: (nullable): whose series a new one most likely is
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_series_list_dialog_new (LampSession *session,
                             LampRecord  *community)
{
  LampSeriesListDialog *self = g_object_new (LAMP_TYPE_SERIES_LIST_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->community = community != NULL ? g_object_ref (community) : NULL;
  self->all = lamp_store_list (lamp_session_get_store (session), "series");
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return ADW_DIALOG (self);
}
