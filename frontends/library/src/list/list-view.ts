import type {
  RecordingFilter,
  RecordingSort,
  RecordingSortField,
  RecordingStatus,
  SortDirection,
} from '../gql/graphql.ts';

export const PAGE_SIZE = 50;

export type StatusChoice = 'all' | 'READY' | 'RUNNING' | 'FAILED';

const STATUSES: Record<StatusChoice, RecordingStatus[] | null> = {
  all: null,
  READY: ['READY'],
  RUNNING: ['UPLOADED', 'QUEUED', 'PROCESSING'],
  FAILED: ['FAILED', 'CANCELLED'],
};

/** What part of the library is looked at. */
export interface ListView {
  search: string;
  status: StatusChoice;
  sort: RecordingSort;
  /** Cursors of the pages before this one and of this one, from the first (null): its length is the page's number. */
  cursors: readonly (string | null)[];
}

export type ListViewChange =
  | { type: 'search'; search: string }
  | { type: 'status'; status: StatusChoice }
  /** Without a direction: the one people want first, and when it is sorted so already, the other. */
  | { type: 'sort'; field: RecordingSortField; direction?: SortDirection }
  | { type: 'next'; endCursor: string }
  | { type: 'previous' }
  | { type: 'reset' };

export const wholeLibrary: ListView = {
  search: '',
  status: 'all',
  sort: { field: 'CREATED_AT', direction: 'DESC' },
  cursors: [null],
};

/** Titles read from A on; dates and lengths from the newest and longest. */
const firstDirection = (field: RecordingSortField) => (field === 'TITLE' ? 'ASC' : 'DESC');

/** Another search, filter or order begins at the first page. */
export function changeView(view: ListView, change: ListViewChange): ListView {
  switch (change.type) {
    case 'search':
      return { ...view, search: change.search, cursors: [null] };
    case 'status':
      return { ...view, status: change.status, cursors: [null] };
    case 'sort': {
      const again = view.sort.field === change.field;
      const turned = view.sort.direction === 'ASC' ? 'DESC' : 'ASC';
      const direction = change.direction ?? (again ? turned : firstDirection(change.field));
      return { ...view, sort: { field: change.field, direction }, cursors: [null] };
    }
    case 'next':
      // Pressed twice before the page has come, it would turn to the same page as its own successor.
      if (view.cursors.includes(change.endCursor)) return view;
      return { ...view, cursors: [...view.cursors, change.endCursor] };
    case 'previous':
      return view.cursors.length > 1 ? { ...view, cursors: view.cursors.slice(0, -1) } : view;
    case 'reset':
      return wholeLibrary;
  }
}

export const isFiltered = ({ search, status }: ListView): boolean => search.trim() !== '' || status !== 'all';

/** Variables of the list's query. */
export function variablesOf({ search, status, sort, cursors }: ListView) {
  const statuses = STATUSES[status];
  const filter: RecordingFilter = {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(statuses ? { statuses } : {}),
  };
  return { first: PAGE_SIZE, after: cursors.at(-1) ?? null, filter, sort };
}
