import { LOCAL_WORKSPACE_ID as workspaceId, newId } from '@colloquy/subgraph';
import { Client } from 'pg';
import { RunningService } from './running-service.ts';
import { person, profileNow, switchProfiles, voice } from './speaker-profiles.ts';

let service: RunningService;
let other: Client;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
  other = new Client({ connectionString: service.databaseUrl });
  await other.connect();
}, 60_000);
afterAll(async () => {
  await other.end();
  await service.stop();
});

const LOCK = 'select 1 from transcript.voice_profile_settings where workspace_id = $1 for update';

it('deletes a person after whoever is changing their profile at that moment, and what they wrote with it', async () => {
  const { profile } = await person(service, 'Secret Name', voice(0));
  await other.query('begin');
  await other.query(LOCK, [workspaceId]);
  let deleted = false;
  const deletion = service.graph
    .query(`mutation { deleteSpeakerProfile(id: "${profile.id}") { __typename } }`)
    .then(() => (deleted = true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(deleted).toBe(false);
  const changes = { profiles: [{ profileId: profile.id, before: { name: 'Secret Name' } }] };
  await other.query(
    `insert into transcript.profile_change (id, workspace_id, profile_id, kind, author, changes, created_at)
     values ($1, $2, $3, 'RENAMED', 'Somebody', $4, now())`,
    [newId(), workspaceId, profile.id, changes],
  );
  await other.query('commit');
  await deletion;
  expect(await profileNow(service, profile.id)).toBeNull();
  const { rows } = await other.query(
    "select 1 from transcript.profile_change where changes::text like '%Secret Name%'",
  );
  expect(rows).toEqual([]);
});
