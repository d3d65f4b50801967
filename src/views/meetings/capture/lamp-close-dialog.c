/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-close-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-attendance-box.h"
#include "lamp-capture-parts.h"
#include "lamp-capture-resources.h"
#include "lamp-capture.h"
#include "lamp-captured-list.h"
#include "lamp-carry-over.h"
#include "lamp-date.h"
#include "lamp-meeting-snapshot.h"
#include "lamp-norms-box.h"

struct _LampCloseDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  LampRecord *meeting;
  char *next;               /* (nullable): the identifier of the meeting that things move to */
  GStrv discussed;          /* (nullable): the items whose records do not say yet that they were discussed */

  AdwActionRow *attendance;
  AdwBin *norms;
  GtkWidget *missing;
  GtkListBox *missing_list;
  AdwBin *captured;
  AdwPreferencesGroup *carry;
  GtkWidget *carry_button;
  GtkListBox *carry_list;
  GtkWidget *voices;
  AdwSwitchRow *keep_voices;
  GtkWidget *close_button;
  GtkBox *box;
};

static guint close_signal;

G_DEFINE_FINAL_TYPE (LampCloseDialog, lamp_close_dialog, ADW_TYPE_DIALOG)

static LampStore *
get_store (LampCloseDialog *self)
{
  return lamp_session_get_store (self->session);
}

static void
show_attendance (LampCloseDialog *self)
{
  guint n_present = lamp_capture_count_present (get_store (self), self->meeting);
  g_autofree char *text = NULL;

  if (n_present == 0)
    text = g_strdup (_("Nobody is marked as present yet"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n_present), n_present);
  adw_action_row_set_subtitle (self->attendance, text);
}

static void
on_missing_activated (GtkWidget  *row,
                      LampRecord *commitment)
{
  LampCloseDialog *self = LAMP_CLOSE_DIALOG (gtk_widget_get_ancestor (row, LAMP_TYPE_CLOSE_DIALOG));

  lamp_capture_edit (GTK_WIDGET (self), self->session, commitment);
}

static const char *
get_missing (LampRecord *commitment)
{
  gboolean nobody = !lamp_record_has (commitment, "owner");
  gboolean no_date = !lamp_record_has (commitment, "due");

  if (lamp_record_has (commitment, "done_on"))
    return NULL;
  if (nobody && no_date)
    return _("Nobody is named, and there is no date");

  return nobody ? _("Nobody is named") : no_date ? _("There is no date") : NULL;
}

static void
add_missing (LampCloseDialog *self,
             LampRecord      *commitment,
             const char      *missing)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "warning");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (commitment));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), missing);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_missing_activated), commitment, 0);
  gtk_list_box_append (self->missing_list, row);
}

static void
show_missing (LampCloseDialog *self)
{
  g_autoptr (GListModel) commitments = lamp_store_list_by (get_store (self), "commitments", "meeting",
                                                           lamp_record_get_id (self->meeting));
  guint n_missing = 0;

  gtk_list_box_remove_all (self->missing_list);
  for (guint i = 0; i < g_list_model_get_n_items (commitments); i++)
    {
      g_autoptr (LampRecord) commitment = g_list_model_get_item (commitments, i);
      const char *missing = get_missing (commitment);

      if (missing == NULL)
        continue;
      add_missing (self, commitment, missing);
      n_missing++;
    }
  gtk_widget_set_visible (self->missing, n_missing > 0);
}

static void
add_carried (LampCloseDialog   *self,
             const LampCarried *carried)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_row_get_title (carried->item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), carried->why);
  gtk_list_box_append (self->carry_list, row);
}

static void
describe_carry (LampCloseDialog *self,
                const LampRow   *next,
                guint            n_carried)
{
  g_autofree char *when = next != NULL ? lamp_time_dup_display (lamp_row_get_text (next, "starts_at")) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (n_carried == 0)
    text = g_strdup (_("Nothing moves to the next meeting."));
  else if (next == NULL)
    text = g_strdup (_("There is no next meeting to move it to yet. What is left over waits here until there is one."));
  else
    // Translators: the title of a meeting, and its day and time
    text = g_strdup_printf (_("To “%s”, %s"), lamp_row_get_title (next), when);
  markup = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (self->carry, markup);
}

/* What the rules look at, as it will be when the meeting is closed. */
static LampSnapshot *
take_snapshot (LampCloseDialog *self)
{
  LampSnapshot *snapshot = lamp_meeting_snapshot_new (get_store (self), self->meeting);
  GPtrArray *items = lamp_snapshot_get (snapshot, "agenda_items");

  for (guint i = 0; self->discussed != NULL && i < items->len; i++)
    if (g_strv_contains ((const char * const *) self->discussed, lamp_row_get_id (items->pdata[i])))
      lamp_row_set_text (items->pdata[i], "state", "discussed");

  return snapshot;
}

static void
show_carry (LampCloseDialog *self)
{
  g_autoptr (LampSnapshot) snapshot = take_snapshot (self);
  g_autoptr (GPtrArray) carried = lamp_carry_over_find (snapshot, lamp_record_get_id (self->meeting));
  const LampRow *next = lamp_carry_over_find_next (snapshot, lamp_record_get_id (self->meeting));

  g_set_str (&self->next, next != NULL ? lamp_row_get_id (next) : NULL);
  gtk_list_box_remove_all (self->carry_list);
  for (guint i = 0; i < carried->len; i++)
    add_carried (self, carried->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->carry_list), carried->len > 0);
  gtk_widget_set_visible (self->carry_button, carried->len > 0 && next != NULL);
  describe_carry (self, next, carried->len);
}

static void
refresh (LampCloseDialog *self)
{
  if (lamp_record_is_deleted (self->meeting))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  show_attendance (self);
  show_missing (self);
  show_carry (self);
}

static int
count_items (LampStore  *store,
             const char *meeting)
{
  g_autoptr (GListModel) items = lamp_store_list_by (store, "agenda_items", "meeting", meeting);
  int last = -1;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      last = MAX (last, (int) lamp_record_get_integer (item, "position"));
    }

  return last + 1;
}

static void
mark_carried (LampEdit          *edit,
              LampStore         *store,
              const LampCarried *carried)
{
  g_autoptr (LampRecord) item = NULL;

  if (!(carried->reasons & LAMP_CARRY_NOT_DISCUSSED))
    return;
  item = lamp_store_find (store, "agenda_items", lamp_row_get_id (carried->item));
  if (item != NULL)
    lamp_edit_set_text (edit, item, "state", "carried");
}

/* A step of its own, so that it can be taken back without opening the meeting again. */
static void
carry_over_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  LampCloseDialog *self = LAMP_CLOSE_DIALOG (widget);
  LampStore *store = get_store (self);
  g_autoptr (LampSnapshot) snapshot = take_snapshot (self);
  g_autoptr (GPtrArray) carried = lamp_carry_over_find (snapshot, lamp_record_get_id (self->meeting));
  LampEdit *edit;
  int position;

  if (self->next == NULL || carried->len == 0)
    return;
  edit = lamp_edit_new (store, _("Carry Over"));
  position = count_items (store, self->next);
  for (guint i = 0; i < carried->len; i++)
    {
      lamp_edit_insert (edit, lamp_carried_to_item (carried->pdata[i], snapshot, self->next, position + (int) i));
      mark_carried (edit, store, carried->pdata[i]);
    }
  gtk_widget_grab_focus (self->close_button);
  lamp_session_commit (self->session, edit, NULL);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LampCloseDialog *self = LAMP_CLOSE_DIALOG (widget);
  gboolean keep = gtk_widget_get_visible (self->voices) && adw_switch_row_get_active (self->keep_voices);

  g_signal_emit (self, close_signal, 0, keep);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_attendance (LampCloseDialog *self)
{
  lamp_attendance_box_present (GTK_WIDGET (self), self->session, self->meeting);
}

static void
lamp_close_dialog_dispose (GObject *object)
{
  LampCloseDialog *self = LAMP_CLOSE_DIALOG (object);

  /* They let go of the session now: the sheet that they stood on may outlive the dialog. */
  if (self->norms != NULL)
    adw_bin_set_child (self->norms, NULL);
  if (self->captured != NULL)
    adw_bin_set_child (self->captured, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_CLOSE_DIALOG);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->discussed, g_strfreev);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_close_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, attendance);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, norms);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, missing_list);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, captured);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, carry);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, carry_button);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, carry_list);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, voices);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, keep_voices);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, LampCloseDialog, box);
}

static void
lamp_close_dialog_class_init (LampCloseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_close_dialog_dispose;

  /**
   * LampCloseDialog::close-meeting:
   * @keep_voices: whether the turns that were counted are kept
   *
   * The person wants the meeting closed.
   */
  close_signal = g_signal_new ("close-meeting", LAMP_TYPE_CLOSE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_resources_register (lamp_capture_get_resource ());
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/capture/lamp-close-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "close.meeting", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "close.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "close.carry-over", NULL, carry_over_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "close.meeting", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "close.meeting", NULL);
}

static void
lamp_close_dialog_init (LampCloseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->attendance, "activated", G_CALLBACK (on_attendance), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_close_dialog_new:
 * @session: the session
 * @meeting: a meeting
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_close_dialog_new (LampSession *session,
                       LampRecord  *meeting)
{
  LampCloseDialog *self;
  GtkWidget *captured;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (lamp_record_is (meeting, "meetings"), NULL);

  self = g_object_new (LAMP_TYPE_CLOSE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  captured = lamp_captured_list_new (session);
  lamp_captured_list_set_meeting (LAMP_CAPTURED_LIST (captured), meeting);
  adw_bin_set_child (self->captured, captured);
  adw_bin_set_child (self->norms, lamp_norms_box_new (session, meeting, TRUE));
  lamp_close_dialog_set_has_voices (self, lamp_record_has (meeting, "voices"));
  refresh (self);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}

/**
 * lamp_close_dialog_set_has_voices:
 * @self: a close dialog
 * @has_voices: whether turns were counted
 *
 * Says whether there are turns to keep or delete. At first there are where the meeting has them.
 */
void
lamp_close_dialog_set_has_voices (LampCloseDialog *self,
                                  gboolean         has_voices)
{
  g_return_if_fail (LAMP_IS_CLOSE_DIALOG (self));

  gtk_widget_set_visible (self->voices, has_voices);
}

/**
 * lamp_close_dialog_set_discussed:
 * @self: a close dialog
 * @items: (array zero-terminated=1): identifiers of agenda items
 *
 * Says what was discussed in a meeting whose records are written only when it is closed: that does not move on.
 */
void
lamp_close_dialog_set_discussed (LampCloseDialog    *self,
                                 const char * const *items)
{
  g_return_if_fail (LAMP_IS_CLOSE_DIALOG (self));

  g_strfreev (self->discussed);
  self->discussed = g_strdupv ((char **) items);
  show_carry (self);
}
