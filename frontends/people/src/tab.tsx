import type { RouteOf } from '@colloquy/web-kit';
import { ProblemAlert, Skeleton, Stack } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useQuery } from 'urql';
import { PeoplePage } from './list/people-page.tsx';
import './people.css';
import { PersonPage } from './person/person-page.tsx';
import { TurnOn } from './settings/turn-on.tsx';
import { VoiceProfileSettingsQuery } from './settings/settings.operations.ts';

/** People who are known by their voice: nobody until the workspace has turned that on. */
export default function PeopleTab({ route }: { readonly route: RouteOf<'people'> }) {
  const { t } = useMessages('people');
  const [{ data, error }, ask] = useQuery({
    query: VoiceProfileSettingsQuery,
    requestPolicy: 'cache-and-network',
  });
  const settings = data?.voiceProfileSettings;
  if (!settings)
    return error ? (
      <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
    ) : (
      <Stack gap="sm" role="status" aria-busy="true" aria-label={t('common:loading')}>
        <Skeleton h={32} w={220} />
        <Skeleton h={120} />
      </Stack>
    );
  if (!settings.enabled) return <TurnOn settings={settings} />;
  return route.profileId ? (
    <PersonPage key={route.profileId} id={route.profileId} />
  ) : (
    <PeoplePage settings={settings} />
  );
}
