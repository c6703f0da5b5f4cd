import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Alert, Button, Group, Stack, Text, Textarea } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { SegmentEditing } from './use-segment-edit.ts';

/** The text of one segment as a field: Enter saves, Shift+Enter breaks the line, Esc leaves it as it was. */
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
      void editing.save();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      editing.cancel();
    }
  };
  const { trouble } = edit;
  return (
    <Stack gap="xs" mt={4}>
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
      <Group gap="xs">
        <Button size="xs" onClick={() => void editing.save()} disabled={!edit.draft.trim()}>
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
