import { createRequire } from 'node:module';
import { z } from 'zod';

const manifest: unknown = createRequire(import.meta.url)('sherpa-onnx-node/package.json');

/** Which sherpa-onnx makes the results, without loading it: that happens in engine processes only. */
export const SHERPA_ONNX = {
  engine: 'sherpa-onnx',
  version: z.object({ version: z.string() }).parse(manifest).version,
} as const;
