/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-findings-list.h"

#include <glib/gi18n-lib.h>

#include "lamp-finding-row.h"

/* Rows made at a time: a plan of thousands of goals may have as many findings. */
#define PAGE 40

/* The group of what has been set aside, beside the codes of the checks. */
#define SET_ASIDE ""

struct _LampFindingsList
{
  AdwBin parent_instance;

  LampSession *session;
  GHashTable *expanded;    /* codes that a person has opened */
  char *shown;             /* what is shown, to leave it alone when it is the same */
  const char *acted;       /* (nullable): the group in which a person has just done something */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LampFindingsList, lamp_findings_list, ADW_TYPE_BIN)

/* The findings of one check or, without a check, those that have been set aside; and how many of them have a row. */
typedef struct
{
  LampFindingsList *list;  /* the row's ancestor */
  const LampCheck *check;  /* (nullable) */
  GPtrArray *all;          /* (element-type LampFinding): keeps them */
  GPtrArray *findings;     /* (element-type LampFinding): those of the group */
  guint n_rows;
  GtkWidget *more;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->findings);
  g_ptr_array_unref (group->all);
  g_free (group);
}

static Group *
group_new (LampFindingsList *list,
           const LampCheck  *check,
           GPtrArray        *all)
{
  Group *group = g_new0 (Group, 1);

  group->list = list;
  group->check = check;
  group->all = g_ptr_array_ref (all);
  group->findings = g_ptr_array_new ();

  return group;
}

/* What stands for the group among those that a person has opened. */
static const char *
group_get_key (const Group *group)
{
  return group->check != NULL ? group->check->code : SET_ASIDE;
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
  Group *group = g_object_get_data (G_OBJECT (expander), "group");

  group->list->acted = group_get_key (group);
}

static void
add_finding (Group     *group,
             GtkWidget *expander,
             guint      index)
{
  GtkWidget *row = lamp_finding_row_new (group->list->session, group->all, group->findings->pdata[index]);

  g_signal_connect_object (row, "acted", G_CALLBACK (on_acted), expander, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

/* Why it matters, what to do, and where the practice says so. */
static void
add_explanation (GtkWidget       *expander,
                 const LampCheck *check)
{
  GtkWidget *row = adw_preferences_row_new ();
  // Translators: why a check matters, what to do about what it found, and its source
  g_autofree char *text = g_strdup_printf (_("%s %s\nSource: %s"), lamp_check_get_why (check), lamp_check_get_action (check),
                                           check->source);
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

static void
add_more_row (Group     *group,
              GtkWidget *expander)
{
  guint left = group->findings->len - group->n_rows;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", left),
                                            MIN (left, PAGE));

  group->more = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (group->more), title);
  g_signal_connect_object (group->more, "activated", G_CALLBACK (on_more_activated), expander, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), group->more);
}

static void
add_page (GtkWidget *expander)
{
  Group *group = g_object_get_data (G_OBJECT (expander), "group");
  guint until = MIN (group->n_rows + PAGE, group->findings->len);

  if (group->more != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (expander), group->more);
  group->more = NULL;
  for (; group->n_rows < until; group->n_rows++)
    add_finding (group, expander, group->n_rows);
  if (group->n_rows < group->findings->len)
    add_more_row (group, expander);
}

static void
on_expanded (GtkWidget *expander)
{
  Group *group = g_object_get_data (G_OBJECT (expander), "group");

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)))
    {
      g_hash_table_remove (group->list->expanded, group_get_key (group));
      return;
    }
  g_hash_table_add (group->list->expanded, (gpointer) group_get_key (group));
  if (group->n_rows > 0)
    return;
  if (group->check != NULL)
    add_explanation (expander, group->check);
  add_page (expander);
}

static char *
dup_subtitle (const LampCheck *check)
{
  if (check == NULL)
    return g_strdup (_("Still so, but for a reason. They count in no figure."));

  // Translators: a check's code, and how grave a finding is
  return g_strdup_printf (_("%s · %s"), check->code, lamp_severity_get_label (check->severity));
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
add_head (GtkWidget *expander,
          Group     *group)
{
  g_autofree char *count = g_strdup_printf ("%u", group->findings->len);
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), make_icon (group->check));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), label);
}

static void
take_focus_back (LampFindingsList *self,
                 GtkWidget        *expander,
                 Group            *group)
{
  if (g_strcmp0 (self->acted, group_get_key (group)) != 0)
    return;
  self->acted = NULL;
  gtk_widget_child_focus (expander, GTK_DIR_TAB_FORWARD);
}

static void
add_group (LampFindingsList *self,
           Group            *group) /* (transfer full) */
{
  GtkWidget *expander;
  g_autofree char *subtitle = dup_subtitle (group->check);

  if (group->findings->len == 0)
    {
      group_free (group);
      return;
    }
  expander = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander),
                                 group->check != NULL ? lamp_check_get_title (group->check) : _("Set Aside"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  g_object_set_data_full (G_OBJECT (expander), "group", group, group_free);
  add_head (expander, group);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (on_expanded), NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander),
                                 g_hash_table_contains (self->expanded, group_get_key (group)));
  gtk_list_box_append (self->list, expander);
  take_focus_back (self, expander, group);
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
  g_autoptr (LampRecord) record = find_record (self, finding);

  if (*words != '\0' && !g_str_match_string (words, finding->what, TRUE))
    return FALSE;

  return record == NULL || lamp_session_includes (self->session, record);
}

static GPtrArray *
choose (LampFindingsList *self,
        GPtrArray        *findings,
        int               pillar)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      LampFinding *finding = g_ptr_array_index (findings, i);

      if ((pillar < 0 || finding->check->pillar == (LampPillar) pillar) && is_looked_at (self, finding))
        g_ptr_array_add (chosen, finding);
    }

  return chosen;
}

/* Those of @check that count or, without a check, those that have been set aside. */
static Group *
make_group (LampFindingsList *self,
            const LampCheck  *check,
            GPtrArray        *all,
            GPtrArray        *chosen)
{
  Group *group = group_new (self, check, all);

  for (guint i = 0; i < chosen->len; i++)
    {
      LampFinding *finding = g_ptr_array_index (chosen, i);

      if (check != NULL ? finding->check == check && finding->silence == NULL : finding->silence != NULL)
        g_ptr_array_add (group->findings, finding);
    }

  return group;
}

static void
show_groups (LampFindingsList *self,
             GPtrArray        *all,
             GPtrArray        *chosen)
{
  guint n_checks;
  const LampCheck * const *checks = lamp_checks_get_all (&n_checks);

  gtk_list_box_remove_all (self->list);
  for (int severity = LAMP_SEVERITY_ERROR; severity <= LAMP_SEVERITY_HINT; severity++)
    for (guint i = 0; i < n_checks; i++)
      if (checks[i]->severity == (LampSeverity) severity)
        add_group (self, make_group (self, checks[i], all, chosen));
  add_group (self, make_group (self, NULL, all, chosen));
  self->acted = NULL;
}

static guint
count_counted (GPtrArray *findings)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((const LampFinding *) findings->pdata[i])->silence == NULL;

  return count;
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
  g_free (self->shown);

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
  self->expanded = g_hash_table_new (g_str_hash, g_str_equal);
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
 * lamp_findings_list_show:
 * @self: a findings list
 * @findings: (element-type LampFinding): what was found
 * @pillar: a pillar, or -1 for all
 *
 * Shows those findings that are looked at, the gravest first and what has been set aside at the end. What is the same as
 * before is left alone, so that nothing closes under a person's eyes.
 *
 * Returns: how many are shown that have not been set aside
 */
guint
lamp_findings_list_show (LampFindingsList *self,
                         GPtrArray        *findings,
                         int               pillar)
{
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (LAMP_IS_FINDINGS_LIST (self), 0);

  chosen = choose (self, findings, pillar);
  shown = lamp_findings_to_json (chosen);
  if (g_set_str (&self->shown, shown))
    show_groups (self, findings, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self), chosen->len > 0);

  return count_counted (chosen);
}
