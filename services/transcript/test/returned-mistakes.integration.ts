import { eventually } from '@colloquy/testkit';
import { correct, correctionsOf, undo } from './corrected-transcript.ts';
import { mistakenPerson } from './mistaken-person.ts';
import { RunningService } from './running-service.ts';
import { identify, switchProfiles, voice } from './speaker-profiles.ts';

/** A mistake about who somebody is was taken back; what was found through it comes back by a way back of its own. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

/** The recording that was found first, with the correction of it that is taken back once the mistake is. */
interface Found {
  recordingId: string;
  speakerIds: string[];
  version: number;
}

const merged = async (speakerId?: string, intoSpeakerId?: string) => {
  const made = await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', { speakerId, intoSpeakerId });
  return made?.id;
};
const lastOf = async (recordingId: string) => (await correctionsOf(service, recordingId))[0]?.id;
const restore = ({ recordingId, version }: Found) =>
  service.graph.query(
    'mutation ($id: ID!, $v: Int!) { restoreTranscript(recordingId: $id, version: $v) { __typename } }',
    { id: recordingId, v: version },
  );

it.each<[string, number, (found: Found) => Promise<string | undefined>]>([
  [
    'a name',
    0,
    async ({ recordingId, speakerIds: [id = ''] }) => {
      await service.rename(id, 'Ben');
      return lastOf(recordingId);
    },
  ],
  [
    'a rejection',
    10,
    async ({ recordingId, speakerIds: [id] }) => {
      await identify(service, `rejectIdentification(speakerId: "${id}")`);
      return lastOf(recordingId);
    },
  ],
  ['a merge into somebody else', 20, ({ speakerIds: [id, other] }) => merged(id, other)],
  ['a version before it', 30, async () => undefined],
])('does not bring a mistake back with what undoes %s', async (_what, at, say) => {
  const about = await mistakenPerson(service, `Anna ${at}`, at, [voice(at + 7)]);
  const recordingId = about.found[0]?.recordingId ?? '';
  const { version } = (await service.transcript<{ version: number }>(recordingId, 'version')) ?? {
    version: 0,
  };
  const speakerIds = ((await about.found[0]?.speakers()) ?? []).map(({ id }) => id);
  const said = await say({ recordingId, speakerIds, version });
  await identify(service, `rejectIdentification(speakerId: "${about.speakerId}")`);
  await eventually(async () => {
    const [, first, second] = await about.people();
    return second?.profile === null && (said !== undefined || first?.profile === null);
  });
  await (said ? undo(service, said) : restore({ recordingId, speakerIds, version }));
  // The name comes back, and is judged again.
  await about.named(0);
  expect(await about.samples()).toMatchObject([{ origin: 'CONFIRMED', speechMs: 8_000 }]);
  const again = await about.other(0.02);
  await eventually(async () => (await again.speakers())[0]?.identification?.outcome === 'UNKNOWN');
});
