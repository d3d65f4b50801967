/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-import.h"

struct _LampImportDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  GFile *file;
  char *name;                 /* of the file, as a person knows it */
  GCancellable *cancellable;  /* (nullable): of the work that is going on */
  GPtrArray *rows;            /* unowned: those that a preview has made */

  AdwWindowTitle *title;
  GtkButton *cancel_button;
  GtkWidget *import_button;
  GtkStack *stack;
  AdwStatusPage *working;
  GtkProgressBar *progress;
  GtkCheckButton *merge;
  GtkCheckButton *copy;
  GtkCheckButton *replace;
  AdwPreferencesGroup *effects;
  AdwPreferencesGroup *contents;
  AdwPreferencesGroup *problems;
};

G_DEFINE_FINAL_TYPE (LampImportDialog, lamp_import_dialog, ADW_TYPE_DIALOG)

/* A piece of work: the dialog may be closed while it goes on, so it is held. */
typedef struct
{
  LampImportDialog *dialog;
  gboolean dry_run;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->dialog);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void begin (LampImportDialog *self,
                   gboolean          dry_run);

static LampImportMode
get_mode (LampImportDialog *self)
{
  if (gtk_check_button_get_active (self->copy))
    return LAMP_IMPORT_COPY;
  if (gtk_check_button_get_active (self->replace))
    return LAMP_IMPORT_REPLACE;

  return LAMP_IMPORT_MERGE;
}

static void
add_row (LampImportDialog    *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static void
add_count (LampImportDialog    *self,
           AdwPreferencesGroup *group,
           const char          *title,
           guint64              count)
{
  g_autofree char *value = g_strdup_printf ("%'" G_GUINT64_FORMAT, count);

  add_row (self, group, title, NULL, value);
}

static void
clear_rows (LampImportDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (g_object_get_data (self->rows->pdata[i], "group"), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* Each problem with its place; those that were not kept are counted. */
static void
add_problems (LampImportDialog    *self,
              AdwPreferencesGroup *group,
              GPtrArray           *problems,
              guint64              n_problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const LampProblem *problem = problems->pdata[i];
      g_autofree char *place = NULL;

      // Translators: where in a file a problem is: its code, and the path to the place
      place = g_strdup_printf (C_("problem", "%s at %s"), lamp_error_code_get_nick (problem->code),
                               *problem->pointer != '\0' ? problem->pointer : "/");
      add_row (self, group, problem->message, place, NULL);
    }
  if (problems != NULL && n_problems > problems->len)
    {
      g_autofree char *rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more",
                                                            n_problems - problems->len),
                                               (guint) (n_problems - problems->len));

      add_row (self, group, rest, NULL, NULL);
    }
}

static void
add_contents (LampImportDialog *self,
              LampImportReport *report)
{
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  for (guint i = 0; report->per_type != NULL && i < n_types; i++)
    if (report->per_type[i] > 0)
      add_count (self, self->contents, lamp_record_type_get_plural (types[i]), report->per_type[i]);
  for (guint i = 0; report->notes != NULL && report->notes[i] != NULL; i++)
    add_row (self, self->contents, report->notes[i], NULL, NULL);
}

static gboolean
does_something (LampImportReport *report)
{
  return report->added + report->changed + report->deleted > 0;
}

static void
show_preview (LampImportDialog *self,
              LampImportReport *report)
{
  add_count (self, self->effects, C_("import", "Added"), report->added);
  add_count (self, self->effects, C_("import", "Changed"), report->changed);
  add_count (self, self->effects, C_("import", "Deleted"), report->deleted);
  add_count (self, self->effects, C_("import", "The same already"), report->unchanged);
  if (report->n_conflicts > 0)
    add_count (self, self->effects, _("Newer here, and kept"), report->n_conflicts);
  add_problems (self, self->effects, report->conflicts, report->n_conflicts);
  add_contents (self, report);
  gtk_widget_set_sensitive (self->import_button,
                            does_something (report) || get_mode (self) == LAMP_IMPORT_REPLACE);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
show_refused (LampImportDialog *self,
              LampImportReport *report,
              const GError     *error)
{
  if (report != NULL && report->n_problems > 0)
    add_problems (self, self->problems, report->problems, report->n_problems);
  else
    add_row (self, self->problems, error->message, NULL, NULL);
  gtk_button_set_label (self->cancel_button, _("_Close"));
  gtk_widget_set_visible (self->import_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static void
tell_done (LampImportDialog *self,
           LampImportReport *report)
{
  g_autofree char *added = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record added", "%u records added",
                                                         (gulong) report->added),
                                            (guint) report->added);
  g_autofree char *changed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed",
                                                           (gulong) report->changed),
                                              (guint) report->changed);
  g_autofree char *deleted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deleted", "%u deleted",
                                                           (gulong) report->deleted),
                                              (guint) report->deleted);
  // Translators: what an import did: “12 records added, 3 changed, 0 deleted”
  g_autofree char *message = g_strdup_printf (C_("import", "%s, %s, %s"), added, changed, deleted);

  lamp_session_notice (self->session, message, does_something (report));
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Work) work = data;
  LampImportDialog *self = work->dialog;
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean accepted = lamp_import_json_finish (result, &report, &error);

  if (accepted && !work->dry_run)
    lamp_store_reload (lamp_session_get_store (self->session));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  clear_rows (self);
  if (!accepted)
    {
      show_refused (self, report, error);
      return;
    }
  if (work->dry_run)
    {
      show_preview (self, report);
      return;
    }
  tell_done (self, report);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_progress (double   done,
             gpointer data)
{
  Work *work = data;

  gtk_progress_bar_set_fraction (work->dialog->progress, CLAMP (done, 0, 1));
}

static void
begin (LampImportDialog *self,
       gboolean          dry_run)
{
  LampStore *store = lamp_session_get_store (self->session);
  // Translators: a step in Undo; %s is the name of a file
  g_autofree char *label = g_strdup_printf (_("Import %s"), self->name);
  LampImportOptions options = { .mode = get_mode (self), .dry_run = dry_run, .label = label };
  Work *work = g_new0 (Work, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  options.clock = lamp_store_get_clock (store);
  work->dialog = g_object_ref (self);
  work->dry_run = dry_run;
  adw_status_page_set_title (self->working, dry_run ? _("Looking at the File…") : _("Importing…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  lamp_import_json_async (self->file, lamp_store_get_path (store), &options, on_progress, work, self->cancellable,
                          on_done, work);
}

static void
on_import (LampImportDialog *self)
{
  begin (self, FALSE);
}

/* Each way has other numbers: they are counted anew. */
static void
on_mode (LampImportDialog *self,
         GtkCheckButton   *button)
{
  if (!gtk_check_button_get_active (button) || self->file == NULL)
    return;

  if (button == self->replace)
    {
      gtk_widget_remove_css_class (self->import_button, "suggested-action");
      gtk_widget_add_css_class (self->import_button, "destructive-action");
    }
  else
    {
      gtk_widget_remove_css_class (self->import_button, "destructive-action");
      gtk_widget_add_css_class (self->import_button, "suggested-action");
    }
  begin (self, TRUE);
}

static void
lamp_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (LAMP_IMPORT_DIALOG (dialog)->cancellable);
}

static void
lamp_import_dialog_dispose (GObject *object)
{
  LampImportDialog *self = LAMP_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (lamp_import_dialog_parent_class)->dispose (object);
}

static void
lamp_import_dialog_finalize (GObject *object)
{
  LampImportDialog *self = LAMP_IMPORT_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_free (self->name);

  G_OBJECT_CLASS (lamp_import_dialog_parent_class)->finalize (object);
}

static void
lamp_import_dialog_class_init (LampImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = lamp_import_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, merge);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, replace);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, effects);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, LampImportDialog, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_mode);
}

static void
lamp_import_dialog_init (LampImportDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_import_dialog_new:
 * @session: the file to import into
 * @file: what to import: a document, or a folder of tables
 *
 * Makes the dialog, which begins to look at the file at once.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_import_dialog_new (LampSession *session,
                        GFile       *file)
{
  LampImportDialog *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (LAMP_TYPE_IMPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  self->name = g_file_get_basename (file);
  adw_window_title_set_title (self->title, _("Import"));
  adw_window_title_set_subtitle (self->title, self->name);
  begin (self, TRUE);

  return ADW_DIALOG (self);
}
