import { readerOf, type UploadSource } from './upload-source.ts';

const bytes = Uint8Array.from({ length: 10 }, (_, index) => index);
const ENDS = [3, 3, 7, 10];
const part = (end: number) => bytes.subarray(end - 3, end);
async function* parts() {
  yield* ENDS.map(part);
}
const stream = () => new Blob(ENDS.map(part)).stream();
const text = ({ value, done }: { value: Uint8Array | null; done: boolean }) =>
  `${value ? value.join('') : 'end'}${done ? '.' : ''}`;

describe('bytes to upload', () => {
  it.each([
    ['a Blob', new Blob([bytes])],
    ['an array', bytes],
  ])('of %s have a size and are read anywhere', async (_what, source) => {
    const reader = readerOf(source);
    expect(reader.size).toBe(10);
    expect(text(await reader.slice(6, 10))).toBe('6789.');
    expect(text(await reader.slice(0, 4))).toBe('0123');
  });

  it.each([
    ['an iterator', () => parts()],
    ['a stream', stream],
    ['a stream of a browser that cannot iterate', () => ({ getReader: () => stream().getReader() })],
  ])(
    'of %s are read forward, again as far as the last piece, and end in a piece of nothing',
    async (_what, source) => {
      const reader = readerOf(source() as UploadSource);
      expect(reader.size).toBeNull();
      expect(text(await reader.slice(0, 4))).toBe('0120');
      expect(text(await reader.slice(2, 6))).toBe('2012');
      expect(text(await reader.slice(6, 10))).toBe('4567');
      expect(text(await reader.slice(10, 14))).toBe('89');
      expect(text(await reader.slice(12, 16))).toBe('end.');
      expect(text(await reader.slice(12, 16))).toBe('end.');
      await expect(reader.slice(0, 4)).rejects.toThrow('cannot be read again');
    },
  );

  it('skip what lies before the first piece asked for', async () => {
    expect(text(await readerOf(parts()).slice(7, 9))).toBe('56');
  });
});
