/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-done-check.h"

#include <glib/gi18n-lib.h>

#define LEAST_TARGET 24

struct _LampDoneCheck
{
  GtkCheckButton parent_instance;

  char *subject;
};

typedef enum
{
  PROP_SUBJECT = 1,
} LampDoneCheckProps;

static GParamSpec *props[PROP_SUBJECT + 1];

G_DEFINE_FINAL_TYPE (LampDoneCheck, lamp_done_check, GTK_TYPE_CHECK_BUTTON)

static void
update_name (LampDoneCheck *self)
{
  // Translators: what a check button does, for a screen reader; %s is a commitment
  g_autofree char *name = g_strdup_printf (_("Done: %s"), self->subject != NULL ? self->subject : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->subject != NULL ? name : _("Done"), -1);
}

static void
toggle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (widget);

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
lamp_done_check_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((LampDoneCheckProps) property_id)
    {
    case PROP_SUBJECT:
      g_value_set_string (value, LAMP_DONE_CHECK (object)->subject);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_done_check_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((LampDoneCheckProps) property_id)
    {
    case PROP_SUBJECT:
      lamp_done_check_set_subject (LAMP_DONE_CHECK (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_done_check_finalize (GObject *object)
{
  g_free (LAMP_DONE_CHECK (object)->subject);

  G_OBJECT_CLASS (lamp_done_check_parent_class)->finalize (object);
}

static void
lamp_done_check_class_init (LampDoneCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_done_check_get_property;
  object_class->set_property = lamp_done_check_set_property;
  object_class->finalize = lamp_done_check_finalize;

  /**
   * LampDoneCheck:subject: (nullable)
   *
   * What is done or not; plain text.
   */
  props[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "done.toggle", NULL, toggle_action);
}

static void
lamp_done_check_init (LampDoneCheck *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self), LEAST_TARGET, LEAST_TARGET);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Done"));
  update_name (self);
}

/**
 * lamp_done_check_new:
 * @subject: (nullable): what is done or not; plain text
 *
 * Returns: (transfer floating): a check
 */
GtkWidget *
lamp_done_check_new (const char *subject)
{
  return g_object_new (LAMP_TYPE_DONE_CHECK, "subject", subject, NULL);
}

/**
 * lamp_done_check_get_subject:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): what is done or not
 */
const char *
lamp_done_check_get_subject (LampDoneCheck *self)
{
  g_return_val_if_fail (LAMP_IS_DONE_CHECK (self), NULL);

  return self->subject;
}

/**
 * lamp_done_check_set_subject:
 * @self: a check
 * @subject: (nullable): what is done or not; plain text
 *
 * Says what it is about.
 */
void
lamp_done_check_set_subject (LampDoneCheck *self,
                             const char    *subject)
{
  g_return_if_fail (LAMP_IS_DONE_CHECK (self));

  if (!g_set_str (&self->subject, subject))
    return;
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBJECT]);
}
