import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useClient, type Client } from 'urql';
import { toast } from '@colloquy/ui';
import { connection, formatTime, messages, navigate, paths } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import type { EditSnapshot, KeptEdit, UnplacedEdit } from './edit-snapshot.ts';
import { EditStore } from './edit.store.ts';
import type { PlaceToGoOn } from './going-on.ts';
import { canBeSent, type SegmentEdit } from './segment-edit.ts';
import type { SegmentRow } from './segment.store.ts';
import { UNSAVED_TEXTS_ID } from './unsaved-texts.tsx';

export interface SegmentEditing extends EditSnapshot {
  begin(row: SegmentRow): void;
  change(draft: string): void;
  cancel(): void;
  close(): void;
  goOn(correct: (row: SegmentRow) => Promise<PlaceToGoOn | null>): Promise<void>;
  typeAhead(key: string): void;
  save(): void;
  saveDraft(): void;
  settle(): Promise<SegmentRow | null>;
  watchCaret(caretNow: () => number | null): void;
  discard(left: UnplacedEdit | KeptEdit): void;
}

let edits: EditStore | undefined;

/** The window's one store: made with the first transcript, alive until the window is closed. */
function editsFor(client: Client): EditStore {
  if (edits) return edits;
  const created = new EditStore(client, { kept: tellKept, saved: tellSaved, unplaced: tellUnplaced });
  edits = created;
  window.addEventListener('beforeunload', (event) => {
    if (created.hasUnsaved()) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') created.saveDraft();
  });
  connection.onResume(created.saveDraft);
  return created;
}

function tellKept(edit: SegmentEdit, recordingId: string): void {
  const { row } = edit;
  toast.failed({
    id: `kept-${row.id}`,
    message: messages.t(`transcript:edit.${canBeSent(edit) ? 'keptTrying' : 'keptAway'}`, {
      time: formatTime(row.startMs),
    }),
    action: {
      label: messages.t('transcript:edit.open'),
      onAction: () => navigate(paths.recording(recordingId, { atMs: row.startMs, segmentId: row.id })),
    },
  });
}

function tellSaved({ row }: SegmentEdit): void {
  toast.done({
    id: `kept-${row.id}`,
    message: messages.t('transcript:edit.savedAfterAll', { time: formatTime(row.startMs) }),
  });
}

function tellUnplaced({ segmentId, startMs }: UnplacedEdit): void {
  toast.failed({
    id: `unplaced-${segmentId}`,
    message: messages.t('transcript:unsaved.toldGone', { time: formatTime(startMs) }),
    action: {
      label: messages.t('transcript:unsaved.show'),
      onAction: () => {
        const texts = document.getElementById(UNSAVED_TEXTS_ID);
        texts?.scrollIntoView({ block: 'center' });
        texts?.focus({ preventScroll: true });
      },
    },
  });
}

export function useSegmentEdit(): SegmentEditing {
  const store = editsFor(useClient());
  const session = useSession();
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  useEffect(() => store.enter(session), [store, session]);
  return useMemo(() => {
    const { begin, change, cancel, close, goOn, typeAhead, save, saveDraft, settle, watchCaret, discard } =
      store;
    return {
      ...snapshot,
      begin,
      change,
      cancel,
      close,
      goOn,
      typeAhead,
      save,
      saveDraft,
      settle,
      watchCaret,
      discard,
    };
  }, [store, snapshot]);
}
