import { copyText, readAnswer, type AnswerInline } from './answer-text.ts';

const inline = (text: string): readonly AnswerInline[] => {
  const [block] = readAnswer(text);
  return block?.kind === 'paragraph' ? (block.lines[0] ?? []) : [];
};

describe('readAnswer', () => {
  it('takes references out of the text', () => {
    expect(inline('Prices rise [1], said both [2, 3].')).toEqual([
      { kind: 'text', text: 'Prices rise ', strong: false },
      { kind: 'citation', index: 1 },
      { kind: 'text', text: ', said both ', strong: false },
      { kind: 'citation', index: 2 },
      { kind: 'citation', index: 3 },
      { kind: 'text', text: '.', strong: false },
    ]);
  });

  it('leaves brackets that are no reference as written', () => {
    expect(inline('see [note] and [1')).toEqual([{ kind: 'text', text: 'see [note] and [1', strong: false }]);
  });

  it('reads strong text, also around a reference, and leaves a lone ** (an answer still streaming)', () => {
    expect(inline('**Anna [1]:** no')).toEqual([
      { kind: 'text', text: 'Anna ', strong: true },
      { kind: 'citation', index: 1 },
      { kind: 'text', text: ':', strong: true },
      { kind: 'text', text: ' no', strong: false },
    ]);
    expect(
      inline('a **b')
        .map((part) => part.kind === 'text' && part.text)
        .join(''),
    ).toBe('a **b');
  });

  it('separates paragraphs and gathers lists', () => {
    const blocks = readAnswer('First.\nSecond.\n\nThird:\n- one [1]\n- two\n1. a\n2) b');
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'list', 'list']);
    expect(blocks[0]).toMatchObject({ lines: [[{ text: 'First.' }], [{ text: 'Second.' }]] });
    expect(blocks[2]).toMatchObject({
      ordered: false,
      items: [[{ text: 'one ' }, { index: 1 }], [{ text: 'two' }]],
    });
    expect(blocks[3]).toMatchObject({ ordered: true });
  });

  it('makes nothing but text of markup', () => {
    expect(inline('<img src=x onerror=alert(1)> [a](javascript:x)')).toEqual([
      { kind: 'text', text: '<img src=x onerror=alert(1)> [a](javascript:x)', strong: false },
    ]);
  });
});

describe('copyText', () => {
  it('puts the sources below the answer', () => {
    const citation = {
      index: 1,
      quote: 'It rises.',
      speakerName: 'Anna',
      recordingTitle: 'Call',
      startMs: 5000,
      changed: false,
    };
    expect(copyText('Prices rise [1].\n', [citation], (ms) => `${ms} ms`, String)).toBe(
      'Prices rise [1].\n\n[1] Anna, Call, 5000 ms: “It rises.”',
    );
    expect(copyText('Nothing.', [], String, String)).toBe('Nothing.');
    const renamed = { ...citation, segment: { text: 'It rises.', speaker: { displayName: 'Anna Berg' } } };
    expect(copyText('[1]', [renamed], String, String)).toBe('[1]\n\n[1] Anna Berg, Call, 5000: “It rises.”');
  });

  it('says of a source that it was corrected since', () => {
    const citation = {
      index: 1,
      quote: 'It rises.',
      speakerName: 'Anna',
      recordingTitle: 'Call',
      startMs: 5000,
      changed: true,
      segment: { text: 'It falls.', speaker: { displayName: 'Ben' } },
    };
    expect(copyText('[1]', [citation], String, ({ segment }) => `now ${segment?.text}`)).toBe(
      '[1]\n\n[1] Anna, Call, 5000: “It rises.” (now It falls.)',
    );
  });
});
