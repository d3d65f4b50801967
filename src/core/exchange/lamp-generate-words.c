/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-generate-words.h"

const char * const lamp_words_places[] = {
  "Alder", "Birchwood", "Clearwater", "Driftwood", "Eastgate", "Foxglove", "Granite Hill", "Harbor", "Ironbridge",
  "Juniper", "Kingfisher", "Larkspur", "Millbrook", "Northfield", "Old Quarry", "Pinecrest", "Quail Run",
  "Redstone", "Silver Lake", "Three Rivers", "Upland", "Valley View", "Willow Creek", "Yellow Barn", NULL,
};

const char * const lamp_words_teams[] = {
  "Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 5", "Mathematics", "Reading", "Science", "Arts and Music",
  "Newcomers", "Counselling", "Attendance", "Library", "Special Education", "Family Partnership", "Transition",
  NULL,
};

const char * const lamp_words_first_names[] = {
  "Amara", "Bela", "Carmen", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ismael", "Jolanta", "Kofi", "Leila",
  "Mateo", "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Sven", "Thandi", "Umar", "Viola", "Wen", "Ximena",
  "Yusuf", "Zoë", NULL,
};

const char * const lamp_words_last_names[] = {
  "Abara", "Brandt", "Castillo", "Duarte", "Eriksen", "Fontaine", "García", "Haddad", "Ivanova", "Jansen", "Kaur",
  "Lindqvist", "Mbeki", "Novák", "O’Malley", "Petrov", "Quiroga", "Rossi", "Santos", "Tanaka", "Ueda", "Vargas",
  "Weber", "Xu", "Yılmaz", "Zieliński", NULL,
};

const char * const lamp_words_jobs[] = {
  "Classroom teacher", "Reading coach", "Principal", "Counsellor", "Librarian", "Special educator",
  "Instructional aide", "Mathematics coach", "Assistant principal", "Curriculum specialist", NULL,
};

const char * const lamp_words_expertise[] = {
  "number talks", "small-group reading", "project work", "data protocols", "restorative circles",
  "bilingual teaching", "formative assessment", "outdoor learning", "facilitation", "universal design", NULL,
};

const char * const lamp_words_subjects[] = {
  "reading fluency", "mathematical reasoning", "writing across subjects", "science practices", "attendance",
  "belonging at school", "academic vocabulary", "problem solving", "student discourse",
  "feedback that moves learning", "collaborative planning", "transition to the next school", NULL,
};

const char * const lamp_words_measures[] = {
  "Share of students at or above the benchmark", "Days present", "Score on the common task",
  "Share of lessons observed", "Answers in the climate survey", "Courses completed", NULL,
};

const char * const lamp_words_strategies[] = {
  "Plan one unit together each month", "Visit a colleague’s lesson every fortnight",
  "Begin each lesson with a short task", "Keep a shared notebook of student work", "Meet families where they are",
  "Read one article and try one idea", NULL,
};

const char * const lamp_words_items[] = {
  "Check in", "Look at student work", "What the data say", "A dilemma of practice", "Plan the next lesson together",
  "Decide what to try", "What we promised", "How did we work together?", "Dates and rooms", NULL,
};

const char * const lamp_words_promises[] = {
  "Bring three pieces of student work", "Try the warm-up in one class", "Ask two families what helps",
  "Share the lesson plan", "Look up the attendance by weekday", "Write down what surprised us", NULL,
};

const char * const lamp_words_norms[] = {
  "We begin and end on time.", "We ask before we advise.", "We talk about the work, not the person.",
  "Everybody speaks before anybody speaks twice.", "What is said here stays here.", NULL,
};

const char * const lamp_words_findings[] = {
  "Students explain more when they work in pairs.", "Half of the errors come from reading the task.",
  "Absences cluster on Mondays.", "The new routine takes four minutes, not ten.",
  "Families read messages in the evening.", NULL,
};

const char * const lamp_words_supports[] = {
  "Two hours a month without classes", "A coach for new facilitators", "Travel to partner schools",
  "Shared licences", "A substitute for lesson visits", NULL,
};
