import { ProtocolViolation } from './frontend-message.ts';
import { MessageReader } from './message-reader.ts';
import { query } from './frontend-message.ts';

const messages = [query('SELECT 1'), query(''), query('x'.repeat(300)), query('é')];
const stream = Buffer.concat(messages);

function readAll(reader: MessageReader): Buffer[] {
  const read: Buffer[] = [];
  for (let next = reader.nextMessage(1000); next; next = reader.nextMessage(1000)) read.push(next);
  return read;
}

test.each([1, 2, 3, 4, 5, 6, 7, 13, 100, stream.length])(
  'cuts the same messages from chunks of %i bytes',
  (size) => {
    const reader = new MessageReader();
    const read: Buffer[] = [];
    for (let at = 0; at < stream.length; at += size) {
      reader.push(stream.subarray(at, at + size));
      read.push(...readAll(reader));
    }
    expect(read).toEqual(messages);
  },
);

test('a start-up packet has no type byte', () => {
  const reader = new MessageReader();
  reader.push(Buffer.from([0, 0, 0, 8, 4, 210]));
  expect(reader.nextStartupPacket(100)).toBeUndefined();
  reader.push(Buffer.from([22, 47, 0x51]));
  expect(reader.nextStartupPacket(100)).toEqual(Buffer.from([4, 210, 22, 47]));
});

test.each([0, 3, -1, 101])('refuses the length %i on the header alone', (length) => {
  const header = Buffer.alloc(5, 'Q');
  header.writeInt32BE(length, 1);
  const reader = new MessageReader();
  reader.push(header);
  expect(() => reader.nextMessage(100)).toThrow(ProtocolViolation);
});
