/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-tray.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-drag.h"
#include "lamp-goal-entry.h"
#include "lamp-goal-sight.h"
#include "lamp-goals-private.h"

#define LIST_HEIGHT 124 /* below the tree */
#define MOST_HEIGHT 220 /* beside it, while there are checks below that want the room */
#define ROW_HEIGHT 80   /* of a title in two lines */
#define WIDTH 240       /* beside it */

struct _LampGoalTray
{
  GtkWidget parent_instance;

  LampGoalBoard *board;
  GHashTable *entries;          /* name → LampGoalEntry */
  GListStore *store;
  GtkSingleSelection *selection;
  gboolean folded;
  gboolean beside;
  gboolean follows;             /* while the selection is brought in line with the session's */

  GtkWidget *box;
  GtkButton *head;
  GtkLabel *count;
  GtkImage *arrow;
  GtkRevealer *revealer;
  GtkStack *stack;
  GtkLabel *nothing;
  GtkScrolledWindow *scroller;
  GtkListView *list;
};

typedef enum
{
  PROP_FOLDED = 1,
  PROP_BESIDE,
} LampGoalTrayProps;

static GParamSpec *props[PROP_BESIDE + 1];

G_DEFINE_FINAL_TYPE (LampGoalTray, lamp_goal_tray, GTK_TYPE_WIDGET)

static LampGoalEntry *
ensure_entry (LampGoalTray *self,
              const char   *name)
{
  LampGoalEntry *entry = g_hash_table_lookup (self->entries, name);

  if (!entry)
    {
      entry = lamp_goal_entry_new (name);
      g_hash_table_insert (self->entries, g_strdup (name), entry);
    }

  return entry;
}

static GPtrArray *
list_wanted (LampGoalTray *self)
{
  LampGoalOutline *outline = lamp_goal_board_get_outline (self->board);
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < outline->tray->len; i++)
    {
      LampGoalEntry *entry = ensure_entry (self, lamp_row_get_id (outline->tray->pdata[i]));

      lamp_goal_entry_set (entry, outline->tray->pdata[i], NULL);
      g_ptr_array_add (wanted, g_object_ref (entry));
    }
  if (outline->private_tray->len > 0)
    {
      LampGoalEntry *entry = ensure_entry (self, "~");

      lamp_goal_entry_set (entry, NULL, outline->private_tray);
      g_ptr_array_add (wanted, g_object_ref (entry));
    }

  return wanted;
}

/* Lines of goals that are no longer here are let go of. Somebody may hold one a little longer: it shows nothing then, and
 * never a row of what was read before. */
static void
forget_others (LampGoalTray *self,
               GPtrArray    *wanted)
{
  GHashTableIter iter;
  gpointer entry;
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (kept, wanted->pdata[i]);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (!g_hash_table_contains (kept, entry))
      {
        lamp_goal_entry_set (entry, NULL, NULL);
        g_hash_table_iter_remove (&iter);
      }
}

static void
update_room (LampGoalTray *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  gboolean open = self->beside || !self->folded;

  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), !self->beside);
  gtk_widget_set_can_target (GTK_WIDGET (self->head), !self->beside);
  gtk_widget_set_focusable (GTK_WIDGET (self->head), !self->beside);
  gtk_widget_set_size_request (GTK_WIDGET (self), self->beside ? WIDTH : -1, -1);
  gtk_image_set_from_icon_name (self->arrow, self->folded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), -1,
                               n == 0 || self->beside ? -1 : (int) MIN (n * ROW_HEIGHT, LIST_HEIGHT));
  gtk_scrolled_window_set_min_content_height (self->scroller, -1);
  gtk_scrolled_window_set_max_content_height (self->scroller, MOST_HEIGHT);
  if (n > 0 && self->beside)
    gtk_scrolled_window_set_min_content_height (self->scroller, MIN ((int) MIN (n, 3) * ROW_HEIGHT, MOST_HEIGHT));
}

static void
follow_selected (LampGoalTray *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self->board);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (LampGoalEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (lamp_goal_entry_holds (entry, selected))
        position = i;
    }
  self->follows = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->follows = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
on_board_changed (LampGoalTray *self)
{
  LampGoalOutline *outline = lamp_goal_board_get_outline (self->board);
  guint n = outline->tray->len + outline->private_tray->len;
  g_autoptr (GPtrArray) wanted = list_wanted (self);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = g_strdup_printf (ngettext ("%u goal aligns with nothing", "%u goals align with nothing", n), n);

  self->follows = TRUE;
  forget_others (self, wanted);
  lamp_goal_entries_sync (self->store, wanted);
  self->follows = FALSE;
  g_ptr_array_foreach (wanted, (GFunc) G_CALLBACK (lamp_goal_entry_tell), NULL);
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_text (self->nothing, lamp_goal_board_is_narrowed (self->board)
                                       ? _("Every goal found aligns with a larger one.") : _("Every goal aligns with a larger one."));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  update_room (self);
  follow_selected (self);
}

/* What is chosen here is selected everywhere. */
static void
on_chosen (LampGoalTray *self)
{
  LampGoalEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  const LampRow *goal;

  if (self->follows || !entry)
    return;

  goal = lamp_goal_entry_get_goal (entry);
  if (!goal)
    goal = lamp_goal_entry_get_privates (entry)->pdata[0];
  lamp_goal_board_select (self->board, goal);
}

static void
set_folded (LampGoalTray *self,
            gboolean      folded)
{
  folded = !!folded;
  if (self->folded == folded)
    return;

  self->folded = folded;
  update_room (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

static void
set_beside (LampGoalTray *self,
            gboolean      beside)
{
  if (self->beside == !!beside)
    return;

  self->beside = !!beside;
  update_room (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BESIDE]);
}

static void
toggle (LampGoalTray *self)
{
  set_folded (self, !self->folded);
}

/* The rows. */

static const LampRow *
get_row_goal (GtkWidget *row)
{
  LampGoalEntry *entry = g_object_get_data (G_OBJECT (row), "entry");

  return entry ? lamp_goal_entry_get_goal (entry) : NULL;
}

static void
set_up_row (LampGoalTray *self,
            GtkListItem  *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "lines", 2, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 12, NULL);
  GtkWidget *about = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dimmed");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), about);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  lamp_goal_drag_add_source (row, self->board, get_row_goal);
  lamp_goal_drag_add_target (row, self->board, get_row_goal, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
show_row (LampGoalEntry *entry,
          GtkListItem   *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (row);
  GtkWidget *about = gtk_widget_get_next_sibling (title);
  LampGoalTray *self = LAMP_GOAL_TRAY (gtk_widget_get_ancestor (row, LAMP_TYPE_GOAL_TRAY));
  const LampRow *goal = lamp_goal_entry_get_goal (entry);
  g_autofree char *text = lamp_goal_entry_dup_title (entry);
  g_autofree char *sentence = NULL;

  lamp_goal_drag_mark (row);
  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_text (GTK_LABEL (about), goal ? lamp_goal_get_level_label (goal) : C_ ("goal", "Private"));
  if (!self)
    return;
  sentence = lamp_goal_entry_dup_sentence (entry, self->board);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
bind_row (LampGoalTray *self,
          GtkListItem  *item)
{
  LampGoalEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_row), item, 0);
  show_row (entry, item);
}

static void
unbind_row (LampGoalTray *self,
            GtkListItem  *item)
{
  LampGoalEntry *entry = gtk_list_item_get_item (item);

  g_signal_handlers_disconnect_by_func (entry, show_row, item);
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "entry", NULL);
}

/* The class. */

static void
lamp_goal_tray_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LampGoalTray *self = LAMP_GOAL_TRAY (object);

  switch ((LampGoalTrayProps) property_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_BESIDE:
      g_value_set_boolean (value, self->beside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_tray_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LampGoalTray *self = LAMP_GOAL_TRAY (object);

  switch ((LampGoalTrayProps) property_id)
    {
    case PROP_FOLDED:
      set_folded (self, g_value_get_boolean (value));
      break;
    case PROP_BESIDE:
      set_beside (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_tray_dispose (GObject *object)
{
  LampGoalTray *self = LAMP_GOAL_TRAY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_GOAL_TRAY);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_tray_parent_class)->dispose (object);
}

static void
lamp_goal_tray_class_init (LampGoalTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_goal_tray_get_property;
  object_class->set_property = lamp_goal_tray_set_property;
  object_class->dispose = lamp_goal_tray_dispose;

  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_BESIDE] = g_param_spec_boolean ("beside", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, LAMP_GOALS_RESOURCES "lamp-goal-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, box);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, head);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, count);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, arrow);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, revealer);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, stack);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, nothing);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, scroller);
  gtk_widget_class_bind_template_child (widget_class, LampGoalTray, list);
  gtk_widget_class_bind_template_callback (widget_class, toggle);
  gtk_widget_class_set_css_name (widget_class, "goaltray");
}

static void
lamp_goal_tray_init (LampGoalTray *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->store = g_list_store_new (LAMP_TYPE_GOAL_ENTRY);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  update_room (self);
}

/**
 * lamp_goal_tray_set_board:
 * @self: a tray
 * @board: what it shows; set once
 */
void
lamp_goal_tray_set_board (LampGoalTray  *self,
                          LampGoalBoard *board)
{
  g_return_if_fail (LAMP_IS_GOAL_TRAY (self));
  g_return_if_fail (self->board == NULL);

  self->board = g_object_ref (board);
  lamp_goal_drag_add_tray (GTK_WIDGET (self), board);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_board_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lamp_goal_board_get_session (board), "notify::selected", G_CALLBACK (follow_selected), self,
                           G_CONNECT_SWAPPED);
  on_board_changed (self);
}

/**
 * lamp_goal_tray_reveal:
 * @self: a tray
 * @goal: a goal
 *
 * Unfolds and moves the focus to a goal, if it is in the tray and the tray is in sight.
 *
 * Returns: whether it is
 */
gboolean
lamp_goal_tray_reveal (LampGoalTray  *self,
                       const LampRow *goal)
{
  g_return_val_if_fail (LAMP_IS_GOAL_TRAY (self), FALSE);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (LampGoalEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (!lamp_goal_entry_holds (entry, goal))
        continue;
      set_folded (self, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      gtk_list_view_scroll_to (self->list, i, GTK_LIST_SCROLL_FOCUS, NULL);
      return TRUE;
    }

  return FALSE;
}
