/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-pen.h"

#include "lamp-cell-editor.h"

/* How many frames a cell that has been scrolled to may take to appear. */
#define PATIENCE 8

struct _LampGoalPen
{
  GObject parent_instance;

  GtkWidget *parent;          /* owns this */
  GtkColumnView *view;        /* a child of that */
  LampGoalBoard *board;
  LampGoalLines *lines;
  LampGoalColumns *columns;

  LampCellEditor *editor;     /* (nullable): while something is written */
  LampGoalEntry *entry;       /* (nullable): where */
  LampGoalColumn column;
  guint tick_id;
  guint frames;
};

enum
{
  SIGNAL_AT,
  SIGNAL_LIFTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampGoalPen, lamp_goal_pen, G_TYPE_OBJECT)

static void
stop_waiting (LampGoalPen *self)
{
  if (self->tick_id > 0)
    gtk_widget_remove_tick_callback (self->parent, self->tick_id);
  self->tick_id = 0;
}

static void
lift (LampGoalPen *self)
{
  g_autoptr (LampGoalEntry) entry = g_steal_pointer (&self->entry);

  stop_waiting (self);
  if (self->editor)
    g_object_run_dispose (G_OBJECT (self->editor));
  g_clear_object (&self->editor);
  if (entry)
    g_signal_emit (self, signals[SIGNAL_LIFTED], 0, entry);
}

/* The next cell. */

static gboolean
can_write (LampGoalPen *self,
           int          column)
{
  return lamp_goal_columns_is_shown (self->columns, column) && lamp_goal_columns_get_field (column);
}

static LampGoalEntry *
get_next_entry (LampGoalPen   *self,
                LampGoalEntry *entry,
                int            step)
{
  GListModel *rows = lamp_goal_lines_get_rows (self->lines);
  guint place = lamp_goal_lines_get_place (self->lines, entry);

  while (place != GTK_INVALID_LIST_POSITION && (place > 0 || step > 0))
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, place += step);

      if (!row)
        return NULL;
      if (lamp_goal_entry_get_goal (lamp_goal_lines_get_entry (row)))
        return lamp_goal_lines_get_entry (row);
    }

  return NULL;
}

static void
go_on (LampGoalPen *self,
       int          step)
{
  g_autoptr (LampGoalEntry) entry = g_object_ref (self->entry);
  LampGoalEntry *next = entry;
  int column = (int) self->column;

  do
    {
      column += step;
      if (column < 0 || column >= LAMP_GOAL_N_COLUMNS)
        {
          column = step > 0 ? 0 : LAMP_GOAL_N_COLUMNS - 1;
          next = get_next_entry (self, next, step);
        }
    }
  while (next && !can_write (self, column));

  if (!next || !lamp_goal_pen_write (self, next, column))
    lift (self);
}

static void
on_finished (LampGoalPen *self,
             int          step)
{
  lamp_goal_board_refresh (self->board);
  if (step != 0)
    go_on (self, step);
  else
    lift (self);
}

static void
on_problem (LampGoalPen *self,
            const char  *message)
{
  lamp_session_notice (lamp_goal_board_get_session (self->board), message, FALSE);
}

/* Opening. */

static gboolean
find_cell (LampGoalPen  *self,
           GdkRectangle *at)
{
  GtkWidget *cell = lamp_goal_columns_get_cell (self->columns, self->column, self->entry);
  graphene_rect_t bounds;

  if (!cell || !gtk_widget_get_mapped (cell) || !gtk_widget_compute_bounds (cell, self->parent, &bounds))
    return FALSE;

  *at = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height };

  return at->x >= 0 && at->y >= 0 && at->x < gtk_widget_get_width (self->parent)
         && at->y + at->height <= gtk_widget_get_height (self->parent);
}

static void
put_down (LampGoalPen        *self,
          const GdkRectangle *at)
{
  g_autoptr (LampRecord) record = lamp_goal_board_dup_record (self->board, lamp_goal_entry_get_goal (self->entry));

  if (!record)
    {
      lift (self);
      return;
    }

  if (self->editor)
    g_object_run_dispose (G_OBJECT (self->editor));
  g_clear_object (&self->editor);
  self->editor = lamp_cell_editor_new (lamp_session_get_store (lamp_goal_board_get_session (self->board)), record,
                                       lamp_goal_columns_get_field (self->column));
  g_signal_connect_object (self->editor, "problem", G_CALLBACK (on_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
  lamp_cell_editor_open (self->editor, self->parent, at);
}

static gboolean
open_when_there (GtkWidget     *parent,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  LampGoalPen *self = data;
  GdkRectangle at;

  if (find_cell (self, &at))
    {
      self->tick_id = 0;
      put_down (self, &at);
      return G_SOURCE_REMOVE;
    }
  if (++self->frames < PATIENCE)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  lift (self);

  return G_SOURCE_REMOVE;
}

/* The class. */

static void
lamp_goal_pen_dispose (GObject *object)
{
  LampGoalPen *self = LAMP_GOAL_PEN (object);

  stop_waiting (self);
  if (self->editor)
    g_object_run_dispose (G_OBJECT (self->editor));
  g_clear_object (&self->editor);
  g_clear_object (&self->entry);
  g_clear_object (&self->columns);
  g_clear_object (&self->lines);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_pen_parent_class)->dispose (object);
}

static void
lamp_goal_pen_class_init (LampGoalPenClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_goal_pen_dispose;

  signals[SIGNAL_AT] = g_signal_new ("at", LAMP_TYPE_GOAL_PEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     LAMP_TYPE_GOAL_ENTRY);
  signals[SIGNAL_LIFTED] = g_signal_new ("lifted", LAMP_TYPE_GOAL_PEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LAMP_TYPE_GOAL_ENTRY);
}

static void
lamp_goal_pen_init (LampGoalPen *self)
{
}

/**
 * lamp_goal_pen_new:
 * @parent: the list, which owns the pen
 * @view: its column view
 * @board: the goals
 * @lines: its lines
 * @columns: its columns
 *
 * Returns: (transfer full): a pen that is not writing
 */
LampGoalPen *
lamp_goal_pen_new (GtkWidget       *parent,
                   GtkColumnView   *view,
                   LampGoalBoard   *board,
                   LampGoalLines   *lines,
                   LampGoalColumns *columns)
{
  LampGoalPen *self = g_object_new (LAMP_TYPE_GOAL_PEN, NULL);

  self->parent = parent;
  self->view = view;
  self->board = g_object_ref (board);
  self->lines = g_object_ref (lines);
  self->columns = g_object_ref (columns);

  return self;
}

/**
 * lamp_goal_pen_write:
 * @self: a pen
 * @entry: a line
 * @column: a column
 *
 * Begins to write into a cell, once it has been scrolled into sight.
 *
 * Returns: whether there is something to write into
 */
gboolean
lamp_goal_pen_write (LampGoalPen    *self,
                     LampGoalEntry  *entry,
                     LampGoalColumn  column)
{
  guint place;
  GdkRectangle at;

  g_return_val_if_fail (LAMP_IS_GOAL_PEN (self), FALSE);
  g_return_val_if_fail (LAMP_IS_GOAL_ENTRY (entry), FALSE);

  place = lamp_goal_lines_get_place (self->lines, entry);
  if (!lamp_goal_entry_get_goal (entry) || !can_write (self, (int) column) || place == GTK_INVALID_LIST_POSITION)
    return FALSE;

  stop_waiting (self);
  g_set_object (&self->entry, entry);
  self->column = column;
  self->frames = 0;
  g_signal_emit (self, signals[SIGNAL_AT], 0, entry);
  gtk_column_view_scroll_to (self->view, place, lamp_goal_columns_get_column (self->columns, column),
                             GTK_LIST_SCROLL_NONE, NULL);
  if (find_cell (self, &at))
    put_down (self, &at);
  else
    self->tick_id = gtk_widget_add_tick_callback (self->parent, open_when_there, self, NULL);

  return TRUE;
}
