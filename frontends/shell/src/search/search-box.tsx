import {
  CloseButton,
  Combobox,
  IconSearch,
  Kbd,
  Loader,
  Text,
  TextInput,
  useCombobox,
  useDebouncedValue,
} from '@colloquy/ui';
import { navigate, paths, useMessages, useNavigateToRecording } from '@colloquy/web-kit';
import { useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useClient, useQuery } from 'urql';
import type { SearchMomentsQuery as Moments } from '../gql/graphql.ts';
import { SearchMomentsQuery } from './search.operations.ts';
import { SearchResults } from './search-results.tsx';
import classes from './search.module.css';

const SHORTEST = 2;
const PAGE = 12;
/** Value of the option that leads to the page of results. */
const ALL = 'all';

type Hit = NonNullable<Moments['searchSegments']>['edges'][number]['node']['segment'];

/** Searches every transcript; a result opens its recording at the moment, Enter the best one, Ctrl+Enter all. */
export function SearchBox({ ref }: { ref: Ref<HTMLInputElement> }) {
  const { t } = useMessages('shell');
  const client = useClient();
  const openRecording = useNavigateToRecording();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 180);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const searches = query.length >= SHORTEST;
  const [{ data, fetching, error }] = useQuery({
    query: SearchMomentsQuery,
    variables: { input: { query }, first: PAGE },
    pause: !searches,
  });
  const moments = data?.searchSegments;
  /** What stands in the field, for an answer that comes after more was typed. */
  const latest = useRef('');

  const open = (hit: Hit | undefined) => {
    if (!hit?.place) return;
    combobox.closeDropdown();
    openRecording(hit.place.id, { atMs: hit.startMs, segmentId: hit.id });
  };
  const openBest = async () => {
    const asked = text.trim();
    if (asked.length < SHORTEST) return;
    // Asked by itself: Enter may come before the list has followed what was typed.
    const best = await client.query(SearchMomentsQuery, { input: { query: asked }, first: PAGE }).toPromise();
    if (latest.current.trim() === asked) open(best.data?.searchSegments?.edges[0]?.node.segment);
  };
  const showAll = () => {
    combobox.closeDropdown();
    navigate(paths.search({ words: text.trim() }));
  };
  const choose = (value: string) => {
    if (value === ALL) return showAll();
    open(moments?.edges.find(({ node }) => node.segment.id === value)?.node.segment);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      combobox.resetSelectedOption();
      showAll();
    } else if (combobox.getSelectedOptionIndex() === -1) void openBest();
  };
  const type = (value: string) => {
    latest.current = value;
    setText(value);
    combobox.resetSelectedOption();
    combobox.openDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} offset={6} shadow="lg" withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={ref}
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={text}
          classNames={{ input: classes.input }}
          leftSection={searches && fetching ? <Loader size={14} /> : <IconSearch size={17} stroke={1.75} />}
          rightSection={
            text ? (
              <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => type('')} />
            ) : (
              <Kbd aria-hidden className={classes.hint}>
                /
              </Kbd>
            )
          }
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={keyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!searches || (!moments && !error)} className={classes.panel}>
        {error && !moments && (
          <Text size="sm" p="sm" role="alert">
            {t('search.failed')}
          </Text>
        )}
        {moments && <SearchResults query={query} connection={moments} allValue={ALL} />}
      </Combobox.Dropdown>
    </Combobox>
  );
}
