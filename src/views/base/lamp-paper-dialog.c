/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-paper-preview.h"
#include "lamp-paper-print.h"
#include "lamp-paper-work.h"
#include "lamp-style.h"
#include "lamp-views-base-resources.h"

#define RESOURCES "/io/github/lamplighter_app/Lamplighter/base/"

/* For whom a report is, by what is left out of it; a choice beyond these is somebody's own. */
static const LampReportOptions readers[] = {
  { FALSE, FALSE, FALSE },
  { FALSE, FALSE, TRUE },
  { TRUE, TRUE, TRUE },
};

/* In the order in which the row of formats has them; then come those of the source's own. */
static const struct
{
  LampReportFormat format;
  const char *label;
} formats[] = {
  { LAMP_REPORT_PDF, NC_("paper", "PDF") },
  { LAMP_REPORT_HTML, NC_("paper", "Web page") },
  { LAMP_REPORT_MARKDOWN, NC_("paper", "Markdown") },
  { LAMP_REPORT_TEXT, NC_("paper", "Text") },
};

/* On how many pages a picture is, in the order in which the row of posters has them. */
static const guint posters[] = { 1, 2, 4, 6, 9, 16 };

struct _LampPaperDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampPaperSource *source;
  GWeakRef overlay;           /* of the window's toasts, where what was saved is told */
  LampPaperResult *result;    /* (nullable): what is shown */
  GFile *file;                /* (nullable): where it is being saved */
  GCancellable *cancellable;  /* (nullable): of the work that is going on */
  int *progress;              /* in thousandths, told by the work */
  guint tick;
  gboolean is_setting;        /* whether switches and readers are being made to agree */

  AdwToastOverlay *toasts;
  GtkWidget *print_button;
  GtkWidget *save_row;
  GtkWidget *copy_row;
  GtkProgressBar *progress_bar;
  GtkStack *preview;
  LampPaperPreview *pages;
  GtkTextView *text;
  AdwStatusPage *error;
  AdwComboRow *kind;
  AdwComboRow *size;
  AdwComboRow *poster;
  AdwComboRow *format;
  GtkWidget *who;
  AdwComboRow *readers;
  AdwSwitchRow *people;
  AdwSwitchRow *attendance;
  AdwSwitchRow *off_record;
};

G_DEFINE_FINAL_TYPE (LampPaperDialog, lamp_paper_dialog, ADW_TYPE_DIALOG)

/* What a person has chosen. */

static LampPaperSize
get_size (LampPaperDialog *self)
{
  return adw_combo_row_get_selected (self->size) == 1 ? LAMP_PAPER_LETTER : LAMP_PAPER_A4;
}

static int
get_extra (LampPaperDialog *self)
{
  return (int) adw_combo_row_get_selected (self->format) - (int) G_N_ELEMENTS (formats);
}

static LampPaperOrder
get_order (LampPaperDialog *self)
{
  int extra = get_extra (self);

  return (LampPaperOrder) {
    .kind = adw_combo_row_get_selected (self->kind),
    .format = extra < 0 ? formats[adw_combo_row_get_selected (self->format)].format : LAMP_REPORT_PDF,
    .extra = MAX (extra, -1),
    .size = get_size (self),
    .poster_pages = posters[MIN (adw_combo_row_get_selected (self->poster), G_N_ELEMENTS (posters) - 1)],
    .options = {
      .without_people = !adw_switch_row_get_active (self->people),
      .without_attendance = !adw_switch_row_get_active (self->attendance),
      .without_off_record = !adw_switch_row_get_active (self->off_record),
    },
  };
}

/* What goes on. */

static gboolean
on_tick (gpointer data)
{
  LampPaperDialog *self = data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (self->progress) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
stop (LampPaperDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->progress_bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
}

static void
start (LampPaperDialog     *self,
       GFile               *file,
       GAsyncReadyCallback  callback)
{
  LampPaperOrder order = get_order (self);

  stop (self);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (self->progress, 0);
  /* What is quick shows no progress. */
  self->tick = g_timeout_add (150, on_tick, self);
  lamp_paper_work_async (self->source, self->session, &order, file, self->progress, self->cancellable, callback,
                         g_object_ref (self));
}

static void
set_ready (LampPaperDialog *self,
           gboolean         ready)
{
  gtk_widget_set_sensitive (self->print_button, ready);
  gtk_widget_set_sensitive (self->save_row, ready);
  gtk_widget_set_sensitive (self->copy_row, ready);
}

static void
show_result (LampPaperDialog *self)
{
  if (self->result->text != NULL)
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), self->result->text, -1);
      gtk_stack_set_visible_child_name (self->preview, "text");
    }
  else
    {
      lamp_paper_preview_set_pages (self->pages, self->result->pages);
      gtk_stack_set_visible_child_name (self->preview, "pages");
    }
}

/* What the work came to; NULL when it was stopped because something else is wanted, or the dialog has gone. */
static LampPaperResult *
take_result (LampPaperDialog  *self,
             GAsyncResult     *result,
             GError          **error)
{
  g_autoptr (GError) local = NULL;
  LampPaperResult *made = lamp_paper_work_finish (result, &local);

  if (made == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  if (self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&made, lamp_paper_result_free);
      return NULL;
    }
  stop (self);
  if (made == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return made;
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (LampPaperDialog) self = data;
  g_autoptr (GError) error = NULL;
  LampPaperResult *made = take_result (self, result, &error);

  if (made != NULL)
    {
      gboolean is_first = self->result == NULL;

      g_clear_pointer (&self->result, lamp_paper_result_free);
      self->result = made;
      show_result (self);
      set_ready (self, TRUE);
      /* Ctrl+P and Enter print; what was not ready could not have the focus. */
      if (is_first)
        gtk_widget_grab_focus (self->print_button);
    }
  else if (error != NULL)
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error, message);
      gtk_stack_set_visible_child_name (self->preview, "error");
    }
}

static void
refresh (LampPaperDialog *self)
{
  if (self->session == NULL)
    return;
  set_ready (self, FALSE);
  start (self, NULL, on_made);
}

static void
on_option (LampPaperDialog *self)
{
  if (!self->is_setting)
    refresh (self);
}

/* A format that holds but one of the reports is shown by that. */
static void
on_format (LampPaperDialog *self)
{
  const LampPaperExtra *extra;

  if (self->session == NULL)
    return;
  extra = get_extra (self) >= 0 ? lamp_paper_source_get_extra (self->source, (guint) get_extra (self)) : NULL;
  self->is_setting = TRUE;
  if (extra != NULL)
    adw_combo_row_set_selected (self->kind, extra->kind);
  self->is_setting = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), extra == NULL);
  refresh (self);
}

/* For whom it is sets the switches, and the switches say for whom it is. */

static void
on_readers (LampPaperDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->readers);

  if (self->is_setting || chosen >= G_N_ELEMENTS (readers))
    return;
  self->is_setting = TRUE;
  adw_switch_row_set_active (self->people, !readers[chosen].without_people);
  adw_switch_row_set_active (self->attendance, !readers[chosen].without_attendance);
  adw_switch_row_set_active (self->off_record, !readers[chosen].without_off_record);
  self->is_setting = FALSE;
  refresh (self);
}

static void
on_switch (LampPaperDialog *self)
{
  LampReportOptions options;
  guint found = G_N_ELEMENTS (readers);

  if (self->is_setting || self->session == NULL)
    return;
  options = get_order (self).options;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].without_people == options.without_people
        && readers[i].without_attendance == options.without_attendance
        && readers[i].without_off_record == options.without_off_record)
      found = i;
  self->is_setting = TRUE;
  adw_combo_row_set_selected (self->readers, found);
  self->is_setting = FALSE;
  refresh (self);
}

/* Where it goes. */

static void
tell (LampPaperDialog *self,
      const char      *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_print_done (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               LampPaperDialog         *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell (self, error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_print (LampPaperDialog *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  operation = lamp_print_operation_new (self->result->document, &self->result->setup, self->result->note);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

static void
show_in_folder (AdwToast *toast,
                GFile    *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

static void
tell_saved (LampPaperDialog *self,
            GFile           *file)
{
  g_autoptr (AdwToastOverlay) overlay = g_weak_ref_get (&self->overlay);
  g_autofree char *name = g_file_get_basename (file);
  // Translators: %s is the name of a file
  g_autofree char *message = g_strdup_printf (_("“%s” saved"), name);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, C_("file", "Show"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_in_folder), g_object_ref (file),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  if (overlay == NULL)
    {
      set_ready (self, TRUE);
      adw_toast_overlay_add_toast (self->toasts, toast);
      return;
    }
  adw_toast_overlay_add_toast (overlay, toast);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (LampPaperDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LampPaperResult) made = take_result (self, result, &error);

  if (made != NULL)
    tell_saved (self, self->file);
  else if (error != NULL)
    {
      set_ready (self, TRUE);
      tell (self, error->message);
    }
}

/**
 * lamp_paper_dialog_is_ready:
 * @self: a dialog
 *
 * Returns: whether it shows what is asked for, and that can be printed, saved or copied
 */
gboolean
lamp_paper_dialog_is_ready (LampPaperDialog *self)
{
  g_return_val_if_fail (LAMP_IS_PAPER_DIALOG (self), FALSE);

  return gtk_widget_get_sensitive (self->print_button);
}

/**
 * lamp_paper_dialog_save:
 * @self: a dialog
 * @file: where to
 *
 * Saves what is shown.
 */
void
lamp_paper_dialog_save (LampPaperDialog *self,
                        GFile           *file)
{
  g_return_if_fail (LAMP_IS_PAPER_DIALOG (self));

  set_ready (self, FALSE);
  g_set_object (&self->file, file);
  start (self, file, on_saved);
}

static void
on_file_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (LampPaperDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->session != NULL)
    lamp_paper_dialog_save (self, file);
}

static void
on_save (LampPaperDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Save As"));
  gtk_file_dialog_set_initial_name (dialog, self->result->file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen,
                        g_object_ref (self));
}

static void
on_copy (LampPaperDialog *self)
{
  g_autofree char *text = lamp_report_format (self->result->document, LAMP_REPORT_TEXT);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  tell (self, _("Copied"));
}

/* The class. */

static void
lamp_paper_dialog_closed (AdwDialog *dialog)
{
  stop (LAMP_PAPER_DIALOG (dialog));
}

static void
lamp_paper_dialog_dispose (GObject *object)
{
  LampPaperDialog *self = LAMP_PAPER_DIALOG (object);

  stop (self);
  g_clear_object (&self->session);
  g_clear_object (&self->source);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_PAPER_DIALOG);

  G_OBJECT_CLASS (lamp_paper_dialog_parent_class)->dispose (object);
}

static void
lamp_paper_dialog_finalize (GObject *object)
{
  LampPaperDialog *self = LAMP_PAPER_DIALOG (object);

  g_clear_pointer (&self->result, lamp_paper_result_free);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  g_weak_ref_clear (&self->overlay);

  G_OBJECT_CLASS (lamp_paper_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, save_row);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, copy_row);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, text);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, error);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, size);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, poster);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, format);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, who);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, readers);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, people);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, attendance);
  gtk_widget_class_bind_template_child (widget_class, LampPaperDialog, off_record);
}

static void
lamp_paper_dialog_class_init (LampPaperDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_paper_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_paper_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = lamp_paper_dialog_closed;

  g_resources_register (lamp_views_base_get_resource ());
  lamp_style_load (RESOURCES "paper.css");
  g_type_ensure (LAMP_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "lamp-paper-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_format);
  gtk_widget_class_bind_template_callback (widget_class, on_option);
  gtk_widget_class_bind_template_callback (widget_class, on_readers);
  gtk_widget_class_bind_template_callback (widget_class, on_switch);
}

static void
lamp_paper_dialog_init (LampPaperDialog *self)
{
  self->progress = g_atomic_rc_box_new0 (int);
  g_weak_ref_init (&self->overlay, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_formats (LampPaperDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const LampPaperExtra *extra;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (labels, g_dpgettext2 (GETTEXT_PACKAGE, "paper", formats[i].label));
  for (guint i = 0; (extra = lamp_paper_source_get_extra (self->source, i)) != NULL; i++)
    gtk_string_list_append (labels, g_dpgettext2 (GETTEXT_PACKAGE, "paper", extra->label));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (labels));
}

static void
fill_in (LampPaperDialog *self)
{
  LampPaperSourceClass *klass = LAMP_PAPER_SOURCE_GET_CLASS (self->source);
  const char * const *names = lamp_paper_source_get_kinds (self->source);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (names);

  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (self->kind, lamp_paper_source_get_kind (self->source));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), names[1] != NULL);
  adw_combo_row_set_selected (self->size, lamp_paper_size_get_usual () == LAMP_PAPER_LETTER ? 1 : 0);
  fill_formats (self);
  gtk_widget_set_visible (GTK_WIDGET (self->poster), klass->has_pictures);
  gtk_widget_set_visible (self->who, klass->has_people);
  gtk_widget_set_visible (GTK_WIDGET (self->readers), klass->has_meeting);
  if (!klass->has_meeting)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->who),
                                           _("Private goals are only counted. Names that somebody wrote into a text "
                                             "stay in it."));
  gtk_widget_set_visible (GTK_WIDGET (self->attendance), klass->has_meeting);
  gtk_widget_set_visible (GTK_WIDGET (self->off_record), klass->has_meeting);
}

/**
 * lamp_paper_dialog_present:
 * @session: the session
 * @source: what there is for paper
 * @parent: above what to show it; what was saved is told in the toasts around it
 *
 * Shows what there is for paper.
 *
 * Returns: (transfer none): the dialog
 */
LampPaperDialog *
lamp_paper_dialog_present (LampSession     *session,
                           LampPaperSource *source,
                           GtkWidget       *parent)
{
  LampPaperDialog *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (LAMP_IS_PAPER_SOURCE (source), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  self = g_object_new (LAMP_TYPE_PAPER_DIALOG, NULL);
  self->source = g_object_ref (source);
  fill_in (self);
  self->session = g_object_ref (session);
  g_weak_ref_set (&self->overlay, gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY));
  refresh (self);
  adw_dialog_present (ADW_DIALOG (self), parent);

  return self;
}
