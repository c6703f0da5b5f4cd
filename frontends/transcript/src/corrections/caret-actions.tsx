import { Button, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { PlaceToGoOn } from '../segments/going-on.ts';
import type { SegmentEditing } from '../segments/use-segment-edit.ts';
import type { SegmentRow } from '../segments/segment.store.ts';
import { useSession } from '../session/transcript-session.ts';
import {
  MergeSegmentsMutation,
  MoveSegmentBoundaryMutation,
  SplitSegmentMutation,
} from './correction.operations.ts';
import { seen } from './seen.ts';
import { wordsAtCaret } from './words-at-caret.ts';

export type CaretAction = 'split' | 'up' | 'down' | 'join';

/** What can be done at the caret of a segment being edited. What is typed is saved first. */
export function useCaretActions(editing: SegmentEditing) {
  const { store, corrections } = useSession();
  const { rows } = store.getSnapshot();
  const position = editing.edit ? store.positionOf(editing.edit.row.id) : -1;
  const [before, after] = [rows[position - 1], rows[position + 1]];

  const make = (
    row: SegmentRow,
    action: CaretAction,
    words: { before: number; all: number },
  ): Promise<boolean> => {
    const move = (first: SegmentRow, second: SegmentRow, count: number) =>
      corrections.make(MoveSegmentBoundaryMutation, {
        input: { first: seen(first), second: seen(second), words: count },
      });
    if (action === 'up' && before) return move(before, row, -words.before);
    if (action === 'down' && after) return move(row, after, words.all - words.before);
    if (action === 'join' && before)
      return corrections.make(MergeSegmentsMutation, { input: { segments: [before, row].map(seen) } });
    return corrections.make(SplitSegmentMutation, {
      input: { segment: seen(row), beforeWord: words.before },
    });
  };

  /** As soon as it is what the correction made of it. */
  const changed = ({ id, version }: SegmentRow) => {
    const now = store.find(id);
    return now && now.version > version ? now : undefined;
  };
  const goOnAfter = (row: SegmentRow, action: CaretAction, afterSpace: boolean): PlaceToGoOn => {
    if (action === 'join' && before) return { find: () => changed(before), caret: before.text.length + 1 };
    if (action === 'split')
      return {
        find: () => changed(row) && store.getSnapshot().rows[store.positionOf(row.id) + 1],
        caret: 0,
      };
    if (action === 'up') return { find: () => changed(row), caret: 0 };
    return { find: () => changed(row), caret: undefined, afterSpace };
  };

  return {
    possible: (action: CaretAction, draft: string, caret: number): boolean => {
      const words = wordsAtCaret(draft, caret, null);
      const inside = words.before > 0 && words.before < words.all;
      if (action === 'join') return Boolean(before) && draft.trim() !== '';
      return inside && (action === 'split' || Boolean(action === 'up' ? before : after));
    },
    run: (action: CaretAction, draft: string, caret: number): Promise<void> =>
      editing.goOn(async (row) => {
        const words = wordsAtCaret(draft, caret, store.wordsOf(row));
        const afterSpace = /\s$/.test(draft.slice(0, caret));
        return (await make(row, action, words)) ? goOnAfter(row, action, afterSpace) : null;
      }),
  };
}

interface CaretButtonsProps {
  readonly editing: SegmentEditing;
  readonly caret: number;
}

const BUTTONS = ['split', 'up', 'down'] as const;

/** The same as buttons. */
export function CaretButtons({ editing, caret }: CaretButtonsProps) {
  const { t } = useMessages('transcript');
  const { possible, run } = useCaretActions(editing);
  const draft = editing.edit?.draft ?? '';
  return (
    <>
      {BUTTONS.map((action) => (
        <Tooltip key={action} label={t(`caret.${action}Hint`)} multiline maw={260}>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            disabled={!possible(action, draft, caret)}
            onClick={() => void run(action, draft, caret)}
          >
            {t(`caret.${action}`)}
          </Button>
        </Tooltip>
      ))}
    </>
  );
}
