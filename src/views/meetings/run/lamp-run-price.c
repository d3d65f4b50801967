/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-price.h"

#include <glib/gi18n-lib.h>

#include "lamp-key-cap.h"
#include "lamp-run-resources.h"

struct _LampRunPrice
{
  AdwBin parent_instance;

  int proposed;             /* seconds that were asked for; 0: none */
  gboolean dismissed;       /* the person does not want to be told of this overrun */
  int of_item;              /* the item that it is about */

  GtkRevealer *revealer;
  GtkLabel *text;
  GtkWidget *accept;
};

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampRunPrice, lamp_run_price, ADW_TYPE_BIN)

static void
on_accepted (LampRunPrice *self)
{
  lamp_run_price_accept (self);
}

static void
on_dismissed (LampRunPrice *self)
{
  lamp_run_price_withdraw (self);
}

static void
lamp_run_price_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_RUN_PRICE);

  G_OBJECT_CLASS (lamp_run_price_parent_class)->dispose (object);
}

static void
lamp_run_price_class_init (LampRunPriceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_run_price_dispose;

  /**
   * LampRunPrice::accepted:
   * @seconds: what the current item gets
   *
   * The person pays the price.
   */
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", LAMP_TYPE_RUN_PRICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT);

  g_resources_register (lamp_run_get_resource ());
  g_type_ensure (LAMP_TYPE_KEY_CAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-run-price.ui");
  gtk_widget_class_bind_template_child (widget_class, LampRunPrice, revealer);
  gtk_widget_class_bind_template_child (widget_class, LampRunPrice, text);
  gtk_widget_class_bind_template_child (widget_class, LampRunPrice, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_accepted);
  gtk_widget_class_bind_template_callback (widget_class, on_dismissed);
}

static void
lamp_run_price_init (LampRunPrice *self)
{
  self->of_item = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Says a price, or nothing. What is hidden can neither be pressed nor be reached by Tab. */
static void
say (LampRunPrice *self,
     const char   *text)
{
  if (text != NULL)
    gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (self->accept, self->proposed != 0);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}

/**
 * lamp_run_price_propose:
 * @self: the bar
 * @run: the meeting that is run
 * @seconds: what the current item should get
 *
 * Says what it would cost, and waits for [method@RunPrice.accept].
 */
void
lamp_run_price_propose (LampRunPrice   *self,
                        LampMeetingRun *run,
                        int             seconds)
{
  g_autofree char *price = NULL;

  g_return_if_fail (LAMP_IS_RUN_PRICE (self));
  g_return_if_fail (seconds != 0);

  price = lamp_meeting_run_dup_price (run, seconds);
  self->proposed = price != NULL ? seconds : 0;
  say (self, price);
  if (price != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), price, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * lamp_run_price_get:
 * @self: the bar
 *
 * Returns: the seconds that were asked for and wait to be accepted; 0 when none are
 */
int
lamp_run_price_get (LampRunPrice *self)
{
  g_return_val_if_fail (LAMP_IS_RUN_PRICE (self), 0);

  return self->proposed;
}

/**
 * lamp_run_price_accept:
 * @self: the bar
 *
 * Pays the price.
 *
 * Returns: whether there was one
 */
gboolean
lamp_run_price_accept (LampRunPrice *self)
{
  int seconds;

  g_return_val_if_fail (LAMP_IS_RUN_PRICE (self), FALSE);

  seconds = self->proposed;
  if (seconds == 0)
    return FALSE;
  self->proposed = 0;
  say (self, NULL);
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, seconds);

  return TRUE;
}

/**
 * lamp_run_price_withdraw:
 * @self: the bar
 *
 * Lets the proposal go, and what is said of the present overrun.
 *
 * Returns: whether anything was said
 */
gboolean
lamp_run_price_withdraw (LampRunPrice *self)
{
  gboolean said;

  g_return_val_if_fail (LAMP_IS_RUN_PRICE (self), FALSE);

  said = gtk_revealer_get_reveal_child (self->revealer);
  self->dismissed = self->dismissed || (said && self->proposed == 0);
  self->proposed = 0;
  say (self, NULL);

  return said;
}

/**
 * lamp_run_price_show:
 * @self: the bar
 * @run: the meeting that is run
 * @figures: it at this moment
 *
 * Keeps up with the clock: a proposal says what it costs now, and without one the bar tells what an overrun has cost.
 */
void
lamp_run_price_show (LampRunPrice         *self,
                     LampMeetingRun       *run,
                     const LampRunFigures *figures)
{
  g_autofree char *price = NULL;

  g_return_if_fail (LAMP_IS_RUN_PRICE (self));

  if (self->of_item != figures->current)
    {
      self->of_item = figures->current;
      self->proposed = 0;
      self->dismissed = FALSE;
    }
  if (figures->state == LAMP_RUN_READY || figures->state == LAMP_RUN_OVER)
    self->proposed = 0;
  else if (self->proposed != 0 || !self->dismissed)
    price = lamp_meeting_run_dup_price (run, self->proposed);
  if (price == NULL)
    self->proposed = 0;
  say (self, price);
}
