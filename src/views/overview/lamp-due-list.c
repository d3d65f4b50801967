/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-due-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda.h"
#include "lamp-date.h"
#include "lamp-done-check.h"
#include "lamp-due.h"

/* As many as can be taken in at a glance; the rest comes when asked for. */
#define FEW 7

struct _LampDueList
{
  AdwBin parent_instance;

  LampSession *session;
  LampDueKind kind;
  char *today;
  GListStore *records;

  gboolean all;

  GtkListBox *list;
  GtkWidget *more;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (LampDueList, lamp_due_list, ADW_TYPE_BIN)

static const struct
{
  const char *heading;
  const char *none;
  const char *icon_name;
} words[LAMP_N_DUE_KINDS] = {
  [LAMP_DUE_MEETING]
  = { N_ ("Next Meeting"), N_ ("No meeting is planned. Add one in Meetings."), "x-office-calendar-symbolic" },
  [LAMP_DUE_COMMITMENTS] = { N_ ("Commitments Due"), N_ ("Nothing promised is due in the next two weeks."), NULL },
  [LAMP_DUE_STAGES]
  = { N_ ("Stages Due"), N_ ("No stage of a cycle ends in the next two weeks."), "media-playlist-repeat-symbolic" },
  [LAMP_DUE_PROBLEMS]
  = { N_ ("Problems to Look at Again"), N_ ("No problem waits for a second look."), "dialog-question-symbolic" },
};

static char *
dup_name (LampDueList *self,
          LampRecord  *record,
          const char  *type,
          const char  *field)
{
  g_autoptr (LampRecord) other = NULL;

  if (lamp_record_type_find_field (lamp_record_get_record_type (record), field) >= 0 && lamp_record_has (record, field))
    other = lamp_store_find (lamp_session_get_store (self->session), type, lamp_record_get_text (record, field));

  return g_strdup (other != NULL ? lamp_record_get_title (other) : "");
}

static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *parts[] = { first, second, third };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The length of a meeting against its slot. */
static char *
dup_length (LampDueList *self,
            LampRecord  *meeting)
{
  g_autoptr (GListModel) items = lamp_store_list_by (lamp_session_get_store (self->session), "agenda_items", "meeting",
                                                     lamp_record_get_id (meeting));
  int slot = (int) lamp_record_get_integer (meeting, "minutes");
  int planned = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      planned += (int) lamp_record_get_integer (item, "minutes");
    }
  if (planned > slot)
    return g_strdup_printf (_("%d of %d min — %d min over"), planned, slot, planned - slot);

  // Translators: the minutes planned for a meeting and the minutes there are
  return g_strdup_printf (_("%d of %d min"), planned, slot);
}

static char *
describe_meeting (LampDueList *self,
                  LampRecord  *meeting)
{
  g_autofree char *when = lamp_record_dup_display (meeting, "starts_at");
  g_autofree char *length = dup_length (self, meeting);
  g_autofree char *community = dup_name (self, meeting, "communities", "community");

  return join (when, length, community);
}

static char *
describe (LampDueList *self,
          LampRecord  *record)
{
  static const char * const dates[] = { NULL, "due", "ends_on", "next_look_on" };
  g_autofree char *owner = NULL;
  g_autofree char *where = NULL;
  g_autofree char *due = NULL;

  if (self->kind == LAMP_DUE_MEETING)
    return describe_meeting (self, record);

  due = lamp_due_dup_words (lamp_record_get_text (record, dates[self->kind]), self->today);
  owner = dup_name (self, record, "people", "owner");
  where = self->kind == LAMP_DUE_STAGES ? dup_name (self, record, "cycles", "cycle")
                                        : dup_name (self, record, "communities", "community");

  return join (due, owner, where);
}

static gboolean
is_late (LampDueList *self,
         LampRecord  *record)
{
  static const char * const dates[] = { NULL, "due", "ends_on", "next_look_on" };

  return dates[self->kind] != NULL
         && lamp_due_judge (lamp_record_get_text (record, dates[self->kind]), self->today) == LAMP_DUE_OVER;
}

static void
set_done (GtkCheckButton *check,
          LampRecord     *commitment)
{
  LampDueList *self = LAMP_DUE_LIST (gtk_widget_get_ancestor (GTK_WIDGET (check), LAMP_TYPE_DUE_LIST));
  LampEdit *edit;

  if (self == NULL || !gtk_check_button_get_active (check))
    return;
  edit = lamp_edit_new (lamp_session_get_store (self->session), _("Mark Commitment as Done"));
  lamp_edit_set_text (edit, commitment, "done_on", self->today);
  if (!lamp_session_commit (self->session, edit, _("Commitment marked as done")))
    gtk_check_button_set_active (check, FALSE);
}

static void
add_check (GtkWidget  *row,
           LampRecord *commitment)
{
  GtkWidget *check = lamp_done_check_new (lamp_record_get_title (commitment));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (set_done), commitment, 0);
}

/* A commitment has its check in front, so its mark stands behind, where it moves no text. */
static void
add_icon (LampDueList *self,
          GtkWidget   *row)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (self->kind == LAMP_DUE_COMMITMENTS)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), "icon", icon);
}

/* What a row says of its record, which may have changed since it was made. */
static void
show_record (LampDueList *self,
             GtkWidget   *row,
             LampRecord  *record)
{
  GtkImage *icon = g_object_get_data (G_OBJECT (row), "icon");
  gboolean late = is_late (self, record);
  const char *icon_name = late ? "task-past-due-symbolic" : words[self->kind].icon_name;
  g_autofree char *subtitle = describe (self, record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_image_set_from_icon_name (icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (icon), icon_name != NULL);
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (icon), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (icon), "error");
}

static void
on_activated (GtkWidget  *row,
              LampRecord *record)
{
  LampDueList *self = LAMP_DUE_LIST (gtk_widget_get_ancestor (row, LAMP_TYPE_DUE_LIST));

  lamp_session_reveal (self->session, record);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  LampDueList *self = data;
  LampRecord *record = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  add_icon (self, row);
  show_record (self, row, record);
  if (self->kind == LAMP_DUE_COMMITMENTS)
    add_check (row, record);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), record, 0);

  return row;
}

static void
lamp_due_list_dispose (GObject *object)
{
  LampDueList *self = LAMP_DUE_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->list = NULL;
  self->more = NULL;
  g_clear_object (&self->records);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_due_list_parent_class)->dispose (object);
}

static void
lamp_due_list_finalize (GObject *object)
{
  g_free (LAMP_DUE_LIST (object)->today);

  G_OBJECT_CLASS (lamp_due_list_parent_class)->finalize (object);
}

static void
lamp_due_list_class_init (LampDueListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lamp_due_list_dispose;
  object_class->finalize = lamp_due_list_finalize;
}

static void
lamp_due_list_init (LampDueList *self)
{
  self->records = g_list_store_new (LAMP_TYPE_RECORD);
}

static void
show_all (LampDueList *self)
{
  self->all = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  lamp_due_list_update (self);
}

static void
build (LampDueList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _(words[self->kind].heading), "xalign", 0.0,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(words[self->kind].heading), -1);
  self->none = g_object_new (GTK_TYPE_LABEL, "label", _(words[self->kind].none), "xalign", 0.0, "wrap", TRUE, "visible",
                             FALSE, NULL);
  gtk_widget_add_css_class (self->none, "dimmed");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->none);
  self->more = gtk_button_new ();
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->records), make_row, self, NULL);
}

/**
 * lamp_due_list_new:
 * @session: the session
 * @kind: what it is about
 *
 * Returns: (transfer floating): a list that is empty until [method@DueList.update]
 */
GtkWidget *
lamp_due_list_new (LampSession *session,
                   LampDueKind  kind)
{
  LampDueList *self = g_object_new (LAMP_TYPE_DUE_LIST, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  build (self);

  return GTK_WIDGET (self);
}

/* Cuts off what is not shown at first, and offers it. */
static void
keep_few (LampDueList *self,
          GPtrArray   *found)
{
  guint rest = !self->all && found->len > FEW + 1 ? found->len - FEW : 0;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", rest), rest);

  if (rest > 0)
    g_ptr_array_set_size (found, FEW);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, rest > 0);
}

/**
 * lamp_due_list_update:
 * @self: a due list
 *
 * Looks anew at what is pressing. Rows that stay keep their focus.
 */
void
lamp_due_list_update (LampDueList *self)
{
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint n_before, start = 0, end = 0;

  g_return_if_fail (LAMP_IS_DUE_LIST (self));

  today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_set_str (&self->today, today);
  found = lamp_due_collect (self->session, self->kind, today);
  keep_few (self, found);
  n_before = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  for (; start < MIN (n_before, found->len); start++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), start);

      if (record != g_ptr_array_index (found, start))
        break;
    }
  for (; end < MIN (n_before, found->len) - start; end++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), n_before - 1 - end);

      if (record != g_ptr_array_index (found, found->len - 1 - end))
        break;
    }
  if (start + end < n_before || start + end < found->len)
    g_list_store_splice (self->records, start, n_before - start - end, found->pdata + start, found->len - start - end);
  for (guint i = 0; i < found->len; i++)
    if (i < start || i >= found->len - end)
      show_record (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)),
                   g_ptr_array_index (found, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_widget_set_visible (self->none, found->len == 0);
}

/**
 * lamp_due_list_get_model:
 * @self: a due list
 *
 * Returns: (transfer none): the records that are shown
 */
GListModel *
lamp_due_list_get_model (LampDueList *self)
{
  g_return_val_if_fail (LAMP_IS_DUE_LIST (self), NULL);

  return G_LIST_MODEL (self->records);
}
