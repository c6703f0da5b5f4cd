import { EngineError } from '../engine.error.ts';
import type { TextEnv } from './env.ts';
import { ExtractiveAnswerer } from './extractive.answerer.ts';
import { anthropicAnswerer, openAiCompatibleAnswerer, type GenerationLimits } from './generative.answerer.ts';
import { OpenAiCompatibleEmbedder } from './openai-compatible.embedder.ts';
import type { Answerer, TextEmbedder } from './ports.ts';

/** One way to answer, and whether it can be used here. */
export interface AnswererRung {
  id: 'anthropic' | 'openai-compatible' | 'extractive';
  name: string;
  model: string | null;
  available: boolean;
  selected: boolean;
  unavailableReason: string | null;
  howToGet: string[];
}

/** Every rung, best first; the first that can be used is selected unless ANSWERER names one. */
export function inspectAnswerers(env: TextEnv): AnswererRung[] {
  const rungs: Omit<AnswererRung, 'selected'>[] = [
    {
      id: 'openai-compatible',
      name: 'A model behind an OpenAI-compatible API',
      model: env.LLM_MODEL,
      available: env.LLM_BASE_URL !== undefined,
      unavailableReason: env.LLM_BASE_URL === undefined ? 'LLM_BASE_URL is not set.' : null,
      howToGet: [
        'Set LLM_BASE_URL, LLM_API_KEY and LLM_MODEL: OpenAI, Databricks, vLLM, llama.cpp, …',
        'For a local model without a key: `ollama serve`, then LLM_BASE_URL=http://127.0.0.1:11434/v1.',
      ],
    },
    {
      id: 'anthropic',
      name: 'Claude by Anthropic',
      model: env.ANTHROPIC_MODEL,
      available: env.ANTHROPIC_API_KEY !== undefined,
      unavailableReason: env.ANTHROPIC_API_KEY === undefined ? 'ANTHROPIC_API_KEY is not set.' : null,
      howToGet: ['Set ANTHROPIC_API_KEY, and ANTHROPIC_MODEL for another model.'],
    },
    {
      id: 'extractive',
      name: 'Verbatim quotations',
      model: null,
      available: true,
      unavailableReason: null,
      howToGet: ['Always there: needs no model and no network.'],
    },
  ];
  const wanted = env.ANSWERER === 'auto' ? rungs.find(({ available }) => available)?.id : env.ANSWERER;
  return rungs.map((rung) => ({ ...rung, selected: rung.id === wanted }));
}

/** @throws EngineError ENGINE_UNAVAILABLE when ANSWERER names one that is not configured: never another instead. */
export function openAnswerer(env: TextEnv): Answerer {
  const rung = inspectAnswerers(env).find(({ selected }) => selected);
  if (!rung?.available) {
    throw new EngineError(
      'ENGINE_UNAVAILABLE',
      `ANSWERER=${env.ANSWERER} cannot be used: ${rung?.unavailableReason ?? 'unknown'}`,
      {
        recovery: [...(rung?.howToGet ?? []), 'Or set ANSWERER=extractive, which needs nothing.'],
      },
    );
  }
  const limits: GenerationLimits = {
    timeoutMs: env.LLM_TIMEOUT_SECONDS * 1_000,
    silenceMs: env.LLM_SILENCE_SECONDS * 1_000,
    maxOutputTokens: env.LLM_MAX_OUTPUT_TOKENS,
  };
  if (rung.id === 'openai-compatible' && env.LLM_BASE_URL) {
    return openAiCompatibleAnswerer(
      { baseUrl: env.LLM_BASE_URL, apiKey: env.LLM_API_KEY, model: env.LLM_MODEL },
      limits,
    );
  }
  if (rung.id === 'anthropic' && env.ANTHROPIC_API_KEY) {
    return anthropicAnswerer(
      { baseUrl: env.ANTHROPIC_BASE_URL, apiKey: env.ANTHROPIC_API_KEY, model: env.ANTHROPIC_MODEL },
      limits,
    );
  }
  return new ExtractiveAnswerer();
}

/** Null without EMBEDDING_BASE_URL: retrieval goes by words alone. */
export function openEmbedder(env: TextEnv): TextEmbedder | null {
  if (!env.EMBEDDING_BASE_URL) return null;
  return new OpenAiCompatibleEmbedder({
    baseUrl: env.EMBEDDING_BASE_URL,
    apiKey: env.EMBEDDING_API_KEY,
    model: env.EMBEDDING_MODEL,
    timeoutMs: env.EMBEDDING_TIMEOUT_SECONDS * 1_000,
  });
}
