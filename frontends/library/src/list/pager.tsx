import { ActionIcon, Group, IconChevronLeft, IconChevronRight, Text } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { Dispatch } from 'react';
import { PAGE_SIZE, type ListView, type ListViewChange } from './list-view.ts';

interface PagerProps {
  view: ListView;
  shown: number;
  total: number;
  endCursor: string | null;
  change: Dispatch<ListViewChange>;
}

export function Pager({ view, shown, total, endCursor, change }: PagerProps) {
  const { t } = useMessages('library');
  const before = (view.cursors.length - 1) * PAGE_SIZE;
  if (total <= PAGE_SIZE) return null;
  const turn = (step: ListViewChange) => {
    change(step);
    window.scrollTo({ top: 0 });
  };
  return (
    <Group justify="flex-end" gap="sm" mt="md">
      <Text size="sm" c="dimmed" role="status" className="cq-figures">
        {t('page', { from: before + 1, to: before + shown, total })}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('previous')}
        disabled={view.cursors.length === 1}
        onClick={() => turn({ type: 'previous' })}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('next')}
        disabled={endCursor === null}
        onClick={() => endCursor !== null && turn({ type: 'next', endCursor })}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
