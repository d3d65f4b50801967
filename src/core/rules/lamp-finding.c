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

/**
 * lamp_finding_free:
 * @self: a finding
 *
 * Frees a finding.
 */
void
lamp_finding_free (LampFinding *self)
{
  g_free (self->id);
  g_free (self->what);
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
add_finding (JsonBuilder       *builder,
             const LampFinding *finding)
{
  static const char * const severities[] = { NULL, "error", "warning", "hint" };
  static const char * const pillars[] = { "continuous-improvement", "collective-responsibility", "goal-alignment" };

  json_builder_begin_object (builder);
  add_text (builder, "code", finding->check->code);
  add_text (builder, "severity", severities[finding->check->severity]);
  add_text (builder, "pillar", pillars[finding->check->pillar]);
  add_text (builder, "type", finding->type != NULL ? finding->type->name : NULL);
  add_text (builder, "id", finding->id);
  add_text (builder, "title", lamp_check_get_title (finding->check));
  add_text (builder, "what", finding->what);
  add_text (builder, "why", lamp_check_get_why (finding->check));
  add_text (builder, "source", finding->check->source);
  add_text (builder, "action", lamp_check_get_action (finding->check));
  json_builder_end_object (builder);
}

/**
 * lamp_findings_to_json:
 * @findings: (element-type LampFinding): findings
 *
 * Writes findings as a JSON array of objects with the members `code`, `severity` ("error", "warning" or "hint"),
 * `pillar`, `type` and `id` (both absent for the whole file), `title`, `what`, `why`, `source` and `action`.
 *
 * Returns: (transfer full): the text, indented by two spaces and without a line break at its end
 */
char *
lamp_findings_to_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, findings->pdata[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);

  return json_generator_to_data (generator, NULL);
}
