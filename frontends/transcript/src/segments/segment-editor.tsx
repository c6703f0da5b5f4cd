import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { Alert, Button, Group, Stack, Text, Textarea } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { SegmentEditing } from './use-segment-edit.ts';

/**
 * The text of one segment as a field: Enter saves, Shift+Enter breaks the line, Esc discards. Going elsewhere saves too,
 * and leaves the field open: who plays the place again is still editing.
 */
export function SegmentEditor({ editing }: { readonly editing: SegmentEditing }) {
  const { t } = useMessages('transcript');
  const field = useRef<HTMLTextAreaElement>(null);
  const { edit } = editing;

  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [edit?.row.id]);

  if (!edit) return null;
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
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
  return (
    <Stack gap="xs" mt={4} onBlur={focusLeft}>
      {trouble?.kind === 'conflict' && (
        <Alert color="yellow" title={t('edit.conflictTitle')} role="alert">
          <Text size="sm">{t('edit.conflictBody')}</Text>
          <Text size="sm" fw={600} mt="xs">
            {t('edit.theirs')}
          </Text>
          <Text size="sm" className="transcript-theirs">
            {trouble.theirs.text}
          </Text>
        </Alert>
      )}
      {trouble?.kind === 'failed' && (
        <Alert color="red" title={t('edit.failedTitle')} role="alert">
          {trouble.message || t('common:problem.network')}
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
        classNames={{ input: 'transcript-editor' }}
      />
      {/* A button pressed with the mouse leaves the focus in the field: Cancel must not save first. */}
      <Group gap="xs" onMouseDown={(event) => event.preventDefault()}>
        <Button size="xs" onClick={editing.save} disabled={!edit.draft.trim()}>
          {trouble?.kind === 'conflict' ? t('edit.saveMine') : t('edit.save')}
        </Button>
        <Button size="xs" variant="default" onClick={editing.cancel}>
          {trouble?.kind === 'conflict' ? t('edit.keepTheirs') : t('edit.cancel')}
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('edit.keys')}
        </Text>
      </Group>
    </Stack>
  );
}
