import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** What pgvector's HNSW can index. */
const MAX_DIMENSIONS = 2_000;
const TABLES = ['profile_centroid', 'speaker_embedding'] as const;

/** Vectors of one embedder. */
export interface VoiceModel {
  model: string;
  dimensions: number;
}

/** Rows of one embedder, as its partial index has them: in the statement's text, because the planner compares it. */
export const ofModel = ({ model, dimensions }: VoiceModel): string =>
  `model = ${literal(model)} and dimensions = ${Math.trunc(dimensions)}`;

/** The vectors of one embedder by nearness to a parameter. */
export const distanceTo = (parameter: string, { dimensions }: VoiceModel): string =>
  `embedding::vector(${Math.trunc(dimensions)}) <=> ${parameter}::vector(${Math.trunc(dimensions)})`;

/** Makes each embedder's indexes when it is first seen, while there is little to index. */
export class VoiceIndex {
  private readonly made = new Map<string, Promise<void>>();

  constructor(private readonly dataSource: DataSource) {}

  /** Not inside a transaction: the embedded database would wait for itself. */
  ensure(of: VoiceModel): Promise<void> {
    const key = ofModel(of);
    const making = this.made.get(key) ?? this.make(of);
    this.made.set(key, making);
    making.catch(() => this.made.delete(key));
    return making;
  }

  private async make(of: VoiceModel): Promise<void> {
    if (of.dimensions > MAX_DIMENSIONS) return;
    const suffix = createHash('sha256').update(ofModel(of)).digest('hex').slice(0, 12);
    for (const table of TABLES)
      await this.dataSource.query(
        `create index if not exists ${table}_${suffix} on transcript.${table}
           using hnsw ((embedding::vector(${Math.trunc(of.dimensions)})) vector_cosine_ops) where ${ofModel(of)}`,
      );
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
