import type { Client } from 'urql';
import { refreshSegment } from './segment.loader.ts';
import { EditSegmentTextMutation } from './segment.operations.ts';
import type { SegmentRow, SegmentStore } from './segment.store.ts';

interface SavedAs {
  readonly id: string;
  /** What it takes back, when the text is typed as it was before that. */
  readonly reverted: { readonly id: string } | null;
}

export type EditOutcome =
  /** `correction` is null when nothing was changed, or the answer was lost. */
  | { readonly kind: 'saved'; readonly row: SegmentRow; readonly correction: SavedAs | null }
  /** Somebody else was faster, or another segment stands there since; the row holds the text there now. */
  | {
      readonly kind: 'conflict';
      readonly mine: string;
      readonly theirs: SegmentRow;
      readonly segmentGone?: boolean;
    }
  /** `message` is empty when the server could not be reached; what nobody answered can be sent again. */
  | { readonly kind: 'failed'; readonly mine: string; readonly message: string; readonly answered: boolean };

/** As the graph keeps a text: another spelling of white space is no other text, what nobody sees is none. */
export function keptText(typed: string): string {
  const clean = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return /[^\p{C}\p{Z}]/u.test(clean) ? clean : '';
}

const CONFLICT = 'SEGMENT_EDIT_CONFLICT';

/**
 * Saves a segment's text. The row shows it at once and goes back if it cannot be saved; nothing that was typed is lost:
 * a refusal brings it back as `mine`.
 * @param row the segment as it was when the edit began
 * @param continues the correction that the edit goes on with
 */
export async function saveEdit(
  client: Client,
  store: SegmentStore,
  row: SegmentRow,
  text: string,
  continues: string | null,
): Promise<EditOutcome> {
  const mine = keptText(text);
  if (mine === row.text) return { kind: 'saved', row, correction: null };
  store.patch(row.id, { text: mine, edited: true });
  const { data, error } = await client
    .mutation(
      EditSegmentTextMutation,
      { input: { segmentId: row.id, text: mine, expectedVersion: row.version, continues } },
      // What is typed last is on its way when the page is closed.
      { fetchOptions: { keepalive: true } },
    )
    .toPromise();
  const answer = data?.editSegmentText;
  if (answer?.__typename === 'Segment') {
    store.setWords(row.id, answer.version, answer.words);
    const { text: saved, edited, version } = answer;
    store.patch(row.id, { text: saved, edited, version });
    return {
      kind: 'saved',
      row: { ...row, text: saved, edited, version },
      correction: answer.lastCorrection,
    };
  }
  store.patch(row.id, { text: row.text, edited: row.edited });
  if (answer?.code === CONFLICT) {
    const theirs = await refreshSegment(client, store, row.id);
    // It has arrived before, and only the answer was lost.
    if (theirs?.text === mine) return { kind: 'saved', row: theirs, correction: null };
    if (theirs) return { kind: 'conflict', mine, theirs };
  }
  return {
    kind: 'failed',
    mine,
    answered: answer !== undefined,
    message: answer
      ? [answer.message, ...answer.recovery].join(' ')
      : (error?.graphQLErrors[0]?.message ?? ''),
  };
}
