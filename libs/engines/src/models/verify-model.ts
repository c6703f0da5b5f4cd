import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { EngineError } from '../engine.error.ts';
import type { CatalogueModel } from './catalogue.ts';

/** Written beside a downloaded model: what was fetched from where, so that later damage is noticed. */
export const RECEIPT_FILE = 'colloquy-model.json';
export const modelReceipt = z.object({
  id: z.string(),
  url: z.string(),
  downloadedAt: z.iso.datetime(),
  /** Whether the download's checksum was known beforehand or is trusted on first use. */
  trust: z.enum(['catalogue', 'first-use']),
  downloadSha256: z.string(),
  /** File name → checksum. */
  sha256: z.record(z.string(), z.string()),
});
export type ModelReceipt = z.infer<typeof modelReceipt>;

/** Hashing hundreds of megabytes once per process is enough while size and time stay the same. */
const verified = new Map<string, string>();

export async function fileSha256(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}

/**
 * The path again, once the file is there, not empty, and has the checksum. sherpa-onnx ends its process or silently
 * hears nothing with a missing or damaged model, so nothing unverified is handed to it.
 * @throws EngineError MODEL_MISSING · MODEL_DAMAGED
 */
export async function verifyFile(path: string, sha256: string | undefined): Promise<string> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isFile())
    throw new EngineError('MODEL_MISSING', `The model file ${basename(path)} is missing.`, {
      troubleshooting: [`Expected at ${path}`],
    });
  const key = `${path}:${stats.size}:${stats.mtimeMs}`;
  if (stats.size > 0 && (sha256 === undefined || verified.get(key) === sha256)) return path;
  const found = stats.size > 0 ? await fileSha256(path) : 'empty';
  if (found !== sha256)
    throw new EngineError(
      'MODEL_DAMAGED',
      `The model file ${basename(path)} is damaged: its checksum is wrong.`,
      { troubleshooting: [path, `expected ${sha256 ?? 'content'}, found ${found}`] },
    );
  verified.set(key, found);
  return path;
}

/** True when every file of the model is there; says nothing about their content. */
export async function isPresent(model: CatalogueModel, modelsDir: string): Promise<boolean> {
  const sizes = await Promise.all(
    Object.values(model.files).map((file) =>
      stat(join(modelsDir, model.id, file)).then(
        (stats) => stats.size,
        () => 0,
      ),
    ),
  );
  return sizes.every((size) => size > 0);
}

export async function readReceipt(folder: string): Promise<ModelReceipt | undefined> {
  const text = await readFile(join(folder, RECEIPT_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return modelReceipt.parse(JSON.parse(text));
  } catch (cause) {
    throw new EngineError('MODEL_DAMAGED', `The record ${RECEIPT_FILE} of a model cannot be read.`, {
      troubleshooting: [join(folder, RECEIPT_FILE)],
      recovery: ['Remove the model and get it again with `npm run models`.'],
      cause,
    });
  }
}

/**
 * Absolute paths of the model's files, verified against the catalogue or the receipt of the download. Files that were
 * put there by hand and are in neither are only checked to exist.
 * @throws EngineError MODEL_MISSING · MODEL_DAMAGED, saying how to get the model
 */
export async function verifyModel(model: CatalogueModel, modelsDir: string): Promise<Record<string, string>> {
  const folder = join(modelsDir, model.id);
  const known = { ...(await readReceipt(folder))?.sha256, ...model.sha256 };
  const entries = Object.entries(model.files).map(
    async ([role, file]) => [role, await verifyFile(join(folder, file), known[file])] as const,
  );
  try {
    return Object.fromEntries(await Promise.all(entries));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new EngineError(error.code, `${model.name}: ${error.message}`, {
      troubleshooting: error.troubleshooting,
      recovery: howToGet(model),
      cause: error,
    });
  }
}

export function howToGet(model: CatalogueModel): string[] {
  if (!model.download) return [`Put its files into the folder ${model.id} of SPEECH_MODELS_DIR.`];
  return [`npm run models -- get ${model.id}   (about ${model.download.approximateMB} MB, ${model.licence})`];
}
