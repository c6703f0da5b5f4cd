import { newId } from '@colloquy/subgraph';
import { linkIdOf, shareToken } from './share-token.ts';

const secret = 'a secret of its own';
const id = newId();
const token = shareToken(id, secret);

describe('a share token', () => {
  it('names its link', () => {
    expect(token).toMatch(/^[\w-]{64}$/);
    expect(linkIdOf(token, secret)).toBe(id);
  });

  it('is nothing when any of its characters is changed', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(linkIdOf(token.slice(0, at) + other + token.slice(at + 1), secret)).toBeNull();
    }
  });

  it.each([
    ['empty', ''],
    ['cut', token.slice(1)],
    ['with more behind it', `${token}A`],
    ['of another alphabet', token.slice(0, 63) + '='],
    ['of an id alone', Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url').padEnd(64, 'A')],
    ['made with another secret', shareToken(id, 'another')],
  ])('is nothing %s', (_what, given) => {
    expect(linkIdOf(given, secret)).toBeNull();
  });
});
