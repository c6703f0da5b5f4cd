import { Checkbox, Select } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { Dispatch } from 'react';
import type { Selection } from '../selection/use-selection.ts';
import type { ListView, ListViewChange } from './list-view.ts';
import classes from './list.module.css';

const ORDERS = [
  ['CREATED_AT', 'DESC'],
  ['CREATED_AT', 'ASC'],
  ['RECORDED_AT', 'DESC'],
  ['RECORDED_AT', 'ASC'],
  ['TITLE', 'ASC'],
  ['TITLE', 'DESC'],
  ['DURATION', 'DESC'],
  ['DURATION', 'ASC'],
] as const;

interface CardToolsProps {
  view: ListView;
  change: Dispatch<ListViewChange>;
  selection: Selection;
  shown: number;
}

/** What the heads of the columns do, where recordings are cards and there are no columns. */
export function CardTools({ view, change, selection, shown }: CardToolsProps) {
  const { t } = useMessages('library');
  const { field, direction } = view.sort;
  return (
    <div className={classes.cardTools}>
      <Checkbox
        size="xs"
        label={t('selection.all')}
        checked={selection.ids.size === shown}
        indeterminate={selection.ids.size > 0 && selection.ids.size < shown}
        onChange={(event) => selection.setAll(event.currentTarget.checked)}
      />
      <Select
        size="xs"
        aria-label={t('sort.label')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={`${field}_${direction}`}
        data={ORDERS.map(([by, end]) => ({ value: `${by}_${end}`, label: t(`sort.${by}_${end}`) }))}
        onChange={(value) => {
          const chosen = ORDERS.find(([by, end]) => `${by}_${end}` === value);
          if (chosen) change({ type: 'sort', field: chosen[0], direction: chosen[1] });
        }}
      />
    </div>
  );
}
