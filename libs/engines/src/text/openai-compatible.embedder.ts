import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { embedMany } from 'ai';
import { EngineError } from '../engine.error.ts';
import type { TextEmbedder } from './ports.ts';
import { providerError } from './provider-error.ts';

const BATCH = 64;
const MAX_RETRIES = 3;
/** Roughly 2,000 tokens: within what every embedding model takes. */
const MAX_CHARACTERS = 8_000;

export interface EmbeddingEndpoint {
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  timeoutMs: number;
}

/** Any server with OpenAI's `/embeddings`: OpenAI, Databricks, Ollama, vLLM, llama.cpp. */
export class OpenAiCompatibleEmbedder implements TextEmbedder {
  readonly info;
  private readonly model;

  constructor(private readonly endpoint: EmbeddingEndpoint) {
    this.info = { engine: 'openai-compatible', model: endpoint.model };
    this.model = createOpenAICompatible({
      name: 'openai-compatible',
      baseURL: endpoint.baseUrl,
      ...(endpoint.apiKey && { apiKey: endpoint.apiKey }),
    }).embeddingModel(endpoint.model);
  }

  async embed(texts: readonly string[], { signal }: { signal?: AbortSignal }): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let from = 0; from < texts.length; from += BATCH) {
      vectors.push(...(await this.batch(texts.slice(from, from + BATCH), signal)));
    }
    return checkVectors(vectors, texts.length);
  }

  private async batch(texts: readonly string[], signal: AbortSignal | undefined): Promise<number[][]> {
    const timeout = AbortSignal.timeout(this.endpoint.timeoutMs);
    try {
      const { embeddings } = await embedMany({
        model: this.model,
        values: texts.map((text) => text.slice(0, MAX_CHARACTERS)),
        maxRetries: MAX_RETRIES,
        abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return embeddings;
    } catch (error) {
      signal?.throwIfAborted();
      throw providerError(error, 'The embedding service');
    }
  }
}

function checkVectors(vectors: number[][], expected: number): number[][] {
  const dimensions = vectors[0]?.length ?? 0;
  const sound =
    vectors.length === expected &&
    (expected === 0 || (dimensions > 0 && dimensions <= 4_000)) &&
    vectors.every((vector) => vector.length === dimensions && vector.every(Number.isFinite));
  if (sound) return vectors;
  throw new EngineError('EMBEDDINGS_UNUSABLE', 'The embedding service sent vectors that cannot be used.', {
    troubleshooting: ['Check that EMBEDDING_MODEL is an embedding model with at most 4,000 dimensions.'],
    recovery: ['Correct EMBEDDING_MODEL, or unset EMBEDDING_BASE_URL to search by words alone.'],
  });
}
