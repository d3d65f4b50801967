/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-go-to-dialog.h"

#include <glib/gi18n-lib.h>

/* So many of the best are listed. */
#define N_HITS 50

/* A hit in a list. */
#define LAMP_TYPE_FOUND (lamp_found_get_type ())
G_DECLARE_FINAL_TYPE (LampFound, lamp_found, LAMP, FOUND, GObject)

struct _LampFound
{
  GObject parent_instance;

  const LampRecordType *type;
  char *id;
  char *title;
  char *snippet;
};

G_DEFINE_FINAL_TYPE (LampFound, lamp_found, G_TYPE_OBJECT)

static void
lamp_found_finalize (GObject *object)
{
  LampFound *self = LAMP_FOUND (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->snippet);

  G_OBJECT_CLASS (lamp_found_parent_class)->finalize (object);
}

static void
lamp_found_class_init (LampFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_found_finalize;
}

static void
lamp_found_init (LampFound *self)
{
}

static LampFound *
lamp_found_new (const LampHit *hit)
{
  LampFound *self = g_object_new (LAMP_TYPE_FOUND, NULL);

  self->type = hit->type;
  self->id = g_strdup (hit->id);
  self->title = g_strdup (hit->title);
  self->snippet = g_strdup (hit->snippet);

  return self;
}

struct _LampGoToDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  GListStore *found;
  GtkSingleSelection *selection;

  GtkEditable *search;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LampGoToDialog, lamp_go_to_dialog, ADW_TYPE_DIALOG)

static void
fill (LampGoToDialog *self,
      GPtrArray      *hits)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    g_ptr_array_add (items, lamp_found_new (hits->pdata[i]));
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), items->pdata, items->len);
}

static void
on_search_changed (LampGoToDialog *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  g_autoptr (GPtrArray) hits = NULL;

  if (*words != '\0')
    hits = lamp_store_search (lamp_session_get_store (self->session), words, N_HITS, NULL);
  fill (self, hits);
  gtk_stack_set_visible_child_name (self->stack, *words == '\0'                     ? "hint"
                                                 : hits == NULL || hits->len == 0 ? "none"
                                                                                  : "hits");
}

static void
go_to (LampGoToDialog *self,
       guint           position)
{
  g_autoptr (LampFound) found = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (LampRecord) record = NULL;

  if (found == NULL)
    return;

  record = lamp_store_find (lamp_session_get_store (self->session), found->type->name, found->id);
  adw_dialog_close (ADW_DIALOG (self));
  if (record != NULL)
    lamp_session_reveal (self->session, record);
}

static void
on_activated (LampGoToDialog *self,
              guint           position)
{
  go_to (self, position);
}

/* The entry keeps Escape for itself, which closes every other dialog. */
static void
on_search_stopped (LampGoToDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_search_activated (LampGoToDialog *self)
{
  on_search_changed (self); /* what was typed in the last tenth of a second counts */
  go_to (self, gtk_single_selection_get_selected (self->selection));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        modifiers,
        LampGoToDialog        *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == 0 || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;

  selected = key == GDK_KEY_Down ? MIN (selected + 1, n - 1) : selected > 0 ? selected - 1 : 0;
  gtk_list_view_scroll_to (self->list, selected, GTK_LIST_SCROLL_SELECT, NULL);

  return GDK_EVENT_STOP;
}

/* The words found stand between U+0002 and U+0003. */
static char *
snippet_to_markup (const char *snippet)
{
  g_autofree char *escaped = g_markup_escape_text (snippet, -1);
  g_autoptr (GString) markup = g_string_new (escaped);

  g_string_replace (markup, "&#x2;", "<b>", 0);
  g_string_replace (markup, "&#x3;", "</b>", 0);

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *snippet = make_label ("caption");

  gtk_widget_add_css_class (snippet, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label ("heading"));
  gtk_box_append (GTK_BOX (box), snippet);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_item_set_child (item, box);
}

/* Whether the words were found in the title, which stands above already. */
static gboolean
repeats_title (LampFound *found)
{
  g_autoptr (GString) plain = g_string_new (found->snippet);

  g_string_replace (plain, "\002", "", 0);
  g_string_replace (plain, "\003", "", 0);

  return g_str_equal (plain->str, found->title);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  LampFound *found = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *type = lamp_record_type_get_plural (found->type);
  g_autofree char *snippet = snippet_to_markup (found->snippet);
  // Translators: where something was found: the kind of record, and the text around it
  g_autofree char *text = repeats_title (found) ? g_markup_escape_text (type, -1)
                                                : g_strdup_printf (C_("found", "%s · %s"), type, snippet);
  g_autofree char *label = g_strdup_printf (C_("accessible", "%s, %s"), found->title, type);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), found->title);
  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_list_item_set_accessible_label (item, label);
}

static void
make_list (LampGoToDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->found = g_list_store_new (LAMP_TYPE_FOUND);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

static void
lamp_go_to_dialog_dispose (GObject *object)
{
  LampGoToDialog *self = LAMP_GO_TO_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->found);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_GO_TO_DIALOG);

  G_OBJECT_CLASS (lamp_go_to_dialog_parent_class)->dispose (object);
}

static void
lamp_go_to_dialog_class_init (LampGoToDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_go_to_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-go-to-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampGoToDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LampGoToDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LampGoToDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
lamp_go_to_dialog_init (LampGoToDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->search));
}

/**
 * lamp_go_to_dialog_new:
 * @session: where to search, and what goes to what was found
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_go_to_dialog_new (LampSession *session)
{
  LampGoToDialog *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);

  self = g_object_new (LAMP_TYPE_GO_TO_DIALOG, NULL);
  self->session = g_object_ref (session);

  return ADW_DIALOG (self);
}

/**
 * lamp_go_to_dialog_set_words:
 * @self: the dialog
 * @words: what to search for
 *
 * Searches for words that were typed elsewhere.
 */
void
lamp_go_to_dialog_set_words (LampGoToDialog *self,
                             const char     *words)
{
  g_return_if_fail (LAMP_IS_GO_TO_DIALOG (self));
  g_return_if_fail (words != NULL);

  gtk_editable_set_text (self->search, words);
  gtk_editable_set_position (self->search, -1);
  on_search_changed (self);
}
