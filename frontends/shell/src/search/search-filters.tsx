import {
  Button,
  Collapse,
  IconChevronDown,
  IconChevronUp,
  IconFilter,
  IconSearch,
  SimpleGrid,
  TextInput,
  useDisclosure,
  useMediaQuery,
} from '@colloquy/ui';
import { useMessages, type Search } from '@colloquy/web-kit';
import { RecordingFilter } from './recording-filter.tsx';
import { countFilters } from './search-input.ts';
import classes from './search-page.module.css';
import { useTyped } from './use-typed.ts';

const LONGEST = 500;

/** With `replace`, the change is one with the last: Back undoes both. */
export type ChangeSearch = (changes: Partial<Search>, options?: { replace: boolean }) => void;

interface SearchFiltersProps {
  search: Search;
  onChange: ChangeSearch;
}

/** The words and where they are looked for; each change is searched at once. */
export function SearchFilters({ search, onChange }: SearchFiltersProps) {
  const { t } = useMessages('shell');
  const words = useTyped(search.words, (text, replace) => onChange({ words: text }, { replace }));
  const name = useTyped(search.speakerName, (speakerName, replace) => onChange({ speakerName }, { replace }));
  const from = useTyped(search.fromDay, (fromDay, replace) => onChange({ fromDay }, { replace }));
  const to = useTyped(search.toDay, (toDay, replace) => onChange({ toDay }, { replace }));
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(false);
  const count = countFilters(search);
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  return (
    <search className={classes.filters} aria-label={t('searchPage.title')}>
      <TextInput
        type="search"
        label={t('searchPage.words')}
        maxLength={LONGEST}
        leftSection={<IconSearch size={17} stroke={1.75} />}
        {...words}
      />
      {narrow && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          aria-expanded={opened}
          leftSection={<IconFilter size={15} />}
          rightSection={<Chevron size={15} />}
          onClick={toggle}
        >
          {count > 0 ? t('searchPage.filtersOn', { count }) : t('searchPage.filters')}
        </Button>
      )}
      <Collapse expanded={!narrow || opened}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md" mt="md">
          <RecordingFilter
            chosen={search.recordingIds}
            onChoose={(recordingIds) => onChange({ recordingIds })}
          />
          <TextInput
            label={t('searchPage.speaker')}
            placeholder={t('searchPage.speakerHint')}
            maxLength={LONGEST}
            {...name}
          />
          <TextInput type="date" label={t('searchPage.fromDay')} max={search.toDay || undefined} {...from} />
          <TextInput type="date" label={t('searchPage.toDay')} min={search.fromDay || undefined} {...to} />
        </SimpleGrid>
      </Collapse>
    </search>
  );
}
