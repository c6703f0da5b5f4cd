import { askedTerms, mayBeAnswered, termWeights } from './asked-terms.ts';
import { chooseFact } from './choose-fact.ts';
import { chooseOfWhole } from './choose-of-whole.ts';
import { chooseOverview } from './choose-overview.ts';
import type { Answerer, AnswerPiece, AnswerRequest, CountTerms } from './ports.ts';
import { questionCoverage } from './question-coverage.ts';
import { asksForOverview, isCourtesy } from './question-form.ts';
import { inverseSentenceFrequency } from './sentence-vectors.ts';
import { spokenSentences, type SpokenSentence } from './spoken-sentences.ts';
import { wholeRequest } from './whole-request.ts';

/**
 * Answers with verbatim sentences of the passages; with none when they do not speak of what is asked. Needs no model.
 * A question for a fact is answered by the sentence that has it, one for an overview by what the passages are about.
 * Tuned on QMSum's validation split: `bench/retrieval.mjs`.
 */
export class ExtractiveAnswerer implements Answerer {
  readonly info = { engine: 'extractive', model: null };
  readonly passageCount = 8;

  constructor(private readonly countTerms: CountTerms) {}

  async *answer(request: AnswerRequest, { signal }: { signal: AbortSignal }): AsyncIterable<AnswerPiece> {
    let speaker = '';
    for (const { speakerName, text, passage, line, start, end } of await this.choose(request)) {
      signal.throwIfAborted();
      const lead = speakerName === speaker ? ' ' : `${speaker === '' ? '' : '\n\n'}${speakerName}: `;
      speaker = speakerName;
      yield { type: 'text', text: `${lead}${text} ` };
      yield { type: 'quotation', quotation: { passage, line, start, end } };
    }
  }

  private async choose(request: AnswerRequest): Promise<SpokenSentence[]> {
    const { question, passages } = request;
    if (isCourtesy(question)) return [];
    const sentences = await spokenSentences(passages, this.countTerms);
    const whole = wholeRequest(question);
    if (whole) return chooseOfWhole(sentences, passages, whole);
    const asked = await askedTerms(request, this.countTerms);
    const [titles = {}] = await this.countTerms([
      passages.map(({ recordingTitle }) => recordingTitle).join(' '),
    ]);
    const said = sentences.map(({ terms, speakerTerms }) => ({ ...speakerTerms, ...terms }));
    const mentioned = new Set([titles, ...said].flatMap((terms) => Object.keys(terms)));
    const isMentioned = (term: string) => mentioned.has(term);
    // Passages found by their meaning alone may answer in other words.
    const isOnlyMeant = ![...asked.own, ...asked.carried].some(isMentioned);
    if (!isOnlyMeant && !mayBeAnswered(asked, isMentioned)) return [];
    const weigh = inverseSentenceFrequency(said);
    const weights = termWeights(asked, weigh);
    const coverage = questionCoverage(sentences, weights);
    return isOnlyMeant || asksForOverview(question)
      ? chooseOverview(sentences, passages, coverage)
      : chooseFact(sentences, passages, weights, coverage, weigh);
  }
}
