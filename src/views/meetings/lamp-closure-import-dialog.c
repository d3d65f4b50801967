/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-closure-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-closure-import.h"

struct _LampClosureImportDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampSnapshot *snapshot;
  GFile *file;
  GPtrArray *communities;     /* (element-type LampRecord) */
  LampClosureImport *import;
  GPtrArray *rows;

  GtkWidget *take;
  AdwComboRow *community;
  AdwPreferencesGroup *chosen;
  AdwPreferencesGroup *others;
  AdwPreferencesGroup *there;
};

G_DEFINE_FINAL_TYPE (LampClosureImportDialog, lamp_closure_import_dialog, ADW_TYPE_DIALOG)

static void
show_count (LampClosureImportDialog *self)
{
  guint n = lamp_closure_import_count_chosen (self->import);
  // Translators: how many days without school are to be imported
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Import %u", "_Import %u", n), n);

  gtk_button_set_label (GTK_BUTTON (self->take), label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closure-import.take", n > 0);
}

static void
on_check (LampClosureImportDialog *self,
          GParamSpec              *pspec,
          GtkCheckButton          *check)
{
  LampFoundClosure *found = g_object_get_data (G_OBJECT (check), "found");

  found->chosen = gtk_check_button_get_active (check);
  show_count (self);
}

static void
add_check (LampClosureImportDialog *self,
           GtkWidget               *row,
           LampFoundClosure        *found)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), found->chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_object_set_data (G_OBJECT (check), "found", found);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_check), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
}

static AdwPreferencesGroup *
get_group (LampClosureImportDialog *self,
           LampClosureState         state)
{
  if (state == LAMP_CLOSURE_THERE)
    return self->there;

  return state == LAMP_CLOSURE_NEW || state == LAMP_CLOSURE_MOVED ? self->chosen : self->others;
}

static void
add_row (LampClosureImportDialog *self,
         LampFoundClosure        *found)
{
  g_autofree char *days = lamp_closure_dup_days (found->row);
  // Translators: days, and what they are to the file: 26 Nov 2026 · New
  g_autofree char *subtitle = g_strdup_printf (C_ ("closure found", "%s · %s"), days,
                                               lamp_closure_state_get_label (found->state));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_row_get_title (found->row));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (found->state != LAMP_CLOSURE_THERE)
    add_check (self, row, found);
  adw_preferences_group_add (get_group (self, found->state), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (LampClosureImportDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_import (LampClosureImportDialog *self)
{
  const LampClosureImport *import = self->import;
  guint n_chosen, n_there;

  clear_rows (self);
  for (guint i = 0; i < import->found->len; i++)
    add_row (self, import->found->pdata[i]);
  n_there = lamp_closure_import_count (import, LAMP_CLOSURE_THERE);
  n_chosen = lamp_closure_import_count (import, LAMP_CLOSURE_NEW)
             + lamp_closure_import_count (import, LAMP_CLOSURE_MOVED);
  adw_preferences_group_set_description (self->chosen, n_chosen > 0 ? NULL : _("Nothing in this calendar is new."));
  gtk_widget_set_visible (GTK_WIDGET (self->there), n_there > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->others), import->found->len > n_chosen + n_there);
  show_count (self);
}

static gboolean
read_file (LampClosureImportDialog  *self,
           GError                  **error)
{
  LampRecord *community = self->communities->pdata[adw_combo_row_get_selected (self->community)];
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  LampClosureImport *import = lamp_closure_import_read (self->snapshot, lamp_record_get_id (community), today,
                                                        self->file, NULL, error);

  if (import == NULL)
    return FALSE;
  clear_rows (self);
  g_clear_pointer (&self->import, lamp_closure_import_free);
  self->import = import;
  show_import (self);

  return TRUE;
}

static void
on_community (LampClosureImportDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (read_file (self, &error))
    return;
  lamp_session_notice (self->session, error->message, FALSE);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  LampClosureImportDialog *self = LAMP_CLOSURE_IMPORT_DIALOG (widget);
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (self->session), _("Import Days Without School"));
  guint n = lamp_closure_import_apply (self->import, edit);
  // Translators: told after an import
  g_autofree char *notice = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u holiday imported",
                                                          "%u holidays imported", n), n);

  if (lamp_session_commit (self->session, edit, notice))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
lamp_closure_import_dialog_dispose (GObject *object)
{
  LampClosureImportDialog *self = LAMP_CLOSURE_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->file);
  g_clear_pointer (&self->communities, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_CLOSURE_IMPORT_DIALOG);

  G_OBJECT_CLASS (lamp_closure_import_dialog_parent_class)->dispose (object);
}

static void
lamp_closure_import_dialog_finalize (GObject *object)
{
  LampClosureImportDialog *self = LAMP_CLOSURE_IMPORT_DIALOG (object);

  g_clear_pointer (&self->import, lamp_closure_import_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (lamp_closure_import_dialog_parent_class)->finalize (object);
}

static void
lamp_closure_import_dialog_class_init (LampClosureImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_closure_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_closure_import_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/"
                                                             "lamp-closure-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampClosureImportDialog, take);
  gtk_widget_class_bind_template_child (widget_class, LampClosureImportDialog, community);
  gtk_widget_class_bind_template_child (widget_class, LampClosureImportDialog, chosen);
  gtk_widget_class_bind_template_child (widget_class, LampClosureImportDialog, others);
  gtk_widget_class_bind_template_child (widget_class, LampClosureImportDialog, there);
  gtk_widget_class_install_action (widget_class, "closure-import.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "closure-import.cancel", NULL, cancel_action);
}

static void
lamp_closure_import_dialog_init (LampClosureImportDialog *self)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->communities = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_expression (self->community, name);
}

/* A school's calendar is most often that of the whole district: the topmost community, unless another is looked at. */
static void
show_communities (LampClosureImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GListModel) all = lamp_store_list (lamp_session_get_store (self->session), "communities");
  g_autofree char *home = lamp_session_dup_home (self->session);
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      LampRecord *community = g_list_model_get_item (all, i);

      g_ptr_array_add (self->communities, community);
      gtk_string_list_append (names, lamp_record_get_title (community));
      if (g_strcmp0 (lamp_record_get_id (community), home) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->community, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->community, selected);
}

/**
 * lamp_closure_import_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 * @file: a calendar (.ics) or a table (.csv)
 *
 * Shows what is in a calendar and offers to take it. A file that cannot be read is told as a notice.
 *
 * Returns: whether there was something to show
 */
gboolean
lamp_closure_import_dialog_present (GtkWidget   *parent,
                                    LampSession *session,
                                    GFile       *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (lamp_session_get_store (session), &error);
  g_autoptr (LampClosureImportDialog) self = g_object_ref_sink (g_object_new (LAMP_TYPE_CLOSURE_IMPORT_DIALOG, NULL));

  if (snapshot == NULL || lamp_snapshot_get (snapshot, "communities")->len == 0)
    {
      lamp_session_notice (session, error != NULL
                                      ? error->message
                                      : _("Days without school belong to a community: add a community first."),
                           FALSE);
      return FALSE;
    }
  self->session = g_object_ref (session);
  self->snapshot = g_steal_pointer (&snapshot);
  self->file = g_object_ref (file);
  show_communities (self);
  if (!read_file (self, &error))
    {
      lamp_session_notice (session, error->message, FALSE);
      return FALSE;
    }
  g_signal_connect_object (self->community, "notify::selected", G_CALLBACK (on_community), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self), parent);

  return TRUE;
}
