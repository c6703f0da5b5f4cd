import { placesIn, replaceText } from './replace-text.ts';

const placesOf = (text: string, find: string, replacement: string, options = {}) =>
  placesIn(text, { find, replacement, matchCase: false, wholeWords: true, ...options });
const replace = (text: string, find: string, replacement: string, options = {}) =>
  replaceText(text, placesOf(text, find, replacement, options));

it.each([
  ['everywhere', 'Acme and acme.', 'acme', 'Akme', {}, 'Akme and Akme.'],
  ['with the same capitals', 'Acme and acme.', 'acme', 'Akme', { matchCase: true }, 'Acme and Akme.'],
  ['with a capital where one stands', 'Good. So good!', 'good', 'great', {}, 'Great. So great!'],
  ['by small letters what is typed with a capital', 'Mark it', 'Mark', 'mark', {}, 'mark it'],
  ['by what is typed where capitals matter', 'Ada ada', 'ada', 'ida', { matchCase: true }, 'Ada ida'],
  ['not in longer words', 'cat, concat, cat’s', 'cat', 'dog', {}, 'dog, concat, dog’s'],
  ['in longer words too', 'cat concat', 'cat', 'dog', { wholeWords: false }, 'dog condog'],
  ['beside letters with accents', 'élan lan', 'lan', 'plan', {}, 'élan plan'],
  ['whatever the space between', 'price  list', 'price list', 'offer', {}, 'offer'],
  ['what looks like a pattern', 'a.b aXb (c)', 'a.b', '$&', {}, '$& aXb (c)'],
  ['what has a hyphen', 'an e-mail, E-mails', 'e-mail', 'letter', {}, 'an letter, E-mails'],
  ['what has a slash and brackets', 'see b-c/d [e]', 'b-c/d [e]', '{x}', {}, 'see {x}'],
  ['what begins with a sign', 'it is $5 now', '$5', '5 €', {}, 'it is 5 € now'],
  ['what is to go with the space before it', 'the machine, a machine.', 'machine', '', {}, 'the, a.'],
  ['nothing', 'all is well', 'acme', 'Akme', {}, null],
  ['by the same', 'Acme', 'Acme', 'Acme', {}, null],
])('replaces %s', (_what, text, find, replacement, options, expected) => {
  expect(replace(text, find, replacement, options)).toBe(expected);
});

it('replaces only some of the places', () => {
  const text = 'No, no. And no!';
  const places = placesOf(text, 'no', 'yes');
  expect(places).toEqual([
    { start: 0, end: 2, text: 'Yes' },
    { start: 4, end: 6, text: 'yes' },
    { start: 12, end: 14, text: 'yes' },
  ]);
  expect(replaceText(text, places, new Set([0, 2]))).toBe('Yes, no. And yes!');
  expect(replaceText(text, places, new Set([1]))).toBe('No, yes. And no!');
  expect(replaceText(text, places, new Set())).toBeNull();
});
