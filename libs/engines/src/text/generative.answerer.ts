import { randomBytes } from 'node:crypto';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { streamText, type LanguageModel } from 'ai';
import { EngineError } from '../engine.error.ts';
import { answerInstructions, answerMessages } from './answer-prompt.ts';
import { MarkerParser } from './marker-parser.ts';
import type { Answerer, AnswerPiece, AnswerRequest, TextEngineInfo } from './ports.ts';
import { providerError, tooSlow } from './provider-error.ts';

export interface GenerationLimits {
  timeoutMs: number;
  /** Longest silence between two pieces. */
  silenceMs: number;
  maxOutputTokens: number;
}

export interface ModelEndpoint {
  baseUrl?: string | undefined;
  apiKey?: string | undefined;
  model: string;
}

/** 429, 5xx and lost connections before the first word; the SDK waits longer each time and heeds Retry-After. */
const MAX_RETRIES = 2;
/** A model that does not stop by itself is stopped. */
const MAX_ANSWER_CHARACTERS = 12_000;

export function openAiCompatibleAnswerer(
  { baseUrl, apiKey, model }: ModelEndpoint & { baseUrl: string },
  limits: GenerationLimits,
): Answerer {
  const provider = createOpenAICompatible({
    name: 'openai-compatible',
    baseURL: baseUrl,
    ...(apiKey && { apiKey }),
  });
  return new GenerativeAnswerer({ engine: 'openai-compatible', model }, provider.chatModel(model), limits);
}

export function anthropicAnswerer(
  { baseUrl, apiKey, model }: ModelEndpoint & { apiKey: string },
  limits: GenerationLimits,
): Answerer {
  const provider = createAnthropic({ apiKey, ...(baseUrl && { baseURL: baseUrl }) });
  return new GenerativeAnswerer({ engine: 'anthropic', model }, provider(model), limits);
}

/** Answers with a language model. It is given no tools: all it can do is write text, and its citations are checked. */
class GenerativeAnswerer implements Answerer {
  readonly passageCount = 8;

  constructor(
    readonly info: TextEngineInfo,
    private readonly model: LanguageModel,
    private readonly limits: GenerationLimits,
  ) {}

  async *answer(request: AnswerRequest, { signal }: { signal: AbortSignal }): AsyncIterable<AnswerPiece> {
    const fence = `passages-${randomBytes(8).toString('hex')}`;
    const silence = new AbortController();
    const timeout = AbortSignal.timeout(this.limits.timeoutMs);
    let alarm = setTimeout(() => silence.abort(), this.limits.silenceMs);
    const parser = new MarkerParser(request.passages.length);
    let length = 0;
    try {
      const { stream } = streamText({
        model: this.model,
        instructions: answerInstructions(fence),
        messages: answerMessages(request, fence),
        maxOutputTokens: this.limits.maxOutputTokens,
        temperature: 0.1,
        maxRetries: MAX_RETRIES,
        abortSignal: AbortSignal.any([signal, timeout, silence.signal]),
        // Errors come through the stream; the default handler would print them, key and all.
        onError: () => undefined,
      });
      for await (const part of stream) {
        clearTimeout(alarm);
        alarm = setTimeout(() => silence.abort(), this.limits.silenceMs);
        if (part.type === 'error') throw part.error;
        if (part.type === 'abort') throw signal.aborted ? signal.reason : tooSlow('The answering model');
        if (part.type !== 'text-delta') continue;
        yield* parser.push(part.text.slice(0, MAX_ANSWER_CHARACTERS - length));
        length += part.text.length;
        if (length >= MAX_ANSWER_CHARACTERS) break;
      }
      yield* parser.end();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (timeout.aborted || silence.signal.aborted) throw tooSlow('The answering model', error);
      throw providerError(error, 'The answering model');
    } finally {
      clearTimeout(alarm);
      silence.abort();
    }
    if (length === 0) {
      throw new EngineError('PROVIDER_ANSWER_EMPTY', 'The answering model sent an empty answer.', {
        transient: true,
        recovery: ['Ask again, or in other words.'],
      });
    }
  }
}
