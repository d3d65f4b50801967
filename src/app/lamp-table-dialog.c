/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-table-files.h"
#include "lamp-table-import.h"
#include "lamp-table-map-page.h"
#include "lamp-table-preview.h"

struct _LampTableDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  GFile *file;
  char *name;                 /* of the file, as a person knows it */
  LampCsv *csv;               /* (nullable): until it has been read */
  LampTableMapPage *map;      /* (nullable) (unowned): until then, too */
  GCancellable *cancellable;  /* (nullable): of the work that is going on */
  gboolean can_import;

  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  AdwNavigationPage *preview_page;
  AdwWindowTitle *title;
  GtkWidget *preview_button;
  GtkStack *stack;
  AdwStatusPage *refused;
  AdwBanner *banner;
  AdwBin *map_bin;
  GtkStack *preview_stack;
  AdwStatusPage *importing;
  GtkProgressBar *progress;
  LampTablePreview *preview;
};

G_DEFINE_FINAL_TYPE (LampTableDialog, lamp_table_dialog, ADW_TYPE_DIALOG)

/* A piece of work: the dialog may be closed while it goes on, so it is held. */
typedef struct
{
  LampTableDialog *dialog;
  gboolean dry_run;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->dialog);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
update_actions (LampTableDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_map = self->map != NULL;

  gtk_widget_action_set_enabled (widget, "table.preview", has_map && self->cancellable == NULL);
  gtk_widget_action_set_enabled (widget, "table.load-map", has_map);
  gtk_widget_action_set_enabled (widget, "table.save-map", has_map);
  gtk_widget_action_set_enabled (widget, "table.guess", has_map);
  gtk_widget_action_set_enabled (widget, "table.import", self->can_import && self->cancellable == NULL);
  gtk_widget_action_set_enabled (widget, "table.save-report",
                                 self->cancellable == NULL && lamp_table_preview_get_lines (self->preview) != NULL);
}

static void
tell (LampTableDialog *self,
      const char      *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Work that goes on now is stopped before other work begins. */
static GCancellable *
begin (LampTableDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  update_actions (self);

  return self->cancellable;
}

static void
finish (LampTableDialog *self)
{
  g_clear_object (&self->cancellable);
  update_actions (self);
}

/* The map that was used for a table with the same columns, if it still fits. */
static gboolean
recall_map (LampTableDialog *self)
{
  LampTableMap *map = lamp_table_recall_map (lamp_session_get_store (self->session), self->csv);

  if (map == NULL)
    return FALSE;
  lamp_table_map_page_take_map (self->map, map);

  return TRUE;
}

/* In a file without communities the rows found one, with the name of the table until somebody knows a better one. */
static void
found_community (LampTableDialog *self)
{
  g_autoptr (LampTableMap) map = lamp_table_map_guess (self->csv, lamp_table_guess_type (self->csv), NULL);
  g_autofree char *bare = g_strndup (self->name, strcspn (self->name, "."));
  g_autofree char *title = NULL;

  if (!lamp_table_map_found (map, bare))
    return;
  // Translators: %s is a name
  title = g_strdup_printf (_("There is no community yet: the rows begin one, “%s”"), bare);
  lamp_table_map_page_take_map (self->map, g_steal_pointer (&map));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_title (self->banner, title);
  adw_banner_set_button_label (self->banner, NULL);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
show_map (LampTableDialog *self)
{
  g_autoptr (GListModel) communities = lamp_store_list (lamp_session_get_store (self->session), "communities");
  g_autofree char *home = lamp_session_dup_home (self->session);

  self->map = LAMP_TABLE_MAP_PAGE (lamp_table_map_page_new (self->csv, communities, home));
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->map));
  if (recall_map (self))
    adw_banner_set_revealed (self->banner, TRUE);
  else if (g_list_model_get_n_items (communities) == 0)
    found_community (self);
  gtk_stack_set_visible_child_name (self->stack, "map");
}

static void
refuse (LampTableDialog *self,
        const char      *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->refused, escaped);
  gtk_widget_set_visible (self->preview_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (LampTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LampCsv) csv = lamp_csv_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (csv == NULL)
    refuse (self, error->message);
  else if (lamp_csv_get_n_rows (csv) == 0)
    refuse (self, _("The table names its columns and has no rows under them."));
  else
    {
      self->csv = g_steal_pointer (&csv);
      show_map (self);
    }
  finish (self);
}

static guint
count_effects (LampTableResult *table)
{
  return table->n_added + table->n_changed;
}

static void
show_preview (LampTableDialog  *self,
              LampTableResult  *table,
              LampImportReport *report,
              const GError     *error)
{
  self->can_import = error == NULL && count_effects (table) > 0;
  if (table == NULL || (error != NULL && (report == NULL || report->n_problems == 0)))
    lamp_table_preview_refuse (self->preview, error->message);
  else
    lamp_table_preview_show (self->preview, table, report);
  gtk_stack_set_visible_child_name (self->preview_stack, "preview");
}

static void
tell_done (LampTableDialog *self,
           LampTableResult *table)
{
  g_autofree char *added = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record added", "%u records added",
                                                         table->n_added),
                                            table->n_added);
  g_autofree char *changed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed",
                                                           table->n_changed),
                                              table->n_changed);
  // Translators: what the import of a table did: “12 records added, 3 changed”
  g_autofree char *message = g_strdup_printf (C_ ("import", "%s, %s"), added, changed);

  lamp_session_notice (self->session, message, count_effects (table) > 0);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Work) work = data;
  LampTableDialog *self = work->dialog;
  g_autoptr (LampTableResult) table = NULL;
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean accepted = lamp_table_import_finish (result, &table, &report, &error);

  if (self->session == NULL)
    return;
  if (accepted && !work->dry_run)
    {
      lamp_store_reload (lamp_session_get_store (self->session));
      lamp_table_keep_map (lamp_session_get_store (self->session), self->csv, lamp_table_map_page_get_map (self->map));
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (accepted && !work->dry_run)
    {
      finish (self);
      tell_done (self, table);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  show_preview (self, table, report, error);
  finish (self);
}

static void
on_progress (double   done,
             gpointer data)
{
  Work *work = data;

  gtk_progress_bar_set_fraction (work->dialog->progress, CLAMP (done, 0, 1));
}

static void
work (LampTableDialog *self,
      gboolean         dry_run)
{
  LampStore *store = lamp_session_get_store (self->session);
  // Translators: a step in Undo; %s is the name of a file
  g_autofree char *label = g_strdup_printf (_("Import %s"), self->name);
  /* A table tells no times; what it says was looked at and wanted, whatever a clock said before. */
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .take_older = TRUE, .dry_run = dry_run, .label = label };
  Work *job = g_new0 (Work, 1);

  job->dialog = g_object_ref (self);
  job->dry_run = dry_run;
  options.clock = lamp_store_get_clock (store);
  adw_status_page_set_title (self->importing, dry_run ? _("Looking at the Rows…") : _("Importing…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->preview_stack, "working");
  lamp_table_import_async (self->csv, lamp_table_map_page_get_map (self->map), lamp_store_get_path (store), &options,
                           on_progress, job, begin (self), on_done, job);
}

static void
preview_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  LampTableDialog *self = LAMP_TABLE_DIALOG (widget);

  if (!lamp_table_map_page_check (self->map))
    {
      tell (self, _("Say how the dates are written."));
      return;
    }
  self->can_import = FALSE;
  adw_navigation_view_push (self->navigation, self->preview_page);
  work (self, TRUE);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  work (LAMP_TABLE_DIALOG (widget), FALSE);
}

/* Back to the map while the rows are looked at. */
static void
on_preview_hidden (LampTableDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  finish (self);
}

static void
guess_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  LampTableDialog *self = LAMP_TABLE_DIALOG (widget);

  lamp_table_map_page_guess (self->map);
  adw_banner_set_revealed (self->banner, FALSE);
}

static void
on_map_chosen (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (LampTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->map != NULL && !lamp_table_dialog_load_map (self, file, &error))
    tell (self, error->message);
}

static GtkWindow *
get_window (LampTableDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
load_map_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  LampTableDialog *self = LAMP_TABLE_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Load Map"));
  gtk_file_dialog_open (dialog, get_window (self), NULL, on_map_chosen, g_object_ref (self));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (LampTableDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (lamp_table_save_finish (result, &error))
    tell (self, _("Saved"));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (self, error->message);
}

static void
save (LampTableDialog *self,
      const char      *title,
      const char      *ending,
      char            *text)
{
  g_autofree char *bare = g_strndup (self->name, strcspn (self->name, "."));
  g_autofree char *name = g_strconcat (bare, ending, NULL);

  lamp_table_save_async (get_window (self), title, name, text, on_saved, g_object_ref (self));
}

static void
save_map_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  LampTableDialog *self = LAMP_TABLE_DIALOG (widget);

  save (self, _("Save Map"), "-map.json", lamp_table_map_to_json (lamp_table_map_page_get_map (self->map)));
}

static void
save_report_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  LampTableDialog *self = LAMP_TABLE_DIALOG (widget);

  save (self, _("Save Report"), "-report.csv",
        lamp_table_lines_to_csv (lamp_table_preview_get_lines (self->preview), self->name));
}

static void
lamp_table_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (LAMP_TABLE_DIALOG (dialog)->cancellable);
}

static void
lamp_table_dialog_dispose (GObject *object)
{
  LampTableDialog *self = LAMP_TABLE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  self->map = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_TABLE_DIALOG);

  G_OBJECT_CLASS (lamp_table_dialog_parent_class)->dispose (object);
}

static void
lamp_table_dialog_finalize (GObject *object)
{
  LampTableDialog *self = LAMP_TABLE_DIALOG (object);

  g_clear_pointer (&self->csv, lamp_csv_unref);
  g_free (self->name);

  G_OBJECT_CLASS (lamp_table_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, preview_page);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, preview_button);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, map_bin);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, importing);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LampTableDialog, preview);
}

static void
lamp_table_dialog_class_init (LampTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LAMP_TYPE_TABLE_PREVIEW);
  G_OBJECT_CLASS (klass)->dispose = lamp_table_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_table_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = lamp_table_dialog_closed;

  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "table.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "table.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "table.guess", NULL, guess_action);
  gtk_widget_class_install_action (widget_class, "table.load-map", NULL, load_map_action);
  gtk_widget_class_install_action (widget_class, "table.save-map", NULL, save_map_action);
  gtk_widget_class_install_action (widget_class, "table.save-report", NULL, save_report_action);
}

static void
lamp_table_dialog_init (LampTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->preview_page, "hidden", G_CALLBACK (on_preview_hidden), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

/**
 * lamp_table_dialog_new:
 * @session: the file to import into
 * @file: a table
 *
 * Makes the dialog, which begins to look at the table at once.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_table_dialog_new (LampSession *session,
                       GFile       *file)
{
  LampTableDialog *self;
  g_autofree char *base = NULL;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (LAMP_TYPE_TABLE_DIALOG, NULL);
  base = g_file_get_basename (file);
  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base);
  adw_window_title_set_subtitle (self->title, self->name);
  lamp_csv_read_async (file, begin (self), on_read, g_object_ref (self));

  return ADW_DIALOG (self);
}

/**
 * lamp_table_dialog_is_busy:
 * @self: the dialog
 *
 * Returns: whether a thread works for it
 */
gboolean
lamp_table_dialog_is_busy (LampTableDialog *self)
{
  g_return_val_if_fail (LAMP_IS_TABLE_DIALOG (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * lamp_table_dialog_get_map:
 * @self: the dialog
 *
 * Returns: (transfer none) (nullable): what each row becomes; %NULL while the table is being read, or if it cannot be
 */
LampTableMap *
lamp_table_dialog_get_map (LampTableDialog *self)
{
  g_return_val_if_fail (LAMP_IS_TABLE_DIALOG (self), NULL);

  return self->map != NULL ? lamp_table_map_page_get_map (self->map) : NULL;
}

/**
 * lamp_table_dialog_load_map:
 * @self: the dialog, when the table has been read
 * @file: a map
 * @error: where to put an error
 *
 * Shows a map that was saved before, or written for the command line. What it does not say to which community it
 * belongs is given to the one that is looked at.
 *
 * Returns: whether it is one
 */
gboolean
lamp_table_dialog_load_map (LampTableDialog  *self,
                            GFile            *file,
                            GError          **error)
{
  g_autoptr (LampSnapshot) none = lamp_snapshot_new ();
  g_autofree char *home = NULL;
  LampTableMap *map;

  g_return_val_if_fail (LAMP_IS_TABLE_DIALOG (self), FALSE);
  g_return_val_if_fail (self->map != NULL, FALSE);

  map = lamp_table_read_map (file, error);
  if (map == NULL)
    return FALSE;
  home = lamp_session_dup_home (self->session);
  lamp_table_map_place (map, none, home);
  lamp_table_map_page_take_map (self->map, map);
  adw_banner_set_revealed (self->banner, FALSE);

  return TRUE;
}
