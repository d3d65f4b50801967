/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-export.h"

struct _LampExportDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  GCancellable *cancellable;  /* (nullable): of the work that is going on */
  GPtrArray *rows;            /* unowned: those that a preview has made */

  AdwWindowTitle *title;
  GtkWidget *export_button;
  GtkStack *stack;
  AdwSwitchRow *people;
  AdwSwitchRow *private;
  AdwPreferencesGroup *contents;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (LampExportDialog, lamp_export_dialog, ADW_TYPE_DIALOG)

/* What to export, for a thread. */
typedef struct
{
  char *path;
  char *community;
  LampExportOptions options;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->options.clock);
  g_free (job->path);
  g_free (job->community);
  g_free (job);
}

static Job *
make_job (LampExportDialog *self)
{
  LampStore *store = lamp_session_get_store (self->session);
  LampRecord *community = lamp_session_get_community (self->session);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (lamp_store_get_path (store));
  job->community = community != NULL ? g_strdup (lamp_record_get_id (community)) : NULL;
  job->options.community = job->community;
  job->options.without_people = !adw_switch_row_get_active (self->people);
  job->options.with_private = adw_switch_row_get_active (self->private);
  job->options.clock = g_object_ref (lamp_store_get_clock (store));

  return job;
}

static void
add_row (LampExportDialog *self,
         const char       *title,
         const char       *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (self->contents, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_count (LampExportDialog *self,
           const char       *title,
           guint64           count)
{
  g_autofree char *value = g_strdup_printf ("%'" G_GUINT64_FORMAT, count);

  add_row (self, title, value);
}

static guint64
sum (LampExportSummary *summary)
{
  guint64 n = 0;
  guint n_types;

  lamp_schema_get_types (&n_types);
  for (guint i = 0; i < n_types; i++)
    n += summary->per_type[i];

  return n;
}

static void
show_summary (LampExportDialog  *self,
              LampExportSummary *summary)
{
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->contents, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_types; i++)
    if (summary->per_type[i] > 0)
      add_count (self, lamp_record_type_get_plural (types[i]), summary->per_type[i]);
  if (summary->left_out_private > 0)
    add_count (self, _("Private records that stay here"), summary->left_out_private);
  gtk_widget_set_sensitive (self->export_button, sum (summary) > 0);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  LampExportSummary *summary = NULL;
  GError *error = NULL;

  if (lamp_export_json (job->path, NULL, &job->options, NULL, NULL, cancellable, &summary, &error))
    g_task_return_pointer (task, summary, (GDestroyNotify) lamp_export_summary_free);
  else
    g_task_return_error (task, error);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  LampExportDialog *self = LAMP_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LampExportSummary) summary = g_task_propagate_pointer (G_TASK (result), &error);

  if (summary != NULL)
    show_summary (self, summary);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    add_row (self, error->message, NULL);
}

static void
stop (LampExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
count (LampExportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  stop (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_counted, NULL);
  g_task_set_task_data (task, make_job (self), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, count_in_thread);
}

static void
on_option (LampExportDialog *self)
{
  if (self->session != NULL)
    count (self);
}

static void
tell_done (LampExportDialog  *self,
           LampExportSummary *summary)
{
  guint64 n = sum (summary);
  g_autofree char *message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record exported", "%u records exported",
                                                           (gulong) n),
                                              (guint) n);

  lamp_session_notice (self->session, message, FALSE);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (LampExportDialog) self = data;
  g_autoptr (LampExportSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  if (lamp_export_json_finish (result, &summary, &error))
    tell_done (self, summary);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lamp_session_notice (self->session, error->message, FALSE);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_progress (double   done,
             gpointer data)
{
  gtk_progress_bar_set_fraction (LAMP_EXPORT_DIALOG (data)->progress, CLAMP (done, 0, 1));
}

static void
on_file_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (LampExportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  Job *job;

  if (file == NULL)
    return;

  stop (self);
  self->cancellable = g_cancellable_new ();
  job = make_job (self);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  lamp_export_json_async (job->path, file, &job->options, on_progress, self, self->cancellable, on_exported,
                          g_object_ref (self));
  job_free (job);
}

/* A name for the file from a name of the community: no slash, no leading dot, not too long for a file system. */
static char *
dup_file_name (LampExportDialog *self)
{
  LampRecord *community = lamp_session_get_community (self->session);
  g_autofree char *name = g_strdup (community != NULL ? lamp_record_get_title (community) : _("Lamplighter"));
  const char *end;

  g_strdelimit (name, "/\\\n\r", '-');
  while (*name == '.')
    *name = '-';
  if (strlen (name) > 150)
    {
      end = g_utf8_find_prev_char (name, name + 150);
      name[end - name] = '\0';
    }

  return g_strconcat (name, ".json", NULL);
}

static void
on_export (LampExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = dup_file_name (self);

  gtk_file_dialog_set_title (dialog, _("Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen,
                        g_object_ref (self));
}

static void
lamp_export_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (LAMP_EXPORT_DIALOG (dialog)->cancellable);
}

static void
lamp_export_dialog_dispose (GObject *object)
{
  LampExportDialog *self = LAMP_EXPORT_DIALOG (object);

  stop (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (lamp_export_dialog_parent_class)->dispose (object);
}

static void
lamp_export_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_EXPORT_DIALOG (object)->rows);

  G_OBJECT_CLASS (lamp_export_dialog_parent_class)->finalize (object);
}

static void
lamp_export_dialog_class_init (LampExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_export_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = lamp_export_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LampExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, LampExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampExportDialog, people);
  gtk_widget_class_bind_template_child (widget_class, LampExportDialog, private);
  gtk_widget_class_bind_template_child (widget_class, LampExportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, LampExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_option);
}

static void
lamp_export_dialog_init (LampExportDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_export_dialog_new:
 * @session: what to export: the chosen community and those that are part of it, or everything
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_export_dialog_new (LampSession *session)
{
  LampExportDialog *self;
  LampRecord *community;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);

  self = g_object_new (LAMP_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  community = lamp_session_get_community (session);
  adw_window_title_set_subtitle (self->title, community != NULL ? lamp_record_get_title (community)
                                                                : _("All communities"));
  count (self);

  return ADW_DIALOG (self);
}
