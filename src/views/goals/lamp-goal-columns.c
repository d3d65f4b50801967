/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-columns.h"

#include <glib/gi18n-lib.h>

/* What is shown where there is room for two columns only, and how wide the first is then at least. */
#define LAST_NARROW LAMP_GOAL_COLUMN_STATUS
#define NARROW_TITLE 150

static const struct
{
  const char *name;
  const char *title;
  const char *field;    /* (nullable): what is edited */
  int width;
  gboolean is_hidden;   /* until a person asks for it */
} columns[LAMP_GOAL_N_COLUMNS] = {
  [LAMP_GOAL_COLUMN_TITLE] = { "title", NC_ ("column", "Title"), "title", 230 },
  [LAMP_GOAL_COLUMN_STATUS] = { "status", NC_ ("column", "Status"), "status", 124 },
  [LAMP_GOAL_COLUMN_PROGRESS] = { "progress", NC_ ("column", "Progress"), NULL, 116 },
  [LAMP_GOAL_COLUMN_OWNER] = { "owner", NC_ ("column", "Owner"), "owner", 140 },
  [LAMP_GOAL_COLUMN_DUE] = { "due", NC_ ("column", "Due"), "due", 150 },
  [LAMP_GOAL_COLUMN_LEVEL] = { "level", NC_ ("column", "Level"), "level", 120 },
  [LAMP_GOAL_COLUMN_COMMUNITY] = { "community", NC_ ("column", "Community"), "community", 160, TRUE },
  [LAMP_GOAL_COLUMN_HORIZON] = { "horizon", NC_ ("column", "Horizon"), "horizon", 110, TRUE },
  [LAMP_GOAL_COLUMN_PRIORITY] = { "priority", NC_ ("column", "Priority"), "is_priority", 100, TRUE },
  [LAMP_GOAL_COLUMN_BASELINE] = { "baseline", NC_ ("column", "Baseline"), "baseline", 110, TRUE },
  [LAMP_GOAL_COLUMN_TARGET] = { "target", NC_ ("column", "Target"), "target", 110, TRUE },
};

struct _LampGoalColumns
{
  GObject parent_instance;

  GtkColumnView *view;          /* owns what owns this */
  LampGoalLines *lines;
  GActionMap *actions;
  GtkColumnViewColumn *made[LAMP_GOAL_N_COLUMNS];
  LampGoalCells *cells[LAMP_GOAL_N_COLUMNS];
  gboolean is_wanted[LAMP_GOAL_N_COLUMNS];
  gboolean is_narrow;
  LampGoalCells *sort;          /* (nullable) (unowned): by what is sorted; by the plan's own order */
  gboolean is_descending;
  char *place;
};

typedef enum
{
  PROP_PLACE = 1,
} LampGoalColumnsProps;

static GParamSpec *props[PROP_PLACE + 1];

G_DEFINE_FINAL_TYPE (LampGoalColumns, lamp_goal_columns, G_TYPE_OBJECT)

static int
find_column (const char *name)
{
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    if (g_strcmp0 (columns[i].name, name) == 0)
      return i;

  return -1;
}

static char *
dup_action_name (int column)
{
  return g_strconcat ("list-column-", columns[column].name, NULL);
}

static const char *
get_sort_name (LampGoalColumns *self)
{
  return self->sort ? columns[lamp_goal_cells_get_column (self->sort)].name : "plan";
}

/* What is remembered: "-due title,status,owner" is by due, the last first, with three columns. */
static void
update_place (LampGoalColumns *self)
{
  GString *place = g_string_new (self->is_descending ? "-" : "");
  g_autofree char *text = NULL;
  const char *separator = " ";

  g_string_append (place, get_sort_name (self));
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    if (self->is_wanted[i])
      {
        g_string_append_printf (place, "%s%s", separator, columns[i].name);
        separator = ",";
      }
  text = g_string_free (place, FALSE);
  if (g_set_str (&self->place, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

/* Sorting. */

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  LampGoalColumns *self = data;

  return lamp_goal_cells_compare (self->sort, (gpointer) a, (gpointer) b, self->is_descending);
}

static void
set_state (LampGoalColumns *self,
           const char      *name,
           GVariant        *state)
{
  GAction *action = g_action_map_lookup_action (self->actions, name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
update_sort_actions (LampGoalColumns *self)
{
  GAction *descending = g_action_map_lookup_action (self->actions, "list-descending");

  set_state (self, "list-sort", g_variant_new_string (get_sort_name (self)));
  set_state (self, "list-descending", g_variant_new_boolean (self->is_descending));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (descending), self->sort != NULL);
}

static LampGoalCells *
find_cells (LampGoalColumns     *self,
            GtkColumnViewColumn *column)
{
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    if (column && self->made[i] == column)
      return self->cells[i];

  return NULL;
}

/* GTK turns a header up and down for ever; after down comes the plan's own order. */
static void
on_sorter_changed (LampGoalColumns *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  LampGoalCells *sort = find_cells (self, gtk_column_view_sorter_get_primary_sort_column (sorter));
  gboolean is_descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (sort && sort == self->sort && self->is_descending && !is_descending)
    {
      gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
      return;
    }

  self->sort = sort;
  self->is_descending = sort && is_descending;
  lamp_goal_lines_set_order (self->lines, sort ? compare : NULL, self);
  update_sort_actions (self);
  update_place (self);
}

static void
sort_by (LampGoalColumns *self,
         int              column,
         gboolean         descending)
{
  self->is_descending = FALSE; /* not a third click */
  gtk_column_view_sort_by_column (self->view, column >= 0 ? self->made[column] : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
change_sort (GSimpleAction *action,
             GVariant      *state,
             gpointer       data)
{
  sort_by (data, find_column (g_variant_get_string (state, NULL)), FALSE);
}

static void
change_descending (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       data)
{
  LampGoalColumns *self = data;

  if (self->sort)
    sort_by (self, lamp_goal_cells_get_column (self->sort), g_variant_get_boolean (state));
}

/* Which are shown. */

static void
update_column (LampGoalColumns *self,
               int              column)
{
  gtk_column_view_column_set_visible (self->made[column], lamp_goal_columns_is_shown (self, column));
}

static void
set_wanted (LampGoalColumns *self,
            int              column,
            gboolean         wanted)
{
  g_autofree char *name = dup_action_name (column);

  if (column == LAMP_GOAL_COLUMN_TITLE)
    return;

  self->is_wanted[column] = wanted;
  set_state (self, name, g_variant_new_boolean (wanted));
  update_column (self, column);
}

static void
change_column (GSimpleAction *action,
               GVariant      *state,
               gpointer       data)
{
  LampGoalColumns *self = data;
  const char *name = g_action_get_name (G_ACTION (action)) + strlen ("list-column-");

  set_wanted (self, find_column (name), g_variant_get_boolean (state));
  update_place (self);
}

/**
 * lamp_goal_columns_set_narrow:
 * @self: the columns
 * @narrow: whether there is room for a few only
 */
void
lamp_goal_columns_set_narrow (LampGoalColumns *self,
                              gboolean         narrow)
{
  g_return_if_fail (LAMP_IS_GOAL_COLUMNS (self));

  if (self->is_narrow == narrow)
    return;

  self->is_narrow = narrow;
  gtk_column_view_column_set_fixed_width (self->made[LAMP_GOAL_COLUMN_TITLE],
                                          narrow ? NARROW_TITLE : columns[LAMP_GOAL_COLUMN_TITLE].width);
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    update_column (self, i);
}

/* The class. */

static void
set_place (LampGoalColumns *self,
           const char      *place)
{
  g_auto (GStrv) words = g_strsplit (place ? place : "", " ", 2);
  g_auto (GStrv) names = NULL;
  gboolean is_descending;

  if (!place || g_strv_length (words) < 2 || g_strcmp0 (place, self->place) == 0)
    return;

  names = g_strsplit (words[1], ",", -1);
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    set_wanted (self, i, g_strv_contains ((const char * const *) names, columns[i].name));
  is_descending = words[0][0] == '-';
  sort_by (self, find_column (words[0] + is_descending), is_descending);
  update_place (self);
}

static void
lamp_goal_columns_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((LampGoalColumnsProps) property_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, LAMP_GOAL_COLUMNS (object)->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_goal_columns_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((LampGoalColumnsProps) property_id)
    {
    case PROP_PLACE:
      set_place (LAMP_GOAL_COLUMNS (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

/* Somebody may hold the actions, and the rows, a little longer. */
static void
lamp_goal_columns_dispose (GObject *object)
{
  LampGoalColumns *self = LAMP_GOAL_COLUMNS (object);

  for (int i = 0; self->actions && i < LAMP_GOAL_N_COLUMNS; i++)
    {
      g_autofree char *name = dup_action_name (i);

      g_action_map_remove_action (self->actions, name);
    }
  if (self->actions)
    {
      g_action_map_remove_action (self->actions, "list-sort");
      g_action_map_remove_action (self->actions, "list-descending");
      lamp_goal_lines_set_order (self->lines, NULL, NULL);
    }
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    {
      g_clear_object (&self->made[i]);
      g_clear_object (&self->cells[i]);
    }
  g_clear_object (&self->actions);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (lamp_goal_columns_parent_class)->dispose (object);
}

static void
lamp_goal_columns_finalize (GObject *object)
{
  g_free (LAMP_GOAL_COLUMNS (object)->place);

  G_OBJECT_CLASS (lamp_goal_columns_parent_class)->finalize (object);
}

static void
lamp_goal_columns_class_init (LampGoalColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_goal_columns_get_property;
  object_class->set_property = lamp_goal_columns_set_property;
  object_class->dispose = lamp_goal_columns_dispose;
  object_class->finalize = lamp_goal_columns_finalize;

  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_goal_columns_init (LampGoalColumns *self)
{
}

static const char *
get_title (int column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

/* The header needs a sorter to be clicked; what sorts is the lines' own. */
static void
make_column (LampGoalColumns *self,
             LampGoalBoard   *board,
             int              column)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  g_autoptr (GMenuModel) menu = lamp_goal_columns_make_menu ();
  GtkColumnViewColumn *made;

  self->cells[column] = lamp_goal_cells_new (column, board, self->lines);
  self->is_wanted[column] = !columns[column].is_hidden;
  made = gtk_column_view_column_new (get_title (column), lamp_goal_cells_make_factory (self->cells[column]));
  self->made[column] = made;
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == LAMP_GOAL_COLUMN_TITLE);
  gtk_column_view_column_set_fixed_width (made, columns[column].width);
  gtk_column_view_column_set_header_menu (made, menu);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_visible (made, self->is_wanted[column]);
  gtk_column_view_append_column (self->view, made);
}

static void
add_column_action (LampGoalColumns *self,
                   int              column)
{
  g_autofree char *name = dup_action_name (column);
  const GActionEntry entry = {
    .name = name,
    .state = self->is_wanted[column] ? "true" : "false",
    .change_state = change_column,
  };

  if (column != LAMP_GOAL_COLUMN_TITLE)
    g_action_map_add_action_entries (self->actions, &entry, 1, self);
}

static void
add_actions (LampGoalColumns *self)
{
  static const GActionEntry entries[] = {
    { .name = "list-sort", .parameter_type = "s", .state = "'plan'", .change_state = change_sort },
    { .name = "list-descending", .state = "false", .change_state = change_descending },
  };

  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    add_column_action (self, i);
  update_sort_actions (self);
}

/**
 * lamp_goal_columns_new:
 * @view: where they are added; it must outlive them
 * @board: what is shown
 * @lines: on which lines
 * @actions: where the actions are added
 *
 * Returns: (transfer full): the columns
 */
LampGoalColumns *
lamp_goal_columns_new (GtkColumnView *view,
                       LampGoalBoard *board,
                       LampGoalLines *lines,
                       GActionMap    *actions)
{
  LampGoalColumns *self = g_object_new (LAMP_TYPE_GOAL_COLUMNS, NULL);

  self->view = view;
  self->lines = g_object_ref (lines);
  self->actions = g_object_ref (actions);
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    make_column (self, board, i);
  add_actions (self);
  update_place (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "view.list-sort", "s", name);
  g_menu_append_item (menu, item);
}

static GMenu *
make_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();

  append_choice (choices, _("_Order of the Plan"), "plan");
  for (int i = 0; i < LAMP_GOAL_N_COLUMNS; i++)
    append_choice (choices, get_title (i), columns[i].name);
  g_menu_append (direction, _("_Last First"), "view.list-descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));

  return menu;
}

static GMenu *
make_column_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = LAMP_GOAL_COLUMN_TITLE + 1; i < LAMP_GOAL_N_COLUMNS; i++)
    {
      g_autofree char *name = dup_action_name (i);
      g_autofree char *action = g_strconcat ("view.", name, NULL);

      g_menu_append (menu, get_title (i), action);
    }

  return menu;
}

/**
 * lamp_goal_columns_make_menu:
 *
 * Returns: (transfer full): a menu of how the list is arranged
 */
GMenuModel *
lamp_goal_columns_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = make_sort_menu ();
  g_autoptr (GMenu) shown = make_column_menu ();

  g_menu_append_submenu (menu, _("Sort B_y"), G_MENU_MODEL (sort));
  g_menu_append_submenu (menu, _("_Columns"), G_MENU_MODEL (shown));

  return G_MENU_MODEL (menu);
}

/**
 * lamp_goal_columns_get_sort_title:
 * @self: the columns
 *
 * Returns: (transfer none) (nullable): the title of the column by which the goals are sorted; %NULL while they are in
 *   the plan's own order
 */
const char *
lamp_goal_columns_get_sort_title (LampGoalColumns *self)
{
  return self->sort ? get_title (lamp_goal_cells_get_column (self->sort)) : NULL;
}

/**
 * lamp_goal_columns_is_shown:
 * @self: the columns
 * @column: one of them
 *
 * Returns: whether it is shown
 */
gboolean
lamp_goal_columns_is_shown (LampGoalColumns *self,
                            LampGoalColumn   column)
{
  return self->is_narrow ? column <= LAST_NARROW : self->is_wanted[column];
}

/**
 * lamp_goal_columns_get_field:
 * @column: a column
 *
 * Returns: (nullable): the name of the field that is edited in it
 */
const char *
lamp_goal_columns_get_field (LampGoalColumn column)
{
  return columns[column].field;
}

/**
 * lamp_goal_columns_get_column:
 * @self: the columns
 * @column: one of them
 *
 * Returns: (transfer none): what stands for it in the view
 */
GtkColumnViewColumn *
lamp_goal_columns_get_column (LampGoalColumns *self,
                              LampGoalColumn   column)
{
  return self->made[column];
}

/**
 * lamp_goal_columns_get_cell:
 * @self: the columns
 * @column: one of them
 * @entry: a line
 *
 * Returns: (transfer none) (nullable): the cell of that line, while it is near what is seen
 */
GtkWidget *
lamp_goal_columns_get_cell (LampGoalColumns *self,
                            LampGoalColumn   column,
                            LampGoalEntry   *entry)
{
  return lamp_goal_cells_get_widget (self->cells[column], entry);
}
