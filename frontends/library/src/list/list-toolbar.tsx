import { CloseButton, Group, IconSearch, SegmentedControl, TextInput } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useEffect, useEffectEvent, useState, type Dispatch } from 'react';
import type { ListView, ListViewChange, StatusChoice } from './list-view.ts';

const CHOICES: readonly StatusChoice[] = ['all', 'READY', 'RUNNING', 'FAILED'];
const TYPING_MS = 250;

export function ListToolbar({ view, change }: { view: ListView; change: Dispatch<ListViewChange> }) {
  const { t } = useMessages('library');
  const [text, setText] = useState(view.search);
  // A reset from outside empties the field too.
  const [applied, setApplied] = useState(view.search);
  if (applied !== view.search) {
    setApplied(view.search);
    setText(view.search);
  }
  const apply = useEffectEvent((search: string) => {
    if (search !== view.search) change({ type: 'search', search });
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Group gap="sm" mb="md">
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} stroke={1.75} />}
        rightSection={
          text && <CloseButton size="sm" aria-label={t('nothingFound.reset')} onClick={() => setText('')} />
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        flex="1 1 14rem"
        maw={360}
      />
      <SegmentedControl
        aria-label={t('filter.label')}
        value={view.status}
        onChange={(value) =>
          change({ type: 'status', status: CHOICES.find((each) => each === value) ?? 'all' })
        }
        data={CHOICES.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
    </Group>
  );
}
