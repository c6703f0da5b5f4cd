import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import {
  ActionIcon,
  Group,
  IconChevronDown,
  IconChevronUp,
  IconReplace,
  IconSearch,
  IconX,
  Loader,
  Text,
  TextInput,
  Tooltip,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { ReplaceDialog } from '../replace/replace-dialog.tsx';
import type { Find } from './use-find.ts';

interface FindBarProps {
  readonly find: Find;
  /** Whether words can also be replaced. */
  readonly replaces: boolean;
}

/** Find in this transcript: Enter goes on, Shift+Enter back, Ctrl+F comes here (again: the browser's own find). */
export function FindBar({ find, replaces }: FindBarProps) {
  const { t } = useMessages('transcript');
  const field = useRef<HTMLInputElement>(null);
  const [replacing, setReplacing] = useState(false);
  useEffect(() => {
    const keyDown = (event: globalThis.KeyboardEvent) => {
      const wanted =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 'f';
      // The browser's find sees only the rows in the document, ours all of them; who presses again gets the browser's.
      if (!wanted || document.activeElement === field.current) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, []);

  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      find.setQuery('');
      field.current?.blur();
    }
  };
  const active = find.query.trim().length >= 2;
  return (
    <search className="transcript-find">
      <TextInput
        ref={field}
        flex={1}
        type="search"
        maxLength={200}
        leftSection={find.searching ? <Loader size={14} /> : <IconSearch size={16} />}
        placeholder={t('find.placeholder')}
        aria-label={t('find.label')}
        value={find.query}
        onChange={(event) => find.setQuery(event.currentTarget.value)}
        onKeyDown={keyDown}
      />
      <Group gap={2} wrap="nowrap" role="status" aria-live="polite">
        {active && (
          <Text size="sm" className="transcript-find-count" c="dimmed">
            {find.searching
              ? ''
              : find.total === 0
                ? t('find.none')
                : t(find.fuzzy ? 'find.countFuzzy' : 'find.count', {
                    current: find.current + 1,
                    total: find.total,
                  })}
          </Text>
        )}
      </Group>
      {active && (
        <Group gap={0} wrap="nowrap">
          <Tooltip label={t('find.previous')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={find.total === 0}
              aria-label={t('find.previous')}
              onClick={() => find.step(-1)}
            >
              <IconChevronUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('find.next')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={find.total === 0}
              aria-label={t('find.next')}
              onClick={() => find.step(1)}
            >
              <IconChevronDown size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('find.clear')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('find.clear')}
              onClick={() => find.setQuery('')}
            >
              <IconX size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
      {replaces && (
        <Tooltip label={t('replace.title')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('replace.title')}
            onClick={() => setReplacing(true)}
          >
            <IconReplace size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {replacing && <ReplaceDialog find={find.query.trim()} onClose={() => setReplacing(false)} />}
    </search>
  );
}
