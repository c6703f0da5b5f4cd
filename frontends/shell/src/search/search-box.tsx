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
import { useMessages, useNavigateToRecording } from '@colloquy/web-kit';
import { useState, type Ref } from 'react';
import { useQuery } from 'urql';
import { SearchMomentsQuery } from './search.operations.ts';
import { SearchResults } from './search-results.tsx';
import classes from './search.module.css';

const SHORTEST = 2;
const PAGE = 12;
const MOST = 96;
/** Value of the option that asks for more. */
const MORE = 'more';

/** Searches every transcript; a result opens its recording at the moment. */
export function SearchBox({ ref }: { ref: Ref<HTMLInputElement> }) {
  const { t } = useMessages('shell');
  const open = useNavigateToRecording();
  const [text, setText] = useState('');
  const [first, setFirst] = useState(PAGE);
  const [query] = useDebouncedValue(text.trim(), 180);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const searches = query.length >= SHORTEST;
  const [{ data, fetching, error }] = useQuery({
    query: SearchMomentsQuery,
    variables: { query, first },
    pause: !searches,
  });
  const moments = data?.searchSegments;

  const choose = (value: string) => {
    if (value === MORE) return setFirst((shown) => Math.min(MOST, shown + 24));
    const hit = moments?.edges.find(({ node }) => node.segment.id === value)?.node.segment;
    if (!hit?.place) return;
    combobox.closeDropdown();
    open(hit.place.id, { atMs: hit.startMs, segmentId: hit.id });
  };
  const type = (value: string) => {
    setText(value);
    setFirst(PAGE);
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
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!searches || (!moments && !error)} className={classes.panel}>
        {error && !moments && (
          <Text size="sm" p="sm" role="alert">
            {t('search.failed')}
          </Text>
        )}
        {moments && (
          <SearchResults
            query={query}
            connection={moments}
            moreValue={moments.totalCount > first && first < MOST ? MORE : null}
          />
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
