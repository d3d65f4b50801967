/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-help-private.h"

#include <glib/gi18n-lib.h>

/* The help about goals, and about what comes in and goes out. */

const LampHelpLine lamp_help_goals[] = {
  TEXT (N_("Goals stand in four columns by their level: school system, school, team, individual. Each stands beside "
           "the one that it supports.")),
  HEADING (N_("Adding goals")),
  TEXT (N_("Begin with a goal of the whole school system. Ctrl+N adds a goal; the menu of a goal adds one that "
           "supports it. Say in the inspector for whom it is, who owns it, how it is measured, and by when.")),
  HEADING (N_("Aligning")),
  TEXT (N_("A goal supports one goal above all: drag it there, or press Ctrl+J and choose it. A goal may support one "
           "of its own level or of a higher one. An alignment that cannot be is refused with the reason: a goal "
           "cannot support one of a lower level, and goals cannot support each other in a circle.")),
  TEXT (N_("Goals that align with nothing wait in a tray beside the picture, so that nobody forgets them. Select a "
           "goal, and its whole line lights up, to the top and down to what carries it; one sentence under the "
           "picture reads it out.")),
  HEADING (N_("Also supports")),
  TEXT (N_("A goal may support others as well (Ctrl+Shift+J), with the reason why. Such a line is dashed. It counts "
           "as support for the checks, and not for the progress of the goal above.")),
  HEADING (N_("Changing a plan")),
  ITEM (N_("Promote and Demote (Alt+Left, Alt+Right) move a goal to another level.")),
  ITEM (N_("Alt+Up and Alt+Down change the order of goals that support the same one.")),
  ITEM (N_("Duplicate copies a goal, with what supports it or without. Another command of the menu moves it to "
           "another community, with the goals below it that share the first.")),
  ITEM (N_("Deleting a goal that others support asks whether they go with it, or stay.")),
  HEADING (N_("See also")),
  LINK ("finding-goals"),
  LINK ("progress"),
  LINK ("goals-on-paper"),
  LINK ("checks-goals"),
  END,
};

const LampHelpLine lamp_help_finding_goals[] = {
  HEADING (N_("Filters")),
  TEXT (N_("Above the goals you choose which of them matter now. Several filters together leave the goals to which "
           "all of them apply.")),
  ITEM (N_("Mine: goals that you own. It asks once who you are.")),
  ITEM (N_("Priorities: goals that are marked as a priority.")),
  ITEM (N_("Overdue: goals whose date has passed.")),
  ITEM (N_("Unmeasured: goals of which nothing has been measured.")),
  ITEM (N_("Unsupported: goals that nothing below supports.")),
  TEXT (N_("Ctrl+F looks for words. Ctrl+G goes to the next goal that was found, Ctrl+Shift+G to the one before.")),
  HEADING (N_("Folding")),
  TEXT (N_("The handle of a goal folds away what supports it, as do the keys − and +. The menu folds everything, or "
           "nothing. What is folded is kept with the file on this computer, and nobody else gets it.")),
  HEADING (N_("The list")),
  TEXT (N_("Ctrl+L shows the same goals as an outline in rows. F2 or Enter writes into a cell, and Tab goes to the "
           "next one. The heads of the columns sort, and the menu of the view says which columns there are. Goals "
           "are moved in the order of the plan, not in a sorted list.")),
  HEADING (N_("Checks beside the goals")),
  TEXT (N_("Under the tray stands what the checks found about the goals that you see. Choose a finding to go there.")),
  HEADING (N_("See also")),
  LINK ("goals"),
  LINK ("checks"),
  END,
};

const LampHelpLine lamp_help_progress[] = {
  TEXT (N_("The bar of a goal says how far it has come. It is counted, and the inspector says how.")),
  HEADING (N_("From its own measurements")),
  TEXT (N_("(latest − start) ÷ (target − start), never below 0 % and never above 100 %. The latest is the newest "
           "measurement. The start is the baseline or, where there is none, the first of several measurements. This "
           "works in both directions: a goal may aim at less of something.")),
  TEXT (N_("A goal that is met, and has no target or no measurement, has come all the way. Otherwise a goal without "
           "a target, a start or a measurement has no figure, rather than one of zero.")),
  HEADING (N_("From the goals that support it")),
  TEXT (N_("The mean of their progress, each counting the same. A goal counts for the one goal that it supports "
           "above all, not for those that it also supports. Left out are goals that were dropped, goals without a "
           "figure, and private goals under one that is not private.")),
  HEADING (N_("Which of the two")),
  TEXT (N_("Choose it for each goal in the inspector, under Progress.")),
  HEADING (N_("See also")),
  LINK ("goals"),
  LINK ("privacy"),
  END,
};

const LampHelpLine lamp_help_goals_on_paper[] = {
  TEXT (N_("Ctrl+P in Goals prints the plan, or saves it as a file.")),
  ITEM (N_("The tree on one page, or as a poster of several pages that are put together.")),
  ITEM (N_("An outline with what the checks found.")),
  ITEM (N_("Who works on which goal.")),
  ITEM (N_("As a file: PDF, web page (HTML), spreadsheet (CSV), drawing (SVG) or picture (PNG).")),
  TEXT (N_("Private goals are named nowhere on paper. The menu of the view copies the outline as text, for a mail or "
           "a document.")),
  HEADING (N_("See also")),
  LINK ("exchange"),
  LINK ("privacy"),
  END,
};

const LampHelpLine lamp_help_exchange[] = {
  HEADING (N_("Export")),
  TEXT (N_("Export in the main menu writes all records into one file in the JSON format, which other programs and "
           "people can read. Two switches say whether people and private records go along; private ones stay here "
           "from the start. What leaves this computer is counted before you choose a place.")),
  HEADING (N_("Import")),
  TEXT (N_("Import reads such a file. First it shows what would happen: so many records added, changed, deleted. "
           "Then choose one of three ways:")),
  ITEM (N_("Add and Update: what is newer wins, record by record.")),
  ITEM (N_("Add as Copies: every record becomes a new one.")),
  ITEM (N_("Replace Everything: what is here goes, after a backup.")),
  TEXT (N_("An import is done as a whole or not at all, and Ctrl+Z takes it back.")),
  HEADING (N_("Tables from a spreadsheet")),
  TEXT (N_("Save the spreadsheet as CSV, and import that. A dialog asks what the rows become and what each column "
           "means; it has guessed already, from the names of the columns and from what is in them. It shows record "
           "by record what would happen, and each defect with its row. The answers are a map, which can be saved for "
           "the next table of the same kind.")),
  HEADING (N_("Calendars")),
  TEXT (N_("A meeting or a series is saved as a calendar file (.ics) from the menu of Meetings, and days without "
           "school are imported from one.")),
  HEADING (N_("See also")),
  LINK ("safety"),
  LINK ("privacy"),
  LINK ("goals-on-paper"),
  END,
};
