/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycle-names.h"

#include <glib/gi18n-lib.h>

static char *
dup_days (LampRecord *record)
{
  g_autofree char *from = lamp_record_dup_display (record, "starts_on");
  g_autofree char *to = lamp_record_dup_display (record, "ends_on");

  if (*from == '\0' && *to == '\0')
    return g_strdup (_("without dates"));

  // Translators: the first and the last day of a cycle or stage
  return g_strdup_printf (_("%s to %s"), from, to);
}

static guint
count_stages (const LampCyclePicture *picture,
              guint                   cycle,
              guint                   until)
{
  guint count = 0;

  for (guint i = 0; i < MIN (until, picture->stages->len); i++)
    count += g_array_index (picture->stage_inputs, LampTimelineStage, i).cycle == cycle;

  return count;
}

static char *
dup_stage_name (LampSession            *session,
                const LampCyclePicture *picture,
                const LampCycleNode    *node)
{
  LampRecord *cycle = g_ptr_array_index (picture->cycles, node->cycle);
  g_autofree char *days = dup_days (node->record);
  g_autofree char *status = lamp_record_dup_display (node->record, "status");
  g_autoptr (LampRecord) owner = NULL;

  if (lamp_record_has (node->record, "owner"))
    owner = lamp_store_find (lamp_session_get_store (session), "people", lamp_record_get_text (node->record, "owner"));

  // Translators: a stage as a screen reader says it: Shared goals, stage 2 of 7 of Fractions, autumn: 3 Sep 2026 to 20
  // Sep 2026. Active. Owner: Ana Ruiz
  return g_strdup_printf (_("%s, stage %u of %u of %s: %s. %s. Owner: %s"), lamp_record_get_title (node->record),
                          count_stages (picture, node->cycle, (guint) node->stage + 1),
                          count_stages (picture, node->cycle, picture->stages->len), lamp_record_get_title (cycle),
                          days, status, owner != NULL ? lamp_record_get_title (owner) : _("nobody yet"));
}

static char *
dup_cycle_name (const LampCyclePicture *picture,
                const LampCycleNode    *node)
{
  g_autofree char *days = dup_days (node->record);
  g_autofree char *framework = lamp_record_dup_display (node->record, "framework");
  guint n_stages = count_stages (picture, node->cycle, picture->stages->len);
  guint community = g_array_index (picture->cycle_inputs, LampTimelineCycle, node->cycle).community;
  int previous = g_array_index (picture->previous, int, node->cycle);
  g_autofree char *stages
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stage", "%u stages", n_stages), n_stages);
  g_autofree char *name = NULL;

  // Translators: a cycle as a screen reader says it: Cycle Fractions, autumn of Grade 4 team: 3 Sep 2026 to 12 Dec 2026.
  // Continuous improvement, 7 stages
  name = g_strdup_printf (_("Cycle %s of %s: %s. %s, %s"), lamp_record_get_title (node->record),
                          (char *) g_ptr_array_index (picture->communities, community), days, framework, stages);
  if (previous < 0)
    return g_steal_pointer (&name);

  // Translators: a cycle that follows another
  return g_strdup_printf (_("%s. Follows %s"), name,
                          lamp_record_get_title (g_ptr_array_index (picture->cycles, previous)));
}

/**
 * lamp_cycle_node_dup_name:
 * @self: a node of the picture
 * @session: the session
 * @picture: what the timeline shows
 *
 * Returns: (transfer full): all that a node says to the eye, as a sentence
 */
char *
lamp_cycle_node_dup_name (const LampCycleNode    *self,
                          LampSession            *session,
                          const LampCyclePicture *picture)
{
  return self->stage >= 0 ? dup_stage_name (session, picture, self) : dup_cycle_name (picture, self);
}
