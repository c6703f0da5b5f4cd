import { Alert, Anchor, Button, CopyButton, Group, IconPencil, Stack, Text } from '@colloquy/ui';
import { formatTime, useMessages } from '@colloquy/web-kit';
import { goTo, useSession } from '../session/transcript-session.ts';
import type { UnplacedEdit } from './edit-snapshot.ts';
import type { SegmentEditing } from './use-segment-edit.ts';

/** Led to by the toast that tells of them. */
export const UNPLACED_TEXTS_ID = 'unplaced-texts';

/** What somebody typed in segments that are gone: it stays until it is put away by hand. */
export function UnplacedTexts({
  editing: { unplaced, discardUnplaced },
}: {
  readonly editing: Pick<SegmentEditing, 'unplaced' | 'discardUnplaced'>;
}) {
  const { t } = useMessages('transcript');
  const session = useSession();
  const here = unplaced.filter(({ recordingId }) => recordingId === session.recordingId);
  if (here.length === 0) return null;
  return (
    <Alert
      id={UNPLACED_TEXTS_ID}
      tabIndex={-1}
      color="yellow"
      icon={<IconPencil size={18} />}
      title={t('unplaced.title', { count: here.length })}
      className="transcript-note transcript-unplaced"
    >
      <Stack gap="xs">
        <Text size="sm">{t('unplaced.body')}</Text>
        <ul className="transcript-replacements">
          {here.map((edit: UnplacedEdit) => (
            <li key={edit.segmentId}>
              <Text size="sm" flex={1} className="transcript-difference">
                <Anchor component="button" size="sm" onClick={() => goTo(session, edit.startMs)}>
                  {formatTime(edit.startMs)}
                </Anchor>{' '}
                {edit.text}
              </Text>
              <Group gap={4} wrap="nowrap">
                <CopyButton value={edit.text}>
                  {({ copied, copy }) => (
                    <Button size="compact-xs" variant="default" onClick={copy}>
                      {t(copied ? 'unplaced.copied' : 'unplaced.copy')}
                    </Button>
                  )}
                </CopyButton>
                <Button size="compact-xs" variant="default" onClick={() => discardUnplaced(edit)}>
                  {t('unplaced.discard')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </Alert>
  );
}
