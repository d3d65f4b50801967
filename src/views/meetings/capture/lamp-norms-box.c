/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-norms-box.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"
#include "lamp-date.h"

#define MOST 5

struct _LampNormsBox
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GListModel *norms;
  gboolean rated;
  gboolean showing;     /* the rating is being shown: nobody has chosen it */

  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *review;
  GtkWidget *rating_group;
  AdwActionRow *rating_row;
  AdwToggleGroup *rating;
};

typedef enum
{
  PROP_RATED = 1,
} LampNormsBoxProps;

static GParamSpec *props[PROP_RATED + 1];

G_DEFINE_FINAL_TYPE (LampNormsBox, lamp_norms_box, ADW_TYPE_BIN)

static const char * const words[MOST] = {
  NC_ ("norms rating", "We hardly kept them"),
  NC_ ("norms rating", "We kept few of them"),
  NC_ ("norms rating", "We kept some of them"),
  NC_ ("norms rating", "We kept most of them"),
  NC_ ("norms rating", "We kept them all"),
};

/* The day on which all of them had been looked at. */
static char *
dup_last_look (LampNormsBox *self)
{
  const char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->norms); i++)
    {
      g_autoptr (LampRecord) norm = g_list_model_get_item (self->norms, i);
      const char *reviewed = lamp_record_get_text (norm, lamp_record_has (norm, "reviewed_on") ? "reviewed_on"
                                                                                                : "adopted_on");

      if (reviewed == NULL)
        return NULL;
      if (last == NULL || g_strcmp0 (reviewed, last) < 0)
        last = reviewed;
    }

  return g_strdup (last);
}

static void
show_last_look (LampNormsBox *self)
{
  guint n_norms = g_list_model_get_n_items (self->norms);
  g_autofree char *last = dup_last_look (self);
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_autofree char *day = lamp_date_dup_display (last);
  g_autofree char *text = NULL;

  if (n_norms == 0)
    text = g_strdup (_("None have been written down yet: agree on a few that help everybody speak."));
  else if (last == NULL)
    text = g_strdup (_("Not looked at together yet."));
  else
    // Translators: when a group last looked at its norms; %s is a day
    text = g_strdup_printf (_("Last looked at together on %s."), day);
  adw_preferences_group_set_description (self->group, text);
  gtk_widget_set_visible (self->review, n_norms > 0 && g_strcmp0 (last, today) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_norms > 0);
}

static void
show_rating (LampNormsBox *self)
{
  gint64 rating = lamp_record_get_integer (self->meeting, "norms_rating");
  gboolean has = rating >= 1 && rating <= MOST;

  self->showing = TRUE;
  adw_toggle_group_set_active (self->rating, has ? (guint) rating - 1 : GTK_INVALID_LIST_POSITION);
  self->showing = FALSE;
  adw_action_row_set_subtitle (self->rating_row, has ? g_dpgettext2 (GETTEXT_PACKAGE, "norms rating", words[rating - 1])
                                                     : _("From 1, hardly, to 5, all of them"));
  gtk_widget_set_visible (self->rating_group, self->rated);
}

static void
refresh (LampNormsBox *self)
{
  if (lamp_record_is_deleted (self->meeting))
    return;
  show_last_look (self);
  show_rating (self);
}

static void
rate (LampNormsBox *self,
      guint         rating)
{
  LampEdit *edit;

  if (lamp_record_get_integer (self->meeting, "norms_rating") == rating || lamp_capture_is_locked (self->meeting))
    return;
  edit = lamp_edit_new (lamp_session_get_store (self->session), _("Rate Norms"));
  lamp_edit_set_integer (edit, self->meeting, "norms_rating", rating);
  lamp_session_commit (self->session, edit, NULL);
}

static void
on_rated (LampNormsBox *self)
{
  guint active = adw_toggle_group_get_active (self->rating);

  if (!self->showing && active != GTK_INVALID_LIST_POSITION)
    rate (self, active + 1);
}

static void
on_review (LampNormsBox *self)
{
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (self->session), _("Review Norms"));
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (self->norms); i++)
    {
      g_autoptr (LampRecord) norm = g_list_model_get_item (self->norms, i);

      lamp_edit_set_text (edit, norm, "reviewed_on", today);
    }
  lamp_session_commit (self->session, edit, _("Norms looked at together today"));
}

/* The keys 1 to 5 rate, wherever the focus is among the norms. */
static gboolean
on_key (LampNormsBox    *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  guint number = key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_5 ? key - GDK_KEY_KP_1 + 1 : key - GDK_KEY_1 + 1;

  if (!self->rated || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || number < 1 || number > MOST)
    return GDK_EVENT_PROPAGATE;
  rate (self, number);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (item));

  return row;
}

static void
lamp_norms_box_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((LampNormsBoxProps) property_id)
    {
    case PROP_RATED:
      g_value_set_boolean (value, LAMP_NORMS_BOX (object)->rated);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_norms_box_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LampNormsBox *self = LAMP_NORMS_BOX (object);

  switch ((LampNormsBoxProps) property_id)
    {
    case PROP_RATED:
      if (self->rated == g_value_get_boolean (value))
        return;
      self->rated = g_value_get_boolean (value);
      gtk_widget_set_visible (self->rating_group, self->rated);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_norms_box_dispose (GObject *object)
{
  LampNormsBox *self = LAMP_NORMS_BOX (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->norms);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_norms_box_parent_class)->dispose (object);
}

static void
lamp_norms_box_class_init (LampNormsBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_norms_box_get_property;
  object_class->set_property = lamp_norms_box_set_property;
  object_class->dispose = lamp_norms_box_dispose;

  /**
   * LampNormsBox:rated:
   *
   * Whether the rating is asked for.
   */
  props[PROP_RATED] = g_param_spec_boolean ("rated", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static GtkWidget *
make_rating (LampNormsBox *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rating = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (guint i = 0; i < MOST; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      adw_toggle_set_label (toggle, number);
      adw_toggle_set_name (toggle, number);
      adw_toggle_set_tooltip (toggle, g_dpgettext2 (GETTEXT_PACKAGE, "norms rating", words[i]));
      adw_toggle_group_add (self->rating, toggle);
    }
  gtk_widget_set_valign (GTK_WIDGET (self->rating), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rating), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How Did We Keep Our Norms?"), -1);
  self->rating_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rating_row), _("How Did We Keep Our Norms?"));
  adw_action_row_add_suffix (self->rating_row, GTK_WIDGET (self->rating));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->rating_row));
  self->rating_group = group;

  return group;
}

static void
lamp_norms_box_init (LampNormsBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->review = gtk_button_new_with_mnemonic (_("Looked At _Today"));
  gtk_widget_add_css_class (self->review, "flat");
  gtk_widget_set_valign (self->review, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->review, "clicked", G_CALLBACK (on_review), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Our Norms"), -1);
  adw_preferences_group_set_title (self->group, _("Our Norms"));
  adw_preferences_group_set_header_suffix (self->group, self->review);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), make_rating (self));
  g_signal_connect_object (self->rating, "notify::active", G_CALLBACK (on_rated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * lamp_norms_box_new:
 * @session: the session
 * @meeting: a meeting
 * @rated: whether to ask how they were kept
 *
 * Returns: (transfer floating): the norms of the community that meets
 */
GtkWidget *
lamp_norms_box_new (LampSession *session,
                    LampRecord  *meeting,
                    gboolean     rated)
{
  LampNormsBox *self;
  LampStore *store;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);
  g_return_val_if_fail (lamp_record_is (meeting, "meetings"), NULL);

  store = lamp_session_get_store (session);
  self = g_object_new (LAMP_TYPE_NORMS_BOX, NULL);
  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  self->rated = rated;
  self->norms = lamp_store_list_by (store, "norms", "community", lamp_record_get_text (meeting, "community"));
  gtk_list_box_bind_model (self->list, self->norms, make_row, self, NULL);
  refresh (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * lamp_norms_box_present:
 * @parent: a widget of the window
 * @session: the session
 * @meeting: a meeting
 * @rated: whether to ask how they were kept
 *
 * Shows the norms in a dialog.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
lamp_norms_box_present (GtkWidget   *parent,
                        LampSession *session,
                        LampRecord  *meeting,
                        gboolean     rated)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  return lamp_capture_present_widget (parent, _("Norms"), lamp_norms_box_new (session, meeting, rated));
}
