import { eventually } from '@colloquy/testkit';
import { undo, type Made } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import { person, recordingOf, switchProfiles, voice } from './speaker-profiles.ts';

/** What was said not to be so is not said again by taking something back. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

async function lastCorrection(recordingId: string): Promise<Made | undefined> {
  const found = await service.transcript<{ corrections: { edges: { node: Made }[] } }>(
    recordingId,
    'corrections(first: 1) { edges { node { id kind version } } }',
  );
  return found?.corrections.edges[0]?.node;
}

it('rules out only whom the voice found where that is undone: the right person is found later', async () => {
  const { profile } = await person(service, 'Ola', voice(0));
  const { recordingId, speakers } = await recordingOf(service, [voice(0, 0.2)]);
  const now = async () => (await speakers())[0];
  await eventually(async () => (await now())?.profile);
  const undoing = await undo(service, (await lastCorrection(recordingId))?.id);
  await eventually(async () => (await now())?.identification?.outcome === 'UNKNOWN');
  expect(await now()).toMatchObject({ name: null, identification: { decidedBy: null, profile: null } });
  await undo(service, undoing.id);
  expect(await now()).toMatchObject({ name: 'Ola', identification: { profile: { id: profile.id } } });
  await undo(service, (await lastCorrection(recordingId))?.id);

  const right = await person(service, 'Pia', voice(0, 0.2));
  await eventually(async () => (await now())?.profile?.id === right.profile.id);
});
