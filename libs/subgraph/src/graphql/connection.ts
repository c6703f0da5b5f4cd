import { Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { ExpectedError } from './problem.ts';

@Directive('@shareable')
@ObjectType({ description: "Where a connection's page begins and ends." })
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage: boolean;

  @Field({ description: 'Whether there is more before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first edge, null on an empty page.',
  })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last edge, null on an empty page.' })
  endCursor: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount: number;
}

/**
 * The edge and connection classes of a node type, for example `RecordingEdge` and `RecordingConnection`.
 * Extend the connection to add fields of your own.
 */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} and its place in the list.` })
  class EdgeType {
    @Field({ description: 'Opaque; hand it to `after` to go on from here.' })
    cursor: string;

    @Field(node, { description: `The ${name}.` })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}s.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'This page.' })
    edges: EdgeType[];

    @Field(() => PageInfo, { description: 'Where this page begins and ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many there are in all pages.' })
    totalCount: number;
  }

  return { Edge: EdgeType, Connection: ConnectionType };
}

/** Builds a page from up to `first + 1` rows: the one too many tells whether there is a next page. */
export function toConnection<T>(
  rows: readonly T[],
  first: number,
  totalCount: number,
  cursorOf: (row: T) => string,
  hasPreviousPage = false,
): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    totalCount,
    pageInfo: Object.assign(new PageInfo(), {
      hasNextPage: rows.length > first,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }),
  };
}

type CursorValue = string | number | null;

/** A stable cursor: the sort key's values, unreadable on purpose. */
export function encodeCursor(values: CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws ExpectedError `CURSOR_INVALID` when the text is not a cursor of `length` values. */
export function decodeCursor(cursor: string, length: number): CursorValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const valid =
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => v === null || typeof v === 'string' || typeof v === 'number');
    if (valid) return values as CursorValue[];
  } catch {
    // Not even JSON: answered below like every other invalid cursor.
  }
  throw cursorInvalid();
}

/** For a cursor that was not made here: anybody can put values into one that the database cannot compare. */
export const cursorInvalid = (): ExpectedError =>
  new ExpectedError({
    code: 'CURSOR_INVALID',
    message: 'This cursor does not belong to this list.',
    recovery: ['Start again without `after`.'],
  });

/** Whether a value of a cursor is a moment as `toISOString` writes it, of a year that PostgreSQL reads the same way. */
export function isMoment(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-/.test(value) || value.startsWith('0000')) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value;
}

/** Whether a value of a cursor is a number that PostgreSQL's `real` can hold. */
export function isReal(value: unknown): value is number {
  if (typeof value !== 'number') return false;
  const real = Math.fround(value);
  return Number.isFinite(real) && (real !== 0 || value === 0);
}

/** @throws ExpectedError `PAGE_SIZE_INVALID` unless 1 ≤ first ≤ max. */
export function checkPageSize(first: number, max: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= max) return first;
  throw new ExpectedError({
    code: 'PAGE_SIZE_INVALID',
    message: `\`first\` must be between 1 and ${max}.`,
    recovery: [`Ask for at most ${max} at a time and go on with \`after\`.`],
  });
}
