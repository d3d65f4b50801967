/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-reminder.h"

#include <glib/gi18n-lib.h>

#include "lamp-application-private.h"
#include "lamp-date.h"
#include "lamp-due.h"
#include "lamp-shell-search.h"

/* The day may change while the program runs, and a laptop sleeps: it is looked at again every so many seconds. */
#define FIRST_LOOK 5
#define NEXT_LOOK (15 * 60)

/* So many commitments are named; of more, only how many they are. */
#define N_NAMED 3

struct _LampReminder
{
  GObject parent_instance;

  LampApplication *application; /* unowned: it owns this */
  GSettings *settings;
  guint look_id;
};

G_DEFINE_FINAL_TYPE (LampReminder, lamp_reminder, G_TYPE_OBJECT)

/* What serves a goal that is nobody else's business is not named on a screen that others may see. */
static gboolean
is_public (LampStore  *store,
           LampRecord *commitment)
{
  const char *id = lamp_record_get_text (commitment, "goal");
  g_autoptr (LampRecord) goal = id != NULL ? lamp_store_find (store, "goals", id) : NULL;

  return goal == NULL || lamp_shell_search_may_show (goal);
}

static gboolean
is_due (LampRecord *commitment,
        const char *today)
{
  const char *due = lamp_record_get_text (commitment, "due");

  return !lamp_record_has (commitment, "done_on") && lamp_date_is_valid (due)
         && lamp_date_days_between (today, due) <= LAMP_REMINDER_DAYS;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  LampRecord *one = *(LampRecord * const *) a;
  LampRecord *two = *(LampRecord * const *) b;
  int order = g_strcmp0 (lamp_record_get_text (one, "due"), lamp_record_get_text (two, "due"));

  return order != 0 ? order : g_strcmp0 (lamp_record_get_id (one), lamp_record_get_id (two));
}

/**
 * lamp_reminder_collect:
 * @store: the person's file
 * @today: today
 *
 * Finds the commitments that are overdue or due within %LAMP_REMINDER_DAYS days, but for those to a private goal.
 *
 * Returns: (transfer full) (element-type LampRecord): the most pressing first
 */
GPtrArray *
lamp_reminder_collect (LampStore  *store,
                       const char *today)
{
  g_autoptr (GListModel) all = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (LAMP_IS_STORE (store), found);

  all = lamp_store_list (store, "commitments");
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LampRecord) record = g_list_model_get_item (all, i);

      if (is_due (record, today) && is_public (store, record))
        g_ptr_array_add (found, g_steal_pointer (&record));
    }
  g_ptr_array_sort (found, compare);

  return found;
}

/**
 * lamp_reminder_dup_body:
 * @commitments: (element-type LampRecord): what is due
 * @today: today
 *
 * Returns: (transfer full): a line for each of the first, with how pressing it is, and how many more there are
 */
char *
lamp_reminder_dup_body (GPtrArray  *commitments,
                        const char *today)
{
  g_autoptr (GString) body = g_string_new (NULL);
  guint more = commitments->len > N_NAMED ? commitments->len - N_NAMED : 0;

  for (guint i = 0; i < MIN (commitments->len, N_NAMED); i++)
    {
      LampRecord *record = commitments->pdata[i];
      g_autofree char *due = lamp_due_dup_words (lamp_record_get_text (record, "due"), today);

      // Translators: a commitment, and how pressing it is: “Call the parents · due today”
      g_string_append_printf (body, C_("reminder", "%s · %s"), lamp_record_get_title (record), due);
      g_string_append_c (body, '\n');
    }
  if (more > 0)
    g_string_append_printf (body, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more);

  return g_strchomp (g_string_free (g_steal_pointer (&body), FALSE));
}

/**
 * lamp_reminder_compose:
 * @commitments: (element-type LampRecord): what is due, at least one
 * @today: today
 *
 * Returns: (transfer full): what the desktop says; a press on it leads to what is due
 */
GNotification *
lamp_reminder_compose (GPtrArray  *commitments,
                       const char *today)
{
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  GNotification *notification;

  g_return_val_if_fail (commitments->len > 0, NULL);

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u commitment is due", "%u commitments are due",
                                        commitments->len), commitments->len);
  body = lamp_reminder_dup_body (commitments, today);
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.show-due");

  return notification;
}

/**
 * lamp_reminder_check:
 * @self: a reminder
 *
 * Reminds the person, if that is wanted, has not been done today, the person's own file is open and something is due.
 *
 * Returns: whether it was done
 */
gboolean
lamp_reminder_check (LampReminder *self)
{
  LampStore *store;
  g_autofree char *today = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GNotification) notification = NULL;

  g_return_val_if_fail (LAMP_IS_REMINDER (self), FALSE);

  store = lamp_application_get_own_store (self->application);
  if (store == NULL || !g_settings_get_boolean (self->settings, "remind-of-commitments"))
    return FALSE;
  today = lamp_clock_dup_today (lamp_application_get_clock (self->application));
  last = g_settings_get_string (self->settings, "reminded-on");
  if (g_str_equal (last, today))
    return FALSE;
  commitments = lamp_reminder_collect (store, today);
  if (commitments->len == 0)
    return FALSE;

  notification = lamp_reminder_compose (commitments, today);
  g_application_send_notification (G_APPLICATION (self->application), "commitments-due", notification);
  g_settings_set_string (self->settings, "reminded-on", today);

  return TRUE;
}

static gboolean
on_look (gpointer data)
{
  LampReminder *self = data;

  lamp_reminder_check (self);
  self->look_id = g_timeout_add_seconds (NEXT_LOOK, on_look, self);

  return G_SOURCE_REMOVE;
}

static void
lamp_reminder_dispose (GObject *object)
{
  LampReminder *self = LAMP_REMINDER (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lamp_reminder_parent_class)->dispose (object);
}

static void
lamp_reminder_class_init (LampReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_reminder_dispose;
}

static void
lamp_reminder_init (LampReminder *self)
{
}

/**
 * lamp_reminder_new:
 * @application: (transfer none): the program, which outlives the reminder
 *
 * Returns: (transfer full): a reminder that looks from time to time, and when the person starts to want it
 */
LampReminder *
lamp_reminder_new (LampApplication *application)
{
  LampReminder *self;

  g_return_val_if_fail (LAMP_IS_APPLICATION (application), NULL);

  self = g_object_new (LAMP_TYPE_REMINDER, NULL);
  self->application = application;
  self->settings = g_object_ref (lamp_application_get_settings (application));
  g_signal_connect_object (self->settings, "changed::remind-of-commitments", G_CALLBACK (lamp_reminder_check), self,
                           G_CONNECT_SWAPPED);
  self->look_id = g_timeout_add_seconds (FIRST_LOOK, on_look, self);

  return self;
}
