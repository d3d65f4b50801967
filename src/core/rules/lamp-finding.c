/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-finding.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/**
 * lamp_check_get_title:
 * @self: a check
 *
 * Returns: what it looks for, translated
 */
const char *
lamp_check_get_title (const LampCheck *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "check", self->title);
}

/**
 * lamp_check_get_why:
 * @self: a check
 *
 * Returns: why it matters, translated
 */
const char *
lamp_check_get_why (const LampCheck *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "check", self->why);
}

/**
 * lamp_check_get_action:
 * @self: a check
 *
 * Returns: what to do, translated
 */
const char *
lamp_check_get_action (const LampCheck *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "check", self->action);
}

/**
 * lamp_check_dup_code_words:
 * @self: a check
 *
 * Returns: (transfer full): its code and how grave it is, as “G-ORPHAN · Contradiction”
 */
char *
lamp_check_dup_code_words (const LampCheck *self)
{
  // Translators: a check's code, and how grave a finding is
  return g_strdup_printf (_("%s · %s"), self->code, lamp_severity_get_label (self->severity));
}

/**
 * lamp_check_dup_explanation:
 * @self: a check
 *
 * Returns: (transfer full): why it matters, what to do about what it found, and its source
 */
char *
lamp_check_dup_explanation (const LampCheck *self)
{
  // Translators: why a check matters, what to do about what it found, and its source
  return g_strdup_printf (_("%s %s\nSource: %s"), lamp_check_get_why (self), lamp_check_get_action (self), self->source);
}

/**
 * lamp_severity_get_label:
 * @severity: how grave something is
 *
 * Returns: the word for it, translated
 */
const char *
lamp_severity_get_label (LampSeverity severity)
{
  switch (severity)
    {
    case LAMP_SEVERITY_ERROR:
      return C_ ("severity", "Contradiction");
    case LAMP_SEVERITY_WARNING:
      return C_ ("severity", "Missing");
    case LAMP_SEVERITY_HINT:
      return C_ ("severity", "Worth a look");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * lamp_area_get_label:
 * @area: what checks are about
 *
 * Returns: its name, translated
 */
const char *
lamp_area_get_label (LampArea area)
{
  switch (area)
    {
    case LAMP_AREA_PEOPLE:
      return C_ ("area", "People and communities");
    case LAMP_AREA_GOALS:
      return C_ ("area", "Goals and alignment");
    case LAMP_AREA_CYCLES:
      return C_ ("area", "Improvement cycles");
    case LAMP_AREA_MEETINGS:
      return C_ ("area", "Meetings and conversation");
    case LAMP_N_AREAS:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * lamp_pillar_get_label:
 * @pillar: a pillar
 *
 * Returns: its name, translated
 */
const char *
lamp_pillar_get_label (LampPillar pillar)
{
  switch (pillar)
    {
    case LAMP_PILLAR_IMPROVEMENT:
      return C_ ("pillar", "Continuous improvement");
    case LAMP_PILLAR_RESPONSIBILITY:
      return C_ ("pillar", "Collective responsibility");
    case LAMP_PILLAR_ALIGNMENT:
      return C_ ("pillar", "Goal alignment");
    case LAMP_N_PILLARS:
    default:
      g_return_val_if_reached ("");
    }
}

static guint
list_codes (LampPillar  pillar,
            GString    *codes)
{
  guint n_codes = 0;

  for (const LampCheck * const *check = lamp_checks_get_all (NULL); *check != NULL; check++)
    if ((*check)->pillar == pillar)
      g_string_append_printf (codes, "%s%s", n_codes++ > 0 ? ", " : "", (*check)->code);

  return n_codes;
}

/**
 * lamp_pillar_dup_formula:
 * @pillar: a pillar
 *
 * Says how [func@checks_run] counts the figure of a pillar: the formula, and the checks that it goes over. This is the
 * one place where that is put into words for a person.
 *
 * Returns: (transfer full): some sentences, translated; plain text
 */
char *
lamp_pillar_dup_formula (LampPillar pillar)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  guint n_codes = list_codes (pillar, codes);

  // Translators: %1$u is how many checks there are, %2$s their codes
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The figure is kept of judged. Judged are all places that %1$u check can judge: "
                                       "every goal that needs an owner, say. Kept are those in which the rule holds; each "
                                       "of the others is one finding. What has been set aside is not counted, nobody rates "
                                       "themselves, and no figure belongs to a person. Counted by: %2$s.",
                                       "The figure is kept of judged. Judged are all places that %1$u checks can judge: "
                                       "every goal that needs an owner, say. Kept are those in which the rule holds; each "
                                       "of the others is one finding. What has been set aside is not counted, nobody rates "
                                       "themselves, and no figure belongs to a person. Counted by: %2$s.", n_codes),
                          n_codes, codes->str);
}

/**
 * lamp_finding_to_silence:
 * @self: a finding
 * @reason: why it is set aside
 * @today: the day
 *
 * Makes the record that sets a finding aside: this check is not counted for this record any more, or for the file as a
 * whole. Taking the record away brings the finding back.
 *
 * Returns: (transfer full): a row of `silences` without an identifier
 */
LampRow *
lamp_finding_to_silence (const LampFinding *self,
                         const char        *reason,
                         const char        *today)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("silences"));

  lamp_row_set_text (row, "code", self->check->code);
  lamp_row_set_text (row, "record", self->id);
  lamp_row_set_text (row, "reason", reason);
  lamp_row_set_text (row, "silenced_on", today);

  return row;
}

/**
 * lamp_finding_free:
 * @self: (nullable): a finding
 *
 * Frees a finding.
 */
void
lamp_finding_free (LampFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->other);
  g_free (self->what);
  lamp_fix_free (self->fix);
  g_free (self->silence);
  g_free (self->reason);
  g_free (self);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_fix (JsonBuilder   *builder,
         const LampFix *fix)
{
  json_builder_set_member_name (builder, "fix");
  json_builder_begin_object (builder);
  add_text (builder, "label", fix->label);
  add_text (builder, "type", fix->type->name);
  add_text (builder, "id", fix->id);
  add_text (builder, "field", fix->field);
  add_text (builder, "value", fix->value);
  json_builder_end_object (builder);
}

static const char * const pillars[] = { "continuous-improvement", "collective-responsibility", "goal-alignment" };

static void
add_finding (JsonBuilder       *builder,
             const LampFinding *finding)
{
  static const char * const severities[] = { NULL, "error", "warning", "hint" };

  json_builder_begin_object (builder);
  add_text (builder, "code", finding->check->code);
  add_text (builder, "severity", severities[finding->check->severity]);
  add_text (builder, "pillar", pillars[finding->check->pillar]);
  add_text (builder, "type", finding->type != NULL ? finding->type->name : NULL);
  add_text (builder, "id", finding->id);
  add_text (builder, "other", finding->other);
  add_text (builder, "title", lamp_check_get_title (finding->check));
  add_text (builder, "what", finding->what);
  add_text (builder, "why", lamp_check_get_why (finding->check));
  add_text (builder, "source", finding->check->source);
  add_text (builder, "action", lamp_check_get_action (finding->check));
  if (finding->fix != NULL)
    add_fix (builder, finding->fix);
  add_text (builder, "set_aside", finding->reason);
  json_builder_end_object (builder);
}

static char *
dup_text (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);

  return json_generator_to_data (generator, NULL);
}

/**
 * lamp_findings_to_json:
 * @findings: (element-type LampFinding): findings
 *
 * Writes findings as a JSON array of objects with the members `code`, `severity` ("error", "warning" or "hint"),
 * `pillar`, `type` and `id` (both absent for the whole file), `other` (a second record of that type), `title`, `what`,
 * `why`, `source` and `action`; where it can be mended at once, `fix` with `label`, `type`, `id`, `field` and `value`
 * (absent to clear the field); where it has been set aside, `set_aside` with the reason.
 *
 * Returns: (transfer full): the text, indented by two spaces and without a line break at its end
 */
char *
lamp_findings_to_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, findings->pdata[i]);
  json_builder_end_array (builder);

  return dup_text (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_figure (JsonBuilder            *builder,
            LampPillar              pillar,
            const LampPillarFigure *figure)
{
  g_autofree char *formula = lamp_pillar_dup_formula (pillar);

  json_builder_begin_object (builder);
  add_text (builder, "pillar", pillars[pillar]);
  add_text (builder, "title", lamp_pillar_get_label (pillar));
  add_number (builder, "kept", figure->kept);
  add_number (builder, "judged", figure->judged);
  add_text (builder, "formula", formula);
  json_builder_end_object (builder);
}

static void
add_knowing_doing (JsonBuilder            *builder,
                   const LampKnowingDoing *doing)
{
  g_autofree char *words = lamp_knowing_doing_dup_words (doing);
  g_autofree char *formula = lamp_knowing_doing_dup_formula ();

  json_builder_begin_object (builder);
  add_number (builder, "learned", doing->n_learned);
  add_number (builder, "practice", doing->n_practice);
  add_number (builder, "applied", doing->n_applied);
  add_number (builder, "evidence", doing->n_shown);
  if (doing->median_days >= 0)
    add_number (builder, "median_days", doing->median_days);
  add_text (builder, "words", words);
  add_text (builder, "formula", formula);
  json_builder_end_object (builder);
}

/**
 * lamp_figures_to_json:
 * @figures: (array fixed-size=3): the figure of each pillar, by [enum@Pillar]
 * @doing: how far what was learned has come into practice
 *
 * Writes the figures as a JSON object: `pillars`, an array of objects with `pillar`, `title`, `kept`, `judged` and
 * `formula`; and `knowing_doing` with `learned`, `practice`, `applied`, `evidence`, `median_days` (absent where no days
 * are known), `words` and `formula`.
 *
 * Returns: (transfer full): the text, indented by two spaces and without a line break at its end
 */
char *
lamp_figures_to_json (const LampPillarFigure *figures,
                      const LampKnowingDoing *doing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pillars");
  json_builder_begin_array (builder);
  for (guint i = 0; i < LAMP_N_PILLARS; i++)
    add_figure (builder, (LampPillar) i, &figures[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "knowing_doing");
  add_knowing_doing (builder, doing);
  json_builder_end_object (builder);

  return dup_text (builder);
}
