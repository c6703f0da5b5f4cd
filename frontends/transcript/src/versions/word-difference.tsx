import { diffWordsWithSpace } from 'diff';
import { memo } from 'react';

interface WordDifferenceProps {
  /** Null for what was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A whole text with the words that went and came marked in it. */
export const WordDifference = memo(function WordDifference({ before, after }: WordDifferenceProps) {
  if (before === after) return after;
  if (before === null) return <ins>{after}</ins>;
  if (after === null) return <del>{before}</del>;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
    const Mark = added ? 'ins' : removed ? 'del' : 'span';
    return <Mark key={index}>{value}</Mark>;
  });
});
