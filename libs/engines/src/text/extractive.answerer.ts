import { askedTerms, mayBeAnswered, termWeights, withoutNames } from './asked-terms.ts';
import { chooseFact } from './choose-fact.ts';
import { chooseFurther } from './choose-further.ts';
import { chooseOfWhole } from './choose-of-whole.ts';
import { chooseOverview, FEW_PASSAGES } from './choose-overview.ts';
import type { Answerer, AnswerPiece, AnswerRequest } from './ports.ts';
import { resolvePronouns } from './pronoun-questions.ts';
import { coverageWithNames, questionCoverage } from './question-coverage.ts';
import { asksForOverview, isCourtesy } from './question-form.ts';
import { withoutBoilerplate } from './question-terms.ts';
import { inverseSentenceFrequency } from './sentence-vectors.ts';
import { sentencesOf, spokenSentences, type SpokenSentence } from './spoken-sentences.ts';
import { wholeRequest } from './whole-request.ts';

/**
 * Answers with verbatim sentences of the passages; with none when they do not speak of what is asked. Needs no model.
 * A question for a fact is answered by the sentence that has it, one for an overview by what the passages are about.
 * Tuned on QMSum's validation split: `bench/retrieval.mjs`.
 */
export class ExtractiveAnswerer implements Answerer {
  readonly info = { engine: 'extractive', model: null };
  readonly passageCount = 8;

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
    const { question, passages, countTerms } = request;
    if (isCourtesy(question)) return [];
    const spoken = await spokenSentences(passages, countTerms);
    const whole = wholeRequest(question);
    if (whole) return chooseOfWhole(spoken, passages, whole);
    const further = chooseFurther(spoken, question, request.history);
    if (further) return further;
    const speakerTerms = new Set(spoken.flatMap((sentence) => Object.keys(sentence.speakerTerms)));
    const asked = await askedTerms(request, speakerTerms, countTerms);
    const sentences = resolvePronouns(spoken, question, asked.own);
    const [titles = {}] = await countTerms([passages.map(({ recordingTitle }) => recordingTitle).join(' ')]);
    const said = sentences.map((sentence) => ({ ...sentence.speakerTerms, ...sentence.terms }));
    const mentioned = new Set([titles, ...said].flatMap((terms) => Object.keys(terms)));
    const isMentioned = (term: string) => mentioned.has(term);
    // Passages found by their meaning alone may answer in other words.
    const isOnlyMeant = ![...asked.own, ...asked.carried].some(isMentioned);
    // Roles ("Industrial Designer") share words with what is discussed: tuned with them.
    const isLongOverview = asksForOverview(question) && passages.length >= FEW_PASSAGES;
    const matter = withoutNames(asked);
    if (!isOnlyMeant && !mayBeAnswered(isLongOverview ? asked : matter, isMentioned)) return [];
    const weigh = inverseSentenceFrequency(said);
    if (isOnlyMeant || isLongOverview)
      return chooseOverview(sentences, passages, questionCoverage(sentences, termWeights(asked, weigh)));
    if (matter.own.length + matter.carried.length === 0) {
      const isOfTheirs = withoutBoilerplate(question) !== question;
      return chooseOverview(sentencesOf(sentences, asked.names, isOfTheirs), passages, []);
    }
    const coverage = coverageWithNames(sentences, termWeights(matter, weigh), asked.names);
    if (asksForOverview(question)) return chooseOverview(sentences, passages, coverage);
    return chooseFact(sentences, passages, {
      terms: new Set([...asked.own, ...asked.carried]),
      coverage,
      weigh,
    });
  }
}
