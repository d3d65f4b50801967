/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-backlog-box.h"

#include <glib/gi18n-lib.h>

#include "lamp-backlog-edits.h"
#include "lamp-date.h"
#include "lamp-entry-row.h"
#include "lamp-meeting-plan.h"

struct _LampBacklogBox
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GListModel *waiting;    /* (nullable): of the meeting's series */
  char *series;           /* (nullable): which that is */
  char *state;            /* (nullable): that of the meeting when it was looked at last */
  GPtrArray *rows;

  AdwExpanderRow *expander;
  AdwEntryRow *entry;
};

G_DEFINE_FINAL_TYPE (LampBacklogBox, lamp_backlog_box, ADW_TYPE_BIN)

static void
on_take (LampBacklogBox *self,
         GtkWidget      *button)
{
  g_autoptr (LampRecord) item = lamp_backlog_take (self->session, g_object_get_data (G_OBJECT (button), "waiting"),
                                                   self->meeting);

  if (item != NULL)
    lamp_session_set_selected (self->session, item);
}

static void
on_delete (LampBacklogBox *self,
           GtkWidget      *button)
{
  lamp_session_delete (self->session, g_object_get_data (G_OBJECT (button), "waiting"));
}

static void
add_button (LampBacklogBox *self,
            GtkWidget      *row,
            LampRecord     *waiting,
            const char     *icon_name,
            const char     *tooltip,
            GCallback       callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  // Translators: what a button does, and the title of what it does it to
  g_autofree char *label = g_strdup_printf (C_ ("button", "%s: %s"), tooltip, lamp_record_get_title (waiting));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "waiting", g_object_ref (waiting), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (LampBacklogBox *self,
         LampRecord     *waiting)
{
  g_autofree char *length = lamp_duration_format ((int) lamp_record_get_integer (waiting, "minutes"));
  // Translators: the kind of an agenda item, and how long it takes: Work · 20 min
  g_autofree char *subtitle = g_strdup_printf (C_ ("backlog", "%s · %s"),
                                               lamp_item_kind_get_label (lamp_record_get_text (waiting, "kind")),
                                               length);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (waiting));
  if (lamp_record_has (waiting, "kind"))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_button (self, row, waiting, "go-up-symbolic", _("Take into This Agenda"), G_CALLBACK (on_take));
  add_button (self, row, waiting, "user-trash-symbolic", _("Delete"), G_CALLBACK (on_delete));
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_rows (LampBacklogBox *self)
{
  guint n = self->waiting != NULL ? g_list_model_get_n_items (self->waiting) : 0;
  g_autofree char *count = n == 0 ? g_strdup (_("Nothing waits for a meeting of this series."))
                                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item waits", "%u items wait",
                                                                  n), n);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LampRecord) waiting = g_list_model_get_item (self->waiting, i);

      add_row (self, waiting);
    }
  adw_expander_row_set_subtitle (self->expander, count);
}

/* Another state of the meeting folds or opens it; in between a person may. */
static void
follow_state (LampBacklogBox *self)
{
  const char *state = self->meeting != NULL ? lamp_record_get_text (self->meeting, "state") : NULL;
  gboolean is_shown = self->waiting != NULL && state != NULL && !g_str_equal (state, "closed");

  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  if (!g_set_str (&self->state, state))
    return;
  adw_expander_row_set_expanded (self->expander, is_shown && !g_str_equal (state, "in-progress"));
}

static void
let_go (LampBacklogBox *self)
{
  if (self->waiting != NULL)
    g_signal_handlers_disconnect_by_func (self->waiting, show_rows, self);
  g_clear_object (&self->waiting);
}

static void
find_waiting (LampBacklogBox *self)
{
  const char *series = self->meeting != NULL ? lamp_record_get_text (self->meeting, "series") : NULL;

  if (!g_set_str (&self->series, series))
    return;
  let_go (self);
  if (series != NULL)
    {
      self->waiting = lamp_store_list_by (lamp_session_get_store (self->session), "backlog_items", "series", series);
      g_signal_connect_object (self->waiting, "items-changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
    }
  show_rows (self);
}

/**
 * lamp_backlog_box_set_meeting:
 * @self: a backlog
 * @meeting: (nullable): the meeting whose agenda is looked at
 *
 * Shows the backlog of the meeting's series.
 */
void
lamp_backlog_box_set_meeting (LampBacklogBox *self,
                              LampRecord     *meeting)
{
  g_return_if_fail (LAMP_IS_BACKLOG_BOX (self));

  if (g_set_object (&self->meeting, meeting))
    g_set_str (&self->state, NULL);
  find_waiting (self);
  follow_state (self);
}

/* The meeting may belong to another series now, or have begun. */
static void
on_changed (LampBacklogBox *self)
{
  if (self->meeting == NULL || lamp_record_is_deleted (self->meeting))
    return;
  find_waiting (self);
  follow_state (self);
}

/**
 * lamp_backlog_box_set_session:
 * @self: a backlog
 * @session: the session
 *
 * Says what is looked at; once.
 */
void
lamp_backlog_box_set_session (LampBacklogBox *self,
                              LampSession    *session)
{
  g_return_if_fail (LAMP_IS_BACKLOG_BOX (self));

  self->session = g_object_ref (session);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
on_typed (LampBacklogBox *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*title == '\0' || self->meeting == NULL)
    return;
  if (!lamp_backlog_add (self->session, lamp_record_get_text (self->meeting, "series"), title))
    return;
  /* Emptied, it has nothing to apply. */
  adw_entry_row_set_show_apply_button (self->entry, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
}

static void
lamp_backlog_box_dispose (GObject *object)
{
  LampBacklogBox *self = LAMP_BACKLOG_BOX (object);

  g_clear_object (&self->session);
  g_clear_object (&self->meeting);
  let_go (self);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (lamp_backlog_box_parent_class)->dispose (object);
}

static void
lamp_backlog_box_finalize (GObject *object)
{
  LampBacklogBox *self = LAMP_BACKLOG_BOX (object);

  g_free (self->series);
  g_free (self->state);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (lamp_backlog_box_parent_class)->finalize (object);
}

static void
lamp_backlog_box_class_init (LampBacklogBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_backlog_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_backlog_box_finalize;
}

/* The lists inside a group and an expander are the toolkit's own, and named after a title that the group has not. */
static void
name_lists (GtkWidget  *widget,
            const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static void
lamp_backlog_box_init (LampBacklogBox *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _("Backlog of the Series"));
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  lamp_entry_row_set_title (self->entry, _("Add to the backlog"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->expander, GTK_WIDGET (self->entry));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->expander));
  adw_bin_set_child (ADW_BIN (self), group);
  name_lists (group, _("Backlog of the Series"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  show_rows (self);
}
