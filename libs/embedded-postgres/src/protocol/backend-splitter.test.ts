import { message, readyForQuery } from './backend-message.ts';
import { BackendSplitter } from './backend-splitter.ts';

const row = (length: number): Buffer => message('D', Buffer.alloc(length, 'd'));
const notification = message('A', Buffer.from('0123news\0hello\0'));
const complete = message('C', Buffer.from('SELECT 1\0'));
const stream = Buffer.concat([
  row(0),
  notification,
  row(40),
  complete,
  notification,
  row(9),
  readyForQuery('T'),
]);
const passed = Buffer.concat([row(0), row(40), complete, row(9)]);

test.each(Array.from({ length: 60 }, (_, index) => index + 1))(
  'drops and forwards whole messages from pieces of %i bytes',
  (size) => {
    const seen: Buffer[] = [];
    const splitter = new BackendSplitter('ACZ', 10_000, (type, bytes) => {
      seen.push(bytes);
      return type === 'C' ? 'forward' : 'drop';
    });
    // The engine reuses its memory: a piece must not be needed after the call.
    const memory = Buffer.alloc(size);
    for (let at = 0; at < stream.length; at += size) {
      const length = stream.copy(memory, 0, at, at + size);
      splitter.push(memory.subarray(0, length));
      memory.fill(0xff);
    }
    expect(Buffer.concat(splitter.output)).toEqual(passed);
    expect(seen).toEqual([notification, complete, notification, readyForQuery('T')]);
  },
);

test('past its limit it keeps nothing but still sees the messages asked for', () => {
  let status = '';
  const splitter = new BackendSplitter('Z', 1000, (_, bytes) => {
    status = bytes.toString('latin1', 5);
    return 'drop';
  });
  for (let count = 0; count < 50; count++) splitter.push(row(100));
  splitter.push(readyForQuery('I'));
  expect({ overflowed: splitter.overflowed, kept: splitter.output.length, status }).toEqual({
    overflowed: true,
    kept: 0,
    status: 'I',
  });
});
