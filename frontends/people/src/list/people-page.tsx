import {
  Button,
  EmptyState,
  Group,
  IconSearch,
  IconUsers,
  PageHeader,
  ProblemAlert,
  Skeleton,
  Stack,
  TextInput,
  useDebouncedValue,
} from '@colloquy/ui';
import { paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../gql/index.ts';
import { ChangeList } from '../history/change-list.tsx';
import { WorkspaceHistoryQuery } from '../history/history.operations.ts';
import { Questions } from '../identify/questions.tsx';
import { ReembeddingPanel } from '../settings/reembedding-panel.tsx';
import { SettingsPanel } from '../settings/settings-panel.tsx';
import type { Settings } from '../settings/turn-on.tsx';
import { useReembedding } from '../settings/use-reembedding.ts';
import { ImportButton } from './import-button.tsx';
import { NewPersonButton } from './new-person-button.tsx';
import { PeopleQuery, PersonRowFragment } from './people.operations.ts';
import { PersonRow } from './person-row.tsx';

const PAGE_SIZE = 50;
const TYPING_MS = 250;

/** Everybody who is known by their voice. */
export function PeoplePage({ settings }: { readonly settings: Settings }) {
  const { t } = useMessages('people');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const after = cursors.at(-1) ?? null;
  const [{ data, error }, ask] = useQuery({
    query: PeopleQuery,
    variables: { search: search || null, first: PAGE_SIZE, after },
    requestPolicy: 'cache-and-network',
  });
  const reembedding = useReembedding();
  const offered = reembedding.knownOtherwise > 0;
  const page = data?.speakerProfiles;
  const people = page?.edges.map(({ node }) => readFragment(PersonRowFragment, node));
  const nobody = page?.totalCount === 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={page && !nobody && !search ? t('count', { count: page.totalCount }) : t('description')}
        actions={
          <>
            <ImportButton />
            <NewPersonButton />
          </>
        }
      />
      {offered && (
        <Stack mb="lg">
          <ReembeddingPanel reembedding={reembedding} />
        </Stack>
      )}
      <Questions onAnswered={() => ask({ requestPolicy: 'network-only' })} />
      {error && !page && (
        <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {!page && !error && (
        <Stack gap="sm" role="status" aria-busy="true" aria-label={t('common:loading')}>
          <Skeleton h={64} />
          <Skeleton h={64} />
        </Stack>
      )}
      {(search || !nobody) && page && (
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} stroke={1.75} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setCursors([null]);
          }}
          maw={360}
          mb="md"
        />
      )}
      {nobody && (
        <EmptyState
          icon={<IconUsers size={28} stroke={1.6} />}
          title={t(search ? 'nothingFound' : 'empty.title')}
          {...(!search && {
            actions: (
              <Button renderRoot={(props) => <RouteLink {...props} href={paths.library()} />}>
                {t('empty.toLibrary')}
              </Button>
            ),
          })}
        >
          {t(search ? 'nothingFoundBody' : 'empty.body')}
        </EmptyState>
      )}
      {people && people.length > 0 && (
        <ul className="people-list" aria-label={t('list')}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      {page && (cursors.length > 1 || page.pageInfo.hasNextPage) && (
        <Group justify="flex-end" mt="md">
          <Button
            variant="default"
            disabled={cursors.length === 1}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {t('previous')}
          </Button>
          <Button
            variant="default"
            disabled={!page.pageInfo.hasNextPage}
            onClick={() => setCursors([...cursors, page.pageInfo.endCursor ?? null])}
          >
            {t('next')}
          </Button>
        </Group>
      )}
      <Stack gap="lg" mt="xl">
        <ChangeList
          query={WorkspaceHistoryQuery}
          variables={{}}
          historyOf={(told) => told.speakerProfileHistory}
        />
        {!offered && <ReembeddingPanel reembedding={reembedding} />}
        <SettingsPanel settings={settings} />
      </Stack>
    </>
  );
}
