/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-detail.h"

#include <glib/gi18n-lib.h>

#include "lamp-protocol.h"

#define MOST_STEPS 100 /* a longer protocol is no longer read */

struct _LampProtocolDetail
{
  AdwBin parent_instance;

  LampProtocolFamily *family;
  gboolean quiet;

  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *purpose;
  GtkLabel *source;
  GtkWidget *variants_box;
  AdwComboRow *variants;
  GtkListBox *steps;
};

static guint variant_changed_signal;

G_DEFINE_FINAL_TYPE (LampProtocolDetail, lamp_protocol_detail, ADW_TYPE_BIN)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* "15 min, 10 to 20 · protected", as far as there is anything to say. */
static char *
dup_time (const LampRow *step)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("%d min"), (int) lamp_row_get_integer (step, "minutes"));
  if (lamp_row_get_integer (step, "protected") != 0)
    g_string_append_printf (text, ", %s", C_ ("agenda item", "protected"));
  else if (lamp_row_has (step, "minutes_min") && lamp_row_has (step, "minutes_max"))
    // Translators: the least and the most minutes of a step: 15 min, 10 to 20
    g_string_append_printf (text, C_ ("step", ", %d to %d"), (int) lamp_row_get_integer (step, "minutes_min"),
                            (int) lamp_row_get_integer (step, "minutes_max"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static void
add_role (GtkBox     *box,
          const char *format,
          const char *who)
{
  g_autofree char *text = NULL;

  if (who == NULL || *who == '\0')
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, who);
#pragma GCC diagnostic pop
  add_label (box, text, "dimmed");
}

static GtkWidget *
make_step (const LampRow *step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *time = dup_time (step);

  add_label (GTK_BOX (box), lamp_row_get_title (step), "heading");
  add_label (GTK_BOX (box), time, "numeric");
  // Translators: who speaks during an agenda item
  add_role (GTK_BOX (box), _("Speaks: %s"), lamp_row_get_text (step, "speaks"));
  // Translators: who listens during an agenda item
  add_role (GTK_BOX (box), _("Listens: %s"), lamp_row_get_text (step, "silent"));
  add_label (GTK_BOX (box), lamp_row_get_text (step, "prompt"), NULL);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_variant (LampProtocolDetail *self)
{
  const LampRow *variant = lamp_protocol_detail_get_variant (self);
  g_autoptr (GPtrArray) steps = NULL;

  gtk_list_box_remove_all (self->steps);
  if (variant == NULL)
    return;
  show_text (self->purpose, lamp_row_get_text (variant, "purpose"));
  show_text (self->source, lamp_row_get_text (variant, "source"));
  steps = lamp_protocol_get_steps (lamp_protocol_family_get_snapshot (self->family), lamp_row_get_id (variant));
  for (guint i = 0; i < MIN (steps->len, MOST_STEPS); i++)
    gtk_list_box_append (self->steps, make_step (steps->pdata[i]));
}

static void
on_variant (LampProtocolDetail *self)
{
  if (self->quiet || self->family == NULL)
    return;
  show_variant (self);
  g_signal_emit (self, variant_changed_signal, 0);
}

static void
lamp_protocol_detail_dispose (GObject *object)
{
  LampProtocolDetail *self = LAMP_PROTOCOL_DETAIL (object);

  self->quiet = TRUE;
  g_clear_object (&self->family);
  adw_bin_set_child (ADW_BIN (self), NULL); /* named by the template and by the bin: only one may drop it */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_PROTOCOL_DETAIL);

  G_OBJECT_CLASS (lamp_protocol_detail_parent_class)->dispose (object);
}

static void
lamp_protocol_detail_class_init (LampProtocolDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_protocol_detail_dispose;

  /**
   * LampProtocolDetail::variant-changed:
   *
   * Another variant is chosen.
   */
  variant_changed_signal = g_signal_new ("variant-changed", LAMP_TYPE_PROTOCOL_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/lamp-protocol-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDetail, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDetail, title);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDetail, purpose);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDetail, source);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDetail, variants_box);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDetail, variants);
  gtk_widget_class_bind_template_child (widget_class, LampProtocolDetail, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_variant);
}

static void
lamp_protocol_detail_init (LampProtocolDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_protocol_detail_set_family:
 * @self: a detail
 * @family: (nullable): a protocol
 * @variant: which of its variants to begin with
 *
 * Shows a protocol.
 */
void
lamp_protocol_detail_set_family (LampProtocolDetail *self,
                                 LampProtocolFamily *family,
                                 guint               variant)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (LAMP_IS_PROTOCOL_DETAIL (self));

  g_set_object (&self->family, family);
  for (guint i = 0; family != NULL && i < lamp_protocol_family_get_n_variants (family); i++)
    {
      g_autofree char *name = lamp_protocol_family_dup_variant_name (family, i);

      gtk_string_list_append (names, name);
    }
  self->quiet = TRUE;
  adw_combo_row_set_model (self->variants, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->variants, variant);
  self->quiet = FALSE;
  gtk_widget_set_visible (self->variants_box, g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
  show_text (self->title, family != NULL ? lamp_protocol_family_get_title (family) : NULL);
  show_variant (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  g_signal_emit (self, variant_changed_signal, 0);
}

/**
 * lamp_protocol_detail_get_variant:
 * @self: a detail
 *
 * Returns: (transfer none) (nullable): the protocol that is chosen
 */
const LampRow *
lamp_protocol_detail_get_variant (LampProtocolDetail *self)
{
  guint selected;

  g_return_val_if_fail (LAMP_IS_PROTOCOL_DETAIL (self), NULL);

  selected = adw_combo_row_get_selected (self->variants);
  if (self->family == NULL || selected >= lamp_protocol_family_get_n_variants (self->family))
    return NULL;

  return lamp_protocol_family_get_variant (self->family, selected);
}
