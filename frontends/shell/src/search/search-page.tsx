import { EmptyState, IconSearch, PageHeader } from '@colloquy/ui';
import { currentRoute, navigate, paths, useMessages, usePageTitle, type Search } from '@colloquy/web-kit';
import { Arrival } from '../tab/arrival.tsx';
import { FoundMoments } from './found-moments.tsx';
import { SearchFilters, type ChangeSearch } from './search-filters.tsx';

/** Everything that was said and fits; the address holds the search, so that it can be kept and shared. */
export function SearchPage({ search }: { search: Search }) {
  const { t } = useMessages('shell');
  const words = search.words.trim();
  usePageTitle(words ? t('searchPage.titleOf', { words }) : null);
  const change: ChangeSearch = (changes, options) => {
    const route = currentRoute();
    // Two fields may be told before either is shown.
    const latest = route.tab === 'search' ? route.search : search;
    navigate(paths.search({ ...latest, pages: 1, ...changes }), options);
  };
  return (
    <>
      <Arrival title={t('common:pageTitle', { page: t('searchPage.title') })} place="search" />
      <PageHeader title={t('searchPage.title')} />
      <SearchFilters search={search} onChange={change} />
      {words ? (
        <FoundMoments search={search} onChange={change} />
      ) : (
        <EmptyState icon={<IconSearch size={26} stroke={1.6} />} title={t('searchPage.startTitle')}>
          {t('searchPage.startBody')}
        </EmptyState>
      )}
    </>
  );
}
