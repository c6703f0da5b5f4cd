import type { Client } from 'urql';
import type { EditedPage } from './edit-snapshot.ts';
import type { SegmentEdit } from './segment-edit.ts';
import { refreshSegment } from './segment.loader.ts';
import type { SegmentRow } from './segment.store.ts';

/** Takes back what was saved of an edit, the latest first, as far as nobody has changed it since. */
export async function takeBack(
  client: Client,
  { row: { id }, sitting }: SegmentEdit,
  { store, corrections }: EditedPage,
): Promise<SegmentRow | null> {
  if (sitting.correctionIds.length === 0) return null;
  store.patch(id, { text: sitting.text });
  for (const correctionId of sitting.correctionIds.toReversed())
    if (!(await corrections.discard(correctionId))) break;
  return refreshSegment(client, store, id);
}
