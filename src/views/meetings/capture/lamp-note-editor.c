/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-note-editor.h"

#include <glib/gi18n-lib.h>

#include "lamp-capture-parts.h"

/* Seconds of typing that a dead battery may take. */
#define DRAFT_SECONDS 1

struct _LampNoteEditor
{
  AdwBin parent_instance;

  LampSession *session;
  LampRecord *item;
  GSignalGroup *watch;      /* follows the item */
  char *shown;              /* the notes as they were when they were last shown or kept */
  guint draft_source;

  GtkWidget *stack;
  GtkWidget *refused;
  GtkTextView *view;
  GtkTextBuffer *buffer;    /* unowned: the view's */
};

typedef enum
{
  PROP_ITEM = 1,
} LampNoteEditorProps;

static GParamSpec *props[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (LampNoteEditor, lamp_note_editor, ADW_TYPE_BIN)

static char *
dup_typed (LampNoteEditor *self)
{
  char *text;

  g_object_get (self->buffer, "text", &text, NULL);

  return text;
}

static char *
dup_draft_name (LampNoteEditor *self)
{
  return g_strdup_printf ("note-draft:%s", lamp_record_get_id (self->item));
}

static void
keep_draft (LampNoteEditor *self,
            const char     *text)
{
  g_autofree char *name = dup_draft_name (self);
  g_autoptr (GError) error = NULL;

  if (!lamp_store_set_local (lamp_session_get_store (self->session), name, text, &error))
    lamp_session_notice (self->session, error->message, FALSE);
}

static gboolean
on_draft_due (gpointer data)
{
  LampNoteEditor *self = data;
  g_autofree char *text = dup_typed (self);

  self->draft_source = 0;
  if (self->item != NULL && g_strcmp0 (text, self->shown) != 0)
    keep_draft (self, text);

  return G_SOURCE_REMOVE;
}

static void
on_typed (LampNoteEditor *self)
{
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add_seconds (DRAFT_SECONDS, on_draft_due, self);
}

static void
show_text (LampNoteEditor *self,
           const char     *text)
{
  GtkTextIter end;

  g_set_str (&self->shown, text != NULL ? text : "");
  g_signal_handlers_block_by_func (self->buffer, on_typed, self);
  gtk_text_buffer_set_text (self->buffer, self->shown, -1);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  g_signal_handlers_unblock_by_func (self->buffer, on_typed, self);
}

/* Why no notes are taken; NULL when they are. */
static const char *
get_refusal (LampNoteEditor *self)
{
  g_autoptr (LampRecord) meeting = NULL;

  if (self->item == NULL)
    return _("Choose an agenda item to write notes.");
  if (lamp_record_get_boolean (self->item, "off_record"))
    return _("This is off the record: the time is kept, and no notes.");
  meeting = lamp_capture_find_reference (lamp_session_get_store (self->session), self->item, "meeting");
  if (lamp_capture_is_locked (meeting))
    return _("The meeting is closed: its notes can be read in the minutes, not changed.");

  return NULL;
}

static void
update (LampNoteEditor *self)
{
  const char *refusal = get_refusal (self);
  const char *outcome = self->item != NULL ? lamp_record_get_text (self->item, "outcome") : NULL;
  g_autofree char *typed = dup_typed (self);

  gtk_label_set_text (GTK_LABEL (self->refused), refusal != NULL ? refusal : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), refusal != NULL ? "refused" : "notes");
  /* What is being typed is not taken away by a change from elsewhere. */
  if (refusal == NULL && g_strcmp0 (typed, self->shown) == 0 && g_strcmp0 (outcome != NULL ? outcome : "", typed) != 0)
    show_text (self, outcome);
}

/* Notes that were being typed when the machine stopped. */
static void
bring_back_draft (LampNoteEditor *self)
{
  g_autofree char *name = dup_draft_name (self);
  g_autofree char *draft = lamp_store_dup_local (lamp_session_get_store (self->session), name, NULL);

  if (draft != NULL && get_refusal (self) == NULL)
    gtk_text_buffer_set_text (self->buffer, draft, -1);
}

static gboolean
save (LampNoteEditor *self,
      const char     *text)
{
  g_autofree char *stripped = g_strchomp (g_strdup (text));
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (self->session), _("Write Notes"));

  lamp_edit_set_text (edit, self->item, "outcome", *stripped != '\0' ? stripped : NULL);
  if (!lamp_session_commit (self->session, edit, NULL))
    return FALSE;
  g_set_str (&self->shown, text);
  keep_draft (self, NULL);

  return TRUE;
}

static void
on_focus_left (LampNoteEditor *self)
{
  lamp_note_editor_flush (self);
}

static void
on_item_deleted (LampNoteEditor *self)
{
  show_text (self, NULL);
  lamp_note_editor_set_item (self, NULL);
}

static void
lamp_note_editor_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((LampNoteEditorProps) property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, LAMP_NOTE_EDITOR (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lamp_note_editor_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((LampNoteEditorProps) property_id)
    {
    case PROP_ITEM:
      lamp_note_editor_set_item (LAMP_NOTE_EDITOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static gboolean
lamp_note_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LAMP_NOTE_EDITOR (widget)->view));
}

static void
lamp_note_editor_unmap (GtkWidget *widget)
{
  lamp_note_editor_flush (LAMP_NOTE_EDITOR (widget));

  GTK_WIDGET_CLASS (lamp_note_editor_parent_class)->unmap (widget);
}

static void
lamp_note_editor_dispose (GObject *object)
{
  LampNoteEditor *self = LAMP_NOTE_EDITOR (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->watch != NULL)
    g_signal_group_set_target (self->watch, NULL);
  g_clear_object (&self->watch);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lamp_note_editor_parent_class)->dispose (object);
}

static void
lamp_note_editor_finalize (GObject *object)
{
  g_free (LAMP_NOTE_EDITOR (object)->shown);

  G_OBJECT_CLASS (lamp_note_editor_parent_class)->finalize (object);
}

static void
lamp_note_editor_class_init (LampNoteEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lamp_note_editor_get_property;
  object_class->set_property = lamp_note_editor_set_property;
  object_class->dispose = lamp_note_editor_dispose;
  object_class->finalize = lamp_note_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = lamp_note_editor_grab_focus;
  GTK_WIDGET_CLASS (klass)->unmap = lamp_note_editor_unmap;

  /**
   * LampNoteEditor:item: (nullable)
   *
   * The agenda item whose notes are written.
   */
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, LAMP_TYPE_RECORD,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static GtkWidget *
make_view (LampNoteEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 9);
  gtk_text_view_set_right_margin (self->view, 9);
  gtk_text_view_set_top_margin (self->view, 9);
  gtk_text_view_set_bottom_margin (self->view, 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);

  return scrolled;
}

static void
lamp_note_editor_init (LampNoteEditor *self)
{
  self->shown = g_strdup ("");
  self->stack = gtk_stack_new ();
  self->refused = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->refused, "dimmed");
  gtk_stack_add_named (GTK_STACK (self->stack), make_view (self), "notes");
  gtk_stack_add_named (GTK_STACK (self->stack), self->refused, "refused");
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  adw_bin_set_child (ADW_BIN (self), self->stack);
  self->watch = g_signal_group_new (LAMP_TYPE_RECORD);
  g_signal_group_connect_swapped (self->watch, "notify", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->watch, "deleted", G_CALLBACK (on_item_deleted), self);
}

/**
 * lamp_note_editor_new:
 * @session: the session
 *
 * Returns: (transfer floating): an editor without an item
 */
GtkWidget *
lamp_note_editor_new (LampSession *session)
{
  LampNoteEditor *self;

  g_return_val_if_fail (LAMP_IS_SESSION (session), NULL);

  self = g_object_new (LAMP_TYPE_NOTE_EDITOR, NULL);
  self->session = g_object_ref (session);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * lamp_note_editor_get_item:
 * @self: a note editor
 *
 * Returns: (transfer none) (nullable): the agenda item whose notes are written
 */
LampRecord *
lamp_note_editor_get_item (LampNoteEditor *self)
{
  g_return_val_if_fail (LAMP_IS_NOTE_EDITOR (self), NULL);

  return self->item;
}

/**
 * lamp_note_editor_set_item:
 * @self: a note editor
 * @item: (nullable): an agenda item
 *
 * Shows the notes of another item; those of the one before are kept first.
 */
void
lamp_note_editor_set_item (LampNoteEditor *self,
                           LampRecord     *item)
{
  g_return_if_fail (LAMP_IS_NOTE_EDITOR (self));
  g_return_if_fail (item == NULL || lamp_record_is (item, "agenda_items"));

  if (self->item == item)
    return;
  lamp_note_editor_flush (self);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->watch, item);
  show_text (self, item != NULL ? lamp_record_get_text (item, "outcome") : NULL);
  update (self);
  if (item != NULL)
    bring_back_draft (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

/**
 * lamp_note_editor_flush:
 * @self: a note editor
 *
 * Puts what has been typed into the item, as one step.
 *
 * Returns: whether all that was typed is kept
 */
gboolean
lamp_note_editor_flush (LampNoteEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (LAMP_IS_NOTE_EDITOR (self), FALSE);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  text = dup_typed (self);
  if (self->item == NULL || lamp_record_is_deleted (self->item) || g_strcmp0 (text, self->shown) == 0)
    return TRUE;
  if (get_refusal (self) != NULL)
    return FALSE;

  return save (self, text);
}
