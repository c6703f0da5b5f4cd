import { ExpectedError } from '@colloquy/subgraph';
import { checkUrl } from './webhook-input.ts';

const outcomeOf = (text: string, allowPrivate = false): string => {
  try {
    return checkUrl(text, { allowPrivate });
  } catch (error) {
    if (error instanceof ExpectedError) return error.problem.code;
    throw error;
  }
};

it.each([
  [' https://example.com/colloquy?key=1#part ', 'https://example.com/colloquy?key=1'],
  ['http://example.com:8080', 'http://example.com:8080/'],
  ['http://1.1.1.1/', 'http://1.1.1.1/'],
  ['example.com', 'WEBHOOK_URL_INVALID'],
  ['', 'WEBHOOK_URL_INVALID'],
  ['ftp://example.com/', 'WEBHOOK_URL_INVALID'],
  ['file:///etc/passwd', 'WEBHOOK_URL_INVALID'],
  ['https://name:password@example.com/', 'WEBHOOK_URL_INVALID'],
  [`https://example.com/${'x'.repeat(2_000)}`, 'WEBHOOK_URL_INVALID'],
  ['http://127.0.0.1/', 'WEBHOOK_URL_NOT_PUBLIC'],
  ['http://2130706433/', 'WEBHOOK_URL_NOT_PUBLIC'],
  ['http://0x7f.1/', 'WEBHOOK_URL_NOT_PUBLIC'],
  ['http://[::1]/', 'WEBHOOK_URL_NOT_PUBLIC'],
  ['http://[::ffff:169.254.169.254]/latest/meta-data', 'WEBHOOK_URL_NOT_PUBLIC'],
])('%s: %s', (text, expected) => expect(outcomeOf(text)).toBe(expected));

it('takes private addresses where they are allowed', () => {
  expect(outcomeOf('http://127.0.0.1:9/', true)).toBe('http://127.0.0.1:9/');
});
