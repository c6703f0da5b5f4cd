import { eventually } from '@colloquy/testkit';
import { RunningService } from './running-service.ts';
import {
  change,
  identify,
  person,
  recordingOf,
  switchProfiles,
  voice,
  type Identified,
} from './speaker-profiles.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

it('tells who speakers may be as soon as that is found, and when it is taken back', async () => {
  const heard = await recordingOf(service, [voice(0, 0.75), voice(10)]);
  await eventually(async () => (await heard.speakers())[0]?.identification);
  const feed = service.graph.subscribe<{ speakersIdentified: Pick<Identified, 'id' | 'identification'>[] }>(
    `subscription ($id: ID!) { speakersIdentified(recordingId: $id) { id identification { outcome profile { name } } } }`,
    { id: heard.recordingId },
  );
  const next = async () =>
    ((await feed.next()).value?.speakersIdentified ?? []).map(
      ({ identification }: Identified) => identification,
    );
  const unknown = { outcome: 'UNKNOWN', profile: null };
  expect(await next()).toEqual([unknown, unknown]);

  const { speakers } = await recordingOf(service, [voice(0)]);
  const [anna] = await speakers();
  await change(service, `createSpeakerProfile(input: { name: "Anna", speakerId: "${anna?.id}" })`);
  expect(await next()).toEqual([{ outcome: 'MAYBE', profile: { name: 'Anna' } }, unknown]);

  const [asked] = await heard.speakers();
  await identify(service, `rejectIdentification(speakerId: "${asked?.id}")`);
  expect(await next()).toEqual([unknown, unknown]);
  await feed.return?.();
});

/** What somebody is told who reads a transcript. */
function told(recordingId: string) {
  const feed = service.graph.subscribe<{ speakersIdentified: Partial<Identified>[] }>(
    `subscription ($id: ID!) { speakersIdentified(recordingId: $id) {
       displayName profile { name } identification { outcome } } }`,
    { id: recordingId },
  );
  const next = async () => (await feed.next()).value?.speakersIdentified;
  return { next, close: () => feed.return?.() };
}

it('tells those who read a transcript that a person heard there was deleted', async () => {
  const { recordingId, profile } = await person(service, 'Bert', voice(20));
  const { next, close } = told(recordingId);
  expect(await next()).toMatchObject([{ displayName: 'Bert', profile: { name: 'Bert' } }]);
  await service.graph.query(`mutation { deleteSpeakerProfile(id: "${profile.id}") { __typename } }`);
  expect(await next()).toMatchObject([{ displayName: 'Bert', profile: null }]);
  await close();
});

it('tells them when everybody is deleted as voices are turned off, also where somebody is only asked about', async () => {
  const { recordingId } = await person(service, 'Cleo', voice(30));
  const asked = await recordingOf(service, [voice(30)], { speechMs: 4_000 });
  await eventually(async () => (await asked.speakers())[0]?.identification?.outcome === 'MAYBE');
  const [heard, inQuestion] = [told(recordingId), told(asked.recordingId)];
  expect(await heard.next()).toMatchObject([{ displayName: 'Cleo', profile: { name: 'Cleo' } }]);
  expect(await inQuestion.next()).toMatchObject([{ identification: { outcome: 'MAYBE' } }]);
  await switchProfiles(service, false, { deleteProfiles: true });
  expect(await heard.next()).toEqual([{ displayName: 'Cleo', profile: null, identification: null }]);
  expect(await inQuestion.next()).toMatchObject([{ profile: null, identification: null }]);
  await heard.close();
  await inQuestion.close();
});
