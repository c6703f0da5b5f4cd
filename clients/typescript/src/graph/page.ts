/** Some of a list. */
export interface Page<Item> {
  items: Item[];
  /** What to hand to `after` to go on behind an item, one each. */
  cursors: string[];
  /** In all pages. */
  totalCount: number;
  /** What to hand to `after` for the next page, null after the last. */
  next: string | null;
}

export interface PageOptions {
  /** Items a page. */
  first?: number | undefined;
  /** `next` of the page before. */
  after?: string | null | undefined;
}

interface GraphPage<Item> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { cursor: string; node: Item }[];
}

export const toPage = <Item>({ totalCount, pageInfo, edges }: GraphPage<Item>): Page<Item> => ({
  items: edges.map(({ node }) => node),
  cursors: edges.map(({ cursor }) => cursor),
  totalCount,
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});

/** The items of all pages; a page is read when its first item is wanted. */
export async function* everyItem<Item>(
  read: (after: string | null) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  for (let after: string | null = null; ;) {
    const { items, next }: Page<Item> = await read(after);
    yield* items;
    if (next === null) return;
    after = next;
  }
}
