import { memo, useEffect, useMemo, useRef, useSyncExternalStore, type MouseEvent } from 'react';
import { goTo, useReading } from '../session/transcript-session.ts';
import type { SegmentRow } from './segment.store.ts';
import { cutRuns, locateWords, type TextSpan } from './text-runs.ts';

/** Below this an engine is guessing; the word is underlined with dots. */
const UNSURE = 0.4;
const NO_SPANS: readonly TextSpan[] = [];

interface SegmentTextProps {
  readonly row: SegmentRow;
  readonly found: readonly TextSpan[] | undefined;
  /** Among many found places, the one that is stepped to. */
  readonly foundHere: boolean;
  readonly unsureTitle: string;
}

/** A segment's text: words to click, the spoken one lit. The light moves by an attribute on one element, React draws nothing. */
export const SegmentText = memo(function SegmentText({
  row,
  found = NO_SPANS,
  foundHere,
  unsureTitle,
}: SegmentTextProps) {
  const session = useReading();
  const { store, position } = session;
  const words = useSyncExternalStore(
    (listener) => store.subscribeWords(row.id, listener),
    () => store.wordsOf(row),
  );
  const runs = useMemo(
    () => cutRuns(row.text, words ? locateWords(row.text, words) : [], found),
    [row.text, words, found],
  );
  const element = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    let lit: Element[] = [];
    const light = () => {
      const { segmentId, word } = position.getPlace();
      for (const old of lit) old.removeAttribute('data-lit');
      lit =
        segmentId === row.id && word >= 0
          ? [...(element.current?.querySelectorAll(`[data-word="${word}"]`) ?? [])]
          : [];
      for (const spoken of lit) spoken.setAttribute('data-lit', '');
    };
    position.refresh();
    light();
    return position.subscribeWord(light);
  }, [position, row.id, runs]);

  const play = (event: MouseEvent) => {
    // A drag that selects text is no click on a word.
    if (getSelection()?.isCollapsed === false) return;
    const index = (event.target as Element).closest('[data-word]')?.getAttribute('data-word');
    const word = index ? words?.[Number(index)] : undefined;
    if (word) goTo(session, word.startMs);
  };

  return (
    // The keyboard's way to play from here is the time button of the segment.
    <p ref={element} className="transcript-text" onClick={play}>
      {runs.map((run, index) => {
        const confidence = run.word >= 0 ? (words?.[run.word]?.confidence ?? 1) : 1;
        const unsure = confidence < UNSURE;
        const Mark = run.found ? 'mark' : 'span';
        return run.word < 0 && !run.found ? (
          run.text
        ) : (
          <Mark
            key={index}
            data-word={run.word < 0 ? undefined : run.word}
            data-unsure={unsure || undefined}
            data-here={(run.found && foundHere) || undefined}
            title={unsure ? unsureTitle : undefined}
          >
            {run.text}
          </Mark>
        );
      })}
    </p>
  );
});
