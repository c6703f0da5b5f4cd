import {
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  toConnection,
  type Connection,
} from '@colloquy/subgraph';
import { ArgsType, Field, Int } from 'type-graphql';

const MAX_PAGE = 1_000;

@ArgsType()
export class VersionPageArgs {
  @Field(() => Int, { defaultValue: 100, description: 'How many, 1 to 1,000.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'A cursor to go on from.' })
  after?: string | null;
}

/** A page of what stands in order and never changes. @throws ExpectedError `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
export function pageOf<T>(all: readonly T[], { first, after }: VersionPageArgs): Connection<T> {
  const limit = checkPageSize(first, MAX_PAGE);
  const from = after ? readCursor(after) : 0;
  const rows = all.slice(from, from + limit + 1).map((item, at) => ({ item, next: from + at + 1 }));
  const page = toConnection(rows, limit, all.length, ({ next }) => encodeCursor([next]), from > 0);
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.item })) };
}

function readCursor(after: string): number {
  const [from] = decodeCursor(after, 1);
  if (Number.isSafeInteger(from) && (from as number) > 0) return from as number;
  throw cursorInvalid();
}
