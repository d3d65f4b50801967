/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-help-private.h"

#include <glib/gi18n-lib.h>

/* The help about beginning, the overview, the map and the cycles. A translator sees whole paragraphs. */

const LampHelpLine lamp_help_start[] = {
  TEXT (N_("A learning community is people who answer together for the learning of the same children. Lamplighter "
           "keeps what they need to know of each other: who belongs, what they aim at, how they improve, and when "
           "they meet. All of it is in one file on this computer.")),
  HEADING (N_("The first ten minutes")),
  ITEM (N_("To look around, choose Open the Example in the empty window. The example is a whole school district, "
           "made up, in a file of its own: nothing that you do there touches your own community.")),
  ITEM (N_("To begin, choose Start Your Community. Three short pages ask for its purpose, its people, and how often "
           "you meet. You can leave out what you do not know yet.")),
  ITEM (N_("If somebody sent you a file, choose Import a File.")),
  HEADING (N_("The window")),
  TEXT (N_("On the left stand the communities and the five views: Overview, Community Map, Goals, Cycles and "
           "Meetings (Ctrl+1 to Ctrl+5). The list of communities on top says whose records you see: one community "
           "with all that belongs to it, or everything.")),
  TEXT (N_("Each view has a picture and a list of the same records (Ctrl+L). Whatever you select opens in the "
           "inspector on the right, where you read and change it (Ctrl+F9 shows and hides it).")),
  TEXT (N_("Nothing needs to be saved. Ctrl+N adds something to the view that you see, Ctrl+K goes to anything by "
           "its name, Ctrl+Z takes back any step, and F1 opens this help at the view that you see.")),
  HEADING (N_("See also")),
  LINK ("map"),
  LINK ("goals"),
  LINK ("cycles"),
  LINK ("meetings"),
  LINK ("safety"),
  LINK ("keyboard"),
  END,
};

const LampHelpLine lamp_help_overview[] = {
  TEXT (N_("The overview answers two questions: what is due, and where the plan does not hold together.")),
  HEADING (N_("What is due")),
  TEXT (N_("You see the next meeting and its length against its slot, the commitments and the stages of cycles that "
           "are due in the next two weeks, and the problems to look at again. What is overdue comes first. Choose a "
           "line to go there.")),
  HEADING (N_("The three pillars")),
  TEXT (N_("A learning community rests on three pillars: continuous improvement, collective responsibility, and the "
           "alignment of goals. For each there is one figure, such as 41 of 48. It is counted by the checks, never "
           "typed in, and it is no grade: choose it to see what it was counted from.")),
  FIGURES,
  HEADING (N_("See also")),
  LINK ("checks"),
  END,
};

const LampHelpLine lamp_help_map[] = {
  TEXT (N_("The map shows who belongs to the community and who is missing.")),
  HEADING (N_("How to read it")),
  ITEM (N_("The shared purpose stands in the middle. The ring around it is the wall of the school.")),
  ITEM (N_("Inside the wall stand those who work and learn in the school; outside stand families, partners and other "
           "organizations.")),
  ITEM (N_("Five sectors, like slices of a cake, tell what kind of people they are. A sector with nobody in it says "
           "so and offers to invite somebody.")),
  ITEM (N_("Where there are too many people to read, those with the same role are gathered in one place; choose it "
           "to see them one by one.")),
  HEADING (N_("People")),
  TEXT (N_("Add somebody with Ctrl+N. Say in the inspector which sector they belong to, whether they stand inside or "
           "outside the walls, what they can help with, and with whom they work. Children are never entered one by "
           "one: a class or a year is one group, with its size.")),
  TEXT (N_("Select a person to bring forward those around them and dim the rest. The keys + and − show more or less "
           "around them, Escape shows everybody again.")),
  HEADING (N_("Looking around")),
  TEXT (N_("Turn the wheel with Ctrl held down to zoom, and press Ctrl+0 to see everything. The arrow keys walk from "
           "person to person. The list (Ctrl+L) has the same people in rows.")),
  HEADING (N_("See also")),
  LINK ("checks-people"),
  LINK ("privacy"),
  END,
};

const LampHelpLine lamp_help_cycles[] = {
  TEXT (N_("A cycle of improvement leads from what the data say to judging what came of it, and into the next cycle.")),
  HEADING (N_("The seven stages")),
  ITEM (N_("What the data say: about students and about those who teach them.")),
  ITEM (N_("Shared goals: what has to become better, for students and for educators.")),
  ITEM (N_("Learning together: what the adults need to learn so that it can.")),
  ITEM (N_("Choosing strategies: the ways that have evidence behind them.")),
  ITEM (N_("Applying with support: trying them in classrooms, with somebody who helps on the spot.")),
  ITEM (N_("Watching and refining: measuring more than once, and changing what does not work.")),
  ITEM (N_("Judging the results: what worked, why, and what is carried into the next cycle.")),
  HEADING (N_("Starting a cycle")),
  TEXT (N_("Press Ctrl+N, and choose a framework with the first and the last day. Continuous improvement has the "
           "seven stages; there are shorter frameworks for a leadership team that reforms a school, for teachers who "
           "study their own practice, and for professional development. The framework lays out its stages over the "
           "days, and each can be moved, renamed, added or deleted afterwards.")),
  HEADING (N_("The timeline")),
  ITEM (N_("Time runs from left to right, with a line for today. Below each community stand its cycles, and their "
           "stages as bars: an outline for what was planned, filled as it went.")),
  ITEM (N_("Drag a bar to move a stage, or one of its ends to make it shorter or longer. With Later Stages Follow, "
           "those after it move along.")),
  ITEM (N_("Marks show the meetings and the evidence of a cycle; an arrow leads to the cycle that follows it.")),
  ITEM (N_("In the inspector, say of a stage who owns it, when it was really begun and finished, and, at the end, "
           "what worked and why.")),
  HEADING (N_("See also")),
  LINK ("checks-cycles"),
  LINK ("meetings"),
  END,
};
