/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-preview.h"

#include <glib/gi18n-lib.h>

struct _LampTablePreview
{
  AdwBin parent_instance;

  GListModel *lines;              /* (nullable): of LampTableLine */
  GtkCustomFilter *filter;        /* (nullable) */
  GtkFilterListModel *filtered;   /* unowned: of the list */
  LampTableLineKind kinds[LAMP_TABLE_N_LINE_KINDS + 1]; /* of the choices; 0 for all */
  char *words;                    /* (nullable): what is looked for, casefolded */

  GtkWidget *content;
  GtkLabel *summary;
  GtkWidget *filters;
  GtkDropDown *kind;
  GtkEditable *search;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *refused;
};

G_DEFINE_FINAL_TYPE (LampTablePreview, lamp_table_preview, ADW_TYPE_BIN)

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  LampTablePreview *self = data;
  guint selected = gtk_drop_down_get_selected (self->kind);
  LampTableLineKind kind = selected < G_N_ELEMENTS (self->kinds) ? self->kinds[selected] : (LampTableLineKind) 0;

  if (kind != 0 && lamp_table_line_get_kind (item) != kind)
    return FALSE;

  return self->words == NULL || lamp_table_line_matches (item, self->words);
}

static void
refilter (LampTablePreview *self)
{
  if (self->filter == NULL || self->lines == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0 ? "lines" : "none");
}

static void
on_kind (LampTablePreview *self)
{
  refilter (self);
}

static void
on_search (LampTablePreview *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  g_clear_pointer (&self->words, g_free);
  if (*words != '\0')
    self->words = g_utf8_casefold (words, -1);
  refilter (self);
}

static void
count_kinds (LampTablePreview *self,
             guint            *counts)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->lines); i++)
    {
      g_autoptr (LampTableLine) line = g_list_model_get_item (self->lines, i);

      counts[lamp_table_line_get_kind (line)]++;
    }
}

static void
show_kinds (LampTablePreview *self,
            const guint      *counts)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = 0;

  gtk_string_list_append (names, C_ ("import", "Everything"));
  self->kinds[n++] = (LampTableLineKind) 0;
  for (guint kind = 1; kind < LAMP_TABLE_N_LINE_KINDS; kind++)
    {
      g_autofree char *name = NULL;

      if (counts[kind] == 0)
        continue;
      // Translators: a kind of line, and how many there are: “Added: 12”
      name = g_strdup_printf (C_ ("import", "%s: %u"), lamp_table_line_kind_get_label ((LampTableLineKind) kind),
                              counts[kind]);
      gtk_string_list_append (names, name);
      self->kinds[n++] = (LampTableLineKind) kind;
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
}

static void
append_count (GString    *text,
              guint       n,
              const char *format)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) around = g_strsplit (format, "%u", 2);
  g_autofree char *part = g_strjoinv (number, around);

  if (n == 0)
    return;
  g_string_append (text, text->len > 0 ? ", " : "");
  g_string_append (text, part);
}

static void
show_summary (LampTablePreview *self,
              const guint      *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  // Translators: these are joined: “113 added, 2 changed, 1 row left out”
  append_count (text, counts[LAMP_TABLE_LINE_ADDED], _("%u added"));
  append_count (text, counts[LAMP_TABLE_LINE_CHANGED], _("%u changed"));
  append_count (text, counts[LAMP_TABLE_LINE_UNCHANGED], _("%u the same already"));
  append_count (text, counts[LAMP_TABLE_LINE_LEFT_OUT],
                g_dngettext (GETTEXT_PACKAGE, "%u row left out", "%u rows left out", counts[LAMP_TABLE_LINE_LEFT_OUT]));
  if (counts[LAMP_TABLE_LINE_REFUSED] > 0)
    g_string_assign (text, _("Nothing can be imported"));
  else if (text->len == 0)
    g_string_append (text, _("There is nothing to import"));
  g_string_append (text, ". ");
  g_string_append (text, _("Nothing has been written yet."));
  gtk_label_set_label (self->summary, text->str);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *detail = make_label ("caption");

  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  LampTableLine *line = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *words = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  LampTableLineKind kind = lamp_table_line_get_kind (line);
  const char *title = lamp_table_line_get_title (line);
  const char *detail = lamp_table_line_get_detail (line);
  // Translators: what a line of a preview tells, where it is, and its kind
  g_autofree char *label = g_strdup_printf (C_ ("accessible", "%s, %s, %s"), title, detail,
                                            lamp_table_line_kind_get_label (kind));

  gtk_image_set_from_icon_name (GTK_IMAGE (image), lamp_table_line_kind_get_icon (kind));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), detail);
  gtk_widget_set_visible (gtk_widget_get_last_child (words), *detail != '\0');
  if (kind == LAMP_TABLE_LINE_LEFT_OUT || kind == LAMP_TABLE_LINE_REFUSED)
    gtk_widget_add_css_class (image, "warning");
  else
    gtk_widget_remove_css_class (image, "warning");
  gtk_list_item_set_accessible_label (item, label);
}

static void
lamp_table_preview_dispose (GObject *object)
{
  LampTablePreview *self = LAMP_TABLE_PREVIEW (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->lines);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_TABLE_PREVIEW);

  G_OBJECT_CLASS (lamp_table_preview_parent_class)->dispose (object);
}

static void
lamp_table_preview_finalize (GObject *object)
{
  g_free (LAMP_TABLE_PREVIEW (object)->words);

  G_OBJECT_CLASS (lamp_table_preview_parent_class)->finalize (object);
}

static void
lamp_table_preview_class_init (LampTablePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_table_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = lamp_table_preview_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lamplighter_app/Lamplighter/app/lamp-table-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, content);
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, summary);
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, filters);
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, kind);
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, search);
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, list);
  gtk_widget_class_bind_template_child (widget_class, LampTablePreview, refused);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
}

static void
lamp_table_preview_init (LampTablePreview *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  selection = gtk_no_selection_new (G_LIST_MODEL (self->filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/* What is wrong is what the person has to see first. */
static void
select_first_kind (LampTablePreview *self,
                   const guint      *counts)
{
  guint first = counts[LAMP_TABLE_LINE_LEFT_OUT] + counts[LAMP_TABLE_LINE_REFUSED] > 0 ? 1 : 0;

  if (counts[LAMP_TABLE_LINE_REFUSED] > 0)
    first = g_list_model_get_n_items (gtk_drop_down_get_model (self->kind)) - 1;
  gtk_drop_down_set_selected (self->kind, first);
}

/**
 * lamp_table_preview_show:
 * @self: a preview
 * @table: what would become of a table
 * @report: (nullable): what an import says of it
 *
 * Shows what an import would do.
 */
void
lamp_table_preview_show (LampTablePreview *self,
                         LampTableResult  *table,
                         LampImportReport *report)
{
  guint counts[LAMP_TABLE_N_LINE_KINDS] = { 0 };

  g_return_if_fail (LAMP_IS_TABLE_PREVIEW (self));

  g_clear_object (&self->lines);
  self->lines = lamp_table_lines_new (table, report);
  count_kinds (self, counts);
  show_kinds (self, counts);
  show_summary (self, counts);
  gtk_filter_list_model_set_model (self->filtered, self->lines);
  gtk_widget_set_visible (self->filters, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), TRUE);
  select_first_kind (self, counts);
  refilter (self);
}

/**
 * lamp_table_preview_refuse:
 * @self: a preview
 * @message: one sentence
 *
 * Says why there is nothing to preview.
 */
void
lamp_table_preview_refuse (LampTablePreview *self,
                           const char       *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_return_if_fail (LAMP_IS_TABLE_PREVIEW (self));

  g_clear_object (&self->lines);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  gtk_widget_set_visible (self->filters, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), FALSE);
  adw_status_page_set_description (self->refused, escaped);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

/**
 * lamp_table_preview_get_lines:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable) (element-type LampTableLine): all that it tells
 */
GListModel *
lamp_table_preview_get_lines (LampTablePreview *self)
{
  g_return_val_if_fail (LAMP_IS_TABLE_PREVIEW (self), NULL);

  return self->lines;
}
