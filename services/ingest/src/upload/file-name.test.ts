import { cleanLine, cleanText, displayFileName, titleFromFileName } from './file-name.ts';

describe('names from outside', () => {
  it.each([
    ['call.mp3', 'call.mp3'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Anna\\call.wav', 'call.wav'],
    ['a\u0000b\u001b[31m\n.mp3', 'a b [31m .mp3'],
    ['invoice\u202Egpj.mp3', 'invoicegpj.mp3'],
    ['e\u0301te\u0301.mp3', 'été.mp3'],
    ['half \ud83d', 'half \ufffd'],
    ['/', null],
    ['\u0007', null],
    [null, null],
  ])('%j is shown as %j', (name, shown) => {
    expect(displayFileName(name)).toBe(shown);
  });

  it('are cut between characters, not inside one', () => {
    expect(cleanLine('😀'.repeat(10), 3)).toBe('😀😀😀');
    expect(displayFileName('x'.repeat(1_000))).toHaveLength(200);
  });

  it('take no longer with a million marks on one letter', () => {
    const start = performance.now();
    expect(cleanText(`e${'\u0301\u0316'.repeat(500_000)}`).length).toBeLessThan(50);
    expect(cleanLine('\u0301\u0316'.repeat(500_000), 100).length).toBeLessThan(50);
    expect(cleanText('กำ́ ñ́')).toBe('กำ́ ñ́'.normalize('NFC'));
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('make titles', () => {
    expect(titleFromFileName('2026-03-02_call-with  Anna.mp3')).toBe('2026-03-02 call-with Anna');
    expect(titleFromFileName('.mp3')).toBe('Untitled recording');
    expect(titleFromFileName(null)).toBe('Untitled recording');
  });
});
