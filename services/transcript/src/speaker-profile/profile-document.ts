import { ExpectedError } from '@colloquy/subgraph';
import { z } from 'zod';

/** Characters: two hundred samples of a large embedder. */
const MAX_LENGTH = 10_000_000;
const MAX_MODELS = 10;
/** Vectors are kept in single precision: larger numbers are infinite there. */
const single = z.number().refine((value) => Number.isFinite(Math.fround(value)), 'too large');

/** A profile on its way to another Colloquy, or out of this one for good. */
const profileDocument = z.object({
  format: z.literal('colloquy-speaker-profile'),
  formatVersion: z.literal(1),
  name: z.string(),
  exportedAt: z.iso.datetime(),
  samples: z
    .array(
      z.object({
        speechMs: z.int().nonnegative().max(86_400_000),
        createdAt: z.iso.datetime(),
        vectors: z
          .array(
            z.object({
              model: z.string().regex(/^[\x20-\x7e]{1,100}$/, 'not a name of a model'),
              vector: z.array(single).min(2).max(4_096),
              speechMs: z.int().nonnegative().max(86_400_000),
            }),
          )
          .min(1)
          .max(10),
      }),
    )
    .max(200),
});

export type ProfileDocument = z.infer<typeof profileDocument>;

/** @throws ExpectedError `PROFILE_DOCUMENT_INVALID` */
export function readProfileDocument(text: string): ProfileDocument {
  if (text.length > MAX_LENGTH) throw documentInvalid('it is too long');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw documentInvalid('it is not JSON');
  }
  const { success, data, error } = profileDocument.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    throw documentInvalid(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const vectors = data.samples.flatMap((sample) => sample.vectors);
  const dimensions = new Map(vectors.map(({ model, vector }) => [model, vector.length]));
  if (dimensions.size > MAX_MODELS) throw documentInvalid('its vectors are of too many models');
  if (vectors.some(({ model, vector }) => dimensions.get(model) !== vector.length))
    throw documentInvalid('vectors of one model have different dimensions');
  if (vectors.some(({ vector }) => vector.every((value) => Math.fround(value) === 0)))
    throw documentInvalid('a vector is all zeros');
  return data;
}

export const documentInvalid = (why: string): ExpectedError =>
  new ExpectedError({
    code: 'PROFILE_DOCUMENT_INVALID',
    message: `This is not a speaker profile: ${why.slice(0, 200)}.`,
    troubleshooting: ['Was the file changed, or cut short on its way?'],
    recovery: ['Export the profile again.'],
  });
