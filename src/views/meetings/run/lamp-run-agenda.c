/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-agenda.h"

#include <glib/gi18n-lib.h>

#include "lamp-run-resources.h"
#include "lamp-run-row.h"
#include "lamp-run-words.h"

struct _LampRunAgenda
{
  AdwBin parent_instance;

  guint n_rows;
  int scrolled_to;   /* the row that was last brought into sight */

  GtkLabel *next;
  GtkLabel *next_details;
  GtkListBox *list;
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampRunAgenda, lamp_run_agenda, ADW_TYPE_BIN)

static void
on_row_activated (LampRunAgenda *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
lamp_run_agenda_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_RUN_AGENDA);

  G_OBJECT_CLASS (lamp_run_agenda_parent_class)->dispose (object);
}

static void
lamp_run_agenda_class_init (LampRunAgendaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_run_agenda_dispose;

  /**
   * LampRunAgenda::go-to:
   * @index: which item
   *
   * The person chose an item.
   */
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", LAMP_TYPE_RUN_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);

  g_resources_register (lamp_run_get_resource ());
  g_type_ensure (LAMP_TYPE_RUN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-run-agenda.ui");
  gtk_widget_class_bind_template_child (widget_class, LampRunAgenda, next);
  gtk_widget_class_bind_template_child (widget_class, LampRunAgenda, next_details);
  gtk_widget_class_bind_template_child (widget_class, LampRunAgenda, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
lamp_run_agenda_init (LampRunAgenda *self)
{
  self->scrolled_to = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Rows are kept, so that the focus stays where it is. */
static void
make_rows (LampRunAgenda *self,
           guint          n_rows)
{
  for (; self->n_rows < n_rows; self->n_rows++)
    gtk_list_box_append (self->list, lamp_run_row_new ());
  for (; self->n_rows > n_rows; self->n_rows--)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) self->n_rows - 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
}

static void
show_rows (LampRunAgenda        *self,
           LampMeetingRun       *meeting_run,
           const LampRunFigures *figures)
{
  const LampRun *run = lamp_meeting_run_get_run (meeting_run);
  LampRunMoment moment = lamp_meeting_run_get_moment (meeting_run);

  make_rows (self, lamp_run_get_n_items (run));
  for (guint i = 0; i < self->n_rows; i++)
    {
      LampRunPlace place;

      lamp_run_look_at_item (run, &moment, i, &place);
      lamp_run_row_show (LAMP_RUN_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)), &place,
                         figures->state != LAMP_RUN_READY && (int) i == figures->current);
    }
}

/* Keeps the item that is under way in sight, once for each change: a person who scrolls is not pulled back. */
static void
scroll_to_current (LampRunAgenda *self,
                   int            current)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, current);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_VIEWPORT);

  if (row == NULL || viewport == NULL || self->scrolled_to == current || !gtk_widget_get_mapped (GTK_WIDGET (row)))
    return;
  self->scrolled_to = current;
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (row), NULL);
}

static void
show_next (LampRunAgenda        *self,
           LampMeetingRun       *meeting_run,
           const LampRunFigures *figures)
{
  const LampRun *run = lamp_meeting_run_get_run (meeting_run);
  LampRunMoment moment = lamp_meeting_run_get_moment (meeting_run);
  LampRunPlace place;
  g_autofree char *minutes = NULL;
  g_autofree char *starts = NULL;
  g_autofree char *details = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next_details), figures->next >= 0);
  if (figures->next < 0)
    {
      gtk_label_set_text (self->next, _("Nothing more: close the meeting"));
      return;
    }
  lamp_run_look_at_item (run, &moment, (guint) figures->next, &place);
  minutes = lamp_run_words_dup_change (&place);
  starts = place.starts_at > 0 ? lamp_run_words_dup_time (place.starts_at) : NULL;
  // Translators: when the next agenda item begins, and its minutes
  details = starts != NULL ? g_strdup_printf (_("at %s · %s"), starts, minutes) : g_strdup (minutes);
  gtk_label_set_text (self->next, place.title);
  gtk_label_set_text (self->next_details, details);
}

/**
 * lamp_run_agenda_show:
 * @self: the zone
 * @run: the meeting that is run
 * @figures: it at this moment
 *
 * Shows how the agenda stands.
 */
void
lamp_run_agenda_show (LampRunAgenda        *self,
                      LampMeetingRun       *run,
                      const LampRunFigures *figures)
{
  g_return_if_fail (LAMP_IS_RUN_AGENDA (self));
  g_return_if_fail (LAMP_IS_MEETING_RUN (run));
  g_return_if_fail (figures != NULL);

  show_next (self, run, figures);
  show_rows (self, run, figures);
  scroll_to_current (self, figures->current);
}
