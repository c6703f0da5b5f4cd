import { Alert, Anchor, Button, CopyButton, Group, IconPencil, Stack, Text } from '@colloquy/ui';
import { formatTime, navigate, paths, useMessages } from '@colloquy/web-kit';
import { goTo, useSession } from '../session/transcript-session.ts';
import { keptIn, type KeptEdit, type UnplacedEdit } from './edit-snapshot.ts';
import { canBeSent } from './segment-edit.ts';
import type { SegmentEditing } from './use-segment-edit.ts';

/** Led to by the toast that tells of what has no segment any more. */
export const UNSAVED_TEXTS_ID = 'unsaved-texts';

interface UnsavedTextsProps {
  readonly editing: Pick<SegmentEditing, 'saves' | 'unplaced' | 'discard' | 'begin'>;
}

/**
 * What was typed, here and in other recordings, and is not saved unless somebody does something about it: it stays until
 * it is put away by hand.
 */
export function UnsavedTexts({ editing: { saves, unplaced, discard, begin } }: UnsavedTextsProps) {
  const { t } = useMessages('transcript');
  const session = useSession();
  const kept = keptIn(saves).filter(({ edit }) => !canBeSent(edit));
  if (unplaced.length + kept.length === 0) return null;

  const open = ({ edit: { row }, page: { recordingId } }: KeptEdit) => {
    const there = recordingId === session.recordingId ? session.store.find(row.id) : undefined;
    if (!there) return navigate(paths.recording(recordingId, { atMs: row.startMs, segmentId: row.id }));
    goTo(session, there.startMs);
    begin(there);
  };
  const goThere = ({ recordingId, startMs }: UnplacedEdit) =>
    recordingId === session.recordingId
      ? goTo(session, startMs)
      : navigate(paths.recording(recordingId, { atMs: startMs }));
  const reasonOf = ({ edit: { trouble } }: KeptEdit) =>
    trouble?.kind === 'failed' ? trouble.message : t('unsaved.changed');
  const texts = [
    ...unplaced.map((edit) => ({
      left: edit,
      ...edit,
      reason: t('unsaved.gone'),
      show: () => goThere(edit),
    })),
    ...kept.map((one) => ({
      left: one,
      recordingId: one.page.recordingId,
      startMs: one.edit.row.startMs,
      text: one.edit.draft,
      reason: reasonOf(one),
      show: () => open(one),
    })),
  ];
  return (
    <Alert
      id={UNSAVED_TEXTS_ID}
      tabIndex={-1}
      color="yellow"
      icon={<IconPencil size={18} />}
      title={t('unsaved.title', { count: texts.length })}
      className="transcript-note"
    >
      <Stack gap="xs">
        <Text size="sm">{t('unsaved.body')}</Text>
        <ul className="transcript-replacements">
          {texts.map(({ left, recordingId, startMs, text, reason, show }) => (
            <li key={`${recordingId} ${startMs} ${text}`}>
              <div className="transcript-difference">
                <Text size="sm">
                  <Anchor component="button" size="sm" onClick={show}>
                    {formatTime(startMs)}
                    {recordingId !== session.recordingId && ` ${t('unsaved.elsewhere')}`}
                  </Anchor>{' '}
                  {text}
                </Text>
                <Text size="xs">{reason}</Text>
              </div>
              <Group gap={4} wrap="nowrap">
                <CopyButton value={text}>
                  {({ copied, copy }) => (
                    <Button size="compact-xs" variant="default" onClick={copy}>
                      {t(copied ? 'unsaved.copied' : 'unsaved.copy')}
                    </Button>
                  )}
                </CopyButton>
                <Button size="compact-xs" variant="default" onClick={() => discard(left)}>
                  {t('unsaved.discard')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </Alert>
  );
}
