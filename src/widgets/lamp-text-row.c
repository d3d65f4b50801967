/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-text-row.h"

#define MAX_HEIGHT 220

struct _LampTextRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer; /* unowned: the view's */
  char *text;            /* what the buffer holds */
};

typedef enum
{
  PROP_TEXT = 1,
} LampTextRowProps;

static GParamSpec *props[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (LampTextRow, lamp_text_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_buffer_changed (LampTextRow *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
lamp_text_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((LampTextRowProps) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, LAMP_TEXT_ROW (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_text_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((LampTextRowProps) property_id)
    {
    case PROP_TEXT:
      lamp_text_row_set_text (LAMP_TEXT_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static gboolean
lamp_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LAMP_TEXT_ROW (widget)->view));
}

static void
lamp_text_row_finalize (GObject *object)
{
  g_free (LAMP_TEXT_ROW (object)->text);

  G_OBJECT_CLASS (lamp_text_row_parent_class)->finalize (object);
}

static void
lamp_text_row_class_init (LampTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_text_row_get_property;
  object_class->set_property = lamp_text_row_set_property;
  object_class->finalize = lamp_text_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = lamp_text_row_grab_focus;

  /**
   * LampTextRow:text: (not nullable)
   *
   * The text.
   */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static GtkWidget *
make_title (LampTextRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  g_object_bind_property (self, "title", label, "label", G_BINDING_SYNC_CREATE);

  return label;
}

static GtkWidget *
make_view (LampTextRow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "inline");
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);

  return scrolled;
}

static void
lamp_text_row_init (LampTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->text = g_strdup ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), make_title (self));
  gtk_box_append (GTK_BOX (box), make_view (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * lamp_text_row_new:
 * @title: what the text is, plain
 *
 * Returns: (transfer floating): a row with an empty text
 */
GtkWidget *
lamp_text_row_new (const char *title)
{
  LampTextRow *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (LAMP_TYPE_TEXT_ROW, "title", title, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * lamp_text_row_get_text:
 * @self: a text row
 *
 * Returns: (transfer none) (not nullable): the text
 */
const char *
lamp_text_row_get_text (LampTextRow *self)
{
  g_return_val_if_fail (LAMP_IS_TEXT_ROW (self), "");

  return self->text;
}

/**
 * lamp_text_row_set_text:
 * @self: a text row
 * @text: (nullable): a text
 *
 * Sets the text. Where it is the same, the caret stays where it is.
 */
void
lamp_text_row_set_text (LampTextRow *self,
                        const char  *text)
{
  g_return_if_fail (LAMP_IS_TEXT_ROW (self));

  if (g_strcmp0 (self->text, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
}
