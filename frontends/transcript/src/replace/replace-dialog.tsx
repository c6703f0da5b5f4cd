import { useEffect, useEffectEvent, useMemo, useState, type FormEvent } from 'react';
import { useQuery, useSubscription } from 'urql';
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Loader,
  Modal,
  Stack,
  Text,
  TextInput,
  useDebouncedValue,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { PreviewReplacementQuery, ReplaceTextMutation } from '../corrections/correction.operations.ts';
import { TranscriptChangedSubscription } from '../page/transcript-page.operations.ts';
import { useSession } from '../session/transcript-session.ts';
import { ReplacementList } from './replacement-list.tsx';
import { chosenPlaces, listedPlaces } from './replacement-places.ts';

interface ReplaceDialogProps {
  /** What was looked for already. */
  readonly find: string;
  onClose(): void;
}

const TYPING_PAUSE_MS = 300;

/** Finds words in the whole transcript, shows what replacing them would change, and does it. */
export function ReplaceDialog({ find: given, onClose }: ReplaceDialogProps) {
  const { t } = useMessages('transcript');
  const { recordingId, corrections } = useSession();
  const [request, setRequest] = useState({
    find: given,
    replacement: '',
    matchCase: false,
    wholeWords: true,
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asked] = useDebouncedValue(request, TYPING_PAUSE_MS);
  const change = (part: Partial<typeof request>) => {
    setRequest({ ...request, ...part });
    setLeft(new Set());
  };
  const [{ data, fetching, error }, look] = useQuery({
    query: PreviewReplacementQuery,
    variables: { input: { recordingId, ...asked } },
    requestPolicy: 'network-only',
    pause: asked.find.trim() === '',
  });
  const answer = data?.previewReplacement;
  const preview = answer?.__typename === 'ReplacementPreviews' ? answer : null;
  // What somebody else corrects meanwhile is looked at before anything is replaced in it.
  const [{ data: changed }] = useSubscription({
    query: TranscriptChangedSubscription,
    variables: { recordingId },
  });
  const version = changed?.transcriptChanged.version ?? 0;
  const lookAgain = useEffectEvent(() => {
    if (preview && preview.version < version) look();
  });
  useEffect(() => lookAgain(), [version, preview?.version]);
  const problem = answer?.__typename === 'Problem' ? answer.message : error && t('common:problem.network');
  const waiting = fetching || asked !== request;
  const listed = useMemo(() => (preview ? listedPlaces(preview) : []), [preview]);
  const count = preview ? preview.placeCount - listed.filter(({ key }) => left.has(key)).length : 0;
  const ready = preview !== null && !waiting && count > 0 && request.find.trim() !== '';

  const replace = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const places = chosenPlaces(listed, left);
    const input = { recordingId, ...asked, ...places, expectedVersion: preview.version };
    if (await corrections.make(ReplaceTextMutation, { input })) onClose();
  };
  const canLeaveOut = preview !== null && preview.totalCount === preview.segments.length;

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('replace.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={(event) => void replace(event)}>
        <Stack gap="sm">
          <TextInput
            data-autofocus={given === '' || undefined}
            label={t('replace.find')}
            maxLength={1000}
            value={request.find}
            onChange={(event) => change({ find: event.currentTarget.value })}
          />
          <TextInput
            data-autofocus={given !== '' || undefined}
            label={t('replace.with')}
            maxLength={1000}
            value={request.replacement}
            onChange={(event) => change({ replacement: event.currentTarget.value })}
          />
          <Group gap="lg">
            <Checkbox
              label={t('replace.wholeWords')}
              checked={request.wholeWords}
              onChange={(event) => change({ wholeWords: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('replace.matchCase')}
              checked={request.matchCase}
              onChange={(event) => change({ matchCase: event.currentTarget.checked })}
            />
          </Group>
          <Group gap="xs" mih={22} role="status" aria-live="polite">
            {waiting && request.find.trim() !== '' ? (
              <Loader size={16} />
            ) : (
              preview && <Text size="sm">{t('replace.would', { count: preview.placeCount })}</Text>
            )}
          </Group>
          {problem && !waiting && request.find.trim() !== '' && <Alert color="gray">{problem}</Alert>}
          {preview && !waiting && (
            <ReplacementList places={listed} left={left} onLeave={canLeaveOut ? setLeft : null} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready}>
              {t('replace.do', { count })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
