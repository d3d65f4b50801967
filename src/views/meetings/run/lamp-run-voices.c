/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-voices.h"

#include <glib/gi18n-lib.h>

#include "lamp-key-cap.h"
#include "lamp-run-resources.h"

/* The digits first, then the letters that are no command of the page. */
#define KEYS "1234567890aefghijklmortuvwxyz"

struct _LampRunVoices
{
  AdwBin parent_instance;

  LampMeetingRun *run;      /* (nullable) */
  GListModel *attendances;  /* (nullable) */
  GPtrArray *buttons;       /* (element-type GtkButton): a seat each, in the order of the keys */
  char *filled;             /* who has a seat */

  GtkBox *seats;
  GtkWidget *nobody;
};

G_DEFINE_FINAL_TYPE (LampRunVoices, lamp_run_voices, ADW_TYPE_BIN)

static const char *
get_seat (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "seat");
}

static int
count_all (LampRunVoices *self)
{
  const LampRun *run = lamp_meeting_run_get_run (self->run);
  int all = 0;

  for (guint i = 0; i < lamp_run_get_n_seats (run); i++)
    {
      int turns;

      lamp_run_get_seat (run, i, &turns);
      all += turns;
    }

  return all;
}

static void
show_seat (LampRunVoices *self,
           GtkWidget     *button)
{
  int turns = lamp_run_get_turns (lamp_meeting_run_get_run (self->run), get_seat (button));
  int all = count_all (self);
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autofree char *count = g_strdup_printf ("%d", turns);
  g_autofree char *sentence = NULL;

  // Translators: how often somebody has spoken, and which share of all turns that is: Ana Ruiz: 3 turns of 12
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d turn of %d", "%s: %d turns of %d", (gulong) turns),
                              name, turns, all);
  gtk_label_set_text (g_object_get_data (G_OBJECT (button), "count"), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
show_all (LampRunVoices *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    show_seat (self, self->buttons->pdata[i]);
}

static void
on_seat_clicked (GtkWidget     *button,
                 LampRunVoices *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (button));
  GdkDevice *keyboard = gdk_seat_get_keyboard (seat);
  gboolean back = keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_SHIFT_MASK) != 0;

  lamp_meeting_run_add_turns (self->run, get_seat (button), back ? -1 : 1);
  show_all (self);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_seat (LampRunVoices *self,
           LampRecord    *person,
           gunichar       key)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  char text[7] = { 0 };
  GtkWidget *count = make_label ("0", "numeric");

  g_unichar_to_utf8 (key, text);
  if (key != 0)
    gtk_box_append (GTK_BOX (box), lamp_key_cap_new (text));
  gtk_box_append (GTK_BOX (box), make_label (lamp_record_get_title (person), "body"));
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _("One More Turn; Shift: One Less"));
  g_object_set_data (G_OBJECT (button), "count", count);
  g_object_set_data_full (G_OBJECT (button), "seat", g_strdup (lamp_record_get_id (person)), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (lamp_record_get_title (person)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_seat_clicked), self, 0);

  return button;
}

static gboolean
attends (LampRecord *attendance,
         gboolean    somebody_is_present)
{
  const char *state = lamp_record_get_text (attendance, "state");

  return g_str_equal (state, "present") || (!somebody_is_present && g_str_equal (state, "invited"));
}

static gboolean
is_somebody_present (LampRunVoices *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->attendances); i++)
    {
      g_autoptr (LampRecord) attendance = g_list_model_get_item (self->attendances, i);

      if (g_str_equal (lamp_record_get_text (attendance, "state"), "present"))
        return TRUE;
    }

  return FALSE;
}

static void
add_seat (LampRunVoices *self,
          LampRecord    *attendance)
{
  LampStore *store = lamp_session_get_store (lamp_meeting_run_get_session (self->run));
  g_autoptr (LampRecord) person = lamp_store_find (store, "people", lamp_record_get_text (attendance, "person"));
  guint place = self->buttons->len;
  GtkWidget *button;

  if (person == NULL)
    return;
  button = make_seat (self, person, place < strlen (KEYS) ? (gunichar) KEYS[place] : 0);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (self->seats, button);
  show_seat (self, button);
}

static void
clear_seats (LampRunVoices *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_box_remove (self->seats, self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
}

/* Who attends is who has a seat; before anybody was marked as present, who is invited. */
static GPtrArray *
list_attending (LampRunVoices *self)
{
  gboolean somebody = is_somebody_present (self);
  GPtrArray *attending = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->attendances); i++)
    {
      g_autoptr (LampRecord) attendance = g_list_model_get_item (self->attendances, i);

      if (attends (attendance, somebody))
        g_ptr_array_add (attending, g_steal_pointer (&attendance));
    }

  return attending;
}

/* Seats are made anew only where somebody came or went, so that the focus stays where it is. */
static void
fill (LampRunVoices *self)
{
  g_autoptr (GPtrArray) attending = list_attending (self);
  g_autoptr (GString) who = g_string_new (NULL);

  for (guint i = 0; i < attending->len; i++)
    g_string_append_printf (who, "%s ", lamp_record_get_text (attending->pdata[i], "person"));
  if (!g_set_str (&self->filled, who->str))
    return;
  clear_seats (self);
  for (guint i = 0; i < attending->len; i++)
    add_seat (self, attending->pdata[i]);
  gtk_widget_set_visible (self->nobody, self->buttons->len == 0);
}

static void
let_go (LampRunVoices *self)
{
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_func (lamp_session_get_store (lamp_meeting_run_get_session (self->run)), fill, self);
  g_clear_object (&self->attendances);
  g_clear_object (&self->run);
}

static void
lamp_run_voices_dispose (GObject *object)
{
  LampRunVoices *self = LAMP_RUN_VOICES (object);

  let_go (self);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_RUN_VOICES);

  G_OBJECT_CLASS (lamp_run_voices_parent_class)->dispose (object);
}

static void
lamp_run_voices_finalize (GObject *object)
{
  g_free (LAMP_RUN_VOICES (object)->filled);

  G_OBJECT_CLASS (lamp_run_voices_parent_class)->finalize (object);
}

static void
lamp_run_voices_class_init (LampRunVoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_run_voices_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_run_voices_finalize;

  g_resources_register (lamp_run_get_resource ());
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-run-voices.ui");
  gtk_widget_class_bind_template_child (widget_class, LampRunVoices, seats);
  gtk_widget_class_bind_template_child (widget_class, LampRunVoices, nobody);
}

static void
lamp_run_voices_init (LampRunVoices *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_run_voices_set_run:
 * @self: the strip
 * @run: the meeting that is run
 *
 * Says whose turns are counted.
 */
void
lamp_run_voices_set_run (LampRunVoices  *self,
                         LampMeetingRun *run)
{
  LampStore *store;

  g_return_if_fail (LAMP_IS_RUN_VOICES (self));
  g_return_if_fail (LAMP_IS_MEETING_RUN (run));

  let_go (self);
  self->run = g_object_ref (run);
  store = lamp_session_get_store (lamp_meeting_run_get_session (run));
  self->attendances = lamp_store_list_by (store, "attendances", "meeting",
                                          lamp_record_get_id (lamp_meeting_run_get_meeting (run)));
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * lamp_run_voices_press:
 * @self: the strip
 * @key: a lower-case letter or a digit
 * @turns: what to add to the turns of the seat
 *
 * Counts by key.
 *
 * Returns: whether that is the key of a seat, and the strip is shown
 */
gboolean
lamp_run_voices_press (LampRunVoices *self,
                       gunichar       key,
                       int            turns)
{
  const char *found;

  g_return_val_if_fail (LAMP_IS_RUN_VOICES (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || key == 0 || key > 127)
    return FALSE;
  found = strchr (KEYS, (int) key);
  if (found == NULL || (guint) (found - KEYS) >= self->buttons->len)
    return FALSE;
  lamp_meeting_run_add_turns (self->run, get_seat (self->buttons->pdata[found - KEYS]), turns);
  show_all (self);

  return TRUE;
}
