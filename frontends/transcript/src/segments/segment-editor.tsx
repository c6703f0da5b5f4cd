import { useEffect, useEffectEvent, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Alert, Button, Group, Stack, Text, Textarea, VisuallyHidden } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { CaretButtons, useCaretActions, type CaretAction } from '../corrections/caret-actions.tsx';
import { RemoveSegmentsMutation } from '../corrections/correction.operations.ts';
import { seen } from '../corrections/seen.ts';
import { useSession } from '../session/transcript-session.ts';
import { focusMenuOf } from './focus-menu.ts';
import { keptText } from './save-edit.ts';
import type { SegmentEditing } from './use-segment-edit.ts';

/**
 * The text of one segment as a field, saved as it is typed: Enter closes it, Esc discards what was typed, Ctrl+Enter
 * splits it at the caret, Ctrl+Shift with an arrow gives what stands before or after the caret to the neighbour, and Backspace at its
 * beginning joins it with the one before. Going elsewhere saves too, and leaves the field open: who plays the place
 * again is still editing.
 */
export function SegmentEditor({ editing }: { readonly editing: SegmentEditing }) {
  const { t } = useMessages('transcript');
  const field = useRef<HTMLTextAreaElement>(null);
  const { edit, watchCaret } = editing;
  const goesOn = editing.goingOn !== null;
  const begunAt = edit?.caret === undefined ? (edit?.draft.length ?? 0) : edit.caret;
  const [caret, setCaret] = useState(begunAt ?? 0);
  const { possible, run } = useCaretActions(editing);
  const { corrections, store } = useSession();

  const takeCaret = useEffectEvent(() => {
    if (begunAt === null || goesOn) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(begunAt, begunAt);
  });
  useEffect(() => takeCaret(), [edit?.row.id, goesOn]);
  useEffect(() => {
    const area = field.current;
    watchCaret(() => (area && document.activeElement === area ? area.selectionStart : null));
    return () => watchCaret(() => null);
  }, [watchCaret]);

  if (!edit) return null;
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const action = caretActionOf(event);
    const at = event.currentTarget.selectionStart;
    if (goesOn) {
      event.preventDefault();
      if (!event.ctrlKey && !event.metaKey) editing.typeAhead(event.key);
    } else if (action && possible(action, edit.draft, at)) {
      event.preventDefault();
      void run(action, edit.draft, at);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      editing.save();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      editing.cancel();
    }
  };
  const focusLeft = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) editing.saveDraft();
  };
  const { trouble } = edit;
  const conflict = trouble?.kind === 'conflict' && trouble.segmentGone ? 'edit.segmentGone' : 'edit.conflict';
  const isEmpty = keptText(edit.draft) === '';
  const remove = async () => {
    const row = await editing.settle();
    if (!row) return;
    editing.close();
    const { rows } = store.getSnapshot();
    const position = store.positionOf(row.id);
    const made = await corrections.make(RemoveSegmentsMutation, { input: { segments: [seen(row)] } });
    if (made) focusMenuOf((rows[position + 1] ?? rows[position - 1])?.id);
  };
  const saveState = editing.saves.get(edit.row.id)?.kind;
  return (
    <Stack gap="xs" mt={4} onBlur={focusLeft}>
      {trouble?.kind === 'conflict' && (
        <Alert color="yellow" title={t(`${conflict}.title`)} role="alert">
          <Text size="sm">{t(`${conflict}.body`)}</Text>
          <Text size="sm" fw={600} mt="xs">
            {t(`${conflict}.theirs`)}
          </Text>
          <Text size="sm" className="transcript-theirs">
            {trouble.theirs.text}
          </Text>
        </Alert>
      )}
      {trouble?.kind === 'failed' && (
        <Alert color="red" title={t('edit.failedTitle')} role="alert">
          {trouble.message || t('common:problem.network')} {!trouble.answered && t('edit.triedAgain')}
        </Alert>
      )}
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={12}
        aria-label={trouble?.kind === 'conflict' ? t('edit.mine') : t('edit.label')}
        value={edit.draft}
        onChange={(event) => editing.change(event.currentTarget.value)}
        onKeyDown={keyDown}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        readOnly={goesOn}
        error={isEmpty && t('edit.empty')}
        classNames={{ input: 'transcript-editor' }}
      />
      {/* A button pressed with the mouse leaves the focus in the field: Cancel must not save first. */}
      <Group gap="xs" onMouseDown={(event) => event.preventDefault()}>
        <Button size="xs" onClick={editing.save} disabled={isEmpty}>
          {trouble?.kind === 'conflict' ? t('edit.saveMine') : t('edit.save')}
        </Button>
        <Button size="xs" variant="default" onClick={editing.cancel}>
          {trouble?.kind === 'conflict' ? t(`${conflict}.keep`) : t('edit.cancel')}
        </Button>
        {isEmpty && (
          <Button size="xs" color="red.9" onClick={() => void remove()}>
            {t('edit.remove')}
          </Button>
        )}
        {!trouble && <CaretButtons editing={editing} caret={caret} />}
        <span className="transcript-save" data-editing aria-hidden>
          {saveState && t(`edit.state.${saveState}`)}
        </span>
        {/* Who listens to the page is told once, not at every pause. */}
        <VisuallyHidden role="status">
          {edit.sitting.correctionIds.length > 0 && t('edit.savedAsTyped')}
        </VisuallyHidden>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t(trouble?.kind === 'conflict' ? 'edit.conflictKeys' : 'edit.keys')}
        </Text>
      </Group>
    </Stack>
  );
}

function caretActionOf(event: KeyboardEvent<HTMLTextAreaElement>): CaretAction | null {
  const { selectionStart, selectionEnd } = event.currentTarget;
  if (event.nativeEvent.isComposing || selectionStart !== selectionEnd) return null;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === 'Enter') return 'split';
  if (command && event.shiftKey && event.key === 'ArrowUp') return 'up';
  if (command && event.shiftKey && event.key === 'ArrowDown') return 'down';
  return event.key === 'Backspace' && selectionStart === 0 ? 'join' : null;
}
