/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-finding-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-finding-edits.h"
#include "lamp-text-row.h"

struct _LampFindingRow
{
  AdwPreferencesRow parent_instance;

  LampSession *session;
  GPtrArray *findings;        /* keeps the finding */
  const LampFinding *finding;
  gboolean explained;         /* by itself, for what stands above it does not say which check it is */
  AdwWrapBox *buttons;
};

static guint acted_signal;

G_DEFINE_FINAL_TYPE (LampFindingRow, lamp_finding_row, ADW_TYPE_PREFERENCES_ROW)

static void
go_to (LampFindingRow *self,
       const char     *id)
{
  g_autoptr (LampRecord) record = lamp_store_find (lamp_session_get_store (self->session), self->finding->type->name, id);

  if (record != NULL)
    lamp_session_reveal (self->session, record);
  else
    lamp_session_notice (self->session, _("It is no longer there."), FALSE);
}

static void
on_go (LampFindingRow *self)
{
  go_to (self, self->finding->id);
}

static void
on_go_to_other (LampFindingRow *self)
{
  go_to (self, self->finding->other);
}

static void
on_mend (LampFindingRow *self)
{
  g_signal_emit (self, acted_signal, 0);
  lamp_finding_mend (self->session, self->finding->fix);
}

static void
on_bring_back (LampFindingRow *self)
{
  g_signal_emit (self, acted_signal, 0);
  lamp_finding_bring_back (self->session, self->finding);
}

static char *
dup_reason (AdwAlertDialog *dialog)
{
  LampTextRow *row = g_object_get_data (G_OBJECT (dialog), "reason");

  return g_strstrip (g_strdup (lamp_text_row_get_text (row)));
}

static void
on_reason_changed (AdwAlertDialog *dialog)
{
  g_autofree char *reason = dup_reason (dialog);

  adw_alert_dialog_set_response_enabled (dialog, "set-aside", *reason != '\0');
}

static void
on_response (AdwAlertDialog *dialog,
             const char     *response,
             LampFindingRow *self)
{
  g_autofree char *reason = dup_reason (dialog);

  if (!g_str_equal (response, "set-aside"))
    return;
  g_signal_emit (self, acted_signal, 0);
  lamp_finding_set_aside (self->session, self->finding, reason);
}

static void
on_set_aside (LampFindingRow *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Set This Finding Aside?"), self->finding->what));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *reason = lamp_text_row_new (_("Reason"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), reason);
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "set-aside", _("_Set Aside"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "set-aside", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "set-aside", FALSE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_dialog_set_focus (ADW_DIALOG (dialog), reason);
  g_object_set_data (G_OBJECT (dialog), "reason", reason);
  g_signal_connect_object (reason, "notify::text", G_CALLBACK (on_reason_changed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* What the button does to which finding, for who does not see where it stands. */
static void
add_button (LampFindingRow *self,
            const char     *label,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *words = gtk_button_get_child (GTK_BUTTON (button));
  // Translators: for a screen reader: what a button does, and to what
  g_autofree char *name = g_strdup_printf (C_ ("finding", "%s: %s"), label, self->finding->what);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->buttons, button);
}

static void
add_buttons (LampFindingRow *self)
{
  if (self->finding->type != NULL)
    add_button (self, _("Go There"), G_CALLBACK (on_go));
  if (self->finding->other != NULL)
    add_button (self, _("Go to the Other"), G_CALLBACK (on_go_to_other));
  if (self->finding->silence != NULL)
    {
      add_button (self, _("Bring Back"), G_CALLBACK (on_bring_back));
      return;
    }
  if (self->finding->fix != NULL)
    add_button (self, self->finding->fix->label, G_CALLBACK (on_mend));
  add_button (self, _("Set Aside…"), G_CALLBACK (on_set_aside));
}

static void
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_explanation (LampFindingRow *self,
                 GtkWidget      *box)
{
  GtkWidget *expander = gtk_expander_new (_("Why It Matters"));
  GtkWidget *label;
  g_autofree char *text = lamp_check_dup_explanation (self->finding->check);

  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "margin-top", 6, NULL);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  gtk_box_append (GTK_BOX (box), expander);
}

static void
build (LampFindingRow *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "margin-top", 9,
                                 "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);

  if (self->explained)
    {
      g_autofree char *code = lamp_check_dup_code_words (self->finding->check);

      add_label (box, code, "caption");
    }
  add_label (box, self->finding->what, NULL);
  if (self->finding->reason != NULL)
    add_label (box, self->finding->reason, "dimmed");
  self->buttons = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  if (self->explained)
    add_explanation (self, box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  add_buttons (self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
lamp_finding_row_dispose (GObject *object)
{
  LampFindingRow *self = LAMP_FINDING_ROW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_finding_row_parent_class)->dispose (object);
}

static void
lamp_finding_row_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_FINDING_ROW (object)->findings);

  G_OBJECT_CLASS (lamp_finding_row_parent_class)->finalize (object);
}

static void
lamp_finding_row_class_init (LampFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lamp_finding_row_dispose;
  object_class->finalize = lamp_finding_row_finalize;

  acted_signal = g_signal_new ("acted", LAMP_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lamp_finding_row_init (LampFindingRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * lamp_finding_row_new:
 * @session: the session
 * @findings: (element-type LampFinding): what was found
 * @finding: one of them
 * @explained: whether the row says which check it is and why it matters; otherwise that stands above it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lamp_finding_row_new (LampSession       *session,
                      GPtrArray         *findings,
                      const LampFinding *finding,
                      gboolean           explained)
{
  LampFindingRow *self = g_object_new (LAMP_TYPE_FINDING_ROW, "title", finding->what, NULL);

  self->session = g_object_ref (session);
  self->findings = g_ptr_array_ref (findings);
  self->finding = finding;
  self->explained = explained;
  build (self);

  return GTK_WIDGET (self);
}
