import {
  checkPageSize,
  connectionOf,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  isId,
  isMoment,
  toConnection,
  type Connection,
} from '@colloquy/subgraph';
import { Field, InputType, registerEnumType } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { escapeLike } from './escape-like.ts';
import { Recording } from './recording.entity.ts';
import { RecordingStatus } from './recording-status.ts';

export const { Connection: RecordingConnection } = connectionOf('Recording', () => Recording);

export enum RecordingSortField {
  CREATED_AT = 'CREATED_AT',
  RECORDED_AT = 'RECORDED_AT',
  TITLE = 'TITLE',
  DURATION = 'DURATION',
}

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(RecordingSortField, {
  name: 'RecordingSortField',
  description: 'What recordings are put in order by.',
  valuesConfig: {
    CREATED_AT: { description: 'When they were uploaded or imported.' },
    RECORDED_AT: { description: 'When the conversation took place; the upload, where that is not known.' },
    TITLE: { description: 'Their title, upper and lower case alike.' },
    DURATION: { description: 'Their length; unknown counts as shortest.' },
  },
});

registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which end comes first.',
  valuesConfig: {
    ASC: { description: 'Smallest or oldest first.' },
    DESC: { description: 'Largest or newest first.' },
  },
});

@InputType({ description: 'Which recordings to list.' })
export class RecordingFilter {
  @Field(() => String, { nullable: true, description: 'Words the title or the file name contains.' })
  search?: string | null;

  @Field(() => [RecordingStatus], { nullable: true, description: 'Only these.' })
  statuses?: RecordingStatus[] | null;
}

@InputType({ description: 'How to order recordings.' })
export class RecordingSort {
  @Field(() => RecordingSortField, { description: 'By what.' })
  field: RecordingSortField;

  @Field(() => SortDirection, { description: 'Which end first.' })
  direction: SortDirection;
}

export interface RecordingPage {
  first: number;
  after?: string | undefined;
  filter?: RecordingFilter | undefined;
  sort?: RecordingSort | undefined;
}

const MAX_PAGE_SIZE = 100;
const MAX_SEARCH_WORDS = 10;

interface SortKey {
  sql: string;
  type: string;
  of: (recording: Recording) => string | number;
  /** Whether a value, which anybody can put into a cursor, is one that the database can compare. */
  holds: (value: unknown) => boolean;
}

/** Never null, and the same in the list and in its cursors; with the id behind it the order is total. */
const SORT_KEYS: Record<RecordingSortField, SortKey> = {
  CREATED_AT: {
    sql: 'recording.created_at',
    type: 'timestamptz',
    of: ({ createdAt }) => createdAt.toISOString(),
    holds: isMoment,
  },
  RECORDED_AT: {
    sql: 'coalesce(recording.recorded_at, recording.created_at)',
    type: 'timestamptz',
    of: ({ recordedAt, createdAt }) => (recordedAt ?? createdAt).toISOString(),
    holds: isMoment,
  },
  TITLE: {
    // The database's own lower case: JavaScript's differs for some letters.
    sql: 'lower(recording.title)',
    type: 'text',
    of: () => '',
    holds: (value) => typeof value === 'string' && !value.includes('\0'),
  },
  DURATION: {
    sql: 'coalesce(recording.duration_ms, -1)',
    type: 'int',
    of: ({ durationMs }) => durationMs ?? -1,
    holds: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  },
};

const NEWEST_FIRST: RecordingSort = { field: RecordingSortField.CREATED_AT, direction: SortDirection.DESC };

/** A page of a workspace's recordings. Its cursors keep their place while recordings come and go. */
export async function listRecordings(
  dataSource: DataSource,
  workspaceId: string,
  page: RecordingPage,
): Promise<Connection<Recording>> {
  const first = checkPageSize(page.first, MAX_PAGE_SIZE);
  const { field, direction } = page.sort ?? NEWEST_FIRST;
  const key = SORT_KEYS[field];
  const order = `${field} ${direction}`;

  const matching = dataSource.manager
    .createQueryBuilder(Recording, 'recording')
    .where('recording.workspace_id = :workspaceId and recording.deleted_at is null', { workspaceId });
  searchWords(page.filter?.search).forEach((word, i) => {
    matching.andWhere(`(recording.title ilike :word${i} or recording.file_name ilike :word${i})`, {
      [`word${i}`]: `%${escapeLike(word)}%`,
    });
  });
  const statuses = page.filter?.statuses;
  if (statuses) matching.andWhere('recording.status = any(:statuses)', { statuses });
  const totalCount = await matching.getCount();

  const rows = matching.clone();
  if (page.after !== undefined) {
    const [ofOrder, value, id] = decodeCursor(page.after, 3);
    if (ofOrder !== order || !key.holds(value) || typeof id !== 'string' || !isId(id)) throw cursorInvalid();
    const comparison = direction === SortDirection.ASC ? '>' : '<';
    rows.andWhere(`(${key.sql}, recording.id) ${comparison} (:value::${key.type}, :id::uuid)`, { value, id });
  }
  const { entities, raw } = await rows
    .addSelect(key.sql, 'sort_key')
    .orderBy(key.sql, direction)
    .addOrderBy('recording.id', direction)
    .limit(first + 1)
    .getRawAndEntities<{ sort_key: unknown }>();
  const keyOf = new Map(
    entities.map((recording, i) => [
      recording,
      field === RecordingSortField.TITLE ? String(raw[i]?.sort_key) : key.of(recording),
    ]),
  );
  return toConnection(
    entities,
    first,
    totalCount,
    (row) => encodeCursor([order, keyOf.get(row) ?? '', row.id]),
    page.after !== undefined,
  );
}

const searchWords = (search: string | null | undefined): string[] =>
  (search ?? '')
    .split(/[\s\0]+/u)
    .filter(Boolean)
    .slice(0, MAX_SEARCH_WORDS)
    .map((word) => word.slice(0, 100));
