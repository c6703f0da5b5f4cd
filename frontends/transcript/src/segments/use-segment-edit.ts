import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useClient, type Client } from 'urql';
import { toast } from '@colloquy/ui';
import { formatTime, messages, navigate, paths } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import { EditStore, type EditSnapshot } from './edit.store.ts';
import type { SegmentEdit } from './segment-edit.ts';
import type { SegmentRow } from './segment.store.ts';

export interface SegmentEditing extends EditSnapshot {
  begin(row: SegmentRow): void;
  change(draft: string): void;
  cancel(): void;
  close(): void;
  save(): void;
  saveDraft(): void;
  settle(): Promise<SegmentRow | null>;
}

let edits: EditStore | undefined;

/** The window's one store: made with the first transcript, alive until the window is closed. */
function editsFor(client: Client): EditStore {
  if (edits) return edits;
  const created = new EditStore(client, tellKept);
  edits = created;
  window.addEventListener('beforeunload', (event) => {
    if (created.hasUnsaved()) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') created.saveDraft();
  });
  return created;
}

function tellKept({ row }: SegmentEdit, recordingId: string): void {
  toast.failed({
    id: `kept-${row.id}`,
    message: messages.t('transcript:edit.keptAway', { time: formatTime(row.startMs) }),
    action: {
      label: messages.t('transcript:edit.open'),
      onAction: () => navigate(paths.recording(recordingId, { atMs: row.startMs, segmentId: row.id })),
    },
  });
}

export function useSegmentEdit(): SegmentEditing {
  const store = editsFor(useClient());
  const session = useSession();
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  useEffect(() => store.enter(session), [store, session]);
  return useMemo(() => {
    const { begin, change, cancel, close, save, saveDraft, settle } = store;
    return { ...snapshot, begin, change, cancel, close, save, saveDraft, settle };
  }, [store, snapshot]);
}
