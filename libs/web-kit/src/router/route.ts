/** What is looked for in all transcripts, and where; empty: anything, anywhere. */
export interface Search {
  words: string;
  recordingIds: readonly string[];
  /** Part of a name. */
  speakerName: string;
  /** Days of the reader's calendar, `2026-11-21`; both count. */
  fromDay: string;
  toDay: string;
  /** How much of what is found is shown, at most `MOST_SEARCH_PAGES`. */
  pages: number;
}

/** More than anyone reads; each page is a question to the graph. */
export const MOST_SEARCH_PAGES = 50;

/** Where the user is. Times are integer milliseconds. */
export type Route =
  | { tab: 'search'; search: Search }
  | { tab: 'webhooks' }
  | { tab: 'upload' }
  | { tab: 'library' }
  | { tab: 'collections'; collectionId?: string }
  | {
      tab: 'people';
      /** Whose page; the list without one. */
      profileId?: string;
    }
  | {
      tab: 'transcript';
      recordingId: string;
      /** The moment to show. */
      atMs?: number;
      /** The segment to show; wins over `atMs` for scrolling. */
      segmentId?: string;
      /** Start playing at the moment. */
      play: boolean;
    }
  | {
      tab: 'chat';
      conversationId?: string;
      /** Scope offered for a new conversation; empty means all recordings. */
      recordingIds: string[];
    }
  /** One transcript for whoever has the link, without anything else of the app. */
  | { tab: 'share'; token: string }
  | { tab: 'not-found' };

/** The tabs that are remotes. */
export type TabName = Exclude<Route['tab'], 'not-found' | 'search' | 'webhooks' | 'share'>;
export type RouteOf<Name extends TabName> = Extract<Route, { tab: Name }>;

/** What a remote's Tab is given. */
export interface TabProps<Name extends TabName = TabName> {
  route: RouteOf<Name>;
}

/** A moment in a recording. */
export interface Moment {
  atMs?: number;
  segmentId?: string;
  play?: boolean;
}

export const paths = {
  upload: () => '/upload',
  library: () => '/library',
  people: () => '/people',
  person: (profileId: string) => `/people/${encodeURIComponent(profileId)}`,
  webhooks: () => '/webhooks',
  collections: () => '/collections',
  collection: (collectionId: string) => `/collections/${encodeURIComponent(collectionId)}`,
  search({ words, recordingIds = [], speakerName, fromDay, toDay, pages = 1 }: Partial<Search>): string {
    const query = new URLSearchParams([
      ['q', words ?? ''],
      ...recordingIds.map((id) => ['recording', id]),
      ['speaker', speakerName ?? ''],
      ['from', dayOf(fromDay)],
      ['to', dayOf(toDay)],
      ['pages', pages > 1 ? String(pages) : ''],
    ]);
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    return withQuery('/search', query);
  },
  recording(recordingId: string, { atMs, segmentId, play }: Moment = {}): string {
    const query = new URLSearchParams();
    if (atMs !== undefined) query.set('t', String(Math.max(0, Math.round(atMs))));
    if (segmentId) query.set('segment', segmentId);
    if (play) query.set('play', '1');
    return withQuery(`/recordings/${encodeURIComponent(recordingId)}`, query);
  },
  chat(conversationId?: string): string {
    return conversationId ? `/chat/${encodeURIComponent(conversationId)}` : '/chat';
  },
  /** A new conversation about these recordings. */
  chatAbout(recordingIds: readonly string[]): string {
    return withQuery('/chat', new URLSearchParams(recordingIds.map((id) => ['recording', id])));
  },
};

function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Reads an address; never throws, whatever was typed. */
export function parseRoute(pathname: string, search: string): Route {
  const [first = '', second, ...rest] = pathname.split('/').filter(Boolean).map(decoded);
  const query = new URLSearchParams(search);
  if (rest.length > 0) return { tab: 'not-found' };
  if (first === 'share' && second) return { tab: 'share', token: second };
  if (first === 'search' && !second) return { tab: 'search', search: searchOf(query) };
  if (first === 'upload' && !second) return { tab: 'upload' };
  if (first === 'webhooks' && !second) return { tab: 'webhooks' };
  if ((first === 'library' || first === '') && !second) return { tab: 'library' };
  if (first === 'people') return { tab: 'people', ...(second ? { profileId: second } : {}) };
  if (first === 'collections') return { tab: 'collections', ...(second ? { collectionId: second } : {}) };
  if (first === 'recordings' && !second) return { tab: 'library' };
  if (first === 'recordings' && second) {
    const at = query.get('t');
    const atMs = at !== null && /^\d{1,12}$/.test(at) ? Number(at) : undefined;
    const segmentId = query.get('segment') ?? undefined;
    return {
      tab: 'transcript',
      recordingId: second,
      ...(atMs === undefined ? {} : { atMs }),
      ...(segmentId ? { segmentId } : {}),
      play: query.get('play') === '1',
    };
  }
  if (first === 'chat') {
    const recordingIds = query.getAll('recording').filter(Boolean);
    return { tab: 'chat', ...(second ? { conversationId: second } : {}), recordingIds };
  }
  return { tab: 'not-found' };
}

function searchOf(query: URLSearchParams): Search {
  const pages = Number(query.get('pages'));
  return {
    words: query.get('q') ?? '',
    recordingIds: query.getAll('recording').filter(Boolean),
    speakerName: query.get('speaker') ?? '',
    fromDay: dayOf(query.get('from')),
    toDay: dayOf(query.get('to')),
    pages: Number.isInteger(pages) ? Math.min(MOST_SEARCH_PAGES, Math.max(1, pages)) : 1,
  };
}

/** Empty for what is no day. A year is typed digit by digit: before the last one it lies in antiquity. */
function dayOf(text: string | null | undefined): string {
  return text && /^(19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
