/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-help-private.h"

#include <glib/gi18n-lib.h>

/* The help about meetings, from planning them to what was promised in them. */

const LampHelpLine lamp_help_planning[] = {
  TEXT (N_("A meeting is a slot of time and an agenda that has to fit into it.")),
  HEADING (N_("A new meeting")),
  TEXT (N_("Press Ctrl+N in Meetings. The agenda can start from where things stand, from a protocol, from the "
           "template of a series, from what was left over last time, or from nothing. Where things stand means: the "
           "stage of the cycle that is due, open commitments, decisions and problems to look at again, norms that "
           "nobody has looked at. Each item says why it is there, and Enter takes it.")),
  HEADING (N_("The agenda")),
  ITEM (N_("Type an item with its minutes at the end, such as “Norms 10m”. Start times follow by themselves.")),
  ITEM (N_("The head shows the sum against the slot, and how much of it is conversation, work and reflection. What "
           "stands past the end is marked.")),
  ITEM (N_("Say of each item why it is there, who presents it, and how many minutes it needs at least and at most.")),
  ITEM (N_("Move an item by dragging it or with Alt and the arrow keys. It can be split, duplicated, merged with the "
           "next one, moved to another meeting, or put back into the backlog.")),
  ITEM (N_("A protected item is never shortened. An item that is off the record has no notes. One that comes back "
           "each time is carried into the next meeting.")),
  HEADING (N_("Protocols")),
  TEXT (N_("A protocol is a conversation with an order of its own: who speaks, who listens, and for how long. Insert "
           "Protocol (Ctrl+I) puts its steps on the agenda. Duplicate one to change it, or write your own; your own "
           "can be exported and imported.")),
  HEADING (N_("Fit to slot")),
  TEXT (N_("When the agenda is too long, Fit to Slot (Ctrl+Shift+F) shows what it would shorten before it does so. "
           "It stays between the least and the most minutes of each item, and never touches what is protected. Where "
           "nothing was said, half of the minutes is the least, and half as much again the most. When it cannot be "
           "made to fit, it says how many minutes are missing.")),
  HEADING (N_("On paper")),
  TEXT (N_("Ctrl+P prints or saves the agenda, a running sheet, or the minutes. The menu copies the agenda as text "
           "and saves the meeting for a calendar.")),
  HEADING (N_("See also")),
  LINK ("running"),
  LINK ("series"),
  LINK ("checks-meetings"),
  END,
};

const LampHelpLine lamp_help_series[] = {
  TEXT (N_("A series says when a community meets again and again. No meeting of it lands on a day without school.")),
  HEADING (N_("Series")),
  TEXT (N_("Add a series from the menu of Meetings: every so many weeks on some weekdays, or every month on a day or "
           "a weekday; it ends never, after some times, or with a day. A template gives each new meeting its agenda. "
           "Changing the template later changes no meeting that is there already.")),
  HEADING (N_("Days without school")),
  TEXT (N_("Enter the holidays once, or import them from a calendar file of your district (.ics). They belong to a "
           "community and to all that are part of it.")),
  HEADING (N_("Backlog")),
  TEXT (N_("Each series has a backlog: what has to be talked about one day. Take from it into an agenda, and put "
           "back what did not find room (Ctrl+B).")),
  HEADING (N_("Roles")),
  TEXT (N_("Facilitator, timekeeper, recorder and norms keeper go round in a series, so that everybody leads.")),
  HEADING (N_("See also")),
  LINK ("meetings"),
  LINK ("closing"),
  END,
};

const LampHelpLine lamp_help_running[] = {
  TEXT (N_("F5 runs the meeting that you see. The window then shows three things: what is now, what comes next, and "
           "what to write down.")),
  HEADING (N_("The clock")),
  ITEM (N_("Space starts, pauses and goes on. The right arrow goes to the next item, the left arrow back, S skips an "
           "item.")),
  ITEM (N_("The clock says in words and in colour whether the item is in time, nearly out of it, or over. Below it "
           "you read how far the meeting is behind or ahead.")),
  ITEM (N_("+ and − give a minute more or less. When that takes time from others, you see first what it costs; + "
           "again or Enter accepts it.")),
  ITEM (N_("The menu chooses what becomes of lost time: every item keeps its time, or what is to come is shortened, "
           "or shortened and extended. What is protected stays as it is.")),
  ITEM (N_("B silences the bell or lets it ring.")),
  HEADING (N_("Writing down")),
  TEXT (N_("One key each: N for a note, D for a decision, C for a commitment, Q for a question, P for a problem. A "
           "commitment says who, what, and by when. An item that is off the record keeps its time and no notes.")),
  HEADING (N_("The room display")),
  TEXT (N_("Shift+F5 opens a second window for the projector: the step, the time, who speaks and who listens, the "
           "next step, and the norms. It shows no notes.")),
  HEADING (N_("Who is here, and who has spoken")),
  TEXT (N_("Attendance and Roles marks who is here. Who Has Spoken counts turns while the meeting runs, for the "
           "group to look at, not for a grade.")),
  HEADING (N_("If something happens")),
  TEXT (N_("You may leave the running meeting and look something up: a banner leads back to it. When the program "
           "ends or the battery dies, the meeting comes back in the same second. If you pressed Start too late, The "
           "Meeting Began Earlier in the menu puts it right.")),
  HEADING (N_("See also")),
  LINK ("closing"),
  LINK ("keyboard"),
  END,
};

const LampHelpLine lamp_help_closing[] = {
  HEADING (N_("Closing a meeting")),
  TEXT (N_("Ctrl+Enter closes the meeting that runs. You see once more who was here, how the norms were kept, and "
           "what was decided, promised and asked; what is still missing is said. What was not talked about moves to "
           "the next meeting of the series, or waits until there is one.")),
  TEXT (N_("A closed meeting can be read and not changed. It can be reopened until a later meeting of its series is "
           "closed.")),
  HEADING (N_("Minutes")),
  TEXT (N_("Ctrl+P prints the minutes or saves them as a file. They hold no word of what was off the record.")),
  HEADING (N_("Commitments and decisions")),
  TEXT (N_("Meetings lists what people promised each other and what was decided, across all meetings: by day, by "
           "person or by goal. Mark a commitment as done, look at a decision again on its day. What is overdue also "
           "stands in the overview, and in Preferences you can ask for a notification once a day.")),
  HEADING (N_("Problems")),
  TEXT (N_("A tame problem can be defined and solved. A wicked one is never finished: it has no last day, only the "
           "next day on which to look at it again.")),
  HEADING (N_("See also")),
  LINK ("meetings"),
  LINK ("overview"),
  END,
};
