import { eventually } from '@colloquy/testkit';
import type { RunningService } from './running-service.ts';
import { change, identify, profileNow, recordingOf, voice } from './speaker-profiles.ts';

/**
 * Somebody with little speech of their own, who is taken for another with much: in one recording, found in two.
 * @param beside who else speaks in these
 */
export async function mistakenPerson(
  service: RunningService,
  name: string,
  at: number,
  beside: readonly number[][] = [],
) {
  const own = await recordingOf(service, [voice(at)], { speechMs: 8_000 });
  const [speaker] = await own.speakers();
  const { id: profileId } = await change(
    service,
    `createSpeakerProfile(input: { name: "${name}", speakerId: "${speaker?.id}" })`,
  );
  const other = (off: number) => recordingOf(service, [voice(at + 4, off), ...beside], { speechMs: 60_000 });
  const [taken, ...found] = [await other(0), await other(0.05), await other(0.1)];
  const [wrong] = await taken.speakers();
  const speakerId = wrong?.id ?? '';
  await identify(service, `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${profileId}")`);
  const all = [taken, ...found];
  const people = async () => (await Promise.all(all.map((one) => one.speakers()))).map(([one]) => one);
  const named = async (count: number) =>
    eventually(async () => {
      const names = (await people()).filter((one) => one?.profile?.id === profileId);
      return names.length === count;
    });
  const samples = async () => (await profileNow(service, profileId))?.samples ?? [];
  await named(3);
  await eventually(async () => (await samples()).length === 4);
  const changeOf = async (kind: string) =>
    (await profileNow(service, profileId))?.history.edges.find(({ node }) => node.kind === kind)?.node.id;
  return { profileId, speakerId, taken, found, other, people, named, samples, changeOf };
}
