/** A change of what a connection listens to; `*` is every channel. */
export interface ListenChange {
  action: 'listen' | 'unlisten';
  channel: string;
}

/** What a piece of SQL does to state that PostgreSQL keeps per session and we keep per connection. */
export interface StatementFacts {
  listens: readonly ListenChange[];
  /** It may change a setting beyond the transaction. */
  touchesSettings: boolean;
  /** Names that may be customised options (`app.user`), which pg_settings does not list. */
  dottedNames: readonly string[];
  copiesFromClient: boolean;
  /** Why it cannot run here, for the person who wrote it. */
  refusal: string | undefined;
}

const NOTHING: StatementFacts = {
  listens: [],
  touchesSettings: false,
  dottedNames: [],
  copiesFromClient: false,
  refusal: undefined,
};

const INTERESTING = /\b(?:listen|unlisten|set|reset|set_config|discard|prepare|deallocate|execute|copy)\b/i;
const ONE_TRANSACTION = new Set(['local', 'transaction', 'constraints']);
const SESSION_WIDE: Record<string, string> = {
  prepare: 'PREPARE',
  execute: 'EXECUTE',
  deallocate: 'DEALLOCATE',
  discard: 'DISCARD',
};

/** Reads SQL as far as needed; text that cannot matter costs one regular expression. */
export function statementFacts(sql: string): StatementFacts {
  if (!INTERESTING.test(sql)) return NOTHING;
  const statements = [...statementTokens(sql)];
  const listens: ListenChange[] = [];
  let touchesSettings = /\bset_config\b/i.test(sql);
  let copiesFromClient = false;
  let refusal: string | undefined;
  for (const tokens of statements) {
    const [first = '', second = ''] = tokens;
    if (first === 'listen' || first === 'unlisten')
      listens.push({ action: first, channel: identifier(second) });
    else if ((first === 'set' && !ONE_TRANSACTION.has(second)) || first === 'reset') touchesSettings = true;
    else if (SESSION_WIDE[first])
      refusal = `${SESSION_WIDE[first]} is not available on the embedded database, whose connections share one session; use your driver's prepared statements`;
    else if (first === 'copy') {
      copiesFromClient ||= follows(tokens, 'from', 'stdin');
      // The engine cannot start programs, and dies of the attempt.
      if (follows(tokens, 'from', 'program') || follows(tokens, 'to', 'program'))
        refusal = 'COPY … PROGRAM is not available on the embedded database';
    }
  }
  if (copiesFromClient && statements.length > 1)
    refusal = 'COPY … FROM STDIN must be sent alone on the embedded database';
  const dottedNames = touchesSettings
    ? [...new Set(sql.slice(0, 65_536).match(/\b[a-z_]\w*\.[a-z_]\w*\b/gi))].slice(0, 32)
    : [];
  return { listens, touchesSettings, dottedNames, copiesFromClient, refusal };
}

const follows = (tokens: readonly string[], word: string, next: string): boolean =>
  tokens.some((token, index) => token === word && tokens[index + 1] === next);

/** The name PostgreSQL makes of an identifier as written. */
function identifier(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1).replaceAll('""', '"') : token;
}

const MAX_TOKENS = 4096;
const TOKEN = /\s+|--[^\n]*|[\p{L}_][\p{L}\p{N}_$]*|\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$|\d+|./suy;

/**
 * The tokens of each statement: unquoted identifiers in lower case, `"quoted identifiers"` as written, `'` for any
 * string. Comments, strings and dollar quotes are jumped over by indexOf, so a long literal costs its length once.
 */
function* statementTokens(sql: string): Generator<string[]> {
  let tokens: string[] = [];
  let at = 0;
  while (at < sql.length) {
    if (sql.startsWith('/*', at)) {
      at = blockCommentEnd(sql, at);
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(sql)?.[0] ?? sql.charAt(at);
    const start = at;
    at += token.length;
    if (token === "'" || token === '"') {
      const escapes =
        token === "'" && /[eE]/.test(sql.charAt(start - 1)) && !/\w/.test(sql.charAt(start - 2));
      if (escapes) tokens.pop(); // the E before the string was taken for an identifier
      at = quoteEnd(sql, at, token, escapes);
      if (tokens.length < MAX_TOKENS) tokens.push(token === '"' ? sql.slice(start, at) : "'");
    } else if (token.startsWith('$') && token.length > 1) {
      const end = sql.indexOf(token, at);
      at = end < 0 ? sql.length : end + token.length;
      if (tokens.length < MAX_TOKENS) tokens.push("'");
    } else if (token === ';') {
      if (tokens.length > 0) yield tokens;
      tokens = [];
    } else if (!/^\s|^--/.test(token) && tokens.length < MAX_TOKENS) tokens.push(token.toLowerCase());
  }
  if (tokens.length > 0) yield tokens;
}

function quoteEnd(sql: string, from: number, quote: string, backslashEscapes: boolean): number {
  let at = from;
  for (;;) {
    const end = sql.indexOf(quote, at);
    if (end < 0) return sql.length;
    if (backslashEscapes) {
      let slashes = 0;
      while (sql.charAt(end - 1 - slashes) === '\\' && end - 1 - slashes >= from) slashes += 1;
      if (slashes % 2 === 1) {
        at = end + 1;
        continue;
      }
    }
    if (sql.charAt(end + 1) !== quote) return end + 1;
    at = end + 2;
  }
}

function blockCommentEnd(sql: string, from: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  let depth = 0;
  for (let match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}
