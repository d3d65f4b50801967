/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-session.h"

#include <glib/gi18n-lib.h>

#include "lamp-scope.h"

struct _LampSession
{
  GObject parent_instance;

  LampStore *store;
  LampRecord *community;
  LampRecord *selected;
  char *search;

  gulong community_deleted;
  gulong selected_deleted;

  /* What the chosen community includes, made when first asked for after a change. */
  GListModel *communities;
  GListModel *memberships;
  LampScope *scope;          /* (nullable) */
};

typedef enum
{
  PROP_STORE = 1,
  PROP_COMMUNITY,
  PROP_SELECTED,
  PROP_SEARCH,
} LampSessionProps;

static GParamSpec *props[PROP_SEARCH + 1];

enum
{
  SIGNAL_NOTICE,
  SIGNAL_REVEAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampSession, lamp_session, G_TYPE_OBJECT)

static void
forget_scope (LampSession *self)
{
  g_clear_pointer (&self->scope, lamp_scope_free);
}

static GListModel *
watch_list (LampSession *self,
            const char  *type)
{
  GListModel *list = lamp_store_list (self->store, type);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (forget_scope), self, G_CONNECT_SWAPPED);

  return list;
}

static void
ensure_scope (LampSession *self)
{
  if (self->scope != NULL)
    return;

  if (self->communities == NULL)
    {
      self->communities = watch_list (self, "communities");
      self->memberships = watch_list (self, "memberships");
    }
  self->scope = lamp_scope_new (self->communities, self->memberships, lamp_record_get_id (self->community));
}

static void
set_store (LampSession *self,
           LampStore   *store)
{
  g_assert (self->store == NULL && store != NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (forget_scope), self, G_CONNECT_SWAPPED);
}

static void
lamp_session_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LampSession *self = LAMP_SESSION (object);

  switch ((LampSessionProps) property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_COMMUNITY:
      g_value_set_object (value, self->community);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_session_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LampSession *self = LAMP_SESSION (object);

  switch ((LampSessionProps) property_id)
    {
    case PROP_STORE:
      set_store (self, g_value_get_object (value));
      break;
    case PROP_COMMUNITY:
      lamp_session_set_community (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      lamp_session_set_selected (self, g_value_get_object (value));
      break;
    case PROP_SEARCH:
      lamp_session_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_session_dispose (GObject *object)
{
  LampSession *self = LAMP_SESSION (object);

  if (self->community != NULL)
    g_clear_signal_handler (&self->community_deleted, self->community);
  if (self->selected != NULL)
    g_clear_signal_handler (&self->selected_deleted, self->selected);
  forget_scope (self);
  g_clear_object (&self->community);
  g_clear_object (&self->selected);
  g_clear_object (&self->communities);
  g_clear_object (&self->memberships);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lamp_session_parent_class)->dispose (object);
}

static void
lamp_session_finalize (GObject *object)
{
  LampSession *self = LAMP_SESSION (object);

  g_free (self->search);

  G_OBJECT_CLASS (lamp_session_parent_class)->finalize (object);
}

static void
lamp_session_class_init (LampSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lamp_session_get_property;
  object_class->set_property = lamp_session_set_property;
  object_class->dispose = lamp_session_dispose;
  object_class->finalize = lamp_session_finalize;

  /**
   * LampSession:store:
   *
   * The open file.
   */
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LAMP_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * LampSession:community: (nullable)
   *
   * The chosen community; everything when %NULL.
   */
  props[PROP_COMMUNITY] = g_param_spec_object ("community", NULL, NULL, LAMP_TYPE_RECORD, flags);
  /**
   * LampSession:selected: (nullable)
   *
   * The record that is selected in whatever view.
   */
  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, LAMP_TYPE_RECORD, flags);
  /**
   * LampSession:search: (not nullable)
   *
   * The words searched for, empty when nothing is.
   */
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * LampSession::notice:
   * @message: plain text
   * @undoable: whether Undo takes back what it tells
   *
   * Something to tell the person.
   */
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", LAMP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * LampSession::reveal:
   * @record: where to go
   *
   * The person asked to go to a record.
   */
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", LAMP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LAMP_TYPE_RECORD);
}

static void
lamp_session_init (LampSession *self)
{
  self->search = g_strdup ("");
}

/**
 * lamp_session_new:
 * @store: the open file
 *
 * Returns: (transfer full): a session that looks at everything in it
 */
LampSession *
lamp_session_new (LampStore *store)
{
  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);

  return g_object_new (LAMP_TYPE_SESSION, "store", store, NULL);
}

/**
 * lamp_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none): the open file
 */
LampStore *
lamp_session_get_store (LampSession *self)
{
  g_return_val_if_fail (LAMP_IS_SESSION (self), NULL);

  return self->store;
}

/**
 * lamp_session_get_clock:
 * @self: a session
 *
 * Returns: (transfer none): the clock that the file was opened with
 */
LampClock *
lamp_session_get_clock (LampSession *self)
{
  g_return_val_if_fail (LAMP_IS_SESSION (self), NULL);

  return lamp_store_get_clock (self->store);
}

/**
 * lamp_session_get_community:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the chosen community; %NULL: everything
 */
LampRecord *
lamp_session_get_community (LampSession *self)
{
  g_return_val_if_fail (LAMP_IS_SESSION (self), NULL);

  return self->community;
}

static void
let_go_of_community (LampSession *self)
{
  lamp_session_set_community (self, NULL);
}

static void
let_go_of_selected (LampSession *self)
{
  lamp_session_set_selected (self, NULL);
}

/* Holds a record, or nothing, instead of the one held so far. Returns whether that is a change. */
static gboolean
hold (LampRecord **held,
      gulong      *deleted,
      LampRecord  *record,
      GCallback    let_go,
      LampSession *self)
{
  if (*held == record)
    return FALSE;

  if (*held != NULL)
    g_clear_signal_handler (deleted, *held);
  g_set_object (held, record);
  if (record != NULL)
    *deleted = g_signal_connect_swapped (record, "deleted", let_go, self);

  return TRUE;
}

/**
 * lamp_session_set_community:
 * @self: a session
 * @community: (nullable): a record of communities; %NULL for everything
 *
 * Chooses what the views show.
 */
void
lamp_session_set_community (LampSession *self,
                            LampRecord  *community)
{
  g_return_if_fail (LAMP_IS_SESSION (self));
  g_return_if_fail (community == NULL || lamp_record_is (community, "communities"));

  if (!hold (&self->community, &self->community_deleted, community, G_CALLBACK (let_go_of_community), self))
    return;

  forget_scope (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMMUNITY]);
}

/**
 * lamp_session_get_selected:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected record
 */
LampRecord *
lamp_session_get_selected (LampSession *self)
{
  g_return_val_if_fail (LAMP_IS_SESSION (self), NULL);

  return self->selected;
}

/**
 * lamp_session_set_selected:
 * @self: a session
 * @selected: (nullable): a record
 *
 * Selects a record, in every view and the inspector.
 */
void
lamp_session_set_selected (LampSession *self,
                           LampRecord  *selected)
{
  g_return_if_fail (LAMP_IS_SESSION (self));
  g_return_if_fail (selected == NULL || LAMP_IS_RECORD (selected));

  if (hold (&self->selected, &self->selected_deleted, selected, G_CALLBACK (let_go_of_selected), self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * lamp_session_get_search:
 * @self: a session
 *
 * Returns: (transfer none) (not nullable): the words searched for, empty when nothing is
 */
const char *
lamp_session_get_search (LampSession *self)
{
  g_return_val_if_fail (LAMP_IS_SESSION (self), "");

  return self->search;
}

/**
 * lamp_session_set_search:
 * @self: a session
 * @search: (nullable): words
 *
 * Sets the words that the views narrow down to.
 */
void
lamp_session_set_search (LampSession *self,
                         const char  *search)
{
  g_return_if_fail (LAMP_IS_SESSION (self));

  if (g_set_str (&self->search, search != NULL ? search : ""))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

/* What a record without a community of its own hangs on: what the first of its references names. */
static gboolean
includes_what_it_hangs_on (LampSession *self,
                           LampRecord  *record)
{
  const LampRecordType *type = lamp_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LampField *field = &type->fields[i];
      g_autoptr (LampRecord) other = NULL;

      if (field->type != LAMP_FIELD_REF || g_str_equal (field->target, type->name))
        continue;
      if (lamp_record_has (record, field->name))
        other = lamp_store_find (self->store, field->target, lamp_record_get_text (record, field->name));
      if (other != NULL)
        return lamp_session_includes (self, other);
    }

  return TRUE;
}

/**
 * lamp_session_includes:
 * @self: a session
 * @record: a record
 *
 * Tells whether a record is among what is looked at: it belongs to the chosen community or one that is part of it. A
 * person belongs by membership, a community by being part, others by their community or by what they hang on (a
 * stage by its cycle). What belongs to nobody, such as a protocol, is always included.
 *
 * Returns: whether it is
 */
gboolean
lamp_session_includes (LampSession *self,
                       LampRecord  *record)
{
  g_return_val_if_fail (LAMP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (LAMP_IS_RECORD (record), FALSE);

  if (self->community == NULL)
    return TRUE;

  ensure_scope (self);
  if (lamp_record_is (record, "communities"))
    return lamp_scope_has_community (self->scope, lamp_record_get_id (record));
  if (lamp_record_is (record, "people"))
    return lamp_scope_has_person (self->scope, lamp_record_get_id (record));
  if (lamp_record_type_find_field (lamp_record_get_record_type (record), "community") >= 0 &&
      lamp_record_has (record, "community"))
    return lamp_scope_has_community (self->scope, lamp_record_get_text (record, "community"));

  return includes_what_it_hangs_on (self, record);
}

/**
 * lamp_session_dup_home:
 * @self: a session
 *
 * Gets where a new record belongs: the chosen community, else the topmost.
 *
 * Returns: (transfer full) (nullable): its identifier, %NULL when there is no community
 */
char *
lamp_session_dup_home (LampSession *self)
{
  g_autoptr (GListModel) communities = NULL;
  g_autoptr (LampRecord) first = NULL;

  g_return_val_if_fail (LAMP_IS_SESSION (self), NULL);

  if (self->community != NULL)
    return g_strdup (lamp_record_get_id (self->community));

  communities = lamp_store_list (self->store, "communities");
  for (guint i = 0; i < g_list_model_get_n_items (communities); i++)
    {
      g_autoptr (LampRecord) community = g_list_model_get_item (communities, i);

      if (!lamp_record_has (community, "parent"))
        return g_strdup (lamp_record_get_id (community));
      if (first == NULL)
        first = g_object_ref (community);
    }

  return first != NULL ? g_strdup (lamp_record_get_id (first)) : NULL;
}

/**
 * lamp_session_notice:
 * @self: a session
 * @message: plain text, one sentence
 * @undoable: whether Undo takes back what it tells
 *
 * Tells the person something, without getting in their way.
 */
void
lamp_session_notice (LampSession *self,
                     const char  *message,
                     gboolean     undoable)
{
  g_return_if_fail (LAMP_IS_SESSION (self));
  g_return_if_fail (message != NULL);

  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, message, undoable);
}

/**
 * lamp_session_reveal:
 * @self: a session
 * @record: a record
 *
 * Selects a record and goes to it, in the view that it belongs to.
 */
void
lamp_session_reveal (LampSession *self,
                     LampRecord  *record)
{
  g_autoptr (LampRecord) kept = NULL;

  g_return_if_fail (LAMP_IS_SESSION (self));
  g_return_if_fail (LAMP_IS_RECORD (record));

  kept = g_object_ref (record);
  if (!lamp_session_includes (self, kept))
    lamp_session_set_community (self, NULL);
  lamp_session_set_selected (self, kept);
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, kept);
}

/**
 * lamp_session_commit:
 * @self: a session
 * @edit: (transfer full): what to do
 * @notice: (nullable): what to tell, with Undo, when it is done
 *
 * Commits an edit. What goes wrong is told as a notice.
 *
 * Returns: whether it was done
 */
gboolean
lamp_session_commit (LampSession *self,
                     LampEdit    *edit,
                     const char  *notice)
{
  g_autoptr (LampEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LAMP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (!lamp_edit_commit (owned, &error))
    {
      lamp_session_notice (self, error->message, FALSE);
      return FALSE;
    }
  if (notice != NULL)
    lamp_session_notice (self, notice, TRUE);

  return TRUE;
}

/**
 * lamp_session_delete:
 * @self: a session
 * @record: a record
 *
 * Deletes a record and tells it with Undo.
 */
void
lamp_session_delete (LampSession *self,
                     LampRecord  *record)
{
  g_autofree char *label = NULL;
  g_autofree char *notice = NULL;
  const char *name;
  LampEdit *edit;

  g_return_if_fail (LAMP_IS_SESSION (self));
  g_return_if_fail (LAMP_IS_RECORD (record));

  name = lamp_record_get_title (record);
  if (*name == '\0' || lamp_record_get_record_type (record)->title == NULL)
    name = lamp_record_type_get_singular (lamp_record_get_record_type (record));
  // Translators: a step in Undo; %s is what names the record
  label = g_strdup_printf (_("Delete “%s”"), name);
  // Translators: tells that a record has been deleted; %s is what names it
  notice = g_strdup_printf (_("Deleted “%s”"), name);
  edit = lamp_edit_new (self->store, label);
  lamp_edit_delete (edit, record);
  lamp_session_commit (self, edit, notice);
}
