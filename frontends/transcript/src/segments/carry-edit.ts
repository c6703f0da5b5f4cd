import type { Timed } from '../timeline/locate.ts';
import { keptIn, withSave, type EditedPage, type EditSnapshot } from './edit-snapshot.ts';
import { keptText } from './save-edit.ts';
import { begunWith, isUnsaved, type SegmentEdit } from './segment-edit.ts';
import type { SegmentRow } from './segment.store.ts';

/**
 * The segment that stands where another one stood: they share half of the shorter one at least. Of several the one that
 * says the same, else the one that shares most.
 */
function standingAt(rows: readonly SegmentRow[], gone: SegmentRow): SegmentRow | null {
  const there = rows
    .map((row) => ({ row, shared: sharedMs(row, gone) }))
    .filter(({ row, shared }) => shared >= 0 && shared * 2 >= Math.min(lengthOf(row), lengthOf(gone)))
    .toSorted((a, b) => b.shared - a.shared);
  return (there.find(({ row }) => row.text === gone.text) ?? there[0])?.row ?? null;
}

const lengthOf = ({ startMs, endMs }: Timed): number => endMs - startMs;
const sharedMs = (a: Timed, b: Timed): number => Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);

function carriedTo(row: SegmentRow, edit: SegmentEdit): SegmentEdit {
  const { draft, trouble } = edit;
  const there = { row, draft, sitting: begunWith(row), trouble: null };
  const decided = trouble?.kind !== 'conflict';
  if (keptText(draft) === row.text || (decided && row.text === edit.row.text)) return there;
  if (!isUnsaved(edit)) return { ...there, draft: row.text };
  return { ...there, trouble: { kind: 'conflict', mine: draft, theirs: row, segmentGone: true } };
}

/** What was typed in a segment that went and came back: only the user can decide between the two. */
const broughtBack = (row: SegmentRow, typed: string): SegmentEdit => ({
  row,
  draft: typed,
  sitting: begunWith(row),
  trouble: { kind: 'conflict', mine: typed, theirs: row },
});

/**
 * Carries what was typed in segments that are gone (the recording was processed again, segments were joined or removed)
 * to those that stand in their place now; what finds none is unplaced, until its segment is back.
 * @param caret where it stands in the open editor; null when it is not there
 * @returns the same snapshot when nothing is to be carried
 */
export function carryOver(snapshot: EditSnapshot, page: EditedPage, caret: number | null): EditSnapshot {
  const { recordingId, store } = page;
  const { rows, complete } = store.getSnapshot();
  const isGone = ({ row }: SegmentEdit) => complete && !store.find(row.id);
  let { edit, saves, unplaced } = snapshot;
  const putAside = ({ row, draft }: SegmentEdit) => {
    unplaced = [...unplaced, { recordingId, segmentId: row.id, startMs: row.startMs, text: draft }];
  };
  if (edit && isGone(edit)) {
    const place = standingAt(rows, edit.row);
    if (!place && isUnsaved(edit)) putAside(edit);
    edit = place && { ...carriedTo(place, edit), caret };
  }
  for (const kept of keptIn(saves)) {
    if (kept.page.recordingId !== recordingId || !isGone(kept.edit)) continue;
    saves = withSave(saves, kept.edit.row.id, null);
    const place = standingAt(rows, kept.edit.row);
    const taken = place && (place.id === edit?.row.id || saves.get(place.id)?.kind === 'kept');
    if (!place || taken) putAside(kept.edit);
    else {
      const carried = carriedTo(place, kept.edit);
      if (isUnsaved(carried)) saves = withSave(saves, place.id, { ...kept, edit: carried });
    }
  }
  for (const left of unplaced.filter((one) => one.recordingId === recordingId)) {
    const row = store.find(left.segmentId);
    if (!row || edit?.row.id === row.id || saves.has(row.id)) continue;
    unplaced = unplaced.filter((one) => one !== left);
    const back = broughtBack(row, left.text);
    if (isUnsaved(back)) saves = withSave(saves, row.id, { kind: 'kept', edit: back, page });
  }
  const same = edit === snapshot.edit && saves === snapshot.saves && unplaced === snapshot.unplaced;
  return same ? snapshot : { ...snapshot, edit, saves, unplaced };
}
