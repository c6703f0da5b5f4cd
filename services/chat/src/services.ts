import { inspectAnswerers, openAnswerer, openEmbedder } from '@colloquy/engines/text';
import type { Bus, JobQueue, Log } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { AnswerRunner } from './answer/answer-runner.ts';
import { AnswerService } from './answer/answer.service.ts';
import { AnswerStore } from './answer/answer-store.ts';
import { CitationPlaces } from './conversation/citation-places.ts';
import { ConversationService } from './conversation/conversation.service.ts';
import { EmbeddingService } from './embedding/embedding.service.ts';
import type { ChatEnv } from './env.ts';
import { IndexPassagesService } from './passage/index-passages.service.ts';
import { RecordingService } from './recording/recording.service.ts';
import { PassageFinder } from './retrieval/passage-finder.ts';
import { RetrievalService } from './retrieval/retrieval.service.ts';
import { Lexemizer } from './text/lexemizer.ts';
import { TranscriptReader } from './transcript/transcript.reader.ts';

export interface ServiceDependencies {
  env: ChatEnv;
  dataSource: DataSource;
  jobs: Pick<JobQueue, 'enqueue' | 'publish'>;
  bus: Bus;
  log: Log;
}

export type Services = ReturnType<typeof createServices>;

/** Everything this service can do, wired up. @throws EngineError when the chosen answerer is not configured */
export function createServices({ env, dataSource, jobs, bus, log }: ServiceDependencies) {
  const lexemizer = new Lexemizer(dataSource);
  const embedder = openEmbedder(env);
  const embedding = embedder && new EmbeddingService(dataSource, embedder, jobs, log);
  const retrieval = new RetrievalService(dataSource, new PassageFinder(dataSource), lexemizer, embedding);
  const defaults = { topK: env.SIMILARITY_TOP_K, threshold: env.SIMILARITY_THRESHOLD };
  const answerer = openAnswerer(env);
  const runner = new AnswerRunner({
    answerer,
    retrieval,
    lexemizer,
    store: new AnswerStore(dataSource),
    bus,
    log,
  });
  const { engine, model } = answerer.info;
  return {
    dataSource,
    bus,
    retrieval,
    defaults,
    embedding,
    runner,
    rungs: inspectAnswerers(env),
    recordings: new RecordingService(dataSource, jobs),
    index: new IndexPassagesService(dataSource, new TranscriptReader(env.GRAPH_URL), embedding, jobs),
    citationPlaces: new CitationPlaces(dataSource),
    conversations: new ConversationService(dataSource),
    answers: new AnswerService(dataSource, runner, model === null ? engine : `${engine}:${model}`, {
      ...defaults,
      concurrentAnswers: env.MAX_CONCURRENT_ANSWERS,
      conversationMessages: env.MAX_CONVERSATION_MESSAGES,
    }),
  };
}
