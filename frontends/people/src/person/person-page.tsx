import {
  Button,
  EmptyState,
  IconUserQuestion,
  PageHeader,
  ProblemAlert,
  Skeleton,
  Stack,
} from '@colloquy/ui';
import { formatDuration, navigate, paths, useMessages, usePageTitle } from '@colloquy/web-kit';
import { useEffect, useEffectEvent, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { readFragment } from '../gql/index.ts';
import { ChangeList } from '../history/change-list.tsx';
import { PersonHistoryQuery } from '../history/history.operations.ts';
import { PersonRowFragment } from '../list/people.operations.ts';
import { Appearances } from './appearances.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { HealthPanel } from './health-panel.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PersonName } from './person-name.tsx';
import { PersonChangedSubscription, PersonQuery } from './person.operations.ts';

/** One person: what their voice is known by, where they are heard, and what was changed. */
export function PersonPage({ id }: { readonly id: string }) {
  const { t } = useMessages('people');
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: PersonQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const [exports, setExports] = useState(0);
  useChanges(id, refresh);
  const person = data?.speakerProfile;
  const facts = readFragment(PersonRowFragment, person);
  usePageTitle(facts?.name ?? null);
  if (!person || !facts) {
    if (error) return <ProblemAlert problem={error} onRetry={refresh} />;
    if (fetching || stale)
      return (
        <Stack gap="sm" role="status" aria-busy="true" aria-label={t('common:loading')}>
          <Skeleton h={36} w={260} />
          <Skeleton h={160} />
        </Stack>
      );
    return (
      <EmptyState
        wholePage
        icon={<IconUserQuestion size={28} />}
        title={t('missing.title')}
        actions={<Button onClick={() => navigate(paths.people())}>{t('missing.action')}</Button>}
      >
        {t('missing.body')}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        back={{ href: paths.people(), label: t('title') }}
        title={<PersonName person={facts} />}
        description={[
          t('recordings', { count: facts.recordingCount }),
          t('samples', { count: facts.sampleCount }),
          formatDuration(facts.speechMs),
        ].join(' · ')}
        actions={
          <PersonMenu
            person={facts}
            onChanged={refresh}
            onExported={() => setExports((before) => before + 1)}
          />
        }
      />
      <Stack gap="lg">
        <HealthPanel health={facts.health} />
        <EvidenceList person={facts} evidence={person} enrolments={person.enrolments} onChanged={refresh} />
        <Appearances id={id} name={facts.name} version={facts.updatedAt} onChanged={refresh} />
        <ChangeList
          query={PersonHistoryQuery}
          variables={{ id }}
          historyOf={(told) => told.speakerProfile?.history}
          version={`${facts.updatedAt} ${exports}`}
          onUndone={refresh}
        />
      </Stack>
    </>
  );
}

/** Speech that is on its way becomes a sample, and is found in recordings, while somebody looks. */
function useChanges(id: string, onChange: () => void): void {
  const client = useClient();
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const changes = client.subscription(PersonChangedSubscription, { id }).subscribe(({ data }) => {
      if (data) tell();
    });
    return () => changes.unsubscribe();
  }, [client, id]);
}
