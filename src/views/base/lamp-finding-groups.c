/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-finding-groups.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* After all others. */
#define ORDER_ASIDE "\xf4\x8f\xbf\xbf"

static void
group_free (gpointer data)
{
  LampFindingGroup *group = data;

  g_free (group->order);
  g_free (group->title);
  g_ptr_array_unref (group->findings);
  g_free (group);
}

/* The gravest checks first, and those of one gravity in the order in which they are declared. */
static char *
dup_check_order (const LampCheck *check)
{
  const LampCheck * const *checks = lamp_checks_get_all (NULL);
  guint place = 0;

  while (checks[place] != check)
    place++;

  return g_strdup_printf ("%d %03u", (int) check->severity, place);
}

static char *
dup_heading (const LampFinding   *finding,
             LampFindingHeading   heading,
             gpointer             data,
             char               **order)
{
  if (finding->silence != NULL)
    {
      *order = g_strdup (ORDER_ASIDE);
      return g_strdup (_("Set Aside"));
    }
  if (heading != NULL)
    return heading (finding, data, order);
  *order = dup_check_order (finding->check);

  return g_strdup (lamp_check_get_title (finding->check));
}

static LampFindingGroup *
ensure_group (GHashTable         *table,
              GPtrArray          *groups,
              const LampFinding  *finding,
              LampFindingHeading  heading,
              gpointer            data)
{
  g_autofree char *order = NULL;
  g_autofree char *title = dup_heading (finding, heading, data, &order);
  LampFindingGroup *group = g_hash_table_lookup (table, order);

  if (group != NULL)
    return group;
  group = g_new0 (LampFindingGroup, 1);
  group->is_aside = finding->silence != NULL;
  group->check = heading == NULL && !group->is_aside ? finding->check : NULL;
  group->order = g_steal_pointer (&order);
  group->title = g_steal_pointer (&title);
  group->findings = g_ptr_array_new ();
  g_hash_table_insert (table, group->order, group);
  g_ptr_array_add (groups, group);

  return group;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const LampFindingGroup *left = a;
  const LampFindingGroup *right = b;

  return strcmp (left->order, right->order);
}

/**
 * lamp_finding_groups_new:
 * @findings: (element-type LampFinding): findings
 * @heading: (nullable): tells where each stands; %NULL for their checks, the gravest first
 * @data: for @heading
 *
 * Puts findings under headings, in time that grows with their number. What has been set aside is a group of its own, the
 * last. Within a group the findings keep their order.
 *
 * Returns: (transfer full) (element-type LampFindingGroup): the groups, none of them empty
 */
GPtrArray *
lamp_finding_groups_new (GPtrArray          *findings,
                         LampFindingHeading  heading,
                         gpointer            data)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++)
    {
      LampFindingGroup *group = ensure_group (table, groups, findings->pdata[i], heading, data);

      g_ptr_array_add (group->findings, findings->pdata[i]);
    }
  g_ptr_array_sort_values (groups, compare_groups);

  return groups;
}

static void
add_text (GString    *text,
          const char *part)
{
  g_string_append (text, part != NULL ? part : "");
  g_string_append_c (text, '\n');
}

/**
 * lamp_finding_groups_dup_text:
 * @groups: (element-type LampFindingGroup): groups
 *
 * Writes down all that a person is shown of groups: as long as this is the same, so is what they look at.
 *
 * Returns: (transfer full): a text that nobody reads
 */
char *
lamp_finding_groups_dup_text (GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const LampFindingGroup *group = groups->pdata[i];

      add_text (text, group->order);
      add_text (text, group->title);
      for (guint f = 0; f < group->findings->len; f++)
        {
          const LampFinding *finding = group->findings->pdata[f];

          add_text (text, finding->check->code);
          add_text (text, finding->id);
          add_text (text, finding->other);
          add_text (text, finding->what);
          add_text (text, finding->fix != NULL ? finding->fix->label : NULL);
          add_text (text, finding->silence);
          add_text (text, finding->reason);
        }
    }

  return g_string_free_and_steal (text);
}

/**
 * lamp_findings_count:
 * @findings: (element-type LampFinding): findings
 * @counts: (out caller-allocates) (array fixed-size=4): by [enum@Severity], how many of them have not been set aside
 *
 * Counts findings by how grave they are.
 */
void
lamp_findings_count (GPtrArray *findings,
                     guint     *counts)
{
  memset (counts, 0, sizeof *counts * (LAMP_SEVERITY_HINT + 1));
  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (finding->silence == NULL)
        counts[finding->check->severity]++;
    }
}

/* Takes @words. */
static void
add_count (GString *all,
           guint    count,
           char    *words)
{
  if (count > 0)
    // Translators: stands between counts: 2 contradictions, 5 missing
    g_string_append_printf (all, "%s%s", all->len > 0 ? C_ ("findings", ", ") : "", words);
  g_free (words);
}

/**
 * lamp_findings_dup_count_words:
 * @counts: (array fixed-size=4): by [enum@Severity], how many there are
 *
 * Returns: (transfer full): the counts in words, such as “2 contradictions, 5 missing, 1 worth a look”; empty when there
 *   are none
 */
char *
lamp_findings_dup_count_words (const guint *counts)
{
  GString *words = g_string_new (NULL);
  guint n_errors = counts[LAMP_SEVERITY_ERROR];
  guint n_warnings = counts[LAMP_SEVERITY_WARNING];
  guint n_hints = counts[LAMP_SEVERITY_HINT];

  add_count (words, n_errors, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contradiction", "%u contradictions",
                                                            n_errors), n_errors));
  add_count (words, n_warnings, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing", "%u missing", n_warnings),
                                                 n_warnings));
  add_count (words, n_hints, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u worth a look", "%u worth a look", n_hints),
                                              n_hints));

  return g_string_free_and_steal (words);
}
