import type { SpokenSentence } from './spoken-sentences.ts';

/** Where in its turn a sentence stands: 0 for the first. */
export function placeInTurn(sentences: readonly SpokenSentence[], i: number): number {
  let place = 0;
  while (sentences[i - place - 1]?.turn === sentences[i]?.turn && i > place) place += 1;
  return place;
}

/** The questions of the turn before, which the sentence is in reply to; none for a question. */
export function questionsBefore(sentences: readonly SpokenSentence[], i: number): number[] {
  const sentence = sentences[i];
  if (!sentence || sentence.isQuestion) return [];
  const questions: number[] = [];
  for (let at = i - placeInTurn(sentences, i) - 1; at >= 0; at -= 1) {
    const before = sentences[at];
    if (before?.turn !== sentence.turn - 1 || before.stretch !== sentence.stretch) break;
    if (before.isQuestion) questions.push(at);
  }
  return questions;
}
