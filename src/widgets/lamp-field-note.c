/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-note.h"

struct _LampFieldNote
{
  AdwPreferencesRow parent_instance;

  GtkWidget *about;   /* unowned: the row above; it lives in the same list */
  GtkWidget *icon;
  GtkLabel *label;
  char *problem;      /* (nullable) */
  char *advice;       /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LampFieldNote, lamp_field_note, ADW_TYPE_PREFERENCES_ROW)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
tell_row (LampFieldNote *self,
          const char    *text)
{
  GtkAccessible *row = GTK_ACCESSIBLE (self->about);

  if (self->problem != NULL)
    gtk_accessible_update_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (row, GTK_ACCESSIBLE_STATE_INVALID);
  if (text != NULL)
    gtk_accessible_update_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* What is wrong comes before what would be good. */
static void
update (LampFieldNote *self)
{
  const char *text = self->problem != NULL ? self->problem : self->advice;

  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                self->problem != NULL ? "dialog-error-symbolic" : "dialog-information-symbolic");
  set_class (GTK_WIDGET (self), "error", self->problem != NULL);
  set_class (self->about, "error", self->problem != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  tell_row (self, text);
}

static void
lamp_field_note_finalize (GObject *object)
{
  g_free (LAMP_FIELD_NOTE (object)->problem);
  g_free (LAMP_FIELD_NOTE (object)->advice);

  G_OBJECT_CLASS (lamp_field_note_parent_class)->finalize (object);
}

static void
lamp_field_note_class_init (LampFieldNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_field_note_finalize;
}

static void
lamp_field_note_init (LampFieldNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = g_object_new (GTK_TYPE_IMAGE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "valign", GTK_ALIGN_START,
                             NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lamp_field_note_new:
 * @about: the row that it stands under
 *
 * Returns: (transfer floating): a note that says nothing yet, and is not seen
 */
GtkWidget *
lamp_field_note_new (GtkWidget *about)
{
  LampFieldNote *self;

  g_return_val_if_fail (GTK_IS_WIDGET (about), NULL);

  self = g_object_new (LAMP_TYPE_FIELD_NOTE, NULL);
  self->about = about;

  return GTK_WIDGET (self);
}

/**
 * lamp_field_note_set_problem:
 * @self: a note
 * @problem: (nullable): why what was typed may not stand, one sentence
 *
 * Says what is wrong, aloud as well, or that nothing is wrong any more.
 */
void
lamp_field_note_set_problem (LampFieldNote *self,
                             const char    *problem)
{
  g_return_if_fail (LAMP_IS_FIELD_NOTE (self));

  if (g_set_str (&self->problem, problem))
    update (self);
  if (problem != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->about), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * lamp_field_note_set_advice:
 * @self: a note
 * @advice: (nullable): what would be good, one sentence
 *
 * Says what would be good to have in the row above.
 */
void
lamp_field_note_set_advice (LampFieldNote *self,
                            const char    *advice)
{
  g_return_if_fail (LAMP_IS_FIELD_NOTE (self));

  if (g_set_str (&self->advice, advice))
    update (self);
}
