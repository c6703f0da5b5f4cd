import { changedPart } from './changed-part.ts';

interface DifferenceProps {
  /** Null for what was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a text was and what it is, where they differ. */
export function Difference({ before, after }: DifferenceProps) {
  const part = before === null || after === null ? { before, after } : changedPart(before, after);
  return (
    <>
      {part.before !== null && <del>{part.before}</del>} {part.after !== null && <ins>{part.after}</ins>}
    </>
  );
}
