import { useEffect, useEffectEvent, useState, type FormEvent } from 'react';
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
import { formatTime, useMessages } from '@colloquy/web-kit';
import { changedPart } from '../corrections/changed-part.ts';
import { PreviewReplacementQuery, ReplaceTextMutation } from '../corrections/correction.operations.ts';
import { TranscriptChangedSubscription } from '../page/transcript-page.operations.ts';
import { useSession } from '../session/transcript-session.ts';
import { WordDifference } from '../versions/word-difference.tsx';

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
  const count = preview ? preview.totalCount - left.size : 0;
  const ready = preview !== null && !waiting && count > 0 && request.find.trim() !== '';

  const replace = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    // Segments left out name the others, of which all are listed; without any the whole transcript is meant.
    const segmentIds =
      left.size === 0
        ? null
        : preview.segments.map(({ segmentId }) => segmentId).filter((id) => !left.has(id));
    const input = { recordingId, ...asked, segmentIds, expectedVersion: preview.version };
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
              preview && <Text size="sm">{t('replace.would', { count: preview.totalCount })}</Text>
            )}
          </Group>
          {problem && !waiting && request.find.trim() !== '' && <Alert color="gray">{problem}</Alert>}
          {preview && !waiting && (
            <ul className="transcript-replacements">
              {preview.segments.map(({ segmentId, startMs, before, after }) => (
                <li key={segmentId}>
                  <Checkbox
                    disabled={!canLeaveOut}
                    checked={!left.has(segmentId)}
                    aria-label={t('replace.here', { time: formatTime(startMs) })}
                    onChange={(event) => {
                      const next = new Set(left);
                      if (event.currentTarget.checked) next.delete(segmentId);
                      else next.add(segmentId);
                      setLeft(next);
                    }}
                  />
                  <span className="transcript-difference">
                    <span className="transcript-replacement-time">{formatTime(startMs)}</span>{' '}
                    <WordDifference {...changedPart(before, after)} />
                  </span>
                </li>
              ))}
            </ul>
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
