/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-inspector.h"

#include <glib/gi18n-lib.h>

#include "lamp-record-form.h"

struct _LampInspector
{
  AdwBin parent_instance;

  LampSession *session; /* (nullable) */
  GSignalGroup *watch;
  GSignalGroup *record_watch;

  AdwWindowTitle *title;
  GtkWidget *close_button;
  GtkWidget *delete_button;
  GtkStack *stack;
  AdwBin *place;
  GtkWidget *form;      /* (nullable): made with the first record */
};

G_DEFINE_FINAL_TYPE (LampInspector, lamp_inspector, ADW_TYPE_BIN)

static LampRecord *
get_record (LampInspector *self)
{
  return self->session != NULL ? lamp_session_get_selected (self->session) : NULL;
}

/* “goal” → “Goal”: the type's name where it stands alone. */
static char *
dup_type_name (LampRecord *record)
{
  const char *singular = lamp_record_type_get_singular (lamp_record_get_record_type (record));
  const char *rest = g_utf8_next_char (singular);
  g_autofree char *first = g_utf8_strup (singular, rest - singular);

  return g_strconcat (first, rest, NULL);
}

static void
update_title (LampInspector *self)
{
  LampRecord *record = get_record (self);
  g_autofree char *type = record != NULL ? dup_type_name (record) : g_strdup (_("Inspector"));
  gboolean named = record != NULL && lamp_record_get_record_type (record)->title != NULL;

  adw_window_title_set_title (self->title, type);
  adw_window_title_set_subtitle (self->title, named ? lamp_record_get_title (record) : "");
  gtk_widget_set_visible (self->delete_button, record != NULL);
}

static void
on_problem (GtkWidget     *form,
            const char    *message,
            LampInspector *self)
{
  lamp_session_notice (self->session, message, FALSE);
}

static void
ensure_form (LampInspector *self)
{
  if (self->form != NULL)
    return;

  self->form = lamp_record_form_new (lamp_session_get_store (self->session));
  g_signal_connect_object (self->form, "problem", G_CALLBACK (on_problem), self, 0);
  adw_bin_set_child (self->place, self->form);
}

static void
on_selected (LampInspector *self)
{
  LampRecord *record = get_record (self);

  if (record != NULL)
    ensure_form (self);
  if (self->form != NULL)
    g_object_set (self->form, "record", record, NULL);
  g_signal_group_set_target (self->record_watch, record);
  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "record" : "empty");
  update_title (self);
}

static void
lamp_inspector_dispose (GObject *object)
{
  LampInspector *self = LAMP_INSPECTOR (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->record_watch);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_INSPECTOR);

  G_OBJECT_CLASS (lamp_inspector_parent_class)->dispose (object);
}

static void
lamp_inspector_class_init (LampInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_inspector_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, LampInspector, title);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, close_button);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, delete_button);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, LampInspector, place);
}

static void
lamp_inspector_init (LampInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->watch = g_signal_group_new (LAMP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->watch, "notify::selected", G_CALLBACK (on_selected), self);
  self->record_watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_watch, "notify", G_CALLBACK (update_title), self);
  on_selected (self);
}

/**
 * lamp_inspector_set_session:
 * @self: an inspector
 * @session: (nullable): what is being looked at
 *
 * Sets whose selected record is shown.
 */
void
lamp_inspector_set_session (LampInspector *self,
                            LampSession   *session)
{
  g_return_if_fail (LAMP_IS_INSPECTOR (self));

  if (!g_set_object (&self->session, session))
    return;

  adw_bin_set_child (self->place, NULL);
  self->form = NULL;
  g_signal_group_set_target (self->watch, session);
  on_selected (self);
}

/**
 * lamp_inspector_focus:
 * @self: an inspector
 *
 * Moves the keyboard to the first field of the selected record.
 */
void
lamp_inspector_focus (LampInspector *self)
{
  g_return_if_fail (LAMP_IS_INSPECTOR (self));

  if (self->form != NULL)
    gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

/**
 * lamp_inspector_set_over:
 * @self: an inspector
 * @over: whether it lies over the view instead of beside it
 *
 * Where the inspector lies over the view, it has a button that leads back to it.
 */
void
lamp_inspector_set_over (LampInspector *self,
                         gboolean       over)
{
  g_return_if_fail (LAMP_IS_INSPECTOR (self));

  gtk_widget_set_visible (self->close_button, over);
}
