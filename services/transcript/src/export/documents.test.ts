import mammoth from 'mammoth';
import { marked } from 'marked';
import { writeDocx } from './docx.export.ts';
import type { ExportDocument, ExportWriter } from './export-document.ts';
import { writeMarkdown } from './md.export.ts';

const HOSTILE = [
  '# no heading',
  '1. no list',
  '- no list',
  '=== ---',
  '> no quote',
  '*no* _emphasis_ `code` ~~strike~~',
  '[no link](https://evil.example) ![no](image) <b>no html</b> &amp; &copy;',
  'https://evil.example www.evil.example me@evil.example',
  '| no | table |',
  'a \\ backslash and a \u0001 control \ufffe',
];

const document = (about: Partial<ExportDocument> = {}): ExportDocument => ({
  title: 'A & <B> *C*',
  recordingId: '0198f2f0-0000-7000-8000-000000000001',
  language: 'en',
  durationMs: 60_000,
  speakers: new Map([['a', { label: 'SPEAKER_00', name: '*Ada* & <Co>', displayName: '*Ada* & <Co>' }]]),
  segments: (async function* () {
    for (const [at, text] of HOSTILE.entries())
      yield { speakerId: 'a', startMs: at * 1_000, endMs: at * 1_000 + 900, text, words: [] };
  })(),
  names: true,
  times: true,
  ...about,
});

async function bytes(write: ExportWriter, about?: Partial<ExportDocument>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of write(document(about))) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const readable = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('Markdown', () => {
  it('says what was said, whatever markup that looks like', async () => {
    const html = await marked(String(await bytes(writeMarkdown)));
    expect([...new Set(html.match(/<\/?\w+/g))].toSorted()).toEqual([
      '</h1',
      '</p',
      '</strong',
      '<br',
      '<h1',
      '<p',
      '<strong',
    ]);
    const paragraphs = Array.from(html.matchAll(/<p>(.*?)<\/p>/gs), ([, text = '']) => readable(text));
    expect(paragraphs.slice(0, 2)).toEqual([
      '<strong>*Ada* & <Co></strong> [00:00:00]<br># no heading',
      '<strong>*Ada* & <Co></strong> [00:00:01]<br>1. no list',
    ]);
    expect(paragraphs.map((paragraph) => paragraph.split('<br>')[1])).toEqual(HOSTILE);
  });

  it('leaves out who and when', async () => {
    const markdown = String(await bytes(writeMarkdown, { names: false, times: false }));
    expect(markdown.split('\n').slice(0, 4)).toEqual(['# A \\& \\<B\\> \\*C\\*', '', '\\# no heading', '']);
  });
});

describe('a Word document', () => {
  it('says who said what and when', async () => {
    const { value, messages } = await mammoth.convertToHtml({ buffer: await bytes(writeDocx) });
    expect(messages).toEqual([]);
    const [title, ...paragraphs] = Array.from(value.matchAll(/<(h1|p)>(.*?)<\/\1>/gs), ([, , text = '']) =>
      readable(text),
    );
    expect(title).toBe('A & <B> *C*');
    expect(paragraphs[0]).toBe('<strong>*Ada* & <Co></strong>  00:00:00<br /># no heading');
    // What XML cannot hold is gone.
    const texts = HOSTILE.map((text) => text.replaceAll('\u0001', '').replaceAll('\ufffe', ''));
    expect(paragraphs.map((paragraph) => paragraph.split('<br />')[1])).toEqual(texts);
  });

  it('leaves out who and when', async () => {
    const buffer = await bytes(writeDocx, { names: false, times: false });
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value.split('\n\n').slice(0, 3)).toEqual(['A & <B> *C*', '# no heading', '1. no list']);
  });

  it('is written while it is read', async () => {
    let read = 0;
    const segments = (async function* () {
      for (; read < 20_000; read += 1)
        yield {
          speakerId: 'a',
          startMs: read,
          endMs: read + 1,
          text: `said ${Math.sin(read)} and ${Math.cos(read)}`,
          words: [],
        };
    })();
    let readAtFirstText = 0;
    let size = 0;
    for await (const piece of writeDocx(document({ segments }))) {
      size += piece.length;
      if (size > 100_000 && readAtFirstText === 0) readAtFirstText = read;
    }
    expect(readAtFirstText).toBeLessThan(10_000);
    expect(read).toBe(20_000);
  });
});
