import { Collected } from './collected-recordings.ts';
import { RunningService } from './running-service.ts';
import { recordingOf, switchProfiles, voice } from './speaker-profiles.ts';
import { VoiceWorker } from './voice-worker.ts';

let service: RunningService;
let worker: VoiceWorker;
beforeAll(async () => {
  service = await RunningService.start();
  worker = await VoiceWorker.start(service, () => voice(7, 0, 256));
  worker.model = 'bigger-256';
  await switchProfiles(service, true);
}, 60_000);
afterAll(async () => {
  await worker.die();
  await service.stop();
});

it('finds one person in recordings of different embedders once they are listened to anew', async () => {
  // More speech than is listened to anew.
  const early = await recordingOf(service, [voice(0)], { speechMs: 20_000 });
  const late = await recordingOf(service, [voice(7, 0, 256)], { model: 'bigger-256' });
  const collection = new Collected(service, [early.recordingId, late.recordingId]);
  for (const id of collection.recordingIds) await service.tell(id, { title: id });
  await collection.tell();
  const apart = await collection.tellsApart(2);
  expect(apart.map(({ appearances }) => appearances[0]?.match.reason)).toEqual(['ALONE', 'ALONE']);

  await service.graph.query('mutation { reembedVoices { ... on VoiceReembedding { state } } }');
  const [person] = await collection.tellsApart(1);
  const match = { reason: 'VOICE', embedder: 'bigger-256', similarity: 1 };
  expect(person?.appearances.map((one) => one.match)).toMatchObject([match, match]);
}, 60_000);
