/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-row.h"

#include <glib/gi18n-lib.h>

#include "lamp-run-words.h"

struct _LampRunRow
{
  GtkListBoxRow parent_instance;

  char *sentence;

  GtkImage *mark;
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *planned;
  GtkLabel *minutes;
};

G_DEFINE_FINAL_TYPE (LampRunRow, lamp_run_row, GTK_TYPE_LIST_BOX_ROW)

static void
lamp_run_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LAMP_TYPE_RUN_ROW);

  G_OBJECT_CLASS (lamp_run_row_parent_class)->dispose (object);
}

static void
lamp_run_row_finalize (GObject *object)
{
  g_free (LAMP_RUN_ROW (object)->sentence);

  G_OBJECT_CLASS (lamp_run_row_parent_class)->finalize (object);
}

static void
lamp_run_row_class_init (LampRunRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lamp_run_row_dispose;
  object_class->finalize = lamp_run_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/run/lamp-run-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LampRunRow, mark);
  gtk_widget_class_bind_template_child (widget_class, LampRunRow, title);
  gtk_widget_class_bind_template_child (widget_class, LampRunRow, details);
  gtk_widget_class_bind_template_child (widget_class, LampRunRow, planned);
  gtk_widget_class_bind_template_child (widget_class, LampRunRow, minutes);
}

static void
lamp_run_row_init (LampRunRow *self)
{
  g_autoptr (PangoAttrList) struck = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->planned, struck);
}

/**
 * lamp_run_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
lamp_run_row_new (void)
{
  return g_object_new (LAMP_TYPE_RUN_ROW, NULL);
}

static const char *
get_icon_name (const LampRunPlace *place,
               gboolean            is_current)
{
  if (is_current)
    return "media-playback-start-symbolic";
  if (place->mark == LAMP_RUN_DISCUSSED)
    return "object-select-symbolic";
  if (place->mark == LAMP_RUN_SKIPPED)
    return "media-skip-forward-symbolic";

  return "";
}

/* "took 5:20 of 4 min" */
static char *
dup_took (const LampRunPlace *place)
{
  g_autofree char *spent = lamp_run_words_dup_clock (place->spent);
  g_autofree char *planned = lamp_fit_dup_time (MAX (0, place->planned));

  // Translators: the minutes and seconds that an agenda item took, and the minutes that were planned: took 5:20 of 4 min
  return g_strdup_printf (_("took %s of %s min"), spent, planned);
}

static char *
dup_details (const LampRunPlace *place,
             gboolean            is_current)
{
  g_autofree char *starts = place->starts_at > 0 ? lamp_run_words_dup_time (place->starts_at) : NULL;

  if (is_current)
    return g_strdup (C_("agenda item", "now"));
  if (place->mark == LAMP_RUN_DISCUSSED)
    return dup_took (place);
  if (place->mark == LAMP_RUN_SKIPPED)
    return g_strdup (C_("agenda item", "skipped"));
  if (starts != NULL && place->is_protected)
    // Translators: %s is the time at which an agenda item is expected to begin; its length is never changed
    return g_strdup_printf (_("%s · protected"), starts);

  return g_steal_pointer (&starts);
}

static char *
dup_sentence (const LampRunPlace *place,
              const char         *details)
{
  g_autofree char *change = lamp_run_words_dup_change (place);

  // Translators: an agenda item, when it comes or what it took, and the minutes that it has
  return g_strdup_printf (_("%s, %s, %s"), place->title, details != NULL ? details : "", change);
}

/* The planned minutes are struck through where they no longer hold. */
static void
show_minutes (LampRunRow         *self,
              const LampRunPlace *place)
{
  g_autofree char *planned = lamp_run_words_dup_short (place->planned);
  g_autofree char *allotted = lamp_run_words_dup_short (place->allotted);
  gboolean changed = place->mark != LAMP_RUN_DISCUSSED && !g_str_equal (allotted, planned);

  gtk_label_set_text (self->planned, planned);
  gtk_widget_set_visible (GTK_WIDGET (self->planned), changed);
  gtk_label_set_text (self->minutes, changed ? allotted : planned);
}

/**
 * lamp_run_row_show:
 * @self: a row
 * @place: an item of the run, at this moment
 * @is_current: whether it is the one under way
 *
 * Shows how an item stands.
 */
void
lamp_run_row_show (LampRunRow         *self,
                   const LampRunPlace *place,
                   gboolean            is_current)
{
  const char *icon_name = get_icon_name (place, is_current);
  g_autofree char *details = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (LAMP_IS_RUN_ROW (self));

  details = dup_details (place, is_current);
  sentence = dup_sentence (place, details);
  gtk_image_set_from_icon_name (self->mark, icon_name);
  gtk_label_set_text (self->title, place->title);
  gtk_label_set_text (self->details, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details), details != NULL);
  show_minutes (self, place);
  if (is_current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  if (place->mark != LAMP_RUN_OPEN && !is_current)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dimmed");
  if (g_set_str (&self->sentence, sentence))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}
