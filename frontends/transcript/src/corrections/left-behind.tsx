import { useState } from 'react';
import { useClient } from 'urql';
import { Alert, Anchor, Button, Group, IconHistory, Stack, Text } from '@colloquy/ui';
import { formatTime, useMessages } from '@colloquy/web-kit';
import { goTo, useSession } from '../session/transcript-session.ts';
import { DismissLeftBehindMutation } from './correction.operations.ts';

interface LeftBehindCorrection {
  readonly id: string;
  readonly startMs: number;
  readonly speakerName: string;
  readonly text: string;
}

export interface LeftBehindCorrections {
  /** The first of them. */
  readonly corrections: readonly LeftBehindCorrection[];
  readonly count: number;
}

interface LeftBehindProps extends LeftBehindCorrections {
  onChanged(): void;
}

/** Corrections that processing again found no place for: nothing people wrote is lost, they apply it by hand. */
export function LeftBehind({ corrections, count, onChanged }: LeftBehindProps) {
  const { t } = useMessages('transcript');
  const session = useSession();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  if (corrections.length === 0) return null;
  const putAway = async (ids: readonly string[]) => {
    setBusy(true);
    await client.mutation(DismissLeftBehindMutation, { ids: [...ids] }).toPromise();
    setBusy(false);
    onChanged();
  };
  return (
    <Alert
      color="yellow"
      icon={<IconHistory size={18} />}
      title={t('leftBehind.title', { count })}
      className="transcript-note"
    >
      <Stack gap="xs">
        <Text size="sm">
          {t('leftBehind.body')}
          {count > corrections.length && ` ${t('leftBehind.first', { count: corrections.length })}`}
        </Text>
        <ul className="transcript-replacements">
          {corrections.map(({ id, startMs, speakerName, text }) => (
            <li key={id}>
              <Text size="sm" className="transcript-difference">
                <Anchor component="button" size="sm" onClick={() => goTo(session, startMs)}>
                  {formatTime(startMs)}
                </Anchor>{' '}
                <b>{speakerName}:</b> {text || t('leftBehind.removed')}
              </Text>
              <Button size="compact-xs" variant="default" disabled={busy} onClick={() => void putAway([id])}>
                {t('leftBehind.done')}
              </Button>
            </li>
          ))}
        </ul>
        {corrections.length > 1 && (
          <Group justify="flex-end">
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={busy}
              onClick={() => void putAway(corrections.map(({ id }) => id))}
            >
              {t('leftBehind.allDone')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
