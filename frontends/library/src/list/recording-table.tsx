import {
  Checkbox,
  IconArrowDown,
  IconArrowUp,
  IconArrowsSort,
  UnstyledButton,
  VisuallyHidden,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { Dispatch, ReactNode } from 'react';
import type { RecordingRowFragment, RecordingSortField } from '../gql/graphql.ts';
import { RecordingRow } from '../row/recording-row.tsx';
import type { Selection } from '../selection/use-selection.ts';
import { CardTools } from './card-tools.tsx';
import type { ListView, ListViewChange } from './list-view.ts';
import classes from './list.module.css';

interface RecordingTableProps {
  recordings: readonly RecordingRowFragment[];
  view: ListView;
  change: Dispatch<ListViewChange>;
  selection: Selection;
  /** What is shown is being asked for again. */
  stale: boolean;
}

export function RecordingTable({ recordings, view, change, selection, stale }: RecordingTableProps) {
  const { t } = useMessages('library');
  const sortable = (field: RecordingSortField, label: string, className?: string) => (
    <SortHeader
      label={label}
      className={className}
      direction={view.sort.field === field ? view.sort.direction : null}
      onSort={() => change({ type: 'sort', field })}
    />
  );
  return (
    <div className={classes.frame}>
      <CardTools view={view} change={change} selection={selection} shown={recordings.length} />
      <table className={classes.table} aria-busy={stale}>
        <caption>
          <VisuallyHidden>{t('table')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={classes.select}>
              <Checkbox
                size="xs"
                aria-label={t('selection.all')}
                checked={selection.ids.size === recordings.length}
                indeterminate={selection.ids.size > 0 && selection.ids.size < recordings.length}
                onChange={(event) => selection.setAll(event.currentTarget.checked)}
              />
            </th>
            {sortable('TITLE', t('column.title'))}
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('column.speakers')}</th>
            {sortable('DURATION', t('column.duration'), classes.figure)}
            <th scope="col">{t('column.engine')}</th>
            {sortable('RECORDED_AT', t('column.recorded'))}
            {sortable('CREATED_AT', t('column.added'))}
            <th scope="col">
              <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {recordings.map((recording) => (
            <RecordingRow
              key={recording.id}
              recording={recording}
              selected={selection.ids.has(recording.id)}
              onSelect={selection.set}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SortHeaderProps {
  label: string;
  className?: string | undefined;
  direction: 'ASC' | 'DESC' | null;
  onSort: () => void;
}

function SortHeader({ label, className, direction, onSort }: SortHeaderProps): ReactNode {
  const Icon = direction === null ? IconArrowsSort : direction === 'ASC' ? IconArrowUp : IconArrowDown;
  const sorted = direction === null ? undefined : direction === 'ASC' ? 'ascending' : 'descending';
  return (
    <th scope="col" className={className} aria-sort={sorted}>
      <UnstyledButton className={classes.sort} onClick={onSort}>
        {label}
        <Icon size={13} stroke={2} aria-hidden opacity={direction === null ? 0.45 : 1} />
      </UnstyledButton>
    </th>
  );
}
