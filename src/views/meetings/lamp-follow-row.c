/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-follow-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture.h"
#include "lamp-done-check.h"

struct _LampFollowRow
{
  GtkBox parent_instance;

  LampSession *session;
  const LampFollowKind *kind;
  LampRecord *record;
  GSignalGroup *watch;      /* follows the record */
  gboolean showing;         /* the check is being shown: nobody has pressed it */
  const char *css_class;

  GtkWidget *check;         /* (nullable): only where a kind can be done */
  GtkWidget *title;
  GtkWidget *icon;
  GtkWidget *status;
  GtkWidget *details;
  GtkWidget *edit;
};

G_DEFINE_FINAL_TYPE (LampFollowRow, lamp_follow_row, GTK_TYPE_BOX)

static void
show_status (LampFollowRow         *self,
             const LampFollowWords *words)
{
  gtk_widget_set_visible (self->icon, *words->status != '\0');
  gtk_widget_set_visible (self->status, *words->status != '\0');
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), words->icon_name);
  gtk_label_set_text (GTK_LABEL (self->status), words->status);
  if (self->css_class != NULL)
    {
      gtk_widget_remove_css_class (self->icon, self->css_class);
      gtk_widget_remove_css_class (self->status, self->css_class);
    }
  self->css_class = words->css_class;
  gtk_widget_add_css_class (self->icon, words->css_class);
  gtk_widget_add_css_class (self->status, words->css_class);
}

static void
update (LampFollowRow *self)
{
  LampRecord *record = lamp_follow_row_get_record (self);
  g_autofree char *today = NULL;
  LampFollowWords words = { 0 };

  if (record == NULL || lamp_record_is_deleted (record))
    return;
  today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  self->kind->describe (self->session, record, today, &words);
  gtk_label_set_text (GTK_LABEL (self->title), words.title);
  gtk_label_set_text (GTK_LABEL (self->details), words.details);
  show_status (self, &words);
  if (self->check != NULL)
    {
      self->showing = TRUE;
      lamp_done_check_set_subject (LAMP_DONE_CHECK (self->check), words.title);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), words.done);
      self->showing = FALSE;
    }
  lamp_follow_words_clear (&words);
}

static void
on_toggled (LampFollowRow *self)
{
  LampRecord *record = lamp_follow_row_get_record (self);
  gboolean done = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (self->showing || record == NULL)
    return;
  if (!self->kind->set_done (self->session, record, done))
    update (self);
}

static void
on_edit (LampFollowRow *self)
{
  LampRecord *record = lamp_follow_row_get_record (self);

  if (record != NULL)
    lamp_capture_edit (GTK_WIDGET (self), self->session, record);
}

static void
lamp_follow_row_dispose (GObject *object)
{
  LampFollowRow *self = LAMP_FOLLOW_ROW (object);

  if (self->watch != NULL)
    g_signal_group_set_target (self->watch, NULL);
  g_clear_object (&self->watch);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_follow_row_parent_class)->dispose (object);
}

static void
lamp_follow_row_class_init (LampFollowRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_follow_row_dispose;
}

static GtkWidget *
make_status_line (LampFollowRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  self->details = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->status, "caption-heading");
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_add_css_class (self->details, "dimmed");
  gtk_widget_set_margin_start (self->details, 6);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->details);

  return line;
}

static void
lamp_follow_row_init (LampFollowRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines",
                              2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), make_status_line (self));
  gtk_box_append (GTK_BOX (self), words);
  self->edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (self->edit, "flat");
  gtk_widget_set_valign (self->edit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->edit, _("Change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Change"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->title, NULL,
                                  -1);
  g_signal_connect_object (self->edit, "clicked", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->edit);
  self->watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->watch, "notify", G_CALLBACK (update), self);
}

/**
 * lamp_follow_row_new:
 * @session: the session
 * @kind: what is special about its list
 *
 * Returns: (transfer floating): a row without a record
 */
GtkWidget *
lamp_follow_row_new (LampSession          *session,
                     const LampFollowKind *kind)
{
  LampFollowRow *self = g_object_new (LAMP_TYPE_FOLLOW_ROW, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  if (kind->set_done != NULL)
    {
      self->check = lamp_done_check_new (NULL);
      g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_prepend (GTK_BOX (self), self->check);
    }

  return GTK_WIDGET (self);
}

/**
 * lamp_follow_row_set_record:
 * @self: a row
 * @record: (nullable): a record of its kind
 *
 * Shows another record.
 */
void
lamp_follow_row_set_record (LampFollowRow *self,
                            LampRecord    *record)
{
  g_return_if_fail (LAMP_IS_FOLLOW_ROW (self));

  g_signal_group_set_target (self->watch, record);
  g_set_object (&self->record, record);
  update (self);
}

/**
 * lamp_follow_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record
 */
LampRecord *
lamp_follow_row_get_record (LampFollowRow *self)
{
  g_return_val_if_fail (LAMP_IS_FOLLOW_ROW (self), NULL);

  return self->record;
}
