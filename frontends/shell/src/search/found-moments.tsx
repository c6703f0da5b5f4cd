import { Button, EmptyState, Group, IconSearch, ProblemAlert, Skeleton, Stack, Text } from '@colloquy/ui';
import { MOST_SEARCH_PAGES, useMessages, type Search } from '@colloquy/web-kit';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import type { SearchMomentsQuery as Answer } from '../gql/graphql.ts';
import { FoundMoment } from './found-moment.tsx';
import type { ChangeSearch } from './search-filters.tsx';
import { countFilters, NO_FILTERS, searchInput } from './search-input.ts';
import classes from './search-page.module.css';
import { SearchMomentsQuery } from './search.operations.ts';

const PAGE_SIZE = 20;

type Connection = NonNullable<Answer['searchSegments']>;

interface FoundMomentsProps {
  search: Search;
  onChange: ChangeSearch;
}

/** What a search finds, as many pages as it wants; or why there is nothing. */
export function FoundMoments({ search, onChange }: FoundMomentsProps) {
  const { t } = useMessages('shell');
  const { found, error, fetching, retry } = usePage(search, null);
  const [asked, setAsked] = useState<number | null>(null);
  if (error && !found) return <ProblemAlert problem={error} onRetry={retry} />;
  if (!found) return <MomentsSkeleton />;
  if (found.edges.length === 0) return <NothingFound search={search} onChange={onChange} />;
  const showMore = () => {
    setAsked(search.pages + 1);
    onChange({ pages: search.pages + 1 }, { replace: true });
  };
  return (
    <section aria-label={t('search.results')} aria-busy={fetching}>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {found.matchKind === 'FUZZY' ? t('search.fuzzy') : t('search.count', { count: found.totalCount })}
      </Text>
      <Page search={search} found={found} number={1} asked={asked} onMore={showMore} />
    </section>
  );
}

interface PageProps {
  search: Search;
  found: Connection;
  /** From 1. */
  number: number;
  /** The page that was asked for here, not by the address: the reader goes on at its beginning. */
  asked: number | null;
  onMore: () => void;
}

/** One page and, below it, those after it. */
function Page({ search, found, number, asked, onMore }: PageProps) {
  const { t } = useMessages('shell');
  const list = useRef<HTMLOListElement>(null);
  const continues = number === asked;
  useEffect(() => {
    if (continues) list.current?.querySelector('a')?.focus();
  }, [continues]);
  const { endCursor, hasNextPage } = found.pageInfo;
  const next = hasNextPage ? endCursor : null;
  return (
    <>
      <ol ref={list} className={classes.list}>
        {found.edges.map(({ node }) => (
          <li key={node.segment.id}>
            <FoundMoment {...node} />
          </li>
        ))}
      </ol>
      {next && number < search.pages && (
        <NextPage key={next} after={next} search={search} number={number + 1} asked={asked} onMore={onMore} />
      )}
      {next && number >= search.pages && (
        <Group mt="lg" justify="center">
          <Text size="sm" c="dimmed" className="cq-figures">
            {t('searchPage.shown', { shown: number * PAGE_SIZE, total: found.totalCount })}
          </Text>
          {number < MOST_SEARCH_PAGES && (
            <Button variant="default" onClick={onMore}>
              {t('searchPage.more')}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

function NextPage({ after, ...page }: Omit<PageProps, 'found'> & { after: string }) {
  const { found, error, retry } = usePage(page.search, after);
  if (error && !found) return <ProblemAlert problem={error} onRetry={retry} />;
  if (!found) return <MomentsSkeleton />;
  return <Page {...page} found={found} />;
}

function usePage(search: Search, after: string | null) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: SearchMomentsQuery,
    variables: { input: searchInput(search), first: PAGE_SIZE, after },
    requestPolicy: 'cache-and-network',
  });
  const found = data?.searchSegments;
  // Without the titles of recordings, moments still are of use.
  return {
    found,
    error: found ? undefined : error,
    fetching,
    retry: () => ask({ requestPolicy: 'network-only' }),
  };
}

function NothingFound({ search, onChange }: FoundMomentsProps) {
  const { t } = useMessages('shell');
  const query = search.words.trim();
  const filtered = countFilters(search) > 0;
  return (
    <div role="status">
      <EmptyState
        icon={<IconSearch size={26} stroke={1.6} />}
        title={t(filtered ? 'searchPage.nothingFiltered' : 'search.nothing', { query })}
        actions={
          filtered && (
            <Button variant="default" onClick={() => onChange(NO_FILTERS)}>
              {t('searchPage.reset')}
            </Button>
          )
        }
      >
        {t(filtered ? 'searchPage.nothingFilteredAdvice' : 'search.nothingAdvice')}
      </EmptyState>
    </div>
  );
}

function MomentsSkeleton() {
  const { t } = useMessages('common');
  return (
    <Stack gap="sm" mt="sm" role="status" aria-busy="true" aria-label={t('loading')}>
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} h={92} radius="lg" />
      ))}
    </Stack>
  );
}
