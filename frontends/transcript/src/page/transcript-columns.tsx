import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { Alert, EmptyState, IconFileText, IconVolumeOff, ProblemAlert, Skeleton, Text } from '@colloquy/ui';
import { useMessages, type RouteOf } from '@colloquy/web-kit';
import { HistoryButton } from '../corrections/history-drawer.tsx';
import { LeftBehind, type LeftBehindCorrections } from '../corrections/left-behind.tsx';
import { PropagationBadge } from '../corrections/propagation-badge.tsx';
import { UndoButtons } from '../corrections/undo-buttons.tsx';
import type { TranscriptExport } from '../export/export-choice.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { FindBar } from '../find/find-bar.tsx';
import { findSegments } from '../find/find-segments.ts';
import { useFind, type AskFind } from '../find/use-find.ts';
import { ChoiceBar } from '../segments/choice-bar.tsx';
import { ChooseButton } from '../segments/choose-button.tsx';
import { EditableSegmentList } from '../segments/editable-segment-list.tsx';
import { useSegments } from '../segments/use-segments.ts';
import { useSession } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import { SpeakerPanel } from '../speakers/speaker-panel.tsx';
import { useLinkedMoment } from './use-linked-moment.ts';
import { useTranscriptChanges } from './use-transcript-changes.ts';

interface TranscriptColumnsProps {
  readonly transcriptId: string;
  readonly version: number;
  readonly speakersById: ReadonlyMap<string, SpeakerCard>;
  readonly exports: readonly TranscriptExport[];
  readonly leftBehind: LeftBehindCorrections;
  readonly route: RouteOf<'transcript'>;
  onChanged(): void;
}

/** The text with find and export above it, and the speakers beside it. */
export function TranscriptColumns({
  transcriptId,
  version,
  speakersById,
  exports,
  leftBehind,
  route,
  onChanged,
}: TranscriptColumnsProps) {
  const { t } = useMessages('transcript');
  const session = useSession();
  const { store, player, recordingId, corrections } = session;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Those of an earlier transcript are nobody in this one.
  const shown = useMemo(
    () => new Set([...chosen].filter((id) => speakersById.has(id))),
    [chosen, speakersById],
  );
  const { loadFailed, retry } = useSegments(session);
  useTranscriptChanges(session, version, onChanged);
  useEffect(() => () => corrections.forgetAll(), [corrections, transcriptId]);
  const client = useClient();
  const ask = useCallback<AskFind>(
    (query, signal) => findSegments(client, recordingId, query, signal),
    [client, recordingId],
  );
  const find = useFind(ask, store, () => player?.timeMs ?? 0, transcriptId);
  const { rows, complete } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const visible = useMemo(
    () => (shown.size === 0 ? rows : rows.filter(({ speakerId }) => shown.has(speakerId))),
    [rows, shown],
  );
  const linkedId = useLinkedMoment(session, route);
  const waiting = rows.length === 0 && !complete && !loadFailed;
  return (
    <div className="transcript-columns">
      <aside className="transcript-side">
        <SpeakerPanel speakers={[...speakersById.values()]} shown={shown} onShow={setChosen} />
      </aside>
      <div className="transcript-main">
        <div className="transcript-bar">
          <FindBar find={find} replaces />
          <UndoButtons />
          <ChooseButton />
          <HistoryButton version={version} />
          <ExportMenu exports={exports} version={version} />
          <ChoiceBar />
        </div>
        <PropagationBadge />
        <LeftBehind {...leftBehind} onChanged={onChanged} />
        {find.fuzzy && find.total > 0 && <Note text={t('find.fuzzyNote')} />}
        {find.limited && <Note text={t('find.limitedNote')} />}
        {!player && (
          <Alert color="gray" icon={<IconVolumeOff size={18} />} className="transcript-note">
            {t('noAudio')}
          </Alert>
        )}
        {waiting ? (
          <RowsSkeleton />
        ) : (
          <EditableSegmentList rows={visible} speakers={speakersById} find={find} linkedId={linkedId} />
        )}
        {complete && rows.length === 0 && (
          <EmptyState icon={<IconFileText size={28} />} title={t('silent.title')}>
            {t('silent.body')}
          </EmptyState>
        )}
        {loadFailed && !complete && <ProblemAlert problem={loadFailed} onRetry={retry} />}
      </div>
    </div>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <Text size="sm" c="dimmed" className="transcript-note" role="status">
      {text}
    </Text>
  );
}

function RowsSkeleton() {
  const { t } = useMessages('common');
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: 7 }, (_, index) => (
        <Skeleton key={index} h={52} mt="md" />
      ))}
    </div>
  );
}
