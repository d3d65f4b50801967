/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-people-edits.h"

#include <glib/gi18n-lib.h>

#define NEW_GROUP_SIZE 20

/* What is likely of somebody in a sector. All of it can be changed. */
static const struct
{
  const char *sector;
  const char *wall;
  const char *role_type;
} likely[LAMP_MAP_SECTORS] = {
  { "children", "inside", "learners" },
  { "educators", "inside", "teacher" },
  { "parents", "outside", "family" },
  { "business-partners", "outside", "business" },
  { "other-organizations", "outside", "organization" },
};

static LampRow *
make_person (guint sector)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("people"));
  gboolean is_group = sector == 0; /* children are groups, never named pupils */

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "name", is_group ? _("New Group of Children") : _("New Person"));
  lamp_row_set_text (row, "sector", likely[sector].sector);
  lamp_row_set_text (row, "wall", likely[sector].wall);
  lamp_row_set_text (row, "role_type", likely[sector].role_type);
  if (is_group)
    lamp_row_set_integer (row, "group_size", NEW_GROUP_SIZE);

  return row;
}

static LampRow *
make_membership (const char *community,
                 const char *person)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("memberships"));

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "community", community);
  lamp_row_set_text (row, "person", person);

  return row;
}

/**
 * lamp_person_create:
 * @board: a board
 * @sector: the sector, or %LAMP_SECTOR_ANY for that of the selected person, else educators
 *
 * Makes a person who belongs to the community that is looked at, in one step.
 *
 * Returns: (transfer full) (nullable): the person; %NULL when that could not be made, which has then been told
 */
LampRecord *
lamp_person_create (LampPeopleBoard *board,
                    guint            sector)
{
  LampSession *session = lamp_board_get_session (LAMP_BOARD (board));
  LampStore *store = lamp_session_get_store (session);
  const LampRow *selected = lamp_board_get_selected (LAMP_BOARD (board));
  g_autofree char *home = lamp_session_dup_home (session);
  g_autofree char *id = NULL;
  LampEdit *edit = lamp_edit_new (store, _("Add Person"));
  LampRecord *person = NULL;

  if (sector == LAMP_SECTOR_ANY)
    sector = selected ? lamp_person_get_sector (selected) : 1;
  id = g_strdup (lamp_edit_insert (edit, make_person (sector)));
  if (home)
    lamp_edit_insert (edit, make_membership (home, id));
  if (lamp_session_commit (session, edit, NULL))
    person = lamp_store_find (store, "people", id);
  lamp_board_refresh (LAMP_BOARD (board));

  return person;
}
