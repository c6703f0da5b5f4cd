import { UiProvider } from '@colloquy/ui';
import { render, screen } from '@testing-library/react';
import { WhyPerson, type WhyIdentification } from './why-person.tsx';

const found: WhyIdentification = {
  outcome: 'SURE',
  confidence: 0.98,
  similarity: 0.8312,
  model: 'speaker-96',
  draft: true,
  decidedBy: null,
  decidedAt: '2026-01-02T10:00:00Z',
  profile: { id: 'p1', name: 'Anna' },
  rejected: [],
  alternatives: [{ confidence: 0.33, profile: { id: 'p2', name: 'Ben' } }],
};

const read = (about: Partial<WhyIdentification>) => {
  render(
    <UiProvider>
      <WhyPerson identification={{ ...found, ...about }} />
    </UiProvider>,
  );
  return screen.getAllByRole('region', { name: 'The person' }).at(-1)?.textContent;
};

test.each<[string, Partial<WhyIdentification>, RegExp]>([
  [
    'found by the voice',
    {},
    /voice is that of Anna, 98.% likely.*0\.83 alike by speaker-96.*small.*Ben \(33.%\)/,
  ],
  ['asked about', { outcome: 'MAYBE', confidence: 0.6 }, /may be that of Anna, 60.% likely/],
  ['nobody known', { outcome: 'UNKNOWN', profile: null, alternatives: [] }, /no known voice/],
  ['said by a person', { decidedBy: 'Owner' }, /Owner said .*2026.* that this is Anna/],
  [
    'denied by a person',
    { outcome: 'UNKNOWN', decidedBy: 'Owner', profile: null },
    /Owner said .* nobody known/,
  ],
  [
    'not who they were taken for',
    {
      outcome: 'UNKNOWN',
      profile: null,
      alternatives: [],
      rejected: [
        { decidedBy: 'Owner', decidedAt: '2026-01-03T10:00:00Z', profile: { id: 'p2', name: 'Ben' } },
      ],
    },
    /Owner said .*2026.* that this is not Ben.*no other known voice/,
  ],
  ['somebody who is gone', { profile: null }, /a person who is gone/],
])('says in words that somebody is %s', (_what, about, words) => {
  expect(read(about)).toMatch(words);
});

test('compares nothing with what a person said', () => {
  expect(read({ decidedBy: 'Owner' })).not.toMatch(/alike|Ben/);
});
