import { openingOf, spokenLanguage } from './spoken-language.ts';

it.each([
  ['en', ['Where is the lighthouse?', 'Behind the harbour.']],
  ['de', ['Wo ist der Leuchtturm?', 'Hinter dem Hafen, gleich am Strand.']],
  ['es', ['¿Dónde está el faro?', 'Está detrás del puerto.']],
  ['fr', ['Donc on livre vendredi.', 'Oui, au plus tard.']],
  ['zh', ['我觉得我们应该买这所房子。']],
  [null, ['Hello all', 'Hi']],
  [null, ['Hm.', '12345']],
  [null, []],
])('tells %s by what is said', async (language, texts) => {
  expect(await spokenLanguage(openingOf(texts.map((text) => ({ text }))))).toBe(language);
});

it('takes no longer for a transcript of any length', async () => {
  let read = 0;
  function* segments() {
    for (; read < 1_000_000; read++) yield { text: 'We agreed on the budget and on the date.' };
  }
  expect(await spokenLanguage(openingOf(segments()))).toBe('en');
  expect(read).toBeLessThan(1_000);
});
