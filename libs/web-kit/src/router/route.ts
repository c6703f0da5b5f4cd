/** Where the user is. Times are integer milliseconds. */
export type Route =
  | { tab: 'upload' }
  | { tab: 'library' }
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
  | { tab: 'not-found' };

export type TabName = Exclude<Route['tab'], 'not-found'>;
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
  if (first === 'upload' && !second) return { tab: 'upload' };
  if ((first === 'library' || first === '') && !second) return { tab: 'library' };
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

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
