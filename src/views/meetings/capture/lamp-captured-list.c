/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-captured-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-capture.h"
#include "lamp-captured-words.h"

struct _LampCapturedList
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GListStore *records;
  GHashTable *items;    /* record → the identifier of its agenda item, "" for none */
  guint n_captured;     /* those that are no heads, and the heads with notes */

  GtkWidget *empty;
  GtkListBox *list;
};

typedef enum
{
  PROP_MEETING = 1,
  PROP_N_CAPTURED,
} LampCapturedListProps;

static GParamSpec *props[PROP_N_CAPTURED + 1];

G_DEFINE_FINAL_TYPE (LampCapturedList, lamp_captured_list, ADW_TYPE_BIN)

/* A record on its way into the list: by the newest of its agenda item, then itself the newest first. */
typedef struct
{
  LampRecord *record;
  char *item;
  const char *at;           /* when it was written down */
  const char *item_at;      /* the newest of its item */
} Entry;

static void
clear_entry (gpointer data)
{
  g_object_unref (((Entry *) data)->record);
  g_free (((Entry *) data)->item);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);

  return entries;
}

static void
take_entry (GArray     *entries,
            LampRecord *record,
            const char *item,
            const char *at)
{
  Entry entry = { g_object_ref (record), g_strdup (item != NULL ? item : ""), lamp_record_get_text (record, at), NULL };

  g_array_append_val (entries, entry);
}

static void
collect_by_meeting (LampCapturedList *self,
                    GArray           *entries,
                    const char       *type)
{
  g_autoptr (GListModel) list = lamp_store_list_by (lamp_session_get_store (self->session), type, "meeting",
                                                    lamp_record_get_id (self->meeting));
  gboolean has_item = lamp_record_type_find_field (lamp_schema_find (type), "item") >= 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (list, i);

      take_entry (entries, record, has_item ? lamp_record_get_text (record, "item") : NULL, "created_at");
    }
}

/* A problem says nothing of a meeting: it belongs to the one that was running when it was written down. */
static gboolean
came_up_in (LampRecord *problem,
            LampRecord *meeting)
{
  const char *created = lamp_record_get_text (problem, "created_at");

  return lamp_record_has (meeting, "began_at") && g_strcmp0 (created, lamp_record_get_text (meeting, "began_at")) >= 0
         && (!lamp_record_has (meeting, "ended_at")
             || g_strcmp0 (created, lamp_record_get_text (meeting, "ended_at")) <= 0);
}

static void
collect_problems (LampCapturedList *self,
                  GArray           *entries,
                  GHashTable       *items_of_problems)
{
  g_autoptr (GListModel) list = lamp_store_list_by (lamp_session_get_store (self->session), "problems", "community",
                                                    lamp_record_get_text (self->meeting, "community"));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LampRecord) problem = g_list_model_get_item (list, i);

      if (came_up_in (problem, self->meeting))
        take_entry (entries, problem, g_hash_table_lookup (items_of_problems, lamp_record_get_id (problem)),
                    "created_at");
    }
}

static void
collect_notes (LampCapturedList *self,
               GArray           *entries,
               GHashTable       *items_of_problems)
{
  g_autoptr (GListModel) list = lamp_store_list_by (lamp_session_get_store (self->session), "agenda_items", "meeting",
                                                    lamp_record_get_id (self->meeting));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (list, i);

      if (lamp_record_has (item, "problem"))
        g_hash_table_insert (items_of_problems, g_strdup (lamp_record_get_text (item, "problem")),
                             g_strdup (lamp_record_get_id (item)));
      if (lamp_record_has (item, "outcome") && !lamp_record_get_boolean (item, "off_record"))
        take_entry (entries, item, lamp_record_get_id (item), "modified_at");
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *two = b;
  int order = g_strcmp0 (two->item_at, one->item_at);

  if (order == 0)
    order = g_strcmp0 (one->item, two->item);
  if (order == 0)
    order = g_strcmp0 (two->at, one->at);

  return order != 0 ? order : g_strcmp0 (lamp_record_get_id (two->record), lamp_record_get_id (one->record));
}

static void
sort_entries (GArray *entries)
{
  g_autoptr (GHashTable) newest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (g_strcmp0 (entry->at, g_hash_table_lookup (newest, entry->item)) > 0)
        g_hash_table_insert (newest, entry->item, (gpointer) entry->at);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      entry->item_at = g_hash_table_lookup (newest, entry->item);
    }
  g_array_sort (entries, compare_entries);
}

/* Each agenda item comes first of what was written down under it, with its notes; the meeting itself for the rest. */
static GArray *
add_heads (LampCapturedList *self,
           GArray           *entries)
{
  GArray *headed = new_entries ();
  const char *item = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (g_strcmp0 (entry->item, item) != 0)
        {
          g_autoptr (LampRecord) head = NULL;

          head = lamp_store_find (lamp_session_get_store (self->session), "agenda_items", entry->item);
          take_entry (headed, head != NULL ? head : self->meeting, entry->item, "modified_at");
        }
      item = entry->item;
      if (!lamp_record_is (entry->record, "agenda_items"))
        take_entry (headed, entry->record, entry->item, "created_at");
    }
  g_array_unref (entries);

  return headed;
}

static GArray *
collect (LampCapturedList *self)
{
  GArray *entries = new_entries ();
  g_autoptr (GHashTable) items_of_problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (self->meeting == NULL || lamp_record_is_deleted (self->meeting))
    return entries;
  collect_by_meeting (self, entries, "decisions");
  collect_by_meeting (self, entries, "commitments");
  collect_by_meeting (self, entries, "questions");
  collect_notes (self, entries, items_of_problems);
  collect_problems (self, entries, items_of_problems);
  sort_entries (entries);

  return add_heads (self, entries);
}

static gboolean
is_at (LampCapturedList *self,
       guint             position,
       const Entry      *entry)
{
  g_autoptr (LampRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), position);

  return record == entry->record
         && g_strcmp0 (g_hash_table_lookup (self->items, record), entry->item) == 0;
}

static gboolean
is_head (LampRecord *record)
{
  return lamp_record_is (record, "agenda_items") || lamp_record_is (record, "meetings");
}

static void
tell_count (LampCapturedList *self,
            GArray           *entries)
{
  guint n_captured = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      LampRecord *record = g_array_index (entries, Entry, i).record;

      n_captured += !is_head (record)
                    || (lamp_record_is (record, "agenda_items") && lamp_record_has (record, "outcome"));
    }
  if (self->n_captured == n_captured)
    return;
  self->n_captured = n_captured;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_CAPTURED]);
}

/* Only what changed is made anew, so that the focus stays where it is. */
static void
show_entries (LampCapturedList *self,
              GArray           *entries)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  guint start = 0, end = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  while (start < MIN (n_before, entries->len) && is_at (self, start, &g_array_index (entries, Entry, start)))
    start++;
  while (end < MIN (n_before, entries->len) - start
         && is_at (self, n_before - 1 - end, &g_array_index (entries, Entry, entries->len - 1 - end)))
    end++;
  g_hash_table_remove_all (self->items);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_hash_table_insert (self->items, entry->record, g_strdup (entry->item));
      if (i >= start && i < entries->len - end)
        g_ptr_array_add (added, entry->record);
    }
  if (start + end < n_before || added->len > 0)
    g_list_store_splice (self->records, start, n_before - start - end, added->pdata, added->len);
  tell_count (self, entries);
}

static void
show_head (GtkWidget  *row,
           LampRecord *record)
{
  gboolean is_item = lamp_record_is (record, "agenda_items");
  const char *notes = is_item ? lamp_record_get_text (record, "outcome") : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 is_item ? lamp_record_get_title (record) : _("The Whole Meeting"));
  if (is_item && lamp_record_get_boolean (record, "off_record"))
    notes = NULL;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), notes != NULL ? notes : "");
}

static void
show_row (LampCapturedList *self,
          GtkWidget        *row,
          LampRecord       *record)
{
  LampStore *store = lamp_session_get_store (self->session);
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_autofree char *title = g_strdelimit (g_strdup (lamp_record_get_title (record)), "\n\r", ' ');
  g_autofree char *words = lamp_captured_describe (store, record, today);
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s", lamp_captured_get_kind (record), *words != '\0' ? " · " : "",
                                               words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
show_any (LampCapturedList *self,
          GtkWidget        *row,
          LampRecord       *record)
{
  if (is_head (record))
    show_head (row, record);
  else
    show_row (self, row, record);
}

static void
refresh (LampCapturedList *self)
{
  g_autoptr (GArray) entries = collect (self);

  show_entries (self, entries);
  for (guint i = 0; i < entries->len; i++)
    show_any (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)),
              g_array_index (entries, Entry, i).record);
  gtk_widget_set_visible (GTK_WIDGET (self->list), entries->len > 0);
  gtk_widget_set_visible (self->empty, entries->len == 0);
}

static LampCapturedList *
get_list (GtkWidget *widget)
{
  return LAMP_CAPTURED_LIST (gtk_widget_get_ancestor (widget, LAMP_TYPE_CAPTURED_LIST));
}

static void
on_activated (GtkWidget  *row,
              LampRecord *record)
{
  LampCapturedList *self = get_list (row);

  lamp_capture_edit (GTK_WIDGET (self), self->session, record);
}

static void
on_delete (GtkWidget  *button,
           LampRecord *record)
{
  LampCapturedList *self = get_list (button);

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
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete), record, 0);
}

static void
add_icon (GtkWidget  *row,
          LampRecord *record)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", lamp_captured_get_icon_name (record), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  LampCapturedList *self = data;
  LampRecord *record = item;
  GtkWidget *row = adw_action_row_new ();
  gboolean locked = lamp_capture_is_locked (self->meeting);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    !lamp_record_is (record, "meetings") && !(locked && is_head (record)));
  if (is_head (record))
    gtk_widget_add_css_class (row, "heading");
  else
    add_icon (row, record);
  if (!is_head (record) && !locked)
    add_delete (row, record);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), record, 0);
  show_any (self, row, record);

  return row;
}

static void
lamp_captured_list_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LampCapturedList *self = LAMP_CAPTURED_LIST (object);

  switch ((LampCapturedListProps) property_id)
    {
    case PROP_MEETING:
      g_value_set_object (value, self->meeting);
      break;
    case PROP_N_CAPTURED:
      g_value_set_uint (value, lamp_captured_list_get_n_captured (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_captured_list_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((LampCapturedListProps) property_id)
    {
    case PROP_MEETING:
      lamp_captured_list_set_meeting (LAMP_CAPTURED_LIST (object), g_value_get_object (value));
      break;
    case PROP_N_CAPTURED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_captured_list_dispose (GObject *object)
{
  LampCapturedList *self = LAMP_CAPTURED_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->records);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_captured_list_parent_class)->dispose (object);
}

static void
lamp_captured_list_finalize (GObject *object)
{
  g_hash_table_unref (LAMP_CAPTURED_LIST (object)->items);

  G_OBJECT_CLASS (lamp_captured_list_parent_class)->finalize (object);
}

static void
lamp_captured_list_class_init (LampCapturedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_captured_list_get_property;
  object_class->set_property = lamp_captured_list_set_property;
  object_class->dispose = lamp_captured_list_dispose;
  object_class->finalize = lamp_captured_list_finalize;

  /**
   * LampCapturedList:meeting: (nullable)
   *
   * The meeting whose decisions, commitments, problems, questions and notes are shown.
   */
  props[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, LAMP_TYPE_RECORD,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LampCapturedList:n-captured:
   *
   * How many there are.
   */
  props[PROP_N_CAPTURED] = g_param_spec_uint ("n-captured", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_captured_list_init (LampCapturedList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->empty = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing has been written down yet."), "wrap", TRUE, "xalign",
                              0.0, NULL);
  self->records = g_list_store_new (LAMP_TYPE_RECORD);
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Written down"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (self->empty, "dimmed");
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * lamp_captured_list_new:
 * @session: the session
 *
 * Returns: (transfer floating): a list without a meeting
 */
GtkWidget *
lamp_captured_list_new (LampSession *session)
{
  LampCapturedList *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);

  self = g_object_new (LAMP_TYPE_CAPTURED_LIST, NULL);
  self->session = g_object_ref (session);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->records), make_row, self, NULL);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * lamp_captured_list_get_meeting:
 * @self: a captured list
 *
 * Returns: (transfer none) (nullable): the meeting
 */
LampRecord *
lamp_captured_list_get_meeting (LampCapturedList *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURED_LIST (self), NULL);

  return self->meeting;
}

/**
 * lamp_captured_list_set_meeting:
 * @self: a captured list
 * @meeting: (nullable): a meeting
 *
 * Shows what was written down in another meeting.
 */
void
lamp_captured_list_set_meeting (LampCapturedList *self,
                                LampRecord       *meeting)
{
  g_return_if_fail (LAMP_IS_CAPTURED_LIST (self));
  g_return_if_fail (meeting == NULL || lamp_record_is (meeting, "meetings"));

  if (!g_set_object (&self->meeting, meeting))
    return;
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MEETING]);
}

/**
 * lamp_captured_list_get_n_captured:
 * @self: a captured list
 *
 * Returns: how many there are
 */
guint
lamp_captured_list_get_n_captured (LampCapturedList *self)
{
  g_return_val_if_fail (LAMP_IS_CAPTURED_LIST (self), 0);

  return self->n_captured;
}
