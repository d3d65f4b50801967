/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-search-provider.h"

#include "lamp-application-private.h"
#include "lamp-places.h"
#include "lamp-shell-search.h"
#include "lamp-shell-search-dbus.h"

/* The file stays open for so many seconds after a question: the next one comes with the next key. */
#define PATIENCE 10

struct _LampSearchProvider
{
  GObject parent_instance;

  LampApplication *application; /* unowned: it owns this */
  LampShellSearchProvider2 *skeleton;
  LampStore *store;             /* (nullable): between two questions */
  guint forget_id;
};

G_DEFINE_FINAL_TYPE (LampSearchProvider, lamp_search_provider, G_TYPE_OBJECT)

static void
forget (LampSearchProvider *self)
{
  g_clear_object (&self->store);
  self->forget_id = 0;
  g_application_release (G_APPLICATION (self->application));
}

/* A program without a window that was started to answer stays for as long, too. */
static void
keep_for_a_while (LampSearchProvider *self)
{
  if (self->forget_id == 0)
    g_application_hold (G_APPLICATION (self->application));
  g_clear_handle_id (&self->forget_id, g_source_remove);
  self->forget_id = g_timeout_add_seconds_once (PATIENCE, (GSourceOnceFunc) forget, self);
}

/* The file as the person's window has it, or as it stands on the disk where there is no window. */
static LampStore *
get_store (LampSearchProvider *self)
{
  LampStore *shown = lamp_application_get_own_store (self->application);
  g_autofree char *path = lamp_places_dup_default ();

  keep_for_a_while (self);
  if (shown != NULL)
    {
      g_clear_object (&self->store);
      return shown;
    }
  if (self->store == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    self->store = lamp_store_open (path, LAMP_STORE_NONE, lamp_application_get_clock (self->application), NULL);

  return self->store;
}

static void
answer_terms (LampSearchProvider    *self,
              const char * const    *terms,
              GStrv                 *ids)
{
  LampStore *store = get_store (self);

  *ids = store != NULL ? lamp_shell_search_find (store, terms) : g_new0 (char *, 1);
}

static gboolean
on_initial (LampShellSearchProvider2 *skeleton,
            GDBusMethodInvocation    *invocation,
            const char * const       *terms,
            LampSearchProvider       *self)
{
  g_auto (GStrv) ids = NULL;

  answer_terms (self, terms, &ids);
  lamp_shell_search_provider2_complete_get_initial_result_set (skeleton, invocation, (const char * const *) ids);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* A new search costs no more than to look through the earlier results, and finds the same. */
static gboolean
on_subsearch (LampShellSearchProvider2 *skeleton,
              GDBusMethodInvocation    *invocation,
              const char * const       *previous,
              const char * const       *terms,
              LampSearchProvider       *self)
{
  g_auto (GStrv) ids = NULL;

  answer_terms (self, terms, &ids);
  lamp_shell_search_provider2_complete_get_subsearch_result_set (skeleton, invocation, (const char * const *) ids);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_metas (LampShellSearchProvider2 *skeleton,
          GDBusMethodInvocation    *invocation,
          const char * const       *ids,
          LampSearchProvider       *self)
{
  GVariant *metas = lamp_shell_search_describe (get_store (self), ids);

  lamp_shell_search_provider2_complete_get_result_metas (skeleton, invocation, metas);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_activate (LampShellSearchProvider2 *skeleton,
             GDBusMethodInvocation    *invocation,
             const char               *id,
             const char * const       *terms,
             guint                     timestamp,
             LampSearchProvider       *self)
{
  lamp_application_open_record (self->application, id);
  lamp_shell_search_provider2_complete_activate_result (skeleton, invocation);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_launch (LampShellSearchProvider2 *skeleton,
           GDBusMethodInvocation    *invocation,
           const char * const       *terms,
           guint                     timestamp,
           LampSearchProvider       *self)
{
  g_autofree char *words = g_strjoinv (" ", (char **) terms);

  lamp_application_search (self->application, words);
  lamp_shell_search_provider2_complete_launch_search (skeleton, invocation);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
lamp_search_provider_dispose (GObject *object)
{
  LampSearchProvider *self = LAMP_SEARCH_PROVIDER (object);

  g_clear_handle_id (&self->forget_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->skeleton);

  G_OBJECT_CLASS (lamp_search_provider_parent_class)->dispose (object);
}

static void
lamp_search_provider_class_init (LampSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_search_provider_dispose;
}

static void
lamp_search_provider_init (LampSearchProvider *self)
{
  self->skeleton = lamp_shell_search_provider2_skeleton_new ();
  g_signal_connect_object (self->skeleton, "handle-get-initial-result-set", G_CALLBACK (on_initial), self, 0);
  g_signal_connect_object (self->skeleton, "handle-get-subsearch-result-set", G_CALLBACK (on_subsearch), self, 0);
  g_signal_connect_object (self->skeleton, "handle-get-result-metas", G_CALLBACK (on_metas), self, 0);
  g_signal_connect_object (self->skeleton, "handle-activate-result", G_CALLBACK (on_activate), self, 0);
  g_signal_connect_object (self->skeleton, "handle-launch-search", G_CALLBACK (on_launch), self, 0);
}

/**
 * lamp_search_provider_new:
 * @application: (transfer none): the program, which outlives the provider
 *
 * Returns: (transfer full): a provider that nobody sees yet
 */
LampSearchProvider *
lamp_search_provider_new (LampApplication *application)
{
  LampSearchProvider *self;

  g_return_val_if_fail (LAMP_IS_APPLICATION (application), NULL);

  self = g_object_new (LAMP_TYPE_SEARCH_PROVIDER, NULL);
  self->application = application;

  return self;
}

/**
 * lamp_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @object_path: where it is to be found there; the search provider file in data/ names the same place
 * @error: where to put what went wrong
 *
 * Shows the provider to the shell.
 *
 * Returns: whether it was done
 */
gboolean
lamp_search_provider_export (LampSearchProvider  *self,
                             GDBusConnection     *connection,
                             const char          *object_path,
                             GError             **error)
{
  g_return_val_if_fail (LAMP_IS_SEARCH_PROVIDER (self), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection, object_path, error);
}

/**
 * lamp_search_provider_unexport:
 * @self: a provider
 *
 * Takes the provider away from the shell.
 */
void
lamp_search_provider_unexport (LampSearchProvider *self)
{
  g_return_if_fail (LAMP_IS_SEARCH_PROVIDER (self));

  if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton)) != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
