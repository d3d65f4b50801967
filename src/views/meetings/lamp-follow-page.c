/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-follow-page.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture.h"
#include "lamp-filter-button.h"
#include "lamp-follow-collect.h"
#include "lamp-follow-row.h"
#include "lamp-grouped-list.h"

struct _LampFollowPage
{
  AdwBin parent_instance;

  LampSession *session;
  const LampFollowKind *kind;
  GListModel *records;      /* all of the type; live */
  GListModel *warm;         /* (nullable): what is looked up, kept in memory */
  LampGroupedList *grouped;
  GPtrArray *titles;        /* of the groups */
  GArray *counts;           /* how many are in each */
  gboolean stale;           /* something has changed while nobody looked */
  guint grouping;

  GtkSingleSelection *selection;
  LampFilterButton *filters[LAMP_FOLLOW_FILTERS];

  AdwWrapBox *tools;
  AdwToggleGroup *groupings;
  GtkButton *add;
  GtkStack *pages;
  GtkListView *list;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (LampFollowPage, lamp_follow_page, ADW_TYPE_BIN)

static const char *
translate (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "follow", text);
}

/* Groups are numbered in their order. */
static guint
number_group (LampFollowPage        *self,
              const LampFollowEntry *entry,
              const LampFollowEntry *before)
{
  if (before == NULL || g_strcmp0 (before->place.group, entry->place.group) != 0)
    {
      guint none = 0;

      g_ptr_array_add (self->titles, g_strdup (entry->place.title));
      g_array_append_val (self->counts, none);
    }
  g_array_index (self->counts, guint, self->counts->len - 1)++;

  return self->titles->len - 1;
}

static void
show_entries (LampFollowPage *self,
              GArray         *entries)
{
  g_autoptr (GArray) grouped = g_array_new (FALSE, FALSE, sizeof (LampGrouped));

  g_ptr_array_set_size (self->titles, 0);
  g_array_set_size (self->counts, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const LampFollowEntry *entry = &g_array_index (entries, LampFollowEntry, i);
      const LampFollowEntry *before = i > 0 ? entry - 1 : NULL;
      LampGrouped place = { entry->record, number_group (self, entry, before) };

      g_array_append_val (grouped, place);
    }
  lamp_grouped_list_set (self->grouped, grouped);
  /* The headings say how many there are, and may be those of other groups now. */
  if (grouped->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self->grouped), 0, grouped->len);
}

static GArray *
collect (LampFollowPage *self)
{
  LampRecord *wanted[LAMP_FOLLOW_FILTERS] = { NULL };

  for (guint i = 0; i < LAMP_FOLLOW_FILTERS && self->filters[i] != NULL; i++)
    wanted[i] = lamp_filter_button_get_record (self->filters[i]);

  return lamp_follow_collect (self->session, self->kind, self->records, self->grouping, wanted);
}

/* Once the rows have their places. */
static gboolean
scroll_to_top (GtkWidget     *list,
               GdkFrameClock *clock,
               gpointer       frames)
{
  guint *left = frames;

  if (--*left > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);

  return G_SOURCE_REMOVE;
}

static const char *
choose_page (LampFollowPage *self,
             guint           n_shown)
{
  gboolean narrowed = *lamp_session_get_search (self->session) != '\0';

  for (guint i = 0; i < LAMP_FOLLOW_FILTERS && self->filters[i] != NULL; i++)
    narrowed = narrowed || lamp_filter_button_get_record (self->filters[i]) != NULL;
  if (n_shown > 0)
    return "list";

  return narrowed ? "nothing" : "empty";
}

static void
refresh (LampFollowPage *self)
{
  g_autoptr (GArray) entries = NULL;
  gboolean was_empty = g_list_model_get_n_items (G_LIST_MODEL (self->grouped)) == 0;

  /* Nobody looks: it is worked out when somebody does. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  entries = collect (self);
  show_entries (self, entries);
  gtk_stack_set_visible_child_name (self->pages, choose_page (self, entries->len));
  /* A list that fills shows its first row at the top, and not the heading over it. */
  if (was_empty && entries->len > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_to_top, g_memdup2 (&(guint) { 3 }, sizeof (guint)),
                                  g_free);
}

static void
lamp_follow_page_map (GtkWidget *widget)
{
  LampFollowPage *self = LAMP_FOLLOW_PAGE (widget);

  GTK_WIDGET_CLASS (lamp_follow_page_parent_class)->map (widget);

  if (self->session != NULL && self->stale)
    refresh (self);
}

static LampRecord *
get_selected (LampFollowPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The one that takes the place of what was selected, so that one after the other can be ticked off. */
static void
select_place (LampFollowPage *self,
              guint           position)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->grouped));

  if (n_items > 0)
    gtk_list_view_scroll_to (self->list, MIN (position, n_items - 1), GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                             NULL);
}

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LampFollowPage *self = LAMP_FOLLOW_PAGE (widget);
  g_autoptr (LampRecord) record = NULL;
  guint position = gtk_single_selection_get_selected (self->selection);
  gboolean done;

  g_set_object (&record, get_selected (self));
  if (record == NULL || self->kind->set_done == NULL)
    return;
  done = !lamp_record_has (record, "done_on");
  if (!self->kind->set_done (self->session, record, done))
    return;
  select_place (self, position);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), done ? C_ ("follow", "Done") : C_ ("follow", "Open again"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LampFollowPage *self = LAMP_FOLLOW_PAGE (widget);

  if (get_selected (self) != NULL)
    lamp_capture_edit (widget, self->session, get_selected (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LampFollowPage *self = LAMP_FOLLOW_PAGE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (get_selected (self) == NULL)
    return;
  lamp_session_delete (self->session, get_selected (self));
  select_place (self, position);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  lamp_capture_commitment (widget, LAMP_FOLLOW_PAGE (widget)->session, NULL, NULL);
}

static void
on_activate (LampFollowPage *self,
             guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), self->kind->set_done != NULL ? "follow.done" : "follow.edit", NULL);
}

/* Space does what Enter does, where it does not press a button of the row. */
static gboolean
on_key (LampFollowPage  *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (key != GDK_KEY_space || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || GTK_IS_BUTTON (focus)
      || GTK_IS_CHECK_BUTTON (focus) || get_selected (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  on_activate (self, gtk_single_selection_get_selected (self->selection));

  return GDK_EVENT_STOP;
}

static void
on_selected (LampFollowPage *self)
{
  LampRecord *record = get_selected (self);

  if (record != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    lamp_session_set_selected (self->session, record);
}

static void
on_grouping (LampFollowPage *self)
{
  lamp_follow_page_set_grouping (self, adw_toggle_group_get_active (self->groupings));
}

static void
set_up_row (LampFollowPage *self,
            GtkListItem    *item)
{
  gtk_list_item_set_child (item, lamp_follow_row_new (self->session, self->kind));
}

static void
bind_row (LampFollowPage *self,
          GtkListItem    *item)
{
  LampRecord *record = gtk_list_item_get_item (item);
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_autofree char *label = NULL;
  LampFollowWords words = { 0 };

  lamp_follow_row_set_record (LAMP_FOLLOW_ROW (gtk_list_item_get_child (item)), record);
  self->kind->describe (self->session, record, today, &words);
  label = g_strdup_printf ("%s. %s. %s", words.title, words.status, words.details);
  gtk_list_item_set_accessible_label (item, label);
  lamp_follow_words_clear (&words);
}

static void
unbind_row (LampFollowPage *self,
            GtkListItem    *item)
{
  lamp_follow_row_set_record (LAMP_FOLLOW_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
set_up_header (LampFollowPage *self,
               GtkListHeader  *header)
{
  gtk_list_header_set_child (header, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL));
}

static void
bind_header (LampFollowPage *self,
             GtkListHeader  *header)
{
  guint start = gtk_list_header_get_start (header);
  g_autofree char *text = NULL;
  guint group;

  if (start >= g_list_model_get_n_items (G_LIST_MODEL (self->grouped)))
    return;
  group = lamp_grouped_list_get_group (self->grouped, start);
  if (group >= self->titles->len)
    return;
  // Translators: the heading of a group in a list, and how many there are in it
  text = g_strdup_printf (C_ ("follow", "%s · %u"), (const char *) self->titles->pdata[group],
                          g_array_index (self->counts, guint, group));
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
lamp_follow_page_dispose (GObject *object)
{
  LampFollowPage *self = LAMP_FOLLOW_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_FOLLOW_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->grouped);
  g_clear_object (&self->records);
  g_clear_object (&self->warm);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_follow_page_parent_class)->dispose (object);
}

static void
lamp_follow_page_finalize (GObject *object)
{
  g_ptr_array_unref (LAMP_FOLLOW_PAGE (object)->titles);
  g_array_unref (LAMP_FOLLOW_PAGE (object)->counts);

  G_OBJECT_CLASS (lamp_follow_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "follow.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "follow.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "follow.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "follow.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "follow.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "follow.delete", NULL);
}

static void
lamp_follow_page_class_init (LampFollowPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_follow_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_follow_page_finalize;
  widget_class->map = lamp_follow_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/meetings/lamp-follow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LampFollowPage, tools);
  gtk_widget_class_bind_template_child (widget_class, LampFollowPage, groupings);
  gtk_widget_class_bind_template_child (widget_class, LampFollowPage, add);
  gtk_widget_class_bind_template_child (widget_class, LampFollowPage, pages);
  gtk_widget_class_bind_template_child (widget_class, LampFollowPage, list);
  gtk_widget_class_bind_template_child (widget_class, LampFollowPage, empty);
  install_actions (widget_class);
}

static void
lamp_follow_page_init (LampFollowPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->grouped = lamp_grouped_list_new ();
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE, "model",
                                  self->grouped, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
add_factories (LampFollowPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "setup", G_CALLBACK (set_up_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headers);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

static void
add_tools (LampFollowPage *self)
{
  LampStore *store = lamp_session_get_store (self->session);

  for (guint i = 0; self->kind->groupings[i] != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, g_dpgettext2 (GETTEXT_PACKAGE, "follow group", self->kind->groupings[i]));
      adw_toggle_group_add (self->groupings, toggle);
    }
  adw_toggle_group_set_active (self->groupings, 0);
  for (guint i = 0; i < LAMP_FOLLOW_FILTERS && self->kind->filters[i].type != NULL; i++)
    {
      const LampFollowFilter *filter = &self->kind->filters[i];
      GtkWidget *button = lamp_filter_button_new (store, filter->type, translate (filter->label));

      self->filters[i] = LAMP_FILTER_BUTTON (button);
      g_signal_connect_object (button, "notify::record", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      adw_wrap_box_insert_child_after (self->tools, button, i > 0 ? GTK_WIDGET (self->filters[i - 1])
                                                                  : GTK_WIDGET (self->groupings));
    }
  gtk_button_set_label (self->add, self->kind->add_label != NULL ? translate (self->kind->add_label) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->add), self->kind->add_label != NULL);
  g_signal_connect_object (self->groupings, "notify::active", G_CALLBACK (on_grouping), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_follow_page_set_up:
 * @self: a follow page
 * @session: the session
 * @kind: what it lists
 *
 * Says, once, what the page shows.
 */
void
lamp_follow_page_set_up (LampFollowPage       *self,
                         LampSession          *session,
                         const LampFollowKind *kind)
{
  LampStore *store;

  g_return_if_fail (LAMP_IS_FOLLOW_PAGE (self));
  g_return_if_fail (self->session == NULL);

  store = lamp_session_get_store (session);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->records = lamp_store_list (store, kind->type);
  if (kind->warm_up != NULL)
    self->warm = lamp_store_list (store, kind->warm_up);
  adw_status_page_set_icon_name (self->empty, kind->icon_name);
  adw_status_page_set_title (self->empty, translate (kind->empty));
  adw_status_page_set_description (self->empty, translate (kind->empty_hint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, translate (kind->heading),
                                  -1);
  add_factories (self);
  add_tools (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::community", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::search", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * lamp_follow_page_set_grouping:
 * @self: a follow page
 * @grouping: the place of a grouping of its kind
 *
 * Groups the list in another way.
 */
void
lamp_follow_page_set_grouping (LampFollowPage *self,
                               guint           grouping)
{
  g_return_if_fail (LAMP_IS_FOLLOW_PAGE (self));

  if (self->grouping == grouping || grouping == GTK_INVALID_LIST_POSITION)
    return;
  self->grouping = grouping;
  adw_toggle_group_set_active (self->groupings, grouping);
  refresh (self);
}

/**
 * lamp_follow_page_set_filter:
 * @self: a follow page
 * @index: the place of a filter of its kind
 * @record: (nullable): what to narrow the list down to; %NULL lets all through
 *
 * Narrows the list down.
 */
void
lamp_follow_page_set_filter (LampFollowPage *self,
                             guint           index,
                             LampRecord     *record)
{
  g_return_if_fail (LAMP_IS_FOLLOW_PAGE (self));
  g_return_if_fail (index < LAMP_FOLLOW_FILTERS && self->filters[index] != NULL);

  lamp_filter_button_set_record (self->filters[index], record);
}

/**
 * lamp_follow_page_show:
 * @self: a follow page
 * @record: a record
 *
 * Brings a record into sight and selects it.
 *
 * Returns: whether it is in the list
 */
gboolean
lamp_follow_page_show (LampFollowPage *self,
                       LampRecord     *record)
{
  guint n_items;

  g_return_val_if_fail (LAMP_IS_FOLLOW_PAGE (self), FALSE);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->grouped));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (G_LIST_MODEL (self->grouped), i);

      if (other != record)
        continue;
      select_place (self, i);
      return TRUE;
    }

  return FALSE;
}

/**
 * lamp_follow_page_get_model:
 * @self: a follow page
 *
 * Returns: (transfer none): the records that are shown, in order
 */
GListModel *
lamp_follow_page_get_model (LampFollowPage *self)
{
  g_return_val_if_fail (LAMP_IS_FOLLOW_PAGE (self), NULL);

  return G_LIST_MODEL (self->grouped);
}
