import { isId } from '@colloquy/subgraph';
import { foldText } from './fold-text.ts';
import { HIT_END, HIT_START } from './highlight.ts';
import {
  requiredWords,
  wordsOf,
  type SearchAlternative,
  type SearchClause,
  type SearchQuery,
} from './search-query.parser.ts';
import { Parameters, type Statement } from './statement.ts';

/** Where to look. Ids that are none find nothing. */
export interface SearchScope {
  workspaceId: string;
  recordingIds?: readonly string[] | null | undefined;
  speakerIds?: readonly string[] | null | undefined;
  speakerName?: string | null | undefined;
  recordedFrom?: Date | null | undefined;
  recordedTo?: Date | null | undefined;
}

export interface SearchPosition {
  score: number;
  segmentId: string;
}

/** The speaker's row under the names of the Speaker class. With the hits, because a second round trip would cost as much. */
const SPEAKER = `json_build_object('id', sp.id, 'workspaceId', sp.workspace_id, 'transcriptId', sp.transcript_id,
  'recordingId', sp.recording_id, 'position', sp.position, 'label', sp.label, 'name', sp.name, 'profileId', sp.profile_id,
  'talkTimeMs', sp.talk_time_ms, 'share', sp.share, 'segmentCount', sp.segment_count, 'suggestedRole', sp.suggested_role)`;
/** Of the same score, to learn spellings from. */
const TEXTS_PER_SCORE = 20;
const MAX_TEXTS = 2_000;
const HEADLINE = `StartSel=${HIT_START},StopSel=${HIT_END},HighlightAll=true`;

/**
 * The statement for stemmed full-text search: one round trip for a page, its highlights and the number of all hits.
 *
 * Each language's segments are searched with the query stemmed for that language. Always answers at least one row, which
 * has no `id` when the page is empty; `unindexed` when some language in scope takes all the words for stop words.
 */
export function exactSearch(
  query: SearchQuery,
  scope: SearchScope,
  limit: number,
  after?: SearchPosition,
): Statement {
  const parameters = new Parameters();
  const tsquery = tsqueryOf(query, 'config', parameters);
  const text = `
    with ${scopeOf(scope, parameters)},
    wanted as materialized (
      select search_config, ${tsquery} as query
      from (select search_config, search_config::regconfig as config
            from unnest((select array_agg(distinct search_config) from scope)) search_config) languages),
    matched as materialized (
      select hit.id, hit.score
      from wanted cross join lateral (
        select s.id, ts_rank(s.search_vector, wanted.query, 1) as score
        from transcript.segment s
        where s.search_vector @@ wanted.query and s.search_config = wanted.search_config
          and ${segmentFilter(scope, parameters)}
        -- Keeps this a look-up in the index per language: joined freely, planners read the whole table.
        offset 0) hit),
    page as (select id, score from matched ${pageOf(parameters, limit, after)})
    ${answerOf(
      `ts_headline(s.search_config::regconfig, s.search_text, wanted.query, ${parameters.add(HEADLINE)}) as marked`,
      'join wanted on wanted.search_config = s.search_config',
      'coalesce((select bool_or(numnode(query) = 0) from wanted), false)',
    )}`;
  return { text, values: parameters.values };
}

/** What similar spellings are searched for. Words of one or two letters look like too much. */
export interface SpelledAlternative {
  /** A word as it was typed, and those of which one must be there. */
  words: readonly { word: string; spellings: readonly string[] }[];
  excluded: SearchAlternative['excluded'];
}

/**
 * The statement for texts that may hold other spellings: pg_trgm's strict word similarity to them is over the session's
 * threshold. Texts of the same score mostly hold the same look-alikes, so that a few of each are enough to learn them.
 */
export function lookAlikeTexts(alternatives: readonly SpelledAlternative[], scope: SearchScope): Statement {
  const parameters = new Parameters();
  const text = `
    with ${matchedAlike(alternatives, scope, parameters)},
    sample as (
      select id, score from (select id, score, row_number() over (partition by score order by id) as place from matched) ranked
      where place <= ${TEXTS_PER_SCORE} order by score desc, id limit ${MAX_TEXTS})
    select s.search_text as text from sample join transcript.segment s on s.id = sample.id`;
  return { text, values: parameters.values };
}

/** The statement for other spellings, which are words themselves: the session's threshold is 1. Exclusions still exclude. */
export function fuzzySearch(
  alternatives: readonly SpelledAlternative[],
  scope: SearchScope,
  limit: number,
  after?: SearchPosition,
): Statement {
  const parameters = new Parameters();
  const text = `
    with ${matchedAlike(alternatives, scope, parameters)},
    page as (select id, score from matched ${pageOf(parameters, limit, after)})
    ${answerOf('null as marked', '', 'false')}`;
  return { text, values: parameters.values };
}

function matchedAlike(
  alternatives: readonly SpelledAlternative[],
  scope: SearchScope,
  parameters: Parameters,
): string {
  const conditions = alternatives.map(({ words, excluded }) => {
    const alike = words.map(({ spellings }) => {
      const each = spellings.map((spelling) => `${parameters.add(spelling)}::text <<% s.search_text`);
      return `(${each.join(' or ')})`;
    });
    const without = excluded.flatMap((clause) => [
      `not s.search_vector @@ ${clauseQuery(clause, 's.search_config::regconfig', parameters)}`,
      `s.search_text !~ ${parameters.add(patternOf(clause))}`,
    ]);
    return `(${[...alike, ...without].join(' and ')})`;
  });
  const scores = alternatives.map(({ words }) => {
    const each = words.map(
      ({ word }) => `strict_word_similarity(${parameters.add(word)}::text, s.search_text)`,
    );
    return `(${each.join(' + ')}) / ${words.length}`;
  });
  return `${scopeOf(scope, parameters)},
    matched as materialized (
      select s.id, greatest(${scores.join(', ')})::real as score
      from transcript.segment s
      where (${conditions.join(' or ')}) and ${segmentFilter(scope, parameters)})`;
}

/**
 * The statement for words that no language's index has, because they are in every sentence (`the`, `will`): segments
 * that hold all of them and nothing that is excluded, with the trigram index.
 */
export function literalSearch(
  { alternatives }: SearchQuery,
  scope: SearchScope,
  limit: number,
  after?: SearchPosition,
): Statement {
  const parameters = new Parameters();
  const conditions = alternatives.map((alternative) => {
    const all = requiredWords(alternative).map(
      (word) => `s.search_text ~ ${parameters.add(`\\m${word}\\M`)}`,
    );
    const none = alternative.excluded.map(
      (clause) => `s.search_text !~ ${parameters.add(patternOf(clause))}`,
    );
    return `(${[...all, ...none].join(' and ')})`;
  });
  const text = `
    with ${scopeOf(scope, parameters)},
    matched as materialized (
      select s.id, 0::real as score
      from transcript.segment s
      where (${conditions.join(' or ')}) and ${segmentFilter(scope, parameters)}),
    page as (select id, score from matched ${pageOf(parameters, limit, after)})
    ${answerOf('null as marked', '', 'false')}`;
  return { text, values: parameters.values };
}

/** Of letters and digits alone: what else stands between them is any. */
const patternOf = ({ kind, text }: SearchClause): string =>
  `\\m${wordsOf(text).join('\\W+')}${kind === 'prefix' ? '' : '\\M'}`;

function scopeOf(scope: SearchScope, parameters: Parameters): string {
  const conditions = [
    't.is_current',
    'not r.hidden',
    `t.workspace_id = ${parameters.add(scope.workspaceId)}`,
  ];
  const held = 'coalesce(r.recorded_at, r.created_at)';
  if (scope.recordingIds?.length)
    conditions.push(`t.recording_id = any(${parameters.add(scope.recordingIds.filter(isId))}::uuid[])`);
  if (scope.recordedFrom) conditions.push(`${held} >= ${parameters.add(scope.recordedFrom)}`);
  if (scope.recordedTo) conditions.push(`${held} <= ${parameters.add(scope.recordedTo)}`);
  return `scope as materialized (
      select t.id, t.search_config
      from transcript.transcript t join transcript.recording_ref r on r.recording_id = t.recording_id
      where ${conditions.join(' and ')})`;
}

function segmentFilter(scope: SearchScope, parameters: Parameters): string {
  const conditions = ['s.transcript_id in (select id from scope)'];
  if (scope.speakerIds?.length)
    conditions.push(`s.speaker_id = any(${parameters.add(scope.speakerIds.filter(isId))}::uuid[])`);
  const name = foldText((scope.speakerName ?? '').trim());
  if (name !== '') {
    conditions.push(`s.speaker_id in (select id from transcript.speaker
      where transcript_id in (select id from scope) and strpos(search_name, ${parameters.add(name)}) > 0)`);
  }
  return conditions.join(' and ');
}

function pageOf(parameters: Parameters, limit: number, after: SearchPosition | undefined): string {
  const order = `order by score desc, id limit ${parameters.add(limit)}`;
  if (!after) return order;
  const [score, id] = [`${parameters.add(after.score)}::real`, `${parameters.add(after.segmentId)}::uuid`];
  return `where score < ${score} or (score = ${score} and id > ${id}) ${order}`;
}

function answerOf(marked: string, join: string, unindexed: string): string {
  return `
    select (select count(*)::int from matched) as total, ${unindexed} as unindexed, hit.*
    from (select 1) one left join (
      select s.id, s.workspace_id as "workspaceId", s.transcript_id as "transcriptId", s.recording_id as "recordingId",
             s.speaker_id as "speakerId", s.place, s.start_ms as "startMs", s.end_ms as "endMs", s.text, s.words, s.version,
             s.edited_at as "editedAt", s.edited_by as "editedBy", s.search_config as "searchConfig", page.score, ${SPEAKER} as speaker, ${marked}
      from page join transcript.segment s on s.id = page.id
      join transcript.speaker sp on sp.id = s.speaker_id ${join}) hit on true
    order by hit.score desc, hit.id`;
}

function tsqueryOf({ alternatives }: SearchQuery, config: string, parameters: Parameters): string {
  const anyOf = alternatives.map(({ required, excluded }) => {
    const all = required.map((clause) => clauseQuery(clause, config, parameters));
    const none = excluded.map((clause) => `!!${clauseQuery(clause, config, parameters)}`);
    if (none.length === 0) return `(${all.join(' && ')})`;
    // Stop words alone leave nothing to look for: with the exclusions it would be nearly every segment there is.
    return `(select case when numnode(wanted) = 0 then wanted else wanted && unwanted end
      from (select ${all.join(' && ')} as wanted, ${none.join(' && ')} as unwanted) clauses)`;
  });
  return `(${anyOf.join(' || ')})`;
}

function clauseQuery({ kind, text }: SearchClause, config: string, parameters: Parameters): string {
  // A word may be several to PostgreSQL (`well-known`); they must follow each other, as in a phrase.
  if (kind !== 'prefix') return `phraseto_tsquery(${config}, ${parameters.add(text)})`;
  const quoted = parameters.add(`'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`);
  // Stemmed, `pricing*` finds `prices`; unstemmed, `the*` finds `theory` though `the` is a stop word.
  return `(to_tsquery(${config}, ${quoted}) || to_tsquery('simple', ${quoted}))`;
}
