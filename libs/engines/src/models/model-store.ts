import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError } from '../engine.error.ts';
import { catalogue, findModel, type CatalogueModel } from './catalogue.ts';
import { download } from './download.ts';
import { extractArchive } from './extract.ts';
import {
  fileSha256,
  howToGet,
  isPresent,
  readReceipt,
  RECEIPT_FILE,
  type ModelReceipt,
} from './verify-model.ts';

export interface InstallOptions {
  signal: AbortSignal;
  onProgress?: (received: number, total: number | null) => void;
  /** Where the catalogue's addresses point instead of https://github.com: a mirror. */
  hub?: string | undefined;
  stallMs?: number;
}

const GITHUB = 'https://github.com';
/** Sizes in the catalogue are approximate; this factor above them something is wrong. Archives grow when unpacked. */
const SIZE_SLACK = 3;
const UNPACK_SLACK = 10;
const MB = 1_000_000;

/** The folder of local models: what is there, how more gets in. */
export class ModelStore {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async list(): Promise<{ model: CatalogueModel; present: boolean; receipt: ModelReceipt | undefined }[]> {
    return Promise.all(
      catalogue.map(async (model) => ({
        model,
        present: await isPresent(model, this.folder),
        receipt: await readReceipt(join(this.folder, model.id)).catch(() => undefined),
      })),
    );
  }

  /** @throws EngineError UNKNOWN_MODEL · MODEL_NOT_PUBLISHED · CHECKSUM_MISMATCH and those of downloading and unpacking */
  async install(
    id: string,
    { signal, onProgress, hub = GITHUB, stallMs }: InstallOptions,
  ): Promise<ModelReceipt> {
    const model = known(id);
    if (!model.download)
      throw new EngineError(
        'MODEL_NOT_PUBLISHED',
        `${model.name} is not published anywhere Colloquy can fetch it from.`,
        { recovery: howToGet(model) },
      );
    const url = model.download.url.replace(GITHUB, hub.replace(/\/+$/, ''));
    const part = join(this.folder, '.downloads', basename(new URL(url).pathname));
    const maxBytes = model.download.approximateMB * MB;
    await download(url, part, {
      signal,
      maxBytes: maxBytes * SIZE_SLACK,
      ...(onProgress ? { onProgress } : {}),
      ...(stallMs === undefined ? {} : { stallMs }),
    });
    try {
      const downloadSha256 = await fileSha256(part, signal);
      checkSum(model, downloadSha256);
      return await this.#place(model, part, { url, downloadSha256 }, signal);
    } finally {
      // Whole but wrong is as useless as used up; only a half download is worth keeping.
      await rm(part, { force: true });
    }
  }

  async remove(id: string): Promise<boolean> {
    const model = known(id);
    const folder = join(this.folder, model.id);
    const existed = await stat(folder).then(
      () => true,
      () => false,
    );
    await rm(folder, { recursive: true, force: true });
    return existed;
  }

  /** Unpacks beside the final place and renames, so that a model is there completely or not at all. */
  async #place(
    model: CatalogueModel,
    part: string,
    source: { url: string; downloadSha256: string },
    signal: AbortSignal,
  ): Promise<ModelReceipt> {
    const unpacked = await mkdtemp(join(this.folder, '.downloads', 'unpack-'));
    const ready = await mkdtemp(join(this.folder, '.downloads', 'ready-'));
    try {
      if (part.endsWith('.tar.bz2'))
        await extractArchive(part, unpacked, {
          signal,
          maxBytes: (model.download?.approximateMB ?? 0) * MB * UNPACK_SLACK,
        });
      else await rename(part, join(unpacked, basename(part)));
      const sha256: Record<string, string> = {};
      for (const file of Object.values(model.files)) {
        const found = await findFile(unpacked, file);
        if (!found)
          throw new EngineError(
            'ARCHIVE_UNREADABLE',
            `The download of ${model.name} does not hold ${file}.`,
            { recovery: howToGet(model) },
          );
        await rename(found, join(ready, file));
        sha256[file] = await fileSha256(join(ready, file), signal);
      }
      const receipt: ModelReceipt = {
        id: model.id,
        ...source,
        downloadedAt: new Date().toISOString(),
        trust: model.download?.sha256 ? 'catalogue' : 'first-use',
        sha256,
      };
      await writeFile(join(ready, RECEIPT_FILE), `${JSON.stringify(receipt, null, 2)}\n`);
      const folder = join(this.folder, model.id);
      await rm(folder, { recursive: true, force: true });
      await mkdir(this.folder, { recursive: true });
      await rename(ready, folder);
      return receipt;
    } finally {
      await rm(unpacked, { recursive: true, force: true });
      await rm(ready, { recursive: true, force: true });
    }
  }
}

function known(id: string): CatalogueModel {
  const model = findModel(id);
  if (!model)
    throw new EngineError(
      'UNKNOWN_MODEL',
      `There is no model called ${id.replace(/[^\w.-]/g, '?').slice(0, 60)}.`,
      { recovery: [`One of: ${catalogue.map((entry) => entry.id).join(', ')}`] },
    );
  return model;
}

function checkSum(model: CatalogueModel, found: string): void {
  const expected = model.download?.sha256;
  if (expected && expected !== found)
    throw new EngineError(
      'CHECKSUM_MISMATCH',
      `The download of ${model.name} is not what it should be and was removed.`,
      {
        troubleshooting: [`expected ${expected}`, `found ${found}`],
        recovery: ['Run the same command again; if it happens twice, do not trust the hub.'],
      },
    );
}

/** A file of this name in the folder or one level down, where archives put them. */
async function findFile(folder: string, name: string): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.isFile() && entry.name === name)) return join(folder, name);
  for (const entry of entries.filter((candidate) => candidate.isDirectory())) {
    const inside = await readdir(join(folder, entry.name), { withFileTypes: true });
    if (inside.some((candidate) => candidate.isFile() && candidate.name === name))
      return join(folder, entry.name, name);
  }
  return undefined;
}
