/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-start-page.h"

#include <glib/gi18n-lib.h>

#include "lamp-error.h"

struct _LampStartPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *trouble;
  GtkWidget *try_again;
  GtkWidget *start_new;
};

G_DEFINE_FINAL_TYPE (LampStartPage, lamp_start_page, ADW_TYPE_BIN)

static void
lamp_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_START_PAGE);

  G_OBJECT_CLASS (lamp_start_page_parent_class)->dispose (object);
}

static void
lamp_start_page_class_init (LampStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LampStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LampStartPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, LampStartPage, try_again);
  gtk_widget_class_bind_template_child (widget_class, LampStartPage, start_new);
}

static void
lamp_start_page_init (LampStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
title_for (const GError *error)
{
  if (g_error_matches (error, LAMP_ERROR, LAMP_ERROR_NEWER_FILE))
    return _("This File Is From a Newer Lamplighter");
  if (g_error_matches (error, LAMP_ERROR, LAMP_ERROR_CORRUPT))
    return _("This File Is Damaged");
  if (g_error_matches (error, LAMP_ERROR, LAMP_ERROR_NOT_OURS))
    return _("This Is Not a Lamplighter File");
  if (g_error_matches (error, LAMP_ERROR, LAMP_ERROR_BUSY))
    return _("Another Program Holds This File");

  return _("This File Cannot Be Opened");
}

/**
 * lamp_start_page_set_trouble:
 * @self: a start page
 * @error: (nullable): why the file cannot be opened, or %NULL when it is open and empty
 *
 * Says why a file cannot be opened, or shows the doors.
 */
void
lamp_start_page_set_trouble (LampStartPage *self,
                             const GError  *error)
{
  g_autofree char *description = NULL;
  gboolean busy;

  g_return_if_fail (LAMP_IS_START_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, error != NULL ? "trouble" : "doors");
  if (error == NULL)
    return;

  busy = g_error_matches (error, LAMP_ERROR, LAMP_ERROR_BUSY);
  description = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->trouble, title_for (error));
  adw_status_page_set_description (self->trouble, description);
  gtk_widget_set_visible (self->start_new, !busy);
}
