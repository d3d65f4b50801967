/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-community-switcher.h"

#include <glib/gi18n-lib.h>

/* One line of the tree: a community and how deep it lies, or everything. */
#define LAMP_TYPE_BRANCH (lamp_branch_get_type ())
G_DECLARE_FINAL_TYPE (LampBranch, lamp_branch, LAMP, BRANCH, GObject)

struct _LampBranch
{
  GObject parent_instance;

  LampRecord *community; /* (nullable): NULL for everything */
  guint depth;
};

G_DEFINE_FINAL_TYPE (LampBranch, lamp_branch, G_TYPE_OBJECT)

static void
lamp_branch_finalize (GObject *object)
{
  g_clear_object (&LAMP_BRANCH (object)->community);

  G_OBJECT_CLASS (lamp_branch_parent_class)->finalize (object);
}

static void
lamp_branch_class_init (LampBranchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_branch_finalize;
}

static void
lamp_branch_init (LampBranch *self)
{
}

static const char *
lamp_branch_get_name (LampBranch *self)
{
  return self->community != NULL ? lamp_record_get_title (self->community) : C_("community", "Everything");
}

struct _LampCommunitySwitcher
{
  AdwBin parent_instance;

  LampSession *session;      /* (nullable) */
  GSignalGroup *watch;
  GSignalGroup *record_watch;
  GListStore *branches;      /* of LampBranch, in the order of the tree; filled when the popover opens */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *words;               /* searched for, case folded */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *name_label;
  GtkLabel *kind_label;
  GtkEditable *search;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LampCommunitySwitcher, lamp_community_switcher, ADW_TYPE_BIN)

static void
update_button (LampCommunitySwitcher *self)
{
  LampRecord *community = self->session != NULL ? lamp_session_get_community (self->session) : NULL;
  const char *name = community != NULL ? lamp_record_get_title (community) : C_("community", "Everything");
  g_autofree char *kind = community != NULL ? lamp_record_dup_display (community, "kind")
                                            : g_strdup (_("All communities"));
  // Translators: the accessible name of the button that chooses a community; its name and kind
  g_autofree char *label = g_strdup_printf (C_("accessible", "Community: %s, %s"), name, kind);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->kind_label, kind);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_community (LampCommunitySwitcher *self)
{
  g_signal_group_set_target (self->record_watch,
                             self->session != NULL ? lamp_session_get_community (self->session) : NULL);
  update_button (self);
}

static void
append_branch (LampCommunitySwitcher *self,
               LampRecord            *community,
               guint                  depth)
{
  g_autoptr (LampBranch) branch = g_object_new (LAMP_TYPE_BRANCH, NULL);

  g_set_object (&branch->community, community);
  branch->depth = depth;
  g_list_store_append (self->branches, branch);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (lamp_record_get_title (*(LampRecord **) a), lamp_record_get_title (*(LampRecord **) b));
}

/* Communities by what they are part of; those that are part of nothing, or of what is not there, under "". */
static GHashTable *
collect_children (GListModel *communities)
{
  GHashTable *children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (communities); i++)
    {
      g_autoptr (LampRecord) community = g_list_model_get_item (communities, i);

      g_hash_table_add (known, g_strdup (lamp_record_get_id (community)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (communities); i++)
    {
      g_autoptr (LampRecord) community = g_list_model_get_item (communities, i);
      const char *parent = lamp_record_get_text (community, "parent");
      const char *key = parent != NULL && g_hash_table_contains (known, parent) ? parent : "";
      GPtrArray *group = g_hash_table_lookup (children, key);

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (children, g_strdup (key), group);
        }
      g_ptr_array_add (group, g_steal_pointer (&community));
    }

  return children;
}

static void
append_children (LampCommunitySwitcher *self,
                 GHashTable            *children,
                 const char            *parent,
                 guint                  depth)
{
  GPtrArray *group = g_hash_table_lookup (children, parent);

  if (group == NULL)
    return;

  g_ptr_array_sort (group, compare_names);
  for (guint i = 0; i < group->len; i++)
    {
      append_branch (self, group->pdata[i], depth);
      append_children (self, children, lamp_record_get_id (group->pdata[i]), depth + 1);
    }
}

static void
select_current (LampCommunitySwitcher *self)
{
  LampRecord *community = lamp_session_get_community (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (LampBranch) branch = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (branch->community == community)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
on_show (LampCommunitySwitcher *self)
{
  g_autoptr (GListModel) communities = NULL;
  g_autoptr (GHashTable) children = NULL;

  if (self->session == NULL)
    return;

  communities = lamp_store_list (lamp_session_get_store (self->session), "communities");
  children = collect_children (communities);
  gtk_editable_set_text (self->search, "");
  g_list_store_remove_all (self->branches);
  append_branch (self, NULL, 0);
  append_children (self, children, "", 0);
  select_current (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  LampCommunitySwitcher *self = data;
  g_autofree char *name = NULL;

  if (self->words == NULL || *self->words == '\0')
    return TRUE;

  name = g_utf8_casefold (lamp_branch_get_name (item), -1);

  return strstr (name, self->words) != NULL;
}

static void
on_search_changed (LampCommunitySwitcher *self)
{
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (LampCommunitySwitcher *self,
        guint                  position)
{
  g_autoptr (LampBranch) branch = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (branch == NULL || self->session == NULL)
    return;

  gtk_popover_popdown (self->popover);
  lamp_session_set_community (self->session, branch->community);
}

static void
on_activated (LampCommunitySwitcher *self,
              guint                  position)
{
  choose (self, position);
}

static void
on_search_activated (LampCommunitySwitcher *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *kind = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  LampBranch *branch = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *kind = gtk_widget_get_last_child (box);
  g_autofree char *text = branch->community != NULL ? lamp_record_dup_display (branch->community, "kind")
                                                    : g_strdup (_("All communities"));
  g_autofree char *label = g_strdup_printf (C_("accessible", "%s, %s"), lamp_branch_get_name (branch), text);

  gtk_label_set_label (GTK_LABEL (name), lamp_branch_get_name (branch));
  gtk_label_set_label (GTK_LABEL (kind), text);
  gtk_widget_set_margin_start (box, (int) MIN (branch->depth, 8) * 18);
  gtk_list_item_set_accessible_label (item, label);
}

static void
make_list (LampCommunitySwitcher *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->branches = g_list_store_new (LAMP_TYPE_BRANCH);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->branches)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
lamp_community_switcher_dispose (GObject *object)
{
  LampCommunitySwitcher *self = LAMP_COMMUNITY_SWITCHER (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->record_watch);
  g_clear_object (&self->session);
  g_clear_object (&self->branches);
  g_clear_object (&self->selection);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL); /* a named child that is the bin's own would be let go of twice */
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_COMMUNITY_SWITCHER);

  G_OBJECT_CLASS (lamp_community_switcher_parent_class)->dispose (object);
}

static void
lamp_community_switcher_class_init (LampCommunitySwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_community_switcher_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/lamplighter_app/Lamplighter/app/lamp-community-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, LampCommunitySwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, LampCommunitySwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, LampCommunitySwitcher, name_label);
  gtk_widget_class_bind_template_child (widget_class, LampCommunitySwitcher, kind_label);
  gtk_widget_class_bind_template_child (widget_class, LampCommunitySwitcher, search);
  gtk_widget_class_bind_template_child (widget_class, LampCommunitySwitcher, list);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
lamp_community_switcher_init (LampCommunitySwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  self->watch = g_signal_group_new (LAMP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->watch, "notify::community", G_CALLBACK (on_community), self);
  self->record_watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_watch, "notify", G_CALLBACK (update_button), self);
  update_button (self);
}

/**
 * lamp_community_switcher_set_session:
 * @self: a switcher
 * @session: (nullable): whose community is chosen
 *
 * Sets what the switcher switches.
 */
void
lamp_community_switcher_set_session (LampCommunitySwitcher *self,
                                     LampSession           *session)
{
  g_return_if_fail (LAMP_IS_COMMUNITY_SWITCHER (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->watch, session);
  on_community (self);
}
