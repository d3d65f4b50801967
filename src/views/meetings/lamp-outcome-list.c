/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-outcome-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture.h"
#include "lamp-captured-words.h"
#include "lamp-done-check.h"
#include "lamp-entry-row.h"
#include "lamp-meeting-edits.h"

struct _LampOutcomeList
{
  AdwBin parent_instance;

  LampSession *session;
  const char *type;
  LampRecord *meeting;
  GListModel *records;

  GtkLabel *heading;
  GtkButton *ask;
  GtkListBox *list;
  GtkListBox *typed;
  AdwEntryRow *entry;
};

G_DEFINE_FINAL_TYPE (LampOutcomeList, lamp_outcome_list, ADW_TYPE_BIN)

/* What there is to say of each type. */
static const struct
{
  const char *type;
  const char *heading;
  const char *add;
} words[] = {
  { "decisions", N_ ("Decisions"), N_ ("Add a decision") },
  { "commitments", N_ ("Commitments"), N_ ("Add a commitment, made to the community") },
  { "norms", N_ ("Norms of the Community"), N_ ("Add a norm") },
};

static LampOutcomeList *
get_list (GtkWidget *row)
{
  return LAMP_OUTCOME_LIST (gtk_widget_get_ancestor (row, LAMP_TYPE_OUTCOME_LIST));
}

static void
update_row (GtkWidget  *row,
            GParamSpec *pspec,
            LampRecord *record)
{
  LampOutcomeList *self = g_object_get_data (G_OBJECT (row), "list");
  GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "check");
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_autofree char *subtitle = lamp_captured_describe (lamp_session_get_store (self->session), record, today);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (check != NULL)
    lamp_done_check_set_subject (LAMP_DONE_CHECK (check), lamp_record_get_title (record));
  if (check != NULL)
    gtk_check_button_set_active (check, lamp_record_has (record, "done_on"));
}

static void
on_notify (LampRecord *record,
           GParamSpec *pspec,
           GtkWidget  *row)
{
  update_row (row, pspec, record);
}

static void
on_check_toggled (GtkCheckButton *check,
                  LampRecord     *commitment)
{
  LampOutcomeList *self = get_list (GTK_WIDGET (check));

  if (self != NULL && !lamp_commitment_set_done (self->session, commitment, gtk_check_button_get_active (check)))
    gtk_check_button_set_active (check, lamp_record_has (commitment, "done_on"));
}

static void
add_check (GtkWidget  *row,
           LampRecord *commitment)
{
  GtkWidget *check = lamp_done_check_new (lamp_record_get_title (commitment));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), lamp_record_has (commitment, "done_on"));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), commitment, 0);
}

static void
on_row_activated (GtkWidget  *row,
                  LampRecord *record)
{
  LampOutcomeList *self = get_list (row);

  lamp_session_set_selected (self->session, record);
}

static void
on_delete_clicked (GtkWidget  *button,
                   LampRecord *record)
{
  LampOutcomeList *self = get_list (button);

  lamp_session_delete (self->session, record);
}

static void
add_delete (GtkWidget  *row,
            LampRecord *record)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_("Delete “%s”"), lamp_record_get_title (record));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_clicked), record, 0);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  LampRecord *record = item;
  LampOutcomeList *self = data;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "list", self);
  if (g_str_equal (self->type, "commitments"))
    add_check (row, record);
  if (!g_str_equal (self->type, "norms"))
    add_delete (row, record);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), record, 0);
  g_signal_connect_object (record, "notify", G_CALLBACK (on_notify), row, 0);
  update_row (row, NULL, record);

  return row;
}

/* Makes the row ready for the next one. An emptied row would go on offering to apply. */
static void
start_over (AdwEntryRow *entry)
{
  adw_entry_row_set_show_apply_button (entry, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  adw_entry_row_set_show_apply_button (entry, TRUE);
}

/* What was added pushed the line down; once it has its new place, it comes back into sight. */
static gboolean
on_next_frame (GtkWidget     *typed,
               GdkFrameClock *clock,
               gpointer       frames)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (typed, GTK_TYPE_VIEWPORT);
  guint *left = frames;

  if (--*left > 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), typed, NULL);

  return G_SOURCE_REMOVE;
}

static void
keep_in_sight (LampOutcomeList *self)
{
  guint *frames = g_new (guint, 1);

  *frames = 2;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->typed), on_next_frame, frames, g_free);
}

static void
on_apply (LampOutcomeList *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (LampRecord) record = NULL;

  if (*g_strstrip (text) == '\0' || self->meeting == NULL)
    return;
  record = lamp_outcome_create (self->session, self->meeting, self->type, text);
  if (record == NULL)
    return;
  start_over (self->entry);
  keep_in_sight (self);
}

/* Asks for all there is to it: a decision with its hands, a commitment with who and by when. */
static void
ask_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LampOutcomeList *self = LAMP_OUTCOME_LIST (widget);

  if (self->meeting == NULL)
    return;
  if (g_str_equal (self->type, "decisions"))
    lamp_capture_decision (widget, self->session, self->meeting, NULL);
  else
    lamp_capture_commitment (widget, self->session, self->meeting, NULL);
}

static void
on_items_changed (LampOutcomeList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), g_list_model_get_n_items (self->records) > 0);
}

static void
let_go (LampOutcomeList *self)
{
  if (self->records != NULL)
    g_signal_handlers_disconnect_by_func (self->records, on_items_changed, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->records);
  g_clear_object (&self->meeting);
}

static void
lamp_outcome_list_dispose (GObject *object)
{
  LampOutcomeList *self = LAMP_OUTCOME_LIST (object);

  let_go (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_OUTCOME_LIST);

  G_OBJECT_CLASS (lamp_outcome_list_parent_class)->dispose (object);
}

static void
lamp_outcome_list_class_init (LampOutcomeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_outcome_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-outcome-list.ui");
  gtk_widget_class_install_action (widget_class, "outcome.ask", NULL, ask_action);
  gtk_widget_class_bind_template_child (widget_class, LampOutcomeList, heading);
  gtk_widget_class_bind_template_child (widget_class, LampOutcomeList, ask);
  gtk_widget_class_bind_template_child (widget_class, LampOutcomeList, list);
  gtk_widget_class_bind_template_child (widget_class, LampOutcomeList, entry);
  gtk_widget_class_bind_template_child (widget_class, LampOutcomeList, typed);
}

static void
lamp_outcome_list_init (LampOutcomeList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (on_apply), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_outcome_list_set_up:
 * @self: an outcome list
 * @session: the session
 * @type: (transfer none): "decisions", "commitments" or "norms"; a constant
 *
 * Says, once, what the list shows.
 */
void
lamp_outcome_list_set_up (LampOutcomeList *self,
                          LampSession     *session,
                          const char      *type)
{
  g_return_if_fail (LAMP_IS_OUTCOME_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->type = type;
  gtk_widget_set_visible (GTK_WIDGET (self->ask), !g_str_equal (type, "norms"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ask), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_str_equal (type, "decisions") ? _("Add a Decision with Details")
                                                                  : _("Add a Commitment with Details"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].type, type))
      {
        gtk_label_set_text (self->heading, _(words[i].heading));
        lamp_entry_row_set_title (self->entry, _(words[i].add));
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _(words[i].heading), -1);
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->typed), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (words[i].add),
                                        -1);
      }
}

/**
 * lamp_outcome_list_set_meeting:
 * @self: an outcome list
 * @meeting: (nullable): a meeting
 *
 * Shows what came out of another meeting.
 */
void
lamp_outcome_list_set_meeting (LampOutcomeList *self,
                               LampRecord      *meeting)
{
  gboolean is_norms;

  g_return_if_fail (LAMP_IS_OUTCOME_LIST (self));

  let_go (self);
  if (meeting == NULL)
    return;
  is_norms = g_str_equal (self->type, "norms");
  self->meeting = g_object_ref (meeting);
  self->records = lamp_store_list_by (lamp_session_get_store (self->session), self->type,
                                      is_norms ? "community" : "meeting",
                                      is_norms ? lamp_record_get_text (meeting, "community")
                                               : lamp_record_get_id (meeting));
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, self->records, make_row, self, NULL);
  on_items_changed (self);
}
