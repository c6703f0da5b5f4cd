import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { ActionIcon, Button, IconUserPlus, IconX, Text, Tooltip, useDisclosure } from '@colloquy/ui';
import { formatDuration, useMessages } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import { AddToPersonDialog } from '../speakers/add-to-person-dialog.tsx';

/** What the server takes. */
const MOST_SEGMENTS = 200;
const LEAST_SPEECH_MS = 1_000;

/** What can be done with the chosen segments; nothing while none are to be chosen. */
export function ChoiceBar() {
  const { t } = useMessages('transcript');
  const { chosen: choice, store } = useSession();
  const chosen = useSyncExternalStore(choice.subscribe, choice.getSnapshot);
  const { rows } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const [opened, dialog] = useDisclosure(false);
  // In the order of the text; what was removed meanwhile is no longer among them.
  const segments = useMemo(() => rows.filter(({ id }) => chosen?.has(id)), [rows, chosen]);
  const isChoosing = chosen !== null;
  useEffect(() => {
    if (!isChoosing || opened) return;
    const keyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) choice.end();
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, [isChoosing, opened, choice]);
  if (!isChoosing) return null;
  const speechMs = segments.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const tooMany = segments.length > MOST_SEGMENTS;
  const tooLittle = speechMs < LEAST_SPEECH_MS;
  const advice =
    segments.length === 0
      ? t('choice.hint')
      : tooMany
        ? t('choice.tooMany', { count: MOST_SEGMENTS })
        : tooLittle
          ? t('choice.tooLittle')
          : null;
  return (
    <section className="transcript-choice-bar" aria-label={t('choice.label')}>
      <Text size="sm" role="status" className="transcript-choice-count">
        <strong>
          {t('choice.count', { count: segments.length })}
          {segments.length > 0 && ` · ${formatDuration(speechMs)}`}
        </strong>{' '}
        {advice}
      </Text>
      <Button
        size="xs"
        leftSection={<IconUserPlus size={15} />}
        disabled={tooMany || tooLittle}
        onClick={dialog.open}
      >
        {t('choice.addToPerson')}
      </Button>
      <Tooltip label={t('choice.end')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('choice.end')} onClick={choice.end}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
      <AddToPersonDialog
        segmentIds={segments.map(({ id }) => id)}
        opened={opened}
        onClose={dialog.close}
        onAdded={choice.end}
      />
    </section>
  );
}
