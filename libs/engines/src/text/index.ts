export { EngineError } from '../engine.error.ts';
export { textEnv, type TextEnv } from './env.ts';
export type {
  Answerer,
  AnswerPassage,
  AnswerPiece,
  AnswerRequest,
  CountTerms,
  PassageLine,
  PreviousTurn,
  Quotation,
  TextEmbedder,
  TextEngineInfo,
} from './ports.ts';
export { isCourtesy, refersBack } from './question-form.ts';
export { withoutBoilerplate } from './question-terms.ts';
export { dot, inverseSentenceFrequency, meanVector, unitVector } from './sentence-vectors.ts';
export { toUnit } from './sentence-vectors.ts';
export { splitSentences, type TextSpan } from './sentences.ts';
export { inspectAnswerers, openAnswerer, openEmbedder, type AnswererRung } from './text-engines.ts';
export { countMatches, wholeRequest, type WholeRequest } from './whole-request.ts';
