import { Fragment, memo, useMemo } from 'react';
import { readAnswer, type AnswerInline } from './answer-text.ts';
import { CitationChip } from './citation-chip.tsx';
import type { Citation } from './citation.ts';

interface AnswerBodyProps {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Still being written: the citations come with the end. */
  readonly writing: boolean;
}

/** An answer's text with its references as chips. React escapes all of it; nothing is ever set as HTML. */
export const AnswerBody = memo(function AnswerBody({ text, citations, writing }: AnswerBodyProps) {
  const blocks = useMemo(() => readAnswer(text), [text]);
  const byIndex = useMemo(
    () => new Map(citations.map((citation) => [citation.index, citation])),
    [citations],
  );
  const inline = (parts: readonly AnswerInline[]) =>
    parts.map((part, index) => {
      if (part.kind === 'citation')
        return (
          <Reference key={index} index={part.index} citation={byIndex.get(part.index)} writing={writing} />
        );
      return part.strong ? (
        <strong key={index}>{part.text}</strong>
      ) : (
        <Fragment key={index}>{part.text}</Fragment>
      );
    });
  return (
    <div className="chat-answer-text" data-writing={writing || undefined}>
      {blocks.map((block, index) => {
        if (block.kind === 'paragraph') {
          return (
            <p key={index}>
              {block.lines.map((line, number) => (
                <Fragment key={number}>
                  {number > 0 && <br />}
                  {inline(line)}
                </Fragment>
              ))}
            </p>
          );
        }
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List key={index}>
            {block.items.map((item, number) => (
              <li key={number}>{inline(item)}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
});

function Reference({
  index,
  citation,
  writing,
}: {
  readonly index: number;
  readonly citation: Citation | undefined;
  readonly writing: boolean;
}) {
  if (citation) return <CitationChip citation={citation} />;
  // A number without a source is no reference: it stays as it is written.
  return writing ? (
    <span className="chat-chip" data-pending>
      {index}
    </span>
  ) : (
    <>[{index}]</>
  );
}
