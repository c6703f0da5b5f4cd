import type { WholeRequest } from '@colloquy/engines/text';
import type { DataSource } from 'typeorm';
import type { QuestionEmbedder } from '../embedding/embedding.service.ts';
import type { Lexemizer } from '../text/lexemizer.ts';
import {
  MAX_RANKED_RECORDINGS,
  type FoundPassage,
  type OutlineRow,
  type PassageFinder,
  type QuestionVector,
} from './passage-finder.ts';
import { parseQuestion, type LanguageQuery, type Scope } from './question.ts';
import {
  ACROSS_RECORDINGS,
  inverseDocumentFrequency,
  rankPassages,
  takeTop,
  WITHIN_RECORDING,
  type RankedPassage,
} from './rank-passages.ts';
import { isNamedIn } from './speaker-names.ts';
import { surveyPassages } from './survey-passages.ts';

export interface RetrievalOptions {
  topK: number;
  /** Passages scoring less are left out, 0 to 1. */
  threshold: number;
  /** How many places are kept for passages that match by themselves. */
  reserved?: number;
  signal?: AbortSignal;
}

export interface RetrievedPassage extends FoundPassage {
  score: number;
}

/** Finds the passages that answer a question. */
export class RetrievalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: PassageFinder,
    private readonly lexemizer: Lexemizer,
    private readonly embedder: QuestionEmbedder | null,
  ) {}

  /** Best first; empty when nothing in scope has to do with the question. */
  async retrieve(question: string, scope: Scope, options: RetrievalOptions): Promise<RetrievedPassage[]> {
    const queries = await parseQuestion(this.dataSource, this.lexemizer, scope.workspaceId, question);
    const vector = (await this.embedder?.embedQuestion(scope.workspaceId, question, options.signal)) ?? null;
    const ranked: RankedPassage[] = [];
    for (const query of queries) ranked.push(...(await this.rank(question, query, scope, vector)));
    ranked.sort((a, b) => b.score - a.score);
    const top = takeTop(ranked, options.topK, options.reserved ?? 0).filter(
      ({ score }) => score >= options.threshold,
    );
    const scores = new Map(top.map(({ id, score }) => [id, score]));
    const found = await this.finder.byIds(
      scope.workspaceId,
      top.map(({ id }) => id),
    );
    return found.map((passage) => Object.assign(passage, { score: scores.get(passage.id) ?? 0 }));
  }

  /** The passages to answer a request about the whole scope from, in the order said. */
  async survey(request: WholeRequest, scope: Scope, count: number): Promise<RetrievedPassage[]> {
    const recordingIds = await this.finder.recordingsInScope(scope, MAX_RANKED_RECORDINGS);
    const texts = await this.finder.texts(scope.workspaceId, recordingIds);
    const found = await this.finder.byIds(scope.workspaceId, surveyPassages(texts, request, count));
    return found.map((passage) => Object.assign(passage, { score: 1 }));
  }

  /** Whether something in scope is still being made ready to be found. */
  isBehind(scope: Scope): Promise<boolean> {
    return this.finder.isBehind(scope);
  }

  /** Whether there is anything in scope to answer from: a recording at work has no transcript yet. */
  hasTranscripts(scope: Scope): Promise<boolean> {
    return this.finder.hasTranscripts(scope);
  }

  private async rank(
    question: string,
    query: LanguageQuery,
    scope: Scope,
    vector: QuestionVector | null,
  ): Promise<RankedPassage[]> {
    const recordingIds = await this.chooseRecordings(query, scope, vector);
    if (recordingIds.length === 0) return [];
    const outlines = await this.finder.outlines(scope.workspaceId, recordingIds, query, vector);
    const isFound = outlines.some(
      ({ frequencies, similarity }) => similarity !== null || frequencies.some((tf) => tf > 0),
    );
    if (!isFound) return [];
    const within = recordingIds.length === 1;
    const named = namedShares(outlines, question);
    const ranked = rankPassages(
      outlines.map(({ similarity, ...outline }, i) => ({
        ...outline,
        namedShare: named[i] ?? 0,
        ...(similarity !== null && { similarity }),
      })),
      {
        ...(within ? statisticsOf(outlines, query.terms.length) : query),
        weights: within ? WITHIN_RECORDING : ACROSS_RECORDINGS,
      },
    );
    const support = supportOf(outlines, query, vector);
    return ranked.map((passage) => ({ ...passage, score: passage.score * support }));
  }

  /** All of a small scope; of a large one those most likely to answer, by words and by vectors. */
  private async chooseRecordings(
    query: LanguageQuery,
    scope: Scope,
    vector: QuestionVector | null,
  ): Promise<string[]> {
    const inScope = await this.finder.recordingsInScope(scope, MAX_RANKED_RECORDINGS + 1);
    if (inScope.length <= MAX_RANKED_RECORDINGS) return inScope;
    const likely = await this.finder.likelyRecordings(scope, query);
    const nearest = vector ? await this.finder.nearestRecordings(scope, vector) : [];
    return Array.from(
      new Set([
        ...likely.map(({ id }) => id),
        ...nearest.slice(0, MAX_RANKED_RECORDINGS / 2).map(({ id }) => id),
      ]),
    );
  }
}

/** Inside one recording a word is as rare as it is in that recording. */
function statisticsOf(
  outlines: readonly OutlineRow[],
  terms: number,
): { idf: number[]; averageLength: number } {
  const containing = Array.from(
    { length: terms },
    (_, term) => outlines.filter((o) => (o.frequencies[term] ?? 0) > 0).length,
  );
  return {
    idf: containing.map((count) => (count === 0 ? 0 : inverseDocumentFrequency(outlines.length, count))),
    averageLength: outlines.reduce((total, { length }) => total + length, 0) / Math.max(1, outlines.length),
  };
}

function namedShares(outlines: readonly OutlineRow[], question: string): number[] {
  const names = new Map<string, Set<string>>();
  for (const { recordingId, speakerWords } of outlines) {
    const known = names.get(recordingId) ?? new Set();
    for (const name of Object.keys(speakerWords)) known.add(name);
    names.set(recordingId, known);
  }
  const named = new Map(
    Array.from(names, ([recordingId, known]) => {
      const all = Array.from(known);
      return [recordingId, new Set(all.filter((name) => isNamedIn(name, question, all)))];
    }),
  );
  return outlines.map(({ recordingId, speakerWords, wordCount }) => {
    const words = Object.entries(speakerWords).reduce(
      (sum, [name, count]) => sum + (named.get(recordingId)?.has(name) ? count : 0),
      0,
    );
    return words / Math.max(1, wordCount);
  });
}

/**
 * How much of the question the scope can be about at all, 0 to 1: the weight of its terms that occur in scope, or the
 * nearest passage by meaning. The rank within a question is relative; this tells a well-met question from a stray hit.
 */
function supportOf(
  outlines: readonly OutlineRow[],
  query: LanguageQuery,
  vector: QuestionVector | null,
): number {
  const total = query.idf.reduce((a, b) => a + b, 0);
  const met = query.idf.reduce(
    (sum, idf, term) => sum + (outlines.some(({ frequencies }) => (frequencies[term] ?? 0) > 0) ? idf : 0),
    0,
  );
  const lexical = total > 0 ? met / total : 0;
  const dense = vector ? outlines.reduce((best, { similarity }) => Math.max(best, similarity ?? 0), 0) : 0;
  return Math.max(lexical, dense);
}
