/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampFollowPlace:
 * @group: what its group is ordered by; the group of all that share it
 * @title: what the group is called
 * @order: what it is ordered by within the group
 *
 * Where a record stands in a list of what is followed up; the texts belong to it.
 */
typedef struct
{
  char *group;
  char *title;
  char *order;
} LampFollowPlace;

/**
 * LampFollowWords:
 * @title: what it is
 * @status: how it stands, in a word or a few
 * @icon_name: the symbol for that
 * @css_class: its colour, which says nothing by itself
 * @details: whatever else there is to say
 * @done: whether it is done
 *
 * What a row says of a record; the texts belong to it.
 */
typedef struct
{
  char *title;
  char *status;
  const char *icon_name;
  const char *css_class;
  char *details;
  gboolean done;
} LampFollowWords;

/**
 * LAMP_FOLLOW_FILTERS:
 *
 * The most filters a list can have.
 */
#define LAMP_FOLLOW_FILTERS 2

/**
 * LampFollowFilter:
 * @type: the record type of what the list can be narrowed down to
 * @field: the field that names it
 * @label: what the filter says when it lets all through, marked with the context "follow"
 *
 * A way to narrow a list down.
 */
typedef struct
{
  const char *type;
  const char *field;
  const char *label;
} LampFollowFilter;

typedef struct _LampFollowKind LampFollowKind;

/**
 * LampFollowPage:
 *
 * What came out of meetings and is to be followed up, across all of them: commitments or decisions, of the community
 * that is looked at, in groups, narrowed down by what is searched for and by who or what it is about. It is worked out
 * once after each change, not row by row.
 *
 * Actions: "follow.done" (Space, Enter on a row), "follow.edit" (F2), "follow.delete" (Delete), "follow.add".
 */
#define LAMP_TYPE_FOLLOW_PAGE (lamp_follow_page_get_type ())
G_DECLARE_FINAL_TYPE (LampFollowPage, lamp_follow_page, LAMP, FOLLOW_PAGE, AdwBin)

/**
 * LampFollowKind:
 * @type: the record type
 * @heading: what the page is called, marked with the context "follow"
 * @add_label: (nullable): what its add button says, marked with the context "follow"
 * @icon_name: the symbol of the empty page
 * @empty: what the empty page says, marked with the context "follow"
 * @empty_hint: how that changes, marked with the context "follow"
 * @groupings: ways to group, marked with the context "follow group"; ended by %NULL
 * @filters: ways to narrow it down; those that are not there have no type
 * @warm_up: (nullable): the type of records that @place looks up, kept in memory while the page is shown
 * @place: says where a record stands
 * @describe: says what a row reads
 * @matches: whether a record has the words
 * @set_done: (nullable): marks it as done or not; %NULL where it has no check
 *
 * What is special about each list.
 */
struct _LampFollowKind
{
  const char *type;
  const char *heading;
  const char *add_label;
  const char *icon_name;
  const char *empty;
  const char *empty_hint;
  const char * const *groupings;
  LampFollowFilter filters[LAMP_FOLLOW_FILTERS];
  const char *warm_up;

  void     (*place)    (LampSession     *session,
                        LampRecord      *record,
                        guint            grouping,
                        const char      *today,
                        LampFollowPlace *place);
  void     (*describe) (LampSession     *session,
                        LampRecord      *record,
                        const char      *today,
                        LampFollowWords *words);
  gboolean (*matches)  (LampSession     *session,
                        LampRecord      *record,
                        const char      *words);
  gboolean (*set_done) (LampSession     *session,
                        LampRecord      *record,
                        gboolean         done);
};

extern const LampFollowKind lamp_follow_commitments;
extern const LampFollowKind lamp_follow_decisions;

void        lamp_follow_words_clear          (LampFollowWords      *self);

void        lamp_follow_page_set_up          (LampFollowPage       *self,
                                              LampSession          *session,
                                              const LampFollowKind *kind);
void        lamp_follow_page_set_grouping    (LampFollowPage       *self,
                                              guint                 grouping);
void        lamp_follow_page_set_filter      (LampFollowPage       *self,
                                              guint                 index,
                                              LampRecord           *record);
gboolean    lamp_follow_page_show            (LampFollowPage       *self,
                                              LampRecord           *record);
GListModel *lamp_follow_page_get_model       (LampFollowPage       *self);

G_END_DECLS
