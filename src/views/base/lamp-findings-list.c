/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-findings-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-finding-row.h"

/* Rows made at a time: a plan of thousands of goals may have as many findings, and by goal as many groups. */
#define PAGE 40

struct _LampFindingsList
{
  AdwBin parent_instance;

  LampSession *session;
  LampFindingHeading heading;  /* (nullable) */
  gpointer heading_data;
  GHashTable *expanded;        /* the order of each group that a person has opened */
  char *shown;                 /* what is shown, to leave it alone when it is the same */
  char *acted;                 /* (nullable): the order of the group in which a person has just done something */
  GPtrArray *all;              /* (nullable) (element-type LampFinding): keeps them */
  GPtrArray *groups;           /* (nullable) (element-type LampFindingGroup) */
  guint n_groups;              /* of them that have a row */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LampFindingsList, lamp_findings_list, ADW_TYPE_BIN)

/* What a group's row knows: the group, and how many of its findings have a row. */
typedef struct
{
  LampFindingsList *list;         /* the row's ancestor */
  const LampFindingGroup *group;  /* the list's, for as long as the row is there */
  guint n_rows;
  GtkWidget *more;
} Shown;

static Shown *
get_shown (GtkWidget *expander)
{
  return g_object_get_data (G_OBJECT (expander), "shown");
}

static const char *
get_icon_name (LampSeverity severity)
{
  if (severity == LAMP_SEVERITY_ERROR)
    return "dialog-error-symbolic";

  return severity == LAMP_SEVERITY_WARNING ? "dialog-warning-symbolic" : "dialog-information-symbolic";
}

static const char *
get_css_class (LampSeverity severity)
{
  if (severity == LAMP_SEVERITY_ERROR)
    return "error";

  return severity == LAMP_SEVERITY_WARNING ? "warning" : "accent";
}

/* What is changed from a row makes all rows anew: the focus comes back to their group. */
static void
on_acted (LampFindingRow *row,
          GtkWidget      *expander)
{
  Shown *shown = get_shown (expander);

  g_set_str (&shown->list->acted, shown->group->order);
}

static void
add_finding (Shown     *shown,
             GtkWidget *expander,
             guint      index)
{
  GtkWidget *row = lamp_finding_row_new (shown->list->session, shown->list->all, shown->group->findings->pdata[index],
                                         shown->group->check == NULL);

  g_signal_connect_object (row, "acted", G_CALLBACK (on_acted), expander, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

/* Why it matters, what to do, and where the practice says so. */
static void
add_explanation (GtkWidget       *expander,
                 const LampCheck *check)
{
  GtkWidget *row = adw_preferences_row_new ();
  g_autofree char *text = lamp_check_dup_explanation (check);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "margin-top", 9,
                                   "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void add_page (GtkWidget *expander);

static void
on_more_activated (GtkWidget *more,
                   GtkWidget *expander)
{
  add_page (expander);
}

static GtkWidget *
make_more_row (guint left)
{
  GtkWidget *more = adw_button_row_new ();
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", left),
                                            MIN (left, PAGE));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), title);

  return more;
}

static void
add_page (GtkWidget *expander)
{
  Shown *shown = get_shown (expander);
  guint n_findings = shown->group->findings->len;
  guint until = MIN (shown->n_rows + PAGE, n_findings);

  if (shown->more != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (expander), shown->more);
  shown->more = NULL;
  for (; shown->n_rows < until; shown->n_rows++)
    add_finding (shown, expander, shown->n_rows);
  if (until == n_findings)
    return;
  shown->more = make_more_row (n_findings - until);
  g_signal_connect_object (shown->more, "activated", G_CALLBACK (on_more_activated), expander, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), shown->more);
}

static void
on_expanded (GtkWidget *expander)
{
  Shown *shown = get_shown (expander);

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)))
    {
      g_hash_table_remove (shown->list->expanded, shown->group->order);
      return;
    }
  g_hash_table_add (shown->list->expanded, g_strdup (shown->group->order));
  if (shown->n_rows > 0)
    return;
  if (shown->group->check != NULL)
    add_explanation (expander, shown->group->check);
  add_page (expander);
}

static char *
dup_subtitle (const LampFindingGroup *group)
{
  guint counts[LAMP_SEVERITY_HINT + 1];

  if (group->is_aside)
    return g_strdup (_("Still so, but for a reason. They count in no figure."));
  if (group->check != NULL)
    return lamp_check_dup_code_words (group->check);
  lamp_findings_count (group->findings, counts);

  return lamp_findings_dup_count_words (counts);
}

/* The findings of a group are the gravest first. */
static const LampCheck *
get_gravest (const LampFindingGroup *group)
{
  return !group->is_aside ? ((const LampFinding *) group->findings->pdata[0])->check : NULL;
}

static GtkWidget *
make_icon (const LampCheck *check)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (check != NULL ? get_icon_name (check->severity)
                                                                : "notifications-disabled-symbolic");

  gtk_widget_add_css_class (icon, check != NULL ? get_css_class (check->severity) : "dimmed");
  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  return icon;
}

static void
add_head (GtkWidget              *expander,
          const LampFindingGroup *group)
{
  g_autofree char *count = g_strdup_printf ("%u", group->findings->len);
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), make_icon (get_gravest (group)));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), label);
}

static void
take_focus_back (LampFindingsList       *self,
                 GtkWidget              *expander,
                 const LampFindingGroup *group)
{
  if (g_strcmp0 (self->acted, group->order) != 0)
    return;
  g_clear_pointer (&self->acted, g_free);
  gtk_widget_child_focus (expander, GTK_DIR_TAB_FORWARD);
}

static void
add_group (LampFindingsList       *self,
           const LampFindingGroup *group)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *subtitle = dup_subtitle (group);
  Shown *shown = g_new0 (Shown, 1);

  shown->list = self;
  shown->group = group;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), group->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  g_object_set_data_full (G_OBJECT (expander), "shown", shown, g_free);
  add_head (expander, group);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (on_expanded), NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), g_hash_table_contains (self->expanded, group->order));
  gtk_list_box_append (self->list, expander);
  take_focus_back (self, expander, group);
}

static void add_groups (LampFindingsList *self,
                        guint             until);

static void
on_more_groups (GtkWidget        *more,
                LampFindingsList *self)
{
  gtk_list_box_remove (self->list, more);
  add_groups (self, self->n_groups + PAGE);
}

static void
add_groups (LampFindingsList *self,
            guint             until)
{
  GtkWidget *more;

  for (; self->n_groups < MIN (until, self->groups->len); self->n_groups++)
    add_group (self, self->groups->pdata[self->n_groups]);
  if (self->n_groups == self->groups->len)
    return;
  more = make_more_row (self->groups->len - self->n_groups);
  g_signal_connect_object (more, "activated", G_CALLBACK (on_more_groups), self, 0);
  gtk_list_box_append (self->list, more);
}

static LampRecord *
find_record (LampFindingsList  *self,
             const LampFinding *finding)
{
  if (finding->type == NULL || finding->id == NULL)
    return NULL;

  return lamp_store_find (lamp_session_get_store (self->session), finding->type->name, finding->id);
}

static gboolean
is_looked_at (LampFindingsList  *self,
              const LampFinding *finding)
{
  const char *words = lamp_session_get_search (self->session);
  g_autoptr (LampRecord) record = NULL;

  if (*words != '\0' && !g_str_match_string (words, finding->what, TRUE))
    return FALSE;
  if (lamp_session_get_community (self->session) == NULL)
    return TRUE;
  record = find_record (self, finding);

  return record == NULL || lamp_session_includes (self->session, record);
}

static GPtrArray *
choose (LampFindingsList  *self,
        GPtrArray         *findings,
        LampFindingFilter  filter,
        gpointer           data)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    if ((filter == NULL || filter (findings->pdata[i], data)) && is_looked_at (self, findings->pdata[i]))
      g_ptr_array_add (chosen, findings->pdata[i]);

  return chosen;
}

/* Takes @groups, which are of findings that @all keeps. */
static void
show_groups (LampFindingsList *self,
             GPtrArray        *all,
             GPtrArray        *groups)
{
  guint until = MAX (self->n_groups, PAGE);

  gtk_list_box_remove_all (self->list);
  self->n_groups = 0;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->groups = groups;
  self->all = g_ptr_array_ref (all);
  add_groups (self, until);
  g_clear_pointer (&self->acted, g_free);
}

static void
lamp_findings_list_dispose (GObject *object)
{
  LampFindingsList *self = LAMP_FINDINGS_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->list = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_findings_list_parent_class)->dispose (object);
}

static void
lamp_findings_list_finalize (GObject *object)
{
  LampFindingsList *self = LAMP_FINDINGS_LIST (object);

  g_hash_table_unref (self->expanded);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_free (self->shown);
  g_free (self->acted);

  G_OBJECT_CLASS (lamp_findings_list_parent_class)->finalize (object);
}

static void
lamp_findings_list_class_init (LampFindingsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lamp_findings_list_dispose;
  object_class->finalize = lamp_findings_list_finalize;
}

static void
lamp_findings_list_init (LampFindingsList *self)
{
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * lamp_findings_list_set_session:
 * @self: a findings list
 * @session: the session
 *
 * Says, once, which session it belongs to.
 */
void
lamp_findings_list_set_session (LampFindingsList *self,
                                LampSession      *session)
{
  g_return_if_fail (LAMP_IS_FINDINGS_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * lamp_findings_list_set_heading:
 * @self: a findings list
 * @heading: (nullable): tells under which heading a finding stands; %NULL for their checks
 * @data: for @heading
 *
 * Says how findings are grouped from the next time that they are shown.
 */
void
lamp_findings_list_set_heading (LampFindingsList   *self,
                                LampFindingHeading  heading,
                                gpointer            data)
{
  g_return_if_fail (LAMP_IS_FINDINGS_LIST (self));

  if (self->heading != heading)
    g_hash_table_remove_all (self->expanded);
  self->heading = heading;
  self->heading_data = data;
}

/**
 * lamp_findings_list_show:
 * @self: a findings list
 * @findings: (element-type LampFinding): what was found
 * @filter: (nullable): tells which of them are asked for, %NULL for all
 * @data: for @filter
 * @counts: (out caller-allocates) (array fixed-size=4) (nullable): by [enum@Severity], how many are shown that have not
 *   been set aside
 *
 * Shows those findings that are asked for and looked at: of the chosen community, with the words that are searched for.
 * The gravest come first, and what has been set aside last. What is the same as before is left alone, so that nothing
 * closes under a person's eyes.
 */
void
lamp_findings_list_show (LampFindingsList  *self,
                         GPtrArray         *findings,
                         LampFindingFilter  filter,
                         gpointer           data,
                         guint             *counts)
{
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (LAMP_IS_FINDINGS_LIST (self));

  chosen = choose (self, findings, filter, data);
  groups = lamp_finding_groups_new (chosen, self->heading, self->heading_data);
  shown = lamp_finding_groups_dup_text (groups);
  if (g_set_str (&self->shown, shown))
    show_groups (self, findings, g_steal_pointer (&groups));
  gtk_widget_set_visible (GTK_WIDGET (self), chosen->len > 0);
  if (counts != NULL)
    lamp_findings_count (chosen, counts);
}

/**
 * lamp_findings_list_count:
 * @self: a findings list
 * @findings: (element-type LampFinding): what was found
 * @filter: (nullable): tells which of them are asked for, %NULL for all
 * @data: for @filter
 * @counts: (out caller-allocates) (array fixed-size=4): by [enum@Severity], how many it would show that have not been set
 *   aside
 *
 * Counts what it would show, and shows nothing.
 */
void
lamp_findings_list_count (LampFindingsList  *self,
                          GPtrArray         *findings,
                          LampFindingFilter  filter,
                          gpointer           data,
                          guint             *counts)
{
  g_autoptr (GPtrArray) chosen = NULL;

  g_return_if_fail (LAMP_IS_FINDINGS_LIST (self));

  chosen = choose (self, findings, filter, data);
  lamp_findings_count (chosen, counts);
}
