import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { ScramExchange, scramVerifier } from './scram.ts';

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The client's side, from RFC 5802 alone. */
function clientFinal(password: string, first: string, serverFirst: string, binding = 'biws'): string {
  const [, nonce = '', salt = '', iterations = ''] = /^r=(.*),s=(.*),i=(.*)$/.exec(serverFirst) ?? [];
  const key = hmac(
    pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256'),
    'Client Key',
  );
  const withoutProof = `c=${binding},r=${nonce}`;
  const signature = hmac(
    createHash('sha256').update(key).digest(),
    `${first.slice(3)},${serverFirst},${withoutProof}`,
  );
  return `${withoutProof},p=${Buffer.from(key.map((byte, index) => byte ^ (signature[index] as number))).toString('base64')}`;
}

const first = 'n,,n=postgres,r=rOprNGfwEbeRWgbNEkqO';

test('accepts the password and proves that it knows it too', () => {
  const exchange = new ScramExchange(scramVerifier('pencil'));
  const serverFirst = exchange.first(first) ?? '';
  expect(serverFirst).toMatch(/^r=rOprNGfwEbeRWgbNEkqO.{24},s=.+,i=4096$/);
  expect(exchange.final(clientFinal('pencil', first, serverFirst))).toMatch(/^v=[A-Za-z0-9+/]{43}=$/);
});

test('refuses another password, another binding, another nonce and a replay', () => {
  const verifier = scramVerifier('pencil');
  const begin = (): [ScramExchange, string] => {
    const exchange = new ScramExchange(verifier);
    return [exchange, exchange.first(first) ?? ''];
  };
  const [one, serverFirst] = begin();
  expect(one.final(clientFinal('pen', first, serverFirst))).toBeUndefined();
  expect(one.final(clientFinal('pencil', first, serverFirst, 'eSws'))).toBeUndefined();
  expect(one.final(clientFinal('pencil', first, serverFirst).replace('r=r', 'r=x'))).toBeUndefined();
  expect(one.final('p=')).toBeUndefined();
  const [two] = begin();
  expect(two.final(clientFinal('pencil', first, serverFirst))).toBeUndefined();
});

test.each(['', 'n,,', 'n,,n=postgres', 'p=tls-unique,,n=x,r=abc', 'n,,n=postgres,r=a,b c'])(
  'refuses the first message %j or reads it safely',
  (message) => {
    const answer = new ScramExchange(scramVerifier('x', 1)).first(message);
    if (message === 'n,,n=postgres,r=a,b c') expect(answer).toMatch(/^r=a/);
    else expect(answer).toBeUndefined();
  },
);
