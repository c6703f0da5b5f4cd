import { checkListing } from './extract.ts';

const line = (kind: string, name: string, size = 10) =>
  `${kind}rw-r--r-- me/us ${size} 2024-01-01 12:00 ${name}\n`;

test('files and folders pass', () => {
  expect(() =>
    checkListing(line('d', 'model/', 0) + line('-', 'model/tokens with space.txt'), 100),
  ).not.toThrow();
});

test.each([
  ['a way up', line('-', 'model/../../etc/passwd')],
  ['an absolute name', line('-', '/etc/passwd')],
  ['a link', line('l', 'model/link -> /etc')],
  ['a hard link', line('h', 'model/link link to /etc/passwd')],
  ['a device', line('c', 'model/zero')],
  ['too much', line('-', 'model/a', 60) + line('-', 'model/b', 60)],
  ['nonsense', 'what is this\n'],
])('%s is refused', (_, listing) => {
  expect(() => checkListing(listing, 100)).toThrow('not safe');
});
