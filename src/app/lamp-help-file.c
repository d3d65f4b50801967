/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-help-private.h"

#include <glib/gi18n-lib.h>

/* The help about the checks, about what is in the file and where it goes, and about the keyboard. */

const LampHelpLine lamp_help_checks[] = {
  TEXT (N_("Checks hold your plan against the practice of learning communities. They look at everything after each "
           "change, and say where a rule is not kept. They never change anything by themselves.")),
  HEADING (N_("Where you see them")),
  TEXT (N_("In the overview, choose one of the three figures. Beside the goals, they stand under the goals that "
           "align with nothing. What was found about a record is also said where you change it.")),
  HEADING (N_("What you can do about a finding")),
  ITEM (N_("Read why it matters, and on which book or paper the rule rests.")),
  ITEM (N_("Go there, and change what is the matter. Where it is safe, a button mends it at once; Ctrl+Z takes that "
           "back.")),
  ITEM (N_("Set it aside, with a reason: then it counts no more. It stays in the list of what was set aside, and can "
           "be brought back.")),
  HEADING (N_("How grave it is")),
  ITEM (N_("Contradiction: the plan contradicts itself.")),
  ITEM (N_("Missing: something that the plan needs is not there.")),
  ITEM (N_("Worth a look: it may be all right as it is.")),
  HEADING (N_("All checks")),
  LINK ("checks-people"),
  LINK ("checks-goals"),
  LINK ("checks-cycles"),
  LINK ("checks-meetings"),
  HEADING (N_("See also")),
  LINK ("overview"),
  END,
};

const LampHelpLine lamp_help_checks_of_an_area[] = {
  TEXT (N_("These are all checks of this kind: the code by which each is named, why it matters, what to do, and "
           "where the practice says so.")),
  CHECKS,
  HEADING (N_("See also")),
  LINK ("checks"),
  END,
};

const LampHelpLine lamp_help_safety[] = {
  HEADING (N_("Undo")),
  TEXT (N_("Ctrl+Z takes back the last step, Ctrl+Shift+Z does it again, also after the program was closed. History "
           "in the main menu lists the last steps by name.")),
  HEADING (N_("Backups")),
  ITEM (N_("A backup is made by itself: at the first start of a day when something has changed, and before an import "
           "or a restore. Old ones are thinned out.")),
  ITEM (N_("Back Up Now in the main menu makes one at once.")),
  ITEM (N_("Restore shows all backups. The one that you choose is checked first, and what you have now is backed up "
           "before it is replaced.")),
  TEXT (N_("Backups stand on the same computer. For the day on which the computer breaks, open the folder of your "
           "file from Restore, and copy what is in “backups” to another place.")),
  HEADING (N_("The file")),
  TEXT (N_("Your community is one file. It is written so that a power cut loses nothing that was done. To take it "
           "along, make a backup and copy that: each backup is a whole file, which any Lamplighter opens. Opening a "
           "file that somebody sent asks first whether it should replace yours or be kept beside it.")),
  HEADING (N_("See also")),
  LINK ("exchange"),
  LINK ("privacy"),
  END,
};

const LampHelpLine lamp_help_privacy[] = {
  TEXT (N_("What people write here is about colleagues and children. So as little as possible leaves this computer.")),
  HEADING (N_("What never happens")),
  ITEM (N_("The program opens no network connection: no account, no statistics, no search for new versions.")),
  ITEM (N_("Children are entered as groups with a size of two or more, never one by one.")),
  ITEM (N_("No figure belongs to a person, and nobody is graded.")),
  HEADING (N_("What is private from the start")),
  TEXT (N_("Individual goals, journals and visits are private. The tree of goals shows only how many individual "
           "goals there are; their progress does not shine through the goals above; the search of the desktop does "
           "not find them; an export leaves them out unless you ask for them. Any other goal can be made private in "
           "the inspector.")),
  HEADING (N_("What leaves this computer")),
  ITEM (N_("What you export, print or save. The export says what is in the file before it is written.")),
  ITEM (N_("The search of the desktop sees people, goals that are not private, and meetings.")),
  ITEM (N_("If you ask for it in Preferences, a notification names commitments that are due, on this screen.")),
  HEADING (N_("Who can read the file")),
  TEXT (N_("Only your user account on this computer. The file is not encrypted: use the disk encryption of the "
           "system, and take care of copies.")),
  HEADING (N_("See also")),
  LINK ("exchange"),
  LINK ("safety"),
  END,
};

const LampHelpLine lamp_help_keyboard[] = {
  TEXT (N_("Everything can be done without a mouse.")),
  COMMAND (N_("Show All Keyboard Shortcuts"), "app.shortcuts"),
  HEADING (N_("The keys to know")),
  ITEM (N_("F1: this help, at the view that you see. F10: the main menu.")),
  ITEM (N_("Ctrl+1 to Ctrl+5: the five views. Ctrl+L: picture or list.")),
  ITEM (N_("Ctrl+N: add. Alt+Enter: the details of what is selected. Delete: delete it.")),
  ITEM (N_("Ctrl+Z and Ctrl+Shift+Z: take back, and do again.")),
  ITEM (N_("Ctrl+K: go to anything. Ctrl+F: search in the view. Ctrl+P: print or save.")),
  ITEM (N_("F5: run the meeting. Shift+F5: the room display.")),
  ITEM (N_("Tab goes from part to part, the arrow keys walk within one, Escape goes back.")),
  HEADING (N_("In a picture")),
  TEXT (N_("The arrow keys walk from one to the next. Ctrl++ and Ctrl+− zoom, and Ctrl+0 shows everything. Among "
           "goals, stages and agenda items, Shift+F10 opens the menu of what is selected.")),
  HEADING (N_("With a screen reader")),
  TEXT (N_("Each person, goal and stage in a picture is read as a full sentence. The lists (Ctrl+L) hold the same as "
           "the pictures. Nothing is said by colour alone.")),
  HEADING (N_("See also")),
  LINK ("start"),
  END,
};
